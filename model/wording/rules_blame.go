package wording

// blameRules find words of guilt and of character, and questions after a culprit.
func blameRules() []Rule {
	return []Rule{guiltRule(), culpritRule(), characterRule(), whoRule(), mistakeRule()}
}

// notPersons is why the words of guilt are asked about.
const notPersons = "It looks for a person; the review looks for conditions."

// guiltRule finds who is told to be guilty, and what is told as their doing.
func guiltRule() Rule {
	return Rule{
		ID: "B1", Category: Blame, Weights: firm(),
		Patterns: []string{
			"blame|blames|blamed|blaming",
			"<poss> ~ own? fault|faults",
			"at|whose|own|<who>|<name> fault",
			"fault of <det>|<poss>|<name>|<who>|<me>",
			"fault lies|lay ~ with|on|at",
			"guilty|guilt",
			"<poss>|all <adv>* bad =<end>|<comma>|<break>|<conj>|<prep>",
			"mea culpa",
			"is|was|be|'s ~ all? ~ on me|us|him|her|them|<name>|<who> =<end>|<comma>|<break>|and|but|so|because|for",
			"is|was|be|'s ~ all on <det>|<poss>|<name>|<who>|<me> <word>? ..1",
			"screwed|screw|messed|mess|stuffed|cocked|fucked|fouled|effed|buggered|ballsed <me>|<it>|<det>? ..3 up !of",
			"{person} screwed|hosed us|me|everyone|everybody|<poss>|<det>",
			"{person} failed|burned us|me|everyone|everybody",
			"screw-up|screwup|screwups|fuck-up|fuckup|cock-up|cockup|mess-up|balls-up|brainfart|facepalm",
			"brain fart|fade|freeze",
			"botched|bungled|fumbled|goofed|fluffed|flubbed|muffed|blundered|boned|blew it?",
			"{person} broke|wrecked|ruined|trashed|borked|bricked|crashed|nuked|hosed|torched|tanked|sank",
			"{person} took|brought|knocked ..5 down",
			"{someone} broke|broken|breaking production|prod|everything|<poss>|master|main|trunk",
			"{person} <be>|<have> ~ responsible for ~ it|this|that|<failure> =<end>|<break>|<conj>|<prep>|<be>",
			"{person} <be>|<have> ~ responsible for <det>|<poss> ..2 <failure> =<end>|<break>|<conj>|<prep>",
			"<who> responsible for <det>? <failure> =<end>|<break>|<conj>|<prep>|<be>|<past>",
			"{person} caused|created|triggered|introduced|inflicted|provoked ..3 <failure>",
			"to blame",
			"dropped|drop|dropping the ball|clanger",
			"took|taken|take <poss>|the ..1 eye|eyes off",
			"asleep|sleeping at|on the wheel|job|switch|watch",
			"cut|cutting|cuts corners|corner",
			"took|taken|take|taking shortcuts|shortcut",
			"turned|turn|turning a blind eye",
			"shot|shoot <me>|<word> in the foot",
			"own goal",
			"fat-fingered|fat-finger|fat-fingering|fatfingered",
			"fat finger|fingered|fingers|fingering",
			"had one job",
			"let <me>|everyone|<poss> ..1 down",
			"known|know better =<end>|<comma>|<break>|than",
		},
		Unless: []string{
			"git|svn|no blame", "blame free|culture|game|view|layer",
			"seg|page|hardware|bus|memory|segmentation|double|earth|power fault",
			"without|not|never|no|avoid|n't ..3 blame|blaming|guilty|guilt",
			"blow|blew up|out|through|past|away",
			"let us ..1 down to|into",
			"{machine} broken|breaking",
			"screw|mess <word> up", "mess up? of",
			"down to|for|while|until|so|as|because|before|by|from",
			"took|brought|knocked ...14 maintenance|planned|scheduled|announced|agreed|purpose|upgrade|drill|test|exercise",
			"pager|phone|call|duty|shift|rota <be> ~ on", "caused|created|introduced|triggered no", "created ..3 incident|issue|bug|problem",
			"guilty pleasure", "guilty <machine>|<code>|<failure>",
		},
		Why: notPersons,
		Ask: []Question{
			{"", "Which change or condition came before {object}{at}?"},
			{"", "Which change or condition was in play{at}?"},
		},
	}
}

// culpritRule finds the search for one who did it.
func culpritRule() Rule {
	return Rule{
		ID: "B1-culprit", Category: Blame, Weights: soft(),
		Patterns: []string{
			"culprit|culprits|offender|offenders|perpetrator who|<be> <det>? <who>",
			"find|found|identify|identified|name|named|who the? ..1 culprit|culprits|offender",
			"<who>|<name>|<pronoun> <be> ~ the culprit|culprits|offender",
			"point|points|pointing|pointed ..2 finger|fingers",
			"some|which genius|clown|muppet|joker|hero|wise-guy",
		},
		Unless: []string{"culprit ..1 <be> <det>? <adj>? <machine>|<code>", "culprit|offending|offender <machine>|<code>|pr|commit"},
		Why:    notPersons,
		Ask:    []Question{{"", "Which change or condition was in play{at}?"}},
	}
}

// characterRule finds words for what somebody is like.
func characterRule() Rule {
	return Rule{
		ID: "B2", Category: Blame, Weights: firm(),
		Patterns: []string{
			"careless|carelessly|carelessness|negligent|negligence|negligently|sloppy|sloppily|sloppiness|incompetent|incompetence|reckless|recklessly|recklessness",
			"stupid|stupidly|stupidity|dumb|idiotic|idiot|idiots|moron|morons|clueless|foolish|foolishly|inattentive|inattention|complacent|complacency|unprofessional|lazily|laziness|sloth|lousy|irresponsible|irresponsibly|ignorant|ignorance|amateurish|half-assed|half-arsed|half-hearted|cavalier|inexcusable|unforgivable",
			"lackadaisical|gullible|arrogant|arrogance|numpty|numpties|muppet|muppets|cowboy|cowboys|dumbass|jackass|dunce|noob|imbecile|thick-headed|pig-headed|absent-minded|absentminded|braindead|brain-dead|dereliction",
			"lazy !load|loaded|loading|loader|loaders|loads|evaluation|init|initialization|initialisation|import|imports|migration|deletion|eval|object|objects|extension|extensions|mount|mode|fetch|pull|restore|delete|free|unmount|umount|<machine>|<code>",
			"rogue <adj>? <who> !<machine>",
			"<who>|<name>|<pronoun> <be>|went|gone|go ~ rogue|lazy",
			"not|n't paying|paid|pay ..1 attention",
			"not|n't ~ careful|attentive|vigilant|diligent|thorough|paying ~ enough?",
			"too careless|hasty|lazy|confident|trusting|casual|proud|stubborn|cocky|impatient|eager|greedy",
			"hastily|overconfident|over-confident|overconfidence|thoughtless|thoughtlessly",
			"<pronoun>|<name>|<who> <be> ~ useless|hopeless|impatient|stubborn|slack|naive",
		},
		Unless: []string{
			"lazy|lazily load|loaded|loading|evaluated|initialised|initialized", "dumb terminal|pipe|proxy|terminals|luck", "cowboy builder", "sloppy <machine>|<code>|quorum|regex|matching|mode|phrase",
		},
		Why: "It describes a character; load, signals and time describe the situation.",
		Ask: []Question{
			{"", "What load, signals and time pressure were there{at}?"},
		},
	}
}

// whoRule finds questions that ask a person to justify themselves.
func whoRule() Rule {
	return Rule{
		ID: "B3", Category: Blame, Weights: soft(),
		Patterns: []string{
			"^ who did this|that|it",
			"^ who ~ broke|approved|merged|caused|deployed|allowed|signed|pushed|authorised|authorized|forgot|missed|deleted|dropped|wiped|let|thought|decided",
			"who the hell|fuck|heck|devil <adv>* <past>|<base>|<be>",
			"who on earth <adv>* <past>|<base>|<be>",
			"who <be> ~ it that|who ~ <past>",
			"who <be> ~ responsible for? <det>? <failure>",
			"whose fault|mistake|idea|change|decision",
			"whose <adj> idea",
			"why did ~ you|he|she|they|<name>|<who>",
			"why did ~ <det> <who>",
			"why did not ~ you|he|she|they|<name>",
			"why did not ~ <det>|<poss>|<adj> ..1 <who>",
			"why did you|he|she|they|<name>|<who>|<det> ..2 not",
			"why would <pronoun>|<name>|<who> <adv>* !have|not <base>",
			"why on earth|the did|would|<be> <pronoun>|<name>|<det>",
			"how could|can you|he|she|they|<name>|anyone ~ not? ~ <base>",
			"how could|can we|i ~ not|miss|overlook|forget|let|ignore",
			"how do|does|did you|<name>|<who>|he|she|they ~ not|miss|forget|let|break|manage",
			"how on earth|the did|do|could|can <pronoun>|<name>|<who>|<det>",
			"what was|were you|he|she|they|<name>|<who> ~ thinking",
			"what possessed|made you|him|her|them|<name> ~ think",
			"what the hell|fuck|heck <be>|did|was|were <pronoun>|<name>|<who> ..1 thinking|doing",
		},
		Unless: []string{"why did it|the <machine>", "why did not ~ anyone|anybody|someone|somebody|everyone", "who ~ reviewed|changed|decided|turned ..8 and ~ when|how"},
		Why:    "It asks a person to justify themselves.",
		Ask: []Question{
			{"", "What led to it{at}, and how did it look from there?"},
		},
	}
}

// mistakeRule finds acts that are told as mistakes.
func mistakeRule() Rule {
	return Rule{
		ID: "B4", Category: Blame, Weights: soft(),
		Patterns: []string{
			"by mistake|accident|oversight|carelessness",
			"in error =<end>|<comma>|<break>|<conj>|<prep>",
			"make|makes|made|making <det>? ..2 mistake|mistakes|blunder|blunders|error|oversight|typo|typos|slip|misstep|miscalculation|goof",
			"<poss> ..2 mistake|mistakes|oversight|blunder|blunders|negligence|carelessness|failing|failings|lapse|typo",
			"<poss> ..1 failure|inability to ~ <human>",
			"<blunder>|error|fault|typo|incorrect by|of|on|from ~ {agent}",
			"mistake|mistakes|blunder|oversight|error|fault|failing by|on|from <poss> ..1 part|side|end",
			"<det> <word>? mistake|blunder|oversight|lapse",
			"failure|failures|inaction|indecision|neglect|ignorance of|by {agent}",
			"can|could not ~ believe <pronoun>|<name>|<who>|nobody|no|anyone",
			"{person} should|must|ought ~ to? be sacked|fired|disciplined|reprimanded|punished|ashamed",
			"{person} messed|meddled|fiddled|tampered|tinkered with|around|about",
			"slapdash|slipshod|shoddy|clumsy|clumsily|mindless|mindlessly|unthinking|self-inflicted|trigger-happy|gung-ho|overzealous|over-eager|overeager|heavy-handed|ham-fisted|impulsive|impulsively|rash|rashly|knowingly|wilfully|willfully|nonchalantly",
			"went and =<past> <accident>|<operate>|<human>", "amateur hour", "wishful thinking", "hoped|hoping|hope for the best", "shame on", "easy way out",
			"mistakes|mistake <be>|been made",
			"a|an|simple|silly|honest|rookie|embarrassing|unfortunate|human|dumb|avoidable mistake|mistakes|oversight|blunder|slip",
			"simple|silly|honest|rookie|embarrassing|dumb|avoidable|schoolboy|beginner's|stupid|elementary error|errors",
			"due|through|to|out ~ of? oversight|oversights|inexperience|inexperienced|incompetence|carelessness|forgetfulness|haste|ignorance|inattention",
			"inexperienced|untrained|unqualified|under-trained <who>",
			"<who>|<pronoun>|<name> <be> <adv>* inexperienced|untrained|unqualified|unaware|distracted|confused|unprepared|mistaken|ill-prepared|unfamiliar|sidetracked|overconfident|incapable|oblivious|fixated",
			"{person} got ~ confused|distracted|mixed|muddled|sidetracked|carried|lazy|sloppy|cocky|complacent|careless|ahead",
			"{person} mixed|muddled|confused ..4 up|with",
			"half-baked|blindly", "screwed the pooch",
			"jumped|jumping|jump the gun", "jumped|jumping|jump to ..2 conclusion|conclusions",
			"{person} rushed|hurried|panicked|gambled|overreacted|dithered|dawdled|hesitated|freaked|choked|winged|yoloed|yolo|rubber-stamped|rubberstamped|waved|shrugged|brushed|laughed|spaced|blanked|zoned|slacked|dozed",
			"{person} froze =<end>|<comma>|<conj>|up|for",
			"{person} took|brought|knocked ..5 offline|out =<end>|<comma>|<conj>",
			"{person} sat|slept on <det>|<it>",
			"<be>|was|were|been ~ rushed|half-baked|botched|bungled|fumbled",
			"{person} slipped|tripped|slip|cocked up =<end>|<comma>|<break>|<conj>|<prep>",
			"no|not|without ..1 idea|clue|know|knowing what <pronoun> <be> ~ doing",
			"knowing what <pronoun> <be> doing",
			"{person} did <det> ..1 bad|poor|sloppy|rubbish|terrible|crap|lousy job",
			"poor|sloppy|bad|shoddy judgement|judgment|work|workmanship|job|practice|discipline|craftsmanship|form",
			"intern|interns|trainee|apprentice|juniors|junior|newbie|rookie|noob <who>? <adv>* =<past> <accident>|ran|killed|broke|restarted|did",
			"in spite of ..3 concern|concerns|warning|warnings|objection|objections|advice|doubts",
			"despite|against ..3 concern|concerns|warning|warnings|objection|objections|advice|doubts =<end>|<comma>|<conj>|<prep>",
			"new guy|hire|kid|girl|joiner|colleague <adv>* =<past> <accident>|ran|killed|broke|restarted|did",
			"violation|breach of ..6 by {agent}", "not me|us =<end>",
			"against <det>? ..1 policy|procedure|protocol|rules|advice|instructions =<end>|<comma>|<break>|<conj>|<prep>",
			"in violation|breach of",
			"went ahead anyway|regardless",
			"lies|lay|rests|rested with {agent}",
			"{person} <have> no clue about|of|how",
			"nobody|one had|has a|any clue",
		},
		Unless: []string{
			"learn|learned|learning from ..3 mistakes|mistake", "<user> ..2 <be> ~ confused|distracted|mistaken|unaware", "not|n't ~ unaware", "unaware ...8 until|when", "mistake|error budget|message|code|log|rate|page|handling",
			"mistake|mistakes|error|oversight|typo|blunder ...8 <be> ~ fixed|corrected|repaired|patched|resolved|reported|found|spotted upstream|in|by|on|with|at|the|before|within",
			"mistake|error <be> ~ fixed|corrected|repaired|patched|resolved",
			"<modal> ~ have ~ been ~ rushed",
			"in error =<machine>|<code>|<num>",
			"what <pronoun> <be> doing at|then|next|when|before|in",
			"in error state|mode|handling", "slip of paper",
		},
		Why: "It judges an act that looked right when it was done.",
		Ask: []Question{
			{"", "What made it look right{at}, and what was the intended result?"},
		},
	}
}
