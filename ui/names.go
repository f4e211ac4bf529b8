package ui

import (
	"slices"

	"debrief/model"
	"debrief/model/names"
	"debrief/model/wording"
	"debrief/ui/entry"
	"debrief/ui/screen"
	"debrief/ui/unsaved"
)

// names knows who is called how, nil while names are on and outside a record.
func (a *App) names() *names.Names {
	if a.session == nil {
		return nil
	}
	return a.session.names
}

// turnNames shows roles instead of names on the screen, or names again. It is a fact: a step back
// must not show names to the room.
func (a *App) turnNames() {
	ed, off := a.env.Editor, !a.session.record.Header.NamesOff
	a.edit(&screen.Edit{Label: "names on or off", Fact: true, Make: func(p model.Postmortem) (model.Postmortem, error) {
		return ed.TurnNames(p, off)
	}}, nil)
	words := "Names are on"
	if off {
		words = "Names are off: a letter is a person; type @a in the place of a name"
	}
	a.say(done, words)
}

// turnPageNames is turnNames for the page.
func (a *App) turnPageNames() {
	ed, off := a.env.Editor, !a.session.record.Header.PageNamesOff
	a.edit(&screen.Edit{Label: "names on the page on or off", Fact: true, Make: func(p model.Postmortem) (model.Postmortem, error) {
		return ed.TurnPageNames(p, off)
	}}, nil)
	words := "The page names people"
	if off {
		words = "The page shows roles instead of names; owners of countermeasures stay named"
	}
	a.say(done, words)
}

// made is what an edit makes of the record. What was typed while names are off stands in it as it
// was meant: screens and forms show roles, and so hand back roles.
func made(e *screen.Edit, p model.Postmortem) (model.Postmortem, error) {
	after, err := e.Make(p)
	if err != nil {
		return p, err
	}
	return names.PutNamesBack(p, after), nil
}

// hideAtHome hides the names in what home lists of the record that was left last. Of other records
// home knows no people.
func (a *App) hideAtHome(list []model.Summary, dues []model.Due) {
	if a.names() == nil {
		return
	}
	for i := range list {
		if list[i].ID == a.session.id() {
			list[i].Title = a.session.index.Header.Title
		}
	}
	for i := range dues {
		row, _ := a.session.index.Row(model.Countermeasures, dues[i].Countermeasure)
		if c, ok := row.(model.Countermeasure); ok && dues[i].Postmortem == a.session.id() {
			dues[i].Text = c.Text
		}
	}
}

// withoutNames is a text of a row with what was found in it, as they may be shown.
func (a *App) withoutNames(row model.Row, text string, found []wording.Finding) (string, []wording.Finding) {
	n := a.names()
	if n == nil {
		return text, found
	}
	found = slices.Clone(found)
	places := make([]*int, 0, 2*len(found))
	for i := range found {
		places = append(places, &found[i].Start, &found[i].End)
	}
	text = n.HideAt(a.session.record, row, text, places...)
	for i, f := range found {
		found[i].Text, found[i].Ask = text[f.Start:f.End], n.Hide(f.Ask)
	}
	return text, found
}

// followNames lets the texts that wait follow when names are turned off or on, here or in another
// window: no name waits on the screen while they are off, and no role is recorded while they are on.
// Forms and panels are closed; what was typed in them waits.
func (a *App) followNames() {
	was, now := a.line.Names, a.names()
	if a.line.Names = now; (was == nil) == (now == nil) {
		return
	}
	a.closeGuard()
	a.line.Rewrite(func(s entry.Slot, t *entry.Text) {
		t.Origin, t.Rewritten = a.withNames(was, s, t.Words), true
		t.Words = now.HideAt(a.session.record, a.rowOf(s), t.Origin)
	})
	kept := a.panels[:0]
	for _, p := range a.panels {
		if _, ok := p.Panel.(*unsaved.Panel); ok {
			kept = append(kept, p)
		}
	}
	a.panels = kept
	if p := a.unsavedPanel(); p != nil {
		p.Update(a.trouble())
	}
}
