package journey

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"debrief/model"
	"debrief/ui/screen"
	"debrief/ui/terminaltest"
)

// scribe is a typist at the program in one home, whose machine ends again and again. All that the
// typist does in a life follows from its seed and from what earlier lives left in the home.
type scribe struct {
	*ledger
	t      *testing.T
	home   string
	tally  *tally
	life   int
	chance *rand.Rand
	words  int // texts made in this life

	r     *room
	at    model.Phase // the phase in front, 0 is home
	begun bool        // the record of the home is made

	trace []string // what was done in this life, for the message of a failed test

	falls string // the file that lets the program of this life fall

	last end // of the life before
}

// deed is one thing that a typist does, and the phase where that is; 0 is any.
type deed struct {
	name  string
	phase model.Phase
	do    func(*scribe)
}

// deeds are drawn with the same chance each.
func deeds() []deed {
	line := func(phase model.Phase, make func(y *scribe) (line, text string)) func(*scribe) {
		return func(y *scribe) {
			line, text := make(y)
			y.record(line, text)
		}
	}
	event := line(model.PhaseTimeline, (*scribe).event)
	return []deed{
		{"an event", model.PhaseTimeline, event},
		{"an event on another day", model.PhaseTimeline, func(y *scribe) {
			text := y.text()
			y.record(fmt.Sprintf("2026-03-%02d %s %s", 1+y.chance.IntN(28), y.clock(), text), text)
		}},
		{"an account", model.PhaseTimeline, func(y *scribe) {
			event(y)
			text := y.text()
			y.record(">"+text, text)
		}},
		{"a quotation", model.PhaseTimeline, func(y *scribe) {
			event(y)
			text := y.text()
			y.record(`"`+text, text)
		}},
		{"a parked idea", model.PhaseTimeline, func(y *scribe) {
			text := y.text()
			y.record("!"+text, text)
		}},
		{"an event in a form", model.PhaseTimeline, (*scribe).editInForm},
		{"a row removed", model.PhaseTimeline, func(y *scribe) {
			line, text := y.event()
			y.record(line, text)
			y.remove(text)
		}},
		{"a paste of three rows", model.PhaseTimeline, (*scribe).paste},
		{"a private note", model.PhaseTimeline, (*scribe).note},
		{"a card", model.PhaseTimeline, (*scribe).card},
		{"an attendee", model.PhaseAttendees, func(y *scribe) {
			name := "Ada " + model.Capital(y.tag())
			y.record(name, name)
		}},
		{"a learning", model.PhaseLearning, func(y *scribe) {
			text := y.text()
			y.record(text+" #surprise", text)
			if y.chance.IntN(3) == 0 {
				y.remove(text)
			}
		}},
		{"a countermeasure", model.PhaseCountermeasures, func(y *scribe) {
			text := y.text()
			y.record(text+" #detect", text)
			if y.chance.IntN(3) == 0 {
				y.remove(text)
			}
		}},
		{"a fact", model.PhaseOpen, (*scribe).fact},
		{"undo and redo", 0, (*scribe).undoAndRedo},
		{"home and back", 0, func(y *scribe) {
			y.list("g", "0")
			y.r.p.Wait(y.t, "  Home")
			y.at = 0
			y.open()
		}},
		{"the page", 0, func(y *scribe) {
			y.r.p.Keys("ctrl+k")
			y.r.p.Wait(y.t, "All commands")
			y.r.p.Type("read the page")
			y.r.p.Keys("Enter")
			y.r.p.Wait(y.t, "Preview of the page")
			y.r.p.Keys("Esc")
			y.r.p.WaitGone(y.t, "Preview of the page")
		}},
		{"the clock", 0, func(y *scribe) {
			y.list("c")
			y.r.p.WaitFor(y.t, "the clock to answer", func(s *terminaltest.Screen) bool {
				label, words := stands(s)
				return label == "Done" && strings.Contains(words, "clock") && isSaved(s)
			})
			y.typeAgain()
		}},
		{"another size", 0, func(y *scribe) {
			sizes := [][2]int{{80, 24}, {100, 30}, {120, 40}, {90, 26}}
			size := sizes[y.chance.IntN(len(sizes))]
			if w, h := y.r.p.Screen().Size(); w != size[0] || h != size[1] {
				y.r.p.Resize(y.t, size[0], size[1])
			}
		}},
	}
}

// tag is a word that nobody typed before.
func (y *scribe) tag() string {
	n, word := (y.life+1)*100+y.words, ""
	y.words++
	for ; n > 0; n /= 20 {
		word = string("bcdfghjklmnpqrstvwxz"[n%20]) + string("aeiou"[n%5]) + word
	}
	return word
}

// text is a sentence that nobody typed before. It names nobody and gives the guard nothing to ask.
func (y *scribe) text() string {
	of := func(words ...string) string { return words[y.chance.IntN(len(words))] }
	return fmt.Sprintf("%s %s of %s %s", of("the queue", "the graph", "the replica", "a second page", "the cache"), y.tag(),
		of("payments", "search", "the shop", "the north site"), of("stands still", "grows", "turns flat", "answers slowly", "restarts twice – ü 漢"))
}

func (y *scribe) clock() string {
	return fmt.Sprintf("%02d:%02d", 8+y.chance.IntN(12), y.chance.IntN(60))
}

func (y *scribe) event() (line, text string) {
	text = y.text()
	return y.clock() + " " + text, text
}

// lineOf is a line for the phase, and the text that it records.
func (y *scribe) lineOf(phase model.Phase) (line, text string) {
	switch phase {
	case model.PhaseTimeline:
		return y.event()
	case model.PhaseAttendees:
		text = "Ada " + model.Capital(y.tag())
		return text, text
	}
	text = y.text()
	return text, text
}

// some is a random time up to a limit.
func (y *scribe) some(limit time.Duration) time.Duration {
	return time.Duration(y.chance.Int64N(int64(limit)))
}

// place is what drafts call the screen in front.
func (y *scribe) place() string {
	if y.at == 0 {
		return ""
	}
	return string(screen.OfPhase(y.at))
}

// see waits until the line ends with the words, and notes the moment for what is typed there.
func (y *scribe) see(line string) {
	y.t.Helper()
	y.r.p.WaitFor(y.t, "the line to hold "+line, func(s *terminaltest.Screen) bool {
		return strings.HasSuffix(typedText(s), squeezed(line))
	})
	h := y.halfHere()
	h.seen = append(h.seen, seenText{line, time.Now()})
}

// halfHere is what is half typed at the place in front.
func (y *scribe) halfHere() *halfLine {
	h := y.half[y.place()]
	if h == nil {
		h = &halfLine{}
		y.half[y.place()] = h
	}
	return h
}

// typeHalf types a line without Enter: all of it, or in two pieces of which the first is seen.
func (y *scribe) typeHalf(line string) {
	y.t.Helper()
	h := y.halfHere()
	h.sent, h.gone, h.seen = append(h.sent, line), false, nil
	y.r.p.Type(line)
}

// enter types a line and presses Enter, and does not look.
func (y *scribe) enter(line string, s step) {
	y.t.Helper()
	y.typeHalf(line)
	y.enterTyped(line, s)
}

// enterTyped presses Enter behind a line that was typed, and does not look.
func (y *scribe) enterTyped(line string, s step) {
	y.say("enter unseen at %d: %s", y.at, line)
	s.place, s.line = y.place(), line
	y.half[s.place].gone = true
	y.send(s)
	y.r.p.Keys("Enter")
}

// record records a line and waits until it is saved.
func (y *scribe) record(line string, texts ...string) {
	y.t.Helper()
	y.typeHalf(line)
	y.see(line)
	y.half[y.place()].gone = true
	y.say("record at %d: %s", y.at, line)
	s := adds(line, texts...)
	s.place, s.line = y.place(), line
	y.send(s)
	y.r.p.Keys("Enter")
	y.saved(line)
	delete(y.half, y.place())
}

// saved waits until the program has said that it did what was asked, and that it is on disk.
func (y *scribe) saved(what string) {
	y.t.Helper()
	y.r.done(what)
	y.tally.acknowledged(len(y.sent))
	y.saw()
}

// list presses keys of the list.
func (y *scribe) list(keys ...string) {
	y.t.Helper()
	y.r.p.Keys("Esc")
	y.r.p.Wait(y.t, "letters are commands now")
	y.r.p.Keys(keys...)
}

// typeAgain goes back into the line from the list.
func (y *scribe) typeAgain() {
	y.t.Helper()
	y.r.p.Keys("i")
	y.r.p.WaitGone(y.t, "(i to type)")
}

// goTo brings a phase to the front, with the line empty.
func (y *scribe) goTo(phase model.Phase) {
	y.t.Helper()
	if phase == model.PhaseCountermeasures && !y.hasEvent() {
		y.goTo(model.PhaseTimeline) // a room is not asked about an empty timeline
		line, text := y.event()
		y.record(line, text)
	}
	if y.at != phase {
		y.r.p.Keys("Esc", "g", fmt.Sprint(int(phase)))
		y.arrive(phase)
		y.tally.add("phases gone to", 1)
	}
	y.finish()
}

// hasEvent tells that a row of the timeline is there.
func (y *scribe) hasEvent() bool {
	return slices.ContainsFunc(y.done, func(e typedEdit) bool {
		for text := range e.texts {
			if e.what[0] >= '0' && e.what[0] <= '9' && y.texts[text] == 1 {
				return true
			}
		}
		return false
	})
}

// arrive waits for a phase that was gone to, 0 for any, and answers for the room where it is asked
// about the timeline; where that is empty, the answer leads there.
func (y *scribe) arrive(phase model.Phase) {
	y.t.Helper()
	const asked = "does the room agree on the timeline?"
	there := func(s *terminaltest.Screen, phase model.Phase) bool {
		at := phaseShown(s)
		return at != 0 && (phase == 0 || at == phase) && isSaved(s)
	}
	s := y.r.p.WaitFor(y.t, fmt.Sprintf("phase %d", phase), func(s *terminaltest.Screen) bool { return s.Has(asked) || there(s, phase) })
	if s.Has(asked) {
		y.pause()
		y.r.p.Keys("Enter")
		s = y.r.p.WaitFor(y.t, "the gate to close", func(s *terminaltest.Screen) bool { return !s.Has(asked) && there(s, 0) })
	}
	y.at = phaseShown(s)
}

// pause waits as long as a panel that opened by itself ignores keys.
func (y *scribe) pause() {
	y.t.Helper()
	seen := time.Now()
	eventually(y.t, "a panel to take keys", func() bool { return time.Since(seen) > 320*time.Millisecond })
}

// phaseShown is the phase in front, 0 where none is.
func phaseShown(s *terminaltest.Screen) model.Phase {
	for _, p := range model.Phases() {
		if row := s.Row(1); strings.Contains(row, "["+p.Short()+"]") || strings.Contains(row, "["+p.String()+"]") {
			return p
		}
	}
	return 0
}

// finish does with what is half typed in the line what people do: goes on with it, or wipes it.
func (y *scribe) finish() {
	y.t.Helper()
	h := y.half[y.place()]
	if h == nil || len(h.seen) == 0 {
		return
	}
	text := h.seen[len(h.seen)-1].text
	y.see(text)
	y.tally.add("half-typed texts found again", 1)
	y.r.p.Keys("ctrl+u")
	y.r.p.WaitFor(y.t, "the line to be empty", func(s *terminaltest.Screen) bool {
		return !strings.HasSuffix(typedText(s), squeezed(text))
	})
	h.gone, h.seen = true, nil
}

// clearSaid waits until a key of the line has cleared what was said before.
func (y *scribe) clearSaid() {
	y.t.Helper()
	y.r.p.Keys("Right")
	y.r.p.WaitFor(y.t, "what was said to leave", func(s *terminaltest.Screen) bool { label, _ := stands(s); return label == "Reads" })
}

// undo takes the latest change back, with one key, and sees that it is gone on disk too.
func (y *scribe) undo() {
	y.t.Helper()
	s, ok := y.back()
	y.r.p.Keys("ctrl+z")
	if !ok {
		y.r.p.Wait(y.t, "nothing to take back")
		return
	}
	y.say("undo of %v", s.edit)
	y.send(s)
	y.r.p.WaitFor(y.t, "undo of "+s.edit.what, func(sc *terminaltest.Screen) bool {
		label, words := stands(sc)
		return label == "Check" || label == "Done" && strings.HasPrefix(words, "Taken back: ") && isSaved(sc)
	})
	y.saved("undo of " + s.edit.what)
	y.tally.add("undone", 1)
}

func (y *scribe) redo() {
	y.t.Helper()
	s, ok := y.again()
	y.r.p.Keys("ctrl+r")
	if !ok {
		y.r.p.Wait(y.t, "nothing to have again")
		return
	}
	y.say("redo of %v", s.edit)
	y.send(s)
	y.r.p.WaitFor(y.t, "redo of "+s.edit.what, func(sc *terminaltest.Screen) bool {
		label, words := stands(sc)
		return label == "Check" || label == "Done" && strings.HasPrefix(words, "Back again: ") && isSaved(sc)
	})
	y.saved("redo of " + s.edit.what)
	y.tally.add("had again", 1)
}

// recordHere records a row where a half-typed text was wiped: undo would first bring that back.
func (y *scribe) recordHere() {
	y.t.Helper()
	if y.half[y.place()] != nil {
		line, text := y.lineOf(y.at)
		y.record(line, text)
	}
}

func (y *scribe) undoAndRedo() {
	y.t.Helper()
	y.recordHere()
	for range 1 + y.chance.IntN(3) {
		y.clearSaid()
		y.undo()
	}
	for range y.chance.IntN(3) {
		y.clearSaid()
		y.redo()
	}
}

// editInForm records an event and adds to its words in its form.
func (y *scribe) editInForm() {
	y.t.Helper()
	line, text := y.event()
	y.record(line, text)
	y.r.p.Keys("Enter")
	y.r.p.Wait(y.t, "Event ", "When  ")
	y.r.p.Keys("Tab")
	y.r.p.WaitFor(y.t, "the field What", func(s *terminaltest.Screen) bool { return strings.HasSuffix(typedText(s), squeezed(text)) })
	more := " and more " + y.tag()
	y.r.p.Type(more)
	y.r.p.WaitFor(y.t, "the field to hold"+more, func(s *terminaltest.Screen) bool { return strings.HasSuffix(typedText(s), squeezed(more)) })
	y.send(adds("form of "+text, text+more).without(text))
	y.r.p.Keys("Enter")
	y.saved("the form of " + text)
}

// remove removes the marked row, which holds the text.
func (y *scribe) remove(text string) {
	y.t.Helper()
	y.list()
	y.send(adds("removal of " + text).without(text))
	y.r.p.Keys("x")
	y.saved("removal of " + text)
	y.typeAgain()
}

// paste pastes three rows, which become a change each.
func (y *scribe) paste() {
	y.t.Helper()
	var lines []string
	for range 3 {
		line, text := y.event()
		lines = append(lines, line)
		y.send(adds(line, text))
	}
	y.r.p.Paste(strings.Join(lines, "\n"))
	y.r.p.Wait(y.t, "One row each")
	y.pause()
	y.r.p.Keys("Enter")
	y.saved("a paste of three rows")
}

// note writes a private note about the marked row; stars stand for its letters.
func (y *scribe) note() {
	y.t.Helper()
	text := y.text()
	y.list("y")
	y.r.p.Wait(y.t, "Private note")
	y.r.p.Type(text)
	y.r.p.Wait(y.t, fmt.Sprintf("%d letters, for you alone", len([]rune(text))))
	y.send(adds("a private note", text))
	y.r.p.Keys("Enter")
	y.saved("a private note")
	y.typeAgain()
}

// card makes a decision card of a new event and records lines of it.
func (y *scribe) card() {
	y.t.Helper()
	line, text := y.event()
	y.record(line, text)
	y.send(adds("a card"))
	y.list("d")
	y.r.p.WaitFor(y.t, "the card", func(s *terminaltest.Screen) bool {
		return phaseShown(s) == model.PhaseDiscretion && isSaved(s)
	})
	y.at = model.PhaseDiscretion
	y.saw()
	for range 1 + y.chance.IntN(3) {
		text := y.text()
		y.record(text, text)
	}
}

// fact fills a field of Open anew.
func (y *scribe) fact() {
	y.t.Helper()
	fields := []string{"Impact", "In short", "Summary"}
	name := fields[y.chance.IntN(len(fields))]
	y.r.mark("Down", name)
	y.r.p.Keys("ctrl+u")
	text := y.text()
	y.r.write(text)
	s := adds(name, text)
	if was := y.facts()[name]; was != "" {
		s = s.without(was)
	}
	y.send(s)
	y.r.p.Keys("Enter")
	y.saved(name)
}

// facts is what the fields of Open hold by the edits that stand.
func (y *scribe) facts() map[string]string {
	facts := make(map[string]string)
	for _, e := range y.done {
		for text, n := range e.texts {
			if n > 0 {
				facts[e.what] = text
			}
		}
	}
	return facts
}

// say notes what was done.
func (y *scribe) say(format string, args ...any) {
	y.trace = append(y.trace, fmt.Sprintf(format, args...))
	y.trace = y.trace[max(len(y.trace)-40, 0):]
}
