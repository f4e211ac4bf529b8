package meeting_test

import (
	"debrief/model"
	"debrief/model/edit"
	"debrief/model/edit/edittest"
	"debrief/model/meeting"
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// evening is a timeline told in a few lines, each "minute what", in their order; "-" is a row
// without a time.
func evening(t testing.TB, rows ...string) (edit.Editor, model.Postmortem, map[string]model.ID) {
	t.Helper()
	ed := edittest.Editor()
	p := edittest.Begun(t, ed)
	ids := make(map[string]model.ID)
	last := model.ID("")
	for _, row := range rows {
		clock, what, _ := strings.Cut(row, " ")
		e := model.Event{What: what}
		if clock != "-" {
			minute := 0
			if _, err := fmt.Sscan(clock, &minute); err != nil {
				t.Fatal(err)
			}
			e.When = edittest.At(minute)
		}
		var err error
		if p, last, err = ed.AddEvent(p, e, last); err != nil {
			t.Fatal(err)
		}
		ids[what] = last
	}
	for _, handle := range []string{"ana", "ben"} {
		var err error
		if p, ids[handle], err = ed.EnsureAttendee(p, handle); err != nil {
			t.Fatal(err)
		}
	}
	return ed, p, ids
}

// thenWords is a state as the screen says it, for tables.
func thenWords(r meeting.Then) string {
	minute := func() string { return fmt.Sprint(int(r.When.At.Sub(edittest.Start) / time.Minute)) }
	switch r.State {
	case meeting.ThenHere:
		return "here"
	case meeting.KnewAtOnce:
		return "at once"
	case meeting.KnewSince:
		return "since " + minute()
	case meeting.WasThere:
		return "was there"
	case meeting.LearnedLater:
		return "later " + minute()
	case meeting.HappenedLater:
		return "later"
	}
	return "?"
}

// Ben decides at minute 9. What is said of one row, and what that row then is to him.
func TestWhatARowWasToAPersonAtAMoment(t *testing.T) {
	type said struct {
		of    string // "ben", "ana" or "" for the people at work on it
		state model.KnowingState
		when  model.Moment
	}
	between := edittest.At(7)
	between.End = edittest.At(12).At
	for _, c := range []struct {
		name  string
		row   string // a row of the evening below
		said  []said
		told  string // who gives an account of it: "ben", "ben: words", "ben quoted: words", "ana: words"
		cards string // whose card stands on it as well
		want  string
	}{
		{name: "nothing is said", row: "lag", want: "?"},
		{name: "at once", row: "lag", said: []said{{"ben", model.KnownAtOnce, model.Moment{}}}, want: "at once"},
		{name: "before the moment", row: "lag", said: []said{{"ben", model.KnownAt, edittest.At(5)}}, want: "since 5"},
		{name: "at the very moment", row: "lag", said: []said{{"ben", model.KnownAt, edittest.At(9)}}, want: "since 9"},
		{name: "at the time of the row", row: "lag", said: []said{{"ben", model.KnownAt, edittest.At(2)}}, want: "at once"},
		{name: "after the moment", row: "lag", said: []said{{"ben", model.KnownAt, edittest.At(21)}}, want: "later 21"},
		{name: "between two times round the moment", row: "lag", said: []said{{"ben", model.KnownAt, between}}, want: "later 7"},
		{name: "nobody has said yet", row: "lag", said: []said{{"ben", model.NobodySaid, model.Moment{}}}, want: "?"},

		{name: "known to somebody else", row: "lag", said: []said{{"ana", model.KnownAtOnce, model.Moment{}}}, want: "?"},
		{name: "known to those at work on it", row: "lag", said: []said{{"", model.KnownAtOnce, model.Moment{}}}, want: "at once"},
		{name: "known to them later", row: "lag", said: []said{{"", model.KnownAt, edittest.At(14)}}, want: "later 14"},
		{name: "to them at once, to Ben later", row: "lag", said: []said{{"", model.KnownAtOnce, model.Moment{}}, {"ben", model.KnownAt, edittest.At(14)}}, want: "later 14"},
		{name: "to them at once, of Ben nobody has said", row: "lag", said: []said{{"ben", model.NobodySaid, model.Moment{}}, {"", model.KnownAtOnce, model.Moment{}}}, want: "?"},
		{name: "of them nobody has said", row: "lag", said: []said{{"", model.NobodySaid, model.Moment{}}}, want: "?"},

		{name: "Ben tells of it", row: "lag", told: "ben: the graph fell", want: "was there"},
		{name: "Ben was there", row: "lag", told: "ben", want: "was there"},
		{name: "Ben looks back on it", row: "lag", told: "ben quoted: we all read it as a peak", want: "?"},
		{name: "Ana tells of it", row: "lag", told: "ana: the graph fell", want: "?"},
		{name: "Ben decided there as well", row: "lag", cards: "ben", want: "was there"},
		{name: "Ana decided there", row: "lag", cards: "ana", want: "?"},
		{name: "Ben tells of it, and that he saw it later", row: "lag", told: "ben: the mail lay in a folder", said: []said{{"ben", model.KnownAt, edittest.At(21)}}, want: "later 21"},
		{name: "Ben tells of it, known to all later", row: "lag", told: "ben: the mail lay in a folder", said: []said{{"", model.KnownAt, edittest.At(21)}}, want: "later 21"},
		{name: "Ben tells of it, of all nobody has said", row: "lag", told: "ben: I had it open", said: []said{{"", model.NobodySaid, model.Moment{}}}, want: "was there"},
		{name: "Ben tells of it, and does not know since when", row: "lag", told: "ben: I had it open", said: []said{{"ben", model.NobodySaid, model.Moment{}}}, want: "?"},

		{name: "at the minute of the moment", row: "restart", want: "?"},
		{name: "at that minute and at once", row: "restart", said: []said{{"ben", model.KnownAtOnce, model.Moment{}}}, want: "at once"},
		{name: "it happened later", row: "errors", want: "later"},
		{name: "it happened later, told by Ben", row: "errors", told: "ben: they rose", want: "later"},
		{name: "it happened later, known at once", row: "errors", said: []said{{"ben", model.KnownAtOnce, model.Moment{}}}, want: "later"},
		{name: "it happened later, and a time before that is wrong", row: "errors", said: []said{{"ben", model.KnownAt, edittest.At(5)}}, want: "later"},

		{name: "without a time, before the moment", row: "coffee", want: "?"},
		{name: "without a time, before it and at once", row: "coffee", said: []said{{"ben", model.KnownAtOnce, model.Moment{}}}, want: "at once"},
		{name: "without a time, before it and known later", row: "coffee", said: []said{{"ben", model.KnownAt, edittest.At(12)}}, want: "later 12"},
		{name: "without a time, behind the moment", row: "deploy", want: "later"},
		{name: "without a time, behind it and at once", row: "deploy", said: []said{{"ben", model.KnownAtOnce, model.Moment{}}}, want: "later"},
		{name: "without a time, behind it and known by then", row: "deploy", said: []said{{"ben", model.KnownAt, edittest.At(4)}}, want: "since 4"},
		{name: "without a time, behind it and known later", row: "deploy", said: []said{{"ben", model.KnownAt, edittest.At(14)}}, want: "later"},

		{name: "the moment itself", row: "pool", said: []said{{"ben", model.KnownAt, edittest.At(21)}}, want: "here"},
	} {
		ed, p, ids := evening(t, "2 lag", "- coffee", "9 pool", "9 restart", "- deploy", "14 errors")
		for _, k := range c.said {
			p = edittest.Must(t)(ed.SetKnowing(p, ids[c.row], ids[k.of], k.state, k.when))
		}
		if who, words, _ := strings.Cut(c.told, ": "); who != "" {
			who, quoted := strings.CutSuffix(who, " quoted")
			var err error
			if p, _, err = ed.AddAccount(p, model.Account{Event: ids[c.row], Attendee: ids[who], Text: words, Quoted: quoted}); err != nil {
				t.Fatal(err)
			}
		}
		if c.cards != "" {
			var err error
			if p, _, err = ed.AddCard(p, ids[c.row], ids[c.cards]); err != nil {
				t.Fatal(err)
			}
		}
		x := model.NewIndex(p)
		if got := thenWords(meeting.NewStandpoint(x, ids["ben"], ids["pool"]).Row(x.EventAt(ids[c.row]))); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestAMomentWithoutATimeIsAsLateAsTheRowBeforeIt(t *testing.T) {
	ed, p, ids := evening(t, "- start", "2 lag", "5 page", "- pool", "5 restart", "9 errors")
	for _, what := range []string{"lag", "page", "restart", "start"} {
		p = edittest.Must(t)(ed.SetKnowing(p, ids[what], ids["ben"], model.KnownAt, edittest.At(5)))
	}
	see := func(event string) string {
		var all []string
		for _, r := range meeting.NewStandpoint(model.NewIndex(p), ids["ben"], ids[event]).All() {
			all = append(all, thenWords(r))
		}
		return strings.Join(all, ", ")
	}
	for event, want := range map[string]string{
		"pool":  "since 5, since 5, at once, here, at once, later",
		"start": "here, later, later, later, later, later",
		"gone":  "later, later, later, later, later, later",
	} {
		if got := see(event); got != want {
			t.Errorf("from %q: got %q, want %q", event, got, want)
		}
	}
}

func TestACardOfNobodyAsksWhatWasKnownInGeneral(t *testing.T) {
	ed, p, ids := evening(t, "2 lag", "4 page", "9 pool")
	p = edittest.Must(t)(ed.SetKnowing(p, ids["lag"], "", model.KnownAt, edittest.At(21)))
	p = edittest.Must(t)(ed.SetKnowing(p, ids["page"], ids["ben"], model.KnownAtOnce, model.Moment{}))
	if p, _, _ = ed.AddAccount(p, model.Account{Event: ids["page"], Text: "it rang"}); len(p.Accounts) != 1 {
		t.Fatal("no account")
	}
	x := model.NewIndex(p)
	rows := meeting.NewStandpoint(x, "", ids["pool"]).All()
	for i, want := range []string{"later 21", "?", "here"} {
		if got := thenWords(rows[i]); got != want {
			t.Errorf("row %d: got %q, want %q", i, got, want)
		}
	}
}

func TestRowsAreCountedByWhatTheyWere(t *testing.T) {
	known, toAsk, later := meeting.CountThen([]meeting.Then{{State: meeting.ToAsk}, {State: meeting.ThenHere}, {State: meeting.KnewAtOnce}, {State: meeting.KnewSince},
		{State: meeting.WasThere}, {State: meeting.LearnedLater}, {State: meeting.HappenedLater}, {State: meeting.HappenedLater}})
	if known != 3 || toAsk != 1 || later != 3 {
		t.Errorf("%d known, %d to ask, %d later", known, toAsk, later)
	}
}

// Whatever was recorded, no row that happened after the moment is among those that were known,
// and asking changes nothing of the record.
func TestNothingThatHappenedLaterWasKnownThen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ed, p := edittest.SeededRecord(t)
		for range 60 {
			p = edittest.EditRandomly(t, ed, p)
		}
		x := model.NewIndex(p)
		who, event := edittest.Some(t, p.Attendees), edittest.Some(t, p.Events)
		stand := meeting.NewStandpoint(x, who, event)
		var moment time.Time // of the last row with a time, up to that of the standpoint
		for i := x.EventAt(event); i >= 0 && moment.IsZero(); i-- {
			moment = x.Events[i].When.At
		}
		for i, r := range stand.All() {
			e := x.Events[i]
			switch {
			case r.Event != e.ID:
				t.Fatalf("row %d is of another event", i)
			case (r.State == meeting.ThenHere) != (e.ID == event):
				t.Fatalf("row %d: %v is not the moment", i, r.State)
			case r.State == meeting.ThenHere || e.When.IsZero():
			case e.When.At.After(moment) != (r.State == meeting.HappenedLater):
				t.Fatalf("row %d at %v, the moment is %v: %v", i, e.When.At, moment, r.State)
			case r.State == meeting.LearnedLater && !r.When.At.After(moment) && !r.When.End.After(moment):
				t.Fatalf("row %d was learned at %v, the moment is %v", i, r.When.At, moment)
			}
		}
	})
}
