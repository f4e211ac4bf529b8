package wording

// failingRules find what a person did not do. Saying what a system did not do is saying what happened.
func failingRules() []Rule {
	return []Rule{
		{
			ID: "C5", Category: Counterfactual, Weights: softThenOff(),
			Patterns: []string{
				"{person} did ~ not ~ !<observed>|be|catch|notice|spot|detect|realise|realize|recognise|recognize|consider|think|remember|bother|care|listen|understand|foresee|anticipate|predict|appreciate <human>|<operate>",
				"{person} had ~ not ~ !<observed>|been|caught|noticed|spotted|realised|realized|considered|thought|remembered|understood|foreseen|anticipated <human>|<operate>",
				"{person} never ~ !<observed>|been|was|were|caught|noticed|spotted|realised|realized|thought|considered <human>|<operate>",
				"^^ did ~ not ~ !<observed>|catch|notice|spot|detect|realise|realize|recognise|recognize|consider|think|remember|bother|understand|foresee|anticipate <human>",
				"nobody|none ~ of? <me>? ~ !<observed>|<be>|<have>|<do>|thought|cared|bothered|realised|realized|remembered <past>",
				"no one ~ !<observed>|<be>|<have>|<do>|thought|cared|bothered|realised|realized|remembered <past>",
				"nobody|none|one <adv>* was|were <adv>* watching|monitoring|looking|checking|listening|following|paying|responding|available|awake|aware",
				"was|were|been ~ never ~ tested|checked|verified|reviewed|documented|communicated|told|informed|asked|paged|escalated|discussed|considered|validated|questioned|followed|raised|agreed",
				"never ~ been ~ tested|checked|verified|reviewed|documented|communicated|told|informed|asked|paged|escalated|discussed|considered|validated|questioned|followed|raised|agreed",
			},
			Unless: []string{
				"did ~ not only|immediately? <observed>",
				"{person} did not|never <have>",
				"if|whether|when|unless|whoever|because|and <user> ..4 did|never",
				"<user> ..6 did|never",
				// Without an object these are participles: nobody is named.
				"nobody|none|one ~ named|assigned|listed|invited|selected|mentioned|nominated|appointed|recorded|entered|marked|set =<end>|<comma>|<break>|<conj>|<prep>|yet",
			},
			Why: "It leaves open what people were doing, seeing and expecting, and that explains more.",
			Ask: []Question{
				{"", "What was done about {object}{at}, and what was being watched or expected?"},
				{"", "What was being done, seen and expected{at}?"},
			},
		},
		{
			ID: "B5", Category: Blame, Weights: Weights{Soft, Soft, Soft, Soft},
			Patterns: []string{
				"{person} failed|fail|fails|failing|neglected|neglect|omitted|forgot|forgotten|forgets|forget ~ to <base>|be",
				"{nobody} failed|neglected ~ to ~ <human>",
				"{person} failed|neglected|forgotten ~ to",
				"{someone} forgot|forgotten|forgetting",
				"neglected|omitted|forgot ~ to ~ <human>",
				"{person} missed|overlooked|ignored|disregarded|dismissed|misread|misunderstood|misjudged|misinterpreted|misdiagnosed|mistook|mistyped|misconfigured|mishandled|skipped|bypassed",
				"-job|jobs|heartbeat|heartbeats|scrape|scrapes|run|runs|message|messages|event|events|beat|beats|deadline|packets was|were|been|got|is|being ~ overlooked|forgotten|neglected|missed|disregarded|misread|misunderstood|misjudged|misdiagnosed|mishandled|misinterpreted",
				"alert|alerts|warning|warnings|page|pages|alarm|alarms|ticket|tickets|report|reports|signal|signals|notification|notifications|mail|mails|email|emails <be>|had|been|<adv>* ignored|dismissed|missed|disregarded",
				"{person} did ~ not ~ catch|notice|spot|detect|realise|realize|recognise|recognize|think|remember|bother|care|listen|understand",
				"nobody|one bothered|cared|thought|realised|realized|remembered",
				"{person} had ~ not ~ caught|noticed|spotted|realised|realized|thought|remembered|understood",
				"^^ did ~ not ~ catch|notice|spot|realise|realize|think|remember|bother|care|understand",
				"{person} !<mental>|<perceive>|<observed> <past> ..4 wrong <word>",
				"{person} never ~ caught|noticed|spotted|realised|realized|thought|bothered",
				"wrongly|mistakenly|incorrectly|falsely|erroneously|naively|wrongfully ~ <mental>|thinking|assuming|assumed",
				"<mental> ~ wrongly|mistakenly|incorrectly|falsely|erroneously",
				"{person} wrongly|mistakenly|incorrectly|falsely|erroneously|accidentally|inadvertently|unintentionally|unknowingly|unwittingly|carelessly|naively|accidently ~ <past>",
				"was|were|been|got|getting|is|being ~ mistakenly|erroneously|accidentally|wrongly|carelessly|accidently ~ <accident>",
				"<accident> <word>? ~ accidentally|mistakenly|erroneously|accidently",
				"mistakenly|erroneously|accidentally|accidently <accident>",
				"how did|could|can|come ~ <person> ..2 miss|missed|overlook|forget|forgot|ignore",
				"how did|come nobody|no|none ..1 <base>|<past>",
				"and|then|was|were ~ forgotten",
				"<past> ..6 [ without <adj>|<adv>|<det>|proper|prior|thorough* testing|review|reviews|validation|verification|approval|communication|coordination|planning|consideration|thought|consultation ]",
				"not knowing|understanding|realising|realizing|thinking|checking|noticing|testing|verifying",
				"without ~ checking|testing|verifying|asking|telling|thinking|realising|realizing|understanding|notifying|informing|consulting|reviewing|communicating|validating|considering",
			},
			Unless: []string{
				"{machine} failed to",
				"missed|missing ..2 heartbeat|heartbeats|scrape|scrapes|deadline|slo|sla|cron|packets",
				"<user> ..5 missed|ignored|skipped|did|misconfigured",
				"ignored|skipped by <det>? <machine>|<code>",
				"without ~ considering|understanding ..2 options",
				"<be> not testing",
			},
			Why: "It puts people where the situation belongs: signals, load, what was known.",
			Ask: []Question{
				{"see", "What was visible of {object}{at}, and to whom?"},
				{"", "What was known about {object}{at}, and what drew attention elsewhere?"},
				{"", "What did it look like{at} from where they stood?"},
			},
		},
		{
			ID: "B6", Category: Blame, Weights: soft(),
			Patterns: []string{
				"lack of ..4 <process>",
				"lacked|lacking ..3 understanding|knowledge|experience|training|awareness|discipline|expertise|communication|coordination|oversight|ownership|familiarity",
				"insufficient|inadequate|poor|improper|sloppy|ineffective ..2 !<machine> <process> !<machine>|<code>",
				"limited ..1 understanding|knowledge|experience|expertise|familiarity|training|communication|awareness",
				"poorly|insufficiently|inadequately|badly ~ tested|documented|communicated|understood|planned|coordinated|reviewed|trained|handled|managed|executed|thought",
				"not|n't|too enough|little|sufficient|adequate|proper ..2 !<machine> <process> !<machine>|<code>",
			},
			Unless: []string{
				"lack of ..2 <machine>|space|capacity|memory|resources|disk|availability|permission|permissions|quota|bandwidth|access|response|activity|data !<process>",
				"not enough time",
			},
			Why: "It explains the event by what was missing; what was there had been enough until then.",
			Ask: []Question{
				{"", "What was in place for {object}{at}, and what made that seem enough?"},
				{"", "What was in place{at}, and what made that seem enough?"},
			},
		},
	}
}
