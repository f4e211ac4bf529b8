// Package capture reads the one line into which everything is typed: what it is about, the
// time, the people, the kind and the dates in it, and what in it is not understood.
//
// The grammar in short. The first sign says what a line is about: > the marked row, ! an idea
// to park, " a quotation, \ the next sign is plain text. A time counts where it stands first
// (14:09, 14:09:30, ~14:09, 14:12-14:18, +5m, 2026-03-12 14:05, 12 mar 14:05); anywhere else
// it stays text. @name is a person, #word a kind of the phase, "by fri" a target date where
// it ends the line. What a word inside a sentence means to people is never taken from them:
// e-mail addresses, `code`, URLs, versions and ratios stay text.
//
// A line is read on every key. The cost depends on the length of the line; people are looked up in
// an index that is made once a change. Nothing here knows a clock: Context.Now is handed in.
//
// Date phrases are read here and not by a library, because packages under model import no
// third party, and because a phrase library finds dates inside sentences, where they are text.
package capture
