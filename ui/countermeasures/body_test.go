package countermeasures_test

import (
	"strconv"
	"strings"
	"testing"

	"debrief/model"
	"debrief/ui/keymap"
	"debrief/ui/screen"
	"debrief/ui/screen/screentest"
)

func TestTheSectionsStandAsDrawn(t *testing.T) {
	for _, c := range []struct {
		width, height int
		want          string
	}{
		{80, 16, `
  Decided (2)                                        Owner  By          Kind
    Send the replica lag alert to the on-call pager  Ben    Fri 27 Mar  detect
    Reject rebuilds between 12:00 and 20:00          Chao   Mon 23 Mar  prevent

  Undecided (1)
>   Stock reads at checkout use the primary          Ana    no date     mitigate
      done when  lag of 10 min in staging leaves checkout below 1 s
      condition  Checkout treats a late stock answer as an error

  Resting, to be decided on the date shown (1)
    Tie rebuild speed to replica lag                 Chao   Mon 23 Mar  prevent

  Parked, waiting to be looked at (2)
    Call the support lead at 5 % error share         from 14:04, 0:26
    A graph of lag on the checkout dashboard         from 14:21, 0:27

`},
		{60, 9, `
  Decided (2)                             Owner  By
    Send the replica lag alert to the o»  Ben    Fri 27 Mar
    Reject rebuilds between 12:00 and 2»  Chao   Mon 23 Mar

  Undecided (1)
>   Stock reads at checkout use the pri»  Ana    no date
      done when  lag of 10 min in staging leaves checkout »
      condition  Checkout treats a late stock answer as an»

`},
		{140, 20, `
  Decided (2)                                                Owner         By          Kind     | Stock reads at checkout use the primary
    Send the replica lag alert to the on-call pager          Ben Okafor    Fri 27 Mar  detect   |
    Reject rebuilds between 12:00 and 20:00                  Chao Lin      Mon 23 Mar  prevent  | Owner      Ana Silva
                                                                                                | By         -  no date yet; >by fri
  Undecided (1)                                                                                 | Kind       mitigate
>   Stock reads at checkout use the primary                  Ana Silva     no date     mitigate | Done when  lag of 10 min in staging
                                                                                                |            leaves checkout below 1 s
  Resting, to be decided on the date shown (1)                                                  | Condition  Checkout treats a late stock
    Tie rebuild speed to replica lag                         Chao Lin      Mon 23 Mar  prevent  |            answer as an error
                                                                                                |
  Parked, waiting to be looked at (2)                                                           |
    Call the support lead at 5 % error share                 from 14:04, 0:26                   |
    A graph of lag on the checkout dashboard                 from 14:21, 0:27                   |
                                                                                                |
  Done (1)                                                                                      |
    Show planned rebuilds in the shift calendar              Chao Lin      Tue 17 Mar  detect   |
                                                                                                |
  Declined (1)                                                                                  |
    Post each pool change in the ops channel                 the deploy log shows them already» |
                                                                                                |
`},
	} {
		s := newStage(t, screentest.Sample(), c.width, c.height)
		if got := "\n" + s.Text() + "\n"; got != c.want {
			t.Errorf("%dx%d: got\n%s\nwant\n%s", c.width, c.height, got, c.want)
		}
	}
}

func TestAnEmptyScreenSaysWhatToType(t *testing.T) {
	s := newStage(t, model.Postmortem{Header: model.Header{ID: "empty"}}, 80, 16)
	if got := s.Text(); !strings.Contains(got, "Alert the shift on replica lag @ana by fri #detect") {
		t.Errorf("got\n%s", got)
	}
	if s.Ask() == "" || s.Marked() != (screen.Row{}) {
		t.Errorf("Ask %q, marked %v", s.Ask(), s.Marked())
	}
	if why := s.Off(keymap.Rest); why == "" {
		t.Error("s has no row to rest, and is not off")
	}
}

func TestTheHeadingOfTheFirstRowStaysInSight(t *testing.T) {
	s := newStage(t, many(300), 80, 16)
	s.Move(screen.First)
	for range 40 {
		s.Move(screen.Down)
	}
	rows := strings.Split(s.Text(), "\n")
	if !strings.HasPrefix(rows[0], "  Decided (") || !strings.Contains(rows[0], "Owner  By") {
		t.Errorf("the first row is %q", rows[0])
	}
}

func TestAnOverdueRowIsMarkedToLookAt(t *testing.T) {
	p := screentest.Sample()
	for i := range p.Countermeasures {
		if p.Countermeasures[i].Text == "Reject rebuilds between 12:00 and 20:00" {
			p.Countermeasures[i].By = model.Date{Year: 2026, Month: 3, Day: 18}
		}
	}
	s := newStage(t, p, 80, 16)
	if got := s.Text(); !strings.Contains(got, ">!  Reject rebuilds between 12:00 and 20:00          Chao   Wed 18 Mar  prevent") {
		t.Errorf("it is not marked on coming here:\n%s", got)
	}
	s.Want("Reads", s.Reads(""), "overdue: >done, >by fri gives another date, >declined because ...")
}

func TestWhatRestedUntilTodayIsMarkedAndSaysSo(t *testing.T) {
	p := screentest.Sample()
	for i, c := range p.Countermeasures {
		if c.Text == tie {
			p.Countermeasures[i].RestUntil = day(3, 19)
		}
		if c.Text == reject {
			p.Countermeasures[i].By = day(3, 18)
		}
	}
	for _, c := range []struct {
		width       int
		row, reads  string
		heightShown string
	}{
		{80, ">!  Tie rebuild speed to replica lag                 Chao   to decide today", "to decide today: >by fri, >rest until mon, or >declined because ...", "      from       13:40, 0:12"},
		{60, ">!  Tie rebuild speed to replica lag      Chao   to decide", "to decide: >by fri, >rest, >declined because", ""},
		{140, ">!  Tie rebuild speed to replica lag                         Chao Lin      to decide today", "to decide today: >by fri, >rest until mon, or >declined because ...", ""},
	} {
		s := newStage(t, p, c.width, 16)
		if got := s.Text(); !strings.Contains(got, c.row) || !strings.Contains(got, c.heightShown) {
			t.Errorf("%d columns:\n%s", c.width, got)
		}
		s.Want("Reads", s.Reads(""), c.reads)
		if len(c.reads) > min(67, c.width-13) {
			t.Errorf("%q is %d wide", c.reads, len(c.reads))
		}
	}
}

// many is a record with n countermeasures of all standings and half as many ideas.
func many(n int) model.Postmortem {
	p := screentest.Sample()
	p.Countermeasures, p.ParkedIdeas = nil, nil
	pos := ""
	for i := range n {
		pos = model.After(pos)
		c := model.Countermeasure{ID: model.ID("c" + strconv.Itoa(i)), Text: "Row " + strconv.Itoa(i), State: model.Open, Pos: pos}
		switch i % 3 {
		case 0:
			c.Owner, c.By = p.Attendees[i%5].ID, model.Date{Year: 2026, Month: 4, Day: 1 + i%28}
		case 1:
			c.State, c.RestUntil = model.Resting, model.Date{Year: 2026, Month: 3, Day: 23}
		}
		p.Countermeasures = append(p.Countermeasures, c)
		if i%2 == 0 {
			p.ParkedIdeas = append(p.ParkedIdeas, model.ParkedIdea{ID: model.ID("i" + strconv.Itoa(i)), Text: "Idea " + strconv.Itoa(i), State: model.Waiting, Pos: pos})
		}
	}
	return p
}

func TestEverySizeFitsAndShowsTheMarkedRow(t *testing.T) {
	for name, p := range map[string]model.Postmortem{"empty": {}, "full": screentest.Sample(), "2,000": many(2000)} {
		newStage(t, p, 1, 1).FitsEverySize(name, name != "empty")
	}
}

func TestAClickMarksWhatIsDrawnThere(t *testing.T) {
	s := newStage(t, screentest.Sample(), 80, 16)
	for i, drawn := range strings.Split(s.Text(), "\n") {
		s.mark(stock)
		s.Click(i)
		want := stock // a click between rows marks none
		if strings.HasPrefix(drawn, "    ") && !strings.HasPrefix(drawn, "      ") {
			want, _, _ = strings.Cut(drawn[4:], "  ")
		}
		if got := s.words(); got != want {
			t.Errorf("a click on %q marks %q", drawn, got)
		}
	}
}

const typed = "Alert the shift on replica lag @an by fri"

func TestAnUnchangedFrameDrawsNothing(t *testing.T) {
	newStage(t, many(2000), 80, 16).KeepsItsFrame(2 * 16)
}

func TestReadingAKeyCostsTheSameInALongRecord(t *testing.T) {
	short, long := newStage(t, many(20), 80, 16).KeyCost(typed), newStage(t, many(2000), 80, 16).KeyCost(typed)
	if long > short {
		t.Errorf("a key allocates %v times with 20 rows and %v times with 2,000", short, long)
	}
}

func BenchmarkShow(b *testing.B) { newStage(b, many(2000), 80, 16).BenchmarkShow(b) }

func BenchmarkKey(b *testing.B) { newStage(b, many(2000), 80, 16).BenchmarkKey(b, typed) }

func TestARowThatIsNotOnDiskHasAStar(t *testing.T) {
	s := newStage(t, screentest.Sample(), 80, 16).mark(reject)
	s.Text()
	s.Unsaved[s.Marked().ID] = true
	if got := s.Text(); !strings.Contains(got, ">*  Reject rebuilds") {
		t.Errorf("got\n%s", got)
	}
}
