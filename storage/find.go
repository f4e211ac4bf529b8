package storage

import (
	"context"
	"fmt"
	"strings"

	"debrief/model"
)

// Find returns the id of the one post-mortem whose id begins with prefix. One that is not
// deleted goes before those that are. The error is a model.ErrNotFound or, where several fit, a
// model.ErrAmbiguous.
func (s *Store) Find(ctx context.Context, prefix string) (model.ID, error) {
	var found, deleted []model.ID
	prefix = strings.ToLower(prefix)
	if !model.ValidIDPrefix(prefix) {
		return "", fmt.Errorf("find %q: %w", prefix, model.ErrNotFound)
	}
	err := s.read(ctx, func(t *tx) error {
		var id model.ID
		var gone bool
		// All that begins with prefix lies between it and it with the last letter appended.
		return t.each("SELECT id, deleted_at <> '' FROM postmortems WHERE id >= ? AND id < ? LIMIT 1000",
			[]any{prefix, prefix + "~"}, []any{letters[model.ID]{&id}, boolean{&gone}}, func() {
				if gone {
					deleted = append(deleted, id)
				} else {
					found = append(found, id)
				}
			})
	})
	if len(found) == 0 {
		found = deleted
	}
	switch {
	case err != nil:
	case len(found) == 1:
		return found[0], nil
	case len(found) == 0:
		err = model.ErrNotFound
	default:
		err = model.ErrAmbiguous
	}
	return "", fmt.Errorf("find %q: %w", prefix, err)
}
