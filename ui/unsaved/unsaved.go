// Package unsaved is the panel that says what is not on disk and why, and offers the ways on: to
// try again or to save a copy, or, where another window changed the same row, to choose between
// the two texts. Nothing that it offers loses anything.
package unsaved

import (
	"strconv"
	"strings"

	"debrief/ui/desk"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// slot is where the path of a copy waits while it is typed.
const slot = "unsaved:copy"

// Panel asks what to do. While it is open characters go to the screen's line, so the meeting
// goes on; see PassesText.
type Panel struct {
	env     screen.Env
	now     func() desk.NotOnDisk
	trouble desk.NotOnDisk
	sudden  bool

	ways    screen.Ways
	copying bool // the line holds the path of the copy
	chosen  bool // a way was marked since something was typed

	width, height int
}

// New returns the panel of what is not on disk now. Sudden is for one that opens by itself.
func New(env screen.Env, now func() desk.NotOnDisk, sudden bool) *Panel {
	p := &Panel{env: env, now: now, sudden: sudden}
	p.Refresh()
	return p
}

// Refresh takes what is not on disk now. The marked way stays marked, but not when the question
// is about another row: then the first one is, so that Enter pressed for the row before cannot
// do more than what is said first.
func (p *Panel) Refresh() bool {
	t := p.now()
	same := where(p.trouble.Conflict) == where(t.Conflict)
	p.trouble = t
	p.ways.Offer(ways(t)...)
	if !same {
		p.ways.MarkFirst()
	}
	p.copying = p.copying && p.ways.Has(SaveCopy)
	return true
}

func where(c *desk.Conflict) string {
	if c == nil {
		return ""
	}
	return c.Where + "\n" + strings.Join(c.Here, "\n")
}

// Title says how much is not on disk.
func (p *Panel) Title() safe.Text {
	switch n := p.trouble.Count; {
	case p.trouble.Title != "":
		return safe.Line(p.trouble.Title)
	case n == 0 && p.trouble.Conflict == nil:
		return "Save a copy"
	case n <= 1:
		return "One change is not on disk"
	default:
		return safe.Line(number(n) + " changes are not on disk")
	}
}

// number is n in words where they are short.
func number(n int) string {
	words := []string{"No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"}
	if n >= 0 && n < len(words) {
		return words[n]
	}
	return strconv.Itoa(n)
}

// Height is what the cause, the two versions and the ways take; a few rows of the screen stay
// in sight above.
func (p *Panel) Height(most int) (rows int, whole bool) {
	rows = min(1+len(p.about(most))+1+p.ways.Len()+1, max(most-5, 8), most)
	// The frame asks this in every frame, but resizes only with the window: after Refresh the
	// panel may be higher or lower than it was.
	p.height = max(rows-1, 0)
	return rows, false
}

// Resize gives the rows below the rule.
func (p *Panel) Resize(width, height int) { p.width, p.height = width, height }

// Position says how much waits.
func (p *Panel) Position() safe.Text {
	if p.trouble.Count == 0 {
		return ""
	}
	return safe.Line(strconv.Itoa(p.trouble.Count) + " waiting")
}

// Ask leaves the screen's question: the meeting goes on.
func (p *Panel) Ask() safe.Text { return "" }

// Field is the path of a copy while it is asked for. Else the line stays with the screen.
func (p *Panel) Field() (screen.Field, bool) {
	if !p.copying {
		return screen.Field{}, false
	}
	return screen.Field{Key: screen.Key{Field: slot}, Label: "Copy to"}, true
}

// PassesText tells that characters go to the screen's line while the panel is in front, and that
// Enter records what stands there: only on an empty line is Enter an answer to the panel.
func (p *Panel) PassesText() bool { return !p.copying }

// Copying tells that the path of a copy is asked for.
func (p *Panel) Copying() bool { return p.copying }

// Copied goes back to the ways on, now that the copy is written.
func (p *Panel) Copied() { p.copying = false }

// Chosen tells that a way was marked since something was typed: then Enter is an answer to the panel,
// whatever stands in the line.
func (p *Panel) Chosen() bool { return p.chosen }

// Typed tells that the line was typed into, so that Enter records it.
func (p *Panel) Typed() { p.chosen = false }

// Read says what Enter does.
func (p *Panel) Read(text string) screen.Reading {
	switch {
	case p.copying && strings.TrimSpace(text) == "":
		return screen.Reading{Words: "type the path of a new file; Esc goes back"}
	case p.copying:
		return screen.Reading{Words: "Enter writes everything to this new file; it replaces nothing"}
	case p.trouble.Conflict != nil:
		return screen.Reading{Words: "the save waits for this answer; typing works on"}
	case p.trouble.Refused != "":
		return screen.Reading{Words: "what waits behind it is not on disk either; typing works on"}
	case p.trouble.Slow:
		return screen.Reading{Words: "the answer may still come; typing works on"}
	case p.trouble.Count > 0:
		return screen.Reading{Words: "it is tried again by itself; typing works on"}
	}
	return screen.Reading{Words: "Enter does what is marked; typing works on"}
}

// Enter does what is marked. With text in the line it asks for nothing while the line is the
// screen's: the frame then records the text there.
func (p *Panel) Enter(text string) screen.Outcome {
	if p.copying {
		path := strings.TrimSpace(text)
		if path == "" {
			return screen.Outcome{Check: "there is no path; type where the new file goes, or Esc"}
		}
		return screen.Outcome{Run: SaveCopy, Text: path} // the path stays until the copy is there
	}
	if text != "" && !p.chosen {
		return screen.Outcome{}
	}
	p.chosen = false
	ask := p.ways.Marked()
	if p.copying = ask == SaveCopy; p.copying {
		return screen.Outcome{}
	}
	return screen.Outcome{Run: ask, Close: ask == ""}
}

// Move marks another way on. While a path is typed the way is chosen already.
func (p *Panel) Move(to screen.Move) {
	if p.copying {
		return
	}
	p.chosen = true
	p.ways.Move(to)
}

// Do goes back from the path to the ways, or closes the panel; NOT SAVED stays in the header.
func (p *Panel) Do(c keymap.Command) screen.Outcome {
	if c != keymap.Back {
		return screen.Outcome{}
	}
	if p.copying {
		p.copying = false
		return screen.Outcome{}
	}
	return screen.Outcome{Close: true}
}

// Hints are the commands for the footer.
func (p *Panel) Hints() []screen.Hint {
	if p.copying {
		return []screen.Hint{{Command: keymap.Enter, Word: "write"}, {Command: keymap.Back, Word: "back"}}
	}
	later := safe.Text("later (NOT SAVED stays in the header)")
	if p.trouble.Count == 0 && p.trouble.Conflict == nil {
		later = "close"
	}
	return []screen.Hint{
		{Command: keymap.Enter, Word: "do it"},
		{Command: keymap.Up, Word: "choose"},
		{Command: keymap.Back, Word: later},
	}
}

// Sudden tells that the panel opened by itself.
func (p *Panel) Sudden() bool { return p.sudden }
