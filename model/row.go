package model

// A Row is one line of one table of a record. Every row type is a flat struct that is compared
// with ==: that is how Diff sees what changed. A text field is either a line (one row of plain
// text) or a body (paragraphs, lists, code and links); a comment says "body" where it is one.
type Row interface {
	Table() Table
	// Key is the row's id, unique within its table and record.
	Key() ID
	// Visit shows v every field of the row and returns the row as v leaves it. Each row type has
	// Fields too, which shows v the fields of the row itself.
	Visit(v Visitor) Row
}
