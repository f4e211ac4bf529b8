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
	s.Want("next", s.Field().Key, string(model.FieldDetected))
	s.Type("14:02")
	s.Type("~14:05")
	for kind, want := range map[model.MilestoneKind]string{model.Began: "13:40", model.Detected: "14:02"} {
		s.Want(string(kind), s.Index.Milestone(kind).Clock(s.Index.Zone), want)
	}
	if s.Edits != 3 {
		t.Errorf("%d edits", s.Edits)
	}
}

func TestAnEmptyLineGoesOnWithoutAnEdit(t *testing.T) {
	s := at(enter(t, begun(), 80, 16), model.FieldImpact)
	s.Type("")
	if s.Edits != 0 || s.Field().Key == string(model.FieldImpact) {
		t.Errorf("%d edits, marked is %s", s.Edits, s.Field().Key)
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
	s.Want("marked", s.Field().Key, "Impact")
}

func TestEverySizeAndRecordIsDrawnWithinItsWidth(t *testing.T) {
	for name, p := range map[string]model.Postmortem{"empty": {}, "begun": begun(), "sample": screentest.Sample()} {
		enter(t, p, 80, 16).FitsEverySize(name, true)
	}
}
