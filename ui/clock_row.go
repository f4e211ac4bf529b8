package ui

import (
	"fmt"

	"debrief/model"
	"debrief/model/meeting"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/theme"
)

// half is the right half of row 3, in several lengths, the longest first.
type half struct {
	words []safe.Text
	style theme.Style
	urges bool // it asks for attention; what stands at its left gives way
}

// rightHalf is the minutes of this phase and those that are kept, or what the phase takes from
// others and the key that settles it; in Countermeasures what the room said of the timeline too. Row 3 is the only place that nags, and says one thing at a
// time: what is missing gives way to minutes that are taken.
func (a *App) rightHalf() half {
	h := a.minutesHalf()
	gate := a.gateWords()
	switch {
	case gate == "" || h.urges:
	case len(h.words) == 0:
		h.style, h.words = a.env.Theme.Dim, []safe.Text{gate}
	default:
		h.words = append([]safe.Text{h.words[0] + "   " + gate, gate}, h.words...)
	}
	return h
}

// minutesHalf is what the clock says there.
func (a *App) minutesHalf() half {
	h := half{style: a.env.Theme.Text}
	if a.desk.Sheet == nil || a.at.Screen == screen.Home {
		return h
	}
	c := a.clock()
	here := here(c)
	add := func(format string, words ...any) { h.words = append(h.words, safe.Line(fmt.Sprintf(format, words...))) }
	switch taken := takenWords(c.Overrun()); {
	case a.heldWithout(c):
	case !c.Begun():
		h.style = a.env.Theme.Dim
		add("%s starts the clock", a.clockKey())
	case c.Ended():
		if h.style = a.env.Theme.Dim; c.Next.ID != "" && !c.Next.PlannedAt.IsZero() {
			add("next session %s", c.Next.PlannedAt.In(a.desk.Index.Zone).Format("Mon 2 Jan 15:04"))
		}
	case len(taken) > 0:
		h.style, h.urges = a.env.Theme.Look, true
		key := a.fromHere(keymap.Minutes)
		add("%s: takes %s; %s: extend, borrow, second session", here, taken[0], key)
		add("%s: takes %s; %s: extend or borrow", here, taken[0], key)
		add("%s: takes %s; %s", here, taken[0], key)
		add("%s: takes %s; %s", here, taken[1], key)
		add("%s: %s", here, key)
	case c.Phase >= model.PhaseCountermeasures:
		add("%s", here)
	default:
		kept := c.Share(model.PhaseCountermeasures)
		add("%s, %d kept for countermeasures", here, kept)
		add("%s, %d kept", here, kept)
		add("%s", here)
	}
	return h
}

// takenWords says in full and in short what is taken from whom: "Learning and 1 of the 14 kept
// for countermeasures". Whose minutes are gone altogether is named alone.
func takenWords(taken []meeting.Taken) []string {
	full, short := "", ""
	for i, t := range taken {
		name, whole := "for "+t.Phase.String(), t.Minutes == t.Of
		if t.Phase == model.PhaseCountermeasures {
			name = "kept for countermeasures"
		}
		part := fmt.Sprintf("%d of the %d %s", t.Minutes, t.Of, name)
		if whole && i < len(taken)-1 {
			part = t.Phase.String()
		}
		switch {
		case i > 0 && i == len(taken)-1:
			full, short = full+" and ", short+", "
		case i > 0:
			full, short = full+", ", short+", "
		}
		full += part
		short += fmt.Sprintf("%d of %d", t.Minutes, t.Of)
	}
	if full == "" {
		return nil
	}
	return []string{full, short}
}
