package opening_test

import (
	"strings"
	"testing"

	"debrief/model"
	"debrief/model/sample"
	"debrief/ui/keymap"
	"debrief/ui/opening"
	"debrief/ui/screen"
	"debrief/ui/screen/screentest"
)

func enter(t testing.TB, p model.Postmortem, width, height int) *screentest.Stage {
	t.Helper()
	st, _ := screentest.New(t, screen.Open, opening.New, p, width, height)
	return st
}

// begun is a record as Enter on a title makes it.
func begun() model.Postmortem {
	p := screentest.Sample()
	return model.Postmortem{Header: model.Header{ID: p.Header.ID, Title: "Checkout slow", Status: model.StatusDraft, Created: screentest.Now().UTC(),
		Zone: sample.Zone}, Incident: model.Incident{ID: p.Header.ID, Kind: model.Unscheduled}}
}

func at(s *screentest.Stage, f model.Field) *screentest.Stage {
	s.Goto(screen.Place{Field: string(f)})
	return s
}

func TestEnterFillsTheMarkedFieldAndMarksTheNextEmptyOne(t *testing.T) {
	s := at(enter(t, begun(), 80, 16), model.FieldBegan)
	s.Type("2026-03-12 13:40")
	s.Want("next", s.Field().Key.Field, string(model.FieldDetected))
	s.Type("14:02")
	s.Type("~14:05")
	for kind, want := range map[model.MilestoneKind]string{model.Began: "13:40", model.Detected: "14:02"} {
		s.Want(string(kind), s.Index.Milestone(kind).Clock(s.Index.Zone), want)
	}
	if s.Edits != 3 {
		t.Errorf("%d edits", s.Edits)
	}
}

// A person pressed Enter field by field and came to "Business measure" while row 3 still named severity.
func TestEnterGoesThroughWhatIsMissingFirst(t *testing.T) {
	s := enter(t, begun(), 80, 16)
	var got []string
	for range 11 {
		got = append(got, s.Field().Key.Field)
		s.Type("")
	}
	want := "Impact, Severity, Owner, Facilitator, Note-taker, Began, Detected, Mitigated, Resolved, Systems, Drift signal"
	s.Want("the way", strings.Join(got, ", "), want)
}

// A person corrected Began and Detected one after the other; after the first the mark was at Systems.
func TestWhoCorrectsAFieldGoesOnInTheRowBelow(t *testing.T) {
	s := at(enter(t, screentest.Sample(), 80, 16), model.FieldBegan)
	s.Want("Reads", s.Reads("2026-03-12 13:41"), "Began: 2026-03-12 13:41 Europe/Berlin")
	s.Type("2026-03-12 13:41")
	s.Want("next", s.Field().Key.Field, string(model.FieldDetected))
}

// "Began filled in" told a person nothing about whether the time was understood.
func TestDoneSaysWhatWasFilledIn(t *testing.T) {
	s := enter(t, screentest.Sample(), 80, 16)
	for _, c := range []struct {
		field      model.Field
		text, want string
	}{
		{model.FieldBegan, "2026-03-12 13:41", "Done Began 2026-03-12 13:41"},
		{model.FieldOwner, "@chao", "Done Owner Chao Lin"},
		{model.FieldNoteTaker, "Jo Brandt", "Done Note-taker Jo Brandt"},
		{model.FieldKind, "near", "Done Kind near miss"},
		{model.FieldDetectedBy, "al on the queue length", "Done Detected by alert on the queue length"},
		{model.FieldSystems, "", "Done Systems emptied"},
	} {
		at(s, c.field).Type(c.text)
		s.Want(string(c.field), s.Said, c.want)
	}
}

// At 80 columns a contradiction ended in », at 60 it was not told at all.
func TestAContradictionCanBeReadAtEverySize(t *testing.T) {
	p := screentest.Sample()
	for i, m := range p.Milestones {
		if m.Kind == model.Detected {
			p.Milestones[i].When.At = m.When.At.AddDate(0, 0, -1)
		}
	}
	for _, size := range [][2]int{{60, 9}, {80, 16}, {140, 32}} {
		s := at(enter(t, p, size[0], size[1]), model.FieldDetected)
		if got := s.Text(); !strings.Contains(got, "! before it began") {
			t.Errorf("%v:\n%s", size, got)
		}
	}
}

// "Customer conta»" stood there even at 140 columns.
func TestNamesOfFieldsAreWhole(t *testing.T) {
	s := enter(t, screentest.Sample(), 80, 40)
	for _, f := range model.Fields() {
		if f == model.FieldPublishTo || f == model.FieldTold {
			continue
		}
		if got := s.Text(); !strings.Contains(got, string(f)+"  ") {
			t.Errorf("%s is cut or not there", f)
		}
	}
}

func TestAnEmptyLineGoesOnWithoutAnEdit(t *testing.T) {
	s := at(enter(t, begun(), 80, 16), model.FieldImpact)
	s.Type("")
	if s.Edits != 0 || s.Field().Key.Field == string(model.FieldImpact) {
		t.Errorf("%d edits, marked is %s", s.Edits, s.Field().Key.Field)
	}
}

func TestAPersonWhoIsTypedJoinsTheAttendees(t *testing.T) {
	s := at(enter(t, begun(), 80, 16), model.FieldFacilitator)
	s.Want("Reads", s.Reads("Priya Nair"), "Facilitator: Priya Nair, who joins the attendees")
	s.Type("Priya Nair")
	s.Want("facilitator", s.Index.Person(s.Record.Header.Facilitator).Name, "Priya Nair")
}

func TestFirstLettersChooseAndOtherTextIsKept(t *testing.T) {
	s := at(enter(t, begun(), 80, 16), model.FieldKind)
	s.Type("near")
	s.Want("kind", string(s.Record.Incident.Kind), string(model.NearMiss))
	at(s, model.FieldKind).Type("holiday")
	if !strings.HasPrefix(s.Check, "type one of: ") || s.Edits != 1 {
		t.Errorf("%q, %d edits", s.Check, s.Edits)
	}
	at(s, model.FieldBegan).Type("half past")
	if s.Check == "" || s.Edits != 1 {
		t.Errorf("%q, %d edits", s.Check, s.Edits)
	}
}

func TestAMilestoneIsEmptiedAndATitleIsNot(t *testing.T) {
	s := at(enter(t, screentest.Sample(), 80, 16), model.FieldBegan)
	s.Command(keymap.Remove)
	if !s.Index.Milestone(model.Began).IsZero() {
		t.Error("began is still there")
	}
	if why := at(s, model.FieldTitle).Off(keymap.Remove); why == "" {
		t.Error("a title can be emptied")
	}
}

func TestFindMarksAFieldByItsNameOrText(t *testing.T) {
	s := enter(t, screentest.Sample(), 80, 16)
	s.Want("by name", string(s.Find("impact")), "found Impact; Enter finds the next")
	s.Want("marked", s.Field().Key.Field, "Impact")
}

func TestEverySizeAndRecordIsDrawnWithinItsWidth(t *testing.T) {
	for name, p := range map[string]model.Postmortem{"empty": {}, "begun": begun(), "sample": screentest.Sample()} {
		enter(t, p, 80, 16).FitsEverySize(name, true)
	}
}
