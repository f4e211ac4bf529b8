package wording

// rest is the part of a sentence beside the clause that a hit stands in, when it is a sentence of its own.
func (r reader) rest(sentence span, h hit) string {
	for i := h.start; i > sentence.start+2; i-- {
		if r.parts(i) {
			if s := r.whole(span{sentence.start, i}); !s.empty() {
				return r.words(s)
			}
		}
	}
	for i := h.end; i < sentence.end-2; i++ {
		if r.parts(i) {
			if s := r.whole(span{i + 1, sentence.end}); !s.empty() {
				return r.words(s)
			}
		}
	}
	return ""
}

// parts tells whether a sentence can be taken apart at token i: at a semicolon, a dash, or before "but".
func (r reader) parts(i int) bool {
	return r.tokens[i].is(breaker) && r.mark(i) != "(" && r.mark(i) != ")" && r.mark(i) != "=" || r.says(i, "but")
}

// whole is a part of a sentence that stands alone: a noun or "we" and a verb right behind it, to its end. Otherwise it is
// empty.
func (r reader) whole(s span) span {
	for !s.empty() && (r.tokens[s.start].is(conjunction|comma|adverb|hedge) && !r.tokens[s.start].is(determiner|otherPronoun) || r.says(s.start, "oh", "well", "ok", "okay")) {
		if r.says(s.start, "since", "because", "if", "when", "while", "as", "although", "though", "unless", "whereas", "until", "once", "than") {
			return span{}
		}
		s.start++
	}
	for !s.empty() && r.tokens[s.end-1].is(comma|breaker) {
		s.end--
	}
	if s.end-s.start < 4 || s.end-s.start > 40 {
		return span{}
	}
	verb := s.start + 1
	if !r.tokens[s.start].is(subjectPronoun|otherPronoun) || r.tokens[s.start].is(determiner) {
		n := r.withPrepositions(r.nouns(s.start, s.end), s.end)
		if !r.sound(n) {
			return span{}
		}
		verb = n.end
	} else if r.tokens[s.start].is(whWord) {
		return span{}
	}
	for verb < s.end && r.tokens[verb].is(adverb) {
		verb++
	}
	if verb >= s.end-1 || !r.tokens[verb].is(past|beForm|haveForm|doForm|third|modal) || r.tokens[verb].is(gerund) {
		return span{}
	}
	return s
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
		if to = from + 1; to < h.end && r.tokens[to].is(adverb|adjective) {
			return "" // "unnecessarily long"
		}
	}
	if from > sentence.start && r.tokens[from-1].is(preposition|toward|determiner|possessive) && !r.tokens[from-1].is(conjunction) {
		return "" // "due to wrongly set probes": without the word it says something else
	}
	if to < sentence.end && r.tokens[to].is(comma) {
		to++
	}
	if from == sentence.start {
		s := r.whole(span{to, sentence.end})
		return r.words(s)
	}
	return r.words(span{sentence.start, from}) + " " + r.words(span{to, sentence.end})
}
