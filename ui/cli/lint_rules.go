package cli

import (
	"slices"

	"debrief/model/wording"
	"debrief/ui/config"
)

// ruleResult is a rule in the JSON form of lint --rules.
type ruleResult struct {
	ID       string            `json:"id"`
	Category wording.Category  `json:"category"`
	From     string            `json:"from"`
	Weights  map[string]string `json:"weights"` // phase: firm, soft or off
	Patterns []string          `json:"patterns"`
	Unless   []string          `json:"unless"`
	Why      string            `json:"why"`
	Ask      []string          `json:"ask"`
}

// printRules prints every rule, those that are silent included; with a phase, those that speak
// in it.
func (l *linting) printRules(s config.Settings, phase wording.Phase) error {
	var shown []ruleResult
	rows := [][]string{{"Rule", "Category", "Any", "Timeline", "Discretion", "Countermeasures", "From", "Why"}}
	for _, rule := range l.guard.Rules() {
		if phase != wording.AnyPhase && weight(rule, phase) == "off" {
			continue
		}
		r := ruleResult{
			ID: rule.ID, Category: rule.Category, From: from(s, rule), Weights: make(map[string]string),
			Patterns: rule.Patterns, Unless: append([]string{}, rule.Unless...), Why: rule.Why,
		}
		row := []string{r.ID, string(r.Category)}
		for _, p := range phases() {
			r.Weights[config.PhaseName(p)] = weight(rule, p)
			row = append(row, weight(rule, p))
		}
		for _, q := range rule.Ask {
			r.Ask = append(r.Ask, q.Text)
		}
		shown = append(shown, r)
		rows = append(rows, append(row, r.From, r.Why))
	}
	if l.asJSON {
		return l.run.printJSON(shown)
	}
	return l.run.print(columns(rows))
}

func weight(r wording.Rule, p wording.Phase) string {
	switch w := r.Weights.In(p); {
	case r.Book:
		return "firm"
	case r.Disabled, w == wording.Off:
		return "off"
	case w == wording.Firm:
		return "firm"
	}
	return "soft"
}

// from says who made a rule what it is.
func from(s config.Settings, rule wording.Rule) string {
	same := func(r wording.Rule) bool { return r.ID == rule.ID }
	ours, theirs := slices.ContainsFunc(wording.Default(), same), slices.ContainsFunc(s.Rules, same)
	switch {
	case ours && theirs && rule.Book:
		return "the book, in the team's words"
	case rule.Book:
		return "the book"
	case ours && theirs:
		return "debrief, changed by the team"
	case theirs:
		return "the team"
	}
	return "debrief"
}
