package ui

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"debrief/model"
	"debrief/model/sample"
	"debrief/storage"
	"debrief/ui/desk"
	"debrief/ui/keymap"
	"debrief/ui/queue"
	"debrief/ui/screen"
	"debrief/ui/theme"
)

// driver plays the terminal and the person for an App: keys in, rows out, on a real store. Time
// stands still until elapse.
type driver struct {
	t      *testing.T
	app    *App
	store  desk.Store
	now    time.Time
	timers []tea.Msg
	ids    int
	quit   bool
	keys   int // pressed beside typed words

	rescues rescueFiles
	mute    bool      // the disk does not answer
	late    []tea.Msg // what it would have said

	holds bool      // commands wait for release instead of running at once
	held  []tea.Cmd // as they do in a real program while keys go on
}

func openStore(t *testing.T, path string) *storage.Store {
	t.Helper()
	s, err := storage.Open(context.Background(), path, storage.Options{Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// newDriver starts the program on a new store.
func newDriver(t *testing.T, set ...func(*Options)) *driver {
	return driverOn(t, openStore(t, filepath.Join(t.TempDir(), "debrief.db")), screen.Place{}, set...)
}

// sampleDriver starts it on a store with the sample incident, at the screen.
func sampleDriver(t *testing.T, at screen.Name, set ...func(*Options)) *driver {
	t.Helper()
	return recordDriver(t, sample.Postmortem(time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC)), at, set...)
}

func recordDriver(t *testing.T, p model.Postmortem, at screen.Name, set ...func(*Options)) *driver {
	t.Helper()
	s := openStore(t, filepath.Join(t.TempDir(), "debrief.db"))
	save(t, s, p)
	return driverOn(t, s, screen.Place{Screen: at, Postmortem: p.Header.ID}, set...)
}

func save(t *testing.T, s *storage.Store, p model.Postmortem) {
	t.Helper()
	e := model.Entry{Seq: 1, At: model.UTC(time.Now()), Kind: model.Fact, Change: model.Diff("made", model.Postmortem{}, p)}
	if err := s.Save(context.Background(), p.Header.ID, e); err != nil {
		t.Fatal(err)
	}
}

func driverOn(t *testing.T, s desk.Store, at screen.Place, set ...func(*Options)) *driver {
	t.Helper()
	d := newDriverOn(t, s, at, set...)
	d.run(d.app.Init())
	d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	return d
}

// driverHeld starts the program at home while nothing that it reads has come back yet.
func driverHeld(t *testing.T, s desk.Store) *driver {
	t.Helper()
	d := newDriverOn(t, s, screen.Place{})
	d.holds = true
	d.run(d.app.Init())
	d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	return d
}

// newDriverOn makes it with options that are set otherwise.
func newDriverOn(t *testing.T, s desk.Store, at screen.Place, set ...func(*Options)) *driver {
	t.Helper()
	d := &driver{t: t, store: s, now: time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC)}
	keys, err := keymap.New(Bindings())
	if err != nil {
		t.Fatal(err)
	}
	o := Options{
		Store: s, Start: at, Keys: keys, Theme: "dark", Glyphs: theme.ASCII(), Zone: "Europe/Berlin", ReviewsDir: t.TempDir(),
		Now: func() time.Time { return d.now },
		NewID: func() model.ID {
			d.ids++
			digits := strings.Map(func(r rune) rune { return 'a' + r - '0' }, fmt.Sprint(d.ids))
			return model.ID(strings.Repeat("a", 16-len(digits)) + digits)
		},
		After: func(_ time.Duration, msg tea.Msg) tea.Cmd {
			return func() tea.Msg { d.timers = append(d.timers, msg); return nil }
		},
		Getenv: func(string) string { return "" },
		Reopen: func(ctx context.Context, path string) (desk.Store, error) {
			return storage.Open(ctx, path, storage.Options{Now: time.Now})
		},
		Rescues: &d.rescues,
	}
	for _, set := range set {
		set(&o)
	}
	d.app, err = New(o)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// send gives the App a message and runs what it asks for, to the end.
func (d *driver) send(msg tea.Msg) {
	d.t.Helper()
	_, cmd := d.app.Update(msg)
	d.run(cmd)
}

// does lets the App do something, and runs what it asks for.
func (d *driver) does(do func()) {
	d.t.Helper()
	do()
	d.run(d.app.takeEffects())
}

// run runs a command, and what the App was given to save beside it.
func (d *driver) run(cmd tea.Cmd) {
	d.t.Helper()
	d.app.desk.Save()
	for _, c := range []tea.Cmd{cmd, d.app.takeEffects()} {
		switch {
		case c == nil:
		case d.holds:
			d.held = append(d.held, c)
		default:
			d.finish(c)
		}
	}
}

// finish runs one command to its end and hands its message on.
func (d *driver) finish(cmd tea.Cmd) {
	d.t.Helper()
	switch msg := cmd().(type) {
	case nil:
	case queue.Saved:
		if d.mute {
			d.late = append(d.late, msg)
			return
		}
		d.send(msg)
	case tea.BatchMsg:
		for _, c := range msg {
			d.run(c)
		}
	case tea.QuitMsg:
		d.quit = true
	default:
		d.send(msg)
	}
}

// release runs one of the commands that wait.
func (d *driver) release(i int) {
	d.t.Helper()
	cmd := d.held[i]
	d.held = append(d.held[:i:i], d.held[i+1:]...)
	d.finish(cmd)
}

// settle runs everything that waits, and all pauses, until nothing is left to do.
func (d *driver) settle() {
	d.t.Helper()
	for range 200 {
		for len(d.held) > 0 {
			d.release(0)
		}
		if d.app.desk.Idle() {
			return
		}
		d.elapse()
	}
	d.t.Fatalf("something still waits: %+v", d.app.desk.NotOnDisk())
}

// conflict tells that a change waits for an answer.
func (d *driver) conflict() bool { return d.app.desk.NotOnDisk().Conflict != nil }

// elapse lets all pauses end that are under way.
func (d *driver) elapse() {
	d.t.Helper()
	timers := d.timers
	d.timers = nil
	for _, msg := range timers {
		d.send(msg)
	}
}

// kind types words; they are not counted as keys.
func (d *driver) kind(words string) {
	d.t.Helper()
	for _, r := range words {
		d.send(keyPress(string(r)))
	}
}

// press presses keys by name.
func (d *driver) press(names ...string) {
	d.t.Helper()
	for _, n := range names {
		d.keys++
		d.now = d.now.Add(400 * time.Millisecond) // nobody answers a panel faster
		d.send(keyPress(n))
	}
}

func keyPress(name string) tea.KeyPressMsg {
	var k tea.Key
	for {
		rest, ok := strings.CutPrefix(name, "ctrl+")
		if !ok {
			break
		}
		k.Mod |= tea.ModCtrl
		name = rest
	}
	if rest, ok := strings.CutPrefix(name, "shift+"); ok {
		k.Mod |= tea.ModShift
		name = rest
	}
	if rest, ok := strings.CutPrefix(name, "alt+"); ok {
		k.Mod |= tea.ModAlt
		name = rest
	}
	special := map[string]rune{"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "up": tea.KeyUp, "down": tea.KeyDown,
		"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd, "backspace": tea.KeyBackspace,
		"delete": tea.KeyDelete, "left": tea.KeyLeft, "right": tea.KeyRight, "f1": tea.KeyF1}
	if c, ok := special[name]; ok {
		k.Code = c
		return tea.KeyPressMsg(k)
	}
	if name == "space" {
		name = " "
	}
	k.Code = []rune(name)[0]
	if k.Mod&^tea.ModShift == 0 {
		k.Text = name
	}
	return tea.KeyPressMsg(k)
}

// rows returns the frame as text.
func (d *driver) rows() []string {
	rows := strings.Split(d.app.View().Content, "\n")
	for i := range rows {
		rows[i] = strings.TrimRight(ansi.Strip(rows[i]), " ")
	}
	return rows
}

func (d *driver) text() string { return strings.Join(d.rows(), "\n") }

// want fails unless the frame holds every text.
func (d *driver) want(texts ...string) {
	d.t.Helper()
	frame := d.text()
	for _, w := range texts {
		if !strings.Contains(frame, w) {
			d.t.Fatalf("the screen does not show %q:\n%s", w, frame)
		}
	}
}

// record returns the record as it is on disk.
func (d *driver) record() model.Postmortem {
	d.t.Helper()
	p, _, err := d.store.Read(context.Background(), d.app.desk.ID())
	if err != nil {
		d.t.Fatal(err)
	}
	return p
}
