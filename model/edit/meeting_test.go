package edit_test

import (
	"debrief/model"
	"debrief/model/edit/edittest"
	"testing"
	"time"
)

func TestTheMeetingIsTheSittingThatIsToCome(t *testing.T) {
	ed, friday := edittest.Editor(), edittest.Start.Add(24*time.Hour)
	p := edittest.Must(t)(ed.SetMeeting(edittest.Begun(t, ed), friday, 0))
	p = edittest.Must(t)(ed.SetField(p, model.FieldWhere, " Room 4 "))
	first := p.Sessions[0]
	if first.PlannedAt != friday || first.Where != "Room 4" || first.Minutes != 60 {
		t.Errorf("the first sitting is %+v", first)
	}
	if got := p.Field(model.FieldMeeting); got != "2026-03-13T14:00:00.000Z" {
		t.Errorf("the field holds %q", got)
	}

	first.Start = friday
	p = edittest.Must(t)(ed.Set(p, first))
	p, second := edittest.MustID(t)(ed.AddSession(p, 30, ""))
	p = edittest.Must(t)(ed.SetField(p, model.FieldWhere, "Room 5"))
	if p.Meeting().ID != second || p.Field(model.FieldWhere) != "Room 5" || p.Sessions[0].Where != "Room 4" {
		t.Errorf("the sittings are %+v", p.Sessions)
	}
	if p = edittest.Must(t)(ed.SetField(p, model.FieldWhere, "")); p.Field(model.FieldWhere) != "" {
		t.Error("the place is not emptied")
	}
}

func TestAMeetingThatIsPlannedAnewSharesItsMinutesOutAnew(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Must(t)(ed.SetMeeting(edittest.Begun(t, ed), edittest.Start, 30))
	if sum, of := planned(p); sum != 30 || of != 30 {
		t.Errorf("%d minutes are planned of %d, want 30", sum, of)
	}
	s := p.Sessions[0]
	s.Start = edittest.Start
	p = edittest.Must(t)(ed.SetMeeting(edittest.Must(t)(ed.Set(p, s)), edittest.Start, 90))
	if sum, of := planned(p); sum != 30 || of != 30 {
		t.Errorf("a meeting that goes on has %d minutes planned of %d, want 30", sum, of)
	}
	if p = edittest.Must(t)(ed.SetField(p, model.FieldMeeting, "")); !p.Sessions[0].PlannedAt.IsZero() {
		t.Error("the time is not emptied")
	}
	edittest.WantProblem(t, second(ed.SetField(p, model.FieldMeeting, "fri 14:00")), "Meeting")
	edittest.WantProblem(t, second(ed.SetMeeting(edittest.Begun(t, ed), edittest.Start, 60*60)), "Minutes")
}

func planned(p model.Postmortem) (sum, of int) {
	for _, m := range p.PhaseMinutes {
		sum += m.Planned
	}
	return sum, p.Sessions[0].Minutes
}

func TestARecordWithoutASittingGetsOne(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Begun(t, ed)
	p.Sessions, p.PhaseMinutes = nil, nil
	p = edittest.Must(t)(ed.SetField(p, model.FieldWhere, "Room 4"))
	if len(p.Sessions) != 1 || p.Sessions[0].Minutes != 60 || len(p.PhaseMinutes) != 7 {
		t.Errorf("the sittings are %+v", p.Sessions)
	}
}

func TestWhoeverTakesOverLeadsTheSittingToo(t *testing.T) {
	ed := edittest.Editor()
	p, jo := edittest.MustID(t)(ed.EnsureAttendee(edittest.Begun(t, ed), "jo"))
	p = edittest.Must(t)(ed.TakeOver(p, "@jo"))
	if p.Header.Facilitator != jo || p.Sessions[0].Facilitator != jo || p.Attendee(jo).Away {
		t.Errorf("header %+v, sitting %+v", p.Header, p.Sessions[0])
	}
	p.Sessions = nil
	if p = edittest.Must(t)(ed.TakeOver(p, "Kim Sato")); p.Attendee(p.Header.Facilitator).Name != "Kim Sato" {
		t.Error("a record without a sitting keeps its facilitator")
	}
}
