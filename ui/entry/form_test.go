package entry_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"debrief/ui/entry"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/theme"
)

// bench is a form with the part of the frame that it needs: the line, and the texts that wait.
type bench struct {
	*entry.Form
	line     *entry.Line
	recorded map[string]string
	answer   screen.Outcome // of Record
}

func eventForm(t *testing.T, change ...func(*entry.FormSpec)) *bench {
	t.Helper()
	look, err := theme.Choose(theme.HighContrast, true, theme.ASCII())
	if err != nil {
		t.Fatal(err)
	}
	b := &bench{line: entry.NewLine(), answer: screen.Outcome{Done: "Event changed"}}
	waits := func(field screen.Key) (string, bool) {
		t := b.line.Text(entry.Slot{Key: field})
		return t.Words, t.Waits
	}
	env := screen.Env{Theme: look, Pending: waits, Typed: waits, Unseen: func(screen.Key) bool { return false }}
	spec := entry.FormSpec{
		Title: "Event 14:09", Row: "e1",
		Fields: []entry.FormField{
			{Key: "when", Label: "When", Text: "14:09", Hint: "14:09, ~14:09 or empty", Check: func(text string) screen.Reading {
				if text != "" && !strings.Contains(text, ":") {
					return screen.Reading{Fault: true, Words: "no time; type 14:09"}
				}
				return screen.Reading{}
			}},
			{Key: "what", Label: "What", Text: "Checkout pool lowered from 200 to 120"},
			{Key: "kind", Label: "Kind", Text: "decision", Choices: []string{"detection", "diagnosis", "decision", "action"}},
			{Key: "account", Label: "Account", Hint: "one more"},
			{Key: "note", Label: "Note", Hint: "for the facilitator", Note: "not drawn while the screen is shared", Body: true},
		},
		Record: func(values map[string]string) screen.Outcome {
			b.recorded = maps.Clone(values)
			return b.answer
		},
	}
	for _, c := range change {
		c(&spec)
	}
	b.Form = entry.NewForm(env, spec)
	b.Resize(80, 9)
	b.hold()
	return b
}

// hold does what the frame does after every message: the line holds the marked field.
func (b *bench) hold() {
	if f, ok := b.Field(); ok {
		b.line.Hold(entry.Slot{Key: f.Key}, f.Text)
		b.Read(b.line.Value())
	}
}

func (b *bench) typed(text string) *bench {
	b.line.Set(text)
	b.hold()
	return b
}

func (b *bench) tab() {
	if !b.line.Complete(b.Read(b.line.Value()).Candidates, 1) {
		b.Do(keymap.Next)
	}
	b.hold()
}

func (b *bench) down(n int) *bench {
	for range n {
		b.Move(screen.Down)
		b.hold()
	}
	return b
}

func (b *bench) enter() screen.Outcome {
	out := b.Enter(b.line.Value())
	b.hold()
	return out
}

func (b *bench) rows() []string {
	rows := b.Body()
	for i := range rows {
		rows[i] = strings.TrimRight(ansi.Strip(rows[i]), " ")
	}
	return rows
}

func TestAFormShowsItsFields(t *testing.T) {
	b := eventForm(t).down(2)
	want := []string{
		"  When        14:09                                      14:09, ~14:09 or empty",
		"  What        Checkout pool lowered from 200 to 120",
		"> Kind        decision",
		"  Account     -     one more",
		"  Note        -     for the facilitator",
	}
	got := b.rows()
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if got := b.Position(); got != "3 of 5" {
		t.Errorf("position: got %q", got)
	}
}

func TestTheMarkedFieldIsMirroredAndAChangedOneKeepsItsSign(t *testing.T) {
	b := eventForm(t).typed("14:10")
	if got := b.rows()[0]; !strings.HasPrefix(got, ">*When        14:10") {
		t.Errorf("while it is typed: got %q", got)
	}
	b.tab()
	if got := b.rows()[0]; !strings.HasPrefix(got, " *When        14:10") {
		t.Errorf("left half-changed: got %q", got)
	}
	b.Do(keymap.Previous)
	b.hold()
	if got := b.line.Value(); got != "14:10" {
		t.Errorf("back on it the line holds %q", got)
	}
	b.typed("14:09")
	if got := b.rows()[0]; !strings.HasPrefix(got, "> When        14:09") {
		t.Errorf("as it was recorded: got %q", got)
	}
}

func TestEnterRecordsAllChangedFieldsAsOneChange(t *testing.T) {
	b := eventForm(t).typed("~14:10").down(3).typed("@ben read as a peak")
	out := b.enter()
	want := map[string]string{"when": "~14:10", "account": "@ben read as a peak"}
	if !maps.Equal(b.recorded, want) {
		t.Errorf("got %v, want %v", b.recorded, want)
	}
	var settled []screen.Key
	for _, field := range []string{"when", "what", "kind", "account", "note"} {
		settled = append(settled, screen.Key{Row: "e1", Field: field, Form: true})
	}
	if !out.Close || out.Done != "Event changed" || !slices.Equal(out.Settled, settled) {
		t.Errorf("got close %v, done %q, settled %v", out.Close, out.Done, out.Settled)
	}
}

func TestAFormInWhichNothingChangedRecordsNothing(t *testing.T) {
	b := eventForm(t)
	if out := b.enter(); !out.Close || out.Edit != nil || b.recorded != nil {
		t.Errorf("got %+v, recorded %v", out, b.recorded)
	}
}

func TestAFieldThatIsNotUnderstoodIsMarkedAndKeepsItsText(t *testing.T) {
	b := eventForm(t).typed("two").down(4).typed("a note")
	out := b.enter()
	if out.Check != "no time; type 14:09" || out.Close || b.recorded != nil {
		t.Errorf("got %+v, recorded %v", out, b.recorded)
	}
	if got := b.rows()[0]; !strings.HasPrefix(got, ">!When        two") {
		t.Errorf("got %q", got)
	}
	if got := b.line.Value(); got != "two" {
		t.Errorf("the line holds %q", got)
	}
	b.typed("14:02")
	if got := b.rows()[0]; !strings.HasPrefix(got, ">*When        14:02") {
		t.Errorf("after another key: got %q", got)
	}
	if out := b.enter(); !out.Close || b.recorded["when"] != "14:02" || b.recorded["note"] != "a note" {
		t.Errorf("got %+v, recorded %v", out, b.recorded)
	}
}

func TestWhatIsRecordedIsNotCheckedAgain(t *testing.T) {
	b := eventForm(t, func(s *entry.FormSpec) { s.Fields[0].Text = "in the night" })
	if r := b.Read("in the night"); r.Fault {
		t.Errorf("got %+v", r)
	}
	if out := b.down(1).typed("Pool lowered").enter(); !out.Close {
		t.Errorf("got %+v", out)
	}
}

func TestFirstLettersAndTabChoose(t *testing.T) {
	for _, c := range []struct {
		name string
		keys func(b *bench)
		row  string
		kind string
	}{
		{"nothing typed", func(b *bench) {}, "> Kind        decision", ""},
		{"first letters", func(b *bench) { b.typed("dia") }, ">*Kind        diagnosis", "diagnosis"},
		{"in any case", func(b *bench) { b.typed("A") }, ">*Kind        action", "action"},
		{"Tab has the recorded one first", func(b *bench) { b.tab() }, "> Kind        decision", ""},
		{"Tab again the next", func(b *bench) { b.tab(); b.tab() }, ">*Kind        action", "action"},
		{"Tab goes round", func(b *bench) { b.tab(); b.tab(); b.tab() }, ">*Kind        detection", "detection"},
		{"letters, then Tab among them", func(b *bench) { b.typed("d"); b.tab(); b.tab() }, ">*Kind        diagnosis", "diagnosis"},
		{"chosen, left, and back", func(b *bench) { b.typed("a").down(1); b.Move(screen.Up); b.hold(); b.tab(); b.tab() }, ">*Kind        detection", "detection"},
	} {
		b := eventForm(t).down(2)
		c.keys(b)
		if got := b.rows()[2]; got != c.row {
			t.Errorf("%s: got row %q, want %q", c.name, got, c.row)
		}
		if b.enter(); b.recorded["kind"] != c.kind {
			t.Errorf("%s: recorded %q, want %q", c.name, b.recorded["kind"], c.kind)
		}
	}
}

func TestAChoiceThatThereIsNotIsToldTheOnesThereAre(t *testing.T) {
	b := eventForm(t).down(2).typed("mishap").down(1)
	if got := b.rows()[2]; got != " !Kind        mishap" {
		t.Errorf("got %q", got)
	}
	out := b.enter()
	if want := safe.Text("Kind is one of: detection, diagnosis, decision, action"); out.Check != want || b.recorded != nil {
		t.Errorf("got %q, recorded %v", out.Check, b.recorded)
	}
	if got := b.line.Value(); got != "mishap" {
		t.Errorf("the line holds %q", got)
	}
}

func TestAFormStaysOpenBehindAQuestionOrAFault(t *testing.T) {
	for _, answer := range []screen.Outcome{{Check: "14:09 is there already"}, {Open: entry.NewForm(screen.Env{}, entry.FormSpec{})}} {
		b := eventForm(t)
		b.answer = answer
		if out := b.typed("14:10").enter(); out.Close || out.Settled != nil || b.line.Value() != "14:10" {
			t.Errorf("got %+v, the line holds %q", out, b.line.Value())
		}
	}
}

func TestEscClosesAFormAndItsTextWaits(t *testing.T) {
	b := eventForm(t).typed("14:10")
	if out := b.Do(keymap.Back); !out.Close || out.Settled != nil {
		t.Errorf("got %+v", out)
	}
	if got := b.line.Text(entry.Slot{Key: screen.Key{Row: "e1", Field: "when", Form: true}}); got.Words != "14:10" {
		t.Errorf("waiting: %+v", got)
	}
}

func TestAFormSaysHowItsFieldsAreUnderstood(t *testing.T) {
	for _, c := range []struct {
		field int
		text  string
		want  safe.Text
		fault bool
	}{
		{0, "14:09", "Enter records all changes; Tab goes on", false},
		{0, "two", "no time; type 14:09", true},
		{0, "", "empties When", false},
		{1, "Pool lowered", "changes What", false},
		{2, "", "Tab or letters: detection, diagnosis, decision, action", false},
		{2, "d", "detection; Tab steps on from it", false},
		{4, "", "not drawn while the screen is shared", false},
		{4, "ask her", "changes Note", false},
	} {
		b := eventForm(t).down(c.field)
		if r := b.Read(c.text); r.Words != c.want || r.Fault != c.fault {
			t.Errorf("field %d, %q: got %q %v, want %q %v", c.field, c.text, r.Words, r.Fault, c.want, c.fault)
		}
	}
}

func TestAFormFollowsTheRecord(t *testing.T) {
	b := eventForm(t, func(s *entry.FormSpec) {
		s.Again = func() (entry.FormSpec, bool) {
			return entry.FormSpec{Row: "e1", Record: s.Record, Fields: []entry.FormField{
				{Key: "what", Label: "What", Text: "Pool lowered by Ben"},
				{Key: "when", Label: "When", Text: "14:08"},
			}}, true
		}
	}).typed("14:10").down(1)
	if !b.Refresh() {
		t.Error("the form closes although its row is there")
	}
	b.hold()
	want := []string{"> What        Pool lowered by Ben", " *When        14:10"}
	if got := b.rows(); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if o := b.enter(); !strings.Contains(string(o.Check), "changed elsewhere to \"14:08\"") || o.Close {
		t.Errorf("the first Enter gives %+v, want what the other window wrote", o)
	}
	if b.enter(); !maps.Equal(b.recorded, map[string]string{"when": "14:10"}) {
		t.Errorf("Enter records %v: what was changed elsewhere is not", b.recorded)
	}
}

func TestAFormWhoseRowIsGoneCloses(t *testing.T) {
	b := eventForm(t, func(s *entry.FormSpec) {
		s.Again = func() (entry.FormSpec, bool) { return entry.FormSpec{}, false }
	})
	if b.Refresh() {
		t.Error("the form stays open")
	}
}

// Another window removed the row while a person typed an account of it; the form closed and the
// words were nowhere to be seen.
func TestWordsOfAFormWhoseRowIsGoneComeToTheLine(t *testing.T) {
	b := eventForm(t, func(s *entry.FormSpec) {
		s.Again = func() (entry.FormSpec, bool) { return entry.FormSpec{}, false }
	}).down(1).typed("Pool lowered, as on Tuesday")
	if !b.Refresh() {
		t.Fatal("the form closes with words in it")
	}
	if out := b.enter(); out.Check != "the row was removed elsewhere; Esc keeps the words in the line" || out.Close {
		t.Errorf("Enter gives %+v", out)
	}
	out := b.Do(keymap.Back)
	if out.Line == nil || *out.Line != "Pool lowered, as on Tuesday" || !out.Close || len(out.Settled) != 5 {
		t.Errorf("Esc gives %+v", out)
	}
}

// A choice that nobody had made yet looked as if the first one was chosen.
func TestAnEmptyChoiceShowsNoneInTheLine(t *testing.T) {
	look, err := theme.Choose(theme.HighContrast, true, theme.ASCII())
	if err != nil {
		t.Fatal(err)
	}
	b := eventForm(t).down(2)
	r := b.Read("")
	if rows, _ := b.line.Rows(look, r, 40, 1); len(r.Candidates) == 0 || rows[0] != "" {
		t.Errorf("%d choices, the line shows %q", len(r.Candidates), rows[0])
	}
}

func TestAFormFitsEverySize(t *testing.T) {
	b := eventForm(t, func(s *entry.FormSpec) {
		s.Fields[1].Text = strings.Repeat("検索 index 👩‍👩‍👧‍👦 \x1b[2J\n", 4000)
		s.Fields[3].Label = "A label that is longer than the others"
	})
	for width := 1; width <= 140; width++ {
		for height := 1; height <= 40; height += 3 {
			rows, whole := b.Height(height)
			if rows > height || whole {
				t.Fatalf("height %d: wants %d rows, whole %v", height, rows, whole)
			}
			b.Resize(width, rows-1)
			b.Move(screen.Down)
			b.hold()
			body := b.Body()
			if len(body) > rows-1 {
				t.Fatalf("%dx%d: %d rows in %d", width, height, len(body), rows-1)
			}
			for _, row := range body {
				if strings.Contains(row, "\n") || ansi.StringWidth(row) > width {
					t.Fatalf("%dx%d: %q is too wide", width, height, row)
				}
			}
		}
	}
}

func TestAFormWithoutFieldsLeavesTheLineAlone(t *testing.T) {
	f := entry.NewForm(screen.Env{}, entry.FormSpec{Title: "Nothing"})
	f.Resize(80, 5)
	f.Move(screen.Down)
	if _, own := f.Field(); own || len(f.Body()) != 0 {
		t.Error("an empty form has a field")
	}
	if out := f.Enter(""); !out.Close {
		t.Errorf("got %+v", out)
	}
}
