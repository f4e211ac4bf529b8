package cli

import (
	"context"

	"debrief/model"
)

// Store is what the command line needs of a store. Errors are those of package model.
type Store interface {
	// Find returns the id of the one post-mortem whose id begins with prefix.
	Find(ctx context.Context, prefix string) (model.ID, error)
	// Summaries lists the post-mortems, newest first.
	Summaries(ctx context.Context, q model.SummaryQuery) ([]model.Summary, error)
	// Read returns a record, deleted or not, and the number of its latest log entry.
	Read(ctx context.Context, id model.ID) (model.Postmortem, int64, error)
	// Reread returns a record and its whole log as they stand at one moment. Where an entry can no
	// longer be read, it comes without rows, and beside the error.
	Reread(ctx context.Context, id model.ID) (model.Postmortem, []model.Entry, error)
	// Save appends the entry to the record's log and makes its change, in one transaction.
	Save(ctx context.Context, record model.ID, e model.Entry, done ...model.Draft) error
	// Purge removes a record for good, from every file that was made of the store too, and returns those that
	// held it, the store first. Files that it
	// could not reach are a model.UnreachedError.
	Purge(ctx context.Context, id model.ID) ([]model.Reached, error)
	// ForgetCopy takes a copy off the list of those that a purge looks for. That it is not on it is a
	// model.ErrNotFound.
	ForgetCopy(ctx context.Context, path string) error
	// PurgeText replaces a text for good wherever it stands, like Purge, and says where it stood.
	// What would leave a row that no record may hold is a model.ErrUnstorable with a model.Problem.
	PurgeText(ctx context.Context, id model.ID, text, replacement string) (model.TextPurge, error)
	// Health reads the whole file and says what is not as it was saved.
	Health(ctx context.Context) (model.Health, error)
	// Close lets go of the file.
	Close() error
}
