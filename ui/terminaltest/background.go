// Package terminaltest meets the program as a person does: it draws frames on
// a terminal emulator and looks at the cells, and it runs the real binary in a
// real pseudo-terminal and presses keys.
//
// A [Screen] is what stands on the terminal at one moment. [Frame] makes one
// from a view, without any program; [Start] runs a binary, and each whole
// frame that it draws is a Screen to look at or to wait for.
//
// Nothing here polls: a test that waits wakes when the program has drawn.
package terminaltest

import "image/color"

// Background is the colour scheme of the terminal: what cells without a colour
// of their own are drawn in, and what the terminal answers when asked.
type Background int

// The two kinds of terminal that every screen must be readable on.
const (
	Dark Background = iota
	Light
)

// String names the background for the names of subtests.
func (b Background) String() string {
	if b == Light {
		return "light"
	}
	return "dark"
}

// colours gives the terminal's own foreground and background.
func (b Background) colours() (foreground, background color.Color) {
	if b == Light {
		return color.RGBA{0x1f, 0x23, 0x28, 0xff}, color.RGBA{0xff, 0xff, 0xff, 0xff}
	}
	return color.RGBA{0xe6, 0xed, 0xf3, 0xff}, color.RGBA{0x0d, 0x11, 0x17, 0xff}
}
