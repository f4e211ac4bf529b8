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

// asks is the condition that a field of the forms is marked.
func asks(key string) prompt.Condition {
	switch key {
	case fieldText:
		return prompt.FieldWhat
	case fieldOwner:
		return prompt.NoOwner
	case fieldBy:
		return prompt.NoDate
	case fieldKind:
		return prompt.FieldKind
	case fieldDoneWhen:
		return prompt.NoDoneWhen
	case fieldTicket:
		return prompt.FieldTicket
	case fieldCondition:
		return prompt.NoCondition
	case fieldRow:
		return prompt.FieldRow
	case fieldState, fieldRest:
		return prompt.Resting
	case fieldReason:
		return prompt.Declined
	case fieldDoneOn, fieldClosing:
		return prompt.FieldDone
	case fieldTested, fieldResult:
		return prompt.NotTested
	case fieldSaidBy:
		return prompt.FieldSaidBy
	case fieldPrivate:
		return prompt.FieldPrivate
	}
	return ""
}
