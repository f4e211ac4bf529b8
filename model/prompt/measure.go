package prompt

import (
	"debrief/model"
	"debrief/model/meeting"
)

// OfMeasure returns what matters about a countermeasure, the most pressing first.
func OfMeasure(c model.Countermeasure) []Condition {
	holds := make([]Condition, 0, 6)
	switch c.Standing() {
	case model.StandsResting:
		holds = append(holds, Resting)
	case model.StandsDone:
		if c.TestedOn.IsZero() {
			return []Condition{NotTested}
		}
		return nil
	case model.StandsDeclined:
		return []Condition{Declined}
	}
	for _, lack := range []struct {
		lacks bool
		says  Condition
	}{{c.Owner == "", NoOwner}, {c.By.IsZero(), NoDate}, {c.DoneWhen == "", NoDoneWhen}, {c.Condition == "", NoCondition}} {
		if lack.lacks {
			holds = append(holds, lack.says)
		}
	}
	return append(holds, OpenMeasure)
}

// OfIdea returns what matters about a parked idea.
func OfIdea(i model.ParkedIdea) []Condition {
	if i.State == model.IdeaDeclined {
		return []Condition{Declined}
	}
	return []Condition{Parked}
}

// OfLearning returns what matters about a learning, while these kinds have no row yet.
func OfLearning(l model.Learning, empty []model.LearningKind) []Condition {
	holds := make([]Condition, 0, len(empty)+2)
	if l.Kind == model.OpenQuestion && l.Attendee == "" && l.Answer == "" {
		holds = append(holds, NoAnswer)
	}
	for _, k := range empty {
		holds = append(holds, OfKind(k))
	}
	return append(holds, OfKind(l.Kind))
}

// OfKinds returns that these kinds of learning are asked for.
func OfKinds(kinds []model.LearningKind) []Condition {
	holds := make([]Condition, len(kinds))
	for i, k := range kinds {
		holds[i] = OfKind(k)
	}
	return holds
}

// OfRoom returns which of the six roles nobody in the room stands for, in the book's order.
func OfRoom(coverage []meeting.RoleCoverage) []Condition {
	var holds []Condition
	for _, c := range coverage {
		if len(c.Present) == 0 {
			holds = append(holds, NoRole(c.Role))
		}
	}
	return holds
}
