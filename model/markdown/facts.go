package markdown

import (
	"fmt"
	"strings"

	"debrief/model"
)

// head writes the title, the facts of the record and its one-sentence version.
func (w *writer) head() {
	h, in := w.Header, w.Incident
	w.raw("# ")
	if strings.TrimSpace(h.Title) == "" {
		w.raw("Untitled")
	} else {
		w.line(h.Title)
	}
	w.raw("\n\n")
	w.field("Record", w.word+" "+string(h.ID))
	w.field("Status", string(h.Status))
	w.field("Kind", kindWords(in.Kind))
	if in.Severity != 0 {
		w.field("Severity", fmt.Sprintf("%d (1 is worst)", in.Severity))
	}
	w.field("Date", w.date(w.Milestone(model.Began).At))
	for _, p := range []struct {
		name string
		id   model.ID
	}{{"Owner", h.Owner}, {"Facilitator", h.Facilitator}, {"Note-taker", h.NoteTaker}} {
		if p.id != "" {
			w.field(p.name, w.name(p.id))
		}
	}
	w.field("Systems", in.Systems.String())
	w.field("Tags", h.Tags.String())
	if h.TLDR != "" {
		w.heading(part, "TL;DR")
		w.text(h.TLDR, lineStart)
		w.raw("\n")
	}
}

func kindWords(k model.IncidentKind) string {
	if k == model.Scheduled {
		return "scheduled change"
	}
	return string(k)
}

func (w *writer) summary() {
	if w.Header.Summary != "" {
		w.heading(part, "Summary")
		w.body(w.Header.Summary, "")
	}
}

func (w *writer) impact() {
	begin := w.part("Impact")
	in := w.Incident
	if in.Impact != "" {
		begin()
		w.body(in.Impact, "")
		if in.CustomerContact != "" || in.Measure != "" {
			w.raw("\n")
		}
	}
	if in.CustomerContact != "" || in.Measure != "" {
		begin()
		w.field("Customer contacts", in.CustomerContact)
		w.field("Business measure", in.Measure)
	}
}

// detection says what noticed the incident first, and how long that took.
func (w *writer) detection() {
	in := w.Incident
	if in.DetectedBy == "" && in.DetectedByWhat == "" {
		return
	}
	w.heading(part, "Detection")
	w.entry("Detected by")
	w.line(string(in.DetectedBy))
	if in.DetectedBy != "" && in.DetectedByWhat != "" {
		w.raw(", ")
	}
	w.line(in.DetectedByWhat)
	w.raw("\n")
	if d := w.Durations()[0]; d.OK {
		w.field("Delay", d.Words())
	}
}

// milestones writes the times that tell the course of the incident. Where two contradict each
// other, words say so, and no time is counted from them.
func (w *writer) milestones() {
	begin := w.part("Milestones")
	took := make(map[model.MilestoneKind]model.Duration)
	for _, d := range w.Durations() {
		took[d.To] = d
	}
	for _, kind := range model.MilestoneKinds() {
		m := w.Milestone(kind)
		if m.IsZero() {
			continue
		}
		begin()
		w.entry(milestoneWords(kind))
		w.full(m)
		if d, ok := took[kind]; ok {
			if d.OK {
				w.raw(", " + d.Words())
			} else {
				w.raw(", " + d.Name + ": " + d.Note)
			}
		}
		w.raw("\n")
	}
	for _, c := range w.Contradictions() {
		begin()
		w.field("To be settled", c)
	}
	if len(w.Milestones) > 0 {
		w.raw("\nTimes are told in ")
		w.line(w.zone.String())
		w.raw(".\n")
	}
}

func milestoneWords(k model.MilestoneKind) string {
	if k == model.Noticed {
		return "Publicly noticed"
	}
	return sentence(string(k))
}

// sentence returns the words with a capital at their beginning.
func sentence(s string) string {
	if s == "" {
		return ""
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// attendees writes who was there by role, and names the roles that nobody present holds.
func (w *writer) attendees() {
	if len(w.Attendees) == 0 {
		return
	}
	w.heading(part, "Attendees")
	var missing []string
	for _, role := range model.AllRoles() {
		if !w.holders(role) {
			missing = append(missing, role.Long())
		}
	}
	for _, a := range w.Attendees {
		offices := w.Header.Offices(a.ID)
		if a.Roles == 0 && len(offices) > 0 {
			w.entry(sentence(strings.Join(offices, ", ")))
			w.hereOrAway(a)
			w.raw("\n")
		}
	}
	without := ""
	for _, a := range w.Attendees {
		if a.Roles != 0 || len(w.Header.Offices(a.ID)) > 0 {
			continue
		}
		if without == "" {
			w.entry("Without a role")
		}
		w.raw(without)
		w.hereOrAway(a)
		without = ", "
	}
	if without != "" {
		w.raw("\n")
	}
	if w.Header.PageNamesOff {
		w.raw("\nPeople stand here by their role, each with a letter; owners of countermeasures by name.\n")
	}
	if len(missing) > 0 {
		w.raw("\nViews that are missing here: " + strings.Join(missing, ", ") + ".\n")
	}
}

// holders writes who holds the role, and tells whether one of them is present.
func (w *writer) holders(role model.Roles) bool {
	var here, away []model.Attendee
	for _, a := range w.Attendees {
		switch {
		case !a.Roles.Has(role):
		case a.Away:
			away = append(away, a)
		default:
			here = append(here, a)
		}
	}
	w.entry(sentence(role.Long()))
	if len(here) == 0 {
		w.raw("nobody present")
	}
	w.people(here...)
	if len(away) > 0 {
		w.raw("; away: ")
		w.people(away...)
	}
	w.raw("\n")
	return len(here) > 0
}

func (w *writer) hereOrAway(a model.Attendee) {
	w.people(a)
	if a.Away {
		w.raw(" (away)")
	}
}

func (w *writer) people(list ...model.Attendee) {
	for i, a := range list {
		if i > 0 {
			w.raw(", ")
		}
		w.person(a.ID)
		if a.Team != "" {
			w.raw(" (")
			w.line(a.Team)
			w.raw(")")
		}
	}
}
