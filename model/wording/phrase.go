package wording

import "strings"

// nounPhrase is the noun phrase that begins at token i and ends before limit, or empty. What tells when is none.
func (r reader) nounPhrase(i, limit int) span {
	s := r.nouns(i, limit)
	if r.isTime(s) {
		return span{i, i}
	}
	return s
}

// nouns is the noun phrase that begins at token i, a time among them.
func (r reader) nouns(i, limit int) span {
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
func (r reader) closes(i, limit int) bool {
	return i >= limit || r.tokens[i].is(stop|breaker|comma|preposition|conjunction|adverb|toward|modal|beForm|haveForm|doForm|determiner|possessive)
}

// withoutTail drops a determiner or "of" at the end of a phrase, and a phrase that is only such words.
func (r reader) withoutTail(s span) span {
	for !s.empty() && (r.tokens[s.end-1].is(determiner) && !r.tokens[s.end-1].is(otherPronoun) || r.says(s.end-1, "of")) {
		s.end--
	}
	return s
}

// opensAnother tells whether a second noun phrase begins at token i right behind a noun: "the desk 300 tickets",
// "the disk the night before".
func (r reader) opensAnother(i int) bool {
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
func (r reader) isTime(s span) bool {
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
func (r reader) breaksLine(i int) bool {
	if i == 0 || i >= len(r.tokens) || !r.tokens[i].is(capital|number|code) || r.tokens[i-1].end > r.tokens[i].start {
		return false
	}
	return strings.IndexByte(r.text[r.tokens[i-1].end:r.tokens[i].start], '\n') >= 0
}

// withPrepositions is a noun phrase with the ones that follow it behind prepositions, up to a limit.
func (r reader) withPrepositions(s span, limit int) span {
	for !s.empty() && s.end < limit && r.tokens[s.end].is(preposition) && !r.tokens[s.end].is(conjunction) && s.end-s.start < 12 {
		more := r.nounPhrase(s.end+1, limit)
		if more.empty() || r.pronoun(more) {
			break
		}
		s.end = more.end
	}
	return s
}

// longestPhrase is how many words of a noun phrase a proposal repeats at most.
const longestPhrase = 14

// sound tells whether a noun phrase can be repeated in another sentence: a noun of its own, not "it", not "nobody",
// and nothing that only a speaker puts in.
func (r reader) sound(s span) bool {
	if s.empty() || s.start < 0 || s.end-s.start > longestPhrase || r.pronoun(s) || r.isTime(s) {
		return false
	}
	if s.end == s.start+1 && r.says(s.start, "first", "second", "last", "next", "back") {
		return false
	}
	if r.says(s.start, "nothing", "nobody", "none", "neither", "no", "few", "little", "hardly", "not", "latter", "former", "something", "anything", "everything", "things", "thing", "one", "what", "somebody", "someone", "anyone", "anybody", "lot", "more", "most", "less", "much") || r.says(s.end-1, "difference", "sense", "ourselves", "themselves", "myself", "itself", "yourself", "himself", "herself") {
		return false
	}
	if r.tokens[s.start].is(preposition|conjunction|negation|modal|beForm|haveForm|doForm|comma|breaker|hedge|gerund) && !r.tokens[s.start].is(determiner|processNoun) ||
		r.tokens[s.start].is(adverb) && !r.tokens[s.start].is(determiner|adjective) {
		return false
	}
	clause := false
	for i := s.start; i < s.end; i++ {
		t := r.tokens[i]
		switch {
		case t.is(stop | comma), r.breaksLine(i) && i > s.start, t.is(hedge) && !t.is(base):
			return false
		case i > s.start && (t.is(subjectPronoun|whWord) || r.says(i, "that")):
			clause = true // "the ALBs we have tested with"
		case t.is(modal | doForm), !clause && i > s.start && t.is(beForm|haveForm), !clause && t.is(objectPronoun|otherPronoun) && !t.is(determiner|possessive):
			return false
		}
	}
	last := r.tokens[s.end-1]
	return !(last.is(determiner|possessive|adverb|conjunction) && !last.is(adjective|otherPronoun|personNoun|machineNoun)) && !r.says(s.end-1, "latter", "former", "same", "rest")
}

// kindOf tells whom or what a phrase names, by its own head: "the engineer on call" is a person.
func (r reader) kindOf(s span) subjectKind {
	if s.empty() {
		return noSubject
	}
	if t := r.tokens[s.start]; s.end == s.start+1 && t.is(subjectPronoun|objectPronoun|otherPronoun) {
		return r.nounKind(s.start)
	}
	head := s.end - 1
	for i := s.start + 1; i < s.end; i++ {
		if t := r.tokens[i]; t.is(preposition|whWord|subjectPronoun) && !r.tokens[i-1].is(quantity) && !t.is(personNoun) {
			head = i - 1
			break
		}
	}
	return r.kindAt(head)
}

// indefinite tells whether a phrase begins with "a", "an" or "another".
func (r reader) indefinite(s span) bool {
	return !s.empty() && r.says(s.start, "a", "an", "another", "any") && !r.says(s.start+1, "number", "couple", "lot", "few", "bit")
}

// definite tells whether a phrase means one thing that was there: "the alert", "our runbook", "Ana's script", a name.
func (r reader) definite(s span) bool {
	if s.empty() {
		return false
	}
	t := r.tokens[s.start]
	if r.says(s.start, "the", "this", "that", "these", "those", "both", "each", "every", "all") || t.is(possessive|attendee|code) {
		return true
	}
	for i := s.start + 1; i < s.end; i++ {
		if r.tokens[i].is(possessive) && r.tokens[i].start == r.tokens[i-1].end {
			return true
		}
	}
	return t.is(capital) && t.id == 0 && !r.opensSentence(s.start)
}

// told is what follows a verb from token i on, as far as a sentence that says "not" can repeat it.
func (r reader) told(i int, c clause) span {
	s := span{i, c.end}
	cut := s.end < len(r.tokens) && (r.tokens[s.end].is(modal) || r.says(s.end, "had"))
	for k := i; k < s.end; k++ {
		t := r.tokens[k]
		if cut && r.says(k, "before", "after", "until", "since", "when", "while", "that", "than", "as") || r.says(k, "by") && r.agent(k+1) == personSubject {
			s.end = k // the clause that it opens is not whole; who did not do it, the fact does not say
			break
		}
		if r.says(k, "instead", "rather", "like", "so", "which", "who", "unless", "did", "does", "because") || t.is(comma|breaker|stop) ||
			t.is(subjectPronoun) && k+1 < s.end && r.tokens[k+1].is(mental) && r.tokens[k+1].is(base) {
			s.end = k
		}
	}
	if s.end < c.end && !cut {
		for k := i; k < s.end; k++ {
			if r.says(k, "before", "after", "until", "since", "when", "while", "than") {
				s.end = k // what it opens was cut off
			}
		}
	}
	for !s.empty() && (r.says(s.end-1, "tbh", "lol", "btw", "imo", "anyway", "too", "though", "either", "also", "honestly", "really", "just", "and", "or", "but", "like", "even") ||
		r.says(s.end-1, "well") && r.says(s.end-2, "as")) {
		s.end--
	}
	for s.end < c.end && !s.empty() && (r.says(s.end-1, "as") || r.tokens[s.end-1].is(preposition|determiner) && !r.tokens[s.end-1].is(otherPronoun|objectPronoun|particle)) {
		s.end-- // what a speaker put in parted a preposition from its noun
	}
	return s
}

// losesTime tells whether a tail was cut before a word that says how long or until when: without it the sentence says more.
func (r reader) losesTime(tail span, c clause) bool {
	for k := max(tail.end, tail.start); k < c.end; k++ {
		if r.says(k, "until", "till", "for", "since", "before", "more", "longer") {
			return true
		}
	}
	return false
}

// lasting is a tail without what tells when: an idea is for another day.
func (r reader) lasting(s span) span {
	for k := s.start; k < s.end; k++ {
		t := r.tokens[k]
		switch {
		case r.says(k, "until", "till", "since", "before", "after", "when", "while", "during", "already", "yesterday", "today", "tonight"),
			r.says(k, "by") && r.says(k+1, "then", "now"),
			t.is(preposition) && !r.says(k, "within", "per") && r.isTime(r.nouns(k+1, s.end)),
			t.is(determiner|timeNoun|clock|number) && r.isTime(r.nouns(k, s.end)) && (k == s.start || !r.tokens[k-1].is(preposition)):
			s.end = k
			return s
		}
	}
	return s
}
