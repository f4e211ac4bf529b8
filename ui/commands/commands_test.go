package commands_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"debrief/ui/commands"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/theme"
)

func panel(t *testing.T, recent ...keymap.Command) *commands.Panel {
	t.Helper()
	look, err := theme.Choose(theme.HighContrast, true, theme.ASCII())
	if err != nil {
		t.Fatal(err)
	}
	keys, err := keymap.New(keymap.Default())
	if err != nil {
		t.Fatal(err)
	}
	p := commands.New(screen.Env{Theme: look, Keys: keys}, recent, func(c keymap.Command) safe.Text {
		if c == keymap.Rest {
			return "ideas rest in Countermeasures"
		}
		return ""
	})
	p.Resize(80, 6)
	return p
}

func rows(p *commands.Panel) []string {
	out := p.Body()
	for i := range out {
		out[i] = strings.TrimRight(ansi.Strip(out[i]), " ")
	}
	return out
}

func line(words, key string) string {
	return words + strings.Repeat(" ", 79-len(words)-len(key)) + key
}

func TestTheListBeginsWithTheLatest(t *testing.T) {
	want := []string{
		line("> Start or pause the clock", "c"),
		line("  Show roles instead of names, on and off", "r"),
		line("  Add an account to the row", "p"),
		line("  Change the row's time", "t"),
		line("  Say when it became known, and to whom", "w"),
		line("  Decision card from the event", "d"),
	}
	p := panel(t, keymap.Clock, keymap.Roles, keymap.Clock, keymap.Enter, "gone-since")
	if got := rows(p); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if got := p.Position(); !strings.HasPrefix(string(got), "1-6 of ") {
		t.Errorf("position: got %q", got)
	}
}

func TestLettersFindACommandAndEnterRunsIt(t *testing.T) {
	for _, c := range []struct {
		typed string
		moves []screen.Move
		run   keymap.Command
	}{
		{"", nil, keymap.Perspective},
		{"", []screen.Move{screen.Down, screen.Down, screen.Up}, keymap.Time},
		{"home", nil, keymap.Home}, // not "at home: leave"
		{"idea merge", nil, keymap.Merge},
		{"DARK", nil, keymap.ThemeDark},
		{"learning", nil, keymap.Phase(5)},
		{"theme", []screen.Move{screen.Last}, keymap.ThemeHigh},
		{"ctrl+l", nil, keymap.Redraw},
		{"suspend", []screen.Move{screen.Down, screen.First}, keymap.Suspend},
	} {
		p := panel(t)
		p.Read(c.typed)
		for _, m := range c.moves {
			p.Move(m)
		}
		out := p.Enter(c.typed)
		if out.Text != string(c.run) || out.Run != screen.Press || !out.Close || !slices.Equal(out.Settled, []screen.Key{{Field: "commands"}}) {
			t.Errorf("%q: got %+v, want %s", c.typed, out, c.run)
		}
	}
}

// A person looked for the light theme and found "Redo", "Help", "Draw the screen anew" and "Type again" first.
func TestWhatOneComesForStandsFirstAndWhatIsOffBehindIt(t *testing.T) {
	p := panel(t)
	p.Resize(80, 60)
	got := rows(p)
	at := func(words string) int {
		for i, row := range got {
			if strings.Contains(row, words) {
				return i
			}
		}
		t.Fatalf("no %q in\n%s", words, strings.Join(got, "\n"))
		return 0
	}
	order := []string{"Decision card", "Next wording mark", "Light theme", "Mouse on", "Save a copy", "Go to Timeline",
		"Let the idea rest", "Draw the screen anew", "Type again"}
	for i := range order[:len(order)-1] {
		if at(order[i]) > at(order[i+1]) {
			t.Errorf("%q stands behind %q in\n%s", order[i], order[i+1], strings.Join(got, "\n"))
		}
	}
}

func TestEveryCommandButTheKeysOfTheListIsThereOnce(t *testing.T) {
	p := panel(t)
	p.Resize(80, 200)
	seen := make(map[string]bool)
	for _, row := range rows(p) {
		if seen[row] {
			t.Errorf("twice: %s", row)
		}
		seen[row] = true
	}
	commands := make(map[keymap.Command]bool)
	for _, b := range keymap.Default() {
		commands[b.Command] = true
	}
	if got, want := len(seen), len(commands)-11; got != want {
		t.Errorf("got %d, want %d", got, want)
	}
}

func TestACommandThatIsOffSaysWhy(t *testing.T) {
	p := panel(t)
	if r := p.Read("two working days"); r.Words != "ideas rest in Countermeasures" {
		t.Errorf("got %q", r.Words)
	}
	if out := p.Enter("two working days"); out.Check != "ideas rest in Countermeasures" || out.Close {
		t.Errorf("got %+v", out)
	}
}

func TestAFilterThatLeavesNothingSaysSo(t *testing.T) {
	p := panel(t)
	before, _ := p.Height(16)
	if r := p.Read("xyzzy"); !r.Fault || len(p.Body()) != 0 || p.Position() != "" {
		t.Errorf("got %+v", r)
	}
	p.Move(screen.PageDown)
	if out := p.Enter("xyzzy"); out.Check == "" || out.Close {
		t.Errorf("got %+v", out)
	}
	if after, _ := p.Height(16); after != before || after != 11 {
		t.Errorf("the panel went from %d to %d rows", before, after)
	}
}

func TestEscCloses(t *testing.T) {
	for c, want := range map[keymap.Command]bool{keymap.Back: true, keymap.Commands: true, keymap.Undo: false} {
		if out := panel(t).Do(c); out.Close != want {
			t.Errorf("%s: got %+v", c, out)
		}
	}
}

func TestTheListFitsEverySizeAndShowsItsMark(t *testing.T) {
	p := panel(t)
	for width := 1; width <= 140; width++ {
		for height := 1; height <= 40; height++ {
			wanted, _ := p.Height(height)
			if wanted > height {
				t.Fatalf("of %d rows it wants %d", height, wanted)
			}
			p.Resize(width, height)
			p.Move(screen.Move(height % 6))
			body, marks := p.Body(), 0
			for _, row := range body {
				if w := ansi.StringWidth(row); w > width {
					t.Fatalf("%dx%d: %d cells: %q", width, height, w, row)
				}
				if strings.HasPrefix(ansi.Strip(row), ">") {
					marks++
				}
			}
			if len(body) > height || marks != 1 {
				t.Fatalf("%dx%d: %d rows, %d marks", width, height, len(body), marks)
			}
		}
	}
}
