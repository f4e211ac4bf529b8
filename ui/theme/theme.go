// Package theme holds the looks of the program: a style for each role on the screen, and the signs that are drawn.
//
// A style is named by what it means, never by its colour, and no meaning hangs on a colour alone: beside each stands a
// sign or a word. Body text is the terminal's own, so the person's choice of it holds. Dark and light are designed each
// for itself: text has a contrast of at least 4.5 to 1 and marks of 3 to 1, on the usual backgrounds and on our own.
// High contrast, which also serves NO_COLOR, has bold, reverse and underline alone.
package theme

import (
	"fmt"

	"charm.land/lipgloss/v2"
)

// Names of the themes, as they stand in the config file and after --theme. Auto asks the terminal for its background.
const (
	Auto         = "auto"
	Dark         = "dark"
	Light        = "light"
	HighContrast = "contrast"
)

// Theme is one look. Screens share a pointer to it, so a change shows everywhere in the next frame.
type Theme struct {
	Name   string
	Glyphs Glyphs

	Text   Style // what people wrote
	Strong Style // what to read now
	Dim    Style // labels, and what is not the matter now
	Faint  Style // column heads, rules, places not yet visited
	Accent Style // where one is: label of the capture line, sign of the marked row
	Ask    Style // the question, the second thing one reads
	Here   Style // the current phase, on the accent as its ground
	Key    Style // a key in the footer
	Link   Style // an artefact that can be opened; never underlined, which means a mark of the guard
	Mark   Style // words that the wording guard marks

	Band     Style // ground of the header
	Selected Style // ground of the marked row, across its whole width

	OK   Style // saved
	Look Style // look here: something is missing, or late
	Stop Style // not saved, a fault

	Kinds Kinds
	Inks  Inks
}

// Inks are the bare colours ("#rrggbb") for what draws with a library of its own, as the preview does. All are empty
// in high contrast.
type Inks struct{ Accent, Dim, Faint, Look string }

// Kinds tint the time of an event by its kind. The kind stands in words in the details.
type Kinds struct {
	Detection, Diagnosis, Decision, Action, Impact, Message, Observed Style
}

// Words is the style of words in a row: those of the marked one are to be read now.
func (t *Theme) Words(marked bool, style Style) Style {
	if marked {
		return t.Strong
	}
	return style
}

// palette is one set of colours by role.
type palette struct {
	text, dim, faint, accent, onAccent, band, selected, ok, look, stop string
	detection, diagnosis, decision, action, impact, message, observed  string
}

func darkPalette() palette {
	return palette{
		text: "#e6edf3", dim: "#a9b3be", faint: "#929dab", accent: "#79c0ff", onAccent: "#0d1117",
		band: "#1c2333", selected: "#1f3350", ok: "#56d364", look: "#e3b341", stop: "#ff8b82",
		detection: "#d2a8ff", diagnosis: "#76e3ea", decision: "#79c0ff", action: "#7ee787", impact: "#ffa657",
		message: "#a9b8c7", observed: "#a9b8c7",
	}
}

func lightPalette() palette {
	return palette{
		text: "#1f2328", dim: "#474f58", faint: "#5c646d", accent: "#0550ae", onAccent: "#ffffff",
		band: "#e8eef7", selected: "#d8e7fb", ok: "#0f5a24", look: "#734700", stop: "#a40e26",
		detection: "#6639ba", diagnosis: "#0b5c63", decision: "#0550ae", action: "#0f5a24", impact: "#8a3300",
		message: "#4d5660", observed: "#4d5660",
	}
}

// few is the palette for terminals of 256 colours: greys and tints of that table by choice, because the nearest of it to
// a muted blue is a loud one.
func (p palette) few(dark bool) palette {
	if dark {
		p.band, p.selected = "#262626", "#3a3a3a"
		p.dim, p.faint, p.message, p.observed = "#b2b2b2", "#a8a8a8", "#bcbcbc", "#bcbcbc"
		return p
	}
	p.band, p.selected = "#eeeeee", "#d7d7ff"
	p.dim, p.faint, p.message, p.observed = "#444444", "#4e4e4e", "#4e4e4e", "#4e4e4e"
	return p
}

// Choose is the theme of a name. Auto, or no name, takes dark or light by what the terminal said of its background.
// An unknown name is an error that lists the known ones.
func Choose(name string, darkBackground bool, glyphs Glyphs) (*Theme, error) {
	return choose(name, darkBackground, false, glyphs)
}

// ChooseFew is Choose for a terminal of 256 colours or fewer.
func ChooseFew(name string, darkBackground bool, glyphs Glyphs) (*Theme, error) {
	return choose(name, darkBackground, true, glyphs)
}

func choose(name string, dark, few bool, glyphs Glyphs) (*Theme, error) {
	switch name {
	case Auto, "":
	case Dark:
		dark = true
	case Light:
		dark = false
	case HighContrast:
		return highContrast(glyphs), nil
	default:
		return nil, fmt.Errorf("no theme is called %q; choose auto, dark, light or contrast", name)
	}
	name, p := Light, lightPalette()
	if dark {
		name, p = Dark, darkPalette()
	}
	if few {
		p = p.few(dark)
	}
	return coloured(name, p, glyphs), nil
}

func coloured(name string, p palette, glyphs Glyphs) *Theme {
	ink := func(colour string) lipgloss.Style { return lipgloss.NewStyle().Foreground(lipgloss.Color(colour)) }
	ground := func(colour string) Style {
		// The text on our own ground is ours too: with a wrongly guessed background the terminal's might vanish on it.
		return styleOf(ink(p.text).Background(lipgloss.Color(colour)))
	}
	return &Theme{
		Name:     name,
		Glyphs:   glyphs,
		Strong:   styleOf(lipgloss.NewStyle().Bold(true)),
		Dim:      styleOf(ink(p.dim)),
		Faint:    styleOf(ink(p.faint)),
		Accent:   styleOf(ink(p.accent).Bold(true)),
		Ask:      styleOf(ink(p.accent).Bold(true)),
		Here:     styleOf(ink(p.onAccent).Background(lipgloss.Color(p.accent)).Bold(true)),
		Key:      styleOf(lipgloss.NewStyle().Bold(true)),
		Link:     styleOf(ink(p.dim)),
		Mark:     styleOf(ink(p.look).Underline(true)),
		Band:     ground(p.band),
		Selected: ground(p.selected),
		OK:       styleOf(ink(p.ok)),
		Look:     styleOf(ink(p.look)),
		Stop:     styleOf(ink(p.stop).Bold(true)),
		Kinds: Kinds{
			Detection: styleOf(ink(p.detection)),
			Diagnosis: styleOf(ink(p.diagnosis)),
			Decision:  styleOf(ink(p.decision)),
			Action:    styleOf(ink(p.action)),
			Impact:    styleOf(ink(p.impact)),
			Message:   styleOf(ink(p.message)),
			Observed:  styleOf(ink(p.observed)),
		},
		Inks: Inks{Accent: p.accent, Dim: p.dim, Faint: p.faint, Look: p.look},
	}
}

// highContrast has no colour at all, so nothing is lost under NO_COLOR, on paper or for an eye that sees none.
func highContrast(glyphs Glyphs) *Theme {
	bold := styleOf(lipgloss.NewStyle().Bold(true))
	reverse := styleOf(lipgloss.NewStyle().Reverse(true))
	underline := styleOf(lipgloss.NewStyle().Underline(true))
	return &Theme{
		Name:     HighContrast,
		Glyphs:   glyphs,
		Strong:   bold,
		Accent:   bold,
		Ask:      bold,
		Here:     styleOf(lipgloss.NewStyle().Reverse(true).Bold(true)),
		Key:      bold,
		Mark:     underline,
		Band:     bold,
		Selected: reverse,
		Look:     bold,
		Stop:     styleOf(lipgloss.NewStyle().Reverse(true).Bold(true)),
	}
}
