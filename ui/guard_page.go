package ui

import (
	"fmt"
	"slices"

	"debrief/model"
	"debrief/model/names"
	"debrief/model/review"
	"debrief/ui/screen"
)

// writeGuarded writes the page. Where a firm finding is left it asks once more before it does;
// what is left is noted with the record, so that the page can say so.
func (a *App) writeGuarded(name string) {
	if left := a.firmOnPage(); len(left) > 0 && !a.guarding.asked {
		a.guarding.asked = true
		a.say(check, firmLeft(left)+"; Enter writes all the same, f in the list goes there")
		return
	}
	a.edit(&screen.Edit{Label: "wording noted", Fact: true, Make: func(p model.Postmortem) (model.Postmortem, error) {
		return review.NoteLeft(a.env.Editor, p, a.leftIn(names.For(p, model.ForInternalPage)))
	}}, nil)
	a.writePage(name)
}

// asksToCopy tells that a firm finding is left and that it was asked whether the page should be
// copied all the same: from the clipboard it is published as soon as from a file. Copying once
// more is the answer, as long as the record stays as it was.
func (a *App) asksToCopy() bool {
	g := a.guarding
	if left := a.firmOnPage(); len(left) > 0 && g.copying != a.desk.Index {
		g.copying = a.desk.Index
		a.say(check, firmLeft(left)+"; copy once more to copy all the same, f in the list goes there")
		return true
	}
	g.copying = nil
	return false
}

func firmLeft(left []review.Left) string {
	if len(left) == 1 {
		return fmt.Sprintf("a firm wording mark is left, %q", left[0].Text)
	}
	return fmt.Sprintf("%d firm wording marks are left, %q first", len(left), left[0].Text)
}

// firmOnPage is the firm findings that the page as it is now would hold.
func (a *App) firmOnPage() []review.Left {
	return slices.DeleteFunc(a.leftIn(names.For(a.desk.Record, model.ForInternalPage)), func(l review.Left) bool { return !l.Firm })
}
