//go:build unix

package storage

import (
	"path/filepath"
	"syscall"
)

// mayWrite is W_OK of access(2).
const mayWrite = 2

// ReadOnly tells that nothing can be saved as things stand: the file may not be written, or its folder,
// in which SQLite keeps its journal while it writes. It opens nothing, so it may be asked at any time;
// the answer is that of this moment.
func (s *Store) ReadOnly() bool {
	return syscall.Access(s.file, mayWrite) != nil || syscall.Access(filepath.Dir(s.file), mayWrite) != nil
}
