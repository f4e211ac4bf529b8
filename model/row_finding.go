package model

import "time"

// Finding is a place in a text where the wording guard asked for another wording, and what
// became of it; the findings together are the wording receipt.
type Finding struct {
	ID       ID             `json:"id"`
	Of       Table          `json:"of,omitzero"`
	OfID     ID             `json:"of_id,omitzero"`
	Field    string         `json:"field,omitzero"`
	Category string         `json:"category"`
	Rule     string         `json:"rule"`
	Firm     bool           `json:"firm,omitzero"`
	Text     string         `json:"text"` // the words that were found
	Outcome  FindingOutcome `json:"outcome"`
	Reason   string         `json:"reason,omitzero"`
	At       time.Time      `json:"at,omitzero"`
	Private  bool           `json:"private,omitzero"`
	Pos      string         `json:"pos"`
}

// Table returns Findings.
func (Finding) Table() Table { return Findings }

// Key returns the row's id.
func (r Finding) Key() ID { return r.ID }

// Visit shows v every field.
func (r Finding) Visit(v Visitor) Row { r.Fields(v); return r }

// Fields shows v every field, in the order of the store.
func (r *Finding) Fields(v Visitor) {
	v.Key(&r.ID)
	v.About(&r.Of, &r.OfID, Refers("Of"))
	v.Text(&r.Field, Word("Field"))
	v.Text(&r.Category, Word("Category"))
	v.Text(&r.Rule, Word("Rule"))
	v.Flag(&r.Firm)
	v.Text(&r.Text, Body("Found words").Unsought())
	v.Word(letters(&r.Outcome), Word("Outcome"))
	v.Text(&r.Reason, Line("Reason").Unsought().As("reason")) // the page prints why words were kept
	v.Time(&r.At, Word("At"))
	v.Private(&r.Private)
	v.Position(&r.Pos)
}

func (r Finding) rules(say report) {
	say.hangs(r.Of, Findings)
}
