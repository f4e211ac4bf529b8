package minutes

import (
	"fmt"

	"debrief/model"
	"debrief/model/meeting"
	"debrief/ui/feature"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/theme"
)

// header is how long the meeting has gone on, of how long.
func (k *clock) header() (safe.Text, theme.Style) {
	t, c := k.Theme, k.Clock()
	words, style := meeting.HoursMinutes(c.Minutes())+" of "+meeting.HoursMinutes(c.Length()), t.Strong
	switch {
	case c.Session.ID == "" || k.heldWithout(c):
		return "", style
	case c.Ended():
		words, style = words+" ended", t.Dim
	case c.Begun() && !c.Runs():
		words += " paused"
	}
	return safe.Line(words), style
}

// heldWithout tells that the meeting was held without a clock, which then has nothing to show.
func (k *clock) heldWithout(c meeting.Clock) bool {
	return !c.Begun() && k.Desk.Record.Header.Status != model.StatusDraft
}

// covered is the minutes of the phase while a panel covers the whole body, "" while no meeting goes on.
func (k *clock) covered() safe.Text {
	if c := k.Clock(); k.InMeeting() && c.Begun() && !c.Ended() {
		return here(c)
	}
	return ""
}

func here(c meeting.Clock) safe.Text {
	spent, of := c.Here()
	return safe.Line(fmt.Sprintf("%d of %d min", spent, of))
}

// half is the minutes of this phase and those that are kept, or what the phase takes from others and the
// key that settles it.
func (k *clock) half() feature.Half {
	h := feature.Half{Style: k.Theme.Text}
	if !k.InMeeting() {
		return h
	}
	c := k.Clock()
	here := here(c)
	add := func(format string, words ...any) { h.Words = append(h.Words, safe.Line(fmt.Sprintf(format, words...))) }
	switch taken := takenWords(c.Overrun()); {
	case k.heldWithout(c):
	case !c.Begun():
		h.Style = k.Theme.Dim
		add("%s starts the clock", k.Key(keymap.Clock))
	case c.Ended():
		if h.Style = k.Theme.Dim; c.Next.ID != "" && !c.Next.PlannedAt.IsZero() {
			add("next session %s", c.Next.PlannedAt.In(k.Desk.Index.Zone).Format("Mon 2 Jan 15:04"))
		}
	case len(taken) > 0:
		h.Style, h.Urges = k.Theme.Look, true
		key := k.Key(keymap.Minutes)
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
