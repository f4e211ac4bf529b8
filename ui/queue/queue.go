// Package queue saves one change at a time, in order. A save that fails stays at the head and
// nothing behind it is tried: an undo must not overtake the edit it takes back.
package queue

import (
	"context"
	"errors"
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

// Queue holds what is not on disk yet. It is used from the event loop alone.
type Queue struct {
	store   Store
	after   func(time.Duration, tea.Msg) tea.Cmd
	waiting []Save
	busy    bool
	err     error
	tries   int
	ticket  int // a new one for every attempt, so that late answers are recognised
}

const (
	firstPause = time.Second
	lastPause  = 30 * time.Second
	// saveLimit is longer than the store's own busy time-out, so that its clearer error wins.
	saveLimit = 20 * time.Second
)

// New returns an empty queue that saves to store. After returns the command that brings a
// message after a while.
func New(store Store, after func(time.Duration, tea.Msg) tea.Cmd) *Queue {
	return &Queue{store: store, after: after}
}

// Push puts a save at the end and starts it where nothing is before it.
func (q *Queue) Push(s Save) tea.Cmd {
	q.waiting = append(q.waiting, s)
	return q.start()
}

// Update takes the answer of a save, or the time to try again. It returns the next command and
// whether a save succeeded.
func (q *Queue) Update(msg tea.Msg) (next tea.Cmd, saved bool) {
	switch msg := msg.(type) {
	case Saved:
		if msg.of != q || msg.ticket != q.ticket || !q.busy {
			return nil, false
		}
		q.busy = false
		if msg.Err != nil {
			q.err = msg.Err
			q.tries++
			if Contradicted(msg.Err) {
				return nil, false // the frame reloads and puts the queue in order
			}
			return q.after(q.pause(), Retry{q, q.ticket}), false
		}
		q.err, q.tries = nil, 0
		q.waiting = q.waiting[1:]
		return q.start(), true
	case Retry:
		if msg.of == q && msg.ticket == q.ticket {
			return q.start(), false
		}
	}
	return nil, false
}

// TryAgain starts the head at once, without waiting for the pause to end.
func (q *Queue) TryAgain() tea.Cmd { return q.start() }

// Replace puts other saves in place of what waits, after a reload. It must not be called while
// a save is under way.
func (q *Queue) Replace(saves []Save) tea.Cmd {
	q.waiting, q.err, q.tries = saves, nil, 0
	return q.start()
}

// Waiting returns what is not on disk, oldest first. The caller only reads it.
func (q *Queue) Waiting() []Save { return q.waiting }

// Err returns why the head could not be saved, nil while there is no trouble.
func (q *Queue) Err() error { return q.err }

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

func (q *Queue) start() tea.Cmd {
	if q.busy || len(q.waiting) == 0 {
		return nil
	}
	q.busy = true
	q.ticket++
	store, save, ticket := q.store, q.waiting[0], q.ticket
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), saveLimit)
		defer cancel()
		return Saved{of: q, ticket: ticket, Save: save, Err: write(ctx, store, save)}
	}
}

// Contradicted tells that a save was refused because of what another window saved: trying again
// as it is would never help.
func Contradicted(err error) bool {
	return errors.Is(err, model.ErrConflict) || errors.Is(err, model.ErrStale)
}

func write(ctx context.Context, store Store, s Save) error {
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
