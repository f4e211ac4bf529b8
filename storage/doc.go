// Package storage keeps post-mortems in one SQLite file.
//
// The tables hold the truth for reading; the change log says how they got there. A save is one
// transaction: rows, search documents, the log's entry, the drafts it makes needless. Whatever a
// save returned nil for is on the disk.
//
// Why it is so is told in docs/decisions/0001-tables-and-log.md and 0002-rollback-journal.md.
package storage
