package desk

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"time"

	"debrief/model"
	"debrief/ui/queue"
)

// copyLimit is how long a copy may take; slowCopyLimit, while the store does not answer.
const (
	copyLimit     = 20 * time.Second
	slowCopyLimit = 8 * time.Second // longer than the store waits for a lock
)

// SaveCopy writes everything to another file: the store, and on top of it what is not on disk here.
// Where that is not possible, what is not on disk becomes a rescue file.
func (d *Desk) SaveCopy(path string) {
	d.SaveDrafts()
	store, reopen, rescues, limit := d.store, d.o.Reopen, d.o.Rescues, copyLimit
	if d.queue.Slow() {
		limit = slowCopyLimit
	}
	r, waiting, trouble := d.RescueFiles.inMemory(), slices.Clone(d.queue.Waiting()), d.InTrouble()
	d.ask(limit, func(ctx context.Context) func() {
		err := store.Copy(ctx, path)
		if err == nil && len(waiting) > 0 {
			err = addTo(ctx, reopen, path, waiting)
		}
		var rest string
		var restErr error
		if err != nil && trouble && rescues != nil && !r.IsEmpty() && !ofThePath(err) {
			rest, restErr = rescues.Write(r)
		}
		return func() {
			if err != nil {
				d.notCopied(err, rest, restErr)
				return
			}
			d.done("Copy written: " + d.o.PathShown(path))
			over := !d.queue.Trouble() && len(d.Conflicts.waiting) == 0
			if d.o.Tell(Copied{over}); over {
				d.Leaving.unask()
			}
		}
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

// notCopied says why no copy was written: a path that was refused is to be mended. What is missing in the
// copy is in the rescue file rest, unless that could not be written either.
func (d *Desk) notCopied(err error, rest string, restErr error) {
	cause := brief(Sentence(err))
	switch {
	case errors.Is(err, fs.ErrExist):
		cause = "a file of this name is there already"
	case errors.Is(err, fs.ErrNotExist):
		cause = "there is no such folder"
	}
	switch {
	case rest != "":
		d.RescueFiles.needless = append(d.RescueFiles.needless, rest)
		cause += "; what waits is in " + d.o.PathShown(rest)
	case restErr != nil:
		cause += "; nor was a rescue file: " + Sentence(restErr)
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
