package ui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/ui/screen"
)

// writeGuarded writes the page. Where a firm finding is left it asks once more before it does;
// what is left is noted with the record, so that the page can say so.
func (a *App) writeGuarded(name string) tea.Cmd {
	if left := a.firmOnPage(); len(left) > 0 && !a.guarding.asked {
		a.guarding.asked = true
		a.say(check, firmLeft(left)+"; Enter writes all the same, f in the list goes there")
		return nil
	}
	ed := a.env.Editor
	a.edit(&screen.Edit{Label: "wording noted", Fact: true, Make: func(p model.Postmortem) (model.Postmortem, error) {
		return a.noteLeft(ed, p)
	}}, nil)
	return a.writePage(name)
}

// asksToCopy tells that a firm finding is left and that it was asked whether the page should be
// copied all the same: from the clipboard it is published as soon as from a file. Copying once
// more is the answer, as long as the record stays as it was.
func (a *App) asksToCopy() bool {
	g := a.guarding
	if left := a.firmOnPage(); len(left) > 0 && g.copying != a.session.index {
		g.copying = a.session.index
		a.say(check, firmLeft(left)+"; copy once more to copy all the same, f in the list goes there")
		return true
	}
	g.copying = nil
	return false
}

func firmLeft(left []model.Finding) string {
	if len(left) == 1 {
		return fmt.Sprintf("a firm wording mark is left, %q", left[0].Text)
	}
	return fmt.Sprintf("%d firm wording marks are left, %q first", len(left), left[0].Text)
}

// firmOnPage is the firm findings that the page as it is now would hold.
func (a *App) firmOnPage() []model.Finding {
	return slices.DeleteFunc(a.leftIn(model.For(a.session.record, model.ForInternalPage)), func(f model.Finding) bool { return !f.Firm })
}

// leftIn returns what is left in the rows of a projection of the record, in the order of the
// tables, as the receipt counts it.
func (a *App) leftIn(shown model.Postmortem) []model.Finding {
	var left []model.Finding
	found := a.guarding.record.found
	if len(found) == 0 {
		return nil
	}
	shown.Rows(func(row model.Row) {
		for _, q := range model.ProseOf(row) {
			at := model.ProseAt{Table: row.Table(), ID: row.Key(), Field: q.Field}
			for _, f := range found[at].found {
				if !a.dismissed(at, f) {
					left = append(left, finding(f, at.Table, at.ID, at.Field, model.Flagged))
				}
			}
		}
	})
	return left
}

// noteLeft makes the receipt say what is left: a finding a mark, none for a mark that has gone.
func (a *App) noteLeft(ed model.Editor, p model.Postmortem) (model.Postmortem, error) {
	left := a.leftIn(model.For(p, model.ForInternalPage))
	var err error
	for _, f := range p.Findings {
		if f.Outcome != model.Flagged {
			continue
		}
		place := model.Finding{Of: f.Of, OfID: f.OfID, Field: f.Field, Category: f.Category, Rule: f.Rule, Firm: f.Firm, Text: f.Text, Outcome: model.Flagged}
		if i := slices.Index(left, place); i >= 0 {
			left = slices.Delete(left, i, i+1)
			continue
		}
		if p, err = ed.Remove(p, model.Findings, f.ID); err != nil {
			return p, err
		}
	}
	for _, f := range left {
		if p, _, err = ed.AddFinding(p, f); err != nil {
			return p, err
		}
	}
	return p, nil
}
