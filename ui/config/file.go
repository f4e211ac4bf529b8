package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"debrief/model"
)

// file reads the settings of one file.
type file struct {
	path string
	home string
}

// names lists the settings that a file may hold.
func names() []string {
	return []string{"theme", "glyphs", "keys", "mouse", "fps", "reviews", "word", "opening", "wording", "questions"}
}

// wrong is a fault at a line of the file.
func (f file) wrong(line int, format string, args ...any) error {
	return fmt.Errorf("%s, line %d: %w", f.path, line, fmt.Errorf(format, args...))
}

func (f file) read(text []byte, s *Settings) error {
	root, err := f.document(text)
	if err != nil || root == nil {
		return err
	}
	if root.Kind != yaml.MappingNode {
		return f.wrong(root.Line, "settings are lines such as \"theme: dark\"")
	}
	seen := make(map[string]int)
	var questions *yaml.Node
	for i := 0; i+1 < len(root.Content); i += 2 {
		name, value := root.Content[i], root.Content[i+1]
		if line, twice := seen[name.Value]; twice {
			return f.wrong(name.Line, "%s stands in line %d already; leave one of them out", name.Value, line)
		}
		seen[name.Value] = name.Line
		if name.Value == "questions" {
			questions = value // they are held against the wording rules, which may stand below
			continue
		}
		if err := f.set(s, name, value); err != nil {
			return err
		}
	}
	if questions != nil {
		return f.questions(s, questions)
	}
	return nil
}

// document returns the one document of the file, nil where nothing stands in it. Whoever reads only
// the first of several leaves out settings without a word.
func (f file) document(text []byte) (root *yaml.Node, err error) {
	documents := yaml.NewDecoder(bytes.NewReader(text))
	for {
		var next yaml.Node
		if err := documents.Decode(&next); errors.Is(err, io.EOF) {
			return root, nil
		} else if err != nil {
			return nil, f.unreadable(err)
		}
		if len(next.Content) == 0 || next.Content[0].Kind == yaml.ScalarNode && next.Content[0].Value == "" { // comments alone
			continue
		}
		if root != nil {
			return nil, f.wrong(next.Content[0].Line, "a second YAML document begins here, and settings are one; take the line \"---\" before it out")
		}
		root = next.Content[0]
	}
}

// unreadable turns a fault of the YAML itself into one sentence with its line.
func (f file) unreadable(err error) error {
	var fault *yaml.LoadError
	if errors.As(err, &fault) && fault.Mark.Line > 0 {
		return f.wrong(fault.Mark.Line, "this is no YAML: %s", fault.Message)
	}
	return fmt.Errorf("%s is no YAML: %s", f.path, strings.Join(strings.Fields(err.Error()), " "))
}

func (f file) set(s *Settings, name, value *yaml.Node) error {
	if !slices.Contains(names(), name.Value) {
		return f.wrong(name.Line, "there is no setting %q; the nearest is %q", name.Value, Nearest(name.Value, names()))
	}
	switch name.Value {
	case "keys":
		return f.keys(s, name.Line, value)
	case "wording":
		return f.wording(s, value)
	case "opening":
		return f.opening(s, value)
	}
	if value.Kind != yaml.ScalarNode {
		return f.wrong(value.Line, "%s needs one value, such as \"%s: %s\"", name.Value, name.Value, example(name.Value))
	}
	if err := f.setValue(s, name.Value, value.Value); err != nil {
		return f.wrong(value.Line, "%w", err)
	}
	return nil
}

func (f file) setValue(s *Settings, name, value string) error {
	switch name {
	case "theme":
		return s.SetTheme(value)
	case "glyphs":
		return s.setGlyphs(value)
	case "mouse":
		return yesOrNo("mouse", value, &s.Mouse)
	case "fps":
		return s.setFPS(value)
	case "reviews":
		s.Reviews = inHome(value, f.home)
	case "word":
		return s.setWord(value)
	}
	return nil
}

func yesOrNo(name, value string, to *bool) error {
	switch strings.ToLower(value) {
	case "true", "yes", "on":
		*to = true
	case "false", "no", "off":
		*to = false
	default:
		return fmt.Errorf("%s is true or false, not %q", name, value)
	}
	return nil
}

func (s *Settings) setFPS(value string) error {
	switch value {
	case "60":
		s.FPS = 60
	case "120":
		s.FPS = 120
	default:
		return fmt.Errorf("fps is 120, or 60 to save the battery, not %q", value)
	}
	return nil
}

func (s *Settings) setWord(value string) error {
	if !slices.Contains(model.Words(), value) {
		return fmt.Errorf("word is one of %s, not %q", strings.Join(model.Words(), ", "), value)
	}
	s.Word = value
	return nil
}

func example(name string) string {
	switch name {
	case "theme":
		return "dark"
	case "glyphs":
		return ASCII
	case "mouse":
		return "true"
	case "fps":
		return "60"
	case "reviews":
		return "~/reviews"
	}
	return model.Words()[0]
}
