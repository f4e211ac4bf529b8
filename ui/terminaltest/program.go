package terminaltest

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"
)

// patience is how long a test waits for the program before it fails. A test
// that passes never waits that long, so it is set for a slow, busy machine.
const patience = 30 * time.Second

// Options say how to run a program. Only Path is needed.
type Options struct {
	// Path is the binary; Args are what follows its name.
	Path string
	Args []string
	// Home is the person's home folder, and all XDG folders are below it. The
	// zero value makes a new one; two programs with the same Home share data.
	Home string
	// Dir is the working directory; the zero value is Home.
	Dir string
	// Env is added to the environment, which is otherwise small and the same
	// everywhere: UTC, UTF-8, a terminal of 24-bit colours.
	Env []string
	// User runs the program as another user, where the test is root; the zero value is the
	// test's own.
	User uint32
	// Width and Height are the terminal's size; the zero value is 80x24.
	Width, Height int
	// Background is what the terminal looks like and answers.
	Background Background
	// Old is a terminal without the newer protocols: no whole frames, and an
	// Esc that is only told from alt+letter by the pause after it.
	Old bool
	// Silent is a terminal that answers no question at all. It is also Old.
	Silent bool
	// Patience is how long to wait before a test fails; the zero value is 30
	// seconds.
	Patience time.Duration
}

// Program is a running program and the terminal in front of it. It is killed,
// at the latest, when the test ends.
type Program struct {
	// Home is the home folder it runs with.
	Home string

	t        testing.TB
	cmd      *exec.Cmd
	terminal *os.File
	settings *term.State // of the terminal, before the program had it
	patience time.Duration
	old      bool
	input    *input

	mu       sync.Mutex
	emulator *emulator
	held     []byte        // the end of a chunk, kept until the rest of the frame is there
	output   []byte        // all it wrote
	screen   *Screen       // the last whole frame
	drawn    int           // how many there were
	changed  chan struct{} // closed, and made anew, at each of them
	keys     int

	drained chan struct{} // closed when all its output has been read
	ended   chan struct{} // closed when the process has ended
	state   *os.ProcessState
	close   sync.Once
}

// Start runs the program in a pseudo-terminal of its own. What it asks of the
// terminal is answered; what it writes is kept. Wait for its first frame before
// pressing keys.
func Start(t testing.TB, o Options) *Program {
	t.Helper()
	if o.Width == 0 || o.Height == 0 {
		o.Width, o.Height = 80, 24
	}
	if o.Patience == 0 {
		o.Patience = patience
	}
	if o.Home == "" {
		o.Home = t.TempDir()
	}
	if o.Dir == "" {
		o.Dir = o.Home
	}
	p := &Program{
		Home:     o.Home,
		t:        t,
		patience: o.Patience,
		old:      o.Old || o.Silent,
		changed:  make(chan struct{}),
		drained:  make(chan struct{}),
		ended:    make(chan struct{}),
	}
	p.cmd = exec.Command(o.Path, o.Args...)
	p.cmd.Dir = o.Dir
	p.cmd.Env = append(environment(o.Home), o.Env...)

	terminal, program, err := pty.Open()
	if err == nil {
		err = pty.Setsize(terminal, &pty.Winsize{Rows: uint16(o.Height), Cols: uint16(o.Width)})
	}
	if err == nil {
		p.settings, err = settings(terminal)
	}
	if err != nil {
		t.Fatalf("open a pseudo-terminal: %v", err)
	}
	p.cmd.Stdin, p.cmd.Stdout, p.cmd.Stderr = program, program, program
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if o.User != 0 {
		p.cmd.SysProcAttr.Credential = &syscall.Credential{Uid: o.User, Gid: o.User}
	}
	err = p.cmd.Start()
	_ = program.Close()
	if err != nil {
		t.Fatalf("start %s in a pseudo-terminal: %v", o.Path, err)
	}
	p.terminal = terminal
	p.input = newInput(terminal)
	replies := p.input.send
	if o.Silent {
		replies = nil
	}
	p.emulator = newEmulator(o.Width, o.Height, o.Background, replies, p.old)
	// The terminal's own line discipline is in front of it: a bare LF stays in its column.
	p.emulator.write([]byte("\x1b[20l"))
	p.screen = p.emulator.snapshot()

	go p.read()
	go func() {
		_ = p.cmd.Wait() // its result is in ProcessState
		p.state = p.cmd.ProcessState
		close(p.ended)
	}()
	t.Cleanup(p.stop)
	return p
}

func environment(home string) []string {
	return []string{
		"HOME=" + home,
		"XDG_CONFIG_HOME=" + filepath.Join(home, ".config"),
		"XDG_DATA_HOME=" + filepath.Join(home, ".local", "share"),
		"XDG_STATE_HOME=" + filepath.Join(home, ".local", "state"),
		"XDG_CACHE_HOME=" + filepath.Join(home, ".cache"),
		"PATH=" + os.Getenv("PATH"),
		"TERM=xterm-256color",
		"COLORTERM=truecolor",
		"LANG=C.UTF-8",
		"TZ=UTC",
		"GORACE=" + os.Getenv("GORACE"), // where a program with the race detector writes what it finds
	}
}

// read feeds the emulator with all that the program writes.
func (p *Program) read() {
	defer close(p.drained)
	buffer := make([]byte, 1<<16)
	for {
		n, err := p.terminal.Read(buffer)
		p.mu.Lock()
		p.output = append(p.output, buffer[:n]...)
		p.held = append(p.held, buffer[:n]...)
		cut := clusterStart(p.held)
		p.emulator.write(p.held[:cut])
		p.held = append([]byte(nil), p.held[cut:]...)
		if err != nil || !p.emulator.midFrame() {
			p.emulator.write(p.held)
			p.held = nil
			p.screen = p.emulator.snapshot()
			p.drawn++
			close(p.changed)
			p.changed = make(chan struct{})
		}
		p.mu.Unlock()
		if err != nil { // EIO: the last writer has closed its end
			return
		}
	}
}

// clusterStart finds where the last character of a chunk begins, or the control sequence that it
// breaks off in. The kernel cuts output anywhere: the emulator would take a combining mark at the
// beginning of the next chunk for a character of its own, and the end of a frame must be seen.
func clusterStart(b []byte) int {
	if start := bytes.LastIndexByte(b, 0x1b); start >= 0 {
		sequence := b[start:]
		if len(sequence) == 1 {
			return start
		}
		if sequence[1] == '[' {
			final := bytes.IndexFunc(sequence[2:], func(r rune) bool { return r >= 0x40 && r <= 0x7e })
			switch {
			case final < 0:
				return start
			case 2+final+1 == len(sequence):
				return len(b)
			}
		}
	}
	i := len(b)
	for i > 0 && b[i-1] >= 0x80 {
		i--
	}
	if i > 0 && b[i-1] >= 0x20 {
		i--
	}
	return i
}

// Type writes words, as a person types them. Line breaks and other keys are
// not words: press them with [Program.Keys], so that they count.
func (p *Program) Type(words string) {
	p.t.Helper()
	if strings.ContainsAny(words, "\n\r\t\x1b") {
		p.t.Fatalf("Type is for words; press Enter, Tab and Esc with Keys: %q", words)
	}
	p.input.send([]byte(words))
}

// Keys presses keys, one after another: a character, or a name such as "Enter",
// "Esc", "Tab", "shift+Tab", "Up", "PgDn", "ctrl+z", "alt+b", "Space". Each
// counts as one in [Program.Keystrokes].
func (p *Program) Keys(keys ...string) {
	p.t.Helper()
	for _, key := range keys {
		p.mu.Lock()
		p.keys++
		kitty := p.emulator.keyboard()&1 != 0
		p.mu.Unlock()
		sequence, err := encode(key, kitty)
		if err != nil {
			p.t.Fatal(err)
		}
		p.input.send(sequence)
	}
}

// Paste puts text in at once, marked as a paste if the program has asked for
// that. It counts as one key.
func (p *Program) Paste(text string) {
	p.mu.Lock()
	p.keys++
	bracketed := p.emulator.modes[2004]
	p.mu.Unlock()
	if bracketed {
		text = "\x1b[200~" + text + "\x1b[201~"
	}
	p.input.send([]byte(text))
}

// Keystrokes is how many keys were pressed beside words typed.
func (p *Program) Keystrokes() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.keys
}

// Screen is the last whole frame.
func (p *Program) Screen() *Screen {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.screen
}

// Text gives the rows of the last whole frame.
func (p *Program) Text() []string { return p.Screen().Text() }

// Output is all that the program has written since it started, byte for byte.
func (p *Program) Output() []byte {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]byte(nil), p.output...)
}

// Mode tells whether the terminal is in a private mode, such as 2004, bracketed paste.
func (p *Program) Mode(mode int) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.emulator.modes[mode]
}

// Scribble writes to the terminal as another program does that shares it.
func (p *Program) Scribble(output string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.emulator.write([]byte(output))
	p.screen = p.emulator.snapshot()
}

// Wait waits until all texts stand on the screen, each in one row, and gives
// that screen.
func (p *Program) Wait(t testing.TB, texts ...string) *Screen {
	t.Helper()
	return p.WaitFor(t, fmt.Sprintf("the screen to show %q", texts), func(s *Screen) bool {
		for _, text := range texts {
			if !s.Has(text) {
				return false
			}
		}
		return true
	})
}

// WaitGone waits until none of the texts stands on the screen.
func (p *Program) WaitGone(t testing.TB, texts ...string) *Screen {
	t.Helper()
	return p.WaitFor(t, fmt.Sprintf("%q to leave the screen", texts), func(s *Screen) bool {
		for _, text := range texts {
			if s.Has(text) {
				return false
			}
		}
		return true
	})
}

// WaitFor waits until a whole frame meets the condition, and gives it. The
// condition is asked at once and then for each frame that is drawn. The test
// fails when the program ends before, or after the patience; what says what was
// waited for.
func (p *Program) WaitFor(t testing.TB, what string, condition func(*Screen) bool) *Screen {
	t.Helper()
	return p.waitDrawn(t, 0, what, condition)
}

// waitDrawn is WaitFor for the frames after the first n.
func (p *Program) waitDrawn(t testing.TB, n int, what string, condition func(*Screen) bool) *Screen {
	t.Helper()
	deadline := time.NewTimer(p.patience)
	defer deadline.Stop()
	for {
		// Whether the output is at its end is asked before the screen is taken,
		// so that the last frame is always looked at.
		atEnd := false
		select {
		case <-p.drained:
			atEnd = true
		default:
		}
		p.mu.Lock()
		screen, drawn, changed := p.screen, p.drawn, p.changed
		p.mu.Unlock()
		if drawn >= n && condition(screen) {
			return screen
		}
		if atEnd {
			t.Fatalf("the program ended while the test waited for %s\n%s", what, screen.boxed())
		}
		select {
		case <-changed:
		case <-deadline.C:
			t.Fatalf("no sign within %s of %s\n%s", p.patience, what, screen.boxed())
		}
	}
}

// Resize changes the size of the terminal and waits until the program has drawn
// something since.
func (p *Program) Resize(t testing.TB, width, height int) *Screen {
	t.Helper()
	p.mu.Lock()
	p.emulator.resize(width, height)
	drawn := p.drawn
	p.mu.Unlock()
	if err := pty.Setsize(p.terminal, &pty.Winsize{Rows: uint16(height), Cols: uint16(width)}); err != nil {
		t.Fatalf("resize the terminal: %v", err)
	}
	return p.waitDrawn(t, drawn+1, "a frame in the new size", func(s *Screen) bool {
		w, h := s.Size()
		return w == width && h == height
	})
}

// Signal sends a signal to the program, as kill does.
func (p *Program) Signal(signal os.Signal) {
	p.t.Helper()
	if err := p.cmd.Process.Signal(signal); err != nil && !errors.Is(err, os.ErrProcessDone) {
		p.t.Fatalf("send %v: %v", signal, err)
	}
}

// PID is the number of the program's process.
func (p *Program) PID() int { return p.cmd.Process.Pid }

// Kill ends the program at once, as a power cut would (SIGKILL to it and its
// children), and waits until it is gone. Its files are as it left them.
func (p *Program) Kill() {
	_ = syscall.Kill(-p.cmd.Process.Pid, syscall.SIGKILL) // its own session, so its own group
	<-p.ended
	<-p.drained
}

// Hangup closes the terminal under the program, as a lost connection does: it
// gets SIGHUP, and can neither read nor write any more.
func (p *Program) Hangup() {
	p.input.stop()
	_ = p.terminal.Close()
}

// ExitCode waits until the program has ended and gives its exit code; 128 and
// the number of the signal when a signal ended it.
func (p *Program) ExitCode(t testing.TB) int {
	t.Helper()
	deadline := time.NewTimer(p.patience)
	defer deadline.Stop()
	for _, done := range []chan struct{}{p.ended, p.drained} {
		select {
		case <-done:
		case <-deadline.C:
			t.Fatalf("the program has not ended within %s\n%s", p.patience, p.Screen().boxed())
		}
	}
	if status, ok := p.state.Sys().(syscall.WaitStatus); ok && status.Signaled() {
		return 128 + int(status.Signal())
	}
	return p.state.ExitCode()
}

// CheckGivenBack fails the test unless the terminal is as the program, which has ended, found it:
// its settings, and each mode of which the program's last word was heard.
func (p *Program) CheckGivenBack(t testing.TB) {
	t.Helper()
	switch now, err := settings(p.terminal); {
	case err != nil:
		t.Errorf("read the terminal's settings: %v", err)
	case !reflect.DeepEqual(now, p.settings):
		t.Errorf("the terminal's settings were %+v and are %+v", p.settings, now)
	}
	out := p.Output()
	for _, mode := range []struct{ what, on, off string }{
		{"alternate screen", "\x1b[?1049h", "\x1b[?1049l"},
		{"bracketed paste", "\x1b[?2004h", "\x1b[?2004l"},
		{"hidden cursor", "\x1b[?25l", "\x1b[?25h"},
		{"keyboard protocol", "\x1b[>1u", "\x1b[<1u"},
	} {
		on, off := bytes.LastIndex(out, []byte(mode.on)), bytes.LastIndex(out, []byte(mode.off))
		if on >= 0 && off < on {
			t.Errorf("the terminal keeps the %s", mode.what)
		}
	}
	if p.Screen().Alternate() {
		t.Error("the terminal still shows the alternate screen")
	}
}

// settings reads the settings of a terminal. Its Fd would make each read of it one that Close
// waits for.
func settings(terminal *os.File) (state *term.State, err error) {
	conn, err := terminal.SyscallConn()
	if err != nil {
		return nil, err
	}
	if fault := conn.Control(func(fd uintptr) { state, err = term.GetState(fd) }); fault != nil {
		return nil, fault
	}
	return state, err
}

// stop leaves nothing behind.
func (p *Program) stop() {
	p.close.Do(func() {
		p.Kill()
		p.input.stop()
		_ = p.terminal.Close()
		p.emulator.close()
	})
}
