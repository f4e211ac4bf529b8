package model

import "strings"

// Problem says in one sentence which field cannot be recorded as it is, and what to do. It is
// shown under the field.
type Problem struct {
	Field string // by the name that people read
	Words string
	// The row, where Check found the problem; zero where it is one of the record as a whole, or
	// of what somebody types.
	Table Table
	ID    ID
}

func (p Problem) Error() string { return p.Words }

// Name returns the field's name in the JSON form.
func (p Problem) Name() string {
	switch p.Field {
	case "Time zone":
		return "zone"
	case "In short":
		return "tldr"
	case "Line", "Account", "Learning", "Countermeasure", "Idea", "Note", "Found words", "Signal":
		return "text"
	case "Artefact":
		return "title"
	case "Card field":
		return "field"
	case "Card":
		return "decision_point"
	case "Quotation":
		return "quote"
	case "Address":
		return "url"
	case "Known":
		return "state"
	case "Milestone":
		return "when"
	case "Position":
		return "pos"
	}
	return strings.NewReplacer(" ", "_", "-", "_").Replace(strings.ToLower(p.Field))
}
