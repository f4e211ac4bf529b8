package edit_test

import (
	"debrief/model"
	"debrief/model/edit/edittest"
	"slices"
	"testing"
	"time"
	"unicode/utf8"
)

// A facilitator wrote the page to a file to read it. The record called itself published from then
// on, the page said draft, and undo did not take it back.
func TestWritingThePageIsNotPublishing(t *testing.T) {
	ed := edittest.Editor()
	for _, s := range model.Statuses() {
		p := edittest.Must(t)(ed.SetField(edittest.Begun(t, ed), model.FieldStatus, string(s)))
		p = edittest.Must(t)(ed.Publish(p, "/home/ana/review.md"))
		if h := p.Header; h.Status != s || h.PublishedAt.IsZero() || h.PublishedTo != "/home/ana/review.md" {
			t.Errorf("after %s: got %s, %s, %q", s, h.Status, h.PublishedAt, h.PublishedTo)
		}
	}
}

func TestAPersonSaysTheStatus(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Must(t)(ed.SetField(edittest.Begun(t, ed), model.FieldStatus, "pub"))
	if p.Header.Status != model.StatusPublished || p.Field(model.FieldStatus) != "published" {
		t.Errorf("got %q", p.Field(model.FieldStatus))
	}
	for _, typed := range []string{"", "over"} {
		_, err := ed.SetField(p, model.FieldStatus, typed)
		edittest.WantProblem(t, err, "Status")
	}
}

// The note beside Detected was cut: "! detected before b".
func TestADurationHasWordsForANarrowColumn(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Begun(t, ed)
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
	p = edittest.Must(t)(ed.SetMilestone(p, model.Mitigated, edittest.At(9)))
	short("when did it begin?", false)
	p = edittest.Must(t)(ed.SetMilestone(p, model.Began, edittest.At(12)))
	short("began later?", true)
	p = edittest.Must(t)(ed.SetMilestone(p, model.Began, edittest.At(5)))
	short("4 min to mitigate", false)
	p = edittest.Must(t)(ed.SetMilestone(p, model.Mitigated, model.Moment{At: edittest.At(5).At.Add(12*time.Hour + 59*time.Minute)}))
	short("12 h 59 min", false)
}

func TestANewPostmortemIsADraftOfAnHour(t *testing.T) {
	p := edittest.Begun(t, edittest.Editor())
	if p.Header.Status != model.StatusDraft || p.Incident.Kind != model.Unscheduled || len(p.Sessions) != 1 {
		t.Errorf("got %+v", p.Header)
	}
	var minutes []int
	for _, m := range p.PhaseMinutes {
		minutes = append(minutes, m.Planned)
	}
	if want := []int{4, 2, 21, 9, 6, 14, 4}; !slices.Equal(minutes, want) {
		t.Errorf("minutes are %v, want %v", minutes, want)
	}
	if found := model.Check(p); len(found) > 0 {
		t.Errorf("a new record has problems: %v", found)
	}
}
