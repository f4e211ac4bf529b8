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

func (d *Desk) readRecord(to screen.Place) {
	d.openTicket++
	store, ticket, now := d.store, d.openTicket, d.o.Now()
	var here time.Time // until when this very window heard of the meeting
	if d.ID() == to.Postmortem {
		here = d.Heard
	}
	d.ask(readLimit, func(ctx context.Context) func() {
		var heard time.Time
		var drafts []model.Draft
		p, seq, err := store.Read(ctx, to.Postmortem)
		if c := meeting.ClockOf(p, now); err == nil && seq > 1 && c.Runs() { // how it came into this file is no sign of life
			heard, err = heardUntil(ctx, store, to.Postmortem, c, here)
		}
		if err == nil {
			drafts, err = store.Drafts(ctx, to.Postmortem)
		}
		return func() {
			switch {
			case ticket != d.openTicket:
			case err != nil:
				d.check(Sentence(err))
			default:
				d.take(newSheet(p, seq, lookOf(p, drafts)))
				d.Heard = heard
				d.restore(drafts)
				d.o.Tell(Opened{to, Read})
				d.readHistory()
				d.watchLater()
			}
		}
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

// take makes a sheet the open one, nil for none, and lets go of the texts of the one before and of what
// was to be done in it.
func (d *Desk) take(s *Sheet) {
	d.line.Forget()
	d.Sheet, d.Heard = s, time.Time{}
	d.Undo.undone, d.Conflicts.waiting, d.undecided, d.looks = nil, nil, nil, nil
}

// readHistory reads the log behind the first frame: only undo needs it.
func (d *Desk) readHistory() {
	store, id := d.store, d.ID()
	d.ask(readLimit, func(ctx context.Context) func() {
		entries, err := store.History(ctx, id)
		return func() {
			if id == d.ID() && d.History == nil {
				d.historyRead(entries, err)
			}
		}
	})
}

func (d *Desk) historyRead(entries []model.Entry, err error) {
	if err == nil || (errors.Is(err, model.ErrDamaged) && len(entries) > 0) {
		if unread := d.remember(entries); unread != nil {
			err = unread
		}
	}
	if err != nil {
		d.HistoryErr = fmt.Errorf("the history cannot be read, so undo stops here: %s", Sentence(err))
		d.check(d.HistoryErr.Error())
		return
	}
	d.o.Tell(HistoryRead{})
	d.Undo.askedFor()
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
	d.whenIdle(func() {
		s := newSheet(model.Postmortem{}, 0, lookOf(p, nil))
		s.History = &model.History{}
		e := model.Entry{Kind: model.Fact, Change: model.Diff(label, model.Postmortem{}, p), Seq: 1, At: model.UTC(d.o.Now())}
		err := d.store.Storable(p.Header.ID, e)
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
	})
}

// Import reads a JSON export, whose path stood in the slot, looks whether it can become a record of this
// store, and opens it.
func (d *Desk) Import(path string, slot entry.Slot) {
	read, store, known := d.o.ReadFile, d.store, d.o.Editor.KnownZone
	d.ask(readLimit, func(ctx context.Context) func() {
		var p model.Postmortem
		data, err := read(path)
		if err == nil {
			p, err = jsonfile.Read(path, data, known)
		}
		if err == nil {
			if _, _, missing := store.Read(ctx, p.Header.ID); !errors.Is(missing, model.ErrNotFound) {
				err = errors.New("this post-mortem is in the store already; debrief import FILE shows the difference")
			}
		}
		return func() {
			if err != nil {
				d.check(Sentence(err))
				return
			}
			d.create(p, model.ImportedLabel, slot)
		}
	})
}

// OpenSample opens the sample incident in a store of its own, which is thrown away.
func (d *Desk) OpenSample() {
	if d.o.Sample == nil || d.own != nil {
		return
	}
	d.SaveDrafts()
	d.ask(readLimit, func(context.Context) func() {
		store, id, err := d.o.Sample(context.Background())
		return func() {
			if err != nil {
				d.check(Sentence(err))
				return
			}
			d.whenIdle(func() {
				d.own, d.store, d.queue = d.store, store, queue.New(store, d.o.After)
				d.Open(screen.Place{Postmortem: id, Screen: screen.Timeline})
			})
		}
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
	d.o.Run(func() tea.Msg { sample.Close(); return nil })
	return true
}
