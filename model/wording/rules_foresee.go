package wording

// foreseeRule finds what asks the past to know what came later.
func foreseeRule() Rule {
	return Rule{
		ID: "H1-foresee", Category: Hindsight, Weights: soft(),
		Patterns: []string{
			"failed|fails|failing|neglected|unable to ~ <foresee>|account|learn|grasp|take|see|understand|think",
			"not|never|n't ~ foresee|foreseen|foresaw|anticipate|anticipated|predict|predicted|envisage|envisaged|appreciate|appreciated|imagine|imagined|consider|considered|realised|realise|realize|realized",
			"nobody|none|one|no ..3 foresaw|anticipated|predicted|imagined|envisaged|expected|foreseen",
			"not|never|n't ~ account|accounted for",
			"not|never|n't ~ take|taken|took ..5 into account|consideration",
			"{person} not|never ~ think|thought|thinking about|through|ahead|of",
			"underestimated|underestimate|underestimating|overestimated|overestimate|overestimating|under-estimated|misjudged",
			"<person> ~ misjudged|underappreciated",
			"known ..2 <failure>|limitation|limitations|risk|risks|weakness|weaknesses|vulnerability|gap|shortcoming|flaw ...12 become|became|ignored|unaddressed|unfixed|materialised|materialized|escalate|turn|grow",
			"known ..1 issue|problem|bug|risk|limitation|weakness|gap ...8 never|not <adv>* fixed|addressed|resolved|prioritised|prioritized|tackled|closed|mitigated",
			"no|missing|absent|absence|lack of? ..1 <process>|alerting|alerts|alarms|safeguards|guardrails|monitoring ..10 led|let|caused|allowed|meant|resulted|contributed|enabled|made|permitted",
			"symptom|symptoms ..2 rather|instead|not ..3 cause|causes|problem",
			"treated|addressed|fixed|tackled|patched|treating|addressing|fixing|chasing|chased ~ <det>? symptom|symptoms",
			"led|lead <me>|<who> astray|up", "garden path", "miscalculation|fallacy|delusion|illusion",
			"wrong|incorrect|bad|false lead|scent|foot|horse|path|track|conclusion|conclusions|direction|trail|tree|road|end|suspect|rabbit",
			"look|looked|looking|search|searched|searching|dig|digging|dug ..3 wrong place|places|layer|system|spot",
			"rabbit hole|holes|warren",
			"barking up", "dead end|ends", "blind alley|alleys",
			"chasing|chased|chase ..1 ghosts|ghost|shadows|tail|tails|phantoms|rainbows", "wild goose chase|hunt", "wild-goose chase", "goose chase",
			"red herring|herrings",
			"should|could|might ~ be ~ seen as|coming",
			"saw|see|seen|seeing|smell|smelled|smelt|feel|felt it|this|that|<det> ..1 coming",
			"anyone|anybody|everyone|everybody|child|fool|idiot|blind ..6 could|can ~ see|tell|guess|predict|spot|foresee ~ that|it|this|the|coming|how|what|<end>",
			"anyone|anybody|everybody|child|fool could ~ have ~ seen|known|told|guessed|predicted|foreseen",
			"<det> child|fool|idiot|blind|beginner ..1 could",
			"everyone|everybody|all ~ knew|known !where|how|who|which|what|when",
			"we all <adv>* knew", "all know|knew|knows",
			"told|warned|telling|warning <me>|<who>|<name>|everyone ...8 would|'d|gonna ~ happen|fail|break|blow|go",
			"fixated on", "tunnel vision|tunnel-vision",
			"focused|focussed|concentrated|concentrating|focusing|fixated|working|poking|digging|staring|searching|looking ..3 wrong", "knew all along", "^ told you so",
			"knew ..6 risk|risky|fragile|broken|dangerous|unstable|brittle ...8 but|and|yet ..4 anyway|still|regardless|went|ignored|nothing",
			"knew ..4 was|were ~ going|gonna|bound|about",
			"knew ~ it|this|that|they ~ would|'d|could ~ go|end|fail|break|blow|happen|bite|fall|crash|explode",
			"overly|too|far|hopelessly|wildly optimistic|ambitious|confident|hasty|trusting|naive",
			"overly|too|over reliant|dependent on",
			"too much trust|faith|confidence|reliance|weight",
		},
		Unless: []string{
			"is|are|do|does|will|would|should|can|must|may not|n't ~ <base>",
			// "Orders are not accounted for", "12 orders were not accounted for": a count, and no forecast.
			"is|are ~ not ~ <pp>", "<num> ..3 was|were|been ~ not|never ~ accounted for",
			"we|i|you|they|he|she|<name>|<who> ..2 would|could|should|might|'d ..3 have ~ seen",
			"would|could|should|might|'d ..3 a seen",
			"{machine} did|do not realise",
			"<user> ..5 not",
			"should|must|to ~ not|n't ~ consider|considered",
			"<be> not ~ considered a",
			"to|in|from|under|into|for|at|of ..1 wrong path|end|place|directory", "wrong end of file|line",
			"not|never ~ think|thought it|this|that|the|of anything", "no|not|one ..3 expected ~ <failure>|<machine>",
			"anyone could see the|it <end>|in|on",
			"dead end|ends|letter queue|the",
		},
		Why: "It asks the past to know what came later.",
		Ask: []Question{
			{"", "What was known and expected about {object}{at}?"},
			{"", "What was known and expected{at}, and what was not yet visible?"},
		},
	}
}

// outcomeRule finds words that colour the event by how it ended.
func outcomeRule() Rule {
	return Rule{
		ID: "H3", Category: Hindsight, Weights: softThenOff(),
		Patterns: []string{
			"disastrous|disastrously|catastrophic|catastrophically|fatal|fatally|fateful|tragic|tragically|woefully|painfully|embarrassing|embarrassingly|ridiculous|ridiculously|absurd|absurdly|laughable|madness|miserably|unbelievable|unbelievably|horrible|horribly|terrible|terribly|egregious|blatant|blatantly|glaring|glaringly|abysmal|appalling|shameful|atrocious",
			"bad|wrong|fateful deploy|build|decision|push",
			"a|an|epic|total|complete|utter|absolute|unmitigated disaster|fail|fiasco|shambles|trainwreck|wreck|debacle|farce|catastrophe",
		},
		Unless: []string{
			"fatal error|errors|exception|exceptions|log|logs|signal|level|message", "catastrophic failure mode", "disaster recovery|drill|plan|tolerance|site|process|runbook",
			"painfully slow",
		},
		Why: "It colours the event by its outcome.",
		Ask: []Question{
			{"", "What changed for whom{at}, in numbers?"},
		},
	}
}
