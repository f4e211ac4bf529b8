package review

import (
	"slices"

	"debrief/model"
	"debrief/model/edit"
	"debrief/model/wording"
)

// Settled is how many findings found a way on.
func Settled(findings []model.Finding) int {
	n := 0
	for _, f := range findings {
		switch f.Outcome {
		case model.Reworded, model.ParkedIf, model.Quoted, model.Dismissed:
			n++
		}
	}
	return n
}

// Dismisses tells that somebody said why these words may stay at this place. The same words at
// another one are asked about anew.
func Dismisses(findings []model.Finding, at model.ProseAt, w wording.Finding) bool {
	return slices.ContainsFunc(findings, func(f model.Finding) bool {
		return f.Outcome == model.Dismissed && f.Of == at.Table && f.OfID == at.ID && f.Field == at.Field && f.Rule == w.Rule && f.Text == w.Text
	})
}

// WithLeft returns the findings with those that are left now in the place of those that were noted
// as left at another time: for the page, which says how many there are when it is made.
func WithLeft(findings []model.Finding, left []Left) []model.Finding {
	var all []model.Finding
	for _, f := range findings {
		if f.Outcome != model.Flagged {
			all = append(all, f)
		}
	}
	for _, l := range left {
		all = append(all, l.noted())
	}
	return all
}

// NoteLeft makes the receipt of a record say what is left: a finding a mark, none for a mark that
// has gone.
func NoteLeft(ed edit.Editor, p model.Postmortem, left []Left) (model.Postmortem, error) {
	var missing []model.Finding
	for _, l := range left {
		missing = append(missing, l.noted())
	}
	var err error
	for _, f := range p.Findings {
		if f.Outcome != model.Flagged {
			continue
		}
		if i := slices.IndexFunc(missing, func(m model.Finding) bool { return sameMark(f, m) && f.Category == m.Category && f.Firm == m.Firm }); i >= 0 {
			missing = slices.Delete(missing, i, i+1)
			continue
		}
		if p, err = ed.Remove(p, model.Findings, f.ID); err != nil {
			return p, err
		}
	}
	for _, f := range missing {
		if p, _, err = ed.Add(p, f); err != nil {
			return p, err
		}
	}
	return p, nil
}

// noted is the finding as the receipt notes that it is left.
func (l Left) noted() model.Finding { return row(l.Finding, l.At, model.Flagged) }

// row is the row of a finding in the receipt.
func row(w wording.Finding, at model.ProseAt, became model.FindingOutcome) model.Finding {
	if at.Table == model.Findings {
		at.Table, at.ID = "", "" // a reason in the receipt: it stands for the record
	}
	return model.Finding{
		Of: at.Table, OfID: at.ID, Field: at.Field, Category: string(w.Category), Rule: w.Rule, Firm: w.Firm, Text: w.Text, Outcome: became,
	}
}

// add puts a finding into the receipt. One that was noted as left before is the same finding, and
// has found its way on.
func add(ed edit.Editor, p model.Postmortem, f model.Finding) (model.Postmortem, error) {
	for _, was := range p.Findings {
		if was.Outcome == model.Flagged && sameMark(was, f) {
			was.Outcome, was.Reason = f.Outcome, f.Reason
			return ed.Set(p, was)
		}
	}
	p, _, err := ed.Add(p, f)
	return p, err
}

// sameMark tells that two findings are of the same words at the same place.
func sameMark(a, b model.Finding) bool {
	return a.Of == b.Of && a.OfID == b.OfID && a.Field == b.Field && a.Rule == b.Rule && a.Text == b.Text
}
