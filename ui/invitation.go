package ui

import (
	"errors"
	"io/fs"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/invitation"
	"debrief/model/names"
	"debrief/ui/desk"
	"debrief/ui/invite"
	"debrief/ui/terminal"
)

// openInvitation shows the invitation, without names while they are off.
func (a *App) openInvitation() {
	a.openPanel(invite.New(a.env, func() string { return a.desk.Names().Hide(a.invitation()) }, a.desk.Names() != nil))
}

// invitation is made of what the room may see, also where the screen counts as private: it goes to
// more people than those who look at the screen. It names people.
func (a *App) invitation() string {
	p := a.desk.Record
	p.Header.NamesOff = false
	x := model.NewIndex(names.For(p, model.ForRoom))
	x.Zone = a.desk.Index.Zone
	return invitation.Text(x, a.options.Word)
}

func (a *App) invitePanel() *invite.Panel {
	p, _ := a.front().(*invite.Panel)
	return p
}

// copyInvitation copies it to the clipboard, where the terminal lets it.
func (a *App) copyInvitation() {
	if a.invitePanel() == nil {
		return
	}
	cmd, err := terminal.Clipboard(a.invitation())
	if err != nil {
		a.say(check, desk.Sentence(err))
		return
	}
	a.say(done, "Copied, where the terminal lets programs copy")
	a.effect(cmd)
}

// writeInvitation writes it to a new file.
func (a *App) writeInvitation(name string) {
	if a.invitePanel() == nil {
		return
	}
	path := a.expand(name)
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	text, write := []byte(a.invitation()), a.options.WriteFile
	a.effect(func() tea.Msg { return invitationWritten{path: path, err: write(path, text, false)} })
}

func (a *App) invitationWritten(msg invitationWritten) {
	switch {
	case errors.Is(msg.err, fs.ErrExist):
		a.say(check, "a file of this name is there; type another name")
		return
	case msg.err != nil:
		a.say(check, desk.Sentence(msg.err))
		return
	}
	a.say(done, "Written: "+a.pathShown(msg.path))
	if a.invitePanel() == nil {
		return
	}
	_, slot := a.field()
	a.desk.Settle(slot)
}
