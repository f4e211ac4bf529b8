package model

import (
	"errors"
	"testing"
	"time"
)

// played is a record with its log, in which edits are made, facts noted and both taken back.
type played struct {
	t *testing.T
	p Postmortem
	h *History
}

func (l *played) do(kind EntryKind, label string, next Postmortem) {
	l.t.Helper()
	l.append(Entry{Seq: l.h.Next(), Kind: kind, Change: Diff(label, l.p, next)}, nil)
}

func (l *played) append(e Entry, err error) Entry {
	l.t.Helper()
	if err == nil {
		err = l.h.Append(e)
	}
	if err == nil {
		l.p, err = Apply(l.p, e.Change)
	}
	if err != nil {
		l.t.Fatal(err)
	}
	return e
}

func TestUndoPassesOverThePlanOfASessionThatHasBegun(t *testing.T) {
	ed := newTimed()
	l := &played{t: t, p: begun(t, ed.Editor), h: &History{}}
	l.do(Edit, "title", must(t)(ed.SetField(l.p, FieldTitle, "another")))
	l.do(Edit, "planned", must(t)(ed.PlanSession(l.p, ed.now.Add(24*time.Hour), 30)))
	if l.h.SessionStays() {
		t.Error("a session that is only planned stays")
	}
	l.do(Fact, "begun", must(t)(ed.BeginSession(l.p)))
	ed.later(10 * time.Minute)
	l.do(Fact, "agreed", must(t)(ed.AnswerGate(l.p, GateConfirmed)))
	l.do(Fact, "stopped", must(t)(ed.StopClock(l.p, ed.now)))
	sessions, minutes := l.p.Sessions, l.p.PhaseMinutes
	if !l.h.SessionStays() {
		t.Error("the session is not said to stay")
	}
	if e := l.append(l.h.Undo(l.p, ed.now)); e.Change.Label != "title" {
		t.Errorf("taken back: %s", e.Change.Label)
	}
	if e := l.append(l.h.Redo(l.p, ed.now)); e.Change.Label != "title" || l.p.Header.Title != "another" {
		t.Errorf("had again: %s", e.Change.Label)
	}
	l.append(l.h.Undo(l.p, ed.now))
	if !Diff("", Postmortem{Sessions: sessions, PhaseMinutes: minutes}, Postmortem{Sessions: l.p.Sessions, PhaseMinutes: l.p.PhaseMinutes}).IsEmpty() {
		t.Errorf("the sessions became %+v", l.p.Sessions)
	}
	again, err := NewHistory(l.h.Entries())
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range []*History{l.h, again} {
		if _, err := h.Undo(l.p, ed.now); !errors.Is(err, ErrNothingToUndo) {
			t.Errorf("behind all of it: %v", err)
		}
	}
}

func TestWhereOnlyASessionThatHasBegunIsLeftUndoRefuses(t *testing.T) {
	ed := newTimed()
	l := &played{t: t, p: begun(t, ed.Editor), h: &History{}}
	l.do(Edit, "planned", must(t)(ed.PlanSession(l.p, ed.now, 30)))
	l.do(Fact, "begun", must(t)(ed.BeginSession(l.p)))
	if _, err := l.h.Undo(l.p, ed.now); !errors.Is(err, ErrSessionStays) {
		t.Errorf("got %v", err)
	}
	l.do(Edit, "title", must(t)(ed.SetField(l.p, FieldTitle, "another")))
	if e := l.append(l.h.Undo(l.p, ed.now)); e.Change.Label != "title" {
		t.Errorf("taken back: %s", e.Change.Label)
	}
}

// What an earlier version took back is in the log of a record, and stays readable.
func TestALogInWhichABegunSessionWasTakenBackIsRead(t *testing.T) {
	ed := newTimed()
	l := &played{t: t, p: begun(t, ed.Editor), h: &History{}}
	before := l.p
	l.do(Edit, "planned", must(t)(ed.PlanSession(l.p, ed.now, 30)))
	l.do(Fact, "begun", must(t)(ed.BeginSession(l.p)))
	l.append(Entry{Seq: 3, Kind: Undo, Target: 1, Change: Diff("planned", l.p, before)}, nil)
	if _, err := NewHistory(l.h.Entries()); err != nil {
		t.Error(err)
	}
}

// An undo that another window made before it saw the latest edit is no undo any more.
func TestUndoPassesOverNothingElse(t *testing.T) {
	ed := newTimed()
	l := &played{t: t, p: begun(t, ed.Editor), h: &History{}}
	l.do(Edit, "title", must(t)(ed.SetField(l.p, FieldTitle, "another")))
	e, err := l.h.Undo(l.p, ed.now)
	if err != nil {
		t.Fatal(err)
	}
	l.do(Edit, "planned", must(t)(ed.PlanSession(l.p, ed.now, 30)))
	e.Seq = l.h.Next()
	if err := l.h.Append(e); !errors.Is(err, ErrSequence) {
		t.Errorf("got %v", err)
	}
}

func TestARecordWithoutASessionGetsOneForWhatTheRoomSays(t *testing.T) {
	ed := testEditor()
	bare := begun(t, ed)
	bare.Sessions, bare.PhaseMinutes = nil, nil
	for name, said := range map[string]func(Postmortem) (Postmortem, error){
		"gate":     func(p Postmortem) (Postmortem, error) { return ed.AnswerGate(p, GateConfirmed) },
		"hands":    func(p Postmortem) (Postmortem, error) { return ed.CountHands(p, ComesAgain, 3, 4) },
		"try next": func(p Postmortem) (Postmortem, error) { return ed.SetTryNext(p, "a smaller canary") },
	} {
		p := must(t)(said(bare))
		if len(p.Sessions) != 1 || len(p.PhaseMinutes) != 7 || p.Sessions[0].Minutes != 60 {
			t.Errorf("%s: %+v", name, p.Sessions)
		}
	}
	p, err := ed.CountHands(bare, ComesAgain, 5, 4)
	wantProblem(t, err, "Comes again")
	if len(p.Sessions) != 0 {
		t.Error("a refusal left a session")
	}
}
