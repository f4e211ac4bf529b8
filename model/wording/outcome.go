package wording

import "strings"

// done says that a clause took place: the negation of "would not have".
func (r reader) done(c clause) string {
	if c.subject.empty() || c.state {
		return ""
	}
	if c.passive {
		return r.withBe(c.subject) + " " + r.words(span{c.verb, c.verb + 1}) + " " + r.tail(c.complement, c)
	}
	past := r.g.pastOf(r.base(c))
	if r.nounKind(c.subject.end-1) == personSubject && !c.object.empty() && !r.pronoun(c.object) {
		return r.withBe(c.object) + " " + r.words(span{c.verb, c.complement}) + " " + r.tail(c.object.end, c)
	}
	return r.words(c.subject) + " " + past + " " + r.tail(c.verb+1, c)
}

// notDone says, without a person, that a clause did not take place; "" where the sentence gives no
// fact to say it with.
func (r reader) notDone(c clause) string {
	if c.negated {
		c.negated = false
		return r.done(c)
	}
	switch {
	case c.state:
		if c.subject.empty() || r.pronoun(c.subject) && !r.says(c.subject.start, "it", "there") {
			return ""
		}
		return r.withBe(c.subject) + " not " + r.tail(c.verb, c)
	case r.says(c.verb, "had", "'d", "has") || r.base(c) == "have" || !c.passive && r.base(c) == "get":
		if c.object.empty() || r.pronoun(c.object) {
			return ""
		}
		return "there " + r.be(c.object) + " no " + strings.TrimPrefix(r.bare(c.object), "no ") + " " + r.tail(c.object.end, c)
	case c.passive:
		if c.subject.empty() {
			return ""
		}
		return r.withBe(c.subject) + " not " + r.words(span{c.verb, c.verb + 1}) + " " + r.tail(c.complement, c)
	case !c.object.empty():
		particle := r.words(span{c.verb + 1, c.complement})
		done := r.withBe(c.object) + " not " + r.g.participleOf(r.base(c)) + " " + particle
		if r.says(c.object.end, "not") {
			return done
		}
		return done + " " + r.tail(c.object.end, c)
	case !c.subject.empty() && !r.pronoun(c.subject) && r.nounKind(c.subject.end-1) != personSubject:
		return r.words(c.subject) + " did not " + r.base(c) + " " + r.tail(c.verb+1, c)
	case r.says(c.complement, "that") && c.complement < c.end:
		return "it was not " + r.g.participleOf(r.base(c)) + " " + r.tail(c.complement, c)
	case r.says(c.subject.start, "it", "this", "that", "which") && !c.subject.empty():
		return "it did not " + r.base(c) + " " + r.tail(c.verb+1, c)
	}
	if noun := nounOf(r.base(c)); noun != "" && c.complement < c.end && r.tokens[c.complement].is(preposition) {
		return "there was no " + noun + " " + r.tail(c.complement, c)
	}
	if r.tokens[c.verb].is(perceive) {
		return "it was not " + r.g.participleOf(r.base(c)) + " " + r.tail(c.verb+1, c)
	}
	// "Not done then: roll back" reads as a reproach; the person fills in what was done.
	return ""
}

// wanted is the idea in a clause that did not take place, as an order.
func (r reader) wanted(c clause) string {
	if c.negated {
		return r.avoided(c)
	}
	switch {
	case c.state:
		if c.subject.empty() || r.pronoun(c.subject) {
			return ""
		}
		return "make " + r.inside(c.subject) + " " + r.tail(c.verb, c)
	case r.says(c.verb, "had", "'d", "has"):
		return "have " + r.words(c.object) + " " + r.tail(c.object.end, c)
	case c.passive:
		if c.subject.empty() {
			return ""
		}
		return r.base(c) + " " + r.target(c.subject) + " " + r.tail(c.complement, c)
	case c.subject.empty() || r.pronoun(c.subject) || r.nounKind(c.subject.end-1) == personSubject:
		return r.base(c) + " " + r.tail(c.verb+1, c)
	}
	return "have " + r.inside(c.subject) + " " + r.base(c) + " " + r.tail(c.verb+1, c)
}

// avoided is the idea in a clause that took place: keep it from doing so.
func (r reader) avoided(c clause) string {
	if c.state || c.subject.empty() && c.passive {
		return ""
	}
	doing := presentParticiple(r.base(c))
	switch {
	case c.passive:
		return "avoid " + doing + " " + r.target(c.subject) + " " + r.tail(c.complement, c)
	case c.subject.empty() || r.nounKind(c.subject.end-1) == personSubject:
		return "avoid " + doing + " " + r.tail(c.verb+1, c)
	}
	return "keep " + r.target(c.subject) + " from " + doing + " " + r.tail(c.verb+1, c)
}
