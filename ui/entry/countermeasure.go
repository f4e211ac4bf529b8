package entry

import (
	"debrief/model"
	"debrief/model/capture"
	"debrief/model/edit"
)

// Joined lets everybody the line names join the attendees, and returns the first who stands
// before or behind its words: who said it, who owns it. One who is only mentioned in the sentence
// does neither.
func Joined(ed edit.Editor, p model.Postmortem, l capture.Line) (model.Postmortem, model.ID, error) {
	p, signed, err := People(ed, p, l.Signed())
	if err != nil {
		return p, "", err
	}
	if p, _, err = People(ed, p, l.Newcomers()); err != nil || len(signed) == 0 {
		return p, "", err
	}
	return p, signed[0], nil
}

// ChangeCountermeasure sets what the line says of a countermeasure, its state last: a date takes
// a resting one up again, unless the line lets it rest.
func ChangeCountermeasure(ed edit.Editor, p model.Postmortem, id model.ID, l capture.Line) (model.Postmortem, error) {
	p, owner, err := Joined(ed, p, l)
	if err == nil {
		p, err = ed.Assign(p, id, owner, l.By)
	}
	if err != nil {
		return p, err
	}
	p, err = edit.Change(ed, p, id, func(c *model.Countermeasure) {
		if l.Kind != "" {
			c.Kind = model.CountermeasureKind(l.Kind)
		}
		if l.DoneWhen != "" {
			c.DoneWhen = l.DoneWhen
		}
		if l.Ticket != "" {
			c.Ticket = l.Ticket
		}
	})
	switch {
	case err != nil:
	case l.State == model.Resting:
		return ed.Rest(p, id, l.RestUntil)
	case l.State == model.Declined:
		return ed.Decline(p, id, l.Reason)
	case l.State == model.Done:
		return ed.Finish(p, id, model.Date{}, "")
	}
	return p, err
}
