package review

import (
	"strings"

	"debrief/model"
	"debrief/model/capture"
	"debrief/model/wording"
)

// Stop is a text that waits for an answer because of the words in it.
type Stop struct {
	Row   model.RowChange // that brings the text
	Field string
	Text  string
	Found []wording.Finding // the firm ones in Text; all that are left where it is recorded
	Who   string            // the handle of who said it, as far as the change knows
	// Recorded tells that nothing was stopped: the text is recorded already.
	Recorded bool
	// Fault says why the line as it is now cannot be recorded at all, "" where it can.
	Fault string
}

// Recorded is the Stop of a text that is recorded already, of whose findings these are left; false
// where its row is gone. A soft finding never stopped anything, and a false alarm that nobody can
// answer would be counted for ever.
func Recorded(p model.Postmortem, at model.ProseAt, left []wording.Finding) (Stop, bool) {
	row, ok := p.Row(at.Table, at.ID)
	change := model.RowChange{Table: at.Table, ID: at.ID, Before: row, After: row}
	return Stop{
		Row: change, Field: at.Field, Text: textOf(row, at.Field), Found: left,
		Who: handleOf(p, speaker(p, model.Change{}, change)), Recorded: true,
	}, ok
}

// Context is how the guard weighs the words of the text.
func (s Stop) Context() wording.Context { return contextOf(s.Row.After) }

// Halves proposes what to record in the place of the text and which idea to park, "" for none.
func (s Stop) Halves(by *wording.Guard) (fact, idea string) {
	if s.Recorded && len(Firm(s.Found)) == 0 {
		fact = s.Text
	} else {
		fact, idea = halves(by, textOf(s.Row.Before, s.Field), s.Text, s.Context())
	}
	if s.isIdea() {
		fact = "" // what did not happen is no countermeasure
	}
	return fact, idea
}

// InPlace tells that a quotation stays in the text: where it is recorded already, and in a field that
// says something of its row. The words that a row consists of are not replaced by what somebody said
// of it.
func (s Stop) InPlace() bool {
	return s.Row.Before != nil && s.Row.Table != model.Accounts && (s.Recorded || s.Field != "what" && s.Field != "text")
}

// isIdea tells that the text is what shall be, of which no fact can take the place.
func (s Stop) isIdea() bool {
	return (s.Row.Table == model.Countermeasures || s.Row.Table == model.ParkedIdeas) && s.Field == "text"
}

// found is what is found of the kind that the stop is about: firm words, or all where nothing was
// stopped.
func (s Stop) found(by *wording.Guard, text string) []wording.Finding {
	found := by.Check(text, s.Context())
	if s.Recorded {
		return found
	}
	return Firm(found)
}

// Way is a way on from a text that was stopped.
type Way int

// The ways on, first the one that changes least.
const (
	Reword  Way = iota // change the words
	Park               // record the fact, keep the idea
	Quote              // keep it as what somebody said
	Dismiss            // keep the words, with a reason
)

// Answer is what a person chose.
type Answer struct {
	Way    Way
	Fact   string // "" records no fact
	Idea   string
	Who    string // "@handle"; "" names nobody
	Reason string
}

// Label is the label of the change that carries out the answer, where the change that was stopped
// has one of its own.
func (a Answer) Label(own string) string {
	switch {
	case a.Way == Park && a.Fact == "":
		return "Idea parked"
	case a.Way == Park:
		return "Fact recorded, idea parked"
	case a.Way == Quote:
		return "Quotation kept"
	}
	return own
}

// Settle returns how the answer is carried out, or says in a sentence what it lacks. People are those
// by whose names a quotation may be told.
func (s Stop) Settle(by *wording.Guard, people capture.People, a Answer) (Settlement, string) {
	settlement := Settlement{stop: s, answer: a}
	firm := func(text string) bool { return len(Firm(by.Check(text, s.Context()))) > 0 }
	switch park, dismiss := a.Way == Park, a.Way == Dismiss; {
	case a.Way == Reword:
		return settlement, "change the words in the line, or choose another way; nothing is recorded yet"
	case s.Fault != "":
		return settlement, s.Fault
	case park && a.Idea == "":
		return settlement, "there is no idea yet; Tab goes to it, or choose another way"
	case park && a.Fact == "" && s.Recorded && !s.isIdea():
		return settlement, "there is no fact for the place of these words; Tab goes to it"
	case park && a.Fact == "" && s.Field == "reason" && textOf(s.Row.Before, s.Field) == "":
		return settlement, "a declined row says why; Tab goes to the fact, which is the reason here"
	case park && firm(a.Fact):
		return settlement, "the fact still tells what did not happen; Tab goes to it"
	case park && firm(a.Idea):
		return settlement, "the idea still holds these words; Tab goes to it, say what is wanted now"
	case dismiss && s.Row.Table == model.Findings:
		return settlement, "these words are a reason themselves; Quote keeps them between quotation marks"
	case dismiss && a.Reason == "":
		return settlement, "say the reason in a few words, or Esc"
	case dismiss && firm(a.Reason):
		return settlement, "say the reason in other words; it is published with the page"
	case a.Way != Quote:
		return settlement, ""
	}
	name := strings.TrimPrefix(a.Who, "@")
	who, _ := people.Handle(name)
	if name != "" && name != s.Who {
		found := people.Find(name)
		if len(found) != 1 {
			return settlement, "who said it? Type @name of one person in Attendees, or nothing"
		}
		who, settlement.who = found[0], found[0].ID
	}
	if s.InPlace() {
		settlement.quoted = inQuotes(s.Text, who.Name, func(text string) bool { return len(s.found(by, text)) > 0 })
	}
	return settlement, ""
}
