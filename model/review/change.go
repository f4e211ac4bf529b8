package review

import (
	"slices"
	"strings"

	"debrief/model"
	"debrief/model/edit"
	"debrief/model/wording"
)

// Edit is a change that is about to be recorded.
type Edit struct {
	Before, After model.Postmortem
	Change        model.Change // from Before to After
	// Line is what was typed for it. What was recorded before and only comes to another place, as
	// when two rows are merged, stops nothing.
	Line string
	// Typed tells that all its texts were typed, as in a form, and not only those of Line.
	Typed bool
}

// Verdict is what the guard says of an edit.
type Verdict struct {
	Stop *Stop // nil where it may be recorded

	reworded []model.Finding
	at       model.ProseAt // the first row whose words change, without a field
}

// Change looks through the texts that an edit changes. The first one with firm words that were typed,
// and that nobody gave a reason for, stops it.
func Change(by *wording.Guard, e Edit) Verdict {
	var v Verdict
	for _, r := range e.Change.Rows {
		if r.After == nil || r.Table == model.Findings {
			continue
		}
		for _, q := range model.ProseOf(r.After) {
			was := textOf(r.Before, q.Field)
			if was == q.Text {
				continue
			}
			if v.at.ID == "" {
				v.at = model.ProseAt{Table: r.Table, ID: r.ID}
			}
			at := model.ProseAt{Table: r.Table, ID: r.ID, Field: q.Field}
			dismissed := func(w wording.Finding) bool { return Dismisses(e.After.Findings, at, w) }
			found := by.Check(q.Text, contextOf(r.After))
			if stops := slices.DeleteFunc(Firm(found), dismissed); e.typed(stops) {
				return Verdict{Stop: &Stop{Row: r, Field: q.Field, Text: q.Text, Found: stops, Who: handleOf(e.After, speaker(e.After, e.Change, r))}}
			}
			for _, w := range by.Check(was, contextOf(r.After)) {
				if !Holds(found, w) && !dismissed(w) && !e.settles(at, w) {
					v.reworded = append(v.reworded, row(w, at, model.Reworded))
				}
			}
		}
	}
	return v
}

// Receipt returns the record after the edit with what was reworded in it; false where nothing was.
// Stopped are words that stopped the line before and are not in it any more.
func (v Verdict) Receipt(ed edit.Editor, after model.Postmortem, stopped []wording.Finding) (model.Postmortem, bool) {
	receipt := v.reworded
	if v.at.ID != "" {
		for _, w := range stopped {
			receipt = append(receipt, row(w, v.at, model.Reworded))
		}
	}
	for _, f := range receipt {
		if next, err := add(ed, after, f); err == nil { // a receipt must not hold back what was said
			after = next
		}
	}
	return after, len(receipt) > 0
}

// typed tells that some of the found words are being typed.
func (e Edit) typed(found []wording.Finding) bool {
	if e.Typed {
		return len(found) > 0
	}
	line := strings.ToLower(e.Line)
	return slices.ContainsFunc(found, func(f wording.Finding) bool {
		return !slices.ContainsFunc(strings.Fields(strings.ToLower(f.Text)), func(w string) bool { return !strings.Contains(line, w) })
	})
}

// settles tells that the edit says itself what became of a finding.
func (e Edit) settles(at model.ProseAt, w wording.Finding) bool {
	return slices.ContainsFunc(e.After.Findings, func(f model.Finding) bool {
		was, _ := e.Before.Row(model.Findings, f.ID)
		return f.Of == at.Table && f.OfID == at.ID && f.Field == at.Field && f.Rule == w.Rule && f.Text == w.Text && was != model.Row(f)
	})
}

// Holds tells that the same words of the same rule are among the found ones.
func Holds(found []wording.Finding, w wording.Finding) bool {
	return slices.ContainsFunc(found, func(f wording.Finding) bool { return f.Rule == w.Rule && strings.EqualFold(f.Text, w.Text) })
}

// speaker is who speaks in a row: on a card the one whose card it is; of a new event, the first who
// gives an account of it. In the form of an old one the accounts are other texts.
func speaker(p model.Postmortem, c model.Change, r model.RowChange) model.ID {
	switch row := r.After.(type) {
	case model.Account:
		return row.Attendee
	case model.CardLine:
		if row.Attendee != "" {
			return row.Attendee
		}
		card, _ := p.Row(model.DecisionPoints, row.DecisionPoint)
		point, _ := card.(model.DecisionPoint)
		return point.Attendee
	case model.Learning:
		return row.Attendee
	case model.ParkedIdea:
		return row.Attendee
	case model.Event:
		if r.Before != nil {
			return ""
		}
		for _, other := range c.Rows {
			if account, ok := other.After.(model.Account); ok && account.Event == r.ID && account.Attendee != "" {
				return account.Attendee
			}
		}
	}
	return ""
}

func handleOf(p model.Postmortem, id model.ID) string {
	row, _ := p.Row(model.Attendees, id)
	person, _ := row.(model.Attendee)
	return person.Handle
}
