package capture

import (
	"slices"
	"strings"

	"debrief/model"
	"debrief/model/edit"
)

// Around is what Says needs to know of the record besides the line.
type Around struct {
	After    string             // how the row is called that a new one would follow: "~14:25"
	Row      string             // how the marked row is called: "14:09"
	Owner    string             // the marked countermeasure's owner, "" for none
	By       model.Date         // and its target date
	Learning model.LearningKind // the kind of the marked learning, which a new one joins
}

// Says returns the sentence of the row Reads: how the line is understood and what Enter makes of
// it. It is "" for plain text, of which only the caller knows where it goes. Faults are not in
// it: see Line.Check.
func Says(l Line, c Context, a Around) string {
	s := sentence{c: &c, l: &l, a: &a, signed: l.Signed()}
	switch l.Target {
	case New:
		s.newRow()
	case Row:
		s.markedRow()
	case Idea:
		s.add("idea parked" + before(" at ", a.Row))
		s.people("from ", s.signed)
	case Quote:
		s.quotation()
	}
	s.mentioned()
	s.tab()
	return s.b.String()
}

// sentence is made of parts with semicolons between them.
type sentence struct {
	b strings.Builder
	c *Context
	l *Line
	a *Around
	// signed is Line.Signed, read once.
	signed []Person
	// tabbed: it is said already that Tab completes the open word.
	tabbed bool
}

func (s *sentence) add(parts ...string) {
	if s.b.Len() > 0 {
		s.b.WriteString("; ")
	}
	for _, p := range parts {
		s.b.WriteString(p)
	}
}

func before(words, what string) string {
	if what == "" {
		return ""
	}
	return words + what
}

func (s *sentence) newRow() {
	l := s.l
	switch s.c.Phase {
	case model.PhaseAttendees:
		s.attendee()
	case model.PhaseTimeline:
		row := "new row"
		if !l.When.IsZero() {
			row += " at " + s.when(l.When, l.DayShift)
		}
		s.add(row, before(", after ", s.a.After))
		if l.Kind != "" {
			s.add(l.Kind)
		}
		s.known()
		s.people("", s.signed)
	case model.PhaseDiscretion:
		s.people("", s.signed)
	case model.PhaseLearning:
		kind := s.a.Learning
		if l.Kind != "" {
			kind = model.LearningKind(l.Kind)
		}
		if kind == "" {
			s.add("new learning; a #kind says under which heading")
		} else {
			s.add("joins ", heading(kind))
		}
		s.people("", s.signed)
		if !l.By.IsZero() {
			s.add("by ", s.date(l.By))
		}
	case model.PhaseCountermeasures:
		s.add("new countermeasure")
		if l.Kind != "" {
			s.add(l.Kind)
		}
		s.owner()
		switch {
		case len(s.signed) > 0 && !l.By.IsZero():
			s.add("date ", s.date(l.By))
			s.add("decided")
		case len(s.signed) > 0:
			s.add("undecided until it has a date")
		case !l.By.IsZero():
			s.add("date ", s.date(l.By))
			s.add("undecided until it has an owner")
		default:
			s.add("undecided until it has an owner and a date")
		}
	}
}

func (s *sentence) attendee() {
	a := s.l.Attendee
	if a.Handle == "" {
		s.add("name, @handle, team and #role; only the name is needed")
		return
	}
	if a.ID != "" {
		was, _ := s.c.People.Handle(a.Handle)
		s.add("completes @", a.Handle, ": ", Completion(was, a))
		return
	}
	given := slices.ContainsFunc(s.l.Tokens, func(t Token) bool { return t.Kind == TokenPerson })
	if given {
		s.add("new person @", a.Handle, before(", team ", a.Team))
	} else {
		s.add("new person \"", a.Name, "\", @", a.Handle, before(", team ", a.Team))
	}
	if a.Roles != 0 {
		s.b.WriteString(", role " + a.Roles.String())
	}
	if a.Away {
		s.b.WriteString(", away")
	}
	if a.New {
		s.b.WriteString(", here for the first time")
	}
	// Without a handle every word is the name, the team that was meant as well.
	if !given && a.Team == "" && strings.Contains(a.Name, " ") {
		s.add("a team stands after the @handle")
	}
}

// Completion says what a line adds to a person who is on the list.
func Completion(was, with model.Attendee) string {
	now, _ := edit.Complete(was, with)
	var parts []string
	if now.Name != was.Name {
		parts = append(parts, now.Name)
	}
	if now.Team != was.Team {
		parts = append(parts, "team "+now.Team)
	}
	if more := now.Roles &^ was.Roles; more != 0 {
		parts = append(parts, "role "+more.String())
	}
	if now.Away != was.Away {
		parts = append(parts, map[bool]string{true: "away", false: "here"}[now.Away])
	}
	if now.New != was.New {
		parts = append(parts, "here for the first time")
	}
	return strings.Join(parts, ", ")
}

func (s *sentence) markedRow() {
	l := s.l
	switch s.c.Phase {
	case model.PhaseAttendees:
		s.markedAttendee()
	case model.PhaseTimeline, model.PhaseDiscretion:
		s.markedEvent()
	case model.PhaseLearning:
		if l.Text != "" {
			s.add("words for the marked row")
		}
		if l.Kind != "" {
			s.add("moves to ", heading(model.LearningKind(l.Kind)))
		}
		s.people("", s.signed)
		if !l.By.IsZero() {
			s.add("by ", s.date(l.By))
		}
		if s.b.Len() == 0 {
			s.add("about the marked row: words, @name, by mon or #kind")
		}
	case model.PhaseCountermeasures, model.PhaseClose:
		s.markedCountermeasure()
	default:
		s.add("about the marked row")
	}
}

func (s *sentence) markedAttendee() {
	l := s.l
	who := s.a.Row
	if who == "" {
		who = "the marked person"
	}
	switch l.Presence {
	case Here:
		s.add(who, " is here")
	case Away:
		s.add(who, " is away")
	}
	if l.Attendee.Roles != 0 {
		s.add("role ", l.Attendee.Roles.String())
	}
	if l.Attendee.New {
		s.add("here for the first time")
	}
	if s.b.Len() == 0 {
		s.add("about ", who, ": away, here, new or a #role")
	}
}

func (s *sentence) markedEvent() {
	l := s.l
	row := s.a.Row
	if row == "" {
		row = "the marked row"
	}
	if !l.When.IsZero() {
		s.add("the time of ", row, " becomes ", s.when(l.When, l.DayShift))
	}
	if l.Kind != "" {
		s.add("kind ", l.Kind)
	}
	s.known()
	switch {
	case l.Text != "" && len(s.signed) > 0:
		s.people("account by ", s.signed)
		s.b.WriteString(" of " + row)
	case l.Text != "":
		s.add("account of ", row, ", nobody named")
	case len(s.signed) > 0:
		s.people("was there at "+row+": ", s.signed)
	}
	switch {
	case s.b.Len() > 0:
	case len(l.Faults) == 0:
		s.add("about ", row, ": words, @name, a time, known 14:21 or #kind")
	case slices.ContainsFunc(l.Tokens, func(t Token) bool { return t.Kind == TokenKnown }):
		s.add("known since when? 14:21 @ben, or at once @ben")
	}
}

func (s *sentence) markedCountermeasure() {
	l := s.l
	switch l.State {
	case model.Resting:
		s.add("rests")
		if !l.RestUntil.IsZero() {
			s.b.WriteString(" until " + s.date(l.RestUntil))
		}
	case model.Declined:
		s.add("declined", before(" because ", l.Reason))
	case model.Done:
		s.add("done")
	}
	s.owner()
	if !l.By.IsZero() {
		s.add("date ", s.date(l.By))
	}
	if l.State == "" && (len(s.signed) > 0 || !l.By.IsZero()) {
		owner, by := s.a.Owner, s.a.By
		if len(s.signed) > 0 {
			owner = s.signed[0].Name
		}
		if !l.By.IsZero() {
			by = l.By
		}
		switch {
		case owner == "":
			s.add("undecided until it has an owner")
		case by.IsZero():
			s.add("undecided until it has a date")
		case len(s.signed) > 0 && !l.By.IsZero():
			s.add("this is decided")
		case len(s.signed) > 0:
			s.add("with ", s.date(by), " this is decided")
		default:
			s.add("with ", firstName(owner), " as owner this is decided")
		}
	}
	if l.Kind != "" {
		s.add("kind ", l.Kind)
	}
	if l.DoneWhen != "" {
		s.add("done when ", l.DoneWhen)
	}
	if l.Ticket != "" {
		s.add("ticket ", l.Ticket)
	}
	if s.b.Len() == 0 && len(l.Faults) == 0 {
		s.add("about the marked row: @ana, by fri, done when ..., rest, done, OPS-1")
	}
}

func (s *sentence) quotation() {
	s.add("quotation")
	if len(s.signed) > 0 {
		s.b.WriteString(" by " + s.called(s.signed))
	}
	s.b.WriteString(before(" at ", s.a.Row))
}

func (s *sentence) people(words string, list []Person) {
	if len(list) > 0 {
		s.add(words, s.called(list))
	}
}

// called names people so that one sees who was found: "@chao Chao Lin", "@jo (new)". Behind the
// one whose name is not typed to its end stands that Tab completes it.
func (s *sentence) called(list []Person) string {
	all := make([]string, len(list))
	for i, p := range list {
		all[i] = "@" + p.Handle + " " + p.Name
		if !p.Known {
			all[i] = "@" + p.Handle + " (new)"
		}
		all[i] += s.completes(p)
	}
	return model.ListWords(all)
}

// mentioned says which people of the sentence are new; whoever is known needs no word.
func (s *sentence) mentioned() {
	for _, p := range s.l.People {
		if p.InText && !p.Known {
			s.add("@", p.Handle, " (new)")
		}
	}
}

// completes says that Tab completes the name, where it is the open word and not whole yet.
func (s *sentence) completes(p Person) string {
	o := s.l.Open
	if o.Kind != TokenPerson || !p.Known || p.Word != o.Prefix || strings.EqualFold(p.Handle, o.Prefix) {
		return ""
	}
	s.tabbed = true
	return ": Tab"
}

func (s *sentence) owner() {
	people := s.signed
	if len(people) == 0 {
		return
	}
	s.add("owner ", people[0].Name)
	if !people[0].Known {
		s.b.WriteString(" (new)")
	}
	s.b.WriteString(s.completes(people[0]))
	if len(people) > 1 {
		s.add("one owner: ", s.called(people[1:]), " is left out")
	}
}

func (s *sentence) known() {
	k := s.l.Known
	who := ""
	if len(k.People) > 0 {
		who = " to " + s.called(k.People)
	}
	switch k.State {
	case model.KnownAt:
		if !k.When.IsZero() {
			s.add("known", who, " at ", s.when(k.When, 0))
		}
	case model.KnownAtOnce:
		s.add("known", who, " at once")
	case model.NobodySaid:
		s.add("nobody has said yet when it was known", who)
	}
}

// when is the clock time, with the day where it is not the timeline's own.
func (s *sentence) when(m model.Moment, shift int) string {
	words := m.Clock(s.c.zone())
	b := s.c.base()
	day := model.DateOf(m.At.In(b.zone))
	if !b.at.IsZero() {
		b.day = model.DateOf(b.at.In(b.zone))
	}
	byWeekday := false
	if first, _, ok := strings.Cut(m.Typed, " "); ok {
		_, byWeekday = weekday(bare(strings.TrimLeft(first, "~")))
	}
	if day != b.day || byWeekday {
		words += " on " + day.Time().Format("Mon 2 Jan")
		if day.Year != b.day.Year || byWeekday {
			words += day.Time().Format(" 2006")
		}
	}
	switch shift {
	case 1:
		words += ", the next day"
	case -1:
		words += ", the day before"
	}
	return words
}

func (s *sentence) date(d model.Date) string {
	words := d.Time().Format("Mon 2 Jan 2006")
	if d.Before(s.c.today()) {
		words += ", which has passed"
	}
	return words
}

// tab says what Tab completes, where the open word is not whole yet.
func (s *sentence) tab() {
	o := s.l.Open
	if o.IsZero() {
		return
	}
	all := Candidates(o, *s.c)
	sign := "@"
	if o.Kind != TokenPerson {
		sign = "#"
	}
	switch {
	case len(all) == 0:
	case len(all) == 1 && strings.EqualFold(all[0].Text, sign+o.Prefix):
	case len(all) == 1 && s.tabbed:
	case len(all) == 1 && s.b.Len() > 0:
		s.b.WriteString(": Tab completes " + all[0].Text)
	default:
		s.add("Tab: ", all[0].Text)
		for _, c := range all[1:min(len(all), 4)] {
			s.b.WriteString(", " + c.Text)
		}
		if len(all) > 4 {
			s.b.WriteString(" ...")
		}
	}
}

// heading is the question under which a kind of learning stands.
func heading(k model.LearningKind) string {
	switch k {
	case model.Surprise:
		return "What surprised us"
	case model.WentWell:
		return "What went well"
	case model.Lucky:
		return "Where we were lucky"
	case model.Condition:
		return "Contributing conditions"
	case model.OpenQuestion:
		return "Open questions"
	case model.WeakerSignal:
		return "Weaker signals"
	case model.LatentDefect:
		return "Latent defects"
	}
	return string(k)
}

func firstName(name string) string {
	first, _, _ := strings.Cut(name, " ")
	return first
}
