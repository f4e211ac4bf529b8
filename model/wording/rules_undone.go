package wording

// What is no act, or is asked about by another rule: to receive, to know, to have; to notice, to remember.
const (
	noAct    = "!<observed>|<inner>|<mental>|<be>|<have>|<do>|<foresee>|" + notSeen
	notSeen  = "noticed|spotted|caught|detected|identified|realised|realized|remembered|cared|bothered|thought|considered|understood|predicted"
	notDone  = "!<observed>|<inner>|<mental>|<have>|<be>|<adv>|<prep>|<det>|<me>|<it>|<pronoun>|<conj>|<not>|<adj>|<wh>|<num>|" + noVerb
	noVerb   = "be|say|specify|double|triple|cross|peer|catch|notice|spot|detect|realise|realize|recognise|recognize|identify|consider|think|remember|bother|care|listen|understand|foresee|anticipate|predict|appreciate"
	diligent = "tested|checked|verified|reviewed|documented|communicated|told|informed|asked|paged|escalated|discussed|considered|validated|questioned|challenged|pursued|explored|attempted|tried|sought|requested|invited|involved|included|followed|raised|agreed|rehearsed|practised|practiced|trained|notified|consulted|announced|updated|fixed|finished|completed|acted|shared"
	whom     = "<det>|<poss>|<adj>|<num>|<failure>|<who>* <who>|<pronoun>|<name>"
)

// undoneRule finds acts that a person did not do.
func undoneRule() Rule {
	patterns := []string{
		"{person} did ~ not ~ " + notDone + " <word>",
		"{person} did ~ not ~ think to|of <human>|<operate>|<base>|<ing>",
		"{person} did ~ not ~ get|come ~ round|around to",
		"{person} did nothing|little",
		"{person} never ~ get|got|gets|came ~ round|around? to", "{person} never ~ got|get as far as", "{person} never ~ did ~ get",
		"never ~ came about|off",
		"{person} -<be> never ~ =<past> " + noAct + " <human>|<operate>|<past>",
		"{person} never ~ did ~ =<base> " + notDone + " <base>",
		"{person} never ~ =<base> <human> =<det>|<me>|<it>",
		"{person} had ~ not ~ " + noAct + " <human>|<operate>|<strictpp>",
		"{person} 'd ~ not ~ =<strictpp> !<base> " + noAct + " <human>|<operate>",
		"{person} have|has ~ not ~ =<strictpp> !decided|agreed|confirmed " + noAct + " <human>",
		"^^ did ~ not ~ " + notDone + " <human>",
		"^^ did ~ not ~ think to|of",
		"not ~ think|believe|know|recall|remember ..2 anyone|anybody|someone ..2 " + noAct + " <past>", "not that anyone|anybody ..2 " + noAct + " <past>",
		"had|has|have ~ never ~ been ~ =<strictpp> !<observed>|<inner> <human>|<operate> ..3 !by",
		"not ~ have|get|ask|had anyone|anybody|someone|somebody",
		"none|neither|not of|one|a ~ <det>|<num>|<poss>|<adj>|single|of* <who>|us|you|<name> ..4 " + noAct + " <past>",
		"neither <name>|<who> <conj> <name>|<who> <adv>* " + noAct + " <past>",
		"not a|one single? soul|person|<who> ..3 <past>",
		"hardly|barely|scarcely anyone|anybody <adv>* " + noAct + " <past>",
		"neither|nor did {agent} ..2 " + notDone + " <base>",
		"at no time|point|stage|moment did|had|was " + whom + " ..5 <base>|<strictpp>|<ing>",
		"not until ..5 did " + whom + " ..3 <base>",
		"but|and never ~ did =<end>|<comma>", "nothing came of", "but ~ <it>|this|that never ~ happened|materialised|materialized|came",
		"never|not ~ occurred|occur to <me>|<who>|<name> ~ to", "never|not ~ crossed|cross <poss>|<name> ..1 mind|minds ~ to",
		"{person} omitted !to", "{person} dispensed|refrained with|from",
		"so much as <base>",
		"there was|were nobody <ing>|to|there", "there was|were no one|<who> <ing>|to",
		// The passive, where it is an act of somebody.
		"was|were|been|got|had|have|has ~ never ~ been? ~ " + diligent,
		"never ~ been|got|gotten|gets ~ done|looked|" + diligent,
		"rarely|seldom ~ " + diligent, "hardly|barely|scarcely ever ~ " + diligent,
		"<be> ~ not|never ~ !known|expected|affected|understood|noticed|spotted|detected|recognised|recognized|seen <strictpp> ..8 by {agent}",
		"had|have|has ~ not|never ~ been ~ !known|expected|affected|understood|noticed|spotted|detected|recognised|recognized|seen <strictpp> ..8 by {agent}",
		"never|not ~ carried|performed|conducted|held out|by|in|on|<end>|<comma>|<conj>",
		"went|left|remained|stayed|sat ..2 unfilled|unasked|unexplored|untested|unread|unpatched|unacknowledged|unreviewed|undone|unfixed|untouched",
		// What people hold, as a noun.
		"<process>|<act> ~ never ~ happened|took place?",
		"drill|drills|rehearsal|rehearsals|review|reviews|training|exercise|meeting|handover|hand-over|check|checks|audit|inspection|call|briefing|retrospective|game-day|test|tests ..4 did ~ not ~ happen|take place?",
		"no <process>|<remedy> ..3 was|were ~ done|made|run|performed|carried|held|conducted|scheduled|planned|taken",
		"no ..3 was|were|has|have ~ ever ~ been? ~ made|done|run|held|" + diligent, "none was|were ~ sought|requested|asked|done|made|run|consulted|called|informed|taken|given",
		"no|little thought|attempt|effort|attention|provision|consideration|heed ..1 was|were|has ~ been? ~ given|made|paid|taken",
		"without|not so much as",
		"no action|actions|measures|measure|steps ..2 taken|initiated", "nothing was|has ~ been? ~ done",
		"provider|providers|carrier|carriers|registrar|partner|partners|bank|agency|hoster did ~ not ~ announce|tell|inform|notify|warn|communicate|mention|escalate|document|update|share|publish",
	}
	for _, did := range []string{
		"<adv>* " + noAct + " <past>",
		"in|on|of|from ..3 <adv>* " + noAct + " <past>",
		"..2 had <adv>* " + noAct + " <strictpp>",
		"..2 has|have <adv>* tested|checked|verified|reviewed|documented|updated|rehearsed|fixed|touched|opened|read|cleaned|maintained",
		"had the ..2 idea|sense|thought to|of",
		"had? <adv>* thought to|of|about <human>|<operate>|<base>|<ing>",
		"<adv>* was|were <adv>* watching|monitoring|looking|checking|listening|following|responding|available|awake",
	} {
		patterns = append(patterns, "nobody "+did, "no one|body|<who> "+did)
	}
	return Rule{
		ID: "C5", Category: Counterfactual, Weights: softThenOff(),
		Patterns: patterns,
		Unless: []string{
			"did ~ not only|immediately? <observed>",
			"{person} did not|never <have>",
			"if|whether|when|unless|whoever|because|and <user> ..4 did|never",
			"<user> ..6 did|never|had|have",
			// Without an object these are participles: nobody is named.
			"nobody|one ~ answered|replied|responded|complained|objected|reported|called|came|joined|died",
			"nobody|none|one|<who> ~ named|assigned|listed|invited|selected|mentioned|nominated|appointed|recorded|entered|marked|set =<end>|<comma>|<break>|<prep>|and|or|but|yet",
			"not|never ..5 into account|consideration", "not|never|nobody|one ..5 seriously", "not|never ~ do|did|done <poss> ..2 job|homework|part|bit|diligence|duty",
			"not|n't|never ~ pay|paid|paying ..1 attention|heed", "not|never ..4 quickly|fast|soon|early|promptly enough",
			"just because ...10 not", "not|n't yet", "not ..6 yet <end>|<comma>|<break>|<conj>",
			"had|'d|have never <adv>* used|seen|done|worked|touched|heard|met|run|tried|encountered ..6 <end>|before",
			"if|whether|unless ..4 not|never|nobody",
			"not|n't ~ lose|have|reach|need !anyone|anybody|someone|somebody",
			"not|never ~ followed|adhered",
			// A rule that was not followed, and a lead that nobody took, are told as failings (B5-manner).
			"{person} did ~ not ~ follow|respect|obey|observe|heed ..4 process|processes|procedure|procedures|runbook|policy|policies|rule|rules|guideline|guidelines|instruction|instructions|manual|playbook|checklist|protocol|standard|standards|convention|steps|order|orders",
			"{person} did ~ not ~ adhere|stick|comply|conform to|with",
			"nobody|one|none|body ..3 took|takes|taking ..1 ownership|charge|responsibility|lead|command|control|initiative",
		},
		Why: "It leaves open what people were doing, seeing and expecting, and that explains more.",
		Ask: []Question{
			{"", "What was done about {object}{at}, and what was being watched or expected?"},
			{"", "What was being done, seen and expected{at}?"},
		},
	}
}
