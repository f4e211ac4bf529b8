package names_test

import (
	"debrief/model"
	"debrief/model/edit/edittest"
	"debrief/model/names"
	"reflect"
	"testing"
)

func hide(p model.Postmortem, whats ...string) model.Postmortem {
	p.Events = model.Rewrite(p.Events, func(e model.Event) model.Event {
		for _, w := range whats {
			e.Private = e.Private || e.What == w
		}
		return e
	})
	return p
}

func TestHiddenRowsLeaveTheOrderOfTheOthersAlone(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Rows(t, ed, edittest.Begun(t, ed), "a1", "w", "x", "y", "b5", "z", "c9")
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
		shown := names.For(hide(p, c.hidden...), model.ForRoom)
		edittest.WantOrder(t, shown, c.want...)
		if found := model.Check(shown); len(found) > 0 {
			t.Errorf("hiding %v leaves problems: %v", c.hidden, found)
		}
	}
}

func TestAPrivatePersonIsNamedNowhere(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Rows(t, ed, edittest.Begun(t, ed), "a1")
	p, zed := edittest.MustID(t)(ed.AddAttendee(p, model.Attendee{Name: "Zed", Private: true}))
	p = edittest.Must(t)(ed.SetField(p, model.FieldOwner, "zed"))
	e := p.Events[0].ID
	p, _ = edittest.MustID(t)(ed.AddAccount(p, model.Account{Event: e, Attendee: zed, Text: "I saw it."}))
	p = edittest.Must(t)(ed.SetKnowing(p, e, zed, model.KnownAtOnce, model.Moment{}))
	p, _ = edittest.MustID(t)(ed.AddCard(p, e, zed))
	p, _ = edittest.MustID(t)(ed.Add(p, model.Countermeasure{Text: "alert", Owner: zed, By: model.Date{Year: 2026, Month: 4, Day: 3}}))
	shown := names.For(p, model.ForExternalPage)
	shown.Rows(func(r model.Row) {
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
	ed := edittest.Editor()
	p := hide(edittest.Rows(t, ed, edittest.Begun(t, ed), "a1", "b1"), "a1")
	p, secret := edittest.MustID(t)(ed.Add(p, model.Note{Text: "call Mia tomorrow", Private: true}))
	p, _ = edittest.MustID(t)(ed.Add(p, model.Note{Text: "for everybody"}))
	p, _ = edittest.MustID(t)(ed.Add(p, model.Finding{Of: model.Notes, OfID: secret, Text: "x", Outcome: model.Reworded}))
	for _, c := range []struct {
		to            model.Audience
		notes, events int
	}{
		{model.ForFacilitator, 2, 2}, {model.ForRoom, 1, 1}, {model.ForInternalPage, 1, 1}, {model.ForExternalPage, 1, 1},
		{model.ForOwnPage, 1, 2}, {model.ForKeeping, 1, 1}, {model.ForKeepingAll, 1, 2},
	} {
		shown := names.For(p, c.to)
		if len(shown.Notes) != c.notes || len(shown.Events) != c.events {
			t.Errorf("audience %d sees %d notes and %d events, want %d and %d", c.to, len(shown.Notes), len(shown.Events), c.notes, c.events)
		}
		if found := model.Check(shown); len(found) > 0 || c.notes == 1 && len(shown.Findings) != 0 {
			t.Errorf("audience %d: %v, findings %v", c.to, found, shown.Findings)
		}
	}
}

func TestTheScreenAndThePageHideNamesEachForItself(t *testing.T) {
	p := team(t)
	for _, c := range []struct {
		screen, page bool
		to           model.Audience
		want         string
	}{
		{true, false, model.ForRoom, "Responder" + names.Unbroken + "A"}, {true, false, model.ForFacilitator, "Responder" + names.Unbroken + "A"},
		{true, false, model.ForInternalPage, "Ana Silva"}, {false, true, model.ForRoom, "Ana Silva"},
		{false, true, model.ForInternalPage, "Responder A"}, {false, true, model.ForExternalPage, "Responder A"}, {false, true, model.ForOwnPage, "Responder A"},
		{true, true, model.ForKeeping, "Ana Silva"}, {true, true, model.ForKeepingAll, "Ana Silva"},
	} {
		p.Header.NamesOff, p.Header.PageNamesOff = c.screen, c.page
		x := names.IndexFor(p, c.to)
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
	fill := func(r model.Row) model.Row { return model.ReplaceTexts(r, func(string) string { return text }) }
	p.Header = fill(p.Header).(model.Header)
	p.Incident = fill(p.Incident).(model.Incident)
	p.Sessions = []model.Session{fill(model.Session{ID: "x"}).(model.Session)}
	p.Events = []model.Event{fill(model.Event{ID: "x"}).(model.Event)}
	p.Accounts = []model.Account{fill(model.Account{ID: "x", Event: "x"}).(model.Account)}
	p.CardLines = []model.CardLine{fill(model.CardLine{ID: "x", DecisionPoint: "x"}).(model.CardLine)}
	p.DecisionPoints = []model.DecisionPoint{{ID: "x", Event: "x"}}
	p.Learnings = []model.Learning{fill(model.Learning{ID: "x"}).(model.Learning)}
	p.Countermeasures = []model.Countermeasure{fill(model.Countermeasure{ID: "x"}).(model.Countermeasure)}
	p.ParkedIdeas = []model.ParkedIdea{fill(model.ParkedIdea{ID: "x"}).(model.ParkedIdea)}
	p.Artefacts = []model.Artefact{fill(model.Artefact{ID: "x"}).(model.Artefact)}
	p.Evidence = []model.Evidence{fill(model.Evidence{ID: "x"}).(model.Evidence)}
	p.Notes = []model.Note{fill(model.Note{ID: "x"}).(model.Note)}
	p.Findings = []model.Finding{fill(model.Finding{ID: "x"}).(model.Finding)}
	seen := 0
	names.For(p, model.ForRoom).Rows(func(r model.Row) {
		model.ReplaceTexts(r, func(s string) string {
			if seen++; plain(s) != "Responder B saw it" && r.Table() != model.Attendees {
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
	for _, row := range []model.Row{model.Header{}, model.Incident{}, model.Milestone{}, model.Session{}, model.PhaseMinutes{}, model.Attendee{}, model.Event{}, model.Account{}, model.Knowing{},
		model.DecisionPoint{}, model.CardLine{}, model.Learning{}, model.Countermeasure{}, model.ParkedIdea{}, model.Artefact{}, model.Evidence{}, model.Note{}, model.Finding{}} {
		kind := reflect.TypeOf(row)
		for i := range kind.NumField() {
			field := kind.Field(i)
			if field.Type != reflect.TypeFor[string]() && field.Type != reflect.TypeFor[model.List]() || field.Name == "Pos" {
				continue
			}
			filled := reflect.New(kind).Elem()
			filled.Field(i).SetString("x")
			visited := 0
			model.ReplaceTexts(filled.Interface().(model.Row), func(s string) string { visited += len(s); return s })
			name := kind.Name() + "." + field.Name
			if why, named := none[name]; (visited == 1) == named {
				t.Errorf("%s: hidden is %t, and as none it is named %q", name, visited == 1, why)
			}
		}
	}
}

func TestTheFacilitatorSeesEverything(t *testing.T) {
	ed := edittest.Editor()
	p := hide(edittest.Rows(t, ed, edittest.Begun(t, ed), "a1"), "a1")
	edittest.WantSame(t, names.For(p, model.ForFacilitator), p)
}

func TestWhatHangsOnAHiddenRowIsHidden(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Rows(t, ed, edittest.Begun(t, ed), "a1")
	e := p.Events[0].ID
	p, card := edittest.MustID(t)(ed.AddCard(p, e, ""))
	p, _ = edittest.MustID(t)(ed.AddCardLine(p, model.CardLine{DecisionPoint: card, Field: model.Cue, Text: "x"}, ""))
	p, _ = edittest.MustID(t)(ed.Add(p, model.Note{Of: model.DecisionPoints, OfID: card, Text: "x"}))
	p, _ = edittest.MustID(t)(ed.Add(p, model.Finding{Of: model.Events, OfID: e, Text: "x", Outcome: model.Reworded}))
	p, _ = edittest.MustID(t)(ed.Add(p, model.Learning{Kind: model.Lucky, Text: "x", Event: e}))
	shown := names.For(hide(p, "a1"), model.ForRoom)
	if n := len(shown.DecisionPoints) + len(shown.CardLines) + len(shown.Notes) + len(shown.Findings); n != 0 {
		t.Errorf("%d rows that hang on a hidden one are shown", n)
	}
	if len(shown.Learnings) != 1 || shown.Learnings[0].Event != "" {
		t.Errorf("learnings are %+v", shown.Learnings)
	}
}
