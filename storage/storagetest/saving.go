package storagetest

import (
	"errors"
	"path/filepath"
	"testing"

	"debrief/model"
	"debrief/model/sample/sampletest"
)

type opener = func(*testing.T, string) Store

func fresh(t *testing.T, open opener) (Store, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "debrief.db")
	return open(t, path), path
}

func savedIsRead(t *testing.T, open opener) {
	s, path := fresh(t, open)
	id := sampletest.ID(1)
	one := Begun(id, "Checkout down")
	two := one
	two.Events = []model.Event{{ID: sampletest.ID(2), What: "alert fires", Pos: "a0"}}
	save(t, s, id, First(one))
	save(t, s, id, Next(2, one, two))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = open(t, path)
	got, seq := read(t, s, id)
	if d := Differs(got, two); d != "" || seq != 2 {
		t.Errorf("entry %d, %s", seq, d)
	}
	log, err := s.History(patient(t), id)
	if err != nil || len(log) != 2 {
		t.Fatalf("history has %d entries, %v", len(log), err)
	}
	folded := model.Postmortem{}
	for _, e := range log {
		if folded, err = model.Apply(folded, e.Change); err != nil {
			t.Fatal(err)
		}
	}
	if d := Differs(folded, two); d != "" {
		t.Errorf("the log leads elsewhere: %s", d)
	}
	if e := log[1]; e.Change.Label != "Edited" || !e.At.Equal(Next(2, one, two).At) || e.Kind != model.Edit {
		t.Errorf("the log has %+v", e)
	}
	if seq, at, err := s.Latest(patient(t), id); seq != 2 || !at.Equal(log[1].At) || err != nil {
		t.Errorf("the latest entry is %d of %s, %v", seq, at, err)
	}
	if seq, at, err := s.Latest(patient(t), sampletest.ID(9)); seq != 0 || !at.IsZero() || err != nil {
		t.Errorf("the latest entry of an unknown record is %d of %s, %v", seq, at, err)
	}
	if _, _, err := s.Read(patient(t), sampletest.ID(9)); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("an unknown record: got %v, want ErrNotFound", err)
	}
}

func everyField(t *testing.T, open opener) {
	s, path := fresh(t, open)
	id := sampletest.ID(1)
	want := sampletest.Full(id, 1)
	save(t, s, id, First(want))
	got, _ := read(t, s, id)
	if d := Differs(got, want); d != "" {
		t.Error(d)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	got, _ = read(t, open(t, path), id)
	if d := Differs(got, want); d != "" {
		t.Error("after opening again: ", d)
	}
}

func removedAndBack(t *testing.T, open opener) {
	s, _ := fresh(t, open)
	id := sampletest.ID(1)
	full := sampletest.Full(id, 1)
	bare := Begun(id, "bare")
	save(t, s, id, First(full))
	save(t, s, id, Next(2, full, bare))
	got, _ := read(t, s, id)
	if d := Differs(got, bare); d != "" {
		t.Fatal("after removing every row: ", d)
	}
	save(t, s, id, Next(3, bare, full))
	got, _ = read(t, s, id)
	if d := Differs(got, full); d != "" {
		t.Fatal("after bringing every row back: ", d)
	}
	// The record itself goes the same way when its beginning is taken back.
	save(t, s, id, Next(4, full, model.Postmortem{}))
	if _, _, err := s.Read(patient(t), id); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("got %v, want ErrNotFound", err)
	}
	save(t, s, id, Next(5, model.Postmortem{}, full))
	got, seq := read(t, s, id)
	if d := Differs(got, full); d != "" || seq != 5 {
		t.Errorf("entry %d: %s", seq, d)
	}
}

func conflict(t *testing.T, open opener) {
	s, path := fresh(t, open)
	id := sampletest.ID(1)
	one := Begun(id, "Checkout down")
	save(t, s, id, First(one))
	other := open(t, path)
	ours, theirs := one, one
	ours.Header.Title = "ours"
	theirs.Header.Title = "theirs"
	save(t, other, id, Next(2, one, theirs))
	draft := model.Draft{Postmortem: id, Window: "1", Place: "timeline", Field: "what", Text: "typing", At: sampletest.Start()}
	if err := s.SaveDraft(patient(t), draft); err != nil {
		t.Fatal(err)
	}
	err := s.Save(patient(t), id, Next(2, one, ours), draft)
	if !errors.Is(err, model.ErrConflict) {
		t.Errorf("a taken place: got %v, want ErrConflict", err)
	}
	if err := s.Save(patient(t), id, Next(9, one, ours)); !errors.Is(err, model.ErrConflict) {
		t.Errorf("a place beyond the log's end: got %v, want ErrConflict", err)
	}
	if err := s.Save(patient(t), id, First(Begun(id, "again"))); !errors.Is(err, model.ErrExists) || !errors.Is(err, model.ErrConflict) {
		t.Errorf("a record begun twice: got %v, want ErrExists and ErrConflict", err)
	}
	got, seq := read(t, s, id)
	if d := Differs(got, theirs); d != "" || seq != 2 {
		t.Errorf("something was written: entry %d, %s", seq, d)
	}
	if kept, err := s.Drafts(patient(t), id); err != nil || len(kept) != 1 {
		t.Errorf("the draft went with a save that did not take place: %v, %v", kept, err)
	}
}

func savedTwice(t *testing.T, open opener) {
	s, _ := fresh(t, open)
	id := sampletest.ID(1)
	e := First(Begun(id, "Checkout down"))
	save(t, s, id, e)
	save(t, s, id, e)
	if log, err := s.History(patient(t), id); err != nil || len(log) != 1 {
		t.Errorf("the log has %d entries, %v", len(log), err)
	}
}

func misfit(t *testing.T, open opener) {
	s, _ := fresh(t, open)
	id := sampletest.ID(1)
	one := Begun(id, "Checkout down")
	save(t, s, id, First(one))
	two := one
	two.Accounts = []model.Account{{ID: sampletest.ID(2), Event: sampletest.ID(3), Source: model.SaidInRoom, Pos: "a0"}}
	if err := s.Save(patient(t), id, Next(2, one, two)); !errors.Is(err, model.ErrStale) {
		t.Errorf("an account of no event: got %v, want ErrStale", err)
	}
	bad := one
	bad.Incident.Severity = 9
	if err := s.Save(patient(t), id, Next(2, one, bad)); err == nil {
		t.Error("severity 9 was saved")
	}
	foreign := model.Entry{Seq: 2, At: sampletest.Start(), Kind: model.Edit, Change: model.Diff("Set", model.Settings{},
		model.Settings{Values: []model.Setting{{Name: "threshold", Value: "3"}}})}
	if err := s.Save(patient(t), id, foreign); err == nil {
		t.Error("a setting was saved with a post-mortem")
	}
	if err := s.Save(patient(t), sampletest.ID(4), First(one)); err == nil {
		t.Error("a post-mortem was saved under another's id")
	}
	got, seq := read(t, s, id)
	if d := Differs(got, one); d != "" || seq != 1 {
		t.Errorf("something was written: entry %d, %s", seq, d)
	}
	two.Events = []model.Event{{ID: sampletest.ID(3), What: "alert fires", Pos: "a0"}}
	save(t, s, id, Next(2, one, two))
}

func settings(t *testing.T, open opener) {
	s, path := fresh(t, open)
	none, seq, err := s.Settings(patient(t))
	if err != nil || seq != 0 {
		t.Fatal(seq, err)
	}
	want := sampletest.FullSettings()
	e := model.Entry{Seq: 1, At: sampletest.Start(), Kind: model.Edit, Change: model.Diff("Set", none, want)}
	save(t, s, model.SettingsID, e)
	got, seq, err := open(t, path).Settings(patient(t))
	if err != nil || seq != 1 {
		t.Fatal(seq, err)
	}
	if d := Differs(got, want); d != "" {
		t.Error(d)
	}
	if hits, err := s.Search(patient(t), "disk", 0); err != nil || len(hits) != 1 || hits[0].Table != model.Signals {
		t.Errorf("search finds %v, %v", hits, err)
	}
}
