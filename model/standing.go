package model

// Standing is where a countermeasure stands: what a person said of it, and what follows.
type Standing string

// The standings, in the order of the screen.
const (
	Decided        Standing = "decided" // it has an owner and a target date
	Undecided      Standing = "undecided"
	StandsResting  Standing = "resting"
	StandsDone     Standing = "done"
	StandsDeclined Standing = "declined"
)

// Standing returns where the countermeasure stands. Without an owner and a target date an open
// one is undecided, whatever else was said of it: the book asks for both.
func (c Countermeasure) Standing() Standing {
	switch c.State {
	case Resting:
		return StandsResting
	case Declined:
		return StandsDeclined
	case Done:
		return StandsDone
	}
	if c.Owner != "" && !c.By.IsZero() {
		return Decided
	}
	return Undecided
}

// Overdue tells that a decided countermeasure's target date, or a resting one's day to decide,
// lies before today.
func (c Countermeasure) Overdue(today Date) bool {
	switch c.Standing() {
	case Decided:
		return c.By.Before(today)
	case StandsResting:
		return !c.RestUntil.IsZero() && c.RestUntil.Before(today)
	}
	return false
}

// ToDecide tells that a resting countermeasure's day to be decided has come.
func (c Countermeasure) ToDecide(today Date) bool {
	return c.Standing() == StandsResting && !c.RestUntil.IsZero() && !today.Before(c.RestUntil)
}
