// Package queue saves one change at a time, in order. A save that fails stays at the head and
// nothing behind it is tried: an undo must not overtake the edit it takes back.
package queue

import (
	"context"
	"errors"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
)

// Store is what the queue needs of a store.
type Store interface {
	// Save writes one entry of a record's log with its rows, and removes the drafts that it
	// settles, all in one transaction.
	Save(ctx context.Context, record model.ID, e model.Entry, settled ...model.Draft) error
	// SaveDraft keeps a text that is being typed.
	SaveDraft(ctx context.Context, d model.Draft) error
	// RemoveDraft removes one that no longer waits.
	RemoveDraft(ctx context.Context, d model.Draft) error
}

// Save is one change on its way to disk, or some drafts: texts that are being typed. Drafts
// take the same way, so that an old draft never lands behind the change that settled it.
type Save struct {
	Record  model.ID
	Entry   model.Entry // Seq 0: only drafts
	Settled []model.Draft
	Drafts  []model.Draft // an empty text removes the draft
}

// Saved is the message that tells how the save at the head went.
type Saved struct {
	of     *Queue
	ticket int
	Save   Save
	Err    error
}

// Retry is the message that asks to try the head again after a while.
type Retry struct {
	of     *Queue
	ticket int
}

// Overdue is the message that asks whether the save at the head was answered.
type Overdue struct {
	of     *Queue
	ticket int
}

// Queue holds what is not on disk yet. It is used from the event loop alone.
//
// Whoever changes it gets no command back that could be dropped on the way: the frame asks for
// Next once behind every message, and nowhere else.
type Queue struct {
	store   Store
	after   func(time.Duration, tea.Msg) tea.Cmd
	waiting []Save
	busy    bool
	held    bool // the head waits for a Retry, for TryAgain or for Replace
	slow    bool // the save that is under way is overdue
	err     error
	tries   int
	ticket  int       // a new one for every attempt, so that late answers are recognised
	pauses  []tea.Cmd // that Next has not handed out yet
}

const (
	firstPause = time.Second
	lastPause  = 30 * time.Second
	// Patience is how long a save may be without an answer before it is said.
	Patience = 5 * time.Second
	// saveLimit is longer than the store's own busy time-out, so that its clearer error wins.
	saveLimit = 20 * time.Second
)

// New returns an empty queue that saves to store. After returns the command that brings a
// message after a while.
func New(store Store, after func(time.Duration, tea.Msg) tea.Cmd) *Queue {
	return &Queue{store: store, after: after}
}

// Push puts a save at the end.
func (q *Queue) Push(s Save) { q.waiting = append(q.waiting, s) }

// Next returns the command of the save whose turn it is, with the pauses that have begun; nil
// where one is under way, nothing waits, or the head waits for something else.
func (q *Queue) Next() tea.Cmd {
	cmds := q.pauses
	q.pauses = nil
	if !q.busy && !q.held && len(q.waiting) > 0 {
		q.busy = true
		q.ticket++
		store, save, ticket := q.store, q.waiting[0], q.ticket
		cmds = append(cmds, q.after(Patience, Overdue{q, ticket}), func() tea.Msg {
			ctx, cancel := context.WithTimeout(context.Background(), saveLimit)
			defer cancel()
			return Saved{of: q, ticket: ticket, Save: save, Err: Write(ctx, store, save)}
		})
	}
	return tea.Batch(cmds...)
}

// Update takes the answer of a save, the time to try again, or the time by which an answer was
// due. It returns whether a save succeeded.
func (q *Queue) Update(msg tea.Msg) (saved bool) {
	switch msg := msg.(type) {
	case Saved:
		if msg.of != q || msg.ticket != q.ticket || !q.busy {
			return false
		}
		q.busy, q.slow = false, false
		if msg.Err != nil {
			q.err, q.held = msg.Err, true
			q.tries++
			if ClassOf(msg.Err) == Later {
				q.pauses = append(q.pauses, q.after(q.pause(), Retry{q, q.ticket}))
			}
			return false
		}
		q.err, q.tries = nil, 0
		q.waiting = q.waiting[1:]
		return true
	case Retry:
		if msg.of == q && msg.ticket == q.ticket {
			q.held = false
		}
	case Overdue:
		if msg.of == q && msg.ticket == q.ticket && q.busy {
			q.slow = true
		}
	}
	return false
}

// TryAgain lets the head go at once, without waiting for the pause to end.
func (q *Queue) TryAgain() { q.held = false }

// Replace puts other saves in place of what waits, after a reload. It must not be called while
// a save is under way.
func (q *Queue) Replace(saves []Save) {
	q.waiting, q.err, q.tries, q.held = saves, nil, 0, false
}

// Drop gives up the save at that place and holds the rest until Replace. It must not be called while
// a save is under way.
func (q *Queue) Drop(at int) {
	q.waiting = slices.Delete(slices.Clone(q.waiting), at, at+1)
	q.err, q.tries, q.held = nil, 0, true
}

// Waiting returns what is not on disk, oldest first. The caller only reads it.
func (q *Queue) Waiting() []Save { return q.waiting }

// Err returns why the head could not be saved, nil while there is no trouble.
func (q *Queue) Err() error { return q.err }

// Slow tells that the save under way has had no answer for longer than Patience.
func (q *Queue) Slow() bool { return q.slow }

// Trouble tells that what waits does not get on by itself as it should.
func (q *Queue) Trouble() bool { return q.err != nil || q.slow }

// Changes returns how many changes wait, drafts not counted.
func (q *Queue) Changes() int {
	n := 0
	for _, s := range q.waiting {
		if s.Entry.Seq != 0 {
			n++
		}
	}
	return n
}

// Idle tells that everything is on disk.
func (q *Queue) Idle() bool { return len(q.waiting) == 0 }

// Busy tells that a save is under way.
func (q *Queue) Busy() bool { return q.busy }

// Holds tells that a change of this row waits.
func (q *Queue) Holds(row model.ID) bool {
	for _, s := range q.waiting {
		for _, r := range s.Entry.Change.Rows {
			if r.ID == row {
				return true
			}
		}
	}
	return false
}

// Class is what becomes of a save that was refused.
type Class int

// The classes.
const (
	// Later: the file or the disk is in the way, and the very same save may succeed another time.
	Later Class = iota
	// InOrder: another window saved first, or the record was purged; what waits has to be put on top
	// of that.
	InOrder
	// Never: the store cannot hold this change, and everything behind it waits for ever.
	Never
)

// ClassOf returns the class of a save's error. What is not known may succeed another time.
func ClassOf(err error) Class {
	switch {
	case errors.Is(err, model.ErrConflict), errors.Is(err, model.ErrStale), errors.Is(err, model.ErrNotFound):
		return InOrder
	case errors.Is(err, model.ErrUnstorable):
		return Never
	}
	return Later
}

// Write makes one save now. A save that took place already is no error, so that one of which
// nobody knows the answer may be made again.
func Write(ctx context.Context, store Store, s Save) error {
	if s.Entry.Seq != 0 {
		if err := store.Save(ctx, s.Record, s.Entry, s.Settled...); err != nil {
			return err
		}
	}
	for _, d := range s.Drafts {
		put := store.SaveDraft
		if d.Text == "" {
			put = store.RemoveDraft
		}
		if err := put(ctx, d); err != nil {
			return err
		}
	}
	return nil
}

func (q *Queue) pause() time.Duration {
	p := firstPause
	for range min(q.tries-1, 5) {
		p *= 2
	}
	return min(p, lastPause)
}
