package handover

import (
	"strings"

	"debrief/model"
	"debrief/model/capture"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// Field is the name under which the half-typed name of whoever takes over waits.
const Field = "handover:name"

// Panel is the page. A name in the line takes the meeting over.
type Panel struct {
	env  screen.Env
	make func() State

	state         State
	found         capture.People
	rows          []string // drawn
	width, height int
	at            screen.Scroll
}

var (
	_ screen.Panel     = (*Panel)(nil)
	_ screen.Refresher = (*Panel)(nil)
)

// New returns the page; state tells where the meeting stands now.
func New(env screen.Env, state func() State) *Panel {
	p := &Panel{env: env, make: state}
	p.Refresh()
	return p
}

// Refresh follows the record and what waits.
func (p *Panel) Refresh() bool {
	p.state = p.make()
	p.found = capture.PeopleOf(p.state.Index)
	p.layOut()
	return true
}

// Title says what the page is.
func (p *Panel) Title() safe.Text { return "You are here" }

// Height takes the whole body.
func (p *Panel) Height(most int) (int, bool) { return most, true }

// Resize gives the rows and cells of the body.
func (p *Panel) Resize(width, height int) {
	p.width, p.height = width, height
	p.layOut()
}

// Body returns the rows in sight.
func (p *Panel) Body() []string { return p.rows[p.at.Top:min(p.at.Top+p.height, len(p.rows))] }

// end is the first row of the last page.
func (p *Panel) end() int { return max(len(p.rows)-p.height, 0) }

// Position is which rows are in sight, where not all of them are.
func (p *Panel) Position() safe.Text {
	if p.end() == 0 {
		return ""
	}
	return p.at.InSight(len(p.rows), p.height)
}

// Ask is who goes on.
func (p *Panel) Ask() safe.Text { return "Who leads the talk from here on?" }

// Field is the name of whoever takes over.
func (p *Panel) Field() (screen.Field, bool) { return screen.NewField(Field, "Take over"), true }

// Read says who takes over.
func (p *Panel) Read(text string) screen.Reading {
	name := strings.TrimSpace(text)
	if name == "" {
		return screen.Reading{Words: "a name takes over; Enter or Esc goes on"}
	}
	found := p.found.Find(strings.TrimPrefix(name, "@"))
	switch len(found) {
	case 1:
		return screen.Reading{Words: safe.Line(found[0].Name + " leads the talk from here on"),
			Candidates: []screen.Candidate{{End: len(text), Text: found[0].Name}}}
	case 0:
		return screen.Reading{Words: safe.Line(name + ", who joins the attendees, leads the talk")}
	}
	return screen.Reading{Words: safe.Line("several people are called so; type the handle, such as @" + found[0].Handle), Fault: true}
}

// Enter hands the meeting over to the name in the line; without one it goes on as it is.
func (p *Panel) Enter(text string) screen.Outcome {
	r := p.Read(text)
	name := strings.TrimSpace(text)
	switch {
	case r.Fault:
		return screen.Outcome{Check: r.Words}
	case name == "":
		return screen.Outcome{Close: true}
	}
	if found := p.found.Find(strings.TrimPrefix(name, "@")); len(found) == 1 {
		name = "@" + found[0].Handle
	}
	ed := p.env.Editor
	return screen.Outcome{
		Edit: &screen.Edit{Label: "Facilitator changed", Make: func(rec model.Postmortem) (model.Postmortem, error) {
			return ed.TakeOver(rec, name)
		}},
		Close: true, Done: r.Words,
	}
}

// Move scrolls.
func (p *Panel) Move(to screen.Move) { p.at.Move(to, p.height, p.end()) }

// Do goes back on Esc.
func (p *Panel) Do(c keymap.Command) screen.Outcome {
	if c == keymap.Back || c == keymap.HandOver {
		return screen.Outcome{Close: true}
	}
	return screen.Outcome{}
}

// Hints are the keys of the page.
func (p *Panel) Hints() []screen.Hint {
	return []screen.Hint{
		{Command: keymap.Enter, Word: "take over, or go on"},
		{Command: keymap.Next, Word: "complete"},
		{Command: keymap.Up, Word: "scroll"},
		{Command: keymap.Back, Word: "back"},
		{Command: keymap.Help, Word: "help"},
	}
}

// Sudden is false: a person asked for it.
func (p *Panel) Sudden() bool { return false }
