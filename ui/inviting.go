package ui

import (
	"errors"
	"io/fs"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/invitation"
	"debrief/ui/entry"
	"debrief/ui/invite"
	"debrief/ui/terminal"
)

// openInvitation shows the invitation. It is made of what the room may see, also where the screen
// counts as private: it goes to more people than those who look at the screen.
func (a *App) openInvitation() tea.Cmd {
	a.openPanel(invite.New(a.env, func() string {
		x := model.NewIndex(model.For(a.session.record, model.ForRoom))
		x.Zone = a.session.index.Zone
		return invitation.Text(x, a.options.Word)
	}))
	return nil
}

func (a *App) invitePanel() *invite.Panel {
	p, _ := a.front().(*invite.Panel)
	return p
}

// copyInvitation copies it to the clipboard, where the terminal lets it.
func (a *App) copyInvitation() tea.Cmd {
	p := a.invitePanel()
	if p == nil {
		return nil
	}
	cmd, err := terminal.Clipboard(p.Text())
	if err != nil {
		a.say(check, sentence(err))
		return nil
	}
	a.say(done, "Copied, where the terminal lets programs copy")
	return cmd
}

// writeInvitation writes it to a new file.
func (a *App) writeInvitation(name string) tea.Cmd {
	p := a.invitePanel()
	if p == nil {
		return nil
	}
	path := a.expand(name)
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	text, write := []byte(p.Text()), a.options.WriteFile
	return func() tea.Msg { return invitationWritten{path: path, err: write(path, text, false)} }
}

func (a *App) invitationWritten(msg invitationWritten) tea.Cmd {
	switch {
	case errors.Is(msg.err, fs.ErrExist):
		a.say(check, "a file of this name is there; type another name")
		return nil
	case msg.err != nil:
		a.say(check, sentence(msg.err))
		return nil
	}
	a.say(done, "Written: "+a.pathShown(msg.path))
	if a.invitePanel() == nil {
		return nil
	}
	_, slot := a.field()
	return a.pushDrafts(a.settle([]entry.Slot{slot}))
}
