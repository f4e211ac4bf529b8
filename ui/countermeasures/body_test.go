package countermeasures_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"debrief/model"
	"debrief/ui/keymap"
	"debrief/ui/screen"
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
    Post each pool change in the ops channel                 the deploy log shows them since M» |
                                                                                                |
`},
	} {
		s := newStage(t, full(), c.width, c.height)
		if got := "\n" + s.body() + "\n"; got != c.want {
			t.Errorf("%dx%d: got\n%s\nwant\n%s", c.width, c.height, got, c.want)
		}
	}
}

func TestAnEmptyScreenSaysWhatToType(t *testing.T) {
	s := newStage(t, model.Postmortem{Header: model.Header{ID: "empty"}}, 80, 16)
	if got := s.body(); !strings.Contains(got, "Alert the shift on replica lag @ana by fri #detect") {
		t.Errorf("got\n%s", got)
	}
	if s.screen.Ask() == "" || s.screen.Marked() != (screen.Row{}) {
		t.Errorf("Ask %q, marked %v", s.screen.Ask(), s.screen.Marked())
	}
	if why := s.screen.Off(keymap.Rest); why == "" {
		t.Error("s has no row to rest, and is not off")
	}
}

func TestTheHeadingOfTheFirstRowStaysInSight(t *testing.T) {
	s := newStage(t, many(300), 80, 16)
	s.screen.Move(screen.First)
	for range 40 {
		s.screen.Move(screen.Down)
	}
	rows := strings.Split(s.body(), "\n")
	if !strings.HasPrefix(rows[0], "  Decided (") || !strings.Contains(rows[0], "Owner  By") {
		t.Errorf("the first row is %q", rows[0])
	}
}

func TestAnOverdueRowIsMarkedToLookAt(t *testing.T) {
	p := full()
	for i := range p.Countermeasures {
		if p.Countermeasures[i].Text == "Reject rebuilds between 12:00 and 20:00" {
			p.Countermeasures[i].By = model.Date{Year: 2026, Month: 3, Day: 18}
		}
	}
	s := newStage(t, p, 80, 16)
	if got := s.body(); !strings.Contains(got, " !  Reject rebuilds between 12:00 and 20:00          Chao   Wed 18 Mar  prevent") {
		t.Errorf("got\n%s", got)
	}
}

// many is a record with n countermeasures of all standings and half as many ideas.
func many(n int) model.Postmortem {
	p := full()
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
	for name, p := range map[string]model.Postmortem{"empty": {}, "full": full(), "2,000": many(2000)} {
		s := newStage(t, p, 1, 1)
		for width := 1; width <= 140; width += 3 {
			for height := 1; height <= 40; height++ {
				s.screen.Resize(width, height)
				for _, to := range []screen.Move{screen.Last, screen.PageUp, screen.Up, screen.First, screen.Down, screen.PageDown} {
					s.screen.Move(to)
					rows := s.screen.Body()
					if len(rows) > height {
						t.Fatalf("%s, %dx%d: %d rows", name, width, height, len(rows))
					}
					seen := false
					for _, row := range rows {
						if w := ansi.StringWidth(row); w > width {
							t.Fatalf("%s, %dx%d: a row of %d cells: %q", name, width, height, w, ansi.Strip(row))
						}
						seen = seen || strings.HasPrefix(ansi.Strip(row), ">")
					}
					if !seen && name != "empty" {
						t.Fatalf("%s, %dx%d: the marked row is out of sight", name, width, height)
					}
				}
			}
		}
	}
}

func TestAClickMarksWhatIsDrawnThere(t *testing.T) {
	s := newStage(t, full(), 80, 16)
	for i, drawn := range strings.Split(s.body(), "\n") {
		s.mark(stock)
		s.screen.Click(i)
		want := stock // a click between rows marks none
		if strings.HasPrefix(drawn, "    ") && !strings.HasPrefix(drawn, "      ") {
			want, _, _ = strings.Cut(drawn[4:], "  ")
		}
		if got := s.words(); got != want {
			t.Errorf("a click on %q marks %q", drawn, got)
		}
	}
}

func TestAnUnchangedFrameDrawsNothing(t *testing.T) {
	s := newStage(t, many(2000), 80, 16)
	fresh := testing.AllocsPerRun(20, func() { s.screen.Resize(80, 16); s.screen.Body() })
	same := testing.AllocsPerRun(20, func() { s.screen.Body() })
	if same > 2*16 || same > fresh/3 {
		t.Errorf("a frame in which nothing changed allocates %v times, a new one %v times", same, fresh)
	}
}

func TestReadingAKeyCostsTheSameInALongRecord(t *testing.T) {
	const text = "Alert the shift on replica lag @an by fri"
	cost := func(p model.Postmortem) float64 {
		s := newStage(t, p, 80, 16)
		return testing.AllocsPerRun(20, func() { s.screen.Read(text, len(text)); s.screen.Move(screen.Down); s.screen.Ask() })
	}
	if short, long := cost(many(20)), cost(many(2000)); long > short {
		t.Errorf("a key allocates %v times with 20 rows and %v times with 2,000", short, long)
	}
}

func BenchmarkShow(b *testing.B) {
	s := newStage(&testing.T{}, many(2000), 80, 16)
	x := model.NewIndex(s.record)
	for b.Loop() {
		s.screen.Show(x)
	}
}

func BenchmarkKey(b *testing.B) {
	s := newStage(&testing.T{}, many(2000), 80, 16)
	const text = "Alert the shift on replica lag @an by fri"
	for b.Loop() {
		s.screen.Read(text, len(text))
		s.screen.Move(screen.Down)
		s.screen.Body()
	}
}

func TestARowThatIsNotOnDiskHasAStar(t *testing.T) {
	s := newStage(t, full(), 80, 16).mark(reject)
	s.body()
	s.unsaved = s.screen.Marked().ID
	if got := s.body(); !strings.Contains(got, ">*  Reject rebuilds") {
		t.Errorf("got\n%s", got)
	}
}
