package terminal

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// environment answers from pairs "NAME=value".
func environment(pairs ...string) func(string) string {
	return func(name string) string {
		for _, pair := range pairs {
			if key, value, _ := strings.Cut(pair, "="); key == name {
				return value
			}
		}
		return ""
	}
}

func TestTheFirstVariableThatIsSetDecidesTheLocale(t *testing.T) {
	for _, c := range []struct {
		env  []string
		want bool
	}{
		{[]string{"LANG=en_GB.UTF-8"}, true},
		{[]string{"LANG=de_DE.utf8"}, true},
		{[]string{"LANG=C"}, false},
		{[]string{"LANG=en_GB.UTF-8", "LC_ALL=C"}, false},
		{[]string{"LANG=C", "LC_CTYPE=C.UTF-8"}, true},
		{[]string{"LC_ALL=", "LANG=C.UTF-8"}, true},
		{nil, false},
	} {
		if got := IsUTF8(environment(c.env...)); got != c.want {
			t.Errorf("%q: got %v, want %v", c.env, got, c.want)
		}
	}
}

func TestAFileIsNoTerminal(t *testing.T) {
	f, err := os.Create(filepath.Join(t.TempDir(), "file"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if IsTerminal(f) {
		t.Error("a file is taken for a terminal")
	}
}

func TestTheClipboardGetsCleanTextOfALimitedLength(t *testing.T) {
	cmd, err := Clipboard("rm\x1b[2J\nnext")
	if err != nil {
		t.Fatal(err)
	}
	want := tea.SetClipboard("rm␛[2J\nnext")()
	if got := cmd(); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if _, err := Clipboard(strings.Repeat("a", ClipboardLimit+1)); err == nil || !strings.Contains(err.Error(), "export") {
		t.Errorf("got the error %v", err)
	}
}

// script is an editor: a shell script that is run with the file as $1.
func script(t *testing.T, body string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "editor")
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+body+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestTheEditorGetsTheTextAndGivesItBack(t *testing.T) {
	for _, c := range []struct{ name, body, text, want string }{
		{"unchanged", "true", "as it was", "as it was"},
		{"line feed added", `printf 'new\n' > "$1"`, "old", "new"},
		{"line feed kept", `printf 'new\n' > "$1"`, "old\n", "new\n"},
		{"saved through a rename", `printf 'new' > "$1~"; mv "$1~" "$1"`, "old", "new"},
		{"emptied", `: > "$1"`, "old", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Setenv("TMPDIR", t.TempDir())
			cmd, read, err := Editor("impact.md", c.text, environment("EDITOR=false", "VISUAL="+script(t, c.body)))
			if err != nil {
				t.Fatal(err)
			}
			path := cmd.Args[len(cmd.Args)-1]
			if filepath.Base(path) != "impact.md" {
				t.Errorf("the file is %q", path)
			}
			checkMode(t, path, 0o600)
			checkMode(t, filepath.Dir(path), 0o700)
			if err := cmd.Run(); err != nil {
				t.Fatal(err)
			}
			if got, err := read(nil); err != nil || got != c.want {
				t.Errorf("got %q, %v; want %q", got, err, c.want)
			}
			if _, err := os.Stat(filepath.Dir(path)); !errors.Is(err, os.ErrNotExist) {
				t.Errorf("the folder is still there: %v", err)
			}
		})
	}
}

func checkMode(t *testing.T, path string, want os.FileMode) {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := info.Mode().Perm(); got != want {
		t.Errorf("%s has the mode %o, want %o", path, got, want)
	}
}

func TestWhatTheEditorLeftIsKeptWhereItCannotBeTaken(t *testing.T) {
	for _, c := range []struct {
		name, body string
		want       error
	}{
		{"not text", `printf '\377\376' > "$1"`, ErrNotText},
		{"too long", `head -c 1048577 /dev/zero | tr '\0' a > "$1"`, ErrTooLong},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Setenv("TMPDIR", t.TempDir())
			cmd, read, err := Editor("a.md", "old", environment("EDITOR="+script(t, c.body)))
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Run(); err != nil {
				t.Fatal(err)
			}
			path := cmd.Args[len(cmd.Args)-1]
			_, err = read(nil)
			if !errors.Is(err, c.want) || !strings.Contains(err.Error(), path) {
				t.Errorf("got %v, want %v and the path", err, c.want)
			}
			if _, err := os.Stat(path); err != nil {
				t.Errorf("the file is gone: %v", err)
			}
		})
	}
}

// A person who leaves vi with :cq wants nothing of it. What the editor had written by then was taken
// all the same; an editor that was killed in the middle of a write gave half a line.
func TestAnEditorThatFailedLeavesTheTextAsItWas(t *testing.T) {
	for _, c := range []struct {
		name, body string
		want       error
		keeps      bool
	}{
		{"nothing changed", "exit 1", ErrEditorFailed, false},
		{"left with another text", `printf 'half' > "$1"; exit 1`, ErrEditorFailed, true},
		{"killed", `printf 'half' > "$1"; kill -9 $$`, ErrEditorFailed, true},
		{"failed over something binary", `printf '\377' > "$1"; exit 3`, ErrEditorFailed, true},
		{"failed and removed the file", `rm "$1"; exit 1`, ErrEditorFailed, false},
		{"removed the file", `rm "$1"`, ErrNoText, false},
		{"left a folder", `rm "$1"; mkdir "$1"`, ErrNoText, false},
		{"left a pipe", `rm "$1"; mkfifo "$1"`, ErrNoText, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Setenv("TMPDIR", t.TempDir())
			cmd, read, err := Editor("a.md", "old", environment("EDITOR="+script(t, c.body)))
			if err != nil {
				t.Fatal(err)
			}
			path := cmd.Args[len(cmd.Args)-1]
			_, err = read(cmd.Run())
			if !errors.Is(err, c.want) || !strings.Contains(err.Error(), "as it was before") || strings.Contains(err.Error(), "\n") {
				t.Errorf("got %v, want %v in one sentence", err, c.want)
			}
			_, statErr := os.Stat(filepath.Dir(path))
			if kept := statErr == nil; kept != c.keeps || strings.Contains(err.Error(), path) != c.keeps {
				t.Errorf("kept %v, want %v: %v", kept, c.keeps, err)
			}
		})
	}
}

func TestAMissingEditorIsSaidBeforeTheScreenIsLeft(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	_, _, err := Editor("a.md", "text", environment("EDITOR=no-such-editor-here --wait"))
	if !errors.Is(err, ErrNoEditor) {
		t.Errorf("got %v, want ErrNoEditor", err)
	}
	if left, _ := os.ReadDir(folder); len(left) > 0 {
		t.Errorf("%s is left behind", left[0].Name())
	}
}

func TestEachSignalComesWithItsExitCode(t *testing.T) {
	watch := Signals()
	defer watch.Stop()
	for _, c := range []struct {
		send syscall.Signal
		want Signal
		code int
	}{{syscall.SIGHUP, Hangup, 129}, {syscall.SIGINT, Interrupted, 130}, {syscall.SIGTERM, Terminated, 143}, {syscall.SIGTSTP, Stopped, 1}, {syscall.SIGCONT, Continued, 1}} {
		if err := syscall.Kill(os.Getpid(), c.send); err != nil {
			t.Fatal(err)
		}
		if got := watch.Next()(); got != c.want || c.want.ExitCode() != c.code {
			t.Errorf("%v: got %v with %d, want %v with %d", c.send, got, c.want.ExitCode(), c.want, c.code)
		}
		if ends := c.code > 1; c.want.Ends() != ends {
			t.Errorf("%v: ends %v, want %v", c.want, c.want.Ends(), ends)
		}
	}
}

func TestAStoppedWatchKeepsNobodyWaiting(t *testing.T) {
	watch := Signals()
	next := watch.Next()
	watch.Stop()
	watch.Stop()
	if got := next(); got != nil {
		t.Errorf("got %v, want no message", got)
	}
}

func TestTheTraceOfAPanicGoesToAPrivateFile(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "traces")
	now := time.Date(2026, 3, 12, 14, 2, 0, 0, time.UTC)
	first, err := PanicFile(folder, now, "index out of range", []byte("goroutine 1"))
	if err != nil {
		t.Fatal(err)
	}
	second, err := PanicFile(folder, now, "again", nil)
	if err != nil || second == first {
		t.Errorf("the second trace went to %q, %v", second, err)
	}
	checkMode(t, folder, 0o700)
	checkMode(t, first, 0o600)
	text, err := os.ReadFile(first)
	if err != nil || !bytes.Contains(text, []byte("index out of range")) || !bytes.Contains(text, []byte("goroutine 1")) {
		t.Errorf("got %q, %v", text, err)
	}
	if line := PanicLine(first); strings.Contains(line, "\n") || !strings.Contains(line, first) {
		t.Errorf("got the line %q", line)
	}
}

func TestThePanicFileSaysWhyItCouldNotBeWritten(t *testing.T) {
	blocked := filepath.Join(t.TempDir(), "a file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if path, err := PanicFile(blocked, time.Time{}, "x", nil); err == nil || path != "" {
		t.Errorf("got %q, %v", path, err)
	}
}
