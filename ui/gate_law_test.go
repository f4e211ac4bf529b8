package ui

import (
	"context"
	"flag"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"debrief/model"
	"debrief/storage"
	"debrief/storage/storagetest"
	"debrief/ui/keymap"
	"debrief/ui/screen"
)

// rounds is how often a record is changed, brought back and compared in one run.
const rounds = 40

// talk is a meeting that is played at random: what is done in it, and the record as it should be.
type talk struct {
	*driver
	rt   *rapid.T
	path string
	held *storage.Store
}

// withoutFacts is the record without what stands outside undo: where the meeting stood and how
// long, what the room said at the gate, what was read back.
func withoutFacts(p model.Postmortem) model.Postmortem {
	p.Header.Phase = 0
	p.Sessions, p.PhaseMinutes, p.Countermeasures = slices.Clone(p.Sessions), slices.Clone(p.PhaseMinutes), slices.Clone(p.Countermeasures)
	for i := range p.Sessions {
		p.Sessions[i].Gate, p.Sessions[i].GateAt, p.Sessions[i].ClockAt = "", time.Time{}, time.Time{}
	}
	for i := range p.PhaseMinutes {
		p.PhaseMinutes[i].Visited, p.PhaseMinutes[i].Actual = false, 0
	}
	for i := range p.Countermeasures {
		p.Countermeasures[i].ReadBack = time.Time{}
	}
	return p
}

func (m *talk) pick(what string, n int) int { return rapid.IntRange(0, n-1).Draw(m.rt, what) }

// visit goes to a phase, by the keys for it; where the room is asked, it answers somehow.
func (m *talk) visit(p model.Phase) {
	m.t.Helper()
	m.press("esc", "g", string(rune('0'+int(p))))
	for range m.pick("answer", 3) {
		if atGate(m.app) {
			m.press("down")
		}
	}
	if atGate(m.app) {
		m.press("enter")
	}
	m.press("esc", "i")
}

// somewhere goes to any phase.
func (m *talk) somewhere() { m.t.Helper(); m.visit(model.Phase(1 + m.pick("phase", 7))) }

// decide goes to Countermeasures, whatever the room has said, and marks a row of a table; false
// where there is none.
func (m *talk) decide(table model.Table) bool {
	m.t.Helper()
	m.visit(model.PhaseCountermeasures)
	if m.app.at.Screen != screen.Countermeasures { // "not yet"
		m.press("esc", "g", "6", "enter")
		m.press("esc", "i")
	}
	var ids []model.ID
	switch x := m.app.desk.Index; table {
	case model.ParkedIdeas:
		for _, i := range x.ParkedIdeas {
			if i.State == model.Waiting || i.State == model.IdeaDeclined {
				ids = append(ids, i.ID)
			}
		}
	default:
		for _, c := range x.Countermeasures {
			ids = append(ids, c.ID)
		}
	}
	if len(ids) == 0 {
		return false
	}
	return m.mark(ids[m.pick("row", len(ids))])
}

func (m *talk) mark(id model.ID) bool {
	m.t.Helper()
	m.does(func() { m.app.goTo(screen.Place{Screen: m.app.at.Screen, Postmortem: m.app.desk.ID(), Row: id}) })
	return m.app.current().Marked().ID == id
}

func (m *talk) line(words string) {
	m.t.Helper()
	m.app.focus.typeOn()
	m.kind(words)
	m.press("enter")
}

// act does one thing of the meeting.
func (m *talk) act() {
	m.t.Helper()
	tables := []model.Table{model.ParkedIdeas, model.Countermeasures}
	table := tables[m.pick("table", 2)]
	switch m.pick("act", 13) {
	case 0, 1:
		m.somewhere()
		for range m.pick("down", 4) {
			m.press("down")
		}
		m.press("esc", "!")
		m.line(rapid.SampledFrom([]string{"alert on lag", "ring a bell @zoe", "page the shift"}).Draw(m.rt, "idea"))
	case 2:
		if m.decide(model.ParkedIdeas) {
			m.press("enter") // taken up
		}
	case 3:
		if m.decide(table) {
			m.line(">@ana by fri")
		}
	case 4:
		if m.decide(table) {
			m.press("esc", "n")
			m.line("it costs more than it saves")
		}
	case 5:
		if m.decide(table) {
			m.line(">rest until mon @ben")
		}
	case 6, 7:
		if m.decide(table) {
			m.press("esc", "m")
			for range 1 + m.pick("down", 3) {
				m.press(rapid.SampledFrom([]string{"down", "up"}).Draw(m.rt, "to"))
			}
			m.press("m", "esc", "i")
		}
	case 8:
		// The row that an idea is linked to, where it has one.
		m.visit(model.PhaseTimeline)
		var linked []model.ID
		for _, i := range m.app.desk.Index.ParkedIdeas {
			if i.Of == model.Events {
				linked = append(linked, i.OfID)
			}
		}
		if len(linked) > 0 && m.mark(linked[m.pick("linked", len(linked))]) {
			m.press("esc", "x", "i")
		}
	case 9:
		if m.decide(table) {
			m.press("esc", "x", "i")
		}
	case 10:
		m.app.run(keymap.ConfirmTimeline, "")
		m.now = m.now.Add(time.Second)
		for range m.pick("answer", 3) {
			m.press("down")
		}
		m.press("enter")
	case 11:
		m.visit(model.PhaseClose)
		m.press("enter", "esc", "esc", "i") // a tick, or the page
	case 12:
		// It stands in the row that the room's answer is noted in.
		m.visit(model.PhaseClose)
		m.does(func() {
			m.app.goTo(screen.Place{Screen: screen.Close, Postmortem: m.app.desk.ID(), Field: "try next"})
		})
		m.line(" again")
	}
	if len(m.app.panels) > 0 || !m.app.line.Empty() && m.app.line.Changed() {
		m.rt.Fatalf("something is left open or half typed:\n%s", m.text())
	}
}

// reopen ends the program and starts it anew on the same file.
func (m *talk) reopen() {
	m.t.Helper()
	id, ids, now := m.app.desk.ID(), m.ids, m.now
	if err := m.held.Close(); err != nil {
		m.rt.Fatal(err)
	}
	var err error
	if m.held, err = storage.Open(context.Background(), m.path, storage.Options{}); err != nil {
		m.rt.Fatal(err)
	}
	m.driver = newDriverOn(m.t, m.held, screen.Place{Postmortem: id})
	m.ids, m.now = ids+1, now
	m.run(m.app.Init())
}

// turn presses undo or redo so many times, and goes about in between, as a person may.
func (m *talk) turn(key string, n int) {
	m.t.Helper()
	for range n {
		if m.pick("walk", 3) == 0 {
			m.somewhere()
		}
		before := m.app.desk.Record
		m.press("esc", key)
		now := m.app.desk.Record
		if s, was := now.Sessions[0], before.Sessions[0]; s.Gate != was.Gate || s.GateAt != was.GateAt || now.Header.Phase != before.Header.Phase {
			m.rt.Fatalf("%s changed a fact: %+v, was %+v; phase %s, was %s", key, s, was, now.Header.Phase, before.Header.Phase)
		}
		if words := m.app.said.words; !strings.HasPrefix(words, "Taken back") && !strings.HasPrefix(words, "Back again") {
			m.rt.Fatalf("%s says %q", key, words)
		}
		m.press("i")
	}
}

func (m *talk) is(what string, want model.Postmortem) {
	m.t.Helper()
	if d := storagetest.Differs(withoutFacts(m.record()), withoutFacts(want)); d != "" {
		m.rt.Fatalf("%s the record is another: %s", what, d)
	}
}

// aFewRuns is for a law whose runs take a second each on a real store: four, unless -rapid.checks
// asks for another number.
func aFewRuns(t *testing.T) {
	const name = "rapid.checks"
	asked := false
	flag.Visit(func(f *flag.Flag) { asked = asked || f.Name == name })
	if asked {
		return
	}
	usual := flag.Lookup(name).Value.String()
	if err := flag.Set(name, "4"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = flag.Set(name, usual) })
}

// Ideas are parked, taken up, merged, declined and laid to rest; the room answers at the gate, the
// meeting goes from phase to phase, rows that ideas are linked to go. Whatever was done in a round
// is taken back, had again and taken back, with the program ended in between, and the record is as
// it was each time. What the room said stands.
func TestFortyRoundsOfUndoLeaveTheRecordAsItWas(t *testing.T) {
	aFewRuns(t)
	rapid.Check(t, func(rt *rapid.T) {
		m := &talk{rt: rt, path: filepath.Join(t.TempDir(), "debrief.db")}
		var err error
		if m.held, err = storage.Open(context.Background(), m.path, storage.Options{}); err != nil {
			rt.Fatal(err)
		}
		defer func() { m.held.Close() }()
		p := beforeGate()
		save(t, m.held, p)
		m.driver = driverOn(t, m.held, screen.Place{Screen: screen.Learning, Postmortem: p.Header.ID})
		for range rounds {
			before := m.record()
			from := len(m.app.desk.History.Entries())
			for range 1 + m.pick("acts", 3) {
				m.act()
			}
			edits := 0
			for _, e := range m.app.desk.History.Entries()[from:] {
				if e.Kind == model.Edit {
					edits++
				}
			}
			after := m.record()
			if m.pick("end", 8) == 0 {
				m.reopen()
			}
			m.turn("u", edits)
			m.is("taken back,", before)
			if m.pick("end", 8) == 0 {
				m.reopen()
			}
			m.turn("U", edits)
			m.is("had again,", after)
			if m.pick("keep", 2) == 0 {
				m.turn("u", edits)
				m.is("taken back again,", before)
			}
		}
		if h, err := m.held.Health(context.Background()); err != nil || !h.Sound() {
			rt.Fatalf("%q, %v", h.Damage, err)
		}
	})
}
