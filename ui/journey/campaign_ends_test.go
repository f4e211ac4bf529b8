package journey

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"time"

	"debrief/model"
	"debrief/ui/terminaltest"
)

// ending is a way in which a life ends.
type ending struct {
	name     string
	weight   int
	do       func(*scribe)
	starting bool // it comes while the program starts
	falls    bool // its program is one that can be made to fall
}

// endings are all of them. A polite one is one of which the program is told: it costs nothing.
func endings() []ending {
	return []ending{
		{name: "kill -9 while it starts", weight: 2, starting: true, do: func(y *scribe) {
			<-time.After(y.some(120 * time.Millisecond))
			y.kill()
		}},
		{name: "kill -9 between two acts", weight: 2, do: (*scribe).kill},
		{name: "kill -9 while a line is typed", weight: 3, do: func(y *scribe) {
			y.halfALine()
			<-time.After(y.some(100 * time.Millisecond))
			y.kill()
		}},
		{name: "kill -9 while nothing is typed any more", weight: 3, do: func(y *scribe) {
			y.halfALine()
			<-time.After(draftLimit + commitLimit + y.some(50*time.Millisecond))
			y.kill()
		}},
		{name: "kill -9 at Enter", weight: 5, do: func(y *scribe) {
			y.typeAhead()
			<-time.After(y.some(40 * time.Millisecond))
			y.kill()
		}},
		{name: "kill -9 at undo", weight: 2, do: func(y *scribe) {
			y.undoUnseen()
			<-time.After(y.some(40 * time.Millisecond))
			y.kill()
		}},
		{name: "SIGSTOP, then kill -9", weight: 2, do: func(y *scribe) {
			y.typeAhead()
			<-time.After(y.some(40 * time.Millisecond))
			y.r.p.Signal(syscall.SIGSTOP)
			<-time.After(y.some(40 * time.Millisecond))
			y.kill()
		}},
		{name: "SIGSTOP, SIGCONT and on, then kill -9", weight: 2, do: func(y *scribe) {
			y.stopAndGoOn()
			y.typeAhead()
			<-time.After(y.some(40 * time.Millisecond))
			y.kill()
		}},
		{name: "SIGTERM", weight: 3, do: func(y *scribe) { y.signalled(syscall.SIGTERM, 143) }},
		{name: "SIGHUP", weight: 3, do: func(y *scribe) { y.signalled(syscall.SIGHUP, 129) }},
		{name: "SIGINT", weight: 3, do: func(y *scribe) { y.signalled(syscall.SIGINT, 130) }},
		{name: "a closed terminal", weight: 3, do: func(y *scribe) {
			y.readyToEnd()
			y.r.p.Hangup()
			y.r.p.Signal(syscall.SIGWINCH) // an idle program's terminal is let go at its next word
			y.code(129)
			y.over("a closed terminal", true)
		}},
		{name: "ctrl+c, twice", weight: 3, do: func(y *scribe) {
			y.readyToEnd()
			y.r.p.Keys("ctrl+c")
			y.r.p.Wait(y.t, "ctrl+c again")
			y.r.p.Keys("ctrl+c")
			y.code(0)
			y.r.p.CheckGivenBack(y.t)
			y.over("ctrl+c, twice", true)
		}},
		{name: "a panic", weight: 4, falls: true, do: (*scribe).fall},
		{name: "what cannot be saved", weight: 3, falls: true, do: (*scribe).endInTrouble},
	}
}

// choose draws an end.
func (y *scribe) choose() ending {
	all, sum := endings(), 0
	for _, e := range all {
		sum += e.weight
	}
	n := y.chance.IntN(sum)
	for _, e := range all {
		if n -= e.weight; n < 0 {
			return e
		}
	}
	panic("the weights do not add up")
}

// over notes how the life ended: one that the program was told of has saved all that it has read.
func (y *scribe) over(how string, told bool) { y.last = end{how, time.Now(), told, told} }

func (y *scribe) kill() {
	y.over("kill -9", false)
	y.r.p.Kill()
}

func (y *scribe) code(want int) {
	y.t.Helper()
	if got := y.r.p.ExitCode(y.t); got != want {
		y.t.Errorf("exit code %d, want %d\n%s", got, want, y.r.p.Output())
	}
}

func (y *scribe) signalled(signal syscall.Signal, code int) {
	y.t.Helper()
	y.readyToEnd()
	y.r.p.Signal(signal)
	y.code(code)
	y.r.p.CheckGivenBack(y.t)
	y.r.p.CheckSequences(y.t, terminaltest.Allowed{Titles: []string{"debrief"}})
	y.over(signal.String(), true)
}

// toLine brings a screen to the front whose line takes rows: one of them, or home now and then.
func (y *scribe) toLine() {
	y.t.Helper()
	phases := []model.Phase{model.PhaseTimeline, model.PhaseTimeline, model.PhaseAttendees, model.PhaseLearning, model.PhaseCountermeasures}
	y.goTo(phases[y.chance.IntN(len(phases))])
}

// halfALine types a line, of which the first piece is seen, or all.
func (y *scribe) halfALine() {
	y.t.Helper()
	if y.chance.IntN(8) == 0 {
		y.finish()
		y.list("g", "0")
		y.r.p.Wait(y.t, "  Home")
		y.at = 0
	} else {
		y.toLine()
	}
	line, _ := y.lineOf(y.at)
	y.typeHalf(line)
	if y.chance.IntN(3) > 0 {
		y.see(line)
		for range y.chance.IntN(3) {
			more := " " + y.tag()
			line += more
			y.half[y.place()].sent = append(y.half[y.place()].sent, line)
			y.r.p.Type(more)
			y.see(line)
		}
	}
}

// typeAhead records some rows and does not look whether they are saved.
func (y *scribe) typeAhead() {
	y.t.Helper()
	y.toLine()
	y.enterRows()
}

func (y *scribe) enterRows() {
	y.t.Helper()
	for range 1 + y.chance.IntN(3) {
		line, text := y.lineOf(y.at)
		y.enter(line, adds(line, text))
	}
}

// undoUnseen takes a change back, or has one again, and does not look. One that leaves no text is
// none of these: the file could not tell.
func (y *scribe) undoUnseen() {
	y.t.Helper()
	y.finish()
	y.recordHere()
	s, key := step{}, "ctrl+z"
	s, ok := y.back()
	if r, can := y.again(); can && y.chance.IntN(2) == 0 {
		s, ok, key = r, true, "ctrl+r"
	}
	if !ok || len(s.edit.texts) == 0 {
		return
	}
	y.send(s)
	y.r.p.Keys(key)
}

// stopAndGoOn stops the program, types meanwhile, and lets it go on.
func (y *scribe) stopAndGoOn() {
	y.t.Helper()
	y.toLine()
	y.clearSaid()
	y.r.p.Signal(syscall.SIGSTOP)
	<-time.After(y.some(50 * time.Millisecond))
	line, text := y.lineOf(y.at)
	y.enter(line, adds(line, text))
	<-time.After(y.some(50 * time.Millisecond))
	y.r.p.Signal(syscall.SIGCONT)
	y.saved("a row typed while the program was stopped")
	delete(y.half, y.place())
}

// readyToEnd does what is under way when the program is told to end: half a line that was seen, rows
// that were entered just now, or nothing.
func (y *scribe) readyToEnd() {
	y.t.Helper()
	switch y.chance.IntN(4) {
	case 0:
	case 1:
		y.typeAhead()
		line, _ := y.lineOf(y.at)
		y.typeHalf(line)
		y.see(line) // so all before it has been read
	default:
		y.toLine()
		line, _ := y.lineOf(y.at)
		y.typeHalf(line)
		y.see(line)
		<-time.After(y.some(600*time.Millisecond) * time.Duration(y.chance.IntN(2)))
	}
}

// fallingProgram is the program as a test can make it fall.
func (y *scribe) fallingProgram() terminaltest.Options {
	y.t.Helper()
	y.falls = filepath.Join(y.t.TempDir(), "falls")
	return terminaltest.Options{Path: drivenProgram(y.t), Home: y.home, Env: []string{fallsBy + "=" + y.falls}}
}

// fall lets the program panic somewhere in a screen while rows are recorded.
func (y *scribe) fall() {
	y.t.Helper()
	y.toLine()
	line, _ := y.lineOf(y.at)
	y.typeHalf(line)
	y.see(line)
	<-time.After((draftLimit + commitLimit) * time.Duration(y.chance.IntN(2)))
	y.toLine()
	f := fall{place: fallPlaces[y.chance.IntN(len(fallPlaces))], nth: 1}
	if f.place == "update" || f.place == "view" {
		f.nth += y.chance.IntN(20)
	}
	y.say("falls in %+v", f)
	y.tally.add("panics in "+f.place, 1)
	if err := f.write(y.falls); err != nil {
		y.t.Fatal(err)
	}
	y.enterRows()
	y.code(1)
	y.last = end{how: "a panic", at: time.Now(), told: true} // the message in hand is lost
	y.r.p.CheckGivenBack(y.t)
	y.traceIsPrivate()
}

// traceIsPrivate looks for the one line on the terminal after a panic, and at the file that it names.
func (y *scribe) traceIsPrivate() {
	y.t.Helper()
	out := string(y.r.p.Output())
	lines := regexp.MustCompile(`debrief stopped on a mistake of its own[^\r\n]*Details for a report: ([^\r\n]*)`).FindAllStringSubmatch(out, -1)
	if len(lines) != 1 || strings.Contains(out, "goroutine ") {
		y.t.Fatalf("after a panic the terminal shows %d lines that name a trace, want one and no trace:\n%s", len(lines), out)
	}
	is, err := os.Stat(strings.TrimSpace(lines[0][1]))
	if err != nil {
		y.t.Fatal(err)
	}
	if is.Mode() != 0o600 {
		y.t.Errorf("the trace has mode %v, want -rw-------", is.Mode())
	}
}
