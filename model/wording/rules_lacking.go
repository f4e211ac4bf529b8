package wording

// lackingRule finds what is said to have been missing in people or in their work.
func lackingRule() Rule {
	return Rule{
		ID: "B6", Category: Blame, Weights: soft(),
		Patterns: []string{
			"lack of ..4 <process>", "lack|want of ..3 <virtue>", "little|insufficient|inadequate|poor|deficient ..1 <virtue>", "not|n't enough|much ..1 <virtue>", "no|zero care|attention|discipline|interest|effort|initiative|coordination",
			"shortcoming|shortcomings|mismanagement of|in|by {agent}",
			"lacked|lacking ..3 understanding|knowledge|experience|training|awareness|discipline|expertise|communication|coordination|oversight|ownership|familiarity",
			"insufficient|inadequate|poor|improper|sloppy|ineffective|deficient|missing|weak|bad ..2 !<machine>|<adj> <process> !<machine>|<code>",
			"superficial|cursory|perfunctory|half-hearted ..1 <process>|look|glance",
			"handled|managed|executed|run|planned ..4 badly|poorly|clumsily|carelessly",
			"how little ..4 know|knew|knows|known|understand|understood",
			"limited ..1 understanding|knowledge|experience|expertise|familiarity|training|communication|awareness",
			"poorly|insufficiently|inadequately|badly ~ tested|documented|communicated|understood|planned|coordinated|reviewed|trained|handled|managed|executed|thought|maintained|written|designed|implemented|prepared|organised|organized|rehearsed|thought-out",
			"not|n't|too enough|little|sufficient|adequate|proper ..2 !<machine> <process> !<machine>|<code>",
			"no|zero ..1 training|experience|communication|coordination|oversight|ownership|discipline|accountability|preparation|planning|supervision",
			"<process> ~ <be> ~ inadequate|insufficient|poor|lacking|sloppy|deficient|substandard",
			"<poss> ~ lack of",
			"failure|failures|inability|refusal|reluctance|unwillingness to ~ communicate|test|check|verify|follow|escalate|review|document|notify|inform|plan|coordinate|act|listen|learn|read|ask|train|prepare|monitor|understand|recognise|recognize|consider|renew|rotate|remove|replace|clean|close|configure|apply|add|include|disable|maintain|update|announce|share|rehearse|patch|upgrade",
		},
		Unless: []string{
			"lack of ..2 <machine>|space|capacity|memory|resources|disk|availability|permission|permissions|quota|bandwidth|access|response|activity|data !<process>",
			"not enough time", "not|no|little ..2 knowledge|understanding|sense|experience ..1 of|with", "user experience",
			"missing|weak|bad ..2 test|tests|process|processes|validation|documentation|coverage|review|reviews|alerting|monitoring|runbook|maintenance|verification|leadership|experience|assessment|analysis",
			"<machine> ..1 failure to", "no planning <word>",
		},
		Why: "It explains the event by what was missing; what was there had been enough until then.",
		Ask: []Question{
			{"", "What was in place for {object}{at}, and what made that seem enough?"},
			{"", "What was in place{at}, and what made that seem enough?"},
		},
	}
}
