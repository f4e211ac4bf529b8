package edit

import (
	"debrief/model"
	"fmt"
)

// CountHands notes that so many hands, of so many people in the room, went up for one question.
// The other counts stay; none of them may outnumber the room.
func (ed Editor) CountHands(p model.Postmortem, q model.HandQuestions, hands, of int) (model.Postmortem, error) {
	return ed.changePresent(p, func(s *model.Session) error {
		s.Hands, *s.CountAt(q), s.HandsAsked = of, hands, s.HandsAsked|q
		for _, q := range model.AllHandQuestions() {
			if n, _ := s.Counted(q); n < 0 || n > of {
				return model.Problem{Field: model.Capital(q.String()), Words: fmt.Sprintf("%s is %d of %s; type a number from 0 to %d.",
					model.Capital(q.String()), n, model.Count(of, "person", "people"), of)}
			}
		}
		return nil
	})
}
