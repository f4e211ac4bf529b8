package wording

// originRule finds where an event is said to come from, when that is a person, a team or their side.
func originRule() Rule {
	return Rule{
		ID: "A1-origin", Category: AgentCause, Weights: soft(),
		Patterns: []string{
			"came|comes|coming|stems|stemmed|resulted|results|arose|originated|originates|began|begins|starts|started ~ from|with|in|at ..6 by|of|from {agent}",
			"came|stemmed|resulted|arose|originated|began|begins|starts|started ~ from|with ~ <det>? ..2 <who>|<name>|<me> 's|who|where|when",
			"goes|go|traces|traced|leads|points|dates ..1 back to ..6 by|of|from {agent}",
			"goes|traces|traced|leads|points ..1 back to {agent}",
			"<failure>|trouble|thing|story|problems|mess|it|this ..2 began|begins|starts|started when ~ <det>|<poss>|<adj>* ..2 <who>|<name>|<pronoun> ~ !<observed>|<be>|<have> <past>",
			"<failure>|trouble|thing|story|problems|mess ..2 began|begins|starts|started with {agent}",
			"<be>|'s|was ~ all|entirely|solely|mostly|purely|largely|simply|mainly|clearly|only* down to {agent}",
			"<failure>|<blunder>|trouble|cause|reason|gap|ball ..5 on|at|with ~ <poss>|<who>|<name>|the 's? side|end",
			"<failure>|<blunder>|cause|reason|fault ..4 on|at the side|end|part of {agent}",
			"on the part of {agent}",
			"<pronoun>|<name>|<who> <be>|'s the one|ones|person|people|guy|team who|that|behind",
			"it <be>|'s me|him|her|us|them|<name> who|that",
			"the one|person|guy who|that broke|deleted|caused|pushed|approved|merged|did|forgot|left|switched|turned <word>",
			"because|since|as|after|when <capital> ~ =<past> typed|clicked|pasted|uploaded|copied|merged|committed|edited|forgot|pressed|unplugged|approved|decided|thought|deleted",
			"<failure>|this|mess|outage ~ belongs|belonged to|with {agent}", "responsible|accountable|answerable for ..4 <be> {agent}", "the <who> 's|of ..2 obsession|haste|hurry|zeal|error|stubbornness|habit|laziness|greed|ambition|eagerness|impatience|panic|silence|refusal|delay|hesitation|optimism|ego|confidence|inaction|behaviour|behavior|attitude|carelessness|decision", "<who>|<name> 's ~ obsession|haste|hurry|zeal|error|errors|stubbornness|habit|laziness|greed|ambition|eagerness|impatience|panic|silence|refusal|hesitation|optimism|ego|inaction|behaviour|behavior|attitude",
			"haste|zeal|stubbornness|greed|impatience|panic|laziness|arrogance|silence|inaction of {agent}", "that|this <be>|'s <name>|<who> for <pronoun>|<me>", "<who>|<name> again =<end>|<comma>", "guess who <past>", "<be>|'s ~ my|your|his|her|their|our mess|doing",
			"wrong|incorrect|improper|faulty|careless|clumsy|unauthorised|unauthorized|inappropriate <word> ..1 by|made|done|introduced|chosen|set by? {agent}",
			"brought|sent|threw|put|drove ..5 to <poss>|a knees|halt|standstill",
			"<who>|<name> 's ..2 script|job|query|tool|fix|patch|upload|typo|edit ..1 broke|killed|wiped|deleted|dropped|destroyed|corrupted|overwrote|emptied|locked|flooded|truncated|crashed",
			"error|mistake|slip|oversight|action|actions|decision|intervention ..3 by|of|from {agent} ..4 <be>|led|caused|triggered|made",
			"cause|reason|trigger|origin ..2 <be> ~ <det>? ..3 error|mistake|slip|oversight|action|actions|decision|intervention|change|misunderstanding ..3 by|of|between|from|on|in {agent}",
			"thrown|threw|throw ..3 over the wall|fence", "<be>|'s ~ always <det> ..2 <who>", "same <who>|people ..2 time|again|always", "typical <word>? <who>",
			"{person} had|have ..1 habit|tendency of|to", "always <do> that|this|so",
			"reason|cause|explanation <be>|'s ~ {agent}",
		},
		Unless: []string{
			"in|at|on the ..3 of <det>? ..2 on-call", "from|with|in ..6 of {tool}", "came|come|comes from ..3 by {tool}",
			"started|began|starts|begins with ..4 of", "<user> ..2 began|started",
			"it <be>|'s me|him|her|us|them|<name>|<who> ..1 who|that ~ found|noticed|spotted|saw|fixed|called|told|suggested|helped|restored|answered|asked|recovered|heard",
			"one|person|team|guy|engineer who|that ~ found|noticed|spotted|saw|fixed|called|told|suggested|helped|answered|knows|knew",
			"side by side", "bug <be> on|at|with", "we|they|i|bank ..6 see|saw|seen ..4 on <poss> side|end",
		},
		Why: "It makes a person or a team the place where the event began.",
		Ask: []Question{
			{"", "What made that step sensible{at}, and what shaped it?"},
		},
	}
}
