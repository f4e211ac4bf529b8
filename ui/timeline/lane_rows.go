package timeline

import (
	"strings"

	"debrief/model"
	"debrief/model/meeting"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

// cells draws the columns of a row of lanes, each cut so that its gap stays.
func (n *lanes) cells(ground theme.Style, signs []widget.Cell, when, what widget.Cell, lane func(i int) widget.Cell) string {
	l := n.at
	first, last := n.onPage()
	row := append(signs, when.Fit(l.when, 1), what.Fit(l.what, 2))
	for i := first; i < last; i++ {
		row = append(row, lane(i).Fit(l.lane, 1))
	}
	return widget.Row(n.s.width, ground, row...)
}

func (n *lanes) heads() string {
	t := n.s.env.Theme
	what := safe.Text("What")
	if n.pages > 1 {
		what = n.inSight()
	}
	return n.cells(theme.Style{}, []widget.Cell{{Width: 2}}, widget.Cell{Text: "When", Style: t.Faint},
		widget.Cell{Text: what, Style: t.Faint}, func(i int) widget.Cell { return widget.Cell{Text: n.names[i], Style: t.Dim} })
}

func (n *lanes) draw(i int, marked, unsaved bool) string {
	t, e := n.s.env.Theme, n.s.x.Events[i]
	ground, signs := widget.Signs(t, marked, unsaved)
	words := t.Words(marked, t.Text)
	return n.cells(ground, signs, widget.Cell{Text: n.clock(i), Style: screen.KindStyle(n.s.env.Theme, e.Kind)},
		widget.Cell{Text: safe.Line(e.What), Style: words},
		func(lane int) widget.Cell { return n.cell(e, n.all[lane], n.at.lane-1) })
}

// clock is when a row began; a - says that it went on.
func (n *lanes) clock(i int) safe.Text {
	m := n.s.x.Events[i].When
	began := model.Moment{At: m.At, About: m.About}.Clock(n.s.x.Zone)
	if !m.End.IsZero() {
		began += "-"
	}
	if n.s.rows().NewDay(i) {
		began = m.At.In(n.s.x.Zone).Format("Mon ") + began
	}
	return safe.Line(began)
}

// view is what one person had of an event.
type view struct {
	there bool   // gave an account
	words string // of it
	knew  bool
	since string // when the person learned of it, where that was not at once
	asked bool   // nobody has said yet when
}

func (n *lanes) view(e model.Event, who model.ID) view {
	var v view
	for _, a := range n.s.x.AccountsOf(e.ID) {
		if a.Attendee != who {
			continue
		}
		v.there = true
		if v.words == "" && a.Text != "" {
			if v.words = a.Text; a.Quoted {
				v.words = `"` + a.Text + `"`
			}
		}
	}
	for _, k := range n.s.x.KnowingsOf(e.ID) {
		if who == "" || k.Attendee != who {
			continue
		}
		v.asked = k.State == model.NobodySaid
		v.knew = !v.asked
		if k.State == model.KnownAt && !k.When.At.Equal(e.When.At) {
			v.since = k.When.ClockBeside(e.When.At, n.s.x.Zone)
		}
	}
	return v
}

// describe is the view in so many cells: what the person said of the event, with the time at which
// they learned of it, or else what is known of them.
func (v view) describe(cells int) string {
	switch {
	case v.words != "" && v.since != "":
		return v.since + " " + v.words
	case v.words != "":
		return v.words
	case v.since != "":
		for _, words := range []string{" learns of it", " learns", ""} {
			if len(v.since)+len(words) <= cells {
				return v.since + words
			}
		}
		return v.since
	case v.there:
		return "was there"
	}
	return "at once"
}

// cell is what the people of a lane said of an event, did there or knew of it; a dot where
// they had no view, and ? where nobody has said yet. Of several in one lane it names those who
// had one.
func (n *lanes) cell(e model.Event, lane meeting.Lane, cells int) widget.Cell {
	t := n.s.env.Theme
	var names []string
	var only view
	asked := false
	for _, id := range lane.People {
		v := n.view(e, id)
		asked = asked || v.asked
		if v.there || v.knew {
			names, only = append(names, string(n.s.handle(id))), v
		}
	}
	switch {
	case len(names) == 0 && asked:
		return widget.Cell{Text: "?", Style: t.Look}
	case len(names) == 0:
		return widget.Cell{Text: ".", Style: t.Faint}
	case len(names) > 1:
		return widget.Cell{Text: safe.Line(strings.Join(names, " ")), Style: t.Text}
	case lane.Name != "":
		return widget.Cell{Text: safe.Line(names[0] + ": " + only.describe(cells-len(names[0])-2)), Style: t.Text}
	}
	return widget.Cell{Text: safe.Line(only.describe(cells)), Style: t.Text}
}
