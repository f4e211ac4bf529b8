package config

import (
	"errors"

	"go.yaml.in/yaml/v4"

	"debrief/model/aloud"
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
		line := value.Line
		if fault := (aloud.Fault{}); errors.As(err, &fault) && value.Style&yaml.LiteralStyle != 0 {
			line += 1 + fault.Line // the text begins in the line below the |
		}
		return f.wrong(line, "opening: %w", err)
	}
	return nil
}
