package ui

import (
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/sample"
	"debrief/ui/desk"
	"debrief/ui/entry"
	"debrief/ui/keymap"
	"debrief/ui/screen"
)

// others is what the people of the sample are called here: the program's own examples name Ana,
// Ben and Chao.
func others() map[string]string {
	return map[string]string{"ana": "Zahra", "silva": "Quist", "ben": "Dmitri", "okafor": "Volkov", "bokafor": "dvolkov", "chao": "Ngozi",
		"lin": "Adeyemi", "lena": "Ingrid", "holt": "Solberg", "mia": "Yuki", "berg": "Tanaka", "omar": "Rafael", "haddad": "Costa",
		"priya": "Eszter", "nair": "Nagy"}
}

// talkative is the sample with other people, named in every text that somebody typed. One person
// owns all countermeasures and is named nowhere else.
func talkative(t *testing.T) model.Postmortem {
	t.Helper()
	p := sample.Postmortem(time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC))
	people := others()
	called := regexp.MustCompile(`(?i)\b[a-z]+\b`)
	rename := func(text string) string {
		return called.ReplaceAllStringFunc(text, func(word string) string {
			to, ok := people[strings.ToLower(word)]
			if ok && word == strings.ToLower(word) {
				to = strings.ToLower(to)
			}
			if !ok {
				return word
			}
			return to
		})
	}
	p.Attendees = append(p.Attendees, model.Attendee{ID: sample.ID("quentin"), Handle: "quentin", Name: "Quentin Ostrow",
		Roles: model.Responded, Pos: "aX"})
	v := reflect.ValueOf(&p).Elem()
	fill := func(row reflect.Value) {
		for i := range row.NumField() {
			name, f := row.Type().Field(i).Name, row.Field(i)
			if f.Kind() == reflect.String && name != "ID" {
				f.SetString(rename(f.String()))
			}
			switch {
			case f.Type() == reflect.TypeFor[model.List]() && name != "Other" && f.Len() > 0:
				f.SetString(f.String() + "\nRafael's pager")
			case f.Type() != reflect.TypeFor[string]() || f.Len() == 0:
			case strings.Contains(" What Text Title TLDR Summary DriftSignal PublishTo ToldDirect DetectedByWhat Impact CustomerContact "+
				"Measure TryNext Seen Answer DoneWhen Reason Closing TestResult Quote Team ", " "+name+" "):
				f.SetString("Zahra Quist and dmitri, " + f.String() + ", @rafael and dvolkov")
			case name == "URL":
				f.SetString(f.String() + "/~yuki")
			}
		}
	}
	for i := range v.NumField() {
		f := v.Field(i)
		if f.Kind() != reflect.Slice {
			fill(f)
			continue
		}
		rows := reflect.MakeSlice(f.Type(), f.Len(), f.Len())
		reflect.Copy(rows, f)
		for j := range rows.Len() {
			fill(rows.Index(j))
		}
		f.Set(rows)
	}
	for i := range p.Countermeasures {
		p.Countermeasures[i].Owner = sample.ID("quentin")
	}
	p.Header.NamesOff = true
	if problems := model.Check(p); len(problems) > 0 {
		t.Fatal(problems)
	}
	return p
}

var (
	someName  = regexp.MustCompile(`(?i)\b(zahra|quist|dmitri|volkov|dvolkov|ngozi|adeyemi|ingrid|solberg|yuki|tanaka|rafael|costa|eszter|nagy)\b`)
	ownerName = regexp.MustCompile(`(?i)\b(quentin|ostrow)\b`)
	ownersOwn = regexp.MustCompile(`\b(Responder.H|@h)\b`)
)

// unnamed fails where the frame names somebody. Who owns a countermeasure may be named where
// countermeasures are, but not beside the letter.
func (d *driver) unnamed(where string) {
	d.t.Helper()
	own := d.app.at.Screen == screen.Countermeasures || d.app.at.Screen == screen.Close || previews(d.app)
	for _, row := range d.rows() {
		if m := someName.FindString(row); m != "" {
			d.t.Fatalf("%s names %s:\n%s", where, m, d.text())
		}
		if ownerName.MatchString(row) && (!own || ownersOwn.MatchString(row)) {
			d.t.Fatalf("%s names the owner:\n%s", where, d.text())
		}
	}
}

func TestWithNamesOffNoScreenAndNoPanelNamesAnybodyAtAnySize(t *testing.T) {
	for _, at := range phaseScreens() {
		d := recordDriver(t, talkative(t), at)
		if at == screen.Timeline {
			d.want("names off", "Responder\u00a0A and Responder\u00a0B, Planned index rebuild", "c")
		}
		for _, size := range []tea.WindowSizeMsg{{Width: 80, Height: 24}, {Width: 60, Height: 16}, {Width: 140, Height: 40}, {Width: 100, Height: 30}, {Width: 30, Height: 6}} {
			d.send(size)
			d.walkUnnamed(string(at))
		}
	}
}

// walkUnnamed marks every row, opens its form and every field of it, and each panel.
func (d *driver) walkUnnamed(at string) {
	d.t.Helper()
	d.press("esc", "home")
	for i := 0; i < 40; i++ {
		before := d.app.guard.Here()
		d.unnamed(at)
		d.press("e")
		d.unnamed(at + ", opened")
		if form, ok := d.app.front().(*entry.Form); ok {
			for range form.Body() {
				d.press("down")
				d.unnamed(at + ", its form")
			}
			d.press("esc")
		}
		d.press("esc", "down")
		if d.app.at.Screen != before.Screen { // "e" of what is missing goes there
			d.press("esc", "g", string(rune('0'+before.Screen.Phase())), "esc")
			for range i + 1 {
				d.press("down")
			}
		}
		if d.app.guard.Here() == before {
			break
		}
	}
	for _, keys := range [][]string{{"?"}, {":"}, {"v"}, {"down"}, {"down"}, {"v"}, {"y"}, {"a"}, {"space"}, {"h"}, {"l"}, {"f"}, {"F"}, {"f"}, {"F"}, {"f"},
		{"x"}, {"u"}, {"U"}, {"u"}, {"invitation"}} {
		if keys[0] == "invitation" {
			d.does(func() { d.app.command(keymap.Invite) })
		} else {
			d.press(keys...)
		}
		d.unnamed(at + ", " + strings.Join(keys, " "))
		for range 12 {
			if d.app.front() == nil {
				break
			}
			d.press("pgdown")
			d.unnamed(at + ", " + strings.Join(keys, " ") + ", a page down")
		}
		for d.app.front() != nil {
			d.press("esc")
		}
		d.press("esc")
	}
	for _, words := range []string{"o", "a", "respon", "@", "@r", ">@", ">", "!", `"`, "14:09 x", "zzz"} {
		if strings.HasSuffix(words, "@r") && (d.app.at.Screen == screen.Countermeasures || d.app.at.Screen == screen.Close) {
			continue // a name that was begun there becomes an owner
		}
		d.press("/")
		d.kind(words)
		d.unnamed(at + ", finding " + words)
		d.press("enter")
		d.unnamed(at + ", found " + words)
		d.press("esc", "i")
		d.kind(words)
		d.unnamed(at + ", typing " + words)
		d.press("ctrl+z", "ctrl+z", "esc")
		for d.app.line.Undo() {
		}
	}
}

func TestWithNamesOffThePanelsThatOpenByThemselvesNameNobody(t *testing.T) {
	d := recordDriver(t, talkative(t), screen.Timeline)
	d.send(tea.PasteMsg{Content: "14:51 dmitri: restarted it\n14:52 Rafael Costa looked\n"})
	d.want("2 lines were pasted", "Responder\u00a0B: restarted it")
	d.unnamed("the paste")
	d.press("esc", "home", "e", "down")
	d.kind(". We would have seen it")
	d.press("enter")
	d.want("Not recorded yet", "would have")
	d.unnamed("the guard")
	for range 4 {
		d.press("down", "tab")
		d.unnamed("the guard")
	}

	d = recordDriver(t, talkative(t), screen.Countermeasures)
	d.press("esc", "home", "down", "e")
	d.want("> What        Responder\u00a0A")
	d.kind(". Quentin would have seen it")
	d.press("enter")
	d.want("Not recorded yet", "The owner [would have seen]")
	d.unnamed("the guard")

	one, two := twoWindows(t)
	one.press("esc", "r", "i")
	one.retime("13:41")
	one.kind(">Chao would rather pause it")
	two.press("esc", "r", "i")
	two.retime("13:42")
	two.want("changed in another window")
	two.unnamed("what is not saved")
}

// What a form holds is shown with roles; what it records has names.
func TestAFormThatIsOnlyLookedAtChangesNothingWhileNamesAreOff(t *testing.T) {
	for _, at := range phaseScreens() {
		d := recordDriver(t, talkative(t), at)
		before := d.app.desk.Record
		d.everyField(func(string) {
			d.press("enter")
			if c := model.Diff("", before, d.app.desk.Record); at != screen.Close && !onlyFacts(c) {
				t.Fatalf("%s: Enter alone changed %d rows: %+v", at, len(c.Rows), c.Rows[0])
			}
		})
	}
}

// onlyFacts tells that a change is no edit of a text: a visit, a tick.
func onlyFacts(c model.Change) bool {
	for _, r := range c.Rows {
		if r.Before == nil || r.After == nil || !reflect.DeepEqual(model.ProseOf(r.Before), model.ProseOf(r.After)) {
			return false
		}
	}
	return true
}

// everyField marks each row of the screen and, where it opens a form, each field of it.
func (d *driver) everyField(do func(field string)) {
	d.t.Helper()
	at := d.app.at.Screen
	fields := at == screen.Open || at == screen.Discretion || at == screen.Close // its rows are fields
	mark := func(row int) screen.Place {
		for len(d.app.panels) > 0 {
			d.press("esc")
		}
		d.press("esc", "esc", "home")
		for range row {
			d.press("down")
		}
		return d.app.guard.Here()
	}
	for row := range 60 {
		here := mark(row)
		for field := 0; ; field++ {
			mark(row)
			d.press("i")
			var f screen.Field
			more := false
			if fields {
				f, _ = d.app.field()
			} else {
				d.press("esc", "e")
				form, ok := d.app.front().(*entry.Form)
				if !ok {
					break
				}
				for range field {
					d.press("down")
				}
				f, _ = form.Field()
				of := strings.Fields(string(form.Position())) // "2 of 7"
				more = of[0] != of[2]
			}
			if f.Text != "" {
				do(string(f.Label))
			}
			if !more {
				break
			}
		}
		if mark(row+1) == here {
			return
		}
	}
}

func TestAWordThatIsAddedWhileNamesAreOffLeavesTheNamesInEveryField(t *testing.T) {
	role := regexp.MustCompile(`\b(Responder|Analyst|Observer|Affected|Involved|Moderator|Guest|Person)[ \x{a0}][A-Z]\b|@[a-h]\b`)
	for _, at := range phaseScreens() {
		d := recordDriver(t, talkative(t), at)
		changed := 0
		d.everyField(func(field string) {
			before := d.app.desk.Record
			d.kind(" furthermore")
			d.press("enter")
			c := model.Diff("", before, d.app.desk.Record)
			for _, r := range c.Rows {
				if r.Before == nil {
					if r.Table != model.Attendees && r.Table != model.Artefacts { // a person or link by another name
						t.Errorf("%s, %s: a row was added: %+v", at, field, r.After)
					}
					continue
				}
				was, now := reflect.ValueOf(r.Before), reflect.ValueOf(r.After)
				for i := range was.NumField() {
					a, b := was.Field(i), now.Field(i)
					if a.Kind() != reflect.String || a.String() == b.String() {
						continue
					}
					want := strings.TrimSpace(a.String() + " furthermore")
					if field == "Teaches" { // who teaches it stands behind the words
						want = strings.TrimSuffix(want, "furthermore") + "@dmitri furthermore"
					}
					if name := was.Type().Field(i).Name; b.String() != want && !isLink(name) {
						t.Errorf("%s, %s: %s became %q from %q", at, field, name, b.String(), a.String())
					}
					changed++
				}
			}
			for _, r := range c.Rows {
				for i := range reflect.ValueOf(r.After).NumField() {
					f := reflect.ValueOf(r.After).Field(i)
					if f.Kind() == reflect.String && role.MatchString(f.String()) {
						t.Errorf("%s, %s: a role is recorded: %q", at, field, f.String())
					}
				}
			}
			for d.app.line.Undo() { // what was not understood
			}
			for len(d.app.panels) > 0 {
				d.press("esc")
			}
			if d.press("esc"); len(c.Rows) > 0 {
				d.press("u")
			}
		})
		if changed < 2 {
			t.Errorf("%s: only %d texts were changed", at, changed)
		}
	}
}

// isLink tells that a field leads to another row.
func isLink(name string) bool {
	return strings.Contains(" Owner Facilitator NoteTaker Attendee Artefact Lines ReadBack ", " "+name+" ")
}

func TestWordsThatWaitFollowWhenNamesAreTurnedOffAndOn(t *testing.T) {
	path := filepath.Join(t.TempDir(), "debrief.db")
	s := openStore(t, path)
	p := sample.Postmortem(time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC))
	save(t, s, p)
	at := screen.Place{Screen: screen.Timeline, Postmortem: p.Header.ID}
	d := driverOn(t, s, at)
	d.kind(">@ben Chao Lin called")
	d.press("esc", "r")
	d.want("names off", ">@b Analyst\u00a0C called")
	d.unnamed("the line")
	d.elapse()
	drafts := halfTyped(t, d.store, p.Header.ID)
	if len(drafts) != 1 || drafts[0].Text != ">@ben Chao Lin called" {
		t.Errorf("on disk waits %+v", drafts)
	}

	// Another window begins with names off, and has the words.
	two := driverOn(t, openStore(t, path), at)
	two.want("names off", ">@b Analyst\u00a0C called")
	two.press("esc", "r")
	two.want(">@ben Chao Lin called")

	d.sees()
	d.want("names off", ">@b Analyst\u00a0C called")
	d.press("r")
	d.want(">@ben Chao Lin called")
	d.press("r", "i", "enter")
	if got := only(t, p.Accounts, d.record().Accounts); got.Text != "Chao Lin called" || got.Attendee != sample.ID("ben") {
		t.Errorf("recorded is %+v", got)
	}
	d.unnamed("afterwards")
}

// halfTyped is the drafts of a record, without what the windows keep of their own.
func halfTyped(t *testing.T, s desk.Store, id model.ID) []model.Draft {
	t.Helper()
	drafts, err := s.Drafts(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(drafts, func(d model.Draft) bool { return d.Place == "window" })
}

func TestNamesAndTheRoomAreTheMatterOfAWindow(t *testing.T) {
	one, two := twoWindows(t)
	id, log := one.app.desk.ID(), one.app.desk.Seq
	one.press("esc", "r")
	one.share()
	one.want("PRIVATE", "names off")
	two.sees()
	for _, mark := range []string{"PRIVATE", "names off"} {
		if strings.Contains(two.text(), mark) {
			t.Errorf("the other window says %s", mark)
		}
	}
	if p := one.record(); p.Header.NamesOff || p.Header.Unshared || one.app.desk.Seq != log {
		t.Errorf("it is in the record, or the log grew from %d to %d", log, one.app.desk.Seq)
	}

	// A start again is safe: names stay off, and nothing private comes up by itself.
	again := driverOn(t, one.store, screen.Place{Screen: screen.Timeline, Postmortem: id})
	again.want("names off")
	if strings.Contains(again.text(), "PRIVATE") {
		t.Error("a private screen came up by itself")
	}
	again.press("esc", "r")
	third := driverOn(t, one.store, screen.Place{Screen: screen.Timeline, Postmortem: id})
	if third.app.desk.Names() != nil {
		t.Error("names that were turned on again are off")
	}
	if drafts, _ := one.store.Drafts(t.Context(), id); len(drafts) != 0 {
		t.Errorf("the windows that have ended leave %+v", drafts)
	}
}

// Earlier versions kept both in the record: there they stay as they are.
func TestWhatARecordSaysOfNamesAndOfTheRoomStaysInIt(t *testing.T) {
	p := sample.Postmortem(time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC))
	p.Header.NamesOff, p.Header.Unshared = true, true
	d := recordDriver(t, p, screen.Timeline)
	d.want("names off")
	if d.app.desk.Private() {
		t.Error("a private screen came up by itself")
	}
	d.press("esc", "r", "i")
	d.kind("15:01 Omar Haddad looked")
	d.press("enter")
	d.want("saved", "Omar Haddad looked")
	if h := d.record().Header; !h.NamesOff || !h.Unshared {
		t.Errorf("the record was changed: %+v", h)
	}
}

func TestARoleIsRecordedInNoLabelAndNoNewRow(t *testing.T) {
	d := recordDriver(t, talkative(t), screen.Learning)
	d.press("esc", "home", "i")
	d.kind(">@b")
	d.press("enter")
	d.want("Said by Responder\u00a0B")
	entries, err := d.store.History(t.Context(), d.app.desk.ID())
	if err != nil {
		t.Fatal(err)
	}
	if got, want := entries[len(entries)-1].Change.Label, "Said by Dmitri Volkov"; got != want {
		t.Errorf("the history says %q, want %q", got, want)
	}
	before := d.record().Learnings
	d.kind("Responder B and @a saw it first")
	d.press("enter")
	if got, want := only(t, before, d.record().Learnings).Text, "Dmitri Volkov and @zahra saw it first"; got != want {
		t.Errorf("recorded is %q, want %q", got, want)
	}
	d.want("Responder\u00a0B and @a saw it first")
	d.press("esc", "u")
	d.want("Taken back:")
	d.press("u")
	d.want("Taken back: Said by Responder\u00a0B")
	d.unnamed("taken back")
}

func TestTurningNamesOffIsNoEditAndKeepsTheLine(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	d.kind("half a line")
	d.press("esc", "r")
	d.want("names off", "half a line", "Names are off")
	d.press("u")
	if d.app.desk.Names() == nil {
		t.Error("a step back shows names")
	}
	d.press("ctrl+k")
	d.kind("share")
	d.press("esc")
	d.app.command(keymap.ShareScreen)
	d.want("PRIVATE   names off", "half a line")
	d.press("r")
	if d.app.desk.Names() != nil || strings.Contains(d.text(), "names off") {
		t.Error("names stay off")
	}
}

func TestThePageHasAChoiceOfItsOwn(t *testing.T) {
	d := recordDriver(t, talkative(t), screen.Close)
	var page string
	d.app.options.WriteFile = func(_ string, b []byte, _ bool) error { page = string(b); return nil }
	d.app.options.ReviewsDir = t.TempDir()
	write := func() string {
		d.press("esc", "v", "enter", "enter")
		return page
	}
	d.press("esc", "v")
	d.want("the file has them")
	d.unnamed("the preview")
	d.press("esc")
	if !strings.Contains(write(), "Rafael Costa") {
		t.Error("the page names nobody")
	}
	d.app.command(keymap.PageNames)
	d.press("esc", "v")
	d.want("Preview of the page, Markdown")
	d.press("esc")
	if got := write(); strings.Contains(got, "Rafael") || !strings.Contains(got, "Responder F") || !strings.Contains(got, "Quentin Ostrow, by") {
		t.Errorf("the page without names is\n%s", got)
	}
}

func TestAPersonOfWhomNoNameIsDrawnIsNotRenamed(t *testing.T) {
	d := recordDriver(t, talkative(t), screen.Attendees)
	d.press("esc", "home", "e")
	d.want("Responder\u00a0A; its names can be changed while names are on", "Team")
	if strings.Contains(d.text(), "Handle") {
		t.Errorf("the form has the names:\n%s", d.text())
	}
	d.press("esc", "i")
	before := d.record().Attendees
	d.kind("Jo Brandt @jo support #aff")
	d.press("tab", "enter")
	d.want("Affected\u00a0I", "@i")
	if got := only(t, before, d.record().Attendees); got.Name != "Jo Brandt" || got.Handle != "jo" || got.Seat != 9 {
		t.Errorf("recorded is %+v", got)
	}
}

func TestHomeListsTheRecordThatWasLeftWithoutNames(t *testing.T) {
	p := talkative(t)
	for i := range p.Countermeasures {
		p.Countermeasures[i].By = model.Date{Year: 2026, Month: 3, Day: 2}
	}
	d := recordDriver(t, p, screen.Timeline)
	d.press("esc", "g", "0")
	d.want("Responder\u00a0A and Responder\u00a0B, Ch", "Overdue   Responder\u00a0A")
	for _, row := range d.rows() {
		if name := someName.FindString(row); name != "" {
			t.Errorf("home names %s:\n%s", name, d.text())
		}
	}
}

func TestTheInvitationIsCopiedWithNamesAndShownWithout(t *testing.T) {
	d := recordDriver(t, talkative(t), screen.Open)
	var written string
	d.app.options.WriteFile = func(_ string, b []byte, _ bool) error { written = string(b); return nil }
	d.does(func() { d.app.command(keymap.Invite) })
	d.app.holdField()
	d.want("shown without names; the copy has them", "Moderator\u00a0G leads the talk")
	d.unnamed("the invitation")
	d.kind("invitation.txt")
	d.press("enter")
	if !strings.Contains(written, "Eszter Nagy leads the talk") {
		t.Errorf("written is\n%s", written)
	}
}

func TestWhoTakesOverSeesRolesAndNoPrivateNote(t *testing.T) {
	d := recordDriver(t, talkative(t), screen.Learning)
	d.press("esc", "home", "i")
	d.kind(">@b")
	d.press("enter", "esc", "y")
	d.kind(secret)
	d.press("esc", "esc", "h")
	d.want("You are here", "Said by Responder\u00a0B")
	d.unnamed("you are here")
	d.unseen("you are here")
	d.kind("@b")
	d.want("Responder\u00a0B leads the talk")
	d.press("enter")
	if got := d.record().Header.Facilitator; got != sample.ID("ben") {
		t.Errorf("%s leads the talk, want Dmitri", got)
	}
}
