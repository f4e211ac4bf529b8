package terminal

import (
	"errors"
	"os"
	"os/signal"
	"sync"
	"syscall"

	tea "charm.land/bubbletea/v2"
)

// Signal is one that asks the program to end: save, give the terminal back, and leave with its exit code; or to stop,
// or one that says that it was stopped. Ends tells which.
type Signal int

// The signals. Bubble Tea knows nothing of Hangup, which is what a dropped SSH session or a closed window sends, and
// tells Terminated from an ordinary quit by nothing.
const (
	Hangup Signal = iota + 1
	Interrupted
	Terminated
	Quit
	// Stopped asks the program to give the terminal back and to stop, as a shell with jobs does.
	Stopped
	// Continued says that the program goes on after something stopped it without asking; what the terminal shows and
	// how it takes keys is not known then.
	Continued
)

// Ends reports whether the program is to end.
func (s Signal) Ends() bool { return s != Stopped && s != Continued }

// ExitCode is 128 and the number of the signal, as shells have it: 129, 130 or 143.
func (s Signal) ExitCode() int {
	switch s {
	case Hangup:
		return 129
	case Interrupted:
		return 130
	case Terminated:
		return 143
	case Quit:
		return 131
	}
	return 1
}

// String is the signal in words.
func (s Signal) String() string {
	switch s {
	case Hangup:
		return "the terminal was closed"
	case Interrupted:
		return "interrupted"
	case Terminated:
		return "asked to end"
	case Quit:
		return "asked to quit"
	case Stopped:
		return "asked to stop"
	case Continued:
		return "goes on"
	}
	return "unknown signal"
}

// IsGone tells that an error is what a terminal answers that was closed.
func IsGone(err error) bool { return errors.Is(err, syscall.EIO) }

// Watch receives signals until it is stopped.
type Watch struct {
	from chan os.Signal
	done chan struct{}
	once sync.Once
}

// Signals watches from now on. It goes with tea.WithoutSignalHandler: two handlers would race. A Hangup that was
// ignored when the program was started (nohup) stays ignored.
func Signals() *Watch {
	w := &Watch{from: make(chan os.Signal, 4), done: make(chan struct{})}
	signal.Notify(w.from, syscall.SIGINT, syscall.SIGTERM, syscall.SIGQUIT)
	if !signal.Ignored(syscall.SIGHUP) {
		signal.Notify(w.from, syscall.SIGHUP)
	}
	w.watchJobs()
	return w
}

// Wait waits for the next signal; false once the watch is stopped.
func (w *Watch) Wait() (Signal, bool) {
	select {
	case s := <-w.from:
		switch s {
		case syscall.SIGHUP:
			return Hangup, true
		case syscall.SIGINT:
			return Interrupted, true
		case syscall.SIGQUIT:
			return Quit, true
		}
		if jobs, ok := jobSignal(s); ok {
			return jobs, true
		}
		return Terminated, true
	case <-w.done:
		return 0, false
	}
}

// Next is the command whose message is the next Signal, or nothing once the watch is stopped. It is a command and not
// a goroutine of ours, so that Bubble Tea restores the terminal whatever happens in it.
func (w *Watch) Next() tea.Cmd {
	return func() tea.Msg {
		if s, ok := w.Wait(); ok {
			return s
		}
		return nil
	}
}

// Stop gives the signals back to the system and ends every Wait.
func (w *Watch) Stop() {
	w.once.Do(func() {
		signal.Stop(w.from)
		close(w.done)
	})
}
