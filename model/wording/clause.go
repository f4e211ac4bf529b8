package wording

// clause is a verb of the text with what belongs to it, in tokens.
type clause struct {
	subject, object span
	verb            int // the main verb
	complement      int // what follows the verb begins here
	end             int // the clause ends before this token
	negated         bool
	relative        bool // "a change which would have ..."
	passive         bool // "was raised"
	state           bool // "was lower", "was a risk"
	perfect         bool // "have not tested"
	partly          bool // "should only have gone to the test group": some of it took place
	norm            bool // "should": the world that was not is one that was wanted
}

// span is a range of tokens, end excluded; the zero span is empty.
type span struct{ start, end int }

func (s span) empty() bool { return s.end <= s.start }

// reader reads clauses out of the tokens of one text.
type reader struct {
	phrases
	g *Guard
}

// modalClause reads "S would (not) have V R", from the tokens of a hit. It is false when there is no verb.
func (r reader) modalClause(h hit) (clause, bool) {
	m := -1
	for i := h.start; i < h.end; i++ {
		if r.tokens[i].is(modal) || r.says(i, "need", "ought") {
			m = i
			break
		}
	}
	if m < 0 {
		return clause{}, false
	}
	have := -1
	for i := m + 1; i < h.end+1 && i < len(r.tokens); i++ {
		if r.tokens[i].is(haveForm) || r.says(i, "of") || r.says(i, "a") && i+1 < len(r.tokens) && r.tokens[i+1].is(participle) {
			have = i
			break
		}
	}
	if have < 0 {
		return clause{}, false
	}
	c := r.verbFrom(have + 1)
	if c.verb < 0 {
		return c, false
	}
	c.norm = r.says(m, "should", "shoulda", "ought", "need", "needed")
	for i := m; i < c.verb; i++ {
		c.negated = c.negated || r.tokens[i].is(negation)
		c.partly = c.partly || r.says(i, "only")
	}
	// A question has its subject between the modal and "have".
	inner := span{m + 1, have}
	for inner.start < inner.end && r.tokens[inner.start].is(adverb|negation|comma) && (!r.tokens[inner.start].is(determiner) || inner.start+1 < have && r.tokens[inner.start+1].is(adverb)) {
		inner.start++
	}
	if !inner.empty() && r.tokens[inner.start].is(subjectPronoun|otherPronoun|determiner|attendee|possessive|machineNoun|personNoun) {
		c.subject, c.negated = inner, false // "couldn't we have" asks whether we could
	} else {
		c.subject = r.subjectBefore(m)
		c.relative = m > 0 && r.says(m-1, "which", "that")
		if r.subject(m) == personSubject && r.kindOf(c.subject) != personSubject {
			c.subject = span{} // "the person running the migration": the migration is not who did not check
		}
		if r.says(c.subject.start, "that") && c.subject.end > c.subject.start+1 && c.subject.start > 0 && !r.tokens[c.subject.start-1].is(stop) {
			c.subject.start++
			c.end = r.relativeEnd(c)
			c.object.end = min(c.object.end, c.end)
		}
	}
	if c.relative {
		c.end = r.relativeEnd(c)
		c.object.end = min(c.object.end, c.end)
	}
	return c, true
}

// verbFrom reads the main verb, its object and its end from token i on, where an auxiliary stands before i.
func (r reader) verbFrom(i int) clause {
	c := clause{verb: -1}
	been := false
	for limit := min(len(r.tokens), i+12); i < limit && !r.tokens[i].is(stop); i++ {
		t := r.tokens[i]
		if n := r.filler(i); n > 0 {
			i += n - 1 // "had, you know, said", "double checked"
			continue
		}
		switch {
		case t.is(negation):
			c.negated = true
		case t.is(beForm) || r.says(i, "be", "being"):
			been = true
		case t.is(participle|past|gerund|sloppyPast|base) && !(been && t.is(determiner|preposition|adjective)):
			c.verb, c.passive = i, been && t.is(participle|past)
			r.fill(&c)
			return c
		case t.is(adverb|comma) && !t.is(determiner):
		default:
			if been {
				c.verb, c.state = i, true
				c.complement, c.end = i, r.clauseEnd(i)
			}
			return c
		}
	}
	return c
}

// fill finds the object and the end of a clause whose verb is known.
func (r reader) fill(c *clause) {
	c.end = r.clauseEnd(c.verb + 1)
	i := c.verb + 1
	if r.says(i, "back", "out", "off", "up", "down", "over", "away") && i+1 < len(r.tokens) &&
		(r.tokens[i+1].is(determiner|possessive|code|attendee|stop|comma) || r.says(i, "back", "up", "down", "off", "out")) {
		i++
	}
	c.complement = i
	if !c.passive {
		c.object = r.nounPhrase(i, c.end)
	}
}

// clauseEnd is the token before which the clause that token i belongs to ends.
func (r reader) clauseEnd(i int) int {
	for limit := min(len(r.tokens), i+longestSentence); i < limit; i++ {
		t := r.tokens[i]
		switch {
		case t.is(stop|breaker|comma) || r.breaksLine(i):
			return i
		case r.says(i, "if", "because", "but", "although", "though", "unless", "so", "whereas", "had", "and") && !r.joinsNouns(i):
			return i
		case t.is(modal) && !r.says(i, "'d"):
			return r.subjectBefore(i).start
		case r.says(i, "'d") && i > 0:
			return i - 1
		}
	}
	return i
}

// joinsNouns tells whether "and" joins two nouns and not two clauses.
func (r reader) joinsNouns(i int) bool {
	return r.says(i, "and") && i+1 < len(r.tokens) && !r.tokens[i+1].is(subjectPronoun|modal|beForm|haveForm|doForm|adverb|past|comma)
}

// relativeEnd is the end of a relative clause: the verb of the sentence around it begins there.
func (r reader) relativeEnd(c clause) int {
	for i := c.complement; i < c.end; i++ {
		if r.says(i, "was", "were", "is", "are", "did", "has", "had", "became", "become") {
			return i
		}
	}
	return c.end
}
