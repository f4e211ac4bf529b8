package cli

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"debrief/storage"
)

func TestWhatAPurgeCannotReachIsNamedAndTheRestIsClean(t *testing.T) {
	d := newDesk(t)
	id := strings.TrimSpace(d.must("new", "The password is hunter2"))
	copied := filepath.Join(t.TempDir(), "copy.db")
	s, err := storage.Open(context.Background(), d.db, storage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Copy(context.Background(), copied); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(copied, copied+".moved"); err != nil {
		t.Fatal(err)
	}

	purge := []string{"purge", id, "--text", "hunter2", "--with", "[password]", "--yes"}
	named := func(code int) {
		t.Helper()
		lines := strings.Split(strings.TrimSpace(d.err.String()), "\n")
		if code != failed || len(lines) != 2 || !strings.HasPrefix(lines[0], "the copy "+copied+": ") || !strings.Contains(lines[0], "may have been moved") ||
			!strings.HasPrefix(lines[1], "debrief: 1 file was not reached; all others are clean.") {
			t.Errorf("it ended with %d and %q", code, lines)
		}
	}
	named(d.run(purge...))
	if out := d.must("list"); strings.Contains(out, "hunter2") {
		t.Errorf("the store was left as it was: %q", out)
	}
	named(d.run("purge", id, "--yes"))
	if out := d.must("list", "--deleted") + d.must("list"); out != "" {
		t.Errorf("the store was left as it was: %q", out)
	}
	// The copy has been seen to.
	d.fails(unknown, "there is no post-mortem", "purge", id, "--yes", "--forget-copy", copied)
	d.fails(unknown, "there is no post-mortem", "purge", id, "--yes")
}
