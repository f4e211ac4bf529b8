package attendees_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"debrief/model"
	"debrief/model/sample"
	"debrief/ui/attendees"
	"debrief/ui/keymap"
	"debrief/ui/screen"
	"debrief/ui/theme"
)

// bench is the screen with the part of the frame that it needs: the record and its edits.
type bench struct {
	*attendees.Screen
	t      testing.TB
	record model.Postmortem
	index  *model.Index
	said   string
	out    screen.Outcome
	edits  int
	saving map[model.ID]bool
}

func meeting() time.Time { return time.Date(2026, 3, 19, 13, 0, 0, 0, time.UTC) }

// room is the bench with the people of the sample, 80 columns and 16 rows.
func room(t testing.TB) *bench { return with(t, sample.Postmortem(meeting())) }

func with(t testing.TB, p model.Postmortem) *bench {
	t.Helper()
	look, err := theme.Choose(theme.HighContrast, true, theme.ASCII())
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	newID := func() model.ID { n++; return sample.ID(fmt.Sprintf("new %d", n)) }
	b := &bench{t: t, record: p, saving: make(map[model.ID]bool)}
	b.Screen = attendees.New(screen.Env{
		Theme: look, Now: meeting, NewID: newID, Editor: model.Editor{NewID: newID, Now: meeting},
		Pending: func(string) (string, bool) { return "", false },
		Unsaved: func(id model.ID) bool { return b.saving[id] },
	})
	b.show()
	b.Resize(80, 16)
	return b
}

func (b *bench) show() {
	b.index = model.NewIndex(model.For(b.record, model.ForRoom))
	b.Show(b.index)
}

func (b *bench) mark(name string) *bench {
	b.Goto(screen.Place{Row: sample.ID(name)})
	return b
}

func (b *bench) enter(text string) *bench { return b.apply(b.Enter(text)) }

func (b *bench) do(c keymap.Command) *bench { return b.apply(b.Do(c)) }

// apply does what the frame does with an outcome.
func (b *bench) apply(o screen.Outcome) *bench {
	b.t.Helper()
	b.out, b.said = o, ""
	if o.Check != "" {
		b.said = "Check " + string(o.Check)
		return b
	}
	if o.Edit != nil {
		after, err := o.Edit.Make(b.record)
		if err != nil {
			b.said = "Check " + err.Error()
			return b
		}
		if !model.Diff(o.Edit.Label, b.record, after).IsEmpty() {
			b.edits++
			if problems := model.Check(after); len(problems) > 0 {
				b.t.Errorf("the record is not sound after %q: %v", o.Edit.Label, problems)
			}
		}
		b.record = after
		b.said = "Done " + o.Edit.Label
		b.show()
		if o.Edit.Mark != "" {
			b.Goto(screen.Place{Row: o.Edit.Mark})
		}
	}
	if o.Done != "" {
		b.said = "Done " + string(o.Done)
	}
	return b
}

func (b *bench) body() string {
	rows := b.Body()
	for i := range rows {
		rows[i] = strings.TrimRight(ansi.Strip(rows[i]), " ")
	}
	return strings.Join(rows, "\n")
}

func (b *bench) marked() model.Attendee { return b.index.Person(b.Marked().ID) }

func same(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got\n%s\nwant\n%s", what, got, want)
	}
}

func TestTheRoomAt80Columns(t *testing.T) {
	b := room(t).mark("mia")
	same(t, "body", b.body(), strings.Trim(`
  Views in the room  [#####.]  5 of 6                        missing: affected
    took part in decisions   ##    Ben, Chao
    identified               #     Ana
    responded                ###   Ana, Ben, Omar
    diagnosed                ##    Ben, Chao
  ! affected                 .     nobody present; Mia Berg is away
    interested               #     Lena

  Who                  Team       Roles                                Here
  Ana Silva    @ana    payments   identified, responded                yes
  Ben Okafor   @ben    payments   decisions, responded, diagnosed      yes
  Chao Lin     @chao   search     decisions, diagnosed                 yes
  Lena Holt    @lena   platform   interested                           yes, new
> Mia Berg     @mia    support    affected                             away
  Omar Haddad  @omar   payments   responded                            yes
  Priya Nair   @priya  platform   facilitator                          yes
`, "\n"))
	same(t, "position", string(b.Position()), "7 people")
	same(t, "question", string(b.Ask()), "Who felt the effects, and who speaks for customers?")
}

func TestTheRoomAt60Columns(t *testing.T) {
	b := room(t).mark("mia")
	b.Resize(60, 9)
	same(t, "body", b.body(), strings.Trim(`
  Views  [#####.]  5 of 6                missing: affected
  Who                  Roles                       Here
  Ana Silva    @ana    identified, responded       yes
  Ben Okafor   @ben    decisions, responded, diag» yes
  Chao Lin     @chao   decisions, diagnosed        yes
  Lena Holt    @lena   interested                  yes, new
> Mia Berg     @mia    affected                    away
  Omar Haddad  @omar   responded                   yes
  Priya Nair   @priya  facilitator                 yes
`, "\n"))
}

func TestTheRoomAt140Columns(t *testing.T) {
	b := room(t).mark("mia")
	b.Resize(140, 32)
	rows := strings.Split(b.body(), "\n")
	for row, want := range map[int]string{
		0:  "  Views in the room  [#####.]  5 of 6                                                                                    missing: affected",
		8:  "  Who                                   Team              Roles                                                                    Here",
		13: "> Mia Berg                 @mia         support           affected                                                                 away",
	} {
		same(t, fmt.Sprint("row ", row), rows[row], want)
	}
}

func TestAnEmptyListSaysWhatToType(t *testing.T) {
	b := with(t, model.Postmortem{})
	if want := "Ana Silva @ana payments #identified #responded"; !strings.Contains(b.body(), want) {
		t.Errorf("%q is not in\n%s", want, b.body())
	}
	same(t, "position", string(b.Position()), "nobody yet")
	same(t, "question", string(b.Ask()), "Who took part in decisions connected with this?")
	same(t, "Enter", b.enter("").said, "Check the line is empty; type for example Ana Silva @ana payments")
	same(t, "about no row", b.enter(">away").said, "Check no row is marked yet; begin with a name")
	same(t, "a letter", b.do(keymap.Remove).said, "Check nobody is on the list yet; i types the first name")
}

func TestALineAddsAPerson(t *testing.T) {
	b := room(t).enter("Jo Brandt @jo support #aff")
	jo := b.marked()
	if jo.Name != "Jo Brandt" || jo.Handle != "jo" || jo.Team != "support" || jo.Roles != model.Affected || jo.Away {
		t.Errorf("marked is %+v", jo)
	}
	same(t, "said", b.said, "Done Jo Brandt is here as @jo")
	if strings.Contains(b.body(), "missing") || !strings.Contains(b.body(), "[######]  6 of 6") {
		t.Errorf("the meter still lacks somebody:\n%s", b.body())
	}
	same(t, "question", string(b.Ask()), "Which of these views is missing, and can we reach someone now?")

	b.enter("Kim Sato")
	same(t, "a name alone", b.said, "Done Kim Sato is here as @kim; >#role says which view")
	same(t, "question", string(b.Ask()), "Which hat are you wearing today, if you have two?")
}

func TestTheRowSignChangesTheMarkedPerson(t *testing.T) {
	b := room(t).mark("mia")
	for _, step := range []struct {
		line, said string
		holds      func(model.Attendee) bool
	}{
		{">here", "Mia Berg: is here", func(a model.Attendee) bool { return !a.Away }},
		{">away", "Mia Berg: is away", func(a model.Attendee) bool { return a.Away }},
		{">#interested", "Mia Berg: role interested", func(a model.Attendee) bool { return a.Roles == model.Affected|model.Interested }},
		{">#aff #int", "Mia Berg: no longer affected, interested", func(a model.Attendee) bool { return a.Roles == 0 }},
		{">#affected", "Mia Berg: role affected", func(a model.Attendee) bool { return a.Roles == model.Affected }},
		{">#affected", "Mia Berg: no longer affected", func(a model.Attendee) bool { return a.Roles == 0 }},
		{">here first time", "Mia Berg: is here, here for the first time", func(a model.Attendee) bool { return a.New && !a.Away }},
	} {
		b.enter(step.line)
		same(t, step.line, b.said, "Done "+step.said)
		if got := b.marked(); got.ID != sample.ID("mia") || !step.holds(got) {
			t.Errorf("%s: marked is %+v", step.line, got)
		}
	}
}

func TestReadsSaysWhatEnterDoes(t *testing.T) {
	b := room(t).mark("mia")
	for text, want := range map[string]string{
		"":                           "a name makes a new row; > is about Mia Berg; Enter opens it",
		"Jo Brandt @jo support #aff": "new person @jo, team support, role affected: Tab completes #affected",
		">here":                      "Mia Berg is here",
		">#interested":               "role interested",
		">#affected":                 "no longer affected: Mia Berg",
		">#affected here":            "no longer affected: Mia Berg; Mia Berg is here",
	} {
		same(t, text, string(b.Read(text, len(text)).Words), want)
	}
	r := b.Read("Jo #aff", 7)
	if len(r.Candidates) != 1 || r.Candidates[0].Text != "#affected" {
		t.Errorf("candidates: %+v", r.Candidates)
	}
	if got := b.Read(">away", 5).Label; got != "Row" {
		t.Errorf("label of a line about the row: %q", got)
	}
}

func TestAFaultKeepsTheLineAndChangesNothing(t *testing.T) {
	b := room(t).mark("mia")
	for _, text := range []string{"Ana Other @ana", "Jo #nosuch", ">", ">gone home", ">#nosuch", "Ana Silva"} {
		b.enter(text)
		if b.out.Check == "" || b.edits != 0 {
			t.Errorf("%q: %+v", text, b.out)
		}
	}
}

func TestAPersonWithWordsInTheRecordIsNotRemoved(t *testing.T) {
	b := room(t).mark("ben").do(keymap.Remove)
	if b.edits != 0 || !strings.Contains(b.said, "mark Ben Okafor as away") {
		t.Errorf("said %q", b.said)
	}
	b.enter("Kim Sato").do(keymap.Remove)
	same(t, "said", b.said, `Done Removed "Kim Sato". u brings the row back`)
	same(t, "the mark goes to its neighbour", b.marked().Name, "Priya Nair")
}

func TestMoveChangesTheOrder(t *testing.T) {
	b := room(t).mark("mia").do(keymap.MoveUp)
	if got := b.index.Attendees[3].Name; got != "Mia Berg" {
		t.Errorf("fourth is %s", got)
	}
	same(t, "the mark stays", b.marked().Name, "Mia Berg")
}

func TestEveryCommandIsAnsweredOrHasAReason(t *testing.T) {
	b := room(t).mark("mia")
	for _, binding := range keymap.Default() {
		if binding.Scope != keymap.List && binding.Scope != keymap.NoKey {
			continue
		}
		if why := b.Off(binding.Command); why == "" {
			if out := b.Do(binding.Command); out.Edit == nil && out.Line == nil && out.Open == nil {
				t.Errorf("%s does nothing and gives no reason", binding.Command)
			}
		}
	}
}

func TestFindMarksThePersonThatHoldsTheWords(t *testing.T) {
	b := room(t).mark("ana")
	same(t, "another name", string(b.Find("bokafor")), "found Ben Okafor; Enter finds the next")
	same(t, "a role", string(b.Find("affected")), "found Mia Berg; Enter finds the next")
	same(t, "nothing", string(b.Find("zoe")), `no row holds "zoe"`)
	same(t, "the mark stays", b.marked().Name, "Mia Berg")
}

func TestARowThatIsNotOnDiskHasItsSign(t *testing.T) {
	b := room(t).mark("ana")
	b.Body()
	b.saving[sample.ID("ben")] = true
	if !strings.Contains(b.body(), "\n *Ben Okafor") {
		t.Errorf("no sign:\n%s", b.body())
	}
}

// The rows of the form, from the top.
const (
	name = iota
	handle
	other
	team
	roles
	here
	first
)

func TestTheFormChangesAField(t *testing.T) {
	for _, c := range []struct {
		field int
		text  string
		holds func(model.Attendee) bool
	}{
		{name, "Mia Bergmann", func(a model.Attendee) bool { return a.Name == "Mia Bergmann" }},
		{handle, "@miab", func(a model.Attendee) bool { return a.Handle == "miab" }},
		{other, "mberg, support-mia", func(a model.Attendee) bool { return a.Other == model.ListOf("mberg", "support-mia") }},
		{team, "", func(a model.Attendee) bool { return a.Team == "" }},
		{roles, "aff, #inter", func(a model.Attendee) bool { return a.Roles == model.Affected|model.Interested }},
		{roles, "", func(a model.Attendee) bool { return a.Roles == 0 }},
		{here, "y", func(a model.Attendee) bool { return !a.Away }},
		{first, "yes", func(a model.Attendee) bool { return a.New }},
	} {
		b := room(t).mark("mia").enter("")
		form := b.out.Open
		form.Resize(80, 8)
		for range c.field {
			form.Move(screen.Down)
		}
		b.apply(form.Enter(c.text))
		if b.edits != 1 || !b.out.Close || !c.holds(b.marked()) {
			t.Errorf("field %d %q: %s, %+v", c.field, c.text, b.said, b.marked())
		}
	}
}

func TestTheFormRefusesWhatItDoesNotUnderstand(t *testing.T) {
	for _, c := range []struct {
		field int
		text  string
	}{{name, " "}, {handle, "@ana"}, {handle, "two words"}, {handle, ""}, {roles, "customer"}, {here, "maybe"}} {
		b := room(t).mark("mia").enter("")
		form := b.out.Open
		for range c.field {
			form.Move(screen.Down)
		}
		b.apply(form.Enter(c.text))
		if b.edits != 0 || b.out.Check == "" || b.out.Close {
			t.Errorf("field %d %q: %s", c.field, c.text, b.said)
		}
	}
}

func TestTheFormCompletesARole(t *testing.T) {
	form := room(t).mark("mia").enter("").out.Open
	for range roles {
		form.Move(screen.Down)
	}
	if r := form.Read("affected, inte"); len(r.Candidates) != 1 || r.Candidates[0].Text != "interested" || r.Candidates[0].Start != 10 {
		t.Errorf("candidates: %+v", r.Candidates)
	}
	if r := form.Read("affected"); len(r.Candidates) != 0 {
		t.Errorf("a recorded role keeps Tab: %+v", r.Candidates)
	}
}

func TestTheBodyFitsAnySize(t *testing.T) {
	wide := sample.Postmortem(meeting())
	wide.Attendees[0].Name = strings.Repeat("名前 ", 30)
	wide.Attendees[1].Handle = strings.Repeat("ben", 20)
	for title, p := range map[string]model.Postmortem{"empty": {}, "full": wide, "many": sample.Large(20)} {
		b := with(t, p)
		for width := 1; width <= 170; width += 1 + width/20 {
			for height := range 40 {
				b.Resize(width, height)
				rows := b.Body()
				if len(rows) > height {
					t.Fatalf("%s %dx%d: %d rows", title, width, height, len(rows))
				}
				for _, row := range rows {
					if w := ansi.StringWidth(row); w > width {
						t.Fatalf("%s %dx%d: %d cells in %q", title, width, height, w, row)
					}
				}
				b.Move(screen.Down)
				b.Click(height / 2)
			}
		}
	}
}

func TestManyPeopleAreCountedAndScrolled(t *testing.T) {
	p := model.Postmortem{}
	for i := range 2000 {
		p.Attendees = append(p.Attendees, model.Attendee{ID: sample.ID(fmt.Sprint("p", i)), Handle: fmt.Sprint("p", i),
			Name: fmt.Sprint("Person ", i), Roles: model.Responded, Pos: fmt.Sprintf("b%02s", "1")})
	}
	b := with(t, p)
	same(t, "position", string(b.Position()), "1-7 of 2000 people")
	if !strings.Contains(b.body(), "responded                2000  Person, Person") {
		t.Errorf("the role does not count:\n%s", b.body())
	}
	b.Body()
	if allocs := testing.AllocsPerRun(20, func() { b.Body() }); allocs > 60 {
		t.Errorf("a frame in which nothing changed takes %.0f allocations", allocs)
	}
}
