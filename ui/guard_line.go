package ui

import (
	"slices"
	"strings"

	"debrief/model"
	"debrief/model/review"
	"debrief/model/wording"
	"debrief/ui/entry"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// guarding is what the frame knows of wording: the guard of this meeting, what it finds in the
// line, what it stopped there, and what it found in the record.
type guarding struct {
	base  *wording.Guard
	guard *wording.Guard // knows the people of the record
	index *model.Index   // the record for which the names were looked up
	names string

	line    lineFindings
	outcome *screen.Outcome                  // that is being carried out
	stop    *stop                            // what the panel in front is about
	stopped map[entry.Slot][]wording.Finding // stopped and not recorded since
	record  recordFindings
	walk    walked
}

// lineFindings is what was found in the text of the line, so that a text is checked once.
type lineFindings struct {
	by    *wording.Guard
	text  string
	phase wording.Phase
	found []wording.Finding
}

func newGuarding(rules []wording.Rule) (*guarding, error) {
	base, err := wording.New(append(wording.Default(), rules...))
	if err != nil {
		return nil, err
	}
	return &guarding{base: base, guard: base, stopped: make(map[entry.Slot][]wording.Finding)}, nil
}

// wordings returns the guard for the people of the record. Their names count as persons in the
// rules that tell persons from systems; they are looked up once a change of the record.
func (a *App) wordings() *wording.Guard {
	g := a.guarding
	if a.desk.Sheet == nil {
		return g.base
	}
	if g.index == a.desk.Index {
		return g.guard
	}
	g.index = a.desk.Index
	people := review.People(a.desk.Record)
	if names := strings.Join(people, "\n"); names != g.names {
		g.names, g.guard = names, g.base.For(people)
	}
	return g.guard
}

// inLine returns what is found in the text of the line; none where it takes no sentences.
func (a *App) inLine() []wording.Finding {
	text := a.line.Value()
	phase, ok := a.proseInLine(text)
	if !ok || a.desk.Hides(a.line.Slot()) {
		return nil
	}
	return a.findings(text, phase)
}

// findings looks through a text once, and again only when it or the people change.
func (a *App) findings(text string, phase wording.Phase) []wording.Finding {
	by, l := a.wordings(), &a.guarding.line
	if l.by != by || l.text != text || l.phase != phase {
		*l = lineFindings{by, text, phase, by.Check(text, wording.Context{Phase: phase})}
	}
	return l.found
}

// proseInLine tells whether the line takes sentences now, and of which phase. Names, times,
// addresses and file names are none; a quotation is what somebody said, and left alone.
func (a *App) proseInLine(text string) (wording.Phase, bool) {
	if a.desk.Sheet == nil || a.at.Screen == screen.Home || a.finding || text == "" {
		return 0, false
	}
	switch own := a.ownsLine(); {
	case !own && (strings.HasPrefix(text, "!") || a.parking):
		return wording.Countermeasures, true // an idea
	case !own && strings.HasPrefix(text, `"`):
		return 0, false
	}
	f, _ := a.ownField()
	return wording.In(a.at.Screen.Phase()), !f.Unseen && model.TakesProse(f.At.Table, f.At.Field)
}

// read says how the text in the line is understood, with the words marked that the guard found.
func (a *App) read() screen.Reading {
	r := a.understood()
	switch f, _ := a.ownField(); {
	case f.Unseen:
		r.Unseen = true
		return r
	case a.desk.Hides(a.line.Slot()):
		return screen.Reading{Label: r.Label, Words: screen.NotForRoom, Unseen: true}
	}
	if found := a.marked(a.inLine()); len(found) > 0 {
		r.Stretches = flagged(r.Stretches, found)
	}
	return r
}

// marked leaves out the words that somebody gave a reason for in the field that the line holds:
// they stop nothing there.
func (a *App) marked(found []wording.Finding) []wording.Finding {
	if len(found) == 0 {
		return nil
	}
	f, _ := a.field()
	if f.At.ID == "" {
		return found
	}
	left := make([]wording.Finding, 0, len(found))
	for _, w := range found {
		if !review.Dismisses(a.desk.Record.Findings, f.At, w) {
			left = append(left, w)
		}
	}
	return left
}

// flagged puts the found words among the stretches of a line; where both want the same words the
// finding has them.
func flagged(stretches []screen.Stretch, found []wording.Finding) []screen.Stretch {
	var all []screen.Stretch
	end := 0
	for _, f := range found {
		if start := max(f.Start, end); start < f.End {
			all = append(all, screen.Stretch{Start: start, End: f.End, Kind: screen.Flagged})
			end = f.End
		}
	}
	marks := slices.Clone(all)
	for _, s := range stretches {
		for _, m := range marks {
			if m.End <= s.Start || m.Start >= s.End {
				continue
			}
			if s.Start < m.Start {
				all = append(all, screen.Stretch{Start: s.Start, End: m.Start, Kind: s.Kind})
			}
			s.Start = min(m.End, s.End)
		}
		if s.Start < s.End {
			all = append(all, s)
		}
	}
	slices.SortFunc(all, func(a, b screen.Stretch) int { return a.Start - b.Start })
	return all
}

// wordingAsk is the question about the words in the line, or about those of the row that was
// walked to; "" leaves the question of the moment.
func (a *App) wordingAsk() safe.Text {
	if a.desk.Sheet == nil || a.at.Screen == screen.Home {
		return ""
	}
	found := a.marked(a.inLine())
	ask := ""
	switch i := slices.IndexFunc(found, func(f wording.Finding) bool { return f.Firm }); {
	case i >= 0:
		ask = found[i].Ask
	case len(found) > 0:
		ask = a.softAsk(found[0])
	case a.front() == nil && a.guarding.walk.at == a.here() && a.line.Empty():
		ask = a.guarding.walk.ask
	}
	return safe.Line(a.desk.Names().Hide(ask))
}
