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
			"someone|somebody ..4 deleted|dropped|wiped|unplugged|pulled|cut|overwrote|killed|kicked|tripped|purged|emptied|leaked|pasted",
			"was|were ~ not me|us|mine =<end>|<comma>|<break>",
			"some|which|what genius|clown|muppet|joker|hero|wise-guy",
		},
		Unless: []string{"culprit ..1 <be> <det>? <adj>? <machine>|<code>", "culprit|offending|offender <machine>|<code>|pr|commit"},
		Why:    notPersons,
		Ask:    []Question{{"", "Which change or condition was in play{at}?"}},
	}
}
