package handover

import (
	"fmt"
	"slices"
	"strings"

	"debrief/model"
	"debrief/model/meeting"
	"debrief/ui/safe"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

const (
	margin = 2
	// labelWidth is the column of the labels.
	labelWidth = 14
	// widest is how far the texts reach where there is room for more.
	widest = 110
)

// part is one thing to know: its label and the lines that tell it.
type part struct {
	label safe.Text
	lines []safe.Text
	style theme.Style
}

// parts tells where the meeting stands, in the order in which one needs it.
func (p *Panel) parts() []part {
	t, s, x := p.env.Theme, p.state, p.state.Index
	one := func(label safe.Text, text string, style theme.Style) part {
		return part{label, []safe.Text{safe.Line(text)}, style}
	}
	all := []part{
		one("We review", reviewed(x), t.Text),
		one("We stand at", stands(s), t.Strong),
		one("Leads", leads(x), t.Text),
	}
	if s.Missing != "" {
		all = append(all, part{"Missing", []safe.Text{s.Missing}, t.Text})
	}
	if s.Ask != "" {
		all = append(all, part{"Next to ask", []safe.Text{s.Ask}, t.Text})
	}
	if len(s.Drafts)+s.Private > 0 {
		all = append(all, part{"Half typed", drafts(s.Drafts, s.Private), t.Text})
	}
	if w := waits(s); w != "" {
		all = append(all, one("Waiting", w, t.Text))
	}
	all = append(all, part{"Latest", p.latest(), t.Text})
	if here, away := people(x); here+away != "" {
		if here != "" {
			all = append(all, one("Here", here, t.Text))
		}
		if away != "" {
			all = append(all, one("Away", away, t.Dim))
		}
	}
	return all
}

// reviewed says in a line what the meeting is about; its title stands in the header.
func reviewed(x *model.Index) string {
	text := string(x.Incident.Kind)
	if x.Incident.Severity > 0 {
		text += fmt.Sprintf(", severity %d", x.Incident.Severity)
	}
	if began := x.Milestone(model.Began); !began.IsZero() {
		text += ", " + model.DateOf(began.At.In(x.Zone)).Words()
	}
	if impact := strings.Join(strings.Fields(x.Incident.Impact), " "); impact != "" {
		text += ": " + impact
	}
	return text
}

func stands(s State) string {
	text := s.Phase.String()
	if s.Phase > 0 {
		text += fmt.Sprintf(", %d of %d", s.Phase, model.PhaseClose)
	}
	if !s.Begun {
		return text + "; the clock has not run yet"
	}
	text += "; " + meeting.HoursMinutes(s.Spent)
	if s.Of > 0 {
		text += " of " + meeting.HoursMinutes(s.Of)
	}
	if s.Share > 0 {
		text += fmt.Sprintf(", %d min here, %d left", s.PhaseSpent, max(s.Share-s.PhaseSpent, 0))
	}
	return text
}

func leads(x *model.Index) string {
	h := x.Header
	who := "nobody is named yet"
	if name := x.Person(h.Facilitator).Name; name != "" {
		who = name
	}
	if name := x.Person(h.NoteTaker).Name; name != "" {
		who += "; " + name + " takes notes"
	}
	if h.DriftSignal != "" {
		who += "; the signal for drift: " + h.DriftSignal
	}
	return who
}

// draftsShown is how many half-typed texts are shown; the rest is counted.
const draftsShown = 3

func drafts(all []Draft, private int) []safe.Text {
	var lines []safe.Text
	for i, d := range all {
		if i == draftsShown {
			lines = append(lines, safe.Line(fmt.Sprintf("and %d more", len(all)-draftsShown)))
			break
		}
		lines = append(lines, safe.Line(d.Phase.Short()+": "+d.Text))
	}
	switch {
	case private == 1:
		lines = append(lines, "1 private text")
	case private > 1:
		lines = append(lines, safe.Line(fmt.Sprintf("%d private texts", private)))
	}
	return lines
}

func waits(s State) string {
	var words []string
	count := func(n int, one, many string) {
		switch {
		case n == 1:
			words = append(words, "1 "+one)
		case n > 1:
			words = append(words, fmt.Sprintf("%d %s", n, many))
		}
	}
	parked, resting, undecided := 0, 0, 0
	for _, i := range s.Index.ParkedIdeas {
		if i.State == model.Waiting {
			parked++
		}
	}
	for _, c := range s.Index.Countermeasures {
		switch c.Standing() {
		case model.Undecided:
			undecided++
		case model.StandsResting:
			resting++
		}
	}
	count(parked, "parked idea", "parked ideas")
	count(undecided, "undecided", "undecided")
	count(resting, "resting", "resting")
	count(s.Unsaved, "change is not on disk", "changes are not on disk")
	return strings.Join(words, ", ")
}

// latest tells what was recorded last. The words are those of the row as it may be drawn now; of
// one that is private or removed, only what was done is told.
func (p *Panel) latest() []safe.Text {
	s := p.state
	switch {
	case s.Unread:
		return []safe.Text{"the history is being read"}
	case len(s.Latest) == 0:
		return []safe.Text{"nothing yet"}
	}
	lines := make([]safe.Text, len(s.Latest))
	for i, e := range s.Latest {
		text := e.At.In(s.Index.Zone).Format("15:04") + "  " + done(e)
		if told := told(e.Change, s.Index); told != "" {
			text += ": " + told
		}
		lines[i] = safe.Line(text)
	}
	return lines
}

func done(e model.Entry) string {
	switch e.Kind {
	case model.Undo:
		return "Taken back: " + e.Change.Label
	case model.Redo:
		return "Back again: " + e.Change.Label
	}
	return e.Change.Label
}

// told is the row that a change is about. A new one tells more than one that was changed with it.
func told(c model.Change, x *model.Index) string {
	text := ""
	for _, r := range c.Rows {
		if r.Before == nil && r.Table == model.Headers {
			return "" // the record itself
		}
		if r.After == nil || r.Table == model.Findings || r.Table == model.PhaseMinuteRows {
			continue
		}
		row, shown := x.Row(r.Table, r.ID)
		if !shown {
			continue
		}
		if r.Before == nil && r.Table != model.Attendees {
			return model.Tell(row, x)
		}
		if text == "" && (r.Table != model.Headers && r.Table != model.Incidents) {
			text = model.Tell(row, x)
		}
	}
	return text
}

// people names who is here, each with what they bring, and who is away.
func people(x *model.Index) (here, away string) {
	var present, absent []string
	for _, a := range x.Attendees {
		words := a.Name
		if brings := append(x.Header.Offices(a.ID), a.Roles.Words()...); len(brings) > 0 {
			words += " (" + strings.Join(brings, ", ") + ")"
		}
		if a.Away {
			absent = append(absent, words)
		} else {
			present = append(present, words)
		}
	}
	return strings.Join(present, ", "), strings.Join(absent, ", ")
}

// longest is how many rows a text takes at most.
const longest = 4

// layOut draws the parts in rows of the width. Each text takes as many rows as leave room for all of
// the parts, and rows that are free then go to those that need more, people first. Where not even
// one row for each fits, the page scrolls.
func (p *Panel) layOut() {
	parts := p.parts()
	most := make([]int, len(parts))
	for n := longest; n > 0; n-- {
		for i := range most {
			most[i] = n
		}
		if p.rows = p.drawn(parts, most); len(p.rows) <= p.height {
			break
		}
	}
	for i := len(most) - 1; i >= 0; i-- { // people stand last
		for ; most[i] < longest; most[i]++ {
			more := slices.Clone(most)
			more[i]++
			rows := p.drawn(parts, more)
			if len(rows) > p.height {
				break
			}
			p.rows = rows
		}
	}
	p.at.Fit(len(p.rows), p.height)
}

func (p *Panel) drawn(parts []part, limits []int) []string {
	var rows []string
	room := max(min(p.width-margin-labelWidth-1, widest), 1)
	for i, part := range parts {
		label, most := part.label, limits[i]
		for _, line := range part.lines {
			wrapped := safe.Wrap(line, room)
			if len(wrapped) > most {
				wrapped[most-1] = safe.Cut(wrapped[most-1]+" "+wrapped[most], room)
				wrapped = wrapped[:most]
			}
			for _, text := range wrapped {
				rows = append(rows, widget.Row(p.width, theme.Style{}, widget.Cell{Width: margin},
					widget.Cell{Text: label, Width: labelWidth, Style: p.env.Theme.Dim}, widget.Cell{Text: text, Width: room, Style: part.style}))
				label = ""
			}
		}
	}
	return rows
}
