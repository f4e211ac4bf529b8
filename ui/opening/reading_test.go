package opening_test

import (
	"strings"
	"testing"

	"debrief/model"
	"debrief/model/aloud"
	"debrief/ui/keymap"
	"debrief/ui/opening"
	"debrief/ui/screen"
	"debrief/ui/screen/screentest"
)

func TestTheWordsToReadOutAreTurnedPageByPage(t *testing.T) {
	s := at(enter(t, screentest.Sample(), 80, 16), model.FieldResolved).Command(keymap.View)
	s.Want("first page", strings.TrimLeft(s.Text(), "\n"), screentest.Drawing(`
      Welcome, and thank you for coming. This is a post-mortem: Checkout
      errors while the search index rebuilt. Priya Nair leads the talk.
      Lena Holt takes notes.

      We are here to learn how normal work led here. Nobody is on trial.
      What people did made sense to them then, with what they saw and
      knew.

      We tell what happened as it looked from where each of us stood, at
      that minute. Please be as kind to yourself as to others.

      Two phrases stay outside: "would have" and "could have". They tell
      of something that did not happen. Whoever hears one names it
      lightly, and we find other words.
`))
	s.Want("position", string(s.Position()), "1 of 2")
	s.Move(screen.PageDown)
	if got := s.Text(); !strings.Contains(got, "our signal is: a raised pen.") || !strings.Contains(got, "Here for the first time: Lena Holt.") {
		t.Errorf("the second page:\n%s", got)
	}
	s.Move(screen.Down)
	s.Want("behind the last", string(s.Position()), "2 of 2")
	s.Move(screen.First)
	s.Type("a raised pen")
	s.Want("after Enter", string(s.Position()), "2 of 2")
	s.Type("a raised pen")
	s.Want("back at the field", s.Field().Key.Field, string(model.FieldResolved))
	if s.Edits != 0 {
		t.Errorf("%d edits", s.Edits)
	}
}

func TestTheSignalIsAgreedOnWhileTheWordsAreReadOut(t *testing.T) {
	s := enter(t, begun(), 80, 40).Command(keymap.View)
	s.Want("question", string(s.Ask()), "What signal shall we use when we drift?")
	s.Want("Reads", s.Reads("a bell"), "fills Drift signal, which is read out then")
	s.Type("a bell")
	if got := s.Text(); !strings.Contains(got, "our signal is: a bell.") {
		t.Errorf("it is not read out:\n%s", got)
	}
	s.Want("question", string(s.Ask()), "Is anyone here for the first time?")
}

func TestEscAndAnotherScreenLeadBackToTheFields(t *testing.T) {
	for name, back := range map[string]func(*screentest.Stage){
		"v":            func(s *screentest.Stage) { s.Command(keymap.View) },
		"Esc":          func(s *screentest.Stage) { s.Command(keymap.Back) },
		"Tab and back": func(s *screentest.Stage) { s.Screen.(*opening.Screen).Leave() },
		"find":         func(s *screentest.Stage) { s.Find("impact") },
		"a place":      func(s *screentest.Stage) { s.Goto(screen.Place{Field: "Impact"}) },
		"another record": func(s *screentest.Stage) {
			s.Hand(begun())
			s.Hand(screentest.Sample())
			p := begun()
			p.Header.ID = "another222222222"
			s.Hand(p)
		},
	} {
		s := enter(t, screentest.Sample(), 80, 16).Command(keymap.View)
		if s.Off(keymap.Back) != "" {
			t.Errorf("%s: Esc has no use while the words are read out", name)
		}
		back(s)
		if got := s.Text(); !strings.Contains(got, "Kind  ") && !strings.Contains(got, "Impact  ") {
			t.Errorf("%s does not lead back:\n%s", name, got)
		}
		if s.Off(keymap.Back) == "" {
			t.Errorf("%s: Esc still has a step of its own", name)
		}
	}
}

func TestTheWordsFitEverySize(t *testing.T) {
	s := enter(t, screentest.Sample(), 80, 16).Command(keymap.View)
	s.FitsEverySize("sample", false)
}

func TestATeamsOwnWordsAreReadOut(t *testing.T) {
	own, err := aloud.ReadOpening("Hello from {facilitator}.\n\nThe second paragraph.")
	if err != nil {
		t.Fatal(err)
	}
	s, _ := screentest.New(t, screen.Open, func(env screen.Env) *opening.Screen {
		env.Opening = own
		return opening.New(env)
	}, screentest.Sample(), 80, 16)
	if got := s.Text(); !strings.Contains(got, "To read out: Hello from Priya Nair.\n  First time here: Lena Holt") {
		t.Errorf("above the fields:\n%s", got)
	}
	s.Command(keymap.View)
	s.Want("in full", s.Text(), "\n      Hello from Priya Nair.\n\n      The second paragraph.")
}

func TestWhoIsNewIsNamedAtEverySize(t *testing.T) {
	for _, size := range [][2]int{{60, 9}, {80, 16}, {140, 32}} {
		s := enter(t, screentest.Sample(), size[0], size[1])
		if got := s.Text(); !strings.Contains(got, "First time here: Lena Holt") {
			t.Errorf("%v:\n%s", size, got)
		}
	}
	if got := enter(t, begun(), 80, 16).Text(); strings.Contains(got, "First time") || !strings.Contains(got, "Esc v: all of it") {
		t.Errorf("where nobody is new:\n%s", got)
	}
}

func TestWhatComesBackIsCountedWhereThereIsAny(t *testing.T) {
	p := screentest.Sample()
	yesterday := model.DateOf(screentest.Now()).AddDays(-1)
	for i := range p.Countermeasures {
		switch c := &p.Countermeasures[i]; c.Standing() {
		case model.StandsResting:
			c.RestUntil = yesterday
		case model.Decided:
			c.By = yesterday
		}
	}
	want := "To decide today: 1 resting, 2 overdue (g 6)"
	for _, size := range [][2]int{{60, 9}, {80, 16}, {140, 32}} {
		if got := enter(t, p, size[0], size[1]).Text(); !strings.Contains(got, want) {
			t.Errorf("%v: %q is not in\n%s", size, want, got)
		}
	}
	if got := enter(t, screentest.Sample(), 80, 16).Text(); strings.Contains(got, "To decide today") {
		t.Errorf("nothing comes back yet:\n%s", got)
	}
}
