package terminaltest

import (
	"io"
	"sync"
	"time"
)

// escPause is how long nothing follows an Esc on an old terminal. Bubble Tea
// takes an Esc for itself when 50 ms later nothing has come; nobody presses the
// next key sooner than twice that.
const escPause = 100 * time.Millisecond

// input is the way from the keyboard to the program: it takes everything at
// once and hands it on in order, so that neither the emulator nor the test
// waits for a program that does not read.
type input struct {
	mu      sync.Mutex
	waiting [][]byte
	wake    chan struct{}
	quit    chan struct{}
	once    sync.Once
}

func newInput(to io.Writer) *input {
	in := &input{wake: make(chan struct{}, 1), quit: make(chan struct{})}
	go in.run(to)
	return in
}

// send hands bytes to the program. An Esc must come alone.
func (in *input) send(b []byte) {
	in.mu.Lock()
	in.waiting = append(in.waiting, b)
	in.mu.Unlock()
	select {
	case in.wake <- struct{}{}:
	default:
	}
}

func (in *input) stop() { in.once.Do(func() { close(in.quit) }) }

func (in *input) run(to io.Writer) {
	for {
		select {
		case <-in.wake:
		case <-in.quit:
			return
		}
		in.mu.Lock()
		all := in.waiting
		in.waiting = nil
		in.mu.Unlock()
		for _, b := range all {
			if _, err := to.Write(b); err != nil {
				return // the program has ended; the test finds out by itself
			}
			if string(b) == "\x1b" && !in.pause() {
				return
			}
		}
	}
}

// pause waits as long as a person would; false when the test is over.
func (in *input) pause() bool {
	timer := time.NewTimer(escPause)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-in.quit:
		return false
	}
}
