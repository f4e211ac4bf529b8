package guard

import (
	"cmp"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/review"
	"debrief/model/wording"
	"debrief/ui/desk"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// recordFindings is what was found in the texts of the open record: the whole record is looked through
// once, by a command, and a key never looks at all of it.
type recordFindings struct {
	review.Record
	session *desk.Sheet
	by      *wording.Guard
	ticket  int

	counted *model.Index // the record that was counted
	stale   bool         // what was found has changed since
	count   review.Count
}

// placed is a finding that is left, and where the screen shows it.
type placed struct {
	review.Left
	place screen.Place
	order [2]int // the row of the screen that it stands at, and its place there
}

// walked is where the key for wording marks went last.
type walked struct {
	at    screen.Place  // what was marked there
	to    screen.Place  // where it was sent
	words model.ProseAt // the text with the mark
	ask   string
}

// isAbout tells that a change is one of the words that were walked to, or of what became of them.
func (w walked) isAbout(c model.RowChange) bool {
	f, _ := c.After.(model.Finding)
	return c.Table == w.words.Table && c.ID == w.words.ID || f.OfID == w.words.ID && f.Of == w.words.Table && w.words.ID != ""
}

type recordLookedThrough struct {
	ticket int
	found  review.Findings
}

// followRecord keeps what is found in the record up to date after a change.
func (g *Guard) followRecord() {
	r := &g.record
	if g.Desk.Sheet == nil {
		*r = recordFindings{ticket: r.ticket}
		return
	}
	by := g.wordings()
	if r.session != g.Desk.Sheet || r.by != by {
		if r.session.ID() != g.Desk.ID() {
			g.stop = nil
			clear(g.stopped)
			r.Record = review.Record{}
		}
		r.Begin()
		r.session, r.by = g.Desk.Sheet, by
		r.ticket++
		g.Desk.Changed = nil
		record, ticket := g.Desk.Record, r.ticket
		g.Run(func() tea.Msg { return recordLookedThrough{ticket, review.Look(by, record)} })
		return
	}
	for _, c := range g.Desk.Changed {
		r.Follow(by, c)
		r.stale = true
		if g.walk.isAbout(c) {
			g.walk.ask = "" // it may be answered
		}
	}
	g.Desk.Changed = nil
}

func (g *Guard) update(m tea.Msg) {
	msg, ok := m.(recordLookedThrough)
	if r := &g.record; ok && msg.ticket == r.ticket && g.Desk.Sheet != nil {
		r.Take(msg.found)
		r.stale = true
	}
}

// Count is how many findings are left. It is made once a change.
func (g *Guard) Count() review.Count {
	r := &g.record
	if r.stale || r.counted != g.Desk.Index {
		r.counted, r.stale, r.count = g.Desk.Index, false, r.Count(g.Desk.Look.Seen(g.Desk.Record))
	}
	return r.count
}

// left returns the findings that are left in what the screens show, in the order of the meeting.
func (g *Guard) left() []placed {
	var left []placed
	for _, l := range g.Left(g.Desk.Record) {
		if place, order, shown := g.placeOf(l.Row, l.At.Field); shown {
			left = append(left, placed{l, place, order})
		}
	}
	slices.SortStableFunc(left, func(x, y placed) int {
		return cmp.Or(cmp.Compare(x.place.Screen.Phase(), y.place.Screen.Phase()), cmp.Compare(x.order[0], y.order[0]),
			cmp.Compare(x.order[1], y.order[1]), cmp.Compare(x.Start, y.Start))
	})
	return left
}

// Left returns what is left in the rows of a projection of the record.
func (g *Guard) Left(shown model.Postmortem) []review.Left {
	return g.record.Left(shown, g.Desk.Record.Findings)
}

// placeOf is where a text of a row is seen, and where that lies on its screen; false where the
// audience does not see it.
func (g *Guard) placeOf(row model.Row, field string) (place screen.Place, order [2]int, shown bool) {
	x := g.Desk.Index
	place = screen.Place{Screen: screen.OfPhase(review.PhaseOf(row, field)), Postmortem: g.Desk.ID(), Row: row.Key()}
	switch r := row.(type) {
	case model.Header, model.Incident:
		place.Row, place.Field = "", field
		order[0] = slices.Index(model.Fields(), model.Field(field))
		return place, order, true
	case model.Session:
		place.Row, place.Field = "", field
		return place, order, true
	case model.Finding:
		place.Row = ""
		return place, order, true
	case model.Event:
		order[0] = x.EventAt(r.ID)
	case model.Account:
		place.Row, order[0] = r.Event, x.EventAt(r.Event)
		order[1] = 1 + indexOf(x.AccountsOf(r.Event), r.ID)
	case model.CardLine:
		lines := x.LinesOf(r.DecisionPoint, r.Field)
		card := slices.IndexFunc(x.DecisionPoints, func(d model.DecisionPoint) bool { return d.ID == r.DecisionPoint })
		order[0] = card*len(model.CardFields()) + slices.Index(model.CardFields(), r.Field)
		if order[1] = indexOf(lines, r.ID); order[1] < 0 {
			order[0] = -1
		}
	case model.Learning:
		order[0] = indexOf(x.Learnings, r.ID)
	case model.Countermeasure:
		order[0] = indexOf(x.Countermeasures, r.ID)
	case model.ParkedIdea:
		if order[0] = indexOf(x.ParkedIdeas, r.ID); order[0] >= 0 {
			order[0] += len(x.Countermeasures)
		}
	case model.Note:
		if indexOf(x.NotesOf(r.OfID), r.ID) < 0 || r.Of != model.Events {
			return place, order, false
		}
		place.Screen, place.Row, order = screen.Timeline, r.OfID, [2]int{x.EventAt(r.OfID), 1 << 20}
	}
	return place, order, order[0] >= 0
}

func indexOf[R model.Row](rows []R, id model.ID) int {
	return slices.IndexFunc(rows, func(r R) bool { return r.Key() == id })
}

// Row stands at the end of what is missing: how many wording marks this phase holds; at
// the close, what the guard had to say and what is left of it.
func (g *Guard) Row() safe.Text {
	if g.Desk.Sheet == nil || g.At().Screen == screen.Home {
		return ""
	}
	r := g.Count()
	if g.At().Screen == screen.Close {
		flagged := review.Settled(g.Desk.Record.Findings) + r.Left
		if flagged == 0 {
			return ""
		}
		return safe.Line(fmt.Sprintf("Wording: %d flagged, %d left", flagged, r.Left))
	}
	if n := r.Phases[g.At().Screen.Phase()]; n > 0 {
		return safe.Line("Wording: " + model.Count(n, "mark", "marks"))
	}
	return ""
}

// Here is what is marked on the screen in front.
func (g *Guard) Here() screen.Place {
	s := g.Screen()
	return screen.Place{Screen: g.At().Screen, Postmortem: g.Desk.ID(), Row: s.Marked().ID, Field: s.Field().Key.String()}
}

// isHere tells that the mark stands where a finding is shown.
func (g *Guard) isHere(p placed) bool {
	here := g.Here()
	switch {
	case g.walk.at == here && g.walk.to != screen.Place{}:
		return p.place == g.walk.to
	case p.place.Screen != here.Screen:
		return false
	case p.place.Row == "":
		return p.place.Field != "" && p.place.Field == here.Field
	}
	return p.place.Row == here.Row
}

// next walks to the next row with a wording mark, in the order of the meeting, and shows
// its question.
func (g *Guard) next() {
	left := g.left()
	if len(left) == 0 {
		g.Done("no wording mark is left")
		return
	}
	next := 0
	if i := slices.IndexFunc(left, g.isHere); i >= 0 {
		here := left[i].place
		for i < len(left) && left[i].place == here {
			i++
		}
		next = i % len(left)
	} else if i := slices.IndexFunc(left, g.isBehind); i >= 0 {
		next = i
	}
	f := left[next]
	g.walkTo(f)
	g.List()
	words := fmt.Sprintf("%q, %s", f.Text, f.Category)
	last := next
	for last+1 < len(left) && left[last+1].place == f.place {
		last++
		words += fmt.Sprintf("; %q, %s", left[last].Text, left[last].Category)
	}
	number := fmt.Sprint(next + 1)
	if last > next {
		number = fmt.Sprintf("%d-%d", next+1, last+1)
	}
	g.Done(fmt.Sprintf("%s of %d, F settles: %s", number, len(left), words))
}

// walkTo marks what a finding is shown at.
func (g *Guard) walkTo(p placed) {
	g.GoTo(p.place)
	g.walk = walked{at: g.Here(), to: p.place, words: p.At, ask: p.Ask}
}

// isBehind tells that a finding stands behind the marked row.
func (g *Guard) isBehind(p placed) bool {
	if here, there := g.At().Screen.Phase(), p.place.Screen.Phase(); here != there {
		return there > here
	}
	marked := g.Screen().Marked()
	if marked.ID == "" || g.At().Screen == screen.Discretion {
		return true // on a card the marked row is its event
	}
	row, ok := g.Desk.Index.Postmortem.Row(marked.Table, marked.ID)
	if !ok {
		return true
	}
	_, order, ok := g.placeOf(row, "")
	return !ok || p.order[0] > order[0]
}

// settle opens the panel on the mark that was walked to, else on the first of the marked row.
func (g *Guard) settle() {
	left := g.left()
	i := slices.IndexFunc(left, g.isHere)
	if i < 0 {
		g.Check("no wording mark stands here; f goes to the next one")
		return
	}
	mark := left[i]
	var found []wording.Finding
	for _, other := range left {
		if other.At == mark.At {
			found = append(found, other.Finding)
		}
	}
	recorded, ok := review.Recorded(g.Desk.Record, mark.At, found)
	if !ok {
		return
	}
	s := stop{
		Stop:    recorded,
		outcome: screen.Outcome{Edit: &screen.Edit{Label: "Words kept", Make: func(p model.Postmortem) (model.Postmortem, error) { return p, nil }}},
		slot:    g.Slot(screen.Key{Row: mark.At.ID, Field: mark.At.Field}),
		mark:    &mark,
	}
	g.open(s, nil)
}

// toTheWords goes to where the words of a mark are changed.
func (g *Guard) toTheWords(p placed) {
	g.walkTo(p)
	switch p.At.Table {
	case model.Headers, model.Incidents, model.Sessions, model.CardLines:
		g.Type() // the line holds them already
		return
	case model.Findings:
		g.Check("these words are a reason that was given; ctrl+z takes back what came last")
		return
	}
	g.Do(g.Screen().Commands().Do(keymap.Open, g.Keys))
}

// Walked is the text with the mark that was walked to last.
func (g *Guard) Walked() model.ProseAt { return g.walk.words }
