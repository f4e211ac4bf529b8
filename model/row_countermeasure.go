package model

import "time"

// Countermeasure is what will change.
type Countermeasure struct {
	ID         ID                  `json:"id"`
	Text       string              `json:"text"`
	Owner      ID                  `json:"owner,omitzero"` // an attendee: a person, or a team that agreed
	By         Date                `json:"by,omitzero"`    // target date
	Kind       CountermeasureKind  `json:"kind,omitzero"`
	DoneWhen   string              `json:"done_when,omitzero"` // how we know it is done
	Ticket     string              `json:"ticket,omitzero"`
	Condition  ID                  `json:"condition,omitzero"` // the learning it addresses
	Event      ID                  `json:"event,omitzero"`     // the row it came up at
	State      CountermeasureState `json:"state"`
	RestUntil  Date                `json:"rest_until,omitzero"` // the day on which a resting one is decided
	Reason     string              `json:"reason,omitzero"`     // why it was declined
	DoneOn     Date                `json:"done_on,omitzero"`
	Closing    string              `json:"closing_note,omitzero"`
	TestedOn   Date                `json:"tested_on,omitzero"` // tested again
	TestResult string              `json:"test_result,omitzero"`
	ReadBack   time.Time           `json:"read_back,omitzero"` // when its owner and date were read out and agreed to
	Private    bool                `json:"private,omitzero"`
	Pos        string              `json:"pos"`
}

// Table returns Countermeasures.
func (Countermeasure) Table() Table { return Countermeasures }

// Key returns the row's id.
func (r Countermeasure) Key() ID { return r.ID }

// Visit shows v every field.
func (r Countermeasure) Visit(v Visitor) Row { r.Fields(v); return r }

// Fields shows v every field, in the order of the store.
func (r *Countermeasure) Fields(v Visitor) {
	v.Key(&r.ID)
	v.Text(&r.Text, Line("Countermeasure").Needed("say what will change").As("text"))
	v.Link(&r.Owner, Attendees, Refers("Owner"))
	v.Day(&r.By, Word("By"))
	v.Word(letters(&r.Kind), Word("Kind").Optional())
	v.Text(&r.DoneWhen, Line("Done when").As("done when"))
	v.Text(&r.Ticket, Line("Ticket"))
	v.Link(&r.Condition, Learnings, Refers("Condition"))
	v.Link(&r.Event, Events, Refers("Event"))
	v.Word(letters(&r.State), Word("State"))
	v.Day(&r.RestUntil, Word("Rest until"))
	v.Text(&r.Reason, Line("Reason").As("reason"))
	v.Day(&r.DoneOn, Word("Done on"))
	v.Text(&r.Closing, Line("Closing note").As("closing"))
	v.Day(&r.TestedOn, Word("Tested on"))
	v.Text(&r.TestResult, Line("Test result").As("test result"))
	v.Time(&r.ReadBack, Word("Read back"))
	v.Private(&r.Private)
	v.Position(&r.Pos)
}

// ParkedIdea is an idea said before its phase; it waits, linked to its place.
type ParkedIdea struct {
	ID             ID        `json:"id"`
	Text           string    `json:"text"`
	Attendee       ID        `json:"attendee,omitzero"` // who said it
	Phase          Phase     `json:"phase,omitzero"`    // where it was said
	Of             Table     `json:"of,omitzero"`       // the row it is linked to, with OfID
	OfID           ID        `json:"of_id,omitzero"`
	ParkedAt       time.Time `json:"parked_at,omitzero"`
	State          IdeaState `json:"state"`
	Countermeasure ID        `json:"countermeasure,omitzero"` // what it became or was merged with
	Reason         string    `json:"reason,omitzero"`         // why it was declined
	Private        bool      `json:"private,omitzero"`
	Pos            string    `json:"pos"`
}

// Table returns ParkedIdeas.
func (ParkedIdea) Table() Table { return ParkedIdeas }

// Key returns the row's id.
func (r ParkedIdea) Key() ID { return r.ID }

// Visit shows v every field.
func (r ParkedIdea) Visit(v Visitor) Row { r.Fields(v); return r }

// Fields shows v every field, in the order of the store.
func (r *ParkedIdea) Fields(v Visitor) {
	v.Key(&r.ID)
	v.Text(&r.Text, Line("Idea").Needed("say it in a few words").As("text"))
	v.Link(&r.Attendee, Attendees, Refers("Attendee"))
	v.Number(number(&r.Phase), 0, int(PhaseClose), Word("Phase").Outside(phaseRange))
	v.About(&r.Of, &r.OfID, Refers("Of"))
	v.Time(&r.ParkedAt, Word("Parked at"))
	v.Word(letters(&r.State), Word("State"))
	v.Link(&r.Countermeasure, Countermeasures, Refers("Countermeasure"))
	v.Text(&r.Reason, Line("Reason").As("reason"))
	v.Private(&r.Private)
	v.Position(&r.Pos)
}
