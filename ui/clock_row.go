package ui

import (
	"fmt"

	"debrief/model"
	"debrief/model/meeting"
	"debrief/ui/feature"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// rightHalf is the minutes of this phase and those that are kept, or what the phase takes from
// others and the key that settles it; and what features have to say besides. Row 3 is the only place
// that nags, and says one thing at a time: what is missing gives way to minutes that are taken.
func (a *App) rightHalf() feature.Half {
	h := a.minutesHalf()
	for _, f := range a.features {
		if f.Half == nil || h.Urges {
			continue
		}
		switch more := f.Half(); {
		case len(more.Words) == 0:
		case len(h.Words) == 0:
			h = more
		default:
			last := more.Words[0]
			h.Words = append([]safe.Text{h.Words[0] + "   " + last, last}, h.Words...)
		}
	}
	return h
}

// minutesHalf is what the clock says there.
func (a *App) minutesHalf() feature.Half {
	h := feature.Half{Style: a.env.Theme.Text}
	if a.desk.Sheet == nil || a.at.Screen == screen.Home {
		return h
	}
	c := a.clock()
	here := here(c)
	add := func(format string, words ...any) { h.Words = append(h.Words, safe.Line(fmt.Sprintf(format, words...))) }
	switch taken := takenWords(c.Overrun()); {
	case a.heldWithout(c):
	case !c.Begun():
		h.Style = a.env.Theme.Dim
		add("%s starts the clock", a.clockKey())
	case c.Ended():
		if h.Style = a.env.Theme.Dim; c.Next.ID != "" && !c.Next.PlannedAt.IsZero() {
			add("next session %s", c.Next.PlannedAt.In(a.desk.Index.Zone).Format("Mon 2 Jan 15:04"))
		}
	case len(taken) > 0:
		h.Style, h.Urges = a.env.Theme.Look, true
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
