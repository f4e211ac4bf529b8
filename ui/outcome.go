package ui

import (
	"slices"

	"debrief/model"
	"debrief/ui/desk"
	"debrief/ui/entry"
	"debrief/ui/feature"
	"debrief/ui/screen"
)

// do carries out what a screen or panel asked for. Settled are the slots whose text an edit records:
// the line's for Enter, none for a command, which leaves half-typed words where they are.
func (a *App) do(o screen.Outcome, settled ...entry.Slot) {
	front := a.front()
	if o.Check != "" {
		a.say(check, string(o.Check))
	}
	further := make([]entry.Slot, len(o.Settled))
	for i, f := range o.Settled {
		further[i] = a.slot(f)
	}
	if o.Edit != nil {
		if !a.edit(o.Edit, append(settled, further...), &o) {
			return
		}
	} else {
		a.desk.Settle(further...)
	}
	if o.Done != "" {
		a.say(done, string(o.Done))
		if a.at.Screen == screen.Countermeasures || a.at.Screen == screen.Close {
			a.said.words = string(o.Done) // owners stay named
		}
	}
	if o.Close && a.front() == front { // the edit may have closed it already
		a.closePanel()
	}
	if o.Open != nil {
		a.tell(feature.Opened{Panel: o.Open})
		a.openPanel(o.Open)
	}
	if o.Run != "" {
		a.run(o.Run, o.Text)
	}
	if o.Goto != nil {
		a.goTo(*o.Goto)
	}
	if o.Line != nil {
		a.holdField()
		a.desk.SetLine(*o.Line)
		a.focus.typeOn()
	}
	a.effect(o.Cmd)
}

func (a *App) openPanel(p screen.Panel) {
	a.panels = append(a.panels, panel{Panel: p, opened: a.options.Now()})
	a.resizePanel(p)
}

func (a *App) closePanel() {
	n := len(a.panels)
	if n == 0 {
		return
	}
	if a.front() == screen.Panel(a.unsaved) {
		a.desk.Leaving.Stay() // "leave it for now" is an answer
	}
	a.panels = a.panels[:n-1]
	if n > 1 {
		a.panels[n-2].opened = a.options.Now() // one that opened by itself behind this one is seen only now
	}
}

// edit makes a change of the record and sends it on its way to disk. It reports whether there
// was anything to change; a refusal is said and leaves the line as it is.
func (a *App) edit(e *screen.Edit, settled []entry.Slot, by *screen.Outcome) bool {
	if a.desk.Sheet == nil {
		return false
	}
	after, mark, err := a.desk.Look.Make(a.desk.Record, e)
	if err != nil {
		a.say(check, desk.Sentence(err))
		return false
	}
	c := model.Diff(a.desk.Names().Back("", e.Label), a.desk.Record, after)
	kind := model.Edit
	if e.Fact {
		kind = model.Fact
	} else {
		var stopped bool
		if c, stopped = a.guard.Change(c, after, settled, by); stopped {
			return false
		}
	}
	if !c.IsEmpty() {
		if !a.desk.Commit(model.Entry{Kind: kind, Change: c}, settled) {
			return false
		}
		if !e.Fact {
			a.say(done, e.Label)
		}
	} else {
		a.desk.Settle(settled...)
	}
	a.show()
	if mark != "" {
		a.current().Goto(screen.Place{Screen: a.at.Screen, Postmortem: a.desk.ID(), Row: mark})
	}
	return true
}

// tookBack shows a change that was taken back, or made again.
func (a *App) tookBack(t desk.TookBack) {
	a.show()
	if !a.atHome() {
		a.markChanged(t.Change)
	}
	where := ""
	if p := phaseOf(t.Change); p != 0 && !touches(t.Change, a.at.Screen.Phase()) {
		where = " (in " + p.String() + ")"
	}
	a.say(done, t.Word+t.Change.Label+where+t.Stays)
	if a.desk.Deleted() && !a.atHome() {
		a.leaveDeleted(t.Word + t.Change.Label)
	}
}

// bringBack brings back the record that was left last, which is deleted. Where it was deleted outside
// this window, in the middle of a meeting, the meeting goes on.
func (a *App) bringBack() {
	inMeeting := a.isOpen(a.gone) && a.front() == screen.Panel(a.gone)
	if !a.edit(&screen.Edit{Label: model.RestoredLabel, Make: a.env.Editor.Restore}, nil, nil) {
		return
	}
	if inMeeting {
		a.closePanel()
		a.goTo(screen.Place{Postmortem: a.desk.ID()})
	}
	a.say(done, "Taken back: Post-mortem deleted")
}

// markChanged marks a row that the change touched, so that the eye finds it.
func (a *App) markChanged(c model.Change) {
	for _, r := range c.Rows {
		if r.After != nil {
			a.current().Goto(screen.Place{Screen: a.at.Screen, Postmortem: a.desk.ID(), Row: r.ID})
			return
		}
	}
}

// phaseOf returns the phase in which a change is seen, 0 where it is seen in none. Rows of the
// header count last: a person who is removed also leaves the owner's field.
func phaseOf(c model.Change) model.Phase {
	seen := model.Phase(0)
	for _, r := range c.Rows {
		switch r.Table {
		case model.Headers:
			if seen == 0 {
				seen = headerPhase(r)
			}
		case model.Incidents, model.Milestones:
			return model.PhaseOpen
		case model.Attendees:
			return model.PhaseAttendees
		case model.Events, model.Accounts, model.Knowings:
			return model.PhaseTimeline
		case model.DecisionPoints, model.CardLines:
			return model.PhaseDiscretion
		case model.Learnings:
			return model.PhaseLearning
		case model.Countermeasures, model.ParkedIdeas:
			return model.PhaseCountermeasures
		case model.Sessions:
			if seen == 0 {
				seen = sessionPhase(r)
			}
		}
	}
	return seen
}

// sessionPhase is Close for what the room tries out next, Open for when and where people meet and
// who leads the talk; how long it takes is seen in no phase more than in another.
func sessionPhase(r model.RowChange) model.Phase {
	before, there := r.Before.(model.Session)
	after, stays := r.After.(model.Session)
	switch {
	case !there || !stays:
		return 0
	case before.TryNext != after.TryNext:
		return model.PhaseClose
	case before.PlannedAt != after.PlannedAt || before.Where != after.Where || before.Facilitator != after.Facilitator:
		return model.PhaseOpen
	}
	return 0
}

// touches tells that a part of the change is seen in a phase.
func touches(c model.Change, p model.Phase) bool {
	return slices.ContainsFunc(c.Rows, func(r model.RowChange) bool { return phaseOf(model.Change{Rows: []model.RowChange{r}}) == p })
}

func headerPhase(r model.RowChange) model.Phase {
	before, _ := r.Before.(model.Header)
	after, _ := r.After.(model.Header)
	switch {
	case before.Deleted != after.Deleted:
		return 0
	case before.PublishTo != after.PublishTo || before.ToldDirect != after.ToldDirect:
		return model.PhaseClose
	}
	return model.PhaseOpen
}

// show hands the record to the screen in front, and then to the panels over it.
func (a *App) show() {
	if a.desk.Sheet == nil || a.at.Screen == screen.Home {
		return
	}
	a.current().Show(a.desk.Index)
	a.refreshPanels()
}

// refreshPanels lets the panels follow what they show; one whose row is gone closes.
func (a *App) refreshPanels() {
	a.panels = slices.DeleteFunc(a.panels, func(p panel) bool {
		r, ok := p.Panel.(screen.Refresher)
		return ok && !r.Refresh()
	})
	for _, p := range a.panels {
		a.resizePanel(p.Panel) // it may have more rows than before
	}
}
