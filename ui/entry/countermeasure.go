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
// a resting one up again, unless the line lets it rest. After an error the record is as it was.
func ChangeCountermeasure(ed edit.Editor, p model.Postmortem, id model.ID, l capture.Line) (model.Postmortem, error) {
	next, owner, err := Joined(ed, p, l)
	if err != nil {
		return p, err
	}
	if next, err = ed.Assign(next, id, owner, l.By); err != nil {
		return p, err
	}
	next, err = edit.Change(ed, next, id, func(c *model.Countermeasure) {
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
	if err == nil {
		switch l.State {
		case model.Resting:
			next, err = ed.Rest(next, id, l.RestUntil)
		case model.Declined:
			next, err = ed.Decline(next, id, l.Reason)
		case model.Done:
			next, err = ed.Finish(next, id, model.Date{}, "")
		}
	}
	if err != nil {
		return p, err
	}
	return next, nil
}
