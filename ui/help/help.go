// Package help is the panel with all keys of a screen, made from the key map in force. Letters
// filter it, Enter runs the marked line, and a key that has no use now is dim and says why.
package help

import (
	"strconv"

	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/widget"
)

// place is where an entry is drawn.
type place struct{ column, row int }

// Panel is the help of one screen.
type Panel struct {
	screen.Filter
	env   screen.Env
	title safe.Text
	off   func(keymap.Command) safe.Text
	all   []section
	brief []section // of all, while nothing is looked for

	filter  string
	shown   []section // what the filter leaves
	entries []entry   // of shown, in the order of the mark
	places  []place   // of entries
	grid    [2][]cell // the two columns, or all in the first
	rows    *widget.Slice[int]
	list    widget.List[int]
	top     int // first row of the grid that is drawn

	width, height int
	two           bool // there is room for two columns
}

// cell is what stands in a row of a column: an entry, a heading, or nothing.
type cell struct {
	heading safe.Text
	entry   int // -1 for none
}

// New returns the help with a title such as "Help: Timeline". Off says in one sentence why a
// command has no use now, "" where it has.
func New(env screen.Env, title string, off func(keymap.Command) safe.Text) *Panel {
	p := &Panel{
		Filter: screen.Filter{Slot: "help", Label: "Find", None: "no key has these letters; Backspace brings more back", Opens: keymap.Help},
		env:    env, title: safe.Line(title), off: off, all: sections(env.Keys),
	}
	offLast(p.all, off)
	p.brief = short(p.all)
	p.narrow("")
	return p
}

// narrow leaves the lines that match the filter, and marks the one whose key it names, else the
// first.
func (p *Panel) narrow(filter string) {
	p.filter, p.shown, p.entries, p.top = filter, nil, nil, 0
	named, from := -1, p.all
	if filter == "" {
		from = p.brief
	}
	for _, s := range from {
		kept := section{title: s.title, column: s.column}
		for _, e := range s.entries {
			isKey := false
			for _, k := range e.keys {
				isKey = isKey || k == filter
			}
			if !isKey && !e.binding.Matches(filter) {
				continue
			}
			if isKey && named < 0 {
				named = len(p.entries)
			}
			kept.entries = append(kept.entries, e)
			p.entries = append(p.entries, e)
		}
		if len(kept.entries) > 0 {
			p.shown = append(p.shown, kept)
		}
	}
	keys := make([]int, len(p.entries))
	for i := range keys {
		keys[i] = i
	}
	p.rows = widget.NewSlice(keys)
	p.list = widget.List[int]{}
	p.list.Mark(max(named, 0))
	p.layOut()
}

// layOut places the sections in two columns, or below each other where there is no room.
func (p *Panel) layOut() {
	p.grid = [2][]cell{}
	p.places = p.places[:0]
	n := 0
	for _, s := range p.shown {
		column := s.column
		if !p.two {
			column = 0
		}
		rows := p.grid[column]
		if len(rows) > 0 {
			rows = append(rows, cell{entry: -1})
		}
		rows = append(rows, cell{heading: s.title, entry: -1})
		for range s.entries {
			p.places = append(p.places, place{column, len(rows)})
			rows = append(rows, cell{entry: n})
			n++
		}
		p.grid[column] = rows
	}
}

// marked returns the marked line; false where the filter leaves none.
func (p *Panel) marked() (entry, bool) {
	_, i, ok := p.list.Marked(p.rows)
	if !ok {
		return entry{}, false
	}
	return p.entries[i], true
}

// Title is "Help" and the name of the screen.
func (p *Panel) Title() safe.Text { return p.title }

// Height takes the whole body.
func (p *Panel) Height(most int) (rows int, whole bool) { return most, true }

// Resize gives the size of the body.
func (p *Panel) Resize(width, height int) {
	p.width, p.height, p.two = width, height, width >= leastForTwo
	p.layOut()
}

// Position says how many of the keys are in sight, and how to see the rest.
func (p *Panel) Position() safe.Text {
	first, last := p.window()
	n := 0
	for _, at := range p.places {
		if at.row >= first && at.row < last {
			n++
		}
	}
	text := strconv.Itoa(n) + " of " + strconv.Itoa(len(p.entries))
	if last < p.total() {
		text += ", PgDn"
	}
	return safe.Line(text)
}

// Read filters, and says why the marked key has no use now.
func (p *Panel) Read(text string) screen.Reading {
	if text != p.filter {
		p.narrow(text)
	}
	e, ok := p.marked()
	if !ok {
		return screen.Reading{Fault: true, Words: p.None}
	}
	if why := p.reason(e); why != "" {
		return screen.Reading{Words: why}
	}
	if e.full != e.words || safe.Width(e.words) > p.wordsWidth() {
		return screen.Reading{Words: e.full}
	}
	return screen.Reading{Words: "letters filter this list; the line you typed comes back after Esc"}
}

// reason says why a line cannot be run, "" where it can.
func (p *Panel) reason(e entry) safe.Text {
	if e.command == "" {
		return e.keysIn(p.width) + " is typed at the beginning of the line: " + e.full
	}
	if p.off == nil {
		return ""
	}
	return p.off(e.command)
}

// Enter runs the marked line.
func (p *Panel) Enter(text string) screen.Outcome {
	p.Read(text)
	e, ok := p.marked()
	if !ok {
		return screen.Outcome{Check: p.None}
	}
	return p.Run(e.command, p.reason(e))
}

// Move marks another line: down the left column, then down the right one.
func (p *Panel) Move(to screen.Move) { screen.Step(&p.list, p.rows, to, p.height) }

// Hints are the commands for the footer.
func (p *Panel) Hints() []screen.Hint {
	return []screen.Hint{
		{Command: keymap.Enter, Word: "run"},
		{Command: keymap.Up, Word: "choose"},
		{Command: keymap.Back, Word: "close"},
		{Command: keymap.PageDown, Word: "further"},
	}
}
