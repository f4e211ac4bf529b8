package journey

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"syscall"
	"time"

	rescuefile "debrief/storage/rescue"
	"debrief/ui/terminaltest"
)

// trouble is a reason why nothing can be saved. It begins with the call, and ends with what it
// returns.
type trouble struct {
	name  string
	begin func(y *scribe) (end func())
}

func troubles() []trouble {
	return []trouble{
		{"locked", (*scribe).lock},
		{"away", (*scribe).takeAway},
	}
}

// lock holds the store as another program does that writes for long.
func (y *scribe) lock() func() {
	y.t.Helper()
	db, err := sql.Open("sqlite", "file:"+storePath(y.home)+"?_txlock=immediate&_pragma=busy_timeout(10000)")
	if err != nil {
		y.t.Fatal(err)
	}
	tx, err := db.BeginTx(context.Background(), nil)
	if err != nil {
		y.t.Fatal(err)
	}
	return func() {
		if err := tx.Rollback(); err != nil {
			y.t.Fatal(err)
		}
		if err := db.Close(); err != nil {
			y.t.Fatal(err)
		}
	}
}

// takeAway takes the folder of the store away, as a network drive goes. Nothing can be written there,
// by root neither.
func (y *scribe) takeAway() func() {
	y.t.Helper()
	folder := filepath.Dir(storePath(y.home))
	if err := os.Rename(folder, folder+".away"); err != nil {
		y.t.Fatal(err)
	}
	return func() {
		if err := os.Rename(folder+".away", folder); err != nil {
			y.t.Fatal(err)
		}
	}
}

// endInTrouble types while nothing can be saved, and ends the program in one of the ways of which it
// is told. What was typed must then be in a rescue file that the terminal names.
func (y *scribe) endInTrouble() {
	y.t.Helper()
	y.toLine()
	// A line that is on disk half typed when the trouble begins, and is recorded or wiped then.
	line, text := y.lineOf(y.at)
	y.typeHalf(line)
	y.see(line)
	<-time.After((draftLimit + commitLimit) * time.Duration(y.chance.IntN(2)))
	all := troubles()
	what := all[y.chance.IntN(len(all))]
	over := what.begin(y)
	if y.chance.IntN(3) > 0 {
		y.enterTyped(line, adds(line, text))
	} else {
		y.finish()
	}
	y.enterRows()
	line, _ = y.lineOf(y.at)
	y.typeHalf(line)
	y.see(line)
	ways := []struct {
		name string
		code int
		do   func()
	}{
		{"SIGTERM", 143, func() { y.r.p.Signal(syscall.SIGTERM) }},
		{"SIGHUP", 129, func() { y.r.p.Signal(syscall.SIGHUP) }},
		{"SIGINT", 130, func() { y.r.p.Signal(syscall.SIGINT) }},
		{"ctrl+c, twice", 1, func() {
			y.r.p.Keys("ctrl+c")
			y.r.p.Wait(y.t, "ctrl+c again")
			y.r.p.Keys("ctrl+c")
		}},
		{"a panic", 1, func() {
			f := fall{place: fallPlaces[y.chance.IntN(2)], nth: 1}
			if err := f.write(y.falls); err != nil {
				y.t.Fatal(err)
			}
			y.r.p.Keys("Right")
		}},
	}
	way := ways[y.chance.IntN(len(ways))]
	y.say("the store is %s; ended by %s", what.name, way.name)
	y.tally.add("ended by "+way.name+" while the store was "+what.name, 1)
	way.do()
	y.code(way.code)
	over()
	y.last = end{how: way.name + " while the store was " + what.name, at: time.Now(), told: true, read: true}
	y.r.p.CheckGivenBack(y.t)
	if way.name == "a panic" {
		y.traceIsPrivate()
	}
	y.rescueSaid()
	y.agrees("what waits is in the rescue file alone")
}

// rescues are the rescue files that the home's programs have left.
func (y *scribe) rescues() []rescuefile.File {
	y.t.Helper()
	found, err := rescuefile.List(storePath(y.home), filepath.Join(y.home, ".local", "state", "debrief"))
	if err != nil {
		y.t.Fatal(err)
	}
	return found
}

// rescueSaid looks for the one rescue file, which the terminal names, and for all that was typed in it.
func (y *scribe) rescueSaid() {
	y.t.Helper()
	found := y.rescues()
	if len(found) != 1 || found[0].Err != nil {
		y.t.Fatalf("the rescue files are %+v, want one\n%s", found, y.r.p.Screen())
	}
	f := found[0]
	// The terminal breaks a long path, but for what is written to it.
	if out := string(y.r.p.Output()); !strings.Contains(out, f.Path) {
		y.t.Fatalf("the terminal does not name %s:\n%s", f.Path, y.r.p.Screen())
	}
	if is, err := os.Stat(f.Path); err != nil || is.Mode() != 0o600 {
		y.t.Errorf("the rescue file: %v, %v; want mode -rw-------", is, err)
	}
	l := newLedger()
	for text, n := range y.texts {
		l.texts[text] = n
	}
	for _, s := range y.sent {
		l.take(s)
	}
	if wrong := difference(l.texts, texts(f.Rescue.Record)); wrong != "" {
		y.t.Fatalf("in the record of the rescue file %s; half typed there is %+v", strings.ReplaceAll(wrong, "on disk", "there"), f.Rescue.Drafts)
	}
	changes := make(map[string]int)
	for _, w := range f.Rescue.Waiting {
		for _, r := range w.Entry.Change.Rows {
			countTexts(reflect.ValueOf(r.After), changes)
		}
	}
	for _, s := range y.sent {
		for text := range s.edit.texts {
			if changes[text] == 0 {
				y.t.Fatalf("%q waited and is in no change of the rescue file", text)
			}
		}
	}
	drafts := make(map[string]string)
	for _, h := range f.Rescue.Drafts {
		if h.Text != "" { // another field of the place may have been emptied
			drafts[h.Place] = h.Text
		}
	}
	h := y.half[y.place()]
	if want := h.seen[len(h.seen)-1].text; drafts[y.place()] != want {
		y.t.Fatalf("half typed in the rescue file is %q, want %q", drafts, want)
	}
}

// askToTakeIn takes in at home what a rescue file offers after a start. It reports false where all that
// is in the file had reached the disk after all: then it is gone, and nothing is offered.
func (y *scribe) askToTakeIn() bool {
	y.t.Helper()
	offered := false
	eventually(y.t, "the offer, or the rescue file to be gone", func() bool {
		gone := len(y.rescues()) == 0
		offered = y.r.p.Screen().Has("Take it in")
		return offered || gone
	})
	if !offered {
		y.tally.add("rescue files whose content was on disk", 1)
		return false
	}
	y.pause()
	if h := y.half[""]; h != nil && typedText(y.r.p.Screen()) != "Title" {
		y.r.p.Keys("ctrl+u") // with a title in the line Enter makes a post-mortem
		y.r.p.WaitFor(y.t, "the line to be empty", func(s *terminaltest.Screen) bool { return typedText(s) == "Title" })
		h.gone, h.seen = true, nil
	}
	y.r.p.Keys("Enter")
	return true
}

// killAtTakingIn ends the program while it takes a rescue file in. Where the file is gone by then,
// all of it must be in the store; else it is taken in at another start, and nothing is there twice.
func (y *scribe) killAtTakingIn() {
	y.t.Helper()
	y.askToTakeIn()
	<-time.After(y.some(100 * time.Millisecond))
	y.say("killed at taking in")
	y.r.p.Kill() // the end that counts is still the one that left the file
}

// takeIn takes a rescue file in, and sees that what it held is in the store, once, and in the file no
// more.
func (y *scribe) takeIn() {
	y.t.Helper()
	if !y.askToTakeIn() {
		y.openFirst()
		y.mustSettle("after a rescue file that was not needed")
		return
	}
	y.arrive(0)
	eventually(y.t, "the rescue file to be removed", func() bool { return len(y.rescues()) == 0 })
	y.mustSettle("after taking in a rescue file")
	y.tally.add("rescue files taken in", 1)
}
