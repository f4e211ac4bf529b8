package markdown

import (
	"strings"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/edit"
	"debrief/model/sample"
)

// "Without a role: Priya Nair" stood on the page beside "Facilitator: Priya Nair".
func TestWhoLeadsOrTakesNotesIsNotWithoutARole(t *testing.T) {
	p := sample.Postmortem(meetingDay())
	p.Attendees = append(p.Attendees, model.Attendee{ID: "jo", Handle: "jo", Name: "Jo Brandt", Away: true, Pos: "z"})
	page := string(Page(p, Options{}))
	for _, want := range []string{"- **Facilitator:** Priya Nair (platform)\n", "- **Without a role:** Jo Brandt (away)\n"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	p.Header.Owner = sample.ID("priya")
	if page := string(Page(p, Options{})); !strings.Contains(page, "- **Facilitator, owner:** Priya Nair (platform)\n") {
		t.Error("two offices do not stand in one line")
	}
}

// The record of a meeting without a clock was a table of seven phases with empty cells.
func TestTheMeetingRecordTellsOnlyPhasesThatWereHeld(t *testing.T) {
	p := sample.Postmortem(meetingDay())
	p.PhaseMinutes = []model.PhaseMinutes{
		{ID: "1", Session: p.Sessions[0].ID, Phase: model.PhaseOpen, Planned: 4},
		{ID: "2", Session: p.Sessions[0].ID, Phase: model.PhaseTimeline, Planned: 21},
	}
	if page := string(Page(p, Options{})); strings.Contains(page, "| Phase |") {
		t.Error("a plan without a clock makes a table")
	}
	p.PhaseMinutes[1].Actual = 18 * 60
	page := string(Page(p, Options{}))
	if !strings.Contains(page, "| --- | --- | --- |\n| Timeline | 21 min | 18 min |\n") || strings.Contains(page, "| Open |") {
		t.Error("the table does not hold the one phase that was held")
	}
}

func TestThePageWrittenIsThePageReadAfterwards(t *testing.T) {
	p := sample.Postmortem(meetingDay())
	ed := edit.Editor{Now: func() time.Time { return meetingDay() }}
	after, err := ed.Publish(p, "/home/ana/review.md")
	if err != nil {
		t.Fatal(err)
	}
	if string(Page(after, Options{})) != string(Page(p, Options{})) {
		t.Error("writing the page changed it")
	}
}
