package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"debrief/ui/paste"
	"debrief/ui/screen"
)

// Limits of a paste: what is larger belongs into a file.
const (
	pasteLimit = 1 << 20
	rowsLimit  = 500
)

// paste takes a paste as text, in any focus: it is never read as commands. Several lines are
// asked about, unless the field holds paragraphs.
func (a *App) paste(text string) tea.Cmd {
	if a.front() != nil && !a.ownsLine() && !a.passesText() {
		return nil
	}
	if len(text) > pasteLimit {
		a.say(check, "the paste is larger than 1 MiB; attach it as a file instead")
		return nil
	}
	a.typing = true
	a.holdField()
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	lines := pastedLines(text)
	f, _ := a.field()
	if len(lines) < 2 || f.Body || a.front() != nil || a.at.Screen == screen.Home {
		a.insert(strings.TrimRight(text, "\n"))
		return nil
	}
	a.pasted = text
	a.openPanel(paste.New(a.env, lines))
	return nil
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
	a.insert(strings.TrimRight(a.pasted, "\n"))
	a.pasted = ""
}

// recordPasted records a row a line, each as if it had been typed. Lines that are not
// understood stay in the capture line.
func (a *App) recordPasted() tea.Cmd {
	lines := pastedLines(a.pasted)
	a.pasted = ""
	var cmds []tea.Cmd
	var left []string
	recorded := 0
	for i, l := range lines {
		if i == rowsLimit {
			left = append(left, lines[i:]...)
			break
		}
		o := a.enterLine(l)
		if o.Edit == nil {
			left = append(left, l)
			continue
		}
		cmd, ok := a.edit(o.Edit, nil)
		if !ok {
			left = append(left, l)
			continue
		}
		recorded++
		cmds = append(cmds, cmd)
	}
	a.said = said{}
	if len(left) > 0 {
		a.holdField()
		a.line.Set(strings.Join(left, "\n"))
		a.say(check, fmt.Sprintf("%d rows recorded; %d lines were not understood and stay in the line", recorded, len(left)))
	} else {
		a.say(done, fmt.Sprintf("%d rows recorded, each can be taken back", recorded))
	}
	return tea.Batch(cmds...)
}
