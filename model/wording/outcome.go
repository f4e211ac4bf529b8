package wording

import "strings"

// undone says, without a person, that a clause did not take place; "" where the sentence gives no fact to say it with.
func (r reader) undone(c clause) string {
	if c.negated {
		c.negated = false
		return r.done(c)
	}
	switch {
	case c.state:
		return r.notSo(c)
	case r.has(c):
		if r.pronoun(c.object) || !r.sound(c.object) {
			return ""
		}
		if r.sound(c.subject) && r.definite(c.subject) && r.kindOf(c.subject) == machineSubject {
			return r.words(c.subject) + " did not have " + r.words(c.object) + " " + r.words(r.told(c.object.end, c))
		}
		if none := r.none(c.object); none != "" {
			return none + " " + r.words(r.told(c.object.end, c))
		}
		return ""
	case c.passive:
		return r.not(c, c.subject, r.told(c.complement, c))
	case r.sound(c.subject) && r.definite(c.subject) && r.kindOf(c.subject) == machineSubject && !r.isUser(c.subject):
		tail := r.told(c.verb+1, c)
		if tail.empty() && c.complement < c.end && r.tokens[c.complement].is(whWord|conjunction) || r.losesTime(tail, c) {
			return ""
		}
		return r.words(c.subject) + " did not " + r.order(c) + " " + r.words(tail)
	case r.sound(c.subject) && r.indefinite(c.subject) && r.kindOf(c.subject) == machineSubject && c.object.empty():
		if strings.Contains(" do make take suffice help be have ", " "+r.base(c)+" ") {
			return ""
		}
		return "no " + r.bare(c.subject) + " " + r.g.pastOf(r.base(c)) + " " + r.words(r.told(c.verb+1, c))
	case !c.object.empty():
		return r.notDoneTo(c)
	case r.says(c.complement, "that") && c.complement < c.end && r.tokens[c.verb].is(human) && !r.tokens[c.verb].is(inner):
		return "it was not " + r.g.participleOf(r.base(c)) + " " + r.words(r.told(c.complement, c))
	}
	return r.notDoneAt(c)
}

// has tells whether a clause says that somebody had something.
func (r reader) has(c clause) bool {
	return !c.passive && (r.says(c.verb, "had", "'d", "has") || r.base(c) == "have")
}

// notSo says that a state was another one: "if the dashboard had been on the wall".
func (r reader) notSo(c clause) string {
	if r.says(c.subject.start, "there") {
		s := r.withPrepositions(r.nounPhrase(c.verb, c.end), c.end)
		if !r.sound(s) {
			return ""
		}
		return r.none(s)
	}
	if !r.sound(c.subject) || !r.tokens[c.complement].is(preposition) {
		return ""
	}
	return r.withBe(c.subject) + " not " + r.words(r.told(c.verb, c))
}

// not says of a thing that it was not done to it.
func (r reader) not(c clause, s span, tail span) string {
	if !r.sound(s) || r.opensNoun(tail) || r.losesTime(tail, c) {
		return ""
	}
	done := r.participle(c) + " " + r.words(tail)
	switch {
	case c.perfect && (tail.empty() || r.says(tail.start, "since", "for", "yet")):
		if r.indefinite(s) {
			return "no " + r.bare(s) + " has been " + done
		}
		return r.words(s) + " " + strings.Replace(strings.Replace(r.be(s), "were", "have", 1), "was", "has", 1) + " not been " + done
	case r.indefinite(s) && !r.says(s.start, "any"):
		return "no " + r.bare(s) + " was " + done
	}
	return r.withBe(s) + " not " + done
}

// participle is the participle of a clause's verb, with what belongs to it: "double checked", "turned off".
func (r reader) participle(c clause) string {
	form := r.g.participleOf(r.base(c))
	if c.passive && r.tokens[c.verb].is(participle) {
		form = r.words(span{c.verb, c.verb + 1})
	}
	if c.verb > 0 && (r.tokens[c.verb-1].is(compound) || r.manner(c.verb-1)) {
		form = r.words(span{c.verb - 1, c.verb}) + " " + form
	}
	if !c.passive && c.complement > c.verb+1 {
		form += " " + r.words(span{c.verb + 1, c.complement})
	}
	return form
}

// manner tells whether token i says how, and not how likely: "significantly reduced", not "probably reduced".
func (r reader) manner(i int) bool {
	w := r.words(span{i, i + 1})
	return r.tokens[i].is(adverb) && strings.HasSuffix(w, "ly") && !r.says(i, "probably", "possibly", "likely", "certainly", "definitely", "only", "really", "actually", "simply",
		"easily", "obviously", "clearly", "totally", "basically", "honestly", "literally", "surely", "ideally", "potentially", "theoretically", "arguably", "early", "hardly", "barely",
		"normally", "usually", "presumably", "apparently", "hopefully", "finally", "surely", "frankly", "seriously")
}

// notDoneTo says it of the object of an act. What only happens in people has no object that could say it.
func (r reader) notDoneTo(c clause) string {
	if r.tokens[c.verb].is(inner|mental) && !r.tokens[c.verb].is(foresee|perceive) {
		return ""
	}
	switch r.base(c) {
	case "let", "make", "go", "come", "become", "take", "give", "help", "save", "cost", "last", "allow", "enable", "cause", "lead", "wish", "want", "wait", "say", "think", "try", "start", "stop", "keep", "mean", "call", "spare":
		if r.opensNoun(span{c.object.end, c.end}) || r.tokens[c.object.start].is(gerund) || strings.Contains(" let go come become last cost wish want wait mean lead help save spare ", " "+r.base(c)+" ") {
			return ""
		}
	}
	object := c.object
	if r.base(c) == "take" && object.end == object.start+1 {
		return "" // "take part", "take place"
	}
	if !r.definite(object) && r.says(object.end, "of", "with", "for", "between", "about", "on") {
		object = r.withPrepositions(object, r.told(object.end, c).end)
	}
	return r.not(c, object, r.told(object.end, c))
}

// opensNoun tells whether a tail goes on with another noun or verb, so that what stands before it is not the whole object.
func (r reader) opensNoun(s span) bool {
	if s.empty() {
		return false
	}
	t := r.tokens[s.start]
	if r.isTime(r.nouns(s.start, s.end)) {
		return false
	}
	return t.is(determiner|possessive|number|subjectPronoun|objectPronoun|attendee|base|past|gerund|beForm|haveForm|doForm|code) && !t.is(adverb|preposition|particle|conjunction|adjective)
}

// notDoneAt says it of what a preposition binds to the verb: "look at the graph", "alert on the lag".
func (r reader) notDoneAt(c clause) string {
	if c.complement+1 >= c.end || !r.tokens[c.complement].is(preposition) {
		return ""
	}
	tail := r.told(c.complement, c)
	if noun := nounOf(r.base(c)); noun != "" && (!r.says(c.complement, "to") || noun == "escalation" || noun == "report" || noun == "reply") {
		if s := r.nounPhrase(c.complement+1, c.end); r.sound(s) && !r.says(c.complement, "at", "into", "until", "before", "after", "without", "in") {
			return "there was no " + noun + " " + r.words(tail)
		}
	}
	if r.tokens[c.verb].is(human|operate) && r.says(c.complement, "at", "into", "to", "for", "on") {
		s := r.withPrepositions(r.nounPhrase(c.complement+1, tail.end), tail.end)
		if r.sound(s) && !r.indefinite(s) {
			return r.withBe(s) + " not " + r.g.participleOf(r.base(c)) + " " + r.words(span{c.complement, c.complement + 1}) + " " + r.words(span{s.end, tail.end})
		}
	}
	return ""
}
