//go:build !unix

package storage

import "os"

// ReadOnly tells that nothing can be saved as things stand, because the file may not be written. It
// opens nothing, so it may be asked at any time; the answer is that of this moment.
func (s *Store) ReadOnly() bool {
	return !mayBeWritten(s.file) && !s.writable
}

// mayBeWritten tells that the mode of a file allows to write it. One that is gone is another trouble.
func mayBeWritten(path string) bool {
	is, err := os.Stat(path)
	return err != nil || is.Mode().Perm()&0o200 != 0
}
