package ui

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/rescue"
	"debrief/model/sample"
	"debrief/storage"
	"debrief/ui/screen"
)

// What an earlier version had left on disk, under the names that it gave to fields, is back in its
// place, and goes when it is recorded.
func TestWhatAnEarlierVersionLeftHalfTypedComesBack(t *testing.T) {
	made := time.Date(2026, 3, 19, 13, 0, 0, 0, time.UTC)
	p := sample.Postmortem(made)
	account := p.Accounts[0]
	card, line := p.DecisionPoints[0], p.CardLines[0]
	for _, old := range []struct {
		place screen.Place
		field string
		open  string // the key that shows it
		end   []string
	}{
		{screen.Place{Screen: screen.Open, Field: "Impact"}, "Impact", "", nil},
		{screen.Place{Screen: screen.Timeline}, "event", "", nil},
		{screen.Place{Screen: screen.Timeline, Row: account.Event}, "form:" + string(account.Event) + ":what", "e", []string{"enter"}},
		{screen.Place{Screen: screen.Timeline, Row: account.Event}, "form:" + string(account.Event) + ":account:" + string(account.ID), "e", []string{"enter"}},
		{screen.Place{Screen: screen.Timeline, Row: account.Event}, "form:" + string(account.Event) + ":account:", "e", []string{"enter"}},
		{screen.Place{Screen: screen.Discretion, Row: line.ID}, "line:" + string(line.ID), "", []string{"enter"}},
		{screen.Place{Screen: screen.Discretion, Row: card.ID}, "new:" + string(line.DecisionPoint) + ":" + string(line.Field), "", nil},
		{screen.Place{Screen: screen.Close, Field: string(model.FieldTold)}, string(model.FieldTold), "", []string{"enter"}},
	} {
		const words = "a dashboard nobody owns"
		path := filepath.Join(t.TempDir(), "debrief.db")
		first := openStore(t, path)
		save(t, first, p)
		old.place.Postmortem = p.Header.ID
		d := model.Draft{Postmortem: p.Header.ID, Window: "earlier", Place: string(old.place.Screen), Field: old.field, Text: words, At: made}
		if err := first.SaveDraft(t.Context(), d); err != nil {
			t.Fatal(err)
		}
		two := driverOn(t, first, old.place)
		if old.open != "" {
			two.press("esc", old.open)
		}
		if !strings.Contains(two.text(), words) {
			t.Errorf("%q is not back:\n%s", old.field, two.text())
		}
		if old.end == nil {
			continue
		}
		two.press(old.end...)
		two.elapse()
		drafts, err := two.store.(*storage.Store).Drafts(t.Context(), p.Header.ID)
		if err != nil || len(drafts) > 0 {
			t.Errorf("%q still waits on disk once it is recorded: %v, %v\n%s", old.field, drafts, err, two.text())
		}
	}
}

func TestARescueFileOfAnEarlierVersionLeavesNoTextBehind(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	p := d.app.desk.Record
	account := p.Accounts[0]
	const words = "a dashboard nobody owns"
	r := rescue.Rescue{At: d.now, Record: p, Base: 1, Drafts: []model.Draft{{Postmortem: p.Header.ID, Window: "earlier", Place: "timeline",
		Field: "private:form:" + string(account.Event) + ":account:" + string(account.ID), Text: words, At: d.now}}}
	if _, err := d.rescues.Write(r); err != nil {
		t.Fatal(err)
	}
	again := d.startAgain(d.store)
	again.want("Half typed: a private text")
	again.press("enter") // take it in
	again.app.current().Goto(screen.Place{Row: account.Event})
	again.share()
	again.press("esc", "e")
	again.want(words)
	again.press("enter")
	again.elapse()
	if drafts, err := d.store.(*storage.Store).Drafts(t.Context(), p.Header.ID); err != nil || len(drafts) > 0 {
		t.Errorf("it still waits on disk once it is recorded: %v, %v\n%s", drafts, err, again.text())
	}
}
