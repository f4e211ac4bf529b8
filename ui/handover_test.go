package ui

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/sample"
	"debrief/storage"
	"debrief/ui/screen"
)

func TestAnotherPersonTakesTheMeetingOver(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	d.kind("14:33 half a sen")
	d.press("esc", "h")
	d.want("You are here", "Timeline, 3 of 7", "Half typed    Timeline: 14:33 half a sen", "Leads         Priya Nair", "Who leads the talk from here on?")
	d.kind("om")
	d.press("tab")
	d.want("Omar Haddad leads the talk from here on")
	d.press("enter")
	d.want("Done      Omar Haddad leads the talk", "14:33 half a sen")
	p := d.record()
	if p.Header.Facilitator != sample.ID("omar") || p.Sessions[0].Facilitator != sample.ID("omar") {
		t.Errorf("on disk %s facilitates, the sitting %s", p.Header.Facilitator, p.Sessions[0].Facilitator)
	}

	d.press("u")
	d.want("Taken back: Facilitator changed (in Open)")
	if p := d.record(); p.Header.Facilitator != sample.ID("priya") || p.Sessions[0].Facilitator != sample.ID("priya") {
		t.Error("it is not taken back")
	}
	d.press("h")
	d.want("Latest        ", "Taken back: Facilitator changed")
	d.press("enter")
	d.want("14:33 half a sen")
}

func TestThePageIsForAMeeting(t *testing.T) {
	d := newDriver(t)
	d.press("esc", "h")
	d.want("this is home; open a post-mortem first")
}

// secondStart opens the record on the same file, as another window or a start after a crash does.
func secondStart(t *testing.T, path string, p model.Postmortem) *driver {
	t.Helper()
	d := driverOn(t, openStore(t, path), screen.Place{Postmortem: p.Header.ID})
	d.ids = 5000
	return d
}

func TestASecondStartOffersThePageAndFindsTheHalfTypedLine(t *testing.T) {
	path := filepath.Join(t.TempDir(), "debrief.db")
	first := openStore(t, path)
	p := sample.Postmortem(time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC))
	save(t, first, p)
	one := driverOn(t, first, screen.Place{Screen: screen.Timeline, Postmortem: p.Header.ID})
	one.kind("14:33 half a sen")
	one.elapse() // it is a draft on disk

	two := secondStart(t, path, p)
	two.want("[Timeline]", "14:33 half a sen", "Reads     The meeting stands at Timeline, 0:57 of 1:00; Esc h: you are here")
	two.press("esc", "h")
	two.want("Half typed    Timeline: 14:33 half a sen", "Latest")
	two.kind("Kim Sato")
	two.press("enter", "i")
	two.kind("tence")
	two.press("enter")
	record := two.record()
	if !slices.ContainsFunc(record.Events, func(e model.Event) bool { return e.What == "half a sentence" }) {
		t.Error("the line that the first start left half-typed is not recorded whole")
	}
	if name := record.Attendee(record.Header.Facilitator).Name; name != "Kim Sato" {
		t.Errorf("%s facilitates", name)
	}
	drafts, err := two.store.(*storage.Store).Drafts(t.Context(), p.Header.ID)
	if err != nil || len(drafts) > 0 {
		t.Errorf("the half-typed line still waits on disk: %v, %v", drafts, err)
	}
}

func TestThePageIsOfferedOnlyWhereAMeetingIsUnderWay(t *testing.T) {
	started := sample.Postmortem(time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC))
	started.Header.Phase = model.PhaseTimeline
	held := started
	held.Header.Status = model.StatusHeld
	prepared := started
	prepared.Sessions, prepared.PhaseMinutes, prepared.Header.Phase = nil, nil, model.PhaseOpen
	visited := prepared
	visited.Header.Phase = model.PhaseLearning
	for name, c := range map[string]struct {
		record model.Postmortem
		want   string
	}{
		"under way": {started, "The meeting stands at Timeline, 0:57 of 1:00; Esc h"},
		"held":      {held, ""},
		"prepared":  {prepared, ""},
		"visited":   {visited, "The meeting stands at Learning; Esc h"},
	} {
		d := recordDriver(t, c.record, "")
		if got := d.text(); c.want == "" && strings.Contains(got, "The meeting stands at") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q is wanted\n%s", name, c.want, got)
		}
	}
}
