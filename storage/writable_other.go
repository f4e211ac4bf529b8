//go:build !unix

package storage

import "os"

// ReadOnly tells that nothing can be saved as things stand, because the file may not be written. It
// opens nothing, so it may be asked at any time; the answer is that of this moment.
func (s *Store) ReadOnly() bool {
	is, err := os.Stat(s.file)
	return err != nil || is.Mode().Perm()&0o200 == 0
}
