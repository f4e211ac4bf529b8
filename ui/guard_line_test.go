package ui

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"debrief/model/sample"
	"debrief/ui/entry"
	"debrief/ui/keymap"
	"debrief/ui/screen"
)

// lookedThrough are the lines in which the guard marks words while they are typed.
const lookedThrough = `close: Row, Told, Try next
countermeasures: New
countermeasures form: Closing, Declined, Done when, Idea, Result, What
discretion: Card, Cue, Goal, Known, Needed, Options, Pressure, Sensible, Teaches
guard: Fact, Idea, Reason
learning: Learning
learning form: Answer, Seen, What
notes form: Attendees, Note
open: Contacts, Detected by, Impact, In short, Measure, Signal, Summary, Title
timeline: Event
timeline form: Account, Note, What`

// notLookedThrough take no sentences: names, times, addresses, file names, numbers and choices.
const notLookedThrough = `all-questions: Find
attendees: Person
attendees form: First time, Handle, Here, Name, Other names, Roles, Team
close: Hands, Publish
commands: Command
countermeasures form: By, Condition, Done on, Kind, Owner, Private, Rest until, Row, Said by, State, Tested, Ticket
guard: Who
help: Find
invite: File
learning form: By, Kind, Private, Row, Who
open: Began, Declared, Detected, Facilitator, Kind, Meeting, Mitigated, Note-taker, Noticed, Owner, Resolved, Severity, Status, Systems, Tags, Time zone, Where, Word for it
preview: File
timeline form: Evidence, Kind, Known, When`

func TestTheGuardLooksThroughLinesThatTakeSentencesAlone(t *testing.T) {
	p := sample.Postmortem(time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC))
	d := recordDriver(t, p, screen.Timeline)
	d.share()
	fields := map[bool]map[string]map[string]bool{true: {}, false: {}} // looked through, place, label
	ask := func(place string, f screen.Field) {
		_, prose := d.app.prose("words")
		if fields[prose][place] == nil {
			fields[prose][place] = make(map[string]bool)
		}
		fields[prose][place][string(f.Label)] = true
	}
	form := func(place string) {
		form, ok := d.app.front().(*entry.Form)
		if !ok {
			return
		}
		for range 30 {
			f, _ := form.Field()
			ask(place+" form", f)
			form.Move(screen.Down)
		}
		d.app.closePanel()
	}
	visit := func(at screen.Name) {
		d.does(func() { d.app.goTo(screen.Place{Screen: at, Postmortem: p.Header.ID}) })
		s := d.app.current()
		s.Move(screen.First)
		for range 60 {
			ask(string(at), s.Field())
			if f := s.Commands().Do(keymap.Open, d.app.keys).Open; f != nil {
				d.app.openPanel(f)
				form(string(at))
			}
			s.Move(screen.Down)
		}
		d.app.run(keymap.PrivateNote, "")
		form("notes")
	}
	for _, at := range []screen.Name{screen.Open, screen.Attendees, screen.Discretion, screen.Learning, screen.Countermeasures, screen.Close, screen.Timeline} {
		visit(at)
	}
	panel := func(name string, keys ...string) {
		d.press(keys...)
		f, own := d.app.front().Field()
		if !own {
			t.Fatalf("%s has no field", name)
		}
		ask(name, f)
	}
	d.kind(ifWeHad)
	d.press("enter")
	panel("guard", "tab")
	panel("guard", "tab")
	panel("guard", "down", "tab")
	panel("guard", "down", "tab")
	d.press("esc", "esc", "ctrl+u")
	for _, c := range []keymap.Command{keymap.Commands, keymap.AllQuestions, keymap.Help, keymap.Preview, keymap.Invite} {
		d.does(func() { d.app.command(c) })
		panel(string(c))
		d.app.closePanel()
	}
	if got := list(fields[true]); got != lookedThrough {
		t.Errorf("looked through are\n%s\nwant\n%s", got, lookedThrough)
	}
	if got := list(fields[false]); got != notLookedThrough {
		t.Errorf("not looked through are\n%s\nwant\n%s", got, notLookedThrough)
	}
}

// list is a row a place with the labels of its fields.
func list(fields map[string]map[string]bool) string {
	var rows []string
	for _, place := range slices.Sorted(maps.Keys(fields)) {
		rows = append(rows, fmt.Sprintf("%s: %s", place, strings.Join(slices.Sorted(maps.Keys(fields[place])), ", ")))
	}
	return strings.Join(rows, "\n")
}
