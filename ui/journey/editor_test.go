package journey

import (
	"os"
	"path/filepath"
	"testing"

	"debrief/ui/terminaltest"
)

// ctrl+x and an editor that fails: the line keeps its text, the screen says why, and goes on.
func TestTheLineKeepsItsTextWhenTheEditorFails(t *testing.T) {
	for name, c := range map[string]struct{ editor, want string }{
		"left without saving": {"exit 1", "the editor ended with an error (exit status 1)"},
		"killed":              {`printf 'ha' > "$1"; kill -9 $$`, "signal: killed"},
		"file removed":        {`rm "$1"`, "the editor left no file"},
		"binary":              {`printf '\377\376' > "$1"`, "not UTF-8 text"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			home := t.TempDir()
			editor := filepath.Join(home, "editor")
			if err := os.WriteFile(editor, []byte("#!/bin/sh\n"+c.editor+"\n"), 0o700); err != nil {
				t.Fatal(err)
			}
			r := &room{t, terminaltest.Start(t, terminaltest.Options{Path: built(t), Home: home, Width: 140, Height: 30, Env: []string{"EDITOR=" + editor, "TMPDIR=" + home}})}
			r.p.Wait(t, "  Home", "  Ask ")
			r.write("Pager storm of May")
			r.p.Keys("ctrl+x")
			r.p.Wait(t, c.want, "Pager storm of May")
			r.write(" and June")
			r.p.Keys("ctrl+c")
			r.p.Wait(t, "ctrl+c again", "Pager storm of May and June")
			r.p.Keys("ctrl+c")
			if code := r.p.ExitCode(t); code != 0 {
				t.Errorf("left with %d", code)
			}
		})
	}
}
