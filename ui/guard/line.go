package guard

import (
	"cmp"
	"slices"
	"strings"

	"debrief/model"
	"debrief/model/review"
	"debrief/model/wording"
	"debrief/ui/desk"
	"debrief/ui/entry"
	"debrief/ui/feature"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// Guard is the wording guard of a meeting: what it finds in the line, what it stopped there, and what it
// found in the record.
type Guard struct {
	feature.Frame
	base  *wording.Guard
	guard *wording.Guard // knows the people of the record
	index *model.Index   // the record for which the names were looked up
	names string

	line    lineFindings
	stop    *stop                            // what the panel in front is about
	panel   *Panel                           // opened last
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

// New returns the guard of a frame.
func New(f feature.Frame) *Guard {
	return &Guard{Frame: f, base: f.Wording, guard: f.Wording, stopped: make(map[entry.Slot][]wording.Finding)}
}

// Feature is what the guard brings: the ways to the words that it found in the record, and what follows.
func (g *Guard) Feature() feature.Feature {
	return feature.Feature{
		Follow: func() {
			g.followLine()
			g.followRecord()
		},
		Update: g.update, Happened: g.happened,
		Commands: []feature.Command{
			{Name: keymap.Finding, Off: g.InRecord, Do: feature.Act(g.next)},
			{Name: keymap.Settle, Off: g.InRecord, Do: feature.Act(g.settle)},
		},
	}
}

// happened puts the panel away where what is drawn for one person may not stay, and marks the words in a form
// that was walked to.
func (g *Guard) happened(event any) {
	switch e := event.(type) {
	case desk.NamesTurned, desk.Purged, desk.Shared:
		g.Leave()
	case feature.Opened:
		if form, ok := e.Panel.(*entry.Form); ok && g.walk.at == g.Here() {
			form.MarkAt(g.walk.words)
		}
	}
}

// wordings returns the guard for the people of the record. Their names count as persons in the
// rules that tell persons from systems; they are looked up once a change of the record.
func (g *Guard) wordings() *wording.Guard {
	if g.Desk.Sheet == nil {
		return g.base
	}
	if g.index == g.Desk.Index {
		return g.guard
	}
	g.index = g.Desk.Index
	people := review.People(g.Desk.Record)
	if names := strings.Join(people, "\n"); names != g.names {
		g.names, g.guard = names, g.base.For(people)
	}
	return g.guard
}

// InLine returns what is found in the text of the line; none where it takes no sentences.
func (g *Guard) InLine() []wording.Finding {
	text := g.Line.Value()
	phase, ok := g.Prose(text)
	if !ok || g.Desk.Hides(g.Line.Slot()) {
		return nil
	}
	return g.findings(text, phase)
}

// findings looks through a text once, and again only when it or the people change.
func (g *Guard) findings(text string, phase wording.Phase) []wording.Finding {
	by, l := g.wordings(), &g.line
	if l.by != by || l.text != text || l.phase != phase {
		*l = lineFindings{by, text, phase, by.Check(text, wording.Context{Phase: phase})}
	}
	return l.found
}

// Mark marks in the reading of the line the words that the guard found.
func (g *Guard) Mark(r screen.Reading) screen.Reading {
	if found := g.Marked(g.InLine()); len(found) > 0 {
		r.Stretches = flagged(r.Stretches, found)
	}
	return r
}

// Marked leaves out the words that somebody gave a reason for in the field that the line holds:
// they stop nothing there.
func (g *Guard) Marked(found []wording.Finding) []wording.Finding {
	if len(found) == 0 {
		return nil
	}
	f, _ := g.Field()
	if f.At.ID == "" {
		return found
	}
	left := make([]wording.Finding, 0, len(found))
	for _, w := range found {
		if !review.Dismisses(g.Desk.Record.Findings, f.At, w) {
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

// Ask is the question about the words in the line, or about those of the row that was
// walked to; "" leaves the question of the moment.
func (g *Guard) Ask() safe.Text {
	if g.Desk.Sheet == nil || g.At().Screen == screen.Home {
		return ""
	}
	found := g.Marked(g.InLine())
	ask := ""
	switch i := slices.IndexFunc(found, func(f wording.Finding) bool { return f.Firm }); {
	case i >= 0:
		ask = found[i].Ask
	case len(found) > 0:
		ask = cmp.Or(g.Asker.About(found[0].Text, g.PhaseInLine()), found[0].Ask) // a team may have written one of the table
	case g.Front() == nil && g.walk.at == g.Here() && g.Line.Empty():
		ask = g.walk.ask
	}
	return safe.Line(g.Desk.Names().Hide(ask))
}

// AsksFirst tells that the words in the line are asked about before any question. The question of a row
// that was walked to has been read out.
func (g *Guard) AsksFirst() bool {
	if g.Line.Empty() {
		g.walk.ask = ""
	}
	return g.Ask() != ""
}
