package markdown

import (
	"os"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/names"
	"debrief/model/sample"
)

// berlin is the zone of the sample on its days, without a zone database.
func berlin() *time.Location { return time.FixedZone("Europe/Berlin", 3600) }

func samplePage(t *testing.T) []byte {
	t.Helper()
	return Page(names.For(sample.Postmortem(meetingDay()), model.ForInternalPage), Options{Zone: berlin()})
}

func TestThePageOfTheSample(t *testing.T) {
	const golden = "testdata/sample.md"
	got := samplePage(t)
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Errorf("the page differs from %s (UPDATE_GOLDEN=1 writes it anew):\n%s", golden, got)
	}
}
