// Package review decides about the words of a change: which of them stop it, which were reworded in
// it, and what becomes of the words that a person answers for.
//
// Change looks through a change before it is recorded. A Stop has four ways on, of which a person
// chooses one in an Answer: reword, park the idea, quote, or dismiss with a reason. Nothing is ever
// changed without an answer, and every answer leaves a row in the receipt, so that "we disallow it"
// (The DevOps Handbook, chapter 19) can be checked without shaming anybody. Findings are what is
// found in the texts of a whole record.
//
// What is prose and what is not is said by model.ProseOf; what is found in it, by model/wording.
package review

import (
	"debrief/model"
	"debrief/model/wording"
)

// People are the words by which the people of a record are called. For a guard that knows them, see
// wording.Guard.For.
func People(p model.Postmortem) []string {
	var people []string
	for _, a := range p.Attendees {
		people = append(append(people, a.Name, a.Handle), a.Other.Words()...)
	}
	return people
}

// Firm returns the findings that stop a text.
func Firm(found []wording.Finding) []wording.Finding {
	var stops []wording.Finding
	for _, f := range found {
		if f.Firm {
			stops = append(stops, f)
		}
	}
	return stops
}

// contextOf is how the guard weighs the words of a row.
func contextOf(row model.Row) wording.Context {
	return wording.Context{Phase: wording.In(model.PhaseOf(row))}
}

// textOf returns the text of a field of a row, "" where there is none.
func textOf(row model.Row, field string) string {
	for _, q := range model.ProseOf(row) {
		if q.Field == field {
			return q.Text
		}
	}
	return ""
}
