package model

import "time"

// A row is described once, in its Fields method: field for field, what it is called, what it may
// hold and what it refers to. Whatever treats all rows alike follows from that: what is checked,
// where names stand, what the guard reads, what is private, what hangs on what, and how the store
// keeps a row. A field that it does not name is found by TestEveryFieldIsDescribed.

// Visitor is given every field of a row, each by the method for what it holds. It may change what
// it is given. One that wants only some of them embeds Unvisited.
type Visitor interface {
	// Key is the row's id, where that says nothing else.
	Key(id *ID)
	Text(text *string, d Description)
	List(words *List, d Description)
	// Word is a word of a closed list, see Letters.Choices.
	Word(word Letters, d Description)
	// Link is the id of a row of the table to, "" for none.
	Link(id *ID, to Table, t Tie)
	// About is a row of any table, both "" for none.
	About(of *Table, id *ID, t Tie)
	Moment(when *Moment, d Description)
	Time(at *time.Time, d Description)
	Day(on *Date, d Description)
	// Number lies from least to most; a set of bits is one too.
	Number(n Int, least, most int, d Description)
	Flag(set *bool)
	// Private marks a row that is for the facilitator alone.
	Private(set *bool)
	// Position is where the row stands among those of its table.
	Position(pos *string)
}

// Description says what a field is.
type Description struct {
	// Name is what people call the field, as in Problem.Field.
	Name string
	// Prose names the text as one that people write in sentences: what the wording guard reads.
	// "" for names, places, addresses and quotations; for what came from elsewhere, such as the
	// words of an artefact, which is evidence as it is; and for what only one person reads. It is
	// the name of a Field in the rows of the record itself.
	Prose string

	needed   string // what to do where it is empty, "" where it may be
	outside  string // what is wrong with a number outside its range, where that is said in other words
	body     bool   // paragraphs, else a line
	own      bool   // the program's own words: no person typed them
	unsought bool   // search passes over it
	nameless bool   // no name is hidden in it
	ruled    bool   // the row's own rules check it
	optional bool   // a word that may be missing
}

// Line describes a line of text that people type.
func Line(name string) Description { return Description{Name: name} }

// Body describes a text of paragraphs that people type.
func Body(name string) Description { return Description{Name: name, body: true} }

// Word describes what the program writes, or people choose from a list.
func Word(name string) Description { return Description{Name: name, own: true} }

// As names the text as prose.
func (d Description) As(prose string) Description { d.Prose = prose; return d }

// Needed says what to do where the field is empty.
func (d Description) Needed(what string) Description { d.needed = what; return d }

// Optional tells that the word may be missing.
func (d Description) Optional() Description { d.optional = true; return d }

// Unsought tells that search passes over the text.
func (d Description) Unsought() Description { d.unsought = true; return d }

// Nameless tells that names in the text are shown while names are off.
func (d Description) Nameless() Description { d.nameless = true; return d }

// Ruled tells that the row's own rules check the field.
func (d Description) Ruled() Description { d.ruled = true; return d }

// Outside says what is wrong with a number outside its range; # stands for the number.
func (d Description) Outside(words string) Description { d.outside = words; return d }

// Typed tells that a person typed the text: a purge may replace words in it.
func (d Description) Typed() bool { return !d.own }

// Sought tells that search finds the text.
func (d Description) Sought() bool { return !d.own && !d.unsought }

// naming tells that names are hidden in the text while names are off.
func (d Description) naming() bool { return !d.own && !d.nameless }

// Tie says how a row is tied to another one.
type Tie struct {
	Name   string // what people call the field
	Needed bool   // there is always such a row
	Hangs  bool   // the row makes no sense without the other, and goes with it
	Place  bool   // the link holds a place in the timeline: its row follows another one instead
}

// Refers ties a row to another that it is about; the link is cleared when that one goes.
func Refers(name string) Tie { return Tie{Name: name} }

// Belongs ties a row to another without which it cannot be.
func Belongs(name string) Tie { return Tie{Name: name, Needed: true, Hangs: true} }

// Letters is a field that holds a word of a closed list, or an id.
type Letters interface {
	Get() string
	Set(string)
	// Choices is the closed list, nil where any word will do.
	Choices() []string
	pointer() any // to the field
}

// Int is a field that holds a whole number or a set of bits.
type Int interface {
	Get() int
	Set(int)
	pointer() any // to the field
}

func letters[T ~string](p *T) Letters { return wordOf[T]{p} }

type wordOf[T ~string] struct{ p *T }

func (w wordOf[T]) Get() string       { return string(*w.p) }
func (w wordOf[T]) Set(s string)      { *w.p = T(s) }
func (w wordOf[T]) Choices() []string { return Choices(*w.p) }
func (w wordOf[T]) pointer() any      { return w.p }

func number[T ~int | ~uint8](p *T) Int { return intOf[T]{p} }

type intOf[T ~int | ~uint8] struct{ p *T }

func (n intOf[T]) Get() int     { return int(*n.p) }
func (n intOf[T]) Set(i int)    { *n.p = T(i) }
func (n intOf[T]) pointer() any { return n.p }

// Unvisited is a Visitor that looks at nothing.
type Unvisited struct{ unvisited }

type unvisited struct{}

func (unvisited) Key(*ID)                           {}
func (unvisited) Text(*string, Description)         {}
func (unvisited) List(*List, Description)           {}
func (unvisited) Word(Letters, Description)         {}
func (unvisited) Link(*ID, Table, Tie)              {}
func (unvisited) About(*Table, *ID, Tie)            {}
func (unvisited) Moment(*Moment, Description)       {}
func (unvisited) Time(*time.Time, Description)      {}
func (unvisited) Day(*Date, Description)            {}
func (unvisited) Number(Int, int, int, Description) {}
func (unvisited) Flag(*bool)                        {}
func (unvisited) Private(*bool)                     {}
func (unvisited) Position(*string)                  {}
