package cli

import (
	"strings"

	"debrief/model"
	"debrief/model/wording"
	"debrief/ui/safe"
)

// leftWords is a finding that is left in a text of a record.
type leftWords struct {
	wording.Finding
	row   model.Row
	field string
}

// wordsLeft returns what the guard finds in the texts that people wrote in the rows of shown.
// Quotations are no such texts, and words that stay for a reason do not count. The reasons are
// those of the whole record: a projection may lack some.
func wordsLeft(g *wording.Guard, shown, whole model.Postmortem) []leftWords {
	var people []string
	for _, a := range whole.Attendees {
		people = append(append(people, a.Name, a.Handle), a.Other.Words()...)
	}
	g = g.For(people)
	var left []leftWords
	shown.Rows(func(row model.Row) {
		for _, prose := range model.ProseOf(row) {
			for _, f := range g.Check(prose.Text, wording.Context{Phase: wording.In(model.PhaseOf(row))}) {
				if !model.Dismisses(whole.Findings, model.ProseAt{Table: row.Table(), ID: row.Key(), Field: prose.Field}, f.Rule, f.Text) {
					left = append(left, leftWords{f, row, prose.Field})
				}
			}
		}
	})
	return left
}

// flagged returns the findings as the receipt keeps them: its last number is how many are left.
func flagged(left []leftWords) []model.Finding {
	var all []model.Finding
	for _, l := range left {
		all = append(all, model.Finding{
			Of: l.row.Table(), OfID: l.row.Key(), Field: l.field, Category: string(l.Category), Rule: l.Rule, Firm: l.Firm, Text: l.Text, Outcome: model.Flagged,
		})
	}
	return all
}

// stopsAt is the error of an export that holds firm findings, after a line for each; nil where
// there are none.
func (r *run) stopsAt(left []leftWords, x *model.Index) error {
	n := 0
	for _, l := range left {
		if l.Firm {
			n++
			r.say("%s: %s", whereLeft(l, x), asked(l.Category, l.Text, l.Ask))
		}
	}
	if n == 0 {
		return nil
	}
	return stoppedBy("%s left, so nothing was written; f walks there on the screen, --allow-findings writes all the same",
		count(n, "firm finding"))
}

// whereLeft points at a text as a person would: "event 14:02", "card of Ben, known then".
func whereLeft(l leftWords, x *model.Index) string {
	name := model.Name(l.row.Table())
	add := func(before, words string) {
		if words != "" {
			name += before + words
		}
	}
	switch r := l.row.(type) {
	case model.Header, model.Incident:
		return strings.ToLower(l.field[:1]) + l.field[1:]
	case model.Event:
		add(" ", r.When.Clock(x.Zone))
	case model.Account:
		add(" of ", x.Person(r.Attendee).Name)
		add(" at ", x.Event(r.Event).When.Clock(x.Zone))
	case model.CardLine:
		for _, card := range x.DecisionPoints {
			if card.ID == r.DecisionPoint {
				add(" of ", x.Person(card.Attendee).Name)
			}
		}
		add(", ", string(r.Field))
	case model.Learning:
		add(" ", beginning(r.Text))
	case model.Countermeasure:
		add(" ", beginning(r.Text))
	case model.ParkedIdea:
		add(" ", beginning(r.Text))
	case model.Note:
		add(" ", beginning(r.Text))
	case model.Finding:
		return "reason for " + beginning(r.Text)
	}
	if l.field != "text" && l.field != "what" {
		add(", ", l.field)
	}
	return name
}

// beginning is enough of a text to find it by.
func beginning(text string) string { return "“" + string(safe.Cut(safe.Line(text), 40)) + "”" }
