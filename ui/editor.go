package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"debrief/ui/desk"
	"debrief/ui/terminal"
)

// editorClosed brings the text back from the person's editor.
type editorClosed struct {
	text string
	body bool
	err  error
}

// openEditor opens the line, or the field in it, in the person's editor.
func (a *App) openEditor() {
	a.holdField()
	f, _ := a.field()
	if f.Unseen {
		a.say(check, "the room must not see this text, and an editor shows it; mark the screen as private first")
		return
	}
	cmd, read, err := terminal.Editor("line.md", a.line.Value(), a.options.Getenv)
	if err != nil {
		a.say(check, desk.Sentence(err))
		return
	}
	body := f.Body
	a.effect(terminal.InFront(cmd, func(err error) tea.Msg {
		text, err := read(err)
		return editorClosed{text: text, body: body, err: err}
	}))
}

func (a *App) editorClosed(msg editorClosed) {
	if msg.err != nil {
		a.say(check, desk.Sentence(msg.err))
		return
	}
	text := trimmed(msg.text, msg.body)
	a.holdField()
	a.line.Set(text)
	a.focus.typeOn()
	a.say(done, "Back from the editor; Enter records the line")
}

// trimmed is the text that came back from an editor: a line has no line breaks at its end, and
// only a field that holds paragraphs keeps those inside.
func trimmed(text string, body bool) string {
	text = strings.TrimRight(text, "\n\r\t ")
	if body {
		return text
	}
	return strings.Join(strings.Fields(text), " ")
}
