package config

import (
	"slices"
	"strings"

	"debrief/model"
	"debrief/model/prompt"
	"debrief/model/wording"
	"debrief/ui/safe"
)

// halfRow is the room of a row of the question where the terminal has 60 columns.
const halfRow = prompt.Cells - 20

// readable refuses words that find no room, and places that nothing is put into. The places of a
// question that is changed are those that it had.
func (f file) readable(w placed, was string) error {
	for _, s := range slot.FindAllString(w.text, -1) {
		if !strings.Contains(was, s) {
			return f.wrong(w.line, "words: %s stands for nothing here; leave it out", s)
		}
	}
	text := safe.Line(w.text)
	if n := safe.Width(text); n > prompt.Cells {
		return f.wrong(w.line, "words: this takes %d cells and a row has %d; say it shorter", n, prompt.Cells)
	}
	if len(safe.Wrap(text, halfRow)) > 2 {
		return f.wrong(w.line, "words: this finds no room in two rows of %d cells; say it shorter", halfRow)
	}
	return nil
}

// conditions reads when a question is asked first. Each may hold in one of its phases.
func (f file) conditions(names []placed, phases []model.Phase) ([]prompt.Condition, error) {
	known := prompt.Conditions()
	var ids []string
	for _, k := range known {
		ids = append(ids, string(k.Condition))
	}
	var all []prompt.Condition
	for _, n := range names {
		i := slices.Index(ids, strings.ToLower(n.text))
		if i < 0 {
			return nil, f.wrong(n.line, "when: there is no condition %q; the nearest is %q", n.text, Nearest(n.text, ids))
		}
		if !slices.ContainsFunc(known[i].Phases, func(p model.Phase) bool { return slices.Contains(phases, p) }) {
			return nil, f.wrong(n.line, "when: %q never holds in these phases; it does in %s", ids[i], prompt.PhaseName(known[i].Phases[0]))
		}
		all = append(all, known[i].Condition)
	}
	return all, nil
}

// callable refuses patterns that cannot be read, or find nothing.
func (f file) callable(typed []placed) error {
	typed = slices.DeleteFunc(slices.Clone(typed), func(p placed) bool { return p.text == prompt.Acronym })
	if len(typed) == 0 {
		return nil
	}
	if err := f.marking(typed); err != nil {
		return err
	}
	rule := wording.Rule{ID: "typed", Category: "typed", Patterns: plain(typed), Ask: []wording.Question{{Text: "?"}}}
	if _, err := wording.New([]wording.Rule{rule}); err != nil {
		for _, p := range typed {
			rule.Patterns = []string{p.text}
			if _, err := wording.New([]wording.Rule{rule}); err != nil {
				return f.wrong(p.line, "%w", bare(err))
			}
		}
		return f.wrong(typed[0].line, "%w", bare(err))
	}
	if p, text, found := unheard(typed); found {
		return f.wrong(p.line, "typed: %q is not found in a text: write \"do not\" for \"don't\", and words of letters, hyphens and apostrophes", text)
	}
	return nil
}
