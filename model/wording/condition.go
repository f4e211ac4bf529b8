package wording

// condition reads the if-clause of a sentence: "if S had V R", "had S V R", "if S was V".
func (r reader) condition(sentence span) (clause, bool) {
	for i := sentence.start; i < sentence.end; i++ {
		var c clause
		found := false
		switch {
		case r.isInverted(i, sentence):
			c, found = r.inverted(i, sentence.end)
		case r.says(i, "if", "wish", "unless"), r.says(i, "only") && r.says(i-1, "if"):
			c, found = r.ifClause(i, sentence.end)
		}
		if found {
			return c, c.verb >= 0
		}
	}
	return clause{}, false
}

// isInverted tells whether a condition without an "if" begins at token i: "had the alert fired".
func (r reader) isInverted(i int, sentence span) bool {
	if !r.says(i, "had") || i+1 >= sentence.end || r.tokens[i+1].is(participle|negation|adverb) {
		return false
	}
	return i == sentence.start || r.tokens[i-1].is(comma|breaker|conjunction) || r.tokens[i+1].is(subjectPronoun|otherPronoun)
}

// inverted reads a condition whose subject stands between the "had" at token i and the verb.
func (r reader) inverted(i, end int) (clause, bool) {
	for v := i + 2; v < end && v < i+8; v++ {
		if !r.tokens[v].is(participle) || r.tokens[v].is(determiner) {
			continue
		}
		c := r.verbFrom(v)
		c.subject = span{i + 1, v}
		for !c.subject.empty() && r.tokens[c.subject.end-1].is(adverb|negation) && !r.tokens[c.subject.end-1].is(determiner) {
			c.negated = c.negated || r.tokens[c.subject.end-1].is(negation)
			c.subject.end--
		}
		return c, true
	}
	return clause{}, false
}

// ifClause reads the condition that the word at token i opens; its verb is -1 where it says nothing that was not so.
func (r reader) ifClause(i, end int) (clause, bool) {
	unless := r.says(i, "unless")
	for a := i + 1; a < end && a < i+12 && (!r.tokens[a].is(modal) || r.says(a, "'d", "’d")); a++ {
		if !r.says(a, "had", "'d", "’d", "was", "were", "has") && !(r.says(a, "did") && a+1 < end && r.tokens[a+1].is(negation)) {
			continue
		}
		c := r.verbFrom(a)
		if r.tokens[a].is(haveForm|modal|doForm) || c.verb < 0 {
			c = r.verbFrom(a + 1)
		}
		c.subject = span{i + 1, a}
		if r.says(c.subject.start, "that", "only") {
			c.subject.start++
		}
		had := r.says(a, "had", "'d")
		if c.verb < 0 || had && c.verb > a+1 && !c.passive && !c.state && !r.tokens[c.verb].is(participle) {
			object := r.nounPhrase(a+1, r.clauseEnd(a+1))
			if object.empty() || !had {
				return clause{verb: -1}, true
			}
			// "if we had a canary"
			return clause{subject: c.subject, object: object, verb: a, complement: a + 1, end: r.clauseEnd(a + 1), negated: unless}, true
		}
		c.negated = c.negated != unless
		return c, true
	}
	return clause{}, false
}
