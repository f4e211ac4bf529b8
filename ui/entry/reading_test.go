package entry_test

import (
	"strings"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/capture"
	"debrief/ui/entry"
)

func TestTheNewcomersOfALineAreNamed(t *testing.T) {
	c := capture.Context{Phase: model.PhaseTimeline}.At(time.Date(2026, 3, 19, 14, 0, 0, 0, time.UTC))
	for text, want := range map[string]string{
		"14:05 the graph stood flat":            "",
		"14:05 the graph stood flat @ana":       "; new in Attendees: @ana",
		"14:05 the graph stood flat @ana @chao": "; new in Attendees: @ana, @chao",
	} {
		l := capture.Read(text, -1, c)
		if got := entry.Newcomers(l); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
		if got := strings.Join(entry.Handles(l.People), " "); strings.Count(got, "@") != len(l.People) {
			t.Errorf("%q: the handles are %q", text, got)
		}
	}
}

func TestALineAboutTheMarkedRowSaysSo(t *testing.T) {
	c := capture.Context{Phase: model.PhaseTimeline}
	for text, want := range map[string]string{">@ana it stood flat": "Row", "it stood flat": ""} {
		if r := entry.Reading(capture.Read(text, -1, c), c, "words"); string(r.Label) != want {
			t.Errorf("%q: the label is %q, want %q", text, r.Label, want)
		}
	}
}
