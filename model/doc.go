// Package model is the post-mortem and its rules: the rows of a record, how two states of it
// differ, how a change is applied, taken back and replayed, what each phase of the meeting
// still lacks, and what each audience may see.
//
// It is pure: it touches no disk, clock, network or terminal. Times, ids and random bytes are
// handed in. The words are those of the glossary in docs/words.md.
package model
