package minutes

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"debrief/model"
	"debrief/model/capture"
	"debrief/model/meeting"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// way is one way to more time, or to less. Its key is also its mark.
type way struct {
	key, name, words string
	label            safe.Text // what is typed for it
	// reads says what Enter does with the text, or what is wrong with it.
	reads func(p *Panel, text string) (words, fault string)
	does  func(p *Panel, text string) screen.Outcome
}

// The keys of the ways that do not come from a phase.
const (
	length = "length"
	extend = "extend"
	again  = "again"
	begin  = "begin"
	pause  = "pause"
)

// offered is the ways that there are now, first what changes least.
func (p *Panel) offered() []way {
	c := p.clock()
	var all []way
	add := func(w way) { all = append(all, w) }
	if c.Begun() && !c.Runs() && !c.Ended() && !c.Session.End.IsZero() {
		add(countPause(p.zone))
	}
	if !c.Ended() {
		add(wholeLength())
	}
	if c.Begun() && !c.Ended() {
		add(extension())
		_, last := c.Block()
		for _, from := range lenders() {
			if from > last && c.Left(from) > 0 {
				add(loan(from, c.Left(from)))
			}
		}
	}
	add(nextSession(c, p.zone))
	if c.Ended() || c.Next.ID != "" {
		add(way{key: begin, name: "Begin it now", words: "with its own clock and gate",
			reads: func(*Panel, string) (string, string) { return "Enter begins the next session, in Open", "" },
			does: func(*Panel, string) screen.Outcome {
				return screen.Outcome{Run: screen.Press, Text: string(keymap.NextSession)}
			}})
	}
	return all
}

// lenders are the phases in the order in which they are asked: the protected one comes last.
// Discretionary space shares its minutes with Timeline, so that one is asked for both.
func lenders() []model.Phase {
	return []model.Phase{model.PhaseAttendees, model.PhaseTimeline, model.PhaseLearning, model.PhaseClose, model.PhaseCountermeasures}
}

func countPause(zone *time.Location) way {
	return way{key: pause, name: "It went on", words: "count the time since then too",
		reads: func(p *Panel, _ string) (string, string) {
			return "Enter counts the time since " + p.clock().Stopped().In(zone).Format("15:04") + " too, and the clock runs", ""
		},
		does: func(p *Panel, _ string) screen.Outcome {
			return screen.Outcome{Done: "The clock runs, as if it had never stopped",
				Edit: &screen.Edit{Label: "pause counted", Fact: true, Make: p.env.Editor.CountPause}}
		}}
}

// offers is how many minutes a way gives where none are typed: those that are taken, else five.
func offers(c meeting.Clock, most int) int {
	over := 0
	for _, t := range c.Overrun() {
		over += t.Minutes
	}
	if over == 0 {
		over = 5
	}
	return min(over, most)
}

// asked is the minutes that are typed, or offered on an empty line.
func asked(text string, offered int) (n int, fault string) {
	if strings.TrimSpace(text) == "" {
		return offered, ""
	}
	n, ok := capture.Length(text)
	if !ok || n < 1 {
		return 0, "type minutes, such as 5"
	}
	return n, ""
}

func extension() way {
	return way{key: extend, name: "Extend", words: "the meeting takes longer", label: "Minutes",
		reads: func(p *Panel, text string) (string, string) {
			c := p.clock()
			n, fault := asked(text, offers(c, model.MaxHours*60))
			if fault == "" && c.Length()+n > model.MaxHours*60 {
				fault = fmt.Sprintf("a meeting lasts no longer than %d hours; type less", model.MaxHours)
			}
			if fault != "" {
				return "", fault
			}
			return fmt.Sprintf("%d min more for %s; the meeting takes %d", n, c.Phase, c.Length()+n), ""
		},
		does: func(p *Panel, text string) screen.Outcome {
			n, _ := asked(text, offers(p.clock(), model.MaxHours*60))
			return p.edit(fmt.Sprintf("Extended by %d min", n), func(r model.Postmortem) (model.Postmortem, error) { return p.env.Editor.Extend(r, n) })
		}}
}

// loan borrows from a phase. What is kept for countermeasures is lent as well, but it is never
// what is offered first, and its name says what it is.
func loan(from model.Phase, left int) way {
	words := fmt.Sprintf("has %d min left", left)
	if from == model.PhaseCountermeasures {
		words = fmt.Sprintf("protected: %d min kept for it", left)
	}
	return way{key: "from " + from.String(), name: "Borrow from " + from.String(), words: words, label: "Minutes",
		reads: func(p *Panel, text string) (string, string) {
			c := p.clock()
			n, fault := asked(text, offers(c, c.Left(from)))
			if fault == "" && n > c.Left(from) {
				fault = fmt.Sprintf("%s has %d min left; type no more than that", from, c.Left(from))
			}
			if fault != "" {
				return "", fault
			}
			kept := ""
			if from == model.PhaseCountermeasures {
				kept = " of those kept"
			}
			return fmt.Sprintf("%d min%s for %s; %s then has %d left", n, kept, c.Phase, from, c.Left(from)-n), ""
		},
		does: func(p *Panel, text string) screen.Outcome {
			c := p.clock()
			n, _ := asked(text, offers(c, c.Left(from)))
			return p.edit(fmt.Sprintf("%d min borrowed from %s", n, from), func(r model.Postmortem) (model.Postmortem, error) {
				return p.env.Editor.Borrow(r, from, n)
			})
		}}
}

func wholeLength() way {
	return way{key: length, name: "Length", words: "30, 45, 60, 90 or any minutes", label: "Minutes",
		reads: func(_ *Panel, text string) (string, string) {
			n, ok := capture.Length(text)
			if !ok || n < 1 || n > model.MaxHours*60 {
				return "", "type how many minutes the whole meeting takes, such as 45"
			}
			share := meeting.Agenda(n)
			return fmt.Sprintf("%d min, of them %d for the timeline and %d kept for countermeasures", n,
				share[model.PhaseTimeline-1]+share[model.PhaseDiscretion-1], share[model.PhaseCountermeasures-1]), ""
		},
		does: func(p *Panel, text string) screen.Outcome {
			n, _ := capture.Length(text)
			return p.edit("Length set to "+strconv.Itoa(n)+" min", func(r model.Postmortem) (model.Postmortem, error) { return p.env.Editor.SetLength(r, n) })
		}}
}

func nextSession(c meeting.Clock, zone *time.Location) way {
	w := way{key: again, name: "Meet again", words: "plan the day, time, minutes", label: "When"}
	if c.Next.ID != "" {
		w.words = fmt.Sprintf("planned for %s, %d min; another day, time, minutes", c.Next.PlannedAt.In(zone).Format("Mon 2 Jan 15:04"), c.Next.Minutes)
	}
	read := func(p *Panel, text string) capture.Appointment {
		a := capture.ReadAppointment(text, p.env.Now(), zone)
		if a.Minutes == 0 {
			a.Minutes = p.clock().NextLength()
		}
		return a
	}
	w.reads = func(p *Panel, text string) (string, string) {
		a := read(p, text)
		if a.Fault == "" && a.Minutes > model.MaxHours*60 {
			a.Fault = fmt.Sprintf("a meeting lasts no longer than %d hours; type less", model.MaxHours)
		}
		if a.Fault != "" {
			return "", a.Fault
		}
		return "next session " + shown(a, zone), ""
	}
	w.does = func(p *Panel, text string) screen.Outcome {
		a := read(p, text)
		return p.edit("Next session planned: "+shown(a, zone), func(r model.Postmortem) (model.Postmortem, error) {
			return p.env.Editor.PlanSession(r, a.At, a.Minutes)
		})
	}
	return w
}

func shown(a capture.Appointment, zone *time.Location) string {
	return fmt.Sprintf("%s, %d min", a.At.In(zone).Format("Mon 2 Jan 2006 15:04"), a.Minutes)
}

func (p *Panel) edit(label string, make func(model.Postmortem) (model.Postmortem, error)) screen.Outcome {
	return screen.Outcome{Edit: &screen.Edit{Label: label, Make: make}}
}
