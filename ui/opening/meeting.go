package opening

import (
	"fmt"
	"time"

	"debrief/model"
	"debrief/model/capture"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// meetingText is when people meet, as it is shown and as it may be typed again.
func (s *Screen) meetingText(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.In(s.x.Zone).Format("2006-01-02 15:04")
}

// readMeeting says when people meet, and how long where that was typed too.
func (s *Screen) readMeeting(text string) screen.Reading {
	a := capture.ReadAppointment(text, s.env.Now(), s.x.Zone)
	if a.Fault != "" {
		return screen.Reading{Words: safe.Line(a.Fault), Fault: true}
	}
	return screen.Reading{Words: safe.Line(s.meetingWords(a)), Stretches: []screen.Stretch{{End: len(text), Kind: screen.Time}}}
}

func (s *Screen) meetingWords(a capture.Appointment) string {
	words := "Meeting " + model.DateOf(a.At.In(s.x.Zone)).Words() + ", " + s.meetingText(a.At) + " " + s.x.Zone.String()
	if a.Minutes > 0 {
		words += fmt.Sprintf(", %d minutes", a.Minutes)
	}
	return words
}

func (s *Screen) enterMeeting(text string, next model.Field) screen.Outcome {
	a := capture.ReadAppointment(text, s.env.Now(), s.x.Zone)
	edit := &screen.Edit{Label: "Meeting filled in", Make: func(p model.Postmortem) (model.Postmortem, error) {
		return s.env.Editor.SetMeeting(p, a.At, a.Minutes)
	}}
	if _, err := edit.Make(s.x.Postmortem); err == nil {
		s.marks.Mark(next)
	}
	return screen.Outcome{Edit: edit, Settled: []screen.Key{{Field: string(model.FieldMeeting)}}, Done: safe.Cut(safe.Line(s.meetingWords(a)), doneWidth)}
}
