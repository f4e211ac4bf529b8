package screen

import (
	"strings"

	"debrief/ui/safe"
	"debrief/ui/widget"
)

// Finder finds rows of a list by words. It keeps its last answer, for it is asked with every
// frame while words are typed.
type Finder[K comparable] struct {
	Prompt safe.Text             // what to type, while nothing is
	Text   func(row K) string    // the words of a row that are searched; "" is never found
	Name   func(row K) safe.Text // what a found row is called, in 40 cells

	words  string
	marked K
	answer safe.Text
}

// Find marks the first row from the marked one on that holds the words, in any case, and says
// which it is. After the last row comes the first.
func (f *Finder[K]) Find(list *widget.List[K], rows widget.Source[K], words string) safe.Text {
	words = strings.TrimSpace(words)
	want := strings.ToLower(words)
	marked, at, ok := list.Marked(rows)
	switch {
	case want == "":
		return f.Prompt
	case ok && f.words == want && f.marked == marked:
		return f.answer
	}
	f.words, f.answer = want, "no row holds "+Quoted(words)
	for i := range rows.Len() {
		row := rows.Key((at + i) % rows.Len())
		if strings.Contains(strings.ToLower(f.Text(row)), want) {
			list.Mark(row)
			marked, f.answer = row, "found "+f.Name(row)+"; Enter finds the next"
			break
		}
	}
	f.marked = marked
	return f.answer
}

// Forget drops the last answer: the record changed.
func (f *Finder[K]) Forget() { f.words = "" }

// Quoted is the beginning of a text in quotation marks, for a sentence about it.
func Quoted(text string) safe.Text { return `"` + safe.Cut(safe.Line(text), 30) + `"` }
