// Package commands is the panel with every command of the program, found by a few letters. The
// key at the right end teaches; a command that has no use now is dim and says why.
package commands

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

// Panel is the list of all commands.
type Panel struct {
	screen.Filter
	env screen.Env
	off func(keymap.Command) safe.Text
	all []command

	filter string
	shown  map[keymap.Command]command
	rows   *widget.Slice[keymap.Command]
	list   widget.List[keymap.Command]

	width, height int
}

// command is one row.
type command struct {
	binding keymap.Binding
	key     safe.Text
	words   safe.Text
}

// New returns the panel. Recent are the commands that were run from it, latest first; they lead
// the list. Off says in one sentence why a command has no use now, "" where it has.
func New(env screen.Env, recent []keymap.Command, off func(keymap.Command) safe.Text) *Panel {
	p := &Panel{
		Filter: screen.Filter{Slot: "commands", Label: "Command", None: "no command has these letters; Backspace brings more back", Opens: keymap.Commands},
		env:    env, off: off,
	}
	seen := make(map[keymap.Command]bool)
	add := func(b keymap.Binding) {
		if seen[b.Command] || isOfTheKeyboard(b.Command) {
			return
		}
		seen[b.Command] = true
		key := env.Keys.Key(b.Command)
		if b.Scope == keymap.AfterGo {
			key = env.Keys.Key(keymap.Go) + " " + key
		}
		p.all = append(p.all, command{binding: b, key: safe.Line(key), words: safe.Line(words(b))})
	}
	for _, c := range recent {
		if b, ok := env.Keys.Binding(c); ok {
			add(b)
		}
	}
	for _, b := range inOrder(env.Keys.Bindings(), off) {
		add(b)
	}
	p.narrow("")
	return p
}

// isOfTheKeyboard tells the commands that are of no use in a list: they act on what is in front,
// and that is the list itself.
func isOfTheKeyboard(c keymap.Command) bool {
	switch c {
	case keymap.Enter, keymap.Up, keymap.Down, keymap.PageUp, keymap.PageDown, keymap.First, keymap.Last,
		keymap.Next, keymap.Previous, keymap.Back, keymap.Commands:
		return true
	}
	return false
}

// words is the name of a command and what it does, as one sentence: "Undo: take back the latest
// thing". A name that the rest says already is left out.
func words(b keymap.Binding) string {
	text := b.Help
	said := strings.FieldsFunc(strings.ToLower(text), notLetter)
	for _, w := range strings.Fields(b.Word) {
		if !slices.ContainsFunc(said, func(o string) bool { return strings.HasPrefix(o, strings.ToLower(w)) }) {
			text = b.Word + ": " + b.Help
			break
		}
	}
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

// narrow leaves the commands that match: those whose name begins with the filter first, the
// others as they stand. The first one is marked.
func (p *Panel) narrow(filter string) {
	p.filter = filter
	p.shown = make(map[keymap.Command]command)
	var named, others []keymap.Command
	begin := strings.ToLower(strings.TrimSpace(filter))
	for _, c := range p.all {
		if !c.binding.Matches(filter) {
			continue
		}
		p.shown[c.binding.Command] = c
		if begin != "" && (strings.HasPrefix(strings.ToLower(c.binding.Word), begin) || string(c.key) == filter) {
			named = append(named, c.binding.Command)
		} else {
			others = append(others, c.binding.Command)
		}
	}
	p.rows = widget.NewSlice(append(named, others...))
	p.list = widget.List[keymap.Command]{}
}

// Title says what the list is.
func (p *Panel) Title() safe.Text { return "All commands" }

// Height is the lower part of the body, the same while the filter narrows the list.
func (p *Panel) Height(most int) (rows int, whole bool) {
	return min(len(p.all)+1, max(most-5, 6), most), false
}

// Resize gives the rows below the rule.
func (p *Panel) Resize(width, height int) { p.width, p.height = width, height }

// Body draws the commands round the marked one, a row each.
func (p *Panel) Body() []string {
	return p.list.View(p.rows, p.height, func(i int, marked bool) string {
		return p.row(p.shown[p.rows.Key(i)], marked)
	})
}

func (p *Panel) row(c command, marked bool) string {
	t := p.env.Theme
	var ground theme.Style
	words, key, mark := t.Text, t.Key, safe.Text("")
	if marked {
		ground, words, mark = t.Selected, t.Strong, ">"
	}
	if p.reason(c.binding.Command) != "" {
		words, key = t.Faint, t.Faint
	}
	keyCells := safe.Width(c.key)
	return widget.Row(p.width, ground,
		widget.Cell{Text: mark, Width: 2, Style: t.Accent},
		widget.Cell{Text: c.words, Width: max(p.width-2-keyCells-2, 0), Style: words},
		widget.Cell{Width: 1},
		widget.Cell{Text: c.key, Width: keyCells, Style: key})
}

// reason says why a command has no use now, "" where it has.
func (p *Panel) reason(c keymap.Command) safe.Text {
	if p.off == nil {
		return ""
	}
	return p.off(c)
}

// Position says which of the commands are in sight.
func (p *Panel) Position() safe.Text { return p.list.Position(p.rows, p.height) }

// Read filters, and says why the marked command has no use now.
func (p *Panel) Read(text string) screen.Reading {
	if text != p.filter {
		p.narrow(text)
	}
	c, _, ok := p.list.Marked(p.rows)
	if !ok {
		return screen.Reading{Fault: true, Words: p.None}
	}
	if why := p.reason(c); why != "" {
		return screen.Reading{Words: why}
	}
	return screen.Reading{Words: "letters filter, recent first; the half-typed line comes back"}
}

// Enter runs the marked command, on the row that was marked before the panel opened.
func (p *Panel) Enter(text string) screen.Outcome {
	p.Read(text)
	c, _, ok := p.list.Marked(p.rows)
	if !ok {
		return screen.Outcome{Check: p.None}
	}
	return p.Run(c, p.reason(c))
}

// Move marks another command.
func (p *Panel) Move(to screen.Move) { screen.Step(&p.list, p.rows, to, p.height) }

// Hints are the commands for the footer.
func (p *Panel) Hints() []screen.Hint {
	return []screen.Hint{
		{Command: keymap.Enter, Word: "run"},
		{Command: keymap.Up, Word: "choose"},
		{Command: keymap.Back, Word: "close"},
	}
}
