package wording

// failing reads "S did not V R", "S failed to V R", "nobody V-ed R".
func (r reader) failing(h hit) (fact, idea string) {
	v := r.failedVerb(h)
	if v < 0 {
		return "", ""
	}
	c := clause{verb: v}
	aux := v
	for aux > 0 && r.tokens[aux-1].is(adverb|negation|beForm|haveForm|doForm|toward) && !r.tokens[aux-1].is(personNoun|subjectPronoun) {
		aux--
		c.passive = c.passive || r.tokens[aux].is(beForm) && r.tokens[v].is(participle)
		c.perfect = c.perfect || r.says(aux, "have", "has")
	}
	c.subject = r.subjectBefore(min(aux, h.start))
	if r.tokens[h.start].is(machineNoun|processNoun) || h.start < aux && r.tokens[h.start].is(determiner) {
		c.subject = r.subjectBefore(aux)
	}
	r.fill(&c)
	if !c.passive && (r.tokens[v].is(foresee) || r.subject(aux) != machineSubject) {
		c.subject = span{}
	}
	if c.object.empty() && !c.passive {
		if s := r.before(h); !s.empty() {
			c.object = span{} // "a change we did not catch"
			return r.noun(s) + " " + r.be(s) + " not " + r.participle(c) + " " + r.words(r.told(c.complement, c)), ""
		}
	}
	fact, idea = r.undone(c), r.wanted(c)
	if c.passive {
		idea = ""
	}
	return fact, idea
}

// failedVerb is the verb of what was not done, or -1.
func (r reader) failedVerb(h hit) int {
	unmet := false
	for i := h.start; i < h.end; i++ {
		nobody := i == h.start && r.isNobody(i, h.end)
		unmet = unmet || r.says(i, "failed", "fail", "fails", "failing", "forgot", "forgotten", "neglected", "omitted", "supposed", "meant", "round", "around", "think", "thought", "bother", "bothered")
		if !r.tokens[i].is(negation) && !(unmet && r.says(i, "to")) && !nobody {
			continue
		}
		v := i + 1
		if nobody {
			for v = h.end - 1; v > i && !r.tokens[v].is(past|participle); v-- {
			}
			if v == i {
				return -1
			}
		}
		for v < len(r.tokens) && (r.tokens[v].is(adverb) && !r.tokens[v].is(base) || r.filler(v) == 1) {
			v++
		}
		if v+1 < len(r.tokens) && r.says(v, "be", "been") && r.tokens[v+1].is(participle) {
			return v + 1 // "was supposed to be applied"
		}
		if r.isLeftUndone(v, unmet) {
			return v
		}
	}
	return -1
}

// isNobody tells whether "nobody", "no one" or "no engineer" begins at token i.
func (r reader) isNobody(i, end int) bool {
	return r.says(i, "nobody", "none", "neither", "one", "no-one") ||
		r.says(i, "no") && (r.says(i+1, "one") || i+1 < end && r.tokens[i+1].is(personNoun))
}

// isLeftUndone tells whether the verb at token v is what was not done, and not one that another follows with "to".
func (r reader) isLeftUndone(v int, unmet bool) bool {
	if v >= len(r.tokens) || !r.tokens[v].is(base|past|participle) && !(unmet && r.tokens[v].is(gerund)) {
		return false
	}
	if r.tokens[v].is(beForm) || r.says(v, "pay", "paid", "care") {
		return false
	}
	return v+1 == len(r.tokens) || !r.says(v, "think", "thought", "bother", "bothered", "get", "got", "manage", "managed", "did", "do", "seem", "dare")
}

// lacking reads "no N led to", "lack of N", "not enough N": what was missing is the idea, where it is a thing to do.
func (r reader) lacking(h hit) (fact, idea string) {
	s := r.lackingNoun(h)
	if s.empty() || r.pronoun(s) {
		return "", ""
	}
	if r.says(s.start-1, "no") && r.sound(s) {
		fact = "there " + r.be(s) + " no " + r.words(s)
	}
	for i := s.start; i < s.end; i++ {
		if r.says(i, "testing", "test", "tests", "monitoring", "alerting", "documentation", "validation", "verification", "review", "reviews", "revision", "training", "runbook",
			"runbooks", "drill", "drills", "maintenance", "supervision", "onboarding", "handover", "checks", "check", "procedure", "procedures") {
			return fact, r.words(s)
		}
		if r.tokens[i].is(preposition) {
			break
		}
	}
	return fact, ""
}

// lackingNoun is what a hit says was missing, with what belongs to it.
func (r reader) lackingNoun(h hit) span {
	for i := h.start; i < h.end; i++ {
		if !r.says(i, "no", "enough", "insufficient", "lacked", "lacking", "inadequate", "poor", "limited") && !(r.says(i, "of") && r.says(i-1, "lack", "absence")) {
			continue
		}
		if r.says(i, "no") && (r.says(i+1, "one") || i+1 < len(r.tokens) && r.tokens[i+1].is(personNoun)) {
			return span{} // nobody
		}
		limit := r.clauseEnd(i + 1)
		for k := i + 1; k < limit; k++ {
			if r.says(k, "led", "let", "caused", "allowed", "meant", "resulted", "contributed", "made", "delayed", "slowed") {
				limit = k
			}
		}
		s := r.withPrepositions(r.nounPhrase(i+1, limit), limit)
		for s.end < len(r.tokens)-1 && !s.empty() && (r.tokens[s.end].is(comma) || r.says(s.end, "and")) && r.tokens[s.end+1].is(processNoun) {
			next := r.clauseEnd(s.end + 1)
			s.end = max(s.end+1, r.withPrepositions(r.nounPhrase(s.end+1, next), next).end)
		}
		if s.end < limit && r.tokens[s.end].is(participle) && !s.empty() {
			s.end = limit
		}
		return s
	}
	return span{}
}
