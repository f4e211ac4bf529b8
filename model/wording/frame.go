package wording

// fromFrame reads "S would have V R" without a condition.
func (r reader) fromFrame(c clause) (fact, idea string) {
	if with := r.opening(c); !with.empty() {
		if r.says(with.start-1, "without") {
			if kept := r.present(with); kept != "" {
				return kept, "keep " + r.inside(with)
			}
			return "", ""
		}
		if r.definite(with) {
			return r.missing(with), ""
		}
		return r.missing(with), r.inside(with)
	}
	s := c.subject
	switch {
	case c.partly:
		return "", ""
	case r.says(c.verb, "helped", "paid") && !c.negated && r.says(c.complement, "to"):
		if inner, ok := r.infinitiveIn(c); ok {
			return "", r.wanted(inner)
		}
		return "", ""
	case c.relative:
		return r.mainClause(c), ""
	case c.negated:
		if r.tokens[c.verb].is(prevent) {
			return "", ""
		}
		return r.done(c), r.avoided(c)
	case r.says(c.verb, "there") || r.says(s.start, "there") && s.end == s.start+1:
		return r.existing(c)
	case !s.empty() && r.tokens[s.start].is(gerund) && !r.tokens[s.start].is(processNoun), !s.empty() && r.tokens[s.start].is(past) && r.opensSentence(s.start):
		if doing := r.inside(span{s.start + 1, s.end}); s.end > s.start+1 {
			return "", r.g.infinitive(r.words(span{s.start, s.start + 1})) + " " + doing // who did not do it, nobody says
		}
		return "", ""
	case c.state:
		if inner, ok := r.infinitiveIn(c); ok {
			return "", r.wanted(inner) // "better to page Ana"; that she was not paged, it does not say
		}
		return "", ""
	case r.hypothetical(c):
		return r.presence(c)
	case r.isUser(s) && !c.passive:
		return "", "" // "users would have seen errors" guesses
	case !c.norm && !r.tokens[c.verb].is(human|operate|perceive|prevent|accident) && !r.says(c.verb, "fired", "triggered", "alerted", "paged", "kicked", "asked", "told", "warned"):
		return "", ""
	}
	return r.undone(c), r.wanted(c)
}

// opensSentence tells whether token i is the first word of its sentence.
func (r phrases) opensSentence(i int) bool { return i == 0 || r.tokens[i-1].is(stop|breaker) }

// isUser tells whether a phrase names customers or users.
func (r phrases) isUser(s span) bool { return !s.empty() && r.tokens[s.end-1].is(userNoun) }

// existing reads "there should have been a second line".
func (r reader) existing(c clause) (fact, idea string) {
	from := c.verb
	for from < c.end && (r.tokens[from].is(beForm) || r.says(from, "there")) {
		from++
	}
	s := r.withPrepositions(r.nounPhrase(from, c.end), c.end)
	if !c.norm || !r.sound(s) || s.end < c.end && r.tokens[s.end].is(preposition) {
		return "", ""
	}
	return r.none(s), r.inside(s)
}

// none says that there was no such thing; a number of them leaves open how many there were.
func (r phrases) none(s span) string {
	if r.tokens[s.start].is(number) || r.definite(s) {
		return ""
	}
	return "there " + r.be(s) + " no " + r.bare(s)
}

// missing and present say of a thing whether it was there.
func (r reader) missing(s span) string {
	switch {
	case !r.sound(s) || r.kindOf(s) == personSubject:
		return ""
	case r.indefinite(s):
		return r.none(s)
	}
	return r.withBe(s) + " not in place"
}

func (r reader) present(s span) string {
	switch {
	case !r.sound(s) || r.kindOf(s) == personSubject:
		return ""
	case r.indefinite(s):
		return "there was " + r.inside(s)
	}
	return r.withBe(s) + " in place"
}

// hypothetical tells whether the subject of a clause is what a review thinks of afterwards, "a canary", "feature flags",
// and the verb says what it is good for.
func (r reader) hypothetical(c clause) bool {
	s := c.subject
	if c.passive || s.empty() || r.pronoun(s) || r.isUser(s) || r.kindOf(s) == personSubject {
		return false
	}
	helps := r.tokens[c.verb].is(prevent|perceive|outcome) || r.says(c.verb, "enabled", "allowed", "given", "made", "meant", "led", "eased", "improved", "let", "shown", "told",
		"warned", "kept", "spared", "bought", "saved", "pointed", "absorbed", "sufficed", "sped", "simplified", "blocked", "rejected")
	return helps && (r.indefinite(s) || !r.definite(s) || r.says(s.start, "the") && r.says(s.start+1, "changes", "change"))
}

// presence reads "a canary would have shown the leak": the thing was not there, and is the idea.
func (r reader) presence(c clause) (fact, idea string) {
	s := c.subject
	if !r.sound(s) {
		if r.says(s.start, "more", "less") && s.end-s.start > 1 {
			return "", r.inside(s)
		}
		return "", ""
	}
	idea = r.inside(s)
	tail := r.lasting(r.told(c.object.end, c))
	if r.tokens[c.verb].is(prevent|perceive|outcome) || r.says(c.verb, "enabled", "allowed", "shown") {
		if r.sound(c.object) && !r.opensNoun(tail) && !r.says(c.verb, "been", "helped") {
			idea += ", to " + r.base(c) + " " + r.words(span{c.complement, max(c.object.end, tail.end)})
		}
	}
	if r.definite(s) || r.says(s.start+1, "different") || r.tokens[s.start].is(adjective) && r.says(s.start, "better", "earlier", "faster", "quicker", "later", "further") {
		return "", idea
	}
	return r.missing(s), idea
}

// mainClause is the sentence around a relative clause: "a change which would have helped was not made".
func (r reader) mainClause(c clause) string {
	end := r.clauseEnd(c.end)
	if c.end >= end || !r.tokens[c.end].is(beForm|doForm|haveForm) || !r.sound(c.subject) {
		return ""
	}
	return r.words(c.subject) + " " + r.words(r.told(c.end, clause{end: end}))
}

// infinitiveIn finds the verb in "it would have been better to page Ana".
func (r reader) infinitiveIn(c clause) (clause, bool) {
	for i := c.verb; i+1 < c.end && i < c.verb+4; i++ {
		if r.tokens[i].is(toward) && r.tokens[i+1].is(base) {
			inner := clause{verb: i + 1}
			r.fill(&inner)
			return inner, true
		}
	}
	return clause{}, false
}

// opening is the noun after the "with" or "without" that opens a clause: "With a canary we would have seen it".
func (r reader) opening(c clause) span {
	s := r.sentence(c.verb)
	if !r.says(s.start, "with", "without") {
		return span{}
	}
	limit := r.clauseEnd(s.start + 1)
	if !c.subject.empty() {
		limit = min(limit, c.subject.start)
	}
	n := r.withPrepositions(r.nounPhrase(s.start+1, limit), limit)
	for k := n.start; k+1 < n.end; k++ {
		if r.says(k, "in") && r.says(k+1, "place") {
			n.end = k
			limit = k
		}
	}
	if next := n.end; next < limit && !r.tokens[next].is(comma) {
		return span{} // "with the breaker on": it was there, and off
	}
	if r.pronoun(n) || n.empty() || r.tokens[n.start].is(gerund) && !r.tokens[n.start].is(processNoun) {
		return span{}
	}
	return n
}
