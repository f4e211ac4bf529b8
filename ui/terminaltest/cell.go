package terminaltest

import (
	"fmt"
	"image/color"
	"math"
	"strings"
	"unicode/utf8"

	uv "github.com/charmbracelet/ultraviolet"
)

// Cell is one place of the terminal as the eye meets it: defaults filled in,
// reverse and faint already applied to the two colours.
type Cell struct {
	// Text is one grapheme cluster; a space where nothing was written, and
	// empty in the second half of a wide character.
	Text string
	// Width is 1, 2 for a wide character, 0 in its second half.
	Width int

	Foreground, Background color.Color

	Bold, Faint, Italic, Underline, Reverse, Conceal, Strikethrough bool

	// Link is the target of a hyperlink (OSC 8), or empty.
	Link string
}

// seen turns a cell of the emulator into what the eye meets.
func seen(c *uv.Cell, foreground, background color.Color) Cell {
	if c == nil {
		return Cell{Text: " ", Width: 1, Foreground: foreground, Background: background}
	}
	has := func(attr uint8) bool { return c.Style.Attrs&attr != 0 }
	cell := Cell{
		Text:          c.Content,
		Width:         c.Width,
		Foreground:    foreground,
		Background:    background,
		Bold:          has(uv.AttrBold),
		Faint:         has(uv.AttrFaint),
		Italic:        has(uv.AttrItalic),
		Underline:     c.Style.Underline != uv.UnderlineNone,
		Reverse:       has(uv.AttrReverse),
		Conceal:       has(uv.AttrConceal),
		Strikethrough: has(uv.AttrStrikethrough),
		Link:          c.Link.URL,
	}
	if c.Style.Fg != nil {
		cell.Foreground = c.Style.Fg
	}
	if c.Style.Bg != nil {
		cell.Background = c.Style.Bg
	}
	if cell.Reverse {
		cell.Foreground, cell.Background = cell.Background, cell.Foreground
	}
	if cell.Faint {
		cell.Foreground = between(cell.Foreground, cell.Background)
	}
	if cell.Conceal {
		cell.Foreground = cell.Background
	}
	return cell
}

// Blank reports whether the cell shows no sign at all.
func (c Cell) Blank() bool { return strings.TrimSpace(c.Text) == "" }

// Contrast is the ratio of the foreground to the background after WCAG 2.2,
// from 1 (the same colour) to 21 (black on white).
func (c Cell) Contrast() float64 {
	a, b := luminance(c.Foreground), luminance(c.Background)
	return (math.Max(a, b) + 0.05) / (math.Min(a, b) + 0.05)
}

// leastContrast is what the cell must reach: 4.5 for text; 3 for rules, frames
// and meters drawn with line and block characters (WCAG 2.2, 1.4.3 and 1.4.11);
// nothing for a blank.
func (c Cell) leastContrast() float64 {
	if c.Blank() {
		return 0
	}
	if r, _ := utf8.DecodeRuneInString(c.Text); r >= 0x2500 && r <= 0x259f {
		return 3
	}
	return 4.5
}

// luminance is the relative luminance of WCAG 2.2, 0 to 1.
func luminance(c color.Color) float64 {
	linear := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	r, g, b, _ := c.RGBA()
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

// between is the colour half-way: how most terminals draw faint text.
func between(a, b color.Color) color.Color {
	ar, ag, ab, _ := a.RGBA()
	br, bg, bb, _ := b.RGBA()
	half := func(x, y uint32) uint16 { return uint16((x + y) / 2) }
	return color.RGBA64{half(ar, br), half(ag, bg), half(ab, bb), 0xffff}
}

func hex(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
