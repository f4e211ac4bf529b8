package wording

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
