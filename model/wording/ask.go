package wording

import "strings"

// longestObject is how many words of the text a question repeats at most.
const longestObject = 7

// ask makes the question of a hit from its rule's templates and the words around it.
func (g *Guard) ask(text string, m *matcher, h hit) string {
	r := reader{phrases{m, text}, g}
	verb, object := r.topic(h)
	worse := r.worse(h)
	at := ""
	if t := r.clockIn(r.part(h)); t != "" {
		at = " at " + t
	}
	for _, q := range g.rules[h.rule].Ask {
		if q.Of == "worse" && !worse || !verbIs(verb, q.Of) || object == "" && strings.Contains(q.Text, "{object}") {
			continue
		}
		return strings.NewReplacer(
			"{object}", object,
			"{at}", at,
			"{words}", strings.Join(strings.Fields(text[m.tokens[h.start].start:m.tokens[h.end-1].end]), " "),
		).Replace(q.Text)
	}
	return ""
}

// worse tells whether a hit says that it could have been worse.
func (r reader) worse(h hit) bool {
	for i := h.end; i < min(h.end+5, len(r.tokens)) && !r.tokens[i].is(stop|comma); i++ {
		if r.says(i, "worse") {
			return true
		}
	}
	return false
}

// verbIs tells whether a verb is of the kind that a question is for.
func verbIs(verb class, of string) bool {
	switch of {
	case "see":
		return verb&perceive != 0
	case "stop":
		return verb&prevent != 0 && verb&(perceive|rescue) == 0
	case "act":
		return verb&(human|accident|operate) != 0 && verb&(perceive|prevent) == 0
	}
	return true
}

// topic is the class of the verb that a hit is about, and the words for what it is done to.
func (r reader) topic(h hit) (class, string) {
	sentence := r.sentence(h.start)
	if c, ok := r.modalClause(h); ok {
		if object := r.about(c); object != "" {
			return r.tokens[c.verb].class, object
		}
		if d, ok := r.condition(sentence); ok {
			if object := r.about(d); object != "" {
				return r.tokens[d.verb].class, object
			}
		}
		return r.tokens[c.verb].class, ""
	}
	if c, ok := r.condition(sentence); ok && h.start <= c.verb && c.verb <= h.end+9 {
		return r.tokens[c.verb].class, r.about(c)
	}
	if s := r.lackingNoun(h); !s.empty() && s.end-s.start <= longestObject+2 && !r.pronoun(s) {
		return 0, r.noun(s)
	}
	last := h.end - 1
	for last > h.start && !r.tokens[last].is(past|participle|base|gerund|third|sloppyPast) {
		last--
	}
	c := clause{verb: last, complement: h.end, end: r.clauseEnd(h.end)}
	if last == h.end-1 && r.tokens[last].is(past|participle|base|sloppyPast) {
		r.fill(&c)
		if c.object.empty() {
			c.object = r.before(h)
		}
	}
	c.passive = last > h.start && r.tokens[last-1].is(beForm|adverb) && r.tokens[h.start].is(beForm)
	if c.passive {
		c.subject = r.subjectBefore(h.start)
		c.object = span{}
	} else if c.object.empty() {
		c.object = r.nounPhrase(max(c.complement, h.end), c.end)
	}
	if c.object.empty() || r.names(c.object) {
		return r.tokens[last].class, r.about(c)
	}
	return r.tokens[last].class, ""
}

// names tells whether a phrase names one thing: it begins like a name, or with the word that points at one. What only
// happens to stand behind a finding does not.
func (r phrases) names(s span) bool {
	return r.tokens[s.start].is(determiner|possessive|attendee|capital|code) && !r.tokens[s.start].is(whWord|quantity)
}

// about is the noun that a clause is about, fit to stand in a question: the object, the subject of a passive, or what
// follows a preposition. Pronouns and long phrases say too little or too much.
func (r reader) about(c clause) string {
	if !c.object.empty() && (r.has(c) && !r.definite(c.object) || r.indefinite(c.object) && (r.tokens[c.verb].is(inner|mental) || r.says(c.verb, "preferred", "loved", "liked", "wanted", "wished"))) {
		c.object = span{} // it was not there
	}
	for _, s := range [...]span{c.object, passiveSubject(c), r.afterPreposition(c), r.thing(c.subject)} {
		if s.end-s.start > longestObject || !r.sound(s) || r.kindOf(s) == personSubject {
			continue
		}
		if r.tokens[s.start].is(gerund|past) && !r.tokens[s.start].is(processNoun|participial|adjective) && s.end-s.start > 1 {
			continue
		}
		if s.end-s.start == 1 && r.tokens[s.start].is(number|clock|adjective|adverb) {
			continue
		}
		if w := r.noun(s); w != "" {
			return w
		}
	}
	return ""
}

func passiveSubject(c clause) span {
	if c.passive {
		return c.subject
	}
	return span{}
}

// thing is a subject unless it is a person: a question asks about what happened, not about who.
func (r phrases) thing(s span) span {
	if s.empty() || r.kindOf(s) == personSubject || r.indefinite(s) || r.says(s.start, "another", "more", "better", "earlier") {
		return span{}
	}
	return s
}

// afterPreposition is the noun after the preposition that follows a verb: the lag in "alerted on the lag".
func (r reader) afterPreposition(c clause) span {
	if c.state || c.complement+1 >= c.end || !r.tokens[c.complement].is(preposition) || r.tokens[c.complement].is(toward) && r.tokens[c.complement+1].is(base) ||
		!r.says(c.complement, "at", "on", "for", "about", "into", "of", "with", "to", "upon") {
		return span{}
	}
	s := r.nounPhrase(c.complement+1, c.end)
	if r.indefinite(s) && r.says(c.verb, "led", "lead", "resulted", "turned") {
		return span{} // an end that did not come
	}
	return s
}

// noun is a noun phrase within a sentence: "a canary" becomes "the canary", and a capital that only began a sentence goes.
func (r phrases) noun(s span) string {
	if !s.empty() && r.says(s.start, "a", "an", "no", "any", "some", "another") {
		if s.start++; s.empty() {
			return ""
		}
		return "the " + r.words(s)
	}
	for !s.empty() && r.tokens[s.start].is(conjunction|adverb) && !r.tokens[s.start].is(determiner|adjective) {
		s.start++
	}
	if s.empty() {
		return ""
	}
	return r.inside(s)
}

// inside is a phrase as it stands within a sentence: without the capital that only began its own.
func (r phrases) inside(s span) string {
	w := r.words(s)
	t := r.tokens[s.start]
	first := s.start == 0 || r.tokens[s.start-1].is(stop|breaker)
	if first && t.is(capital) && t.id != 0 && !t.is(attendee) && len(w) > 1 && !(w[1] >= 'A' && w[1] <= 'Z') && !r.says(s.start, "I") {
		w = strings.ToLower(w[:1]) + w[1:]
	}
	return w
}

// part is the sentence that a hit stands in, as far as no colon or dash parts it; a time alone before one belongs to it.
func (r phrases) part(h hit) span {
	s := r.sentence(h.start)
	for i := h.start; i > s.start; i-- {
		if r.tokens[i-1].is(breaker) && i-1-s.start > 2 {
			s.start = i
			break
		}
	}
	for i := h.end; i < s.end; i++ {
		if r.tokens[i].is(breaker) {
			s.end = i
			break
		}
	}
	return s
}

// clockIn is the first time of day in a sentence, or "".
func (r phrases) clockIn(sentence span) string {
	for i := sentence.start; i < sentence.end; i++ {
		if r.tokens[i].is(clock) && r.tokens[i].is(number) {
			return r.words(span{i, i + 1})
		}
	}
	return ""
}
