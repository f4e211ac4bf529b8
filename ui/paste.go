package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"debrief/ui/entry"
	"debrief/ui/paste"
	"debrief/ui/screen"
)

// Limits of a paste: what is larger belongs into a file.
const (
	pasteLimit = 1 << 20
	rowsLimit  = 500
	pasteStep  = 20 // rows a turn of the event loop
)

// pasted is a paste of several lines on its way into the record.
type pasted struct {
	text     string // what is still to be recorded
	recorded int
	left     []string // lines that were not understood
}

// paste takes a paste as text, in any focus: it is never read as commands. Several lines are
// asked about, unless the field holds paragraphs.
func (a *App) paste(text string) {
	if a.front() != nil && !a.ownsLine() && !a.passesText() {
		return
	}
	if len(text) > pasteLimit {
		a.say(check, "the paste is larger than 1 MiB; attach it as a file instead")
		return
	}
	a.typing = true
	a.holdField()
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	lines := pastedLines(text)
	f, _ := a.field()
	if len(lines) < 2 || f.Body || a.front() != nil || a.at.Screen == screen.Home {
		a.insert(strings.TrimRight(text, "\n"))
		return
	}
	a.pasted = pasted{text: text}
	for i := range lines {
		lines[i] = a.desk.Names().Hide(lines[i])
	}
	a.openPanel(paste.New(a.env, lines))
}

func pastedLines(text string) []string {
	var lines []string
	for l := range strings.Lines(text) {
		if l = strings.TrimSpace(l); l != "" {
			lines = append(lines, l)
		}
	}
	return lines
}

func (a *App) insert(text string) {
	if rest := a.line.Insert(text); rest != "" {
		a.say(check, fmt.Sprintf("the line is full; the last %d characters found no room, paste them as a row of their own", len([]rune(rest))))
	}
}

// insertPasted puts the paste into the line as it is.
func (a *App) insertPasted() {
	a.holdField()
	text, slot := strings.TrimRight(a.pasted.text, "\n"), a.line.Slot()
	at, was := a.line.Cursor(), a.line.Value()
	typed := a.desk.WithNames(slot, was[:at]) + text + a.desk.WithNames(slot, was[at:])
	a.insert(a.desk.Names().Hide(text))
	if a.desk.Names() != nil {
		a.line.SetOrigin(slot, typed)
	}
	a.pasted = pasted{}
}

// recordPasted records a row a line, each as if it had been typed, some at a time so that keys
// work meanwhile. Lines that are not understood, that the guard stops, or too many, wait and come
// into the capture line one by one, when what was typed there is recorded.
func (a *App) recordPasted() {
	lines := pastedLines(a.pasted.text)
	now := min(len(lines), pasteStep)
	for _, l := range lines[:now] {
		if a.pasted.recorded == rowsLimit {
			a.pasted.left = append(a.pasted.left, l)
			continue
		}
		o := a.enterLine(l)
		if o.Edit == nil {
			a.pasted.left = append(a.pasted.left, l)
			continue
		}
		if !a.edit(o.Edit, nil) {
			a.pasted.left = append(a.pasted.left, l)
			continue
		}
		a.pasted.recorded++
	}
	a.pasted.text = strings.Join(lines[now:], "\n")
	if now < len(lines) && a.desk.Sheet != nil {
		a.effect(func() tea.Msg { return pasteMore{} })
		return
	}
	p := a.pasted
	a.pasted = pasted{}
	if len(p.left) == 0 {
		a.say(done, fmt.Sprintf("%d rows recorded, each can be taken back", p.recorded))
		return
	}
	a.desk.Put(a.pastedSlot(), strings.Join(p.left, "\n"))
	a.say(check, fmt.Sprintf("%d recorded; %d to look at again, one after the other in the line", p.recorded, len(p.left)))
}

// pastedSlot is where lines of a paste wait, also on disk, that could not be recorded as they are.
func (a *App) pastedSlot() entry.Slot { return a.slot(screen.Key{Field: "pasted"}) }

// nextPasted puts the next of these lines into the line as soon as nothing stands there that is
// not recorded.
func (a *App) nextPasted() {
	if a.desk.Sheet == nil || a.atHome() || a.front() != nil || a.finding || a.line.Changed() {
		return
	}
	waits := a.pastedSlot()
	t := a.line.Text(waits)
	if !t.Waits {
		return
	}
	next, rest, _ := strings.Cut(a.desk.WithNames(waits, t.Words), "\n")
	a.desk.Put(waits, rest)
	a.desk.Put(a.line.Slot(), next)
	if t.Private {
		a.line.SetPrivate(a.line.Slot())
	}
	a.typing = true
	if a.said.label == done {
		a.say(done, fmt.Sprintf("%s; %d more of the paste", a.said.words, 1+strings.Count(rest, "\n")+min(len(rest), 1)))
	}
}
