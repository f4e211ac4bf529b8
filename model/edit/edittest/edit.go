// Package edittest has an editor, records and random edits for tests.
package edittest

import (
	"debrief/model"
	"debrief/model/edit"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

// Start is Thursday, 12 March 2026, two in the afternoon, UTC.
var Start = time.Date(2026, 3, 12, 14, 0, 0, 0, time.UTC)

// Editor is an editor whose ids and clock are the same in every run.
func Editor() edit.Editor {
	random := rand.NewChaCha8([32]byte{1})
	return edit.Editor{
		NewID:     func() model.ID { id, _ := model.NewID(random); return id },
		Now:       func() time.Time { return Start },
		KnownZone: func(z string) bool { return z == "Europe/Berlin" || z == "UTC" },
	}
}

// Begun is a new post-mortem.
func Begun(t testing.TB, ed edit.Editor) model.Postmortem {
	t.Helper()
	p, err := ed.NewPostmortem("Checkout errors", "Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// At is a time so many minutes after Start.
func At(minute int) model.Moment {
	return model.Moment{At: Start.Add(time.Duration(minute) * time.Minute), Zone: "UTC"}
}

// Must makes a step of a test that is known to work.
func Must(t testing.TB) func(model.Postmortem, error) model.Postmortem {
	return func(p model.Postmortem, err error) model.Postmortem {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
}

// MustID is Must for a step that returns the id of what it made too.
func MustID(t testing.TB) func(model.Postmortem, model.ID, error) (model.Postmortem, model.ID) {
	return func(p model.Postmortem, id model.ID, err error) (model.Postmortem, model.ID) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return p, id
	}
}

// Rows makes a timeline of named rows: a name with a number is timed, one without is untimed
// and follows the row before.
func Rows(t testing.TB, ed edit.Editor, p model.Postmortem, names ...string) model.Postmortem {
	t.Helper()
	after := model.ID("")
	for _, n := range names {
		var minute int
		e := model.Event{What: n}
		if _, err := fmt.Sscanf(n[1:], "%d", &minute); err == nil {
			e.When = At(minute)
		}
		p, after = MustID(t)(ed.AddEvent(p, e, after))
	}
	return p
}

// Named is a person of the record, by name.
func Named(t testing.TB, p model.Postmortem, what string) model.ID {
	t.Helper()
	i := slices.IndexFunc(p.Events, func(e model.Event) bool { return e.What == what })
	if i < 0 {
		t.Fatalf("no row %s", what)
	}
	return p.Events[i].ID
}

// Order is what happened, in the order of the timeline.
func Order(p model.Postmortem) []string {
	var names []string
	for _, e := range model.NewIndex(p).Events {
		names = append(names, e.What)
	}
	return names
}

// WantOrder fails unless the timeline reads so.
func WantOrder(t testing.TB, p model.Postmortem, want ...string) {
	t.Helper()
	if got := Order(p); !slices.Equal(got, want) {
		t.Errorf("timeline is %v, want %v", got, want)
	}
}

// WantProblem fails unless the error is a problem of that field.
func WantProblem(t testing.TB, err error, field string) {
	t.Helper()
	var p model.Problem
	if !errors.As(err, &p) || p.Field != field {
		t.Errorf("error is %v, want a problem of %s", err, field)
	}
}

// WantSame compares two records row by row; the order of their slices means nothing.
func WantSame(t interface {
	Helper()
	Errorf(string, ...any)
}, got, want model.Postmortem) {
	t.Helper()
	if rows := model.Diff("", got, want).Rows; len(rows) > 0 {
		t.Errorf("%d rows differ, the first: got %+v, want %+v", len(rows), rows[0].Before, rows[0].After)
	}
}
