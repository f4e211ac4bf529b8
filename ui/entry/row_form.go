package entry

import (
	"cmp"
	"slices"
	"strings"

	"debrief/model"
	"debrief/model/capture"
	"debrief/model/edit"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// RowForm is the form of a row. Its fields are some of those that the row's description names; what they
// hold, what may be typed and what it means follows from the description.
type RowForm[R model.Row] struct {
	Env    screen.Env
	X      *model.Index
	People capture.People
	Owners capture.People // those of owners, who stay named; everybody else is one of People
	Ctx    func() capture.Context
	Label  string // of the change
	// Set puts a changed text into a field that no description names; nil where there is none.
	Set func(row *R, key, text string) error
	// Record puts the changed row into the record.
	Record func(p model.Postmortem, row R, changed map[string]string) (model.Postmortem, error)
}

// NotSaid is the choice that leaves a field open.
const NotSaid = "not said"

// YesNo are the choices of a field that is set or not.
func YesNo() []string { return []string{"no", "yes"} }

// Spec is the form of the row as it stands now.
func (f RowForm[R]) Spec(title safe.Text, row R, fields []FormField) FormSpec {
	clocks := NewClocks(f.X)
	b := &binder{x: f.X, people: f.People, owners: f.Owners, ctx: f.Ctx, clocks: clocks, editor: f.Env.Editor, show: fields}
	row.Visit(b)
	for i := range fields {
		if at := &fields[i].At; at.Field != "" {
			at.Table, at.ID = row.Table(), row.Key()
		}
	}
	return FormSpec{Title: title, Row: row.Key(), Fields: fields, Record: func(changed map[string]string) screen.Outcome {
		return screen.Outcome{Edit: &screen.Edit{Label: f.Label, Mark: row.Key(), Make: screen.Change(row.Key(), func(p model.Postmortem, now R) (model.Postmortem, error) {
			set := *b
			set.p, set.typed, set.show = p, make(map[string]string), nil
			for _, field := range fields {
				if text, ok := changed[field.Key]; ok && field.Of != "" {
					set.typed[field.Of] = strings.TrimSpace(text)
				} else if ok && set.err == nil {
					set.err = f.Set(&now, field.Key, strings.TrimSpace(text))
				}
			}
			if now = now.Visit(&set).(R); set.err != nil {
				return p, set.err
			}
			return f.Record(set.p, now, changed)
		})}}
	}}
}

// binder shows the fields of a row in those of a form, or sets them to what was typed.
type binder struct {
	model.Unvisited
	x              *model.Index
	people, owners capture.People
	ctx            func() capture.Context
	clocks         Clocks
	editor         edit.Editor

	show  []FormField       // those to fill in
	p     model.Postmortem  // that people join
	typed map[string]string // what fields are set to, by their names
	err   error
}

// on fills in the field of that name, and sets it where its text was changed.
func (b *binder) on(name string, fill func(f *FormField), set func(text string) error) {
	for i := range b.show {
		if b.show[i].Of == name {
			fill(&b.show[i])
		}
	}
	if text, ok := b.typed[name]; ok && b.err == nil {
		b.err = set(text)
	}
}

func (b *binder) Text(text *string, d model.Description) {
	b.on(d.Name, func(f *FormField) { f.Text, f.At.Field = f.Text+*text, d.Prose },
		func(typed string) error { *text = typed; return nil })
}

func (b *binder) List(words *model.List, d model.Description) {
	b.on(d.Name, func(f *FormField) { f.Text = words.String() },
		func(typed string) error { *words = model.ParseList(typed); return nil })
}

// Word has the choices of the list where the field has none of its own.
func (b *binder) Word(word model.Letters, d model.Description) {
	b.on(d.Name, func(f *FormField) {
		if f.Choices == nil {
			f.Choices = word.Choices()
		}
		f.Text = cmp.Or(word.Get(), NotSaid)
	}, func(typed string) error { word.Set(strings.TrimPrefix(typed, NotSaid)); return nil })
}

func (b *binder) Day(on *model.Date, d model.Description) {
	b.on(d.Name, func(f *FormField) {
		f.Text, f.Check = on.String(), func(text string) screen.Reading { return CheckDate(text, b.ctx()) }
	}, func(typed string) (err error) {
		*on, err = capture.ParseDate(typed, b.ctx())
		return err
	})
}

func (b *binder) Private(set *bool) {
	b.on("Private", func(f *FormField) {
		if f.Text, f.Choices = "no", YesNo(); *set {
			f.Text = "yes"
		}
	}, func(typed string) error { *set = typed == "yes"; return nil })
}

func (b *binder) Link(id *model.ID, to model.Table, t model.Tie) {
	switch to {
	case model.Attendees:
		b.person(id, t.Name)
	case model.Events:
		b.clock(id, t.Name)
	case model.Learnings:
		b.condition(id, t.Name)
	}
}

// About is a field only of what hangs on an event.
func (b *binder) About(of *model.Table, id *model.ID, t model.Tie) {
	if *of != model.Events && b.typed == nil {
		id = new(model.ID)
	}
	b.clock(id, t.Name)
	if _, ok := b.typed[t.Name]; ok {
		*of = model.Events
	}
}

// person is typed by handle or name; one who is not on the list yet joins it.
func (b *binder) person(id *model.ID, name string) {
	people, now := b.people, b.x.Person(*id)
	if name == "Owner" {
		people, now = b.owners, b.x.Named(*id)
	}
	b.on(name, func(f *FormField) {
		if now.Handle != "" {
			f.Text = "@" + now.Handle
		}
		f.Check = func(text string) screen.Reading { return CheckPerson(people, text) }
	}, func(typed string) (err error) {
		switch found := people.Find(typed); {
		case typed == "":
			*id = ""
		case len(found) == 1:
			*id = found[0].ID
		default:
			b.p, *id, err = b.editor.EnsurePerson(b.p, typed)
		}
		return err
	})
}

// clock is an event by the time that the timeline shows it with.
func (b *binder) clock(id *model.ID, name string) {
	b.on(name, func(f *FormField) {
		f.Text, f.Check = b.x.Event(*id).When.Clock(b.x.Zone), func(text string) screen.Reading { return b.clocks.Check(text, b.x) }
	}, func(typed string) error { *id = b.clocks[typed]; return nil })
}

// condition is one of the contributing conditions by its words.
func (b *binder) condition(id *model.ID, name string) {
	b.on(name, func(f *FormField) {
		f.Text, f.Choices = NotSaid, []string{NotSaid}
		for _, l := range b.x.Learnings {
			if l.Kind == model.Condition {
				f.Choices = append(f.Choices, l.Text)
			}
			if l.ID == *id && *id != "" {
				f.Text = cmp.Or(l.Text, NotSaid)
			}
		}
	}, func(typed string) error {
		i := slices.IndexFunc(b.x.Learnings, func(l model.Learning) bool { return l.Kind == model.Condition && l.Text == typed })
		if *id = ""; i >= 0 {
			*id = b.x.Learnings[i].ID
		}
		return nil
	})
}
