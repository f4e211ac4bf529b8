//go:build unix

package storage

import (
	"errors"
	"path/filepath"
	"syscall"
)

// mayWrite is W_OK of access(2).
const mayWrite = 2

// ReadOnly tells that nothing can be saved as things stand: the file may not be written, or its folder,
// in which SQLite keeps its journal while it writes. It opens nothing, so it may be asked at any time;
// the answer is that of this moment.
func (s *Store) ReadOnly() bool {
	return !mayBeWritten(s.file) && !s.writable || !mayBeWritten(filepath.Dir(s.file))
}

// mayBeWritten tells that this user may write a file or folder. One that is gone is another trouble.
func mayBeWritten(path string) bool {
	err := syscall.Access(path, mayWrite)
	return err == nil || errors.Is(err, syscall.ENOENT)
}
