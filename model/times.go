package model

import (
	"fmt"
	"strings"
	"time"
)

// Duration is one of the computed times of an incident: to detect, to mitigate, to resolve.
type Duration struct {
	Name string        // "to detect"
	To   MilestoneKind // the milestone it ends at
	Took time.Duration
	Note string // said instead of a time: what is missing, or what contradicts
	OK   bool   // Took holds
	// Contradicts tells that the milestone stands before the beginning.
	Contradicts bool
	short       string
}

// Words returns "33 min to resolve", or the note.
func (d Duration) Words() string {
	if !d.OK {
		return d.Note
	}
	return Minutes(d.Took) + " " + d.Name
}

// shortest is how many columns Short may take: the notes beside the fields of Open.
const shortest = 20

// Short is Words for a narrow column, 20 columns at most: "33 min to resolve", "began later?".
func (d Duration) Short() string {
	switch {
	case !d.OK:
		return d.short
	case len(d.Words()) <= shortest:
		return d.Words()
	}
	return Minutes(d.Took)
}

// Durations returns the times to detect, mitigate and resolve, each counted from when the
// incident began. Where entries contradict each other the words say so; a negative time is
// never shown.
func (p Postmortem) Durations() []Duration {
	began := p.Milestone(Began)
	var all []Duration
	for _, d := range []Duration{
		{Name: "to detect", To: Detected},
		{Name: "to mitigate", To: Mitigated},
		{Name: "to resolve", To: Resolved},
	} {
		end := p.Milestone(d.To)
		switch {
		case end.IsZero():
			d.Note, d.short = "not known yet", "not known yet"
		case began.IsZero():
			d.Note, d.short = "not known yet: when did it begin?", "when did it begin?"
		case end.At.Before(began.At):
			d.Note, d.short = string(d.To)+" before it began: which time is right?", "began later?"
			d.Contradicts = true
		default:
			d.Took, d.OK = end.At.Sub(began.At), true
		}
		all = append(all, d)
	}
	return all
}

// Contradictions says, in words, which milestones stand before one that must come earlier.
func (p Postmortem) Contradictions() []string {
	var said []string
	for _, pair := range [][2]MilestoneKind{
		{Began, Detected}, {Began, Declared}, {Began, Noticed}, {Began, Mitigated}, {Began, Resolved},
		{Detected, Declared}, {Mitigated, Resolved},
	} {
		first, then := p.Milestone(pair[0]), p.Milestone(pair[1])
		if !first.IsZero() && !then.IsZero() && then.At.Before(first.At) {
			said = append(said, fmt.Sprintf("%s stands before %s", pair[1], pair[0]))
		}
	}
	return said
}

// Minutes returns a length of time as people say it: "4 min", "1 h 12 min", "2 d 3 h".
func Minutes(d time.Duration) string {
	if d < time.Minute {
		return fmt.Sprintf("%d s", int(d.Seconds()))
	}
	m := int(d.Round(time.Minute).Minutes())
	parts := []string{}
	if days := m / (24 * 60); days > 0 {
		parts = append(parts, fmt.Sprintf("%d d", days))
		if h := m % (24 * 60) / 60; h > 0 {
			parts = append(parts, fmt.Sprintf("%d h", h))
		}
		return strings.Join(parts, " ")
	}
	if h := m / 60; h > 0 {
		parts = append(parts, fmt.Sprintf("%d h", h))
	}
	if m %= 60; m > 0 || len(parts) == 0 {
		parts = append(parts, fmt.Sprintf("%d min", m))
	}
	return strings.Join(parts, " ")
}
