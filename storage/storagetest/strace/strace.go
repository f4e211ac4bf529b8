// Package strace makes system calls of a program under test fail, or be its last: what a disk, a
// kernel or a power cut would do, at a chosen call. It needs the program strace, and the right to
// trace; tests skip where either is missing.
package strace

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// Fault is what happens to some calls.
type Fault struct {
	// Calls are names of system calls with commas between them; strace lets pass a name with a ?
	// before it that this machine does not have.
	Calls string
	// Do is an action of strace's option inject: "error=EIO", "signal=SIGKILL".
	Do string
	// When counts the calls of each name, in each thread, from 1: "3" is the third alone, "3+" the
	// third and all that follow, "1..5" the first five. The zero value is every call.
	When string
	// Paths, where there are any, are the only files whose calls count: a descriptor that leads
	// there counts as the path does. They need not exist yet.
	Paths []string
}

func (f Fault) String() string {
	when := f.When
	if when == "" {
		when = "1+"
	}
	return fmt.Sprintf("%s %s when=%s", f.Calls, f.Do, when)
}

// options are strace's, up to the program that it starts or the process that it joins.
func (f Fault) options(log string) []string {
	inject := "inject=" + f.Calls + ":" + f.Do
	if f.When != "" {
		inject += ":when=" + f.When
	}
	// -I2: the signals of the terminal go to the program.
	o := []string{"-f", "-qq", "-I2", "-o", log, "-e", "trace=" + f.Calls, "-e", inject}
	for _, path := range f.Paths {
		o = append(o, "-P", path)
	}
	return o
}

// Need returns the path of strace, or skips the test where it cannot be used.
func Need(t testing.TB) string {
	t.Helper()
	path, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace is not here: what happens when system calls fail is not tested")
	}
	if out, err := exec.Command(path, "-f", "-qq", "-o", os.DevNull, "-e", "trace=none", "true").CombinedOutput(); err != nil {
		t.Skipf("strace may not trace here: what happens when system calls fail is not tested: %v %s", err, out)
	}
	return path
}

// Command is the program under strace with a fault, not started yet. The log tells what was done
// to it: see Done.
func Command(t testing.TB, f Fault, log, program string, args ...string) *exec.Cmd {
	t.Helper()
	return exec.Command(Need(t), append(append(f.options(log), program), args...)...)
}

// Args is the same as a program and its arguments, for who starts programs in another way.
func Args(t testing.TB, f Fault, log, program string, args ...string) (path string, all []string) {
	t.Helper()
	return Need(t), append(append(f.options(log), program), args...)
}

// Done returns how many calls were made to fail, by the log of a run that is over.
func Done(log string) int {
	b, err := os.ReadFile(log)
	if err != nil {
		return 0
	}
	return strings.Count(string(b), "(INJECTED)")
}

// Attach begins to do the fault to a running process, and to all its threads, and returns what
// ends it: from then on calls go through again. It returns how many were made to fail.
func Attach(t testing.TB, pid int, f Fault) (detach func() (done int)) {
	t.Helper()
	folder := t.TempDir()
	log, said := filepath.Join(folder, "log"), filepath.Join(folder, "said")
	cmd := exec.Command(Need(t), append(without(f.options(log), "-qq"), "-p", strconv.Itoa(pid))...)
	words, err := os.Create(said)
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stderr = words
	if err := errors.Join(cmd.Start(), words.Close()); err != nil {
		t.Fatal(err)
	}
	joined(t, cmd, said)
	ended := false
	detach = func() int {
		if !ended {
			ended = true
			stop(t, cmd)
		}
		return Done(log)
	}
	t.Cleanup(func() { detach() })
	return detach
}

// joined waits until strace has said that it has all threads of the process.
func joined(t testing.TB, cmd *exec.Cmd, said string) {
	t.Helper()
	deadline := time.After(20 * time.Second)
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for {
		b, err := os.ReadFile(said)
		if strings.Contains(string(b), "attached") {
			return
		}
		select {
		case <-tick.C:
			if !strings.Contains(string(b), "strace: ") {
				continue
			}
		case <-deadline:
		}
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		t.Skipf("strace may not join a running program here: %s %v", strings.TrimSpace(string(b)), err)
	}
}

// stop lets strace leave the process in peace.
func stop(t testing.TB, cmd *exec.Cmd) {
	t.Helper()
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil && !errors.Is(err, os.ErrProcessDone) {
		t.Error(err)
	}
	timer := time.AfterFunc(10*time.Second, func() {
		t.Error("strace does not let go of the program")
		_ = cmd.Process.Kill()
	})
	_ = cmd.Wait() // it ends by the signal
	timer.Stop()
}

func without(options []string, one string) []string {
	var kept []string
	for _, o := range options {
		if o != one {
			kept = append(kept, o)
		}
	}
	return kept
}

// Calls counts the calls of each name in the log of a run.
func Calls(log string) map[string]int {
	counts := make(map[string]int)
	b, _ := os.ReadFile(log)
	for _, line := range strings.Split(string(b), "\n") {
		_, call, _ := strings.Cut(line, " ")
		// ??? stands for the call in which a process was killed.
		if name, _, ok := strings.Cut(strings.TrimSpace(call), "("); ok && !strings.ContainsAny(name, " ?") {
			counts[name]++
		}
	}
	return counts
}
