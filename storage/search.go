package storage

import (
	"context"
	"fmt"
	"strings"
	"unicode"

	"debrief/model"
)

// Hit is a row that holds the words searched for.
type Hit struct {
	Postmortem model.ID // model.SettingsID for a signal
	Table      model.Table
	Row        model.ID
	Title      string // of the post-mortem
	Text       string // the row's words, a field a line
	Private    bool
}

// Search returns the rows that hold every word of the query, the last of them as the beginning
// of a word, newest row first, at most limit (0 is 100). Upper case and accents make no
// difference; no character means anything but itself. Deleted post-mortems are left out.
func (s *Store) Search(ctx context.Context, query string, limit int) ([]Hit, error) {
	match := matching(query)
	if match == "" {
		return nil, nil
	}
	if limit <= 0 {
		limit = 100
	}
	var hits []Hit
	err := s.read(ctx, func(t *tx) error {
		var h Hit
		return t.each(`SELECT
  d.postmortem_id,
  d.kind,
  d.row_id,
  COALESCE(p.title, ''),
  d.text,
  d.private
FROM search
JOIN documents AS d ON d.doc = search.rowid
LEFT JOIN postmortems AS p ON p.id = d.postmortem_id
WHERE search MATCH ? AND COALESCE(p.deleted_at, '') = ''
ORDER BY search.rowid DESC
LIMIT ?`, []any{match, limit}, []any{
			letters[model.ID]{&h.Postmortem}, letters[model.Table]{&h.Table}, letters[model.ID]{&h.Row}, &h.Title, &h.Text,
			boolean{&h.Private},
		}, func() { hits = append(hits, h) })
	})
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	return hits, nil
}

// mostWords is how many words of a query count: a pasted page is no query.
const mostWords = 16

// matching turns typed text into FTS5's language: each word in quotes, in which only the quote
// itself means something. Raw text breaks it; an apostrophe is a syntax error.
func matching(query string) string {
	var words []string
	for _, w := range strings.Fields(clean(query)) {
		if strings.IndexFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) < 0 {
			continue // no word in the index is made of such signs alone
		}
		if len(words) < mostWords {
			words = append(words, `"`+strings.ReplaceAll(w, `"`, `""`)+`"`)
		}
	}
	if len(words) == 0 {
		return ""
	}
	return strings.Join(words, " ") + "*"
}
