package wording

// done says that a clause took place: the negation of "would not have".
func (r reader) done(c clause) string {
	if c.state || !r.sound(c.subject) && !r.sound(c.object) {
		return ""
	}
	tail := r.told(c.complement, c)
	for k := tail.start; k < tail.end; k++ {
		if r.says(k, "any", "ever", "either", "yet", "anymore", "anyone", "anybody", "anything", "all", "difference") {
			return ""
		}
	}
	switch {
	case c.passive:
		if !r.sound(c.subject) {
			return ""
		}
		return r.withBe(c.subject) + " " + r.participle(c) + " " + r.words(tail)
	case r.sound(c.object) && (c.subject.empty() || r.kindOf(c.subject) == personSubject):
		after := r.told(c.object.end, c)
		if r.opensNoun(after) || r.tokens[c.verb].is(inner|mental|haveForm) || r.base(c) == "let" || r.base(c) == "make" {
			return ""
		}
		return r.withBe(c.object) + " " + r.participle(c) + " " + r.words(after)
	case !r.sound(c.subject) || r.kindOf(c.subject) == personSubject || r.isUser(c.subject) || r.indefinite(c.subject):
		return ""
	}
	return r.words(c.subject) + " " + r.g.pastOf(r.base(c)) + " " + r.words(r.told(c.verb+1, c))
}
