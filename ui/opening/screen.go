// Package opening is the screen of the phase Open: what is reviewed, who does what today, and
// the times that tell the course of the incident, a field a row.
package opening

import (
	"fmt"
	"slices"
	"strings"

	"debrief/model"
	"debrief/model/capture"
	"debrief/model/meeting"
	"debrief/model/prompt"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/widget"
)

// Screen is the phase Open.
type Screen struct {
	env           screen.Env
	width, height int

	x       *model.Index
	context capture.Context
	fields  *widget.Slice[model.Field]
	marks   widget.List[model.Field]
	drawn   widget.Rows[model.Field]
	finder  screen.Finder[model.Field]
	names   int      // cells of the longest name, with its gap
	came    model.ID // the record for which the first empty field was marked

	above   []string // drawn: what stands above the fields
	reading reading

	commands screen.Commands
}

// New returns the screen.
func New(env screen.Env) *Screen {
	fields := slices.DeleteFunc(model.Fields(), func(f model.Field) bool {
		return f == model.FieldPublishTo || f == model.FieldTold // they belong to Close
	})
	s := &Screen{env: env, fields: widget.NewSlice(fields)}
	s.commands = s.newCommands()
	for _, f := range fields {
		s.names = max(s.names, safe.Width(safe.Line(string(f)))+2)
	}
	s.finder = screen.Finder[model.Field]{
		Prompt: "type words to find; Enter goes to the next match",
		Text:   func(f model.Field) string { return string(f) + " " + s.text(f) },
		Name:   func(f model.Field) safe.Text { return safe.Line(string(f)) },
	}
	return s
}

// Commands are the commands of this screen.
func (s *Screen) Commands() screen.Commands { return s.commands }

// Show hands over the record. On coming to a record the first empty field is marked.
func (s *Screen) Show(x *model.Index) {
	s.x = x
	s.drawn.Forget()
	s.finder.Forget()
	s.context = capture.Context{Phase: model.PhaseOpen, Now: s.env.Now(), Zone: x.Zone, People: capture.PeopleOf(x)}
	if began := x.Milestone(model.Began); !began.IsZero() {
		s.context.Day = model.DateOf(began.At.In(x.Zone))
		s.context.Marked = began.At
	}
	if s.came != x.Header.ID {
		s.came = x.Header.ID
		s.reading.open = false
		if lacks := meeting.Lacks(x, model.PhaseOpen); len(lacks) > 0 {
			s.marks.Mark(model.Field(lacks[0].Field))
		} else {
			s.marks.Home(s.fields)
		}
	}
	s.layAbove()
	if s.reading.open {
		s.paginate()
	}
}

// Goto marks a field.
func (s *Screen) Goto(p screen.Place) {
	s.reading.open = s.reading.open && p.Field == "" && p.Row == ""
	if p.Field != "" {
		s.marks.Mark(model.Field(p.Field))
	} else if kind := model.MilestoneKind(p.Row); slices.Contains(model.MilestoneKinds(), kind) {
		for _, f := range model.Fields() {
			if k, ok := f.Milestone(); ok && k == kind {
				s.marks.Mark(f)
			}
		}
	}
}

// Resize gives the size of the body.
func (s *Screen) Resize(width, height int) {
	s.width, s.height = width, height
	s.drawn.Forget()
	s.layAbove()
	if s.reading.open {
		s.paginate()
	}
}

func (s *Screen) field() model.Field {
	f, _, _ := s.marks.Marked(s.fields)
	return f
}

// Position is which fields are shown.
func (s *Screen) Position() safe.Text {
	if s.reading.open {
		return s.readingPosition()
	}
	if s.fieldRows() >= s.fields.Len() {
		return ""
	}
	first, last := s.window()
	return safe.Line(fmt.Sprintf("%d-%d of %d", first+1, last, s.fields.Len()))
}

// Scene is the marked field. While the words are read out and the signal is agreed on, the
// questions are those of the beginning.
func (s *Screen) Scene() prompt.Scene {
	if s.reading.open && s.x.Header.DriftSignal != "" {
		return prompt.Holding()
	}
	return prompt.Holding(prompt.Field(s.field()))
}

// Field is the marked field with what is recorded in it.
func (s *Screen) Field() screen.Field {
	f := s.field()
	held := screen.Field{Key: screen.Key{Field: string(f)}, Label: label(f), Body: f.Body()}
	if s.x != nil && len(f.Choices()) == 0 {
		held.Text = s.text(f)
	}
	if s.x != nil {
		held.At = s.x.ProseAt(f)
	}
	return held
}

// text is what the line holds of a field: a time with its date, in the record's zone.
func (s *Screen) text(f model.Field) string {
	if kind, ok := f.Milestone(); ok {
		return s.x.Milestone(kind).Full(s.x.Zone)
	}
	if f == model.FieldMeeting {
		return s.meetingText(s.x.Meeting().PlannedAt)
	}
	return s.x.Postmortem.Field(f)
}

// Marked is the post-mortem itself: an idea said here hangs on no row.
func (s *Screen) Marked() screen.Row { return screen.Row{} }

// Move moves the mark, or turns the pages of the words to read out.
func (s *Screen) Move(to screen.Move) {
	if s.reading.open {
		s.turn(to)
		return
	}
	screen.Step(&s.marks, s.fields, to, s.fieldRows())
}

// Click marks the field that is drawn there.
func (s *Screen) Click(row int) {
	if s.reading.open {
		return
	}
	first, last := s.window()
	if i := first + row - len(s.above); row >= len(s.above) && i < last {
		s.marks.Mark(s.fields.Key(i))
	}
}

// Find marks the next field that holds the words.
func (s *Screen) Find(words string) safe.Text {
	s.reading.open = false
	return s.finder.Find(&s.marks, s.fields, words)
}

// Read says how the text fills the marked field.
func (s *Screen) Read(text string, _ int) screen.Reading {
	f := s.field()
	if s.x == nil {
		return screen.Reading{}
	}
	if choices := f.Choices(); len(choices) > 0 {
		return s.readChoice(f, choices, text)
	}
	if text == s.text(f) && s.reading.open {
		return screen.Reading{Words: s.readingWords()}
	}
	if text == s.text(f) {
		return screen.Reading{Words: "Enter goes to " + safe.Line(string(s.nextMissing(f)))}
	}
	if strings.TrimSpace(text) == "" {
		return screen.Reading{Words: safe.Line("empties " + string(f))}
	}
	if _, ok := f.Milestone(); ok {
		when, err := capture.ParseMoment(text, s.context)
		if err != nil {
			return screen.Reading{Words: safe.Line(err.Error()), Fault: true, Stretches: []screen.Stretch{{End: len(text), Kind: screen.Unknown}}}
		}
		return screen.Reading{Words: safe.Line(fmt.Sprintf("%s: %s %s", f, when.Full(s.x.Zone), s.x.Header.Zone)), Stretches: []screen.Stretch{{End: len(text), Kind: screen.Time}}}
	}
	if f == model.FieldMeeting {
		return s.readMeeting(text)
	}
	words := "fills " + string(f) + "; then the next empty field is marked"
	switch {
	case s.reading.open:
		words = "fills " + string(f) + ", which is read out then"
	case s.text(f) != "":
		words = "changes " + string(f) + "; then the row below is marked"
	}
	switch f {
	case model.FieldOwner, model.FieldFacilitator, model.FieldNoteTaker:
		return s.readPerson(f, text, words)
	case model.FieldZone:
		if s.env.Editor.KnownZone != nil && !s.env.Editor.KnownZone(strings.TrimSpace(text)) {
			return screen.Reading{Words: "not a time zone yet; type a name such as Europe/Berlin", Fault: true}
		}
	}
	return screen.Reading{Words: safe.Line(words)}
}

func (s *Screen) readChoice(f model.Field, choices []string, text string) screen.Reading {
	now := s.x.Postmortem.Field(f)
	r := screen.Reading{}
	// An empty line has no candidates: Tab goes on to the next phase there, as everywhere.
	for _, c := range choices {
		if text != "" && strings.HasPrefix(c, strings.ToLower(text)) && c != text {
			r.Candidates = append(r.Candidates, screen.Candidate{End: len(text), Text: c})
		}
	}
	chosen, ok := chosen(f, text)
	switch {
	case text == "" && now != "":
		r.Words = safe.Line("now " + now + "; first letters choose: " + strings.Join(choices, ", "))
	case text == "":
		r.Words = safe.Line("first letters choose: " + strings.Join(choices, ", "))
	case ok:
		r.Words = safe.Line(string(f) + ": " + chosen)
	default:
		r.Words, r.Fault = safe.Line("type one of: "+strings.Join(choices, ", ")), true
	}
	return r
}

// chosen returns the choice that the text means. What noticed it first may be told behind the
// choice: "alert on the queue length".
func chosen(f model.Field, text string) (string, bool) {
	more := ""
	if f == model.FieldDetectedBy {
		text, more, _ = strings.Cut(strings.TrimSpace(text), " ")
	}
	choice, ok := model.Match(f.Choices(), text)
	return strings.TrimSpace(choice + " " + more), ok
}

func (s *Screen) readPerson(f model.Field, text, words string) screen.Reading {
	r := screen.Reading{Words: safe.Line(words)}
	name := strings.TrimSpace(text)
	found := s.context.People.Find(strings.TrimPrefix(name, "@"))
	switch {
	case len(found) == 1:
		r.Words = safe.Line(string(f) + ": " + found[0].Name)
		r.Candidates = []screen.Candidate{{End: len(text), Text: found[0].Name}}
	case len(found) > 1:
		r.Words = safe.Line("several people are called so; type the handle, such as @" + found[0].Handle)
	default:
		r.Words = safe.Line(string(f) + ": " + name + ", who joins the attendees")
	}
	return r
}

// Enter fills the marked field and marks the next one that is missing. Whoever corrects a field
// goes through the rows, so then the next row is marked.
func (s *Screen) Enter(text string) screen.Outcome {
	f, ed := s.field(), s.env.Editor
	if s.reading.open && text == s.text(f) {
		return s.enterReading()
	}
	next := s.nextMissing(f)
	if text == "" && len(f.Choices()) > 0 || text == s.text(f) {
		s.marks.Mark(next)
		return screen.Outcome{}
	}
	if s.text(f) != "" {
		next = s.below(f)
	}
	if r := s.Read(text, len(text)); r.Fault {
		return screen.Outcome{Check: r.Words}
	}
	if f == model.FieldMeeting && strings.TrimSpace(text) != "" {
		return s.enterMeeting(text, next)
	}
	edit := &screen.Edit{Label: string(f) + " filled in"}
	done := string(f) + " " + strings.TrimSpace(text)
	if strings.TrimSpace(text) == "" {
		edit.Label = string(f) + " emptied"
		done = edit.Label
	}
	if kind, ok := f.Milestone(); ok {
		when, err := capture.ParseMoment(text, s.context)
		if err != nil {
			return screen.Refuse(err.Error())
		}
		if !when.IsZero() {
			done = string(f) + " " + when.Full(s.x.Zone)
		}
		edit.Make = func(p model.Postmortem) (model.Postmortem, error) { return ed.SetMilestone(p, kind, when) }
	} else {
		if person := s.context.People.Find(strings.TrimPrefix(strings.TrimSpace(text), "@")); isPerson(f) && len(person) == 1 {
			text, done = "@"+person[0].Handle, string(f)+" "+person[0].Name
		}
		if chosen, ok := chosen(f, text); ok {
			done = string(f) + " " + chosen
		}
		edit.Make = func(p model.Postmortem) (model.Postmortem, error) { return ed.SetField(p, f, text) }
	}
	if after, err := edit.Make(s.x.Postmortem); err == nil && after.Header.ID != "" && !s.reading.open {
		s.marks.Mark(next)
	}
	return screen.Outcome{Edit: edit, Settled: []screen.Key{{Field: string(f)}}, Done: safe.Cut(safe.Line(done), doneWidth)}
}

// doneWidth is how much is said of what was filled in, in cells.
const doneWidth = 66

func isPerson(f model.Field) bool {
	return f == model.FieldOwner || f == model.FieldFacilitator || f == model.FieldNoteTaker
}

// nextMissing is the field behind f on the way through those that are empty: first what the phase
// lacks, in the order in which row 3 names it, then what may stay empty. Where none is empty it
// is the row below.
func (s *Screen) nextMissing(f model.Field) model.Field {
	var empty []model.Field
	for _, l := range meeting.Lacks(s.x, model.PhaseOpen) {
		if _, ok := s.fields.Index(model.Field(l.Field)); ok && !l.Contradicts {
			empty = append(empty, model.Field(l.Field))
		}
	}
	for i := range s.fields.Len() {
		if o := s.fields.Key(i); s.text(o) == "" && !slices.Contains(empty, o) {
			empty = append(empty, o)
		}
	}
	at := slices.Index(empty, f)
	if len(empty) == 0 || len(empty) == 1 && at == 0 {
		return s.below(f)
	}
	return empty[(at+1)%len(empty)]
}

// below is the field in the row below f; f itself in the last row.
func (s *Screen) below(f model.Field) model.Field {
	at, _ := s.fields.Index(f)
	return s.fields.Key(min(at+1, s.fields.Len()-1))
}

// newCommands are the commands about the marked field.
func (s *Screen) newCommands() screen.Commands {
	reading := screen.Needs(nil, func() bool { return s.reading.open }, "these are the fields")
	return append(screen.Never("the fields have a fixed order", keymap.MoveUp, keymap.MoveDown),
		screen.Command{Name: keymap.Open, Do: func() screen.Outcome { return screen.Fill(s.Field().Text) }},
		screen.Command{Name: keymap.Remove, Off: s.offRemove, Do: s.empty},
		screen.Command{Name: keymap.Time, Do: func() screen.Outcome {
			s.read(false)
			s.marks.Mark(model.FieldBegan)
			return screen.Outcome{}
		}},
		screen.Command{Name: keymap.View, Do: func() screen.Outcome { return s.read(!s.reading.open) }},
		screen.Command{Name: keymap.Back, Off: reading, Do: func() screen.Outcome { return s.read(false) }})
}

// empty takes the text of the marked field away.
func (s *Screen) empty() screen.Outcome {
	f, ed := s.field(), s.env.Editor
	return screen.Outcome{Edit: &screen.Edit{Label: string(f) + " emptied", Make: func(p model.Postmortem) (model.Postmortem, error) {
		if kind, ok := f.Milestone(); ok {
			return ed.SetMilestone(p, kind, model.Moment{})
		}
		return ed.SetField(p, f, "")
	}}}
}

func (s *Screen) offRemove() safe.Text {
	if s.reading.open {
		return "Esc goes back to the fields, which can be emptied"
	}
	switch s.field() {
	case model.FieldTitle, model.FieldKind, model.FieldStatus:
		return "a title, a kind and a status are always there; type another"
	}
	return ""
}

// Hints are the keys of this screen.
func (s *Screen) Hints(typing bool) []screen.Hint {
	if s.reading.open {
		return s.readingHints(typing)
	}
	if !typing {
		return []screen.Hint{{Command: keymap.Type}, {Command: keymap.Open}, {Command: keymap.Remove, Word: "empty"}, {Command: keymap.Down, Word: "field"}, {Command: keymap.View, Word: "read out"}, {Command: keymap.Go}, {Command: keymap.Undo}, {Command: keymap.Help}}
	}
	hints := screen.Typing(s.width, "fill in", false)
	hints[1].Word = "field"
	return hints
}
