package meeting

import (
	"debrief/model"
	"fmt"
	"time"
)

// GateOpens tells whether the room is to be asked, on the way to Countermeasures, if it agrees on
// the timeline. It is asked once a sitting. What was held is not asked about in its last sitting, nor is a
// record that came with countermeasures and no answer: its room has been there. A later sitting is
// asked again where the first went on without agreeing, or where the timeline changed since; see
// History.TimelineChanged.
func GateOpens(x *model.Index, changed bool) bool {
	now, answered := x.Session(), Answered(x)
	switch {
	case x.Header.Status != model.StatusDraft && (answered.ID == "" || answered.ID == now.ID):
		return false
	case answered.ID == "":
		return len(x.Countermeasures) == 0
	case answered.ID == now.ID || now.Start.IsZero(): // this sitting, or one that has not begun
		return false
	}
	return changed || answered.Gate != model.GateConfirmed
}

// Answered returns the latest sitting in which the room said whether it agrees on the timeline,
// the zero Session where it was never asked.
func Answered(x *model.Index) model.Session {
	for i := len(x.Sessions) - 1; i >= 0; i-- {
		if x.Sessions[i].Gate != "" {
			return x.Sessions[i]
		}
	}
	return model.Session{}
}

// TimelineWords is what there is to agree on: "9 rows, 1 without an account".
func TimelineWords(x *model.Index) string {
	if len(x.Events) == 0 {
		return "No row yet"
	}
	without := model.CountOf(x.Events, func(e model.Event) bool { return len(x.AccountsOf(e.ID)) == 0 })
	rows := model.Count(len(x.Events), "row", "rows")
	switch without {
	case 0:
		return rows + ", each with an account"
	case len(x.Events):
		return rows + ", none with an account"
	}
	return fmt.Sprintf("%s, %d without an account", rows, without)
}

// InSitting is how far into its sitting a time lies, in hours and minutes: "0:42". It is "" for a
// time that lies in none.
func InSitting(x *model.Index, at time.Time) string {
	if at.IsZero() {
		return ""
	}
	for i := len(x.Sessions) - 1; i >= 0; i-- {
		if began := x.Sessions[i].Start; !began.IsZero() && !at.Before(began) {
			in := at.Sub(began)
			if in >= model.MaxHours*time.Hour {
				return ""
			}
			return HoursMinutes(int(in.Minutes()))
		}
	}
	return ""
}

// TimelineChanged tells that the timeline reads otherwise than when the room last said whether it
// agrees on it. What was changed and taken back again does not count, nor do the order of the
// rows, stars, and what the room does not see.
func TimelineChanged(h *model.History) bool {
	at := len(h.Entries()) - 1
	for at >= 0 && !answersGate(h.Entries()[at]) {
		at--
	}
	if at < 0 {
		return false
	}
	type rowID struct {
		table model.Table
		id    model.ID
	}
	was, now := make(map[rowID]model.Row), make(map[rowID]model.Row)
	for _, e := range h.Entries()[at+1:] {
		for _, r := range e.Change.Rows {
			before, after := toldRow(r.Before), toldRow(r.After)
			if before == nil && after == nil {
				continue
			}
			where := rowID{r.Table, r.ID}
			if _, seen := was[where]; !seen {
				was[where] = before
			}
			now[where] = after
		}
	}
	for where, row := range was {
		if row != now[where] {
			return true
		}
	}
	return false
}

// answersGate tells that an entry notes the room's answer, or brings a record that has one.
func answersGate(e model.Entry) bool {
	for _, r := range e.Change.Rows {
		after, _ := r.After.(model.Session)
		before, _ := r.Before.(model.Session)
		if after.Gate != "" && (after.Gate != before.Gate || after.GateAt != before.GateAt) {
			return true
		}
	}
	return false
}

// toldRow is what a row tells the room of what happened, nil for one that tells nothing of it.
func toldRow(r model.Row) model.Row {
	switch r := r.(type) {
	case model.Event:
		if !r.Private {
			return model.Event{ID: r.ID, When: r.When, What: r.What, Kind: r.Kind}
		}
	case model.Account:
		if !r.Private {
			return model.Account{ID: r.ID, Event: r.Event, Attendee: r.Attendee, Text: r.Text}
		}
	case model.Knowing:
		return model.Knowing{ID: r.ID, Event: r.Event, Attendee: r.Attendee, State: r.State, When: r.When}
	}
	return nil
}
