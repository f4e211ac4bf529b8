package terminal

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/editor"
)

// EditorLimit is how many bytes are read back from the editor.
const EditorLimit = 1 << 20

var (
	// ErrNoEditor says that the editor of the environment, or nano where none is named, is not on this machine.
	ErrNoEditor = errors.New("no editor found: set VISUAL or EDITOR to the one you use")
	// ErrEditorFailed says that the editor ended with an error, or was not to be started.
	ErrEditorFailed = errors.New("the editor ended with an error")
	// ErrNoText says that the editor left no file.
	ErrNoText = errors.New("the editor left no file, so the text is as it was before")
	// ErrNotText says that what the editor left cannot be read as text; the file is kept.
	ErrNotText = errors.New("what the editor left is not UTF-8 text")
	// ErrTooLong says that the editor left more than EditorLimit; the file is kept.
	ErrTooLong = errors.New("what the editor left is longer than 1 MiB")
)

// Editor is the command that opens text in the person's editor, VISUAL or EDITOR, and the function that reads it back
// when the command has ended and clears up. The name ends the file's, so that an editor knows Markdown by ".md".
//
// Read is told how the command ended. An editor that ended with an error, as with :cq in vi, means that its text is not
// to be taken; git reads it so too. Every error of read means that the text is as it was before.
//
// The text may be private: it stands in a file of mode 0600 in a folder of its own, 0700, which also takes what the
// editor writes beside it. The file is kept, and the error names it, only where what was typed would be lost.
func Editor(name, text string, getenv func(string) string) (cmd *exec.Cmd, read func(ended error) (string, error), err error) {
	folder, err := os.MkdirTemp("", "debrief-")
	if err != nil {
		return nil, nil, fmt.Errorf("make a folder for the editor: %w", err)
	}
	path := filepath.Join(folder, filepath.Base(name))
	defer func() {
		if err != nil {
			err = errors.Join(err, os.RemoveAll(folder))
		}
	}()
	if err := writeNew(path, text); err != nil {
		return nil, nil, fmt.Errorf("write the text for the editor: %w", err)
	}
	cmd, err = editorCommand(path, getenv)
	if err != nil {
		return nil, nil, err
	}
	return cmd, func(ended error) (string, error) {
		after, err := readBack(path, text)
		if ended != nil {
			err = failed(ended, path, after != text && err == nil || isKept(err))
		}
		if !isKept(err) {
			err = errors.Join(err, os.RemoveAll(folder))
		}
		return after, err
	}, nil
}

// editorCommand prefers VISUAL, which is the one meant for a screen; the library knows EDITOR and what to take where
// neither is set.
func editorCommand(path string, getenv func(string) string) (*exec.Cmd, error) {
	var cmd *exec.Cmd
	words := strings.Fields(getenv("VISUAL"))
	if len(words) == 0 {
		words = strings.Fields(getenv("EDITOR"))
	}
	if len(words) > 0 {
		cmd = exec.Command(words[0], append(words[1:], path)...)
	} else {
		var err error
		if cmd, err = editor.Command("debrief", path); err != nil {
			return nil, err
		}
	}
	if cmd.Err != nil {
		return nil, fmt.Errorf("%w (%s)", ErrNoEditor, cmd.Args[0])
	}
	cmd.Stdin = os.Stdin // an editor needs the terminal itself, not what the screen reads through
	return cmd, nil
}

func writeNew(path, text string) (err error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	_, err = f.WriteString(text)
	return err
}

// kept is an error after which the file stays where it is, because it may hold what a person typed.
type kept struct{ error }

func (k kept) Unwrap() error { return k.error }

func isKept(err error) bool {
	var k kept
	return errors.As(err, &k)
}

// failed says how the editor ended, and where what it wrote can be found.
func failed(ended error, path string, wrote bool) error {
	if wrote {
		return kept{fmt.Errorf("%w (%w), so the text is as it was before; what it wrote stays in %s", ErrEditorFailed, ended, path)}
	}
	return fmt.Errorf("%w (%w), so the text is as it was before", ErrEditorFailed, ended)
}

// readBack takes the line feed off again that most editors add at the end.
func readBack(path, before string) (string, error) {
	if is, err := os.Stat(path); err != nil || !is.Mode().IsRegular() { // to open a pipe would wait for ever
		return "", ErrNoText
	}
	f, err := os.Open(path)
	if err != nil {
		return "", kept{fmt.Errorf("read the text back from the editor; it stays in %s: %w", path, err)}
	}
	text, err := io.ReadAll(io.LimitReader(f, EditorLimit+1))
	err = errors.Join(err, f.Close())
	switch {
	case err != nil:
		return "", kept{fmt.Errorf("read the text back from the editor; it stays in %s: %w", path, err)}
	case len(text) > EditorLimit:
		return "", kept{fmt.Errorf("%w; it stays in %s", ErrTooLong, path)}
	case !utf8.Valid(text):
		return "", kept{fmt.Errorf("%w; it stays in %s", ErrNotText, path)}
	}
	after := string(text)
	if !strings.HasSuffix(before, "\n") {
		after = strings.TrimSuffix(strings.TrimSuffix(after, "\n"), "\r")
	}
	return after, nil
}
