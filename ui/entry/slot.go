package entry

import (
	"strings"

	"debrief/model"
	"debrief/ui/screen"
)

// Slot names a text that is being typed: a field of a place.
type Slot struct {
	Place screen.Name
	screen.Key
}

// privateDraft begins the field of a draft that is not for the room.
const privateDraft = "private:"

// Draft is a text of the slot as it stands on disk. Window, record and time are the caller's to say.
func (s Slot) Draft(text string, private bool) model.Draft {
	d := model.Draft{Place: string(s.Place), Field: s.String(), Text: text}
	if private {
		d.Field = privateDraft + d.Field
	}
	return d
}

// SlotOf is the slot of a draft on disk, and whether its text is not for the room.
func SlotOf(d model.Draft) (s Slot, private bool) {
	field, private := strings.CutPrefix(d.Field, privateDraft)
	return Slot{screen.Name(d.Place), screen.ParseKey(field)}, private
}
