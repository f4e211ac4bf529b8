package prompt

import (
	"strings"

	"debrief/model"
)

// Condition is something that is on the screen and matters to a question, by its name in the
// settings. Those of a row hold of the marked one.
type Condition string

// The conditions of home, of the attendees, of the cards and of the countermeasures. An event
// has those of event.go; a field of Open, a role that nobody stands for, a field of a card and a
// kind of learning have the names that Field, NoRole, OfCard and OfKind return.
const (
	FirstStart Condition = "first start"

	Roleless  Condition = "no role"
	Away      Condition = "away"
	FirstTime Condition = "first time"

	NoCard    Condition = "no card"
	NoSeat    Condition = "no seat"
	CardHead  Condition = "card"
	OtherCard Condition = "other card"

	NoAnswer Condition = "no answer"

	NoMeasure    Condition = "no countermeasure"
	NoOwner      Condition = "no owner"
	NoDate       Condition = "no date"
	NoDoneWhen   Condition = "no done when"
	NoCondition  Condition = "no condition"
	OpenMeasure  Condition = "countermeasure"
	Resting      Condition = "resting"
	NotTested    Condition = "not tested"
	Declined     Condition = "declined"
	Parked       Condition = "parked idea"
	Merging      Condition = "merging"
	FieldWhat    Condition = "field what"
	FieldKind    Condition = "field kind"
	FieldTicket  Condition = "field ticket"
	FieldRow     Condition = "field row"
	FieldSaidBy  Condition = "field said by"
	FieldDone    Condition = "field done on"
	FieldAnswer  Condition = "field answer"
	FieldSeen    Condition = "field seen"
	FieldPrivate Condition = "field private"

	ReadBack     Condition = "read back"
	ReadBackRest Condition = "read back resting"
	ReadBackOpen Condition = "read back without a day"
	Missing      Condition = "missing"
	TryNext      Condition = "try next"
	NotHeld      Condition = "meeting over"
	Page         Condition = "page"
)

// Field is the condition that a field of the post-mortem's own facts is marked.
func Field(f model.Field) Condition { return Condition("field " + strings.ToLower(string(f))) }

// NoRole is the condition that nobody in the room stands for a role.
func NoRole(r model.Roles) Condition { return Condition("no " + r.String()) }

// OfCard is the condition that a field of a card is marked.
func OfCard(f model.CardField) Condition { return Condition(f) }

// OfKind is the condition that a kind of learning is asked for: nothing stands under it yet, or
// a row of it is marked while no kind is empty.
func OfKind(k model.LearningKind) Condition { return Condition(k) }

// OfHands is the condition that a count of hands is marked.
func OfHands(q model.HandQuestions) Condition { return Condition("hands " + q.String()) }

// Known is a condition with what it means and where it may hold.
type Known struct {
	Condition Condition
	Says      string
	Phases    []model.Phase
}

// Conditions lists all conditions, in the order of the phases.
func Conditions() []Known {
	var all []Known
	add := func(phase model.Phase, c Condition, says string) {
		for i := range all {
			if all[i].Condition == c {
				all[i].Phases = append(all[i].Phases, phase)
				return
			}
		}
		all = append(all, Known{c, says, []model.Phase{phase}})
	}
	add(0, FirstStart, "there is no post-mortem yet")
	for _, f := range model.Fields() {
		if f == model.FieldPublishTo || f == model.FieldTold {
			add(model.PhaseClose, Field(f), "the field "+string(f)+" is marked")
		} else {
			add(model.PhaseOpen, Field(f), "the field "+string(f)+" is marked")
		}
	}
	for _, r := range model.AllRoles() {
		add(model.PhaseAttendees, NoRole(r), "nobody in the room stands for "+r.String())
	}
	add(model.PhaseAttendees, Roleless, "the marked person has no role, or the field Roles is marked")
	add(model.PhaseAttendees, Away, "the marked person is away")
	add(model.PhaseAttendees, FirstTime, "the field First time is marked")
	for _, k := range eventConditions() {
		add(model.PhaseTimeline, k.Condition, k.Says)
	}
	add(model.PhaseDiscretion, NoCard, "there is no decision card yet")
	add(model.PhaseDiscretion, NoSeat, "the head of a card is marked that names nobody")
	add(model.PhaseDiscretion, CardHead, "the head of a card is marked")
	add(model.PhaseDiscretion, OtherCard, "a card is marked that is not open")
	add(model.PhaseDiscretion, NoPressure, "")
	for _, f := range model.CardFields() {
		add(model.PhaseDiscretion, OfCard(f), "the field of that name is marked")
	}
	add(model.PhaseLearning, NoAnswer, "the marked question has neither an answer nor a person to find it")
	for _, k := range model.LearningKinds() {
		add(model.PhaseLearning, OfKind(k), "nothing stands under that heading yet, or a row of it is marked")
	}
	for _, k := range []Known{
		{NoMeasure, "there is no row yet", nil},
		{NoOwner, "the marked row has no owner", nil},
		{NoDate, "the marked row has no date", nil},
		{NoDoneWhen, "the marked row does not say how we know it is done", nil},
		{NoCondition, "the marked row addresses no condition", nil},
		{OpenMeasure, "an open countermeasure is marked", nil},
		{Resting, "a resting countermeasure is marked", nil},
		{NotTested, "the marked row is done, and was not tested again", nil},
		{Declined, "a declined row is marked", nil},
		{Parked, "a parked idea is marked", nil},
		{Merging, "a row waits for the one that it is merged with", nil},
		{FieldWhat, "the field What of a form is marked", nil},
		{FieldKind, "the field Kind of a form is marked", nil},
		{FieldTicket, "the field Ticket of a form is marked", nil},
		{FieldRow, "the field Row of a form is marked", nil},
		{FieldDone, "the field Done on or Closing of a form is marked", nil},
		{FieldSaidBy, "the field that says whose words they are is marked", nil},
		{FieldPrivate, "the field Private of a form is marked", nil},
	} {
		add(model.PhaseCountermeasures, k.Condition, k.Says)
	}
	for _, c := range []Condition{FieldKind, FieldRow, FieldSaidBy, FieldPrivate} {
		add(model.PhaseLearning, c, "")
	}
	add(model.PhaseLearning, FieldAnswer, "the field Answer of a form is marked")
	add(model.PhaseLearning, FieldSeen, "the field Seen of a form is marked")
	add(model.PhaseClose, ReadBack, "a decided countermeasure is marked")
	add(model.PhaseClose, ReadBackRest, "a resting countermeasure is marked")
	add(model.PhaseClose, ReadBackOpen, "a resting countermeasure without a day is marked")
	add(model.PhaseClose, Missing, "something that is still missing is marked")
	for _, q := range model.AllHandQuestions() {
		add(model.PhaseClose, OfHands(q), "that count of hands is marked")
	}
	add(model.PhaseClose, TryNext, "the field Try next is marked")
	add(model.PhaseClose, NotHeld, "the offer to say that the meeting was held is marked")
	add(model.PhaseClose, Page, "the page is read")
	return all
}
