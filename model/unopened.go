package model

// UnopenedError reports a store that could not be opened, with what is left of it elsewhere.
type UnopenedError struct {
	Path string // as it was named
	Err  error  // why
	// Backup is the latest one that can be read, empty where there is none.
	Backup string
	// Rescues are the files that hold what was not on disk when a window ended.
	Rescues []string
}

// Error returns the sentence about the store; what is left of it is for whoever says what to do.
func (e UnopenedError) Error() string { return "open " + e.Path + ": " + e.Err.Error() }

// Unwrap returns why it could not be opened, for errors.Is.
func (e UnopenedError) Unwrap() error { return e.Err }
