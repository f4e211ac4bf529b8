package screen

import (
	"time"

	"debrief/model"
	"debrief/ui/theme"
)

// Events is the timeline as a list reads it.
type Events struct{ X *model.Index }

// Len is how many events there are.
func (e Events) Len() int { return len(e.X.Events) }

// Key is the event that stands there.
func (e Events) Key(i int) model.ID { return e.X.Events[i].ID }

// Index is where an event stands.
func (e Events) Index(id model.ID) (int, bool) {
	i := e.X.EventAt(id)
	return i, i >= 0
}

// Of is the event that a row of one of these tables hangs on, the row itself where it is one; "" where it
// hangs on none.
func (e Events) Of(id model.ID, tables ...model.Table) model.ID {
	if e.X.EventAt(id) >= 0 {
		return id
	}
	for _, table := range tables {
		row, _ := e.X.Postmortem.Row(table, id)
		switch r := row.(type) {
		case model.Account:
			return r.Event
		case model.Knowing:
			return r.Event
		case model.DecisionPoint:
			return r.Event
		case model.Evidence:
			return onEvent(r.Of, r.OfID)
		case model.Note:
			return onEvent(r.Of, r.OfID)
		}
	}
	return ""
}

func onEvent(of model.Table, id model.ID) model.ID {
	if of != model.Events {
		return ""
	}
	return id
}

// Name is how an event is called in a sentence: by its time, else by its first words.
func (e Events) Name(event model.Event) string {
	if event.When.IsZero() {
		return string(Quoted(event.What))
	}
	return event.When.Clock(e.X.Zone)
}

// Base is per event its time, or that of the last one before it that has one.
func (e Events) Base() []time.Time {
	base := make([]time.Time, len(e.X.Events))
	var last time.Time
	for i, event := range e.X.Events {
		if !event.When.IsZero() {
			last = event.When.At
		}
		base[i] = last
	}
	return base
}

// NewDay tells that the event that stands there is the first of another day than the one before
// it that has a time.
func (e Events) NewDay(i int) bool {
	when := e.X.Events[i].When
	for j := i - 1; j >= 0 && !when.IsZero(); j-- {
		if before := e.X.Events[j].When; !before.IsZero() {
			return model.DateOf(before.At.In(e.X.Zone)) != model.DateOf(when.At.In(e.X.Zone))
		}
	}
	return false
}

// Clock is when the event that stands there happened, as a list shows it: a row of a new day
// names the day.
func (e Events) Clock(i int) string {
	when := e.X.Events[i].When
	if e.NewDay(i) {
		return when.At.In(e.X.Zone).Format("Mon ") + when.Clock(e.X.Zone)
	}
	return when.Clock(e.X.Zone)
}

// KindStyle is the faint tint of an event's time.
func KindStyle(t *theme.Theme, k model.EventKind) theme.Style {
	for _, tint := range [...]struct {
		kind  model.EventKind
		style theme.Style
	}{
		{model.Detection, t.Kinds.Detection}, {model.Diagnosis, t.Kinds.Diagnosis}, {model.Decision, t.Kinds.Decision}, {model.Action, t.Kinds.Action},
		{model.Impact, t.Kinds.Impact}, {model.Message, t.Kinds.Message}, {model.Observed, t.Kinds.Observed},
	} {
		if tint.kind == k {
			return tint.style
		}
	}
	return t.Dim
}
