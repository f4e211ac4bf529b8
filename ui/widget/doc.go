// Package widget holds the parts that every screen draws with: the line that takes text, the list with its marked row,
// and rows of cells, rules, meters and footers.
//
// A widget knows nothing of post-mortems. It takes safe.Text and styles, and gives rows of at most the width that was
// asked for, without a line break. Drawing is done by hand, because Lip Gloss takes a millisecond a frame.
package widget
