package config

import (
	"fmt"
	"slices"
	"strings"

	"debrief/model/wording"
)

// inForce returns the rule as it is from now on: the known one with what is said of it, or a new one.
func (f file) inForce(w writtenRule, known []wording.Rule) (wording.Rule, error) {
	i := indexOf(known, w.id)
	if i < 0 {
		return f.own(w, known)
	}
	r := known[i]
	if r.Book {
		if err := f.stays(w); err != nil {
			return r, err
		}
	}
	r.Disabled = w.off // to name a rule that is silent turns it on
	r.Weights = weights(w, r.Weights)
	if w.category != "" {
		r.Category = wording.Category(w.category)
	}
	if w.patterns != nil {
		r.Patterns = plain(w.patterns)
	}
	if w.unless != nil {
		r.Unless = plain(w.unless)
	}
	return said(w, r), nil
}

// stays refuses what would let the book's rule pass something.
func (f file) stays(w writtenRule) error {
	softer := w.off || w.firm != nil && !*w.firm
	first := 0
	for key, line := range w.lines {
		switch {
		case key == "id", key == "why", key == "ask", (key == "off" || key == "firm") && !softer:
		case first == 0 || line < first:
			first = line
		}
	}
	if first == 0 {
		return nil
	}
	return f.wrong(first, "%s is the book's rule and can be neither silenced nor made soft; only its why and ask may be changed", w.id)
}

// own returns a rule that the team added.
func (f file) own(w writtenRule, known []wording.Rule) (wording.Rule, error) {
	r := wording.Rule{
		ID: w.id, Category: "team", Disabled: w.off, Patterns: plain(w.patterns), Unless: plain(w.unless),
		Weights: weights(w, wording.Weights{Any: wording.Soft, Timeline: wording.Soft, Discretion: wording.Soft, Countermeasures: wording.Soft}),
		Why:     "The team asks for another wording.",
	}
	if w.category != "" {
		r.Category = wording.Category(w.category)
	}
	near := fmt.Sprintf("there is no rule %q to change; the nearest is %q, and one of your own needs", w.id, Nearest(w.id, ids(known)))
	switch {
	case len(w.patterns) == 0:
		return r, f.wrong(w.line, "%s patterns", near)
	case len(w.ask) == 0:
		return r, f.wrong(w.line, "%s a question to ask", near)
	}
	return said(w, r), nil
}

// said puts in the sentences.
func said(w writtenRule, r wording.Rule) wording.Rule {
	if w.why != "" {
		r.Why = w.why
	}
	if w.ask != nil {
		r.Ask = nil
		for _, q := range w.ask {
			r.Ask = append(r.Ask, wording.Question{Text: q.text})
		}
	}
	return r
}

// weights returns how strongly the rule speaks: where it spoke before unless phases are named,
// and as strongly as before unless firm is said.
func weights(w writtenRule, was wording.Weights) wording.Weights {
	strongest := max(was.Any, was.Timeline, was.Discretion, was.Countermeasures)
	weight := func(p wording.Phase) wording.Weight {
		now := was.In(p)
		if w.phases != nil {
			if !slices.Contains(w.phases, PhaseName(p)) {
				return wording.Off
			}
			if now == wording.Off {
				now = strongest
			}
		}
		switch {
		case now == wording.Off || w.firm == nil:
			return now
		case *w.firm:
			return wording.Firm
		}
		return wording.Soft
	}
	return wording.Weights{
		Any: weight(wording.AnyPhase), Timeline: weight(wording.Timeline),
		Discretion: weight(wording.Discretion), Countermeasures: weight(wording.Countermeasures),
	}
}

func indexOf(rules []wording.Rule, id string) int {
	return slices.IndexFunc(rules, func(r wording.Rule) bool { return strings.EqualFold(r.ID, id) })
}

func ids(rules []wording.Rule) []string {
	var all []string
	for _, r := range rules {
		all = append(all, r.ID)
	}
	return all
}
