package gate_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"debrief/ui/gate"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/theme"
)

func panel(t *testing.T, q gate.Question) *gate.Panel {
	t.Helper()
	look, err := theme.Choose(theme.Dark, true, theme.ASCII())
	if err != nil {
		t.Fatal(err)
	}
	return gate.New(screen.Env{Theme: look}, func() string { return "0:42" }, func() (gate.Question, bool) { return q, true })
}

func drawn(p *gate.Panel, width, most int) string {
	p.Resize(width, most)
	rows, _ := p.Height(most)
	p.Resize(width, rows-1)
	text := []string{string(p.Title())}
	for _, row := range p.Body() {
		text = append(text, strings.TrimRight(ansi.Strip(row), " "))
	}
	return strings.Join(text, "\n")
}

func nine() gate.Question {
	return gate.Question{Timeline: "9 rows, 1 without an account", OnTheWay: true}
}

func TestThePanelStandsAsInTheMock(t *testing.T) {
	for _, c := range []struct {
		width, most int
		question    gate.Question
		want        string
	}{
		{80, 16, nine(), `Before Countermeasures: does the room agree on the timeline?
  9 rows, 1 without an account. Read out, and wait for each answer:
    Is anything missing?  Was it different for you?  Is anything still unsaid?

> Confirmed     the room agrees; noted with the time, 0:42
  Not yet       back to the timeline
  Go on         opens all the same; the page says "not confirmed by the room"`},
		{60, 9, nine(), `Does the room agree on the timeline?
  9 rows, 1 without an account. Read out, and wait for each
  answer:
    Is anything missing?  Was it different for you?
    Is anything still unsaid?

> Confirmed     the room agrees; noted with the time, 0:42
  Not yet       back to the timeline
  Go on         the page says "not confirmed by the room"`},
		{80, 16, gate.Question{Timeline: "No row yet", Empty: true}, `Does the room agree on the timeline?
  No row yet. Read out, and wait for each answer:
    Is anything missing?  Was it different for you?  Is anything still unsaid?

  Confirmed     the room agrees; noted with the time, 0:42
> Not yet       back to the timeline
  Go on         the page says "not confirmed by the room"`},
	} {
		if got := drawn(panel(t, c.question), c.width, c.most); got != c.want {
			t.Errorf("%dx%d: got\n%s\nwant\n%s", c.width, c.most, got, c.want)
		}
	}
}

func TestEachAnswerIsAskedOfTheFrame(t *testing.T) {
	want := []keymap.Command{gate.Agreed, gate.NotYet, gate.NotAgreed}
	for i, ask := range want {
		p := panel(t, nine())
		for range i {
			p.Move(screen.Down)
		}
		if o := p.Enter("half typed"); !o.Close || o.Run != ask || o.Line != nil {
			t.Errorf("answer %d: %+v", i, o)
		}
	}
	if o := panel(t, nine()).Do(keymap.Back); !o.Close || o.Run != gate.NotYet {
		t.Errorf("Esc: %+v", o)
	}
	asked := nine()
	asked.OnTheWay = false
	if o := panel(t, asked).Do(keymap.Back); !o.Close || o.Run != "" {
		t.Errorf("Esc where it was asked for: %+v", o)
	}
	p := panel(t, nine())
	for _, c := range []keymap.Command{keymap.Next, keymap.Previous, keymap.Open} {
		if o := p.Do(c); o.Close || o.Run != "" {
			t.Errorf("%s: %+v", c, o)
		}
	}
}

func TestItFitsAtEverySize(t *testing.T) {
	for width := 1; width < 150; width += 1 + width/9 {
		for most := 1; most < 20; most++ {
			p := panel(t, nine())
			p.Move(screen.Last)
			p.Resize(width, most)
			rows, _ := p.Height(most)
			p.Resize(width, rows-1)
			body := p.Body()
			if len(body) > most-1 {
				t.Fatalf("%dx%d: %d rows", width, most, len(body))
			}
			for _, row := range body {
				if w := ansi.StringWidth(row); w > width {
					t.Fatalf("%dx%d: a row of %d cells: %q", width, most, w, ansi.Strip(row))
				}
			}
			if most > 1 && !strings.HasPrefix(ansi.Strip(body[len(body)-1]), ">") {
				t.Fatalf("%dx%d: the marked answer is out of sight", width, most)
			}
		}
	}
}

func TestWhatEnterDoesFitsItsRow(t *testing.T) {
	for _, way := range []bool{true, false} {
		q := nine()
		q.OnTheWay = way
		p := panel(t, q)
		for range 3 {
			if words := p.Read("").Words; words == "" || safe.Width(words) > 47 {
				t.Errorf("Reads says %q", words)
			}
			p.Move(screen.Down)
		}
	}
}
