// Package prompt is the questions that the facilitator reads out: which they are, when each fits,
// and which is the next one.
//
// The questions are data (see Default and Prompt). A screen says what it shows that matters to a
// question, as conditions; the Asker chooses by them, by what is typed, and by what was asked
// already. Nothing of it is stored.
package prompt

import (
	"cmp"
	"slices"
	"strings"

	"debrief/model"
)

// Prompt is one question, or one sentence to say.
type Prompt struct {
	ID     string
	Phases []model.Phase // where it belongs; phase 0 is home
	// Words are read out. {who}, {day}, {row} and {term} stand for words of the Scene.
	Words string
	// When are the conditions under which it is asked first; one of them is enough. Without any
	// it may be asked at any time of its phases.
	When []Condition
	// Anytime tells that it may be asked where none of When holds too, after those that fit.
	Anytime bool
	// Typed are the words in the line that call for it, as patterns of the wording guard, or
	// Acronym. Such a question is asked only then.
	Typed []string
	Kind  Kind
	// For says what a question with Typed, and a sentence for when things slip, answers to.
	For string
	// Own tells that the team wrote it.
	Own bool
}

// Kind says what a prompt is.
type Kind int

// The kinds of prompt.
const (
	Question Kind = iota
	Slip          // a sentence for when things slip; it is chosen from the list of all
	Before        // a question of the facilitator to themself, before the meeting
)

// Cells is how many cells the words have at most: one row of 80 columns, behind its label.
const Cells = 67

// Acronym stands in Typed for any abbreviation in capitals that was not asked about yet.
const Acronym = "<acronym>"

// in tells that the prompt belongs to the phase.
func (p Prompt) in(phase model.Phase) bool { return slices.Contains(p.Phases, phase) }

// reacts tells that words in the line call for the prompt.
func (p Prompt) reacts() bool { return len(p.Typed) > 0 }

// Fill is the words that stand in the places of a question.
type Fill struct{ Who, Day, Row, Term string }

// Filled returns the words with the places filled; false where the scene has no word for one. A
// term that nobody typed is "that term".
func (p Prompt) Filled(f Fill) (string, bool) {
	text := p.Words
	if !strings.Contains(text, "{") {
		return text, true
	}
	term := cmp.Or(f.Term, "that term")
	for _, place := range []struct{ name, word string }{{"{who}", f.Who}, {"{day}", f.Day}, {"{row}", f.Row}, {"{term}", term}} {
		if !strings.Contains(text, place.name) {
			continue
		}
		if place.word == "" {
			return p.Words, false
		}
		text = strings.ReplaceAll(text, place.name, place.word)
	}
	return text, true
}

// PhaseName returns the name that settings have for a phase.
func PhaseName(p model.Phase) string { return strings.ToLower(p.Short()) }

// every is all phases of the meeting.
func every() []model.Phase { return model.Phases() }

func in(phases ...model.Phase) []model.Phase { return phases }
