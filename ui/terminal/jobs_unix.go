//go:build unix

package terminal

import (
	"os"
	"os/signal"
	"syscall"
	"time"
)

// notStopped is how long the program waits for a signal to stop it. The system drops such a signal where no shell could
// wake the program again.
const notStopped = time.Second

// watchJobs watches for the signals of a shell with jobs. Where stopping was ignored when the program was started, it
// stays ignored.
func (w *Watch) watchJobs() {
	if !signal.Ignored(syscall.SIGTSTP) {
		signal.Notify(w.from, syscall.SIGTSTP)
	}
	signal.Notify(w.from, syscall.SIGCONT)
}

func jobSignal(s os.Signal) (Signal, bool) {
	switch s {
	case syscall.SIGTSTP:
		return Stopped, true
	case syscall.SIGCONT:
		return Continued, true
	}
	return 0, false
}

// stopUntilContinued stops the program and all that was started with it, as ctrl+z does, and returns when it goes on.
// Nobody else hears of that SIGCONT. It is SIGTTIN that stops it: a Go program that has once watched for SIGTSTP cannot
// give it its own effect back, measured with Go 1.26, and SIGSTOP would stop it also where nobody could wake it.
func (w *Watch) stopUntilContinued() {
	goesOn := make(chan os.Signal, 1)
	signal.Reset(syscall.SIGCONT)
	signal.Notify(goesOn, syscall.SIGCONT)
	if err := syscall.Kill(0, syscall.SIGTTIN); err == nil {
		select {
		case <-goesOn:
		case <-time.After(notStopped):
		}
	}
	signal.Stop(goesOn)
	w.watchJobs()
}
