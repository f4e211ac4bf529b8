package entry

import (
	"slices"
	"strings"

	"debrief/ui/safe"
	"debrief/ui/screen"
)

// matching returns the choices that a text means: the one that it names, else those that it
// begins, in their order and in any case.
func matching(choices []string, text string) []string {
	text = strings.ToLower(strings.TrimSpace(text))
	var begun []string
	for _, c := range choices {
		switch name := strings.ToLower(c); {
		case name == text:
			return []string{c}
		case strings.HasPrefix(name, text):
			begun = append(begun, c)
		}
	}
	return begun
}

// readChoice says which choice the text means, and gives Tab those it steps through.
func readChoice(field FormField, text string) screen.Reading {
	found := matching(field.Choices, text)
	var words safe.Text
	switch {
	case len(found) == 0:
		return screen.Reading{Fault: true, Words: field.Label + " is one of: " + listed(field.Choices)}
	case text == "":
		// The recorded choice comes first, so that what shows behind the cursor is what is true.
		found = from(field.Choices, field.Text, 0)
		words = "Tab or letters: " + listed(field.Choices)
		if field.Note != "" {
			words = field.Note
		}
	case len(found) == 1 && strings.EqualFold(found[0], strings.TrimSpace(text)):
		words = safe.Line(found[0]) + "; Tab goes on to the next"
		found = from(field.Choices, found[0], 1)
	default:
		words = safe.Line(found[0]) + "; Tab steps on from it"
		found = from(field.Choices, found[0], 0)
	}
	r := screen.Reading{Words: words}
	for _, c := range found {
		r.Candidates = append(r.Candidates, screen.Candidate{End: len(text), Text: c})
	}
	return r
}

// from returns all choices in a round that begins so many behind one of them.
func from(choices []string, choice string, behind int) []string {
	i := slices.Index(choices, choice)
	if i < 0 {
		return choices
	}
	i = (i + behind) % len(choices)
	return slices.Concat(choices[i:], choices[:i])
}

func listed(choices []string) safe.Text { return safe.Line(strings.Join(choices, ", ")) }
