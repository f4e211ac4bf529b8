package meeting

import (
	"cmp"
	"debrief/model"
	"slices"
)

// Return is a countermeasure that comes back when its record is opened again.
type Return struct {
	Countermeasure model.Countermeasure
	Why            ReturnReason
	Since          model.Date // the day that has come or passed; zero for one that is undecided
}

// ReturnReason says why a countermeasure comes back.
type ReturnReason int

// The reasons, the most pressing first.
const (
	ToDecide  ReturnReason = iota // it rested, and its day has come
	IsOverdue                     // it is decided, and its target date has passed
	StillOpen                     // it was left undecided in an earlier sitting
)

// Returning lists what comes back on that day: resting ones whose day has come, decided ones past
// their target date, and those that an earlier sitting left undecided; within each the longest
// waiting first.
func Returning(x *model.Index, today model.Date) []Return {
	var all []Return
	over := earlierSitting(x, today)
	for _, c := range x.Countermeasures {
		switch s := c.Standing(); {
		case c.ToDecide(today):
			all = append(all, Return{c, ToDecide, c.RestUntil})
		case s == model.Decided && c.Overdue(today):
			all = append(all, Return{c, IsOverdue, c.By})
		case s == model.Undecided && over:
			all = append(all, Return{c, StillOpen, model.Date{}})
		}
	}
	slices.SortStableFunc(all, func(a, b Return) int {
		return cmp.Or(cmp.Compare(a.Why, b.Why), a.Since.Time().Compare(b.Since.Time()))
	})
	return all
}

// earlierSitting tells that what is undecided was left by a sitting that is over: the meeting was
// held, it began on a day before today, or another sitting has not come to Countermeasures yet.
func earlierSitting(x *model.Index, today model.Date) bool {
	s := x.Session()
	began := s.Start
	if began.IsZero() {
		began = x.Header.Created
	}
	switch {
	case x.Header.Status != model.StatusDraft:
		return true
	case !began.IsZero() && model.DateOf(began.In(x.Zone)).Before(today):
		return true
	}
	return len(x.Sessions) > 1 && !slices.ContainsFunc(x.PhaseMinutes, func(m model.PhaseMinutes) bool {
		return m.Session == s.ID && m.Phase == model.PhaseCountermeasures && m.Visited
	})
}
