package meeting_test

import (
	"debrief/model"
	"debrief/model/edit"
	"debrief/model/edit/edittest"
	"debrief/model/meeting"
	"strings"
	"testing"
)

func words(lacks []meeting.Lack) string {
	var all []string
	for _, l := range lacks {
		all = append(all, l.Words)
	}
	return strings.Join(all, "; ")
}

func wantLacks(t *testing.T, p model.Postmortem, phase model.Phase, want string) {
	t.Helper()
	if got := words(meeting.Lacks(model.NewIndex(p), phase)); got != want {
		t.Errorf("%s lacks %q, want %q", phase, got, want)
	}
}

func TestEachPhaseSaysWhatItLacks(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Begun(t, ed)
	for phase, want := range map[model.Phase]string{
		model.PhaseOpen:            "impact; severity; owner; facilitator; note-taker; began; detected; mitigated; resolved; systems",
		model.PhaseAttendees:       "who is in the room",
		model.PhaseTimeline:        "the first row",
		model.PhaseDiscretion:      "a decision card",
		model.PhaseLearning:        "what surprised us; what went well; where we were lucky; contributing conditions",
		model.PhaseCountermeasures: "a countermeasure",
	} {
		wantLacks(t, p, phase, want)
	}
	if n := len(meeting.Lacks(model.NewIndex(p), model.PhaseClose)); n != 10+1+1+1+4+1 {
		t.Errorf("Close counts %d things", n)
	}
}

func TestOpenLacksItsEmptyFieldsAndSaysContradictions(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Begun(t, ed)
	for _, f := range []model.Field{model.FieldOwner, model.FieldFacilitator, model.FieldNoteTaker} {
		p = edittest.Must(t)(ed.SetField(p, f, "Ana"))
	}
	p = edittest.Must(t)(ed.SetField(p, model.FieldSeverity, "2"))
	p = edittest.Must(t)(ed.SetField(p, model.FieldSystems, "checkout"))
	p = edittest.Must(t)(ed.SetMilestone(p, model.Began, edittest.At(5)))
	p = edittest.Must(t)(ed.SetMilestone(p, model.Resolved, edittest.At(30)))
	p = edittest.Must(t)(ed.SetMilestone(p, model.Detected, edittest.At(9)))
	wantLacks(t, p, model.PhaseOpen, "impact; mitigated")
	if got := meeting.LackLine(model.PhaseOpen, meeting.Lacks(model.NewIndex(p), model.PhaseOpen), 0); got != "Missing: impact, mitigated" {
		t.Errorf("the line is %q", got)
	}
	p = edittest.Must(t)(ed.SetMilestone(p, model.Detected, edittest.At(1)))
	if got := meeting.LackLine(model.PhaseOpen, meeting.Lacks(model.NewIndex(p), model.PhaseOpen), 0); got != "Missing: impact, mitigated. Detected stands before began" {
		t.Errorf("the line is %q", got)
	}
}

func TestTheRoomLacksRolesThatNobodyPresentStandsFor(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Begun(t, ed)
	p, _ = edittest.MustID(t)(ed.AddAttendee(p, model.Attendee{Name: "Ana", Roles: model.Decisions | model.Identified | model.Responded | model.Diagnosed | model.Interested}))
	p, mia := edittest.MustID(t)(ed.AddAttendee(p, model.Attendee{Name: "Mia", Roles: model.Affected, Away: true}))
	lacks := meeting.Lacks(model.NewIndex(p), model.PhaseAttendees)
	if words(lacks) != "someone affected" || lacks[0].ID != mia {
		t.Errorf("lacks are %+v", lacks)
	}
	cover := meeting.Coverage(model.NewIndex(p))[4]
	if cover.Role != model.Affected || len(cover.Present) != 0 || len(cover.Away) != 1 {
		t.Errorf("coverage is %+v", cover)
	}
	p = edittest.Must(t)(edit.Change(ed, p, mia, func(a *model.Attendee) { a.Away = false }))
	wantLacks(t, p, model.PhaseAttendees, "")
	p, jo := edittest.MustID(t)(ed.EnsureAttendee(p, "jo"))
	wantLacks(t, p, model.PhaseAttendees, "") // only named, not in the room
	p = edittest.Must(t)(edit.Change(ed, p, jo, func(a *model.Attendee) { a.Away = false }))
	wantLacks(t, p, model.PhaseAttendees, "a role for 1 person")
	p = edittest.Must(t)(ed.SetField(p, model.FieldFacilitator, "jo"))
	wantLacks(t, p, model.PhaseAttendees, "")
}

func TestRowsCardsAndCountermeasuresAreCounted(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Rows(t, ed, edittest.Begun(t, ed), "a1", "b2", "c3")
	p, _ = edittest.MustID(t)(ed.AddAccount(p, model.Account{Event: edittest.Named(t, p, "a1"), Text: "x"}))
	wantLacks(t, p, model.PhaseTimeline, "an account for 2 rows")

	p, card := edittest.MustID(t)(ed.AddCard(p, edittest.Named(t, p, "a1"), ""))
	wantLacks(t, p, model.PhaseDiscretion, "what was known then on 1 card; 7 fields of 1 card")
	for _, f := range model.CardFields()[:5] {
		p, _ = edittest.MustID(t)(ed.AddCardLine(p, model.CardLine{DecisionPoint: card, Field: f, Text: "x"}, ""))
	}
	wantLacks(t, p, model.PhaseDiscretion, "3 fields of 1 card")
	if own := meeting.CardLacks(model.NewIndex(p), card); words(own) != "3 fields of this card" || own[0].Field != string(model.Sensible) {
		t.Errorf("the card lacks %+v", own)
	}

	p, ana := edittest.MustID(t)(ed.EnsureAttendee(p, "ana"))
	p, one := edittest.MustID(t)(ed.Add(p, model.Countermeasure{Text: "alert", Owner: ana}))
	wantLacks(t, p, model.PhaseCountermeasures, "a date for 1 idea")
	p, _ = edittest.MustID(t)(ed.Add(p, model.Countermeasure{Text: "page"}))
	wantLacks(t, p, model.PhaseCountermeasures, "an owner for 1 idea; a date for 2 ideas")
	p = edittest.Must(t)(ed.Assign(p, one, "", model.Date{Year: 2026, Month: 4, Day: 3}))
	p.Countermeasures[1].State = model.Resting // as in a record of an earlier version
	wantLacks(t, p, model.PhaseCountermeasures, "an owner for 1 idea")
	p.Countermeasures[1].State = model.Open
	p = edittest.Must(t)(ed.Assign(p, p.Countermeasures[1].ID, ana, model.Date{}))
	p = edittest.Must(t)(ed.Rest(p, p.Countermeasures[1].ID, model.Date{}))
	wantLacks(t, p, model.PhaseCountermeasures, "")
	p, _ = edittest.MustID(t)(ed.Add(p, model.Learning{Kind: model.OpenQuestion, Text: "who reads the list?"}))
	wantLacks(t, p, model.PhaseLearning, "what surprised us; what went well; where we were lucky; contributing conditions; who answers 1 question")
}

// Close listed "Attendees  someone who noticed it" and five rows more of one phase.
func TestCloseNamesEachPhaseOnce(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Begun(t, ed)
	p, _ = edittest.MustID(t)(ed.AddAttendee(p, model.Attendee{Name: "Ana", Roles: model.Decisions | model.Diagnosed | model.Affected | model.Interested}))
	p = edittest.Must(t)(ed.SetMilestone(p, model.Began, edittest.At(5)))
	p = edittest.Must(t)(ed.SetMilestone(p, model.Detected, edittest.At(1)))
	x := model.NewIndex(p)
	got := meeting.LacksByPhase(x, 0)
	if len(got) != 6 {
		t.Fatalf("%d phases lack something, want 6: %+v", len(got), got)
	}
	for i, want := range []string{
		"impact, severity, owner, facilitator, note-taker, mitigated, resolved, systems. Detected stands before began",
		"someone who noticed it, someone who responded",
	} {
		first := meeting.Lacks(x, got[i].Phase)[0]
		if got[i].Words != want || got[i].Phase != model.Phases()[i] || got[i].Field != first.Field || got[i].ID != first.ID {
			t.Errorf("got %+v, want %s", got[i], want)
		}
	}
	if got, want := meeting.LacksByPhase(x, 40)[0].Words, "impact, severity, owner and 6 more"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestALackLineFitsItsColumns(t *testing.T) {
	x := model.NewIndex(edittest.Begun(t, edittest.Editor()))
	lacks := meeting.Lacks(x, model.PhaseOpen)
	for columns := 34; columns < 120; columns++ {
		if got := meeting.LackLine(model.PhaseOpen, lacks, columns); len(got) > columns {
			t.Errorf("%q is longer than %d columns", got, columns)
		}
	}
	if got := meeting.LackLine(model.PhaseOpen, lacks, 36); got != "Missing: impact, severity and 8 more" {
		t.Errorf("the line is %q", got)
	}
	if got := meeting.LackLine(model.PhaseClose, lacks, 80); got != "Missing: 10 things" {
		t.Errorf("the line is %q", got)
	}
	if got := meeting.LackLine(model.PhaseOpen, nil, 80); got != "" {
		t.Errorf("nothing lacking says %q", got)
	}
}

func TestAFirstLetterOfAnyScriptIsMadeACapital(t *testing.T) {
	for given, want := range map[string]string{"": "", "detected": "Detected", "état du pool": "État du pool", "漢字": "漢字"} {
		if got := model.Capital(given); got != want {
			t.Errorf("Capital(%q) = %q, want %q", given, got, want)
		}
	}
}
