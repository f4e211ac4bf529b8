package config

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"debrief/model/wording"
)

// maxRules is how many rules a team may write; each is met by every word of every text.
const maxRules = 500

// words are the words of an id and of a category: they stand between colons in what lint prints.
var words = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_.-]*$`)

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

// ruleKeys are what may be said of a rule.
func ruleKeys() []string {
	return []string{"id", "off", "category", "patterns", "unless", "firm", "phases", "why", "ask"}
}

// writtenRule is what the file says of one rule, with the places for what is wrong in it. What
// is not said is nil.
type writtenRule struct {
	line     int
	id       string
	keys     map[string]*yaml.Node // the key of each thing that is said
	off      bool
	firm     *bool
	category string
	patterns []placed
	unless   []placed
	phases   []string
	why      string
	ask      []placed
}

// placed is a text and its line.
type placed struct {
	text string
	line int
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
	for i := 0; i+1 < len(value.Content); i += 2 {
		name, rules := value.Content[i], value.Content[i+1]
		switch {
		case name.Value != "rules":
			return f.wrong(name.Line, "wording: there is no key %q; the nearest is \"rules\"", name.Value)
		case i > 0:
			return f.wrong(name.Line, "wording: rules stand there twice; put them into one list")
		case isNothing(rules):
		case rules.Kind != yaml.SequenceNode:
			return f.wrong(rules.Line, "rules are a list, each beginning with \"- id:\"")
		case len(rules.Content) > maxRules:
			return f.wrong(rules.Line, "there are more than %d rules", maxRules)
		default:
			if err := f.rules(s, rules.Content); err != nil {
				return err
			}
		}
	}
	return nil
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
	if _, err := wording.New(s.Rules); err != nil {
		return f.unfit(all, s.Rules, err)
	}
	var patterns []placed
	for _, w := range all {
		patterns = slices.Concat(patterns, w.patterns, w.unless)
	}
	if p, text, found := unheard(patterns); found {
		return f.wrong(p.line, "the guard does not find %q in a text: write \"do not\" for \"don't\", and words of letters, hyphens and apostrophes", text)
	}
	return nil
}

// rule reads what is said of one rule.
func (f file) rule(node *yaml.Node, known []wording.Rule) (w writtenRule, err error) {
	if node.Kind != yaml.MappingNode {
		return w, f.wrong(node.Line, "a rule begins with its id, such as \"- id: C5\"")
	}
	w = writtenRule{line: node.Line, keys: make(map[string]*yaml.Node)}
	for i := 0; i+1 < len(node.Content); i += 2 {
		name, value := node.Content[i], node.Content[i+1]
		if !slices.Contains(ruleKeys(), name.Value) {
			return w, f.wrong(name.Line, "a rule has no key %q; the nearest is %q", name.Value, Nearest(name.Value, ruleKeys()))
		}
		if w.keys[name.Value] != nil {
			return w, f.wrong(name.Line, "%s stands in line %d already; leave one of them out", name.Value, w.keys[name.Value].Line)
		}
		w.keys[name.Value] = name
		if err := w.take(f, name.Value, value); err != nil {
			return w, err
		}
	}
	if w.id == "" {
		return w, f.wrong(node.Line, "this rule has no id; a line such as \"id: heroes\" names it")
	}
	if i := indexOf(known, w.id); i >= 0 {
		w.id = known[i].ID
	}
	return w, nil
}

func (w *writtenRule) take(f file, name string, value *yaml.Node) (err error) {
	switch name {
	case "patterns":
		if w.patterns, err = f.texts(name, value); err == nil {
			err = f.marking(w.patterns)
		}
	case "unless":
		if w.unless, err = f.texts(name, value); err == nil {
			err = f.marking(w.unless)
		}
	case "ask":
		if w.ask, err = f.texts(name, value); err == nil {
			err = f.asks(w.ask)
		}
	case "phases":
		w.phases, err = f.phases(value)
	default:
		if value.Kind != yaml.ScalarNode || strings.TrimSpace(value.Value) == "" {
			return f.wrong(value.Line, "%s needs one value", name)
		}
		err = w.takeOne(name, strings.TrimSpace(value.Value))
		if err != nil {
			return f.wrong(value.Line, "%w", err)
		}
	}
	return err
}

func (w *writtenRule) takeOne(name, value string) error {
	switch name {
	case "id", "category":
		if !words.MatchString(value) {
			return fmt.Errorf("%s is one word of letters, digits and hyphens, not %q", name, value)
		}
		if name == "id" {
			w.id = value
		} else {
			w.category = value
		}
	case "why":
		w.why = value
	case "off":
		return yesOrNo(name, value, &w.off)
	case "firm":
		w.firm = new(bool)
		return yesOrNo(name, value, w.firm)
	}
	return nil
}

// texts reads a text, or a list of them.
func (f file) texts(name string, value *yaml.Node) ([]placed, error) {
	nodes := []*yaml.Node{value}
	if value.Kind == yaml.SequenceNode {
		nodes = value.Content
	}
	var all []placed
	for _, node := range nodes {
		if node.Kind != yaml.ScalarNode || strings.TrimSpace(node.Value) == "" {
			return nil, f.wrong(node.Line, "%s is a text or a list of texts; one with [ ] { } ! | < > or : in it stands in quotation marks", name)
		}
		all = append(all, placed{node.Value, node.Line})
	}
	if len(all) == 0 {
		return nil, f.wrong(value.Line, "%s is empty; leave it out, or name a text", name)
	}
	return all, nil
}

func (f file) marking(patterns []placed) error {
	for _, p := range patterns {
		if err := marksWords(p.text); err != nil {
			return f.wrong(p.line, "%w", err)
		}
	}
	return nil
}

func (f file) phases(value *yaml.Node) ([]string, error) {
	all, err := f.texts("phases", value)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, p := range all {
		if !slices.Contains(phaseNames(), p.text) {
			return nil, f.wrong(p.line, "there is no phase %q; the nearest is %q", p.text, Nearest(p.text, phaseNames()))
		}
		names = append(names, p.text)
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

// unfit finds the pattern that the guard cannot read, and says it with its line.
func (f file) unfit(all []writtenRule, rules []wording.Rule, err error) error {
	for i, w := range all {
		for _, p := range slices.Concat(w.patterns, w.unless) {
			r := rules[i]
			r.Patterns, r.Unless = []string{p.text}, nil
			if _, err := wording.New([]wording.Rule{r}); err != nil {
				return f.wrong(p.line, "%w", bare(err))
			}
		}
	}
	return fmt.Errorf("%s: %w", f.path, err)
}

// bare is an error of the guard with the id of the rule and what is wrong.
func bare(err error) error {
	return errors.New(strings.TrimPrefix(err.Error(), "wording "))
}

func isNothing(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Value == "" }
