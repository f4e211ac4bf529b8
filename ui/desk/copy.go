package desk

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/ui/queue"
)

// copyLimit is how long a copy may take; slowCopyLimit, while the store does not answer.
const (
	copyLimit     = 20 * time.Second
	slowCopyLimit = 8 * time.Second // longer than the store waits for a lock
)

// copied tells how a copy of everything went. Where it is not whole, rest is the rescue file of what
// is missing in it.
type copied struct {
	path    string
	err     error
	rest    string
	restErr error
}

// SaveCopy writes everything to another file: the store, and on top of it what is not on disk here.
// Where that is not possible, what is not on disk becomes a rescue file.
func (d *Desk) SaveCopy(path string) {
	d.SaveDrafts()
	store, reopen, rescues, limit := d.store, d.o.Reopen, d.o.Rescues, copyLimit
	if d.queue.Slow() {
		limit = slowCopyLimit
	}
	msg := copied{path: path}
	r, waiting := d.inMemory(), slices.Clone(d.queue.Waiting())
	d.o.Run(func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), limit)
		defer cancel()
		msg.err = store.Copy(ctx, path)
		if msg.err == nil && len(waiting) > 0 {
			msg.err = addTo(ctx, reopen, path, waiting)
		}
		if msg.err != nil && rescues != nil && !r.IsEmpty() && !ofThePath(msg.err) {
			msg.rest, msg.restErr = rescues.Write(r)
		}
		return msg
	})
}

// addTo makes the saves in the store at path, too.
func addTo(ctx context.Context, reopen func(context.Context, string) (Store, error), path string, saves []queue.Save) error {
	s, err := reopen(ctx, path)
	if err != nil {
		return err
	}
	for _, w := range saves {
		if err := queue.Write(ctx, s, w); err != nil {
			return errors.Join(err, s.Close())
		}
	}
	return s.Close()
}

// ofThePath tells that another path is all that a copy needs.
func ofThePath(err error) bool {
	return !slices.ContainsFunc([]error{model.ErrBusy, model.ErrFull, model.ErrReadOnly, model.ErrReplaced, model.ErrDamaged, model.ErrDisk, context.DeadlineExceeded},
		func(of error) bool { return errors.Is(err, of) })
}

// copied tells how it went. A path that was refused stays in the line, to be mended.
func (d *Desk) copied(msg copied) {
	if msg.err == nil {
		d.done("Copy written: " + d.o.PathShown(msg.path))
		over := !d.queue.Trouble() && len(d.conflicts) == 0
		if d.o.Tell(Copied{over}); over && d.leaving == askedOnce {
			d.leaving = stays
		}
		return
	}
	cause := brief(Sentence(msg.err))
	switch {
	case errors.Is(msg.err, fs.ErrExist):
		cause = "a file of this name is there already"
	case errors.Is(msg.err, fs.ErrNotExist):
		cause = "there is no such folder"
	}
	switch {
	case msg.rest != "":
		d.needless = append(d.needless, msg.rest)
		cause += "; what waits is in " + d.o.PathShown(msg.rest)
	case msg.restErr != nil:
		cause += "; nor was a rescue file: " + Sentence(msg.restErr)
	default:
		cause += "; type another path"
	}
	d.check("no copy was written: " + cause)
}

// brief is what is wrong, without what to do about it.
func brief(sentence string) string {
	cause, _, _ := strings.Cut(sentence, ";")
	return cause
}
