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

// questionKeys are what may be said of a question.
func questionKeys() []string { return []string{"id", "off", "phases", "words", "when", "typed"} }

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
	switch {
	case isNothing(value):
		return nil
	case value.Kind != yaml.SequenceNode:
		return f.wrong(value.Line, "questions are a list, each beginning with \"- phases:\", or with \"- id:\" for one of debrief's own")
	case len(value.Content) > maxQuestions:
		return f.wrong(value.Line, "there are more than %d questions", maxQuestions)
	}
	guard, err := wording.New(append(wording.Default(), s.Rules...))
	if err != nil {
		return fmt.Errorf("%s: %w", f.path, err)
	}
	lines := make(map[string]int)
	var typed []placed
	for i, node := range value.Content {
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
	return f.callable(typed)
}

// question reads what is said of one question.
func (f file) question(node *yaml.Node) (w writtenQuestion, err error) {
	if node.Kind != yaml.MappingNode {
		return w, f.wrong(node.Line, "a question begins with its phases, such as \"- phases: timeline\"")
	}
	w = writtenQuestion{line: node.Line}
	seen := make(map[string]int)
	for i := 0; i+1 < len(node.Content); i += 2 {
		name, value := node.Content[i], node.Content[i+1]
		if !slices.Contains(questionKeys(), name.Value) {
			return w, f.wrong(name.Line, "a question has no key %q; the nearest is %q", name.Value, Nearest(name.Value, questionKeys()))
		}
		if line, twice := seen[name.Value]; twice {
			return w, f.wrong(name.Line, "%s stands in line %d already; leave one of them out", name.Value, line)
		}
		seen[name.Value] = name.Line
		if err := w.take(f, name.Value, value); err != nil {
			return w, err
		}
	}
	return w, nil
}

func (w *writtenQuestion) take(f file, name string, value *yaml.Node) (err error) {
	switch name {
	case "phases":
		w.phases, err = f.texts(name, value)
		return err
	case "when":
		w.when, err = f.texts(name, value)
		return err
	case "typed":
		w.typed, err = f.texts(name, value)
		return err
	}
	text := strings.TrimSpace(value.Value)
	if value.Kind != yaml.ScalarNode || text == "" {
		return f.wrong(value.Line, "%s needs one value", name)
	}
	switch name {
	case "id":
		if w.id = text; !words.MatchString(text) {
			return f.wrong(value.Line, "id is one word of letters, digits and hyphens, not %q", text)
		}
	case "off":
		if err := yesOrNo(name, text, &w.off); err != nil {
			return f.wrong(value.Line, "%w", err)
		}
	case "words":
		w.words = &placed{text, value.Line}
	}
	return nil
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
		i := slices.Index(known, strings.ToLower(n.text))
		if i < 0 {
			return nil, f.wrong(n.line, "there is no phase %q; the nearest is %q", n.text, Nearest(n.text, known))
		}
		phases = append(phases, model.Phases()[i])
	}
	return phases, nil
}
