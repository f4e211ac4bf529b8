package meeting_test

import (
	"debrief/model"
	"debrief/model/edit"
	"debrief/model/edit/edittest"
	"debrief/model/meeting"
	"testing"
	"time"
)

func TestTheRoomIsAskedOnceASitting(t *testing.T) {
	ed := edittest.Editor()
	fresh := edittest.Begun(t, ed)
	later := func(p model.Postmortem, started bool) model.Postmortem {
		t.Helper()
		p, id := edittest.MustID(t)(ed.AddSession(p, 60, ""))
		s, _ := model.Find(p.Sessions, id)
		if started {
			s.Start = model.UTC(edittest.Start.Add(24 * time.Hour))
		}
		return edittest.Must(t)(ed.Set(p, s))
	}
	withMeasure, _ := edittest.MustID(t)(ed.Add(fresh, model.Countermeasure{Text: "alert"}))
	confirmed := edittest.Must(t)(ed.AnswerGate(fresh, model.GateConfirmed))
	wentOn := edittest.Must(t)(ed.AnswerGate(fresh, model.GateGoOn))
	held := edittest.Must(t)(ed.SetField(fresh, model.FieldStatus, string(model.StatusHeld)))
	none := fresh
	none.Sessions = nil
	for _, c := range []struct {
		name    string
		record  model.Postmortem
		changed bool
		want    bool
	}{
		{"a new record", fresh, false, true},
		{"confirmed", confirmed, false, false},
		{"confirmed, and the timeline changed", confirmed, true, false},
		{"gone on without", wentOn, false, false},
		{"held without an answer", held, false, false},
		{"countermeasures without an answer", withMeasure, false, false},
		{"no sitting yet", none, false, true},
		{"a second sitting that is only planned", later(wentOn, false), true, false},
		{"a second sitting, agreed before", later(confirmed, true), false, false},
		{"a second sitting, agreed on another timeline", later(confirmed, true), true, true},
		{"a second sitting, not agreed before", later(wentOn, true), false, true},
		{"a second sitting, answered", edittest.Must(t)(ed.AnswerGate(later(wentOn, true), model.GateGoOn)), true, false},
	} {
		if got := meeting.GateOpens(model.NewIndex(c.record), c.changed); got != c.want {
			t.Errorf("%s: the gate opens %v, want %v", c.name, got, c.want)
		}
	}
}

func TestWhatThereIsToAgreeOnIsCounted(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Begun(t, ed)
	say := func(want string) {
		t.Helper()
		if got := meeting.TimelineWords(model.NewIndex(p)); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	say("No row yet")
	p = edittest.Rows(t, ed, p, "a1")
	say("1 row, none with an account")
	p = edittest.Rows(t, ed, p, "b2", "c3")
	p, _ = edittest.MustID(t)(ed.AddAccount(p, model.Account{Event: p.Events[0].ID, Text: "I saw it", Source: model.SaidInRoom}))
	say("3 rows, 2 without an account")
	for _, e := range p.Events[1:] {
		p, _ = edittest.MustID(t)(ed.AddAccount(p, model.Account{Event: e.ID, Text: "I saw it", Source: model.SaidInRoom}))
	}
	say("3 rows, each with an account")
}

func TestATimeIsToldByItsSitting(t *testing.T) {
	x := model.NewIndex(model.Postmortem{Sessions: []model.Session{{ID: "a", Start: edittest.Start, Pos: "a0"}, {ID: "b", Start: edittest.Start.Add(48 * time.Hour), Pos: "a1"}, {ID: "c", Pos: "a2"}}})
	for _, c := range []struct {
		at   time.Time
		want string
	}{
		{edittest.Start, "0:00"}, {edittest.Start.Add(42*time.Minute + 59*time.Second), "0:42"}, {edittest.Start.Add(72 * time.Minute), "1:12"},
		{edittest.Start.Add(49 * time.Hour), "1:00"}, {edittest.Start.Add(-time.Minute), ""}, {edittest.Start.Add(25 * time.Hour), ""}, {time.Time{}, ""},
	} {
		if got := meeting.InSitting(x, c.at); got != c.want {
			t.Errorf("%s: got %q, want %q", c.at, got, c.want)
		}
	}
}

// logged is a record and its log.
type logged struct {
	t  *testing.T
	ed edit.Editor
	p  model.Postmortem
	h  *model.History
}

func (l *logged) do(kind model.EntryKind, next model.Postmortem, err error) {
	l.t.Helper()
	if err != nil {
		l.t.Fatal(err)
	}
	if err := l.h.Append(model.Entry{Seq: l.h.Next(), Kind: kind, Change: model.Diff("x", l.p, next)}); err != nil {
		l.t.Fatal(err)
	}
	l.p = next
}

func (l *logged) undo() {
	l.t.Helper()
	e, err := l.h.Undo(l.p, edittest.Start)
	if err != nil {
		l.t.Fatal(err)
	}
	if l.p, err = model.Apply(l.p, e.Change); err != nil {
		l.t.Fatal(err)
	}
	if err := l.h.Append(e); err != nil {
		l.t.Fatal(err)
	}
}

func TestTheLogKnowsWhetherTheTimelineChangedSinceTheAnswer(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Rows(t, ed, edittest.Begun(t, ed), "a1", "b2")
	log := &logged{t, ed, model.Postmortem{}, &model.History{}}
	log.do(model.Fact, p, nil)
	want := func(when string, changed bool) {
		t.Helper()
		if got := meeting.TimelineChanged(log.h); got != changed {
			t.Errorf("%s: the timeline changed is %v, want %v", when, got, changed)
		}
	}
	row := p.Events[0].ID
	next, err := edit.Change(ed, log.p, row, func(e *model.Event) { e.When = edittest.At(7) })
	log.do(model.Edit, next, err)
	want("before an answer", false)
	next, err = ed.AnswerGate(log.p, model.GateConfirmed)
	log.do(model.Fact, next, err)
	want("after it", false)
	next, _, err = ed.Add(log.p, model.Countermeasure{Text: "alert"})
	log.do(model.Edit, next, err)
	e := log.p.Events[1]
	e.Starred, e.Pos = true, "a5"
	next, err = ed.Set(log.p, e)
	log.do(model.Edit, next, err)
	want("after what tells nothing of what happened", false)
	next, err = edit.Change(ed, log.p, row, func(e *model.Event) { e.When = edittest.At(9) })
	log.do(model.Edit, next, err)
	want("with another time", true)
	log.undo()
	want("when it is taken back", false)
	next, _, err = ed.AddAccount(log.p, model.Account{Event: row, Text: "I saw it", Source: model.SaidInRoom, Private: true})
	log.do(model.Edit, next, err)
	want("after what the room does not see", false)
	next, err = ed.Remove(log.p, model.Events, row)
	log.do(model.Edit, next, err)
	want("without a row", true)
	next, err = ed.AnswerGate(log.p, model.GateConfirmed)
	if err == nil {
		next.Sessions[0].GateAt = model.UTC(edittest.Start.Add(time.Minute))
	}
	log.do(model.Fact, next, err)
	want("when the room has agreed again", false)

	imported := &logged{t, ed, model.Postmortem{}, &model.History{}}
	imported.do(model.Fact, log.p, nil)
	next, err = ed.Remove(imported.p, model.Events, imported.p.Events[0].ID)
	imported.do(model.Edit, next, err)
	if !meeting.TimelineChanged(imported.h) {
		t.Error("a record that came with an answer counts from when it came")
	}
}

func BenchmarkTimelineChanged(b *testing.B) {
	log := &logged{nil, edittest.Editor(), model.Postmortem{}, &model.History{}}
	p := edittest.Begun(b, log.ed)
	answered, _ := log.ed.AnswerGate(p, model.GateConfirmed)
	for _, step := range []model.Postmortem{p, answered} {
		_ = log.h.Append(model.Entry{Seq: log.h.Next(), Kind: model.Fact, Change: model.Diff("x", log.p, step)})
		log.p = step
	}
	for i := range 5000 { // edits since the answer, half of them of the timeline
		e := model.Event{ID: model.ID(string(rune('a'+i%26)) + "x"), What: "x", Pos: "a0"}
		_ = log.h.Append(model.Entry{Seq: log.h.Next(), Kind: model.Edit, Change: model.Change{Rows: []model.RowChange{{Table: model.Events, ID: e.ID, Before: e, After: e}, {Table: model.Learnings, ID: e.ID}}}})
	}
	for b.Loop() {
		meeting.TimelineChanged(log.h)
	}
}
