package prompt

import (
	"time"

	"debrief/model"
)

// Gap is how far apart two neighbouring rows stand at least, for it to be asked what happened in
// between.
const Gap = 20 * time.Minute

// The conditions of an event; its kind is one of them as well, by its own name.
const (
	NoEvent        Condition = "no row"
	NoAccount      Condition = "no account"
	Untimed        Condition = "untimed"
	AllTold        Condition = "all told"
	NoPressure     Condition = "no pressure"
	Between        Condition = "gap"
	NobodySaid     Condition = "nobody has said"
	OnePerspective Condition = "one perspective"
	Told           Condition = "account"
	KnownLater     Condition = "known later"
	FieldWhen      Condition = "field when"
	FieldKnown     Condition = "field known"
	FieldAccount   Condition = "field account"
)

func eventConditions() []Known {
	all := []Known{
		{NoEvent, "the timeline has no row yet", nil},
		{NoAccount, "the marked row has no account yet", nil},
		{Untimed, "the marked row has no time", nil},
		{AllTold, "the last row is marked, and every row is told", nil},
		{NoPressure, "the marked row is a decision, and no card says what pressure was in play", nil},
		{Between, "the next row is 20 minutes later or more", nil},
		{NobodySaid, "nobody has said yet when somebody learned of the marked row", nil},
		{OnePerspective, "one person alone has told the marked row", nil},
		{Told, "somebody has told the marked row", nil},
		{KnownLater, "somebody learned of the marked row later", nil},
		{FieldWhen, "the field When or Evidence of the form is marked", nil},
		{FieldKnown, "the field Known of the form is marked", nil},
		{FieldAccount, "an account in the form is marked", nil},
	}
	for _, k := range model.EventKinds() {
		all = append(all, Known{Condition(k), "the marked row is of that kind", nil})
	}
	return all
}

// OfEvent returns what matters about the row of the timeline that stands there, the most pressing
// first. Untold is how many rows of the timeline have no account. It costs no more in a long
// record than in a short one.
func OfEvent(x *model.Index, at, untold int) []Condition {
	if at < 0 || at >= len(x.Events) {
		return []Condition{NoEvent}
	}
	e := x.Events[at]
	holds := make([]Condition, 0, 8)
	told := len(x.AccountsOf(e.ID)) > 0
	if !told {
		if e.Kind == model.Impact {
			holds = append(holds, Condition(model.Impact))
		}
		holds = append(holds, NoAccount)
	}
	if e.When.IsZero() {
		holds = append(holds, Untimed)
	}
	if unpressed(x, e) {
		holds = append(holds, NoPressure)
	}
	if gapBehind(x, at) {
		holds = append(holds, Between)
	}
	unsaid, later := knowings(x, e.ID)
	if unsaid {
		holds = append(holds, NobodySaid)
	}
	if told {
		if onePerspective(x, e.ID) {
			holds = append(holds, OnePerspective)
		}
		if at == len(x.Events)-1 && untold == 0 {
			holds = append(holds, AllTold)
		}
		holds = append(holds, Told)
	}
	if later {
		holds = append(holds, KnownLater)
	}
	if e.Kind != "" && (told || e.Kind != model.Impact) {
		holds = append(holds, Condition(e.Kind))
	}
	return holds
}

// unpressed tells that an event is a decision of which no card says what pressure was in play.
func unpressed(x *model.Index, e model.Event) bool {
	cards := x.CardsOf(e.ID)
	for _, c := range cards {
		if !Unpressed(x, c.ID) {
			return false
		}
	}
	return len(cards) > 0 || e.Kind == model.Decision
}

// Unpressed tells that a card does not say what pressure was in play.
func Unpressed(x *model.Index, card model.ID) bool { return len(x.LinesOf(card, model.Pressure)) == 0 }

// gapBehind tells that the next row follows the end of this one after Gap or more. A row without
// a time tells what happened in between.
func gapBehind(x *model.Index, at int) bool {
	if at+1 >= len(x.Events) {
		return false
	}
	now, next := x.Events[at].When, x.Events[at+1].When
	if now.IsZero() || next.IsZero() {
		return false
	}
	end := now.At
	if now.End.After(end) {
		end = now.End
	}
	return next.At.Sub(end) >= Gap
}

// onePerspective tells that at most one person has told an event; who was only there has not.
func onePerspective(x *model.Index, event model.ID) bool {
	var first model.ID
	told := false
	for _, a := range x.AccountsOf(event) {
		if a.Text == "" {
			continue
		}
		if told && a.Attendee != first {
			return false
		}
		first, told = a.Attendee, true
	}
	return true
}

// knowings tells whether of an event it is open when somebody learned of it, and whether somebody
// learned of it later.
func knowings(x *model.Index, event model.ID) (unsaid, later bool) {
	for _, k := range x.KnowingsOf(event) {
		unsaid = unsaid || k.State == model.NobodySaid
		later = later || k.State == model.KnownAt
	}
	return unsaid, later
}
