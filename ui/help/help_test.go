package help_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"debrief/ui/help"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/theme"
)

func env(t *testing.T) screen.Env {
	t.Helper()
	look, err := theme.Choose(theme.Dark, true, theme.ASCII())
	if err != nil {
		t.Fatal(err)
	}
	keys, err := keymap.New(keymap.Default())
	if err != nil {
		t.Fatal(err)
	}
	return screen.Env{Theme: look, Keys: keys}
}

func timelineHelp(t *testing.T) *help.Panel {
	p := help.New(env(t), "Help: Timeline", func(c keymap.Command) safe.Text {
		if c == keymap.Rest {
			return "ideas rest in Countermeasures"
		}
		return ""
	})
	p.Resize(80, 16)
	return p
}

func rows(p *help.Panel) []string {
	out := p.Body()
	for i := range out {
		out[i] = strings.TrimRight(ansi.Strip(out[i]), " ")
	}
	return out
}

func TestHelpShowsTheKeysInTwoColumns(t *testing.T) {
	p := timelineHelp(t)
	want := []string{
		"  While you type                          In the list (after Esc)",
		"> Enter     record; empty: open the row   i         type again",
		"  Up Dn     mark another row              j k       mark another row",
		"  PgUp PgDn a page up, down               Home End  first, last row",
	}
	if got := rows(p); !slices.Equal(got[:4], want) || len(got) != 16 {
		t.Errorf("got %d rows\n%s", len(got), strings.Join(got, "\n"))
	}
	if got := p.Position(); !strings.HasSuffix(string(got), ", PgDn") {
		t.Errorf("position: got %q", got)
	}
	if rows, whole := p.Height(16); rows != 16 || !whole {
		t.Errorf("height: got %d, %v", rows, whole)
	}
}

// Half the rows ended in », and the keys of later versions stood among those that work.
func TestNoLineOfHelpIsCutAndWhatIsOffComesLast(t *testing.T) {
	p := help.New(env(t), "Help: Timeline", func(c keymap.Command) safe.Text {
		switch c {
		case keymap.Clock, keymap.Question:
			return "the clock comes with a later version"
		case keymap.Rest:
			return "this works on an idea; g 6 goes to Countermeasures"
		}
		return ""
	})
	p.Resize(80, 60)
	got := rows(p)
	if all := strings.Join(got, "\n"); strings.Contains(all, "»") {
		t.Errorf("cut rows in\n%s", all)
	}
	if n := len(got); n > 44 {
		t.Errorf("%d rows", n)
	}
	column := func(at int) (entries []string) {
		for _, row := range got {
			if len(row) > at && row[at] != ' ' {
				entries = append(entries, strings.TrimSpace(row[at:]))
			}
		}
		return entries
	}
	right := column(42)
	if last := right[len(right)-2:]; !strings.HasPrefix(last[0], "s ") || !strings.HasPrefix(last[1], "c ") {
		t.Errorf("the last in the list are %q", last)
	}
	if got := p.Position(); got != "44 of 44" {
		t.Errorf("the rule says %q", got)
	}
}

func TestKeysOfOneCommandShareALine(t *testing.T) {
	p := timelineHelp(t)
	p.Resize(80, 40)
	got := strings.Join(rows(p), "\n")
	for _, want := range []string{"  ctrl+k :  all commands", "  F1 ?      help", "x Delete  remove (u brings it back)", `  \         the next sign is plain text`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

func TestEachKeyOfTheTableIsFound(t *testing.T) {
	p := timelineHelp(t)
	for _, b := range env(t).Keys.Bindings() {
		if len(b.Keys) == 0 {
			continue
		}
		p.Read(keymap.Written(b.Keys[0]))
		out := p.Enter(keymap.Written(b.Keys[0]))
		if b.Command == keymap.Rest {
			continue
		}
		if out.Text == "" || out.Run != screen.Press || !out.Close {
			t.Errorf("%s of %s: got %+v", b.Keys[0], b.Command, out)
		}
	}
}

func TestLettersFilterAndEnterRuns(t *testing.T) {
	for _, c := range []struct {
		typed string
		down  int
		run   keymap.Command
	}{
		{"", 0, keymap.Enter},
		{"", 1, keymap.Up},
		{"decision", 0, keymap.Decide},
		{"move the row down", 0, keymap.MoveDown},
		{"J", 0, keymap.MoveDown}, // a key marks its own line
		{"ctrl+r", 0, keymap.Redo},
	} {
		p := timelineHelp(t)
		p.Read(c.typed)
		for range c.down {
			p.Move(screen.Down)
		}
		out := p.Enter(c.typed)
		want := screen.Outcome{Close: true, Run: screen.Press, Text: string(c.run), Settled: []screen.Key{{Field: "help"}}}
		if out.Run != want.Run || out.Text != want.Text || !out.Close || !slices.Equal(out.Settled, want.Settled) {
			t.Errorf("%q: got %+v, want %+v", c.typed, out, want)
		}
	}
}

func TestAFilterThatLeavesNothingSaysSo(t *testing.T) {
	p := timelineHelp(t)
	if r := p.Read("xyzzy"); !r.Fault {
		t.Errorf("got %+v", r)
	}
	if out := p.Enter("xyzzy"); out.Check == "" || out.Close || len(p.Body()) != 0 {
		t.Errorf("got %+v", out)
	}
	p.Move(screen.Down)
	if p.Read(""); len(p.Body()) != 16 {
		t.Error("the keys do not come back")
	}
}

func TestAKeyThatIsOffSaysWhy(t *testing.T) {
	p := timelineHelp(t)
	if r := p.Read("two working days"); r.Words != "ideas rest in Countermeasures" {
		t.Errorf("got %q", r.Words)
	}
	if out := p.Enter("two working days"); out.Check != "ideas rest in Countermeasures" || out.Close {
		t.Errorf("got %+v", out)
	}
	faint := env(t).Theme.Faint.On()
	if row := p.Body()[1]; strings.Count(row, faint) != 2 {
		t.Errorf("its key and words are not dim: %q", row)
	}
}

func TestAFirstSignIsTypedAndNotRun(t *testing.T) {
	p := timelineHelp(t)
	want := safe.Text("! is typed at the beginning of the line: park an idea")
	if r := p.Read("!"); r.Words != want {
		t.Errorf("got %q", r.Words)
	}
	if out := p.Enter("!"); out.Check != want || out.Close || out.Run != "" {
		t.Errorf("got %+v", out)
	}
}

func TestEscAndHelpAgainCloseIt(t *testing.T) {
	for _, c := range []keymap.Command{keymap.Back, keymap.Help} {
		if out := timelineHelp(t).Do(c); !out.Close {
			t.Errorf("%s: got %+v", c, out)
		}
	}
	if out := timelineHelp(t).Do(keymap.Undo); out.Close {
		t.Errorf("got %+v", out)
	}
}

func TestHelpFitsEverySizeAndShowsItsMark(t *testing.T) {
	p := timelineHelp(t)
	mark := env(t).Theme.Accent.On() + ">"
	for width := 1; width <= 140; width++ {
		for height := 1; height <= 40; height++ {
			p.Resize(width, height)
			p.Move(screen.Move(width % 6))
			p.Move(screen.Down)
			body := p.Body()
			if len(body) > height {
				t.Fatalf("%dx%d: %d rows", width, height, len(body))
			}
			marked := 0
			for _, row := range body {
				if w := ansi.StringWidth(row); w > width {
					t.Fatalf("%dx%d: %d cells: %q", width, height, w, row)
				}
				marked += strings.Count(row, mark)
			}
			if marked != 1 {
				t.Fatalf("%dx%d: %d marks in\n%s", width, height, marked, strings.Join(body, "\n"))
			}
		}
	}
}
