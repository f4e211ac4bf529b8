package markdown

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/names"
	"debrief/model/sample"
)

// knowing is the sample with what the room says of who learned of a row, instead of all else.
func knowing(said ...model.Knowing) model.Postmortem {
	p := sample.Postmortem(meetingDay())
	p.Knowings = nil
	for i, k := range said {
		k.ID, k.Pos = model.ID(fmt.Sprintf("knowing%09d", i)), fmt.Sprintf("a%d", i)
		p.Knowings = append(p.Knowings, k)
	}
	return p
}

func clockOf(hour, minute int) model.Moment {
	return model.Moment{At: time.Date(2026, 3, 12, hour-1, minute, 0, 0, time.UTC)}
}

func page(p model.Postmortem) string {
	return string(Page(names.For(p, model.ForInternalPage), Options{Zone: berlin()}))
}

func TestTheKnownColumnSaysWhoLearnedOfItLater(t *testing.T) {
	lag, ana, ben := sample.ID("lag"), sample.ID("ana"), sample.ID("ben")
	for _, c := range []struct {
		name string
		said []model.Knowing
		want string // the cell of 13:52; "-" for a table without the column
	}{
		{"nobody", nil, "-"},
		{"at once", []model.Knowing{{Event: lag, Attendee: ben, State: model.KnownAtOnce}}, "-"},
		{"at the time of the row", []model.Knowing{{Event: lag, Attendee: ben, State: model.KnownAt, When: clockOf(13, 52)}}, "-"},
		{"nobody has said yet", []model.Knowing{{Event: lag, Attendee: ben, State: model.NobodySaid}}, "-"},
		{"in general", []model.Knowing{{Event: lag, State: model.KnownAt, When: clockOf(14, 21)}}, "14:21, 29 min later"},
		{"person by person, in the order of time", []model.Knowing{
			{Event: lag, Attendee: ben, State: model.KnownAt, When: clockOf(14, 21)},
			{Event: lag, Attendee: ana, State: model.KnownAt, When: clockOf(14, 2)},
		}, "14:02 to Ana Silva, 10 min later <br>14:21 to Ben Okafor, 29 min later"},
		{"to one at once", []model.Knowing{
			{Event: lag, Attendee: ben, State: model.KnownAt, When: clockOf(14, 21)},
			{Event: lag, Attendee: ana, State: model.KnownAtOnce},
		}, "at once to Ana Silva <br>14:21 to Ben Okafor, 29 min later"},
		{"before the row", []model.Knowing{{Event: lag, Attendee: ben, State: model.KnownAt, When: clockOf(13, 40)}}, "13:40 to Ben Okafor"},
	} {
		p := page(knowing(c.said...))
		got := "-"
		if strings.Contains(p, "| Happened | Known |") {
			for line := range strings.SplitSeq(p, "\n") {
				if cells := strings.Split(line, " | "); strings.HasPrefix(line, "| 13:52 |") {
					got = strings.TrimPrefix(cells[1], "| ")
				}
			}
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
	long := knowing(model.Knowing{Event: lag, Attendee: ben, State: model.KnownAt, When: clockOf(14, 21)},
		model.Knowing{Event: lag, Attendee: ana, State: model.KnownAtOnce})
	long.Events = append([]model.Event(nil), long.Events...)
	long.Events[0].What = strings.Repeat("long words ", 20)
	if p := page(long); !strings.Contains(p, "  - Known at once to Ana Silva\n  - Known 14:21 to Ben Okafor, 29 min later\n") {
		t.Errorf("the list does not say so:\n%s", p)
	}
}

// cardOf is what the page says of the card of 14:09.
func cardOf(p string) string {
	_, card, _ := strings.Cut(p, "### 14:09")
	card, _, _ = strings.Cut(card, "\n### ")
	return card
}

func TestACardSaysWhatWasKnownThen(t *testing.T) {
	ben := sample.ID("ben")
	card := cardOf(page(knowing(
		model.Knowing{Event: sample.ID("rebuild"), State: model.KnownAt, When: clockOf(13, 45)},
		model.Knowing{Event: sample.ID("page"), Attendee: ben, State: model.KnownAtOnce},
		model.Knowing{Event: sample.ID("messages"), Attendee: ben, State: model.NobodySaid},
		model.Knowing{Event: sample.ID("lag"), Attendee: ben, State: model.KnownAt, When: clockOf(14, 21)},
		model.Knowing{Event: sample.ID("dashboard"), Attendee: ben, State: model.KnownAtOnce},
	)))
	want := `
- **Known by then:**
  - 13:40 Planned index rebuild starts on the replicas (since 13:45)
  - 14:02 Page: checkout latency above 2 s
- **Learned later:** 13:52 Replica lag passes 90 s, mail to the db list (at 14:21)
- **Nobody has said yet when it was known:** 14:04 Support receives first messages on payments
`
	if !strings.Contains(card, want) {
		t.Errorf("the card lacks\n%s\nand is\n%s", want, card)
	}
	if strings.Contains(card, "Database dashboard") {
		t.Errorf("what happened later stands in it:\n%s", card)
	}
}

func TestACardOfWhichNothingIsSaidSaysNothing(t *testing.T) {
	p := knowing()
	p.Accounts, p.CardLines = nil, nil
	if card := cardOf(page(p)); !strings.Contains(card, "Nothing is noted yet.") || strings.Contains(card, "Known by then") {
		t.Errorf("the card is\n%s", card)
	}
}

func TestACardNamesTheRowsNearestToItsMoment(t *testing.T) {
	p := knowing()
	p.Accounts = nil
	first := p.Events[0]
	for i := range 12 {
		e := first
		e.ID, e.Pos, e.What = model.ID(fmt.Sprintf("before%010d", i)), fmt.Sprintf("b%d", i%10), fmt.Sprint("# row ", i)
		if e.When = clockOf(13, i); i == 11 {
			e.When, e.After = model.Moment{}, first.ID
		}
		p.Events = append(p.Events, e)
		p.Accounts = append(p.Accounts, model.Account{ID: model.ID(fmt.Sprintf("account%09d", i)), Event: e.ID, Attendee: sample.ID("ben"), Source: model.SaidInRoom, Pos: "a0"})
	}
	card := cardOf(page(p))
	want := `
- **Known by then:**
  - 4 rows before these
  - 13:04 \# row 4 (by their own account)
`
	if !strings.Contains(card, want) || !strings.Contains(card, "  - \\# row 11 (by their own account)\n") || strings.Contains(card, "row 3\n") {
		t.Errorf("the card is\n%s", card)
	}
}
