package markdown

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"debrief/model"
)

// meeting writes the record of the meeting itself: when, how the minutes went, what the room
// said at the gate, how many hands went up, and how often the wording was asked about.
func (w *writer) meeting() {
	begin := w.part("Meeting record")
	for i, s := range w.Sessions {
		begin()
		if len(w.Sessions) > 1 {
			w.raw(subpart + " Session " + strconv.Itoa(i+1) + "\n\n")
		}
		w.session(s)
	}
	if len(w.Findings) > 0 {
		begin()
		w.receipt()
	}
	w.trimBlank()
}

func (w *writer) session(s model.Session) {
	switch {
	case !s.Start.IsZero():
		w.time("Held", s.Start, s.End)
	case !s.PlannedAt.IsZero():
		w.time("Planned for", s.PlannedAt, time.Time{})
	}
	if s.Facilitator != "" {
		w.field("Facilitator", w.name(s.Facilitator))
	}
	if s.Minutes > 0 {
		w.field("Planned", minutes(s.Minutes, w.given(s)))
	}
	switch s.Gate {
	case model.GateConfirmed:
		w.raw("- **Timeline:** confirmed by the room")
		w.gateTime(s)
	case model.GateGoOn:
		w.raw("- **Timeline:** not confirmed by the room")
		w.gateTime(s)
	}
	w.hands(s)
	w.field("To try next", s.TryNext)
	w.phases(s)
	w.raw("\n")
}

// time writes when a sitting was or will be. The clock knows seconds, which are of no interest.
func (w *writer) time(name string, from, until time.Time) {
	w.entry(name)
	w.full(model.Moment{At: from.Truncate(time.Minute), End: until.Truncate(time.Minute)})
	w.raw(", ")
	w.line(w.zone.String())
	w.raw("\n")
}

// given is by how many minutes the session became longer or shorter than it was planned.
func (w *writer) given(s model.Session) int {
	sum := 0
	for _, m := range w.PhaseMinutes {
		if m.Session == s.ID {
			sum += m.Given
		}
	}
	return sum
}

// minutes is what was planned, and what came to it: "21 min (+6)".
func minutes(planned, given int) string {
	words := strconv.Itoa(planned) + " min"
	if given != 0 {
		words += fmt.Sprintf(" (%+d)", given)
	}
	return words
}

// hands writes the counts of what was asked; what was not asked is not "nobody".
func (w *writer) hands(s model.Session) {
	if s.HandsAsked == 0 {
		return
	}
	line := "of " + strconv.Itoa(s.Hands) + " people"
	for _, q := range model.AllHandQuestions() {
		if n, asked := s.Counted(q); asked {
			line += ", " + strconv.Itoa(n) + " " + answered(q)
		}
	}
	w.field("Hands up", line)
}

// answered is what those do whose hands went up.
func answered(q model.HandQuestions) string {
	switch q {
	case model.LearnedSomething:
		return "learned something"
	case model.WorksDifferently:
		return "will work differently"
	}
	return "come again"
}

func (w *writer) gateTime(s model.Session) {
	if !s.GateAt.IsZero() {
		m := model.Moment{At: s.GateAt.Truncate(time.Minute)}
		w.raw(", " + m.Clock(w.zone))
	}
	w.raw("\n")
}

// phases writes the plan and the clock of each phase that was held, or that lent its minutes. The
// plan alone is no record of the meeting.
func (w *writer) phases(s model.Session) {
	var rows []model.PhaseMinutes
	held := false
	for _, m := range w.PhaseMinutes {
		if m.Session == s.ID && (m.Actual > 0 || m.Given != 0) {
			rows = append(rows, m)
			held = held || m.Actual > 0
		}
	}
	if !held {
		return
	}
	slices.SortFunc(rows, func(a, b model.PhaseMinutes) int {
		return cmp.Or(cmp.Compare(a.Phase, b.Phase), cmp.Compare(a.ID, b.ID))
	})
	w.raw("\n| Phase | Planned | Actual |\n| --- | --- | --- |\n")
	for _, m := range rows {
		w.raw("| " + m.Phase.String() + " | ")
		if m.Planned > 0 || m.Given != 0 {
			w.raw(minutes(m.Planned, m.Given))
		}
		w.raw(" | " + strconv.Itoa((m.Actual+30)/60) + " min |\n")
	}
}

// receipt writes how many findings the wording guard had and what became of them, with the
// reasons for words that were kept. It names no person.
func (w *writer) receipt() {
	count := make(map[model.FindingOutcome]int)
	reasons := make(map[model.FindingOutcome][]string)
	findings := slices.Clone(w.Findings)
	slices.SortFunc(findings, func(a, b model.Finding) int {
		return cmp.Or(cmp.Compare(a.Pos, b.Pos), cmp.Compare(a.ID, b.ID))
	})
	for _, f := range findings {
		count[f.Outcome]++
		if r := strings.TrimSpace(f.Reason); r != "" && !slices.Contains(reasons[f.Outcome], r) {
			reasons[f.Outcome] = append(reasons[f.Outcome], r)
		}
	}
	fmt.Fprintf((*sink)(&w.out), "- **Wording:** %d flagged", len(findings))
	for _, o := range []struct {
		outcome model.FindingOutcome
		words   string
	}{
		{model.Reworded, "reworded"}, {model.ParkedIf, "parked as an idea"}, {model.Quoted, "kept as a quotation"},
		{model.Dismissed, "kept"},
	} {
		if count[o.outcome] == 0 {
			continue
		}
		fmt.Fprintf((*sink)(&w.out), ", %d %s", count[o.outcome], o.words)
		if r := reasons[o.outcome]; len(r) > 0 {
			w.raw(" (")
			w.line(strings.Join(r, "; "))
			w.raw(")")
		}
	}
	fmt.Fprintf((*sink)(&w.out), ", %d left\n", count[model.Flagged])
}

// sink lets fmt write to the end of a page.
type sink []byte

func (s *sink) Write(b []byte) (int, error) {
	*s = append(*s, b...)
	return len(b), nil
}

// notes writes the facilitator's notes that this audience may see.
func (w *writer) notes() {
	begin := w.part("Notes")
	for _, n := range w.Notes {
		if strings.TrimSpace(n.Text) == "" {
			continue
		}
		begin()
		if e := w.Event(n.OfID); n.Of == model.Events && e.ID != "" {
			w.raw("On ")
			w.event(e)
			w.raw(":\n\n")
		} else if n.Phase != 0 {
			w.raw(n.Phase.String() + ":\n\n")
		}
		w.body(n.Text, "")
		w.raw("\n")
	}
	w.trimBlank()
}
