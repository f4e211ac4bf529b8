package model

import "time"

// Session is one sitting of a post-mortem.
type Session struct {
	ID          ID            `json:"id"`
	Start       time.Time     `json:"start,omitzero"`
	End         time.Time     `json:"end,omitzero"`
	Facilitator ID            `json:"facilitator,omitzero"`
	Minutes     int           `json:"minutes,omitzero"` // planned length
	Gate        GateAnswer    `json:"gate,omitzero"`
	GateAt      time.Time     `json:"gate_at,omitzero"`
	Hands       int           `json:"hands,omitzero"` // people counted when the hands went up
	Learned     int           `json:"learned,omitzero"`
	Differently int           `json:"works_differently,omitzero"`
	ComesAgain  int           `json:"comes_again,omitzero"`
	HandsAsked  HandQuestions `json:"hands_asked,omitzero"` // the questions whose count is known
	TryNext     string        `json:"try_next,omitzero"`    // what the room tries out next as a calculated risk
	Pos         string        `json:"pos"`
	PlannedAt   time.Time     `json:"planned_at,omitzero"` // when it is to begin
	Where       string        `json:"where,omitzero"`      // a room, or the address of a call
	ClockAt     time.Time     `json:"clock_at,omitzero"`   // since when the clock runs; zero while it stands
}

// Table returns Sessions.
func (Session) Table() Table { return Sessions }

// Key returns the row's id.
func (r Session) Key() ID { return r.ID }

// Visit shows v every field.
func (r Session) Visit(v Visitor) Row { r.Fields(v); return r }

// Fields shows v every field, in the order of the store.
func (r *Session) Fields(v Visitor) {
	v.Key(&r.ID)
	v.Time(&r.Start, Word("Start"))
	v.Time(&r.End, Word("End"))
	v.Link(&r.Facilitator, Attendees, Refers("Facilitator"))
	v.Number(number(&r.Minutes), 0, MaxMinutes, Word("Minutes"))
	v.Word(letters(&r.Gate), Word("Gate").Optional())
	v.Time(&r.GateAt, Word("Gate at"))
	v.Number(number(&r.Hands), 0, MaxPeople, Word("Hands"))
	v.Number(number(&r.Learned), 0, MaxPeople, Word("Learned"))
	v.Number(number(&r.Differently), 0, MaxPeople, Word("Works differently"))
	v.Number(number(&r.ComesAgain), 0, MaxPeople, Word("Comes again"))
	v.Number(number(&r.HandsAsked), 0, int(union(AllHandQuestions())), Word("Hands asked").Outside("holds a question that is not known; leave it out"))
	v.Text(&r.TryNext, Line("Try next").As("try next"))
	v.Position(&r.Pos)
	v.Time(&r.PlannedAt, Word("Planned at"))
	v.Text(&r.Where, Line("Where").Unsought())
	v.Time(&r.ClockAt, Word("Clock at"))
}

func (r Session) rules(say report) {
	if !r.End.IsZero() && r.End.Before(r.Start) {
		say.of("End", "lies before the start of the session; give the later time.")
	}
}

// PhaseMinutes is the plan and the clock of one phase in one session.
type PhaseMinutes struct {
	ID      ID    `json:"id"`
	Session ID    `json:"session"`
	Phase   Phase `json:"phase"`
	Planned int   `json:"planned,omitzero"`        // minutes
	Actual  int   `json:"actual_seconds,omitzero"` // seconds
	Visited bool  `json:"visited,omitzero"`
	Given   int   `json:"given,omitzero"` // minutes moved here after planning; less than 0 where they were taken away
}

// Table returns PhaseMinuteRows.
func (PhaseMinutes) Table() Table { return PhaseMinuteRows }

// Key returns the row's id.
func (r PhaseMinutes) Key() ID { return r.ID }

// Visit shows v every field.
func (r PhaseMinutes) Visit(v Visitor) Row { r.Fields(v); return r }

// Fields shows v every field, in the order of the store.
func (r *PhaseMinutes) Fields(v Visitor) {
	v.Key(&r.ID)
	v.Link(&r.Session, Sessions, Belongs("Session"))
	v.Number(number(&r.Phase), 0, int(PhaseClose), Word("Phase").Outside(phaseRange))
	v.Number(number(&r.Planned), 0, MaxMinutes, Word("Planned"))
	v.Number(number(&r.Actual), 0, MaxSeconds, Word("Actual seconds"))
	v.Flag(&r.Visited)
	v.Number(number(&r.Given), -MaxMinutes, MaxMinutes, Word("Given"))
}

func (r PhaseMinutes) rules(say report) {
	if r.Planned >= 0 && r.Given >= -MaxMinutes && r.Planned+r.Given < 0 {
		say.of("Given", "takes %d of %d minutes away; take fewer.", -r.Given, r.Planned)
	}
}

// HasBegun tells that the session is not only planned.
func (s Session) HasBegun() bool { return !s.Start.IsZero() || !s.ClockAt.IsZero() }

// Meeting returns the sitting that people are asked to come to: the first that has not begun,
// else the latest; the zero Session where there is none.
func (p Postmortem) Meeting() Session {
	var next Session
	for _, s := range p.Sessions {
		if !s.HasBegun() && (next.ID == "" || s.Pos < next.Pos) {
			next = s
		}
	}
	if next.ID == "" {
		return LatestSession(p)
	}
	return next
}

// LatestSession is the present session, which everything means that is said of "the meeting": the
// last one that has begun, or the first where none has. One that is only planned is not there yet.
func LatestSession(p Postmortem) Session {
	var latest Session
	for _, s := range p.Sessions {
		later := s.Pos > latest.Pos || s.Pos == latest.Pos && s.ID > latest.ID
		switch {
		case latest.ID == "", s.HasBegun() && !latest.HasBegun():
			latest = s
		case s.HasBegun() == latest.HasBegun() && later == s.HasBegun():
			latest = s
		}
	}
	return latest
}
