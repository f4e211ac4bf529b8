//go:build unix

package journey

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"debrief/ui/terminaltest"
)

// Somebody opens a colleague's file, or a copy on a disc: the header said "saved" until the first line
// was typed into it.
func TestAFileThatMayOnlyBeReadNeverSaysSaved(t *testing.T) {
	for _, c := range []struct {
		name         string
		folder, file os.FileMode
	}{{"file", 0o755, 0o444}, {"folder", 0o555, 0o644}} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			home := t.TempDir()
			r := sit(t, home)
			r.write("Checkout storm")
			r.p.Keys("Enter")
			r.p.Wait(t, "[Open]", "  saved")
			r.p.Kill()

			path := storePath(home)
			for folder := filepath.Dir(path); folder != filepath.Dir(filepath.Dir(home)); folder = filepath.Dir(folder) {
				chmod(t, folder, 0o755)
			}
			chmod(t, filepath.Dir(built(t)), 0o755)
			chmod(t, path, c.file)
			chmod(t, filepath.Dir(path), c.folder)
			t.Cleanup(func() { chmod(t, filepath.Dir(path), 0o755) })
			o := terminaltest.Options{Path: built(t), Home: home, Args: []string{"--db", path}}
			if os.Geteuid() == 0 {
				o.User = 65534
			}
			p := terminaltest.Start(t, o)
			p.Wait(t, "READ ONLY", "this file may only be read", "Checkout storm")
			p.Keys("Enter")
			p.Wait(t, "[Open]")
			p.Keys("Esc", "g", "3")
			p.Wait(t, "[Timeline]", "READ ONLY") // to look is no change
			p.Type("08:10 typed all the same")
			p.Keys("Enter")
			p.Wait(t, "NOT SAVED (1)", "The file may not be written; save a copy elsewhere, or change its permissions")
			chmod(t, path, 0o666) // as the screen says
			chmod(t, filepath.Dir(path), 0o777)
			p.Wait(t, "  saved")
			p.Signal(syscall.SIGTERM)
			p.ExitCode(t)
			chmod(t, filepath.Dir(path), 0o700)
			chmod(t, path, 0o600)
			if n := texts(stored(t, home))["typed all the same"]; n != 1 {
				t.Errorf("the row is on disk %d times", n)
			}
		})
	}
}

func chmod(t *testing.T, path string, mode os.FileMode) {
	t.Helper()
	if err := os.Chmod(path, mode); err != nil {
		t.Error(err)
	}
}
