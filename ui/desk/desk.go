// Package desk holds the open record: what of it is on disk and what is not yet, the texts that wait, what
// other windows changed meanwhile, and what becomes of all of it when the program leaves. It knows no
// screen: it is asked, and says what happened as values, so that it can be used without a terminal.
package desk

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/edit"
	"debrief/model/rescue"
	"debrief/ui/entry"
	"debrief/ui/queue"
)

// Store is what the desk needs of a store. Errors are those of package model.
type Store interface {
	queue.Store
	// Storable tells, without a look at the disk, whether the store can hold the entry; the error is a
	// model.ErrUnstorable that says what it cannot hold.
	Storable(record model.ID, e model.Entry) error
	// Summaries lists the post-mortems, newest first.
	Summaries(ctx context.Context, q model.SummaryQuery) ([]model.Summary, error)
	// Dues lists what is overdue or waits to be decided, most urgent first.
	Dues(ctx context.Context, today model.Date, limit int) ([]model.Due, error)
	// Read returns a record and the sequence number of its latest log entry.
	Read(ctx context.Context, id model.ID) (model.Postmortem, int64, error)
	// History returns the change log of a record, oldest first.
	History(ctx context.Context, id model.ID) ([]model.Entry, error)
	// Reread returns a record and its log as they stand at one moment.
	Reread(ctx context.Context, id model.ID) (model.Postmortem, []model.Entry, error)
	// Latest returns the sequence number of a record's latest log entry, and when it was made.
	Latest(ctx context.Context, id model.ID) (int64, time.Time, error)
	// Drafts returns the texts of a record that were typed and not recorded.
	Drafts(ctx context.Context, record model.ID) ([]model.Draft, error)
	// Changed tells whether another window wrote to the file since it was last asked.
	Changed(ctx context.Context) (bool, error)
	// Copy writes the whole store to another file, which must not exist.
	Copy(ctx context.Context, path string) error
	// Path is where the file is.
	Path() string
	// Close lets go of the file.
	Close() error
}

// Rescues keeps what was not on disk when a window ended.
type Rescues interface {
	// Write writes it to a new file beside the store or, where that fails, elsewhere, and returns the path.
	Write(r rescue.Rescue) (path string, err error)
	// Sync puts a file that was written on the disk; until then a power cut may take it.
	Sync(path string) error
	// Read reads a file again; there is false where it is gone.
	Read(path string) (f Rescued, there bool)
	// WriteElsewhere does not try the folder of the store, which may not answer.
	WriteElsewhere(r rescue.Rescue) (path string, err error)
	// List returns what is there, oldest first.
	List() ([]Rescued, error)
	// Remove removes a file; that it is gone is no error.
	Remove(path string) error
}

// Rescued is a rescue file that is there.
type Rescued struct {
	Path   string
	Rescue rescue.Rescue
	Err    error // why it cannot be read, nil where it can
}

// Options is what a desk needs of the program and of the window that shows it.
type Options struct {
	Store Store
	// Reopen opens another store, to complete a copy.
	Reopen func(ctx context.Context, path string) (Store, error)
	// Rescues is where goes what is not on disk when the program ends; nil keeps nothing.
	Rescues Rescues
	// Sample makes a throw-away store with the sample incident in it, and removes it on Close.
	Sample func(context.Context) (Store, model.ID, error)
	// Throwaway tells that nothing in Store is kept.
	Throwaway bool
	// ReadFile reads a file that is at most 64 MiB.
	ReadFile func(path string) ([]byte, error)

	Now    func() time.Time
	NewID  func() model.ID
	Editor edit.Editor
	Line   *entry.Line // holds the texts that wait

	// Run has a command run; its message comes back to Update.
	Run func(tea.Cmd)
	// After returns the command that brings a message after a while.
	After func(time.Duration, tea.Msg) tea.Cmd
	// Tell takes what happened, as it happens: one of the types in events.go.
	Tell func(event any)
	// AtHome tells that no record is in front.
	AtHome func() bool
	// PathShown is a path in one row.
	PathShown func(string) string
}

// Desk is used from the event loop alone. While a record is open it has a Sheet.
type Desk struct {
	*Sheet
	*Texts

	// Heard is the last sign of life of the meeting.
	Heard time.Time
	// ReadOnly tells that nothing can be saved in this file, as it stood when it was last looked at.
	ReadOnly    bool
	Leaving     *Leaving
	RescueFiles *RescueFiles
	Conflicts   *Conflicts
	Undo        *Undo

	o     Options
	store Store // the one in use: the person's, or the sample's
	own   Store // the person's, while the sample is open
	queue *queue.Queue

	homeTicket, openTicket int      // of the latest reads: late answers are dropped
	homeRestored           bool     // what waited at home when the program ended is back
	idle                   []func() // to be done when everything is on disk

	watching  bool // a WatchTick is on its way
	rereading bool
	refusals  int  // how often a save was refused although nothing is new
	shorter   int  // how often in a row the log was shorter than what was saved
	loss      loss // what became of the store's file
	// recovering: the disk was in trouble, and not everything is on it since. News is what was done outside
	// meanwhile.
	recovering bool
	news       string
	behind     time.Time // since when something is on its way to disk; zero where nothing is
}

// New returns a desk on which no record is open.
func New(o Options) *Desk {
	d := &Desk{o: o, store: o.Store, queue: queue.New(o.Store, o.After)}
	d.Texts = &Texts{d: d, line: o.Line, window: string(o.NewID())}
	d.Leaving, d.RescueFiles, d.Conflicts, d.Undo = &Leaving{d: d}, &RescueFiles{d: d}, &Conflicts{d: d}, &Undo{d: d}
	return d
}

// Throwaway tells that nothing of the store in use is kept.
func (d *Desk) Throwaway() bool { return d.own != nil || d.o.Throwaway }

func (d *Desk) done(words string)  { d.o.Tell(Said{Words: words}) }
func (d *Desk) check(words string) { d.o.Tell(Said{Check: true, Words: words}) }

// answer is the message that brings what was found out beside the event loop: what is to be done about it.
type answer func()

// ask has something done beside the event loop, for so long at most. What it returns is done on the event
// loop, when everything before is done with.
func (d *Desk) ask(limit time.Duration, do func(ctx context.Context) (then func())) {
	d.o.Run(func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), limit)
		defer cancel()
		return answer(do(ctx))
	})
}

// later does something on the event loop after a while.
func (d *Desk) later(pause time.Duration, do func()) { d.o.Run(d.o.After(pause, answer(do))) }

// Update takes a message. It leaves alone what is not the desk's.
func (d *Desk) Update(msg tea.Msg) {
	switch msg := msg.(type) {
	case queue.Saved, queue.Retry, queue.Overdue:
		d.saved(msg)
	case answer:
		msg()
	case step:
		msg()
	case WatchTick:
		d.watching = false
		d.lookWhetherReadOnly()
		d.watch()
	case DraftTick:
		d.ticks = false
		d.SaveDrafts()
	}
}

// Save sends on its way to disk what waits there, and nothing else does.
func (d *Desk) Save() { d.o.Run(d.queue.Next()) }

// Follow comes after every message: it sends what waits to disk, and does what waited for that.
func (d *Desk) Follow() {
	d.keepDrafts()
	d.Save()
	if d.queue.Idle() {
		d.behind = time.Time{}
	} else if d.behind.IsZero() {
		d.behind = d.o.Now()
	}
	d.RescueFiles.forget()
	d.Leaving.whenSaved()
}

// Warn says once what is unusual about the file: it may only be read; it lies in a synced folder or on
// a network drive.
func (d *Desk) Warn() {
	if d.lookWhetherReadOnly(); d.ReadOnly {
		d.check("this file may only be read, so nothing typed is saved in it; change the permissions of it and its folder, or open another with --db")
		return
	}
	if s, ok := d.store.(interface{ Warnings() []string }); ok {
		if w := s.Warnings(); len(w) > 0 {
			d.check(w[0])
		}
	}
}

// lookWhetherReadOnly asks the store whether anything can be saved: people mend permissions while the
// program runs. A store that cannot say is one that can be written.
func (d *Desk) lookWhetherReadOnly() {
	s, says := d.store.(interface{ ReadOnly() bool })
	d.ReadOnly = says && s.ReadOnly()
}
