// Package merge puts what a person changed on top of a record that others have changed meanwhile.
//
// Rebase does it for the changes that wait in a window while another one saves. What both windows
// changed is a Clash: a person decides.
//
// Merge does it for a file: three ways, against the content that both began with. A file carries the
// Sum of the content it was exported with. Find looks for the latest point of a record's log that had
// this content, and Merge puts the file's changes on what the record is now, row by row and field by
// field. What both changed otherwise is a Conflict, and then nothing is merged: a person decides.
package merge
