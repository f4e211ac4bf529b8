package ui

import (
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/ui/safe"
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
	defer terminal.KeepTitle(out)()
	m := &guarded{app: a, signals: signals, folder: o.TraceDir, now: o.Now}
	p := tea.NewProgram(m, tea.WithInput(terminal.Keyboard(in)), tea.WithOutput(out), tea.WithoutSignalHandler(), tea.WithFPS(fps(o)))
	m.send = func(msg tea.Msg) { time.AfterFunc(0, func() { p.Send(msg) }) }
	_, err = p.Run()
	if err != nil && a.desk.Leaving.Exit == 0 && terminal.IsGone(err) {
		a.desk.Leaving.Exit = terminal.Hangup.ExitCode() // the signal is on its way
	}
	told := a.desk.Leaving.Exit != 0
	if err != nil {
		a.desk.Leaving.WithoutScreen()
	}
	if a.desk.Leaving.Farewell != "" && o.Messages != nil {
		fmt.Fprintln(o.Messages, safe.Terminal(a.desk.Leaving.Farewell))
	}
	switch {
	case m.trace != "":
		return 1, errors.New(m.trace)
	case err != nil && !told:
		return 1, fmt.Errorf("show the screen: %w", err)
	}
	return a.desk.Leaving.Exit, nil
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
	send    func(tea.Msg)
	blank   bool   // the App cannot be drawn any more
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
	if !s.Ends() {
		return s
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
	if g.trace != "" {
		g.app.end(msg)
		return g, g.wrap(g.app.takeEffects())
	}
	switch msg := msg.(type) {
	case panicked:
		return g, g.fell(msg.cause, msg.stack)
	case terminal.Signal:
		return g, tea.Batch(g.signals.Pause(msg), g.waitForSignal)
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
			// A frame cannot ask for anything, and nobody may press a key.
			g.blank = true
			g.send(panicked{r, debug.Stack()})
			v = tea.NewView("")
		}
	}()
	if g.blank || g.trace != "" {
		return tea.NewView(g.trace)
	}
	return g.app.View()
}

// fell writes the trace of a panic and ends the program: what waits is saved once more, and else goes
// to a rescue file. A second panic on that way ends it at once.
func (g *guarded) fell(cause any, stack []byte) (cmd tea.Cmd) {
	if g.trace != "" {
		return tea.Quit
	}
	path, err := terminal.PanicFile(g.folder, g.now(), cause, stack)
	if err != nil {
		path = ""
	}
	g.trace = terminal.PanicLine(path)
	defer func() {
		if recover() != nil {
			cmd = tea.Quit
		}
	}()
	g.app.effects = nil // what was asked for before the panic may be half of something
	g.app.desk.Leaving.AfterPanic()
	return g.wrap(g.app.takeEffects())
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

// end takes a message after a panic. Where nothing is left to be done, a key leaves.
func (a *App) end(msg tea.Msg) {
	if msg, ok := msg.(Terminate); ok {
		a.desk.Leaving.Terminate(msg.Code)
	}
	if _, key := msg.(tea.KeyPressMsg); !a.desk.Leaving.End(msg) && key {
		a.effect(tea.Quit)
	}
}

// Terminate asks the program to save what is typed and to leave with the code, as a signal does.
type Terminate struct{ Code int }
