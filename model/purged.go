package model

import (
	"reflect"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Replacement is a text that a purge took out, and what stands in its place now.
type Replacement struct{ Old, New string }

// Purged returns what purges took out of the part of a log that both versions have: before as it was
// read earlier, after as it stands now. Nothing but a purge ever changes an entry, so every
// difference is one. The texts are whole words, longest first, as the letters that were named
// cannot be told from those beside them.
func Purged(before, after []Entry) []Replacement {
	found := make(map[Replacement]bool)
	for i := range min(len(before), len(after)) {
		was, is := before[i].Change, after[i].Change
		purgedIn(was.Label, is.Label, found)
		if len(was.Rows) != len(is.Rows) {
			continue
		}
		for j := range was.Rows {
			purgedInRow(was.Rows[j].Before, is.Rows[j].Before, found)
			purgedInRow(was.Rows[j].After, is.Rows[j].After, found)
		}
	}
	all := make([]Replacement, 0, len(found))
	for r := range found {
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b Replacement) int {
		if d := len(b.Old) - len(a.Old); d != 0 {
			return d
		}
		return strings.Compare(a.Old, b.Old)
	})
	return all
}

func purgedInRow(was, is Row, found map[Replacement]bool) {
	if was == nil || is == nil || was == is {
		return
	}
	b, a := reflect.ValueOf(was), reflect.ValueOf(is)
	if b.Type() != a.Type() {
		return
	}
	for i := range b.NumField() {
		switch f := b.Field(i); f.Kind() {
		case reflect.String:
			purgedIn(f.String(), a.Field(i).String(), found)
		case reflect.Struct:
			if m, ok := f.Interface().(Moment); ok {
				purgedIn(m.Typed, a.Field(i).Interface().(Moment).Typed, found)
			}
		}
	}
}

// purgedIn notes the words between the beginning and the end that two texts share.
func purgedIn(was, is string, found map[Replacement]bool) {
	if was == is {
		return
	}
	start := 0
	for start < min(len(was), len(is)) && was[start] == is[start] {
		start++
	}
	end := 0
	for end < min(len(was), len(is))-start && was[len(was)-1-end] == is[len(is)-1-end] {
		end++
	}
	for start > 0 {
		r, n := utf8.DecodeLastRuneInString(was[:start])
		if unicode.IsSpace(r) {
			break
		}
		start -= n
	}
	for end > 0 {
		r, n := utf8.DecodeRuneInString(was[len(was)-end:])
		if unicode.IsSpace(r) {
			break
		}
		end -= n
	}
	if old := was[start : len(was)-end]; old != "" {
		found[Replacement{old, is[start : len(is)-end]}] = true
	}
}

// Replaced returns the text with every replacement made, and whether there was one to make.
func Replaced(text string, all []Replacement) (string, bool) {
	was := text
	for _, r := range all {
		text = strings.ReplaceAll(text, r.Old, r.New)
	}
	return text, text != was
}

// ReplacedRow returns the row with every replacement made in the texts that people type.
func ReplacedRow(r Row, all []Replacement) Row {
	if r == nil {
		return nil
	}
	r = ReplaceTexts(r, func(s string) string { s, _ = Replaced(s, all); return s })
	if a, ok := r.(Attendee); ok {
		a.Name, _ = Replaced(a.Name, all)
		return a
	}
	return r
}
