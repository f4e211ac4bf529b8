package screen

import (
	"slices"

	"debrief/ui/keymap"
	"debrief/ui/safe"
)

// Command is a command of the key map where it is live.
type Command struct {
	Name keymap.Command
	Off  func() safe.Text // why it has no use here and now, "" where it has; nil: it always has
	Do   func() Outcome
}

// Commands are those that a screen brings.
type Commands []Command

// Off says in one sentence why a command has no use here and now, "" where it has. Of one that is
// not among them the key map says where it works.
func (cs Commands) Off(c keymap.Command, keys *keymap.Table) safe.Text {
	own, ok := cs.find(c)
	switch {
	case !ok:
		return safe.Line(keys.Elsewhere(c))
	case own.Off == nil:
		return ""
	}
	return own.Off()
}

// Do runs a command. One that has no use says why.
func (cs Commands) Do(c keymap.Command, keys *keymap.Table) Outcome {
	if why := cs.Off(c, keys); why != "" {
		return Outcome{Check: why}
	}
	own, _ := cs.find(c)
	return own.Do()
}

// Has tells that a command is among them.
func (cs Commands) Has(c keymap.Command) bool {
	_, ok := cs.find(c)
	return ok
}

func (cs Commands) find(c keymap.Command) (Command, bool) {
	i := slices.IndexFunc(cs, func(own Command) bool { return own.Name == c })
	if i < 0 {
		return Command{}, false
	}
	return cs[i], true
}

// Needs is the Off of a command that has a use only while ok holds. Before, where it is not nil, is asked first.
func Needs(before func() safe.Text, ok func() bool, why safe.Text) func() safe.Text {
	return func() safe.Text {
		if before != nil {
			if first := before(); first != "" {
				return first
			}
		}
		if ok() {
			return ""
		}
		return why
	}
}

// Never are commands that have no use on a screen, and why.
func Never(why safe.Text, names ...keymap.Command) Commands {
	var cs Commands
	for _, c := range names {
		cs = append(cs, Command{Name: c, Off: func() safe.Text { return why }})
	}
	return cs
}

// Fills is a command that begins the line with a text.
func Fills(c keymap.Command, off func() safe.Text, text string) Command {
	return Command{c, off, func() Outcome { return Fill(text) }}
}

// Moves are the commands that move a row by one place.
func (e Env) Moves(label string, off func() safe.Text, marked func() Row) Commands {
	return Commands{
		{keymap.MoveUp, off, func() Outcome { return e.Reorder(label, marked(), -1) }},
		{keymap.MoveDown, off, func() Outcome { return e.Reorder(label, marked(), 1) }},
	}
}
