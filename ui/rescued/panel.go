// Package rescued is the panel that offers what was not on disk when debrief ended: to take it in, to
// look at it, to leave the file where it is, or to remove it.
package rescued

import (
	"fmt"
	"strconv"

	"debrief/ui/desk"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

const (
	margin    = 2
	shownRows = 4 // of what is in the file, above the ways
	// aboutLeast is how many rows what was found takes before the ways scroll.
	aboutLeast = 4
)

// What the panel asks for.
const (
	TakeIn keymap.Command = "rescue-take-in" // put what the file holds on disk
	Keep   keymap.Command = "rescue-keep"    // leave the file where it is
	Remove keymap.Command = "rescue-remove"  // remove the file
)

// look is the panel's own: to see all that is in the file.
const look keymap.Command = "look"

// Panel asks what is to become of the file. Characters go to the line behind it, as a meeting may
// begin at any moment.
type Panel struct {
	env   screen.Env
	found desk.Found
	about []safe.Text
	lines []safe.Text
	ways  screen.Ways

	chosen   bool // nothing was typed since the panel opened, or since a way was marked
	looking  bool // all that is in the file is shown
	removing bool // Enter once more removes it
	at       screen.Scroll

	width, height int
}

// New returns the panel for one file.
func New(env screen.Env, f desk.Found) *Panel {
	p := &Panel{env: env, found: f, chosen: true}
	remove := screen.Way{Ask: Remove, Name: "Remove it", Words: "for good: what is in it is then nowhere"}
	keep := screen.Way{Ask: Keep, Name: "Keep for now", Words: "the file stays, and the next start offers it again"}
	if f.Err != nil {
		p.ways.Offer(keep, remove)
		return p
	}
	how := map[desk.Fit]safe.Text{
		desk.ChangeByChange: "on top of what is on disk; undo takes back change by change",
		desk.AsOne:          "what the file on disk lacks, as one change for undo",
		desk.Whole:          "the whole post-mortem as it stood; undo begins anew",
	}
	p.ways.Offer(
		screen.Way{Ask: TakeIn, Name: "Take it in", Words: how[f.Fit]},
		screen.Way{Ask: look, Name: "Look at it", Words: "all that is in it, line by line"},
		keep, remove)
	return p
}

// Title says what was found.
func (p *Panel) Title() safe.Text { return "Something was not on disk when debrief ended" }

// cause says when and why.
func (p *Panel) cause() string {
	f := p.found
	if f.Err != nil {
		return "The file " + f.Path + " cannot be read: " + f.Err.Error() + "."
	}
	said := f.Rescue.At.Local().Format("Mon 2 Jan 15:04")
	if title := f.Title; title != "" {
		said += ", in “" + title + "”"
	}
	if f.Rescue.Cause != "" {
		said += ": " + f.Rescue.Cause
	}
	return said + "."
}

// layOut wraps what is said to the width.
func (p *Panel) layOut() {
	width := p.width
	if width <= 0 {
		width = 80 // before the first Resize
	}
	room := max(width-margin-1, 1)
	p.about = safe.Wrap(safe.Line(p.cause()), room)
	p.lines = nil
	for _, w := range p.found.Words {
		p.lines = append(p.lines, safe.Wrap(safe.Line(w), room)...)
	}
	p.at.Fit(len(p.lines), p.height)
}

// shown is how many rows of what is in the file stand above the ways.
func (p *Panel) shown(room int) int { return max(min(len(p.lines), shownRows, room), 0) }

// Height is the whole body while one looks, and else what is said with the ways.
func (p *Panel) Height(most int) (rows int, whole bool) {
	if p.looking {
		return most, true
	}
	p.layOut()
	rows = min(1+len(p.about)+p.shown(most)+1+p.ways.Len()+1, most)
	p.height = max(rows-1, 0) // the frame asks in every frame, but resizes only with the window
	return rows, false
}

// Resize gives the rows and cells below the rule.
func (p *Panel) Resize(width, height int) {
	p.width, p.height = width, height
	p.layOut()
}

// Body draws what was found and the ways on. In little room the ways scroll.
func (p *Panel) Body() []string {
	if p.looking {
		out := make([]string, 0, p.height)
		for _, row := range p.lines[p.at.Top:min(p.at.Top+p.height, len(p.lines))] {
			out = append(out, p.row(row, p.env.Theme.Text))
		}
		return out
	}
	ways := widget.Share(p.height, min(len(p.about)+len(p.lines), aboutLeast), p.ways.Len())
	room := p.height - ways - 1
	var out []string
	for _, row := range p.about[:max(min(len(p.about), room), 0)] {
		out = append(out, p.row(row, p.env.Theme.Look))
	}
	n := p.shown(room - len(out))
	for i, row := range p.lines[:n] {
		if rest := len(p.lines) - n; i == n-1 && rest > 0 {
			row = safe.Line(fmt.Sprintf("and %d rows more", rest+1))
		}
		out = append(out, p.row(row, p.env.Theme.Text))
	}
	if len(out) > 0 {
		out = append(out, "")
	}
	instead := safe.Text("")
	if p.removing {
		instead = "Enter once more removes it for good; Esc keeps it"
	}
	return append(out, p.ways.View(p.env.Theme, p.width, ways, instead)...)
}

func (p *Panel) row(text safe.Text, style theme.Style) string {
	return widget.Row(p.width, theme.Style{}, widget.Cell{Width: margin}, widget.Cell{Text: text, Width: max(p.width-margin, 0), Style: style})
}

// Position is what is in sight, or how many further files there are.
func (p *Panel) Position() safe.Text {
	if p.looking {
		return p.at.InSight(len(p.lines), p.height)
	}
	if p.found.More > 0 {
		return safe.Line("and " + strconv.Itoa(p.found.More) + " more")
	}
	return ""
}

// Ask leaves the screen's question.
func (p *Panel) Ask() safe.Text { return "" }

// Field leaves the line to the screen.
func (p *Panel) Field() (screen.Field, bool) { return screen.Field{}, false }

// PassesText tells that characters go to the screen's line, and that Enter records what stands there.
func (p *Panel) PassesText() bool { return true }

// Chosen tells that Enter is an answer to the panel whatever stands in the line, such as words of another
// day: nothing was typed since it opened, or since a way was marked.
func (p *Panel) Chosen() bool { return p.chosen }

// Typed tells that the line was typed into, so that Enter records it.
func (p *Panel) Typed() { p.chosen = false }

// Read says what Enter does.
func (p *Panel) Read(string) screen.Reading {
	if p.looking {
		return screen.Reading{Words: "what was not on disk; Esc goes back to the ways on"}
	}
	return screen.Reading{Words: "choose with Up and Down, then Enter; typing works on"}
}

// Enter does what is marked. Text in the line is the screen's.
func (p *Panel) Enter(text string) screen.Outcome {
	if text != "" && !p.chosen || p.looking {
		return screen.Outcome{}
	}
	ask := p.ways.Marked()
	switch ask {
	case look:
		p.looking = true
		return screen.Outcome{}
	case Remove:
		if !p.removing {
			p.removing = true
			return screen.Outcome{}
		}
	}
	return screen.Outcome{Run: ask, Close: true}
}

// Move marks another way on, or scrolls.
func (p *Panel) Move(to screen.Move) {
	p.removing, p.chosen = false, true
	if p.looking {
		p.at.Move(to, p.height, max(len(p.lines)-p.height, 0))
		return
	}
	p.ways.Move(to)
}

// Do goes back from looking, or keeps the file for now.
func (p *Panel) Do(c keymap.Command) screen.Outcome {
	switch {
	case c != keymap.Back:
		return screen.Outcome{}
	case p.looking:
		p.looking = false
		return screen.Outcome{}
	case p.removing:
		p.removing = false
		return screen.Outcome{}
	}
	return screen.Outcome{Run: Keep, Close: true}
}

// Hints are the commands for the footer.
func (p *Panel) Hints() []screen.Hint {
	if p.looking {
		return []screen.Hint{{Command: keymap.Up, Word: "scroll"}, {Command: keymap.Back, Word: "back"}}
	}
	return []screen.Hint{
		{Command: keymap.Enter, Word: "do it"},
		{Command: keymap.Up, Word: "choose"},
		{Command: keymap.Back, Word: "keep for now"},
	}
}

// Sudden tells that the panel opened by itself.
func (p *Panel) Sudden() bool { return true }
