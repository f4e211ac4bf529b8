package wording

import "strings"

// Halves proposes the two halves of a sentence that a finding stands in: what happened, to be recorded now, and the
// idea in it, to be parked. Both are proposals to be edited. A half is empty where the sentence gives nothing, or
// nothing that could be said in a sentence both true and whole: a wrong fact is worse than none. What is proposed passes
// the guard itself.
func (g *Guard) Halves(text string, f Finding) (fact, idea string) {
	for _, speech := range [...]bool{false, true} {
		m := g.matcher(text, speech)
		if h, ok := m.at(f); ok {
			fact, idea = reader{phrases{m, text}, g}.halves(h, f)
			g.scratch.Put(m)
			return g.sentenceOf(fact), g.order(idea)
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

// sentenceOf makes a sentence of a fact, and drops one that the guard itself would ask about.
func (g *Guard) sentenceOf(fact string) string {
	fact = tidy(fact)
	if strings.Count(fact, " ") < 2 || dangles(fact) {
		return ""
	}
	for _, f := range g.Check(fact, Context{Phase: Timeline}) {
		switch f.Category {
		case Counterfactual, Blame, Hindsight, AgentCause:
			return ""
		}
	}
	return upperFirst(fact) + "."
}

// order makes an idea of a half, and drops one with a firm finding.
func (g *Guard) order(idea string) string {
	idea = tidy(idea)
	if idea == "" || dangles(idea) {
		return ""
	}
	for _, f := range g.Check(idea, Context{Phase: Discretion}) {
		if f.Firm {
			return ""
		}
	}
	return upperFirst(idea)
}

func tidy(half string) string {
	half = strings.TrimRight(strings.Join(strings.Fields(half), " "), " .,;:")
	return strings.NewReplacer(" ,", ",", " 's", "'s", " ’s", "’s", " . ", ". ").Replace(half)
}

// dangles tells whether the last word waits for another.
func dangles(s string) bool {
	words := strings.Fields(strings.ToLower(s))
	if len(words) == 0 {
		return true
	}
	switch words[len(words)-1] {
	case "the", "a", "an", "of", "to", "with", "and", "or", "but", "that", "which", "who", "if", "like", "so", "as", "than", "from", "by", "not", "was", "were", "my", "our", "their", "his":
		return true
	}
	return false
}

// halves tries the forms a sentence can have, the most telling first.
func (r reader) halves(h hit, f Finding) (fact, idea string) {
	sentence := r.sentence(h.start)
	reach := span{h.start, h.end} // the words that a time must stand beside to be the fact's own
	if f.Category != Counterfactual {
		if fact, idea = r.failing(h); fact == "" && idea == "" {
			fact, idea = r.lacking(h)
		}
		if fact == "" {
			fact = r.plain(sentence, h)
		}
	} else {
		fact, idea, reach = r.counterfactual(sentence, h)
	}
	if fact == "" {
		return r.rest(sentence, h), idea
	}
	if at := r.clockIn(reach); at != "" && !strings.Contains(fact, at) {
		fact = "at " + at + " " + lowerFirst(fact)
	}
	return fact, idea
}

// counterfactual reads the condition and the clause of a world that was not, and where they stand.
func (r reader) counterfactual(sentence span, h hit) (fact, idea string, reach span) {
	condition, conditional := r.condition(sentence)
	frame, framed := r.modalClause(h)
	if !framed {
		frame, framed = r.otherModal(sentence)
	}
	reach = span{h.start, h.end}
	if framed {
		reach = span{min(h.start, frame.verb), max(h.end, frame.end)}
	}
	if conditional && framed && !r.tokens[frame.verb].is(perceive) {
		reach = span{condition.verb, condition.end} // when it would have ended is no time of what happened
	}
	kept := r.absent(sentence)
	switch {
	case !kept.empty():
		if fact = r.present(kept); r.badEnd(sentence) {
			idea = "keep " + r.inside(kept)
		}
		return fact, idea, reach
	case conditional:
		if framed && r.tokens[frame.verb].is(perceive) {
			reach = span{min(reach.start, condition.verb), max(reach.end, condition.end)}
		}
		fact, idea = r.undone(condition), r.wanted(condition)
		if framed && frame.negated && !frame.state && frame.verb != condition.verb {
			fact = joined(r.done(frame), fact)
		}
		return fact, idea, reach
	case framed:
		fact, idea = r.fromFrame(frame)
		return fact, idea, reach
	}
	fact, idea = r.failing(h)
	return fact, idea, span{h.start, r.clauseEnd(h.end)}
}

// joined is two sentences, or the one there is.
func joined(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return strings.TrimSpace(a) + ". " + upperFirst(b)
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

// absent is the noun that kept worse from happening: "if it were not for the retries", "but for the retries".
func (r reader) absent(sentence span) span {
	for i := sentence.start + 1; i+1 < sentence.end; i++ {
		if r.says(i, "for") && (r.tokens[i-1].is(negation) || r.says(i-1, "but") && (i == 1 || !r.tokens[i-2].is(word) || i-1 == sentence.start)) {
			end := r.clauseEnd(i + 1)
			if s := r.withPrepositions(r.nounPhrase(i+1, end), end); r.sound(s) {
				return s
			}
		}
	}
	return span{}
}

// badEnd tells whether a sentence speaks of an end that nobody wants, so that what kept it off is worth keeping.
func (r reader) badEnd(sentence span) bool {
	for i := sentence.start; i < sentence.end; i++ {
		if r.says(i, "worse", "gone", "lost", "down", "failed", "broken", "dead", "unavailable", "stuck", "toast") {
			return true
		}
	}
	return false
}
