package journey

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"debrief/ui/terminaltest"
)

// Each file of testdata/script is one story: commands and what they print, with
// the files they need below. The program is on the PATH as debrief; the home
// folder and all XDG folders are empty and inside $WORK.
//
// Beside testscript's own commands there is
//
//	exits CODE debrief ARGUMENTS...
//
// which runs the program and compares its exit code; stdout, stderr and cmp
// look at what it printed. With DEBRIEF_UPDATE_SCRIPTS=1 in the environment, what
// a cmp saw is written into the story; look at it before you keep it.
func TestScripts(t *testing.T) {
	binaries := filepath.Dir(built(t))
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		UpdateScripts:       updating(),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			home := filepath.Join(env.WorkDir, "home")
			if err := os.MkdirAll(home, 0o700); err != nil {
				return err
			}
			env.Setenv("HOME", home)
			env.Setenv("XDG_CONFIG_HOME", filepath.Join(home, ".config"))
			env.Setenv("XDG_DATA_HOME", filepath.Join(home, ".local", "share"))
			env.Setenv("XDG_STATE_HOME", filepath.Join(home, ".local", "state"))
			env.Setenv("XDG_CACHE_HOME", filepath.Join(home, ".cache"))
			env.Setenv("TZ", "UTC")
			env.Setenv("LANG", "C.UTF-8")
			env.Setenv("PATH", binaries+string(filepath.ListSeparator)+env.Getenv("PATH"))
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits},
	})
}

// exits runs a command and compares its exit code.
func exits(script *testscript.TestScript, negated bool, args []string) {
	if negated || len(args) < 2 {
		script.Fatalf("usage: exits CODE COMMAND ARGUMENTS...")
	}
	want, err := strconv.Atoi(args[0])
	if err != nil {
		script.Fatalf("exits: %q is no exit code", args[0])
	}
	got := 0
	if err := script.Exec(args[1], args[2:]...); err != nil {
		var failed *exec.ExitError
		if !errors.As(err, &failed) {
			script.Fatalf("run %s: %v", args[1], err)
		}
		got = failed.ExitCode()
	}
	if got != want {
		script.Fatalf("%s ended with exit code %d, want %d", args[1], got, want)
	}
}

// updating is the environment's wish to write what was seen into the stories;
// a flag would have to exist in every package for go test ./... to take it.
func updating() bool { return os.Getenv("DEBRIEF_UPDATE_SCRIPTS") != "" }

// The program starts in a terminal, and a person who leaves at once leaves
// nothing broken behind.
func TestTheProgramOpensInATerminal(t *testing.T) {
	for _, size := range [][2]int{{60, 16}, {80, 24}, {140, 40}} {
		for _, background := range []terminaltest.Background{terminaltest.Dark, terminaltest.Light} {
			t.Run(fmt.Sprintf("%dx%d %s", size[0], size[1], background), func(t *testing.T) {
				p := terminaltest.Start(t, terminaltest.Options{
					Path: built(t), Width: size[0], Height: size[1], Background: background,
				})
				screen := p.Wait(t, "no post-mortem yet")
				screen.CheckFooter(t, "Enter")
				// The theme follows the terminal's answer, which may come behind the first frame.
				p.WaitFor(t, "a theme that can be read", func(s *terminaltest.Screen) bool { return len(s.Unreadable()) == 0 })
				p.Keys("ctrl+c")
				p.Wait(t, "ctrl+c again")
				p.Keys("ctrl+c")
				if code := p.ExitCode(t); code != 0 {
					t.Errorf("exit code = %d, want 0", code)
				}
				p.CheckSequences(t, terminaltest.Allowed{Titles: []string{"debrief"}})
			})
		}
	}
}
