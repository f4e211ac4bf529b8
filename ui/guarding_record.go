package ui

import (
	"cmp"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/wording"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// recordFindings is what was found in the texts of a record, kept up to date change by change:
// the whole record is looked through once, by a command, and a key never looks at all of it.
type recordFindings struct {
	session *session
	by      *wording.Guard
	ticket  int
	found   map[model.ProseAt]foundIn // only places where there is something
	touched map[model.ProseAt]bool    // changed since the record began to be looked through

	counted *model.Index // the record for which the rest was counted
	changed bool         // found was changed since
	phases  map[model.Phase]int
	left    int // in all phases
	firm    int // how many of these are firm
}

// foundIn is what was found in a text, and the row that it stands in.
type foundIn struct {
	row   model.Row
	found []wording.Finding
}

// placed is a finding that is left, and where the screen shows it.
type placed struct {
	wording.Finding
	at    model.ProseAt
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
	found  map[model.ProseAt]foundIn
}

// followRecord keeps what is found in the record up to date after a change.
func (a *App) followRecord() tea.Cmd {
	r := &a.guarding.record
	if a.session == nil {
		*r = recordFindings{ticket: r.ticket}
		return nil
	}
	by := a.wordings()
	if r.session != a.session || r.by != by {
		if r.session.id() != a.session.id() {
			a.guarding.stop = nil
			clear(a.guarding.stopped)
			r.found = make(map[model.ProseAt]foundIn)
		}
		r.session, r.by, r.touched = a.session, by, make(map[model.ProseAt]bool)
		r.ticket++
		a.session.changed = nil
		record, ticket := a.session.record, r.ticket
		return func() tea.Msg { return recordLookedThrough{ticket, lookThroughRecord(by, record)} }
	}
	for _, c := range a.session.changed {
		r.take(by, c)
		if a.guarding.walk.isAbout(c) {
			a.guarding.walk.ask = "" // it may be answered
		}
	}
	a.session.changed = nil
	return nil
}

func lookThroughRecord(by *wording.Guard, p model.Postmortem) map[model.ProseAt]foundIn {
	found := make(map[model.ProseAt]foundIn)
	p.Rows(func(row model.Row) {
		for _, q := range model.ProseOf(row) {
			if f := by.Check(q.Text, wording.Context{Phase: phaseOfRow(row)}); len(f) > 0 {
				found[model.ProseAt{Table: row.Table(), ID: row.Key(), Field: q.Field}] = foundIn{row, f}
			}
		}
	})
	return found
}

// take looks through the texts of a row that changed.
func (r *recordFindings) take(by *wording.Guard, c model.RowChange) {
	was, now := model.ProseOf(c.Before), model.ProseOf(c.After)
	for _, q := range was {
		if !slices.ContainsFunc(now, func(n model.Prose) bool { return n.Field == q.Field }) {
			at := model.ProseAt{Table: c.Table, ID: c.ID, Field: q.Field}
			delete(r.found, at)
			r.touched[at], r.changed = true, true
		}
	}
	for _, q := range now {
		if slices.Contains(was, q) {
			continue
		}
		at := model.ProseAt{Table: c.Table, ID: c.ID, Field: q.Field}
		delete(r.found, at)
		if f := by.Check(q.Text, wording.Context{Phase: phaseOfRow(c.After)}); len(f) > 0 {
			r.found[at] = foundIn{c.After, f}
		}
		r.touched[at], r.changed = true, true
	}
	if c.Table == model.Findings {
		r.changed = true
	}
}

func (a *App) recordLookedThrough(msg recordLookedThrough) tea.Cmd {
	r := &a.guarding.record
	if msg.ticket != r.ticket || a.session == nil {
		return nil
	}
	for at := range r.touched {
		delete(msg.found, at)
		if f, ok := r.found[at]; ok {
			msg.found[at] = f
		}
	}
	r.found, r.changed = msg.found, true
	return nil
}

// count says how many findings each phase holds that nobody gave a reason for. It is made once a
// change; private rows do not count while the room sees the screen.
func (a *App) count() *recordFindings {
	r := &a.guarding.record
	if !r.changed && r.counted == a.session.index {
		return r
	}
	r.counted, r.changed = a.session.index, false
	r.phases, r.left, r.firm = make(map[model.Phase]int), 0, 0
	for at, in := range r.found {
		if model.IsPrivate(in.row) && !a.session.record.Header.Unshared {
			continue
		}
		for _, f := range in.found {
			if a.dismissed(at, f) {
				continue
			}
			r.phases[shownIn(in.row, at.Field)]++
			r.left++
			if f.Firm {
				r.firm++
			}
		}
	}
	return r
}

func (a *App) dismissed(at model.ProseAt, f wording.Finding) bool {
	return model.Dismisses(a.session.record.Findings, at, f.Rule, f.Text)
}

// shownIn is the phase on whose screen a text of a row stands.
func shownIn(row model.Row, field string) model.Phase {
	if field == string(model.FieldTold) {
		return model.PhaseClose // the header's other fields are on Open
	}
	return model.PhaseOf(row)
}

// left returns the findings that are left in what the screens show, in the order of the meeting.
func (a *App) left() []placed {
	var left []placed
	for at, in := range a.guarding.record.found {
		place, order, shown := a.placeOf(in.row, at.Field)
		if !shown {
			continue
		}
		for _, f := range in.found {
			if !a.dismissed(at, f) {
				left = append(left, placed{f, at, place, order})
			}
		}
	}
	slices.SortFunc(left, func(x, y placed) int {
		return cmp.Or(cmp.Compare(x.place.Screen.Phase(), y.place.Screen.Phase()), cmp.Compare(x.order[0], y.order[0]),
			cmp.Compare(x.order[1], y.order[1]), cmp.Compare(x.Start, y.Start))
	})
	return left
}

// placeOf is where a text of a row is seen, and where that lies on its screen; false where the
// audience does not see it.
func (a *App) placeOf(row model.Row, field string) (place screen.Place, order [2]int, shown bool) {
	x := a.session.index
	place = screen.Place{Screen: screen.OfPhase(shownIn(row, field)), Postmortem: a.session.id(), Row: row.Key()}
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
	if a.session == nil || a.at.Screen == screen.Home {
		return ""
	}
	r := a.count()
	if a.at.Screen == screen.Close {
		flagged := model.ReceiptOf(a.session.record.Findings).Settled() + r.left
		if flagged == 0 {
			return ""
		}
		return safe.Line(fmt.Sprintf("Wording: %d flagged, %d left", flagged, r.left))
	}
	switch n := r.phases[a.at.Screen.Phase()]; n {
	case 0:
		return ""
	case 1:
		return "Wording: 1 mark"
	default:
		return safe.Line(fmt.Sprintf("Wording: %d marks", n))
	}
}

// here is what is marked on the screen in front.
func (a *App) here() screen.Place {
	s := a.current()
	return screen.Place{Screen: a.at.Screen, Postmortem: a.session.id(), Row: s.Marked().ID, Field: s.Field().Key.String()}
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
func (a *App) nextFinding() tea.Cmd {
	left := a.left()
	if len(left) == 0 {
		a.say(done, "no wording mark is left")
		return nil
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
	cmd := a.goTo(f.place)
	a.typing = false
	a.guarding.walk = walked{at: a.here(), to: f.place, words: f.at, ask: f.Ask}
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
	return cmd
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
	row, ok := a.session.index.Postmortem.Row(marked.Table, marked.ID)
	if !ok {
		return true
	}
	_, order, ok := a.placeOf(row, "")
	return !ok || p.order[0] > order[0]
}
