package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// base is the infinitive of a clause's verb.
func (r reader) base(c clause) string {
	return r.g.infinitive(r.words(span{c.verb, c.verb + 1}))
}

// pronoun tells whether a span is one pronoun.
func (r phrases) pronoun(s span) bool {
	return s.end == s.start+1 && r.tokens[s.start].is(subjectPronoun|objectPronoun|otherPronoun|whWord) && !r.tokens[s.start].is(personNoun)
}

// target is a noun as an object: "they" becomes "them".
func (r phrases) target(s span) string {
	w := r.inside(s)
	switch strings.ToLower(w) {
	case "i":
		return "me"
	case "we":
		return "us"
	case "he":
		return "him"
	case "she":
		return "her"
	case "they":
		return "them"
	case "which", "that", "this":
		return "it"
	}
	return w
}

// withBe is a noun as a subject with its "was" or "were".
func (r phrases) withBe(s span) string {
	w := r.words(s)
	switch strings.ToLower(w) {
	case "me":
		w = "I"
	case "us":
		w = "we"
	case "him":
		w = "he"
	case "her":
		w = "she"
	case "them":
		w = "they"
	case "which", "that", "this":
		w = "it"
	}
	return w + " " + r.be(s)
}

// be is "was", or "were" for what looks like a plural.
func (r phrases) be(s span) string {
	if s.empty() {
		return "was"
	}
	if r.says(s.start, "we", "they", "you", "them", "us", "these", "those", "many", "several", "two", "three") && !r.says(s.start, "it") {
		return "were"
	}
	head := s.end - 1
	for i := s.start + 1; i < s.end; i++ {
		if r.says(i, "and") {
			return "were"
		}
		if r.tokens[i].is(beForm | haveForm | subjectPronoun) {
			head = s.start + 1 // "the changes they are making"
			break
		}
		if r.tokens[i].is(preposition) {
			head = i - 1
			break
		}
	}
	w := strings.ToLower(r.words(span{head, head + 1}))
	if strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is") && !strings.HasSuffix(w, "'s") && len(w) > 3 && !r.tokens[head].is(code) {
		return "were"
	}
	return "was"
}

// bare is a noun phrase without its determiner.
func (r phrases) bare(s span) string {
	for s.end-s.start > 1 && r.tokens[s.start].is(determiner|possessive) && !r.tokens[s.start].is(number) {
		s.start++
	}
	return r.inside(s)
}

// pastOf and participleOf are the forms of a verb, irregular ones included.
func (g *Guard) pastOf(verb string) string       { return g.formOf(verb, past) }
func (g *Guard) participleOf(verb string) string { return g.formOf(verb, participle) }

func (g *Guard) formOf(verb string, c class) string {
	if f, ok := g.forms[verb]; ok {
		if c == past {
			return f[0]
		}
		return f[1]
	}
	return regular(verb)
}

// nounOf is the noun of a verb that is used with a preposition: no alert on the lag, no test of the restore.
func nounOf(verb string) string {
	switch verb {
	case "alert", "test", "check", "review", "search", "look", "call", "report", "plan", "update", "rollback", "backup", "wait", "agreement", "reply", "page", "limit":
		return verb
	case "monitor":
		return "monitoring"
	case "escalate":
		return "escalation"
	case "agree":
		return "agreement"
	case "investigate":
		return "investigation"
	case "communicate":
		return "communication"
	case "decide":
		return "decision"
	}
	return ""
}

func upperFirst(s string) string {
	if s == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// lowerFirst undoes the capital of a word that now stands inside a sentence, unless it looks like a name.
func lowerFirst(s string) string {
	word, _, _ := strings.Cut(s, " ")
	switch word {
	case "The", "A", "An", "This", "That", "It", "There", "We", "They", "He", "She", "No", "Our", "Its", "Not", "These", "Those":
		return strings.ToLower(word) + s[len(word):]
	}
	return s
}
