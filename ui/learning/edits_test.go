package learning_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"debrief/model"
	"debrief/ui/keymap"
	"debrief/ui/screen"
	"debrief/ui/screen/screentest"
)

const (
	stock    = "Stock reads at checkout go to the replicas"
	mailing  = "The lag alert goes to a mailing list since the spring"
	whoReads = "Who reads the db mailing list outside working hours?"
	january  = "Lag of 40 s during the earlier rebuild"
)

func (s *stage) name(id model.ID) string { return s.Index.Person(id).Name }

func TestALineJoinsTheKindOfItsTagOrOfTheMark(t *testing.T) {
	for _, c := range []struct {
		at    screen.Place
		line  string
		text  string
		kind  model.LearningKind
		reads string
	}{
		{screen.Place{Field: "lucky"}, "the campaign had been moved", "the campaign had been moved", model.Lucky, "joins Where we were lucky"},
		{screen.Place{Field: "surprise"}, "the campaign had been moved to Friday #lu", "the campaign had been moved to Friday", model.Lucky,
			"joins Where we were lucky: Tab completes #lucky"},
		{screen.Place{Field: "surprise"}, "x #su", "x", model.Surprise, "joins What surprised us: Tab completes #surprise"},
		{screen.Place{Field: "surprise"}, "x #we", "x", model.WentWell, "joins What went well: Tab completes #wentwell"},
		{screen.Place{Field: "surprise"}, "x #co", "x", model.Condition, "joins Contributing conditions: Tab completes #condition"},
		{screen.Place{Field: "surprise"}, "x #qu", "x", model.OpenQuestion, "joins Open questions: Tab completes #question"},
		{screen.Place{Field: "surprise"}, "x #si", "x", model.WeakerSignal, "joins Weaker signals: Tab completes #signal"},
		{screen.Place{Field: "surprise"}, "x #de", "x", model.LatentDefect, "joins Latent defects: Tab completes #defect"},
		{screen.Place{Field: "condition"}, "x", "x", model.Condition, "joins Contributing conditions"},
	} {
		s := newStage(t, withoutLuck(), 80, 16)
		s.Goto(c.at)
		if got := s.Reads(c.line); got != c.reads {
			t.Errorf("%q reads %q, want %q", c.line, got, c.reads)
		}
		if got := s.enter(c.line).marked(); got.Text != c.text || got.Kind != c.kind {
			t.Errorf("%q made %+v", c.line, got)
		}
	}
}

// A person at "What went well" typed the question that came up there; it became praise.
func TestALineThatAsksJoinsTheOpenQuestions(t *testing.T) {
	for line, want := range map[string]model.LearningKind{
		"Who reads the list at night?":             model.OpenQuestion,
		"Who reads the list at night? @ben by mon": model.OpenQuestion,
		"Who would have known? #su":                model.Surprise,
		"Nobody asked":                             model.WentWell,
	} {
		s := newStage(t, screentest.Sample(), 80, 16)
		s.Goto(screen.Place{Field: string(model.WentWell)})
		if want == model.OpenQuestion && !strings.HasPrefix(s.Reads(line), "joins Open questions") {
			t.Errorf("%q reads %q", line, s.Reads(line))
		}
		if got := s.enter(line).marked(); got.Kind != want {
			t.Errorf("%q joins %q, want %q", line, got.Kind, want)
		}
	}
}

func TestTheNextLineJoinsTheKindOfTheOneBefore(t *testing.T) {
	s := newStage(t, withoutLuck(), 80, 16).enter("x #co").enter("y")
	if got := s.marked(); got.Kind != model.Condition || got.Text != "y" {
		t.Errorf("got %+v", got)
	}
}

func TestAQuestionHasWhoAnswersItByWhen(t *testing.T) {
	s := newStage(t, screentest.Sample(), 80, 40).enter("Who reads the list at night? @ana by tue #qu")
	got := s.marked()
	if s.name(got.Attendee) != "Ana Silva" || got.By.String() != "2026-03-24" || got.Text != "Who reads the list at night?" {
		t.Errorf("got %+v", got)
	}
	if !strings.Contains(s.Text(), ">   Who reads the list at night?                                  Ana, by Tue") {
		t.Errorf("got\n%s", s.Text())
	}
	s.enter(">by 3 apr")
	if !strings.Contains(s.Text(), "Ana, by 3 Apr") {
		t.Errorf("got\n%s", s.Text())
	}
	s.enter(">@priya")
	if !strings.Contains(s.Text(), "Priya, 3 Apr") {
		t.Errorf("got\n%s", s.Text())
	}
	s.enter(">the shift, since Monday")
	if got := s.marked(); got.Answer != "the shift, since Monday" || !strings.Contains(s.Text(), "Priya answered") {
		t.Errorf("got %+v\n%s", got, s.Text())
	}
}

func TestAQuestionThatNobodyAnswersYetIsAskedAbout(t *testing.T) {
	s := newStage(t, screentest.Sample(), 80, 40).enter("What wrote the row? #qu")
	if got := s.Ask(); got != "Who can find this out, and by when?" {
		t.Errorf("Ask says %q", got)
	}
	if !strings.Contains(s.Text(), "nobody yet") {
		t.Errorf("got\n%s", s.Text())
	}
}

// In any other line "by friday" is part of what was said.
func TestOnlyAQuestionTakesADate(t *testing.T) {
	s := newStage(t, screentest.Sample(), 80, 16).mark(stock)
	if got := s.enter("all stock was counted by friday @ana").marked(); got.Text != "all stock was counted by friday" || !got.By.IsZero() || s.name(got.Attendee) != "Ana Silva" {
		t.Errorf("got %+v", got)
	}
	s.mark(stock)
	if o := s.Enter(">by fri"); o.Edit != nil || o.Check == "" {
		t.Errorf("a surprise takes a date: %+v", o)
	}
	if r := s.Read(">by fri", 7); !r.Fault {
		t.Errorf("reads %q before Enter", r.Words)
	}
	if got := s.enter(">by fri #qu").marked(); got.Kind != model.OpenQuestion || got.By.String() != "2026-03-20" {
		t.Errorf("got %+v", got)
	}
}

func TestWordsAboutTheMarkedRow(t *testing.T) {
	for _, c := range []struct {
		row, line string
		is        func(*stage, model.Learning) bool
		reads     string
	}{
		{stock, ">@ben", func(s *stage, l model.Learning) bool { return s.name(l.Attendee) == "Ben Okafor" }, "@ben Ben Okafor"},
		{stock, ">#lucky", func(_ *stage, l model.Learning) bool { return l.Kind == model.Lucky && l.Text == stock }, "moves to Where we were lucky"},
		{stock, ">Stock reads go to the replicas", func(_ *stage, l model.Learning) bool { return l.Text == "Stock reads go to the replicas" },
			"new words for the marked row"},
		{stock, ">14:09", func(s *stage, l model.Learning) bool {
			return s.Record.Events != nil && l.Text == stock && l.Event != ""
		},
			"came up at 14:09: Checkout pool lowered from 200 to 120"},
		{january, ">on the lag board in January @chao", func(s *stage, l model.Learning) bool {
			return l.Seen == "on the lag board in January" && l.Text == january && s.name(l.Attendee) == "Chao Lin"
		}, "where it was seen; @chao Chao Lin"},
		{whoReads, ">nobody, since the spring", func(_ *stage, l model.Learning) bool {
			return l.Answer == "nobody, since the spring" && l.Text == whoReads
		},
			"the answer"},
	} {
		s := newStage(t, screentest.Sample(), 80, 16).mark(c.row)
		if got := s.Reads(c.line); got != c.reads || len(got) > 67 {
			t.Errorf("%s on %q reads %q, want %q", c.line, c.row, got, c.reads)
		}
		if got := s.enter(c.line).marked(); !c.is(s, got) {
			t.Errorf("%s on %q made %+v", c.line, c.row, got)
		}
	}
}

func TestAnUnknownNameJoinsTheAttendees(t *testing.T) {
	s := newStage(t, screentest.Sample(), 80, 16)
	if got := s.enter("x @jo").marked(); s.name(got.Attendee) != "Jo" {
		t.Errorf("got %+v", got)
	}
	s.enter("we asked @kim and waited")
	if got := s.marked(); got.Attendee != "" || got.Text != "we asked @kim and waited" || s.Record.Attendees[len(s.Record.Attendees)-1].Handle != "kim" {
		t.Errorf("got %+v", got)
	}
}

func TestWhatIsNotUnderstoodStaysInTheLine(t *testing.T) {
	s := newStage(t, withoutLuck(), 80, 16)
	for _, c := range []struct{ field, line string }{
		{"lucky", ""}, {"lucky", ">@ben"}, {"lucky", ">"}, {"surprise", ">"}, {"surprise", "@ana #lu"}, {"surprise", "x #zzz"},
	} {
		s.Goto(screen.Place{Field: c.field})
		o := s.Enter(c.line)
		if o.Edit != nil || o.Open != nil || o.Check == "" || o.Line != nil {
			t.Errorf("%q: %+v", c.line, o)
		}
	}
}

func TestLettersOfTheList(t *testing.T) {
	for _, c := range []struct {
		row     string
		command keymap.Command
		want    string
	}{
		{stock, keymap.Perspective, ">@"}, {stock, keymap.Time, ">13:52"}, {whoReads, keymap.Time, ">by "},
	} {
		s := newStage(t, screentest.Sample(), 80, 16).mark(c.row).press(c.command)
		if s.Out.Line == nil || *s.Out.Line != c.want {
			t.Errorf("%s on %q: %+v", c.command, c.row, s.Out)
		}
	}
	s := newStage(t, screentest.Sample(), 80, 16).mark(stock).press(keymap.MoveDown)
	if rows := strings.Split(s.Text(), "\n"); !strings.HasPrefix(rows[2], ">   Stock reads") {
		t.Errorf("J: got\n%s", s.Text())
	}
	var problem model.Problem
	if _, err := s.Do(keymap.MoveDown).Edit.Make(s.Record); !errors.As(err, &problem) {
		t.Errorf("the last row of its kind moves on down: %v", err)
	}
	s.press(keymap.Remove)
	if want := `Removed "Stock reads at checkout go to»". u brings it back`; string(s.Out.Done) != want {
		t.Errorf("Done says %q", s.Out.Done)
	}
	for _, l := range s.Record.Learnings {
		if l.Text == stock {
			t.Error("the row is still there")
		}
	}
	if why := s.Off(keymap.Rest); why != "this works on an idea; g 6 goes to Countermeasures" {
		t.Errorf("s says %q", why)
	}
}

func TestTheFormRecordsAllChangedFieldsAsOneEdit(t *testing.T) {
	s := newStage(t, screentest.Sample(), 80, 16).mark(whoReads).enter("")
	s.Whole = true // a private row goes on being shown
	s.Fill(map[string]string{"What": "Who reads the list?", "Kind": "sur", "Row": "14:09", "Who": "Ana Silva", "By": "",
		"Answer": "nobody", "Seen": "in the list", "Private": "yes"})
	got := s.marked()
	if got.Text != "Who reads the list?" || got.Kind != model.Surprise || got.Event == "" || s.name(got.Attendee) != "Ana Silva" || !got.By.IsZero() ||
		got.Answer != "nobody" || got.Seen != "in the list" || !got.Private || !s.Out.Close {
		t.Errorf("got %+v", got)
	}
}

func TestFindGoesToTheNextRowWithTheWords(t *testing.T) {
	s := newStage(t, screentest.Sample(), 80, 16)
	if got := s.Find("MAILING"); got != `found "The lag alert goes to a maili»"; Enter finds the next` {
		t.Errorf("got %q", got)
	}
	s.Move(screen.Down)
	if s.Find("mailing"); s.marked().Text != whoReads {
		t.Errorf("the next match is %q", s.marked().Text)
	}
}

func TestEveryQuestionFitsItsRow(t *testing.T) {
	for _, p := range []model.Postmortem{{}, screentest.Sample()} {
		s := newStage(t, p, 80, 16)
		for range 10 {
			if q := s.Ask(); q == "" || len(q) > 66 {
				t.Errorf("Ask says %q", q)
			}
			if r := s.Reads(""); r == "" || len(r) > 67 {
				t.Errorf("reads %q", r)
			}
			s.Move(screen.Down)
		}
	}
}

func TestAnOpenFormFollowsTheRecord(t *testing.T) {
	s := newStage(t, screentest.Sample(), 80, 16).mark(stock).enter("")
	open := s.Follows(func(p *model.Postmortem) {
		p.Learnings = slices.Clone(p.Learnings)
		for i := range p.Learnings {
			p.Learnings[i].Text += " today"
		}
	})
	if f, _ := s.Out.Open.Field(); !open || f.Text != stock+" today" {
		t.Errorf("open %v, the field holds %q", open, f.Text)
	}
	if s.Follows(func(p *model.Postmortem) { p.Learnings = nil }) {
		t.Error("the form of a row that is gone stays open")
	}
}
