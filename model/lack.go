package model

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lack is something that a phase still lacks. It blocks nothing: it is said, and one may go on.
type Lack struct {
	Phase Phase
	Words string // goes on after "Missing: ": "someone affected", "a date for 1 idea"
	// Contradicts tells that nothing is missing but two entries contradict each other; Words is
	// then a sentence of its own.
	Contradicts bool
	// The first row concerned, and its field, so that one can go there. Field is that of Fields
	// for the Open phase.
	Table Table
	ID    ID
	Field string
}

// Lacks returns what the phase still lacks, in the order in which one would fill it. For Close
// it is what all the phases before it lack.
func Lacks(x *Index, phase Phase) []Lack {
	var all []Lack
	add := func(l Lack) {
		l.Phase = phase
		all = append(all, l)
	}
	switch phase {
	case PhaseOpen:
		openLacks(x, add)
	case PhaseAttendees:
		attendeeLacks(x, add)
	case PhaseTimeline:
		timelineLacks(x, add)
	case PhaseDiscretion:
		discretionLacks(x, add)
	case PhaseLearning:
		learningLacks(x, add)
	case PhaseCountermeasures:
		countermeasureLacks(x, add)
	case PhaseClose:
		for _, before := range Phases()[:PhaseClose-1] {
			all = append(all, Lacks(x, before)...)
		}
	}
	return all
}

// LacksByPhase returns what the phases before Close lack, one entry a phase that lacks something:
// its words joined, and the place of the first. What does not fit into so many columns is
// counted, as in LackLine; 0 columns means no limit.
func LacksByPhase(x *Index, columns int) []Lack {
	var all []Lack
	for _, phase := range Phases()[:PhaseClose-1] {
		lacks := Lacks(x, phase)
		if len(lacks) == 0 {
			continue
		}
		one := lacks[0]
		one.Words = fitting(lacks, columns, lackWords)
		all = append(all, one)
	}
	return all
}

func openLacks(x *Index, add func(Lack)) {
	for _, f := range []Field{FieldImpact, FieldSeverity, FieldOwner, FieldFacilitator, FieldNoteTaker,
		FieldBegan, FieldDetected, FieldMitigated, FieldResolved, FieldSystems} {
		l := Lack{Words: strings.ToLower(string(f)), Table: Headers, ID: x.Header.ID, Field: string(f)}
		kind, isTime := f.Milestone()
		switch {
		case isTime:
			if !x.Milestone(kind).IsZero() {
				continue
			}
			l.Table, l.ID = Milestones, ID(kind)
		case x.Field(f) != "":
			continue
		case f == FieldImpact || f == FieldSeverity || f == FieldSystems:
			l.Table = Incidents
		}
		add(l)
	}
	for _, said := range x.Contradictions() {
		kind, _, _ := strings.Cut(said, " ")
		add(Lack{Words: said, Contradicts: true, Table: Milestones, ID: ID(kind), Field: Capital(kind)})
	}
}

func attendeeLacks(x *Index, add func(Lack)) {
	present, unnamed, first := 0, 0, ID("")
	for _, a := range x.Attendees {
		if a.Away {
			continue
		}
		present++
		if a.Roles == 0 && len(x.Header.Offices(a.ID)) == 0 {
			if unnamed++; first == "" {
				first = a.ID
			}
		}
	}
	if present == 0 {
		add(Lack{Words: "who is in the room", Table: Attendees})
		return
	}
	for _, c := range Coverage(x) {
		if len(c.Present) > 0 {
			continue
		}
		l := Lack{Words: c.Role.Someone(), Table: Attendees, Field: c.Role.String()}
		if len(c.Away) > 0 {
			l.ID = c.Away[0].ID
		}
		add(l)
	}
	if unnamed > 0 {
		add(Lack{Words: "a role for " + Count(unnamed, "person", "people"), Table: Attendees, ID: first, Field: "Roles"})
	}
}

func timelineLacks(x *Index, add func(Lack)) {
	if len(x.Events) == 0 {
		add(Lack{Words: "the first row", Table: Events})
		return
	}
	without, first := 0, ID("")
	for _, e := range x.Events {
		if len(x.AccountsOf(e.ID)) == 0 {
			if without++; first == "" {
				first = e.ID
			}
		}
	}
	if without > 0 {
		add(Lack{Words: "an account for " + Count(without, "row", "rows"), Table: Events, ID: first, Field: "Account"})
	}
}

func discretionLacks(x *Index, add func(Lack)) {
	if len(x.DecisionPoints) == 0 {
		add(Lack{Words: "a decision card", Table: DecisionPoints})
		return
	}
	unknown, firstUnknown := 0, ID("")
	fields, cards := 0, 0
	var first Lack
	for _, d := range x.DecisionPoints {
		empty := emptyFields(x, d.ID)
		for _, f := range empty {
			if f == KnownThen {
				if unknown++; firstUnknown == "" {
					firstUnknown = d.ID
				}
				continue
			}
			if fields++; first.ID == "" {
				first = Lack{Table: DecisionPoints, ID: d.ID, Field: string(f)}
			}
		}
		if len(empty) > 1 || (len(empty) == 1 && empty[0] != KnownThen) {
			cards++
		}
	}
	if unknown > 0 {
		add(Lack{Words: "what was known then on " + Count(unknown, "card", "cards"),
			Table: DecisionPoints, ID: firstUnknown, Field: string(KnownThen)})
	}
	if fields > 0 {
		first.Words = fmt.Sprintf("%s of %s", Count(fields, "field", "fields"), Count(cards, "card", "cards"))
		add(first)
	}
}

// CardLacks returns what one decision card still lacks, for the screen that shows it alone.
func CardLacks(x *Index, card ID) []Lack {
	empty := emptyFields(x, card)
	if len(empty) == 0 {
		return nil
	}
	return []Lack{{Phase: PhaseDiscretion, Words: Count(len(empty), "field", "fields") + " of this card",
		Table: DecisionPoints, ID: card, Field: string(empty[0])}}
}

func emptyFields(x *Index, card ID) []CardField {
	var empty []CardField
	for _, f := range CardFields() {
		if len(x.LinesOf(card, f)) == 0 {
			empty = append(empty, f)
		}
	}
	return empty
}

func learningLacks(x *Index, add func(Lack)) {
	has := make(map[LearningKind]bool)
	unanswered, first := 0, ID("")
	for _, l := range x.Learnings {
		has[l.Kind] = true
		if l.Kind == OpenQuestion && l.Attendee == "" && l.Answer == "" {
			if unanswered++; first == "" {
				first = l.ID
			}
		}
	}
	for _, k := range []struct {
		kind  LearningKind
		words string
	}{
		{Surprise, "what surprised us"}, {WentWell, "what went well"},
		{Lucky, "where we were lucky"}, {Condition, "contributing conditions"},
	} {
		if !has[k.kind] {
			add(Lack{Words: k.words, Table: Learnings, Field: string(k.kind)})
		}
	}
	if unanswered > 0 {
		add(Lack{Words: "who answers " + Count(unanswered, "question", "questions"), Table: Learnings, ID: first, Field: "Attendee"})
	}
}

func countermeasureLacks(x *Index, add func(Lack)) {
	if len(x.Countermeasures) == 0 {
		add(Lack{Words: "a countermeasure", Table: Countermeasures})
		return
	}
	owners, dates := 0, 0
	var owner, date ID
	for _, c := range x.Countermeasures {
		resting := c.Standing() == StandsResting
		if c.Standing() != Undecided && !resting {
			continue
		}
		if c.Owner == "" {
			if owners++; owner == "" {
				owner = c.ID
			}
		}
		if c.By.IsZero() && !resting {
			if dates++; date == "" {
				date = c.ID
			}
		}
	}
	if owners > 0 {
		add(Lack{Words: "an owner for " + Count(owners, "idea", "ideas"), Table: Countermeasures, ID: owner, Field: "Owner"})
	}
	if dates > 0 {
		add(Lack{Words: "a date for " + Count(dates, "idea", "ideas"), Table: Countermeasures, ID: date, Field: "By"})
	}
}

// LackLine returns what a screen's third row says of its lacks: "Missing: impact, mitigated",
// "" where nothing is lacking. What does not fit into so many columns is counted: "and 3 more";
// 0 columns means no limit. At Close the line counts alone, since the screen lists them.
func LackLine(phase Phase, lacks []Lack, columns int) string {
	if len(lacks) == 0 {
		return ""
	}
	if phase == PhaseClose {
		return "Missing: " + Count(len(lacks), "thing", "things")
	}
	return fitting(lacks, columns, lackLine)
}

// fitting is the line of as many lacks as fit; the rest is counted in it.
func fitting(lacks []Lack, columns int, line func(shown []Lack, more int) string) string {
	for n := len(lacks); n > 1; n-- {
		if all := line(lacks[:n], len(lacks)-n); columns <= 0 || utf8.RuneCountInString(all) <= columns {
			return all
		}
	}
	return line(lacks[:1], len(lacks)-1)
}

func lackLine(lacks []Lack, more int) string {
	if lacks[0].Contradicts {
		return lackWords(lacks, more)
	}
	return "Missing: " + lackWords(lacks, more)
}

// lackWords is the words of lacks: what is missing, then what contradicts.
func lackWords(lacks []Lack, more int) string {
	var missing, sentences []string
	for _, l := range lacks {
		if l.Contradicts {
			sentences = append(sentences, Capital(l.Words))
		} else {
			missing = append(missing, l.Words)
		}
	}
	line := ""
	if len(missing) > 0 {
		line = strings.Join(missing, ", ")
		if len(sentences) > 0 {
			line += ". "
		}
	}
	line += strings.Join(sentences, ". ")
	if more > 0 {
		line += fmt.Sprintf(" and %d more", more)
	}
	return line
}

// Capital returns the words with a capital first letter, of any script.
func Capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
