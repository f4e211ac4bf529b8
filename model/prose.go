package model

import "slices"

// Prose is a text in a row that people wrote in sentences: what the wording guard reads. Names,
// places, addresses, times and quotations are none; nor is what came from elsewhere, such as the
// title and the words of an artefact: a customer's post is evidence as it is.
type Prose struct {
	// Field is the name of a Field in the rows of the record itself, else the name of the text in
	// its row: "what", "text", "reason".
	Field string
	Text  string
}

// ProseAt is where a text that people wrote in sentences stands. The zero ProseAt is nowhere yet,
// as for words that are still to make a row.
type ProseAt struct {
	Table Table
	ID    ID     // of the row
	Field string // as in Prose
}

// ProseAt returns where the text of a field stands, the zero ProseAt for one that takes no sentences.
func (p Postmortem) ProseAt(f Field) (at ProseAt) {
	for _, row := range []Row{p.Header, p.Incident} {
		row.Visit(prose{each: func(field string, _ *string) {
			if field == string(f) {
				at = ProseAt{row.Table(), row.Key(), field}
			}
		}})
	}
	return at
}

// prose is given every such text of a row, empty ones included. It may change it.
type prose struct {
	Unvisited
	each func(field string, text *string)
}

func (v prose) Text(text *string, d Description) {
	if d.Prose != "" {
		v.each(d.Prose, text)
	}
}

// TakesProse tells whether people write sentences into that field of a row, by the field's name in
// Prose. A row with a mark that makes its words something else, such as a quotation, still counts:
// while a text is typed, nobody knows yet which row it will be.
func TakesProse(table Table, field string) bool {
	return field != "" && slices.ContainsFunc(fields()[table], func(f rowField) bool { return f.prose == field })
}

// ProseOf returns the texts of a row that are not empty; none for a nil row.
func ProseOf(r Row) []Prose {
	if r == nil {
		return nil
	}
	var all []Prose
	r.Visit(prose{each: func(field string, text *string) {
		if *text != "" {
			all = append(all, Prose{field, *text})
		}
	}})
	return all
}

// ReplaceProse returns the row with another text in that field.
func ReplaceProse(r Row, field, text string) Row {
	return r.Visit(prose{each: func(name string, to *string) {
		if name == field {
			*to = text
		}
	}})
}
