package questions

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"debrief/model"
	"debrief/model/prompt"
	"debrief/ui/keymap"
	"debrief/ui/screen"
	"debrief/ui/theme"
)

// opened is the panel over the timeline, at a row that one person has told.
func opened(t *testing.T, width, height int) *Panel {
	t.Helper()
	table, err := prompt.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	look, err := theme.Choose(theme.Dark, true, theme.ASCII())
	if err != nil {
		t.Fatal(err)
	}
	all := prompt.NewAsker(table).All(prompt.Place{Phase: model.PhaseTimeline}, prompt.Holding(prompt.OnePerspective, prompt.Told))
	p := New(screen.Env{Theme: look}, all)
	p.Resize(width, height)
	return p
}

func drawn(p *Panel) string {
	rows := p.Body()
	for i := range rows {
		rows[i] = strings.TrimRight(ansi.Strip(rows[i]), " ")
	}
	return strings.Join(rows, "\n")
}

func TestWhatFitsStandsFirstAndIsReadOutAsItIsMarked(t *testing.T) {
	p := opened(t, 80, 5)
	want := `  Fit now
> Did anything look different to someone else?
  Where did you see it, and what did you take it to mean then?
  At any time
  What did users experience at this point?`
	if got := drawn(p); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	p.Move(screen.Down)
	if got := p.Ask(); got != "Where did you see it, and what did you take it to mean then?" {
		t.Errorf("marked is %q", got)
	}
	o := p.Enter("")
	if o.Run != Put || !o.Close || o.Text != "timeline-seen" {
		t.Errorf("Enter asks for %+v", o)
	}
}

func TestWordsNarrowTheList(t *testing.T) {
	p := opened(t, 80, 10)
	p.Read("WHEN fine")
	want := "  When somebody says so\n> we usually do    When does it go fine, and what is different then?"
	if got := drawn(p); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if r := p.Read("no such words"); !r.Fault || p.Ask() != "" || drawn(p) != "" {
		t.Errorf("got %+v, %q", r, p.Ask())
	}
	if o := p.Enter("no such words"); o.Close || o.Check == "" {
		t.Errorf("Enter asks for %+v", o)
	}
	p.Read("")
	if got := string(p.Position()); !strings.HasPrefix(got, "1-10 of ") {
		t.Errorf("all are there again: %s", got)
	}
	for _, c := range []keymap.Command{keymap.Back, keymap.AllQuestions} {
		if o := p.Do(c); !o.Close || o.Run != "" {
			t.Errorf("%s asks for %+v", c, o)
		}
	}
}

func TestThePanelFitsEverySize(t *testing.T) {
	p := opened(t, 80, 10)
	for width := 1; width < 170; width += 7 {
		for height := range 40 {
			p.Resize(width, height)
			p.Move([]screen.Move{screen.Down, screen.PageDown, screen.Up, screen.Last, screen.First}[height%5])
			rows := p.Body()
			if len(rows) > height {
				t.Fatalf("%dx%d: %d rows", width, height, len(rows))
			}
			marked := 0
			for _, r := range rows {
				if ansi.StringWidth(r) > width {
					t.Fatalf("%dx%d: a row of %d cells", width, height, ansi.StringWidth(r))
				}
				if strings.HasPrefix(ansi.Strip(r), ">") {
					marked++
				}
			}
			if height > 0 && marked != 1 {
				t.Fatalf("%dx%d: %d rows are marked", width, height, marked)
			}
		}
	}
}
