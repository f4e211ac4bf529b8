// Package minutes is the panel of length and minutes: how long the meeting is, and where more
// time comes from. It may be longer, a phase may lend what it has left, or people meet again.
// Nothing of it happens by itself, and the minutes that are kept for countermeasures are lent
// only where somebody chooses them.
package minutes

import (
	"fmt"
	"strings"
	"time"

	"debrief/model/capture"
	"debrief/model/meeting"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/widget"
)

// Panel offers the ways. What a way needs is typed into the line.
type Panel struct {
	env   screen.Env
	zone  *time.Location
	clock func() meeting.Clock

	ways []way
	rows *widget.Slice[string]
	list widget.List[string]

	width, height int
}

// New returns the panel. Clock reads the clock of the open record as it stands now; times are
// read and shown in the zone.
func New(env screen.Env, zone *time.Location, clock func() meeting.Clock) *Panel {
	p := &Panel{env: env, zone: zone, clock: clock}
	p.Refresh()
	if len(clock().Overrun()) > 0 {
		p.list.Mark(extend) // why it was opened, most likely
	}
	return p
}

// Refresh finds the ways anew after a change.
func (p *Panel) Refresh() bool {
	p.ways = p.offered()
	keys := make([]string, len(p.ways))
	for i, w := range p.ways {
		keys[i] = w.key
	}
	p.rows = widget.NewSlice(keys)
	return true
}

// marked is the way that Enter would go.
func (p *Panel) marked() way {
	_, i, _ := p.list.Marked(p.rows)
	return p.ways[i]
}

// Title names the panel.
func (p *Panel) Title() safe.Text { return "Length and minutes" }

// Height is the plan, the ways, and an empty row between them.
func (p *Panel) Height(most int) (rows int, whole bool) {
	return min(1+planRows+1+len(p.ways)+1, max(most-3, len(p.ways)+1), most), false
}

// Resize gives the rows below the rule.
func (p *Panel) Resize(width, height int) { p.width, p.height = width, height }

// Position is how long the meeting is.
func (p *Panel) Position() safe.Text {
	return safe.Line(fmt.Sprintf("%d min", p.clock().Length()))
}

// Ask puts the choice to the room where minutes are taken.
func (p *Panel) Ask() safe.Text {
	if len(p.clock().Overrun()) > 0 {
		return "Do we take more time, give something up, or meet again?"
	}
	return ""
}

// Field is what the marked way needs.
func (p *Panel) Field() (screen.Field, bool) {
	w := p.marked()
	return screen.NewField("minutes:"+w.key, w.label), true
}

// Read says what Enter does.
func (p *Panel) Read(text string) screen.Reading {
	w := p.marked()
	r := screen.Reading{}
	if w.key == length && (text == "" || isNumber(text)) {
		r.Candidates = lengths(text)
	}
	words, fault := w.reads(p, text)
	if fault != "" && strings.TrimSpace(text) != "" {
		r.Fault = true
	}
	r.Words = safe.Line(words + fault)
	return r
}

// Enter goes the marked way.
func (p *Panel) Enter(text string) screen.Outcome {
	w := p.marked()
	if _, fault := w.reads(p, text); fault != "" {
		return screen.Refuse(fault)
	}
	out := w.does(p, text)
	out.Close = true
	return out
}

// Move marks another way.
func (p *Panel) Move(to screen.Move) { screen.Step(&p.list, p.rows, to, p.rows.Len()) }

// Do closes the panel, also when it is asked for again.
func (p *Panel) Do(c keymap.Command) screen.Outcome {
	return screen.Outcome{Close: c == keymap.Back || c == keymap.Minutes}
}

// Hints are the commands for the footer.
func (p *Panel) Hints() []screen.Hint {
	return []screen.Hint{
		{Command: keymap.Enter, Word: "do it"},
		{Command: keymap.Up, Word: "choose"},
		{Command: keymap.Back, Word: "close"},
	}
}

// Sudden is false: nobody is asked about minutes who has not asked.
func (p *Panel) Sudden() bool { return false }

func isNumber(text string) bool {
	_, ok := capture.Length(text)
	return ok
}

// lengths completes a length that is common.
func lengths(text string) []screen.Candidate {
	var all []screen.Candidate
	for _, n := range []string{"30", "45", "60", "90"} {
		if strings.HasPrefix(n, text) && n != text {
			all = append(all, screen.Candidate{End: len(text), Text: n})
		}
	}
	return all
}
