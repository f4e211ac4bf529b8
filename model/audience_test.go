package model

import (
	"reflect"
	"testing"
)

func hide(p Postmortem, whats ...string) Postmortem {
	p.Events = rewrite(p.Events, func(e Event) Event {
		for _, w := range whats {
			e.Private = e.Private || e.What == w
		}
		return e
	})
	return p
}

func TestHiddenRowsLeaveTheOrderOfTheOthersAlone(t *testing.T) {
	ed := testEditor()
	p := rows(t, ed, begun(t, ed), "a1", "w", "x", "y", "b5", "z", "c9")
	for _, c := range []struct {
		hidden []string
		want   []string
	}{
		{nil, []string{"a1", "w", "x", "y", "b5", "z", "c9"}},
		{[]string{"a1"}, []string{"w", "x", "y", "b5", "z", "c9"}},
		{[]string{"b5"}, []string{"a1", "w", "x", "y", "z", "c9"}},
		{[]string{"x", "b5"}, []string{"a1", "w", "y", "z", "c9"}},
		{[]string{"a1", "w", "b5", "c9"}, []string{"x", "y", "z"}},
	} {
		shown := For(hide(p, c.hidden...), ForRoom)
		wantOrder(t, shown, c.want...)
		if found := Check(shown); len(found) > 0 {
			t.Errorf("hiding %v leaves problems: %v", c.hidden, found)
		}
	}
}

func TestAPrivatePersonIsNamedNowhere(t *testing.T) {
	ed := testEditor()
	p := rows(t, ed, begun(t, ed), "a1")
	p, zed := mustID(t)(ed.AddAttendee(p, Attendee{Name: "Zed", Private: true}))
	p = must(t)(ed.SetField(p, FieldOwner, "zed"))
	e := p.Events[0].ID
	p, _ = mustID(t)(ed.AddAccount(p, Account{Event: e, Attendee: zed, Text: "I saw it."}))
	p = must(t)(ed.SetKnowing(p, e, zed, KnownAtOnce, Moment{}))
	p, _ = mustID(t)(ed.AddCard(p, e, zed))
	p, _ = mustID(t)(ed.AddCountermeasure(p, Countermeasure{Text: "alert", Owner: zed, By: Date{2026, 4, 3}}))
	shown := For(p, ForExternalPage)
	shown.Rows(func(r Row) {
		row := reflect.ValueOf(r)
		for i := range row.NumField() {
			if row.Field(i).Interface() == any(zed) {
				t.Errorf("%s of %s still names the person", row.Type().Field(i).Name, r.Table())
			}
		}
	})
	if len(shown.Accounts) != 1 || len(shown.Knowings) != 0 {
		t.Errorf("%d accounts and %d knowings are shown, want 1 and 0", len(shown.Accounts), len(shown.Knowings))
	}
	if len(p.Knowings) != 1 || p.Accounts[0].Attendee != zed {
		t.Error("the record itself was changed")
	}
}

func TestPrivateNotesAreNeverExported(t *testing.T) {
	ed := testEditor()
	p := hide(rows(t, ed, begun(t, ed), "a1", "b1"), "a1")
	p, secret := mustID(t)(ed.AddNote(p, Note{Text: "call Mia tomorrow", Private: true}))
	p, _ = mustID(t)(ed.AddNote(p, Note{Text: "for everybody"}))
	p, _ = mustID(t)(ed.AddFinding(p, Finding{Of: Notes, OfID: secret, Text: "x", Outcome: Reworded}))
	for _, c := range []struct {
		to            Audience
		notes, events int
	}{
		{ForFacilitator, 2, 2}, {ForRoom, 1, 1}, {ForInternalPage, 1, 1}, {ForExternalPage, 1, 1},
		{ForOwnPage, 1, 2}, {ForKeeping, 1, 1}, {ForKeepingAll, 1, 2},
	} {
		shown := For(p, c.to)
		if len(shown.Notes) != c.notes || len(shown.Events) != c.events {
			t.Errorf("audience %d sees %d notes and %d events, want %d and %d", c.to, len(shown.Notes), len(shown.Events), c.notes, c.events)
		}
		if found := Check(shown); len(found) > 0 || c.notes == 1 && len(shown.Findings) != 0 {
			t.Errorf("audience %d: %v, findings %v", c.to, found, shown.Findings)
		}
	}
}

func TestTheScreenAndThePageHideNamesEachForItself(t *testing.T) {
	p := team(t)
	for _, c := range []struct {
		screen, page bool
		to           Audience
		want         string
	}{
		{true, false, ForRoom, "Responder" + unbroken + "A"}, {true, false, ForFacilitator, "Responder" + unbroken + "A"},
		{true, false, ForInternalPage, "Ana Silva"}, {false, true, ForRoom, "Ana Silva"},
		{false, true, ForInternalPage, "Responder A"}, {false, true, ForExternalPage, "Responder A"}, {false, true, ForOwnPage, "Responder A"},
		{true, true, ForKeeping, "Ana Silva"}, {true, true, ForKeepingAll, "Ana Silva"},
	} {
		p.Header.NamesOff, p.Header.PageNamesOff = c.screen, c.page
		x := IndexFor(p, c.to)
		if got := x.Attendees[0].Name; got != c.want {
			t.Errorf("screen %t, page %t: audience %d sees %q, want %q", c.screen, c.page, c.to, got, c.want)
		}
		if got := x.Named(p.Attendees[0].ID).Name; got != "Ana Silva" {
			t.Errorf("an owner is %q", got)
		}
	}
}

func TestNoTextOfAProjectionWithoutNamesHoldsAName(t *testing.T) {
	p := team(t)
	p.Attendees[1].Private = true // who is left out is not named in texts either
	p.Header.NamesOff = true
	const text = "Ben Okafor saw it"
	fill := func(r Row) Row { return ReplaceTexts(r, func(string) string { return text }) }
	p.Header = fill(p.Header).(Header)
	p.Incident = fill(p.Incident).(Incident)
	p.Sessions = []Session{fill(Session{ID: "x"}).(Session)}
	p.Events = []Event{fill(Event{ID: "x"}).(Event)}
	p.Accounts = []Account{fill(Account{ID: "x", Event: "x"}).(Account)}
	p.CardLines = []CardLine{fill(CardLine{ID: "x", DecisionPoint: "x"}).(CardLine)}
	p.DecisionPoints = []DecisionPoint{{ID: "x", Event: "x"}}
	p.Learnings = []Learning{fill(Learning{ID: "x"}).(Learning)}
	p.Countermeasures = []Countermeasure{fill(Countermeasure{ID: "x"}).(Countermeasure)}
	p.ParkedIdeas = []ParkedIdea{fill(ParkedIdea{ID: "x"}).(ParkedIdea)}
	p.Artefacts = []Artefact{fill(Artefact{ID: "x"}).(Artefact)}
	p.Evidence = []Evidence{fill(Evidence{ID: "x"}).(Evidence)}
	p.Notes = []Note{fill(Note{ID: "x"}).(Note)}
	p.Findings = []Finding{fill(Finding{ID: "x"}).(Finding)}
	seen := 0
	For(p, ForRoom).Rows(func(r Row) {
		ReplaceTexts(r, func(s string) string {
			if seen++; plain(s) != "Responder B saw it" && r.Table() != Attendees {
				t.Errorf("%s shows %q", r.Table(), s)
			}
			return s
		})
	})
	if seen < 40 {
		t.Errorf("only %d texts were looked at", seen)
	}
}

// A text that is added to a row has to be named here, or be one of ReplaceTexts.
func TestEveryTextOfARowIsHiddenOrNamedAsNone(t *testing.T) {
	none := map[string]string{
		"Header.Zone": "a zone", "Header.WorkingWord": "chosen from three", "Attendee.Handle": "becomes the letter",
		"Attendee.Name": "becomes the role", "Attendee.Other": "is left out",
		"Finding.Field": "a field", "Finding.Category": "a category", "Finding.Rule": "a rule",
	}
	for _, row := range []Row{Header{}, Incident{}, Milestone{}, Session{}, PhaseMinutes{}, Attendee{}, Event{}, Account{}, Knowing{},
		DecisionPoint{}, CardLine{}, Learning{}, Countermeasure{}, ParkedIdea{}, Artefact{}, Evidence{}, Note{}, Finding{}} {
		kind := reflect.TypeOf(row)
		for i := range kind.NumField() {
			field := kind.Field(i)
			if field.Type != reflect.TypeFor[string]() && field.Type != reflect.TypeFor[List]() || field.Name == "Pos" {
				continue
			}
			filled := reflect.New(kind).Elem()
			filled.Field(i).SetString("x")
			visited := 0
			ReplaceTexts(filled.Interface().(Row), func(s string) string { visited += len(s); return s })
			name := kind.Name() + "." + field.Name
			if why, named := none[name]; (visited == 1) == named {
				t.Errorf("%s: hidden is %t, and as none it is named %q", name, visited == 1, why)
			}
		}
	}
}

func TestTheFacilitatorSeesEverything(t *testing.T) {
	ed := testEditor()
	p := hide(rows(t, ed, begun(t, ed), "a1"), "a1")
	wantSame(t, For(p, ForFacilitator), p)
}

func TestWhatHangsOnAHiddenRowIsHidden(t *testing.T) {
	ed := testEditor()
	p := rows(t, ed, begun(t, ed), "a1")
	e := p.Events[0].ID
	p, card := mustID(t)(ed.AddCard(p, e, ""))
	p, _ = mustID(t)(ed.AddCardLine(p, CardLine{DecisionPoint: card, Field: Cue, Text: "x"}, ""))
	p, _ = mustID(t)(ed.AddNote(p, Note{Of: DecisionPoints, OfID: card, Text: "x"}))
	p, _ = mustID(t)(ed.AddFinding(p, Finding{Of: Events, OfID: e, Text: "x", Outcome: Reworded}))
	p, _ = mustID(t)(ed.AddLearning(p, Learning{Kind: Lucky, Text: "x", Event: e}))
	shown := For(hide(p, "a1"), ForRoom)
	if n := len(shown.DecisionPoints) + len(shown.CardLines) + len(shown.Notes) + len(shown.Findings); n != 0 {
		t.Errorf("%d rows that hang on a hidden one are shown", n)
	}
	if len(shown.Learnings) != 1 || shown.Learnings[0].Event != "" {
		t.Errorf("learnings are %+v", shown.Learnings)
	}
}
