package timeline

import (
	"debrief/model"
	"debrief/ui/safe"
)

// Ask is the question for the marked row: for an account where it has none, for what was seen
// behind the accounts where it has some, and for what is still unsaid when all rows are told.
func (s *Screen) Ask() safe.Text {
	e, i, ok := s.marked()
	switch {
	case !ok:
		return "What was ordinary about that day before it began?"
	case len(s.x.AccountsOf(e.ID)) == 0 && e.Kind == model.Impact:
		return "What did users experience at this point?"
	case len(s.x.AccountsOf(e.ID)) == 0:
		return "What did you see, hear or read at that moment?"
	case e.When.IsZero():
		return "What does the log or graph show for that time?"
	case s.without == 0 && i == len(s.x.Events)-1:
		return "What is missing? Did anything happen differently for you?"
	}
	return "Where did you see it, and what did you take it to mean then?"
}
