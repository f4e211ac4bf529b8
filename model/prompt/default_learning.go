package prompt

import "debrief/model"

// Each kind of learning has its question; those behind them ask for more of the same.
func learning() []Prompt {
	at := in(model.PhaseLearning)
	kind := func(id string, k model.LearningKind, words string) Prompt {
		return Prompt{ID: "learning-" + id, Phases: at, Words: words, When: when(OfKind(k)), Anytime: true}
	}
	return []Prompt{
		{ID: "find-out", Phases: at, Words: "Who can find this out, and by when?", When: when(NoAnswer)},
		kind("surprise", model.Surprise, "What surprised you most, then or today?"),
		kind("well", model.WentWell, "What kept it from being worse?"),
		kind("lucky", model.Lucky, "Where were we lucky?"),
		kind("condition", model.Condition, "What did this show about how the system really works?"),
		kind("question", model.OpenQuestion, "What is still unclear, and who can find out?"),
		kind("signal", model.WeakerSignal, "What weaker signal was visible earlier?"),
		{ID: "learning-defect", Phases: at, Words: "What did we find on the way that waits for another day?", When: when(OfKind(model.LatentDefect))},
		{ID: "learning-beyond", Phases: at, Words: "Who or what went beyond the expected?"},
		{ID: "learning-met", Phases: at, Words: "Where have we met something like this?"},
		{ID: "learning-today", Phases: at, Words: "Where does that weaker signal show up today?"},
		{ID: "learning-hear", Phases: at, Words: "Who outside this room needs to hear this?"},
		{ID: "learning-heading", Phases: at, Words: "Under which heading does it stand?", When: when(FieldKind)},
		{ID: "learning-who", Phases: at, Words: "Who said it?", When: when(FieldSaidBy)},
		{ID: "learning-answer", Phases: at, Words: "What was found out?", When: when(FieldAnswer)},
		{ID: "learning-seen", Phases: at, Words: "Where was it seen, and where does it show up today?", When: when(FieldSeen)},
		{ID: "which-row", Phases: in(model.PhaseLearning, model.PhaseCountermeasures), Words: "At which row of the timeline did it come up?", When: when(FieldRow)},
		{ID: "private", Phases: in(model.PhaseLearning, model.PhaseCountermeasures), Words: "Is it for the facilitator alone?", When: when(FieldPrivate)},
	}
}

// What a countermeasure lacks is asked first, then what makes it a good one.
func countermeasures() []Prompt {
	at := in(model.PhaseCountermeasures)
	return []Prompt{
		{ID: "merge", Phases: at, Words: `Merge "{row}" with which row? Enter does it`, When: when(Merging)},
		{ID: "sooner", Phases: at, Words: "What helps us notice sooner, limit harm, or recover faster?"},
		{ID: "safe-path", Phases: at, Words: "What makes the safe path the easy path?", When: when(NoMeasure), Anytime: true},
		{ID: "still-sense", Phases: at, Words: "Does this idea still make sense now?", When: when(Parked)},
		{ID: "rest", Phases: at, Words: "Do we decide now, or let it rest?", When: when(Resting), Anytime: true},
		{ID: "owner", Phases: at, Words: "Who owns it: a person in this room, or a team that agreed?", When: when(NoOwner)},
		{ID: "date", Phases: at, Words: "By what date?", When: when(NoDate)},
		{ID: "done-when", Phases: at, Words: "How will we know it is done, and that it works?", When: when(NoDoneWhen)},
		{ID: "which-condition", Phases: at, Words: "Which condition does it address?", When: when(NoCondition, Parked)},
		{ID: "harder", Phases: at, Words: "What does this idea make harder or more complex?", When: when(OpenMeasure, Parked)},
		{ID: "gives-way", Phases: at, Words: "What gives way to make room?", When: when(OpenMeasure)},
		{ID: "tested", Phases: at, Words: "Was it tested again, and what came of it?", When: when(NotTested)},
		{ID: "done", Phases: at, Words: "When was it done, and what came of it?", When: when(FieldDone)},
		{ID: "not-doing", Phases: at, Words: "What are we choosing not to do, and why is that reasonable?", When: when(Declined), Anytime: true},
		{ID: "parked", Phases: at, Words: "Which parked ideas still make sense now?"},
		{ID: "what-changes", Phases: at, Words: "What will change?", When: when(FieldWhat)},
		{ID: "which-kind", Phases: at, Words: "Does it prevent, detect, mitigate, recover or learn?", When: when(FieldKind)},
		{ID: "ticket", Phases: at, Words: "Which ticket carries it?", When: when(FieldTicket)},
		{ID: "whose-idea", Phases: at, Words: "Whose idea was it?", When: when(FieldSaidBy)},
	}
}

// Closing reads back, counts hands, and says where the page goes.
func closing() []Prompt {
	at := in(model.PhaseClose)
	return []Prompt{
		{ID: "read-back", Phases: at, Words: "{who}, by {day}: correct?", When: when(ReadBack)},
		{ID: "read-back-rest", Phases: at, Words: "{who}, it rests until {day}: correct?", When: when(ReadBackRest)},
		{ID: "read-back-open", Phases: at, Words: "{who}, it rests: correct?", When: when(ReadBackOpen)},
		{ID: "close-missing", Phases: at, Words: "Who in this room can tell us this now?", When: when(Missing)},
		{ID: "hands-learned", Phases: at, Words: "Hands up: who learned something new?", When: when(OfHands(model.LearnedSomething))},
		{ID: "hands-differently", Phases: at, Words: "Hands up: whose way of working will change?", When: when(OfHands(model.WorksDifferently))},
		{ID: "hands-again", Phases: at, Words: "Hands up: who comes again?", When: when(OfHands(model.ComesAgain))},
		{ID: "try-next", Phases: at, Words: "What do we try out next, as a calculated risk?", When: when(TryNext)},
		{ID: "is-over", Phases: at, Words: "Is this meeting over?", When: when(NotHeld)},
		{ID: "publish", Phases: at, Words: "Where will this be published, and by when?", When: when(Field(model.FieldPublishTo))},
		{ID: "told", Phases: at, Words: "Who gets told directly?", When: when(Field(model.FieldTold))},
		{ID: "page", Phases: at, Words: "Where will this be published, and who gets told directly?", When: when(Page)},
		{ID: "next-review", Phases: at, Words: "What do we do better at the next review?"},
		{ID: "missed", Phases: at, Words: "Who was not here, and belongs here next time?"},
		{ID: "quiet-word", Phases: at, Words: "Who needs a quiet word or a thank-you afterwards?"},
		{ID: "thanks", Phases: at, Words: "Thank you for the candour."},
	}
}
