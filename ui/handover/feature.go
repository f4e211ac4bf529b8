package handover

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"debrief/model"
	"debrief/model/meeting"
	"debrief/model/prompt"
	"debrief/ui/desk"
	"debrief/ui/feature"
	"debrief/ui/keymap"
	"debrief/ui/safe"
)

// latestShown is how many entries of the log the page tells.
const latestShown = 4

// handing is the feature.
type handing struct{ feature.Frame }

// Feature is the page that tells where the meeting stands, so that another person can go on.
func Feature(f feature.Frame) feature.Feature {
	h := handing{f}
	return feature.Feature{Happened: h.happened, Commands: []feature.Command{
		{Name: keymap.HandOver, Off: f.InRecord, Do: feature.Opens(func() *Panel { return New(f.Env, h.state) })},
	}}
}

// state is what the page tells, as of now.
func (h handing) state() State {
	c := h.Clock()
	s := State{Index: h.Desk.Index, Phase: h.At().Screen.Phase(), Spent: c.Minutes(), Of: c.Length(), Begun: c.Begun()}
	s.PhaseSpent, s.Share = c.Here()
	s.Missing = safe.Line(strings.TrimPrefix(h.Lacks(), "Missing: "))
	at, scene := h.Scene()
	s.Ask = safe.Line(h.Asker.Ask(at, scene, prompt.Line{}))
	s.Latest, s.Unread = h.Desk.Latest(latestShown), h.Desk.History == nil && h.Desk.HistoryErr == nil
	s.Drafts, s.Private = h.halfTyped()
	s.Unsaved = h.Desk.Waiting()
	return s
}

// halfTyped is what was typed in the phases and is not recorded, here first. What is not for the room
// is counted while the room sees the page.
func (h handing) halfTyped() (all []Draft, private int) {
	for slot, t := range h.Line.Waiting() {
		phase := slot.Place.Phase()
		if phase == 0 || t.Words == "" || slot.Field == Field {
			continue
		}
		if h.Desk.Hides(slot) {
			private++
			continue
		}
		all = append(all, Draft{Phase: phase, Text: t.Words})
	}
	here := h.At().Screen.Phase()
	place := func(d Draft) model.Phase {
		if d.Phase == here {
			return 0
		}
		return d.Phase
	}
	slices.SortFunc(all, func(x, y Draft) int {
		return cmp.Or(cmp.Compare(place(x), place(y)), cmp.Compare(x.Text, y.Text))
	})
	return all, private
}

// happened says, when a record is opened whose meeting is under way, where it stands and
// which key tells the rest: whoever opens it may be another person than the one who led it.
func (h handing) happened(event any) {
	e, ok := event.(desk.Opened)
	if !ok || e.How != desk.Read {
		return
	}
	c, was := h.Clock(), h.Desk.Record.Header
	said, _ := h.Said()
	if was.Status != model.StatusDraft || c.Ended() || !c.Begun() && was.Phase < model.PhaseAttendees || said != "" {
		return
	}
	words := "The meeting stands at " + was.Phase.Short()
	if c.Begun() && c.Length() > 0 {
		words += fmt.Sprintf(", %s of %s", meeting.HoursMinutes(c.Minutes()), meeting.HoursMinutes(c.Length()))
	}
	h.Reads(words + "; Esc h: you are here")
}
