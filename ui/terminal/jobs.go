package terminal

import (
	"io"
	"os/exec"
	"time"

	tea "charm.land/bubbletea/v2"
)

// renderEnds is more than Bubble Tea needs to end the drawing that it has stopped: it stops the ticker of it a moment
// after it gave the terminal back, and where the drawing begins anew before, nothing is drawn any more (v2.1.1).
const renderEnds = 50 * time.Millisecond

// InFront is the command that runs another program, such as an editor, in front of the screen; then gets the message of
// how it ended. It is Bubble Tea's ExecProcess for programs that may end at once: see renderEnds.
func InFront(cmd *exec.Cmd, then func(ended error) tea.Msg) tea.Cmd {
	return tea.Exec(&inFront{cmd}, then)
}

// inFront is a program that has the terminal while it runs.
type inFront struct{ *exec.Cmd }

// Run runs the program and returns how it ended.
func (f *inFront) Run() error {
	defer time.Sleep(renderEnds)
	return f.Cmd.Run()
}

// SetStdin gives the program the input where it has none.
func (f *inFront) SetStdin(in io.Reader) {
	if f.Stdin == nil {
		f.Stdin = in
	}
}

// SetStdout gives the program the output where it has none.
func (f *inFront) SetStdout(out io.Writer) {
	if f.Stdout == nil {
		f.Stdout = out
	}
}

// SetStderr gives the program the place for messages where it has none.
func (f *inFront) SetStderr(out io.Writer) {
	if f.Stderr == nil {
		f.Stderr = out
	}
}

// Pause is the command that answers Stopped and Continued: the terminal is given back as it was, the program stops if
// it was asked to, and then takes the terminal anew and draws the whole screen. Bubble Tea's own Suspend waits for
// SIGCONT for ever where nothing stops it, which is so where no shell with jobs has started it.
func (w *Watch) Pause(s Signal) tea.Cmd {
	return tea.Exec(&pause{watch: w, stops: s == Stopped}, nil)
}

// pause is what runs while the terminal is given back.
type pause struct {
	watch *Watch
	stops bool
	out   io.Writer
}

// Run stops the program and returns when it goes on.
func (p *pause) Run() error {
	if p.stops {
		giveTitle(p.out)
		p.watch.stopUntilContinued()
		takeTitle(p.out)
	}
	time.Sleep(renderEnds)
	return nil
}

// SetStdin is not needed: nobody reads.
func (p *pause) SetStdin(io.Reader) {}

// SetStdout takes the terminal.
func (p *pause) SetStdout(out io.Writer) { p.out = out }

// SetStderr is not needed: nothing is said.
func (p *pause) SetStderr(io.Writer) {}
