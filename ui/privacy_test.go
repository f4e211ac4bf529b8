package ui

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/sample"
	"debrief/storage"
	"debrief/ui/keymap"
	"debrief/ui/screen"
)

// share marks the screen as private, or as shared again.
func (d *driver) share() {
	d.t.Helper()
	d.does(func() { d.app.command(keymap.ShareScreen) })
	d.send(nil)
}

func TestALineTypedOnAPrivateScreenIsUnseenOnceItIsShared(t *testing.T) {
	for _, at := range phaseScreens() {
		d := sampleDriver(t, at)
		d.share()
		d.kind(secret)
		d.want(secret)
		d.share()
		d.unseen(string(at))
		d.kind("s")
		d.want("********", "typed while the screen was private")
		d.unseen(string(at) + ", typed on")
		d.press("ctrl+z", "ctrl+z", "ctrl+x")
		d.unseen(string(at) + ", in an editor")
		n := len(d.app.desk.Record.Events) + len(d.app.desk.Record.Attendees)
		d.press("enter")
		d.unseen(string(at) + ", after Enter")
		if got := len(d.app.desk.Record.Events) + len(d.app.desk.Record.Attendees); got != n {
			t.Errorf("%s: the room got it", at)
		}
		d.press("down")
		d.unseen(string(at) + ", from another row")
		d.press("up", "esc")
		d.unseen(string(at) + ", in the list")
		d.press("h")
		d.want("1 private text")
		d.unseen("where the meeting stands")
		d.share()
		d.want("PRIVATE", secret)
		d.share()
		d.unseen("where the meeting stands, shared again")
	}
}

func TestEmptyingALineThatTheRoomMustNotSeeBeginsAnOrdinaryOne(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	d.share()
	d.kind(secret)
	d.press("ctrl+u")
	d.share()
	d.press("ctrl+z")
	d.unseen("what was emptied on the private screen")
	d.press("ctrl+u")
	d.share()
	d.app.focus.typeOn()
	d.kind(secret)
	d.share()
	d.press("ctrl+u", "ctrl+z")
	d.unseen("what was emptied on the shared screen")
	d.kind("14:33 for all to see")
	d.want("14:33 for all to see")
	d.press("enter")
	d.want("recorded at 14:33")
}

func TestAFormTypedInOnAPrivateScreenIsUnseenOnceItIsShared(t *testing.T) {
	for _, at := range []screen.Name{screen.Attendees, screen.Timeline, screen.Learning, screen.Countermeasures} {
		d := sampleDriver(t, at)
		d.share()
		d.press("esc", "home", "e")
		if at == screen.Timeline {
			d.press("down")
		}
		field, _ := d.app.field()
		d.kind(" " + secret)
		d.want(secret)
		d.share()
		d.unseen("the form in " + string(at))
		d.press("down")
		d.unseen("another field in " + string(at))
		d.press("enter")
		d.unseen("the form after Enter in " + string(at))
		if d.app.front() == nil {
			t.Fatalf("%s: Enter recorded %q for the room", at, field.Key)
		}
		d.press("esc", "h")
		d.want("1 private text")
		d.unseen("where the meeting stands")
		d.share()
		d.want(secret)
	}
}

func TestAFieldTypedOnAPrivateScreenIsUnseenOnceItIsShared(t *testing.T) {
	for _, at := range []screen.Name{screen.Open, screen.Discretion, screen.Close} {
		d := sampleDriver(t, at)
		d.share()
		d.kind(secret)
		d.share()
		for range 30 {
			d.press("down")
			d.unseen("a row of " + string(at))
		}
	}
}

func TestARestartKeepsWhatIsNotForTheRoomUnseen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "debrief.db")
	first := openStore(t, path)
	p := sample.Postmortem(time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC))
	save(t, first, p)
	one := driverOn(t, first, screen.Place{Screen: screen.Timeline, Postmortem: p.Header.ID})
	one.kind("14:33 for")
	one.elapse() // first it is for the room
	one.share()
	one.kind(" " + secret)
	one.press("esc", "home", "y")
	one.kind("a note")
	one.press("esc")
	one.share()
	one.elapse()

	two := secondStart(t, path, p)
	two.want("[Timeline]", "*********")
	two.unseen("the line after a restart")
	two.press("esc", "h")
	two.want("2 private texts")
	two.unseen("where the meeting stands")
	two.press("esc")
	two.share()
	two.press("i")
	two.want("14:33 for " + secret)
	two.press("enter", "esc", "home", "y", "enter")
	two.elapse()
	drafts, err := two.store.(*storage.Store).Drafts(t.Context(), p.Header.ID)
	if err != nil || len(drafts) > 0 {
		t.Errorf("what is recorded still waits on disk: %v, %v", drafts, err)
	}
}

func TestTheWordsOfAPrivateRowThatTwoWindowsChangedWaitForAPrivateScreen(t *testing.T) {
	p := sample.Postmortem(time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC))
	p.Notes = append(p.Notes, model.Note{ID: sample.ID("x"), Text: "a note"})
	rows := func(text string, private bool) []model.Row {
		note, event, account, line := p.Notes[len(p.Notes)-1], p.Events[3], p.Accounts[0], p.CardLines[0]
		learning, countermeasure, idea := p.Learnings[0], p.Countermeasures[0], p.ParkedIdeas[0]
		note.Text, note.Private = text, private
		event.What, event.Private = text, private
		account.Text, account.Private = text, private
		line.Text, line.Private = text, private
		learning.Text, learning.Private = text, private
		countermeasure.Text, countermeasure.Private = text, private
		idea.Text, idea.Private = text, private
		return []model.Row{note, event, account, line, learning, countermeasure, idea}
	}
	for i, row := range rows(secret, true) {
		path := filepath.Join(t.TempDir(), "debrief.db")
		store := openStore(t, path)
		save(t, store, p)
		one := driverOn(t, store, screen.Place{Screen: screen.Timeline, Postmortem: p.Header.ID})
		one.share()
		before, _ := p.Row(row.Table(), row.Key())
		change := func(after model.Row) model.Change {
			return model.Change{Label: "Changed", Rows: []model.RowChange{{Table: row.Table(), ID: row.Key(), Before: before, After: after}}}
		}
		theirs := model.Entry{Seq: one.app.desk.Seq + 1, At: model.UTC(one.now), Kind: model.Edit, Change: change(rows("another text", false)[i])}
		if err := store.Save(t.Context(), p.Header.ID, theirs); err != nil {
			t.Fatal(err)
		}
		one.does(func() { one.app.desk.Commit(model.Entry{Kind: model.Edit, Change: change(row)}, nil) })
		one.want("was changed in another window", secret)
		one.share()
		one.unseen("what is not saved")

		two := secondStart(t, path, p)
		two.unseen("the line")
		if two.app.line.Changed() {
			t.Errorf("%s: the line holds %q", row.Table(), two.app.line.Value())
		}
		two.share()
		two.want(secret, "the line holds words")
		two.share()
		two.unseen("the line, shared again")
	}
}

func TestTheWordsOfOtherRowsComeBackOnASharedScreen(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	id := d.app.desk.ID()
	left := model.Draft{Postmortem: id, Window: "another", Place: "conflict", Field: "2 events x", Text: "the pool was lowered", At: model.UTC(d.now)}
	if err := d.store.SaveDraft(t.Context(), left); err != nil {
		t.Fatal(err)
	}
	d = driverOn(t, d.store, screen.Place{Screen: screen.Timeline, Postmortem: id})
	d.want("the pool was lowered")
	if !strings.Contains(d.app.said.words, "the line holds words") {
		t.Errorf("said is %q", d.app.said.words)
	}
}

func TestLinesPastedOnAPrivateScreenWaitUnseenOnceItIsShared(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	d.share()
	d.app.hand(tea.PasteMsg{Content: "14:31 " + secret + " one\n14:32 " + secret + " two\n"})
	d.want(secret)
	d.share()
	d.unseen("the question about the paste")
	d.press("enter")
	d.unseen("the line")
	d.share()
	d.want(secret + " one")
}
