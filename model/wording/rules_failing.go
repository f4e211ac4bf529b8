package wording

// failingRules find what a person did not do, or did not see. Saying what a system did not do is saying what happened.
func failingRules() []Rule {
	return []Rule{undoneRule(), overlookedRule(), carelessStepRule(), lackingRule()}
}

// undoneRule finds acts that a person did not do.
func undoneRule() Rule {
	return Rule{
		ID: "C5", Category: Counterfactual, Weights: softThenOff(),
		Patterns: []string{
			"{person} did ~ not ~ !<observed>|<inner>|<mental>|<have>|<be>|<adv>|<prep>|<det>|<me>|<it>|<pronoun>|<conj>|<not>|<adj>|<wh>|<num>|be|catch|notice|spot|detect|realise|realize|recognise|recognize|identify|consider|think|remember|bother|care|listen|understand|foresee|anticipate|predict|appreciate <word>",
			"{person} did ~ not ~ think to|of <human>|<operate>|<base>|<ing>",
			"{person} did ~ not ~ get|come ~ round|around to",
			"{person} never ~ get|got|gets|came ~ round|around? to",
			"{person} had ~ not ~ !<observed>|<inner>|<be>|<mental>|caught|noticed|spotted|realised|realized|considered|thought|remembered|understood|foreseen|anticipated|identified <human>|<operate>|<strictpp>",
			"{person} 'd ~ not ~ =<strictpp> !<observed>|<inner>|<be>|<base>|<mental>|noticed|spotted|realised|realized <human>|<operate>",
			"{person} have|has ~ not ~ =<strictpp> !<observed>|<inner>|<be>|<mental>|noticed|spotted|realised|realized|decided|agreed|confirmed <human>",
			"{person} never ~ =<past> !<observed>|<inner>|<be>|<have>|<do>|<mental>|caught|noticed|spotted|realised|realized|thought|considered|bothered <human>|<operate>|<past>",
			"{person} never ~ did ~ =<base> !<observed>|<inner>|<be>|<have>|<mental>|notice|spot|realise|realize|catch <base>",
			"{person} never ~ =<base> <human> =<det>|<me>|<it>",
			"^^ did ~ not ~ !<observed>|catch|notice|spot|detect|realise|realize|recognise|recognize|consider|think|remember|bother|understand|foresee|anticipate <human>",
			"nobody <adv>* !<observed>|<inner>|<be>|<have>|<do>|<mental>|<foresee>|noticed|spotted|caught|detected|cared|bothered|remembered|predicted <past>",
			"no one|<who> <adv>* !<observed>|<inner>|<be>|<have>|<do>|<mental>|<foresee>|noticed|spotted|caught|detected|cared|bothered|remembered <past>",
			"no <who>|one|body in|on|of|from ..5 <adv>* !<observed>|<inner>|<be>|<have>|<do>|<mental>|<foresee>|noticed|spotted|caught|detected|cared|bothered|remembered <past>",
			"nobody in|on|of|from ..5 <adv>* !<observed>|<inner>|<be>|<have>|<do>|<mental>|<foresee>|noticed|spotted|caught|detected|cared|bothered|remembered <past>",
			"none|neither|not of|one|a ~ <det>|<num>|<poss>|<adj>|single|of* <who>|<me>|<name>|<pronoun> ..4 !<observed>|<inner>|<be>|<do>|<mental>|<foresee>|noticed|spotted|caught|detected|cared|bothered|remembered <past>",
			"neither <name>|<who> <conj> <name>|<who> <adv>* !<observed>|<inner>|<be>|<have>|<do>|<mental>|<foresee>|noticed|spotted <past>",
			"nobody|none|neither|no ..4 had|has|have <adv>* !<observed>|<inner>|<be>|<mental>|<foresee>|noticed|spotted|caught|realised|realized <strictpp>",
			"nobody|one <adv>* thought to|of <human>|<operate>|<base>|<ing>",
			"nobody|none|one <adv>* was|were <adv>* watching|monitoring|looking|checking|listening|following|responding|available|awake",
			"was|were|been|got|had|have|has ~ never ~ been? ~ tested|checked|verified|reviewed|documented|communicated|told|informed|asked|paged|escalated|discussed|considered|validated|questioned|followed|raised|agreed|rehearsed|practised|practiced|trained|notified|consulted|announced|updated|fixed|cleaned|finished|completed|acted|shared|load-tested",
			"never ~ been|got|gotten|gets ~ tested|checked|verified|reviewed|documented|communicated|told|informed|asked|paged|escalated|discussed|considered|validated|questioned|followed|raised|agreed|rehearsed|notified|consulted|announced|fixed|done|updated|looked",
			"had|have|has ~ not|never ~ been ~ !seen|known|expected|affected|understood|noticed|spotted|detected|recognised|recognized <strictpp> ..3 by {agent}",
			"<be> ~ not|never ~ !seen|known|expected|affected|understood|noticed|spotted|detected|recognised|recognized <strictpp> ..3 by {agent}",
			"<process>|<act> ~ never ~ happened|took place?",
			"drill|drills|rehearsal|rehearsals|review|reviews|training|exercise|meeting|handover|hand-over|check|checks|audit|inspection|call|briefing|retrospective|game-day|test|tests ..4 did ~ not ~ happen|take place?",
			"provider|providers|carrier|carriers|registrar|partner|partners|bank|agency|hoster did ~ not ~ announce|tell|inform|notify|warn|communicate|mention|escalate|document|update|share|publish",
			"at no time|point|stage|moment did|had|was <det>|<poss>|<adj>|<num>|<failure>|<who>* <who>|<pronoun>|<name> ..5 <base>|<strictpp>|<ing>",
			"not until ..5 did <det>|<poss>|<adj>|<num>|<failure>|<who>* <who>|<pronoun>|<name> ..3 <base>",
			"nor did {agent} ..2 !<observed>|<inner>|<mental> <base>",
			"{person} did nothing|little",
			"there was|were nobody|no <who>|<ing>|to|one ..1",
			"went|left|remained|stayed|sat ..2 untested|unread|unpatched|unacknowledged|unreviewed|undone|unfixed|untouched",
			"no action|actions|measures|measure|steps ..2 taken|initiated",
			"nothing was|has ~ been? ~ done",
			"{person} forwent|refrained",
		},
		Unless: []string{
			"did ~ not only|immediately? <observed>",
			"{person} did not|never <have>",
			"if|whether|when|unless|whoever|because|and <user> ..4 did|never",
			"<user> ..6 did|never|had|have",
			// Without an object these are participles: nobody is named.
			"nobody|none|one ~ named|assigned|listed|invited|selected|mentioned|nominated|appointed|recorded|entered|marked|set =<end>|<comma>|<break>|<prep>|and|or|but|yet",
			"not|never ..5 into account|consideration", "not|never ..5 seriously", "not|never ..4 quickly|fast|soon|early|promptly enough",
			"not|n't yet", "not ..6 yet <end>|<comma>|<break>|<conj>",
			"had|'d|have never <adv>* used|seen|done|worked|touched|heard|met|run|tried|encountered ..6 <end>|before",
			"if|whether|unless ..4 not|never|nobody",
			"not|n't ~ lose|have|reach|need",
			"not|never ~ followed|adhered",
		},
		Why: "It leaves open what people were doing, seeing and expecting, and that explains more.",
		Ask: []Question{
			{"", "What was done about {object}{at}, and what was being watched or expected?"},
			{"", "What was being done, seen and expected{at}?"},
		},
	}
}

// overlookedRule finds what a person forgot, missed or did not see.
func overlookedRule() Rule {
	return Rule{
		ID: "B5", Category: Blame, Weights: soft(),
		Patterns: []string{
			"{person} failed|fail|fails|failing|neglected|neglect|omitted|missed|forgot|forgotten|forgets|forget ~ to <base>|be",
			"{nobody} failed|neglected ~ to ~ <human>",
			"{person} failed|neglected|forgotten ~ to",
			"{someone} forgot|forgotten|forgetting",
			"neglected|omitted|forgot ~ to ~ <human>",
			"{person} missed|overlooked|ignored|disregarded|neglected|dismissed|misread|misunderstood|misjudged|misinterpreted|misdiagnosed|mistook|mistyped|misconfigured|mishandled|skipped|bypassed|miscalculated|misplaced|miscommunicated|misinformed|circumvented|violated|flouted|breached|disobeyed|omitted|overslept|abused|misused|refused|transposed|misspelled|misspelt|miskeyed|mislabelled|misrouted",
			"{person} forgets|misses|overlooks|ignores|skips",
			"{person} confused|mixed <det>|up",
			"{person} left <det> ..3 open|unlocked|unattended|unprotected|exposed",
			"not|never ~ do|did|done|doing <poss> ..2 job|homework|bit|part|duty|duties|diligence",
			"{person} <be>|kept|keep|started|been ~ ignoring|overlooking|neglecting|skipping|disregarding|bypassing",
			"-job|jobs|heartbeat|heartbeats|scrape|scrapes|run|runs|message|messages|event|events|beat|beats|deadline|packets|record|records|row|rows|update|updates was|were|been|got|is|being ~ overlooked|forgotten|neglected|missed|disregarded|misread|misunderstood|misjudged|misdiagnosed|mishandled|misinterpreted",
			"overlooked|missed|ignored|dismissed|skipped|bypassed|misread|violated|disregarded|omitted|misinterpreted|misconfigured|mishandled by {agent}",
			"alert|alerts|warning|warnings|page|pages|alarm|alarms|ticket|tickets|report|reports|signal|signals|notification|notifications|mail|mails|email|emails <be>|had|been|<adv>* ignored|dismissed|missed|disregarded",
			"policy|policies|procedure|procedures|process|runbook|guideline|guidelines|checklist|protocol|rule|rules|standard|standards|playbook|instructions <be> ~ not ~ followed|adhered|respected|observed ..3 by {agent}",
			"{person} did ~ not ~ catch|notice|spot|detect|realise|realize|recognise|recognize|identify|remember|bother|care|listen|understand",
			"{person} did ~ not ~ think =<end>|<comma>|<break>|about|it|this|that|twice|through|ahead",
			"{person} did ~ not ~ pick up",
			"not|never ~ bother|bothered|bothering",
			"not|nobody ~ could? ~ be ~ bothered|arsed|asked to",
			"<do> ~ not ~ give|care ..3 damn|shit|fuck|toss|less",
			"nobody|one <adv>* bothered =to|with|about|<end>|<comma>|<ing>",
			"nobody|one <adv>* cared|realised|realized|remembered|noticed|spotted|caught|detected|recognised|recognized",
			"no <who> <adv>* bothered|cared|realised|realized|remembered|noticed|spotted|caught|detected|recognised|recognized",
			"none|neither|not of|one|a ~ <det>|<num>|<poss>|<adj>|single|of* <who>|<me>|<name>|<pronoun> ..3 bothered|cared|realised|realized|remembered|noticed|spotted|caught|detected|recognised|recognized",
			"nobody|one|none in|on|of|from ..5 bothered|cared|realised|realized|remembered|noticed|spotted|caught|detected",
			"{person} had ~ not ~ caught|noticed|spotted|realised|realized|remembered|understood|recognised|recognized",
			"^^ did ~ not ~ catch|notice|spot|realise|realize|remember|bother|care|understand",
			"{person} never ~ caught|noticed|spotted|realised|realized|bothered|understood",
			"how did|could|can|come|do|does ..3 <person> ..4 miss|missed|overlook|forget|forgot|ignore",
			"how did|come nobody|no|none ..1 <base>|<past>",
			"and|then|was|were|got ~ forgotten",
			"<past> ..3 [ forgotten|forgot ] about",
			"not|never ~ take|taken|took|taking ..5 seriously",
			"slipped|slip|slips ..1 mind|minds|memory",
			"{person} let|allowed ..4 slip|slide|lapse|through|expire|rot",
			"slipped through =<end>|<comma>|<break>|us|me|our|code|review|the",
			"not knowing|understanding|realising|realizing|thinking|checking|noticing|testing|verifying",
		},
		Unless: []string{
			"{machine} failed to",
			"missed|missing ..2 heartbeat|heartbeats|scrape|scrapes|slo|sla|cron|packets",
			"<user> ..5 missed|ignored|skipped|did|misconfigured",
			"ignored|skipped|missed|overlooked|dismissed|forgotten|bypassed|misread|misinterpreted|disregarded ~ by {tool}",
			"missed <poss> train|flight|bus|lunch|stop|connection|call",
			"<be> not testing",
			"did ~ not ~ notice ..3 drop|change|error|errors|anything <user>",
			"{person} did ~ not ~ recognise|recognize|identify|understand|remember|listen|detect ~ yet",
		},
		Why: "It puts people where the situation belongs: signals, load, what was known.",
		Ask: []Question{
			{"see", "What was visible of {object}{at}, and to whom?"},
			{"", "What was known about {object}{at}, and what drew attention elsewhere?"},
			{"", "What did it look like{at} from where they stood?"},
		},
	}
}

// carelessStepRule finds steps that are told as slips: the wrong one, by accident, without looking.
func carelessStepRule() Rule {
	return Rule{
		ID: "B5-step", Category: Blame, Weights: soft(),
		Patterns: []string{
			"{person} !<mental>|<perceive>|<observed> <past> ..5 wrong|incorrect <word>",
			"{person} !<mental>|<perceive>|<observed>|<inner> <word> ..1 <det> wrong|incorrect <word>",
			"{person} got|had|did|put|set|read|typed|wired|configured ..4 wrong|backwards|mixed|inverted",
			"{nobody} deleted|dropped|removed|wiped|destroyed|pushed|ran|merged|restarted|copied|pasted|typed|clicked|selected|picked|reverted|edited|changed|deployed|used|opened|pressed|hit|entered|closed|stopped|killed|pulled ..3 wrong|incorrect <word>",
			"wrongly|mistakenly|incorrectly|falsely|erroneously|naively|wrongfully ~ <mental>|thinking|assuming|assumed",
			"<mental> ~ wrongly|mistakenly|incorrectly|falsely|erroneously",
			"{person} wrongly|mistakenly|incorrectly|falsely|erroneously|accidentally|inadvertently|unintentionally|unknowingly|unwittingly|carelessly|naively|accidently|blindly|hastily|foolishly|stupidly ~ <past>",
			"was|were|been|got|getting|is|being ~ mistakenly|erroneously|accidentally|wrongly|carelessly|accidently ~ <accident>",
			"<accident> <word>? ~ accidentally|mistakenly|erroneously|accidently",
			"mistakenly|erroneously|accidentally|accidently <accident>",
			"<past> ..6 [ without <adj>|<adv>|<det>|proper|prior|thorough* testing|review|reviews|validation|verification|approval|communication|coordination|planning|consideration|thought|consultation|authorisation|authorization|permission|sign-off|signoff|supervision ]",
			"without <adj>|<adv>|<det>|proper|prior|thorough+ testing|tests|review|reviews|approval|consultation|supervision =<end>|<comma>|<break>|at|whatsoever|from|of",
			"without ~ checking|testing|verifying|asking|telling|thinking|realising|realizing|understanding|notifying|informing|consulting|reviewing|communicating|validating|considering|reading|looking",
			"{person} <past> ..8 [ without|before ~ even? ~ checking|testing|verifying|asking|telling|waiting|reviewing|following|announcing|coordinating|double-checking|warning|documenting ]",
			"without ~ being|having ~ been? ~ tested|checked|verified|reviewed|announced|communicated|approved|validated|asked|told|read|coordinated|documented|discussed|agreed|rehearsed|informed",
			"without ..2 pair|set of eyes",
			"<past> ..7 [ in a|great|such|too hurry|rush|haste|panic ]", "in haste",
			"without anyone|anybody|someone ~ checking|testing|verifying|asking|reviewing|looking|knowing|watching",
			"unauthorised|unauthorized|unapproved|unannounced|unreviewed|untested|unsanctioned|unvetted <adj>? change|changes|deploy|deployment|release|commit|migration|upgrade|script|code|restart",
			"in|on prod|production instead|rather of|than staging|test|dev|stage|preprod|qa",
			"production ..2 thinking it was",
			"copy-paste|copy-and-paste|typing|clerical|keyboard|transcription error|errors|mistake|slip",
			"copy and paste error|mistake",
			"misconfiguration|mistyping|misreading|mishandling|mismanagement|misuse ..2 by|introduced by? {agent}",
			"misconfigured|mistyped|misread|mismanaged|mishandled by {agent}",
		},
		Unless: []string{
			"not|n't|never|cannot|no|<modal> ..14 without",
			"without ~ considering|understanding ..2 options",
			"without ~ looking at",
			"would|could|should ..3 have",
			"{machine} <past> ..3 wrong",
		},
		Why: "It puts people where the situation belongs: signals, load, what was known.",
		Ask: []Question{
			{"", "What made it look right{at}, and what was the intended result?"},
		},
	}
}

// lackingRule finds what is said to have been missing in people or in their work.
func lackingRule() Rule {
	return Rule{
		ID: "B6", Category: Blame, Weights: soft(),
		Patterns: []string{
			"lack of ..4 <process>",
			"lacked|lacking ..3 understanding|knowledge|experience|training|awareness|discipline|expertise|communication|coordination|oversight|ownership|familiarity",
			"insufficient|inadequate|poor|improper|sloppy|ineffective|deficient|missing|weak|bad ..2 !<machine>|<adj> <process> !<machine>|<code>",
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
			"not enough time",
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
