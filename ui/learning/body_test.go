package learning_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"debrief/model"
	"debrief/ui/keymap"
	"debrief/ui/screen"
)

// withoutLuck is a record in which nobody has said yet where the room was lucky, as in the mock.
func withoutLuck() model.Postmortem {
	p := full()
	var kept []model.Learning
	for _, l := range p.Learnings {
		if l.Kind != model.Lucky {
			kept = append(kept, l)
		}
	}
	p.Learnings = kept
	return p
}

func TestTheKindsStandAsDrawn(t *testing.T) {
	for _, c := range []struct {
		width, height int
		want          string
	}{
		{80, 16, `
  What surprised us
    Stock reads at checkout go to the replicas                    13:52  Omar
    The lag alert goes to a mailing list since the spring         13:52  Chao
  What went well
    Lowering the pool kept two thirds of checkouts working        14:09
  Where we were lucky
    -  nothing yet; for example: it was over before the evening peak
  Contributing conditions
    Rebuild speed has no limit tied to replica lag                13:40  Chao
    Checkout treats a late stock answer as an error               14:12  Ana
  Open questions
>   Who reads the db mailing list outside working hours?          Ben, by Mon
  Weaker signals
    Lag of 40 s during the January rebuild                        2026-01-22
  Teachers: Chao on how a rebuild runs and how to pause it; Ben on what a pool»
`},
		{60, 9, `
  What went well
    Lowering the pool kept two thirds of ch»  14:09
  Where we were lucky
    -  nothing yet; for example: it was over before the eve»
  Contributing conditions
    Rebuild speed has no limit tied to repl»  13:40  Chao
    Checkout treats a late stock answer as »  14:12  Ana
  Open questions
>   Who reads the db mailing list outside w»  Ben, by Mon
`},
		{140, 16, `
  What surprised us                                                                             | Open questions
    Stock reads at checkout go to the replicas                             13:52  Omar          | Who reads the db mailing list outside
    The lag alert goes to a mailing list since the spring                  13:52  Chao          | working hours?
  What went well                                                                                |
    Lowering the pool kept two thirds of checkouts working                 14:09                | Asked of  Ben Okafor
  Where we were lucky                                                                           | By        Mon 23 Mar
    -  nothing yet; for example: it was over before the evening peak                            | Row       13:52  Replica lag passes 90 s,
  Contributing conditions                                                                       |           mail to the db list
    Rebuild speed has no limit tied to replica lag                         13:40  Chao          |
    Checkout treats a late stock answer as an error                        14:12  Ana           | Teachers
  Open questions                                                                                |   Chao on how a rebuild runs and how to
>   Who reads the db mailing list outside working hours?                   Ben, by Mon          |     pause it
  Weaker signals                                                                                |   Ben on what a pool at its limit can
    Lag of 40 s during the January rebuild                                 2026-01-22           |     mean: a peak, or slow answers behind
                                                                                                |     it
                                                                                                |
`},
	} {
		s := newStage(t, withoutLuck(), c.width, c.height).mark(whoReads)
		if got := "\n" + s.body() + "\n"; got != c.want {
			t.Errorf("%dx%d: got\n%s\nwant\n%s", c.width, c.height, got, c.want)
		}
		if got := s.screen.Ask(); got != "Where were we lucky?" {
			t.Errorf("Ask says %q", got)
		}
		if got := s.screen.Position(); got != "6 of 7" {
			t.Errorf("the rule says %q", got)
		}
	}
}

func TestAnEmptyScreenNamesEachKindWithAnExample(t *testing.T) {
	s := newStage(t, model.Postmortem{Header: model.Header{ID: "empty"}}, 80, 16)
	want := `
  What surprised us
>   -  nothing yet; for example: the alert goes to a list nobody reads at night
  What went well
    -  nothing yet; for example: support had a text for customers in ten minutes
  Where we were lucky
    -  nothing yet; for example: it was over before the evening peak
  Contributing conditions
    -  nothing yet; for example: a rebuild has no limit tied to replica lag
  Open questions
    -  nothing yet; for example: Who reads the list at night? @ben by mon
  Weaker signals
    -  nothing yet; for example: lag of 40 s during the January rebuild
`
	if got := "\n" + s.body() + "\n"; got != want {
		t.Errorf("got\n%s", got)
	}
	if why := s.screen.Off(keymap.Remove); why == "" || s.screen.Marked() != (screen.Row{}) {
		t.Errorf("x is off with %q, marked is %v", why, s.screen.Marked())
	}
}

func TestTheFirstKindThatIsLackingIsMarkedOnComing(t *testing.T) {
	s := newStage(t, withoutLuck(), 80, 16)
	if got := s.body(); !strings.Contains(got, "\n>   -  nothing yet; for example: it was over") {
		t.Errorf("got\n%s", got)
	}
}

func many(n int) model.Postmortem {
	p := full()
	p.Learnings = nil
	pos := ""
	for i := range n {
		pos = model.After(pos)
		p.Learnings = append(p.Learnings, model.Learning{
			ID: model.ID("l" + strconv.Itoa(i)), Kind: model.LearningKinds()[i%3], Text: "Row " + strconv.Itoa(i), Pos: pos,
		})
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
					if !seen {
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
		s.mark(whoReads)
		s.screen.Click(i)
		want := whoReads // a click on a heading marks nothing
		if strings.HasPrefix(drawn, "    ") || strings.HasPrefix(drawn, ">") {
			want, _, _ = strings.Cut(drawn[4:], "  ")
		}
		if got := s.marked().Text; got != want {
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
	const text = "the evening campaign had been moved @ana #lu"
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
	const text = "the evening campaign had been moved @ana #lu"
	for b.Loop() {
		s.screen.Read(text, len(text))
		s.screen.Move(screen.Down)
		s.screen.Body()
	}
}

func TestARowThatIsNotOnDiskHasAStar(t *testing.T) {
	s := newStage(t, full(), 80, 16).mark(mailing)
	s.body()
	s.unsaved = s.screen.Marked().ID
	if got := s.body(); !strings.Contains(got, ">*  The lag alert") {
		t.Errorf("got\n%s", got)
	}
}
