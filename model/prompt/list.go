package prompt

import "slices"

// Section is a part of the list of all questions, under its title.
type Section struct {
	Title   string
	Prompts []Prompt // with their places filled
}

// All returns everything that may be asked in the phase: first what fits now.
func (a *Asker) All(at Place, s Scene) []Section {
	a.see(at, s)
	take := func(title string, wanted func(i int, p Prompt) bool) Section {
		section := Section{Title: title}
		for i, p := range a.table.prompts {
			words, ok := p.Filled(s.Fill)
			if !ok || !p.in(at.Phase) || !wanted(i, p) {
				continue
			}
			p.Words = words
			section.Prompts = append(section.Prompts, p)
		}
		return section
	}
	fit := Section{Title: "Fit now"}
	for _, i := range a.fits {
		p := a.table.prompts[i]
		p.Words, _ = p.Filled(s.Fill)
		fit.Prompts = append(fit.Prompts, p)
	}
	all := []Section{
		fit,
		take("At any time", func(i int, _ Prompt) bool { return slices.Contains(a.others, i) }),
		take("When things slip", func(_ int, p Prompt) bool { return p.Kind == Slip }),
		take("When somebody says so", func(_ int, p Prompt) bool { return p.reacts() }),
		take("Where they fit", func(i int, p Prompt) bool {
			return p.Kind == Question && !p.reacts() && !slices.Contains(a.fits, i) && !slices.Contains(a.others, i)
		}),
		take("Before the meeting, for yourself", func(_ int, p Prompt) bool { return p.Kind == Before }),
	}
	return slices.DeleteFunc(all, func(s Section) bool { return len(s.Prompts) == 0 })
}
