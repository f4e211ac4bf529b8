package attendees

import (
	"strconv"
	"strings"

	"debrief/model"
	"debrief/model/meeting"
	"debrief/ui/safe"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

// Body draws the meter and the list of people.
func (s *Screen) Body() []string {
	if s.height <= 0 || s.width <= 0 {
		return nil
	}
	rows := make([]string, 0, s.height)
	if s.at.meter > 0 {
		if s.meter == nil {
			s.meter = s.views()
		}
		rows = append(rows, s.meter...)
	}
	if s.at.head > 0 {
		rows = append(rows, s.heads())
	}
	if len(s.x.Attendees) == 0 {
		rows = append(rows, s.teach()...)
		return rows[:min(len(rows), s.height)]
	}
	return append(rows, s.marks.View(s.rows, s.at.list, s.row)...)
}

func (s *Screen) heads() string {
	t := s.env.Theme
	return s.cells(theme.Style{}, []widget.Cell{{Width: 2}},
		widget.Cell{Text: "Who", Style: t.Faint}, widget.Cell{},
		widget.Cell{Text: "Team", Style: t.Faint}, widget.Cell{Text: "Roles", Style: t.Faint}, widget.Cell{Text: "Here", Style: t.Faint})
}

// cells draws the columns of a row, each cut so that its gap stays.
func (s *Screen) cells(ground theme.Style, signs []widget.Cell, name, handle, team, roles, here widget.Cell) string {
	return widget.Row(s.width, ground, append(signs, name.Fit(s.at.name, 1), handle.Fit(s.at.handle, 1), team.Fit(s.at.team, 1),
		roles.Fit(s.at.roles, 1), here.Fit(s.at.here, 1))...)
}

// row draws one person, unless the row stands drawn already.
func (s *Screen) row(i int, marked bool) string {
	a := s.x.Attendees[i]
	key := widget.RowKey[model.ID]{Key: a.ID, Marked: marked, Unsaved: s.env.Unsaved(a.ID)}
	return s.drawn.Row(key, func() string { return s.draw(a, marked, key.Unsaved) })
}

func (s *Screen) draw(a model.Attendee, marked, unsaved bool) string {
	t := s.env.Theme
	ground, signs := widget.Signs(t, marked, unsaved)
	name := t.Words(marked, t.Text)
	here, hereStyle := s.here(a)
	roles, rolesStyle := s.roles(a)
	return s.cells(ground, signs,
		widget.Cell{Text: safe.Line(a.Name), Style: name},
		widget.Cell{Text: safe.Line("@" + a.Handle), Style: t.Dim},
		widget.Cell{Text: safe.Line(a.Team), Style: t.Dim},
		widget.Cell{Text: roles, Style: rolesStyle},
		widget.Cell{Text: here, Style: hereStyle})
}

func (s *Screen) here(a model.Attendee) (safe.Text, theme.Style) {
	switch t := s.env.Theme; {
	case a.Away:
		return "away", t.Faint
	case a.New:
		return "yes, new", t.Text
	default:
		return "yes", t.Text
	}
}

// roles is the views that a person brings; for somebody with none of the six, what the person
// does in the meeting, else "-".
func (s *Screen) roles(a model.Attendee) (safe.Text, theme.Style) {
	t := s.env.Theme
	if a.Roles != 0 {
		return safe.Line(a.Roles.String()), t.Text
	}
	var offices []string
	if s.x.Header.Facilitator == a.ID {
		offices = append(offices, "facilitator")
	}
	if s.x.Header.NoteTaker == a.ID {
		offices = append(offices, "note-taker")
	}
	if s.x.Header.Owner == a.ID {
		offices = append(offices, "owner")
	}
	if len(offices) == 0 {
		return "-", t.Look
	}
	return safe.Line(strings.Join(offices, ", ")), t.Dim
}

// views draws the meter and, where there is room, who brings each view.
func (s *Screen) views() []string {
	t := s.env.Theme
	present := 0
	var missing []string
	for _, c := range s.coverage {
		if len(c.Present) > 0 {
			present++
		} else {
			missing = append(missing, c.Role.String())
		}
	}
	head := safe.Text("Views in the room  ")
	if s.width < 80 {
		head = "Views  "
	}
	meter := widget.Meter(present, len(s.coverage), t.Glyphs)
	sum := "  " + number(present) + " of " + number(len(s.coverage))
	lacks := safe.Text("")
	if len(missing) > 0 {
		lacks = safe.Line("missing: " + strings.Join(missing, ", "))
	}
	left := 2 + safe.Width(head) + safe.Width(meter) + safe.Width(sum)
	room := max(s.width-left-2-2, 0)
	rows := []string{widget.Row(s.width, theme.Style{}, widget.Cell{Width: 2},
		widget.Cell{Text: head, Width: safe.Width(head), Style: t.Text},
		widget.Cell{Text: meter, Width: safe.Width(meter), Style: t.Accent},
		widget.Cell{Text: sum, Width: safe.Width(sum), Style: t.Text},
		widget.Cell{Width: 2},
		widget.Cell{Text: lacks, Width: room, Style: t.Look.Over(t.Strong), Right: true})}
	if s.at.meter < fullMeter {
		return rows
	}
	for _, c := range s.coverage {
		rows = append(rows, s.view(c))
	}
	return append(rows, s.newcomers())
}

// newcomers names who is here for the first time, for the facilitator, who explains; a blank row
// where nobody is.
func (s *Screen) newcomers() string {
	names := meeting.FirstTime(s.x)
	if names == "" {
		return ""
	}
	return widget.Row(s.width, theme.Style{}, widget.Cell{Width: 4},
		widget.Cell{Text: "first time here: " + safe.Line(names), Width: max(s.width-5, 0), Style: s.env.Theme.Dim})
}

// view draws one of the six: its name, a sign a person, and who they are.
func (s *Screen) view(c meeting.RoleCoverage) string {
	t := s.env.Theme
	sign, style := safe.Text(""), t.Text
	// The names have to line up behind the signs, so these are ASCII in every locale.
	signs, who, whoStyle := safe.Repeat("#", min(len(c.Present), 5)), names(c.Present), t.Dim
	if len(c.Present) > 5 {
		signs = number(len(c.Present))
	}
	if len(c.Present) == 0 {
		act := t.Look.Over(t.Strong)
		sign, style, whoStyle = "!", act, act
		signs, who = ".", "nobody present"
		if len(c.Away) > 0 {
			full := make([]string, len(c.Away))
			for i, a := range c.Away {
				full[i] = a.Name
			}
			is := " is away"
			if len(full) > 1 {
				is = " are away"
			}
			who += "; " + strings.Join(full, ", ") + is
		}
	}
	return widget.Row(s.width, theme.Style{}, widget.Cell{Width: 2},
		widget.Cell{Text: sign, Width: 2, Style: style},
		widget.Cell{Text: safe.Line(c.Role.Long()), Width: 25, Style: style},
		widget.Cell{Text: signs, Width: 6, Style: t.Accent},
		widget.Cell{Text: safe.Line(who), Width: max(s.width-35-1, 0), Style: whoStyle})
}

// names is how people are called among themselves: by first names.
func names(people []model.Attendee) string {
	first := make([]string, len(people))
	for i, a := range people {
		first[i] = a.FirstName()
	}
	return strings.Join(first, ", ")
}

// teach is what an empty list says: what to type here, with an example.
func (s *Screen) teach() []string {
	return widget.Teach(s.env.Theme, s.width,
		"",
		"Nobody here yet. Type a name, a handle, a team and #roles:",
		"",
		"  Ana Silva @ana payments #identified #responded",
		"",
		"Enter adds the person; a name alone is enough.",
	)
}

func number(n int) safe.Text { return safe.Line(strconv.Itoa(n)) }
