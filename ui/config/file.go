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
	var questions *yaml.Node // held against the wording rules, which may stand below
	_, err = f.fields(root, "there is no setting", f.settings(s, &questions))
	if err != nil || questions == nil {
		return err
	}
	return f.questions(s, questions)
}

// settings are what the file may hold.
func (f file) settings(s *Settings, questions **yaml.Node) []field {
	return []field{
		f.setting("theme", "dark", s.SetTheme),
		f.setting("glyphs", ASCII, s.setGlyphs),
		{"keys", func(_ string, value *yaml.Node) error { return f.keys(s, value) }},
		f.setting("mouse", "true", func(value string) error { return yesOrNo("mouse", value, &s.Mouse) }),
		f.setting("fps", "60", s.setFPS),
		f.setting("reviews", "~/reviews", func(value string) error { s.Reviews = inHome(value, f.home); return nil }),
		f.setting("word", model.Words()[0], s.setWord),
		{"opening", func(_ string, value *yaml.Node) error { return f.opening(s, value) }},
		{"wording", func(_ string, value *yaml.Node) error { return f.wording(s, value) }},
		{"questions", func(_ string, value *yaml.Node) error { *questions = value; return nil }},
	}
}

// setting is a field of one value, with an example.
func (f file) setting(name, example string, set func(string) error) field {
	return field{name, func(_ string, value *yaml.Node) error {
		if value.Kind != yaml.ScalarNode {
			return f.wrong(value.Line, "%s needs one value, such as \"%s: %s\"", name, name, example)
		}
		if err := set(value.Value); err != nil {
			return f.wrong(value.Line, "%w", err)
		}
		return nil
	}}
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
