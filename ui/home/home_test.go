package home

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"debrief/model"
	"debrief/ui/keymap"
	"debrief/ui/screen"
	"debrief/ui/theme"
)

func newScreen(t *testing.T, list []model.Summary, dues []model.Due, w, h int) *Screen {
	t.Helper()
	th, err := theme.Choose("dark", true, theme.ASCII())
	if err != nil {
		t.Fatal(err)
	}
	keys, err := keymap.New(keymap.Default())
	if err != nil {
		t.Fatal(err)
	}
	s := New(screen.Env{Theme: th, Keys: keys, Now: func() time.Time { return time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC) }})
	s.Resize(w, h)
	s.Load(list, dues, model.Date{Year: 2026, Month: 3, Day: 19})
	return s
}

func sampleList() ([]model.Summary, []model.Due) {
	return []model.Summary{
			{ID: "a", Title: "Checkout errors while the search index rebuilt", Date: model.Date{Year: 2026, Month: 3, Day: 12}, Kind: model.Unscheduled, Status: model.StatusDraft, Phase: model.PhaseTimeline},
			{ID: "b", Title: "Payment webhooks 40 minutes late", Date: model.Date{Year: 2026, Month: 3, Day: 5}, Kind: model.Unscheduled, Status: model.StatusClosed, Open: 3},
			{ID: "c", Title: "Login slow after session table grew", Date: model.Date{Year: 2026, Month: 2, Day: 11}, Kind: model.NearMiss, Status: model.StatusClosed, Open: 2, Overdue: 1},
		}, []model.Due{
			{Text: "Add session table size to the dashboard", Owner: "Omar", By: model.Date{Year: 2026, Month: 3, Day: 16}},
		}
}

func text(s *Screen) string {
	var rows []string
	for _, r := range s.Body() {
		rows = append(rows, strings.TrimRight(ansi.Strip(r), " "))
	}
	return strings.Join(rows, "\n")
}

func TestHomeListsWhatThereIs(t *testing.T) {
	list, dues := sampleList()
	s := newScreen(t, list, dues, 80, 16)
	want := `  Date        Title                              Kind         Stage       Open
> 2026-03-12  Checkout errors while the search»  unscheduled  Timeline       0
  2026-03-05  Payment webhooks 40 minutes late   unscheduled  closed         3
  2026-02-11  Login slow after session table g»  near miss    closed       2 !

  + Sample incident, to look around (nothing of it is kept)
  + New post-mortem with the title typed below

  Overdue   Add session table size to the dashboard     Omar      Mon 16 Mar`
	if got := text(s); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := s.Line(); got != "3 post-mortems   1 countermeasure overdue" {
		t.Errorf("row 2 says %q", got)
	}
}

func TestOneStepUpFromTheTopIsANewPostmortem(t *testing.T) {
	list, dues := sampleList()
	s := newScreen(t, list, dues, 80, 16)
	s.Move(screen.Up)
	title := "Mail queue paused"
	o := s.Enter(title)
	if o.Run != screen.NewRecord || o.Text != title {
		t.Errorf("Enter asks for %v, want a new record", o.Run)
	}
}

// The second row stood under "Overdue", whatever it was.
func TestAnIdeaThatIsReadyToDecideIsToldFromWhatIsOverdue(t *testing.T) {
	list, dues := sampleList()
	dues = append(dues, model.Due{Text: "Tie rebuild speed to replica lag", Owner: "Chao", By: model.Date{Year: 2026, Month: 3, Day: 19}, Resting: true})
	s := newScreen(t, list, dues, 80, 16)
	for _, want := range []string{"  Overdue   Add session table size", "  To decide Tie rebuild speed to replica lag            Chao      Thu 19 Mar"} {
		if got := text(s); !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if got := s.Line(); got != "3 post-mortems   1 countermeasure overdue   1 idea ready to decide" {
		t.Errorf("row 2 says %q", got)
	}
}

// A person pressed Up once and saw two marks, one on a post-mortem and one on "+ New".
func TestOneRowIsMarkedAlsoWhileAnOfferIs(t *testing.T) {
	list, dues := sampleList()
	s := newScreen(t, list, dues, 80, 16)
	s.Move(screen.Up)
	if got := text(s); strings.Count(got, "\n>") != 1 || !strings.Contains(got, "> + New post-mortem") {
		t.Errorf("after Up from the top:\n%s", got)
	}
	if got := s.Position(); got != "1-3 of 3" {
		t.Errorf("the rule says %q, want 1-3 of 3", got)
	}
}

// A person made a post-mortem, came home with g 0, pressed Enter to go on, and was asked for a title.
func TestThePostmortemThatWasMadeIsMarkedOnComingBack(t *testing.T) {
	list, dues := sampleList()
	s := newScreen(t, list, dues, 80, 16)
	s.Move(screen.Up)
	s.Enter("Mail queue paused")
	s.Read("", 0)
	s.Load(append([]model.Summary{{ID: "new", Title: "Mail queue paused", Status: model.StatusDraft, Phase: model.PhaseOpen}}, list...), dues, s.today)
	if o := s.Enter(""); o.Goto == nil || o.Goto.Postmortem != "new" {
		t.Errorf("Enter gives %+v, want the new record", o)
	}
}

func TestTypingNarrowsTheListAndEnterMakesWhatIsNotThere(t *testing.T) {
	list, dues := sampleList()
	s := newScreen(t, list, dues, 80, 16)
	s.Read("webhooks", 8)
	if o := s.Enter("webhooks"); o.Goto == nil || o.Goto.Postmortem != "b" {
		t.Errorf("Enter on a narrowed list gives %+v, want the record b", o)
	}
	if r := s.Read("webhooks late again", 19); r.Words != "Enter makes this post-mortem and opens it" {
		t.Errorf("with no row left, Reads says %q", r.Words)
	}
	if o := s.Enter("webhooks late again"); o.Run != screen.NewRecord {
		t.Errorf("Enter gives %+v, want a new record", o)
	}
}

func TestFirstRunTeachesAndATitleMakesThePostmortem(t *testing.T) {
	s := newScreen(t, nil, nil, 80, 16)
	if got := text(s); !strings.Contains(got, "1  Type a title below") || !strings.Contains(got, "> + Sample incident") {
		t.Errorf("first run shows\n%s", got)
	}
	if o := s.Enter("Checkout errors"); o.Run != screen.NewRecord {
		t.Errorf("Enter gives %+v, want a new record", o)
	}
	if o := s.Enter(""); o.Run != screen.Sample {
		t.Errorf("Enter on an empty line gives %+v, want the sample", o)
	}
}

func TestEnterWithoutATitleSaysWhatToType(t *testing.T) {
	list, dues := sampleList()
	s := newScreen(t, list, dues, 80, 16)
	s.Move(screen.Up)
	if o := s.Enter("  "); o.Check == "" || o.Run != "" {
		t.Errorf("Enter without a title gives %+v, want a sentence", o)
	}
}

func TestNoRowIsWiderThanTheScreen(t *testing.T) {
	var many []model.Summary
	for i := range 2000 {
		many = append(many, model.Summary{ID: model.ID(fmt.Sprint(i)), Title: strings.Repeat("Überlauf 漢字 ", 10), Kind: model.GameDay, Status: model.StatusHeld, Open: 100, Overdue: 3})
	}
	_, dues := sampleList()
	for _, list := range [][]model.Summary{nil, many[:3], many} {
		for _, size := range [][2]int{{1, 1}, {2, 3}, {20, 5}, {60, 9}, {80, 16}, {140, 32}} {
			s := newScreen(t, list, dues, size[0], size[1])
			for range 30 {
				s.Move(screen.PageDown)
				rows := s.Body()
				if len(rows) > size[1] {
					t.Fatalf("%v with %d post-mortems: %d rows", size, len(list), len(rows))
				}
				for _, r := range rows {
					if w := ansi.StringWidth(r); w > size[0] {
						t.Fatalf("%v: a row of %d cells: %q", size, w, r)
					}
				}
			}
		}
	}
}

func TestARowThatCannotBeReadIsShownInItsPlace(t *testing.T) {
	list, _ := sampleList()
	list[1] = model.Summary{ID: "checkouterrors22", Unreadable: `its date is "soon"`}
	s := newScreen(t, list, []model.Due{{Text: "x", Owner: "Omar", Unreadable: `its date is "0000"`}}, 90, 20)
	got := text(s)
	for _, want := range []string{
		"  2026-02-11  Login slow",
		"  checkouter  cannot be read: its date is \"soon\"; debrief doctor says more\n",
		"Overdue   cannot be read: its date is",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}
