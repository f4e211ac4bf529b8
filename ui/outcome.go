package ui

import (
	"slices"

	"debrief/model"
	"debrief/ui/entry"
	"debrief/ui/gone"
	"debrief/ui/keymap"
	"debrief/ui/queue"
	"debrief/ui/screen"
	"debrief/ui/unsaved"
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
		a.guarding.outcome = &o
		ok := a.edit(o.Edit, append(settled, further...))
		a.guarding.outcome = nil
		if !ok {
			return
		}
	} else {
		a.pushDrafts(a.settle(further...))
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
		a.markWalked(o.Open)
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
		a.setLine(*o.Line)
		a.typing = true
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
	if _, ok := a.front().(*unsaved.Panel); ok {
		a.leaving = stays // "leave it for now" is an answer: the program stays
	}
	a.panels = a.panels[:n-1]
}

// edit makes a change of the record and sends it on its way to disk. It reports whether there
// was anything to change; a refusal is said and leaves the line as it is.
func (a *App) edit(e *screen.Edit, settled []entry.Slot) bool {
	if a.session == nil {
		return false
	}
	after, err := made(e, a.session.record)
	if err != nil {
		a.say(check, sentence(err))
		return false
	}
	c := model.Diff(a.names().Back("", e.Label), a.session.record, after)
	kind := model.Edit
	if e.Fact {
		kind = model.Fact
	} else {
		var stopped bool
		if c, stopped = a.guardChange(c, after, settled); stopped {
			return false
		}
	}
	if !c.IsEmpty() {
		if !a.commit(model.Entry{Kind: kind, Change: c}, settled) {
			return false
		}
		if !e.Fact {
			a.undone = nil
			a.say(done, e.Label)
		}
	} else {
		a.pushDrafts(a.settle(settled...))
	}
	a.show()
	if e.Mark != "" {
		a.current().Goto(screen.Place{Screen: a.at.Screen, Postmortem: a.session.id(), Row: e.Mark})
	}
	return true
}

// commit makes the entry the latest one of the record and puts it into the queue, with the drafts
// of the slots whose text it records. What the store could never hold is refused here, before
// anything is said to be recorded: behind it every later change would wait for ever.
func (a *App) commit(e model.Entry, settled []entry.Slot, drafts ...model.Draft) bool {
	e.Seq, e.At = a.session.seq+1, model.UTC(a.options.Now())
	record := recordOf(a.session, e.Change)
	err := a.store.Storable(record, e)
	if err == nil {
		err = a.session.add(e)
	}
	if err != nil {
		a.say(check, sentence(err))
		return false
	}
	a.queue.Push(queue.Save{Record: record, Entry: e, Settled: append(a.settle(settled...), drafts...)})
	return true
}

// recordOf is the record that the change is of, also of one that makes it.
func recordOf(s *session, c model.Change) model.ID {
	if id := s.id(); id != "" {
		return id
	}
	for _, r := range c.Rows {
		if r.Table == model.Headers {
			return r.ID
		}
	}
	return ""
}

// takeBack undoes or redoes: typing in this line first, then recorded changes. Redo has again
// what was taken back last.
func (a *App) takeBack(c keymap.Command) {
	if inLine := a.typing || a.ownsLine(); inLine {
		if c == keymap.Undo && a.line.Undo() {
			a.undone = append(a.undone, typedWords)
			return
		}
		latest := typedWords
		if n := len(a.undone); n > 0 {
			latest = a.undone[n-1]
		}
		if c == keymap.Redo && latest == typedWords && a.line.Redo() {
			a.undone = a.undone[:max(len(a.undone)-1, 0)]
			return
		}
	}
	if a.session == nil || (a.at.Screen == screen.Home && !a.deletedJustNow()) {
		a.say(check, "open a post-mortem to take back what was done in it")
		return
	}
	if a.session.history == nil {
		if a.session.historyErr != nil {
			a.say(check, a.session.historyErr.Error())
			return
		}
		// It comes in a moment.
		a.session.asked = append(a.session.asked, asked{c, a.session.seq})
		return
	}
	if a.deletedJustNow() {
		a.bringBack(c)
		return
	}
	if len(a.conflicts) > 0 {
		a.say(check, "a change of yours is not on disk and waits for an answer; settle it first")
		a.openUnsaved(false)
		return
	}
	if c == keymap.Undo {
		if a.takeBackWaiting() {
			return
		}
	}
	var e model.Entry
	var err error
	word, stays := "Taken back: ", ""
	if c == keymap.Undo {
		if a.session.history.SessionStays() {
			stays = "; the session that has begun stays"
		}
		e, err = a.session.history.Undo(a.session.record, a.options.Now())
	} else {
		e, err = a.session.history.Redo(a.session.record, a.options.Now())
		word = "Back again: "
	}
	if err != nil {
		a.say(check, sentence(err))
		return
	}
	if !a.commit(e, nil) {
		return
	}
	if c == keymap.Undo {
		a.undone = append(a.undone, recordedChange)
	} else {
		a.undone = a.undone[:max(len(a.undone)-1, 0)]
	}
	a.show()
	if a.at.Screen != screen.Home {
		a.markChanged(e.Change)
	}
	where := ""
	if p := phaseOf(e.Change); p != 0 && !touches(e.Change, a.at.Screen.Phase()) {
		where = " (in " + p.String() + ")"
	}
	a.say(done, word+e.Change.Label+where+stays)
	if a.deletedJustNow() && !a.atHome() {
		a.leaveDeleted(word + e.Change.Label)
	}
}

// bringBack brings back the record that was left last, which is deleted. Where it was deleted outside
// this window, in the middle of a meeting, the meeting goes on.
func (a *App) bringBack(c keymap.Command) {
	if c != keymap.Undo {
		a.say(check, sentence(model.ErrNothingToRedo))
		return
	}
	_, inMeeting := a.front().(*gone.Panel)
	if !a.edit(&screen.Edit{Label: model.RestoredLabel, Make: a.env.Editor.Restore}, nil) {
		return
	}
	words := "Taken back: Post-mortem deleted"
	a.say(done, words)
	if !inMeeting {
		return
	}
	a.closePanel()
	a.goTo(screen.Place{Postmortem: a.session.id()})
	a.say(done, words)
}

// markChanged marks a row that the change touched, so that the eye finds it.
func (a *App) markChanged(c model.Change) {
	for _, r := range c.Rows {
		if r.After != nil {
			a.current().Goto(screen.Place{Screen: a.at.Screen, Postmortem: a.session.id(), Row: r.ID})
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
	if a.session == nil || a.at.Screen == screen.Home {
		return
	}
	a.current().Show(a.session.index)
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
