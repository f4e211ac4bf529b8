package markdown

import (
	"slices"
	"unicode/utf8"

	"debrief/model"
)

// longCell is how many characters a line of a cell may have; beyond it a table is hard to read
// and the timeline becomes a list.
const longCell = 120

// timeline writes the events as a table, or as a list where a cell is long. A column of the
// table stands only where some row has something in it.
func (w *writer) timeline() {
	if len(w.Events) == 0 {
		return
	}
	w.heading(part, "Timeline")
	w.raw("Times are told in ")
	w.line(w.zone.String())
	if !w.dates && !w.day.IsZero() {
		w.raw(", on " + w.day.String())
	}
	w.raw(".")
	if slices.ContainsFunc(w.Events, func(e model.Event) bool { return e.Starred }) {
		w.raw(" Rows in bold are moments that the room came back to.")
	}
	if w.gate() == model.GateGoOn {
		w.raw(" This timeline is not confirmed by the room.")
	}
	w.raw("\n\n")
	if w.isLong() {
		w.list()
	} else {
		w.table()
	}
}

// gate returns the room's latest answer, "" where it was not asked.
func (w *writer) gate() model.GateAnswer {
	for _, s := range slices.Backward(w.Sessions) {
		if s.Gate != "" {
			return s.Gate
		}
	}
	return ""
}

func (w *writer) isLong() bool {
	long := func(s string) bool { return len(s) > longCell && utf8.RuneCountInString(s) > longCell }
	for _, e := range w.Events {
		if long(e.What) {
			return true
		}
	}
	for _, a := range w.Accounts {
		if a.Text != "" && (long(a.Text) || !isPlain(a.Text)) {
			return true
		}
	}
	return false
}

func (w *writer) table() {
	kinds := slices.ContainsFunc(w.Events, func(e model.Event) bool { return e.Kind != "" })
	known := slices.ContainsFunc(w.Events, func(e model.Event) bool { return len(w.differing(e)) > 0 })
	evidence := slices.ContainsFunc(w.Events, func(e model.Event) bool { return len(w.EvidenceOf(e.ID)) > 0 })
	accounts := slices.ContainsFunc(w.Events, func(e model.Event) bool { return len(w.AccountsOf(e.ID)) > 0 })
	head, rule := "| Happened |", "| --- |"
	for _, column := range []struct {
		name  string
		shown bool
	}{{"Known", known}, {"What", true}, {"Kind", kinds}, {"Accounts", accounts}, {"Evidence", evidence}} {
		if column.shown {
			head += " " + column.name + " |"
			rule += " --- |"
		}
	}
	w.raw(head + "\n" + rule + "\n")
	for _, e := range w.Events {
		w.raw("| ")
		if !e.When.IsZero() {
			w.moment(e.When)
		}
		w.raw(" | ")
		if known {
			w.knownCell(e)
			w.raw(" | ")
		}
		w.what(e, inCell)
		w.raw(" |")
		if kinds {
			w.raw(" ")
			w.text(string(e.Kind), inCell)
			w.raw(" |")
		}
		if accounts {
			w.raw(" ")
			w.accountCell(e)
			w.raw(" |")
		}
		if evidence {
			w.raw(" ")
			w.evidenceOf(e, inCell)
			w.raw(" |")
		}
		w.raw("\n")
	}
}

// nextLine parts two lines of a cell. The space is for readers that drop the tag.
const nextLine = " <br>"

func (w *writer) what(e model.Event, at position) {
	bold := e.Starred && trimmed(e.What) != ""
	if bold {
		w.raw("**")
	}
	w.text(e.What, at)
	if bold {
		w.raw("**")
	}
}

func (w *writer) accountCell(e model.Event) {
	for i, a := range w.AccountsOf(e.ID) {
		if i > 0 {
			w.raw(nextLine)
		}
		who := a.Attendee != ""
		if who {
			w.text(w.name(a.Attendee), inCell|beforeMore)
		}
		if a.Text == "" {
			continue
		}
		if who {
			w.raw(": ")
		}
		w.said(a, inCell)
		w.source(a)
	}
}

// source says where an account comes from, unless it was said in the room.
func (w *writer) source(a model.Account) {
	switch a.Source {
	case model.FromForm:
		w.raw(" (account form)")
	case model.FromLog:
		w.raw(" (log)")
	}
}

// evidenceOf names the artefacts that speak for the row, each with its place.
func (w *writer) evidenceOf(e model.Event, at position) {
	for i, ev := range w.EvidenceOf(e.ID) {
		if i > 0 {
			w.raw(", ")
		}
		w.place(ev, at)
	}
}

// list writes the timeline for long texts: an entry a row, its accounts beneath it.
func (w *writer) list() {
	for _, e := range w.Events {
		w.raw("- ")
		if !e.When.IsZero() {
			w.moment(e.When)
			w.raw(" ")
			w.what(e, inline)
		} else {
			w.what(e, lineStart)
		}
		if e.Kind != "" {
			w.raw(" (")
			w.line(string(e.Kind))
			w.raw(")")
		}
		w.raw("\n")
		for _, k := range w.differing(e) {
			w.raw("  - Known ")
			w.knowing(e, k, inline)
			w.raw("\n")
		}
		for _, a := range w.AccountsOf(e.ID) {
			w.account(a)
		}
		if len(w.EvidenceOf(e.ID)) > 0 {
			w.raw("  - Evidence: ")
			w.evidenceOf(e, inline)
			w.raw("\n")
		}
	}
}

func (w *writer) account(a model.Account) {
	w.raw("  - ")
	name := "Somebody"
	if a.Attendee != "" {
		name = w.name(a.Attendee)
	}
	w.text(name, lineStart|beforeMore)
	w.source(a)
	switch {
	case a.Text == "":
		w.raw("\n")
	case isPlain(a.Text):
		w.raw(": ")
		w.said(a, inline)
		w.raw("\n")
	case a.Quoted:
		w.raw(":\n\n")
		w.body(a.Text, "    > ")
	default:
		w.raw(":\n\n")
		w.body(a.Text, "    ")
	}
}
