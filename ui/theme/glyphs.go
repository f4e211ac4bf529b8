package theme

import "debrief/ui/safe"

// Glyphs are the signs that are drawn as lines and blocks. Each is one cell wide and may stand only where nothing to
// its right has to line up: some terminals give line and block characters two cells.
type Glyphs struct {
	Rule    safe.Text // a rule is a row of these
	Divider safe.Text // between the list and the pane at its right
	Full    safe.Text // the filled part of a meter
	Empty   safe.Text // the rest of it
	Break   safe.Text // a line break inside the capture line
}

// Lines are the glyphs for a terminal whose locale is UTF-8.
func Lines() Glyphs {
	return Glyphs{Rule: "─", Divider: "│", Full: "█", Empty: ".", Break: "⏎"}
}

// ASCII are the glyphs for every other terminal, and for the setting "glyphs: ascii".
func ASCII() Glyphs {
	return Glyphs{Rule: "-", Divider: "|", Full: "#", Empty: ".", Break: "\\"}
}
