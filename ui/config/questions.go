package config

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"debrief/model"
	"debrief/model/prompt"
	"debrief/model/wording"
)

// maxQuestions is how many questions a team may write.
const maxQuestions = 500

// writtenQuestion is what the file says of one question. What is not said is nil.
type writtenQuestion struct {
	line   int
	id     string
	off    bool
	phases []placed
	words  *placed
	when   []placed
	typed  []placed
}

// questions takes over the questions of a team:
//
//	questions:
//	  - phases: timeline
//	    words: Which version was live at that minute?
//	    when: decision
//	  - id: open-hope
//	    off: true
func (f file) questions(s *Settings, value *yaml.Node) error {
	nodes, err := f.list("questions", "\"- phases:\", or with \"- id:\" for one of debrief's own", maxQuestions, value)
	if err != nil || len(nodes) == 0 {
		return err
	}
	guard, err := wording.New(append(wording.Default(), s.Rules...))
	if err != nil {
		return fmt.Errorf("%s: %w", f.path, err)
	}
	lines := make(map[string]int)
	var typed []placed
	for i, node := range nodes {
		w, err := f.question(node)
		if err != nil {
			return err
		}
		p, err := f.asked(w, i)
		if err != nil {
			return err
		}
		if line, twice := lines[p.ID]; twice {
			return f.wrong(w.line, "the question %s stands in line %d already; leave one of them out", p.ID, line)
		}
		lines[p.ID] = w.line
		typed = append(typed, w.typed...)
		if w.words != nil {
			for _, found := range guard.Check(p.Words, wording.Context{}) {
				if found.Firm {
					return f.wrong(w.words.line, "words: the wording guard stops %q; ask for what happened", found.Text)
				}
			}
		}
		s.Questions = append(s.Questions, p)
	}
	typed = slices.DeleteFunc(typed, func(p placed) bool { return p.text == prompt.Acronym })
	if err := f.marking(typed); err != nil {
		return err
	}
	return f.speaking("typed", "typed: %q is not found", typed)
}

// question reads what is said of one question.
func (f file) question(node *yaml.Node) (w writtenQuestion, err error) {
	if node.Kind != yaml.MappingNode {
		return w, f.wrong(node.Line, "a question begins with its phases, such as \"- phases: timeline\"")
	}
	w.line = node.Line
	_, err = f.fields(node, "a question has no key", []field{
		{"id", f.one(word("id", &w.id))},
		{"off", f.one(truth("off", &w.off))},
		{"phases", f.many(texts(&w.phases))},
		{"words", f.one(func(p placed) error { w.words = &p; return nil })},
		{"when", f.many(texts(&w.when))},
		{"typed", f.many(texts(&w.typed))},
	})
	return w, err
}

// asked returns the question as it is from now on: one of debrief's with what is said of it, or a
// new one, the i-th of the list.
func (f file) asked(w writtenQuestion, i int) (p prompt.Prompt, err error) {
	known := prompt.Default()
	at := slices.IndexFunc(known, func(k prompt.Prompt) bool { return strings.EqualFold(k.ID, w.id) })
	switch {
	case at >= 0:
		p = known[at]
	case w.words == nil && w.id != "":
		return p, f.wrong(w.line, "there is no question %q to change; the nearest is %q, and one of your own needs words", w.id, Nearest(w.id, questionIDs(known)))
	case w.words == nil:
		return p, f.wrong(w.line, "this question has no words; a line such as \"words: What happened in between?\" says them")
	case w.phases == nil:
		return p, f.wrong(w.line, "this question has no phase; a line such as \"phases: timeline\" says where it is asked")
	default:
		p.ID = w.id
		if p.ID == "" {
			p.ID = fmt.Sprintf("own-%d", i+1)
		}
	}
	p.Own = true
	if w.off {
		p.Words = ""
		return p, nil
	}
	if w.phases != nil {
		if p.Phases, err = f.meetingPhases(w.phases); err != nil {
			return p, err
		}
	}
	if w.words != nil {
		if err := f.readable(*w.words, p.Words); err != nil {
			return p, err
		}
		p.Words = w.words.text
	}
	if w.when != nil {
		if p.When, err = f.conditions(w.when, p.Phases); err != nil {
			return p, err
		}
	}
	if w.typed != nil {
		p.Typed, p.For = plain(w.typed), w.typed[0].text
	}
	return p, nil
}

func questionIDs(known []prompt.Prompt) []string {
	var all []string
	for _, p := range known {
		all = append(all, p.ID)
	}
	return all
}

// meetingPhases reads the phases of the meeting.
func (f file) meetingPhases(names []placed) ([]model.Phase, error) {
	var known []string
	for _, p := range model.Phases() {
		known = append(known, prompt.PhaseName(p))
	}
	var phases []model.Phase
	for _, n := range names {
		i, err := f.choice("there is no phase", n, known)
		if err != nil {
			return nil, err
		}
		phases = append(phases, model.Phases()[i])
	}
	return phases, nil
}
