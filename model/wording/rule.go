package wording

import (
	"errors"
	"fmt"
)

// Rule is one rule of the guard, as data: what to find, how strongly to speak in each phase, why, and what to ask.
type Rule struct {
	ID       string
	Category Category
	Patterns []string // any of them is a hit; see the pattern language in docs/wording.md
	Unless   []string // a hit that overlaps a match of one of these is no hit
	Weights  Weights
	Disabled bool // known to the program, silent until a team turns it on
	Book     bool // the book's own rule: it stays firm in every phase, whatever Weights says
	Why      string
	Ask      []Question // the first one whose words are all at hand is asked
}

// Weights gives a rule's weight for each phase.
type Weights struct {
	Any, Timeline, Discretion, Countermeasures Weight
}

// In is the weight in one phase.
func (w Weights) In(p Phase) Weight {
	switch p {
	case Timeline:
		return w.Timeline
	case Discretion:
		return w.Discretion
	case Countermeasures:
		return w.Countermeasures
	}
	return w.Any
}

// Question is a template of a question. {words}, {object}, {subject}, {verb} and {at} stand for words of the text;
// {at} is " at 13:52" or empty, any other must be at hand for the question to be asked.
type Question struct {
	Of   string // only for a verb of this class ("see", "stop", "act", "worse"); empty for any
	Text string
}

// ErrRule is wrapped by every error of New.
var ErrRule = errors.New("wording rule")

// check says what is missing in a rule, before its patterns are compiled.
func (r Rule) check() error {
	switch {
	case r.ID == "":
		return fmt.Errorf("%w: it needs an id", ErrRule)
	case r.Category == "":
		return fmt.Errorf("%w %s: it needs a category", ErrRule, r.ID)
	case len(r.Patterns) == 0:
		return fmt.Errorf("%w %s: it needs a pattern", ErrRule, r.ID)
	case len(r.Ask) == 0:
		return fmt.Errorf("%w %s: it needs a question to ask", ErrRule, r.ID)
	}
	return nil
}
