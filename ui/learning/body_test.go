package learning_test

import (
	"strconv"
	"strings"
	"testing"

	"debrief/model"
	"debrief/ui/keymap"
	"debrief/ui/screen"
	"debrief/ui/screen/screentest"
)

// withoutLuck is a record in which nobody has said yet where the room was lucky, as in the mock.
func withoutLuck() model.Postmortem {
	p := screentest.Sample()
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
    Lag of 40 s during the earlier rebuild                        2026-01-22
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
    Lag of 40 s during the earlier rebuild                                 2026-01-22           |     mean: a peak, or slow answers behind
                                                                                                |     it
                                                                                                |
`},
	} {
		s := newStage(t, withoutLuck(), c.width, c.height).mark(whoReads)
		if got := "\n" + s.Text() + "\n"; got != c.want {
			t.Errorf("%dx%d: got\n%s\nwant\n%s", c.width, c.height, got, c.want)
		}
		if got := s.Ask(); got != "Where were we lucky?" {
			t.Errorf("Ask says %q", got)
		}
		if got := s.Position(); got != "6 of 7" {
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
    -  nothing yet; for example: Who reads the list at night? @ben by mon #qu
  Weaker signals
    -  nothing yet; for example: lag of 40 s during the January rebuild
`
	if got := "\n" + s.Text() + "\n"; got != want {
		t.Errorf("got\n%s", got)
	}
	if why := s.Off(keymap.Remove); why == "" || s.Marked() != (screen.Row{}) {
		t.Errorf("x is off with %q, marked is %v", why, s.Marked())
	}
}

func TestTheFirstKindThatIsLackingIsMarkedOnComing(t *testing.T) {
	s := newStage(t, withoutLuck(), 80, 16)
	if got := s.Text(); !strings.Contains(got, "\n>   -  nothing yet; for example: it was over") {
		t.Errorf("got\n%s", got)
	}
}

func many(n int) model.Postmortem {
	p := screentest.Sample()
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
	for name, p := range map[string]model.Postmortem{"empty": {}, "full": screentest.Sample(), "2,000": many(2000)} {
		newStage(t, p, 1, 1).FitsEverySize(name, true)
	}
}

func TestAClickMarksWhatIsDrawnThere(t *testing.T) {
	s := newStage(t, screentest.Sample(), 80, 16)
	for i, drawn := range strings.Split(s.Text(), "\n") {
		s.mark(whoReads)
		s.Click(i)
		want := whoReads // a click on a heading marks nothing
		if strings.HasPrefix(drawn, "    ") || strings.HasPrefix(drawn, ">") {
			want, _, _ = strings.Cut(drawn[4:], "  ")
		}
		if got := s.marked().Text; got != want {
			t.Errorf("a click on %q marks %q", drawn, got)
		}
	}
}

const typed = "the evening campaign had been moved @ana #lu"

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
	s := newStage(t, screentest.Sample(), 80, 16).mark(mailing)
	s.Text()
	s.Unsaved[s.Marked().ID] = true
	if got := s.Text(); !strings.Contains(got, ">*  The lag alert") {
		t.Errorf("got\n%s", got)
	}
}
