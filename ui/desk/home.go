package desk

import (
	"context"
	"time"

	"debrief/model"
)

// readLimit is how long reading a file may take, the look into the store included.
const readLimit = 20 * time.Second

// duesShown is how many overdue countermeasures home counts.
const duesShown = 500

// FirstSummaries is how many post-mortems the first frame needs; a long list follows it.
const FirstSummaries = 60

// restPause is how long the rest of a long list waits behind the first frame.
const restPause = 100 * time.Millisecond

// ReadHome reads the lists of home, of the post-mortems the newest where there is a limit.
func (d *Desk) ReadHome(limit int) {
	d.homeTicket++
	store, ticket, read := d.store, d.homeTicket, HomeRead{Today: model.DateOf(d.o.Now())}
	d.ask(readLimit, func(ctx context.Context) func() {
		var drafts []model.Draft
		read.List, read.Err = store.Summaries(ctx, model.SummaryQuery{Today: read.Today, Limit: limit})
		if read.Err == nil {
			read.Dues, read.Err = store.Dues(ctx, read.Today, duesShown)
		}
		if read.Err == nil {
			drafts, read.Err = store.Drafts(ctx, "")
		}
		return func() {
			if ticket == d.homeTicket {
				d.homeRead(read, drafts, limit)
			}
		}
	})
}

func (d *Desk) homeRead(read HomeRead, drafts []model.Draft, limit int) {
	if read.Err != nil {
		d.o.Tell(read)
		return
	}
	d.hideAtHome(read.List, read.Dues)
	if !d.homeRestored {
		d.homeRestored = true
		d.restore(drafts)
	}
	d.watchLater()
	d.o.Tell(read)
	if limit > 0 && len(read.List) == limit { // only the newest were read, and the first frame goes first
		d.later(restPause, func() { d.ReadHome(0) })
	}
}

// hideAtHome hides the names in what home lists of the record that was left last. Of other records
// home knows no people.
func (d *Desk) hideAtHome(list []model.Summary, dues []model.Due) {
	if d.Names() == nil {
		return
	}
	for i := range list {
		if list[i].ID == d.ID() {
			list[i].Title = d.Index.Header.Title
		}
	}
	for i := range dues {
		row, _ := d.Index.Row(model.Countermeasures, dues[i].Countermeasure)
		if c, ok := row.(model.Countermeasure); ok && dues[i].Postmortem == d.ID() {
			dues[i].Text = c.Text
		}
	}
}
