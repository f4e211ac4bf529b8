package ui

import (
	"cmp"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/review"
	"debrief/model/wording"
	"debrief/ui/desk"
	"debrief/ui/entry"
	"debrief/ui/guard"
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
func (a *App) followRecord() {
	r := &a.guarding.record
	if a.desk.Sheet == nil {
		*r = recordFindings{ticket: r.ticket}
		return
	}
	by := a.wordings()
	if r.session != a.desk.Sheet || r.by != by {
		if r.session.ID() != a.desk.ID() {
			a.guarding.stop = nil
			clear(a.guarding.stopped)
			r.Record = review.Record{}
		}
		r.Begin()
		r.session, r.by = a.desk.Sheet, by
		r.ticket++
		a.desk.Changed = nil
		record, ticket := a.desk.Record, r.ticket
		a.effect(func() tea.Msg { return recordLookedThrough{ticket, review.Look(by, record)} })
		return
	}
	for _, c := range a.desk.Changed {
		r.Follow(by, c)
		r.stale = true
		if a.guarding.walk.isAbout(c) {
			a.guarding.walk.ask = "" // it may be answered
		}
	}
	a.desk.Changed = nil
}

func (a *App) recordLookedThrough(msg recordLookedThrough) {
	if r := &a.guarding.record; msg.ticket == r.ticket && a.desk.Sheet != nil {
		r.Take(msg.found)
		r.stale = true
	}
}

// count is how many findings are left. It is made once a change.
func (a *App) count() review.Count {
	r := &a.guarding.record
	if r.stale || r.counted != a.desk.Index {
		r.counted, r.stale, r.count = a.desk.Index, false, r.Count(a.desk.Look.Seen(a.desk.Record))
	}
	return r.count
}

// left returns the findings that are left in what the screens show, in the order of the meeting.
func (a *App) left() []placed {
	var left []placed
	for _, l := range a.leftIn(a.desk.Record) {
		if place, order, shown := a.placeOf(l.Row, l.At.Field); shown {
			left = append(left, placed{l, place, order})
		}
	}
	slices.SortStableFunc(left, func(x, y placed) int {
		return cmp.Or(cmp.Compare(x.place.Screen.Phase(), y.place.Screen.Phase()), cmp.Compare(x.order[0], y.order[0]),
			cmp.Compare(x.order[1], y.order[1]), cmp.Compare(x.Start, y.Start))
	})
	return left
}

// leftIn returns what is left in the rows of a projection of the record.
func (a *App) leftIn(shown model.Postmortem) []review.Left {
	return a.guarding.record.Left(shown, a.desk.Record.Findings)
}

// placeOf is where a text of a row is seen, and where that lies on its screen; false where the
// audience does not see it.
func (a *App) placeOf(row model.Row, field string) (place screen.Place, order [2]int, shown bool) {
	x := a.desk.Index
	place = screen.Place{Screen: screen.OfPhase(review.PhaseOf(row, field)), Postmortem: a.desk.ID(), Row: row.Key()}
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

// wordingLine stands at the end of what is missing: how many wording marks this phase holds; at
// the close, what the guard had to say and what is left of it.
func (a *App) wordingLine() safe.Text {
	if a.desk.Sheet == nil || a.at.Screen == screen.Home {
		return ""
	}
	r := a.count()
	if a.at.Screen == screen.Close {
		flagged := review.Settled(a.desk.Record.Findings) + r.Left
		if flagged == 0 {
			return ""
		}
		return safe.Line(fmt.Sprintf("Wording: %d flagged, %d left", flagged, r.Left))
	}
	if n := r.Phases[a.at.Screen.Phase()]; n > 0 {
		return safe.Line("Wording: " + model.Count(n, "mark", "marks"))
	}
	return ""
}

// here is what is marked on the screen in front.
func (a *App) here() screen.Place {
	s := a.current()
	return screen.Place{Screen: a.at.Screen, Postmortem: a.desk.ID(), Row: s.Marked().ID, Field: s.Field().Key.String()}
}

// isHere tells that the mark stands where a finding is shown.
func (a *App) isHere(p placed) bool {
	here := a.here()
	switch {
	case a.guarding.walk.at == here && a.guarding.walk.to != screen.Place{}:
		return p.place == a.guarding.walk.to
	case p.place.Screen != here.Screen:
		return false
	case p.place.Row == "":
		return p.place.Field != "" && p.place.Field == here.Field
	}
	return p.place.Row == here.Row
}

// nextFinding walks to the next row with a wording mark, in the order of the meeting, and shows
// its question.
func (a *App) nextFinding() {
	left := a.left()
	if len(left) == 0 {
		a.say(done, "no wording mark is left")
		return
	}
	next := 0
	if i := slices.IndexFunc(left, a.isHere); i >= 0 {
		here := left[i].place
		for i < len(left) && left[i].place == here {
			i++
		}
		next = i % len(left)
	} else if i := slices.IndexFunc(left, a.isBehind); i >= 0 {
		next = i
	}
	f := left[next]
	a.walkTo(f)
	a.typing = false
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
	a.say(done, fmt.Sprintf("%s of %d, F settles: %s", number, len(left), words))
}

// walkTo marks what a finding is shown at.
func (a *App) walkTo(p placed) {
	a.goTo(p.place)
	a.guarding.walk = walked{at: a.here(), to: p.place, words: p.At, ask: p.Ask}
}

// isBehind tells that a finding stands behind the marked row.
func (a *App) isBehind(p placed) bool {
	if here, there := a.at.Screen.Phase(), p.place.Screen.Phase(); here != there {
		return there > here
	}
	marked := a.current().Marked()
	if marked.ID == "" || a.at.Screen == screen.Discretion {
		return true // on a card the marked row is its event
	}
	row, ok := a.desk.Index.Postmortem.Row(marked.Table, marked.ID)
	if !ok {
		return true
	}
	_, order, ok := a.placeOf(row, "")
	return !ok || p.order[0] > order[0]
}

// settleFinding opens the panel on the mark that was walked to, else on the first of the marked row.
func (a *App) settleFinding() {
	left := a.left()
	i := slices.IndexFunc(left, a.isHere)
	if i < 0 {
		a.say(check, "no wording mark stands here; f goes to the next one")
		return
	}
	mark := left[i]
	var found []wording.Finding
	for _, other := range left {
		if other.At == mark.At {
			found = append(found, other.Finding)
		}
	}
	recorded, ok := review.Recorded(a.desk.Record, mark.At, found)
	if !ok {
		return
	}
	s := stop{
		Stop:    recorded,
		outcome: screen.Outcome{Edit: &screen.Edit{Label: "Words kept", Make: func(p model.Postmortem) (model.Postmortem, error) { return p, nil }}},
		slot:    a.slot(screen.Key{Row: mark.At.ID, Field: mark.At.Field}),
		mark:    &mark,
	}
	a.guarding.stop = &s
	a.openPanel(guard.New(a.env, a.shown(s), nil))
}

// toTheWords goes to where the words of a mark are changed.
func (a *App) toTheWords(p placed) {
	a.walkTo(p)
	switch p.At.Table {
	case model.Headers, model.Incidents, model.Sessions, model.CardLines:
		a.typing = true // the line holds them already
		return
	case model.Findings:
		a.say(check, "these words are a reason that was given; ctrl+z takes back what came last")
		return
	}
	a.do(a.current().Commands().Do(keymap.Open, a.keys))
}

// markWalked marks the field of a form in which the words stand that were walked to.
func (a *App) markWalked(p screen.Panel) {
	if form, ok := p.(*entry.Form); ok && a.guarding.walk.at == a.here() {
		form.MarkAt(a.guarding.walk.words)
	}
}
