package storage_test

import (
	"context"
	"database/sql"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"debrief/model"
	"debrief/model/sample/sampletest"
	"debrief/storage/storagetest"
)

// spoil changes rows of a store behind its back, as rot or another program may.
func spoil(t *testing.T, path, statement string, args ...any) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	result, err := db.Exec(statement, args...)
	if err != nil {
		t.Fatal(err)
	}
	if n, err := result.RowsAffected(); n == 0 || err != nil {
		t.Fatalf("%s changed %d rows, %v", statement, n, err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

// One row of a list that cannot be read is said in its place; the others are there, and doctor
// names it.
func TestARowOfAListThatCannotBeReadHidesNoOther(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "debrief.db")
	s := open(t, path)
	at := func(day int) model.Date { return model.Date{Year: 2026, Month: 3, Day: day} }
	for n := range 3 {
		p := storagetest.Begun(sampletest.ID(n+1), "title")
		p.Attendees = []model.Attendee{{ID: sampletest.ID(90), Handle: "ana", Name: "Ana", Pos: "a0"}}
		p.Countermeasures = []model.Countermeasure{{ID: sampletest.ID(91), Text: "past", Owner: sampletest.ID(90), By: at(n + 1), State: model.Open, Pos: "a0"}}
		if err := s.Save(ctx, p.Header.ID, storagetest.First(p)); err != nil {
			t.Fatal(err)
		}
	}
	bad := sampletest.ID(2)
	spoil(t, path, "UPDATE summaries SET began_at = '10000-01-01T04:30:00.000Z' WHERE postmortem_id = ?", string(bad))
	spoil(t, path, "UPDATE countermeasures SET by_date = '0000-00-00' WHERE postmortem_id = ?", string(bad))
	for _, limit := range []int{0, 60} {
		list, err := s.Summaries(ctx, model.SummaryQuery{Today: at(15), Limit: limit})
		if err != nil || len(list) != 3 {
			t.Fatalf("%d rows, %v", len(list), err)
		}
		for _, l := range list {
			want := ""
			if l.ID == bad {
				want = `its date is "10000-01-01T04:30:00.000Z"`
			}
			if l.Unreadable != want || l.Title != "title" || (want == "") == l.Date.IsZero() || l.Updated.IsZero() {
				t.Errorf("got %+v, want %q", l, want)
			}
		}
	}
	dues, err := s.Dues(ctx, at(15), 0)
	if err != nil || len(dues) != 3 {
		t.Fatalf("%d rows, %v", len(dues), err)
	}
	for _, d := range dues {
		if (d.Unreadable == `its date is "0000-00-00"`) != (d.Postmortem == bad) || d.Text != "past" || d.Owner != "Ana" {
			t.Errorf("got %+v", d)
		}
	}
	if _, _, err := s.Read(ctx, bad); !errors.Is(err, model.ErrDamaged) || !strings.Contains(err.Error(), `"0000-00-00"`) {
		t.Errorf("reading it: got %v, want ErrDamaged", err)
	}
	if _, _, err := s.Read(ctx, sampletest.ID(1)); err != nil {
		t.Errorf("reading another: %v", err)
	}
	h, err := s.Health(ctx)
	if err != nil || h.Sound() {
		t.Fatalf("doctor says %v, %v", h.Damage, err)
	}
	for _, words := range h.Damage {
		if !strings.Contains(words, string(bad)) {
			t.Errorf("doctor says %q, which does not name %s", words, bad)
		}
	}
}

func TestADraftOfNoTimeIsGivenBackAllTheSame(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "debrief.db")
	s := open(t, path)
	for _, field := range []string{"what", "who"} {
		if err := s.SaveDraft(ctx, model.Draft{Window: "w", Place: "home", Field: field, Text: "typed", At: sampletest.Start()}); err != nil {
			t.Fatal(err)
		}
	}
	spoil(t, path, "UPDATE drafts SET at = 'soon' WHERE field = ?", "what")
	drafts, err := s.Drafts(ctx, "")
	if err != nil || len(drafts) != 2 || drafts[0].Field != "who" || drafts[1].Text != "typed" || !drafts[1].At.IsZero() {
		t.Errorf("got %+v, %v", drafts, err)
	}
}
