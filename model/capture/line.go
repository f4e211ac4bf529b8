package capture

import (
	"slices"
	"time"

	"debrief/model"
)

// Context is what a line is read against. The caller fills it once a change or a move of the
// mark, never by looking through the record on a key.
type Context struct {
	Phase model.Phase    // zero, Open and Close read a line as plain text
	Now   time.Time      // dates count from its day
	Zone  *time.Location // the record's zone; nil is UTC
	// Day is where the timeline is: the day of the incident. It serves while Marked is zero.
	Day model.Date
	// Marked is the time of the marked row, or of the last timed one before it. +5m counts
	// from it, and a clock time just past midnight belongs to the day after it.
	Marked time.Time
	People People
}

// At returns the context at that moment.
func (c Context) At(now time.Time) Context {
	c.Now = now
	return c
}

// Target is what a line is about.
type Target int

// The targets of a line.
const (
	Plain Target = iota // the text of a field: nothing in it has a meaning of its own
	New                 // a new row of the phase
	Row                 // the marked row: first sign >
	Idea                // the parking lot: first sign !
	Quote               // a quotation: first sign "
)

// Line is a typed line as it was understood. Offsets are bytes of the text that was read and
// lie on rune borders.
type Line struct {
	Target Target
	// Text is the words without the tokens, single-spaced outside `code`. A @name in the
	// middle of a sentence stays in it, because without it the sentence says something else.
	Text   string
	Tokens []Token // in order, without overlap
	Faults []Fault // in order; while there is one, the line must not be recorded
	Open   Open    // the @ or # word at the cursor, for completion; zero is none

	When     model.Moment // zero where no time was given
	DayShift int          // days from the marked row's to the one it was read as; 0 where a date was typed
	Known    Known        // when it became known
	People   []Person     // in the order typed, each once; who knew stands in Known
	Kind     string       // the whole word: a model.EventKind, LearningKind or CountermeasureKind

	Attendee model.Attendee // in Attendees: what the line says of a person; no Pos, and an ID where it completes one who is there
	Presence Presence       // after > in Attendees

	By        model.Date                // target date
	State     model.CountermeasureState // Resting, Declined or Done; empty: unchanged
	RestUntil model.Date                // zero: resting for as long as usual
	Reason    string                    // why it was declined
	DoneWhen  string                    // how we know that it is done
	Ticket    string
}

// Token is a stretch of the line that has a meaning of its own.
type Token struct {
	Start, End int
	Kind       TokenKind
	Kept       bool // it stays in Text all the same
}

// TokenKind says what a token means.
type TokenKind int

// The kinds of token.
const (
	TokenSign   TokenKind = iota + 1 // the first sign, or a \
	TokenTime                        // when it happened
	TokenKnown                       // when it became known
	TokenPerson                      // @name
	TokenTag                         // #kind
	TokenRole                        // #role
	TokenDate                        // by fri
	TokenState                       // rest, declined because ..., done, away, here
	TokenDone                        // done when ...
	TokenTicket                      // OPS-123
	TokenURL                         // stays text
	TokenCode                        // stays text
)

// Fault is a stretch that was not understood. Words says what it is and what to type instead,
// as one sentence.
type Fault struct {
	Start, End int
	Words      string
	// Open: the cursor is still in the stretch and it may become right. It is not shown
	// as a fault before Enter, but Enter must not record the line.
	Open bool
}

// Person is a @name of the line.
type Person struct {
	Word   string   // as typed, without @
	ID     model.ID // empty for a person who is not on the list yet
	Handle string   // for a new person: the one to make
	Name   string   // for a new person: made from the word
	Known  bool     // on the list
	InText bool     // stands in the middle of the sentence, and in Text
}

// Known says when an event became known, and to whom. State is empty where the line does not
// say; no People means those at work on it in general.
type Known struct {
	State  model.KnowingState
	When   model.Moment // only for model.KnownAt
	People []Person
}

// Presence says whether an attendee is in the room.
type Presence int

// What a line can say of presence.
const (
	Unsaid Presence = iota
	Here
	Away
)

// Open is an @ or # word that ends at the cursor, from Start to End: the stretch that a candidate
// replaces. Kind is TokenPerson, TokenTag or TokenRole, zero where no such word is open.
type Open struct {
	Kind       TokenKind
	Start, End int
	Prefix     string // what is typed of it, without the sign
}

// IsZero tells that no word is open.
func (o Open) IsZero() bool { return o.Kind == 0 }

// IsEmpty tells that the line says nothing yet: it is blank or holds a first sign only.
func (l Line) IsEmpty() bool {
	if l.Text != "" || len(l.Faults) > 0 {
		return false
	}
	for _, t := range l.Tokens {
		if t.Kind != TokenSign {
			return false
		}
	}
	return true
}

// Signed returns the people who stand before or behind the sentence: whose account it is, who owns
// it, who said it. Whoever is only mentioned in the middle of it is not among them.
func (l Line) Signed() []Person {
	if !slices.ContainsFunc(l.People, func(p Person) bool { return p.InText }) {
		return l.People
	}
	return slices.DeleteFunc(slices.Clone(l.People), func(p Person) bool { return p.InText })
}

// Newcomers returns the people of the line who are not on the list yet, each once.
func (l Line) Newcomers() []Person {
	var fresh []Person
	for _, list := range [2][]Person{l.People, l.Known.People} {
		for _, p := range list {
			if !p.Known && !holds(fresh, p.Handle) {
				fresh = append(fresh, p)
			}
		}
	}
	return fresh
}

func holds(people []Person, handle string) bool {
	for _, p := range people {
		if p.Handle == handle {
			return true
		}
	}
	return false
}

// Check returns the sentence for the first fault that is to be shown while one types, "" for
// none. With entering, faults in the word at the cursor count too.
func (l Line) Check(entering bool) string {
	for _, f := range l.Faults {
		if entering || !f.Open {
			return f.Words
		}
	}
	return ""
}
