package countermeasures

import (
	"debrief/model/prompt"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// Scene is what the marked row lacks, or which step is under way.
func (s *Screen) Scene() prompt.Scene {
	if s.merging != (screen.Row{}) {
		return prompt.Scene{Holds: []prompt.Condition{prompt.Merging}, Fill: prompt.Fill{Row: string(safe.Cut(safe.Line(s.words(s.merging)), 24))}}
	}
	if idea, ok := s.idea(); ok {
		return prompt.Scene{Holds: prompt.OfIdea(idea)}
	}
	if c, ok := s.measure(); ok {
		return prompt.Scene{Holds: prompt.OfMeasure(c)}
	}
	return prompt.Holding(prompt.NoMeasure)
}
