package ui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/prompt"
	"debrief/ui/handover"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// latestShown is how many entries of the log the page "you are here" tells.
const latestShown = 4

// openHandOver shows where the meeting stands, so that another person can go on.
func (a *App) openHandOver() tea.Cmd {
	a.openPanel(handover.New(a.env, a.standing))
	return nil
}

// standing is what the page tells, as of now.
func (a *App) standing() handover.State {
	s := a.session
	h := minutesOf(s.index, a.options.Now())
	h.Index, h.Phase = s.index, a.at.Screen.Phase()
	h.Missing = safe.Line(strings.TrimPrefix(a.lackLine(), "Missing: "))
	at, scene := a.scene()
	h.Ask = safe.Line(a.asker.Ask(at, scene, prompt.Line{}))
	h.Latest, h.Unread = s.latest(latestShown), s.history == nil && s.historyErr == nil
	h.Drafts = a.halfTyped()
	h.Unsaved = a.queue.Changes() + len(a.conflicts)
	return h
}

// minutesOf counts the minutes of the sitting and of the phase where it stands.
func minutesOf(x *model.Index, now time.Time) handover.State {
	s, spent, here := x.Session(), 0, 0
	var h handover.State
	for _, m := range x.PhaseMinutes {
		if m.Session != s.ID {
			continue
		}
		h.Of += m.Planned + m.Given
		spent += m.Actual
		if m.Phase == x.Header.Phase {
			h.Share += m.Planned + m.Given
			here += m.Actual
		}
	}
	if !s.ClockAt.IsZero() {
		runs := int(max(now.Sub(s.ClockAt), 0) / time.Second)
		spent, here = spent+runs, here+runs
	}
	h.Spent, h.PhaseSpent = spent/60, here/60
	h.Begun = spent > 0 || !s.Start.IsZero()
	return h
}

// latest returns the newest edits of the log, newest first. Facts, such as that a phase was
// visited, tell nothing that the page does not.
func (s *session) latest(most int) []model.Entry {
	entries := s.early
	if s.history != nil {
		entries = s.history.Entries()
	}
	var found []model.Entry
	for i := len(entries) - 1; i >= 0 && len(found) < most; i-- {
		if entries[i].Kind != model.Fact {
			found = append(found, entries[i])
		}
	}
	return found
}

// halfTyped is what was typed in the phases and is not recorded, here first.
func (a *App) halfTyped() []handover.Draft {
	var all []handover.Draft
	for slot, text := range a.line.Texts() {
		phase := screen.Name(slot.Place).Phase()
		if phase == 0 || text == "" || slot.Field == handover.Field {
			continue
		}
		all = append(all, handover.Draft{Phase: phase, Text: text})
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
	return all
}

// offerHandOver says, when a record is opened whose meeting is under way, where it stands and
// which key tells the rest: whoever opens it may be another person than the one who led it.
func (a *App) offerHandOver(was model.Header) {
	h := minutesOf(a.session.index, a.options.Now())
	if was.Status != model.StatusDraft || !h.Begun && was.Phase < model.PhaseAttendees || a.said.words != "" {
		return
	}
	words := "The meeting stands at " + was.Phase.Short()
	if h.Begun && h.Of > 0 {
		words += fmt.Sprintf(", %s of %s", handover.Clock(h.Spent), handover.Clock(h.Of))
	}
	a.say("Reads", words+"; Esc h: you are here")
}
