package timeline

import "debrief/model/prompt"

// Scene is what matters about the marked row.
func (s *Screen) Scene() prompt.Scene {
	at := -1
	if _, i, ok := s.marked(); ok {
		at = i
	}
	return prompt.Scene{Holds: prompt.OfEvent(s.x, at, s.without)}
}
