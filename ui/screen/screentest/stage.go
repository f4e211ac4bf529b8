// Package screentest holds a screen with a record behind it, as the frame does: for tests of
// screens. Edits are made, the record is shown again and the row they name is marked; nothing is
// saved, and time stands still.
package screentest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"debrief/model"
	"debrief/model/edit"
	"debrief/model/names"
	"debrief/model/prompt"
	"debrief/model/sample"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/theme"
)

// Stage is a screen and the part of the frame that it needs.
type Stage struct {
	screen.Screen
	T      testing.TB
	Record model.Postmortem
	Index  *model.Index // what the screen was shown

	// Whole shows the whole record, not what the room may see of it.
	Whole   bool
	Waiting map[screen.Key]string // what was typed into fields and is not recorded
	Unsaved map[model.ID]bool     // rows that are not on disk

	Out     screen.Outcome // of the last Enter or command
	Said    string         // "Done ..." or "Check ...", as the row "Reads" says it
	Check   string         // what "Check" says alone
	Refused error          // of its edit
	Edits   int            // edits that changed something

	name screen.Name
	keys *keymap.Table
}

// Now is Thursday 19 March 2026, 14:55 in Berlin: the sample incident is a week ago.
func Now() time.Time {
	return time.Date(2026, time.March, 19, 14, 55, 0, 0, time.FixedZone("CET", 3600))
}

// Sample is the sample incident on that day.
func Sample() model.Postmortem { return sample.Postmortem(Now()) }

// New is a screen that shows the record in so many columns and rows, in the dark theme without
// signs beyond ASCII. It returns the screen itself too, for what the contract does not name.
func New[S screen.Screen](t testing.TB, name screen.Name, make func(screen.Env) S, p model.Postmortem, width, height int) (*Stage, S) {
	t.Helper()
	look, err := theme.Choose(theme.Dark, true, theme.ASCII())
	if err != nil {
		t.Fatal(err)
	}
	keys, err := keymap.New(keymap.Default())
	if err != nil {
		t.Fatal(err)
	}
	ids := 0
	newID := func() model.ID { ids++; return sample.ID(fmt.Sprint("new ", ids)) }
	st := &Stage{T: t, name: name, keys: keys, Waiting: map[screen.Key]string{}, Unsaved: map[model.ID]bool{}}
	waits := func(field screen.Key) (string, bool) { text, ok := st.Waiting[field]; return text, ok }
	s := make(screen.Env{
		Theme: look, Keys: keys, Now: Now, NewID: newID, Editor: edit.Editor{NewID: newID, Now: Now},
		Pending: waits, Typed: waits, Unseen: func(screen.Key) bool { return false },
		Unsaved: func(id model.ID) bool { return st.Unsaved[id] },
	})
	st.Screen = s
	s.Resize(width, height)
	st.Hand(p)
	return st, s
}

// Zone is the zone of the sample incident.
func Zone(t testing.TB) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation(sample.Zone)
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

// Hand shows a record, as after an undo or a reload.
func (s *Stage) Hand(p model.Postmortem) {
	s.Record = p
	if !s.Whole {
		p = names.For(p, model.ForRoom)
	}
	s.Index = model.NewIndex(p)
	s.Index.Zone = Zone(s.T)
	s.Show(s.Index)
}

// Apply does what the frame does with an outcome.
func (s *Stage) Apply(o screen.Outcome) {
	s.T.Helper()
	s.Out, s.Said, s.Check, s.Refused = o, "", string(o.Check), nil
	if o.Check != "" {
		s.Said = "Check " + s.Check
	}
	if o.Edit != nil {
		delete(s.Waiting, s.Field().Key)
		after, mark, err := o.Edit.Apply(s.Record)
		if err != nil {
			s.Said, s.Check, s.Refused = "Check "+err.Error(), err.Error(), err
			return
		}
		if !model.Diff(o.Edit.Label, s.Record, after).IsEmpty() {
			s.Edits++
			if problems := model.Check(after); len(problems) > 0 {
				s.T.Errorf("the record is not sound after %q: %v", o.Edit.Label, problems)
			}
		}
		s.Said = "Done " + o.Edit.Label
		s.Hand(after)
		if mark != "" {
			s.Goto(screen.Place{Row: mark})
		}
	}
	if o.Done != "" {
		s.Said = "Done " + string(o.Done)
	}
	if o.Goto != nil && o.Goto.Screen == s.name {
		s.Goto(*o.Goto)
	}
}

// Mark marks a row of the sample by its name, such as "ben" or "pool".
func (s *Stage) Mark(name string) *Stage {
	s.Goto(screen.Place{Row: sample.ID(name)})
	return s
}

// Type types the text into the line and presses Enter.
func (s *Stage) Type(text string) *Stage {
	s.T.Helper()
	s.Apply(s.Enter(text))
	return s
}

// Off is why a command has no use here and now, "" where it has.
func (s *Stage) Off(c keymap.Command) string { return string(s.Commands().Off(c, s.keys)) }

// Do is what a command asks for.
func (s *Stage) Do(c keymap.Command) screen.Outcome { return s.Commands().Do(c, s.keys) }

// Command runs a command of the key map.
func (s *Stage) Command(c keymap.Command) *Stage {
	s.T.Helper()
	s.Apply(s.Do(c))
	return s
}

// Marked returns the marked row of the record; it fails the test where another kind is marked.
func Marked[R model.Row](s *Stage) R {
	s.T.Helper()
	row, _ := s.Record.Row(s.Marked().Table, s.Marked().ID)
	r, ok := row.(R)
	if !ok {
		s.T.Fatalf("marked is %+v, not a %T", s.Marked(), r)
	}
	return r
}

// Reads is what the row "Reads" says of the text with the cursor at its end.
func (s *Stage) Reads(text string) string { return string(s.Read(text, len(text)).Words) }

// Footer is the words of the commands in the footer; those of the key map are in brackets.
func (s *Stage) Footer(typing bool) string {
	var words []string
	for _, h := range s.Hints(typing) {
		if h.Word == "" {
			words = append(words, "["+string(h.Command)+"]")
		} else {
			words = append(words, string(h.Word))
		}
	}
	return strings.Join(words, ", ")
}

// Ask is the question that the screen asks first, of those that debrief starts with.
func (s *Stage) Ask() safe.Text {
	s.T.Helper()
	table, err := prompt.New(nil)
	if err != nil {
		s.T.Fatal(err)
	}
	return safe.Line(prompt.NewAsker(table).Ask(prompt.Place{Phase: s.name.Phase()}, s.Scene(), prompt.Line{}))
}

// Text is the body without colours, and without the blanks at the end of its rows.
func (s *Stage) Text() string { return Text(s.Body()) }

// Text is drawn rows without colours, and without the blanks at the end of each.
func Text(rows []string) string {
	plain := make([]string, len(rows))
	for i, row := range rows {
		plain[i] = strings.TrimRight(ansi.Strip(row), " ")
	}
	return strings.Join(plain, "\n")
}

// Drawing is an expected screen as it stands in a test, between two line breaks.
func Drawing(rows string) string { return strings.Trim(rows, "\n") }

// Want fails the test where two texts differ.
func (s *Stage) Want(what, got, want string) {
	s.T.Helper()
	if got != want {
		s.T.Errorf("%s: got\n%s\nwant\n%s", what, got, want)
	}
}
