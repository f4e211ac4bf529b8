package storage

import (
	"os"
	"path/filepath"
	"strings"
	"time"

	"debrief/storage/backup"
)

// abandoned is the age at which a half-made store is nobody's: to make one takes well under a
// second.
const abandoned = time.Hour

// freshName returns the name under which a new store at path is made; mark tells it from those of
// other windows that make one at the same time.
func freshName(path, mark string) string {
	return filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".new-"+mark)
}

// sweep removes what a killed creation left beside the store: the half-made file and its journal,
// which hold nothing that anybody typed; or, where the kill came between the two names of the
// finished one, a second name of the store itself, under which a text would outlive its purge. It
// removes half-made backups too. What another window is making right now stays. What cannot be
// removed is tried again at the next start.
func (s *Store) sweep() {
	for _, path := range append(unmade(s.file), backup.Unfinished(s.file)...) {
		is, err := os.Lstat(path)
		if err == nil && (os.SameFile(is, s.is) || s.now().Sub(is.ModTime()) > abandoned) {
			_ = os.Remove(path)
		}
	}
}

// unmade returns the files under which stores at path were to be made.
func unmade(path string) []string {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return nil
	}
	var found []string
	prefix := filepath.Base(freshName(path, ""))
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), prefix) && e.Type().IsRegular() {
			found = append(found, filepath.Join(filepath.Dir(path), e.Name()))
		}
	}
	return found
}
