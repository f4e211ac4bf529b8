package guard

import (
	"cmp"
	"strings"

	"debrief/model"
	"debrief/model/review"
	"debrief/model/wording"
	"debrief/ui/desk"
	"debrief/ui/entry"
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

// Change looks through the texts that an edit changes. A firm finding in what was typed
// stops the edit that an outcome asks for: then the panel is open and nothing is recorded. Otherwise the change comes
// back with the receipt of what was reworded.
func (g *Guard) Change(c model.Change, after model.Postmortem, settled []entry.Slot, by *screen.Outcome) (model.Change, bool) {
	verdict := g.verdict(c, after, by == nil)
	if verdict.Stop != nil {
		if by != nil { // lines of a paste stay in the line
			g.stopAt(stop{Stop: *verdict.Stop, outcome: *by})
		}
		return c, true
	}
	var stopped []wording.Finding
	for _, slot := range settled {
		stopped = append(stopped, g.stopped[slot]...)
		delete(g.stopped, slot)
	}
	if after, noted := verdict.Receipt(g.Editor, after, stopped); noted {
		c = model.Diff(c.Label, g.Desk.Record, after)
	}
	return c, false
}

// verdict is what the guard says of a change. Of a form all texts were typed, and so they may be of others.
func (g *Guard) verdict(c model.Change, after model.Postmortem, typed bool) review.Verdict {
	slot := g.Line.Slot()
	return review.Change(g.wordings(), review.Edit{
		Before: g.Desk.Record, After: after, Change: c, Line: g.Desk.AsTyped(slot, g.Line.Value()),
		Typed: typed || slot.Form,
	})
}

// stopAt opens the panel.
func (g *Guard) stopAt(s stop) {
	behind := g.Front()
	if form, ok := behind.(*entry.Form); ok {
		form.MarkHolding(func(text string) bool {
			return len(review.Firm(g.wordings().Check(text, s.Context()))) > 0
		})
		g.Hold()
	} else {
		behind = nil
		g.backToField()
	}
	_, s.slot = g.Field()
	s.typed = g.Line.Value()
	for _, f := range s.Found {
		if !review.Holds(g.stopped[s.slot], f) {
			g.stopped[s.slot] = append(g.stopped[s.slot], f)
		}
	}
	g.open(s, behind)
	if behind == nil {
		g.Type()
	}
}

// shown is what the panel says of a stop, with the two halves that are proposed.
func (g *Guard) shown(s stop) Stopped {
	shown := Stopped{
		Of: Of(s.slot.Key, s.Text), At: model.ProseAt{Table: s.Row.Table, Field: s.Field},
		InPlace: s.InPlace(), Recorded: s.Recorded,
	}
	shown.Text, shown.Findings = g.Desk.HideFound(s.Row.After, s.Text, s.Found)
	fact, idea := s.Halves(g.wordings())
	shown.Fact, _ = g.Desk.HideFound(s.Row.After, fact, nil)
	shown.Idea, _ = g.Desk.HideFound(s.Row.After, idea, nil)
	if s.Who != "" {
		shown.Who = g.Desk.Names().Hide("@" + s.Who)
	}
	return shown
}

// open opens the panel on a stop, before the form whose text it is about.
func (g *Guard) open(s stop, behind screen.Panel) {
	g.stop = &s
	g.panel = NewPanel(g.Env, g.shown(s), behind)
	g.Open(g.panel)
}

// Panel returns the panel where it is in front.
func (g *Guard) Panel() *Panel {
	if g.panel == nil || g.Front() != screen.Panel(g.panel) {
		return nil
	}
	return g.panel
}

// followLine keeps the panel to what is typed: it goes when the words are gone. What was stopped
// in a line that is empty now was never said.
func (g *Guard) followLine() {
	p := g.Panel()
	if p == nil || g.stop == nil {
		if p == nil && g.Line.Empty() {
			delete(g.stopped, g.Line.Slot())
		}
		return
	}
	p.Cover(g.Taken())
	text := g.Line.Value()
	if p.Editing() || g.Line.Slot() != g.stop.slot || text == g.stop.typed {
		return
	}
	if strings.TrimSpace(text) == "" {
		g.Leave()
		return
	}
	s, stopped := g.probe(text)
	if !stopped {
		g.Leave()
		return
	}
	g.stop = &s
	p.Update(g.shown(s))
}

// probe says whether Enter would stop the text in the line, as it stands now; nothing is recorded.
func (g *Guard) probe(text string) (stop, bool) {
	s := *g.stop
	s.typed, s.Fault = text, ""
	o, typed := screen.Outcome{}, g.Desk.AsTyped(g.Line.Slot(), text)
	if form := g.formBehind(); form != nil {
		o = form.Enter(typed)
	} else {
		o = g.EnterLine(typed)
		g.backToField()
	}
	if o.Edit == nil {
		// Not understood, or nothing to record: what is found in the line itself counts.
		s.Text, s.Found = text, review.Firm(g.findings(text, s.Context().Phase))
		s.Fault = cmp.Or(string(o.Check), "this cannot be recorded as it stands; reword the line")
		return s, len(s.Found) > 0
	}
	after, _, err := g.Desk.Look.Make(g.Desk.Record, o.Edit)
	if err != nil {
		s.Fault = desk.Sentence(err) // what was stopped before must not be recorded in its place
		return s, true
	}
	verdict := g.verdict(model.Diff("", g.Desk.Record, after), after, true)
	if verdict.Stop == nil {
		return s, false
	}
	return stop{Stop: *verdict.Stop, outcome: o, slot: s.slot, typed: text}, true
}

// backToField marks the field again that the line holds: on Open the mark goes on as soon as a
// field is entered, and this one was not.
func (g *Guard) backToField() {
	if held := g.Line.Slot(); g.At().Screen == screen.Open && g.Slot(g.Screen().Field().Key) != held {
		g.Screen().Goto(screen.Place{Screen: g.At().Screen, Postmortem: g.Desk.ID(), Field: held.Field})
	}
}

// formBehind is the form that the panel stands before, nil where there is none.
func (g *Guard) formBehind() *entry.Form {
	form, _ := g.Behind().(*entry.Form)
	return form
}

// Leave puts the panel away; what was typed in it waits for the same text.
func (g *Guard) Leave() {
	if g.Panel() == nil {
		return
	}
	g.stop = nil
	g.Close(g.panel)
	g.Hold()
}

// Answer is Enter while the panel is in front: it does what is marked.
func (g *Guard) Answer() {
	s, p := g.stop, g.Panel()
	if s == nil {
		g.Leave()
		return
	}
	answer, ready := p.Answer()
	if !ready {
		return
	}
	answer.Who = g.Desk.Names().Back("", answer.Who)
	for _, part := range []*string{&answer.Fact, &answer.Idea} {
		*part = g.Desk.Names().BackAt(g.Desk.Record, s.Row.After, s.Text, *part)
	}
	if answer.Way == review.Reword && s.Recorded {
		g.Leave()
		g.toTheWords(*s.mark)
		return
	}
	settlement, fault := s.Settle(g.wordings(), g.Desk.People, answer)
	if fault != "" {
		g.Check(fault)
		return
	}
	o, first := s.outcome, s.outcome.Edit
	marked, phase := g.Screen().Marked(), g.At().Screen.Phase()
	edit := *first
	edit.Label = answer.Label(first.Label)
	edit.Adds = func(before model.Postmortem) (model.Postmortem, model.ID, error) {
		next, mark, err := g.Desk.Look.Make(before, first)
		if err != nil {
			return before, "", err
		}
		after, dropped, err := settlement.Make(g.Editor, before, next, model.ProseAt{Table: marked.Table, ID: marked.ID}, phase)
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
	delete(g.stopped, s.slot)
	g.Leave()
	g.Do(o, s.slot)
}

// Read is how the stopped line is understood: as on its screen, but Reads says where
// one is in the panel.
func (g *Guard) Read(text string) screen.Reading {
	p := g.Panel()
	r := p.Read(text)
	if _, own := p.Field(); !own {
		line := g.ReadLine(text)
		r.Label, r.Stretches, r.Candidates = line.Label, line.Stretches, line.Candidates
	}
	return r
}

// Stopped is what the panel in front is about.
func (g *Guard) Stopped() Stopped { return g.shown(*g.stop) }
