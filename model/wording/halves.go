package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Halves proposes the two halves of a sentence that a finding stands in: what happened, to be recorded now, and the
// idea in it, to be parked. Both are proposals to be edited, and neither holds a firm finding. A half for which the
// sentence gives nothing is empty.
func (g *Guard) Halves(text string, f Finding) (fact, idea string) {
	for _, speech := range [...]bool{false, true} {
		m := g.matcher(text, speech)
		if h, ok := m.at(f); ok {
			fact, idea = reader{m, text, g}.halves(h, f)
			g.scratch.Put(m)
			return g.clean(fact, "."), g.clean(idea, "")
		}
		g.scratch.Put(m)
	}
	return "", ""
}

// at finds the words of a finding again. It is false when they stand in a quotation that was not read.
func (m *matcher) at(f Finding) (hit, bool) {
	h := hit{start: -1}
	for i, t := range m.tokens {
		if int(t.start) < f.End && int(t.end) > f.Start && !t.is(stop) {
			if h.start < 0 {
				h.start = i
			}
			h.end = i + 1
		}
	}
	return h, h.start >= 0 && !m.tokens[h.start].is(code)
}

// clean makes a sentence of a half, and drops it if it does not pass the guard itself.
func (g *Guard) clean(half, end string) string {
	half = strings.TrimRight(strings.Join(strings.Fields(half), " "), " .,;:")
	half = strings.NewReplacer(" ,", ",", " 's", "'s", " ’s", "’s", " . ", ". ").Replace(half)
	if half == "" {
		return ""
	}
	for _, f := range g.Check(half, Context{Phase: Discretion}) {
		if f.Firm {
			return ""
		}
	}
	first, size := utf8.DecodeRuneInString(half)
	return string(unicode.ToUpper(first)) + half[size:] + end
}

// halves tries the forms a sentence can have, the most telling first.
func (r reader) halves(h hit, f Finding) (fact, idea string) {
	sentence := r.sentence(h.start)
	condition, hasCondition := r.condition(sentence)
	frame, hasFrame := r.modalClause(h)
	if !hasFrame {
		frame, hasFrame = r.otherModal(sentence)
	}
	switch {
	case f.Category != Counterfactual:
		if fact, idea = r.failing(h); fact == "" {
			fact, idea = r.lacking(h)
		}
		if fact == "" {
			fact = r.plain(sentence, h)
		}
	case r.absent(sentence) != (span{}):
		s := r.absent(sentence)
		fact, idea = r.withBe(s)+" in place", "keep "+r.inside(s)
	case hasCondition:
		fact, idea = r.notDone(condition), r.wanted(condition)
		if hasFrame && frame.negated && !frame.state {
			if done := r.done(frame); done != "" {
				fact = strings.TrimSpace(done) + ". " + upperFirst(fact)
			}
		}
	case hasFrame:
		fact, idea = r.fromFrame(frame)
	default:
		fact, idea = r.failing(h)
	}
	if fact == "" {
		fact = r.rest(sentence, h)
	}
	at := r.clockIn(sentence)
	if at != "" && fact != "" && !strings.Contains(fact, at) {
		fact = "at " + at + " " + lowerFirst(fact)
	}
	return fact, idea
}

// otherModal is the modal clause of a sentence in which a hit marks only the condition.
func (r reader) otherModal(sentence span) (clause, bool) {
	for i := sentence.start; i+1 < sentence.end; i++ {
		if r.says(i, "would", "could", "might", "should", "'d") {
			if c, ok := r.modalClause(hit{start: i, end: min(i+5, sentence.end)}); ok {
				return c, true
			}
		}
	}
	return clause{}, false
}

// fromFrame reads "S would have V R" without a condition.
func (r reader) fromFrame(c clause) (fact, idea string) {
	if with := r.opening(c); !with.empty() && !c.negated {
		if r.says(with.start-1, "without") {
			return r.withBe(with) + " in place", "keep " + r.inside(with)
		}
		return r.withBe(with) + " not in place", r.inside(with)
	}
	if c.negated {
		if r.tokens[c.verb].is(prevent) {
			return "", ""
		}
		return r.done(c), r.avoided(c)
	}
	if s := c.subject.start; !c.subject.empty() && (r.tokens[s].is(gerund) && !r.tokens[s].is(processNoun) || r.tokens[s].is(past) && (s == 0 || r.tokens[s-1].is(stop))) {
		doing := r.g.infinitive(r.words(span{c.subject.start, c.subject.start + 1})) + " " + r.words(span{c.subject.start + 1, c.subject.end})
		return "", doing // who did not do it, nobody says
	}
	if c.state {
		if inner, ok := r.infinitiveIn(c); ok {
			return r.notDone(inner), r.wanted(inner)
		}
		if r.pronoun(c.subject) || c.subject.empty() || r.tokens[c.subject.start].is(number) && c.subject.end == c.subject.start+1 {
			return "", ""
		}
		return "", "make " + r.inside(c.subject) + " " + r.tail(c.verb, c)
	}
	helps := r.tokens[c.verb].is(prevent|perceive|outcome) || r.says(c.verb, "enabled", "allowed", "given", "made", "meant", "led", "eased", "improved", "let")
	if helps && !c.passive && !r.pronoun(c.subject) && !c.subject.empty() && r.nounKind(c.subject.end-1) != personSubject {
		if r.says(c.verb, "been") {
			return "", ""
		}
		purpose := r.base(c) + " " + r.tail(c.complement, c)
		return r.withBe(c.subject) + " not in place", r.inside(c.subject) + ", to " + purpose
	}
	return r.notDone(c), r.wanted(c)
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

// failing reads "S did not V R", "S failed to V R", "S overlooked O".
func (r reader) failing(h hit) (fact, idea string) {
	unmet := false
	for i := h.start; i < h.end; i++ {
		unmet = unmet || r.says(i, "failed", "fail", "fails", "failing", "forgot", "forgotten", "neglected", "omitted", "supposed", "meant")
		if !r.tokens[i].is(negation) && !(unmet && r.says(i, "to")) {
			continue
		}
		v := i + 1
		for v < len(r.tokens) && r.tokens[v].is(adverb) {
			v++
		}
		if v < len(r.tokens) && r.tokens[v].is(base|past|participle) && !r.tokens[v].is(beForm) {
			c := clause{verb: v, subject: r.subjectBefore(h.start)}
			c.passive = r.tokens[h.start].is(beForm) && r.tokens[v].is(participle) && !r.tokens[v].is(base)
			r.fill(&c)
			if r.tokens[v].is(foresee) {
				c.subject = span{}
			}
			if c.object.empty() && !c.passive {
				if s := r.before(h); !s.empty() {
					c.object, c.subject = s, span{}
					tail := " " + r.tail(c.complement, c)
					return r.withBe(s) + " not " + r.g.participleOf(r.base(c)) + tail, r.base(c) + " " + r.target(s) + tail
				}
			}
			return r.notDone(c), r.wanted(c)
		}
	}
	return "", ""
}

// lacking reads "no N led to", "lack of N", "not enough N": what was missing is the idea.
func (r reader) lacking(h hit) (fact, idea string) {
	s := r.lackingNoun(h)
	if s.empty() {
		return "", ""
	}
	if r.says(s.start-1, "no") {
		fact = "there " + r.be(s) + " no " + r.words(s)
	}
	return fact, r.words(s)
}

// lackingNoun is what a hit says was missing, with what belongs to it.
func (r reader) lackingNoun(h hit) span {
	for i := h.start; i < h.end; i++ {
		if !r.says(i, "no", "enough", "insufficient", "lacked", "lacking", "inadequate", "poor") && !(r.says(i, "of") && r.says(i-1, "lack", "absence")) {
			continue
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

// withPrepositions is a noun phrase with the ones that follow it behind prepositions, up to a limit.
func (r reader) withPrepositions(s span, limit int) span {
	for !s.empty() && s.end < limit && r.tokens[s.end].is(preposition) && s.end-s.start < 12 {
		more := r.nounPhrase(s.end+1, limit)
		if more.empty() {
			break
		}
		s.end = more.end
	}
	return s
}

// rest is the sentence without the clause that a hit stands in, when that leaves a clause of its own.
func (r reader) rest(sentence span, h hit) string {
	for i := h.start; i > sentence.start+2; i-- {
		if r.tokens[i].is(comma|breaker) && r.mark(i) != "(" && r.mark(i) != ")" || r.says(i, "but", "because", "so") {
			if s := (span{sentence.start, i}); r.hasVerb(s) {
				return r.words(s)
			}
		}
	}
	for i := h.end; i < sentence.end-2; i++ {
		if r.tokens[i].is(comma|breaker) && r.mark(i) != "(" && r.mark(i) != ")" || r.says(i, "but") {
			s := span{i + 1, sentence.end}
			for !s.empty() && r.tokens[s.start].is(conjunction|comma|adverb) {
				s.start++
			}
			if r.hasVerb(s) {
				return r.words(s)
			}
		}
	}
	return ""
}

// plain is a sentence without the words that colour it: "clearly", "in hindsight".
func (r reader) plain(sentence span, h hit) string {
	from, to := h.start, h.end
	if r.says(from, "in", "with", "by") {
		if !r.says(to-1, "hindsight", "retrospect") {
			return ""
		}
	} else {
		if !r.tokens[from].is(adverb) && !r.says(from, "obviously", "clearly", "inevitably", "predictably", "surprisingly") {
			return ""
		}
		for to = from + 1; to < h.end && r.tokens[to].is(adverb); to++ {
		}
	}
	if to < sentence.end && r.tokens[to].is(comma) {
		to++
	}
	return r.words(span{sentence.start, from}) + " " + r.words(span{to, sentence.end})
}

// absent is the noun that kept worse from happening: "if it were not for the retries", "but for the retries".
func (r reader) absent(sentence span) span {
	for i := sentence.start + 1; i+1 < sentence.end; i++ {
		if r.says(i, "for") && (r.tokens[i-1].is(negation) || r.says(i-1, "but")) {
			return r.nounPhrase(i+1, r.clauseEnd(i+1))
		}
	}
	return span{}
}

// opening is the noun after the "with" or "without" that opens a clause: "With a canary we would have seen it".
func (r reader) opening(c clause) span {
	s := r.sentence(c.verb)
	if !r.says(s.start, "with", "without") {
		return span{}
	}
	limit := c.verb
	if !c.subject.empty() {
		limit = c.subject.start
	}
	n := r.withPrepositions(r.nounPhrase(s.start+1, limit), limit)
	if r.pronoun(n) || n.empty() || r.tokens[n.start].is(gerund) && !r.tokens[n.start].is(processNoun) {
		return span{}
	}
	return n
}

// hasVerb tells whether a span can stand alone.
func (r reader) hasVerb(s span) bool {
	if s.empty() || r.says(s.start, "since", "because", "if", "when", "while", "due", "as", "although", "hence", "unless", "had", "even", "with", "in") {
		return false
	}
	for i := s.start + 1; i < s.end; i++ {
		if r.tokens[i].is(past|beForm|haveForm|doForm|third) && s.end-s.start > 3 {
			return true
		}
	}
	return false
}
