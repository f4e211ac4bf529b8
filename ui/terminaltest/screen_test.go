package terminaltest_test

import (
	"fmt"
	"image/color"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"debrief/ui/terminaltest"
)

func frame(width, height int, rows ...string) *terminaltest.Screen {
	return terminaltest.Frame(tea.NewView(strings.Join(rows, "\n")), width, height, terminaltest.Dark)
}

func TestAFullFrameFitsAndIsDrawnRowByRow(t *testing.T) {
	rows := []string{"abcdef", "é日本x", "  > ab", "ABCDEF"}
	screen := frame(6, 4, rows...)
	for y, want := range rows {
		if got := screen.Row(y); got != want {
			t.Errorf("Row(%d) = %q, want %q", y, got, want)
		}
	}
	screen.CheckFits(t)
	screen.CheckFooter(t, "CDE")
	if x, y, ok := screen.Find("x"); x != 5 || y != 1 || !ok {
		t.Errorf("Find after wide characters = %d, %d, %v", x, y, ok)
	}
}

func TestMisfitsAreNamed(t *testing.T) {
	tests := map[string]struct {
		rows []string
		want string
	}{
		"too wide":          {[]string{"abcdefg"}, "7 cells wide"},
		"wide character":    {[]string{"abcde日"}, "7 cells wide"},
		"too many rows":     {[]string{"1", "2", "3", "4", "Enter open"}, `the footer "Enter open" is clipped`},
		"cursor movement":   {[]string{"a\x1b[2Jb"}, "other than colour"},
		"a tab":             {[]string{"a\tb"}, "control character"},
		"a turned text":     {[]string{"a\u202eb"}, "direction-turning"},
		"a string to tmux":  {[]string{"a\x1b_TITLE\x1b\\b"}, "APC"},
		"a link to a file":  {[]string{"\x1b]8;;file:///etc\x1b\\a\x1b]8;;\x1b\\"}, "a hyperlink"},
		"concealed letters": {[]string{"\x1b[8ma\x1b[m"}, "concealed"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			found := frame(6, 4, test.rows...).Misfits()
			if len(found) == 0 || !strings.Contains(strings.Join(found, "\n"), test.want) {
				t.Errorf("Misfits() = %q, want one with %q", found, test.want)
			}
		})
	}
}

func TestColoursAndLinksFit(t *testing.T) {
	link := lipgloss.NewStyle().Foreground(lipgloss.Color("8")).Bold(true).Hyperlink("https://example.org")
	screen := frame(20, 1, link.Render("here"))
	screen.CheckFits(t)
	if c := screen.Cell(1, 0); c.Text != "e" || !c.Bold || c.Link != "https://example.org" {
		t.Errorf("Cell(1, 0) = %+v", c)
	}
}

func TestContrast(t *testing.T) {
	grey := lipgloss.NewStyle().Foreground(lipgloss.Color("#808080")).Render
	tests := map[string]struct {
		row        string
		background terminaltest.Background
		found      int
	}{
		"own colours on dark":        {"text", terminaltest.Dark, 0},
		"own colours on light":       {"text", terminaltest.Light, 0},
		"grey on dark":               {grey("text"), terminaltest.Dark, 0},
		"grey on light":              {grey("text"), terminaltest.Light, 1},
		"a grey rule on light":       {grey("──"), terminaltest.Light, 0},
		"blanks have no colour":      {"\x1b[37m    ", terminaltest.Light, 0},
		"white text on light":        {"ab \x1b[97mcd ef", terminaltest.Light, 1},
		"reverse turns both":         {"\x1b[7mtext", terminaltest.Light, 0},
		"faint is half-way":          {"\x1b[2;38;2;136;136;136mtext", terminaltest.Dark, 1},
		"two runs are told apart":    {"\x1b[97mab\x1b[mcd\x1b[97mef", terminaltest.Light, 2},
		"own background":             {"\x1b[38;2;0;0;0;48;2;10;10;10mtext", terminaltest.Light, 1},
		"reverse of a grey on light": {"\x1b[7m" + "\x1b[38;2;200;200;200mtext", terminaltest.Light, 1},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			screen := terminaltest.Frame(tea.NewView(test.row), 20, 1, test.background)
			if found := screen.Unreadable(); len(found) != test.found {
				t.Errorf("Unreadable() = %q, want %d", found, test.found)
			}
		})
	}
}

func TestContrastIsThatOfWCAG(t *testing.T) {
	c := terminaltest.Cell{Foreground: color.White, Background: color.Black}
	if got := fmt.Sprintf("%.2f", c.Contrast()); got != "21.00" {
		t.Errorf("white on black = %s, want 21.00", got)
	}
	c = terminaltest.Cell{Foreground: color.Gray{0x77}, Background: color.White}
	if got := fmt.Sprintf("%.2f", c.Contrast()); got != "4.48" {
		t.Errorf("#777 on white = %s, want 4.48, as other checkers say", got)
	}
}

func TestReplayTakesBareLineFeeds(t *testing.T) {
	screen := terminaltest.Replay([]byte("one\ntwo\n"), 10, 3, terminaltest.Dark)
	if got, want := screen.String(), "one\ntwo"; got != want {
		t.Errorf("screen = %q, want %q", got, want)
	}
}

func TestAFrameShowsTheCursorOfTheView(t *testing.T) {
	view := tea.NewView("abc")
	view.Cursor = tea.NewCursor(2, 0)
	if got := terminaltest.Frame(view, 10, 2, terminaltest.Dark).Cursor(); got != (terminaltest.Cursor{X: 2, Visible: true}) {
		t.Errorf("Cursor() = %+v", got)
	}
	view.Cursor = nil
	if terminaltest.Frame(view, 10, 2, terminaltest.Dark).Cursor().Visible {
		t.Error("a view without a cursor shows one")
	}
}
