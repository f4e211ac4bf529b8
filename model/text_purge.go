package model

// TextPurge is what a purge of a text found and did.
type TextPurge struct {
	Times int // how often the text stood in the store, in what it was asked to purge
	// Cleaned are the other files in which it stood and stands no more.
	Cleaned []Reached
	// Others are the other records in which somebody typed it, and it stands still.
	Others []ID
	// Own tells that it stands there still as a word of the program's own, such as a time zone or a
	// kind, which no purge takes out.
	Own bool
}

// Reached is a file in which a purge found what it was to remove, and removed it.
type Reached struct {
	Kind string // what it is, such as "the backup"
	Path string
}
