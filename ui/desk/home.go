package desk

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
)

// readLimit is how long reading a file may take, the look into the store included.
const readLimit = 20 * time.Second

func readContext() (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.Background(), readLimit)
}

// duesShown is how many overdue countermeasures home counts.
const duesShown = 500

// FirstSummaries is how many post-mortems the first frame needs; a long list follows it.
const FirstSummaries = 60

// restPause is how long the rest of a long list waits behind the first frame.
const restPause = 100 * time.Millisecond

type homeRead struct {
	ticket int
	HomeRead
	drafts []model.Draft
	first  bool // only the newest were read; the rest follows
}

type homeRest struct{}

// ReadHome reads the lists of home, of the post-mortems the newest where there is a limit.
func (d *Desk) ReadHome(limit int) {
	d.homeTicket++
	store, msg := d.store, homeRead{ticket: d.homeTicket}
	msg.Today = model.DateOf(d.o.Now())
	d.o.Run(func() tea.Msg {
		ctx, cancel := readContext()
		defer cancel()
		msg.List, msg.Err = store.Summaries(ctx, model.SummaryQuery{Today: msg.Today, Limit: limit})
		if msg.Err == nil {
			msg.Dues, msg.Err = store.Dues(ctx, msg.Today, duesShown)
		}
		if msg.Err == nil {
			msg.drafts, msg.Err = store.Drafts(ctx, "")
		}
		msg.first = limit > 0 && len(msg.List) == limit
		return msg
	})
}

func (d *Desk) homeRead(msg homeRead) {
	if msg.ticket != d.homeTicket {
		return
	}
	if msg.Err != nil {
		d.o.Tell(msg.HomeRead)
		return
	}
	d.hideAtHome(msg.List, msg.Dues)
	if !d.homeRestored {
		d.homeRestored = true
		d.restore(msg.drafts)
	}
	d.watchLater()
	d.o.Tell(msg.HomeRead)
	if msg.first {
		d.o.Run(d.o.After(restPause, homeRest{})) // the first frame goes first
	}
}
