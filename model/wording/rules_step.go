package wording

// carelessStepRule finds steps that are told as slips: the wrong one, by accident, without looking.
func carelessStepRule() Rule {
	return Rule{
		ID: "B5-step", Category: Blame, Weights: soft(),
		Patterns: []string{
			"{person} !<mental>|<perceive>|<observed> <past> ..5 wrong|incorrect <word>",
			"{person} !<mental>|<perceive>|<observed>|<inner> <word> ..1 <det> wrong|incorrect <word>",
			"{person} got|had|did|put|set|read|typed|wired|configured ..4 wrong|backwards|mixed|inverted =<end>|<break>|<conj>|<prep>|way|up|round",
			"{nobody} deleted|dropped|removed|wiped|destroyed|pushed|ran|merged|restarted|copied|pasted|typed|clicked|selected|picked|reverted|edited|changed|deployed|used|opened|pressed|hit|entered|closed|stopped|killed|pulled ..3 wrong|incorrect <word>",
			"wrongly|mistakenly|incorrectly|falsely|erroneously|naively|wrongfully ~ <mental>|thinking|assuming|assumed",
			"<mental> ~ wrongly|mistakenly|incorrectly|falsely|erroneously",
			"{person} wrongly|mistakenly|incorrectly|falsely|erroneously|accidentally|inadvertently|unintentionally|unknowingly|unwittingly|carelessly|naively|accidently|blindly|hastily|foolishly|stupidly ~ <past>",
			"was|were|been|got|getting|is|being ~ mistakenly|erroneously|accidentally|wrongly|carelessly|accidently ~ <accident>",
			"<accident> <word>? ~ accidentally|mistakenly|erroneously|accidently",
			"mistakenly|erroneously|accidentally|accidently <accident>",
			"<past> ..6 [ without <adj>|<adv>|<det>|proper|prior|thorough* testing|review|reviews|validation|verification|approval|communication|coordination|planning|consideration|thought|consultation|authorisation|authorization|permission|sign-off|signoff|supervision ]",
			"without <adj>|<adv>|<det>|proper|prior|thorough+ testing|tests|review|reviews|approval|consultation|supervision =<end>|<comma>|<break>|at|whatsoever|from|of",
			"without ~ checking|testing|verifying|asking|telling|thinking|realising|realizing|understanding|notifying|informing|consulting|reviewing|communicating|validating|considering|reading",
			"{person} <past> ..8 [ without|before ~ even? ~ looking|checking|testing|verifying|asking|telling|waiting|reviewing|following|announcing|coordinating|double-checking|warning|documenting ]",
			"without ~ being|having ~ been? ~ tested|checked|verified|reviewed|announced|communicated|approved|validated|asked|told|read|coordinated|documented|discussed|agreed|rehearsed|informed",
			"without ..2 pair|set of eyes",
			"<past> ..7 [ in a|great|such|too hurry|rush|haste|panic ]", "in haste",
			"without anyone|anybody|someone ~ checking|testing|verifying|asking|reviewing|looking|knowing|watching",
			"unauthorised|unauthorized|unapproved|unannounced|unreviewed|untested|unsanctioned|unvetted <adj>? change|changes|deploy|deployment|release|commit|migration|upgrade|script|code|restart",
			"{person} <past> ..5 [ in|on prod|production instead|rather of|than staging|test|dev|stage|preprod|qa ]",
			"production ..2 thinking it was",
			"copy-paste|copy-and-paste|typing|clerical|keyboard|transcription error|errors|mistake|slip",
			"copy and paste error|mistake",
			"misconfiguration|mistyping|misreading|mishandling|mismanagement|misuse ..2 by|introduced by? {agent}",
			"misconfigured|mistyped|misread|mismanaged|mishandled by {agent}",
		},
		Unless: []string{
			"not|n't|never|cannot|no|<modal> ..14 without",
			"without ~ considering|understanding ..2 options",
			"would|could|should ..3 have",
		},
		Why: "It puts people where the situation belongs: signals, load, what was known.",
		Ask: []Question{
			{"", "What made it look right{at}, and what was the intended result?"},
		},
	}
}
