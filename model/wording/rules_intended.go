package wording

// intendedRule finds what was meant, needed, possible or to be expected, and did not come about: a world that was not,
// told without "would have".
func intendedRule() Rule {
	const did = "did|was|were|had|does|is|do|are not =<end>|<comma>|<break>|<conj>"
	return Rule{
		ID: "C4-intended", Category: Counterfactual, Weights: softThenOff(),
		Patterns: []string{
			// The better step, in the past.
			"right|best|better|smart|smarter|sensible|correct|obvious|proper|safe|safer|wise|wiser|easy|easier|simple|simpler thing|things|move|way|choice|call|option|course|step|approach|answer|response|reaction ..4 was|were ~ to <base>",
			"was|were all <it>|<pronoun>|that|<det> ..2 needed|took|required|asked",
			// What was needed, and what was possible.
			"needed ~ to ~ be ~ =<strictpp> <human>",
			"someone|somebody|one ..3 needed|had to ~ =<base> <human>",
			"{person} had ..2 chance|opportunity|option|possibility to|of <base>|<ing>",
			"{person} had ..3 time ..2 to <base> ...14 but|yet|not|never|no|nobody",
			"was|were ..2 time ..2 to <base> ...14 but|yet|not|never|no|nobody",
			"was|were ~ possible|feasible ~ to <base> ...14 but|yet|not|never|nobody",
			"nothing stopped|kept|prevented|hindered <me>|<who>|<name>|<det> ..3 from",
			"was|were ~ no need|point to|in !<mental>|look <base>|<ing>",
			"was|were ~ no reason ~ to !<mental>|<inner>|<foresee>|<perceive>|doubt|question|look|worry|suspect|check|ask <base>",
			// What was intended.
			"{person} was|were ~ going|gonna|planning|intending ~ to? ~ !<pronoun>|<it>|call|ask|say <base> ...20 but|until|not|slipped|never",
			"{person} was|were ~ going|gonna|planning|intending ~ to? ~ !<pronoun>|<it> <base> ...12 and then",
			"plan|intention|idea|intent|aim had ..1 been to", "plan|intention|idea was ~ to <base> ...14 but ~ <it>|<pronoun>|that|this|<name>? ~ not|never",
			"had ..1 every|full|firm|best intention|intentions",
			"going|gonna|wanted|meant|planned|supposed|intended|scheduled ...14 but|and|then|yet ~ <pronoun>|<it>|<name> ~ did|was|were|had not =<end>|<comma>|<break>",
			// What was to be expected, and what a rule asks for.
			"should ...14 but|and|yet ~ <it>|<pronoun>|<name> ~ " + did,
			"should ...14 but|yet ~ " + did,
			"<pronoun>|one would|'d ~ think|expect|hope|imagine|assume that? !so|not <word>",
			"playbook|runbook|manual|checklist|policy|rule|rules|procedure|process|guide|guideline|guidelines|standard|contract|instructions ..3 asks|demands|requires|calls|says|prescribes|stipulates|foresees|expects ...14 none|nobody|never|did|was not? ~ done|made|sought|asked|followed|given|<end>",
			// Another end of the story.
			"this|that|it|none would|'d ~ not|never ~ happen|occur|matter =<end>|<comma>|<break>|<prep>|if|had|again",
			"never|not happens|happen ..2 if|with|when|without", "no way <it>|<det> ..2 <third>",
			"<it>|this|that|things|story|everything would|'d ~ be|look ~ a|an|very|quite|completely* different|differently",
			"[ if ..6 <past> ] ...12 we|i|nobody|one would|'d ~ be|have|see|know|notice|sleep",
			"^^ a|an|one|another|two|just ..10 and ..1 [ <it>|<pronoun>|<det> ..3 would|'d ] ~ be|<base>",
			"^^ one|a|an|another|just|two ...10 [ and <it>|this|that|<pronoun>|<det> ..2 never <third> ]",
			"^ one|a|an|another|just|two ..8 [ and <det> ..3 is|are ] <strictpp>",
			"planned|hoped|wanted|meant|intended ~ to ~ <base> ...12 but ..3 came|got|took|was|were|had|ran|never", "was|were to <base> ...12 which|and|but ~ <it>|this|that|<pronoun>? ~ did not ~ happen|take|come|work =<end>|<comma>|<break>|<conj>",
			"should ..2 exist|be ..6 and|but ~ did|was|were|does|is not", "had better ~ been|<strictpp>", "was|were ..3 necessary|really to <base> ...6 <question>", "<question>|^^ did <pronoun> ~ have to",
			"was|were|is not ..2 supposed|meant to", "^ normally|usually ...12 <comma>|but|and ..3 nobody|none|no|did",
			"was|were ~ left|skipped out", "was left to chance", "the promised|planned|agreed|announced|requested|ordered ..4 ~ never ~ <strictpp>|came|arrived|happened",
			"only after|when|at|in ..6 did {agent}", "not until|before ..4 was|were ..4 <strictpp>", "thought <pronoun> had|'d ~ agreed|said|decided|planned",
			"<be> ~ avoidable|preventable|unnecessary with|by|had|if", "^^ why was|is|were there no", "^^ why did not <det> ..4 <base>", "^^ how about <ing>",
			"^^ [ if <det>|<it>|<pronoun> ..4 had ] ~ <strictpp> ...4 <end>", "if only <end>", "^ one|a|just ..6 and done|fixed|solved|over =<end>|<comma>",
			"in a better|perfect|ideal|different|saner ..1 world|setup|design|life|universe|place|company", "that|this <be>|'s all <it>|<pronoun>|that ~ needed|took",
			"would|'d ..1 choose|decide|do|act ~ another|different|differently|otherwise",
			"or else ..6 would|'d", "this|that|so|dangerously|very close to <ing>", "came within <det>|<num>|seconds|minutes|inches|hours",
			"had <pronoun>|<name> but|only <strictpp>",
			"[ if <det>|<poss> ..8 had ] ~ been ~ <adj>|<strictpp>|<word>",
			"^^ would|could|might|should !<base> ..12 have ~ <strictpp>",
			"might at least ~ have ~ <pp>",
			"a|real|great|terrible|bit shame|pity <pronoun>|<it>|<det>|<poss>|that|nobody|no",
			"beat|kick|kicking|hate|regret|regretted|blame <me>|myself|ourselves|himself|herself? ~ for? not <ing>",
		},
		Unless: []string{
			"check|checks|checked|checking|see|ask|asks|asked|asking|know|knew|wonder|wondered|determine|verify|decide|whether|say|tell|confirm|unclear|clear|said if",
			"not|never ~ possible|feasible", "if ..4 ever|<num>", "should <base> ..3 if", "would|'d ~ hope|think so",
			"would|'d think|expect|assume ..1 later|soon", "going to be", "when|whenever|every|each ...12 would|'d",
			"<user> ..3 would|'d|had",
		},
		Why: "It tells of something that was meant, needed or possible, and not of what took place.",
		Ask: []Question{
			{"", "What was done instead{at}, and what made that sensible then?"},
		},
	}
}

// unaskedRule finds people who were not told or asked, and steps that nobody took, in other shapes than "did not".
func unaskedRule() Rule {
	const involved = "told|informed|asked|consulted|invited|involved|included|warned|notified|briefed|trained|looped|paged|called|copied|onboarded|instructed|reminded|alerted|contacted|brought"
	return Rule{
		ID: "C5-unasked", Category: Counterfactual, Weights: softThenOff(),
		Patterns: []string{
			"{person} had|has|have ~ not|never ~ been ~ " + involved,
			"had|has|have ~ never ~ been ~ !<observed>|<inner>|<perceive>|<be>|<adj>|used|set|a|the <strictpp>",
			"had|has|have ~ not ~ been ~ rehearsed|practised|practiced|exercised|load-tested|reviewed|announced|discussed|agreed|consulted|rotated|renewed|patched|cleaned|documented|handed|communicated|escalated ~ =<end>|<comma>|<break>|<conj>|<prep>",
			"nobody|one|body|none in|on|at|from|of|over ..4 <adv>* thought to|of|about",
			"nobody|one|none did it|that|this|so|anything =<end>|<comma>|<break>|<conj>",
			"{person} never|not ~ did|do <det> ..3 <process>|<remedy>|<act>|drill|drills|rehearsal|exercise|walkthrough|walk-through",
			"^ did ~ not even <human>|try|open|cross-check",
			"{person} did ~ not ~ use|try|ask|escalate =<end>|<comma>|<conj>",
			"<pronoun>|<name> made|took|sent|gave|raised|filed no call|action|backup|copy|snapshot|notice|warning|note|ticket|attempt|effort|announcement|check|message",
			"sat|lay|went|left|stayed|remained ..1 unread|unanswered|unopened|unclaimed|unassigned|unacknowledged|untriaged|unattended",
			"have|has|had ~ not once <strictpp>", "{person} did ~ not ~ say|breathe|utter|mention|write|tell|send|reply a|any|one|<me> ..1 word|thing",
			"decision|call|step|measure|action|alarm|escalation|page|announcement ..8 was|were ~ not ~ taken|made|raised|sent until|before|till",
			"<user>|{person} <be> ~ left|kept in the dark|rain|lurch", "{person} just let <it>|<det>",
		},
		Unless: []string{
			"<user> ..6 was|were|had|have|has", "if|whether|unless|when|because ..5 not|never",
			"not|n't|never ..6 yet <end>|<comma>|<break>|<conj>",
			"had|has|have|'d never been ~ <strictpp> ..2 before <end>", "not|never ~ called ~ by|from|with|because|since",
		},
		Why: "It leaves open what people were doing, seeing and expecting, and that explains more.",
		Ask: []Question{
			{"", "Who knew what{at}, and how did news of it travel?"},
		},
	}
}
