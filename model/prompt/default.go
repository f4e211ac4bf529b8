package prompt

import (
	"slices"

	"debrief/model"
)

// Default returns the questions that debrief starts with. Their order is that in which they are
// asked where the conditions leave a choice.
func Default() []Prompt {
	return slices.Concat(home(), opening(), people(), timeline(), discretion(), learning(), countermeasures(), closing(), said(), slips(), before())
}

func home() []Prompt {
	at := in(0)
	return []Prompt{
		{ID: "home-first", Phases: at, Words: "What happened, in a few words that everyone in the room accepts?", When: when(FirstStart)},
		{ID: "home-which", Phases: at, Words: "Which of these do we carry on with, or what is new to review?"},
	}
}

func when(c ...Condition) []Condition { return c }

// The questions on the facts of the incident belong to a field each; those behind them are for
// the beginning of the meeting.
func opening() []Prompt {
	at := in(model.PhaseOpen)
	var all []Prompt
	field := func(id string, f model.Field, words string) {
		all = append(all, Prompt{ID: "open-" + id, Phases: at, Words: words, When: when(Field(f))})
	}
	field("title", model.FieldTitle, "What happened, in a few words that everyone here accepts?")
	field("kind", model.FieldKind, "Was it unscheduled, scheduled, a near miss or a game day?")
	field("severity", model.FieldSeverity, "How severe was it for those who felt it? 1 is the most severe.")
	field("owner", model.FieldOwner, "Who looks after this post-mortem until it is closed?")
	field("facilitator", model.FieldFacilitator, "Who leads the talk today, and was not close to the event?")
	field("note-taker", model.FieldNoteTaker, "Who takes notes, so that the facilitator can listen?")
	field("began", model.FieldBegan, "When did it begin, as far as we know today?")
	field("detected", model.FieldDetected, "When did somebody or something first notice?")
	field("declared", model.FieldDeclared, "When was it called an incident?")
	field("noticed", model.FieldNoticed, "When did people outside notice?")
	field("mitigated", model.FieldMitigated, "When did users no longer feel it?")
	field("resolved", model.FieldResolved, "When was it over?")
	field("detected-by", model.FieldDetectedBy, "What noticed it first: an alert, a person, a customer?")
	field("impact", model.FieldImpact, "Who felt it, how many, how long, and what did they notice?")
	field("contacts", model.FieldContacts, "How many customers wrote or called, and about what?")
	field("measure", model.FieldMeasure, "Which business measure shows it, and by how much?")
	field("in-short", model.FieldTLDR, "How do we tell it in one sentence?")
	field("summary", model.FieldSummary, "What happened, in a paragraph for someone who was not here?")
	field("systems", model.FieldSystems, "Which systems took part?")
	field("tags", model.FieldTags, "Which words help others to find this later?")
	field("zone", model.FieldZone, "In which time zone do we tell the times?")
	field("meeting", model.FieldMeeting, "When do we meet, so that those can come whose view we need?")
	field("where", model.FieldWhere, "Where do we meet, and how does one join from elsewhere?")
	field("word", model.FieldWord, "What do we call this: post-mortem, learning review, retrospective?")
	field("status", model.FieldStatus, "How far has this post-mortem come?")
	return append(all,
		Prompt{ID: "open-first-time", Phases: at, Words: "Is anyone here for the first time?"},
		Prompt{ID: "open-hope", Phases: at, Words: "What do you hope to take away?"},
		Prompt{ID: "open-signal", Phases: at, Words: "What signal shall we use when we drift?", When: when(Field(model.FieldDriftSignal)), Anytime: true},
		Prompt{ID: "open-trial", Phases: at, Words: "We are here to learn how normal work led here; nobody is on trial."},
		Prompt{ID: "open-stood", Phases: at, Words: "Today is about how it looked from where you stood."},
		Prompt{ID: "open-kindness", Phases: at, Words: "Please be as kind to yourself as to others."},
		Prompt{ID: "open-rephrase", Phases: at, Words: `If you catch a "would have", name it lightly and we rephrase.`},
		Prompt{ID: "open-park", Phases: at, Words: `Ideas for a fix are welcome: say "park it", and they wait.`},
	)
}

// Each of the six roles of the book has its question, asked first while nobody stands for it.
func people() []Prompt {
	at := in(model.PhaseAttendees)
	role := func(id string, r model.Roles, words string) Prompt {
		return Prompt{ID: "people-" + id, Phases: at, Words: words, When: when(NoRole(r)), Anytime: true}
	}
	return []Prompt{
		{ID: "people-missing", Phases: at, Words: "Which of these views is missing, and can we reach someone now?"},
		role("decisions", model.Decisions, "Who took part in decisions connected with this?"),
		role("identified", model.Identified, "Who noticed first?"),
		role("responded", model.Responded, "Who responded?"),
		role("diagnosed", model.Diagnosed, "Who worked out what was going on?"),
		role("affected", model.Affected, "Who felt the effects, and who speaks for customers?"),
		role("interested", model.Interested, "Who joined to learn?"),
		{ID: "people-hat", Phases: at, Words: "Which hat are you wearing today, if you have two?", When: when(Roleless), Anytime: true},
		{ID: "people-first-time", Phases: at, Words: "Is anyone here for the first time?", When: when(FirstTime)},
		{ID: "people-away", Phases: at, Words: "Who can speak for this view today, or be reached now?", When: when(Away)},
	}
}
