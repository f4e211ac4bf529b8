package wording

// mannerRule finds how people are said to have worked: the way, the attitude, the duty that was not met.
func mannerRule() Rule {
	const duty = "process|processes|procedure|procedures|runbook|policy|policies|rule|rules|guideline|guidelines|instruction|instructions|manual|playbook|checklist|protocol|standard|standards|convention|steps|order|orders"
	return Rule{
		ID: "B5-manner", Category: Blame, Weights: soft(),
		Patterns: []string{
			"{person} <past> ..5 incorrectly|wrongly|badly|poorly|sloppily|inappropriately|improperly|inadequately|unwisely|irresponsibly|inconsistently|clumsily|prematurely|incompletely|unnecessarily|needlessly|backwards|unprofessionally|inefficiently|hesitantly",
			"{person} <past> ..5 in reverse|upside|half",
			"was|were|been ~ done|handled|managed|chosen|planned|timed|executed|coordinated|communicated|prepared|conducted|judged|picked ..2 incorrectly|wrongly|badly|poorly|unwisely|clumsily|sloppily|inadequately|hastily",
			"{person} did ~ not ~ follow|respect|obey|observe|heed ..4 " + duty,
			"{person} did ~ not ~ adhere|stick|comply|conform to|with",
			"<failure>|{person} did ..2 opposite of",
			"took|take|taken|takes|taking ..6 for granted",
			"nobody|one|none|body ..3 took|takes|taking ..1 ownership|charge|responsibility|lead|command|control|initiative",
			"nobody|one|none|body ..3 <be> ~ in charge|control", "nobody|one|none|body ..3 <be>|felt|feels ~ responsible|accountable",
			"nobody|one|none|body ..2 owned", "{person} let|lets|letting it|this|that|things|<det> ..2 slip|slide|lapse|go|rot|drift|fester|pass|lie",
			"take|takes|took|accept|accepts|accepted|bear|bears ..1 full|all|sole|the? responsibility|blame", "held|hold|holding|made ..4 accountable|responsible",
			"{person} <be>|been ~ too busy|distracted|focused|focussed|preoccupied|sure|relaxed|slow|late|quick|eager|trusting|confident|lazy|optimistic|cautious|timid|casual|comfortable|hasty|impatient|generous",
			"<who>|<pronoun>|<name> <have>? <be>|been ~ lax|lenient|slack|sluggish|passive|reluctant|unwilling|evasive|obstructive|defensive|disorganised|disorganized|inconsistent|overwhelmed|clueless|useless|uncooperative|stubborn|difficult|unhelpful|absent",
			"{person} lost ..1 overview|track|patience|nerve|nerves|plot|head|sight|composure|control|interest",
			"{person} <be>|been ~ messing|fiddling|tinkering|meddling|playing about|around|with",
			"{person} gave|caved|bowed|yielded in|to ..1 pressure", "{person} gave|caved in", "{person} pushed|pressed|pressured ..2 for|to", "against ..1 all|better|good|expert|sound advice|judgement|judgment",
			"{person} put|puts|placed|prioritised|prioritized|valued ..6 over|ahead|before|above",
			"{person} just|simply|still|never|really|always do|does not <base>",
			"{person} would|will not ~ listen|learn|help|believe|hear|cooperate",
			"<past> ..8 [ <comma> ~ bypassing|ignoring|skipping|overlooking|disregarding|circumventing|violating|neglecting ] <det>|<poss>|<word>",
			"{person} withheld|hid|concealed|obscured|downplayed|exaggerated|stonewalled", "{person} went|gone ..1 to sleep|bed|lunch|home ...8 <failure>|alarm|alert|page",
			"had|has|have no|little|zero|limited ..1 understanding|grasp|idea|clue|notion|concept|business|excuse|feel", "not ~ have ..2 faintest|slightest|clue|understanding|grasp|excuse",
			"communication|handover|hand-over|instructions|leadership|management|coordination|planning|support|advice|documentation|information ..5 <be> ~ confusing|chaotic|confused|poor|wrong|misleading|unclear|contradictory|lousy|bad|weak|absent|late|patchy|sketchy|vague|inadequate|insufficient|disorganised|disorganized",
			"{person} gave|issued|sent|provided|passed ..2 wrong|incorrect|contradictory|misleading|conflicting|false|confusing|unclear <word>",
			"should|could|ought ~ to? ~ know|do better", "{person} can|could|should|must|need|needs ~ do|to do? better",
			"{person} failed =<end>|<comma>|<break>|<conj>|at|in|on|<me>|us|our|the", "{person} made ..2 poor|bad|wrong|questionable|unwise|unfortunate ..1 choice|decision|call|judgement|judgment|assumption",
			"unfortunately|sadly|regrettably|embarrassingly|inexplicably <comma>? <det>|<poss>? ..2 <who>|<name>|we|i|he|she|they ~ !<be>|<have>|<do>|<observed>|<modal> <past>",
			"cut|cutting <det> corner|corners", "{person} rushed|rushing into|through|to|it|<det>", "in such|too much? a? ..1 hurry|haste|rush", "{person} <be> ~ in ..2 hurry|haste|rush|panic",
			"{person} <past> ..6 without ~ looking|thinking|asking|reading|checking|waiting|telling|a <end>|word|second|<prep>|<comma>",
			"{person} never ~ should|<modal>? ~ learn|learns|learned|learnt|listens|listened|cares|cared",
			"<poss> job|duty|responsibility|task was|is to <base> ...10 not|never|failed",
			"asleep|absent|missing|unreachable|unavailable when <pronoun>|<it>|<det> ..2 mattered|counted|needed", "nowhere to be", "nowhere|unreachable when",
		},
		Unless: []string{
			"{machine} failed", "<user> ..3 <past>", "not|never|n't ~ in ..1 hurry|rush", "{person} let|lets ..2 go ..1 to|on|of|through|into",
			"{person} pushed|pressed ..2 to <code>|main|master|prod|production|staging|<capital>|the|<det>",
			"{person} put|placed ..6 before|over|above|ahead the|<det> <machine>", "we|i <past> slowly <conj>", "no|little ..2 understanding|grasp|idea|clue ~ yet",
			"not enough", "<modal> ~ take ..2 responsibility",
		},
		Why: "It says how people were, not what they saw, knew and had to hand.",
		Ask: []Question{
			{"", "What did it look like{at} from where they stood?"},
		},
	}
}
