package gate

import (
	"time"

	"debrief/model"
	"debrief/model/meeting"
	"debrief/ui/desk"
	"debrief/ui/feature"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// gate is the feature.
type gate struct {
	feature.Frame
	panel   *Panel       // opened last
	to      screen.Place // where the person was going when it opened; the zero Place was asked for
	changed timelineChanged
	// unread is where the person went before the history was read, which may tell that the room is to
	// be asked, and the latest entry then; the zero Place where it cannot.
	unread    screen.Place
	unreadSeq int64
}

// timelineChanged is what the log says of the timeline since the room's answer, asked once a change.
type timelineChanged struct {
	sheet   *desk.Sheet
	seq     int64
	history *model.History
	is      bool
}

// Feature is the question before Countermeasures.
func Feature(f feature.Frame) feature.Feature {
	g := &gate{Frame: f}
	answer := func(name keymap.Command, do func()) feature.Command {
		return feature.Command{Name: name, Do: feature.Act(do)}
	}
	return feature.Feature{Before: g.before, Happened: g.happened, Half: g.half, Commands: []feature.Command{
		{Name: keymap.ConfirmTimeline, Off: f.InRecord, Do: feature.Act(func() { g.open(screen.Place{}) })},
		answer(Agreed, func() { g.note(model.GateConfirmed, "timeline confirmed by the room, "+g.now()) }),
		answer(NotAgreed, func() { g.note(model.GateGoOn, `the page will say "not confirmed by the room"; ctrl+k asks again`) }),
		answer(NotYet, g.putOff),
	}}
}

// timelineChanged tells that the timeline reads otherwise than when the room answered. While the
// history is not read yet, nothing tells so.
func (g *gate) timelineChanged() bool {
	s, c := g.Desk.Sheet, &g.changed
	if c.sheet != s || c.seq != s.Seq || c.history != s.History {
		*c = timelineChanged{sheet: s, seq: s.Seq, history: s.History}
		c.is = s.History != nil && meeting.TimelineChanged(s.History)
	}
	return c.is
}

// before asks the room first on the way to Countermeasures. Who is there already is not asked.
func (g *gate) before(to screen.Place) bool {
	at := g.At()
	here := at.Screen == to.Screen && at.Postmortem == to.Postmortem
	if to.Screen != screen.Countermeasures || here || !meeting.GateOpens(g.Desk.Index, g.timelineChanged()) {
		return false
	}
	// What the room is asked about is the timeline, so that stands behind it where no screen of the record does yet.
	if at.Screen == screen.Home || at.Postmortem != to.Postmortem {
		g.Enter(screen.Place{Screen: screen.Timeline})
	}
	g.open(to)
	return true
}

// happened remembers a way to Countermeasures on which only the history can tell whether the room is to
// be asked; other ways forget it. Once the history is there the room is asked, unless something was done meanwhile.
func (g *gate) happened(event any) {
	to := g.unread
	switch e := event.(type) {
	case feature.Entered:
		g.unread = screen.Place{}
		if e.Place.Screen == screen.Countermeasures && g.Desk.History == nil && meeting.GateOpens(g.Desk.Index, true) {
			g.unread, g.unreadSeq = e.Place, g.Desk.Seq
		}
	case desk.HistoryRead:
		g.unread = screen.Place{}
		still := to != screen.Place{} && g.At() == to && g.Desk.Seq == g.unreadSeq && g.Quiet()
		if still && meeting.GateOpens(g.Desk.Index, g.timelineChanged()) {
			g.Enter(screen.Place{Screen: screen.Timeline})
			g.open(to)
		}
	}
}

// open opens the panel on the way to a place, or where the room is, to note another answer.
func (g *gate) open(to screen.Place) {
	if g.panel != nil && g.Front() == screen.Panel(g.panel) {
		return
	}
	g.to = to
	onTheWay := to != screen.Place{}
	again := func() (Question, bool) {
		if g.Desk.Sheet == nil {
			return Question{}, false
		}
		x := g.Desk.Index
		q := Question{Timeline: meeting.TimelineWords(x), Empty: len(x.Events) == 0, OnTheWay: onTheWay}
		return q, !onTheWay || meeting.GateOpens(x, g.timelineChanged())
	}
	g.panel = New(g.Env, g.now, again)
	g.Open(g.panel)
}

// putOff goes back to the timeline.
func (g *gate) putOff() {
	onTheWay := g.to != screen.Place{}
	g.to = screen.Place{}
	g.Enter(screen.Place{Screen: screen.Timeline})
	if onTheWay {
		g.Done("back to the timeline; the room is asked again on the way to Countermeasures")
	}
}

// note notes what the room answered. That is a fact and leaves the line alone: what is half typed there
// waits.
func (g *gate) note(answer model.GateAnswer, words string) {
	to := g.to
	g.to = screen.Place{}
	ok := g.Edit(&screen.Edit{Label: "timeline: " + string(answer), Fact: true, Make: func(p model.Postmortem) (model.Postmortem, error) {
		return g.Editor.AnswerGate(p, answer)
	}})
	if !ok {
		return
	}
	if (to != screen.Place{}) {
		g.Enter(to)
	}
	g.Done(words)
}

// half is what the room said of the timeline, for the third row of Countermeasures:
// "timeline confirmed 0:42". A later change of the timeline does not take the answer back; it is
// said, and the room may be asked again.
func (g *gate) half() feature.Half {
	if g.At().Screen != screen.Countermeasures {
		return feature.Half{}
	}
	s := meeting.Answered(g.Desk.Index)
	words := "timeline confirmed " + g.inSitting(s.GateAt)
	switch {
	case s.Gate == "":
		return feature.Half{}
	case s.Gate != model.GateConfirmed:
		words = "timeline not confirmed"
	case g.timelineChanged():
		words = "timeline changed since " + g.inSitting(s.GateAt)
	}
	return feature.Half{Words: []safe.Text{safe.Line(words)}, Style: g.Theme.Dim}
}

// now is the time with which an answer is noted.
func (g *gate) now() string { return g.inSitting(model.UTC(g.Now())) }

// inSitting is a time as the meeting tells it: how far into the sitting, "0:42"; without a
// clock the time of day; on another day the day.
func (g *gate) inSitting(at time.Time) string {
	x := g.Desk.Index
	if day := model.DateOf(at.In(x.Zone)); day != model.DateOf(g.Now().In(x.Zone)) {
		return day.Said()
	}
	if in := meeting.InSitting(x, at); in != "" {
		return in
	}
	return at.In(x.Zone).Format("15:04")
}
