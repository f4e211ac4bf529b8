package model

import (
	"encoding/json"
	"strings"
)

// List is a few short words in order: systems, tags, other names. It is kept as one string,
// a word a line, so that rows stay comparable with ==. The zero value is the empty list.
type List string

// ListOf returns the words as a list; surrounding space and empty words are dropped.
func ListOf(words ...string) List {
	var kept []string
	for _, w := range words {
		if w = strings.Join(strings.Fields(w), " "); w != "" {
			kept = append(kept, w)
		}
	}
	return List(strings.Join(kept, "\n"))
}

// ParseList reads words parted by commas, as a person types them.
func ParseList(typed string) List { return ListOf(strings.Split(typed, ",")...) }

// Words returns the words in order, none for the empty list.
func (l List) Words() []string {
	if l == "" {
		return nil
	}
	return strings.Split(string(l), "\n")
}

// String returns the words parted by commas, as a person types them.
func (l List) String() string { return strings.Join(l.Words(), ", ") }

// MarshalJSON writes the list as a JSON array of strings.
func (l List) MarshalJSON() ([]byte, error) {
	words := l.Words()
	if words == nil {
		words = []string{}
	}
	return json.Marshal(words)
}

// UnmarshalJSON reads a JSON array of strings.
func (l *List) UnmarshalJSON(b []byte) error {
	var words []string
	if err := json.Unmarshal(b, &words); err != nil {
		return err
	}
	*l = ListOf(words...)
	return nil
}
