package model

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

// meeting is Thursday, 12 March 2026, two in the afternoon, UTC.
var meeting = time.Date(2026, 3, 12, 14, 0, 0, 0, time.UTC)

func testEditor() Editor {
	random := rand.NewChaCha8([32]byte{1})
	return Editor{
		NewID:     func() ID { id, _ := NewID(random); return id },
		Now:       func() time.Time { return meeting },
		KnownZone: func(z string) bool { return z == "Europe/Berlin" || z == "UTC" },
	}
}

func begun(t testing.TB, ed Editor) Postmortem {
	t.Helper()
	p, err := ed.NewPostmortem("Checkout errors", "Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func at(minute int) Moment {
	return Moment{At: meeting.Add(time.Duration(minute) * time.Minute), Zone: "UTC"}
}

// must makes a step of a test that is known to work.
func must(t testing.TB) func(Postmortem, error) Postmortem {
	return func(p Postmortem, err error) Postmortem {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
}

func mustID(t testing.TB) func(Postmortem, ID, error) (Postmortem, ID) {
	return func(p Postmortem, id ID, err error) (Postmortem, ID) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return p, id
	}
}

// rows makes a timeline of named rows: a name with a number is timed, one without is untimed
// and follows the row before.
func rows(t testing.TB, ed Editor, p Postmortem, names ...string) Postmortem {
	t.Helper()
	after := ID("")
	for _, n := range names {
		var minute int
		e := Event{What: n}
		if _, err := fmt.Sscanf(n[1:], "%d", &minute); err == nil {
			e.When = at(minute)
		}
		p, after = mustID(t)(ed.AddEvent(p, e, after))
	}
	return p
}

func named(t testing.TB, p Postmortem, what string) ID {
	t.Helper()
	i := slices.IndexFunc(p.Events, func(e Event) bool { return e.What == what })
	if i < 0 {
		t.Fatalf("no row %s", what)
	}
	return p.Events[i].ID
}

func order(p Postmortem) []string {
	var names []string
	for _, e := range NewIndex(p).Events {
		names = append(names, e.What)
	}
	return names
}

func wantOrder(t testing.TB, p Postmortem, want ...string) {
	t.Helper()
	if got := order(p); !slices.Equal(got, want) {
		t.Errorf("timeline is %v, want %v", got, want)
	}
}

func wantProblem(t testing.TB, err error, field string) {
	t.Helper()
	var p Problem
	if !errors.As(err, &p) || p.Field != field {
		t.Errorf("error is %v, want a problem of %s", err, field)
	}
}

func TestANewPostmortemIsADraftOfAnHour(t *testing.T) {
	p := begun(t, testEditor())
	if p.Header.Status != StatusDraft || p.Incident.Kind != Unscheduled || len(p.Sessions) != 1 {
		t.Errorf("got %+v", p.Header)
	}
	var minutes []int
	for _, m := range p.PhaseMinutes {
		minutes = append(minutes, m.Planned)
	}
	if want := []int{4, 2, 21, 9, 6, 14, 4}; !slices.Equal(minutes, want) {
		t.Errorf("minutes are %v, want %v", minutes, want)
	}
	if found := Check(p); len(found) > 0 {
		t.Errorf("a new record has problems: %v", found)
	}
}

// wantSame compares two records row by row; the order of their slices means nothing.
func wantSame(t interface {
	Helper()
	Errorf(string, ...any)
}, got, want Postmortem) {
	t.Helper()
	if rows := Diff("", got, want).Rows; len(rows) > 0 {
		t.Errorf("%d rows differ, the first: got %+v, want %+v", len(rows), rows[0].Before, rows[0].After)
	}
}
