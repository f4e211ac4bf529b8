package model

import (
	"encoding/json"
	"strings"
)

// HandQuestions is a set of the three questions for which hands go up at the close. A session
// holds those that were asked, which tells "nobody" from "not asked". The zero value is the
// empty set.
type HandQuestions uint8

// The three questions.
const (
	LearnedSomething HandQuestions = 1 << iota // who learned something new
	WorksDifferently                           // who will work differently
	ComesAgain                                 // who would come again
)

// AllHandQuestions lists the three in the order in which they are asked.
func AllHandQuestions() []HandQuestions {
	return []HandQuestions{LearnedSomething, WorksDifferently, ComesAgain}
}

// Has tells whether every question of q is in the set.
func (s HandQuestions) Has(q HandQuestions) bool { return s&q == q }

// Words returns the short names of the questions in the set, in their order.
func (s HandQuestions) Words() []string { return wordsOf(handWords(), uint8(s)) }

// String returns the short name of one question.
func (s HandQuestions) String() string { return strings.Join(s.Words(), ", ") }

// MarshalJSON writes the set as an array of short names.
func (s HandQuestions) MarshalJSON() ([]byte, error) { return json.Marshal(s.Words()) }

// UnmarshalJSON reads an array of short names.
func (s *HandQuestions) UnmarshalJSON(b []byte) error {
	bits, err := setOf("question", handWords(), b)
	*s = HandQuestions(bits)
	return err
}

func handWords() []string { return []string{"learned something", "works differently", "comes again"} }

// Counted is how many hands went up for one question; false where it was not asked.
func (s Session) Counted(q HandQuestions) (int, bool) { return *s.CountAt(q), s.HandsAsked.Has(q) }

// CountAt is where the session keeps the count of one question.
func (s *Session) CountAt(q HandQuestions) *int {
	switch q {
	case LearnedSomething:
		return &s.Learned
	case WorksDifferently:
		return &s.Differently
	}
	return &s.ComesAgain
}
