package entry

import (
	"debrief/model"
	"debrief/model/edit"
	"debrief/ui/screen"
)

// SetNote changes the text of a note; without one the note goes. A note without an id is a new one. It is
// private: it is drawn only while the screen is not shared.
func SetNote(ed edit.Editor, p model.Postmortem, n model.Note) (model.Postmortem, error) {
	switch {
	case n.ID == "":
		n.Private = true
		p, _, err := ed.Add(p, n)
		return p, err
	case n.Text == "":
		return ed.Remove(p, model.Notes, n.ID)
	}
	return screen.Change(n.ID, func(p model.Postmortem, now model.Note) (model.Postmortem, error) {
		now.Text = n.Text
		return ed.Set(p, now)
	})(p)
}
