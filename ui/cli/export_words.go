package cli

import (
	"strings"

	"debrief/model"
	"debrief/model/review"
	"debrief/ui/safe"
)

// stopsAt is the error of an export that holds firm findings, after a line for each; nil where
// there are none.
func (r *run) stopsAt(left []review.Left, x *model.Index) error {
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
func whereLeft(l review.Left, x *model.Index) string {
	name := model.Name(l.Row.Table())
	add := func(before, words string) {
		if words != "" {
			name += before + words
		}
	}
	switch r := l.Row.(type) {
	case model.Header, model.Incident:
		return strings.ToLower(l.At.Field[:1]) + l.At.Field[1:]
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
	if l.At.Field != "text" && l.At.Field != "what" {
		add(", ", l.At.Field)
	}
	return name
}

// beginning is enough of a text to find it by.
func beginning(text string) string { return "“" + string(safe.Cut(safe.Line(text), 40)) + "”" }
