package countermeasures

import (
	"debrief/model"
	"debrief/ui/safe"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

// detailLabel is how wide the names under the marked row stand.
const detailLabel = 11

// detail is one line under the marked row, or one thing in the pane.
type detail struct {
	label safe.Text
	text  string
	hint  safe.Text // what belongs there, while the text is empty
}

// details is how many lines stand under the marked row.
func (s *Screen) details() int {
	if s.at.pane > 0 || s.height < withDetails {
		return 0
	}
	c, ok := s.measure()
	if !ok {
		return 0
	}
	return len(s.under(c))
}

// under is what the list tells of the marked row: of a done or declined one how it ended, of any
// other how one knows that it is done, and what it addresses.
func (s *Screen) under(c model.Countermeasure) []detail {
	switch c.Standing() {
	case model.Undecided, model.Decided:
		all := []detail{
			{"done when", c.DoneWhen, "how will we know? Type >done when ..."},
			{"condition", s.condition(c), "which one does it address? e opens the row"},
		}
		if c.Ticket != "" {
			all = append(all, detail{"ticket", c.Ticket, ""})
		}
		return append(all, s.cameFrom(c)...)
	case model.StandsResting:
		return s.cameFrom(c)
	case model.StandsDone:
		return []detail{{"tested", s.tested(c), "was it tested again? e opens the row"}}
	case model.StandsDeclined:
		return []detail{{"because", c.Reason, "no reason given"}}
	}
	return nil
}

// cameFrom tells the ideas that it was made of, by where they came up.
func (s *Screen) cameFrom(c model.Countermeasure) []detail {
	if from := s.origins.of(c); from != "" {
		return []detail{{"from", from, ""}}
	}
	return nil
}

func (s *Screen) condition(c model.Countermeasure) string {
	if i, ok := s.learned[c.Condition]; ok && c.Condition != "" {
		return s.x.Learnings[i].Text
	}
	return ""
}

// tested is when it was tested again and what came of it.
func (s *Screen) tested(c model.Countermeasure) string {
	switch {
	case c.TestedOn.IsZero():
		return c.TestResult
	case c.TestResult == "":
		return c.TestedOn.Words()
	}
	return c.TestedOn.Words() + ": " + c.TestResult
}

func (s *Screen) detail(n int) string {
	row := s.Marked()
	return s.drawn.Row(widget.RowKey[part]{Key: part{row: row, n: n + 1}}, func() string {
		c, _ := s.measure()
		d, t := s.under(c)[n], s.env.Theme
		text, style := safe.Line(d.text), t.Text
		if d.text == "" {
			text, style = "-  "+d.hint, t.Faint
		}
		return widget.Row(s.at.width, theme.Style{}, widget.Cell{Width: indent + 2},
			widget.Cell{Text: d.label, Width: detailLabel, Style: t.Dim},
			widget.Cell{Text: text, Width: max(s.at.width-indent-2-detailLabel-1, 0), Style: style})
	})
}
