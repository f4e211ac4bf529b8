package capture

import "debrief/model"

// Read reads a line with the cursor at a byte offset of it.
func Read(text string, cursor int, c Context) Line { return Line{Text: text} }

// Candidate is a way to complete an open word.
type Candidate struct {
	Text string // what replaces the word, with its sign: "@chao"
	Hint string // what it stands for: "Chao Lin"
}

// Candidates returns the completions of an open word, the best first; Tab goes through them.
func Candidates(o Open, c Context) []Candidate { return nil }

// Around is what Says needs to know of the record besides the line.
type Around struct {
	After    string             // how the row is called that a new one would follow: "~14:25"
	Row      string             // how the marked row is called: "14:09"
	Owner    string             // the marked countermeasure's owner
	By       model.Date         // and its target date
	Learning model.LearningKind // the kind of the marked learning, which a new one joins
}

// Says returns the sentence of the row Reads: how the line is understood.
func Says(l Line, c Context, a Around) string { return "" }
