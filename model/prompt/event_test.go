package prompt_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/meeting"
	"debrief/model/prompt"
	"debrief/model/sample/sampletest"
)

// minutes is an event so many minutes after the first.
func minutes(id model.ID, n int, kind model.EventKind) model.Event {
	at := time.Date(2026, 3, 12, 13, 0, 0, 0, time.UTC)
	return model.Event{ID: id, Kind: kind, When: model.Moment{At: at.Add(time.Duration(n) * time.Minute)}, Pos: string(id)}
}

func said(id, event, who model.ID, text string) model.Account {
	return model.Account{ID: id, Event: event, Attendee: who, Text: text, Pos: string(id)}
}

func TestWhatMattersAboutAnEvent(t *testing.T) {
	c := func(all ...prompt.Condition) []prompt.Condition { return all }
	impact, decision, action := prompt.Condition(model.Impact), prompt.Condition(model.Decision), prompt.Condition(model.Action)
	long := minutes("a", 0, "")
	long.When.End = long.When.At.Add(15 * time.Minute)
	card := model.DecisionPoint{ID: "card", Event: "a"}
	for name, test := range map[string]struct {
		p      model.Postmortem
		untold int
		want   []prompt.Condition
	}{
		"nothing yet":     {model.Postmortem{}, 0, c(prompt.NoEvent)},
		"one without":     {model.Postmortem{Events: []model.Event{minutes("a", 0, "")}}, 1, c(prompt.NoAccount)},
		"impact, untold":  {model.Postmortem{Events: []model.Event{minutes("a", 0, model.Impact)}}, 1, c(impact, prompt.NoAccount)},
		"action, untold":  {model.Postmortem{Events: []model.Event{minutes("a", 0, model.Action)}}, 1, c(prompt.NoAccount, action)},
		"untimed, untold": {model.Postmortem{Events: []model.Event{{ID: "a"}}}, 1, c(prompt.NoAccount, prompt.Untimed)},
		"the last one told": {model.Postmortem{Events: []model.Event{minutes("a", 0, model.Impact)}, Accounts: []model.Account{said("1", "a", "ben", "x"), said("2", "a", "ana", "y")}}, 0,
			c(prompt.AllTold, prompt.Told, impact)},
		"one person twice": {model.Postmortem{Events: []model.Event{minutes("a", 0, ""), minutes("b", 1, "")}, Accounts: []model.Account{said("1", "a", "ben", "x"), said("2", "a", "ben", "y")}}, 1,
			c(prompt.OnePerspective, prompt.Told)},
		"another was only there": {model.Postmortem{Events: []model.Event{minutes("a", 0, ""), minutes("b", 1, "")}, Accounts: []model.Account{said("1", "a", "ben", "x"), said("2", "a", "ana", "")}}, 1,
			c(prompt.OnePerspective, prompt.Told)},
		"two persons": {model.Postmortem{Events: []model.Event{minutes("a", 0, ""), minutes("b", 1, "")}, Accounts: []model.Account{said("1", "a", "ben", "x"), said("2", "a", "ana", "y")}}, 1,
			c(prompt.Told)},
		"19 minutes":                     {model.Postmortem{Events: []model.Event{minutes("a", 0, ""), minutes("b", 19, "")}}, 2, c(prompt.NoAccount)},
		"20 minutes":                     {model.Postmortem{Events: []model.Event{minutes("a", 0, ""), minutes("b", 20, "")}}, 2, c(prompt.NoAccount, prompt.Between)},
		"20 minutes, a stretch in them":  {model.Postmortem{Events: []model.Event{long, minutes("b", 20, "")}}, 2, c(prompt.NoAccount)},
		"20 minutes with an untimed row": {model.Postmortem{Events: []model.Event{minutes("a", 0, ""), {ID: "c", After: "a"}, minutes("b", 20, "")}}, 3, c(prompt.NoAccount)},
		"a decision":                     {model.Postmortem{Events: []model.Event{minutes("a", 0, model.Decision)}}, 1, c(prompt.NoAccount, prompt.NoPressure, decision)},
		"a card without pressure": {model.Postmortem{Events: []model.Event{minutes("a", 0, "")}, DecisionPoints: []model.DecisionPoint{card},
			CardLines: []model.CardLine{{ID: "l", DecisionPoint: "card", Field: model.Cue}}}, 1, c(prompt.NoAccount, prompt.NoPressure)},
		"a card with pressure": {model.Postmortem{Events: []model.Event{minutes("a", 0, model.Decision)}, DecisionPoints: []model.DecisionPoint{card},
			CardLines: []model.CardLine{{ID: "l", DecisionPoint: "card", Field: model.Pressure}}}, 1, c(prompt.NoAccount, decision)},
		"known later, and to be said": {model.Postmortem{Events: []model.Event{minutes("a", 0, "")}, Accounts: []model.Account{said("1", "a", "ben", "x")},
			Knowings: []model.Knowing{{ID: "1", Event: "a", State: model.KnownAt}, {ID: "2", Event: "a", State: model.NobodySaid}, {ID: "3", Event: "a", State: model.KnownAtOnce}}}, 1,
			c(prompt.NobodySaid, prompt.OnePerspective, prompt.Told, prompt.KnownLater)},
	} {
		if got := prompt.OfEvent(model.NewIndex(test.p), 0, test.untold); !slices.Equal(got, test.want) {
			t.Errorf("%s: got %v, want %v", name, got, test.want)
		}
	}
}

func TestWhatMattersAboutACountermeasure(t *testing.T) {
	day := model.Date{Year: 2026, Month: 4, Day: 3}
	for _, c := range []struct {
		c    model.Countermeasure
		want string
	}{
		{model.Countermeasure{State: model.Open}, "[no owner no date no done when no condition countermeasure]"},
		{model.Countermeasure{State: model.Open, Owner: "ana", By: day, DoneWhen: "x", Condition: "c"}, "[countermeasure]"},
		{model.Countermeasure{State: model.Resting, Owner: "ana", DoneWhen: "x", Condition: "c"}, "[resting no date countermeasure]"},
		{model.Countermeasure{State: model.Done}, "[not tested]"},
		{model.Countermeasure{State: model.Done, TestedOn: day}, "[]"},
		{model.Countermeasure{State: model.Declined}, "[declined]"},
	} {
		if got := fmt.Sprint(prompt.OfMeasure(c.c)); got != c.want {
			t.Errorf("%+v: got %s, want %s", c.c, got, c.want)
		}
	}
	for state, want := range map[model.IdeaState]string{model.Waiting: "[parked idea]", model.IdeaDeclined: "[declined]"} {
		if got := fmt.Sprint(prompt.OfIdea(model.ParkedIdea{State: state})); got != want {
			t.Errorf("an idea that is %s: got %s, want %s", state, got, want)
		}
	}
}

func TestWhatTheRoomAndTheLearningLack(t *testing.T) {
	x := model.NewIndex(model.Postmortem{Attendees: []model.Attendee{
		{ID: "a", Roles: model.Decisions | model.Responded}, {ID: "b", Roles: model.Affected, Away: true},
	}})
	if got, want := fmt.Sprint(prompt.OfRoom(meeting.Coverage(x))), "[no identified no diagnosed no affected no interested]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	empty := []model.LearningKind{model.Lucky}
	for _, c := range []struct {
		l    model.Learning
		want string
	}{
		{model.Learning{Kind: model.Surprise}, "[lucky surprise]"},
		{model.Learning{Kind: model.OpenQuestion}, "[no answer lucky question]"},
		{model.Learning{Kind: model.OpenQuestion, Attendee: "a"}, "[lucky question]"},
	} {
		if got := fmt.Sprint(prompt.OfLearning(c.l, empty)); got != c.want {
			t.Errorf("%+v: got %s, want %s", c.l, got, c.want)
		}
	}
}

// A key asks for it, so it costs the same in a long record.
func TestWhatMattersCostsTheSameInALongRecord(t *testing.T) {
	cost := func(events int) float64 {
		x := model.NewIndex(sampletest.Large(events))
		return testing.AllocsPerRun(50, func() { prompt.OfEvent(x, 20, events) })
	}
	if short, long := cost(60), cost(3000); short != long {
		t.Errorf("it allocates %v times in 60 events and %v times in 3,000", short, long)
	}
}
