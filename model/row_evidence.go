package model

import "time"

// Artefact is a chat log, ticket, graph, customer post, external message, file or link.
type Artefact struct {
	ID      ID           `json:"id"`
	Kind    ArtefactKind `json:"kind"`
	Title   string       `json:"title"`
	URL     string       `json:"url,omitzero"`  // address or path
	Text    string       `json:"text,omitzero"` // body: the words of a message, where they are short
	Private bool         `json:"private,omitzero"`
	Pos     string       `json:"pos"`
}

// Table returns Artefacts.
func (Artefact) Table() Table { return Artefacts }

// Key returns the row's id.
func (r Artefact) Key() ID { return r.ID }

// Visit shows v every field.
func (r Artefact) Visit(v Visitor) Row { r.Fields(v); return r }

// Fields shows v every field, in the order of the store.
func (r *Artefact) Fields(v Visitor) {
	v.Key(&r.ID)
	v.Word(letters(&r.Kind), Word("Kind"))
	v.Text(&r.Title, Line("Title"))
	v.Text(&r.URL, Line("Address"))
	v.Text(&r.Text, Body("Text"))
	v.Private(&r.Private)
	v.Position(&r.Pos)
}

func (r Artefact) rules(say report) {
	say.needed("Artefact", r.Title+r.URL+r.Text, "give a title or an address")
}

// Evidence ties a row to a place in an artefact.
type Evidence struct {
	ID       ID        `json:"id"`
	Of       Table     `json:"of"` // the row it speaks for, with OfID
	OfID     ID        `json:"of_id"`
	Artefact ID        `json:"artefact,omitzero"`
	Lines    string    `json:"lines,omitzero"` // "118-130"
	URL      string    `json:"url,omitzero"`
	At       time.Time `json:"at,omitzero"`
	Quote    string    `json:"quote,omitzero"`    // body: the quoted text
	Attendee ID        `json:"attendee,omitzero"` // who answers for it
	Private  bool      `json:"private,omitzero"`
	Pos      string    `json:"pos"`
}

// Table returns EvidenceRows.
func (Evidence) Table() Table { return EvidenceRows }

// Key returns the row's id.
func (r Evidence) Key() ID { return r.ID }

// Visit shows v every field.
func (r Evidence) Visit(v Visitor) Row { r.Fields(v); return r }

// Fields shows v every field, in the order of the store.
func (r *Evidence) Fields(v Visitor) {
	v.Key(&r.ID)
	v.About(&r.Of, &r.OfID, Belongs("Of"))
	v.Link(&r.Artefact, Artefacts, Tie{Name: "Artefact", Hangs: true})
	v.Text(&r.Lines, Line("Lines").Unsought())
	v.Text(&r.URL, Line("Address"))
	v.Time(&r.At, Word("At"))
	v.Text(&r.Quote, Body("Quotation"))
	v.Link(&r.Attendee, Attendees, Refers("Attendee"))
	v.Private(&r.Private)
	v.Position(&r.Pos)
}

func (r Evidence) rules(say report) {
	say.hangs(r.Of, EvidenceRows)
}

// Note is the facilitator's text, of a row or of a phase.
type Note struct {
	ID      ID     `json:"id"`
	Phase   Phase  `json:"phase,omitzero"`
	Of      Table  `json:"of,omitzero"`
	OfID    ID     `json:"of_id,omitzero"`
	Text    string `json:"text"` // body
	Private bool   `json:"private,omitzero"`
	Pos     string `json:"pos"`
}

// Table returns Notes.
func (Note) Table() Table { return Notes }

// Key returns the row's id.
func (r Note) Key() ID { return r.ID }

// Visit shows v every field.
func (r Note) Visit(v Visitor) Row { r.Fields(v); return r }

// Fields shows v every field, in the order of the store.
func (r *Note) Fields(v Visitor) {
	v.Key(&r.ID)
	v.Number(number(&r.Phase), 0, int(PhaseClose), Word("Phase").Outside(phaseRange))
	v.About(&r.Of, &r.OfID, Tie{Name: "Of", Hangs: true})
	text := Body("Note").Needed("say it in a few words")
	if !r.Private { // what one notes for oneself is in no meeting and on no page
		text = text.As("text")
	}
	v.Text(&r.Text, text)
	v.Private(&r.Private)
	v.Position(&r.Pos)
}

func (r Note) rules(say report) {
	say.hangs(r.Of, Notes)
}
