package model

import (
	"testing"
	"time"
)

func TestTheRoomIsAskedOnceASitting(t *testing.T) {
	ed := testEditor()
	fresh := begun(t, ed)
	later := func(p Postmortem, started bool) Postmortem {
		t.Helper()
		p, id := mustID(t)(ed.AddSession(p, 60, ""))
		s, _ := find(p.Sessions, id)
		if started {
			s.Start = UTC(meeting.Add(24 * time.Hour))
		}
		return must(t)(ed.SetSession(p, s))
	}
	withMeasure, _ := mustID(t)(ed.AddCountermeasure(fresh, Countermeasure{Text: "alert"}))
	confirmed := must(t)(ed.AnswerGate(fresh, GateConfirmed))
	wentOn := must(t)(ed.AnswerGate(fresh, GateGoOn))
	held := must(t)(ed.SetStatus(fresh, StatusHeld))
	none := fresh
	none.Sessions = nil
	for _, c := range []struct {
		name    string
		record  Postmortem
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
		{"a second sitting, answered", must(t)(ed.AnswerGate(later(wentOn, true), GateGoOn)), true, false},
	} {
		if got := GateOpens(NewIndex(c.record), c.changed); got != c.want {
			t.Errorf("%s: the gate opens %v, want %v", c.name, got, c.want)
		}
	}
}

func TestWhatThereIsToAgreeOnIsCounted(t *testing.T) {
	ed := testEditor()
	p := begun(t, ed)
	say := func(want string) {
		t.Helper()
		if got := TimelineWords(NewIndex(p)); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	say("No row yet")
	p = rows(t, ed, p, "a1")
	say("1 row, none with an account")
	p = rows(t, ed, p, "b2", "c3")
	p, _ = mustID(t)(ed.AddAccount(p, Account{Event: p.Events[0].ID, Text: "I saw it", Source: SaidInRoom}))
	say("3 rows, 2 without an account")
	for _, e := range p.Events[1:] {
		p, _ = mustID(t)(ed.AddAccount(p, Account{Event: e.ID, Text: "I saw it", Source: SaidInRoom}))
	}
	say("3 rows, each with an account")
}

func TestATimeIsToldByItsSitting(t *testing.T) {
	x := NewIndex(Postmortem{Sessions: []Session{{ID: "a", Start: meeting, Pos: "a0"}, {ID: "b", Start: meeting.Add(48 * time.Hour), Pos: "a1"}, {ID: "c", Pos: "a2"}}})
	for _, c := range []struct {
		at   time.Time
		want string
	}{
		{meeting, "0:00"}, {meeting.Add(42*time.Minute + 59*time.Second), "0:42"}, {meeting.Add(72 * time.Minute), "1:12"},
		{meeting.Add(49 * time.Hour), "1:00"}, {meeting.Add(-time.Minute), ""}, {meeting.Add(25 * time.Hour), ""}, {time.Time{}, ""},
	} {
		if got := x.InSitting(c.at); got != c.want {
			t.Errorf("%s: got %q, want %q", c.at, got, c.want)
		}
	}
}

// logged is a record and its log.
type logged struct {
	t  *testing.T
	ed Editor
	p  Postmortem
	h  *History
}

func (l *logged) do(kind EntryKind, next Postmortem, err error) {
	l.t.Helper()
	if err != nil {
		l.t.Fatal(err)
	}
	if err := l.h.Append(Entry{Seq: l.h.Next(), Kind: kind, Change: Diff("x", l.p, next)}); err != nil {
		l.t.Fatal(err)
	}
	l.p = next
}

func (l *logged) undo() {
	l.t.Helper()
	e, err := l.h.Undo(l.p, meeting)
	if err != nil {
		l.t.Fatal(err)
	}
	if l.p, err = Apply(l.p, e.Change); err != nil {
		l.t.Fatal(err)
	}
	if err := l.h.Append(e); err != nil {
		l.t.Fatal(err)
	}
}

func TestTheLogKnowsWhetherTheTimelineChangedSinceTheAnswer(t *testing.T) {
	ed := testEditor()
	p := rows(t, ed, begun(t, ed), "a1", "b2")
	log := &logged{t, ed, Postmortem{}, &History{}}
	log.do(Fact, p, nil)
	want := func(when string, changed bool) {
		t.Helper()
		if got := log.h.TimelineChanged(); got != changed {
			t.Errorf("%s: the timeline changed is %v, want %v", when, got, changed)
		}
	}
	row := p.Events[0].ID
	next, err := ed.SetEventTime(log.p, row, at(7))
	log.do(Edit, next, err)
	want("before an answer", false)
	next, err = ed.AnswerGate(log.p, GateConfirmed)
	log.do(Fact, next, err)
	want("after it", false)
	next, _, err = ed.AddCountermeasure(log.p, Countermeasure{Text: "alert"})
	log.do(Edit, next, err)
	e := log.p.Events[1]
	e.Starred, e.Pos = true, "a5"
	next, err = ed.SetEvent(log.p, e)
	log.do(Edit, next, err)
	want("after what tells nothing of what happened", false)
	next, err = ed.SetEventTime(log.p, row, at(9))
	log.do(Edit, next, err)
	want("with another time", true)
	log.undo()
	want("when it is taken back", false)
	next, _, err = ed.AddAccount(log.p, Account{Event: row, Text: "I saw it", Source: SaidInRoom, Private: true})
	log.do(Edit, next, err)
	want("after what the room does not see", false)
	next, err = ed.RemoveEvent(log.p, row)
	log.do(Edit, next, err)
	want("without a row", true)
	next, err = ed.AnswerGate(log.p, GateConfirmed)
	if err == nil {
		next.Sessions[0].GateAt = UTC(meeting.Add(time.Minute))
	}
	log.do(Fact, next, err)
	want("when the room has agreed again", false)

	imported := &logged{t, ed, Postmortem{}, &History{}}
	imported.do(Fact, log.p, nil)
	next, err = ed.RemoveEvent(imported.p, imported.p.Events[0].ID)
	imported.do(Edit, next, err)
	if !imported.h.TimelineChanged() {
		t.Error("a record that came with an answer counts from when it came")
	}
}

func BenchmarkTimelineChanged(b *testing.B) {
	log := &logged{nil, testEditor(), Postmortem{}, &History{}}
	p := begun(b, log.ed)
	answered, _ := log.ed.AnswerGate(p, GateConfirmed)
	for _, step := range []Postmortem{p, answered} {
		_ = log.h.Append(Entry{Seq: log.h.Next(), Kind: Fact, Change: Diff("x", log.p, step)})
		log.p = step
	}
	for i := range 5000 { // edits since the answer, half of them of the timeline
		e := Event{ID: ID(string(rune('a'+i%26)) + "x"), What: "x", Pos: "a0"}
		_ = log.h.Append(Entry{Seq: log.h.Next(), Kind: Edit, Change: Change{Rows: []RowChange{{Table: Events, ID: e.ID, Before: e, After: e}, {Table: Learnings, ID: e.ID}}}})
	}
	for b.Loop() {
		log.h.TimelineChanged()
	}
}
