// Package storagetest is the contract of the store as tests: what every part of the program may
// rely on. It is run on real files, for in memory there are no journal, no locks and no second
// window.
package storagetest

import (
	"context"
	"testing"
	"time"

	"debrief/model"
	"debrief/storage"
)

// Store is what the contract is about.
type Store interface {
	Close() error
	Path() string
	Summaries(context.Context, model.SummaryQuery) ([]model.Summary, error)
	Dues(ctx context.Context, today model.Date, limit int) ([]model.Due, error)
	Find(ctx context.Context, prefix string) (model.ID, error)
	Read(ctx context.Context, id model.ID) (model.Postmortem, int64, error)
	History(ctx context.Context, record model.ID) ([]model.Entry, error)
	Latest(ctx context.Context, record model.ID) (int64, time.Time, error)
	Settings(context.Context) (model.Settings, int64, error)
	Storable(record model.ID, e model.Entry) error
	Save(ctx context.Context, record model.ID, e model.Entry, done ...model.Draft) error
	SaveDraft(context.Context, model.Draft) error
	RemoveDraft(context.Context, model.Draft) error
	Drafts(ctx context.Context, record model.ID) ([]model.Draft, error)
	Changed(context.Context) (bool, error)
	Search(ctx context.Context, query string, limit int) ([]storage.Hit, error)
	Copy(ctx context.Context, path string) error
	Backup(context.Context) (string, error)
	Purge(ctx context.Context, id model.ID) ([]model.Reached, error)
	PurgeText(ctx context.Context, id model.ID, text, replacement string) (model.TextPurge, error)
	Health(context.Context) (model.Health, error)
}

// Run runs the contract. Open opens the store at path, and makes it where there is none.
func Run(t *testing.T, open func(t *testing.T, path string) Store) {
	for _, test := range []struct {
		name string
		run  func(*testing.T, func(*testing.T, string) Store)
	}{
		{"what was saved is read again by another store", savedIsRead},
		{"every field of every table survives", everyField},
		{"a row can be removed and brought back", removedAndBack},
		{"a taken place in the log refuses the save and writes nothing", conflict},
		{"the same entry saved twice is one entry", savedTwice},
		{"what does not fit is refused and writes nothing", misfit},
		{"what cannot be stored is refused before anything is written", unstorable},
		{"lists show the newest first", summaries},
		{"what is due is listed", dues},
		{"the beginning of an id finds the record", find},
		{"drafts stay until their text is saved", drafts},
		{"another window's save is noticed", changed},
		{"settings have a log of their own", settings},
		{"search finds words, beginnings and accents", search},
		{"a copy is a store of its own", copies},
		{"a purged record leaves no trace", purge},
		{"a purged text leaves no trace", purgeText},
		{"a text is purged from one record, or from all", purgeTextOfOne},
		{"a sound store is healthy", health},
	} {
		t.Run(test.name, func(t *testing.T) { test.run(t, open) })
	}
}

// patient is a context that ends long after any answer must have come: a store that waits for
// itself fails the test instead of hanging it.
func patient(t *testing.T) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	t.Cleanup(cancel)
	return ctx
}
