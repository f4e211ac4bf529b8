package model

import (
	"errors"
	"strings"
)

// ErrMoved reports that a copy of the store is no longer where it was written.
var ErrMoved = errors.New("it is no longer there; it may have been moved")

// Unreached is a file in which a purge could not remove what it was to remove, or of which it
// cannot tell.
type Unreached struct {
	Kind string // what the file is, such as "the backup"
	Path string
	Err  error // why
	// List is the store on whose list of copies the file stands, where it is a copy.
	List string
}

// Error returns the sentence about the file.
func (u Unreached) Error() string { return u.Kind + " " + u.Path + ": " + u.Err.Error() }

// Unwrap returns why the file was not reached, for errors.Is.
func (u Unreached) Unwrap() error { return u.Err }

// UnreachedError reports the files that a purge could not reach. What it could reach is clean.
type UnreachedError []Unreached

// Error returns the sentences about all files.
func (u UnreachedError) Error() string {
	words := make([]string, len(u))
	for i, file := range u {
		words[i] = file.Error()
	}
	return strings.Join(words, "; ")
}

// Unwrap returns the files' own errors, for errors.Is.
func (u UnreachedError) Unwrap() []error {
	errs := make([]error, len(u))
	for i, file := range u {
		errs[i] = file
	}
	return errs
}
