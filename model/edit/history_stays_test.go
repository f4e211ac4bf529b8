package edit_test

import (
	"debrief/model"
	"debrief/model/edit/edittest"
	"errors"
	"testing"
	"time"
)

// played is a record with its log, in which edits are made, facts noted and both taken back.
type played struct {
	t *testing.T
	p model.Postmortem
	h *model.History
}

func (l *played) do(kind model.EntryKind, label string, next model.Postmortem) {
	l.t.Helper()
	l.append(model.Entry{Seq: l.h.Next(), Kind: kind, Change: model.Diff(label, l.p, next)}, nil)
}

func (l *played) append(e model.Entry, err error) model.Entry {
	l.t.Helper()
	if err == nil {
		err = l.h.Append(e)
	}
	if err == nil {
		l.p, err = model.Apply(l.p, e.Change)
	}
	if err != nil {
		l.t.Fatal(err)
	}
	return e
}

func TestUndoPassesOverThePlanOfASessionThatHasBegun(t *testing.T) {
	ed := newTimed()
	l := &played{t: t, p: edittest.Begun(t, ed.Editor), h: &model.History{}}
	l.do(model.Edit, "title", edittest.Must(t)(ed.SetField(l.p, model.FieldTitle, "another")))
	l.do(model.Edit, "planned", edittest.Must(t)(ed.PlanSession(l.p, ed.now.Add(24*time.Hour), 30)))
	if l.h.SessionStays() {
		t.Error("a session that is only planned stays")
	}
	l.do(model.Fact, "begun", edittest.Must(t)(ed.BeginSession(l.p)))
	ed.later(10 * time.Minute)
	l.do(model.Fact, "agreed", edittest.Must(t)(ed.AnswerGate(l.p, model.GateConfirmed)))
	l.do(model.Fact, "stopped", edittest.Must(t)(ed.StopClock(l.p, ed.now)))
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
	if !model.Diff("", model.Postmortem{Sessions: sessions, PhaseMinutes: minutes}, model.Postmortem{Sessions: l.p.Sessions, PhaseMinutes: l.p.PhaseMinutes}).IsEmpty() {
		t.Errorf("the sessions became %+v", l.p.Sessions)
	}
	again, err := model.NewHistory(l.h.Entries())
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range []*model.History{l.h, again} {
		if _, err := h.Undo(l.p, ed.now); !errors.Is(err, model.ErrNothingToUndo) {
			t.Errorf("behind all of it: %v", err)
		}
	}
}

func TestWhereOnlyASessionThatHasBegunIsLeftUndoRefuses(t *testing.T) {
	ed := newTimed()
	l := &played{t: t, p: edittest.Begun(t, ed.Editor), h: &model.History{}}
	l.do(model.Edit, "planned", edittest.Must(t)(ed.PlanSession(l.p, ed.now, 30)))
	l.do(model.Fact, "begun", edittest.Must(t)(ed.BeginSession(l.p)))
	if _, err := l.h.Undo(l.p, ed.now); !errors.Is(err, model.ErrSessionStays) {
		t.Errorf("got %v", err)
	}
	l.do(model.Edit, "title", edittest.Must(t)(ed.SetField(l.p, model.FieldTitle, "another")))
	if e := l.append(l.h.Undo(l.p, ed.now)); e.Change.Label != "title" {
		t.Errorf("taken back: %s", e.Change.Label)
	}
}

// What an earlier version took back is in the log of a record, and stays readable.
func TestALogInWhichABegunSessionWasTakenBackIsRead(t *testing.T) {
	ed := newTimed()
	l := &played{t: t, p: edittest.Begun(t, ed.Editor), h: &model.History{}}
	before := l.p
	l.do(model.Edit, "planned", edittest.Must(t)(ed.PlanSession(l.p, ed.now, 30)))
	l.do(model.Fact, "begun", edittest.Must(t)(ed.BeginSession(l.p)))
	l.append(model.Entry{Seq: 3, Kind: model.Undo, Target: 1, Change: model.Diff("planned", l.p, before)}, nil)
	if _, err := model.NewHistory(l.h.Entries()); err != nil {
		t.Error(err)
	}
}

// An undo that another window made before it saw the latest edit is no undo any more.
func TestUndoPassesOverNothingElse(t *testing.T) {
	ed := newTimed()
	l := &played{t: t, p: edittest.Begun(t, ed.Editor), h: &model.History{}}
	l.do(model.Edit, "title", edittest.Must(t)(ed.SetField(l.p, model.FieldTitle, "another")))
	e, err := l.h.Undo(l.p, ed.now)
	if err != nil {
		t.Fatal(err)
	}
	l.do(model.Edit, "planned", edittest.Must(t)(ed.PlanSession(l.p, ed.now, 30)))
	e.Seq = l.h.Next()
	if err := l.h.Append(e); !errors.Is(err, model.ErrSequence) {
		t.Errorf("got %v", err)
	}
}

func TestARecordWithoutASessionGetsOneForWhatTheRoomSays(t *testing.T) {
	ed := edittest.Editor()
	bare := edittest.Begun(t, ed)
	bare.Sessions, bare.PhaseMinutes = nil, nil
	for name, said := range map[string]func(model.Postmortem) (model.Postmortem, error){
		"gate":     func(p model.Postmortem) (model.Postmortem, error) { return ed.AnswerGate(p, model.GateConfirmed) },
		"hands":    func(p model.Postmortem) (model.Postmortem, error) { return ed.CountHands(p, model.ComesAgain, 3, 4) },
		"try next": func(p model.Postmortem) (model.Postmortem, error) { return ed.SetTryNext(p, "a smaller canary") },
	} {
		p := edittest.Must(t)(said(bare))
		if len(p.Sessions) != 1 || len(p.PhaseMinutes) != 7 || p.Sessions[0].Minutes != 60 {
			t.Errorf("%s: %+v", name, p.Sessions)
		}
	}
	p, err := ed.CountHands(bare, model.ComesAgain, 5, 4)
	edittest.WantProblem(t, err, "Comes again")
	if len(p.Sessions) != 0 {
		t.Error("a refusal left a session")
	}
}
