package wording

// wanted is the idea in a clause that did not take place, as an order; "" where it would not be understood alone.
func (r reader) wanted(c clause) string {
	if c.negated {
		return r.avoided(c)
	}
	switch {
	case c.state:
		if !r.sound(c.subject) || c.complement >= len(r.tokens) {
			return ""
		}
		so := r.words(r.lasting(r.told(c.verb, c)))
		switch t := r.tokens[c.complement]; {
		case t.is(preposition):
			return "have " + r.inside(c.subject) + " " + so
		case t.is(adjective) && c.end == c.complement+1:
			return "make " + r.inside(c.subject) + " " + so
		}
		return ""
	case r.has(c):
		if !r.sound(c.object) {
			return ""
		}
		have := r.words(c.object) + " " + r.words(r.lasting(r.told(c.object.end, c)))
		if r.sound(c.subject) && r.definite(c.subject) && r.kindOf(c.subject) == machineSubject {
			return "give " + r.inside(c.subject) + " " + have
		}
		return "have " + have
	case r.tokens[c.verb].is(inner|mental|foresee) || r.tokens[c.verb].is(perceive) && r.says(c.verb, "noticed", "notice", "seen", "see", "known", "realised", "realized", "heard", "learned", "learnt"):
		return "" // nobody can be told to notice
	case c.passive:
		tail := r.lasting(r.told(c.complement, c))
		if !r.sound(c.subject) || r.opensNoun(tail) {
			return ""
		}
		return r.base(c) + " " + r.target(c.subject) + " " + r.words(tail)
	case !c.object.empty() && (!r.sound(c.object) || r.says(c.object.start, "their", "his", "her", "its", "my", "your")):
		return ""
	case c.subject.empty() || r.pronoun(c.subject) || r.kindOf(c.subject) == personSubject:
		return r.act(c)
	case !r.sound(c.subject) || !r.definite(c.subject):
		return ""
	}
	return "have " + r.inside(c.subject) + " " + r.order(c) + " " + r.words(r.lasting(r.told(c.verb+1, c)))
}

// order is the infinitive of a verb with the word that belongs to it: "double check".
func (r reader) order(c clause) string {
	verb := r.base(c)
	if c.verb > 0 && r.tokens[c.verb-1].is(compound) {
		verb = r.words(span{c.verb - 1, c.verb}) + " " + verb
	}
	return verb
}

// act is what a person is to do: the verb with its object and what belongs to it.
func (r reader) act(c clause) string {
	tail := r.lasting(r.told(c.complement, c))
	if !c.object.empty() {
		after := r.told(c.object.end, c)
		if r.opensNoun(after) && !r.says(c.verb, "give", "given", "tell", "told", "send", "sent", "ask", "asked") {
			return ""
		}
	} else if tail.empty() && c.complement == c.verb+1 && !standsAlone(r.base(c)) {
		return ""
	}
	for k := tail.start; k < tail.end; k++ {
		if r.tokens[k].is(subjectPronoun) && !r.tokens[k].is(personNoun|attendee) || r.says(k, "it", "us", "me", "him", "her", "that") && k == tail.end-1 {
			return ""
		}
	}
	if c.object.empty() && !tail.empty() && r.tokens[tail.end-1].is(adverb) && tail.end == tail.start+1 && !r.tokens[c.verb].is(human) {
		return ""
	}
	if c.object.empty() && c.complement < c.end && !tail.empty() && !r.tokens[tail.start].is(preposition|toward|adverb|conjunction|adjective) {
		return ""
	}
	return r.order(c) + " " + r.words(span{c.verb + 1, c.complement}) + " " + r.words(tail)
}

// standsAlone tells whether a verb says by itself what is to be done.
func standsAlone(verb string) bool {
	switch verb {
	case "ask", "wait", "escalate", "stop", "call", "listen", "restart", "reboot", "look", "check", "test", "pause", "verify":
		return true
	}
	return false
}

// avoided is the idea in a clause that took place against what was wanted: keep it from doing so.
func (r reader) avoided(c clause) string {
	if c.state || !c.norm {
		return ""
	}
	doing := presentParticiple(r.base(c))
	switch {
	case c.passive:
		if !r.sound(c.subject) {
			return ""
		}
		return "avoid " + doing + " " + r.target(c.subject) + " " + r.words(r.lasting(r.told(c.complement, c)))
	case c.subject.empty() || r.pronoun(c.subject) && r.tokens[c.subject.start].is(subjectPronoun) || r.kindOf(c.subject) == personSubject:
		if !r.sound(c.object) {
			return ""
		}
		return "avoid " + doing + " " + r.words(span{c.verb + 1, c.complement}) + " " + r.words(r.lasting(r.told(c.complement, c)))
	case !r.sound(c.subject):
		return ""
	}
	return "keep " + r.target(c.subject) + " from " + doing + " " + r.words(r.lasting(r.told(c.verb+1, c)))
}
