package meeting

import (
	"debrief/model"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Lack is something that a phase still lacks. It blocks nothing: it is said, and one may go on.
type Lack struct {
	Phase model.Phase
	Words string // goes on after "Missing: ": "someone affected", "a date for 1 idea"
	// Contradicts tells that nothing is missing but two entries contradict each other; Words is
	// then a sentence of its own.
	Contradicts bool
	// The first row concerned, and its field, so that one can go there. Field is that of Fields
	// for the Open phase.
	Table model.Table
	ID    model.ID
	Field string
}

// Lacks returns what the phase still lacks, in the order in which one would fill it. For Close
// it is what all the phases before it lack.
func Lacks(x *model.Index, phase model.Phase) []Lack {
	var all []Lack
	add := func(l Lack) {
		l.Phase = phase
		all = append(all, l)
	}
	switch phase {
	case model.PhaseOpen:
		openLacks(x, add)
	case model.PhaseAttendees:
		attendeeLacks(x, add)
	case model.PhaseTimeline:
		timelineLacks(x, add)
	case model.PhaseDiscretion:
		discretionLacks(x, add)
	case model.PhaseLearning:
		learningLacks(x, add)
	case model.PhaseCountermeasures:
		countermeasureLacks(x, add)
	case model.PhaseClose:
		for _, before := range model.Phases()[:model.PhaseClose-1] {
			all = append(all, Lacks(x, before)...)
		}
	}
	return all
}

// LacksByPhase returns what the phases before Close lack, one entry a phase that lacks something:
// its words joined, and the place of the first. What does not fit into so many columns is
// counted, as in LackLine; 0 columns means no limit.
func LacksByPhase(x *model.Index, columns int) []Lack {
	var all []Lack
	for _, phase := range model.Phases()[:model.PhaseClose-1] {
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

func openLacks(x *model.Index, add func(Lack)) {
	for _, f := range []model.Field{model.FieldImpact, model.FieldSeverity, model.FieldOwner, model.FieldFacilitator, model.FieldNoteTaker,
		model.FieldBegan, model.FieldDetected, model.FieldMitigated, model.FieldResolved, model.FieldSystems} {
		l := Lack{Words: strings.ToLower(string(f)), Table: model.Headers, ID: x.Header.ID, Field: string(f)}
		kind, isTime := f.Milestone()
		switch {
		case isTime:
			if !x.Milestone(kind).IsZero() {
				continue
			}
			l.Table, l.ID = model.Milestones, model.ID(kind)
		case x.Field(f) != "":
			continue
		case f == model.FieldImpact || f == model.FieldSeverity || f == model.FieldSystems:
			l.Table = model.Incidents
		}
		add(l)
	}
	for _, said := range x.Contradictions() {
		kind, _, _ := strings.Cut(said, " ")
		add(Lack{Words: said, Contradicts: true, Table: model.Milestones, ID: model.ID(kind), Field: model.Capital(kind)})
	}
}

func attendeeLacks(x *model.Index, add func(Lack)) {
	present, unnamed, first := 0, 0, model.ID("")
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
		add(Lack{Words: "who is in the room", Table: model.Attendees})
		return
	}
	for _, c := range Coverage(x) {
		if len(c.Present) > 0 {
			continue
		}
		l := Lack{Words: c.Role.Someone(), Table: model.Attendees, Field: c.Role.String()}
		if len(c.Away) > 0 {
			l.ID = c.Away[0].ID
		}
		add(l)
	}
	if unnamed > 0 {
		add(Lack{Words: "a role for " + model.Count(unnamed, "person", "people"), Table: model.Attendees, ID: first, Field: "Roles"})
	}
}

func timelineLacks(x *model.Index, add func(Lack)) {
	if len(x.Events) == 0 {
		add(Lack{Words: "the first row", Table: model.Events})
		return
	}
	without, first := 0, model.ID("")
	for _, e := range x.Events {
		if len(x.AccountsOf(e.ID)) == 0 {
			if without++; first == "" {
				first = e.ID
			}
		}
	}
	if without > 0 {
		add(Lack{Words: "an account for " + model.Count(without, "row", "rows"), Table: model.Events, ID: first, Field: "Account"})
	}
}

func discretionLacks(x *model.Index, add func(Lack)) {
	if len(x.DecisionPoints) == 0 {
		add(Lack{Words: "a decision card", Table: model.DecisionPoints})
		return
	}
	unknown, firstUnknown := 0, model.ID("")
	fields, cards := 0, 0
	var first Lack
	for _, d := range x.DecisionPoints {
		empty := emptyFields(x, d.ID)
		for _, f := range empty {
			if f == model.KnownThen {
				if unknown++; firstUnknown == "" {
					firstUnknown = d.ID
				}
				continue
			}
			if fields++; first.ID == "" {
				first = Lack{Table: model.DecisionPoints, ID: d.ID, Field: string(f)}
			}
		}
		if len(empty) > 1 || (len(empty) == 1 && empty[0] != model.KnownThen) {
			cards++
		}
	}
	if unknown > 0 {
		add(Lack{Words: "what was known then on " + model.Count(unknown, "card", "cards"),
			Table: model.DecisionPoints, ID: firstUnknown, Field: string(model.KnownThen)})
	}
	if fields > 0 {
		first.Words = fmt.Sprintf("%s of %s", model.Count(fields, "field", "fields"), model.Count(cards, "card", "cards"))
		add(first)
	}
}

// CardLacks returns what one decision card still lacks, for the screen that shows it alone.
func CardLacks(x *model.Index, card model.ID) []Lack {
	empty := emptyFields(x, card)
	if len(empty) == 0 {
		return nil
	}
	return []Lack{{Phase: model.PhaseDiscretion, Words: model.Count(len(empty), "field", "fields") + " of this card",
		Table: model.DecisionPoints, ID: card, Field: string(empty[0])}}
}

func emptyFields(x *model.Index, card model.ID) []model.CardField {
	var empty []model.CardField
	for _, f := range model.CardFields() {
		if len(x.LinesOf(card, f)) == 0 {
			empty = append(empty, f)
		}
	}
	return empty
}

func learningLacks(x *model.Index, add func(Lack)) {
	has := make(map[model.LearningKind]bool)
	unanswered, first := 0, model.ID("")
	for _, l := range x.Learnings {
		has[l.Kind] = true
		if l.Kind == model.OpenQuestion && l.Attendee == "" && l.Answer == "" {
			if unanswered++; first == "" {
				first = l.ID
			}
		}
	}
	for _, k := range []struct {
		kind  model.LearningKind
		words string
	}{
		{model.Surprise, "what surprised us"}, {model.WentWell, "what went well"},
		{model.Lucky, "where we were lucky"}, {model.Condition, "contributing conditions"},
	} {
		if !has[k.kind] {
			add(Lack{Words: k.words, Table: model.Learnings, Field: string(k.kind)})
		}
	}
	if unanswered > 0 {
		add(Lack{Words: "who answers " + model.Count(unanswered, "question", "questions"), Table: model.Learnings, ID: first, Field: "Attendee"})
	}
}

func countermeasureLacks(x *model.Index, add func(Lack)) {
	if len(x.Countermeasures) == 0 {
		add(Lack{Words: "a countermeasure", Table: model.Countermeasures})
		return
	}
	owners, dates := 0, 0
	var owner, date model.ID
	for _, c := range x.Countermeasures {
		resting := c.Standing() == model.StandsResting
		if c.Standing() != model.Undecided && !resting {
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
		add(Lack{Words: "an owner for " + model.Count(owners, "idea", "ideas"), Table: model.Countermeasures, ID: owner, Field: "Owner"})
	}
	if dates > 0 {
		add(Lack{Words: "a date for " + model.Count(dates, "idea", "ideas"), Table: model.Countermeasures, ID: date, Field: "By"})
	}
}

// LackLine returns what a screen's third row says of its lacks: "Missing: impact, mitigated",
// "" where nothing is lacking. What does not fit into so many columns is counted: "and 3 more";
// 0 columns means no limit. At Close the line counts alone, since the screen lists them.
func LackLine(phase model.Phase, lacks []Lack, columns int) string {
	if len(lacks) == 0 {
		return ""
	}
	if phase == model.PhaseClose {
		return "Missing: " + model.Count(len(lacks), "thing", "things")
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
			sentences = append(sentences, model.Capital(l.Words))
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
