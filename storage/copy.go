package storage

import (
	"context"
	"fmt"
	"path/filepath"

	"debrief/storage/backup"
)

// Copy writes the whole store to another file, which only its owner may read, and checks it. What
// stands at path already is left as it is, and the error wraps fs.ErrExist.
func (s *Store) Copy(ctx context.Context, path string) error {
	path, err := filepath.Abs(path)
	if err == nil {
		err = s.outside(ctx, func(t *tx) error { return backup.Copy(ctx, s.conn, path) })
	}
	if err != nil {
		return fmt.Errorf("copy the store to %s: %w", path, err)
	}
	return nil
}
