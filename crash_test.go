package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"debrief/model"
	"debrief/storage"
	"debrief/ui/terminaltest"
)

// draftLimit is how much typing a crash may cost at most; commit is what the save itself may take
// on a busy machine.
const (
	draftLimit = 500 * time.Millisecond
	commit     = 250 * time.Millisecond
)

// kills are how often the program is killed: in each of the rooms, one after another.
const rooms, killsEach = 4, 30

// TestNothingIsLostWhenTheProgramIsKilled kills the real program at random moments of a meeting:
// while it starts, while somebody types, between Enter and the save, and long after. What the
// screen called saved is on disk, no row is there twice, and of the line being typed all but the
// last half second is back.
func TestNothingIsLostWhenTheProgramIsKilled(t *testing.T) {
	kills := killsEach
	if testing.Short() {
		kills = 4
	}
	for n := range rooms {
		t.Run(strconv.Itoa(n), func(t *testing.T) {
			t.Parallel()
			c := &crashing{t: t, home: t.TempDir(), chance: rand.New(rand.NewPCG(31, uint64(n)))}
			c.begin()
			for round := range kills {
				c.round(round)
			}
			c.check()
			if len(c.seen) < kills/2 {
				t.Errorf("only %d rows were seen as saved in %d rounds: the test says too little", len(c.seen), kills)
			}
		})
	}
}

// crashing is a meeting whose program is killed again and again.
type crashing struct {
	t      *testing.T
	home   string
	chance *rand.Rand

	seen   []string // texts of which the screen said that they are saved
	others []string // texts that were recorded, but nobody saw that they were saved
	typed  string   // what was in the line at the last kill
	old    string   // the part of it that was shown longer than half a second before
}

func (c *crashing) begin() {
	r := sit(c.t, c.home)
	r.write("A meeting with a bad cable")
	r.p.Keys("Enter")
	r.p.Wait(c.t, "[Open]")
	r.phase("3", "Timeline")
	c.record(r, "2026-03-12 08:00 ", "the first row")
	r.p.Kill()
}

// record records a line that is nothing but a sign or a time and words.
func (c *crashing) record(r *room, before, words string) {
	c.t.Helper()
	r.record(before + words)
	c.seen = append(c.seen, words)
}

// some chooses a random time up to a limit.
func (c *crashing) some(limit time.Duration) time.Duration {
	return time.Duration(c.chance.Int64N(int64(limit)))
}

func (c *crashing) round(n int) {
	c.t.Helper()
	c.check()
	if n%10 == 9 {
		// While it starts.
		p := terminaltest.Start(c.t, terminaltest.Options{Path: terminaltest.Build(c.t), Home: c.home})
		<-time.After(c.some(120 * time.Millisecond))
		p.Kill()
		return
	}
	r := sit(c.t, c.home)
	r.open("Timeline")
	c.lineIsBack(r)

	signs := []string{"", "", ">", "!", `"`}
	for i := range c.chance.IntN(3) {
		sign := signs[c.chance.IntN(len(signs))]
		if sign == "" {
			sign = fmt.Sprintf("%02d:%02d ", 9+c.chance.IntN(12), c.chance.IntN(60))
		}
		c.record(r, sign, fmt.Sprintf("row %d of round %d", i, n))
	}
	last := fmt.Sprintf("the last row of round %d", n)
	first, rest := last[:len(last)/2], last[len(last)/2:]
	switch n % 4 {
	case 0: // while somebody types
		r.p.Type(last)
		<-time.After(c.some(60 * time.Millisecond))
		c.typed, c.old = last, ""
	case 1: // some time after they stopped
		r.write(first)
		shown := time.Now()
		r.p.Type(rest)
		<-time.After(draftLimit + commit + c.some(100*time.Millisecond))
		c.typed = last
		if time.Since(shown) > draftLimit+commit {
			c.old = first
		}
	default: // at Enter, and just behind it
		r.p.Type(last)
		r.p.Keys("Enter")
		<-time.After(c.some(40 * time.Millisecond))
		c.typed, c.old = last, ""
		c.others = append(c.others, last)
	}
	r.p.Kill()
}

// check reads the file that the killed program left behind.
func (c *crashing) check() {
	c.t.Helper()
	ctx := context.Background()
	s, err := storage.Open(ctx, storePath(c.home), storage.Options{})
	if err != nil {
		c.t.Fatalf("the file does not open after kill -9: %v", err)
	}
	defer s.Close()
	health, err := s.Health(ctx)
	if err != nil {
		c.t.Fatal(err)
	}
	if !health.Sound() {
		c.t.Fatalf("the file is not sound after kill -9: %+v", health)
	}
	list, err := s.Summaries(ctx, model.SummaryQuery{})
	if err != nil || len(list) != 1 {
		c.t.Fatalf("%d records, %v; want one", len(list), err)
	}
	p, _, err := s.Read(ctx, list[0].ID)
	if err != nil {
		c.t.Fatal(err)
	}
	times := texts(p)
	for _, words := range c.seen {
		if times[words] != 1 {
			c.t.Fatalf("%q was shown as saved and is on disk %d times", words, times[words])
		}
	}
	for _, words := range c.others {
		if times[words] > 1 {
			c.t.Fatalf("%q is on disk %d times", words, times[words])
		}
	}
}

// texts counts what a record says.
func texts(p model.Postmortem) map[string]int {
	times := make(map[string]int)
	for _, e := range p.Events {
		times[e.What]++
	}
	for _, a := range p.Accounts {
		times[a.Text]++
	}
	for _, i := range p.ParkedIdeas {
		times[i.Text]++
	}
	return times
}

// lineIsBack checks what stands in the line after a restart, and empties it.
func (c *crashing) lineIsBack(r *room) {
	c.t.Helper()
	if c.typed == "" {
		return
	}
	var there string
	for _, d := range drafts(c.t, c.home) {
		there = d.Text
	}
	switch {
	case !strings.HasPrefix(c.typed, there):
		c.t.Fatalf("the draft on disk is %q; typed was %q", there, c.typed)
	case !strings.HasPrefix(there, c.old):
		c.t.Fatalf("%q was typed longer than %v before the kill; the draft on disk is %q", c.old, draftLimit, there)
	}
	r.p.WaitFor(c.t, fmt.Sprintf("the line to hold %q", there), func(s *terminaltest.Screen) bool {
		return strings.Contains(typedText(s), squeezed(there))
	})
	if there != "" {
		r.p.Keys("ctrl+u")
		eventually(c.t, "the end of the draft", func() bool {
			for _, d := range drafts(c.t, c.home) {
				if d.Text != "" {
					return false
				}
			}
			return true
		})
	}
	c.typed, c.old = "", ""
}

// TestASignalSavesAndGivesTheTerminalBack sends the signals that ask a program to end, in the
// middle of a line. A shell in the same terminal then looks at its settings.
func TestASignalSavesAndGivesTheTerminalBack(t *testing.T) {
	const shell = `stty -a >before
sh -c 'echo $$ >pid; exec "$0"' "$0"
echo $? >code
stty -a >after`
	for signal, want := range map[syscall.Signal]int{syscall.SIGTERM: 143, syscall.SIGHUP: 129, syscall.SIGINT: 130} {
		t.Run(signal.String(), func(t *testing.T) {
			t.Parallel()
			home := meetingAtHome(t)
			p := terminaltest.Start(t, terminaltest.Options{Path: "/bin/sh", Args: []string{"-c", shell, terminaltest.Build(t)}, Home: home})
			p.Wait(t, "  Home", "  Ask ")
			r := &room{t, p}
			r.open("Timeline")
			r.write("08:10 half a sen")
			pid, err := strconv.Atoi(strings.TrimSpace(content(t, home, "pid")))
			if err != nil {
				t.Fatal(err)
			}
			if err := syscall.Kill(pid, signal); err != nil {
				t.Fatal(err)
			}
			if code := p.ExitCode(t); code != 0 {
				t.Errorf("the shell ended with %d", code)
			}
			if got := strings.TrimSpace(content(t, home, "code")); got != strconv.Itoa(want) {
				t.Errorf("exit code %s, want %d", got, want)
			}
			if before, after := content(t, home, "before"), content(t, home, "after"); before != after {
				t.Errorf("the terminal was\n%s\nand is\n%s", before, after)
			}
			checkGivenBack(t, p)
			checkDraft(t, home, "08:10 half a sen")
		})
	}
}

// A terminal that is closed takes the program with it, and nothing else.
func TestAClosedTerminalCostsNoText(t *testing.T) {
	home := meetingAtHome(t)
	r := sit(t, home)
	r.open("Timeline")
	r.write("08:10 half a sen")
	r.p.Hangup()
	r.p.Signal(syscall.SIGWINCH) // an idle program's terminal is let go at its next word
	if code := r.p.ExitCode(t); code != 129 {
		t.Errorf("exit code %d, want 129", code)
	}
	checkDraft(t, home, "08:10 half a sen")
}

// meetingAtHome is a home with a meeting in it, at its timeline.
func meetingAtHome(t *testing.T) string {
	t.Helper()
	r := sit(t, "")
	r.write("A meeting that ends early")
	r.p.Keys("Enter")
	r.p.Wait(t, "[Open]")
	r.phase("3", "Timeline")
	r.record("2026-03-12 08:00 the first row")
	r.p.Kill()
	return r.p.Home
}

func content(t *testing.T, folder, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// checkGivenBack looks at the last word the program had about each mode of the terminal.
func checkGivenBack(t *testing.T, p *terminaltest.Program) {
	t.Helper()
	out := string(p.Output())
	for _, mode := range []struct{ what, on, off string }{
		{"alternate screen", "\x1b[?1049h", "\x1b[?1049l"},
		{"bracketed paste", "\x1b[?2004h", "\x1b[?2004l"},
		{"hidden cursor", "\x1b[?25l", "\x1b[?25h"},
		{"keyboard protocol", "\x1b[>1u", "\x1b[<1u"},
	} {
		on, off := strings.LastIndex(out, mode.on), strings.LastIndex(out, mode.off)
		if on >= 0 && off < on {
			t.Errorf("the terminal keeps the %s", mode.what)
		}
	}
	if p.Screen().Alternate() {
		t.Error("the terminal still shows the alternate screen")
	}
	p.CheckSequences(t, terminaltest.Allowed{Titles: []string{"debrief"}})
}

func checkDraft(t *testing.T, home, want string) {
	t.Helper()
	for _, d := range drafts(t, home) {
		if d.Text == want {
			return
		}
	}
	t.Errorf("no draft of %q is on disk: %v", want, drafts(t, home))
}
