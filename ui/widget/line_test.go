package widget

import (
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"debrief/ui/safe"
	"debrief/ui/theme"
)

// keys are the presses that a test writes by name; anything else is typed letter by letter.
func keys() map[string]tea.KeyPressMsg {
	return map[string]tea.KeyPressMsg{
		"left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight}, "home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd},
		"backspace": {Code: tea.KeyBackspace}, "delete": {Code: tea.KeyDelete},
		"ctrl+w": {Code: 'w', Mod: tea.ModCtrl}, "ctrl+u": {Code: 'u', Mod: tea.ModCtrl}, "ctrl+k": {Code: 'k', Mod: tea.ModCtrl},
		"ctrl+v": {Code: 'v', Mod: tea.ModCtrl}, "alt+b": {Code: 'b', Mod: tea.ModAlt}, "alt+d": {Code: 'd', Mod: tea.ModAlt},
		"alt+backspace": {Code: tea.KeyBackspace, Mod: tea.ModAlt}, "alt+f": {Code: 'f', Mod: tea.ModAlt}, "tab": {Code: tea.KeyTab}, "up": {Code: tea.KeyUp},
	}
}

// press sends keys: names in braces, the rest as typed letters.
func press(l *Line, text string) {
	named := keys()
	for text != "" {
		if text[0] == '{' {
			name, rest, _ := strings.Cut(text[1:], "}")
			l.Update(named[name])
			text = rest
			continue
		}
		r, n := utf8.DecodeRuneInString(text)
		l.Update(tea.KeyPressMsg{Code: r, Text: text[:n]})
		text = text[n:]
	}
}

func drawing(width, most int) Drawing {
	return Drawing{Width: width, Max: most, Glyphs: theme.ASCII()}
}

func TestKeysEditTheLine(t *testing.T) {
	for _, c := range []struct{ keys, want string }{
		{"lag 9 min", "lag 9 min"},
		{"one two{ctrl+w}x", "one x"},
		{"one two{ctrl+u}x", "x"},
		{"one two{home}{delete}O", "One two"},
		{"one two{alt+b}{alt+d}2", "one 2"},
		{"ab{left}{backspace}c", "cb"},
		{"ab{left}{alt+d}", "a"},
		{"ab{home}{alt+f}c{end}d", "abcd"},
		{"ab{home}{ctrl+k}{ctrl+v}{tab}{up}", "ab"},
		{"Grüße 日本{backspace}", "Grüße 日"},
	} {
		l := NewLine()
		press(l, c.keys)
		if l.Value() != c.want {
			t.Errorf("%s: got %q, want %q", c.keys, l.Value(), c.want)
		}
	}
}

func TestOneKeyTakesOneCharacterHoweverManyCodePointsItHas(t *testing.T) {
	l := NewLine()
	l.Reset("a👨‍👩‍👧‍👦b")
	press(l, "{left}{left}")
	if l.Cursor() != 1 {
		t.Errorf("two keys left of the end the cursor is at %d, want 1", l.Cursor())
	}
	press(l, "{right}{backspace}")
	if l.Value() != "ab" {
		t.Errorf("got %q, want ab", l.Value())
	}
	l.Reset("ae\u0301b")
	press(l, "{home}{right}{delete}")
	if l.Value() != "ab" {
		t.Errorf("got %q, want ab", l.Value())
	}
}

func TestLineBreaksTabsAndUnknownCharactersSurvive(t *testing.T) {
	const text = "first\n\n\tsecond � end"
	l := NewLine()
	l.Reset(text)
	if l.Value() != text {
		t.Errorf("got %q, want %q", l.Value(), text)
	}
	l.Update(tea.PasteMsg{Content: "\r\nthird\x1b[2J"})
	if want := text + "\nthird␛[2J"; l.Value() != want {
		t.Errorf("got %q, want %q", l.Value(), want)
	}
	rows, _ := l.Rows(drawing(80, 3))
	if want := `first\\    second � end\third␛[2J`; rows[0] != want {
		t.Errorf("got %q, want %q", rows[0], want)
	}
}

func TestUndoTakesBackWordsAndRunsAndRedoHasThemAgain(t *testing.T) {
	l := NewLine()
	press(l, "the lag is")
	l.Update(tea.PasteMsg{Content: " nine minutes"})
	press(l, "{backspace}{backspace}!")
	steps := []string{l.Value()}
	for l.Undo() {
		steps = append(steps, l.Value())
	}
	want := []string{"the lag is nine minut!", "the lag is nine minut", "the lag is nine minutes", "the lag is", "the lag ", "the ", ""}
	if strings.Join(steps, "|") != strings.Join(want, "|") {
		t.Errorf("got steps %q, want %q", steps, want)
	}
	for i := len(want) - 2; i >= 0; i-- {
		if !l.Redo() || l.Value() != want[i] {
			t.Errorf("redo gives %q, want %q", l.Value(), want[i])
		}
	}
	if l.Redo() {
		t.Error("there is still something to redo")
	}
}

func TestUndoGoesBackOverASetValue(t *testing.T) {
	l := NewLine()
	press(l, "typed")
	l.SetValue("from the editor")
	press(l, "!")
	l.Undo()
	l.Undo()
	if l.Value() != "typed" || l.Cursor() != 5 {
		t.Errorf("got %q with the cursor at %d, want typed, 5", l.Value(), l.Cursor())
	}
}

func TestCompletionIsOneStep(t *testing.T) {
	l := NewLine()
	press(l, "lag @ch")
	l.Replace(4, 7, "@chao ")
	if l.Value() != "lag @chao " || l.Cursor() != len("lag @chao ") {
		t.Errorf("got %q, %d", l.Value(), l.Cursor())
	}
	l.Undo()
	if l.Value() != "lag @ch" || l.Cursor() != 7 {
		t.Errorf("undo gives %q, %d", l.Value(), l.Cursor())
	}
}

func TestAPasteTakesWhatFitsAndGivesBackTheRest(t *testing.T) {
	l := NewLine()
	l.Reset(strings.Repeat("a", MaxLen-3))
	if rest := l.Insert("bc日"); rest != "日" {
		t.Errorf("got the rest %q, want 日", rest)
	}
	press(l, "xy")
	if len(l.Value()) != MaxLen || !strings.HasSuffix(l.Value(), "bcx") {
		t.Errorf("got %d bytes ending in %q", len(l.Value()), l.Value()[len(l.Value())-4:])
	}
}

func TestRowsWrapBetweenWordsAndShowTheCursor(t *testing.T) {
	l := NewLine()
	l.Reset("14:31 lag back under 5 s, latency normal")
	rows, at := l.Rows(drawing(20, 3))
	want := []string{"14:31 lag back ", "under 5 s, latency ", "normal"}
	if strings.Join(rows, "|") != strings.Join(want, "|") || at != (CursorAt{2, 6}) {
		t.Errorf("got %q, cursor %v; want %q, {2 0}", rows, at, want)
	}
	l.SetCursor(6)
	if _, at = l.Rows(drawing(20, 3)); at != (CursorAt{0, 6}) {
		t.Errorf("got the cursor at %v, want {0 6}", at)
	}
}

// The sign for more below stood at the left of the last row, where it read as a quotation mark.
func TestALongTextScrollsWithASign(t *testing.T) {
	l := NewLine()
	l.Reset("one two three four five six seven eight nine ten")
	for _, c := range []struct {
		key  string
		most int
		want []string
		at   CursorAt
	}{
		{"", 3, []string{"«six seven ", " eight ", " nine ten"}, CursorAt{2, 9}},
		{"{home}", 3, []string{" one two ", " three ", " four five »"}, CursorAt{0, 1}},
		{"{home}", 1, []string{" one two th»"}, CursorAt{0, 1}},
		{"{end}", 1, []string{"« nine ten"}, CursorAt{0, 10}},
	} {
		press(l, c.key)
		rows, at := l.Rows(drawing(12, c.most))
		if strings.Join(rows, "|") != strings.Join(c.want, "|") || at != c.at {
			t.Errorf("%s in %d rows: got %q, cursor %v; want %q, %v", c.key, c.most, rows, at, c.want, c.at)
		}
	}
}

func TestSpansAndTheGhostAreDrawn(t *testing.T) {
	th, err := theme.Choose(theme.HighContrast, true, theme.ASCII())
	if err != nil {
		t.Fatal(err)
	}
	l := NewLine()
	l.Reset("we would have @ch")
	d := drawing(30, 3)
	d.Spans = []Span{{3, 13, th.Mark}}
	d.Ghost = "ao"
	d.Dim = th.Strong
	rows, at := l.Rows(d)
	if want := "we " + th.Mark.Render("would have") + " @ch" + th.Strong.Render("ao"); rows[0] != want {
		t.Errorf("got %q, want %q", rows[0], want)
	}
	if at.Col != 17 {
		t.Errorf("got the cursor at %v, want column 17, before the ghost", at)
	}
}

// alphabet has what breaks drawing: wide, combining, joined, controls, breaks.
func alphabet() *rapid.Generator[string] {
	return rapid.SampledFrom([]string{"a", "b", " ", "  ", "word", "日", "本", "é", "e\u0301", "👨‍👩‍👧", "❤️", "\n", "\t", "\x1b", "\u202e",
		"\u0301", "\u200d", "🇩🇪", "\u0085", "\xff", "�", "-"})
}

func TestRowsFitAnyWidthAndHoldTheCursor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := NewLine()
		l.Reset(strings.Join(rapid.SliceOfN(alphabet(), 0, 120).Draw(t, "text"), ""))
		for range 4 {
			if len(l.Value()) > 0 {
				l.SetCursor(rapid.IntRange(0, len(l.Value())).Draw(t, "cursor"))
			}
			d := drawing(rapid.IntRange(1, 200).Draw(t, "width"), rapid.IntRange(1, 3).Draw(t, "rows"))
			if rapid.Bool().Draw(t, "narrow") {
				d.Width = 1 + d.Width%12
			}
			d.Ghost = "ghost"
			rows, at := l.Rows(d)
			if len(rows) < 1 || len(rows) > d.Max {
				t.Fatalf("got %d rows of at most %d", len(rows), d.Max)
			}
			for _, row := range rows {
				if w := ansi.StringWidth(row); w > d.Width {
					t.Errorf("row %q is %d cells wide, want at most %d", row, w, d.Width)
				}
				if safe.Line(row) != safe.Text(row) {
					t.Errorf("row %q is not clean", row)
				}
			}
			if at.Row < 0 || at.Row >= len(rows) || at.Col < 0 || at.Col >= d.Width {
				t.Errorf("the cursor is at %v in %d rows of %d", at, len(rows), d.Width)
			}
		}
	})
}

// A model of the line: whatever keys come, undoing everything gives the first text, redoing everything the last.
func TestUndoingAllAndRedoingAllEndsWhereItBegan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := NewLine()
		named := []string{"{left}", "{right}", "{home}", "{end}", "{backspace}", "{delete}", "{ctrl+w}", "{ctrl+u}", "{alt+b}", "{alt+d}", "{alt+f}", "{alt+backspace}"}
		for range rapid.IntRange(1, 60).Draw(t, "keys") {
			switch rapid.IntRange(0, 4).Draw(t, "what") {
			case 0, 1:
				press(l, rapid.SampledFrom(named).Draw(t, "key"))
			case 2, 3:
				press(l, rapid.SampledFrom([]string{"a", "ll", " ", "日", "é"}).Draw(t, "letter"))
			case 4:
				l.Insert(alphabet().Draw(t, "paste"))
			}
			if l.Value() != decode(l.input.Value()) || byteAt(l.Value(), l.input.Position()) != l.Cursor() {
				t.Fatalf("the line holds %q at %d, the input %q at %d", l.Value(), l.Cursor(), l.input.Value(), l.input.Position())
			}
		}
		last := l.Value()
		for l.Undo() {
		}
		if l.Value() != "" {
			t.Errorf("undoing all leaves %q", l.Value())
		}
		for l.Redo() {
		}
		if l.Value() != last {
			t.Errorf("redoing all gives %q, want %q", l.Value(), last)
		}
	})
}

func BenchmarkKey(b *testing.B) {
	for _, size := range []struct {
		name  string
		bytes int
	}{{"200", 200}, {"4KiB", 4 << 10}, {"64KiB", 64<<10 - 10}} {
		b.Run(size.name, func(b *testing.B) {
			l := NewLine()
			l.Reset(strings.Repeat("lag back under 5 s ", size.bytes/19))
			d := drawing(68, 3)
			x, back := tea.KeyPressMsg{Code: 'x', Text: "x"}, tea.KeyPressMsg{Code: tea.KeyBackspace}
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				if i%2 == 0 {
					l.Update(x)
				} else {
					l.Update(back)
				}
				l.Rows(d)
			}
		})
	}
}

func TestAnUnseenTextIsDrawnAsAStarACharacter(t *testing.T) {
	l := NewLine()
	l.Insert("zoë ate\n王 here")
	for _, rows := range []int{1, 3} {
		got, at := l.Rows(Drawing{Width: 40, Max: rows, Unseen: true})
		if text := strings.Join(got, ""); ansi.Strip(text) != strings.Repeat("*", 14) {
			t.Errorf("in %d rows it is %q", rows, text)
		}
		if at.Col != 14 {
			t.Errorf("the cursor stands at %d", at.Col)
		}
	}
}
