package ui

import (
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/sample"
	"debrief/ui/screen"
	"debrief/ui/terminaltest"
)

// marked is a driver on the sample with these words in its third row, where f has gone to.
func marked(t *testing.T, words string) (*driver, model.ID) {
	t.Helper()
	p := sample.Postmortem(time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC))
	p.Events[2].What = words
	d := recordDriver(t, p, screen.Timeline)
	d.does(func() {
		d.app.goTo(screen.Place{Screen: screen.Timeline, Postmortem: p.Header.ID, Row: p.Events[0].ID})
	})
	d.press("esc", "f")
	return d, p.Events[2].ID
}

func (d *driver) what(id model.ID) string {
	row, _ := d.record().Row(model.Events, id)
	return row.(model.Event).What
}

// A soft mark that was a false alarm was counted for ever: it stopped nothing, so nothing asked for
// a reason why it may stay.
func TestAMarkThatStopsNothingIsKeptWithAReason(t *testing.T) {
	d, id := marked(t, "Ben did not check the graph and missed the page")
	d.want("1-2 of 2, F settles: ", `"did not check", counterfactual; "missed"`)
	marks := d.app.guard.Count().Left
	d.press("F")
	d.want("-- These words are recorded --", "Ben [did not check] the graph and [missed] the page", "> Reword", "Event     (i to type)")
	d.kind("x") // the line is not about it
	d.press("pgdown", "enter")
	d.want("Why do these words belong here")
	d.kind("his own words")
	d.press("enter")
	if got := outcomes(d.receipt()); got != "dismissed did not check; dismissed missed" || d.app.guard.Count().Left != marks-2 {
		t.Errorf("the receipt says %q, %d of %d marks are left", got, d.app.guard.Count().Left, marks)
	}
	if d.what(id) != "Ben did not check the graph and missed the page" || !d.app.line.Empty() {
		t.Errorf("the words are %q, the line holds %q", d.what(id), d.app.line.Value())
	}
	if strings.Contains(d.text(), "What was done about the graph") {
		t.Error("the question stays when the mark is settled")
	}
	if d.press("F"); len(d.app.panels) > 0 {
		t.Errorf("a mark that is settled is settled again:\n%s", d.text())
	}
	d.want("no wording mark stands here")
	d.press("u")
	if d.receipt() != nil || d.app.guard.Count().Left != marks {
		t.Error("one step back takes back the reason")
	}
}

func TestAMarkIsParkedWithAFactInItsPlace(t *testing.T) {
	d, id := marked(t, "Ben missed the page")
	before := d.record()
	d.press("F", "down")
	d.want("fact   Ben missed the page", "idea   (none yet")
	d.press("enter")
	d.want("there is no idea yet")
	d.press("tab", "ctrl+u")
	d.kind("The page went to another phone")
	d.press("tab")
	d.kind("Page two phones")
	d.press("enter")
	if idea := only(t, before.ParkedIdeas, d.record().ParkedIdeas); idea.Text != "Page two phones" || idea.OfID != id {
		t.Errorf("the idea is %+v", idea)
	}
	if got := outcomes(d.receipt()); got != "parked missed" || d.what(id) != "The page went to another phone" {
		t.Errorf("%q, the receipt says %q", d.what(id), got)
	}
	d.press("u")
	if got := d.record(); d.what(id) != "Ben missed the page" || len(got.ParkedIdeas) != len(before.ParkedIdeas) || d.receipt() != nil {
		t.Error("one step back takes back fact, idea and receipt")
	}
}

func TestAMarkIsQuotedWhereItStands(t *testing.T) {
	d, id := marked(t, "Page: checkout slow. Ben missed the page.")
	d.press("F", "down", "down", "tab")
	d.kind("@ana")
	d.press("enter")
	if got := d.what(id); got != "Page: checkout slow. Ana Silva: “Ben missed the page.”" {
		t.Errorf("the words are %q", got)
	}
	if got := outcomes(d.receipt()); got != "quoted missed" {
		t.Errorf("the receipt says %q", got)
	}
}

func TestRewordingAMarkGoesToItsWords(t *testing.T) {
	d, id := marked(t, "Ben missed the page")
	d.press("F", "enter")
	d.want("> What ", "What      Ben missed the page")
	d.press("ctrl+u")
	d.kind("The page went to another phone")
	d.press("enter")
	if got := outcomes(d.receipt()); got != "reworded missed" || d.what(id) != "The page went to another phone" {
		t.Errorf("%q, the receipt says %q", d.what(id), got)
	}
	d, _ = marked(t, "Ben missed the page")
	d.press("e")
	d.want("What      Ben missed the page") // the form opens where f went to
}

func TestEveryMarkOfTheRecordCanBeSettled(t *testing.T) {
	p := sample.Postmortem(time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC))
	const words = "Ben missed the page"
	p.Incident.Impact, p.Header.ToldDirect, p.Sessions[0].TryNext = words, words, words
	p.Events[1].What, p.Accounts[0].Text, p.CardLines[3].Text, p.Learnings[1].Text = words, words, words, words
	p.Countermeasures[0].Text, p.Countermeasures[1].DoneWhen, p.ParkedIdeas[0].Text = words, words, words
	for _, size := range [][2]int{{60, 16}, {80, 24}, {140, 40}} {
		d := recordDriver(t, p, screen.Open)
		d.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		d.press("esc")
		settled := 0
		for d.app.guard.Count().Left > 0 && settled < 40 {
			left := d.app.guard.Count().Left
			d.press("f", "F")
			d.want("These words are recorded", "[missed]")
			terminaltest.Frame(d.app.View(), size[0], size[1], terminaltest.Dark).CheckFits(t)
			d.press("enter")
			if len(d.app.panels) > 0 && d.app.guard.Panel() != nil {
				t.Fatalf("Reword goes nowhere:\n%s", d.text())
			}
			d.want(words)
			d.press("esc", "esc", "F", "pgdown", "enter")
			d.kind("words of a page")
			d.press("enter")
			if settled++; d.app.guard.Count().Left != left-1 {
				t.Fatalf("%dx%d: %d marks were left, now %d:\n%s", size[0], size[1], left, d.app.guard.Count().Left, d.text())
			}
		}
		if got := len(slices.DeleteFunc(d.receipt(), func(f model.Finding) bool { return f.Outcome != model.Dismissed })); got != 10 {
			t.Errorf("%d marks were settled, want 10", got)
		}
	}
}
