package model

// DecisionPoint is a card on the discretionary space: one person at one moment, who decided to
// act or not. Judging that decision lies in hindsight; the card asks how it looked then.
type DecisionPoint struct {
	ID       ID     `json:"id"`
	Event    ID     `json:"event"`
	Attendee ID     `json:"attendee,omitzero"`
	Private  bool   `json:"private,omitzero"`
	Pos      string `json:"pos"`
}

// Table returns DecisionPoints.
func (DecisionPoint) Table() Table { return DecisionPoints }

// Key returns the row's id.
func (r DecisionPoint) Key() ID { return r.ID }

// Visit shows v every field.
func (r DecisionPoint) Visit(v Visitor) Row { r.Fields(v); return r }

// Fields shows v every field, in the order of the store.
func (r *DecisionPoint) Fields(v Visitor) {
	v.Key(&r.ID)
	v.Link(&r.Event, Events, Belongs("Event"))
	v.Link(&r.Attendee, Attendees, Refers("Attendee"))
	v.Private(&r.Private)
	v.Position(&r.Pos)
}

// CardLine is one short line in one field of a decision card.
type CardLine struct {
	ID            ID        `json:"id"`
	DecisionPoint ID        `json:"decision_point"`
	Field         CardField `json:"field"`
	Text          string    `json:"text"`
	Attendee      ID        `json:"attendee,omitzero"` // for Teaches: who teaches it
	Private       bool      `json:"private,omitzero"`
	Pos           string    `json:"pos"`
}

// Table returns CardLines.
func (CardLine) Table() Table { return CardLines }

// Key returns the row's id.
func (r CardLine) Key() ID { return r.ID }

// Visit shows v every field.
func (r CardLine) Visit(v Visitor) Row { r.Fields(v); return r }

// Fields shows v every field, in the order of the store.
func (r *CardLine) Fields(v Visitor) {
	v.Key(&r.ID)
	v.Link(&r.DecisionPoint, DecisionPoints, Belongs("Card"))
	v.Word(letters(&r.Field), Word("Card field"))
	v.Text(&r.Text, Line("Line").Needed("say it in a few words").As("text"))
	v.Link(&r.Attendee, Attendees, Refers("Attendee"))
	v.Private(&r.Private)
	v.Position(&r.Pos)
}
