package model

// Health is what doctor says of a store.
type Health struct {
	Path        string
	Size        int64 // bytes
	Schema      int   // the version of the tables
	SQLite      string
	Postmortems int      // deleted ones too
	Entries     int      // of all logs
	Backups     []string // oldest first
	// BackupsUnknown tells that their folder cannot be read; a warning says why.
	BackupsUnknown bool
	Copies         []string // those that stand where they were written, oldest first
	// Backup and Copy are the latest of them that can take the place of the store; they are looked for
	// where something is damaged.
	Backup, Copy string
	Rescues      []string // files with what was not on disk when a window ended

	// Damage names, a sentence each, what is not as it was saved. Warnings name what may do harm
	// one day.
	Damage   []string
	Warnings []string
}

// Sound tells that nothing is damaged.
func (h Health) Sound() bool { return len(h.Damage) == 0 }
