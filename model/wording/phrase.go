package wording

import "strings"

// phrases reads noun phrases out of the tokens of one text.
type phrases struct {
	*matcher
	text string
}

// says tells whether a token is one of these words.
func (r phrases) says(i int, words ...string) bool {
	if i < 0 || i >= len(r.tokens) {
		return false
	}
	t := r.tokens[i]
	if !t.is(word | haveForm | negation | possessive | modal) {
		return false
	}
	w := r.text[t.start:t.end]
	for _, known := range words {
		if len(w) == len(known) && strings.EqualFold(w, known) {
			return true
		}
	}
	return false
}

// words is the text of a span, on one line.
func (r phrases) words(s span) string {
	if s.empty() || s.start < 0 || s.end > len(r.tokens) {
		return ""
	}
	raw := r.text[r.tokens[s.start].start:r.tokens[s.end-1].end]
	if strings.ContainsAny(raw, "*_[") {
		raw = strings.NewReplacer("**", "", "__", "", "[", "").Replace(raw)
	}
	if strings.ContainsAny(raw, "\n\r\t") || strings.Contains(raw, "  ") {
		raw = strings.Join(strings.Fields(raw), " ")
	}
	return raw
}

// longestSentence is how far, in tokens, anything is looked for to either side of a hit. Text without a full stop
// would otherwise cost the square of its length.
const longestSentence = 120

// sentence is the range of tokens around a token that no stop interrupts.
func (r phrases) sentence(i int) span {
	s := span{i, i}
	for s.start > 0 && s.start > i-longestSentence && !r.tokens[s.start-1].is(stop) && !r.breaksLine(s.start) {
		s.start--
	}
	for s.end < len(r.tokens) && s.end < i+longestSentence && !r.tokens[s.end].is(stop) && (s.end == i || !r.breaksLine(s.end)) {
		s.end++
	}
	return s
}

// mark is the text of a mark, to tell brackets apart.
func (r phrases) mark(i int) string { return r.text[r.tokens[i].start:r.tokens[i].end] }

// nounPhrase is the noun phrase that begins at token i and ends before limit, or empty. What tells when is none.
func (r phrases) nounPhrase(i, limit int) span {
	s := r.nouns(i, limit)
	if r.isTime(s) {
		return span{i, i}
	}
	return s
}

// nouns is the noun phrase that begins at token i, a time among them.
func (r phrases) nouns(i, limit int) span {
	s := span{i, i}
	for s.end < limit {
		t := r.tokens[s.end]
		first := s.end == s.start
		switch {
		case !first && (r.breaksLine(s.end) || r.opensAnother(s.end)):
			return r.withoutTail(s)
		case r.says(s.end, "of") && !first:
		case r.says(s.end, "and") && !first && r.tokens[s.end-1].is(capital) && s.end+1 < limit && r.tokens[s.end+1].is(capital):
		case t.is(preposition|conjunction|comma|breaker|stop|modal|toward) && !t.is(determiner|possessive):
			return r.withoutTail(s)
		case r.says(s.end, "due", "owing") || t.is(negation|particle) || !first && r.says(s.end, "faster", "quicker", "sooner", "earlier", "later", "first", "better", "before", "too", "right") && r.closes(s.end+1, limit):
			return r.withoutTail(s)
		case t.is(past) && !first && !r.tokens[s.end-1].is(determiner|possessive|adverb|adjective|capital):
			return r.withoutTail(s)
		case t.is(whWord) && !first, t.is(beForm|doForm) || t.is(haveForm) && !first:
			return r.withoutTail(s)
		case r.says(s.end, "that") && s.end+1 < limit && r.tokens[s.end+1].is(subjectPronoun|determiner|possessive|capital):
			return r.withoutTail(s)
		case t.is(adverb) && !t.is(determiner|adjective):
			return r.withoutTail(s)
		case t.is(subjectPronoun) && !first && !t.is(personNoun):
			return r.withoutTail(s)
		case t.is(subjectPronoun|objectPronoun|otherPronoun) && first && !t.is(determiner):
			s.end++
			return s
		}
		s.end++
	}
	return r.withoutTail(s)
}

// closes tells whether a phrase could end before token i: no noun stands there.
func (r phrases) closes(i, limit int) bool {
	return i >= limit || r.tokens[i].is(stop|breaker|comma|preposition|conjunction|adverb|toward|modal|beForm|haveForm|doForm|determiner|possessive)
}

// withoutTail drops a determiner or "of" at the end of a phrase, and a phrase that is only such words.
func (r phrases) withoutTail(s span) span {
	for !s.empty() && (r.tokens[s.end-1].is(determiner) && !r.tokens[s.end-1].is(otherPronoun) || r.says(s.end-1, "of")) {
		s.end--
	}
	return s
}

// opensAnother tells whether a second noun phrase begins at token i right behind a noun: "the desk 300 tickets",
// "the disk the night before".
func (r phrases) opensAnother(i int) bool {
	t, left := r.tokens[i], r.tokens[i-1]
	if left.is(determiner|possessive|quantity|preposition|adjective) && !left.is(otherPronoun&^determiner) {
		return false
	}
	if t.is(number) && !t.is(determiner) {
		return i+1 < len(r.tokens) && (r.tokens[i+1].is(timeNoun|percent) || left.is(attendee))
	}
	return t.is(determiner|possessive) && t.end-t.start > 2 || r.says(i, "a", "an")
}

// isTime tells whether a phrase tells when: its last noun is a minute, a day or a clock time.
func (r phrases) isTime(s span) bool {
	if s.empty() {
		return false
	}
	last := s.end - 1
	if last > s.start && r.says(last, "less", "more", "later", "earlier", "ago") {
		last--
	}
	return r.tokens[last].is(timeNoun|clock) || r.tokens[s.start].is(timeNoun) && r.tokens[s.start].is(capital) || r.says(last, "march", "may") && r.tokens[last].is(capital) && s.end == s.start+1 ||
		r.says(last, "point", "stage", "time") && r.says(s.start, "that", "this", "the", "some")
}

// breaksLine tells whether a new line begins at token i with a capital or a number: what was written without a full
// stop ends there. A line that is only wrapped goes on in small letters.
func (r phrases) breaksLine(i int) bool {
	if i == 0 || i >= len(r.tokens) || !r.tokens[i].is(capital|number|code) || r.tokens[i-1].end > r.tokens[i].start {
		return false
	}
	return strings.IndexByte(r.text[r.tokens[i-1].end:r.tokens[i].start], '\n') >= 0
}

// withPrepositions is a noun phrase with the ones that follow it behind prepositions, up to a limit.
func (r phrases) withPrepositions(s span, limit int) span {
	for !s.empty() && s.end < limit && r.tokens[s.end].is(preposition) && !r.tokens[s.end].is(conjunction) && s.end-s.start < 12 {
		more := r.nounPhrase(s.end+1, limit)
		if more.empty() || r.pronoun(more) {
			break
		}
		s.end = more.end
	}
	return s
}
