// Package home is the list of post-mortems: what to carry on with, what is overdue, and a new
// one with the title that is typed.
package home

import (
	"fmt"
	"strings"

	"debrief/model"
	"debrief/model/prompt"
	"debrief/ui/entry"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/widget"
)

// A row is a post-mortem, or one of the things that home offers.
type row struct {
	id    model.ID
	offer offer
}

type offer int

const (
	none offer = iota
	sample
	newOne
	readFile
)

// Screen is home.
type Screen struct {
	env           screen.Env
	width, height int

	list   []model.Summary
	dues   []model.Due
	today  model.Date
	loaded bool
	words  string // what the line holds; it narrows the list
	shown  []model.Summary
	folded []string // titles in lower case, for narrowing
	rows   *widget.Slice[row]
	marks  widget.List[row]
	// The post-mortems scroll by themselves: the offers below them stay in sight.
	ids      *widget.Slice[model.ID]
	scrolled widget.List[model.ID]
	drawn    widget.Rows[row]
	making   bool // a post-mortem was asked for that is not in the list yet

	commands screen.Commands
}

// New returns home, empty until Load.
func New(env screen.Env) *Screen {
	s := &Screen{env: env}
	s.commands = s.newCommands()
	s.narrow("")
	return s
}

// Commands are the commands of this screen.
func (s *Screen) Commands() screen.Commands { return s.commands }

// Load hands over the lists. A post-mortem that was made here is marked when it comes back.
func (s *Screen) Load(list []model.Summary, dues []model.Due, today model.Date) {
	if s.making {
		s.making = false
		s.markNew(list)
	}
	s.list, s.dues, s.today, s.loaded = list, dues, today, true
	s.folded = make([]string, len(list))
	for i, l := range list {
		s.folded[i] = strings.ToLower(l.Title + " " + string(l.Kind) + " " + l.Date.String() + " " + l.Unreadable)
	}
	s.drawn.Forget()
	s.narrow(s.words)
}

// markNew marks the first post-mortem that was not in the list before.
func (s *Screen) markNew(list []model.Summary) {
	known := make(map[model.ID]bool, len(s.list))
	for _, l := range s.list {
		known[l.ID] = true
	}
	for _, l := range list {
		if !known[l.ID] {
			s.marks.Mark(row{id: l.ID})
			return
		}
	}
}

// first tells that there is no post-mortem yet, so that the screen explains itself.
func (s *Screen) first() bool { return s.loaded && len(s.list) == 0 }

// narrow keeps the post-mortems that hold every word. With none left, the offer to make a new
// one is marked, so Enter makes it.
func (s *Screen) narrow(words string) {
	s.words = words
	fields := strings.Fields(strings.ToLower(words))
	s.shown = s.shown[:0]
	for i, l := range s.list {
		if holdsAll(s.folded[i], fields) {
			s.shown = append(s.shown, l)
		}
	}
	rows := make([]row, 0, len(s.shown)+3)
	ids := make([]model.ID, len(s.shown))
	for i, l := range s.shown {
		ids[i] = l.ID
		rows = append(rows, row{id: l.ID})
	}
	s.ids = widget.NewSlice(ids)
	rows = append(rows, row{offer: sample})
	if s.first() {
		rows = append(rows, row{offer: readFile})
	} else {
		rows = append(rows, row{offer: newOne})
	}
	s.rows = widget.NewSlice(rows)
	switch {
	case len(s.shown) == 0 && strings.TrimSpace(words) != "":
		s.marks.Mark(row{offer: newOne})
	case len(s.shown) > 0 && strings.TrimSpace(words) != "":
		if m, _, ok := s.marks.Marked(s.rows); !ok || m.id == "" {
			s.marks.Mark(rows[0])
		}
	}
}

func holdsAll(text string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// Line is row 2: how many post-mortems there are, and what waits.
func (s *Screen) Line() safe.Text {
	switch {
	case !s.loaded:
		return ""
	case len(s.list) == 0:
		return "no post-mortem yet"
	}
	parts := []string{count(len(s.list), "post-mortem")}
	overdue, resting := 0, 0
	for _, d := range s.dues {
		if d.Resting {
			resting++
		} else {
			overdue++
		}
	}
	if overdue > 0 {
		parts = append(parts, count(overdue, "countermeasure")+" overdue")
	}
	if resting > 0 {
		parts = append(parts, count(resting, "idea")+" ready to decide")
	}
	return safe.Line(strings.Join(parts, "   "))
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// Show has nothing to show of a record.
func (s *Screen) Show(*model.Index) {}

// Goto marks a post-mortem.
func (s *Screen) Goto(p screen.Place) {
	if p.Row != "" {
		s.marks.Mark(row{id: p.Row})
	}
}

// Resize gives the size of the body.
func (s *Screen) Resize(width, height int) {
	s.width, s.height = width, height
	s.drawn.Forget()
}

// Position is the rows that are shown, of the post-mortems there are.
func (s *Screen) Position() safe.Text {
	if len(s.list) == 0 {
		return ""
	}
	first, last := s.window()
	if first >= last {
		return safe.Line(fmt.Sprintf("0 of %d", len(s.list)))
	}
	return safe.Line(fmt.Sprintf("%d-%d of %d", first+1, last, len(s.shown)))
}

// Scene is whether there is a post-mortem to carry on with.
func (s *Screen) Scene() prompt.Scene {
	if s.first() {
		return prompt.Holding(prompt.FirstStart)
	}
	return prompt.Scene{}
}

// Field is the title of a new post-mortem, or the path of a file to read.
func (s *Screen) Field() screen.Field {
	if m, _, ok := s.marks.Marked(s.rows); ok && m.offer == readFile {
		return screen.NewField("file", "File")
	}
	return screen.NewField("title", "Title")
}

// Marked returns the marked post-mortem.
func (s *Screen) Marked() screen.Row {
	m, _, _ := s.marks.Marked(s.rows)
	return screen.Row{Table: model.Headers, ID: m.id}
}

// Move moves the mark; it goes round, so that one step up from the top is "+ New".
func (s *Screen) Move(to screen.Move) {
	switch to {
	case screen.Up:
		s.marks.Turn(s.rows, -1)
	case screen.Down:
		s.marks.Turn(s.rows, 1)
	default:
		screen.Step(&s.marks, s.rows, to, s.listHeight())
	}
}

// Click marks what is drawn there.
func (s *Screen) Click(at int) {
	if r, ok := s.rowAt(at); ok {
		s.marks.Mark(r)
	}
}

// Find marks the next post-mortem that holds the words.
func (s *Screen) Find(words string) safe.Text {
	fields := strings.Fields(strings.ToLower(words))
	if len(fields) == 0 {
		return "type words to find; Enter goes to the next match"
	}
	_, at, _ := s.marks.Marked(s.rows)
	for i := range s.shown {
		l := s.shown[(at+i)%len(s.shown)]
		if holdsAll(strings.ToLower(l.Title), fields) {
			s.marks.Mark(row{id: l.ID})
			return safe.Line("found: " + l.Title)
		}
	}
	return safe.Line("no post-mortem holds these words; Esc goes back")
}

// Read says what Enter does; typing narrows the list.
func (s *Screen) Read(text string, _ int) screen.Reading {
	m, _, _ := s.marks.Marked(s.rows)
	if m.offer == readFile {
		return screen.Reading{Words: "Enter reads the JSON export at this path"}
	}
	if text != s.words {
		s.narrow(text)
		m, _, _ = s.marks.Marked(s.rows)
	}
	switch {
	case m.offer == newOne && strings.TrimSpace(text) == "":
		return screen.Reading{Words: "type a title, then Enter makes the post-mortem"}
	case m.offer == newOne, s.first() && strings.TrimSpace(text) != "":
		return screen.Reading{Words: "Enter makes this post-mortem and opens it"}
	case m.offer == sample:
		return screen.Reading{Words: "Enter opens a sample incident; nothing of it is kept"}
	case strings.TrimSpace(text) != "":
		return screen.Reading{Words: "Enter opens the marked row; Up from the top makes a new one"}
	}
	return screen.Reading{Words: "Enter opens the marked row; words find rows or name a new one"}
}

// Enter opens the marked post-mortem, or does what the marked offer says.
func (s *Screen) Enter(text string) screen.Outcome {
	s.narrow(text)
	m, _, ok := s.marks.Marked(s.rows)
	title := strings.TrimSpace(text)
	switch {
	case ok && m.offer == readFile && title != "":
		s.making = true
		return screen.Outcome{Run: screen.Import, Text: title}
	case ok && m.offer == readFile:
		return screen.Outcome{Check: "type the path of a JSON export, such as ~/review.json"}
	case s.first() && title != "", m.offer == newOne && title != "":
		s.making = true
		return screen.Outcome{Run: screen.NewRecord, Text: title}
	case m.offer == newOne:
		return screen.Outcome{Check: "a post-mortem needs a title; type what happened in a few words"}
	case m.offer == sample:
		return screen.Outcome{Run: screen.Sample}
	case m.id != "":
		return screen.Outcome{Goto: &screen.Place{Postmortem: m.id}}
	}
	return screen.Outcome{}
}

// newCommands are the commands that home has.
func (s *Screen) newCommands() screen.Commands {
	turn := func(by int) func() screen.Outcome {
		return func() screen.Outcome { s.marks.Turn(s.rows, by); return screen.Outcome{} }
	}
	return append(screen.Never("open the post-mortem first; from there it can be deleted", keymap.Remove), screen.Commands{
		{Name: keymap.Open, Do: func() screen.Outcome { return s.Enter(s.words) }},
		{Name: keymap.Next, Do: turn(1)},
		{Name: keymap.Previous, Do: turn(-1)},
		{Name: keymap.ReadFile, Do: func() screen.Outcome { return screen.Outcome{Open: s.askForFile()} }},
	}...)
}

// Hints are the keys of home.
func (s *Screen) Hints(typing bool) []screen.Hint {
	if !typing {
		return []screen.Hint{{Command: keymap.Type}, {Command: keymap.Open}, {Command: keymap.Down}, {Command: keymap.Find}, {Command: keymap.Quit}, {Command: keymap.Help}}
	}
	enter := screen.Hint{Command: keymap.Enter, Word: "open"}
	m, _, _ := s.marks.Marked(s.rows)
	if m.offer == newOne || (s.first() && s.words != "") {
		enter.Word = "make it"
	}
	if m.offer == readFile {
		enter.Word = "read it"
	}
	return []screen.Hint{enter, {Command: keymap.Down, Word: "row"}, {Command: keymap.Back, Word: "commands"},
		{Command: keymap.Commands, Word: "all"}, {Command: keymap.Help}, {Command: keymap.Leave}}
}

// askForFile is a form of one field: the path of the export to read.
func (s *Screen) askForFile() screen.Panel {
	return entry.NewForm(s.env, entry.FormSpec{
		Title:  "Read a JSON export",
		Row:    "file",
		Fields: []entry.FormField{{Key: "path", Label: "File", Hint: "the path of a JSON export"}},
		Record: func(values map[string]string) screen.Outcome {
			path := strings.TrimSpace(values["path"])
			if path == "" {
				return screen.Outcome{Check: "type the path of a JSON export, such as ~/review.json"}
			}
			s.making = true
			return screen.Outcome{Run: screen.Import, Text: path}
		},
	})
}
