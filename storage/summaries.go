package storage

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"time"

	"debrief/model"
)

// Summaries returns what a list shows of each post-mortem, the newest first. It opens none of
// them and costs the same whatever they hold. One that cannot be read is Unreadable, and the others
// are there.
func (s *Store) Summaries(ctx context.Context, q model.SummaryQuery) ([]model.Summary, error) {
	var list []dated
	err := s.read(ctx, func(t *tx) error {
		overdue, err := t.overdue(q)
		if err != nil {
			return err
		}
		// A few come in order from the index. All of them come faster as they lie and are sorted
		// here: the index would look each one up.
		which, args := "WHERE deleted = ? ORDER BY began_at DESC, postmortem_id LIMIT ?", []any{q.Deleted, q.Limit}
		if q.Limit <= 0 {
			which, args = "WHERE +deleted = ?", []any{q.Deleted}
		}
		var one dated
		var zone string
		var at time.Time
		read := func(name string, to sql.Scanner) tolerant { return tolerant{to, name, &one.Unreadable} }
		in := make(zones)
		return t.each(`SELECT
  postmortem_id,
  deleted,
  began_at,
  began_at,
  zone,
  title,
  kind,
  severity,
  status,
  phase,
  decided,
  updated_at
FROM summaries
`+which, args, []any{
			read("id", letters[model.ID]{&one.ID}), read("mark of deletion", boolean{&one.Deleted}),
			read("date", letters[string]{&one.began}), read("date", point{&at}), read("zone", letters[string]{&zone}),
			read("title", letters[string]{&one.Title}), read("kind", letters[model.IncidentKind]{&one.Kind}),
			read("severity", integer[int]{&one.Severity}), read("status", letters[model.Status]{&one.Status}),
			read("phase", integer[model.Phase]{&one.Phase}), read("number of countermeasures", integer[int]{&one.Open}),
			read("time of the last change", point{&one.Updated}),
		}, func() {
			one.Overdue = overdue[one.ID]
			if one.Unreadable == "" && !at.IsZero() {
				one.Date = model.DateOf(at.In(in.location(zone)))
			}
			list = append(list, one)
			one, at, zone = dated{}, time.Time{}, ""
		})
	})
	if err != nil {
		return nil, fmt.Errorf("list the post-mortems: %w", err)
	}
	slices.SortStableFunc(list, func(a, b dated) int { return strings.Compare(b.began, a.began) })
	summaries := make([]model.Summary, len(list))
	for i, d := range list {
		summaries[i] = d.Summary
	}
	return summaries, nil
}

// dated is a summary with the time by which lists are sorted.
type dated struct {
	model.Summary
	began string
}

// overdue returns how many decided countermeasures of each post-mortem are past their date.
func (t *tx) overdue(q model.SummaryQuery) (map[model.ID]int, error) {
	counts := make(map[model.ID]int)
	var id model.ID
	var n int
	// For a short list only its own post-mortems are looked through: the first screen waits for it.
	among, args := "", []any{q.Today.String()}
	if q.Limit > 0 {
		among = "AND postmortem_id IN (SELECT postmortem_id FROM summaries WHERE deleted = ? ORDER BY began_at DESC, postmortem_id LIMIT ?)"
		args = append(args, q.Deleted, q.Limit)
	}
	err := t.each(`SELECT
  postmortem_id,
  COUNT(*)
FROM countermeasures
WHERE state = 'open' AND owner IS NOT NULL AND by_date <> '' AND by_date < ? `+among+`
GROUP BY postmortem_id`, args, []any{letters[model.ID]{&id}, integer[int]{&n}}, func() { counts[id] = n })
	return counts, err
}

// Dues returns the countermeasures that wait for somebody: decided ones past their date and
// resting ones whose day to decide has come, the longest waiting first, at most limit of them (0
// is all). Those of deleted post-mortems are left out; one that cannot be read is Unreadable.
func (s *Store) Dues(ctx context.Context, today model.Date, limit int) ([]model.Due, error) {
	if limit <= 0 {
		limit = -1
	}
	var list []model.Due
	err := s.read(ctx, func(t *tx) error {
		var one model.Due
		read := func(name string, to sql.Scanner) tolerant { return tolerant{to, name, &one.Unreadable} }
		return t.each(`SELECT
  c.postmortem_id,
  c.id,
  c.text,
  COALESCE(a.name, ''),
  c.due,
  c.resting
FROM (
  SELECT postmortem_id, id, text, owner, by_date AS due, 0 AS resting
  FROM countermeasures
  WHERE state = 'open' AND owner IS NOT NULL AND by_date <> '' AND by_date < ?1
  UNION ALL
  SELECT postmortem_id, id, text, owner, rest_until AS due, 1 AS resting
  FROM countermeasures
  WHERE state = 'resting' AND rest_until <> '' AND rest_until <= ?1
) AS c
JOIN postmortems AS p ON p.id = c.postmortem_id
LEFT JOIN attendees AS a ON a.postmortem_id = c.postmortem_id AND a.id = c.owner
WHERE p.deleted_at = ''
ORDER BY c.due, c.postmortem_id, c.id
LIMIT ?2`, []any{today.String(), limit}, []any{
			read("post-mortem", letters[model.ID]{&one.Postmortem}), read("id", letters[model.ID]{&one.Countermeasure}),
			read("text", letters[string]{&one.Text}), read("owner", letters[string]{&one.Owner}),
			read("date", date{&one.By}), read("state", boolean{&one.Resting}),
		}, func() {
			list = append(list, one)
			one = model.Due{}
		})
	})
	if err != nil {
		return nil, fmt.Errorf("list what is due: %w", err)
	}
	return list, nil
}

// changesSummary tells whether a change of the table may change what lists show.
func changesSummary(t model.Table) bool {
	return t == model.Headers || t == model.Incidents || t == model.Milestones || t == model.Countermeasures
}

// summarise keeps the record's line in the lists.
func (t *tx) summarise(record model.ID, e model.Entry, whole bool) error {
	if !whole {
		_, err := t.exec("UPDATE summaries SET updated_at = ? WHERE postmortem_id = ?", model.FormatTime(e.At), string(record))
		return err
	}
	n, err := t.exec(`INSERT INTO summaries
SELECT * FROM summary_facts WHERE postmortem_id = ?
ON CONFLICT (postmortem_id) DO UPDATE SET
  deleted = excluded.deleted,
  began_at = excluded.began_at,
  zone = excluded.zone,
  title = excluded.title,
  kind = excluded.kind,
  severity = excluded.severity,
  status = excluded.status,
  phase = excluded.phase,
  decided = excluded.decided,
  updated_at = excluded.updated_at`, string(record))
	if err != nil || n > 0 {
		return err
	}
	_, err = t.exec("DELETE FROM summaries WHERE postmortem_id = ?", string(record))
	return err
}

// zones are locations by name: reading one takes a file, and thousands of records share a few.
type zones map[string]*time.Location

// location returns the zone of that name, UTC where it is not known.
func (z zones) location(name string) *time.Location {
	at, ok := z[name]
	if !ok {
		var err error
		if at, err = time.LoadLocation(name); err != nil {
			at = time.UTC
		}
		z[name] = at
	}
	return at
}
