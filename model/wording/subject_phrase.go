package wording

// subjectBefore is the noun phrase that ends before the verb at token i.
func (r phrases) subjectBefore(i int) span {
	j := i - 1
	for j >= 0 && r.tokens[j].is(adverb|negation) && !r.tokens[j].is(determiner|personNoun|subjectPronoun) {
		j--
	}
	if j > 0 && r.tokens[j].is(breaker) && r.mark(j) == ")" {
		for k := j - 1; k > 0 && k > j-8; k-- {
			if r.mark(k) == "(" {
				s := r.phraseBefore(k - 1)
				s.end = j + 1
				return s
			}
		}
	}
	if j < 0 || r.tokens[j].is(stop|breaker|comma) {
		return span{}
	}
	if r.tokens[j].is(whWord) && j > 0 && !r.tokens[j-1].is(stop|breaker|conjunction) || r.says(j, "that") && j > 0 && r.tokens[j-1].is(machineNoun|personNoun|processNoun|failureNoun) {
		k := j - 1
		if k >= 0 && r.tokens[k].is(comma) {
			k--
		}
		return r.antecedent(k)
	}
	if r.tokens[j].is(subjectPronoun|otherPronoun) && !r.tokens[j].is(personNoun) {
		return span{j, j + 1}
	}
	return r.phraseBefore(j)
}

// before is the noun that a person's act stands behind: "a change we did not catch".
func (r phrases) before(h hit) span {
	s := r.subjectBefore(h.start)
	if s.end != s.start+1 || s.start == 0 || !r.tokens[s.start].is(subjectPronoun) {
		return span{}
	}
	if t := r.tokens[s.start-1]; t.is(preposition|conjunction|adverb|stop|breaker|comma|beForm|haveForm|modal|past|third) && !t.is(failureNoun|machineNoun) {
		return span{}
	}
	return r.antecedent(s.start - 1)
}

// antecedent is the noun that a relative clause hangs on: it ends with token j and begins at its determiner.
func (r phrases) antecedent(j int) span {
	s := span{j + 1, j + 1}
	for k := j; k >= 0 && k > j-7; k-- {
		t := r.tokens[k]
		if t.is(stop|breaker|comma|conjunction|modal|beForm|haveForm|doForm|subjectPronoun|negation) && !t.is(determiner) || t.is(preposition) && !r.says(k, "of") {
			break
		}
		s.start = k
		if t.is(determiner|possessive) && !t.is(adjective|number) && (k == 0 || !r.says(k-1, "of")) {
			break
		}
	}
	for s.start < s.end && r.says(s.start, "of") {
		s.start++
	}
	return s
}

// phraseBefore is the noun phrase that ends with token j, taken leftwards.
func (r phrases) phraseBefore(j int) span {
	s := span{j + 1, j + 1}
	for k := j; k >= 0 && k > j-10; k-- {
		t := r.tokens[k]
		if t.is(stop|breaker|comma|conjunction|modal|doForm|whWord|negation) && !t.is(determiner) {
			break
		}
		if t.is(beForm|haveForm) || t.is(subjectPronoun) && !t.is(personNoun) {
			s.start = r.aroundClause(k, j-14, s.start)
			break
		}
		if k < j && r.isVerb(k) {
			if r.tokens[k+1].is(preposition) {
				return span{} // "that the port changed from a to b was overlooked": the subject is a clause
			}
			break
		}
		s.start = k
		if t.is(determiner|possessive) && !t.is(adjective|number) && (k == 0 || !r.tokens[k-1].is(preposition) || k < 2 || r.tokens[k-2].is(stop|breaker|comma)) {
			if k > 0 && r.tokens[k-1].is(gerund) && (k == 1 || r.tokens[k-2].is(stop|breaker|comma|conjunction)) {
				s.start = k - 1 // "Appointing a manager"
			}
			break
		}
	}
	for s.start < s.end && r.tokens[s.start].is(preposition|adverb) && !r.tokens[s.start].is(determiner|adjective) {
		s.start++
	}
	return s
}

// aroundClause is where a phrase begins that holds a clause with a verb at token k: "the changes they are making to the
// build". It is looked for behind token limit; where no determiner opens it, the phrase begins at start.
func (r phrases) aroundClause(k, limit, start int) int {
	for k > max(limit, 0) && !r.tokens[k-1].is(stop|breaker|comma|conjunction) {
		k--
	}
	if r.tokens[k].is(determiner | possessive) {
		return k
	}
	return start
}

// isVerb tells whether the past or present form at token k is a verb, and no word of a noun phrase.
func (r phrases) isVerb(k int) bool {
	t := r.tokens[k]
	return t.is(past|third) && !t.is(participial|machineNoun|processNoun|personNoun|failureNoun|adjective) &&
		!r.opensSentence(k) && !r.tokens[k-1].is(determiner|possessive)
}
