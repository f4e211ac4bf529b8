package storagetest

import (
	"errors"
	"strings"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/sample/sampletest"
)

// unstorable: what cannot be stored is told apart from what can be tried again, in a sentence
// that names the field, and leaves no trace.
func unstorable(t *testing.T, open opener) {
	s, _ := fresh(t, open)
	id := sampletest.ID(1)
	one := Begun(id, "Checkout down")
	one.Events = []model.Event{{ID: sampletest.ID(2), What: "alert fires", Pos: "a0"}}
	save(t, s, id, First(one))
	event := func(change func(*model.Event)) model.Entry {
		two := one
		two.Events = []model.Event{one.Events[0]}
		change(&two.Events[0])
		return Next(2, one, two)
	}
	header := func(change func(*model.Header)) model.Entry {
		two := one
		change(&two.Header)
		return Next(2, one, two)
	}
	at := func(year int) model.Moment {
		return model.Moment{At: time.Date(year, 12, 31, 23, 30, 0, 0, time.UTC)}
	}
	with := func(e model.Entry, change func(*model.Entry)) model.Entry { change(&e); return e }
	title := header(func(h *model.Header) { h.Title = "renamed" })
	for _, c := range []struct {
		name, want string
		entry      model.Entry
	}{
		{"a year of five digits", "When lies in the year 10000", event(func(e *model.Event) { e.When = at(10000) })},
		{"the last year but one", "When lies in the year 9999", event(func(e *model.Event) { e.When = at(9999) })},
		{"a year before all", "When lies in the year 1899", event(func(e *model.Event) { e.When = at(1899) })},
		{"nanoseconds", "When is finer than a millisecond", event(func(e *model.Event) { e.When.At = sampletest.Start().Add(1) })},
		{"another zone than UTC", "When is not in UTC", event(func(e *model.Event) { e.When.At = sampletest.Start().In(time.FixedZone("", 3600)) })},
		{"words of no time", "When says more", event(func(e *model.Event) { e.When.Typed = "later" })},
		{"NUL", "What holds a NUL", event(func(e *model.Event) { e.What = "a\x00b" })},
		{"no text", "What holds bytes", event(func(e *model.Event) { e.What = "a\xff" })},
		{"a reference that is no text", "After of events", event(func(e *model.Event) { e.After = "a\xff" })},
		{"a position that is no text", "Pos of events", event(func(e *model.Event) { e.Pos = "a\x00" })},
		{"a word of no list", "Status", header(func(h *model.Header) { h.Status = "lost" })},
		{"a list that would be read otherwise", "Tags", header(func(h *model.Header) { h.Tags = "a  b" })},
		{"a change at no time", "the clock of this machine stands in the year 1", with(title, func(e *model.Entry) { e.At = time.Time{} })},
		{"a change at a finer time", "UTC and milliseconds", with(title, func(e *model.Entry) { e.At = sampletest.Start().Add(1) })},
		{"an unknown kind", "no kind of entry", with(title, func(e *model.Entry) { e.Kind = "guess" })},
		{"an undo of what comes later", "no place in a log", with(title, func(e *model.Entry) { e.Kind, e.Target = model.Undo, 2 })},
		{"a label that is no text", "label", with(title, func(e *model.Entry) { e.Change.Label = "a\xff" })},
	} {
		asked, saved := s.Storable(id, c.entry), s.Save(patient(t), id, c.entry)
		for _, err := range []error{asked, saved} {
			if !errors.Is(err, model.ErrUnstorable) || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s: got %v, want ErrUnstorable with %q", c.name, err, c.want)
			}
		}
	}
	got, seq := read(t, s, id)
	if d := Differs(got, one); d != "" || seq != 1 {
		t.Errorf("something was written: entry %d, %s", seq, d)
	}
	if err := s.Storable(id, title); err != nil {
		t.Errorf("a title cannot be stored: %v", err)
	}
	save(t, s, id, title)
}
