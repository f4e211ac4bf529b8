package terminaltest

import (
	"fmt"
	"io"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
)

// newLineMode lets a bare LF begin a new row, as the emulator has no line
// discipline of a terminal in front of it.
const newLineMode = "\x1b[20h"

// showCursor is the mode that shows the cursor: one for both screens, as terminals have it. x/vt has
// one for each.
const showCursor = 25

// emulator is x/vt plus what the program asks of a modern terminal and x/vt
// does not know: whole frames (synchronized output, mode 2026), grapheme
// widths (mode 2027), and keys without ambiguity (the kitty protocol).
// Only one goroutine at a time may feed it or look at it.
type emulator struct {
	vt            *vt.SafeEmulator
	width, height int
	title         string
	titles        []string // the stack of titles that were put aside
	modes         map[int]bool
	// kitty holds the stacks of keyboard flags of the main and the alternate
	// screen.
	kitty [2][]int
}

// newEmulator makes a terminal. Replies go to replies (nil drops them); deaf
// makes it one that knows none of the newer protocols.
func newEmulator(width, height int, background Background, replies func([]byte), deaf bool) *emulator {
	e := &emulator{
		vt:     vt.NewSafeEmulator(width, height),
		width:  width,
		height: height,
		modes:  map[int]bool{showCursor: true},
	}
	fg, bg := background.colours()
	e.vt.SetDefaultForegroundColor(fg)
	e.vt.SetDefaultBackgroundColor(bg)
	e.vt.SetCallbacks(vt.Callbacks{
		Title:       func(title string) { e.title = title },
		EnableMode:  func(m ansi.Mode) { e.modes[m.Mode()] = true },
		DisableMode: func(m ansi.Mode) { delete(e.modes, m.Mode()) },
	})
	e.boundMargins()
	e.stackTitles()
	if !deaf {
		e.answerModes()
		e.answerKitty()
	}
	// The emulator's own answers come out of a pipe that blocks it until they
	// are read. The goroutine ends when close closes the pipe.
	go func() {
		buffer := make([]byte, 4096)
		for {
			n, err := e.vt.Read(buffer)
			if n > 0 && replies != nil {
				replies(append([]byte(nil), buffer[:n]...))
			}
			if err != nil {
				return
			}
		}
	}()
	_, _ = e.vt.Write([]byte(newLineMode))
	return e
}

// answerModes answers the question whether whole frames and grapheme widths
// are known; x/vt itself says that it has never heard of them.
func (e *emulator) answerModes() {
	e.vt.RegisterCsiHandler(ansi.Command('?', '$', 'p'), func(params ansi.Params) bool {
		mode, _, ok := params.Param(0, 0)
		if !ok || (mode != 2026 && mode != 2027) {
			return false
		}
		setting := ansi.ModeReset
		if e.modes[mode] {
			setting = ansi.ModeSet
		}
		e.reply(ansi.ReportMode(ansi.DECMode(mode), setting))
		return true
	})
}

// boundMargins keeps scroll margins inside the screen, as terminals do: those of a frame that was
// on its way while the terminal became smaller reach below it, and x/vt, which takes them as they
// are, then scrolls rows that are not there and panics.
func (e *emulator) boundMargins() {
	e.vt.RegisterCsiHandler('r', func(params ansi.Params) bool {
		bottom, _, ok := params.Param(1, 0)
		return ok && bottom > e.height
	})
}

// stackTitles keeps the stack of window titles, which x/vt does not know.
func (e *emulator) stackTitles() {
	e.vt.RegisterCsiHandler('t', func(params ansi.Params) bool {
		switch what, _, _ := params.Param(0, 0); what {
		case 22:
			e.titles = append(e.titles, e.title)
		case 23:
			if n := len(e.titles); n > 0 {
				e.title, e.titles = e.titles[n-1], e.titles[:n-1]
			}
		default:
			return false
		}
		return true
	})
}

// answerKitty keeps the stack of keyboard flags, one for each screen.
// https://sw.kovidgoyal.net/kitty/keyboard-protocol/
func (e *emulator) answerKitty() {
	first := func(params ansi.Params, def int) int {
		n, _, ok := params.Param(0, def)
		if !ok {
			return def
		}
		return n
	}
	e.vt.RegisterCsiHandler(ansi.Command('>', 0, 'u'), func(params ansi.Params) bool {
		s := e.stack()
		*s = append(*s, first(params, 0))
		return true
	})
	e.vt.RegisterCsiHandler(ansi.Command('<', 0, 'u'), func(params ansi.Params) bool {
		s := e.stack()
		*s = (*s)[:max(0, len(*s)-max(1, first(params, 1)))]
		return true
	})
	e.vt.RegisterCsiHandler(ansi.Command('=', 0, 'u'), func(params ansi.Params) bool {
		s := e.stack()
		if len(*s) == 0 {
			*s = append(*s, 0)
		}
		(*s)[len(*s)-1] = first(params, 0)
		return true
	})
	e.vt.RegisterCsiHandler(ansi.Command('?', 0, 'u'), func(ansi.Params) bool {
		e.reply(fmt.Sprintf("\x1b[?%du", e.keyboard()))
		return true
	})
}

func (e *emulator) stack() *[]int {
	// The embedded emulator is asked without its lock, which is held by the
	// Write that has called the handler.
	if e.vt.Emulator.IsAltScreen() {
		return &e.kitty[1]
	}
	return &e.kitty[0]
}

// keyboard gives the kitty flags in force; 0 is a terminal of the old kind.
func (e *emulator) keyboard() int {
	if s := *e.stack(); len(s) > 0 {
		return s[len(s)-1]
	}
	return 0
}

// midFrame reports whether a frame has begun that is not whole yet.
func (e *emulator) midFrame() bool { return e.modes[2026] }

func (e *emulator) reply(s string) { _, _ = io.WriteString(e.vt.InputPipe(), s) }

func (e *emulator) write(p []byte) { _, _ = e.vt.Write(p) }

func (e *emulator) resize(width, height int) {
	e.width, e.height = width, height
	e.vt.Resize(width, height)
}

// close ends the goroutine that reads the answers. The emulator's own Close is
// not safe beside its Read.
func (e *emulator) close() {
	if c, ok := e.vt.InputPipe().(io.Closer); ok {
		_ = c.Close()
	}
}

// snapshot copies what stands there now.
func (e *emulator) snapshot() *Screen {
	s := &Screen{
		width:     e.width,
		height:    e.height,
		title:     e.title,
		alternate: e.vt.IsAltScreen(),
		cursor:    Cursor{Visible: e.modes[showCursor]},
		cells:     make([]Cell, 0, e.width*e.height),
	}
	at := e.vt.CursorPosition()
	s.cursor.X, s.cursor.Y = at.X, at.Y
	fg, bg := e.vt.ForegroundColor(), e.vt.BackgroundColor()
	for y := range e.height {
		for x := range e.width {
			s.cells = append(s.cells, seen(e.vt.CellAt(x, y), fg, bg))
		}
	}
	return s
}
