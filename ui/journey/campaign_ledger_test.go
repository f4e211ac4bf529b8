package journey

import (
	"context"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"

	"debrief/model"
	"debrief/storage"
)

// draftLimit is how much typing the end of the program may cost at most; commitLimit is what the
// save itself may take on a busy machine.
const (
	draftLimit  = 500 * time.Millisecond
	commitLimit = 250 * time.Millisecond
)

// ledger is what a store must hold by what its typist did and saw. It knows nothing of rows: each
// text that is typed is unlike all others, and stands once in the record or not at all.
type ledger struct {
	texts  map[string]int // how often each text ever recorded must be there: 1, or 0 by now
	done   []typedEdit    // what undo takes back, the latest last
	undone []typedEdit    // what redo has again
	// sent are steps of which nobody has seen yet that they are saved, in their order.
	sent []step
	half map[string]*halfLine // by the place of its draft; "" is home
}

// edit is one change of the record that can be taken back: texts that came, and texts that went.
type typedEdit struct {
	what  string
	texts map[string]int // +1 or -1
}

// step is an edit that is made, taken back or had again. One that leaves no text behind, such as
// a new card, must be seen before the program ends: the file cannot tell whether it is there.
type step struct {
	kind        model.EntryKind
	edit        typedEdit
	place, line string // the line that makes it, and where it was typed
}

// halfLine is a text in the line of a place that was not recorded.
type halfLine struct {
	seen []seenText // what of it was seen in the line, and when first
	sent []string   // the lines that were sent to the program
	gone bool       // it was emptied, or sent with Enter: it may be gone
}

type seenText struct {
	text string
	at   time.Time
}

func newLedger() *ledger {
	return &ledger{texts: make(map[string]int), half: make(map[string]*halfLine)}
}

// add takes the texts of an edit into an account, or out of it.
func (e typedEdit) add(to map[string]int, sign int) {
	for text, n := range e.texts {
		to[text] += sign * n
	}
}

// take does a step.
func (l *ledger) take(s step) {
	switch s.kind {
	case model.Edit:
		s.edit.add(l.texts, 1)
		l.done, l.undone = append(l.done, s.edit), nil
	case model.Undo:
		s.edit.add(l.texts, -1)
		l.done, l.undone = l.done[:len(l.done)-1], append(l.undone, s.edit)
	case model.Redo:
		s.edit.add(l.texts, 1)
		l.undone, l.done = l.undone[:len(l.undone)-1], append(l.done, s.edit)
	}
}

// adds is an edit that is on its way and adds these texts.
func adds(what string, texts ...string) step {
	e := typedEdit{what: what, texts: make(map[string]int, len(texts))}
	for _, text := range texts {
		e.texts[text]++
	}
	return step{kind: model.Edit, edit: e}
}

// without tells that the edit takes texts away, too.
func (s step) without(texts ...string) step {
	for _, text := range texts {
		s.edit.texts[text]--
	}
	return s
}

// back is the step that takes the latest edit back, false where there is none.
func (l *ledger) back() (step, bool) {
	if len(l.done) == 0 {
		return step{}, false
	}
	return step{kind: model.Undo, edit: l.done[len(l.done)-1]}, true
}

// again is the step that has the edit again that was taken back last, false where there is none.
func (l *ledger) again() (step, bool) {
	if len(l.undone) == 0 {
		return step{}, false
	}
	return step{kind: model.Redo, edit: l.undone[len(l.undone)-1]}, true
}

// send notes a step before its key is pressed.
func (l *ledger) send(s step) { l.sent = append(l.sent, s) }

// saw notes that all steps that were sent are saved by what the screen says.
func (l *ledger) saw() {
	for _, s := range l.sent {
		l.take(s)
	}
	l.sent = nil
}

// sure is the part of a half-typed text that an end must leave on disk.
func (h *halfLine) sure(e end) string {
	if h.gone {
		return ""
	}
	sure := ""
	for _, s := range h.seen {
		if e.told || e.at.Sub(s.at) >= draftLimit+commitLimit {
			sure = s.text
		}
	}
	return sure
}

// onDisk is what a store holds.
type onDisk struct {
	records int // one at the most
	texts   map[string]int
	half    map[string]string // by place
}

// lookAt reads the store at a path and fails where it is not sound.
func lookAt(path string) (d onDisk, err error) {
	ctx := context.Background()
	s, err := storage.Open(ctx, path, storage.Options{})
	if err != nil {
		return d, fmt.Errorf("the store does not open: %w", err)
	}
	defer s.Close()
	health, err := s.Health(ctx)
	if err != nil {
		return d, err
	}
	if !health.Sound() {
		return d, fmt.Errorf("the store is not sound: %+v", health)
	}
	list, err := s.Summaries(ctx, model.SummaryQuery{})
	if err != nil || len(list) > 1 {
		return d, fmt.Errorf("%d records, %v; want one at the most", len(list), err)
	}
	d = onDisk{records: len(list), texts: make(map[string]int), half: make(map[string]string)}
	ids := []model.ID{""}
	if len(list) == 1 {
		ids = append(ids, list[0].ID)
		p, _, err := s.Read(ctx, list[0].ID)
		if err != nil {
			return d, err
		}
		d.texts = texts(p)
	}
	for _, record := range ids {
		drafts, err := s.Drafts(ctx, record)
		if err != nil {
			return d, err
		}
		// Of one place the latest counts, as it does for the program: a window that went on with
		// another's text has its own before the other's is removed.
		slices.SortFunc(drafts, func(a, b model.Draft) int { return a.At.Compare(b.At) })
		for _, h := range drafts {
			if h.Text != "" {
				d.half[h.Place] = h.Text
			}
		}
	}
	return d, nil
}

// texts counts what a record says.
func texts(p model.Postmortem) map[string]int {
	times := make(map[string]int)
	countTexts(reflect.ValueOf(p), times)
	return times
}

// countTexts counts every text in every field of every row.
func countTexts(v reflect.Value, texts map[string]int) {
	switch v.Kind() {
	case reflect.String:
		texts[v.String()]++
	case reflect.Slice:
		for i := range v.Len() {
			countTexts(v.Index(i), texts)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				countTexts(v.Field(i), texts)
			}
		}
	}
}

// end is how a life ended.
type end struct {
	how string
	at  time.Time
	// told is an end that the program is told of: it costs nothing of a half-typed text that was seen.
	told bool
	// read tells that all that was typed before was seen to be read, so that no step may be missing.
	read bool
}

// settle compares the ledger with what is on disk after an end, or says what is wrong. Of the steps
// that nobody saw as saved, so many from the first on may be there. What is there from now on is
// what the ledger says.
func (l *ledger) settle(d onDisk, e end) error {
	landed, err := l.landed(d)
	switch {
	case err != nil:
		return err
	case e.read && landed < len(l.sent):
		return fmt.Errorf("%s was seen as done before the end, and is not on disk", l.sent[landed].edit.what)
	}
	for _, s := range l.sent[:landed] {
		if s.line != "" && d.half[s.place] == s.line {
			return fmt.Errorf("%q is recorded, and half-typed at %q too", s.line, s.place)
		}
		l.take(s)
	}
	l.sent = nil
	for place, text := range d.half {
		if h := l.half[place]; h == nil || !h.mayBe(text) {
			return fmt.Errorf("half-typed at %q on disk is %q; typed was %+v", place, text, h)
		}
	}
	for place, h := range l.half {
		if sure := h.sure(e); !strings.HasPrefix(d.half[place], sure) {
			return fmt.Errorf("half-typed at %q on disk is %q; %q must be there, typed was %q", place, d.half[place], sure, h.sent)
		}
	}
	l.half = make(map[string]*halfLine)
	for place, text := range d.half {
		l.half[place] = &halfLine{sent: []string{text}, seen: []seenText{{text, time.Time{}}}}
	}
	return nil
}

// mayBe tells that the text may be what is left of what was typed.
func (h *halfLine) mayBe(text string) bool {
	return slices.ContainsFunc(h.sent, func(line string) bool { return strings.HasPrefix(line, text) })
}

// landed is how many of the steps that were sent are on disk.
func (l *ledger) landed(d onDisk) (int, error) {
	want := maps.Clone(l.texts)
	for _, s := range l.sent {
		for text := range s.edit.texts {
			want[text] += 0 // not there before
		}
	}
	first := difference(want, d.texts)
	if first == "" {
		return 0, nil
	}
	for n, s := range l.sent {
		sign := 1
		if s.kind == model.Undo {
			sign = -1
		}
		s.edit.add(want, sign)
		if difference(want, d.texts) == "" {
			return n + 1, nil
		}
	}
	return 0, fmt.Errorf("%s; nor do the %d steps explain it that nobody saw as saved: %v", first, len(l.sent), l.sent)
}

// difference says the first text, by the alphabet, that is not on disk as often as it must be, ""
// where there is none.
func difference(want, got map[string]int) string {
	for _, text := range slices.Sorted(maps.Keys(want)) {
		if got[text] != want[text] {
			return fmt.Sprintf("%q is on disk %d times, want %d", text, got[text], want[text])
		}
	}
	return ""
}
