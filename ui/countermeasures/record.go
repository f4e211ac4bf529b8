package countermeasures

import (
	"cmp"
	"strings"

	"debrief/model"
	"debrief/model/capture"
	"debrief/ui/entry"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// emptyLine says what Enter does on the empty line.
func (s *Screen) emptyLine() safe.Text {
	switch row := s.Marked(); {
	case s.merging == row && row.ID != "":
		return "Up and Down mark the row to merge it with; Esc ends it"
	case s.merging.ID != "":
		return "Enter or m merges it into the marked row; Esc ends it"
	case row.ID == "":
		return "words are a new countermeasure; @ana and by fri decide it"
	case row.Table == model.ParkedIdeas:
		return "Enter takes it up; >@ana by fri decides it"
	}
	if c, _ := s.measure(); c.ToDecide(s.today()) {
		if s.width < 80 {
			return "to decide: >by fri, >rest, >declined because"
		}
		return "to decide today: >by fri, >rest until mon, or >declined because ..."
	} else if c.Standing() == model.Decided && c.Overdue(s.today()) {
		if s.width < 80 {
			return "overdue: >done, >by fri, >declined because"
		}
		return "overdue: >done, >by fri gives another date, >declined because ..."
	}
	return "Enter opens the row; words add a countermeasure"
}

func (s *Screen) enterEmpty() screen.Outcome {
	row := s.Marked()
	switch {
	case s.merging.ID != "":
		return s.merge()
	case row.ID == "":
		return screen.Refuse("type what will change, in a few words; Enter records it")
	case row.Table == model.ParkedIdeas:
		return s.takeUp(row.ID, "Idea taken up", nil)
	}
	return s.open()
}

// takeUp makes a countermeasure of an idea, changes it, and marks it.
func (s *Screen) takeUp(id model.ID, label string, change func(model.Postmortem, model.ID) (model.Postmortem, error)) screen.Outcome {
	return screen.Outcome{Edit: screen.Add(label, func(p model.Postmortem) (model.Postmortem, model.ID, error) {
		p, became, err := s.env.Editor.Unpark(p, id)
		if err == nil && change != nil {
			p, err = change(p, became)
		}
		return p, became, err
	})}
}

// recordNew adds a countermeasure and marks it.
func (s *Screen) recordNew(l capture.Line) screen.Outcome {
	ed := s.env.Editor
	label := "Countermeasure added"
	if len(l.Signed()) > 0 && !l.By.IsZero() {
		label = "Countermeasure decided"
	}
	return screen.Outcome{Edit: screen.Add(label, func(p model.Postmortem) (model.Postmortem, model.ID, error) {
		p, owner, err := entry.Joined(ed, p, l)
		if err != nil {
			return p, "", err
		}
		return ed.Add(p, model.Countermeasure{Text: l.Text, Owner: owner, By: l.By, Kind: model.CountermeasureKind(l.Kind)})
	})}
}

// recordRow records what follows ">" in the marked row.
func (s *Screen) recordRow(l capture.Line) screen.Outcome {
	row := s.Marked()
	switch {
	case row.ID == "":
		return screen.Refuse("there is no row yet; type what will change, without >")
	case l.IsEmpty():
		return screen.Refuse("say what of this row: @ana, by fri, done when ..., rest, OPS-1")
	case s.restsWithNobody(l):
		return screen.Refuse(s.whoDecides(l) + ", such as " + restsWith + "ana")
	}
	ed := s.env.Editor
	if row.Table == model.ParkedIdeas {
		if l.State == model.Declined {
			return screen.Outcome{Edit: &screen.Edit{Label: "Idea declined", Mark: row.ID, Make: func(p model.Postmortem) (model.Postmortem, error) {
				p, _, err := entry.Joined(ed, p, l)
				if err != nil {
					return p, err
				}
				return ed.DeclineIdea(p, row.ID, l.Reason)
			}}}
		}
		label := "Idea taken up"
		if len(l.Signed()) > 0 && !l.By.IsZero() && l.State == "" {
			label = "Idea taken up and decided"
		}
		out := s.takeUp(row.ID, label, func(p model.Postmortem, id model.ID) (model.Postmortem, error) {
			return entry.ChangeCountermeasure(ed, p, id, l)
		})
		if values := describeValues(l); values != "" {
			out.Done = safe.Line("taken up; " + values)
		}
		return out
	}
	return screen.Outcome{Done: safe.Line(describeValues(l)), Edit: &screen.Edit{Label: labelOf(l), Mark: row.ID, Make: func(p model.Postmortem) (model.Postmortem, error) {
		return entry.ChangeCountermeasure(ed, p, row.ID, l)
	}}}
}

// restsWithNobody tells that the line lets a row rest that nobody owns.
func (s *Screen) restsWithNobody(l capture.Line) bool {
	c, _ := s.measure()
	return l.State == model.Resting && c.Owner == "" && len(l.Signed()) == 0
}

// whoDecides asks for the owner of what rests.
func (s *Screen) whoDecides(l capture.Line) string {
	return "who decides it on " + l.RestUntil.Said() + "? Type @name"
}

// describeValues is what the line set, with its values: "owner Ana Silva, by Fri 27 Mar".
func describeValues(l capture.Line) string {
	var all []string
	add := func(what, value string) {
		if value != "" {
			all = append(all, what+" "+value)
		}
	}
	if who := l.Signed(); len(who) > 0 {
		name := cmp.Or(who[0].Name, "@"+who[0].Handle)
		add("owner", name)
	}
	switch l.State {
	case model.Resting:
		add("rests until", l.RestUntil.Said())
	case model.Declined:
		add("declined because", l.Reason)
	case model.Done:
		all = append(all, "done")
	default:
		add("by", l.By.Said())
	}
	add("kind", l.Kind)
	add("done when", l.DoneWhen)
	add("ticket", l.Ticket)
	return strings.Join(all, ", ")
}

// labelOf names the change for undo and history.
func labelOf(l capture.Line) string {
	switch {
	case l.State == model.Resting:
		return "Rests until " + l.RestUntil.Said()
	case l.State == model.Declined:
		return "Countermeasure declined"
	case l.State == model.Done:
		return "Countermeasure done"
	case len(l.Signed()) > 0 && !l.By.IsZero():
		return "Owner and date set"
	case len(l.Signed()) > 0:
		return "Owner set"
	case !l.By.IsZero():
		return "Date set"
	case l.DoneWhen != "":
		return "Done when noted"
	case l.Ticket != "":
		return "Ticket noted"
	case l.Kind != "":
		return "Kind set"
	}
	return "Countermeasure changed"
}
