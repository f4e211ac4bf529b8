package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// lintLimit is how many bytes a text may have. A whole text is read at once, because a finding
// may stand across lines, and a fence of code far above tells what is code.
const lintLimit = 64 << 20

// named reads a file, a folder or stdin. The error is one of printing: what cannot be read is
// told and skipped.
func (l *linting) named(name string) error {
	if name == "-" {
		return l.read("stdin", l.run.In)
	}
	info, err := os.Stat(name)
	if err != nil {
		l.skip("%s", unreadable(name, err))
		return nil
	}
	if info.IsDir() {
		return l.folder(name)
	}
	return l.file(name)
}

// folder reads the texts below a folder, in the order of their names. Links in it are not
// followed, so none leads out of it or round in a ring.
func (l *linting) folder(root string) error {
	if !strings.HasSuffix(root, string(filepath.Separator)) {
		root += string(filepath.Separator) // the folder itself may be a link
	}
	return filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		hidden := name != root && strings.HasPrefix(filepath.Base(name), ".")
		switch {
		case err != nil:
			l.skip("%s", unreadable(name, err))
			return nil
		case entry.IsDir() && hidden:
			return fs.SkipDir
		case hidden, !entry.Type().IsRegular(), !isText(name):
			return nil
		}
		return l.file(name)
	})
}

// isText tells by its name that a file in a folder is one to read.
func isText(name string) bool {
	return slices.Contains([]string{".md", ".markdown", ".txt"}, strings.ToLower(filepath.Ext(name)))
}

func (l *linting) file(name string) error {
	f, err := os.Open(name)
	if err != nil {
		l.skip("%s", unreadable(name, err))
		return nil
	}
	defer f.Close() // it was only read
	return l.read(name, f)
}

// read looks through a stream, or says why it is none to look through.
func (l *linting) read(name string, in io.Reader) error {
	text, err := lintable(in)
	if err != nil {
		l.skip("%s", unreadable(name, err))
		return nil
	}
	return l.text(name, text)
}

// errNoText says in words for people why a file is not looked through.
var errNoText = errors.New("no text")

// lintable reads a whole text, without the mark of the byte order that some editors put first.
func lintable(in io.Reader) (string, error) {
	var b bytes.Buffer
	if f, ok := in.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Size() <= lintLimit {
			b.Grow(int(info.Size()) + bytes.MinRead) // read in one piece
		}
	}
	if _, err := b.ReadFrom(io.LimitReader(in, lintLimit+1)); err != nil {
		return "", err
	}
	text := b.Bytes()
	switch {
	case len(text) > lintLimit:
		return "", fmt.Errorf("%w: it has more than %d MiB; split it", errNoText, lintLimit>>20)
	case bytes.HasPrefix(text, []byte("\xff\xfe")), bytes.HasPrefix(text, []byte("\xfe\xff")):
		return "", fmt.Errorf("%w: it is written in UTF-16; save it as UTF-8", errNoText)
	case bytes.IndexByte(text, 0) >= 0:
		return "", fmt.Errorf("%w: it is a binary file; name texts and Markdown", errNoText)
	}
	return string(bytes.TrimPrefix(text, []byte("\ufeff"))), nil
}

// unreadable is one sentence about what was not read.
func unreadable(name string, err error) string {
	var at *fs.PathError
	switch {
	case errors.Is(err, errNoText):
		_, why, _ := strings.Cut(err.Error(), ": ")
		return name + " was not read: " + why
	case errors.Is(err, fs.ErrNotExist):
		return "there is no file " + name + "; look at the name"
	case errors.Is(err, fs.ErrPermission):
		return name + " was not read: it may not be; look at its permissions"
	case errors.As(err, &at):
		err = at.Err
	}
	return fmt.Sprintf("%s was not read: %v", name, err)
}
