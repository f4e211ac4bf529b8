package model

// Event is a row of the timeline.
type Event struct {
	ID      ID        `json:"id"`
	When    Moment    `json:"when,omitzero"`
	What    string    `json:"what"`
	Kind    EventKind `json:"kind,omitzero"`
	Starred bool      `json:"starred,omitzero"`
	Private bool      `json:"private,omitzero"`
	After   ID        `json:"after,omitzero"` // for an untimed event: the row it follows
	Pos     string    `json:"pos"`
}

// Table returns Events.
func (Event) Table() Table { return Events }

// Key returns the row's id.
func (r Event) Key() ID { return r.ID }

// Visit shows v every field.
func (r Event) Visit(v Visitor) Row { r.Fields(v); return r }

// Fields shows v every field, in the order of the store.
func (r *Event) Fields(v Visitor) {
	v.Key(&r.ID)
	v.Moment(&r.When, Line("When"))
	v.Text(&r.What, Line("What").Needed("say what happened").As("what"))
	v.Word(letters(&r.Kind), Word("Kind").Optional())
	v.Flag(&r.Starred)
	v.Private(&r.Private)
	v.Link(&r.After, Events, Tie{Name: "After", Place: true})
	v.Position(&r.Pos)
}

// Account is one attendee's perspective on an event.
type Account struct {
	ID       ID     `json:"id"`
	Event    ID     `json:"event"`
	Attendee ID     `json:"attendee,omitzero"` // empty: nobody is named
	Text     string `json:"text,omitzero"`     // body; empty: "this person was there", no words yet
	Source   Source `json:"source"`
	Quoted   bool   `json:"quoted,omitzero"` // kept as a quotation, word for word
	Private  bool   `json:"private,omitzero"`
	Pos      string `json:"pos"`
}

// Table returns Accounts.
func (Account) Table() Table { return Accounts }

// Key returns the row's id.
func (r Account) Key() ID { return r.ID }

// Visit shows v every field.
func (r Account) Visit(v Visitor) Row { r.Fields(v); return r }

// Fields shows v every field, in the order of the store.
func (r *Account) Fields(v Visitor) {
	v.Key(&r.ID)
	v.Link(&r.Event, Events, Belongs("Event"))
	v.Link(&r.Attendee, Attendees, Refers("Attendee"))
	text := Body("Account")
	if !r.Quoted { // what somebody said stands as it was said
		text = text.As("text")
	}
	v.Text(&r.Text, text)
	v.Word(letters(&r.Source), Word("Source"))
	v.Flag(&r.Quoted)
	v.Private(&r.Private)
	v.Position(&r.Pos)
}

// Knowing says when one attendee learned of an event.
type Knowing struct {
	ID       ID           `json:"id"`
	Event    ID           `json:"event"`
	Attendee ID           `json:"attendee,omitzero"` // empty: the people at work on it in general
	State    KnowingState `json:"state"`
	When     Moment       `json:"when,omitzero"` // only where State is KnownAt
	Pos      string       `json:"pos"`
}

// Table returns Knowings.
func (Knowing) Table() Table { return Knowings }

// Key returns the row's id.
func (r Knowing) Key() ID { return r.ID }

// Visit shows v every field.
func (r Knowing) Visit(v Visitor) Row { r.Fields(v); return r }

// Fields shows v every field, in the order of the store.
func (r *Knowing) Fields(v Visitor) {
	v.Key(&r.ID)
	v.Link(&r.Event, Events, Belongs("Event"))
	v.Link(&r.Attendee, Attendees, Refers("Attendee"))
	v.Word(letters(&r.State), Word("Known"))
	v.Moment(&r.When, Line("When"))
	v.Position(&r.Pos)
}

func (r Knowing) rules(say report) {
	if r.State == KnownAt && r.When.IsZero() {
		say.of("Known", "has no time; type one, such as 14:21.")
	}
}
