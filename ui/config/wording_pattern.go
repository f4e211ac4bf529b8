package config

import (
	"fmt"
	"slices"
	"strings"

	"debrief/model/wording"
)

// marksWords refuses a pattern that has nothing to mark: the guard shows the words that it asks
// about, so each of its findings needs one.
func marksWords(pattern string) error {
	elements := strings.Fields(pattern)
	opens, closes := slices.Index(elements, "["), slices.Index(elements, "]")
	if opens >= 0 || closes >= 0 {
		pair := opens >= 0 && opens < closes
		if !pair || slices.Contains(elements[opens+1:], "[") || slices.Contains(elements[closes+1:], "]") {
			return fmt.Errorf("%q needs one [ and one ] behind it, around the words that are marked", pattern)
		}
		elements = elements[opens+1 : closes]
	}
	if !slices.ContainsFunc(elements, takesWord) {
		return fmt.Errorf("%q marks no word that has to be there", pattern)
	}
	return nil
}

// takesWord tells that an element of a pattern stands for a word that has to be there.
func takesWord(element string) bool {
	switch element {
	case "~", "^", "^^", "<end>", "[", "]":
		return false
	}
	return !strings.HasPrefix(element, "..") && !strings.HasPrefix(element, "{") &&
		!strings.ContainsAny(element[:1], "=!-") && !strings.ContainsAny(element[len(element)-1:], "?*")
}

// spoken returns texts that a pattern of plain words has to find, one for each alternative; none
// where it holds more than words.
func spoken(pattern string) []string {
	var words [][]string
	most := 1
	for element := range strings.FieldsSeq(pattern) {
		switch {
		case element == "~", element == "[", element == "]", strings.HasPrefix(element, ".."):
			continue
		case strings.ContainsAny(element, "<>{}^"), strings.ContainsAny(element[:1], "=!-") && len(element) > 1:
			return nil
		case strings.HasSuffix(element, "?"), strings.HasSuffix(element, "*"):
			continue // it may be absent
		}
		either := strings.Split(strings.TrimSuffix(element, "+"), "|")
		most = max(most, len(either))
		words = append(words, either)
	}
	var texts []string
	for i := range most {
		var text []string
		for _, either := range words {
			text = append(text, either[min(i, len(either)-1)])
		}
		texts = append(texts, strings.Join(text, " "))
	}
	return texts
}

// speaking refuses patterns that the guard cannot read, and those that do not find the text that they
// are made for: the guard reads words in its own way, and a pattern that never speaks helps nobody.
// silent begins the sentence about such a text.
func (f file) speaking(rule, silent string, patterns []placed) error {
	for _, p := range patterns {
		g, err := wording.New([]wording.Rule{{
			ID: rule, Category: "pattern", Patterns: []string{p.text},
			Weights: wording.Weights{Any: wording.Soft}, Ask: []wording.Question{{Text: "?"}},
		}})
		if err != nil {
			return f.wrong(p.line, "%s", strings.TrimPrefix(err.Error(), "wording "))
		}
		for _, text := range spoken(p.text) {
			if len(g.Check(text, wording.Context{})) == 0 && len(g.Check("then "+text+" there", wording.Context{})) == 0 {
				return f.wrong(p.line, silent+" in a text: write \"do not\" for \"don't\", and words of letters, hyphens and apostrophes", text)
			}
		}
	}
	return nil
}
