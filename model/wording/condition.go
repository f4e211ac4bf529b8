package wording

// condition reads the if-clause of a sentence: "if S had V R", "had S V R", "if S was V".
func (r reader) condition(sentence span) (clause, bool) {
	for i := sentence.start; i < sentence.end; i++ {
		inverted := r.says(i, "had") && (i == sentence.start || r.tokens[i-1].is(comma|breaker|conjunction) ||
			i+1 < sentence.end && r.tokens[i+1].is(subjectPronoun|otherPronoun)) && i+1 < sentence.end && !r.tokens[i+1].is(participle|negation|adverb)
		if !inverted && !r.says(i, "if", "wish", "unless", "only") {
			continue
		}
		if r.says(i, "only") && !r.says(i-1, "if") {
			continue
		}
		if inverted {
			// The subject stands between "had" and the verb.
			for v := i + 1; v < sentence.end && v < i+8; v++ {
				if r.tokens[v].is(participle) && !r.tokens[v].is(determiner) && v > i+1 {
					c := r.verbFrom(v)
					c.subject = span{i + 1, v}
					for !c.subject.empty() && r.tokens[c.subject.end-1].is(adverb|negation) && !r.tokens[c.subject.end-1].is(determiner) {
						c.negated = c.negated || r.tokens[c.subject.end-1].is(negation)
						c.subject.end--
					}
					return c, c.verb >= 0
				}
			}
			continue
		}
		unless := r.says(i, "unless")
		for a := i + 1; a < sentence.end && a < i+12 && !(r.tokens[a].is(modal) && !r.says(a, "'d", "’d")); a++ {
			if !(r.says(a, "had", "'d", "’d", "was", "were", "has") || r.says(a, "did") && a+1 < sentence.end && r.tokens[a+1].is(negation)) {
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
			if c.verb < 0 || r.says(a, "had", "'d") && c.verb > a+1 && !c.passive && !c.state && !r.tokens[c.verb].is(participle) {
				// "if we had a canary"
				object := r.nounPhrase(a+1, r.clauseEnd(a+1))
				if object.empty() || !r.says(a, "had", "'d") {
					return c, false
				}
				return clause{subject: c.subject, object: object, verb: a, complement: a + 1, end: r.clauseEnd(a + 1), negated: unless}, true
			}
			c.negated = c.negated != unless
			return c, true
		}
	}
	return clause{}, false
}
