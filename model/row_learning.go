package model

// Learning is something the room learned.
type Learning struct {
	ID       ID           `json:"id"`
	Kind     LearningKind `json:"kind"`
	Text     string       `json:"text"`
	Event    ID           `json:"event,omitzero"`    // the row it came up at
	Attendee ID           `json:"attendee,omitzero"` // who said it; for a question: who answers it
	By       Date         `json:"by,omitzero"`       // for a question: until when
	Seen     string       `json:"seen,omitzero"`     // for a weaker signal: where and when it was seen
	Answer   string       `json:"answer,omitzero"`   // for a question
	Private  bool         `json:"private,omitzero"`
	Pos      string       `json:"pos"`
}

// Table returns Learnings.
func (Learning) Table() Table { return Learnings }

// Key returns the row's id.
func (r Learning) Key() ID { return r.ID }

// Visit shows v every field.
func (r Learning) Visit(v Visitor) Row { r.Fields(v); return r }

// Fields shows v every field, in the order of the store.
func (r *Learning) Fields(v Visitor) {
	v.Key(&r.ID)
	v.Word(letters(&r.Kind), Word("Kind"))
	v.Text(&r.Text, Line("Learning").Needed("say it in a few words").As("text"))
	v.Link(&r.Event, Events, Refers("Event"))
	v.Link(&r.Attendee, Attendees, Refers("Attendee"))
	v.Day(&r.By, Word("By"))
	v.Text(&r.Seen, Line("Seen").As("seen"))
	v.Text(&r.Answer, Line("Answer").As("answer"))
	v.Private(&r.Private)
	v.Position(&r.Pos)
}
