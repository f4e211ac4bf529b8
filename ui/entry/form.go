package entry

import (
	"cmp"
	"slices"
	"strings"

	"debrief/model"
	"debrief/model/prompt"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/widget"
)

// FormField is one field of a form. A field that repeats ("Account - one more") is simply a
// further field with a key of its own.
type FormField struct {
	Key   string        // unique in the form
	Row   model.ID      // the row that the text is of where it is not the form's; its id ends the key
	Label safe.Text     // "When"
	Text  string        // the recorded text; of a choice, one of Choices or ""
	Hint  safe.Text     // what belongs here: behind the dash of an empty field, else at the right end
	Note  safe.Text     // stands in the row "Reads" while the field is marked and unchanged
	Body  bool          // the text may have paragraphs
	At    model.ProseAt // the text of a row that it holds, as in screen.Field
	// Unseen texts are not drawn, neither in the line nor here.
	Unseen bool
	// Choices are the only texts that the field takes, first the likeliest. Its line is empty:
	// first letters choose, Tab steps through. To leave it open must be one of the choices.
	Choices []string

	// Of is the field of the row that it is, as the description of the row names it, in a RowForm.
	Of string
	// Asks is the condition under which the question of the field is asked, "" to leave the screen's.
	Asks prompt.Condition
	// Check says how a changed text is understood, with Fault where it is not. It runs on every
	// key. Nil understands everything; choices are checked by the form itself.
	Check func(text string) screen.Reading
	// Set changes the record to the text, in a form that is recorded by FieldByField.
	Set func(p model.Postmortem, text string) (model.Postmortem, error)
}

// FieldByField is the Record of a form whose changed fields change the record one after the other.
func FieldByField(label string, mark model.ID, fields []FormField) func(changed map[string]string) screen.Outcome {
	return func(changed map[string]string) screen.Outcome {
		return screen.Outcome{Edit: &screen.Edit{Label: label, Mark: mark, Make: func(p model.Postmortem) (model.Postmortem, error) {
			var err error
			for _, field := range fields {
				if text, ok := changed[field.Key]; ok && err == nil {
					p, err = field.Set(p, strings.TrimSpace(text))
				}
			}
			return p, err
		}}}
	}
}

// FormSpec is what a form is made of.
type FormSpec struct {
	Title  safe.Text // "Event 14:09"
	Row    model.ID  // the row that is edited: texts which are not recorded wait under it
	Fields []FormField
	Marked string // key of the field to begin with; "" is the first

	// Record makes one Edit of the fields that were changed, given by key with their texts, and
	// only of those: what another window changed meanwhile stays. The form adds Close and Settled, unless the outcome is a Check or opens another panel (the
	// wording guard): then it stays open with all its texts.
	Record func(changed map[string]string) screen.Outcome
	// Again makes the spec anew from the record as it stands now; false where the row is gone.
	// Nil leaves the form as it was opened.
	Again func() (FormSpec, bool)
}

// Form is a panel of fields. The marked one is in the capture line and is mirrored as it is
// typed; the texts of the others wait in their slots, so closing the form loses nothing and
// opening it again has them. Enter records all of them as one change.
type Form struct {
	env    screen.Env
	spec   FormSpec
	rows   *widget.Slice[string]
	list   widget.List[string]
	fields map[string]FormField

	typed string // the text of the marked field, from the last Read
	// foreign are fields that another window changed while words of ours wait in them, with its
	// text: the first Enter says so, the second takes ours.
	foreign map[string]string
	fault   string // the field that was not understood at the last Enter
	gone    bool   // the row was removed while words for it wait here

	width, height, label int
}

// NewForm returns the form with its first field, or the one that the spec names, marked.
func NewForm(env screen.Env, spec FormSpec) *Form {
	f := &Form{foreign: make(map[string]string), env: env}
	f.fill(spec)
	if spec.Marked != "" {
		f.Mark(spec.Marked)
	}
	return f
}

var _ screen.Refresher = (*Form)(nil)

// Refresh makes the fields anew, after an undo or when another window changed the row. The mark
// and what is typed stay. A form whose row was removed closes, unless words wait in it: then it
// stays until Esc puts them into the line.
func (f *Form) Refresh() bool {
	if f.spec.Again == nil {
		return true
	}
	spec, ok := f.spec.Again()
	if ok {
		f.fill(spec)
	}
	f.gone = !ok
	return ok || f.words(f.env.Pending) != ""
}

// rowGone is said for as long as the form has no row.
const rowGone = safe.Text("the row was removed elsewhere; Esc keeps the words in the line")

// words is what was typed and is not recorded, of all fields. A choice is no words, and what is not
// drawn waits in its field.
func (f *Form) words(waits func(screen.Key) (string, bool)) string {
	var all []string
	for i := range f.rows.Len() {
		field := f.fields[f.rows.Key(i)]
		if text, _ := f.valueFrom(field, waits); field.Choices == nil && !f.unseen(field) && text != field.Text && strings.TrimSpace(text) != "" {
			all = append(all, strings.TrimSpace(text))
		}
	}
	return strings.Join(all, "; ")
}

// keys are where the texts of all fields wait.
func (f *Form) keys() []screen.Key {
	keys := make([]screen.Key, len(f.spec.Fields))
	for i, field := range f.spec.Fields {
		keys[i] = f.key(field)
	}
	return keys
}

// seenKeys are those whose words go into the line when the row is gone.
func (f *Form) seenKeys() (keys []screen.Key) {
	for _, field := range f.spec.Fields {
		if !f.unseen(field) {
			keys = append(keys, f.key(field))
		}
	}
	return keys
}

// unseen tells that the text of a field must not be drawn.
func (f *Form) unseen(field FormField) bool { return field.Unseen || f.env.Unseen(f.key(field)) }

func (f *Form) fill(spec FormSpec) {
	keys := make([]string, len(spec.Fields))
	for _, field := range spec.Fields {
		was, here := f.fields[field.Key]
		if !here {
			continue
		}
		if text, _ := f.waitingText(was); was.Text != field.Text && text != "" && text != field.Text {
			f.foreign[field.Key] = field.Text
		}
	}
	f.spec, f.fields = spec, make(map[string]FormField, len(spec.Fields))
	f.label = 10
	for i, field := range spec.Fields {
		keys[i] = field.Key
		f.fields[field.Key] = field
		f.label = max(f.label, safe.Width(field.Label))
	}
	f.rows = widget.NewSlice(keys)
	f.take()
}

// waitingText is what was typed into a field and is not recorded.
func (f *Form) waitingText(field FormField) (string, bool) {
	if now, ok := f.marked(); ok && now.Key == field.Key && f.typed != field.Text {
		return f.typed, true
	}
	return f.env.Pending(f.key(field))
}

// Mark marks the field with the key.
func (f *Form) Mark(key string) {
	if _, ok := f.fields[key]; ok {
		f.list.Mark(key)
		f.take()
	}
}

// marked returns the marked field; false where the form has none.
func (f *Form) marked() (FormField, bool) {
	key, _, ok := f.list.Marked(f.rows)
	return f.fields[key], ok
}

// take fetches the text of the field that is marked now.
func (f *Form) take() {
	if field, ok := f.marked(); ok {
		f.typed = f.held(field, f.env.Pending)
	}
}

// key is where the text of a field waits.
func (f *Form) key(field FormField) screen.Key {
	return screen.Key{Row: cmp.Or(field.Row, f.spec.Row), Field: strings.TrimSuffix(field.Key, string(field.Row)), Form: true}
}

// held is what the line holds for a field: what waits there, else what is recorded.
func (f *Form) held(field FormField, waits func(screen.Key) (string, bool)) string {
	if text, ok := waits(f.key(field)); ok {
		return text
	}
	if field.Choices != nil {
		return ""
	}
	return field.Text
}

// value is the text of a field as it may be shown. It is false where a choice is not understood; the
// text is then what was typed.
func (f *Form) value(field FormField) (string, bool) { return f.valueFrom(field, f.env.Pending) }

func (f *Form) valueFrom(field FormField, waits func(screen.Key) (string, bool)) (string, bool) {
	text := f.typed
	if now, _ := f.marked(); now.Key != field.Key {
		text = f.held(field, waits)
	}
	if field.Choices == nil {
		return text, true
	}
	if text == "" {
		return field.Text, true
	}
	if found := matching(field.Choices, text); len(found) > 0 {
		return found[0], true
	}
	return text, false
}

// Title is the row that is edited.
func (f *Form) Title() safe.Text { return f.spec.Title }

// Height is a row a field and the rule; a few rows of the screen stay in sight above.
func (f *Form) Height(most int) (rows int, whole bool) {
	return min(f.rows.Len()+1, max(most-5, 6), most), false
}

// Resize gives the rows below the rule.
func (f *Form) Resize(width, height int) { f.width, f.height = width, height }

// Position says which field is marked.
func (f *Form) Position() safe.Text {
	_, i, ok := f.list.Marked(f.rows)
	if !ok {
		return ""
	}
	return number(i+1) + " of " + number(f.rows.Len())
}

// Ask leaves the question to the scene.
func (f *Form) Ask() safe.Text { return "" }

// Scene is the marked field; nothing holds where the screen's question stays.
func (f *Form) Scene() prompt.Scene {
	if field, _ := f.marked(); field.Asks != "" {
		return prompt.Holding(field.Asks)
	}
	return prompt.Scene{}
}

// Field is the marked field. The line of a choice is empty until letters choose another one.
func (f *Form) Field() (screen.Field, bool) {
	field, ok := f.marked()
	if !ok {
		return screen.Field{}, false
	}
	line := screen.Field{Key: f.key(field), Label: field.Label, Text: field.Text, Body: field.Body, At: field.At, Unseen: field.Unseen}
	if field.Choices != nil {
		line.Text, line.Body = "", false
	}
	return line, true
}

// Read takes the text of the marked field and says how it is understood.
func (f *Form) Read(text string) screen.Reading {
	field, ok := f.marked()
	if !ok {
		return screen.Reading{}
	}
	if text != f.typed && f.fault == field.Key {
		f.fault = ""
	}
	f.typed = text
	if f.gone {
		return screen.Reading{Words: rowGone, Fault: true}
	}
	if field.Choices != nil {
		return readChoice(field, text)
	}
	var r screen.Reading
	if field.Check != nil {
		r = field.Check(text)
	}
	if text == field.Text && (r.Fault || field.Note != "") {
		r.Words, r.Fault = field.Note, false // what is recorded already stands as it is
	}
	switch {
	case r.Words != "":
	case text == field.Text:
		r.Words = "Enter records all changes; Tab goes on"
	case text == "":
		r.Words = "empties " + field.Label
	default:
		r.Words = "changes " + field.Label
	}
	return r
}

// Enter records all fields, or marks the first one that is not understood and says why. A form
// in which nothing changed only closes. Text, like that of the other fields, is as it was typed; what
// is shown stays as it may be shown.
func (f *Form) Enter(text string) screen.Outcome {
	f.Read(text)
	defer f.take()
	if f.gone {
		return screen.Outcome{Check: rowGone}
	}
	changed := make(map[string]string)
	for i := range f.rows.Len() {
		field := f.fields[f.rows.Key(i)]
		value, known := f.valueFrom(field, f.env.Typed)
		if r := f.check(field, value, known); r.Fault {
			f.Mark(field.Key)
			f.fault = field.Key
			return screen.Outcome{Check: r.Words}
		}
		if !field.Unseen && f.unseen(field) {
			f.Mark(field.Key)
			return screen.Outcome{Check: screen.NotForRoom}
		}
		if strings.TrimSpace(value) != strings.TrimSpace(field.Text) {
			changed[field.Key] = value
		}
	}
	if len(changed) == 0 {
		return screen.Outcome{Close: true, Settled: f.keys()}
	}
	for key := range changed {
		if theirs, ok := f.foreign[key]; ok {
			delete(f.foreign, key)
			f.Mark(key)
			return screen.Outcome{Check: f.fields[key].Label + " was changed elsewhere to " + screen.Quoted(theirs) + "; Enter again takes yours"}
		}
	}
	out := f.spec.Record(changed)
	if out.Check == "" && out.Open == nil {
		out.Close, out.Settled = true, append(slices.Clone(out.Settled), f.keys()...)
	}
	return out
}

// check says whether the form may record this value. What is recorded already is not checked
// again: a rule that came later must not lock the other fields.
func (f *Form) check(field FormField, value string, known bool) screen.Reading {
	switch {
	case field.Choices != nil && !known:
		return readChoice(field, value)
	case field.Choices != nil || value == field.Text || field.Check == nil:
		return screen.Reading{}
	}
	r := field.Check(value)
	if r.Fault && r.Words == "" {
		r.Words = field.Label + " is not understood"
	}
	return r
}

// Move marks another field.
func (f *Form) Move(to screen.Move) {
	screen.Step(&f.list, f.rows, to, f.height)
	f.take()
}

// Do goes to the next field or the one before, or closes the form; what is not recorded waits.
func (f *Form) Do(c keymap.Command) screen.Outcome {
	switch c {
	case keymap.Next:
		f.list.Turn(f.rows, 1)
		f.take()
	case keymap.Previous:
		f.list.Turn(f.rows, -1)
		f.take()
	case keymap.Back:
		if words := f.words(f.env.Typed); f.gone && words != "" {
			return screen.Outcome{Close: true, Line: &words, Settled: f.seenKeys()}
		}
		return screen.Outcome{Close: true}
	}
	return screen.Outcome{}
}

// Hints are the commands for the footer.
func (f *Form) Hints() []screen.Hint {
	next := screen.Hint{Command: keymap.Next, Word: "next field"}
	if field, ok := f.marked(); ok && field.Choices != nil {
		next.Word = "next choice"
	}
	return []screen.Hint{
		{Command: keymap.Enter, Word: "record all"},
		{Command: keymap.Up, Word: "field"},
		next,
		{Command: keymap.Back, Word: "close, text stays"},
	}
}

// Sudden is false: a form opens when it is asked for.
func (f *Form) Sudden() bool { return false }
