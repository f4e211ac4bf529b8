package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/wording"
	"debrief/ui/entry"
	"debrief/ui/guard"
	"debrief/ui/keymap"
	"debrief/ui/screen"
)

// A wording mark of a recorded text has the same ways on as words that are stopped: a soft one never
// stopped anything, and a false alarm that nobody can answer would be counted for ever.

// settleFinding opens the panel on the mark that was walked to, else on the first of the marked row.
func (a *App) settleFinding() tea.Cmd {
	left := a.left()
	i := slices.IndexFunc(left, a.isHere)
	if i < 0 {
		a.say(check, "no wording mark stands here; f goes to the next one")
		return nil
	}
	p := left[i]
	row, ok := a.session.record.Row(p.at.Table, p.at.ID)
	if !ok {
		return nil
	}
	change := model.RowChange{Table: p.at.Table, ID: p.at.ID, Before: row, After: row}
	who, _ := a.session.record.Row(model.Attendees, speaker(a.session.record, model.Change{}, change))
	person, _ := who.(model.Attendee)
	s := stop{
		outcome:  screen.Outcome{Edit: &screen.Edit{Label: "Words kept", Make: func(p model.Postmortem) (model.Postmortem, error) { return p, nil }}},
		row:      change,
		field:    p.at.Field,
		text:     textOf(row, p.at.Field),
		phase:    phaseOfRow(row),
		slot:     a.slot(screen.Key{Row: p.at.ID, Field: p.at.Field}),
		who:      person.Handle,
		recorded: &p,
	}
	for _, other := range left {
		if other.at == p.at {
			s.found = append(s.found, other.Finding)
		}
	}
	a.guarding.stop = &s
	a.openPanel(guard.New(a.env, a.shown(s), nil))
	return nil
}

// toTheWords goes to where the words of a mark are changed.
func (a *App) toTheWords(p placed) tea.Cmd {
	cmd := a.goTo(p.place)
	a.guarding.walk = walked{at: a.here(), to: p.place, words: p.at, ask: p.Ask}
	switch p.at.Table {
	case model.Headers, model.Incidents, model.Sessions, model.CardLines:
		a.typing = true // the line holds them already
		return cmd
	case model.Findings:
		a.say(check, "these words are a reason that was given; ctrl+z takes back what came last")
		return cmd
	}
	return tea.Batch(cmd, a.do(a.current().Do(keymap.Open)))
}

// markWalked marks the field of a form in which the words stand that were walked to.
func (a *App) markWalked(p screen.Panel) {
	if form, ok := p.(*entry.Form); ok && a.guarding.walk.at == a.here() {
		form.MarkAt(a.guarding.walk.words)
	}
}

// every is all findings of a text, where a stop has only the firm ones.
func every(found []wording.Finding) []wording.Finding { return found }
