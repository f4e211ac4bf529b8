package ui

import (
	"cmp"
	"strings"

	"debrief/model"
	"debrief/model/review"
	"debrief/model/wording"
	"debrief/ui/desk"
	"debrief/ui/entry"
	"debrief/ui/guard"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// stop is a change that was not made because of the words in one of its texts.
type stop struct {
	review.Stop
	outcome screen.Outcome // that asked for it
	slot    entry.Slot     // what the line held
	typed   string         // and the text in it
	mark    *placed        // that was walked to, where the text is recorded already
}

// guardChange looks through the texts that an edit changes. A firm finding in what was typed
// stops the edit: then the panel is open and nothing is recorded. Otherwise the change comes
// back with the receipt of what was reworded.
func (a *App) guardChange(c model.Change, after model.Postmortem, settled []entry.Slot) (model.Change, bool) {
	verdict := a.verdict(c, after)
	if verdict.Stop != nil {
		a.stopAt(stop{Stop: *verdict.Stop})
		return c, true
	}
	var stopped []wording.Finding
	for _, slot := range settled {
		stopped = append(stopped, a.guarding.stopped[slot]...)
		delete(a.guarding.stopped, slot)
	}
	if after, noted := verdict.Receipt(a.env.Editor, after, stopped); noted {
		c = model.Diff(c.Label, a.desk.Record, after)
	}
	return c, false
}

// verdict is what the guard says of a change. Of a form, and where no outcome is carried out, all
// texts were typed.
func (a *App) verdict(c model.Change, after model.Postmortem) review.Verdict {
	slot := a.line.Slot()
	return review.Change(a.wordings(), review.Edit{
		Before: a.desk.Record, After: after, Change: c, Line: a.desk.AsTyped(slot, a.line.Value()),
		Typed: a.guarding.outcome == nil || slot.Form,
	})
}

// stopAt opens the panel. Lines of a paste have none: they stay in the line.
func (a *App) stopAt(s stop) {
	g := a.guarding
	if g.outcome == nil {
		return
	}
	s.outcome = *g.outcome
	behind := a.front()
	if form, ok := behind.(*entry.Form); ok {
		form.MarkHolding(func(text string) bool {
			return len(review.Firm(a.wordings().Check(text, s.Context()))) > 0
		})
		a.holdField()
	} else {
		behind = nil
		a.backToField()
	}
	_, s.slot = a.field()
	s.typed = a.line.Value()
	for _, f := range s.Found {
		if !review.Holds(g.stopped[s.slot], f) {
			g.stopped[s.slot] = append(g.stopped[s.slot], f)
		}
	}
	g.stop = &s
	a.openPanel(guard.New(a.env, a.shown(s), behind))
	a.typing = a.typing || behind == nil
}

// shown is what the panel says of a stop, with the two halves that are proposed.
func (a *App) shown(s stop) guard.Stopped {
	shown := guard.Stopped{
		Of: guard.Of(s.slot.Key, s.Text), At: model.ProseAt{Table: s.Row.Table, Field: s.Field},
		InPlace: s.InPlace(), Recorded: s.Recorded,
	}
	shown.Text, shown.Findings = a.desk.HideFound(s.Row.After, s.Text, s.Found)
	fact, idea := s.Halves(a.wordings())
	shown.Fact, _ = a.desk.HideFound(s.Row.After, fact, nil)
	shown.Idea, _ = a.desk.HideFound(s.Row.After, idea, nil)
	if s.Who != "" {
		shown.Who = a.desk.Names().Hide("@" + s.Who)
	}
	return shown
}

// guardPanel returns the panel where it is in front.
func (a *App) guardPanel() *guard.Panel {
	p, _ := a.front().(*guard.Panel)
	return p
}

// followLine keeps the panel to what is typed: it goes when the words are gone. What was stopped
// in a line that is empty now was never said.
func (a *App) followLine() {
	g := a.guarding
	p := a.guardPanel()
	if p == nil || g.stop == nil {
		if p == nil && a.line.Empty() {
			delete(g.stopped, a.line.Slot())
		}
		return
	}
	p.Cover(a.lower(a.read()).taken)
	text := a.line.Value()
	if p.Editing() || a.line.Slot() != g.stop.slot || text == g.stop.typed {
		return
	}
	if strings.TrimSpace(text) == "" {
		a.closeGuard()
		return
	}
	s, stopped := a.probe(text)
	if !stopped {
		a.closeGuard()
		return
	}
	g.stop = &s
	p.Update(a.shown(s))
}

// probe says whether Enter would stop the text in the line, as it stands now; nothing is recorded.
func (a *App) probe(text string) (stop, bool) {
	s := *a.guarding.stop
	s.typed, s.Fault = text, ""
	o, typed := screen.Outcome{}, a.desk.AsTyped(a.line.Slot(), text)
	if form := a.formBehind(); form != nil {
		o = form.Enter(typed)
	} else {
		o = a.enterLine(typed)
		a.backToField()
	}
	if o.Edit == nil {
		// Not understood, or nothing to record: what is found in the line itself counts.
		s.Text, s.Found = text, review.Firm(a.findings(text, s.Context().Phase))
		s.Fault = cmp.Or(string(o.Check), "this cannot be recorded as it stands; reword the line")
		return s, len(s.Found) > 0
	}
	after, _, err := a.desk.Look.Make(a.desk.Record, o.Edit)
	if err != nil {
		s.Fault = desk.Sentence(err) // what was stopped before must not be recorded in its place
		return s, true
	}
	verdict := a.verdict(model.Diff("", a.desk.Record, after), after)
	if verdict.Stop == nil {
		return s, false
	}
	return stop{Stop: *verdict.Stop, outcome: o, slot: s.slot, typed: text}, true
}

// backToField marks the field again that the line holds: on Open the mark goes on as soon as a
// field is entered, and this one was not.
func (a *App) backToField() {
	if held := a.line.Slot(); a.at.Screen == screen.Open && a.slot(a.current().Field().Key) != held {
		a.current().Goto(screen.Place{Screen: a.at.Screen, Postmortem: a.desk.ID(), Field: held.Field})
	}
}

// formBehind is the form that the guard's panel stands before, nil where there is none.
func (a *App) formBehind() *entry.Form {
	if n := len(a.panels); n > 1 {
		form, _ := a.panels[n-2].Panel.(*entry.Form)
		return form
	}
	return nil
}

// closeGuard puts the panel away; what was typed in it waits for the same text.
func (a *App) closeGuard() {
	if a.guardPanel() == nil {
		return
	}
	a.guarding.stop = nil
	a.closePanel()
	a.holdField()
}

// enterGuard is Enter while the panel is in front: it does what is marked.
func (a *App) enterGuard(p *guard.Panel) {
	s := a.guarding.stop
	if s == nil {
		a.closeGuard()
		return
	}
	answer, ready := p.Answer()
	if !ready {
		return
	}
	answer.Who = a.desk.Names().Back("", answer.Who)
	for _, part := range []*string{&answer.Fact, &answer.Idea} {
		*part = a.desk.Names().BackAt(a.desk.Record, s.Row.After, s.Text, *part)
	}
	if answer.Way == review.Reword && s.Recorded {
		a.closeGuard()
		a.toTheWords(*s.mark)
		return
	}
	settlement, fault := s.Settle(a.wordings(), a.desk.People, answer)
	if fault != "" {
		a.say(check, fault)
		return
	}
	o, first := s.outcome, s.outcome.Edit
	marked, phase := a.current().Marked(), a.at.Screen.Phase()
	edit := *first
	edit.Label = answer.Label(first.Label)
	edit.Adds = func(before model.Postmortem) (model.Postmortem, model.ID, error) {
		next, mark, err := a.desk.Look.Make(before, first)
		if err != nil {
			return before, "", err
		}
		after, dropped, err := settlement.Make(a.env.Editor, before, next, model.ProseAt{Table: marked.Table, ID: marked.ID}, phase)
		if dropped {
			mark = ""
		}
		return after, mark, err
	}
	o.Edit = &edit
	o.Done = safe.Line(edit.Label + "; ctrl+z takes it back")
	if answer.Way == review.Dismiss {
		o.Done = "The words stay as they are, with your reason"
	}
	delete(a.guarding.stopped, s.slot)
	a.closeGuard()
	a.do(o, s.slot)
}

// understoodStopped is how the stopped line is understood: as on its screen, but Reads says where
// one is in the panel.
func (a *App) understoodStopped(p *guard.Panel, text string) screen.Reading {
	r := p.Read(text)
	if _, own := p.Field(); !own {
		line := a.readLine(text)
		r.Label, r.Stretches, r.Candidates = line.Label, line.Stretches, line.Candidates
	}
	return r
}
