package terminal

import (
	"os"
	"os/signal"
	"syscall"
)

// Signal is one that asks the program to end: save, give the terminal back, and leave with its exit code.
type Signal int

// The signals. Bubble Tea knows nothing of Hangup, which is what a dropped SSH session or a closed window sends, and
// tells Terminated from an ordinary quit by nothing.
const (
	Hangup Signal = iota + 1
	Interrupted
	Terminated
)

// ExitCode is 128 and the number of the signal, as shells have it: 129, 130 or 143.
func (s Signal) ExitCode() int {
	switch s {
	case Hangup:
		return 129
	case Interrupted:
		return 130
	case Terminated:
		return 143
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
	}
	return "unknown signal"
}

// Signals are the signals from now until stop is called, which closes the channel. It goes with
// tea.WithoutSignalHandler: two handlers would race. A Hangup that was ignored when the program was started (nohup)
// stays ignored.
func Signals() (signals <-chan Signal, stop func()) {
	known := map[os.Signal]Signal{syscall.SIGINT: Interrupted, syscall.SIGTERM: Terminated}
	from := make(chan os.Signal, 4)
	signal.Notify(from, syscall.SIGINT, syscall.SIGTERM)
	if !signal.Ignored(syscall.SIGHUP) {
		known[syscall.SIGHUP] = Hangup
		signal.Notify(from, syscall.SIGHUP)
	}

	to := make(chan Signal, 4)
	done := make(chan struct{})
	go func() {
		defer close(to)
		for {
			select {
			case s := <-from:
				select {
				case to <- known[s]:
				default: // nobody takes them: four waiting are enough
				}
			case <-done:
				return
			}
		}
	}()
	return to, func() {
		signal.Stop(from)
		close(done)
	}
}
