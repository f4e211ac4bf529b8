package ui

import (
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/ui/terminal"
)

// FramesPerSecond is the library's cap: a key is drawn within 8 ms. See docs/decisions/0004.
const FramesPerSecond = 120

// Run shows the screen until the person leaves, and returns the code to leave with. In and out
// are the terminal.
func Run(o Options, in io.Reader, out io.Writer) (exit int, err error) {
	a, err := New(o)
	if err != nil {
		return 2, err
	}
	signals := terminal.Signals()
	defer signals.Stop()
	m := &guarded{app: a, signals: signals, folder: o.TraceDir, now: o.Now}
	p := tea.NewProgram(m, tea.WithInput(terminal.Keyboard(in)), tea.WithOutput(out), tea.WithoutSignalHandler(), tea.WithFPS(fps(o)))
	_, err = p.Run()
	switch {
	case m.trace != "":
		return 1, errors.New(m.trace)
	case err != nil && a.exit == 0:
		return 1, fmt.Errorf("show the screen: %w; what was recorded is on disk", err)
	}
	return a.exit, nil
}

func fps(o Options) int {
	if o.FPS > 0 {
		return o.FPS
	}
	return FramesPerSecond
}

// guarded is the App with a net under it: a panic ends the program with the terminal given
// back, and its trace, which may hold words of the meeting, goes to a file of mode 0600.
type guarded struct {
	app     *App
	signals *terminal.Watch
	folder  string
	now     func() time.Time
	trace   string // the line for the person, after a panic
}

type panicked struct {
	cause any
	stack []byte
}

// Init starts the program, and waits for signals beside it.
func (g *guarded) Init() tea.Cmd {
	return tea.Batch(g.wrap(g.app.Init()), g.waitForSignal)
}

func (g *guarded) waitForSignal() tea.Msg {
	s, ok := g.signals.Wait()
	if !ok {
		return nil
	}
	return Terminate{Code: s.ExitCode()}
}

// Update hands the message on.
func (g *guarded) Update(msg tea.Msg) (m tea.Model, cmd tea.Cmd) {
	defer func() {
		if r := recover(); r != nil {
			m, cmd = g, g.fell(r, debug.Stack())
		}
	}()
	if _, key := msg.(tea.KeyPressMsg); key && g.trace != "" {
		return g, tea.Quit
	}
	switch msg := msg.(type) {
	case panicked:
		return g, g.fell(msg.cause, msg.stack)
	case Terminate:
		_, cmd = g.app.Update(msg)
		return g, tea.Batch(g.wrap(cmd), g.waitForSignal)
	}
	_, cmd = g.app.Update(msg)
	return g, g.wrap(cmd)
}

// View draws the frame.
func (g *guarded) View() (v tea.View) {
	defer func() {
		if r := recover(); r != nil {
			g.fell(r, debug.Stack())
			v = tea.NewView(g.trace + "\nctrl+c leaves")
		}
	}()
	if g.trace != "" {
		return tea.NewView(g.trace)
	}
	return g.app.View()
}

// fell writes the trace of a panic and ends the program. What was recorded is on disk already.
func (g *guarded) fell(cause any, stack []byte) tea.Cmd {
	if g.trace == "" {
		path, err := terminal.PanicFile(g.folder, g.now(), cause, stack)
		if err != nil {
			path = ""
		}
		g.trace = terminal.PanicLine(path)
	}
	return tea.Quit
}

// wrap gives a command, and the commands that it leads to, the same net.
func (g *guarded) wrap(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				msg = panicked{r, debug.Stack()}
			}
		}()
		msg = cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			wrapped := make(tea.BatchMsg, len(batch))
			for i, c := range batch {
				wrapped[i] = g.wrap(c)
			}
			return wrapped
		}
		return msg
	}
}
