package countermeasures

import (
	"debrief/model"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// Ask is the question that belongs to the first empty field of the marked row, else one for the
// section that it stands in.
func (s *Screen) Ask() safe.Text {
	if s.merging != (screen.Row{}) {
		return `Merge "` + safe.Cut(safe.Line(s.words(s.merging)), 24) + `" with which row? Enter does it`
	}
	if idea, ok := s.idea(); ok {
		if idea.State == model.IdeaDeclined {
			return "What are we choosing not to do, and why is that reasonable?"
		}
		return "Does this idea still make sense now?"
	}
	c, ok := s.measure()
	if !ok {
		return "What makes the safe path the easy path?"
	}
	switch c.Standing() {
	case model.StandsResting:
		return "Do we decide now, or let it rest?"
	case model.StandsDone:
		if c.TestedOn.IsZero() {
			return "Was it tested again, and what came of it?"
		}
		return "What helps us notice sooner, limit harm, or recover faster?"
	case model.StandsDeclined:
		return "What are we choosing not to do, and why is that reasonable?"
	}
	switch {
	case c.Owner == "":
		return "Who owns it: a person in this room, or a team that agreed?"
	case c.By.IsZero():
		return "By what date?"
	case c.DoneWhen == "":
		return "How will we know it is done, and that it works?"
	case c.Condition == "":
		return "Which condition does it address?"
	}
	return "What does this idea make harder or more complex?"
}
