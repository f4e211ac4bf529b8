package config

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"debrief/model/wording"
)

// maxRules is how many rules a team may write; each is met by every word of every text.
const maxRules = 500

// PhaseName returns the name that settings and flags have for a phase of the guard.
func PhaseName(p wording.Phase) string {
	switch p {
	case wording.Timeline:
		return "timeline"
	case wording.Discretion:
		return "discretion"
	case wording.Countermeasures:
		return "countermeasures"
	}
	return "any"
}

// phaseNames lists the names of all phases; "any" is a text outside a meeting.
func phaseNames() []string {
	var all []string
	for p := wording.AnyPhase; p <= wording.Countermeasures; p++ {
		all = append(all, PhaseName(p))
	}
	return all
}

// writtenRule is what the file says of one rule, with the places for what is wrong in it. What
// is not said is nil.
type writtenRule struct {
	line     int
	id       string
	lines    map[string]int // of each thing that is said
	off      bool
	firm     *bool
	category string
	patterns []placed
	unless   []placed
	phases   []string
	why      string
	ask      []placed
}

// wording takes over the rules of a team:
//
//	wording:
//	  rules:
//	    - id: C5
//	      off: true
//	    - id: heroes
//	      patterns: [hero, saved the day]
//	      ask: What made that step possible{at}?
func (f file) wording(s *Settings, value *yaml.Node) error {
	if isNothing(value) {
		return nil
	}
	if value.Kind != yaml.MappingNode {
		return f.wrong(value.Line, "wording needs a line \"rules:\" and the rules below it")
	}
	_, err := f.fields(value, "wording: there is no key", []field{{"rules", func(name string, value *yaml.Node) error {
		nodes, err := f.list(name, "\"- id:\"", maxRules, value)
		if err != nil {
			return err
		}
		return f.rules(s, nodes)
	}}})
	return err
}

func (f file) rules(s *Settings, nodes []*yaml.Node) error {
	known := wording.Default()
	var all []writtenRule
	for _, node := range nodes {
		w, err := f.rule(node, known)
		if err != nil {
			return err
		}
		if i := slices.IndexFunc(all, func(o writtenRule) bool { return strings.EqualFold(o.id, w.id) }); i >= 0 {
			return f.wrong(w.line, "the rule %s stands in line %d already; leave one of them out", w.id, all[i].line)
		}
		rule, err := f.inForce(w, known)
		if err != nil {
			return err
		}
		all = append(all, w)
		s.Rules = append(s.Rules, rule)
	}
	for _, w := range all {
		if err := f.speaking(w.id, "the guard does not find %q", slices.Concat(w.patterns, w.unless)); err != nil {
			return err
		}
	}
	if _, err := wording.New(s.Rules); err != nil {
		return fmt.Errorf("%s: %w", f.path, err)
	}
	return nil
}

// rule reads what is said of one rule.
func (f file) rule(node *yaml.Node, known []wording.Rule) (w writtenRule, err error) {
	if node.Kind != yaml.MappingNode {
		return w, f.wrong(node.Line, "a rule begins with its id, such as \"- id: C5\"")
	}
	w.line = node.Line
	w.lines, err = f.fields(node, "a rule has no key", []field{
		{"id", f.one(word("id", &w.id))},
		{"off", f.one(truth("off", &w.off))},
		{"category", f.one(word("category", &w.category))},
		{"patterns", f.many(func(all []placed) error { w.patterns = all; return f.marking(all) })},
		{"unless", f.many(func(all []placed) error { w.unless = all; return f.marking(all) })},
		{"firm", f.one(func(p placed) error { w.firm = new(bool); return yesOrNo("firm", p.text, w.firm) })},
		{"phases", f.many(func(all []placed) (err error) { w.phases, err = f.phases(all); return err })},
		{"why", f.one(text(&w.why))},
		{"ask", f.many(func(all []placed) error { w.ask = all; return f.asks(all) })},
	})
	if err != nil {
		return w, err
	}
	if w.id == "" {
		return w, f.wrong(node.Line, "this rule has no id; a line such as \"id: heroes\" names it")
	}
	if i := indexOf(known, w.id); i >= 0 {
		w.id = known[i].ID
	}
	return w, nil
}

func (f file) marking(patterns []placed) error {
	for _, p := range patterns {
		if err := marksWords(p.text); err != nil {
			return f.wrong(p.line, "%w", err)
		}
	}
	return nil
}

func (f file) phases(all []placed) ([]string, error) {
	var names []string
	for _, p := range all {
		i, err := f.choice("there is no phase", p, phaseNames())
		if err != nil {
			return nil, err
		}
		names = append(names, phaseNames()[i])
	}
	return names, nil
}

// slot is a place for words of the text in a question.
var slot = regexp.MustCompile(`\{[^{}]*\}?|\}`)

// asks refuses places that nothing is put into: they would stand in the question as they are.
func (f file) asks(all []placed) error {
	for _, q := range all {
		for _, s := range slot.FindAllString(q.text, -1) {
			if !slices.Contains([]string{"{object}", "{at}", "{words}"}, s) {
				return f.wrong(q.line, "ask: %s stands for nothing; it is {words}, {object} or {at}", s)
			}
		}
	}
	if !slices.ContainsFunc(all, func(q placed) bool { return !strings.Contains(q.text, "{object}") }) {
		return f.wrong(all[0].line, "ask: not every text has an {object}; add a question without it")
	}
	return nil
}
