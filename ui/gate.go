package ui

import (
	"time"

	"debrief/model"
	"debrief/model/meeting"
	"debrief/ui/desk"
	"debrief/ui/gate"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// gating is what the frame knows of the gate before Countermeasures.
type gating struct {
	to      screen.Place // where the person was going when the gate opened; the zero Place was asked for
	changed timelineChanged
	// unread is where the person went before the history was read, which may tell that the room is to
	// be asked, and the latest entry then; the zero Place where it cannot.
	unread    screen.Place
	unreadSeq int64
}

// timelineChanged is what the log says of the timeline since the room's answer, asked once a change.
type timelineChanged struct {
	session *desk.Sheet
	seq     int64
	history *model.History
	is      bool
}

// timelineChanged tells that the timeline reads otherwise than when the room answered. While the
// history is not read yet, nothing tells so.
func (a *App) timelineChanged() bool {
	s, c := a.desk.Sheet, &a.gating.changed
	if c.session != s || c.seq != s.Seq || c.history != s.History {
		*c = timelineChanged{session: s, seq: s.Seq, history: s.History}
		c.is = s.History != nil && meeting.TimelineChanged(s.History)
	}
	return c.is
}

// gateOpens tells that the room is to be asked first on the way to the place. Who is there
// already is not asked.
func (a *App) gateOpens(to screen.Place) bool {
	here := a.at.Screen == to.Screen && a.at.Postmortem == to.Postmortem
	return to.Screen == screen.Countermeasures && !here && meeting.GateOpens(a.desk.Index, a.timelineChanged())
}

// askWhenRead remembers a way to Countermeasures on which only the history can tell whether the room is
// to be asked. Other ways forget it.
func (a *App) askWhenRead(to screen.Place) {
	a.gating.unread = screen.Place{}
	if to.Screen == screen.Countermeasures && a.desk.History == nil && meeting.GateOpens(a.desk.Index, true) {
		a.gating.unread, a.gating.unreadSeq = to, a.desk.Seq
	}
}

// askRoomNowRead asks the room once the history is there, unless something was done meanwhile.
func (a *App) askRoomNowRead() {
	to := a.gating.unread
	a.gating.unread = screen.Place{}
	still := to != screen.Place{} && a.at == to && a.desk.Seq == a.gating.unreadSeq && a.front() == nil && !a.finding && !a.line.Changed()
	if !still || !meeting.GateOpens(a.desk.Index, a.timelineChanged()) {
		return
	}
	a.enterPlace(screen.Place{Screen: screen.Timeline})
	a.askRoom(to)
}

// askRoom opens the gate on the way to a place. What the room is asked about is the timeline, so
// that stands behind it where no screen of the record does yet.
func (a *App) askRoom(to screen.Place) {
	if a.at.Screen == screen.Home || a.at.Postmortem != to.Postmortem {
		a.enterPlace(screen.Place{Screen: screen.Timeline})
	}
	a.finding, a.going, a.parking = false, false, false
	a.openGate(to)
}

// askRoomAgain opens the gate where one is, to note another answer.
func (a *App) askRoomAgain() { a.openGate(screen.Place{}) }

func (a *App) openGate(to screen.Place) {
	if a.atGate() {
		return
	}
	a.gating.to = to
	onTheWay := to != screen.Place{}
	again := func() (gate.Question, bool) {
		if a.desk.Sheet == nil {
			return gate.Question{}, false
		}
		x := a.desk.Index
		q := gate.Question{Timeline: meeting.TimelineWords(x), Empty: len(x.Events) == 0, OnTheWay: onTheWay}
		return q, !onTheWay || meeting.GateOpens(x, a.timelineChanged())
	}
	clock := func() string { return a.sittingTime(model.UTC(a.options.Now())) }
	a.openPanel(gate.New(a.env, clock, again))
}

// atGate tells that the gate is in front.
func (a *App) atGate() bool {
	_, open := a.front().(*gate.Panel)
	return open
}

// answerGate does what the room answered. The answer is a fact and leaves the line alone: what is
// half typed there waits.
func (a *App) answerGate(answer keymap.Command) {
	to := a.gating.to
	a.gating.to = screen.Place{}
	onTheWay := to != screen.Place{}
	if answer == gate.NotYet {
		a.enterPlace(screen.Place{Screen: screen.Timeline})
		if onTheWay {
			a.say(done, "back to the timeline; the room is asked again on the way to Countermeasures")
		}
		return
	}
	said, words := model.GateConfirmed, "timeline confirmed by the room, "+a.sittingTime(model.UTC(a.options.Now()))
	if answer == gate.NotAgreed {
		said, words = model.GateGoOn, `the page will say "not confirmed by the room"; ctrl+k asks again`
	}
	ed := a.env.Editor
	ok := a.edit(&screen.Edit{Label: "timeline: " + string(said), Fact: true, Make: func(p model.Postmortem) (model.Postmortem, error) {
		return ed.AnswerGate(p, said)
	}}, nil)
	if !ok {
		return
	}
	if onTheWay {
		a.enterPlace(to)
	}
	a.say(done, words)
}

// gateWords is what the room said of the timeline, for the third row of Countermeasures:
// "timeline confirmed 0:42". A later change of the timeline does not take the answer back; it is
// said, and the room may be asked again.
func (a *App) gateWords() safe.Text {
	if a.desk.Sheet == nil || a.at.Screen != screen.Countermeasures {
		return ""
	}
	s := meeting.Answered(a.desk.Index)
	switch {
	case s.Gate == "":
		return ""
	case s.Gate != model.GateConfirmed:
		return "timeline not confirmed"
	case a.timelineChanged():
		return safe.Line("timeline changed since " + a.sittingTime(s.GateAt))
	}
	return safe.Line("timeline confirmed " + a.sittingTime(s.GateAt))
}

// sittingTime is a time as the meeting tells it: how far into the sitting, "0:42"; without a
// clock the time of day; on another day the day.
func (a *App) sittingTime(at time.Time) string {
	x := a.desk.Index
	if day := model.DateOf(at.In(x.Zone)); day != model.DateOf(a.options.Now().In(x.Zone)) {
		return day.Said()
	}
	if in := meeting.InSitting(x, at); in != "" {
		return in
	}
	return at.In(x.Zone).Format("15:04")
}
