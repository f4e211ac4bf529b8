package invite

import (
	"errors"
	"io/fs"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/invitation"
	"debrief/model/names"
	"debrief/ui/desk"
	"debrief/ui/feature"
	"debrief/ui/keymap"
	"debrief/ui/screen"
)

// inviting is the feature.
type inviting struct {
	feature.Frame
	panel *Panel // opened last
}

// written is the answer of the disk.
type written struct {
	path string
	err  error
}

// Feature is the invitation to the meeting.
func Feature(f feature.Frame) feature.Feature {
	i := &inviting{Frame: f}
	return feature.Feature{Update: i.update, Commands: []feature.Command{
		{Name: keymap.Invite, Off: f.InRecord, Do: feature.Opens(i.open)},
		{Name: Copy, Do: i.copy},
		{Name: Save, Do: i.save},
	}}
}

// open shows the invitation, without names while they are off.
func (i *inviting) open() *Panel {
	i.panel = New(i.Env, func() string { return i.Desk.Names().Hide(i.text()) }, i.Desk.Names() != nil)
	return i.panel
}

// text is made of what the room may see, also where the screen counts as private: it goes to
// more people than those who look at the screen. It names people.
func (i *inviting) text() string {
	p := i.Desk.Record
	p.Header.NamesOff = false
	x := model.NewIndex(names.For(p, model.ForRoom))
	x.Zone = i.Desk.Index.Zone
	return invitation.Text(x, i.Word)
}

// copy copies it to the clipboard, where the terminal lets it.
func (i *inviting) copy(string) screen.Outcome {
	cmd, err := i.Copy(i.text())
	if err != nil {
		return screen.Refuse(desk.Sentence(err))
	}
	return screen.Outcome{Done: "Copied, where the terminal lets programs copy", Cmd: cmd}
}

// save writes it to a new file.
func (i *inviting) save(name string) screen.Outcome {
	path, text := i.Path("", name), []byte(i.text())
	return screen.Outcome{Cmd: func() tea.Msg { return written{path, i.WriteFile(path, text, false)} }}
}

func (i *inviting) update(msg tea.Msg) {
	w, ok := msg.(written)
	switch {
	case !ok:
	case errors.Is(w.err, fs.ErrExist):
		i.Check("a file of this name is there; type another name")
	case w.err != nil:
		i.Check(desk.Sentence(w.err))
	default:
		i.Done("Written: " + i.Shown(w.path))
		if i.Front() == screen.Panel(i.panel) {
			_, slot := i.Field()
			i.Desk.Settle(slot)
		}
	}
}
