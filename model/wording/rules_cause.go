package wording

// SingleCause looks for the one cause where there are conditions.
const SingleCause Category = "single-cause"

// causeRules find people as causes, and the search for one cause.
func causeRules() []Rule {
	return []Rule{
		{
			ID: "A1", Category: AgentCause, Weights: firm(),
			Patterns: []string{
				"human|operator|pilot|engineer|developer|admin|administrator|people|personnel|staff|personal ~ error|errors|mistake|mistakes|failure|failures|factor|slip|negligence|failing|inattention|oversight|incompetence",
				"user|manual|operating|operational|handling ~ error|mistake|mistakes|oversight",
				"pebkac|pebcak",
				"between keyboard and chair",
				"finger trouble|error|problem",
				"layer 8",
				"caused|triggered|introduced|provoked ~ by {agent}",
				"caused|triggered|introduced|provoked|committed by human|humans|people|someone|somebody|me|us|him|her|them|<name>",
				"due|owing|attributed|attributable to ~ actions? ~ of? ~ {agent}",
				"due|owing|attributed|attributable to me|us|him|her|them",
				"due to my|our|your|his|her|<name> ..2 forgetting|failing|missing|neglecting|ignoring|not",
				"due|owing|attributed|attributable to ~ <det>|<adj>* <blunder>",
			},
			Unless: []string{
				"user error message|messages|page|rate|code|codes|report|reports|log|logs",
				"due|owing to users", "due to on-call|oncall rotation|load|schedule",
				"due|owing|attributed|attributable|traced to ~ <det>? <user>",
			},
			Why: "It makes a person the cause; a tool, a default, a cue or a hand-over shaped what the person did.",
			Ask: []Question{
				{"", "Which tool, default, cue or hand-over shaped that step{at}?"},
			},
		},
		{
			ID: "A1-because", Category: AgentCause, Weights: soft(),
			Patterns: []string{
				"because|since ~ he|she|<name>|somebody|someone ~ !<observed>|<be>|<have>|<do>|<mental>|<inner> <past>",
				"because ~ <det>|one|<poss> ..2 <who> ~ !<observed>|<be>|<have>|<do>|<mental>|<inner> <past>",
				"because ~ he|she|<name>|somebody|someone ~ did|had|was not",
				"because of {agent}",
				"because|since someone|somebody ..4 thought|figured|decided|wanted",
				"because of what <person>",
				"<be> ~ all? ~ down to {agent}",
				"traced|traces|goes back to ~ {agent}", "traced to ~ {agent}",
				"traced|traces|goes|down back? to ~ <det>|<adj>* <blunder>",
				"it|that <be>|'s <adv>* {agent} ..6 who|that <adv>* !<be>|<observed>|<mental>|<inner> <past>",
				"because <person> ..2 forgot|failed|missed|neglected|ignored|overlooked|mistakenly|accidentally|incorrectly|wrongly",
				// What a person did, as a thing that acts.
				"<who>|<name>|<me> 's ..3 <act> ...6 broke|caused|killed|crashed|triggered|led|wiped|deleted|dropped|knocked|destroyed|corrupted|cost|ruined|tanked|locked|blocked|flooded|overloaded|truncated|emptied|exhausted|froze",
				"<who>|<name>|<me> 's ..3 <act> ..3 took|brought ..4 down|out|offline",
				"<who>|<name> 's ..2 script|job|tool|query ..3 broke|killed|wiped|deleted|dropped|destroyed|corrupted|took ..4 wrong|production|prod|down|everything",
				"<who>|<name>|<me> 's ..3 <act> ..2 made|making ..2 worse",
				"<who>|<name> 's ..2 script|job|tool|query|fix ..2 broke|killed|wiped|trashed|nuked|hosed|emptied",
				"my|your|his|her ..2 <act> ..4 broke|caused|killed|crashed|wiped|knocked|tanked|took|brought",
				"it <be>|'s ~ <det>? ..2 <who>|<name> 's ..2 <act> that|which",
				"due|thanks|down|owing to ~ <det>? ..2 <who>|<name> 's ..3 <act>|<blunder>",
				"because of <det>? ..2 <who>|<name> 's ..3 <act>|<blunder>",
				"caused|triggered|introduced by ~ <det>? ..2 <who>|<name> 's ..3 <act>|<blunder>",
				"<act>|error|changes|action introduced|made|done|executed|performed|issued|pushed|run? by {agent} ...6 led|caused|broke|triggered|resulted|killed",
				"result|consequence|fault of ~ <det>? ..2 <who>|<name> 's ..2 <act>|<blunder>|work",
				"thanks to {agent} ...12 down|lost|broke|failed|outage|had|could",
				"cause|reason|trigger <break>|<be> ~ that? {agent}",
				"misconfiguration|change|bug|error|fault introduced|caused by {agent}",
			},
			Unless: []string{
				"because|since ..3 team|support <process>|<failure>",
				"down|out to|by|from|of", "led|resulted to|in ..1 fewer|less|better|faster", "because of <user>", "it|that <be> <user>",
				"it|that <be>|'s ~ {agent} ..4 who|that ~ noticed|found|spotted|fixed|called|helped|told|asked|saw|suggested|restored|recovered",
			},
			Why: "It makes what one person did the reason.",
			Ask: []Question{
				{"", "What made that step sensible{at}, and what shaped it?"},
			},
		},
		{
			ID: "A2", Category: SingleCause, Weights: soft(),
			Patterns: []string{
				"the|sole|single|only|true|real|actual|underlying root? cause|reason <be>",
				"sole|single|only|real|true|ultimate cause|reason|culprit",
			},
			Unless: []string{"the reason", "only|single reason to"},
			Why:    "Events have conditions, in the plural; one cause ends the search early.",
			Ask: []Question{
				{"", "Which other conditions had to be there as well{at}?"},
			},
		},
	}
}
