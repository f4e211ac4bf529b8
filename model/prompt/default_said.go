package prompt

import "debrief/model"

// What people say calls for a question. The first eight are the patterns of Etsy's Debriefing
// Facilitation Guide (2016), "The art of asking questions", and so is the ninth, what seems
// obvious. Those of the wording guard come before them.
func said() []Prompt {
	facts := in(model.PhaseTimeline, model.PhaseDiscretion, model.PhaseLearning)
	story := in(model.PhaseTimeline, model.PhaseDiscretion)
	fixes := in(model.PhaseCountermeasures)
	return []Prompt{
		{ID: "said-strange", Phases: facts, For: "it was strange", Words: "What were you expecting at that moment?",
			Typed: typed("strange|strangely|odd|oddly|weird|weirdly|confused|confusing|puzzled|puzzling|unexpected|unexpectedly|surprised|surprising")},
		{ID: "said-seemed", Phases: story, For: "it seemed", Words: "What did you see or hear that gave that impression?",
			Typed: typed("seemed", "looked|felt|sounded like|off|wrong|fine|normal|ok|good|bad|slow")},
		{ID: "said-broken", Phases: story, For: "it was broken", Words: "What showed that, and who saw it first?",
			Typed: typed("was|were broken|down|dead|stuck|healthy|fine|unreachable|overloaded|saturated|gone")},
		{ID: "said-decided", Phases: story, For: "we decided", Words: "What other options did you see at that moment?",
			Typed: typed("i|we|he|she|they decided|chose|opted|picked")},
		{ID: "said-knew", Phases: facts, For: "I knew", Words: "How was that known: what showed it, and where?",
			Typed: typed("i|we|he|she|they|you knew")},
		{ID: "said-stress", Phases: story, For: "it was stressful", Words: "What else was going on at that time?",
			Typed: typed("frustrated|frustrating|stressed|stressful|worried|nervous|anxious|tired|exhausted|hectic|rushed|overwhelmed|annoyed")},
		{ID: "said-usually", Phases: facts, For: "we usually do", Words: "When does it go fine, and what is different then?",
			Typed: typed("usually|normally|typically", "i|we|you|they always", "as usual|always", "every time")},
		{ID: "said-did", Phases: story, For: "I restarted it", Words: "What other ways were in sight, and how much time was there?",
			Typed: typed("i|we restarted|rebooted|reverted|deployed|pushed|scaled|killed|disabled|drained|paused|lowered|raised|switched", "i|we rolled|failed back|over")},
		{ID: "said-help", Phases: story, For: "I paged them", Words: "What told you it was time to ask, and how did you know whom?",
			Typed: typed("i|we|he|she|they paged|called|pinged|escalated|woke|asked")},
		{ID: "said-obvious", Phases: facts, For: "obviously", Words: `"Obvious" to whom, and what made it so then?`,
			Typed: typed("obvious|obviously|naturally", "everyone|everybody knows|knew", "common knowledge", "goes|went without saying", "of course")},
		{ID: "said-term", Phases: facts, For: "an abbreviation", Words: "Can you explain {term} to someone outside the team?", Typed: typed(Acronym)},
		{ID: "said-told", Phases: facts, For: "they said", Words: "By what channel did that come, and when was it seen?",
			Typed: typed("they|someone|somebody|support said|told|mentioned|reported|wrote", "was|were told|informed", "i|we heard")},
		{ID: "said-thought", Phases: story, For: "I thought", Words: "What made that the likely reading at that moment?",
			Typed: typed("i|we|he|she|they thought|assumed|figured|guessed|believed")},
		{ID: "said-while", Phases: in(model.PhaseTimeline), For: "after a while", Words: "What does the log or graph show for that time?",
			Typed: typed("a while", "some time|point", "at some point", "eventually|shortly")},
		{ID: "said-runbook", Phases: facts, For: "the runbook", Words: "What does the procedure say, and how is the work really done?",
			Typed: typed("runbook|runbooks|playbook|procedure|checklist|policy")},
		{ID: "said-again", Phases: facts, For: "like last time", Words: "Where have we met something like this, and what was different?",
			Typed: typed("last time", "seen|had this|that before", "happened|happens again|before")},
		{ID: "said-unsure", Phases: facts, For: "not sure", Words: "Who can find that out, and by when?",
			Typed: typed("not sure|clear", "unclear|unknown", "i|we do not know", "no idea")},
		{ID: "said-users", Phases: in(model.PhaseOpen, model.PhaseTimeline), For: "some users", Words: "How many were they, for how long, and what did they notice?",
			Typed: typed("some|many|several|few users|customers|people|requests|orders")},
		{ID: "said-alert", Phases: fixes, For: "an alert", Words: "Who gets it, and what do they do then?",
			Typed: typed("alert|alerts|alerting|alarm|dashboard|notify|notification")},
		{ID: "said-teach", Phases: fixes, For: "document it", Words: "What makes the safe path the easy path?",
			Typed: typed("document|documentation|wiki|training|train|teach|reminder")},
		{ID: "said-approval", Phases: fixes, For: "an approval", Words: "What does this make harder or slower, and for whom?",
			Typed: typed("approval|approvals|approve|review|reviews|gate|sign-off|policy|mandatory|forbid")},
		{ID: "said-soon", Phases: fixes, For: "soon", Words: "By which day will we see it?",
			Typed: typed("soon|asap|someday|eventually", "next quarter|sprint")},
	}
}

func typed(patterns ...string) []string { return patterns }

// slips are sentences for the facilitator, chosen from the list when the talk slips.
func slips() []Prompt {
	slip := func(id, when, words string, phases ...model.Phase) Prompt {
		if len(phases) == 0 {
			phases = every()
		}
		return Prompt{ID: "slip-" + id, Phases: phases, Kind: Slip, For: when, Words: words}
	}
	return []Prompt{
		slip("person", "a person", "Let's make it any person in that seat: what led there?"),
		slip("reason", "why?", "How did that come about?"),
		slip("minute", "later facts", "Back to that minute: what was on the screen?"),
		slip("fix", "a fix", "Parked. Next row.", model.PhaseOpen, model.PhaseAttendees, model.PhaseTimeline, model.PhaseDiscretion, model.PhaseLearning),
		slip("voice", "one voice", "Hold that, please: I have not heard from everyone yet."),
		slip("silence", "silence", "One sentence each, round the table."),
		slip("drift", "drift", "Is this worth our minutes now, or a follow-up?"),
		slip("distress", "distress", "Shall we take a break of five minutes, then return to the facts?"),
		slip("versions", "two versions", "We keep both versions, and mark the point as open."),
	}
}

// before are the questions with which a facilitator prepares.
func before() []Prompt {
	ask := func(id, words string) Prompt {
		return Prompt{ID: "before-" + id, Phases: in(model.PhaseOpen), Kind: Before, Words: words}
	}
	return []Prompt{
		ask("invite", "Who is named in the draft timeline and not yet invited?"),
		ask("view", "Whose view of this event do I know least about?"),
		ask("worry", "Who may be worrying about this meeting, and have we spoken?"),
		ask("turns", "Which three moments look like turning points?"),
		ask("notes", "Who takes notes so that I can listen?"),
		ask("close", "Was I close to the event myself, and who else can run it?"),
		ask("artefacts", "What artefacts exist: chat, graphs, tickets, customer posts?"),
	}
}
