package markdown

import (
	"cmp"
	"slices"
	"strconv"

	"debrief/model"
	"debrief/model/meeting"
)

// mostKnown is how many rows a card names of one sort, those nearest to its moment: a timeline of
// thousands stands on the page once.
const mostKnown = 8

// spokenOf is for each person the rows of the timeline of which something says whether they knew;
// under the empty id stands what is said of the people at work on it in general.
type spokenOf map[model.ID][]int

func newSpokenOf(x *model.Index) spokenOf {
	spoken := make(spokenOf)
	add := func(who, event model.ID) {
		if i := x.EventAt(event); i >= 0 {
			spoken[who] = append(spoken[who], i)
		}
	}
	for _, k := range x.Knowings {
		add(k.Attendee, k.Event)
	}
	for _, a := range x.Accounts {
		if a.Attendee != "" {
			add(a.Attendee, a.Event)
		}
	}
	for _, d := range x.DecisionPoints {
		if d.Attendee != "" {
			add(d.Attendee, d.Event)
		}
	}
	return spoken
}

// rows returns the rows that a card has to ask about, in the order of the timeline.
func (s spokenOf) rows(who model.ID) []int {
	rows := slices.Clone(s[who])
	if who != "" {
		rows = append(rows, s[""]...)
	}
	slices.Sort(rows)
	return slices.Compact(rows)
}

// knownThen writes what the rest of the timeline was to the person of a card at its moment, where
// the record says so of a row: known by then, learned later, or that nobody has said yet. It
// tells whether it wrote anything.
func (w *writer) knownThen(card model.DecisionPoint, spoken spokenOf) bool {
	then := meeting.NewStandpoint(w.Index, card.Attendee, card.Event)
	var known, later, toAsk []int
	for _, i := range spoken.rows(card.Attendee) {
		switch state := then.Row(i).State; {
		case state.Known():
			known = append(known, i)
		case state == meeting.LearnedLater:
			later = append(later, i)
		case state == meeting.ToAsk:
			toAsk = append(toAsk, i)
		}
	}
	w.thenRows("Known by then", then, known)
	w.thenRows("Learned later", then, later)
	w.thenRows("Nobody has said yet when it was known", then, toAsk)
	return len(known)+len(later)+len(toAsk) > 0
}

func (w *writer) thenRows(name string, then meeting.Standpoint, rows []int) {
	if len(rows) == 0 {
		return
	}
	w.raw("- **" + name + ":**")
	if len(rows) == 1 {
		w.raw(" ")
		w.thenRow(then.Row(rows[0]), inline)
		w.raw("\n")
		return
	}
	w.raw("\n")
	if more := len(rows) - mostKnown; more > 0 {
		rows = rows[more:]
		w.raw("  - " + strconv.Itoa(more) + " rows before these\n")
	}
	for _, i := range rows {
		w.raw("  - ")
		w.thenRow(then.Row(i), lineStart)
		w.raw("\n")
	}
}

// thenRow writes "13:52 Replica lag passes 90 s (at 14:21)".
func (w *writer) thenRow(r meeting.Then, at position) {
	e := w.Event(r.Event)
	if !e.When.IsZero() {
		w.moment(e.When)
		w.raw(" ")
		at = inline
	}
	w.text(e.What, at|beforeMore)
	switch r.State {
	case meeting.KnewSince:
		w.raw(" (since ")
	case meeting.LearnedLater:
		w.raw(" (at ")
	case meeting.WasThere:
		w.raw(" (by their own account)")
		return
	default:
		return
	}
	w.moment(r.When)
	w.raw(")")
}

// differing returns who learned of the event after it happened, in the order of time, behind
// those who knew at once; none where nobody learned of it later.
func (w *writer) differing(e model.Event) []model.Knowing {
	var atOnce, later []model.Knowing
	for _, k := range w.KnowingsOf(e.ID) {
		switch {
		case k.State == model.KnownAt && !k.When.IsZero() && k.When.At != e.When.At:
			later = append(later, k)
		case k.State != model.NobodySaid:
			atOnce = append(atOnce, k)
		}
	}
	if len(later) == 0 {
		return nil
	}
	slices.SortStableFunc(later, func(a, b model.Knowing) int { return cmp.Compare(a.When.At.UnixMilli(), b.When.At.UnixMilli()) })
	return append(atOnce, later...)
}

func (w *writer) knownCell(e model.Event) {
	for i, k := range w.differing(e) {
		if i > 0 {
			w.raw(nextLine)
		}
		w.knowing(e, k, inCell)
	}
}

// knowing writes "14:21 to Ben Okafor, 29 min later", or "at once to Mia Berg".
func (w *writer) knowing(e model.Event, k model.Knowing, at position) {
	later := k.State == model.KnownAt && k.When.At != e.When.At
	if later {
		w.moment(k.When)
	} else {
		w.raw("at once")
	}
	if k.Attendee != "" {
		w.raw(" to ")
		w.text(w.name(k.Attendee), at)
	}
	if later && !e.When.IsZero() && k.When.At.After(e.When.At) {
		w.raw(", " + model.Minutes(k.When.At.Sub(e.When.At)) + " later")
	}
}
