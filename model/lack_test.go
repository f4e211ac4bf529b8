package model

import (
	"strings"
	"testing"
)

func words(lacks []Lack) string {
	var all []string
	for _, l := range lacks {
		all = append(all, l.Words)
	}
	return strings.Join(all, "; ")
}

func wantLacks(t *testing.T, p Postmortem, phase Phase, want string) {
	t.Helper()
	if got := words(Lacks(NewIndex(p), phase)); got != want {
		t.Errorf("%s lacks %q, want %q", phase, got, want)
	}
}

func TestEachPhaseSaysWhatItLacks(t *testing.T) {
	ed := testEditor()
	p := begun(t, ed)
	for phase, want := range map[Phase]string{
		PhaseOpen:            "impact; severity; owner; facilitator; note-taker; began; detected; mitigated; resolved; systems",
		PhaseAttendees:       "who is in the room",
		PhaseTimeline:        "the first row",
		PhaseDiscretion:      "a decision card",
		PhaseLearning:        "what surprised us; what went well; where we were lucky; contributing conditions",
		PhaseCountermeasures: "a countermeasure",
	} {
		wantLacks(t, p, phase, want)
	}
	if n := len(Lacks(NewIndex(p), PhaseClose)); n != 10+1+1+1+4+1 {
		t.Errorf("Close counts %d things", n)
	}
}

func TestOpenLacksItsEmptyFieldsAndSaysContradictions(t *testing.T) {
	ed := testEditor()
	p := begun(t, ed)
	for _, f := range []Field{FieldOwner, FieldFacilitator, FieldNoteTaker} {
		p = must(t)(ed.SetField(p, f, "Ana"))
	}
	p = must(t)(ed.SetField(p, FieldSeverity, "2"))
	p = must(t)(ed.SetField(p, FieldSystems, "checkout"))
	p = must(t)(ed.SetMilestone(p, Began, at(5)))
	p = must(t)(ed.SetMilestone(p, Resolved, at(30)))
	p = must(t)(ed.SetMilestone(p, Detected, at(9)))
	wantLacks(t, p, PhaseOpen, "impact; mitigated")
	if got := LackLine(PhaseOpen, Lacks(NewIndex(p), PhaseOpen), 0); got != "Missing: impact, mitigated" {
		t.Errorf("the line is %q", got)
	}
	p = must(t)(ed.SetMilestone(p, Detected, at(1)))
	if got := LackLine(PhaseOpen, Lacks(NewIndex(p), PhaseOpen), 0); got != "Missing: impact, mitigated. Detected stands before began" {
		t.Errorf("the line is %q", got)
	}
}

func TestTheRoomLacksRolesThatNobodyPresentStandsFor(t *testing.T) {
	ed := testEditor()
	p := begun(t, ed)
	p, _ = mustID(t)(ed.AddAttendee(p, Attendee{Name: "Ana", Roles: Decisions | Identified | Responded | Diagnosed | Interested}))
	p, mia := mustID(t)(ed.AddAttendee(p, Attendee{Name: "Mia", Roles: Affected, Away: true}))
	lacks := Lacks(NewIndex(p), PhaseAttendees)
	if words(lacks) != "someone affected" || lacks[0].ID != mia {
		t.Errorf("lacks are %+v", lacks)
	}
	cover := Coverage(NewIndex(p))[4]
	if cover.Role != Affected || len(cover.Present) != 0 || len(cover.Away) != 1 {
		t.Errorf("coverage is %+v", cover)
	}
	p = must(t)(ed.SetAway(p, mia, false))
	wantLacks(t, p, PhaseAttendees, "")
	p, jo := mustID(t)(ed.EnsureAttendee(p, "jo"))
	wantLacks(t, p, PhaseAttendees, "") // only named, not in the room
	p = must(t)(ed.SetAway(p, jo, false))
	wantLacks(t, p, PhaseAttendees, "a role for 1 person")
	p = must(t)(ed.SetField(p, FieldFacilitator, "jo"))
	wantLacks(t, p, PhaseAttendees, "")
}

func TestRowsCardsAndCountermeasuresAreCounted(t *testing.T) {
	ed := testEditor()
	p := rows(t, ed, begun(t, ed), "a1", "b2", "c3")
	p, _ = mustID(t)(ed.AddAccount(p, Account{Event: named(t, p, "a1"), Text: "x"}))
	wantLacks(t, p, PhaseTimeline, "an account for 2 rows")

	p, card := mustID(t)(ed.AddCard(p, named(t, p, "a1"), ""))
	wantLacks(t, p, PhaseDiscretion, "what was known then on 1 card; 7 fields of 1 card")
	for _, f := range CardFields()[:5] {
		p, _ = mustID(t)(ed.AddCardLine(p, CardLine{DecisionPoint: card, Field: f, Text: "x"}, ""))
	}
	wantLacks(t, p, PhaseDiscretion, "3 fields of 1 card")
	if own := CardLacks(NewIndex(p), card); words(own) != "3 fields of this card" || own[0].Field != string(Sensible) {
		t.Errorf("the card lacks %+v", own)
	}

	p, ana := mustID(t)(ed.EnsureAttendee(p, "ana"))
	p, one := mustID(t)(ed.AddCountermeasure(p, Countermeasure{Text: "alert", Owner: ana}))
	wantLacks(t, p, PhaseCountermeasures, "a date for 1 idea")
	p, _ = mustID(t)(ed.AddCountermeasure(p, Countermeasure{Text: "page"}))
	wantLacks(t, p, PhaseCountermeasures, "an owner for 1 idea; a date for 2 ideas")
	p = must(t)(ed.Assign(p, one, "", Date{2026, 4, 3}))
	p.Countermeasures[1].State = Resting // as in a record of an earlier version
	wantLacks(t, p, PhaseCountermeasures, "an owner for 1 idea")
	p.Countermeasures[1].State = Open
	p = must(t)(ed.Assign(p, p.Countermeasures[1].ID, ana, Date{}))
	p = must(t)(ed.Rest(p, p.Countermeasures[1].ID, Date{}))
	wantLacks(t, p, PhaseCountermeasures, "")
	p, _ = mustID(t)(ed.AddLearning(p, Learning{Kind: OpenQuestion, Text: "who reads the list?"}))
	wantLacks(t, p, PhaseLearning, "what surprised us; what went well; where we were lucky; contributing conditions; who answers 1 question")
}

// Close listed "Attendees  someone who noticed it" and five rows more of one phase.
func TestCloseNamesEachPhaseOnce(t *testing.T) {
	ed := testEditor()
	p := begun(t, ed)
	p, _ = mustID(t)(ed.AddAttendee(p, Attendee{Name: "Ana", Roles: Decisions | Diagnosed | Affected | Interested}))
	p = must(t)(ed.SetMilestone(p, Began, at(5)))
	p = must(t)(ed.SetMilestone(p, Detected, at(1)))
	x := NewIndex(p)
	got := LacksByPhase(x, 0)
	if len(got) != 6 {
		t.Fatalf("%d phases lack something, want 6: %+v", len(got), got)
	}
	for i, want := range []string{
		"impact, severity, owner, facilitator, note-taker, mitigated, resolved, systems. Detected stands before began",
		"someone who noticed it, someone who responded",
	} {
		first := Lacks(x, got[i].Phase)[0]
		if got[i].Words != want || got[i].Phase != Phases()[i] || got[i].Field != first.Field || got[i].ID != first.ID {
			t.Errorf("got %+v, want %s", got[i], want)
		}
	}
	if got, want := LacksByPhase(x, 40)[0].Words, "impact, severity, owner and 6 more"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestALackLineFitsItsColumns(t *testing.T) {
	x := NewIndex(begun(t, testEditor()))
	lacks := Lacks(x, PhaseOpen)
	for columns := 34; columns < 120; columns++ {
		if got := LackLine(PhaseOpen, lacks, columns); len(got) > columns {
			t.Errorf("%q is longer than %d columns", got, columns)
		}
	}
	if got := LackLine(PhaseOpen, lacks, 36); got != "Missing: impact, severity and 8 more" {
		t.Errorf("the line is %q", got)
	}
	if got := LackLine(PhaseClose, lacks, 80); got != "Missing: 10 things" {
		t.Errorf("the line is %q", got)
	}
	if got := LackLine(PhaseOpen, nil, 80); got != "" {
		t.Errorf("nothing lacking says %q", got)
	}
}

func TestAFirstLetterOfAnyScriptIsMadeACapital(t *testing.T) {
	for given, want := range map[string]string{"": "", "detected": "Detected", "état du pool": "État du pool", "漢字": "漢字"} {
		if got := Capital(given); got != want {
			t.Errorf("Capital(%q) = %q, want %q", given, got, want)
		}
	}
}
