package storage

import (
	"os"
	"path/filepath"
	"strings"
	"time"
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
// finished one, a second name of the store itself, under which a text would outlive its purge. A
// file that another window is making right now stays. What cannot be removed does no harm.
func (s *Store) sweep() {
	entries, err := os.ReadDir(filepath.Dir(s.file))
	if err != nil {
		return
	}
	prefix := filepath.Base(freshName(s.file, ""))
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), prefix) || !e.Type().IsRegular() {
			continue
		}
		is, err := e.Info()
		if err == nil && (os.SameFile(is, s.is) || s.now().Sub(is.ModTime()) > abandoned) {
			_ = os.Remove(filepath.Join(filepath.Dir(s.file), e.Name()))
		}
	}
}
