package model

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
		prose(row, func(field string, _ *string) {
			if field == string(f) {
				at = ProseAt{row.Table(), row.Key(), field}
			}
		})
	}
	return at
}

// prose calls visit with every such text of the row, empty ones included. Visit may change it.
func prose(r Row, visit func(field string, text *string)) Row {
	switch r := r.(type) {
	case Header:
		visit(string(FieldTitle), &r.Title)
		visit(string(FieldTLDR), &r.TLDR)
		visit(string(FieldSummary), &r.Summary)
		visit(string(FieldDriftSignal), &r.DriftSignal)
		visit(string(FieldTold), &r.ToldDirect)
		return r
	case Incident:
		visit(string(FieldImpact), &r.Impact)
		visit(string(FieldContacts), &r.CustomerContact)
		visit(string(FieldMeasure), &r.Measure)
		visit(string(FieldDetectedBy), &r.DetectedByWhat)
		return r
	case Session:
		visit("try next", &r.TryNext)
		return r
	case Event:
		visit("what", &r.What)
		return r
	case Account:
		if !r.Quoted {
			visit("text", &r.Text)
		}
		return r
	case CardLine:
		visit("text", &r.Text)
		return r
	case Learning:
		visit("text", &r.Text)
		visit("answer", &r.Answer)
		visit("seen", &r.Seen)
		return r
	case Countermeasure:
		visit("text", &r.Text)
		visit("done when", &r.DoneWhen)
		visit("reason", &r.Reason)
		visit("closing", &r.Closing)
		visit("test result", &r.TestResult)
		return r
	case ParkedIdea:
		visit("text", &r.Text)
		visit("reason", &r.Reason)
		return r
	case Note:
		if !r.Private { // what one notes for oneself is in no meeting and on no page
			visit("text", &r.Text)
		}
		return r
	case Finding:
		visit("reason", &r.Reason) // the page prints why words were kept
		return r
	}
	return r
}

// ProseOf returns the texts of a row that are not empty; none for a nil row.
func ProseOf(r Row) []Prose {
	var all []Prose
	prose(r, func(field string, text *string) {
		if *text != "" {
			all = append(all, Prose{field, *text})
		}
	})
	return all
}

// SetProse puts another text into a field of a row.
func (ed Editor) SetProse(p Postmortem, table Table, id ID, field, text string) (Postmortem, error) {
	row, ok := p.Row(table, id)
	if !ok {
		return p, gone(table, id)
	}
	next := prose(row, func(name string, to *string) {
		if name == field {
			*to = tidy(text)
		}
	})
	if next == row {
		return p, nil
	}
	if err := ed.check(next); err != nil {
		return p, err
	}
	return Apply(p, Change{Rows: []RowChange{{Table: table, ID: id, Before: row, After: next}}})
}
