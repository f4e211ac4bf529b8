package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/prompt"
	"debrief/model/sample"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// asked is the question on the screen.
func (d *driver) asked() string {
	d.t.Helper()
	rows := d.rows()
	for i, row := range rows {
		if rest, ok := strings.CutPrefix(row, "  Ask       "); ok {
			if more, ok := strings.CutPrefix(rows[i+1], "            "); ok && more != "" {
				rest += " " + more
			}
			return rest
		}
	}
	d.t.Fatalf("no row Ask:\n%s", d.text())
	return ""
}

func (d *driver) mark(name string) {
	d.t.Helper()
	d.app.current().Goto(screen.Place{Row: sample.ID(name)})
}

// A question that is cut loses its end, where it asks.
func TestEveryQuestionFitsOneRowAt80ColumnsAndTwoAt60(t *testing.T) {
	if prompt.Cells != 80-margin-labelWidth-1 {
		t.Errorf("a row has room for %d cells, and prompt.Cells is %d", 80-margin-labelWidth-1, prompt.Cells)
	}
	// The longest that a screen puts in: see their own cuts.
	fill := prompt.Fill{Who: strings.Repeat("W", 16), Day: "Wednesday 23 September", Row: strings.Repeat("w", 24), Term: "WWWWW"}
	for _, p := range prompt.Default() {
		words, ok := p.Filled(fill)
		if !ok || strings.Contains(words, "{") {
			t.Errorf("%s has a place that nothing is put into: %s", p.ID, words)
		}
		for _, size := range []struct{ width, rows int }{{80, 1}, {60, 2}} {
			if rows := safe.Wrap(safe.Line(words), size.width-margin-labelWidth-1); len(rows) > size.rows {
				t.Errorf("%s takes %d rows at %d columns: %s", p.ID, len(rows), size.width, words)
			}
		}
	}
}

func TestSpaceShowsTheNextQuestionWithOneKey(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	d.mark("lag")
	first := d.asked()
	if first != "Did anything look different to someone else?" {
		t.Errorf("the first is %q", first)
	}
	d.press("space")
	second := d.asked()
	if second == first || !d.app.line.Empty() {
		t.Errorf("after Space %q stands there, and %q in the line", second, d.app.line.Value())
	}
	d.press("esc", "space")
	if third := d.asked(); third == second || third == first {
		t.Errorf("in the list Space brings %q", third)
	}
	d.press("i")
	d.kind("14:50 the queue ")
	typed := d.asked()
	keys := d.keys
	d.press("esc", "space", "i")
	if d.asked() == typed || d.keys-keys != 3 || d.app.line.Value() != "14:50 the queue " || !d.app.focus.isTyping() {
		t.Errorf("with half-typed text: %q, the line %q", d.asked(), d.app.line.Value())
	}
}

func TestTheQuestionFollowsTheMarkAndTheRecord(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	for _, c := range []struct{ row, want string }{
		{"rebuild", "When did this become known, and to whom?"},
		{"pool", "Where did you see it, and what did you take it to mean then?"},
		{"errors", "What did users experience at this point?"},
		{"pause", "What pressure or limit was in play?"},
	} {
		d.mark(c.row)
		if got := d.asked(); got != c.want {
			t.Errorf("at %s: %q, want %q", c.row, got, c.want)
		}
	}
	d.mark("errors")
	d.kind(">@ana I saw the graph.")
	if got := d.asked(); got != "What did users experience at this point?" {
		t.Errorf("while one types: %q", got)
	}
	d.press("enter")
	if got := d.asked(); got != "Did anything look different to someone else?" {
		t.Errorf("once it is told: %q", got)
	}
	d.kind("14:55 Support closes the last message")
	d.press("enter")
	if got := d.asked(); got != "What did you see, hear or read at that moment?" {
		t.Errorf("at the new row: %q", got)
	}
}

func TestTheGuardAsksBeforeWordsThatCallForAQuestion(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	d.mark("pool")
	d.kind("14:50 we knew that")
	d.want("Ask       How was that known: what showed it, and where?")
	d.kind(" it would have been seen ")
	if got := d.asked(); strings.HasPrefix(got, "How was that known") {
		t.Errorf("the guard is not heard: %q", got)
	}
	guards := d.asked()
	d.press("esc", "space")
	d.want("Check     the words in the line are asked about first")
	if d.asked() != guards {
		t.Errorf("another question stands there: %q", d.asked())
	}
	d.press("i", "ctrl+u")
	d.kind("14:50 we knew that ")
	d.press("enter")
	if got := d.asked(); strings.HasPrefix(got, "How was that known") {
		t.Errorf("the line is recorded, and %q still stands there", got)
	}
}

// The guard marks some words for which the table has a question of its own.
func TestAWordThatTheGuardOnlyMarksMayHaveItsOwnQuestion(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	for _, text := range []string{"14:50 obviously", "14:50 it was obviously so", "of course it was"} {
		d.kind(text)
		d.want(`Ask       "Obvious" to whom, and what made it so then?`)
		if !strings.Contains(d.app.View().Content, d.app.env.Theme.Mark.On()) {
			t.Errorf("%q is not marked", text)
		}
		d.press("ctrl+u")
	}
	d.kind("obviously it would have been seen ")
	if strings.HasPrefix(d.asked(), `"Obvious"`) {
		t.Error("a firm finding does not ask first")
	}
	d.press("esc", "g", "1")
	d.app.current().Goto(screen.Place{Field: string(model.FieldImpact)})
	d.press("i", "ctrl+u")
	d.kind("obviously")
	if strings.HasPrefix(d.asked(), `"Obvious"`) {
		t.Error("the question is asked in a phase to which it does not belong")
	}
}

// What is recorded in a field was asked about when it was typed.
func TestOnlyWhatIsTypedCallsForAQuestion(t *testing.T) {
	p := sample.Postmortem(sampleDriver(t, screen.Open).now)
	p.Incident.Impact = "Some users saw an error of the OOM kind, we knew that."
	d := recordDriver(t, p, screen.Open)
	d.app.current().Goto(screen.Place{Field: string(model.FieldImpact)})
	if got := d.asked(); got != "Who felt it, how many, how long, and what did they notice?" {
		t.Errorf("got %q", got)
	}
	d.press("esc", "g", "2")
	d.kind("I knew it ")
	if got := d.asked(); got != "Who felt the effects, and who speaks for customers?" {
		t.Errorf("a line for names calls for %q", got)
	}
}

func TestAnIdeaCallsForQuestionsOfCountermeasures(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	d.kind("!an alert on replica lag")
	if got := d.asked(); got != "Who gets it, and what do they do then?" {
		t.Errorf("got %q", got)
	}
}

func TestAllQuestionsAreListedAndOneIsChosen(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	d.mark("lag")
	d.kind("14:50 half a line")
	d.press("esc", "a")
	d.want("All questions of this phase", "Fit now", "> Did anything look different to someone else?", "At any time")
	d.kind("round table")
	d.want("When things slip", "> silence          One sentence each, round the table.", "Ask       One sentence each, round the table.", "1-1 of 1")
	d.kind("zz")
	d.want("Check     no question has these words")
	d.press("enter")
	d.want("no question has these words")
	d.press("backspace", "backspace", "enter")
	if got := d.asked(); got != "One sentence each, round the table." || len(d.app.panels) != 0 {
		t.Errorf("chosen is %q, with %d panels", got, len(d.app.panels))
	}
	d.press("i")
	if d.app.line.Value() != "14:50 half a line" {
		t.Errorf("the line holds %q", d.app.line.Value())
	}
	d.press("esc", "a", "down", "down", "esc")
	if got := d.asked(); got != "One sentence each, round the table." {
		t.Errorf("after Esc: %q", got)
	}
	d.press("g", "1", "esc", "a")
	d.kind("worrying")
	d.want("Before the meeting, for yourself", "Who may be worrying about this meeting, and have we spoken?")
}

func TestHomeHasOneQuestion(t *testing.T) {
	d := newDriver(t)
	d.want("Ask       What happened, in a few words that everyone in the room accepts?")
	d.press("space")
	d.want("this is home; open a post-mortem first")
	d.press("esc", "a")
	d.want("this is home; open a post-mortem first")
}

func TestAFormAsksForItsFields(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	d.mark("lag")
	d.press("enter")
	d.want("Ask       What does the log or graph show for that time?")
	d.press("down")
	d.want("Ask       Did anything look different to someone else?") // the field What leaves the screen's
	d.press("down", "down")
	d.want("Ask       When did this become known, and to whom?")
	d.press("down")
	d.kind(" I knew it then")
	d.want("Ask       How was that known: what showed it, and where?")
}

func TestATeamsQuestionIsAskedWhereItFits(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	table, err := prompt.New([]prompt.Prompt{{ID: "own", Phases: []model.Phase{model.PhaseTimeline}, Words: "Which \x1b[31mversion was live?", When: []prompt.Condition{prompt.Told}}})
	if err != nil {
		t.Fatal(err)
	}
	d.app.asker = prompt.NewAsker(table)
	d.mark("pool")
	if got := d.asked(); !strings.Contains(got, "version was live?") || strings.Contains(d.app.View().Content, "\x1b[31mversion") {
		t.Errorf("got %q", got)
	}
}

// A condition that no screen ever says is a promise of the settings that is not kept.
func TestEveryConditionHolds(t *testing.T) {
	held := make(map[prompt.Condition]bool)
	look := func(d *driver) {
		_, s := d.app.scene()
		for _, c := range s.Holds {
			held[c] = true
		}
	}
	walk := func(p model.Postmortem) {
		d := recordDriver(t, p, screen.Open)
		look(d)
		for _, name := range phaseScreens() {
			d.does(func() { d.app.goTo(screen.Place{Screen: name, Postmortem: p.Header.ID}) })
			d.app.current().Move(screen.First)
			for range 30 {
				look(d)
				if name != screen.Open && name != screen.Discretion && name != screen.Close {
					d.press("esc", "e")
					for range 16 {
						look(d)
						d.press("down")
					}
					for len(d.app.panels) > 0 {
						d.press("esc")
					}
				}
				d.app.current().Move(screen.Down)
			}
		}
		d.does(func() { d.app.run(keymap.Preview, "") })
		look(d)
	}
	bare := model.Postmortem{Header: model.Header{ID: "aaaaaaaaaaaaaaaa", Title: "Empty", Status: model.StatusDraft, Zone: "Europe/Berlin"},
		Incident: model.Incident{ID: "aaaaaaaaaaaaaaaa", Kind: model.Unscheduled},
		Sessions: []model.Session{{ID: "bbbbbbbbbbbbbbbb", Minutes: 60, Gate: model.GateGoOn, GateAt: newDriver(t).now, Pos: "a"}}} // no gate stands in the way
	walk(bare)
	full := sample.Postmortem(newDriver(t).now)
	full.DecisionPoints = append(full.DecisionPoints, model.DecisionPoint{ID: "bbbbbbbbbbbbbbbb", Event: sample.ID("page"), Pos: "a"})
	full.Learnings = append(full.Learnings, model.Learning{ID: "cccccccccccccccc", Kind: model.OpenQuestion, Text: "Who reads it?", Pos: "zz"},
		model.Learning{ID: "dddddddddddddddd", Kind: model.LatentDefect, Text: "A retry that never ends", Pos: "zzz"})
	full.Events = append(full.Events, model.Event{ID: "eeeeeeeeeeeeeeee", What: "No time", After: sample.ID("lag"), Pos: "zz"},
		model.Event{ID: "ffffffffffffffff", What: "The next morning", When: model.Moment{At: full.Events[0].When.At.AddDate(0, 0, 1), Zone: "Europe/Berlin"}, Kind: model.Decision, Pos: "zzz"})
	full.Countermeasures = append(full.Countermeasures, model.Countermeasure{ID: "gggggggggggggggg", Text: "Later", State: model.Resting, Pos: "zz"})
	walk(full)
	told := sample.Postmortem(newDriver(t).now)
	for _, e := range told.Events {
		told.Accounts = append(told.Accounts, model.Account{ID: model.ID("h" + string(e.ID[1:])), Event: e.ID, Attendee: sample.ID("omar"), Text: "I was there.", Source: model.SaidInRoom, Pos: "z"})
	}
	for i := range told.Attendees {
		told.Attendees[i].Away = true
	}
	walk(told)
	d := sampleDriver(t, screen.Countermeasures)
	d.press("esc", "m")
	look(d)
	look(newDriver(t))
	for _, k := range prompt.Conditions() {
		if !held[k.Condition] {
			t.Errorf("no screen says %q: %s", k.Condition, k.Says)
		}
		delete(held, k.Condition)
	}
	for c := range held {
		t.Errorf("a screen says %q, which the settings do not know", c)
	}
}

func TestTheQuestionIsDrawnAtEverySize(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	d.mark("pool")
	for _, size := range [][2]int{{60, 16}, {60, 24}, {80, 24}, {140, 40}} {
		d.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		if got := d.asked(); got != "Where did you see it, and what did you take it to mean then?" {
			t.Errorf("%v: %q", size, got)
		}
		d.press("esc", "a", "pgdown", "pgdown", "pgdown", "pgdown")
		if rows := d.rows(); len(rows) != size[1] || !strings.Contains(d.text(), "\n> ") {
			t.Errorf("%v: %d rows, or none is marked\n%s", size, len(rows), d.text())
		}
		d.press("esc", "i")
	}
}
