//go:build unix

package journey

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"debrief/ui/terminaltest"
)

// shell is a person's shell with jobs, in a window that has a title.
type shell struct {
	t   *testing.T
	p   *terminaltest.Program
	pid int // of debrief
}

const prompt = "ready>"

func newShell(t *testing.T) *shell {
	t.Helper()
	s := &shell{t: t, p: terminaltest.Start(t, terminaltest.Options{Path: "/bin/sh", Args: []string{"-i"}, Env: []string{
		"PS1=" + prompt + " ", "DEBRIEF=" + built(t)}})}
	t.Cleanup(func() {
		if out := s.p.Output(); t.Failed() {
			t.Logf("the terminal got, at the end, %q", out[max(0, len(out)-2000):])
		}
	})
	s.p.Wait(t, prompt)
	s.p.Scribble("\x1b]2;my shell\a")
	return s
}

// run types a command line. Ctrl+j ends it also where the terminal is raw.
func (s *shell) run(line string) {
	s.p.Type(line)
	s.p.Keys("ctrl+j")
}

// start starts debrief as a job of the shell, and half types a title.
func (s *shell) start() {
	s.t.Helper()
	s.run(`sh -c 'echo $$ >pid; exec "$DEBRIEF"'`)
	s.p.Wait(s.t, "no post-mortem yet", "  Ask ")
	s.p.Type("Pager storm") // read behind all that the terminal has answered since the start
	s.p.Wait(s.t, "Pager storm")
	text, err := os.ReadFile(filepath.Join(s.p.Home, "pid"))
	if err != nil {
		s.t.Fatal(err)
	}
	if s.pid, err = strconv.Atoi(strings.TrimSpace(string(text))); err != nil {
		s.t.Fatal(err)
	}
}

func (s *shell) signal(signal syscall.Signal) {
	s.t.Helper()
	if err := syscall.Kill(s.pid, signal); err != nil {
		s.t.Fatal(err)
	}
}

// usable looks at the terminal as the shell has it.
func (s *shell) usable(after string) {
	s.t.Helper()
	s.p.WaitFor(s.t, "the shell's own screen and title, "+after, func(screen *terminaltest.Screen) bool {
		return !screen.Alternate() && screen.Cursor().Visible && screen.Title() == "my shell"
	})
	s.run("clear; stty -a; echo said")
	seen := s.p.WaitFor(s.t, "how the terminal takes keys", func(screen *terminaltest.Screen) bool {
		rows := screen.Text()
		for i, row := range rows {
			if row == "said" && i+1 < len(rows) && strings.HasPrefix(rows[i+1], prompt) {
				return screen.Has("icanon")
			}
		}
		return false
	})
	for _, off := range []string{"-icanon", "-echo ", "-isig", "-opost", "-icrnl"} {
		if seen.Has(off) {
			s.t.Errorf("%s: the terminal is left with %s\n%s", after, off, seen)
		}
	}
	for _, mode := range []int{1002, 1003, 1004, 1006, 2004, 2026} {
		if s.p.Mode(mode) {
			s.t.Errorf("%s: mode %d is left on", after, mode)
		}
	}
}

func (s *shell) leave() {
	s.t.Helper()
	s.p.Keys("ctrl+c")
	s.p.Wait(s.t, "ctrl+c again")
	s.p.Keys("ctrl+c")
}

// A person who had given the window a name and the cursor a shape had neither afterwards.
func TestTheTerminalIsGivenBackAsItWas(t *testing.T) {
	for _, c := range []struct {
		name string
		end  func(s *shell)
	}{
		{"left", func(s *shell) { s.leave() }},
		{"asked to end", func(s *shell) { s.signal(syscall.SIGTERM) }},
		{"interrupted from outside", func(s *shell) { s.signal(syscall.SIGINT) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := newShell(t)
			s.start()
			if got := s.p.Screen().Title(); got != "debrief" {
				t.Errorf("the window is called %q while debrief runs", got)
			}
			c.end(s)
			s.usable(c.name)
			if shape := regexp.MustCompile("\x1b\\[[0-9]* q").Find(s.p.Output()); shape != nil {
				t.Errorf("the cursor has got another shape: %q", shape)
			}
			if pushed, popped := bytes.Count(s.p.Output(), []byte("\x1b[22;0t")), bytes.Count(s.p.Output(), []byte("\x1b[23;0t")); pushed != 1 || popped != 1 {
				t.Errorf("the title was put aside %d times and put back %d times", pushed, popped)
			}
		})
	}
}

// kill -TSTP froze the screen: the shell had a raw terminal in the alternate screen, and fg brought a
// screen with holes.
func TestTheProgramStopsAndComesBackLikeAnyJob(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	s.start()
	for _, time := range []string{"first", "second"} {
		s.signal(syscall.SIGTSTP)
		s.p.Wait(t, "Stopped", prompt)
		s.usable("stopped for the " + time + " time")
		s.run("fg")
		s.p.Wait(t, "no post-mortem yet", "  Ask ", "Pager storm")
		s.p.Type(" on " + time)
		back := s.p.Wait(t, " on "+time, "  Ask ")
		if !back.Alternate() || !s.p.Mode(2004) || back.Title() != "debrief" {
			t.Errorf("the terminal is not as it was: alternate screen %v, paste %v, title %q", back.Alternate(), s.p.Mode(2004), back.Title())
		}
	}
	s.leave()
	s.usable("left after two stops")
}

// After kill -STOP nothing was asked before, so the shell writes over the screen, and may change
// how the terminal takes keys.
func TestTheScreenIsWholeAfterItWasStoppedUnasked(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	s.start()
	s.signal(syscall.SIGSTOP)
	s.p.Wait(t, "Stopped", prompt)
	s.p.Scribble("\x1b[<9u") // a shell that edits lines takes the keyboard back
	s.run("stty sane; printf '\\033[?1049l\\033[?2004l\\033[?25l'; seq 40")
	s.p.Wait(t, "40", prompt)
	s.run("fg")
	s.p.Wait(t, "debrief", "no post-mortem yet", "  Ask ", "Pager storm")
	s.p.Type(" on 12 May")
	whole := s.p.WaitFor(t, "the line and nothing of the shell", func(screen *terminaltest.Screen) bool {
		return screen.Has("Pager storm on 12 May") && !screen.Has(prompt) && !screen.Has("40")
	})
	if !whole.Alternate() || !whole.Cursor().Visible || !s.p.Mode(2004) {
		t.Errorf("alternate screen %v, cursor %+v, paste %v", whole.Alternate(), whole.Cursor(), s.p.Mode(2004))
	}
	s.leave()
	s.usable("left after a stop")
}

// Where no shell has jobs, as in a container or a window of its own, nobody could wake the program.
func TestWhereNobodyCouldWakeItTheProgramGoesOn(t *testing.T) {
	t.Parallel()
	r := sit(t, "")
	r.p.Signal(syscall.SIGTSTP)
	r.p.Scribble("\x1b[2J\x1b[HJunk of another program")
	r.p.Wait(t, "no post-mortem yet", "  Ask ")
	r.p.WaitGone(t, "Junk")
	r.write("Pager storm")

	r.p.Scribble("\x1b[2J\x1b[HJunk of another program")
	r.p.Signal(syscall.SIGCONT)
	r.p.Wait(t, "no post-mortem yet", "  Ask ", "Pager storm")
	r.p.WaitGone(t, "Junk")
	r.p.Keys("ctrl+c")
	r.p.Wait(t, "ctrl+c again")
	r.p.Keys("ctrl+c")
	if code := r.p.ExitCode(t); code != 0 {
		t.Errorf("left with %d", code)
	}
	r.p.CheckSequences(t, terminaltest.Allowed{Titles: []string{"debrief"}})
}
