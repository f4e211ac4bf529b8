package terminaltest

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

// Timed is a program in a pseudo-terminal that is measured instead of looked at: each chunk that
// it writes is kept with the moment at which it came. No emulator stands between, whose own work
// would be measured too; what the program asks of the terminal is answered from a short list.
//
// A moment is taken when read returns, so it holds the kernel's and this process's share; both
// are the same for every program that is measured beside it.
type Timed struct {
	t        testing.TB
	cmd      *exec.Cmd
	terminal *os.File
	patience time.Duration
	started  time.Time

	mu      sync.Mutex
	chunks  []chunk
	changed chan struct{} // closed, and made anew, at each chunk
	ended   chan struct{}
	stop    sync.Once
}

type chunk struct {
	at      time.Time
	written []byte
}

// Time starts a program to measure it. Of the options, Background and Old mean nothing here;
// Silent is a terminal that answers no question.
func Time(t testing.TB, o Options) *Timed {
	t.Helper()
	if o.Width == 0 || o.Height == 0 {
		o.Width, o.Height = 120, 40
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
	p := &Timed{t: t, patience: o.Patience, changed: make(chan struct{}), ended: make(chan struct{})}
	p.cmd = exec.Command(o.Path, o.Args...)
	p.cmd.Dir = o.Dir
	p.cmd.Env = append(environment(o.Home), o.Env...)
	terminal, program, err := pty.Open()
	if err == nil {
		err = pty.Setsize(terminal, &pty.Winsize{Rows: uint16(o.Height), Cols: uint16(o.Width)})
	}
	if err != nil {
		t.Fatalf("open a pseudo-terminal: %v", err)
	}
	p.terminal = terminal
	p.cmd.Stdin, p.cmd.Stdout, p.cmd.Stderr = program, program, program
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	p.started = time.Now()
	if err := p.cmd.Start(); err != nil {
		t.Fatalf("start %s in a pseudo-terminal: %v", o.Path, err)
	}
	_ = program.Close()
	go p.read(!o.Silent)
	go func() {
		_ = p.cmd.Wait() // its result is of no interest
		close(p.ended)
	}()
	t.Cleanup(p.Stop)
	return p
}

func (p *Timed) read(answer bool) {
	buffer := make([]byte, 1<<16)
	var asked []byte
	for {
		n, err := p.terminal.Read(buffer)
		now := time.Now()
		if err != nil {
			return
		}
		p.mu.Lock()
		p.chunks = append(p.chunks, chunk{now, bytes.Clone(buffer[:n])})
		close(p.changed)
		p.changed = make(chan struct{})
		p.mu.Unlock()
		if answer && (len(asked) > 0 || bytes.IndexByte(buffer[:n], 0x1b) >= 0) {
			var reply string
			reply, asked = answers(append(asked, buffer[:n]...))
			_, _ = p.terminal.WriteString(reply) // the program may have ended
		}
	}
}

// answers gives what a terminal of today answers to the questions in what was written, and the
// end of it that may be the beginning of one more question.
func answers(written []byte) (reply string, rest []byte) {
	known := []struct{ question, answer string }{
		{"\x1b[c", "\x1b[?62;22;52c"}, {"\x1b[0c", "\x1b[?62;22;52c"}, {"\x1b[>c", "\x1b[>1;10;0c"}, {"\x1b[>0c", "\x1b[>1;10;0c"},
		{"\x1b[5n", "\x1b[0n"}, {"\x1b[6n", "\x1b[1;1R"}, {"\x1b[?u", "\x1b[?0u"}, {"\x1b[>q", "\x1bP>|timed\x1b\\"}, {"\x1b[>0q", "\x1bP>|timed\x1b\\"},
		{"\x1b[?2026$p", "\x1b[?2026;2$y"}, {"\x1b[?2027$p", "\x1b[?2027;2$y"}, {"\x1b[?2048$p", "\x1b[?2048;2$y"},
		{"\x1b]10;?", "\x1b]10;rgb:dddd/dddd/dddd\x1b\\"}, {"\x1b]11;?", "\x1b]11;rgb:1111/1111/1111\x1b\\"}, {"\x1b]12;?", "\x1b]12;rgb:dddd/dddd/dddd\x1b\\"},
	}
	at := 0
	for {
		next := bytes.IndexByte(written[at:], 0x1b)
		if next < 0 {
			return reply, nil
		}
		at += next
		if len(written)-at < 12 { // the longest question
			for _, k := range known {
				if len(written)-at < len(k.question) && strings.HasPrefix(k.question, string(written[at:])) {
					return reply, bytes.Clone(written[at:])
				}
			}
		}
		for _, k := range known {
			if bytes.HasPrefix(written[at:], []byte(k.question)) {
				reply += k.answer
				break
			}
		}
		at++
	}
}

// Shows waits until the text is drawn, blanks left out of both, and returns how long after the
// start that was. It is for the first frame: a later frame draws only the cells that change.
func (p *Timed) Shows(text string) time.Duration {
	p.t.Helper()
	return p.must(0, text).Sub(p.started)
}

// ShowsWithin is Shows for a program that sometimes never draws: it tells whether the text came.
func (p *Timed) ShowsWithin(text string, limit time.Duration) (time.Duration, bool) {
	at, err := p.wait(0, text, limit)
	return at.Sub(p.started), err == nil
}

// Press presses keys and returns how long it took until the text was drawn after it, blanks left
// out. Choose a text of which no cell stands at the same place before.
func (p *Timed) Press(keys, text string) time.Duration {
	p.t.Helper()
	p.mu.Lock()
	from := len(p.chunks)
	p.mu.Unlock()
	pressed := time.Now()
	if _, err := p.terminal.WriteString(keys); err != nil {
		p.t.Fatalf("press %q: %v", keys, err)
	}
	if text == "" {
		return 0
	}
	return p.must(from, text).Sub(pressed)
}

func (p *Timed) must(from int, text string) time.Time {
	p.t.Helper()
	at, err := p.wait(from, text, p.patience)
	if err != nil {
		p.t.Fatal(err)
	}
	return at
}

// wait returns the moment at which the text was drawn by chunk from or a later one.
func (p *Timed) wait(from int, text string, limit time.Duration) (time.Time, error) {
	deadline := time.NewTimer(limit)
	defer deadline.Stop()
	want := []byte(strings.Join(strings.Fields(text), ""))
	var drawn signs
	for {
		p.mu.Lock()
		chunks, changed := p.chunks[from:], p.changed
		p.mu.Unlock()
		from += len(chunks)
		for _, c := range chunks {
			drawn.add(c.written)
			if bytes.Contains(drawn.seen, want) {
				return c.at, nil
			}
		}
		select {
		case <-changed:
		case <-p.ended:
			return time.Time{}, fmt.Errorf("the program ended while %q was waited for; it drew %q", text, drawn.seen)
		case <-deadline.C:
			return time.Time{}, fmt.Errorf("no sign of %q within %v; what was drawn: %q", text, limit, drawn.seen)
		}
	}
}

// Settle waits until the program has written nothing for so long.
func (p *Timed) Settle(quiet time.Duration) {
	for {
		p.mu.Lock()
		changed := p.changed
		p.mu.Unlock()
		select {
		case <-changed:
		case <-p.ended:
			return
		case <-time.After(quiet):
			return
		}
	}
}

// Written is how many bytes the program has written.
func (p *Timed) Written() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	n := 0
	for _, c := range p.chunks {
		n += len(c.written)
	}
	return n
}

// Since is what the program has written after the first n bytes.
func (p *Timed) Since(n int) []byte {
	p.mu.Lock()
	defer p.mu.Unlock()
	var all []byte
	for _, c := range p.chunks {
		all = append(all, c.written...)
	}
	return all[min(n, len(all)):]
}

// CPU is the time that the program's threads have run, in user and kernel mode. It is read from
// /proc, so it is 0 where there is none.
func (p *Timed) CPU() time.Duration {
	total := time.Duration(0)
	threads, _ := filepath.Glob(filepath.Join(p.proc(), "task", "*", "schedstat"))
	for _, thread := range threads {
		line, _ := os.ReadFile(thread) // a thread may have ended
		ran, _, _ := strings.Cut(string(line), " ")
		nanoseconds, _ := strconv.ParseInt(ran, 10, 64)
		total += time.Duration(nanoseconds)
	}
	return total
}

// PeakMemory is the most memory that the program has had in the machine's memory at once, in
// bytes; 0 where there is no /proc.
func (p *Timed) PeakMemory() int {
	status, _ := os.ReadFile(filepath.Join(p.proc(), "status"))
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			kib, _ := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(rest), " kB"))
			return kib << 10
		}
	}
	return 0
}

func (p *Timed) proc() string { return filepath.Join("/proc", strconv.Itoa(p.cmd.Process.Pid)) }

// Stop ends the program at once. It is called when the test ends, at the latest.
func (p *Timed) Stop() {
	p.stop.Do(func() {
		_ = syscall.Kill(-p.cmd.Process.Pid, syscall.SIGKILL)
		<-p.ended
		_ = p.terminal.Close()
	})
}

// signs are the printable, non-blank bytes of a terminal's stream, without its sequences.
type signs struct {
	seen  []byte
	state int
}

func (s *signs) add(written []byte) {
	const (
		text = iota
		escape
		control // CSI
		str     // OSC, DCS and the like
		strEscape
		one // one byte follows
	)
	for _, c := range written {
		switch s.state {
		case text:
			if c == 0x1b {
				s.state = escape
			} else if c > 0x20 && c != 0x7f {
				s.seen = append(s.seen, c)
			}
		case escape:
			switch {
			case c == '[':
				s.state = control
			case strings.IndexByte("]P_^X", c) >= 0:
				s.state = str
			case strings.IndexByte("()*+#% ", c) >= 0:
				s.state = one
			default:
				s.state = text
			}
		case control:
			if c >= 0x40 && c <= 0x7e {
				s.state = text
			}
		case str:
			if c == 0x07 {
				s.state = text
			} else if c == 0x1b {
				s.state = strEscape
			}
		case strEscape, one:
			s.state = text
		}
	}
}
