package markdown

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/sample"
)

func meetingDay() time.Time { return time.Date(2026, 3, 19, 13, 55, 0, 0, time.UTC) }

func TestTheFileNameOfTheSample(t *testing.T) {
	got := FileName(sample.Postmortem(meetingDay()), Options{Zone: berlin()})
	if want := "2026-03-12-checkout-errors-while-the-search-index-rebuilt.md"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestAFileNameIsSafeOnEverySystem(t *testing.T) {
	safe := regexp.MustCompile(`^[a-z0-9][a-z0-9-]*\.md$`)
	titles := append(hostile(), "CON", "nul", "COM1", "lpt9", "../../etc/passwd", "..", ".hidden", "a/b\\c", strings.Repeat("long title ", 30), strings.Repeat("x", 300), "Ärger über Öl", "日本語")
	for _, created := range []time.Time{{}, meetingDay()} {
		for _, s := range titles {
			p := model.Postmortem{Header: model.Header{Title: s, Created: created}}
			got := FileName(p, Options{})
			stem := strings.TrimSuffix(got, ".md")
			if !safe.MatchString(got) || len(got) > 80 || isDevice(stem) || strings.HasSuffix(stem, "-") {
				t.Errorf("%q becomes %q", s, got)
			}
		}
	}
	if got, want := slug("Ärger über Öl — don't"), "aerger-ueber-oel-dont"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestTheDateOfAFileNameIsThatOfThePage(t *testing.T) {
	p := model.Postmortem{
		Header:     model.Header{Title: "Late"},
		Milestones: []model.Milestone{{Kind: model.Began, When: model.Moment{At: time.Date(2026, 3, 11, 23, 30, 0, 0, time.UTC)}}},
	}
	if got, want := FileName(p, Options{Zone: berlin()}), "2026-03-12-late.md"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
