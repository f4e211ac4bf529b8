package desk

import (
	"context"
	"errors"
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/jsonfile"
	"debrief/model/meeting"
	"debrief/ui/entry"
	"debrief/ui/queue"
	"debrief/ui/screen"
)

// Open reads a record and tells Opened with the place in it, once nothing of another record waits.
func (d *Desk) Open(to screen.Place) {
	d.whenIdle(func() { d.readRecord(to) })
}

// recordRead is a record that was read to be opened.
type recordRead struct {
	ticket int
	place  screen.Place
	record model.Postmortem
	seq    int64
	heard  time.Time // when the latest change was made, where a clock runs
	drafts []model.Draft
	err    error
}

func (d *Desk) readRecord(to screen.Place) {
	d.openTicket++
	store, now, msg := d.store, d.o.Now(), recordRead{ticket: d.openTicket, place: to}
	var here time.Time // until when this very window heard of it
	if d.ID() == to.Postmortem {
		here = d.Heard
	}
	d.o.Run(func() tea.Msg {
		ctx, cancel := readContext()
		defer cancel()
		if msg.record, msg.seq, msg.err = store.Read(ctx, to.Postmortem); msg.err != nil {
			return msg
		}
		if c := meeting.ClockOf(msg.record, now); msg.seq > 1 && c.Runs() { // how it came into this file is no sign of life
			if msg.heard, msg.err = heardUntil(ctx, store, to.Postmortem, c, here); msg.err != nil {
				return msg
			}
		}
		msg.drafts, msg.err = store.Drafts(ctx, to.Postmortem)
		return msg
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

func (d *Desk) recordRead(msg recordRead) {
	if msg.ticket != d.openTicket {
		return
	}
	if msg.err != nil {
		d.check(Sentence(msg.err))
		return
	}
	d.take(newSheet(msg.record, msg.seq))
	d.Heard = msg.heard
	d.restore(msg.drafts)
	d.o.Tell(Opened{msg.place, Read})
	d.readHistory()
	d.watchLater()
}

// take makes a sheet the open one, nil for none, and lets go of the texts of the one before and of what
// was to be done in it.
func (d *Desk) take(s *Sheet) {
	d.line.Forget()
	d.Sheet, d.Heard = s, time.Time{}
	d.undone, d.conflicts, d.undecided = nil, nil, nil
}

type historyRead struct {
	record  model.ID
	entries []model.Entry
	err     error
}

// readHistory reads the log behind the first frame: only undo needs it.
func (d *Desk) readHistory() {
	store, id := d.store, d.ID()
	d.o.Run(func() tea.Msg {
		ctx, cancel := readContext()
		defer cancel()
		entries, err := store.History(ctx, id)
		return historyRead{record: id, entries: entries, err: err}
	})
}

func (d *Desk) historyRead(msg historyRead) {
	if msg.record != d.ID() || d.History != nil {
		return
	}
	err := msg.err
	if err == nil || (errors.Is(err, model.ErrDamaged) && len(msg.entries) > 0) {
		if unread := d.remember(msg.entries); unread != nil {
			err = unread
		}
	}
	if err != nil {
		d.HistoryErr = fmt.Errorf("the history cannot be read, so undo stops here: %s", Sentence(err))
		d.check(d.HistoryErr.Error())
		return
	}
	d.o.Tell(HistoryRead{})
	d.takeBackAsked()
}

// Make saves a new post-mortem with the title, which stood in the slot, and opens it.
func (d *Desk) Make(title, zone string, slot entry.Slot) {
	p, err := d.o.Editor.NewPostmortem(title, zone)
	if err != nil {
		d.check(Sentence(err))
		return
	}
	d.create(p, "Post-mortem made", slot)
}

// create saves a record that is not in the store yet, and opens it.
func (d *Desk) create(p model.Postmortem, label string, slot entry.Slot) {
	d.whenIdle(func() { d.createNow(p, label, slot) })
}

func (d *Desk) createNow(p model.Postmortem, label string, slot entry.Slot) {
	s := newSheet(model.Postmortem{}, 0)
	s.History = &model.History{}
	e := model.Entry{Kind: model.Fact, Change: model.Diff(label, model.Postmortem{}, p), Seq: 1, At: model.UTC(d.o.Now())}
	err := d.store.Storable(s.recordOf(e.Change), e)
	if err == nil {
		err = s.add(e)
	}
	if err != nil {
		d.check(Sentence(err))
		return
	}
	settled := d.settle(slot)
	d.take(s)
	d.queue.Push(queue.Save{Record: s.ID(), Entry: e, Settled: settled})
	d.o.Tell(Opened{screen.Place{Screen: screen.Open}, Made})
	d.watchLater()
}

type fileRead struct {
	record model.Postmortem
	slot   entry.Slot
	err    error
}

// Import reads a JSON export, whose path stood in the slot, looks whether it can become a record of this
// store, and opens it.
func (d *Desk) Import(path string, slot entry.Slot) {
	read, store, known := d.o.ReadFile, d.store, d.o.Editor.KnownZone
	d.o.Run(func() tea.Msg {
		data, err := read(path)
		if err != nil {
			return fileRead{err: err}
		}
		p, err := jsonfile.Read(path, data, known)
		if err != nil {
			return fileRead{err: err}
		}
		ctx, cancel := readContext()
		defer cancel()
		if _, _, err := store.Read(ctx, p.Header.ID); !errors.Is(err, model.ErrNotFound) {
			return fileRead{err: errors.New("this post-mortem is in the store already; debrief import FILE shows the difference")}
		}
		return fileRead{record: p, slot: slot}
	})
}

func (d *Desk) fileRead(msg fileRead) {
	if msg.err != nil {
		d.check(Sentence(msg.err))
		return
	}
	d.create(msg.record, model.ImportedLabel, msg.slot)
}

type sampleMade struct {
	store Store
	id    model.ID
	err   error
}

// OpenSample opens the sample incident in a store of its own, which is thrown away.
func (d *Desk) OpenSample() {
	if d.o.Sample == nil || d.own != nil {
		return
	}
	make := d.o.Sample
	d.SaveDrafts()
	d.o.Run(func() tea.Msg {
		store, id, err := make(context.Background())
		return sampleMade{store: store, id: id, err: err}
	})
}

func (d *Desk) sampleMade(msg sampleMade) {
	if msg.err != nil {
		d.check(Sentence(msg.err))
		return
	}
	d.whenIdle(func() {
		d.own, d.store, d.queue = d.store, msg.store, queue.New(msg.store, d.o.After)
		d.Open(screen.Place{Postmortem: msg.id, Screen: screen.Timeline})
	})
}

// LeaveSample goes back to the person's own store, and reports whether the sample was open. Nothing of it
// is kept, so nothing has to be saved either.
func (d *Desk) LeaveSample() bool {
	if d.own == nil {
		return false
	}
	sample := d.store
	d.take(nil)
	d.idle = nil
	d.store, d.own, d.queue = d.own, nil, queue.New(d.own, d.o.After)
	d.o.Run(func() tea.Msg {
		sample.Close()
		return nil
	})
	return true
}
