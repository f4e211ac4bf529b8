package screen

import (
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
	switch k {
	case model.Detection:
		return t.Kinds.Detection
	case model.Diagnosis:
		return t.Kinds.Diagnosis
	case model.Decision:
		return t.Kinds.Decision
	case model.Action:
		return t.Kinds.Action
	case model.Impact:
		return t.Kinds.Impact
	case model.Message:
		return t.Kinds.Message
	case model.Observed:
		return t.Kinds.Observed
	}
	return t.Dim
}
