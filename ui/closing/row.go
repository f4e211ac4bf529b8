package closing

import (
	"slices"

	"debrief/model"
	"debrief/model/meeting"
)

// row is a row of the body: one that can be marked, or one that stands between them.
type row struct {
	kind kind
	id   model.ID // of the countermeasure; else what tells rows of one kind apart
}

type kind int

const (
	gap     kind = iota // blank
	title               // the head of a part
	note                // what a part says that has no rows
	tick                // a countermeasure to read back
	missing             // something a phase still lacks
	hands               // one of the three counts
	tryNext             // what the room tries out next
	publish             // where the page goes, and who is told
	held                // the meeting is over: offered once everything is read back
	preview             // the page as it is published
)

// marks tells that a row of the kind can be marked.
func (k kind) marks() bool { return k >= tick }

// nextTry is the id of the row of what the room tries out, and the field of that text.
const nextTry model.ID = "try next"

// The parts, by their titles' ids.
const (
	readBack   model.ID = "read back"
	stillToAdd model.ID = "missing"
)

// readBackOrder is what is read back: decided ones, then resting ones, each owner by owner as
// the owners come first.
func readBackOrder(x *model.Index) []model.Countermeasure {
	var decided, resting []model.Countermeasure
	for _, c := range x.Countermeasures {
		switch c.Standing() {
		case model.Decided:
			decided = append(decided, c)
		case model.StandsResting:
			resting = append(resting, c)
		}
	}
	return append(byOwner(decided), byOwner(resting)...)
}

func byOwner(list []model.Countermeasure) []model.Countermeasure {
	seen := make(map[model.ID]int)
	for _, c := range list {
		if _, ok := seen[c.Owner]; !ok {
			seen[c.Owner] = len(seen)
		}
	}
	slices.SortStableFunc(list, func(a, b model.Countermeasure) int { return seen[a.Owner] - seen[b.Owner] })
	return list
}

// fill makes the rows. Parts have a blank row behind them as far as the height has room.
func (s *Screen) fill() {
	parts := make([][]row, 0, 4)
	back := []row{{title, readBack}}
	for _, c := range s.back {
		back = append(back, row{tick, c.ID})
	}
	if len(s.back) == 0 {
		back = append(back, row{note, readBack})
	}
	lacks := []row{{title, stillToAdd}}
	for _, l := range s.lacks {
		lacks = append(lacks, row{missing, lackID(l)})
	}
	if len(s.lacks) == 0 {
		lacks = nil
	}
	var counts []row
	for _, q := range model.AllHandQuestions() {
		counts = append(counts, row{hands, model.ID(q.String())})
	}
	counts = append(counts, row{tryNext, nextTry})
	where := []row{{publish, model.ID(model.FieldPublishTo)}, {publish, model.ID(model.FieldTold)}}
	if s.mayBeHeld() {
		where = append(where, row{held, "held"})
	}
	where = append(where, row{preview, "preview"})
	parts = append(parts, back, lacks, counts, where)

	need := 0
	for _, p := range parts {
		need += len(p)
	}
	spare := s.height - need
	var all []row
	for i, p := range parts {
		if len(p) == 0 {
			continue
		}
		all = append(all, p...)
		if spare > 0 && i < len(parts)-1 {
			all = append(all, row{gap, model.ID(rune('a' + i))})
			spare--
		}
	}
	s.setRows(all)
}

// mayBeHeld tells that everything is read back and nobody has said yet that the meeting was held.
func (s *Screen) mayBeHeld() bool {
	return s.x.Header.Status == model.StatusDraft &&
		!slices.ContainsFunc(s.back, func(c model.Countermeasure) bool { return c.ReadBack.IsZero() })
}

// lackID is the phase: a row tells all that it lacks.
func lackID(l meeting.Lack) model.ID { return model.ID(l.Phase.Short()) }
