package terminaltest_test

import (
	"strings"
	"syscall"
	"testing"

	"debrief/ui/terminaltest"
)

func TestKeysReachTheProgram(t *testing.T) {
	pressed := []string{"Enter", "Esc", "d", "Tab", "shift+Tab", "Up", "Down", "PgUp", "PgDn", "Home", "End",
		"shift+Up", "ctrl+z", "ctrl+k", "ctrl+c", "Space", "alt+b", "alt+U", "alt+Backspace", "Backspace",
		"Delete", "F1", "U", ">", "é"}
	want := strings.Fields("enter esc d tab shift+tab up down pgup pgdown home end " +
		"shift+up ctrl+z ctrl+k ctrl+c space alt+b alt+U alt+backspace backspace " +
		"delete f1 U > é")
	for name, o := range map[string]terminaltest.Options{
		"modern": {Width: 200},
		"old":    {Width: 200, Old: true},
		"silent": {Width: 200, Silent: true},
	} {
		t.Run(name, func(t *testing.T) {
			o.Height = 24
			p := start(t, "plain", o)
			p.Keys(pressed...)
			p.Type("ab")
			got := p.Wait(t, "é a b").Row(1)
			// A capital with alt is alt+shift+u where the terminal can say so.
			got = strings.ReplaceAll(got, "alt+shift+u", "alt+U")
			if got != strings.Join(append(want, "a", "b"), " ") {
				t.Errorf("keys arrived as\n%s\nwant\n%s", got, strings.Join(want, " ")+" a b")
			}
			if got, want := p.Keystrokes(), len(pressed); got != want {
				t.Errorf("Keystrokes() = %d, want %d: typed words do not count", got, want)
			}
		})
	}
}

func TestEscIsNeverJoinedWithTheNextKey(t *testing.T) {
	for _, old := range []bool{false, true} {
		p := start(t, "plain", terminaltest.Options{Old: old})
		p.Keys("Esc", "d", "Esc", "u", "Esc", "Esc", "i")
		if got, want := p.Wait(t, " i").Row(1), "esc d esc u esc esc i"; got != want {
			t.Errorf("old=%v: keys arrived as %q, want %q", old, got, want)
		}
	}
}

func TestAPasteArrivesAsOne(t *testing.T) {
	p := start(t, "plain", terminaltest.Options{})
	p.Paste("two words")
	p.Wait(t, "paste:two words")
}

func TestTheTerminalAnswersItsBackground(t *testing.T) {
	for _, background := range []terminaltest.Background{terminaltest.Dark, terminaltest.Light} {
		p := start(t, "plain", terminaltest.Options{Background: background})
		p.Wait(t, "80x24 "+background.String())
	}
}

func TestResizeGivesAFrameOfTheNewSize(t *testing.T) {
	p := start(t, "plain", terminaltest.Options{})
	p.Resize(t, 60, 16)
	screen := p.Wait(t, "60x16")
	if got := screen.Row(-1); got != "q leaves" {
		t.Errorf("footer = %q", got)
	}
	screen.CheckFooter(t, "q leaves")
}

func TestExitCodes(t *testing.T) {
	tests := map[string]struct {
		end  func(*terminaltest.Program)
		want int
	}{
		"by a key":      {func(p *terminaltest.Program) { p.Keys("q") }, 3},
		"SIGTERM":       {func(p *terminaltest.Program) { p.Signal(syscall.SIGTERM) }, 0}, // Bubble Tea takes it for a quit
		"SIGKILL":       {func(p *terminaltest.Program) { p.Kill() }, 128 + 9},
		"terminal gone": {func(p *terminaltest.Program) { p.Hangup() }, 128 + 1},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			p := start(t, "plain", terminaltest.Options{})
			test.end(p)
			if got := p.ExitCode(t); got != test.want {
				t.Errorf("ExitCode() = %d, want %d", got, test.want)
			}
		})
	}
}

func TestTheScreenTellsCursorTitleAndAlternate(t *testing.T) {
	p := start(t, "plain", terminaltest.Options{})
	screen := p.Screen()
	if got, want := screen.Cursor(), (terminaltest.Cursor{X: 3, Y: 1, Visible: true}); got != want {
		t.Errorf("Cursor() = %v, want %v", got, want)
	}
	if screen.Title() != "tiny" || !screen.Alternate() {
		t.Errorf("title %q, alternate %v", screen.Title(), screen.Alternate())
	}
	p.Keys("q")
	p.ExitCode(t)
	if p.Screen().Alternate() {
		t.Error("the alternate screen is still there after the program has ended")
	}
}

func TestAWellBehavedProgramWritesNothingStrange(t *testing.T) {
	for _, old := range []bool{false, true} {
		p := start(t, "plain", terminaltest.Options{Old: old})
		p.Type("some words")
		p.Resize(t, 50, 10)
		p.Wait(t, "50x10")
		p.Keys("q")
		p.ExitCode(t)
		p.CheckSequences(t, terminaltest.Allowed{Titles: []string{"tiny"}})
	}
}

func TestAHostileTitleIsStrange(t *testing.T) {
	p := start(t, "evil", terminaltest.Options{})
	if found := terminaltest.Strange(p.Output(), terminaltest.Allowed{}); len(found) == 0 {
		t.Error("a clipboard write in the window title went unnoticed")
	}
}

func TestAClipboardWriteIsStrangeUnlessAsked(t *testing.T) {
	p := start(t, "plain", terminaltest.Options{})
	p.Keys("Y")
	p.ExitCode(t)
	titles := []string{"tiny"}
	if found := terminaltest.Strange(p.Output(), terminaltest.Allowed{Titles: titles}); len(found) != 1 {
		t.Errorf("found %q, want the one write", found)
	}
	p.CheckSequences(t, terminaltest.Allowed{Titles: titles, Clipboard: true})
}
