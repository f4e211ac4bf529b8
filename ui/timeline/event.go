package timeline

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"debrief/model"
	"debrief/ui/safe"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

// eventView is an event in full: in the pane beside the list, or in the strip below it.
type eventView struct {
	*Screen
	e model.Event
}

// clock is the event's time as a title.
func (v eventView) clock() safe.Text {
	if v.e.When.IsZero() {
		return "no time"
	}
	return safe.Line(v.e.When.Clock(v.x.Zone))
}

// about is kind and day: "decision, Thu 12 Mar".
func (v eventView) about() safe.Text {
	words := []string{"no kind yet"}
	if v.e.Kind != "" {
		words[0] = string(v.e.Kind)
	}
	if v.e.Starred {
		words = append(words, "starred")
	}
	if !v.e.When.IsZero() {
		words = append(words, v.e.When.At.In(v.x.Zone).Format("Mon 2 Jan"))
	}
	return safe.Line(strings.Join(words, ", "))
}

// counts is "2 accounts, 1 link"; of a row in a stretch that one side alone saw, "ben only, 4
// rows".
func (v eventView) counts() safe.Text {
	words := "no account yet"
	one, alone := v.sides.at(v.x.EventAt(v.e.ID))
	switch n := len(v.x.AccountsOf(v.e.ID)); {
	case n > 0 && alone:
		words = v.side(one)
	case n > 0:
		words = count(n, "account")
	}
	if n := len(v.x.EvidenceOf(v.e.ID)); n > 0 {
		words += ", " + count(n, "link")
	}
	return safe.Line(words)
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}

// piece is one thing told of an event: what it is, and its text, which may wrap.
type piece struct {
	left  widget.Cell
	text  []safe.Text // wrapped to its room
	style theme.Style
}

// accounts is who said what, in so many cells.
func (v eventView) accounts(width int) []piece {
	t, label := v.env.Theme, 3
	for _, a := range v.x.AccountsOf(v.e.ID) {
		label = max(label, safe.Width(v.handle(a.Attendee)))
	}
	label = min(label, 12)
	width = max(width-label-2-1, 1)
	var all []piece
	for _, a := range v.x.AccountsOf(v.e.ID) {
		p := piece{left: widget.Cell{Text: safe.Cut(v.handle(a.Attendee), label), Width: label + 2, Style: t.Accent}, style: t.Text}
		switch {
		case a.Text == "":
			p.text, p.style = []safe.Text{"was there; no words yet"}, t.Faint
		case a.Quoted:
			p.text = safe.Lines(`"`+a.Text+`"`, width)
		default:
			p.text = safe.Lines(a.Text, width)
		}
		all = append(all, p)
	}
	return all
}

const noAccount = safe.Text("nobody told of it yet; for example >@ana I saw the page")

// links names the evidence of the event.
func (v eventView) links() []string {
	var all []string
	for _, row := range v.x.EvidenceOf(v.e.ID) {
		all = append(all, v.evidenceName(row))
	}
	return all
}

func (s *Screen) evidenceName(v model.Evidence) string {
	name := v.URL
	if title := s.artefacts[v.Artefact]; title != "" {
		name = title
	}
	switch {
	case name != "" && v.Lines != "":
		return name + " " + v.Lines
	case name != "":
		return name
	}
	return `"` + v.Quote + `"`
}

// knew says who learned of the event and when: "at once, to Ben", "14:15 to Ana".
func (v eventView) knew() []string {
	var all []string
	for _, k := range v.x.KnowingsOf(v.e.ID) {
		name := v.x.Person(k.Attendee).FirstName()
		to := ""
		if name != "" {
			to = " to " + name
		}
		switch k.State {
		case model.KnownAtOnce:
			if to != "" {
				to = "," + to
			}
			all = append(all, "at once"+to)
		case model.KnownAt:
			all = append(all, k.When.ClockBeside(v.e.When.At, v.x.Zone)+to)
		default:
			if to != "" {
				to = " for " + name
			}
			all = append(all, "nobody has said yet"+to)
		}
	}
	return all
}

// notes are the notes on the event.
func (v eventView) notes() []string {
	var all []string
	for _, n := range v.x.NotesOf(v.e.ID) {
		all = append(all, n.Text)
	}
	return all
}

// cards names the decision cards of the event: "2 of 3, Chao Lin".
func (v eventView) cards() []string {
	var all []string
	for _, i := range v.Screen.cards[v.e.ID] {
		name := cmp.Or(v.x.Person(v.x.DecisionPoints[i].Attendee).Name, "nobody named yet")
		all = append(all, fmt.Sprintf("%d of %d, %s", i+1, len(v.x.DecisionPoints), name))
	}
	return all
}
