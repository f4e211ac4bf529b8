package terminaltest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// built is the one binary of this test process.
var built struct { // shared by all tests, guarded by once
	once   sync.Once
	folder string
	path   string
	err    error
}

// Build compiles the program of this module, once in a test process, and gives
// the path of its binary. Call it from tests of the package main alone: go test
// keeps the result of any other package although the program has changed.
//
// The binary is left behind unless the package's TestMain ends with [Main].
func Build(t testing.TB) string {
	t.Helper()
	built.once.Do(build)
	if built.err != nil {
		t.Fatal(built.err)
	}
	return built.path
}

func build() {
	root, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}").Output()
	if err != nil {
		built.err = fmt.Errorf("find the module's folder: %w", err)
		return
	}
	built.folder, built.err = os.MkdirTemp("", "debrief-binary-")
	if built.err != nil {
		return
	}
	built.path = filepath.Join(built.folder, "debrief")
	cmd := exec.Command("go", "build", "-o", built.path, ".")
	cmd.Dir = strings.TrimSpace(string(root))
	if out, err := cmd.CombinedOutput(); err != nil {
		built.err = fmt.Errorf("build the program: %w\n%s", err, out)
	}
}

// Main runs the tests and removes what [Build] made. A TestMain ends with
// os.Exit(terminaltest.Main(m)).
func Main(m *testing.M) int {
	code := m.Run()
	if built.folder != "" {
		_ = os.RemoveAll(built.folder)
	}
	return code
}
