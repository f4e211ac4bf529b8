package prompt

import "debrief/model"

// The questions that draw out facts, then those that zoom out and check.
func timeline() []Prompt {
	at := in(model.PhaseTimeline)
	kind := func(k model.EventKind) Condition { return Condition(k) }
	return []Prompt{
		{ID: "timeline-users", Phases: at, Words: "What did users experience at this point?", When: when(kind(model.Impact)), Anytime: true},
		{ID: "timeline-account", Phases: at, Words: "What did you see, hear or read at that moment?", When: when(NoAccount), Anytime: true},
		{ID: "timeline-log", Phases: at, Words: "What does the log or graph show for that time?", When: when(Untimed, FieldWhen, kind(model.Observed)), Anytime: true},
		{ID: "timeline-pressure", Phases: at, Words: "What pressure or limit was in play?", When: when(NoPressure), Anytime: true},
		{ID: "timeline-between", Phases: at, Words: "What happened in between?", When: when(Between), Anytime: true},
		{ID: "timeline-different", Phases: at, Words: "Did anything look different to someone else?", When: when(OnePerspective), Anytime: true},
		{ID: "timeline-seen", Phases: at, Words: "Where did you see it, and what did you take it to mean then?", When: when(Told), Anytime: true},
		{ID: "timeline-form-account", Phases: at, Words: "What did you see, and what did you take it to mean then?", When: when(FieldAccount)},
		{ID: "timeline-known", Phases: at, Words: "When did this become known, and to whom?", When: when(NobodySaid, KnownLater, FieldKnown), Anytime: true},
		{ID: "timeline-options", Phases: at, Words: "What options did you see at that moment?", When: when(kind(model.Decision)), Anytime: true},
		{ID: "timeline-expecting", Phases: at, Words: "What were you expecting next?", When: when(kind(model.Action)), Anytime: true},
		{ID: "timeline-detection", Phases: at, Words: "What showed it first, and who was looking?", When: when(kind(model.Detection))},
		{ID: "timeline-diagnosis", Phases: at, Words: "What pointed to that, and what else was possible then?", When: when(kind(model.Diagnosis))},
		{ID: "timeline-word", Phases: at, Words: "How did word travel from one to the other?", When: when(kind(model.Message)), Anytime: true},
		{ID: "timeline-looking", Phases: at, Words: "Who else was looking at something different?"},
		{ID: "timeline-whom", Phases: at, Words: "How did you know whom to call?"},
		{ID: "timeline-unclear", Phases: at, Words: "What is still unclear, and who can find out?"},
		{ID: "timeline-new", Phases: at, Words: "How much of this is new to people in the room?"},
		{ID: "timeline-missing", Phases: at, Words: "What is missing? Did anything happen differently for you?", When: when(AllTold), Anytime: true},
		{ID: "timeline-ordinary", Phases: at, Words: "What was ordinary about that day before it began?", When: when(NoEvent), Anytime: true},
		{ID: "timeline-agreed", Phases: at, Words: "Are we agreed enough to move on?"},
	}
}

// Each field of a card has its question, which is asked there alone: the answer goes into that
// field. Those behind them go deeper.
func discretion() []Prompt {
	at := in(model.PhaseDiscretion)
	field := func(id string, f model.CardField, words string) Prompt {
		return Prompt{ID: "card-" + id, Phases: at, Words: words, When: when(OfCard(f))}
	}
	deeper := func(id string, words string, fields ...model.CardField) Prompt {
		p := Prompt{ID: "card-" + id, Phases: at, Words: words, Anytime: true}
		for _, f := range fields {
			p.When = append(p.When, OfCard(f))
		}
		return p
	}
	return []Prompt{
		{ID: "card-none", Phases: at, Words: "Which moments look like turning points?", When: when(NoCard)},
		{ID: "card-next", Phases: at, Words: "Which moment do we look at next?", When: when(OtherCard)},
		{ID: "card-seat", Phases: at, Words: "From whose seat do we look at this moment?", When: when(NoSeat)},
		{ID: "card-stood", Phases: at, Words: "How did it look from where you stood?", When: when(CardHead)},
		field("cue", model.Cue, "What did you see, hear or read at that moment?"),
		field("known", model.KnownThen, "What did you know, and what was not yet visible?"),
		field("goal", model.Goal, "What were you trying to achieve or protect?"),
		{ID: "card-pressure", Phases: at, Words: "What pressure or limit was in play?", When: when(OfCard(model.Pressure), NoPressure)},
		field("options", model.Options, "What options did you see at that moment?"),
		field("sensible", model.Sensible, "What made this choice sensible at that moment?"),
		field("needed", model.Needed, "What does any colleague in this seat need?"),
		field("teaches", model.Teaches, "What can you teach the rest of us from this?"),
		deeper("help", "What told you it was time to ask for help?", model.Cue, model.KnownThen),
		deeper("confident", "How confident did it feel?", model.KnownThen, model.Options, model.Sensible),
		deeper("usual", "Is this how it usually goes? When does it go fine?", model.Sensible, model.Goal),
		deeper("procedure", "What does the procedure say, and how is the work really done?", model.Sensible, model.Needed),
		deeper("hard", "What makes this decision hard for anyone in that seat?", model.Pressure, model.Needed),
		deeper("newcomer", "How does a newcomer learn this?", model.Needed, model.Teaches),
	}
}
