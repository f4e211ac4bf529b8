package config

import (
	"slices"
	"strings"

	"debrief/model"
	"debrief/model/prompt"
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
		i, err := f.choice("when: there is no condition", n, ids)
		if err != nil {
			return nil, err
		}
		if !slices.ContainsFunc(known[i].Phases, func(p model.Phase) bool { return slices.Contains(phases, p) }) {
			return nil, f.wrong(n.line, "when: %q never holds in these phases; it does in %s", ids[i], prompt.PhaseName(known[i].Phases[0]))
		}
		all = append(all, known[i].Condition)
	}
	return all, nil
}
