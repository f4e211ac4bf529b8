package ui

import (
	"bytes"
	"io"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"debrief/model"
	"debrief/storage"
	"debrief/ui/keymap"
	"debrief/ui/theme"
)

// messages counts the lines of the debug log.
type messages struct {
	sync.Mutex
	text  bytes.Buffer
	lines chan struct{} // one a line
}

func (m *messages) Write(b []byte) (int, error) {
	m.Lock()
	defer m.Unlock()
	m.lines <- struct{}{}
	return m.text.Write(b)
}

// wait waits until the log has so many lines with the words.
func (m *messages) wait(t *testing.T, words string, n int) {
	t.Helper()
	limit := time.After(20 * time.Second)
	for {
		m.Lock()
		there := strings.Count(m.text.String(), words)
		m.Unlock()
		if there >= n {
			return
		}
		select {
		case <-m.lines:
		case <-limit:
			t.Fatalf("%d messages %s, want %d", there, words, n)
		}
	}
}

// A terminal that is closed may be found out by reading from it, before any signal says so. What was
// typed last is on disk, or in a rescue file where nothing can be saved.
func TestATerminalThatIsGoneCostsNoText(t *testing.T) {
	for _, refused := range []bool{false, true} {
		d := newDriver(t)
		f := &failing{Store: d.store}
		if refused {
			f.err = model.ErrFull
		}
		keys, err := keymap.New(Bindings())
		if err != nil {
			t.Fatal(err)
		}
		log := &messages{lines: make(chan struct{}, 1000)}
		files, said := &rescueFiles{}, &bytes.Buffer{}
		in, typist := io.Pipe()
		go func() {
			log.wait(t, "desk.answer", 2) // home was read, and rescue files looked for
			_, _ = typist.Write([]byte("half a title"))
			log.wait(t, "KeyPressMsg", len("half a title"))
			typist.CloseWithError(syscall.EIO)
		}()
		code, err := Run(Options{
			Store: f, Keys: keys, Theme: "dark", Glyphs: theme.ASCII(), Zone: "UTC", Now: time.Now, NewID: d.app.options.NewID,
			Getenv: d.app.options.Getenv, Debug: log, Rescues: files, Messages: said,
		}, in, io.Discard)
		if code != 129 || err != nil {
			t.Errorf("ended with %d, %v; want 129", code, err)
		}
		var text string
		if refused {
			if len(files.files) != 1 || !strings.Contains(said.String(), files.files[0].Path) {
				t.Fatalf("%d rescue files, said %q", len(files.files), said)
			}
			text = files.files[0].Rescue.Drafts[0].Text
		} else {
			drafts, err := d.store.(*storage.Store).Drafts(t.Context(), "")
			if err != nil || len(drafts) != 1 {
				t.Fatalf("drafts %v, %v; want one", drafts, err)
			}
			text = drafts[0].Text
		}
		if text != "half a title" {
			t.Errorf("kept is %q", text)
		}
	}
}
