package ui

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/wording"
	"debrief/ui/entry"
	"debrief/ui/guard"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// stop is a change that was not made because of the words in one of its texts.
type stop struct {
	outcome screen.Outcome // that asked for it
	row     model.RowChange
	field   string
	text    string
	found   []wording.Finding // the firm ones in text
	phase   wording.Phase
	slot    entry.Slot // what the line held
	typed   string     // and the text in it
	who     string     // the handle of who said it, as far as the change knows
	fault   string     // why the line as it is now cannot be recorded at all

	recorded *placed // the mark, where the text is recorded already and nothing was stopped
}

// phaseOfRow is how the guard weighs the words of a row.
func phaseOfRow(r model.Row) wording.Phase { return wording.In(model.PhaseOf(r)) }

// textOf returns the text of a field of a row, "" where there is none.
func textOf(r model.Row, field string) string {
	for _, q := range model.ProseOf(r) {
		if q.Field == field {
			return q.Text
		}
	}
	return ""
}

// guardChange looks through the texts that an edit changes. A firm finding in what was typed
// stops the edit: then the panel is open and nothing is recorded. Otherwise the change comes
// back with the receipt of what was reworded.
func (a *App) guardChange(c model.Change, after model.Postmortem, settled []entry.Slot) (model.Change, bool) {
	g := a.guarding
	typed := !a.line.Empty() || a.line.Slot().Form || g.outcome == nil
	s, receipt, stopped := a.lookThrough(c, after, typed)
	if stopped {
		a.stopAt(s)
		return c, true
	}
	for _, slot := range settled {
		for _, f := range g.stopped[slot] {
			if s.row.ID != "" {
				receipt = append(receipt, finding(f, s.row.Table, s.row.ID, "", model.Reworded))
			}
		}
		delete(g.stopped, slot)
	}
	for _, f := range receipt {
		next, err := keep(a.env.Editor, after, f)
		if err != nil {
			continue // a receipt must not hold back what was said
		}
		after = next
	}
	if len(receipt) > 0 {
		c = model.Diff(c.Label, a.session.record, after)
	}
	return c, false
}

// lookThrough reads the texts that a change brings. It returns the first one that is stopped;
// else the first row whose words change, and what was reworded in them.
func (a *App) lookThrough(c model.Change, after model.Postmortem, typed bool) (first stop, receipt []model.Finding, stopped bool) {
	by := a.wordings()
	for _, r := range c.Rows {
		if r.After == nil || r.Table == model.Findings {
			continue
		}
		phase := wording.Context{Phase: phaseOfRow(r.After)}
		for _, q := range model.ProseOf(r.After) {
			was := textOf(r.Before, q.Field)
			if was == q.Text {
				continue
			}
			if first.row.ID == "" {
				first.row = r
			}
			found, at := by.Check(q.Text, phase), model.ProseAt{Table: r.Table, ID: r.ID, Field: q.Field}
			stops := slices.DeleteFunc(firm(found), func(f wording.Finding) bool {
				return model.Dismisses(after.Findings, at, f.Rule, f.Text)
			})
			if len(stops) > 0 && typed && a.isTyped(stops) {
				who, _ := after.Row(model.Attendees, speaker(after, c, r))
				person, _ := who.(model.Attendee)
				return stop{row: r, field: q.Field, text: q.Text, found: stops, phase: phase.Phase, who: person.Handle}, nil, true
			}
			if was == "" {
				continue
			}
			for _, f := range by.Check(was, phase) {
				if !holds(found, f) && !model.Dismisses(after.Findings, at, f.Rule, f.Text) && !a.settledBy(after, at, f) {
					receipt = append(receipt, finding(f, r.Table, r.ID, q.Field, model.Reworded))
				}
			}
		}
	}
	return first, receipt, false
}

// settledBy tells that the edit says itself what became of a finding.
func (a *App) settledBy(after model.Postmortem, at model.ProseAt, f wording.Finding) bool {
	return slices.ContainsFunc(after.Findings, func(k model.Finding) bool {
		was, _ := a.session.record.Row(model.Findings, k.ID)
		return k.Of == at.Table && k.OfID == at.ID && k.Field == at.Field && k.Rule == f.Rule && k.Text == f.Text && was != model.Row(k)
	})
}

// isTyped tells that some of the found words are being typed. What was recorded before and only
// comes to another place, as when two rows are merged, stops nothing.
func (a *App) isTyped(found []wording.Finding) bool {
	if a.guarding.outcome == nil || a.line.Slot().Form {
		return true
	}
	line := strings.ToLower(a.asTyped(a.line.Slot(), a.line.Value()))
	return slices.ContainsFunc(found, func(f wording.Finding) bool {
		return !slices.ContainsFunc(strings.Fields(strings.ToLower(f.Text)), func(w string) bool { return !strings.Contains(line, w) })
	})
}

// keep puts a finding into the receipt. One that was noted as left before is the same finding,
// and has found its way on.
func keep(ed model.Editor, p model.Postmortem, f model.Finding) (model.Postmortem, error) {
	for _, was := range p.Findings {
		if was.Outcome == model.Flagged && was.Of == f.Of && was.OfID == f.OfID && was.Field == f.Field && was.Rule == f.Rule && was.Text == f.Text {
			was.Outcome, was.Reason = f.Outcome, f.Reason
			return ed.SetFinding(p, was)
		}
	}
	p, _, err := ed.AddFinding(p, f)
	return p, err
}

func holds(found []wording.Finding, f wording.Finding) bool {
	return slices.ContainsFunc(found, func(o wording.Finding) bool { return o.Rule == f.Rule && strings.EqualFold(o.Text, f.Text) })
}

func finding(f wording.Finding, of model.Table, id model.ID, field string, became model.FindingOutcome) model.Finding {
	if of == model.Findings {
		of, id = "", "" // a reason in the receipt: it stands for the record
	}
	return model.Finding{Of: of, OfID: id, Field: field, Category: string(f.Category), Rule: f.Rule, Firm: f.Firm, Text: f.Text, Outcome: became}
}

// speaker is who speaks in a row: on a card the one whose card it is; of a new event, the first who
// gives an account of it. In the form of an old one the accounts are other texts.
func speaker(p model.Postmortem, c model.Change, r model.RowChange) model.ID {
	switch row := r.After.(type) {
	case model.Account:
		return row.Attendee
	case model.CardLine:
		if row.Attendee != "" {
			return row.Attendee
		}
		card, _ := p.Row(model.DecisionPoints, row.DecisionPoint)
		point, _ := card.(model.DecisionPoint)
		return point.Attendee
	case model.Learning:
		return row.Attendee
	case model.ParkedIdea:
		return row.Attendee
	case model.Event:
		if r.Before != nil {
			return ""
		}
		for _, other := range c.Rows {
			if account, ok := other.After.(model.Account); ok && account.Event == r.ID && account.Attendee != "" {
				return account.Attendee
			}
		}
	}
	return ""
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
			return len(firm(a.wordings().Check(text, wording.Context{Phase: s.phase}))) > 0
		})
		a.holdField()
	} else {
		behind = nil
		a.backToField()
	}
	_, s.slot = a.field()
	s.typed = a.line.Value()
	for _, f := range s.found {
		if !holds(g.stopped[s.slot], f) {
			g.stopped[s.slot] = append(g.stopped[s.slot], f)
		}
	}
	g.stop = &s
	a.openPanel(guard.New(a.env, a.shown(s), behind))
	a.typing = a.typing || behind == nil
}

// shown is what the panel says of a stop, with the two halves that are proposed.
func (a *App) shown(s stop) guard.Stopped {
	shown := guard.Stopped{Of: guard.Of(s.slot.Key, s.text)}
	shown.Text, shown.Findings = a.withoutNames(s.row.After, s.text, s.found)
	shown.InPlace, shown.Recorded = s.inPlace(), s.recorded != nil
	shown.Fact, shown.Idea = halves(a.wordings(), textOf(s.row.Before, s.field), s.text, wording.Context{Phase: s.phase})
	if s.recorded != nil && len(firm(s.found)) == 0 {
		shown.Fact, shown.Idea = s.text, ""
	}
	if s.isIdea() {
		shown.Fact = "" // what did not happen is no countermeasure
	}
	if s.who != "" {
		shown.Who = "@" + s.who
	}
	shown.Fact, _ = a.withoutNames(s.row.After, shown.Fact, nil)
	shown.Idea, _ = a.withoutNames(s.row.After, shown.Idea, nil)
	shown.Who = a.names().Hide(shown.Who)
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
	if a.previewPanel() == nil {
		g.asked = false
	}
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
	s.typed, s.fault = text, ""
	o, typed := screen.Outcome{}, a.asTyped(a.line.Slot(), text)
	if form := a.formBehind(); form != nil {
		o = form.Enter(typed)
	} else {
		o = a.enterLine(typed)
		a.backToField()
	}
	if o.Edit == nil {
		// Not understood, or nothing to record: what is found in the line itself counts.
		s.text, s.found = text, firm(a.findings(text, s.phase))
		s.fault = cmp.Or(string(o.Check), "this cannot be recorded as it stands; reword the line")
		return s, len(s.found) > 0
	}
	after, err := made(o.Edit, a.session.record)
	if err != nil {
		s.fault = sentence(err) // what was stopped before must not be recorded in its place
		return s, true
	}
	found, _, stopped := a.lookThrough(model.Diff("", a.session.record, after), after, true)
	if !stopped {
		return s, false
	}
	found.outcome, found.slot, found.typed = o, s.slot, text
	return found, true
}

// backToField marks the field again that the line holds: on Open the mark goes on as soon as a
// field is entered, and this one was not.
func (a *App) backToField() {
	if held := a.line.Slot(); a.at.Screen == screen.Open && a.slot(a.current().Field().Key) != held {
		a.current().Goto(screen.Place{Screen: a.at.Screen, Postmortem: a.session.id(), Field: held.Field})
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
func (a *App) enterGuard(p *guard.Panel) tea.Cmd {
	s := a.guarding.stop
	if s == nil {
		a.closeGuard()
		return nil
	}
	answer, ready := p.Answer()
	if !ready {
		return nil
	}
	answer.Who = a.names().Back("", answer.Who)
	for _, part := range []*string{&answer.Fact, &answer.Idea} {
		*part = a.names().BackAt(a.session.record, s.row.After, s.text, *part)
	}
	if answer.Way == guard.Reword && s.recorded != nil {
		a.closeGuard()
		return a.toTheWords(*s.recorded)
	}
	if answer.Way == guard.Reword {
		a.say(check, "change the words in the line, or choose another way; nothing is recorded yet")
		return nil
	}
	if s.fault != "" {
		a.say(check, s.fault)
		return nil
	}
	who, fault := a.mayAnswer(s, answer)
	if fault != "" {
		a.say(check, fault)
		return nil
	}
	o := s.outcome
	edit := *o.Edit
	marked := a.current().Marked()
	quoted := ""
	if answer.Way == guard.Quote && s.inPlace() {
		quoted = inQuotes(a.wordings(), s.text, a.nameOf(who, answer.Who), wording.Context{Phase: s.phase}, s.marks())
	}
	label := map[guard.Way]string{guard.Park: "Fact recorded, idea parked", guard.Quote: "Quotation kept", guard.Dismiss: o.Edit.Label}[answer.Way]
	if answer.Way == guard.Park && answer.Fact == "" {
		label = "Idea parked"
	}
	first := o.Edit
	edit.Label = label
	wrapped := &edit
	wrapped.Make = func(before model.Postmortem) (model.Postmortem, error) {
		next, err := made(first, before)
		if err != nil {
			return before, err
		}
		wrapped.Mark = first.Mark
		w := way{ed: a.env.Editor, before: before, next: next, stop: s, answer: answer, who: who, quoted: quoted, marked: marked, phase: a.at.Screen.Phase()}
		after, err := w.take()
		if err != nil {
			return before, err
		}
		if w.dropped {
			wrapped.Mark = ""
		}
		return after, nil
	}
	o.Edit = wrapped
	o.Done = safe.Line(label + "; ctrl+z takes it back")
	if answer.Way == guard.Dismiss {
		o.Done = "The words stay as they are, with your reason"
	}
	delete(a.guarding.stopped, s.slot)
	a.closeGuard()
	return a.do(o, s.slot)
}

// mayAnswer says what is missing for an answer, and finds who said a quotation.
func (a *App) mayAnswer(s *stop, answer guard.Answer) (who model.ID, fault string) {
	again := func(text string) bool {
		return len(firm(a.wordings().Check(text, wording.Context{Phase: s.phase}))) > 0
	}
	switch answer.Way {
	case guard.Park:
		switch {
		case answer.Idea == "":
			return "", "there is no idea yet; Tab goes to it, or choose another way"
		case answer.Fact == "" && s.recorded != nil && !s.isIdea():
			return "", "there is no fact for the place of these words; Tab goes to it"
		case answer.Fact == "" && s.field == "reason" && textOf(s.row.Before, s.field) == "":
			return "", "a declined row says why; Tab goes to the fact, which is the reason here"
		case again(answer.Fact):
			return "", "the fact still tells what did not happen; Tab goes to it"
		case again(answer.Idea):
			return "", "the idea still holds these words; Tab goes to it, say what is wanted now"
		}
		return "", ""
	case guard.Quote:
		name := strings.TrimPrefix(answer.Who, "@")
		if name == "" || name == s.who {
			return "", ""
		}
		found := a.session.people.Find(name)
		if len(found) != 1 {
			return "", "who said it? Type @name of one person in Attendees, or nothing"
		}
		return found[0].ID, ""
	case guard.Dismiss:
		switch {
		case s.row.Table == model.Findings:
			return "", "these words are a reason themselves; Quote keeps them between quotation marks"
		case answer.Reason == "":
			return "", "say the reason in a few words, or Esc"
		case again(answer.Reason):
			return "", "say the reason in other words; it is published with the page"
		}
	}
	return "", ""
}

// nameOf is how the person is called whom an answer names, "" for nobody.
func (a *App) nameOf(who model.ID, typed string) string {
	if who != "" {
		return a.session.index.Person(who).Name
	}
	person, _ := a.session.people.Handle(typed)
	return person.Name
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
