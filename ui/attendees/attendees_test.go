package attendees_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"debrief/model"
	"debrief/model/sample"
	"debrief/model/sample/sampletest"
	"debrief/ui/attendees"
	"debrief/ui/keymap"
	"debrief/ui/screen"
	"debrief/ui/screen/screentest"
)

// room is the screen with the sample incident, 80 columns and 16 rows.
func room(t testing.TB) *screentest.Stage { return with(t, screentest.Sample()) }

func with(t testing.TB, p model.Postmortem) *screentest.Stage {
	t.Helper()
	st, _ := screentest.New(t, screen.Attendees, attendees.New, p, 80, 16)
	return st
}

func marked(b *screentest.Stage) model.Attendee { return b.Index.Person(b.Marked().ID) }

func TestTheRoomAt80Columns(t *testing.T) {
	b := room(t).Mark("mia")
	b.Want("body", b.Text(), strings.Trim(`
  Views in the room  [#####.]  5 of 6                        missing: affected
    took part in decisions   ##    Ben, Chao
    identified               #     Ana
    responded                ###   Ana, Ben, Omar
    diagnosed                ##    Ben, Chao
  ! affected                 .     nobody present; Mia Berg is away
    interested               #     Lena
    first time here: Lena Holt
  Who                  Team       Roles                                Here
  Ana Silva    @ana    payments   identified, responded                yes
  Ben Okafor   @ben    payments   decisions, responded, diagnosed      yes
  Chao Lin     @chao   search     decisions, diagnosed                 yes
  Lena Holt    @lena   platform   interested                           yes, new
> Mia Berg     @mia    support    affected                             away
  Omar Haddad  @omar   payments   responded                            yes
  Priya Nair   @priya  platform   facilitator                          yes
`, "\n"))
	b.Want("position", string(b.Position()), "7 people")
	b.Want("question", string(b.Ask()), "Who felt the effects, and who speaks for customers?")
}

func TestTheRoomAt60Columns(t *testing.T) {
	b := room(t).Mark("mia")
	b.Resize(60, 9)
	b.Want("body", b.Text(), strings.Trim(`
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
	b := room(t).Mark("mia")
	b.Resize(140, 32)
	rows := strings.Split(b.Text(), "\n")
	for row, want := range map[int]string{
		0:  "  Views in the room  [#####.]  5 of 6                                                                                    missing: affected",
		8:  "  Who                                   Team              Roles                                                                    Here",
		13: "> Mia Berg                 @mia         support           affected                                                                 away",
	} {
		b.Want(fmt.Sprint("row ", row), rows[row], want)
	}
}

func TestAnEmptyListSaysWhatToType(t *testing.T) {
	b := with(t, model.Postmortem{})
	if want := "Ana Silva @ana payments #identified #responded"; !strings.Contains(b.Text(), want) {
		t.Errorf("%q is not in\n%s", want, b.Text())
	}
	b.Want("position", string(b.Position()), "nobody yet")
	b.Want("question", string(b.Ask()), "Who took part in decisions connected with this?")
	b.Want("Enter", b.Type("").Said, "Check the line is empty; type for example Ana Silva @ana payments")
	b.Want("about no row", b.Type(">away").Said, "Check no row is marked yet; begin with a name")
	b.Want("a letter", b.Command(keymap.Remove).Said, "Check nobody is on the list yet; i types the first name")
}

func TestALineAddsAPerson(t *testing.T) {
	b := room(t).Type("Jo Brandt @jo support #aff")
	jo := marked(b)
	if jo.Name != "Jo Brandt" || jo.Handle != "jo" || jo.Team != "support" || jo.Roles != model.Affected || jo.Away {
		t.Errorf("marked is %+v", jo)
	}
	b.Want("said", b.Said, "Done Jo Brandt is here as @jo")
	if strings.Contains(b.Text(), "missing") || !strings.Contains(b.Text(), "[######]  6 of 6") {
		t.Errorf("the meter still lacks somebody:\n%s", b.Text())
	}
	b.Want("question", string(b.Ask()), "Which of these views is missing, and can we reach someone now?")

	b.Type("Kim Sato")
	b.Want("a name alone", b.Said, "Done Kim Sato is here as @kim; >#role says which view")
	b.Want("question", string(b.Ask()), "Which hat are you wearing today, if you have two?")
}

func TestALineCompletesWhoWasOnlyNamed(t *testing.T) {
	p := screentest.Sample()
	p.Attendees = append(p.Attendees, model.Attendee{ID: "jjjjjjjjjjjjjjjj", Pos: "az", Handle: "jo", Name: "Jo", Away: true})
	b := with(t, p)
	const line = "Jo Brandt @jo support #affected"
	b.Want("reads", string(b.Read(line, len(line)).Words), "completes @jo: Jo Brandt, team support, role affected, here")
	b.Type(line)
	jo := marked(b)
	if jo.ID != "jjjjjjjjjjjjjjjj" || jo.Name != "Jo Brandt" || jo.Team != "support" || jo.Roles != model.Affected || jo.Away || len(b.Index.Attendees) != len(p.Attendees) {
		t.Errorf("marked is %+v of %d", jo, len(b.Index.Attendees))
	}
	b.Want("said", b.Said, "Done Completed @jo: Jo Brandt, team support, role affected, here")
	b.Want("once more", b.Type(line).Said, "Check @jo is Jo Brandt already: mark that row, or type another @name")
}

func TestTheRowSignChangesTheMarkedPerson(t *testing.T) {
	b := room(t).Mark("mia")
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
		{">new", "Mia Berg: not here for the first time", func(a model.Attendee) bool { return !a.New }},
		{">new", "Mia Berg: here for the first time", func(a model.Attendee) bool { return a.New }},
	} {
		b.Type(step.line)
		b.Want(step.line, b.Said, "Done "+step.said)
		if got := marked(b); got.ID != sample.ID("mia") || !step.holds(got) {
			t.Errorf("%s: marked is %+v", step.line, got)
		}
	}
}

func TestReadsSaysWhatEnterDoes(t *testing.T) {
	b := room(t).Mark("mia")
	for text, want := range map[string]string{
		"":                           "a name adds a row; > about Mia Berg; Enter opens it",
		"Jo Brandt @jo support #aff": "new person @jo, team support, role affected: Tab completes #affected",
		">here":                      "Mia Berg is here",
		">#interested":               "role interested",
		">#affected":                 "no longer affected: Mia Berg",
		">new":                       "here for the first time",
		">#affected here":            "no longer affected: Mia Berg; Mia Berg is here",
	} {
		b.Want(text, string(b.Read(text, len(text)).Words), want)
	}
	b.Mark("lena")
	for text, want := range map[string]string{
		">new":      "not here for the first time: Lena Holt",
		">new away": "not here for the first time: Lena Holt; Lena Holt is away",
	} {
		b.Want(text, string(b.Read(text, len(text)).Words), want)
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
	b := room(t).Mark("mia")
	for _, text := range []string{"Ana Other @ana", "Jo #nosuch", ">", ">gone home", ">#nosuch", "Ana Silva"} {
		b.Type(text)
		if b.Out.Check == "" || b.Edits != 0 {
			t.Errorf("%q: %+v", text, b.Out)
		}
	}
}

func TestAPersonWithWordsInTheRecordIsNotRemoved(t *testing.T) {
	b := room(t).Mark("ben").Command(keymap.Remove)
	if b.Edits != 0 || !strings.Contains(b.Said, "mark Ben Okafor as away") {
		t.Errorf("said %q", b.Said)
	}
	b.Type("Kim Sato").Command(keymap.Remove)
	b.Want("said", b.Said, `Done Removed "Kim Sato". u brings it back`)
	b.Want("the mark goes to its neighbour", marked(b).Name, "Priya Nair")
}

func TestMoveChangesTheOrder(t *testing.T) {
	b := room(t).Mark("mia").Command(keymap.MoveUp)
	if got := b.Index.Attendees[3].Name; got != "Mia Berg" {
		t.Errorf("fourth is %s", got)
	}
	b.Want("the mark stays", marked(b).Name, "Mia Berg")
}

func TestEveryCommandIsAnsweredOrHasAReason(t *testing.T) {
	b := room(t).Mark("mia")
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
	b := room(t).Mark("ana")
	b.Want("another name", string(b.Find("bokafor")), "found Ben Okafor; Enter finds the next")
	b.Want("a role", string(b.Find("affected")), "found Mia Berg; Enter finds the next")
	b.Want("nothing", string(b.Find("zoe")), `no row holds "zoe"`)
	b.Want("the mark stays", marked(b).Name, "Mia Berg")
}

func TestARowThatIsNotOnDiskHasItsSign(t *testing.T) {
	b := room(t).Mark("ana")
	b.Body()
	b.Unsaved[sample.ID("ben")] = true
	if !strings.Contains(b.Text(), "\n *Ben Okafor") {
		t.Errorf("no sign:\n%s", b.Text())
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
		b := room(t).Mark("mia").Type("")
		b.Put(c.field, c.text)
		if b.Edits != 1 || !b.Out.Close || !c.holds(marked(b)) {
			t.Errorf("field %d %q: %s, %+v", c.field, c.text, b.Said, marked(b))
		}
	}
}

func TestTheFormRefusesWhatItDoesNotUnderstand(t *testing.T) {
	for _, c := range []struct {
		field int
		text  string
	}{{name, " "}, {handle, "@ana"}, {handle, "two words"}, {handle, ""}, {roles, "customer"}, {here, "maybe"}} {
		b := room(t).Mark("mia").Type("")
		b.Put(c.field, c.text)
		if b.Edits != 0 || b.Out.Check == "" || b.Out.Close {
			t.Errorf("field %d %q: %s", c.field, c.text, b.Said)
		}
	}
}

func TestAnOpenFormFollowsTheRecord(t *testing.T) {
	b := room(t).Mark("mia").Type("")
	open := b.Follows(func(p *model.Postmortem) {
		p.Attendees = slices.Clone(p.Attendees)
		for i := range p.Attendees {
			p.Attendees[i].Name += " Smith"
		}
	})
	if f, _ := b.Out.Open.Field(); !open || f.Text != "Mia Berg Smith" {
		t.Errorf("open %v, the field holds %q", open, f.Text)
	}
	if b.Follows(func(p *model.Postmortem) { p.Attendees = nil }) {
		t.Error("the form of a person who is gone stays open")
	}
}

func TestTheFormCompletesARole(t *testing.T) {
	form := room(t).Mark("mia").Type("").Down(roles)
	if r := form.Read("affected, inte"); len(r.Candidates) != 1 || r.Candidates[0].Text != "interested" || r.Candidates[0].Start != 10 {
		t.Errorf("candidates: %+v", r.Candidates)
	}
	if r := form.Read("affected"); len(r.Candidates) != 0 {
		t.Errorf("a recorded role keeps Tab: %+v", r.Candidates)
	}
}

func TestTheBodyFitsAnySize(t *testing.T) {
	wide := screentest.Sample()
	wide.Attendees[0].Name = strings.Repeat("名前 ", 30)
	wide.Attendees[1].Handle = strings.Repeat("ben", 20)
	for name, p := range map[string]model.Postmortem{"empty": {}, "full": wide, "many": sampletest.Large(20)} {
		with(t, p).FitsEverySize(name, name != "empty")
	}
}

func TestManyPeopleAreCountedAndScrolled(t *testing.T) {
	p := model.Postmortem{}
	for i := range 2000 {
		p.Attendees = append(p.Attendees, model.Attendee{ID: sample.ID(fmt.Sprint("p", i)), Handle: fmt.Sprint("p", i),
			Name: fmt.Sprint("Person ", i), Roles: model.Responded, Pos: fmt.Sprintf("b%02s", "1")})
	}
	b := with(t, p)
	b.Want("position", string(b.Position()), "1-7 of 2000 people")
	if !strings.Contains(b.Text(), "responded                2000  Person, Person") {
		t.Errorf("the role does not count:\n%s", b.Text())
	}
	b.KeepsItsFrame(60)
}
