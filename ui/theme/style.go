package theme

import (
	"strings"

	"charm.land/lipgloss/v2"

	"debrief/ui/safe"
)

// Style is a pair of escapes round a text, taken from Lip Gloss once when the theme is made: asking Lip Gloss on every
// frame costs a hundred times as much. The zero Style is the terminal's own look and writes no escape.
type Style struct{ on, off string }

// off closes whatever a Style opened. It closes everything, so what lies under it has to be opened again: see Over.
const off = "\x1b[m"

// styleOf takes the escapes out of a Lip Gloss style.
func styleOf(s lipgloss.Style) Style {
	on, _, _ := strings.Cut(s.Render("x"), "x")
	if on == "" {
		return Style{}
	}
	return Style{on: on, off: off}
}

// Render is t in this style.
func (s Style) Render(t safe.Text) string {
	if s.on == "" || t == "" {
		return string(t)
	}
	return s.on + string(t) + s.off
}

// On is the escape that begins the style, for text that is put together by hand.
func (s Style) On() string { return s.on }

// Off is the escape that ends it, and every other style with it.
func (s Style) Off() string { return s.off }

// Over is s drawn on a ground, such as the marked row or the header: the ground's colours hold where s has none.
func (s Style) Over(ground Style) Style {
	switch {
	case ground.on == "":
		return s
	case s.on == "":
		return ground
	}
	return Style{on: ground.on + s.on, off: off}
}
