package ui

import (
	"context"
	"strings"
	"testing"

	"debrief/model"
	"debrief/storage"
	"debrief/ui/desk"
	"debrief/ui/screen"
)

// sees lets the window look whether another program wrote.
func (d *driver) sees() {
	d.t.Helper()
	d.send(desk.WatchTick{})
	d.settle()
}

func (d *driver) never(where, text string) {
	d.t.Helper()
	if strings.Contains(d.text(), text) {
		d.t.Errorf("%s: %q is on the screen:\n%s", where, text, d.text())
	}
}

func TestAPurgedRecordIsClosedInOtherWindows(t *testing.T) {
	one, two := twoWindows(t)
	id, title := one.app.desk.ID(), one.app.desk.Record.Header.Title
	one.kind("15:01 half a sentence with hunter2")
	if _, err := two.store.(*storage.Store).Purge(context.Background(), id); err != nil {
		t.Fatal(err)
	}
	one.sees()
	one.want("removed for good outside this window", "half typed in it is gone")
	if one.app.desk.Sheet != nil || !one.app.atHome() {
		t.Fatalf("it is still open:\n%s", one.text())
	}
	one.never("home", title)
	one.never("home", "hunter2")
	one.kind("the rest of the sentence")
	one.press("enter")
	one.want("removed for good outside this window")
	one.press("enter")
	if one.app.desk.Sheet != nil {
		t.Error("the rest of a sentence made a post-mortem")
	}
	drafts, err := one.store.Drafts(context.Background(), id)
	if err != nil || len(drafts) != 0 {
		t.Errorf("half-typed text came back to disk: %v, %v", drafts, err)
	}
	one.kind("A new record")
	one.press("enter")
	one.want("A new record", "[Open]", "saved")
}

// A change that is made after the purge and before the window has noticed it cannot be saved.
func TestAChangeOfAPurgedRecordLetsTheWindowGo(t *testing.T) {
	one, two := twoWindows(t)
	if _, err := two.store.(*storage.Store).Purge(context.Background(), one.app.desk.ID()); err != nil {
		t.Fatal(err)
	}
	one.kind("15:01 too late")
	one.press("enter")
	one.settle()
	one.want("removed for good outside this window", "not on disk yet (1 change)")
	if one.app.desk.Sheet != nil {
		t.Error("it is still open")
	}
}

func TestAPurgedRecordLeavesTheListAtHome(t *testing.T) {
	one, two := twoWindows(t)
	id, title := one.app.desk.ID(), "Checkout errors while the search"
	one.press("esc", "g", "0")
	one.want(title)
	if _, err := two.store.(*storage.Store).Purge(context.Background(), id); err != nil {
		t.Fatal(err)
	}
	one.sees()
	one.app.said = said{}
	one.never("home", title)
}

func TestAPurgedTextIsGoneInOtherWindowsToo(t *testing.T) {
	one, two := twoWindows(t)
	id := one.app.desk.ID()
	one.kind("15:01 the password was hunter2")
	one.press("enter")
	one.kind("15:02 we typed hunter2 again and")
	one.elapse() // it is a draft on disk
	one.press("esc", "g", "5")
	one.press("i")
	one.kind("nobody wrote hunter2 down")
	if _, err := two.store.(*storage.Store).PurgeText(context.Background(), id, "hunter2", "[removed]"); err != nil {
		t.Fatal(err)
	}
	one.sees()
	one.want("nobody wrote [removed] down", "removed for good")
	one.never("learning", "hunter2")
	one.elapse()
	one.settle()
	one.press("esc", "g", "3")
	one.want("the password was [removed]", "15:02 we typed [removed] again and")
	one.never("timeline", "hunter2")
	drafts, err := one.store.Drafts(context.Background(), id)
	if err != nil || len(drafts) == 0 {
		t.Errorf("%d drafts, %v", len(drafts), err)
	}
	for _, d := range drafts {
		if strings.Contains(d.Text, "hunter2") {
			t.Errorf("a draft on disk says %q", d.Text)
		}
	}
	one.press("ctrl+z", "ctrl+z", "ctrl+z")
	one.settle()
	one.never("after undo", "hunter2")
}

// A row that was recorded a moment before and waits behind a busy disk is put on top of the purge.
func TestAPurgedTextIsTakenOutOfChangesThatWait(t *testing.T) {
	one, two := twoWindows(t)
	id := one.app.desk.ID()
	one.kind("15:01 the password was hunter2")
	one.press("enter")
	one.settle()
	if _, err := two.store.(*storage.Store).PurgeText(context.Background(), id, "hunter2", "[removed]"); err != nil {
		t.Fatal(err)
	}
	one.kind("15:03 hunter2 was in the log too")
	one.press("enter")
	one.settle()
	p := one.record()
	if events(p, "[removed] was in the log too") != 1 {
		t.Errorf("on disk: %+v", p.Events[len(p.Events)-1])
	}
	one.never("timeline", "hunter2")
}

// A draft that is saved after the purge must not bring the text back.
func TestADraftDoesNotBringAPurgedTextBack(t *testing.T) {
	one, two := twoWindows(t)
	id := one.app.desk.ID()
	one.kind("15:01 the password was hunter2")
	one.press("enter")
	one.kind("15:02 hunter2 on")
	one.elapse()
	if _, err := two.store.(*storage.Store).PurgeText(context.Background(), id, "hunter2", "[removed]"); err != nil {
		t.Fatal(err)
	}
	one.kind("ce more")
	one.elapse()
	one.settle()
	drafts, err := one.store.Drafts(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range drafts {
		if strings.Contains(d.Text, "hunter2") {
			t.Errorf("a draft on disk says %q", d.Text)
		}
	}
	one.want("[removed]")
	one.never("the line", "hunter2")
}

func TestADeletedRecordIsClosedAndAnImportIsSaid(t *testing.T) {
	one, two := twoWindows(t)
	p := one.record()
	changed := p
	changed.Header.Title = "As the file says"
	e := model.Entry{Seq: two.app.desk.Seq + 1, At: model.UTC(two.now), Kind: model.Edit, Change: model.Diff(model.ImportedLabel, p, changed)}
	if err := two.store.Save(context.Background(), p.Header.ID, e); err != nil {
		t.Fatal(err)
	}
	one.sees()
	one.want("As the file says", "a file was imported")

	gone, err := two.app.env.Editor.Delete(changed)
	if err != nil {
		t.Fatal(err)
	}
	e = model.Entry{Seq: e.Seq + 1, At: model.UTC(two.now), Kind: model.Edit, Change: model.Diff("Post-mortem deleted", changed, gone)}
	if err := two.store.Save(context.Background(), p.Header.ID, e); err != nil {
		t.Fatal(err)
	}
	one.sees()
	if one.app.at.Screen != screen.Home {
		t.Errorf("it is still open:\n%s", one.text())
	}
	one.want("deleted outside this window")
	one.kind("the rest of a sentence")
	one.press("enter")
	if one.app.desk.ID() != p.Header.ID || !one.atHomeWith("") {
		t.Errorf("the rest of a sentence went to home:\n%s", one.text())
	}
	one.press("ctrl+z")
	one.settle()
	if got := one.record(); !got.Header.Deleted.IsZero() {
		t.Error("ctrl+z at home does not bring it back")
	}
}

// The text may have been typed into a line alone, and never recorded.
func TestATextThatStoodInAHalfTypedLineAloneIsGone(t *testing.T) {
	one, two := twoWindows(t)
	id := one.app.desk.ID()
	one.kind("15:02 hunter2 and the rest of it")
	one.elapse()
	if _, err := two.store.(*storage.Store).PurgeText(context.Background(), id, "hunter2", "[removed]"); err != nil {
		t.Fatal(err)
	}
	one.sees()
	one.want("15:02 [removed] and the rest of it")
	one.never("the line", "hunter2")
	one.elapse()
	one.press("enter")
	one.settle()
	if events(one.record(), "[removed] and the rest of it") != 1 {
		t.Error("the line was not recorded")
	}
	drafts, err := one.store.Drafts(context.Background(), id)
	if err != nil || len(drafts) != 0 {
		t.Errorf("drafts are left: %+v, %v", drafts, err)
	}
}

// atHomeWith tells that home is in front and its line holds the text.
func (d *driver) atHomeWith(text string) bool { return d.app.atHome() && d.app.line.Value() == text }

func TestWordsToFindHoldNoPurgedText(t *testing.T) {
	one, two := twoWindows(t)
	one.kind("15:01 the password was hunter2")
	one.press("enter", "esc", "/")
	one.kind("hunter2")
	if _, err := two.store.(*storage.Store).PurgeText(context.Background(), one.app.desk.ID(), "hunter2", "[removed]"); err != nil {
		t.Fatal(err)
	}
	one.sees()
	one.never("find", "hunter2")
	one.want("removed for good")
}

// What another window still offers on its screen was purged meanwhile.
func TestAPurgedRescueFileIsNotTakenIn(t *testing.T) {
	d, f := fullDisk(t)
	id := d.app.desk.ID()
	d.kind("15:01 the password was hunter2")
	d.press("enter", "ctrl+c", "ctrl+c")
	again := d.startAgain(f.Store)
	again.want("hunter2")
	again.rescues.files = nil // by debrief purge
	again.press("enter")
	again.want("not taken in", "the file is gone")
	if n := events(again.recordOf(id), "the password was hunter2"); n != 0 {
		t.Errorf("the row is on disk %d times", n)
	}
}

func (d *driver) recordOf(id model.ID) model.Postmortem {
	d.t.Helper()
	p, _, err := d.store.Read(context.Background(), id)
	if err != nil {
		d.t.Fatal(err)
	}
	return p
}

// A window that wrote before it noticed the purge was refused again and again, and never saved anything
// any more.
func TestAWindowThatWritesBeforeItNoticesAPurgeSavesOn(t *testing.T) {
	one, two := twoWindows(t)
	id := one.app.desk.ID()
	one.kind("14:02 page with hunter2 in it")
	one.press("enter")
	one.kind("14:09 then hunter2 and")
	one.elapse()
	if _, err := two.store.(*storage.Store).PurgeText(context.Background(), id, "hunter2", "[removed]"); err != nil {
		t.Fatal(err)
	}
	one.kind(" more")
	one.send(desk.DraftTick{}) // the draft goes out before the file is looked at
	if !one.app.desk.Idle() {
		t.Fatalf("something waits: %+v", one.app.desk.NotOnDisk())
	}
	one.want("saved", "14:09 then [removed] and more")
	one.press("enter")
	one.settle()
	if n := events(one.record(), "then [removed] and more"); n != 1 {
		t.Errorf("the row is on disk %d times:\n%s", n, one.text())
	}
	one.never("timeline", "hunter2")
}

// The panel went on saying that the post-mortem was deleted after it was brought back; and once it was
// closed, ctrl+z, which it had named, found nothing to take back.
func TestADeletedRecordComesBackHereOrFromOutside(t *testing.T) {
	for name, after := range map[string]func(one, two *driver){
		"ctrl+z on the panel": func(one, _ *driver) { one.press("ctrl+z") },
		"ctrl+z behind it":    func(one, _ *driver) { one.press("enter", "ctrl+z") },
		"from outside": func(one, two *driver) {
			p := one.record()
			back, err := two.app.env.Editor.Restore(p)
			if err != nil {
				t.Fatal(err)
			}
			e := model.Entry{Seq: two.app.desk.Seq + 2, At: model.UTC(two.now), Kind: model.Edit, Change: model.Diff(model.RestoredLabel, p, back)}
			if err := two.store.Save(context.Background(), p.Header.ID, e); err != nil {
				t.Fatal(err)
			}
			one.sees()
			one.want("brought back outside this window")
		},
	} {
		t.Run(name, func(t *testing.T) {
			one, two := twoWindows(t)
			p := one.record()
			gone, err := two.app.env.Editor.Delete(p)
			if err != nil {
				t.Fatal(err)
			}
			e := model.Entry{Seq: two.app.desk.Seq + 1, At: model.UTC(two.now), Kind: model.Edit, Change: model.Diff("Post-mortem deleted", p, gone)}
			if err := two.store.Save(context.Background(), p.Header.ID, e); err != nil {
				t.Fatal(err)
			}
			one.sees()
			one.want("deleted outside this window", "ctrl+z brings it back")
			after(one, two)
			one.settle()
			if at := one.record().Header.Deleted; !at.IsZero() {
				t.Errorf("it is still deleted:\n%s", one.text())
			}
			if front := one.front(); front != nil {
				t.Errorf("%T still says that it is deleted", front)
			}
		})
	}
}

// The row that held the words had just been made in the other window and was not seen here yet: what is
// half typed here may hold them, and it was called gone.
func TestAWindowThatCannotKnowThePurgedWordsSaysSo(t *testing.T) {
	one, two := twoWindows(t)
	id := one.app.desk.ID()
	two.kind("15:01 the password was hunter2")
	two.press("enter")
	two.settle()
	one.kind("15:02 half hunter2")
	if _, err := two.store.(*storage.Store).PurgeText(context.Background(), id, "hunter2", "[removed]"); err != nil {
		t.Fatal(err)
	}
	one.sees()
	one.want("removed for good outside this window", "what is half typed", "may still hold it")
	if strings.Contains(one.text(), "gone here too") {
		t.Errorf("it is called gone:\n%s", one.text())
	}
}

// What was done outside while a change waited for the disk was said for a moment only.
func TestWhatWasDoneOutsideIsSaidWhenTheDiskIsWellAgain(t *testing.T) {
	d, f := fullDisk(t)
	id := d.app.desk.ID()
	f.err = nil
	d.kind("15:01 the password was hunter2")
	d.press("enter")
	d.settle()
	f.err = model.ErrFull
	d.kind("15:02 waits for the disk")
	d.press("enter")
	d.want("NOT SAVED (1)")
	if _, err := f.Store.(*storage.Store).PurgeText(context.Background(), id, "hunter2", "[removed]"); err != nil {
		t.Fatal(err)
	}
	f.err = nil
	d.elapse()
	d.elapse()
	d.settle()
	d.want("saved", "Saved; everything is on disk again", "a text was removed for good")
}
