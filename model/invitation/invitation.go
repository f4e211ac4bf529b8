// Package invitation writes the text that asks people to come to the meeting: plain lines, which
// can be pasted into a mail or a chat.
//
// It names people and not their roles: beside a name, "took part in decisions" reads like an
// accusation to those who were never at such a meeting. Only a view that is missing is said by its
// role. A paragraph is one line, because mail and chat break lines each in its own way.
package invitation

import (
	"fmt"
	"strings"
	"time"

	"debrief/model"
	"debrief/model/meeting"
)

// Text is the invitation to the sitting that is to come, each line ended by a line feed. Setting
// is what a record is called that has no word of its own; it may be empty. What is not known yet
// is said as that, so that nobody forgets to fill it in.
func Text(x *model.Index, setting string) string {
	w := writer{Index: x, word: x.Header.Word(setting)}
	w.say("%s: %s", model.Capital(w.word), foreign(x.Header.Title))
	w.gap()
	w.meeting()
	w.gap()
	w.say("What we review: %s", w.review())
	w.say("We want to learn how normal work led there, from how it looked to each of us at the time. Nobody is on trial.")
	w.gap()
	w.people()
	w.say("Anyone who is interested may come, also to listen and to learn.")
	w.gap()
	w.say("Please bring what you have of that day: chat, graphs, tickets, messages, notes of your own.")
	w.artefacts()
	return w.out.String()
}

type writer struct {
	*model.Index
	word string
	out  strings.Builder
}

func (w *writer) say(format string, args ...any) { fmt.Fprintf(&w.out, format+"\n", args...) }

func (w *writer) gap() { w.out.WriteByte('\n') }

// meeting says when and where people meet, how long it takes and who leads it.
func (w *writer) meeting() {
	s := w.Meeting()
	w.say("When: %s", w.when(s))
	where := "not settled yet"
	if s.Where != "" {
		where = foreign(s.Where)
	}
	w.say("Where: %s", where)
	var who []string
	if name := w.name(w.Header.Facilitator); name != "" {
		who = append(who, name+" leads the talk")
	}
	if name := w.name(w.Header.NoteTaker); name != "" {
		who = append(who, name+" takes notes")
	}
	if len(who) > 0 {
		w.say("%s.", strings.Join(who, ", "))
	}
}

func (w *writer) when(s model.Session) string {
	if s.PlannedAt.IsZero() {
		if s.Minutes == 0 {
			return "not settled yet"
		}
		return fmt.Sprintf("not settled yet; it takes %d minutes", s.Minutes)
	}
	at := s.PlannedAt.In(w.Zone)
	text := at.Format("Mon 2 Jan 2006, 15:04")
	if s.Minutes > 0 {
		layout, end := "15:04", at.Add(time.Duration(s.Minutes)*time.Minute)
		if model.DateOf(end) != model.DateOf(at) {
			layout = "Mon 15:04"
		}
		text += " to " + end.Format(layout)
	}
	text += " " + w.Zone.String()
	if s.Minutes > 0 {
		text += fmt.Sprintf(", %d minutes", s.Minutes)
	}
	return text
}

// impactRunes is how much of the impact is told: the rest is what the meeting is about.
const impactRunes = 240

// review says in a line what is reviewed.
func (w *writer) review() string {
	in := w.Incident
	text := map[model.IncidentKind]string{
		model.Unscheduled: "an unscheduled incident", model.Scheduled: "a scheduled change",
		model.NearMiss: "a near miss", model.GameDay: "a game day",
	}[in.Kind]
	if text == "" {
		text = "what happened"
	}
	if began := w.Milestone(model.Began); !began.IsZero() {
		text += " on " + began.At.In(w.Zone).Format("Mon 2 Jan 2006")
	}
	if in.Severity > 0 {
		text += fmt.Sprintf(", severity %d (1 is the most severe)", in.Severity)
	}
	text += "."
	if impact := cut(foreign(in.Impact), impactRunes); impact != "" {
		text += " " + impact
	}
	return text
}

// people says who is asked to come, and whose view is missing. Who is only interested is never
// missing: the line behind it asks everybody.
func (w *writer) people() {
	var come, unsure []string
	for _, a := range w.Attendees {
		switch {
		case a.ID == w.Header.Facilitator, a.ID == w.Header.NoteTaker: // named above
		case a.Away:
			unsure = append(unsure, foreign(a.Name))
		default:
			come = append(come, foreign(a.Name))
		}
	}
	if len(come) > 0 {
		w.say("We ask to come: %s.", strings.Join(come, ", "))
	}
	if len(unsure) > 0 {
		w.say("Not sure to come yet: %s.", strings.Join(unsure, ", "))
	}
	var missing []string
	for _, c := range meeting.Coverage(w.Index) {
		if len(c.Present) == 0 && c.Role != model.Interested {
			missing = append(missing, c.Role.Someone())
		}
	}
	if len(missing) > 0 {
		w.say("Views that are still missing: %s. If you can tell how it was from there, please come; if you know who can, please pass this on.",
			strings.Join(missing, ", "))
	}
}

// artefactsShown is how many artefacts are named; the rest is counted.
const artefactsShown = 6

func (w *writer) artefacts() {
	var names []string
	for _, a := range w.Artefacts {
		if title := foreign(a.Title); title != "" {
			names = append(names, title)
		}
	}
	if len(names) == 0 {
		return
	}
	more := ""
	if n := len(names) - artefactsShown; n > 0 {
		names, more = names[:artefactsShown], fmt.Sprintf(" and %d more", n)
	}
	w.say("We have already: %s%s.", strings.Join(names, "; "), more)
}

func (w *writer) name(id model.ID) string { return foreign(w.Person(id).Name) }
