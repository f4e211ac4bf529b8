package paste

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/ui/desk"
	"debrief/ui/entry"
	"debrief/ui/feature"
	"debrief/ui/screen"
)

// Limits of a paste: what is larger belongs into a file.
const (
	limit     = 1 << 20
	rowsLimit = 500
	step      = 20 // rows a turn of the event loop
)

// pasting is the feature.
type pasting struct {
	feature.Frame
	panel    *Panel // opened last
	text     string // of a paste of several lines, what is still to be recorded
	recorded int
	left     []string // lines that were not understood
}

// more goes on recording rows.
type more struct{}

// Feature is what becomes of a paste.
func Feature(f feature.Frame) feature.Feature {
	p := &pasting{Frame: f}
	return feature.Feature{Update: p.update, Happened: p.happened, Follow: p.next, Commands: []feature.Command{
		{Name: OneRowEach, Do: feature.Act(p.record)},
		{Name: OneLine, Do: feature.Act(p.oneLine)},
	}}
}

func (p *pasting) update(msg tea.Msg) {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		p.paste(msg.Content)
	case more:
		p.record()
	}
}

// paste takes a paste as text, in any focus: it is never read as commands. Several lines are
// asked about, unless the field holds paragraphs.
func (p *pasting) paste(text string) {
	if !p.TakesText() {
		return
	}
	if len(text) > limit {
		p.Check("the paste is larger than 1 MiB; attach it as a file instead")
		return
	}
	p.Type()
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	lines := linesOf(text)
	if f, _ := p.Field(); len(lines) < 2 || f.Body || p.Front() != nil || !p.InMeeting() {
		p.insert(strings.TrimRight(text, "\n"))
		return
	}
	p.begin(text)
	for i := range lines {
		lines[i] = p.Desk.Names().Hide(lines[i])
	}
	p.panel = New(p.Env, lines)
	p.Open(p.panel)
}

// begin lets a paste take the place of one that was not asked for any more.
func (p *pasting) begin(text string) { p.text, p.recorded, p.left = text, 0, nil }

func linesOf(text string) []string {
	var lines []string
	for l := range strings.Lines(text) {
		if l = strings.TrimSpace(l); l != "" {
			lines = append(lines, l)
		}
	}
	return lines
}

func (p *pasting) insert(text string) {
	if rest := p.Line.Insert(text); rest != "" {
		p.Check(fmt.Sprintf("the line is full; the last %d characters found no room, paste them as a row of their own", len([]rune(rest))))
	}
}

// oneLine puts the paste into the line as it is.
func (p *pasting) oneLine() {
	p.Type()
	text, slot := strings.TrimRight(p.text, "\n"), p.Line.Slot()
	at, was := p.Line.Cursor(), p.Line.Value()
	typed := p.Desk.WithNames(slot, was[:at]) + text + p.Desk.WithNames(slot, was[at:])
	p.insert(p.Desk.Names().Hide(text))
	if p.Desk.Names() != nil {
		p.Line.SetOrigin(slot, typed)
	}
	p.begin("")
}

// record records a row a line, each as if it had been typed, some at a time so that keys
// work meanwhile. Lines that are not understood, that the guard stops, or too many, wait and come
// into the capture line one by one, when what was typed there is recorded.
func (p *pasting) record() {
	lines := linesOf(p.text)
	now := min(len(lines), step)
	for _, l := range lines[:now] {
		if p.recorded < rowsLimit {
			if o := p.EnterLine(l); o.Edit != nil && p.Edit(o.Edit) {
				p.recorded++
				continue
			}
		}
		p.left = append(p.left, l)
	}
	p.text = strings.Join(lines[now:], "\n")
	if now < len(lines) && p.Desk.Sheet != nil {
		p.Run(func() tea.Msg { return more{} })
		return
	}
	recorded, left := p.recorded, p.left
	p.begin("")
	if len(left) == 0 {
		p.Done(fmt.Sprintf("%d rows recorded, each can be taken back", recorded))
		return
	}
	p.Desk.Put(p.waits(), strings.Join(left, "\n"))
	p.Check(fmt.Sprintf("%d recorded; %d to look at again, one after the other in the line", recorded, len(left)))
}

// waits is where lines of a paste wait, also on disk, that could not be recorded as they are.
func (p *pasting) waits() entry.Slot { return p.Slot(screen.Key{Field: "pasted"}) }

// next puts the next of these lines into the line as soon as nothing stands there that is
// not recorded.
func (p *pasting) next() {
	if !p.InMeeting() || !p.Quiet() {
		return
	}
	waits := p.waits()
	t := p.Line.Text(waits)
	if !t.Waits {
		return
	}
	next, rest, _ := strings.Cut(p.Desk.WithNames(waits, t.Words), "\n")
	p.Desk.Put(waits, rest)
	p.Desk.Put(p.Line.Slot(), next)
	if t.Private {
		p.Line.SetPrivate(p.Line.Slot())
	}
	p.Type()
	if words, done := p.Said(); done {
		p.Done(fmt.Sprintf("%s; %d more of the paste", words, 1+strings.Count(rest, "\n")+min(len(rest), 1)))
	}
}

// happened keeps a paste from a room that sees the screen from now on: its lines come into the line one by
// one, unseen. It takes out of it what was removed for good.
func (p *pasting) happened(event any) {
	switch e := event.(type) {
	case desk.Shared:
		p.Close(p.panel)
		if p.text != "" {
			p.Desk.Put(p.waits(), p.text)
			p.Line.SetPrivate(p.waits())
			p.begin("")
		}
	case desk.Purged:
		for i := range p.left {
			p.left[i], _ = model.Replaced(p.left[i], e.Texts)
		}
		p.text, _ = model.Replaced(p.text, e.Texts)
	}
}
