package ui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/ui/keymap"
	"debrief/ui/screen"
)

// typedAhead is how long a panel that opened by itself ignores keys: a fast typist's next word
// is not an answer.
const typedAhead = 300 * time.Millisecond

func (a *App) key(msg tea.KeyPressMsg) {
	key := msg.String()
	everywhere, _ := a.keys.Lookup(keymap.Everywhere, key)
	if a.atHome() && !a.homeLoaded && everywhere != keymap.Leave {
		a.early = append(a.early, msg) // what Enter means is known once the list is there
		return
	}
	// To leave is no answer of any panel: asked twice, it is done.
	if n := len(a.panels); n > 0 && everywhere != keymap.Leave && a.panels[n-1].Sudden() && a.options.Now().Sub(a.panels[n-1].opened) < typedAhead && !a.goesToLine(msg) {
		a.tellTyped(msg)
		return
	}
	a.said = said{}
	if c, ok := a.keys.Lookup(keymap.Everywhere, key); ok {
		a.focus.end(going)
		a.command(c)
		return
	}
	if (a.front() != nil && (a.focus.isTyping() || !a.passesText())) || a.focus.mode == finding {
		a.typed(msg)
		return
	}
	if a.focus.mode == going {
		a.focus.end(going)
		if c, ok := a.keys.Lookup(keymap.AfterGo, key); ok {
			a.command(c)
			return
		}
		a.say(check, "g and a digit: 0 is home, 1 to 7 are the phases")
		return
	}
	if a.focus.isTyping() {
		if a.line.Empty() {
			if c, ok := a.keys.Lookup(keymap.EmptyLine, key); ok {
				a.command(c)
				return
			}
		}
		a.typed(msg)
		return
	}
	if letter, ok := altLetter(key); ok {
		key = letter // a slow line may join Esc and a letter to alt+letter
	}
	if c, ok := a.keys.Lookup(keymap.List, key); ok {
		a.command(c)
		return
	}
	if beginsEntry(msg.Text) {
		a.focus.typeOn()
		a.holdField()
		if a.parksBeside(msg.Text) {
			return
		}
		a.typed(msg)
	}
}

// goesToLine tells that a key which was typed ahead belongs to the line behind the panel: words
// are never lost, only answers that nobody meant are.
func (a *App) goesToLine(msg tea.KeyPressMsg) bool {
	if !a.passesText() {
		return false
	}
	c, _ := a.keys.Lookup(keymap.Everywhere, msg.String())
	return msg.Text != "" || c == "" || (c == keymap.Enter && !a.line.Empty())
}

func altLetter(key string) (string, bool) {
	letter, ok := strings.CutPrefix(key, "alt+")
	return letter, ok && len(letter) == 1
}

// beginsEntry tells that a character in the list begins an entry rather than asks for a command.
func beginsEntry(text string) bool {
	return len(text) == 1 && (text[0] >= '0' && text[0] <= '9' || strings.Contains("@~+>!\"", text))
}

// tellTyped tells the panel in front that a letter was typed.
func (a *App) tellTyped(msg tea.KeyPressMsg) {
	if p, ok := a.front().(interface{ Typed() }); ok && msg.Text != "" {
		p.Typed()
	}
}

// typed gives a key to the line.
func (a *App) typed(msg tea.KeyPressMsg) {
	a.tellTyped(msg)
	if a.front() != nil && !a.ownsLine() && !a.passesText() {
		return
	}
	if letter, ok := altLetter(msg.String()); ok && !strings.Contains("bdf", letter) {
		if c, known := a.keys.Lookup(keymap.List, letter); known && a.front() == nil && a.focus.mode != finding {
			a.command(c)
			return
		}
		return
	}
	a.holdField()
	if a.line.Empty() && msg.Text == " " {
		return // an entry never begins with a space
	}
	if a.line.Update(msg) {
		a.desk.Undo.Typed()
	}
	if p := a.front(); p != nil && a.ownsLine() {
		p.Read(a.line.Value())
	}
}

// passesText tells that the panel in front lets characters through to the screen's line.
func (a *App) passesText() bool {
	p, ok := a.front().(interface{ PassesText() bool })
	return ok && p.PassesText()
}

// command runs a command of the key map, wherever its key was found: what works over panels, the panel
// in front, or what is run from the list.
func (a *App) command(c keymap.Command) {
	switch p := a.front(); {
	case p == nil || a.commands[c].Over:
		a.run(c, "")
	case !a.focus.isTyping() && a.passesText():
		// It came over the list by itself: a letter is no text, and no command for a row that is not marked.
		a.say(check, a.keys.Key(keymap.Back)+" puts the question aside; then letters are commands again")
	default:
		a.do(p.Do(c))
	}
}

func (a *App) move(to screen.Move) {
	if p := a.front(); p != nil {
		p.Move(to)
		return
	}
	a.focus.end(finding)
	a.current().Move(to)
}

// tab completes the open word; else it goes to the next field of a form; else to the next phase.
func (a *App) tab(c keymap.Command) {
	step := 1
	if c == keymap.Previous {
		step = -1
	}
	if a.focus.isTyping() || a.ownsLine() {
		if r := a.read(); a.line.Complete(r.Candidates, step) {
			return
		}
	}
	if p := a.front(); p != nil {
		a.do(p.Do(c))
		return
	}
	if own := a.current().Commands(); own.Has(c) { // it has no phases to go through
		a.do(own.Do(c, a.keys))
		return
	}
	if a.line.Changed() {
		a.say(check, "Enter records the line first; with Esc and g it waits here")
		return
	}
	phase := a.at.Screen.Phase() + model.Phase(step)
	if phase < model.PhaseOpen || phase > model.PhaseClose {
		a.say(check, map[int]string{1: "Close is the last phase; g 0 is home", -1: "Open is the first phase; g 0 is home"}[step])
		return
	}
	a.goTo(screen.Place{Screen: screen.OfPhase(phase), Postmortem: a.desk.ID()})
}

// back goes one step back: panel, words to find, then from typing to the list. It discards
// nothing.
func (a *App) back() {
	switch {
	case a.front() != nil:
		a.do(a.front().Do(keymap.Back))
	case a.focus.mode == finding:
		a.focus = focus{}
	case a.focus.mode == going:
		a.focus.end(going)
	case a.focus.mode == parking:
		a.focus = focus{}
	default:
		a.focus.to(listing)
		if own := a.current().Commands(); own.Off(keymap.Back, a.keys) == "" {
			a.do(own.Do(keymap.Back, a.keys)) // a step of the screen's own, such as a merge
		}
	}
}

func (a *App) enter() {
	text := a.line.Value()
	if a.focus.mode == finding {
		a.say(done, string(a.current().Find(text)))
		a.current().Move(screen.Down)
		a.current().Find(text)
		return
	}
	if f, slot := a.ownField(); a.desk.Hides(slot) && !f.Unseen {
		a.say(check, string(screen.NotForRoom))
		return
	}
	if a.guard.Panel() != nil {
		a.guard.Answer()
		return
	}
	if p := a.front(); p != nil {
		if _, own := p.Field(); own || text == "" || !a.passesText() {
			a.do(p.Enter(a.desk.AsTyped(a.line.Slot(), text)), a.line.Slot())
			return
		}
		if chosen, ok := p.(interface{ Chosen() bool }); ok && chosen.Chosen() {
			a.do(p.Enter(text))
			return
		}
	}
	a.do(a.enterLine(a.desk.AsTyped(a.line.Slot(), text)), a.line.Slot())
}

func (a *App) click(msg tea.MouseClickMsg) {
	m := msg.Mouse()
	if m.Button == tea.MouseLeft && m.Y == a.height-1 {
		if c, ok := a.hintAt(m.X); ok {
			a.said = said{}
			a.command(c)
			return
		}
	}
	row := m.Y - 2
	if a.layout.missing {
		row--
	}
	if m.Button == tea.MouseLeft && row >= 0 && row < a.layout.body && a.front() == nil {
		a.said = said{}
		a.current().Click(row)
	}
}

func (a *App) wheel(msg tea.MouseWheelMsg) {
	to := screen.Down
	if msg.Mouse().Button == tea.MouseWheelUp {
		to = screen.Up
	}
	if p := a.front(); p != nil {
		p.Move(to)
	} else {
		a.current().Move(to)
	}
}
