package capture

import (
	"strings"

	"debrief/model"
)

// leadingTime takes a time at word i and returns the word after it.
func (r *reader) leadingTime(i int) int {
	if i >= len(r.words) || !r.free(i) {
		return i
	}
	m := moment(r.raw[i:], r.c.base())
	if m.words == 0 {
		return i
	}
	r.line.When, r.line.DayShift = m.when, m.shift
	r.takeTime(i, i+m.words, TokenTime, m)
	return i + m.words
}

func (r *reader) takeTime(i, j int, kind TokenKind, m momentRead) {
	r.take(i, j, kind)
	if m.bad != "" {
		if kind == TokenTime {
			r.line.When, r.line.DayShift = model.Moment{}, 0
		}
		r.fault(r.words[i].start, r.words[j-1].end, m.bad, false)
	}
}

// leadingKnown takes (14:21) or known 14:21 at word i and returns the word after it.
func (r *reader) leadingKnown(i int) int {
	if i >= len(r.words) || !r.free(i) {
		return i
	}
	if inner, ok := strings.CutPrefix(r.raw[i], "("); ok {
		if inner, ok = strings.CutSuffix(tail(inner), ")"); !ok {
			return i
		}
		m := moment([]string{inner}, r.knownBase())
		if m.words == 0 {
			return i
		}
		r.line.Known = Known{State: model.KnownAt, When: m.when}
		r.takeTime(i, i+1, TokenKnown, m)
		return i + 1
	}
	if !strings.EqualFold(r.raw[i], "known") {
		return i
	}
	known, m := r.knownPhrase(i+1, false)
	if m.words == 0 {
		return i
	}
	r.line.Known = known
	r.takeTime(i, i+1+m.words, TokenKnown, m)
	return i + 1 + m.words
}

// trailingKnown takes "known 14:21 @ben" where it ends the line.
func (r *reader) trailingKnown(from int) {
	for i := len(r.words) - 2; i >= from; i-- {
		if !r.free(i) || !strings.EqualFold(r.raw[i], "known") {
			continue
		}
		known, m := r.knownPhrase(i+1, false)
		if m.words == 0 || !r.onlySigned(i+1+m.words) {
			return
		}
		r.line.Known = known
		r.takeTime(i, i+1+m.words, TokenKnown, m)
		r.knowers = i
		return
	}
}

// onlySigned tells that from word i on there are only @people and #tags.
func (r *reader) onlySigned(i int) bool {
	for ; i < len(r.words); i++ {
		if r.words[i].use == asText && !r.isPerson(i) && !(r.free(i) && tagWord(r.raw[i]) != "") {
			return false
		}
	}
	return true
}

// knownBase counts from the event's own time where the line gives one: something becomes
// known after it happened.
func (r *reader) knownBase() base {
	b := r.c.base()
	if !r.line.When.IsZero() {
		b.at = r.line.When.At
	}
	return b
}

// knownPhrase reads what follows "known": a time, "at once", or, where anyone may be asked,
// "nobody has said yet".
func (r *reader) knownPhrase(i int, nobody bool) (Known, momentRead) {
	p := r.raw[min(i, len(r.raw)):]
	at := func(k int, word string) bool { return k < len(p) && strings.EqualFold(tail(p[k]), word) }
	switch {
	case at(0, "at") && at(1, "once"):
		return Known{State: model.KnownAtOnce}, momentRead{words: 2}
	case nobody && at(0, "nobody"):
		n := 1
		for n < 4 && at(n, [...]string{"", "has", "said", "yet"}[n]) {
			n++
		}
		return Known{State: model.NobodySaid}, momentRead{words: n}
	}
	skip := 0
	if at(0, "at") || at(0, "since") {
		skip = 1
	}
	m := moment(p[min(skip, len(p)):], r.knownBase())
	if m.words == 0 {
		return Known{}, m
	}
	m.words += skip
	return Known{State: model.KnownAt, When: m.when}, m
}
