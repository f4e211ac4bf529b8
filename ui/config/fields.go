package config

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// field is a key that a mapping of the file may have, and what reads its value.
type field struct {
	name string
	read func(name string, value *yaml.Node) error
}

// placed is a text and its line.
type placed struct {
	text string
	line int
}

// fields reads a mapping key by key, and returns the line of each. A key that is not known, or stands
// there twice, is a fault; unknown begins the sentence about the first.
func (f file) fields(node *yaml.Node, unknown string, known []field) (map[string]int, error) {
	lines := make(map[string]int)
	for i := 0; i+1 < len(node.Content); i += 2 {
		name, value := node.Content[i], node.Content[i+1]
		at := slices.IndexFunc(known, func(k field) bool { return k.name == name.Value })
		if at < 0 {
			return nil, f.wrong(name.Line, "%s %q; the nearest is %q", unknown, name.Value, Nearest(name.Value, fieldNames(known)))
		}
		if line, twice := lines[name.Value]; twice {
			return nil, f.wrong(name.Line, "%s stands in line %d already; leave one of them out", name.Value, line)
		}
		lines[name.Value] = name.Line
		if err := known[at].read(name.Value, value); err != nil {
			return nil, err
		}
	}
	return lines, nil
}

func fieldNames(known []field) []string {
	names := make([]string, len(known))
	for i, k := range known {
		names[i] = k.name
	}
	return names
}

// list reads a list of at most so many mappings, each of which begins with a key such as "- id:".
func (f file) list(what, begins string, most int, value *yaml.Node) ([]*yaml.Node, error) {
	switch {
	case isNothing(value):
		return nil, nil
	case value.Kind != yaml.SequenceNode:
		return nil, f.wrong(value.Line, "%s are a list, each beginning with %s", what, begins)
	case len(value.Content) > most:
		return nil, f.wrong(value.Line, "there are more than %d %s", most, what)
	}
	return value.Content, nil
}

// choice finds a name among those that are known, in any case.
func (f file) choice(what string, p placed, known []string) (int, error) {
	i := slices.IndexFunc(known, func(k string) bool { return strings.EqualFold(k, p.text) })
	if i < 0 {
		return 0, f.wrong(p.line, "%s %q; the nearest is %q", what, p.text, Nearest(p.text, known))
	}
	return i, nil
}

// one gives the one value of a key to set.
func (f file) one(set func(placed) error) func(string, *yaml.Node) error {
	return func(name string, value *yaml.Node) error {
		text := strings.TrimSpace(value.Value)
		if value.Kind != yaml.ScalarNode || text == "" {
			return f.wrong(value.Line, "%s needs one value", name)
		}
		if err := set(placed{text, value.Line}); err != nil {
			return f.wrong(value.Line, "%w", err)
		}
		return nil
	}
}

// many gives the text of a key, or the list of them, to set, whose fault has its line already.
func (f file) many(set func([]placed) error) func(string, *yaml.Node) error {
	return func(name string, value *yaml.Node) error {
		nodes := []*yaml.Node{value}
		if value.Kind == yaml.SequenceNode {
			nodes = value.Content
		}
		var all []placed
		for _, node := range nodes {
			if node.Kind != yaml.ScalarNode || strings.TrimSpace(node.Value) == "" {
				return f.wrong(node.Line, "%s is a text or a list of texts; one with [ ] { } ! | < > or : in it stands in quotation marks", name)
			}
			all = append(all, placed{node.Value, node.Line})
		}
		if len(all) == 0 {
			return f.wrong(value.Line, "%s is empty; leave it out, or name a text", name)
		}
		return set(all)
	}
}

// text keeps a value as it is written.
func text(to *string) func(placed) error {
	return func(p placed) error { *to = p.text; return nil }
}

// texts keeps values as they are written.
func texts(to *[]placed) func([]placed) error {
	return func(all []placed) error { *to = all; return nil }
}

// words are the words of an id and of a category: they stand between colons in what lint prints.
var words = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_.-]*$`)

// word keeps a value that is one word.
func word(name string, to *string) func(placed) error {
	return func(p placed) error {
		if !words.MatchString(p.text) {
			return fmt.Errorf("%s is one word of letters, digits and hyphens, not %q", name, p.text)
		}
		*to = p.text
		return nil
	}
}

// truth keeps a value that is true or false.
func truth(name string, to *bool) func(placed) error {
	return func(p placed) error { return yesOrNo(name, p.text, to) }
}

func plain(all []placed) []string {
	var texts []string
	for _, p := range all {
		texts = append(texts, p.text)
	}
	return texts
}

func isNothing(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Value == "" }
