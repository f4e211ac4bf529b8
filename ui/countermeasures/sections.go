package countermeasures

import (
	"debrief/model"
	"debrief/ui/screen"
	"debrief/ui/widget"
)

// sectionKind is one of the headings, in their order.
type sectionKind int

const (
	decided sectionKind = iota
	undecided
	resting
	parked
	done
	declined
)

// heading is what stands above the rows, without their number.
func (k sectionKind) heading() string {
	return [...]string{"Decided", "Undecided", "Resting, to be decided on the date shown", "Parked, waiting to be looked at", "Done", "Declined"}[k]
}

// section is the rows under one heading: those from one place up to another.
type section struct {
	kind     sectionKind
	from, to int
}

// arrange sorts the rows into sections. Decided is always there, since its heading names the
// columns; the others are where they have rows.
func (s *Screen) arrange() {
	var rows [declined + 1][]screen.Row
	for i, c := range s.x.Countermeasures {
		s.measures[c.ID] = i
		k := sectionOf(c)
		rows[k] = append(rows[k], screen.Row{Table: model.Countermeasures, ID: c.ID})
	}
	for i, idea := range s.x.ParkedIdeas {
		k := parked
		switch idea.State {
		case model.Waiting:
		case model.IdeaDeclined:
			k = declined
		default:
			continue
		}
		s.ideas[idea.ID] = i
		rows[k] = append(rows[k], screen.Row{Table: model.ParkedIdeas, ID: idea.ID})
	}
	var keys []screen.Row
	s.sections = nil
	s.lines.Clear()
	for k, list := range rows {
		kind := sectionKind(k)
		if len(list) == 0 && kind != decided {
			continue
		}
		n := len(s.sections)
		if n > 0 {
			s.lines.Gap(n)
		}
		s.lines.Head(n)
		from := len(keys)
		for _, key := range list {
			s.lines.Add(n)
			keys = append(keys, key)
		}
		s.sections = append(s.sections, section{kind, from, len(keys)})
	}
	s.rows = widget.NewSlice(keys)
}

func sectionOf(c model.Countermeasure) sectionKind {
	return map[model.Standing]sectionKind{model.Decided: decided, model.Undecided: undecided, model.StandsResting: resting,
		model.StandsDone: done, model.StandsDeclined: declined}[c.Standing()]
}

// view is the lines in sight.
func (s *Screen) view() []widget.SectionLine {
	_, marked, _ := s.marks.Marked(s.rows)
	return s.lines.View(marked, s.details(), s.height)
}
