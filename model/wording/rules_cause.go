package wording

// SingleCause looks for the one cause where there are conditions.
const SingleCause Category = "single-cause"

// causeRules find people as causes, and the search for one cause.
func causeRules() []Rule {
	return []Rule{
		{
			ID: "A1", Category: AgentCause, Weights: firm(),
			Patterns: []string{
				"human|operator|pilot|engineer|developer|admin|administrator|people|personnel|staff|personal ~ error|errors|mistake|mistakes|failure|failures|factor|slip|negligence",
				"user|manual ~ error|mistake|mistakes|oversight",
				"pebkac|pebcak",
				"layer 8",
				"caused|triggered|introduced|provoked|down ~ by|to ~ <det>|<poss>|<adj>|<num>* <who> !<poss>|<machine>|<process>|<failure>|<code>",
				"caused|triggered|introduced|provoked|committed by human|humans|people|someone|somebody|me|us|him|her|them|<name>",
				"due|owing|thanks|attributed|attributable|traced to ~ <det>|<poss>|<adj>|<num>|the|actions|of* <who>|<name> !<poss>|<machine>|<process>|<failure>|<code>",
				"due|owing|thanks|attributed|attributable to me|us|him|her|them",
				"due to <poss>|<name> ..2 forgetting|failing|missing|neglecting|ignoring|not",
			},
			Unless: []string{
				"user error message|messages|page|rate|code|codes|report|reports|log|logs",
				"due to team|support|staff|management|lead|leads|tech ..1 time|size|change|changes|tooling|tools|script|scripts|debt|migration|move|moves|restructuring|reorganisation|capacity|shortage|availability",
				"owing|due to users", "due to on-call|oncall rotation|load|schedule",
			},
			Why: "It makes a person the cause; a tool, a default, a cue or a hand-over shaped what the person did.",
			Ask: []Question{
				{"", "Which tool, default, cue or hand-over shaped that step{at}?"},
			},
		},
		{
			ID: "A1-because", Category: AgentCause, Weights: soft(),
			Patterns: []string{
				"because|since ~ he|she|<name>|somebody|someone ~ !<observed>|<be>|<have>|<do>|<mental> <past>",
				"because ~ <det>|one|<poss> ..2 <who> ~ !<observed>|<be>|<have>|<do>|<mental> <past>",
				"because ~ he|she|<name>|somebody|someone ~ did|had|was not",
				"because of <det>|<adj>* <who>|<name>|me|us|him|her|them !<poss>|<machine>|<process>|<failure>|<code>|<who>",
				"it <be>|'s <adv>* <det>? <adj>? <who>|<name> who|that <adv>* !<be>|<observed>|<mental> <past>",
				"because <person> ..2 forgot|failed|missed|neglected|ignored|overlooked|mistakenly|accidentally|incorrectly|wrongly",
			},
			Unless: []string{"because|since ..3 team|support <process>|<failure>"},
			Why:    "It makes what one person did the reason.",
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
