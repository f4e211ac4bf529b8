package review

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"debrief/model/wording"
)

// halves proposes what to record of a text and what to park. Only sentences with a firm finding
// are changed, and what the field held before stays as it was: parking an idea must not lose
// what else was said.
func halves(by *wording.Guard, was, text string, in wording.Context) (fact, idea string) {
	kept, rest := "", text
	if was != "" && strings.HasPrefix(text, was) && len(Firm(by.Check(was, in))) == 0 {
		kept, rest = was, strings.TrimLeft(text[len(was):], " ;,.-\n")
	}
	var ideas []string
	var facts strings.Builder
	for _, part := range sentences(rest) {
		said := strings.TrimSpace(part)
		found := Firm(by.Check(said, in))
		if len(found) == 0 {
			facts.WriteString(part)
			continue
		}
		f, i := by.Halves(said, found[0])
		if f != "" {
			facts.WriteString(f + part[len(strings.TrimRightFunc(part, unicode.IsSpace)):])
		}
		if i != "" && !slices.Contains(ideas, i) {
			ideas = append(ideas, i)
		}
	}
	fact = strings.TrimSpace(facts.String())
	if len(Firm(by.Check(fact, in))) > 0 || len(ideas) == 0 && fact == strings.TrimSpace(rest) {
		// The words stand across two sentences: the whole text is one.
		if found := Firm(by.Check(rest, in)); len(found) > 0 {
			f, i := by.Halves(rest, found[0])
			fact, ideas = f, nil
			if i != "" {
				ideas = []string{i}
			}
		}
	}
	switch {
	case kept == "":
	case fact == "":
		fact = kept
	case strings.ContainsAny(kept[len(kept)-1:], ".!?:;"):
		fact = kept + " " + fact
	default:
		fact = kept + ". " + fact
	}
	return fact, strings.Join(ideas, "; ")
}

// inQuotes puts the sentences that hold found words between quotation marks, behind the name of who
// said them where one is given. It is "" where the words are found all the same.
func inQuotes(text, who string, holds func(text string) bool) string {
	var b strings.Builder
	open := false
	end := func() {
		if open {
			said := strings.TrimRightFunc(b.String(), unicode.IsSpace)
			space := b.String()[len(said):]
			b.Reset()
			b.WriteString(said + "”" + space)
		}
		open = false
	}
	for _, part := range sentences(text) {
		switch found := holds(part); {
		case !found:
			end()
		case !open && who != "":
			b.WriteString(who + ": “")
			open = true
		case !open:
			b.WriteString("“")
			open = true
		}
		b.WriteString(part)
		if strings.HasSuffix(part, "\n") {
			end() // a quotation ends with its paragraph
		}
	}
	end()
	if quoted := b.String(); !holds(quoted) {
		return quoted
	}
	return ""
}

// sentences parts a text behind full stops that a capital follows, and at empty lines. Put
// together again, the parts are the text.
func sentences(text string) []string {
	var parts []string
	start := 0
	for i := 0; i < len(text); i++ {
		end := i + 1
		for end < len(text) && (text[end] == ' ' || text[end] == '\n') {
			end++
		}
		next, _ := utf8.DecodeRuneInString(text[end:])
		ends := strings.IndexByte(".!?", text[i]) >= 0 && end > i+1 && end < len(text) && unicode.IsUpper(next)
		if ends || text[i] == '\n' && end > i+1 && strings.Contains(text[i:end], "\n\n") {
			parts = append(parts, text[start:end])
			start, i = end, end-1
		}
	}
	return append(parts, text[start:])
}
