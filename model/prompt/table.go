package prompt

import (
	"errors"
	"fmt"
	"slices"

	"debrief/model"
	"debrief/model/wording"
)

// ErrPrompt is wrapped by every error of New.
var ErrPrompt = errors.New("question")

// Table is the questions in force.
type Table struct {
	prompts []Prompt
	// words finds what calls for a question; it is made when the first words are typed, since
	// most starts of the program need it later or never.
	words *wording.Guard
}

// New returns the table of Default with the team's own: one with the id of a built-in question
// takes its place, others stand before the built-in ones, so that they come first where they fit
// as well. A question without words is silenced.
func New(own []Prompt) (*Table, error) {
	t := &Table{}
	all := Default()
	for _, p := range own {
		if i := slices.IndexFunc(all, func(o Prompt) bool { return o.ID == p.ID }); i >= 0 {
			all[i] = p
		} else {
			t.prompts = append(t.prompts, p)
		}
	}
	t.prompts = append(t.prompts, all...)
	t.prompts = slices.DeleteFunc(t.prompts, func(p Prompt) bool { return p.Words == "" })
	seen := make(map[string]bool)
	for _, p := range t.prompts {
		switch {
		case p.ID == "" || seen[p.ID]:
			return nil, fmt.Errorf("%w %q: it needs an id of its own", ErrPrompt, p.ID)
		case len(p.Phases) == 0:
			return nil, fmt.Errorf("%w %s: it needs a phase", ErrPrompt, p.ID)
		}
		seen[p.ID] = true
	}
	return t, nil
}

// Prompts returns the questions in their order. The caller only reads them.
func (t *Table) Prompts() []Prompt { return t.prompts }

// fits returns the questions of the phase for which something of the scene holds, the most
// pressing first, and behind them those that may be asked at any time.
func (t *Table) fits(phase model.Phase, s Scene) (fits, others []int) {
	rank := make(map[int]int)
	for i, p := range t.prompts {
		if p.Kind != Question || p.reacts() || !p.in(phase) {
			continue
		}
		if _, ok := p.Filled(s.Fill); !ok {
			continue
		}
		at := -1
		for j, c := range s.Holds {
			if slices.Contains(p.When, c) {
				at = j
				break
			}
		}
		switch {
		case at >= 0:
			rank[i] = at
			fits = append(fits, i)
		case p.Anytime || len(p.When) == 0:
			others = append(others, i)
		}
	}
	slices.SortStableFunc(fits, func(a, b int) int { return rank[a] - rank[b] })
	return fits, others
}

// index returns where the question of that id stands, -1 where it is not there.
func (t *Table) index(id string) int {
	return slices.IndexFunc(t.prompts, func(p Prompt) bool { return p.ID == id })
}

// compile makes a guard whose rules are the questions that words call for. The settings have
// refused a pattern that cannot be read, so an error leaves the words alone.
func (t *Table) compile() *wording.Guard {
	var rules []wording.Rule
	for _, p := range t.prompts {
		patterns := slices.DeleteFunc(slices.Clone(p.Typed), func(s string) bool { return s == Acronym })
		if len(patterns) > 0 {
			// A category of its own lets it be found where it overlaps another.
			rules = append(rules, wording.Rule{ID: p.ID, Category: wording.Category(p.ID), Patterns: patterns,
				Weights: wording.Weights{Any: wording.Soft}, Ask: []wording.Question{{Text: p.Words}}})
		}
	}
	g, err := wording.New(rules)
	if err != nil {
		return &wording.Guard{}
	}
	return g
}
