package model

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Limits of text. A title must fit in lists; the others keep one entry from filling the file.
const (
	MaxTitle = 200      // letters
	MaxLine  = 4 << 10  // bytes of a line
	MaxBody  = 64 << 10 // bytes of a body
	MaxHours = 24       // hours of one session
)

// RowProblems returns what is wrong with the row by itself: texts that are too long or not
// text, values that are not in their list, empty fields that must be filled.
func RowProblems(r Row) []Problem {
	var all []Problem
	problems(r, func(p Problem) { all = append(all, p) })
	return all
}

type report func(Problem)

func (say report) of(field, format string, args ...any) {
	say(Problem{Field: field, Words: field + " " + fmt.Sprintf(format, args...)})
}

func (say report) text(field, s string, limit int, size string) bool {
	switch {
	case !utf8.ValidString(s):
		say.of(field, "holds bytes that are not text (UTF-8); type it anew.")
	case strings.ContainsRune(s, 0):
		say.of(field, "holds a NUL character; take it out.")
	case len(s) > limit:
		say.of(field, "is longer than %s; shorten it or put a part into a note.", size)
	default:
		return true
	}
	return false
}

func (say report) line(field, s string) {
	if say.text(field, s, MaxLine, "4 KiB") && strings.ContainsAny(s, "\n\r") {
		say.of(field, "is one line; take the line break out.")
	}
}

func (say report) body(field, s string) { say.text(field, s, MaxBody, "64 KiB") }

func (say report) list(field string, l List) {
	if say.text(field, string(l), MaxLine, "4 KiB") && ListOf(l.Words()...) != l {
		say.of(field, "holds an empty word, or space around one; type the words anew.")
	}
}

func (say report) needed(field, s, what string) {
	if strings.TrimSpace(s) == "" {
		say.of(field, "is empty; %s.", what)
	}
}

func (say report) when(field string, m Moment) {
	say.line(field, m.Typed)
	say.line(field, m.Zone)
	say.instant(field, m.At)
	say.instant(field, m.End)
	switch {
	case m.IsZero() && !m.End.IsZero():
		say.of(field, "has an end but no beginning; give both times.")
	case m.IsZero() && m != Moment{}:
		say.of(field, "says more about a time that is not given; give the time, or leave all of it out.")
	case !m.End.IsZero() && m.End.Before(m.At):
		say.of(field, "ends before it begins; give the earlier time first.")
	}
}

// What is wrong with a number outside its range, where its ends have a meaning.
const (
	severityRange = "is #; type a number from 1 (worst) to 5"
	phaseRange    = "is #; type a number from 1 (Open) to 7 (Close)"
)

// UnknownZone is the problem of a time zone that is not known.
func UnknownZone(zone string) Problem {
	return Problem{Field: "Time zone", Words: fmt.Sprintf("Time zone %q is not known; type an IANA name such as Europe/Berlin or UTC.", zone)}
}

// problems reports what is wrong with the row by itself.
func problems(r Row, add func(Problem)) {
	say := report(add)
	r.Visit(fieldProblems{say: say})
	if r, ok := r.(interface{ rules(report) }); ok {
		r.rules(say)
	}
}

// fieldProblems checks each field by what it is.
type fieldProblems struct {
	Unvisited
	say report
}

func (v fieldProblems) Text(text *string, d Description) {
	switch {
	case d.ruled:
		return
	case d.needed != "":
		v.say.needed(d.Name, *text, d.needed)
	}
	if d.body {
		v.say.body(d.Name, *text)
	} else {
		v.say.line(d.Name, *text)
	}
}

func (v fieldProblems) List(words *List, d Description) { v.say.list(d.Name, *words) }

func (v fieldProblems) Word(word Letters, d Description) {
	list := word.Choices()
	if list == nil || word.Get() == "" && d.optional || slices.Contains(list, word.Get()) {
		return
	}
	v.say.of(d.Name, "%q is not one of %s.", word.Get(), strings.Join(list, ", "))
}

func (v fieldProblems) Moment(when *Moment, d Description) { v.say.when(d.Name, *when) }
func (v fieldProblems) Time(at *time.Time, d Description)  { v.say.instant(d.Name, *at) }
func (v fieldProblems) Day(on *Date, d Description)        { v.say.date(d.Name, *on) }

func (v fieldProblems) Number(n Int, least, most int, d Description) {
	switch now := n.Get(); {
	case now >= least && now <= most:
	case d.outside != "":
		v.say.of(d.Name, "%s.", strings.ReplaceAll(d.outside, "#", strconv.Itoa(now)))
	default:
		v.say.of(d.Name, "is %d; type a number from %d to %d.", now, least, most)
	}
}

// hangs checks what a row of the table hangs on: only on rows of the tables before its own, so
// that no two hang on each other.
func (say report) hangs(on, table Table) {
	if on != "" && !slices.Contains(Tables()[:slices.Index(Tables(), table)], on) {
		say.of("Of", "%q is not a table that %s can be about; name another.", string(on), table)
	}
}

func (say report) handle(h string) {
	switch {
	case h == "":
		say.of("Handle", "is empty; type one, such as @ana.")
	case !utf8.ValidString(h):
		say.of("Handle", "holds bytes that are not text (UTF-8); type it anew.")
	case utf8.RuneCountInString(h) > MaxHandle:
		say.of("Handle", "is longer than %d letters; shorten it.", MaxHandle)
	case strings.ContainsFunc(h, func(r rune) bool { return !HandleRune(r) }):
		say.of("Handle", "@%s may hold letters, digits, dots, dashes and underscores; leave the rest out.", strings.ToValidUTF8(h, ""))
	}
}
