package ui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"debrief/model"
	"debrief/model/meeting"
	"debrief/model/prompt"
	"debrief/ui/handover"
	"debrief/ui/safe"
)

// latestShown is how many entries of the log the page "you are here" tells.
const latestShown = 4

// openHandOver shows where the meeting stands, so that another person can go on.
func (a *App) openHandOver() {
	a.openPanel(handover.New(a.env, a.standing))
}

// standing is what the page tells, as of now.
func (a *App) standing() handover.State {
	c := a.clock()
	h := handover.State{Index: a.desk.Index, Phase: a.at.Screen.Phase(), Spent: c.Minutes(), Of: c.Length(), Begun: c.Begun()}
	h.PhaseSpent, h.Share = c.Here()
	h.Missing = safe.Line(strings.TrimPrefix(a.lackLine(0), "Missing: "))
	at, scene := a.scene()
	h.Ask = safe.Line(a.asker.Ask(at, scene, prompt.Line{}))
	h.Latest, h.Unread = a.desk.Latest(latestShown), a.desk.History == nil && a.desk.HistoryErr == nil
	h.Drafts, h.Private = a.halfTyped()
	h.Unsaved = a.desk.Waiting()
	return h
}

// halfTyped is what was typed in the phases and is not recorded, here first. What is not for the room
// is counted while the room sees the page.
func (a *App) halfTyped() (all []handover.Draft, private int) {
	for slot, t := range a.line.Waiting() {
		phase := slot.Place.Phase()
		if phase == 0 || t.Words == "" || slot.Field == handover.Field {
			continue
		}
		if a.desk.Hides(slot) {
			private++
			continue
		}
		all = append(all, handover.Draft{Phase: phase, Text: t.Words})
	}
	here := a.at.Screen.Phase()
	place := func(d handover.Draft) model.Phase {
		if d.Phase == here {
			return 0
		}
		return d.Phase
	}
	slices.SortFunc(all, func(x, y handover.Draft) int {
		return cmp.Or(cmp.Compare(place(x), place(y)), cmp.Compare(x.Text, y.Text))
	})
	return all, private
}

// offerHandOver says, when a record is opened whose meeting is under way, where it stands and
// which key tells the rest: whoever opens it may be another person than the one who led it.
func (a *App) offerHandOver(was model.Header) {
	c := a.clock()
	if was.Status != model.StatusDraft || c.Ended() || !c.Begun() && was.Phase < model.PhaseAttendees || a.said.words != "" {
		return
	}
	words := "The meeting stands at " + was.Phase.Short()
	if c.Begun() && c.Length() > 0 {
		words += fmt.Sprintf(", %s of %s", meeting.HoursMinutes(c.Minutes()), meeting.HoursMinutes(c.Length()))
	}
	a.say("Reads", words+"; Esc h: you are here")
}
