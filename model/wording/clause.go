package wording

import "strings"

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
	*matcher
	text string
	g    *Guard
}

// says tells whether a token is one of these words.
func (r reader) says(i int, words ...string) bool {
	if i < 0 || i >= len(r.tokens) {
		return false
	}
	t := r.tokens[i]
	if !t.is(word | haveForm | negation | possessive | modal) {
		return false
	}
	w := r.text[t.start:t.end]
	for _, known := range words {
		if len(w) == len(known) && strings.EqualFold(w, known) {
			return true
		}
	}
	return false
}

// words is the text of a span, on one line.
func (r reader) words(s span) string {
	if s.empty() || s.start < 0 || s.end > len(r.tokens) {
		return ""
	}
	raw := r.text[r.tokens[s.start].start:r.tokens[s.end-1].end]
	if strings.ContainsAny(raw, "*_[") {
		raw = strings.NewReplacer("**", "", "__", "", "[", "").Replace(raw)
	}
	if strings.ContainsAny(raw, "\n\r\t") || strings.Contains(raw, "  ") {
		raw = strings.Join(strings.Fields(raw), " ")
	}
	return raw
}

// longestSentence is how far, in tokens, anything is looked for to either side of a hit. Text without a full stop
// would otherwise cost the square of its length.
const longestSentence = 120

// sentence is the range of tokens around a token that no stop interrupts.
func (r reader) sentence(i int) span {
	s := span{i, i}
	for s.start > 0 && s.start > i-longestSentence && !r.tokens[s.start-1].is(stop) && !r.breaksLine(s.start) {
		s.start--
	}
	for s.end < len(r.tokens) && s.end < i+longestSentence && !r.tokens[s.end].is(stop) && (s.end == i || !r.breaksLine(s.end)) {
		s.end++
	}
	return s
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

// subjectBefore is the noun phrase that ends before the verb at token i.
func (r reader) subjectBefore(i int) span {
	j := i - 1
	for j >= 0 && r.tokens[j].is(adverb|negation) && !r.tokens[j].is(determiner|personNoun|subjectPronoun) {
		j--
	}
	if j > 0 && r.tokens[j].is(breaker) && r.mark(j) == ")" {
		for k := j - 1; k > 0 && k > j-8; k-- {
			if r.mark(k) == "(" {
				s := r.phraseBefore(k - 1)
				s.end = j + 1
				return s
			}
		}
	}
	if j < 0 || r.tokens[j].is(stop|breaker|comma) {
		return span{}
	}
	if r.tokens[j].is(whWord) && j > 0 && !r.tokens[j-1].is(stop|breaker|conjunction) || r.says(j, "that") && j > 0 && r.tokens[j-1].is(machineNoun|personNoun|processNoun|failureNoun) {
		k := j - 1
		if k >= 0 && r.tokens[k].is(comma) {
			k--
		}
		return r.antecedent(k)
	}
	if r.tokens[j].is(subjectPronoun|otherPronoun) && !r.tokens[j].is(personNoun) {
		return span{j, j + 1}
	}
	return r.phraseBefore(j)
}

// mark is the text of a mark, to tell brackets apart.
func (r reader) mark(i int) string { return r.text[r.tokens[i].start:r.tokens[i].end] }

// before is the noun that a person's act stands behind: "a change we did not catch".
func (r reader) before(h hit) span {
	s := r.subjectBefore(h.start)
	if s.end != s.start+1 || s.start == 0 || !r.tokens[s.start].is(subjectPronoun) {
		return span{}
	}
	if t := r.tokens[s.start-1]; t.is(preposition|conjunction|adverb|stop|breaker|comma|beForm|haveForm|modal|past|third) && !t.is(failureNoun|machineNoun) {
		return span{}
	}
	return r.antecedent(s.start - 1)
}

// antecedent is the noun that a relative clause hangs on: it ends with token j and begins at its determiner.
func (r reader) antecedent(j int) span {
	s := span{j + 1, j + 1}
	for k := j; k >= 0 && k > j-7; k-- {
		t := r.tokens[k]
		if t.is(stop|breaker|comma|conjunction|modal|beForm|haveForm|doForm|subjectPronoun|negation) && !t.is(determiner) || t.is(preposition) && !r.says(k, "of") {
			break
		}
		s.start = k
		if t.is(determiner|possessive) && !t.is(adjective|number) && (k == 0 || !r.says(k-1, "of")) {
			break
		}
	}
	for s.start < s.end && r.says(s.start, "of") {
		s.start++
	}
	return s
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

// phraseBefore is the noun phrase that ends with token j, taken leftwards.
func (r reader) phraseBefore(j int) span {
	s := span{j + 1, j + 1}
	for k := j; k >= 0 && k > j-10; k-- {
		t := r.tokens[k]
		if t.is(stop|breaker|comma|conjunction|modal|doForm|whWord|negation) && !t.is(determiner) {
			break
		}
		if t.is(beForm|haveForm) || t.is(subjectPronoun) && !t.is(personNoun) {
			// "the changes they are making to the build": the phrase holds a clause, so take it to its border.
			for k > 0 && k > j-14 && !r.tokens[k-1].is(stop|breaker|comma|conjunction) {
				k--
			}
			if r.tokens[k].is(determiner | possessive) {
				s.start = k
			}
			break
		}
		if k < j && t.is(past|third) && !t.is(participial|machineNoun|processNoun|personNoun|failureNoun|adjective) && !r.opensSentence(k) && !r.tokens[k-1].is(determiner|possessive) {
			if r.tokens[k+1].is(preposition) {
				return span{} // "that the port changed from a to b was overlooked": the subject is a clause
			}
			break
		}
		s.start = k
		if t.is(determiner|possessive) && !t.is(adjective|number) && (k == 0 || !r.tokens[k-1].is(preposition) || k < 2 || r.tokens[k-2].is(stop|breaker|comma)) {
			if k > 0 && r.tokens[k-1].is(gerund) && (k == 1 || r.tokens[k-2].is(stop|breaker|comma|conjunction)) {
				s.start = k - 1 // "Appointing a manager"
			}
			break
		}
	}
	for s.start < s.end && r.tokens[s.start].is(preposition|adverb) && !r.tokens[s.start].is(determiner|adjective) {
		s.start++
	}
	return s
}

// condition reads the if-clause of a sentence: "if S had V R", "had S V R", "if S was V".
func (r reader) condition(sentence span) (clause, bool) {
	for i := sentence.start; i < sentence.end; i++ {
		inverted := r.says(i, "had") && (i == sentence.start || r.tokens[i-1].is(comma|breaker|conjunction) ||
			i+1 < sentence.end && r.tokens[i+1].is(subjectPronoun|otherPronoun)) && i+1 < sentence.end && !r.tokens[i+1].is(participle|negation|adverb)
		if !inverted && !r.says(i, "if", "wish", "unless", "only") {
			continue
		}
		if r.says(i, "only") && !r.says(i-1, "if") {
			continue
		}
		if inverted {
			// The subject stands between "had" and the verb.
			for v := i + 1; v < sentence.end && v < i+8; v++ {
				if r.tokens[v].is(participle) && !r.tokens[v].is(determiner) && v > i+1 {
					c := r.verbFrom(v)
					c.subject = span{i + 1, v}
					for !c.subject.empty() && r.tokens[c.subject.end-1].is(adverb|negation) && !r.tokens[c.subject.end-1].is(determiner) {
						c.negated = c.negated || r.tokens[c.subject.end-1].is(negation)
						c.subject.end--
					}
					return c, c.verb >= 0
				}
			}
			continue
		}
		unless := r.says(i, "unless")
		for a := i + 1; a < sentence.end && a < i+12 && !(r.tokens[a].is(modal) && !r.says(a, "'d", "’d")); a++ {
			if !(r.says(a, "had", "'d", "’d", "was", "were", "has") || r.says(a, "did") && a+1 < sentence.end && r.tokens[a+1].is(negation)) {
				continue
			}
			c := r.verbFrom(a)
			if r.tokens[a].is(haveForm|modal|doForm) || c.verb < 0 {
				c = r.verbFrom(a + 1)
			}
			c.subject = span{i + 1, a}
			if r.says(c.subject.start, "that", "only") {
				c.subject.start++
			}
			if c.verb < 0 || r.says(a, "had", "'d") && c.verb > a+1 && !c.passive && !c.state && !r.tokens[c.verb].is(participle) {
				// "if we had a canary"
				object := r.nounPhrase(a+1, r.clauseEnd(a+1))
				if object.empty() || !r.says(a, "had", "'d") {
					return c, false
				}
				return clause{subject: c.subject, object: object, verb: a, complement: a + 1, end: r.clauseEnd(a + 1), negated: unless}, true
			}
			c.negated = c.negated != unless
			return c, true
		}
	}
	return clause{}, false
}
