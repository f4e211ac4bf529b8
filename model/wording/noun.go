package wording

// longestPhrase is how many words of a noun phrase a proposal repeats at most.
const longestPhrase = 14

// sound tells whether a noun phrase can be repeated in another sentence: a noun of its own, not "it", not "nobody",
// and nothing that only a speaker puts in.
func (r phrases) sound(s span) bool {
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
func (r phrases) kindOf(s span) subjectKind {
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
func (r phrases) indefinite(s span) bool {
	return !s.empty() && r.says(s.start, "a", "an", "another", "any") && !r.says(s.start+1, "number", "couple", "lot", "few", "bit")
}

// definite tells whether a phrase means one thing that was there: "the alert", "our runbook", "Ana's script", a name.
func (r phrases) definite(s span) bool {
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
