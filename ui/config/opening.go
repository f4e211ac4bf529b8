package config

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"debrief/model/aloud"
	"debrief/model/wording"
)

// opening takes over what a team reads out when a meeting opens:
//
//	opening: |
//	  Welcome to this {word}. {facilitator} leads the talk.
//
//	  When we drift, the signal is {signal}.
func (f file) opening(s *Settings, value *yaml.Node) error {
	if isNothing(value) {
		return nil
	}
	if value.Kind != yaml.ScalarNode {
		return f.wrong(value.Line, "opening is a text: write \"opening: |\" and its lines below, indented")
	}
	var err error
	if s.Opening, err = aloud.ReadOpening(value.Value); err != nil {
		var fault aloud.Fault
		errors.As(err, &fault)
		return f.wrong(f.lineIn(value, fault.Line), "opening: %w", err)
	}
	return f.openingWords(value)
}

// openingWords looks for the book's two phrases, which no meeting begins with. Other words of the
// guard may stand there: whoever explains the rules names them.
func (f file) openingWords(value *yaml.Node) error {
	book := slices.DeleteFunc(wording.Default(), func(r wording.Rule) bool { return !r.Book })
	guard, err := wording.New(book)
	if err != nil {
		return fmt.Errorf("%s: %w", f.path, err)
	}
	for _, found := range guard.Check(value.Value, wording.Context{}) {
		line := f.lineIn(value, strings.Count(value.Value[:found.Start], "\n"))
		return f.wrong(line, "opening: the wording guard stops %q; in quotation marks it may be named", found.Text)
	}
	return nil
}

// lineIn is the line of the file in which a line of a text stands, as far as it can be told: the
// text behind a | begins in the line below it.
func (f file) lineIn(value *yaml.Node, line int) int {
	if value.Style&yaml.LiteralStyle == 0 {
		return value.Line
	}
	return value.Line + 1 + line
}
