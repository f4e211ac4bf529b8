package config

import (
	"fmt"
	"slices"
	"strings"
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
