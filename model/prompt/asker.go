package prompt

import (
	"slices"

	"debrief/model"
)

// Scene is what is on the screen and matters to a question: what holds, the most pressing first,
// and the words that stand in the places of a question.
type Scene struct {
	Holds []Condition
	Fill  Fill
}

// Holding returns the scene of which these conditions hold.
func Holding(holds ...Condition) Scene { return Scene{Holds: holds} }

// Place is where a question is asked. A question about a row is another one at another row.
type Place struct {
	Phase  model.Phase
	Record model.ID
	Row    model.ID
	Field  string
}

// Asker knows which question stands on the screen and which ones were asked. It remembers in
// memory alone: another meeting begins anew.
type Asker struct {
	table *Table

	// For these the question was chosen; while they stay, it stays.
	phase  model.Phase
	record model.ID
	scene  Scene
	fits   []int
	others []int
	now    int // index of the question, -1 where there is none

	typed reaction
	asked map[asked]bool
}

// asked is a question that was asked, at its place where it fitted there.
type asked struct {
	id string
	at Place
}

// NewAsker returns the Asker of a meeting.
func NewAsker(t *Table) *Asker {
	return &Asker{table: t, phase: -1, now: -1, typed: reaction{prompt: -1}, asked: make(map[asked]bool)}
}

// Ask returns the question of this moment: what the words of the line call for, else the one that
// was chosen, else the first that fits. It is asked for with every frame.
func (a *Asker) Ask(at Place, s Scene, l Line) string {
	a.see(at, s)
	a.typed.follow(a.table, l)
	now := a.now
	if a.typed.prompt >= 0 && !a.typed.passed {
		now = a.typed.prompt
		s.Fill.Term = a.typed.term
	}
	if now < 0 {
		return ""
	}
	words, _ := a.table.prompts[now].Filled(s.Fill)
	return words
}

// Next goes on to the next question: first those that fit what is marked, then the others of the
// phase; no one again until all were asked.
func (a *Asker) Next(at Place, s Scene) {
	a.see(at, s)
	a.typed.passed = true
	round := slices.Concat(a.fits, a.others)
	a.tick(at)
	next := slices.IndexFunc(round, func(i int) bool { return !a.asked[a.mark(i, at)] })
	if next < 0 {
		for _, i := range round {
			delete(a.asked, a.mark(i, at))
		}
		a.tick(at)
		next = slices.IndexFunc(round, func(i int) bool { return i != a.now })
	}
	if next >= 0 {
		a.now = round[next]
		a.tick(at)
	}
}

// tick notes that the question of now was asked.
func (a *Asker) tick(at Place) {
	if a.now >= 0 {
		a.asked[a.mark(a.now, at)] = true
	}
}

// Put asks the question of that id now.
func (a *Asker) Put(id string, at Place, s Scene) {
	a.see(at, s)
	if i := a.table.index(id); i >= 0 {
		a.now, a.typed.passed = i, true
		a.tick(at)
	}
}

// see chooses anew where the phase, the record, or what holds is another than before.
func (a *Asker) see(at Place, s Scene) {
	if at.Phase == a.phase && at.Record == a.record && slices.Equal(s.Holds, a.scene.Holds) {
		a.scene.Fill = s.Fill
		return
	}
	a.phase, a.record = at.Phase, at.Record
	a.scene = Scene{Holds: slices.Clone(s.Holds), Fill: s.Fill}
	a.fits, a.others = a.table.fits(at.Phase, s)
	a.now = -1
	if round := slices.Concat(a.fits, a.others); len(round) > 0 {
		a.now = round[0]
	}
}

// mark names a question: with its place where it fits there, since it is another question about
// another row.
func (a *Asker) mark(i int, at Place) asked {
	if !slices.Contains(a.fits, i) {
		at = Place{Phase: at.Phase, Record: at.Record}
	}
	return asked{a.table.prompts[i].ID, at}
}
