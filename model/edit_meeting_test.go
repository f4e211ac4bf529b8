package model

import (
	"testing"
	"time"
)

func TestTheMeetingIsTheSittingThatIsToCome(t *testing.T) {
	ed, friday := testEditor(), meeting.Add(24*time.Hour)
	p := must(t)(ed.SetMeeting(begun(t, ed), friday, 0))
	p = must(t)(ed.SetField(p, FieldWhere, " Room 4 "))
	first := p.Sessions[0]
	if first.PlannedAt != friday || first.Where != "Room 4" || first.Minutes != 60 {
		t.Errorf("the first sitting is %+v", first)
	}
	if got := p.Field(FieldMeeting); got != "2026-03-13T14:00:00.000Z" {
		t.Errorf("the field holds %q", got)
	}

	first.Start = friday
	p = must(t)(ed.SetSession(p, first))
	p, second := mustID(t)(ed.AddSession(p, 30, ""))
	p = must(t)(ed.SetField(p, FieldWhere, "Room 5"))
	if p.Meeting().ID != second || p.Field(FieldWhere) != "Room 5" || p.Sessions[0].Where != "Room 4" {
		t.Errorf("the sittings are %+v", p.Sessions)
	}
	if p = must(t)(ed.SetField(p, FieldWhere, "")); p.Field(FieldWhere) != "" {
		t.Error("the place is not emptied")
	}
}

func TestAMeetingThatIsPlannedAnewSharesItsMinutesOutAnew(t *testing.T) {
	ed := testEditor()
	p := must(t)(ed.SetMeeting(begun(t, ed), meeting, 30))
	if sum, of := planned(p); sum != 30 || of != 30 {
		t.Errorf("%d minutes are planned of %d, want 30", sum, of)
	}
	s := p.Sessions[0]
	s.Start = meeting
	p = must(t)(ed.SetMeeting(must(t)(ed.SetSession(p, s)), meeting, 90))
	if sum, of := planned(p); sum != 30 || of != 30 {
		t.Errorf("a meeting that goes on has %d minutes planned of %d, want 30", sum, of)
	}
	if p = must(t)(ed.SetField(p, FieldMeeting, "")); !p.Sessions[0].PlannedAt.IsZero() {
		t.Error("the time is not emptied")
	}
	wantProblem(t, second(ed.SetField(p, FieldMeeting, "fri 14:00")), "Meeting")
	wantProblem(t, second(ed.SetMeeting(begun(t, ed), meeting, 60*60)), "Minutes")
}

func planned(p Postmortem) (sum, of int) {
	for _, m := range p.PhaseMinutes {
		sum += m.Planned
	}
	return sum, p.Sessions[0].Minutes
}

func TestARecordWithoutASittingGetsOne(t *testing.T) {
	ed := testEditor()
	p := begun(t, ed)
	p.Sessions, p.PhaseMinutes = nil, nil
	p = must(t)(ed.SetField(p, FieldWhere, "Room 4"))
	if len(p.Sessions) != 1 || p.Sessions[0].Minutes != 60 || len(p.PhaseMinutes) != 7 {
		t.Errorf("the sittings are %+v", p.Sessions)
	}
}

func TestWhoeverTakesOverLeadsTheSittingToo(t *testing.T) {
	ed := testEditor()
	p, jo := mustID(t)(ed.EnsureAttendee(begun(t, ed), "jo"))
	p = must(t)(ed.TakeOver(p, "@jo"))
	if p.Header.Facilitator != jo || p.Sessions[0].Facilitator != jo || p.Attendee(jo).Away {
		t.Errorf("header %+v, sitting %+v", p.Header, p.Sessions[0])
	}
	p.Sessions = nil
	if p = must(t)(ed.TakeOver(p, "Kim Sato")); p.Attendee(p.Header.Facilitator).Name != "Kim Sato" {
		t.Error("a record without a sitting keeps its facilitator")
	}
}
