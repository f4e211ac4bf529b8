package storagetest

import (
	"context"
	"errors"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/sample/sampletest"
	"debrief/storage"
)

func summaries(t *testing.T, open opener) {
	s, _ := fresh(t, open)
	older := Begun(sampletest.ID(1), "older")
	newer := Begun(sampletest.ID(2), "newer")
	newer.Header.Zone = "Pacific/Auckland"
	newer.Milestones = []model.Milestone{{Kind: model.Began, When: model.Moment{At: sampletest.Start().Add(time.Hour)}}}
	newer.Incident.Severity = 2
	newer.Attendees = []model.Attendee{{ID: sampletest.ID(4), Handle: "ana", Name: "Ana", Pos: "a0"}}
	newer.Countermeasures = []model.Countermeasure{
		{ID: sampletest.ID(5), Text: "past", Owner: sampletest.ID(4), By: model.Date{Year: 2026, Month: 3, Day: 14}, State: model.Open},
		{ID: sampletest.ID(6), Text: "to come", Owner: sampletest.ID(4), By: model.Date{Year: 2026, Month: 3, Day: 16}, State: model.Open},
		{ID: sampletest.ID(7), Text: "done", Owner: sampletest.ID(4), By: model.Date{Year: 2026, Month: 3, Day: 14}, State: model.Done},
		{ID: sampletest.ID(8), Text: "undecided", Owner: sampletest.ID(4), State: model.Open},
	}
	gone := Begun(sampletest.ID(3), "gone")
	gone.Header.Deleted = sampletest.Start()
	for _, p := range []model.Postmortem{older, gone, newer} {
		save(t, s, p.Header.ID, First(p))
	}
	today := model.Date{Year: 2026, Month: 3, Day: 15}
	got, err := s.Summaries(patient(t), model.SummaryQuery{Today: today})
	if err != nil {
		t.Fatal(err)
	}
	want := []model.Summary{
		{ID: sampletest.ID(2), Title: "newer", Date: model.Date{Year: 2026, Month: 3, Day: 13}, Kind: model.Unscheduled, Severity: 2,
			Status: model.StatusDraft, Open: 2, Overdue: 1, Updated: sampletest.Start()},
		{ID: sampletest.ID(1), Title: "older", Date: model.Date{Year: 2026, Month: 3, Day: 12}, Kind: model.Unscheduled,
			Status: model.StatusDraft, Updated: sampletest.Start()},
	}
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("\n got %+v\nwant %+v", got, want)
	}
	deleted, err := s.Summaries(patient(t), model.SummaryQuery{Deleted: true})
	if err != nil || len(deleted) != 1 || deleted[0].Title != "gone" || !deleted[0].Deleted {
		t.Errorf("deleted: %+v, %v", deleted, err)
	}
	renamed := older
	renamed.Header.Title = "renamed"
	renamed.Header.Phase = model.PhaseTimeline
	save(t, s, sampletest.ID(1), Next(2, older, renamed))
	got, err = s.Summaries(patient(t), model.SummaryQuery{Today: today})
	if err != nil || got[1].Title != "renamed" || got[1].Stage() != "Timeline" || !got[1].Updated.Equal(sampletest.Start().Add(2*time.Second)) {
		t.Errorf("after a rename: %+v, %v", got, err)
	}
	save(t, s, sampletest.ID(1), Next(3, renamed, model.Postmortem{}))
	if got, err = s.Summaries(patient(t), model.SummaryQuery{Today: today}); err != nil || len(got) != 1 {
		t.Errorf("after its beginning was taken back: %+v, %v", got, err)
	}
}

func dues(t *testing.T, open opener) {
	s, _ := fresh(t, open)
	p := Begun(sampletest.ID(1), "Checkout down")
	p.Attendees = []model.Attendee{{ID: sampletest.ID(4), Handle: "ana", Name: "Ana", Pos: "a0"}}
	at := func(day int) model.Date { return model.Date{Year: 2026, Month: 3, Day: day} }
	p.Countermeasures = []model.Countermeasure{
		{ID: sampletest.ID(5), Text: "today", Owner: sampletest.ID(4), By: at(15), State: model.Open},
		{ID: sampletest.ID(6), Text: "past", Owner: sampletest.ID(4), By: at(14), State: model.Open},
		{ID: sampletest.ID(7), Text: "done", Owner: sampletest.ID(4), By: at(1), State: model.Done},
		{ID: sampletest.ID(8), Text: "rests until today", State: model.Resting, RestUntil: at(15)},
		{ID: sampletest.ID(9), Text: "rests on", State: model.Resting, RestUntil: at(16)},
	}
	save(t, s, sampletest.ID(1), First(p))
	deleted := p
	deleted.Header.ID, deleted.Incident.ID, deleted.Header.Deleted = sampletest.ID(2), sampletest.ID(2), sampletest.Start()
	save(t, s, sampletest.ID(2), First(deleted))
	got, err := s.Dues(patient(t), at(15), 0)
	if err != nil {
		t.Fatal(err)
	}
	want := []model.Due{
		{Postmortem: sampletest.ID(1), Countermeasure: sampletest.ID(6), Text: "past", Owner: "Ana", By: at(14)},
		{Postmortem: sampletest.ID(1), Countermeasure: sampletest.ID(8), Text: "rests until today", By: at(15), Resting: true},
	}
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("\n got %+v\nwant %+v", got, want)
	}
	if got, err = s.Dues(patient(t), at(15), 1); err != nil || len(got) != 1 {
		t.Errorf("at most one: %+v, %v", got, err)
	}
}

func find(t *testing.T, open opener) {
	s, _ := fresh(t, open)
	for _, id := range []model.ID{"aaaaabbbbbccccc2", "aaaaabbbbbccccc3", "zzzzzbbbbbccccc2"} {
		p := Begun(id, string(id))
		if id == "aaaaabbbbbccccc3" {
			p.Header.Deleted = sampletest.Start()
		}
		save(t, s, id, First(p))
	}
	for _, test := range []struct {
		prefix string
		want   model.ID
		err    error
	}{
		{"zz", "zzzzzbbbbbccccc2", nil},
		{"ZZ", "zzzzzbbbbbccccc2", nil},
		{"aaaaa", "aaaaabbbbbccccc2", nil}, // the deleted one steps back
		{"aaaaabbbbbccccc3", "aaaaabbbbbccccc3", nil},
		{"b", "", model.ErrNotFound},
		{"", "", model.ErrNotFound},
		{"'%", "", model.ErrNotFound},
	} {
		got, err := s.Find(patient(t), test.prefix)
		if got != test.want || !errors.Is(err, test.err) {
			t.Errorf("find %q: got %q, %v; want %q, %v", test.prefix, got, err, test.want, test.err)
		}
	}
	save(t, s, "aaaaabbbbbccccc4", First(Begun("aaaaabbbbbccccc4", "third")))
	if _, err := s.Find(patient(t), "aaaaa"); !errors.Is(err, model.ErrAmbiguous) {
		t.Errorf("got %v, want ErrAmbiguous", err)
	}
}

func drafts(t *testing.T, open opener) {
	s, path := fresh(t, open)
	id := sampletest.ID(1)
	p := Begun(id, "Checkout down")
	save(t, s, id, First(p))
	draft := model.Draft{Postmortem: id, Window: "w1", Place: "timeline", Field: "what", Text: "al", At: sampletest.Start()}
	keep := func(d model.Draft) {
		t.Helper()
		if err := s.SaveDraft(patient(t), d); err != nil {
			t.Fatal(err)
		}
	}
	keep(draft)
	draft.Text, draft.At = "alert fires", sampletest.Start().Add(time.Second)
	keep(draft)
	other := draft
	other.Field, other.Text = "who", "ana"
	keep(other)
	home := model.Draft{Window: "w1", Place: "home", Field: "title", Text: "New", At: sampletest.Start()}
	keep(home)
	check := func(id model.ID, want ...model.Draft) {
		t.Helper()
		got, err := open(t, path).Drafts(patient(t), id)
		if err != nil || len(got) != len(want) {
			t.Fatalf("got %+v, %v; want %+v", got, err, want)
		}
		for i := range got {
			if got[i] != want[i] {
				t.Errorf("got %+v, want %+v", got[i], want[i])
			}
		}
	}
	check(id, draft, other)
	check("", home)
	q := p
	q.Events = []model.Event{{ID: sampletest.ID(2), What: "alert fires", Pos: "a0"}}
	save(t, s, id, Next(2, p, q), draft)
	check(id, other)
	// The next text is typed into the same field before the save is through: it stays.
	newer := draft
	newer.Text, newer.At = "and then", sampletest.Start().Add(2*time.Second)
	keep(newer)
	r := q
	r.Header.Title = "renamed"
	save(t, s, id, Next(3, q, r), draft)
	check(id, newer, other)
	newer.Text = ""
	keep(newer)
	check(id, other)
	other.At = time.Time{}
	if err := s.RemoveDraft(patient(t), other); err != nil {
		t.Fatal(err)
	}
	check(id)
	check("", home)
}

func changed(t *testing.T, open opener) {
	s, path := fresh(t, open)
	other := open(t, path)
	ask := func(want bool, when string) {
		t.Helper()
		if got, err := s.Changed(patient(t)); err != nil || got != want {
			t.Errorf("%s: got %v, %v; want %v", when, got, err, want)
		}
	}
	ask(false, "at the beginning")
	id := sampletest.ID(1)
	p := Begun(id, "Checkout down")
	save(t, s, id, First(p))
	ask(false, "after our own save")
	q := p
	q.Header.Title = "renamed"
	save(t, other, id, Next(2, p, q))
	ask(true, "after another window's save")
	ask(false, "asked again")
}

func search(t *testing.T, open opener) {
	s, _ := fresh(t, open)
	p := Begun(sampletest.ID(1), "Café down")
	p.Events = []model.Event{
		{ID: sampletest.ID(2), What: "queue depth rises", Pos: "a0"},
		{ID: sampletest.ID(3), What: "don't restart the queue", Private: true, Pos: "a1"},
	}
	save(t, s, sampletest.ID(1), First(p))
	q := p
	q.Events = []model.Event{p.Events[0], p.Events[1], {ID: sampletest.ID(4), What: "queue drained", Pos: "a2"}}
	save(t, s, sampletest.ID(1), Next(2, p, q))
	gone := Begun(sampletest.ID(5), "queue of a deleted one")
	gone.Header.Deleted = sampletest.Start()
	save(t, s, sampletest.ID(5), First(gone))
	for _, test := range []struct {
		query string
		want  []model.ID
	}{
		{"queue", []model.ID{sampletest.ID(4), sampletest.ID(3), sampletest.ID(2)}},
		{"QUE", []model.ID{sampletest.ID(4), sampletest.ID(3), sampletest.ID(2)}},
		{"queue dep", []model.ID{sampletest.ID(2)}},
		{"dep que", nil}, // only the last word is a beginning
		{"cafe", []model.ID{sampletest.ID(1)}},
		{"don't", []model.ID{sampletest.ID(3)}},
		{`"queue" OR AND NOT ( * : ^ {`, nil},
		{`- " *`, nil},
		{"", nil},
	} {
		hits, err := s.Search(patient(t), test.query, 0)
		if err != nil {
			t.Errorf("%q: %v", test.query, err)
		}
		var got []model.ID
		for _, h := range hits {
			got = append(got, h.Row)
		}
		if len(got) != len(test.want) {
			t.Errorf("%q: got %v, want %v", test.query, got, test.want)
			continue
		}
		for i := range got {
			if got[i] != test.want[i] {
				t.Errorf("%q: got %v, want %v", test.query, got, test.want)
			}
		}
	}
	hits, err := s.Search(context.Background(), "restart", 1)
	want := storage.Hit{Postmortem: sampletest.ID(1), Table: model.Events, Row: sampletest.ID(3), Title: "Café down", Text: "don't restart the queue", Private: true}
	if err != nil || len(hits) != 1 || hits[0] != want {
		t.Errorf("got %+v, %v", hits, err)
	}
	r := q
	r.Events = q.Events[:2]
	save(t, s, sampletest.ID(1), Next(3, q, r))
	if hits, err := s.Search(patient(t), "drained", 0); err != nil || len(hits) != 0 {
		t.Errorf("a removed row is found: %+v, %v", hits, err)
	}
}
