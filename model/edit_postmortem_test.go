package model

import (
	"testing"
	"time"
	"unicode/utf8"
)

// A facilitator wrote the page to a file to read it. The record called itself published from then
// on, the page said draft, and undo did not take it back.
func TestWritingThePageIsNotPublishing(t *testing.T) {
	ed := testEditor()
	for _, s := range Statuses() {
		p := must(t)(ed.SetStatus(begun(t, ed), s))
		p = must(t)(ed.Publish(p, "/home/ana/review.md"))
		if h := p.Header; h.Status != s || h.PublishedAt.IsZero() || h.PublishedTo != "/home/ana/review.md" {
			t.Errorf("after %s: got %s, %s, %q", s, h.Status, h.PublishedAt, h.PublishedTo)
		}
	}
}

func TestAPersonSaysTheStatus(t *testing.T) {
	ed := testEditor()
	p := must(t)(ed.SetField(begun(t, ed), FieldStatus, "pub"))
	if p.Header.Status != StatusPublished || p.Field(FieldStatus) != "published" {
		t.Errorf("got %q", p.Field(FieldStatus))
	}
	for _, typed := range []string{"", "over"} {
		_, err := ed.SetField(p, FieldStatus, typed)
		wantProblem(t, err, "Status")
	}
}

// The note beside Detected was cut: "! detected before b".
func TestADurationHasWordsForANarrowColumn(t *testing.T) {
	ed := testEditor()
	p := begun(t, ed)
	short := func(want string, contradicts bool) {
		t.Helper()
		d := p.Durations()[1]
		if d.Short() != want || d.Contradicts != contradicts {
			t.Errorf("got %q, %v; want %q, %v", d.Short(), d.Contradicts, want, contradicts)
		}
		if n := utf8.RuneCountInString(d.Short()); n > 20 {
			t.Errorf("%q takes %d columns", d.Short(), n)
		}
	}
	short("not known yet", false)
	p = must(t)(ed.SetMilestone(p, Mitigated, at(9)))
	short("when did it begin?", false)
	p = must(t)(ed.SetMilestone(p, Began, at(12)))
	short("began later?", true)
	p = must(t)(ed.SetMilestone(p, Began, at(5)))
	short("4 min to mitigate", false)
	p = must(t)(ed.SetMilestone(p, Mitigated, Moment{At: at(5).At.Add(12*time.Hour + 59*time.Minute)}))
	short("12 h 59 min", false)
}
