package wording

// measuredRule finds what is measured with a rod that the outcome handed over: too small, the wrong moment, plain to
// see on the graph.
func measuredRule() Rule {
	const (
		size = "small|large|big|high|low|short|long|tight|loose|narrow|wide|weak|few|many|little|aggressive|generous|coarse|fine|broad|optimistic|simple|complex|complicated|fragile|tightly|early|late|slow|slowly|strict|lax|rigid|brittle|vague|conservative|ambitious"
		bad  = "wrong|bad|poor|worst|terrible|awful|horrible|lousy|unfortunate|stupid|silly|dreadful|inopportune|unlucky|rotten"
		sign = "warning|warnings|error|errors|answer|cause|message|clue|clues|alarm|problem|evidence|hint|hints|symptom|symptoms|proof|explanation|information|fix|solution|sign|bug|pattern"
	)
	return Rule{
		ID: "H1-measured", Category: Hindsight, Weights: soft(),
		Patterns: []string{
			"was|were|been|<past> ~ far|much|way|laughably|ridiculously|hopelessly|absurdly|criminally|comically|woefully|dangerously|painfully|foolishly|unreasonably|unrealistically|pathetically|ludicrously|wildly|badly too? " + size,
			"set|chosen|sized|planned|configured|designed|scoped|dimensioned|calibrated|tuned|estimated|picked ~ too|so|unrealistically|badly|wrongly " + size,
			"undersized|under-sized|oversized|over-sized|underprovisioned|under-provisioned|ill-timed|ill-prepared|ill-suited|ill-chosen|ill-equipped|mis-sized|underpowered|under-dimensioned|badly-timed|over-engineered|overengineered",
			"never|not|hardly ~ fit|suited|up for|to ..3 <end>|load|job|task|purpose|this|size|scale|traffic|growth",
			"flawed|wrong|broken|unsound|weak|fragile|mistaken|rotten|bad|misconceived|faulty|hopeless|lost ~ from|since the|day|its|<it>",
			"only|just|actually|really made ..3 worse", "made things|matters|everything|it|this|that ..1 worse", "worse than the problem|disease|illness|original|fault|outage",
			"timing|moment|choice|place|name|naming|decision|design|idea|placement|order|plan|default <be> ..2 unfortunate|unlucky|bad|poor|awful|terrible|suboptimal|sub-optimal|questionable|unwise|odd|strange|dubious|foolish|silly|stupid|regrettable|careless",
			bad + " <adj>|possible|conceivable? timing|moment|time|place|day|hour|week|spot",
			bad + " !<prep>|to|<adj> <word> ..1 to !the|a|<poss>|<code>|<num>|<name>|<pronoun> <base>",
			"knowing the|how|what|that ..2 outcome|end|ended|ending|result|rest|happened|came|followed|now|today",
			"with today 's|<word>? knowledge|eyes|understanding", "with ..4 know|learned|learnt|understand ..1 today|now|since",
			"now that|<comma>? <pronoun> ~ see|know|look|understand|think", "^ now <pronoun> know|see|understand",
			"as it|we|i turned|found|learned|learnt|discovered|know|saw out|later|afterwards|since|now|then|the", "as <it> turns|turned out",
			"in the end it|we|this turned|proved|found|should", "ex post", "post factum", "on|upon reflection", "after all =<end>|<comma>|<be>|was", "with the distance",
			sign + " ..10 the whole|entire time", sign + " ..10 all along", "all along =<end>|<comma>|<break>",
			"was|were|been|'s right|just|plainly|clearly there in|on|at", "<it>|that was there ..4 on|in <det> ..2 <comma>|plain|clear|for|all|whole|from",
			"screaming|shouting|begging|yelling|blinking|laughing|staring ..1 at <me>|everyone|everybody|anyone", "told|tells <me> everything|all|so",
			"you|one could ~ <adv>* see it|this|how|where|from|on|coming|<end>", "you|one can|could ~ literally|clearly|plainly|easily|already see|tell|read",
			"all ..2 needed ..2 look|read|notice", "{person} only|just had|needed to look|read|scroll|open|ask",
			"{person} was|were ..2 way|so|far|too|very|painfully|awfully|embarrassingly slow|late|sluggish", "{person} was|were ~ slow|sluggish =<end>|<comma>|<break>|<conj>|to|in|on|with",
			"took|taken|takes|taking|lasted ~ ages|forever|eternity|aeons =<end>|<comma>|<break>", "took|taken|lasted an|a ~ eternity|age|lifetime|embarrassingly|absurdly|unacceptably|ridiculously",
			"hours|minutes|time|days|weeks|hour|day|week|afternoon|morning|night ..4 passed|elapsed|went|gone ..2 before|until ~ {agent}",
			"much|lot|lots|hours|more ..1 time ..2 was|were|got ~ lost|spent|spilled|burned|burnt|wasted", "much|many ..2 time|hours|effort went into|on",
			"{person} could|might not <adv>* be|been slower|later",
			"in|at|on|into the wrong direction|directions|place|places|corner|layer|spot|end|log|logs|graph|system|dashboard|file|box =<end>|<comma>|<break>|<conj>|for|until|altogether|entirely",
			"{person} <be> ~ looking|staring|digging|watching|poking|chasing|following|fixing|debugging|checking ..2 wrong <word>", "chased|followed|debugged|chasing ..2 wrong <word>",
			"wrong <word>? alert|metric|signal|question|graph|dashboard|theory|hypothesis|suspect|reason|reasons|priority|priorities|problem|thing|things =<end>|<comma>|<break>|<conj>|to|for|in|first",
			"{person} knew ..6 <be>|was ~ dodgy|fragile|flaky|brittle|shaky|risky|rotten|unreliable|unstable|weak|dangerous|iffy|broken|unsafe|outdated|overdue|insufficient",
			"<pronoun> was|were|been|had ~ been? ~ warned|told =<end>|<comma>|<break>", "<pronoun> was|were|been|had ~ been? ~ warned about|of|that|against|in|by|before|twice|several|more|repeatedly",
			"someone|somebody|people ~ had? ~ warned <me>|about|against|of|that", "said so ..1 at|back|all|before|months|weeks",
			"there was|were ~ <adj>|some|no|clear|early|already* signs|hints|clues|indications|indicators|omens",
			"cause|fix|reason|answer|solution|explanation|mistake|culprit|remedy|bug ..4 <be> ~ actually|really|embarrassingly|fact|quite|rather|so|very|almost|ridiculously simple|trivial|easy|plain|clear|banal|mundane|straightforward",
			"<be> ~ a|an|the ~ well? known problem|weakness|risk|gap|danger|hazard",
			"should|ought ~ to? ~ be ~ obvious|clear|evident|apparent|known|plain", "sounded|looked|seemed like|as|a ..2 good|great|fine|safe idea|plan|choice ..1 at|then|back",
			"round|around|running|going|went in circles", "serves <me> right", "got what <pronoun> asked|deserved|paid", "lesson|lessons learned|learnt? ~ the hard", "{person} <be>|knew ~ on ..3 last legs",
			"was|were|<it> ~ in fact|reality|truth ~ <det>|already|just", "the beginning|start of the end", "trying|tried to tell|warn <me>|everyone", "signals|signs|warnings|hints|clues ..2 <be>|were ~ there for",
			"said|says it all", "it <be>|'s|seems|seemed|looked ~ plain|evident|apparent|obvious|unmistakable that|to|from|by", "to be foreseen|predicted|expected =<end>|<comma>|<break>",
			"as|comes|came|is|was ~ no|little|hardly ..1 surprise", "nobody|one|none <be> ~ <adv>* surprised", "past <poss> best|prime|limits", "came|reacted|acted|moved|answered ~ too slowly|late|timidly",
			"too many|much|few <word> ..1 to <base>", "hours|minutes|days|time was|were ~ lost with|on|to|in|by|because|while|<end>", "everywhere|everything but|except",
			"right|correct|real|true|actual|obvious answer|diagnosis|step|explanation|cause|fix|solution|clue|signal|lead|alarm ..3 was|were|had <word>", "turned out ~ badly|poorly|wrong|fatal|costly|unlucky|disastrous",
			"looks|seems|appears|sounds|makes|fits|feels ..4 now|today|afterwards|retrospect =<end>|<comma>|<break>", "makes|make ~ no|perfect|little sense in|now|looking|today", "in ..1 light of ..3 events|outcome|what|happened|facts|knowledge",
			"given what|how <pronoun>|<it>|happened|followed|came|we", "today|nowadays|now|afterwards|later <comma>? <pronoun>|everyone|everybody|nobody know|knows|realise|realize|understand !of|about|the|<num>", "afterwards|later <pronoun>|it ~ is|'s|always easy|simple|obvious|clear",
			"afterwards everybody|everyone|one|<pronoun> know|knows", "fit|fits|fell|falls together|into|in", "of all the|days|times|places|moments days|times|places|moments|to",
			"where|when <it>|<pronoun> all? ~ went|lost|got wrong|it", "the moment|point|time to stop|act|call|escalate|abort|pull|roll|turn|wait", "then|only we|they|i ~ made it worse", "made it|things|matters|this ~ worse by|<end>",
			"forest|wood for|through the trees", "kind|sort of knew", "deep down", "{person} knew it =<end>|<comma>|<break>|would|all", "{person} just knew", "you|one could ~ tell ~ from|by|that",
			"written all over", "all in the ..1 log|logs|graph|data|dashboard|file|manual", "answer|clue|cause|solution|explanation was|were ~ in <det>", "surprise <comma> surprise", "no surprise|surprises there|really|<end>|<comma>",
			"a|big gamble|bet|joke|farce|joke <conj>|<end>|<comma>|that", "pushed|pushing|rode|riding|tempted <poss> luck|fate", "got|were|been lucky for|so|until|too", "luck ran|run|had out", "way|far|much too slow|late|long",
			"^ too little|slow|late <comma>", "late|slow as usual|always|ever", "<be> ~ <adv>* useless|pointless|worthless|hopeless|laughable|meaningless =<end>|<comma>|<break>|<conj>",
			"needless|pointless|unnecessary|avoidable|useless|fruitless|preventable delay|delays|wait|waiting|work|risk|risks|restart|restarts|step|steps|hours|noise|panic|complexity|detour|search|exercise", "needlessly|unnecessarily|pointlessly|uselessly|fruitlessly|in vain",
			"classic|classical <comma>|case|example|mistake|error", "last straw|nail", "perfect storm", "tip of the iceberg", "domino effect",
			"<past>|was|were ~ suspicious|suspiciously|telling|tell-tale|conspicuous|conspicuously|ominous", "funny|strange|odd|amazing|incredible|remarkable how|that ..1 nobody|no|none|we|it|obvious|everyone|blindingly",
		},
		Unless: []string{
			"would|could|should|might|'d ..3 have", "{machine} took|lasted ..2 forever", "unnecessary|pointless|needless <machine>|<code>",
			"classic <capital>|<code>|load|<machine>", "in|at|on|into the wrong <word> of", "excessive <machine>|<code>|cpu|memory|load|<num>",
			"wrong ..2 error|number|code|message|unit|format|type", "avoidable|preventable <failure>|<machine>", "was|were|<be> ~ not|never ~ too",
			"too small|large|short|long|narrow|slow|low|high|few|many ..1 to|for", "now <pronoun> ~ see|know ..2 <num>", "wait|hold|sleep|loop|run|retry ..2 forever",
			"no|without|not|any ..1 signs|hints|clues|indications", "easy|simple to|enough",
			"wrong time|day zone|zones|slot|format", "whether|if|asked|ask|unclear|not ..4 <be> <adv>* simple|easy|clear",
		},
		Why: "It measures what was done with a rod that the outcome handed over.",
		Ask: []Question{
			{"", "What was visible of {object}{at}, and to whom?"},
			{"", "Back to that minute{at}: what was on the screen, and who saw it?"},
		},
	}
}
