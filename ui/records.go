package ui

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/jsonfile"
	"debrief/model/meeting"
	"debrief/ui/entry"
	"debrief/ui/queue"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/widget"
)

// readLimit is how long reading a file may take, the look into the store included.
const readLimit = 20 * time.Second

// duesShown is how many overdue countermeasures home counts.
const duesShown = 500

func (a *App) today() model.Date { return model.DateOf(a.options.Now()) }

// firstSummaries is how many post-mortems the first frame needs; a long list follows it.
const firstSummaries = 60

// restPause is how long the rest of a long list waits behind the first frame.
const restPause = 100 * time.Millisecond

func (a *App) readHome(limit int) {
	a.homeTicket++
	store, today, ticket := a.store, a.today(), a.homeTicket
	a.effect(func() tea.Msg {
		ctx, cancel := a.context()
		defer cancel()
		list, err := store.Summaries(ctx, model.SummaryQuery{Today: today, Limit: limit})
		if err != nil {
			return homeRead{ticket: ticket, err: err}
		}
		dues, err := store.Dues(ctx, today, duesShown)
		if err != nil {
			return homeRead{ticket: ticket, err: err}
		}
		drafts, err := store.Drafts(ctx, "")
		return homeRead{ticket: ticket, list: list, dues: dues, drafts: drafts, first: limit > 0 && len(list) == limit, err: err}
	})
}

func (a *App) homeRead(msg homeRead) {
	if msg.ticket != a.homeTicket {
		return
	}
	a.homeLoaded = true
	if msg.err != nil {
		a.say(check, sentence(msg.err))
		a.replayEarly()
		return
	}
	a.hideAtHome(msg.list, msg.dues)
	a.home.Load(msg.list, msg.dues, a.today())
	if !a.homeRestored {
		a.homeRestored = true
		a.restore(msg.drafts)
	}
	a.watchLater()
	if msg.first {
		a.replayEarly()
		a.effect(a.options.After(restPause, homeRest{}))
		return // the first frame goes first
	}
	a.replayEarly()
}

// replayEarly runs the keys that were pressed before the list was there.
func (a *App) replayEarly() {
	early := a.early
	a.early = nil

	for _, key := range early {
		a.holdField()
		a.key(key)
	}
}

// open reads a record and goes to the place in it, once nothing of another record waits.
func (a *App) open(to screen.Place) {
	a.whenIdle(func() { a.readRecord(to) })
}

func (a *App) readRecord(to screen.Place) {
	a.openTicket++
	store, ticket, now := a.store, a.openTicket, a.options.Now()
	var here time.Time // until when this very window heard of it
	if a.session.id() == to.Postmortem {
		here = a.heard
	}
	a.effect(func() tea.Msg {
		ctx, cancel := a.context()
		defer cancel()
		p, seq, err := store.Read(ctx, to.Postmortem)
		if err != nil {
			return recordRead{ticket: ticket, place: to, err: err}
		}
		var heard time.Time
		if c := meeting.ClockOf(p, now); seq > 1 && c.Runs() { // how it came into this file is no sign of life
			if heard, err = heardUntil(ctx, store, to.Postmortem, c, here); err != nil {
				return recordRead{ticket: ticket, place: to, err: err}
			}
		}
		drafts, err := store.Drafts(ctx, to.Postmortem)
		return recordRead{ticket: ticket, place: to, record: p, seq: seq, heard: heard, drafts: drafts, err: err}
	})
}

// heardUntil is the last sign of life of a meeting whose clock runs. Only where that runs for long
// may there be a silence in between, and its log is read.
func heardUntil(ctx context.Context, store Store, id model.ID, c meeting.Clock, here time.Time) (time.Time, error) {
	from := c.Session.ClockAt
	if here.After(from) {
		from = here
	}
	if !c.Unattended(from) {
		_, heard, err := store.Latest(ctx, id)
		return heard, err
	}
	log, err := store.History(ctx, id)
	if err != nil && (len(log) == 0 || !errors.Is(err, model.ErrDamaged)) {
		return time.Time{}, err
	}
	return meeting.HeardUntil(log, from), nil
}

func (a *App) recordRead(msg recordRead) {
	if msg.ticket != a.openTicket {
		return
	}
	if msg.err != nil {
		a.say(check, sentence(msg.err))
		return
	}
	a.line.Forget()
	a.undecided = nil
	a.session, a.undone, a.heard = newSession(msg.record, msg.seq), nil, msg.heard
	a.resumeClock()
	a.restore(msg.drafts)
	to := msg.place
	if to.Screen == screen.Home {
		to.Screen = screen.OfPhase(max(msg.record.Header.Phase, model.PhaseOpen))
	}
	a.enterPlace(to)
	a.giveBack()
	a.offerHandOver(msg.record.Header)
	a.readHistory()
	a.watchLater()
}

// readHistory reads the log behind the first frame: only undo needs it.
func (a *App) readHistory() {
	store, id := a.store, a.session.id()
	a.effect(func() tea.Msg {
		ctx, cancel := a.context()
		defer cancel()
		entries, err := store.History(ctx, id)
		return historyRead{record: id, entries: entries, err: err}
	})
}

func (a *App) historyRead(msg historyRead) {
	if msg.record != a.session.id() || a.session.history != nil {
		return
	}
	err := msg.err
	if err == nil || (errors.Is(err, model.ErrDamaged) && len(msg.entries) > 0) {
		if unread := a.session.remember(msg.entries); unread != nil {
			err = unread
		}
	}
	if err != nil {
		a.session.historyErr = fmt.Errorf("the history cannot be read, so undo stops here: %s", sentence(err))
		a.say(check, a.session.historyErr.Error())
		return
	}
	a.refreshPanels()
	a.takeBackAsked()
	a.askRoomNowRead()
}

// takeBackAsked does what was asked for before the history was there, unless something was
// recorded since: then it would take back another thing than was meant.
func (a *App) takeBackAsked() {
	waiting := a.session.asked
	a.session.asked = nil
	for i, w := range waiting {
		if w.latest+int64(i) != a.session.seq {
			a.say(check, "something was recorded since the key was pressed; press it again")
			break
		}
		a.takeBack(w.command)
	}
}

// goTo goes to a place of the open record, or opens the record that it is in.
func (a *App) goTo(to screen.Place) {
	if to.Postmortem != "" && to.Postmortem != a.session.id() {
		a.open(to)
		return
	}
	switch {
	case to == screen.Place{}:
		a.goHome()
		return
	case a.session == nil:
		return
	case to.Screen == screen.Home: // the record that was left last, chosen at home
		to.Screen = screen.OfPhase(max(a.session.record.Header.Phase, model.PhaseOpen))
	}
	a.enterPlace(to)
}

// enterPlace puts the screen of the place in front; before Countermeasures the room is asked
// whether it agrees on the timeline. That a phase was visited is a fact.
func (a *App) enterPlace(to screen.Place) {
	to.Postmortem = a.session.id()
	if a.gateOpens(to) {
		a.askRoom(to)
		return
	}
	changed := a.at.Screen != to.Screen || a.at.Postmortem != to.Postmortem
	if changed {
		a.leaveScreen()
	}
	a.at = to
	a.finding, a.going, a.parking = false, false, false
	if changed {
		a.typing = true
	}
	if a.readOnly { // where one stands is no change of a person's, and nothing can be saved
		a.askWhenRead(to)
		a.show()
		if to.Row != "" || to.Field != "" {
			a.current().Goto(to)
		}
		return
	}
	phase, ed := to.Screen.Phase(), a.env.Editor
	a.edit(&screen.Edit{Label: "went to " + phase.String(), Fact: true, Make: func(p model.Postmortem) (model.Postmortem, error) {
		return ed.Visit(p, phase)
	}}, nil)
	a.askWhenRead(to)
	a.show()
	if to.Row != "" || to.Field != "" {
		a.current().Goto(to)
	}
}

// leaveScreen tells a screen with a view for the moment that another one comes to the front.
func (a *App) leaveScreen() {
	if s, ok := a.current().(interface{ Leave() }); ok {
		s.Leave()
	}
}

func (a *App) goHome() {
	a.leaveScreen()
	a.at = screen.Place{}
	a.panels, a.finding, a.going, a.parking, a.typing = nil, false, false, false, true
	if words := a.runsOn(); words != "" {
		a.say(done, model.Capital(words))
	}
	a.saveDrafts()
	if a.own != nil { // nothing of it is kept, so nothing has to be saved either
		a.leaveSample()
		a.readHome(0)
		return
	}
	a.offerRescue()
	a.readHome(0)
}

// newRecord makes a post-mortem with the title and opens it.
func (a *App) newRecord(title string) {
	p, err := a.env.Editor.NewPostmortem(title, a.options.Zone)
	if err != nil {
		a.say(check, sentence(err))
		return
	}
	a.create(p, "Post-mortem made", screen.Place{Screen: screen.Open})
}

// create saves a record that is not in the store yet, and opens it.
func (a *App) create(p model.Postmortem, label string, to screen.Place) {
	_, slot := a.field()
	a.whenIdle(func() { a.createNow(p, label, to, slot) })
}

func (a *App) createNow(p model.Postmortem, label string, to screen.Place, slot entry.Slot) {
	c := model.Diff(label, model.Postmortem{}, p)
	a.undone = nil
	a.session, a.heard = newSession(model.Postmortem{}, 0), time.Time{}
	a.session.history = &model.History{}
	e := model.Entry{Kind: model.Fact, Change: c, Seq: 1, At: model.UTC(a.options.Now())}
	err := a.store.Storable(recordOf(a.session, c), e)
	if err == nil {
		err = a.session.add(e)
	}
	if err != nil {
		a.session = nil
		a.say(check, sentence(err))
		return
	}
	settled := a.settle(slot)
	a.line.Forget()
	a.queue.Push(queue.Save{Record: a.session.id(), Entry: e, Settled: settled})
	a.resumeClock()
	a.enterPlace(to)
	a.watchLater()
}

// readFile reads a JSON export and looks whether it can become a record of this store.
func (a *App) readFile(path string) {
	read, store, known := a.options.ReadFile, a.store, a.env.Editor.KnownZone
	path = a.expand(path)
	a.effect(func() tea.Msg {
		data, err := read(path)
		if err != nil {
			return fileRead{err: err}
		}
		p, err := jsonfile.Read(path, data, known)
		if err != nil {
			return fileRead{err: err}
		}
		ctx, cancel := context.WithTimeout(context.Background(), readLimit)
		defer cancel()
		if _, _, err := store.Read(ctx, p.Header.ID); !errors.Is(err, model.ErrNotFound) {
			return fileRead{err: errors.New("this post-mortem is in the store already; debrief import FILE shows the difference")}
		}
		return fileRead{record: p}
	})
}

func (a *App) fileRead(msg fileRead) {
	if msg.err != nil {
		a.say(check, sentence(msg.err))
		return
	}
	a.create(msg.record, model.ImportedLabel, screen.Place{Screen: screen.Open})
}

// expand reads a leading ~ as the person's home folder, as shells do.
func (a *App) expand(path string) string {
	path = strings.TrimSpace(path)
	if rest, ok := strings.CutPrefix(path, "~/"); ok {
		if home := a.options.Getenv("HOME"); home != "" {
			return filepath.Join(home, rest)
		}
	}
	return path
}

// openSample opens the sample incident in a store of its own, which is thrown away.
func (a *App) openSample() {
	if a.options.Sample == nil || a.own != nil {
		return
	}
	make := a.options.Sample
	a.saveDrafts()
	a.effect(func() tea.Msg {
		store, id, err := make(context.Background())
		return sampleMade{store: store, id: id, err: err}
	})
}

func (a *App) sampleMade(msg sampleMade) {
	if msg.err != nil {
		a.say(check, sentence(msg.err))
		return
	}
	a.whenIdle(func() {
		a.own, a.store, a.queue = a.store, msg.store, queue.New(msg.store, a.options.After)
		a.open(screen.Place{Postmortem: msg.id, Screen: screen.Timeline})
	})
}

// leaveSample goes back to the person's own store.
func (a *App) leaveSample() {
	sample := a.store
	a.line.Forget()
	a.session, a.conflicts, a.waiting, a.undone = nil, nil, nil, nil
	a.store, a.own, a.queue = a.own, nil, queue.New(a.own, a.options.After)
	a.effect(func() tea.Msg {
		sample.Close()
		return nil
	})
}

// forgetRecord lets go of the record that was open, of its texts and of what was to be done in it.
func (a *App) forgetRecord() {
	a.line.Forget()
	a.session, a.undone, a.conflicts, a.panels = nil, nil, nil, nil
}

// deleteRecord deletes the open record and goes home, where ctrl+z brings it back.
func (a *App) deleteRecord() {
	a.do(screen.Outcome{Edit: &screen.Edit{Label: "Post-mortem deleted", Make: a.env.Editor.Delete}})
	a.leaveDeleted("Deleted")
}

// leaveDeleted goes home from a record that is deleted by now, and says how it comes back.
func (a *App) leaveDeleted(how string) {
	id := a.session.id()
	a.goHome()
	a.say(done, how+". ctrl+z brings it back; later, debrief restore "+id.Short(model.ShortID))
}

// deletedJustNow tells that the record which was left last is deleted, so that undo at home
// means it.
func (a *App) deletedJustNow() bool {
	return a.session != nil && !a.session.record.Header.Deleted.IsZero()
}

// shareScreen marks the screen as shared with the room, or as private.
func (a *App) shareScreen() {
	ed := a.env.Editor
	a.edit(&screen.Edit{Label: "screen shared or not", Fact: true, Make: func(p model.Postmortem) (model.Postmortem, error) {
		p.Header.Unshared = !p.Header.Unshared
		return ed.Set(p, p.Header)
	}}, nil)
	if a.session.record.Header.Unshared {
		a.say(done, "The screen counts as private: private notes are shown")
		return
	}
	a.say(done, "The screen counts as shared: private notes are not drawn")
}

// homeLine is row 2 at home.
func (a *App) homeLine() []widget.Cell {
	t := a.env.Theme
	text := a.home.Line()
	return []widget.Cell{{Width: margin}, {Text: "Home", Width: 7, Style: t.Strong}, {Text: text, Width: safe.Width(text), Style: t.Dim}}
}

// lackLine is what the phase in front still lacks, in so many columns where that can be.
func (a *App) lackLine(columns int) string {
	lacks := a.session.lacks[a.at.Screen.Phase()]
	// A screen that shows one of several things, such as a card, says what that one lacks.
	if s, ok := a.current().(interface{ Lacks() []meeting.Lack }); ok {
		if own := s.Lacks(); len(own) > 0 {
			lacks = own
		}
	}
	return meeting.LackLine(a.at.Screen.Phase(), lacks, columns)
}

func (a *App) lacks(p model.Phase) bool { return len(a.session.lacks[p]) > 0 }

func (a *App) visited(p model.Phase) bool {
	for _, m := range a.session.record.PhaseMinutes {
		if m.Phase == p && m.Visited {
			return true
		}
	}
	return false
}
