package opening_test

import (
	"testing"
	"time"

	"debrief/model"
	"debrief/ui/keymap"
)

func TestWhenAndWherePeopleMeetIsTyped(t *testing.T) {
	s := at(enter(t, begun(), 80, 16), model.FieldMeeting)
	s.Want("Reads", s.Reads("fri 14:00 45"), "Meeting Fri 20 Mar, 2026-03-20 14:00 Europe/Berlin, 45 minutes")
	s.Type("fri 14:00 45")
	s.Want("said", s.Said, "Done Meeting Fri 20 Mar, 2026-03-20 14:00 Europe/Berlin, 45 minutes")
	s.Want("next", s.Field().Key.Field, string(model.FieldWhere))
	s.Type("Room 4")
	m := s.Record.Meeting()
	if want := time.Date(2026, 3, 20, 13, 0, 0, 0, time.UTC); m.PlannedAt != want || m.Minutes != 45 || m.Where != "Room 4" {
		t.Errorf("the meeting is %+v", m)
	}

	at(s, model.FieldMeeting)
	s.Want("what the line holds", s.Field().Text, "2026-03-20 14:00")
	s.Type("2026-03-20 15:30")
	if got := s.Record.Meeting(); got.PlannedAt.Minute() != 30 || got.Minutes != 45 {
		t.Errorf("corrected, the meeting is %+v", got)
	}
	at(s, model.FieldMeeting).Type("at noon or so")
	if s.Check == "" || s.Edits != 3 {
		t.Errorf("%q, %d edits", s.Check, s.Edits)
	}
	at(s, model.FieldMeeting).Command(keymap.Remove)
	if !s.Record.Meeting().PlannedAt.IsZero() {
		t.Error("the time is not emptied")
	}
}
