package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/sample"
	"debrief/model/wording"
	"debrief/ui/keymap"
	"debrief/ui/screen"
	"debrief/ui/terminaltest"
)

const ifWeHad = "If we had alerted on replica lag we would have seen it at 13:52"

// receipt is the findings that came to those of the sample.
func (d *driver) receipt() []model.Finding {
	d.t.Helper()
	return fresh(sample.Postmortem(time.Time{}).Findings, d.record().Findings)
}

// fresh returns the rows that came, in their order.
func fresh[R model.Row](before, after []R) []R {
	var rows []R
	for _, r := range after {
		if !slices.ContainsFunc(before, func(b R) bool { return b.Key() == r.Key() }) {
			rows = append(rows, r)
		}
	}
	slices.SortFunc(rows, func(a, b R) int { return strings.Compare(string(a.Key()), string(b.Key())) })
	return rows
}

// only returns the one row that came.
func only[R model.Row](t *testing.T, before, after []R) R {
	t.Helper()
	rows := fresh(before, after)
	if len(rows) != 1 {
		t.Fatalf("%d rows came, want 1", len(rows))
	}
	return rows[0]
}

func outcomes(found []model.Finding) string {
	var all []string
	for _, f := range found {
		all = append(all, string(f.Outcome)+" "+f.Text)
	}
	return strings.Join(all, "; ")
}

func TestAFirmFindingStopsTheEntryInTheLine(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	before := d.record()
	d.kind(ifWeHad)
	d.want("Ask       What")
	d.press("enter")
	d.want("-- Not recorded yet --", "[If we had] alerted on replica lag we [would have seen] it at 13:52", "Counterfactual: it tells what did not happen",
		"> Reword", "Park", "fact", "idea", "Quote", "Dismiss", "cursor stays in the line; nothing lost, nothing recorded yet", "Event     "+ifWeHad)
	if len(d.record().Events) != len(before.Events) {
		t.Error("the stopped line was recorded")
	}
	d.press("enter")
	d.want("change the words in the line")
	if d.app.line.Value() != ifWeHad || len(d.record().Events) != len(before.Events) {
		t.Errorf("a second Enter on Reword left %q in the line", d.app.line.Value())
	}
	d.press("esc")
	if strings.Contains(d.text(), "Not recorded yet") || d.app.line.Value() != ifWeHad {
		t.Error("Esc goes back to the line with its text")
	}
}

func TestRewordingClosesThePanelAndIsCounted(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	d.kind("13:53 we would have looked")
	d.press("enter")
	d.want("Not recorded yet")
	for range len("would have looked") {
		d.press("backspace")
	}
	if strings.Contains(d.text(), "Not recorded yet") {
		t.Fatalf("the words are gone, the panel is not:\n%s", d.text())
	}
	d.kind("looked at the payment provider")
	d.press("enter")
	d.want("we looked at the payment provider")
	if got := outcomes(d.receipt()); got != "reworded would have looked" {
		t.Errorf("the receipt says %q", got)
	}
	d.press("ctrl+z")
	if got := outcomes(d.receipt()); got != "" {
		t.Errorf("after ctrl+z the receipt says %q", got)
	}
}

func TestThreeKeysTurnACounterfactualIntoAFactAndAParkedIdea(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	before := d.record()
	d.kind("13:53 @ana " + ifWeHad)
	keys := d.keys
	d.press("enter", "down", "enter")
	if d.keys-keys != 3 {
		t.Errorf("%d keys", d.keys-keys)
	}
	after := d.record()
	if len(after.Events) != len(before.Events)+1 || len(after.ParkedIdeas) != len(before.ParkedIdeas)+1 {
		t.Fatalf("%d events, %d ideas:\n%s", len(after.Events), len(after.ParkedIdeas), d.text())
	}
	event, idea := only(t, before.Events, after.Events), only(t, before.ParkedIdeas, after.ParkedIdeas)
	if event.What == "" || event.What == ifWeHad || event.When.Clock(d.app.desk.Index.Zone) != "13:53" {
		t.Errorf("the fact is %q at %s", event.What, event.When.Clock(d.app.desk.Index.Zone))
	}
	if idea.Text != "Alert on replica lag" || idea.Of != model.Events || idea.OfID != event.ID {
		t.Errorf("the idea is %+v", idea)
	}
	if got := outcomes(d.receipt()); got != "parked If we had; parked would have seen" {
		t.Errorf("the receipt says %q", got)
	}
	if !d.app.line.Empty() {
		t.Errorf("the line holds %q", d.app.line.Value())
	}
	d.press("ctrl+z")
	if strings.Contains(d.text(), "(in ") {
		t.Errorf("what is taken back here is said to be elsewhere:\n%s", d.text())
	}
	undone := d.record()
	if len(undone.Events) != len(before.Events) || len(undone.ParkedIdeas) != len(before.ParkedIdeas) || len(undone.Findings) != len(before.Findings) ||
		len(undone.Accounts) != len(before.Accounts) {
		t.Error("one step back takes back fact, idea, account and receipt")
	}
}

func TestFactAndIdeaAreEditedInTheLine(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	before := d.record()
	d.kind(ifWeHad)
	d.press("enter", "tab")
	d.want("Fact ", "> Park")
	for !d.app.line.Empty() {
		d.press("ctrl+u", "backspace")
	}
	d.kind("The lag was on no page")
	d.press("tab")
	d.want("Idea ")
	d.kind(" within a minute")
	d.press("enter")
	after := d.record()
	if got := only(t, before.Events, after.Events).What; got != "The lag was on no page" {
		t.Errorf("the fact is %q", got)
	}
	if got := only(t, before.ParkedIdeas, after.ParkedIdeas).Text; got != "Alert on replica lag within a minute" {
		t.Errorf("the idea is %q", got)
	}
	d.kind("14:44 we would have slept")
	d.press("enter", "tab")
	if strings.Contains(d.app.line.Value(), "no page") {
		t.Error("the fact of the entry before is proposed again")
	}
}

// Somebody put the fact into better words, was asked something, pressed Esc, and then Enter: the
// fact was the proposed one again.
func TestEscKeepsWhatWasTypedInThePanel(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	before := d.record()
	edit := func() {
		d.kind("14:50 " + ifWeHad)
		d.press("enter", "tab", "ctrl+u")
		d.kind("The lag was on no page")
		d.press("tab", "end")
		d.kind(" within a minute")
	}
	edit()
	d.press("esc", "esc")
	if strings.Contains(d.text(), "Not recorded yet") || d.app.line.Value() != "14:50 "+ifWeHad {
		t.Fatalf("Esc twice goes back to the line:\n%s", d.text())
	}
	d.press("enter")
	d.want("fact   The lag was on no page", "idea   Alert on replica lag within a minute")

	d.kind(" and") // another text has its own halves; the first one keeps those typed for it
	if strings.Contains(d.text(), "The lag was on no page") {
		t.Errorf("the fact of one text stands below another:\n%s", d.text())
	}
	d.press("ctrl+z")
	d.want("fact   The lag was on no page")

	d.elapse()
	again := driverOn(t, d.store, screen.Place{Screen: screen.Timeline, Postmortem: d.app.desk.ID()}) // after a crash
	again.now = d.now
	again.press("enter")
	again.want("fact   The lag was on no page", "idea   Alert on replica lag within a minute")
	again.press("down", "enter")
	after := again.record()
	if got := only(t, before.Events, after.Events).What; got != "The lag was on no page" {
		t.Errorf("the fact is %q", got)
	}
	if got := only(t, before.ParkedIdeas, after.ParkedIdeas).Text; got != "Alert on replica lag within a minute" {
		t.Errorf("the idea is %q", got)
	}
	again.elapse()
	if drafts, err := d.store.Drafts(t.Context(), d.app.desk.ID()); err != nil || len(drafts) > 0 {
		t.Errorf("recorded, and still waiting: %v, %v", drafts, err)
	}
	again.kind("14:50 " + ifWeHad)
	again.press("enter")
	if strings.Contains(again.text(), "The lag was on no page") {
		t.Error("what was recorded stands in the panel of a new line")
	}
}

func TestAnEmptyFactParksTheIdeaAlone(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	before := d.record()
	marked := d.app.current().Marked()
	d.kind(ifWeHad)
	d.press("enter", "tab")
	for !d.app.line.Empty() {
		d.press("ctrl+u", "backspace")
	}
	d.press("enter")
	after := d.record()
	if len(after.Events) != len(before.Events) || len(after.ParkedIdeas) != len(before.ParkedIdeas)+1 {
		t.Fatalf("%d events, %d ideas", len(after.Events), len(after.ParkedIdeas))
	}
	if idea := only(t, before.ParkedIdeas, after.ParkedIdeas); idea.OfID != marked.ID {
		t.Errorf("the idea is linked to %q, marked is %q", idea.OfID, marked.ID)
	}
}

func TestQuotingKeepsTheWordsAsWhatSomebodySaid(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	before := d.record()
	marked := d.app.current().Marked()
	d.kind("@mia " + ifWeHad)
	d.press("enter", "down", "down", "enter")
	after := d.record()
	if len(after.Events) != len(before.Events) {
		t.Error("the quotation made a row")
	}
	said := only(t, before.Accounts, after.Accounts)
	if !said.Quoted || said.Text != ifWeHad || said.Event != marked.ID || d.app.desk.Index.Person(said.Attendee).Handle != "mia" {
		t.Errorf("the account is %+v", said)
	}
	if got := outcomes(d.receipt()); got != "quoted If we had; quoted would have seen" {
		t.Errorf("the receipt says %q", got)
	}
	before = after
	d.kind(">I would have looked")
	d.press("enter", "down", "down", "tab")
	d.want("Who ")
	d.kind("@nobody")
	d.press("enter")
	d.want("who said it?")
	for !d.app.line.Empty() {
		d.press("ctrl+u", "backspace")
	}
	d.kind("@ben")
	d.press("enter")
	after = d.record()
	said = only(t, before.Accounts, after.Accounts)
	if !said.Quoted || said.Text != "I would have looked" || d.app.desk.Index.Person(said.Attendee).Handle != "ben" {
		t.Errorf("the account is %+v", said)
	}
}

func TestALearningIsQuotedAsEvidence(t *testing.T) {
	d := sampleDriver(t, screen.Learning)
	before := d.record()
	marked := d.app.current().Marked()
	d.kind("The test would have caught it")
	d.press("enter", "down", "down", "enter")
	after := d.record()
	if len(after.Learnings) != len(before.Learnings) || len(after.Evidence) != len(before.Evidence)+1 {
		t.Fatalf("%d learnings, %d pieces of evidence:\n%s", len(after.Learnings), len(after.Evidence), d.text())
	}
	t.Log(d.text())
	if e := only(t, before.Evidence, after.Evidence); e.Quote != "The test would have caught it" || e.OfID != marked.ID {
		t.Errorf("the evidence is %+v", e)
	}
}

func TestADismissedFindingStaysDismissedForThatText(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	before := d.record()
	d.kind("14:50 The page says we would have acted")
	d.press("enter", "down", "down", "down", "enter")
	d.want("Reason", "Why do these words belong here")
	d.press("enter")
	d.want("say the reason in a few words")
	d.kind("words of the status page")
	d.press("enter")
	after := d.record()
	event := only(t, before.Events, after.Events)
	if event.What != "The page says we would have acted" {
		t.Fatalf("recorded was %q:\n%s", event.What, d.text())
	}
	if f := d.receipt(); len(f) != 1 || f[0].Outcome != model.Dismissed || f[0].Reason != "words of the status page" || f[0].OfID != event.ID {
		t.Errorf("the receipt is %+v", f)
	}
	again := driverOn(t, d.store, screen.Place{Screen: screen.Timeline, Postmortem: d.app.desk.ID(), Row: event.ID})
	again.press("enter", "down")
	again.want("What ")
	again.press("end")
	again.kind(" at once")
	again.press("enter")
	if strings.Contains(again.text(), "Not recorded yet") {
		t.Fatalf("the dismissed words stop again after a restart:\n%s", again.text())
	}
	if got := only(t, before.Events, again.record().Events).What; got != "The page says we would have acted at once" {
		t.Errorf("recorded was %q", got)
	}
	again.kind("14:51 we would have acted")
	again.press("enter")
	again.want("Not recorded yet") // another text
}

// Somebody gave a reason for the words of a status page in one row. In another row, which had the
// same words from before, f went to the mark and the phase counted it, but the line showed neither
// mark nor question: the reason had hidden it everywhere.
func TestAReasonGivenInOneRowLeavesTheMarkInAnother(t *testing.T) {
	p := sample.Postmortem(time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC))
	const words = "Status page: we would have acted"
	p.Events[2].What, p.Events[3].What = words, words
	p.Findings = append(p.Findings, model.Finding{ID: "ffffffffffffffff", Pos: "az", Of: model.Events, OfID: p.Events[2].ID, Field: "what",
		Category: "counterfactual", Rule: "C1", Firm: true, Text: "would have acted", Outcome: model.Dismissed, Reason: "words of the status page"})
	d := recordDriver(t, p, screen.Timeline)
	open := func(row model.ID) {
		d.does(func() { d.app.goTo(screen.Place{Screen: screen.Timeline, Postmortem: p.Header.ID, Row: row}) })
		d.press("enter", "down")
		d.want("What      " + words)
	}
	open(p.Events[3].ID)
	if len(d.app.guard.Marked(d.app.guard.InLine())) != 1 || d.app.guard.Ask() == "" {
		t.Errorf("the words of the other row are not marked:\n%s", d.text())
	}
	d.press("esc")
	open(p.Events[2].ID)
	d.kind(" at once") // where the reason was given the words stay, also while others are typed
	if len(d.app.guard.Marked(d.app.guard.InLine())) != 0 || d.app.guard.Ask() != "" {
		t.Errorf("the words with a reason are marked:\n%s", d.text())
	}
}

func TestEveryFieldThatHoldsSentencesKnowsWhereTheyStand(t *testing.T) {
	p := sample.Postmortem(time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC))
	p.Notes = append(p.Notes, model.Note{ID: "nnnnnnnnnnnnnnnn", Pos: "az", Of: model.Events, OfID: p.Events[1].ID, Phase: model.PhaseTimeline, Text: "Ask Omar"})
	p.Header.ToldDirect = "support"
	d := recordDriver(t, p, screen.Open)
	d.share()
	type kind struct {
		table model.Table
		field string
	}
	seen := make(map[kind]bool)
	look := func() {
		f, slot := d.app.field()
		if _, prose := d.app.prose("words"); prose != (f.At != model.ProseAt{}) && f.Text != "" {
			t.Errorf("%s holds %q: it takes sentences is %t, and they stand at %+v", slot.Field, f.Text, prose, f.At)
		}
		row, _ := d.record().Row(f.At.Table, f.At.ID)
		for _, q := range model.ProseOf(row) {
			if q.Field == f.At.Field && f.Text != "" && !strings.Contains(f.Text, q.Text) {
				t.Errorf("%s holds %q; at %+v stands %q", slot.Field, f.Text, f.At, q.Text)
			}
		}
		seen[kind{f.At.Table, f.At.Field}] = true
	}
	for _, name := range phaseScreens() {
		d.does(func() { d.app.goTo(screen.Place{Screen: name, Postmortem: p.Header.ID}) })
		d.press("esc", "home")
		for range 40 {
			look()
			if name == screen.Timeline || name == screen.Learning || name == screen.Countermeasures {
				d.press("e")
				for range 20 {
					look()
					d.press("down")
				}
				d.press("esc")
			}
			d.press("esc", "down")
		}
	}
	d.record().Rows(func(r model.Row) {
		for _, q := range model.ProseOf(r) {
			if !seen[kind{r.Table(), q.Field}] && r.Table() != model.Findings {
				t.Errorf("no field was seen that holds %s of %s", q.Field, r.Table())
			}
		}
	})
}

func TestASoftFindingAsksAndNeverStops(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	n := len(d.record().Events)
	d.kind("14:50 Ana did not check the graph")
	d.want("Ask       What was done about the graph at 14:50, and what was being watched\n            or expected?")
	if !strings.Contains(d.app.View().Content, d.app.env.Theme.Mark.On()) {
		t.Error("the words are not marked")
	}
	d.press("enter")
	if got := len(d.record().Events); got != n+1 {
		t.Errorf("%d events, want %d:\n%s", got, n+1, d.text())
	}
	d.kind("14:51 The probe did not fire")
	if len(d.app.guard.InLine()) != 0 {
		t.Error("a probe is no person")
	}
	if d.app.guard.Ask() != "" {
		t.Error("there is a question about nothing")
	}
}

func TestAttendeesCountAsPersonsAsSoonAsTheyAreThere(t *testing.T) {
	d := sampleDriver(t, screen.Attendees)
	d.kind("Zebra Quux @zeb")
	d.press("enter")
	d.press("esc", "g", "3")
	d.kind("14:51 Zebra did not check the graph")
	if len(d.app.guard.InLine()) == 0 {
		t.Error("a new attendee is not known as a person")
	}
}

func TestAQuotationPasses(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	n := len(d.record().Accounts)
	d.kind(`"we would have seen it @ana`)
	if len(d.app.guard.InLine()) != 0 {
		t.Error("the quotation is marked")
	}
	d.press("enter")
	if got := len(d.record().Accounts); got != n+1 {
		t.Errorf("%d accounts, want %d:\n%s", got, n+1, d.text())
	}
	d.kind(`14:50 Mia writes "we would have seen it"`)
	d.press("enter")
	if strings.Contains(d.text(), "Not recorded yet") {
		t.Error("a quotation in the sentence is stopped")
	}
}

func TestAFormStopsInTheFieldThatHoldsTheWords(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	row := d.app.current().Marked()
	was := d.app.desk.Index.Event(row.ID).What
	ideas := len(d.record().ParkedIdeas)
	d.press("enter", "down", "end")
	d.kind("; we would have waited")
	d.press("down", "down", "enter")
	d.want("Not recorded yet", "What ", "we would have waited")
	d.press("down", "enter")
	after := d.record()
	e, _ := after.Row(model.Events, row.ID)
	if got := e.(model.Event).What; strings.Contains(got, "would have") || got == was && len(after.ParkedIdeas) == ideas {
		t.Errorf("the event says %q:\n%s", got, d.text())
	}
}

func TestACardLineIsStoppedParkedAndQuoted(t *testing.T) {
	d := sampleDriver(t, screen.Discretion)
	line := only(t, nil, d.record().CardLines[:1])
	d.does(func() {
		d.app.goTo(screen.Place{Screen: screen.Discretion, Postmortem: d.app.desk.ID(), Row: line.ID})
	})
	d.press("enter") // the line below
	before := d.record()
	d.kind("With a page we would have seen the lag")
	d.press("enter")
	d.want("Not recorded yet", "keep it as a quotation of what @chao said")
	d.press("down", "enter")
	after := d.record()
	if idea := only(t, before.ParkedIdeas, after.ParkedIdeas); idea.Of != model.Events {
		t.Errorf("the idea is %+v:\n%s", idea, d.text())
	}
	before = after
	d.kind("We would have seen the lag @zoe")
	d.press("enter", "down", "down", "enter")
	after = d.record()
	if said := only(t, before.Accounts, after.Accounts); !said.Quoted || len(after.CardLines) != len(before.CardLines) {
		t.Errorf("the account of the card's event is %+v, %d lines:\n%s", said, len(after.CardLines), d.text())
	}
}

func TestAnIdeaAndACountermeasureAreParkedWithoutAFact(t *testing.T) {
	d := sampleDriver(t, screen.Countermeasures)
	before := d.record()
	d.kind("!we could have alerted on replica lag")
	d.press("enter")
	d.want("Not recorded yet", "only the idea is kept")
	d.press("down", "enter")
	after := d.record()
	if idea := only(t, before.ParkedIdeas, after.ParkedIdeas); strings.Contains(idea.Text, "could have") || len(after.Countermeasures) != len(before.Countermeasures) {
		t.Errorf("the idea is %+v", idea)
	}
	before = after
	d.kind("We could have alerted on index lag")
	d.press("enter", "down", "enter")
	after = d.record()
	if idea := only(t, before.ParkedIdeas, after.ParkedIdeas); strings.Contains(idea.Text, "could have") || len(after.Countermeasures) != len(before.Countermeasures) {
		t.Errorf("the idea is %+v:\n%s", idea, d.text())
	}
}

func TestSomebodyNewCanBeQuotedAndPark(t *testing.T) {
	for _, ways := range [][]string{{"down", "enter"}, {"down", "down", "enter"}} {
		d := sampleDriver(t, screen.Timeline)
		before := d.record()
		d.kind("@zoe " + ifWeHad)
		d.press("enter")
		d.press(ways...)
		after := d.record()
		zoe := only(t, before.Attendees, after.Attendees)
		if len(ways) == 2 {
			if idea := only(t, before.ParkedIdeas, after.ParkedIdeas); idea.Attendee != zoe.ID {
				t.Errorf("the idea is %+v, she is %s", idea, zoe.ID)
			}
		} else if said := only(t, before.Accounts, after.Accounts); said.Attendee != zoe.ID || !said.Quoted {
			t.Errorf("the account is %+v, she is %s", said, zoe.ID)
		}
		for _, problem := range model.Check(after) {
			if problem.Field != "Id" { // those of the test are easy to read, and no real ones
				t.Error(problem)
			}
		}
		d.want("saved")
	}
}

func TestThePanelFitsAtEverySize(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	d.kind("If we had alerted on the replica lag when it passed ninety seconds on the second replica, we would have seen it at 13:52, and somebody could have paged the search team before checkout was slow")
	d.press("enter")
	for _, theme := range []string{"dark", "light", "contrast"} {
		d.app.setTheme(theme)
		for _, size := range [][2]int{{60, 16}, {60, 20}, {80, 24}, {140, 40}} {
			d.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			for _, keys := range [][]string{{}, {"down"}, {"tab"}, {"tab"}, {"down"}, {"down"}, {"enter"}, {"up"}} {
				d.press(keys...)
				s := terminaltest.Frame(d.app.View(), size[0], size[1], terminaltest.Dark)
				s.CheckFits(t)
				d.want("Not recorded yet", "Reword", "Park", "Quote", "Dismiss")
			}
			d.press("pgup")
		}
	}
	if !strings.Contains(d.app.View().Content, d.app.env.Theme.Mark.On()) {
		t.Error("in high contrast the words are not marked")
	}
}

// At 60x16 the reason ended in the middle of a sentence, and of the fact that Park would record
// only the beginning was to be seen.
func TestInTheNarrowestTerminalThePanelSaysWhyAndWhatIsRecorded(t *testing.T) {
	for text, why := range map[string]string{
		ifWeHad + ", before checkout was slow and support had mail":               "Counterfactual: it tells what did not happen.",
		"The outage was caused by human error and nobody knows more about it yet": "Agent as cause: it makes a person the cause; a tool, a default, a cue or a hand-over shaped what the person did.",
		"It was a careless change":                       "Blame: it describes a character; load, signals and time describe the situation.",
		"Had the pager been loud, we might have seen it": "Counterfactual: it builds another past to reason in.",
	} {
		d := sampleDriver(t, screen.Timeline)
		d.send(tea.WindowSizeMsg{Width: 60, Height: 16})
		d.kind(text)
		d.press("enter")
		d.want("Not recorded yet")
		if shown := strings.Join(strings.Fields(d.text()), " "); !strings.Contains(shown, why) {
			t.Errorf("%q is not whole:\n%s", why, d.text())
		}
		d.press("down")
		shown := d.app.guard.Stopped()
		for _, half := range []string{shown.Fact, shown.Idea} {
			if !strings.Contains(strings.Join(strings.Fields(d.text()), " "), half) {
				t.Errorf("%q is not whole:\n%s", half, d.text())
			}
		}
		for _, keys := range []string{"tab", "tab", "tab", "down", "tab", "down", "enter", "esc", "up"} {
			d.press(keys)
			d.want("Reword", "Park", "Quote", "Dismiss")
			for _, row := range d.lowerRows() {
				if strings.HasSuffix(strings.TrimSpace(row), "»") {
					t.Errorf("cut: %q", row)
				}
			}
		}
	}
}

func TestReasonsPassTheGuardToo(t *testing.T) {
	d := sampleDriver(t, screen.Countermeasures)
	d.kind(">declined because human error")
	d.press("enter")
	d.want("Not recorded yet")
}

func TestThePhaseCountsItsMarksAndFWalksThem(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	before := d.app.guard.Count().Phases[model.PhaseTimeline]
	d.kind("14:50 Ana did not check the graph")
	d.press("enter")
	if got := d.app.guard.Count().Phases[model.PhaseTimeline]; got != before+1 {
		t.Fatalf("%d marks, want %d", got, before+1)
	}
	d.want("Wording: ")
	d.press("esc", "g", "1")
	d.press("esc")
	for i := 0; i < 10 && !strings.Contains(d.text(), "did not check\""); i++ {
		d.press("f")
	}
	d.want("[Timeline]", "did not check", "> 14:50")
	d.want("Ask       What was done about the graph")
	d.press("up")
	if d.app.guard.Ask() != "" {
		t.Error("the question stays when the mark moves on")
	}
	d.press("g", "7")
	d.want("Wording: ", " flagged, ", " left")
}

func TestFStopsOnceAtEachRowAndGoesRound(t *testing.T) {
	p := sample.Postmortem(time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC))
	p.Incident.Impact = "Many"
	p.CardLines[0].Text = "Ana did not check the graph, and Ben forgot the page"
	p.CardLines[1].Text = "Ana did not check the mail"
	p.Learnings[0].Text = "Ana did not check the wiki"
	d := recordDriver(t, p, screen.Discretion)
	d.press("esc")
	if got := d.app.guard.Count().Left; got != 4 {
		t.Fatalf("%d marks, want 4", got)
	}
	var walk []string
	for range 4 {
		d.press("f")
		walk = append(walk, string(d.app.at.Screen)+" "+strings.SplitN(d.app.said.words, ",", 2)[0])
		if d.app.guard.Ask() == "" {
			t.Error("the question of the mark is not shown")
		}
	}
	if got, want := strings.Join(walk, ", "), "discretion 1-2 of 4, discretion 3 of 4, learning 4 of 4, discretion 1-2 of 4"; got != want {
		t.Errorf("the walk is %s, want %s", got, want)
	}
}

func TestWritingThePageAsksWhileAFirmFindingIsLeft(t *testing.T) {
	p := sample.Postmortem(time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC))
	p.Events[0].What = "We would have seen it"
	d := recordDriver(t, p, screen.Timeline)
	var page string
	d.app.options.WriteFile = func(_ string, written []byte, _ bool) error { page = string(written); return nil }
	d.does(func() { d.app.run(keymap.Preview, "") })
	d.press("enter")
	d.want("a firm wording mark is left, ", "Enter writes all")
	if page != "" {
		t.Error("the page was written without asking")
	}
	d.press("enter")
	left := 0
	for _, f := range d.receipt() {
		if f.Outcome == model.Flagged && f.Text == "would have seen" {
			left++
		}
	}
	if left != 1 || !strings.Contains(page, fmt.Sprintf("%d left", d.app.guard.Count().Left)) {
		t.Errorf("%d findings are noted as left; the page:\n%s", left, page)
	}
	// Reworded later, the same finding has found its way on.
	d.does(func() {
		d.app.goTo(screen.Place{Screen: screen.Timeline, Postmortem: p.Header.ID, Row: p.Events[0].ID})
	})
	d.press("enter", "down")
	for !d.app.line.Empty() {
		d.press("ctrl+u", "backspace")
	}
	d.kind("The lag was on no page")
	d.press("enter")
	for _, f := range d.receipt() {
		if f.Text == "would have seen" && f.Outcome != model.Reworded {
			t.Errorf("the finding is %+v", f)
		}
	}
}

func TestEachTextOfAFormIsStoppedInItsTurn(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	before := d.record()
	row := d.app.current().Marked()
	d.press("enter", "down", "end")
	d.kind("; we would have waited")
	d.press("down", "down", "down", "end")
	d.kind("; I could have asked")
	d.press("enter")
	d.want("Not recorded yet")
	d.press("down", "enter")
	d.want("Not recorded yet")
	d.press("down", "enter")
	if strings.Contains(d.text(), "Not recorded yet") {
		t.Fatalf("it is stopped a third time:\n%s", d.text())
	}
	after := d.record()
	if got := len(fresh(before.ParkedIdeas, after.ParkedIdeas)); got != 2 {
		t.Errorf("%d ideas are parked, want 2:\n%s", got, d.text())
	}
	if e, _ := after.Row(model.Events, row.ID); strings.Contains(e.(model.Event).What, "would have") {
		t.Errorf("the event says %q", e.(model.Event).What)
	}
	d.press("ctrl+z")
	if got := d.record(); len(got.ParkedIdeas) != len(before.ParkedIdeas) || len(got.Findings) != len(before.Findings) {
		t.Error("one step back takes back both")
	}
}

func TestInAFieldTheWordsStayAsAQuotation(t *testing.T) {
	d := sampleDriver(t, screen.Open)
	before := d.record()
	d.does(func() {
		d.app.goTo(screen.Place{Screen: screen.Open, Postmortem: d.app.desk.ID(), Field: string(model.FieldImpact)})
	})
	d.press("end")
	d.kind(" It would have been worse.")
	d.press("enter")
	d.want("Not recorded yet")
	d.kind(" Much")
	d.want("Not recorded yet", "Impact ")
	d.press("down", "down", "tab")
	d.want("keep the words here, between quotation marks")
	d.kind("@ben")
	d.press("enter")
	after := d.record()
	if want := before.Incident.Impact + " Ben Okafor: “It would have been worse.” Much"; after.Incident.Impact != want {
		t.Errorf("the impact is %q, want %q", after.Incident.Impact, want)
	}
	if got := outcomes(d.receipt()); got != "quoted would have been" {
		t.Errorf("the receipt says %q", got)
	}
	if d.press("ctrl+z"); d.record().Incident.Impact != before.Incident.Impact || d.receipt() != nil {
		t.Error("one step back takes back text and receipt")
	}
}

// Somebody declined an idea with words that stop and chose Quote: it was declined without a reason,
// and the words were nowhere on the screen.
func TestAReasonThatIsQuotedOrParkedStaysAReason(t *testing.T) {
	d := sampleDriver(t, screen.Countermeasures)
	marked := d.app.current().Marked().ID
	reason := func() string {
		row, _ := d.record().Row(model.Countermeasures, marked)
		return row.(model.Countermeasure).Reason
	}
	d.kind(">declined because somebody messed up the rule")
	d.press("enter", "down", "tab", "ctrl+u", "tab", "ctrl+u")
	d.kind("Test the rule")
	d.press("enter")
	d.want("a declined row says why")
	d.press("down", "enter")
	if got := reason(); got != "“somebody messed up the rule”" {
		t.Errorf("the reason is %q", got)
	}
	d.want("somebody messed up the rule")
	d.press("ctrl+z")
	if got := reason(); got != "" || d.receipt() != nil {
		t.Errorf("taken back, the reason is %q", got)
	}
}

func TestLinesOfAPasteThatAreStoppedStayInTheLine(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	before := d.record()
	d.send(tea.PasteMsg{Content: "14:50 Status page updated\n14:51 We would have paged Ana\n"})
	d.press("enter")
	after := d.record()
	if got := only(t, before.Events, after.Events).What; got != "Status page updated" {
		t.Errorf("recorded was %q", got)
	}
	if got := d.app.line.Value(); got != "14:51 We would have paged Ana" {
		t.Errorf("the line holds %q", got)
	}
	d.press("enter")
	d.want("Not recorded yet")
}

// Two lines of a paste that were stopped stood in the line as one text: Enter made one row of them,
// at the time of the first.
func TestLinesOfAPasteThatAreStoppedComeOneByOne(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	before := d.record()
	d.kind("half typed")
	d.send(tea.PasteMsg{Content: "14:50 Status page updated\n14:51 We would have paged Ana\n14:52 Human error\n14:53 We could have waited\n"})
	d.press("enter")
	d.want("1 recorded; 3 to look at again", "Event     half typed")
	d.press("enter")
	d.want("Event     14:51 We would have paged Ana", "3 more of the paste")
	d.press("enter", "down", "enter")
	d.want("Event     14:52 Human error", "2 more of the")
	d.elapse()
	again := driverOn(t, d.store, screen.Place{Screen: screen.Timeline, Postmortem: d.app.desk.ID()}) // after a crash
	again.now = d.now
	again.want("Event     14:52 Human error")
	again.press("ctrl+u")
	again.want("Event     14:53 We could have waited")
	again.press("enter", "down", "down", "down", "enter")
	again.kind("words of the status page")
	again.press("enter")
	if !again.app.line.Empty() {
		t.Errorf("the line holds %q", again.app.line.Value())
	}
	if got := len(fresh(before.Events, again.record().Events)); got != 4 {
		t.Errorf("%d events came, want 4", got)
	}
	again.elapse()
	if drafts, err := d.store.Drafts(t.Context(), d.app.desk.ID()); err != nil || len(drafts) > 0 {
		t.Errorf("recorded, and still waiting: %v, %v", drafts, err)
	}
}

func TestABadRuleOfTheTeamIsAnErrorAtStart(t *testing.T) {
	if _, err := New(Options{NewID: func() model.ID { return "x" }, Rules: []wording.Rule{{ID: "T1"}}}); err == nil {
		t.Error("a rule without a pattern is taken")
	}
}

func TestWordsThatCannotBeRecordedAreNotSettledInThePlaceOfOthers(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	n := len(d.record().Events)
	d.kind("we would have seen it at 13:52")
	d.press("enter")
	d.want("Not recorded yet")
	long := strings.Repeat("words ", 900) + "we would have seen it" // more than a line may hold
	d.app.line.Set(long)
	d.press("down", "down", "down", "enter")
	d.kind("because")
	d.press("enter")
	if got := len(d.record().Events); got != n {
		t.Errorf("%d events on disk, want %d: the words that were there before were recorded", got, n)
	}
	for len(d.app.panels) > 0 {
		d.press("esc")
	}
	if got := d.app.line.Value(); !strings.HasPrefix(got, long) {
		t.Errorf("the line holds %.40q, want what was typed", got)
	}
}

func TestThePanelGoesWhenTheLineIsEmptied(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	d.kind(ifWeHad)
	d.press("enter")
	d.want("Not recorded yet")
	d.press("ctrl+u")
	if len(d.app.panels) > 0 || !d.app.line.Empty() {
		t.Errorf("the panel stays over the line %q:\n%s", d.app.line.Value(), d.text())
	}
}

func TestRewordingInAFormClosesThePanelAndKeepsTheForm(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	row := d.app.current().Marked()
	d.press("enter", "down", "end")
	d.kind("; we would have waited")
	d.press("enter")
	d.want("Not recorded yet")
	d.kind("!")
	d.want("Not recorded yet", "we would have waited!")
	for range len("would have waited!") {
		d.press("backspace")
	}
	d.kind("waited")
	if d.app.guard.Panel() != nil || len(d.app.panels) != 1 {
		t.Fatalf("the words are gone, the panel is not:\n%s", d.text())
	}
	d.press("enter")
	e, _ := d.record().Row(model.Events, row.ID)
	if got := e.(model.Event).What; !strings.HasSuffix(got, "; we waited") || outcomes(d.receipt()) != "reworded would have waited" {
		t.Errorf("the event says %q, the receipt %q", got, outcomes(d.receipt()))
	}
}

func TestAMarkInASharedNoteIsWalkedToAtItsEvent(t *testing.T) {
	p := sample.Postmortem(time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC))
	p.Notes = append(p.Notes, model.Note{ID: "nnnnnnnnnnnnnnnn", Pos: "az", Of: model.Events, OfID: p.Events[1].ID, Phase: model.PhaseTimeline, Text: "Ben missed the page"})
	d := recordDriver(t, p, screen.Timeline)
	d.press("esc")
	for range d.app.guard.Count().Left {
		if d.press("f"); d.app.guard.Walked().Table == model.Notes {
			break
		}
	}
	if w := d.app.guard.Walked(); w.Table != model.Notes || d.app.current().Marked().ID != p.Events[1].ID {
		t.Errorf("walked to %+v, marked is %v", w, d.app.current().Marked())
	}
}
