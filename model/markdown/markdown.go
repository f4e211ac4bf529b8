// Package markdown writes a post-mortem as a page of GitHub-flavoured Markdown.
//
// What people typed is text: whatever it holds, it reads on the page as it was typed and makes
// no structure, mention or reference. Each piece is escaped for the position where it stands;
// see appendLine for fields of one line and appendBody for those of several.
package markdown

import (
	"cmp"
	"slices"
	"time"

	"debrief/model"
)

// Options say how the page is written.
type Options struct {
	// Zone is where the times of the page are told. It is handed in because a zone database
	// lies outside the model; nil means UTC. The page names it.
	Zone *time.Location
	// Named is the people by their own names, where p shows roles in their place: whoever owns a
	// countermeasure is named by it. Nil leaves owners to p.
	Named []model.Attendee
	// Word is what the record is called where it has no word of its own: "post-mortem" if empty.
	Word string
}

// Page returns the record as one page: the parts of a published post-mortem that have content.
// p is already the projection for its readers (see model.For). The same record gives the same
// bytes at each call, whatever order its rows come in.
func Page(p model.Postmortem, o Options) []byte {
	w := newWriter(p, o)
	w.head()
	w.summary()
	w.impact()
	w.detection()
	w.milestones()
	w.attendees()
	w.timeline()
	w.discretion()
	w.learnings()
	w.teaching()
	w.countermeasures()
	w.ideas()
	w.declined()
	w.communications()
	w.artefacts()
	w.meeting()
	w.notes()
	return w.out
}

// writer is a page being written. Each part puts down its heading with its first content, so
// that a part without content leaves nothing.
type writer struct {
	*model.Index
	sheet
	zone  *time.Location
	named []model.Attendee
	word  string
	day   model.Date // on which the events of the timeline happened, the first one if several
	dates bool       // they happened on several, so a time of day alone says too little

	learningsByID map[model.ID]model.Learning
	artefactsByID map[model.ID]model.Artefact
	evidenceIn    map[model.ID][]model.Evidence // by artefact
}

func newWriter(p model.Postmortem, o Options) *writer {
	w := &writer{Index: model.NewIndex(p), zone: cmp.Or(o.Zone, time.UTC), named: o.Named,
		word: cmp.Or(p.Header.WorkingWord, o.Word, "post-mortem")}
	w.out = make([]byte, 0, 4096+160*len(p.Events)+120*len(p.Accounts)+120*len(p.CardLines)+160*len(p.Countermeasures))
	w.days()
	w.learningsByID = make(map[model.ID]model.Learning, len(p.Learnings))
	for _, l := range p.Learnings {
		w.learningsByID[l.ID] = l
	}
	w.artefactsByID = make(map[model.ID]model.Artefact, len(p.Artefacts))
	for _, a := range p.Artefacts {
		w.artefactsByID[a.ID] = a
	}
	w.evidenceIn = make(map[model.ID][]model.Evidence, len(p.Artefacts))
	for _, e := range w.Evidence {
		w.evidenceIn[e.Artefact] = append(w.evidenceIn[e.Artefact], e)
	}
	return w
}

func (w *writer) days() {
	for _, e := range w.Events {
		if e.When.IsZero() {
			continue
		}
		day := model.DateOf(e.When.At.In(w.zone))
		if w.day.IsZero() {
			w.day = day
		}
		if day != w.day {
			w.dates = true
			return
		}
	}
}

// person puts down the name of an attendee. Who is left out of this projection stays unnamed.
func (w *writer) person(id model.ID) { w.line(w.name(id)) }

func (w *writer) name(id model.ID) string {
	a := w.Person(id)
	return cmp.Or(a.Name, a.Handle, "a person not named here")
}

// owner puts down who owns a countermeasure: by name also where roles stand in the place of names.
// Who is left out of this projection stays unnamed.
func (w *writer) owner(id model.ID) {
	i := slices.IndexFunc(w.named, func(a model.Attendee) bool { return a.ID == id })
	if i < 0 || w.Person(id).ID == "" {
		w.person(id)
		return
	}
	w.line(w.named[i].Name)
}

// moment puts down a time: the time of day, with its date where that is not the one day of the
// timeline. "About" is said in words, since a tilde strikes text out.
func (w *writer) moment(m model.Moment) {
	at := m.At.In(w.zone)
	w.clock(m, at, w.dates || model.DateOf(at) != w.day)
}

// full puts down a time with its date.
func (w *writer) full(m model.Moment) { w.clock(m, m.At.In(w.zone), true) }

func (w *writer) clock(m model.Moment, at time.Time, date bool) {
	if m.About {
		w.raw("about ")
	}
	if date {
		w.out = at.AppendFormat(w.out, "2006-01-02 ")
	}
	w.out = at.AppendFormat(w.out, clockLayout(at))
	if m.End.IsZero() {
		return
	}
	end := m.End.In(w.zone)
	w.raw("-")
	if model.DateOf(end) != model.DateOf(at) {
		w.out = end.AppendFormat(w.out, "2006-01-02 ")
	}
	w.out = end.AppendFormat(w.out, clockLayout(end))
}

// clockLayout shows seconds only where they were given.
func clockLayout(t time.Time) string {
	if t.Second() == 0 {
		return "15:04"
	}
	return "15:04:05"
}

// date returns the calendar day of t, "" for the zero time.
func (w *writer) date(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return model.DateOf(t.In(w.zone)).String()
}

// event puts down how another part speaks of a row of the timeline: "14:09 Pool lowered". A
// colon may follow.
func (w *writer) event(e model.Event) {
	if !e.When.IsZero() {
		w.moment(e.When)
		w.raw(" ")
	}
	w.text(e.What, beforeMore)
}
