package ui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/ui/screen"
)

// writeGuarded writes the page. Where a firm finding is left it asks once more before it does;
// what is left is noted with the record, so that the page can say so.
func (a *App) writeGuarded(name string) tea.Cmd {
	if n := a.count().firm; n > 0 && !a.guarding.asked {
		a.guarding.asked = true
		words := "a firm wording mark is left"
		if n > 1 {
			words = fmt.Sprintf("%d firm wording marks are left", n)
		}
		a.say(check, words+"; Enter writes all the same")
		return nil
	}
	ed := a.env.Editor
	noted, _ := a.edit(&screen.Edit{Label: "wording noted", Fact: true, Make: func(p model.Postmortem) (model.Postmortem, error) {
		return a.noteLeft(ed, p)
	}}, nil)
	return tea.Batch(noted, a.writePage(name))
}

// noteLeft makes the receipt say what is left: a finding a mark, none for a mark that has gone.
func (a *App) noteLeft(ed model.Editor, p model.Postmortem) (model.Postmortem, error) {
	left := make(map[model.Finding]bool)
	for at, in := range a.guarding.record.found {
		if model.IsPrivate(in.row) {
			continue // it does not come on the page
		}
		for _, f := range in.found {
			if !a.dismissed(at, f) {
				left[finding(f, at.table, at.id, at.field, model.Flagged)] = true
			}
		}
	}
	var err error
	for _, f := range p.Findings {
		if f.Outcome != model.Flagged {
			continue
		}
		place := model.Finding{Of: f.Of, OfID: f.OfID, Field: f.Field, Category: f.Category, Rule: f.Rule, Firm: f.Firm, Text: f.Text, Outcome: model.Flagged}
		if left[place] {
			delete(left, place)
			continue
		}
		if p, err = ed.Remove(p, model.Findings, f.ID); err != nil {
			return p, err
		}
	}
	for _, placed := range a.left() {
		f := finding(placed.Finding, placed.at.table, placed.at.id, placed.at.field, model.Flagged)
		if !left[f] {
			continue
		}
		delete(left, f)
		if p, _, err = ed.AddFinding(p, f); err != nil {
			return p, err
		}
	}
	return p, nil
}
