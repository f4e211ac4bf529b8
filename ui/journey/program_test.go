// Package journey holds the tests of the whole program: in a pseudo-terminal, on the command line, with
// a clock that the test drives, killed, on a full disk, beside another window, and measured beside its
// peers. It has tests alone.
package journey

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"debrief/model"
	"debrief/storage"
	"debrief/storage/files"
	"debrief/ui/cli"
	"debrief/ui/config"
)

// What is made once in a test process, when a test first asks for it.
var (
	moduleFolder = sync.OnceValues(findModule)
	binaries     = sync.OnceValues(func() (string, error) { return os.MkdirTemp("", "debrief-binary-") }) // removed by TestMain
	realProgram  = sync.OnceValues(func() (string, error) { return build("debrief", ".") })
	driven       = sync.OnceValues(buildDriven)
)

func TestMain(m *testing.M) {
	code := m.Run()
	if folder, err := binaries(); err == nil {
		_ = os.RemoveAll(folder)
	}
	os.Exit(code)
}

// built is the path of the program.
func built(t testing.TB) string { return must(t, realProgram) }

// drivenProgram is the path of the program whose clock a test drives, or which falls: what main.go joins,
// with testdata/driven laid over it.
func drivenProgram(t testing.TB) string { return must(t, driven) }

func must(t testing.TB, find func() (string, error)) string {
	t.Helper()
	path, err := find()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// findModule gives the folder of the module. It looks into the folder of every package of the program, so
// that go test does not keep a result when the program has changed: to build it in another process does
// not show that.
func findModule() (string, error) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}").Output()
	if err != nil {
		return "", fmt.Errorf("find the module's folder: %w", err)
	}
	root := strings.TrimSpace(string(out))
	list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if .Main}}{{$.Dir}}{{end}}{{end}}", ".")
	list.Dir = root
	if out, err = list.Output(); err != nil {
		return "", fmt.Errorf("list the program's packages: %w", err)
	}
	for _, folder := range append(strings.Fields(string(out)), filepath.Dir(filepath.Join(root, overlaid))) {
		if _, err := os.ReadDir(folder); err != nil {
			return "", err
		}
	}
	return root, nil
}

// build runs go build with these arguments, and gives the path of the binary of that name. With
// DEBRIEF_RACE in the environment the race detector is in it.
func build(name string, args ...string) (string, error) {
	root, err := moduleFolder()
	if err != nil {
		return "", err
	}
	folder, err := binaries()
	if err != nil {
		return "", err
	}
	path := filepath.Join(folder, name)
	if os.Getenv("DEBRIEF_RACE") != "" {
		args = append([]string{"-race"}, args...)
	}
	cmd := exec.Command("go", append([]string{"build", "-o", path}, args...)...)
	cmd.Dir = root
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build %s: %w\n%s", name, err, out)
	}
	return path, nil
}

// overlaid is the file that is laid over the program's own, where it is called driven.go.
const overlaid = "ui/journey/testdata/driven/driven_test.go"

func buildDriven() (string, error) {
	root, err := moduleFolder()
	if err != nil {
		return "", err
	}
	folder, err := binaries()
	if err != nil {
		return "", err
	}
	over := map[string]map[string]string{"Replace": {
		filepath.Join(root, "driven.go"): filepath.Join(root, overlaid),
	}}
	text, err := json.Marshal(over)
	if err != nil {
		return "", err
	}
	overlay := filepath.Join(folder, "overlay.json")
	if err := os.WriteFile(overlay, text, 0o600); err != nil {
		return "", err
	}
	return build("driven", "-overlay", overlay, ".")
}

// commandLine is the program's command line in this process, where a test runs more of it than processes
// can be started for. It has no screen.
func commandLine(now func() time.Time) cli.Program {
	return cli.Program{
		Version: "test",
		In:      strings.NewReader(""),
		Now:     now,
		NewID: func() model.ID {
			id, err := model.NewID(rand.Reader)
			if err != nil {
				panic(err) // cannot be: crypto/rand never returns an error
			}
			return id
		},
		Getenv:     os.Getenv,
		ConfigPath: config.Path(),
		Zone:       func() string { return config.Zone(os.Getenv) },
		Left: func(ctx context.Context, path string) model.UnopenedError {
			return storage.Left(ctx, path, storage.Options{})
		},
		Open: func(ctx context.Context, path string) (cli.Store, error) {
			s, err := storage.Open(ctx, path, storage.Options{Now: now})
			if err != nil {
				return nil, err
			}
			return s, nil
		},
		WriteFile: func(path string, data []byte, replace bool) error {
			return files.Write(path, data, files.Options{Overwrite: replace})
		},
	}
}
