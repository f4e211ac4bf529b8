package storage

import (
	"context"
	"fmt"
	"slices"
	"time"

	"debrief/model"
)

// SaveDraft keeps text that is being typed. A draft of the same post-mortem, window, place and
// field takes the place of the earlier one; an empty text removes it.
//
// The error is a model.ErrNotFound where the post-mortem is not there, and a model.ErrConflict where
// a text was removed for good behind d.Base: what was removed must not come back with a draft.
func (s *Store) SaveDraft(ctx context.Context, d model.Draft) error {
	if d.Text == "" {
		return s.RemoveDraft(ctx, d)
	}
	err := s.write(ctx, func(t *tx) error {
		if err := t.takesDraft(d); err != nil {
			return err
		}
		return t.putDraft(d)
	})
	if err != nil {
		return fmt.Errorf("save the draft of %s: %w", d.Field, err)
	}
	return nil
}

func (t *tx) putDraft(d model.Draft) error {
	_, err := t.exec(`INSERT INTO drafts (
  postmortem_id,
  window,
  place,
  field,
  text,
  at
) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (postmortem_id, window, place, field) DO UPDATE SET
  text = excluded.text,
  at = excluded.at`,
		clean(string(d.Postmortem)), clean(d.Window), clean(d.Place), clean(d.Field), clean(d.Text), model.FormatTime(d.At))
	return err
}

// takesDraft refuses a draft of a record that was purged, or that may hold a purged text.
func (t *tx) takesDraft(d model.Draft) error {
	if d.Postmortem == "" {
		return nil
	}
	var there, purged bool
	err := t.one(`SELECT
  EXISTS (SELECT 1 FROM postmortems WHERE id = ?1),
  ?2 > 0 AND EXISTS (SELECT 1 FROM changes WHERE record = ?1 AND seq > ?2 AND kind = ?3 AND label = ?4)`,
		[]any{string(d.Postmortem), d.Base, string(model.Fact), model.PurgedLabel}, boolean{&there}, boolean{&purged})
	switch {
	case err != nil:
		return err
	case !there:
		return model.ErrNotFound
	case purged:
		return fmt.Errorf("%w: a text was removed for good", model.ErrConflict)
	}
	return nil
}

// RemoveDraft forgets the draft, unless it was saved again later than d.At; with a zero time it
// forgets it in any case. That there is none is no error.
func (s *Store) RemoveDraft(ctx context.Context, d model.Draft) error {
	err := s.write(ctx, func(t *tx) error { return t.dropDraft(d) })
	if err != nil {
		return fmt.Errorf("remove the draft of %s: %w", d.Field, err)
	}
	return nil
}

func (t *tx) dropDraft(d model.Draft) error {
	_, err := t.exec(`DELETE FROM drafts
WHERE postmortem_id = ?1 AND window = ?2 AND place = ?3 AND field = ?4 AND (?5 = '' OR at <= ?5)`,
		clean(string(d.Postmortem)), clean(d.Window), clean(d.Place), clean(d.Field), model.FormatTime(d.At))
	return err
}

// Drafts returns the drafts of the post-mortem, of all windows, the latest first. The empty id
// asks for those that were typed at home. One whose time cannot be read comes last, at the
// zero time: what was typed counts for more than when.
func (s *Store) Drafts(ctx context.Context, record model.ID) ([]model.Draft, error) {
	var drafts []model.Draft
	err := s.read(ctx, func(t *tx) error {
		d := model.Draft{Postmortem: record}
		var unread string
		return t.each(`SELECT
  window,
  place,
  field,
  text,
  at
FROM drafts
WHERE postmortem_id = ?
ORDER BY at DESC, window, place, field`, []any{string(record)},
			[]any{&d.Window, &d.Place, &d.Field, &d.Text, tolerant{point{&d.At}, "time", &unread}}, func() {
				if unread != "" {
					d.At, unread = time.Time{}, ""
				}
				drafts = append(drafts, d)
			})
	})
	if err != nil {
		return nil, fmt.Errorf("read the drafts of %s: %w", record, err)
	}
	slices.SortStableFunc(drafts, func(a, b model.Draft) int { return b.At.Compare(a.At) })
	return drafts, nil
}
