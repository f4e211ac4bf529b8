package wording

// weakRules find countermeasures that nobody can finish or test, and words of norm in an account of what happened.
func weakRules() []Rule {
	only := Weights{Countermeasures: Soft}
	return []Rule{
		{
			ID: "W1", Category: Weak, Weights: only,
			Patterns: []string{
				"be ~ more|extra|very? careful|vigilant|cautious|mindful|diligent|attentive|aware|thorough",
				"pay|paying ..3 attention",
				"remind|reminding|retrain|re-train|retraining|educate|reinforce|emphasise|emphasize|encourage",
				"raise|increase|improve ..2 awareness",
				"try|trying|aim|strive|attempt|endeavour|endeavor|hope to",
				"^ consider|investigate|explore|improve|ensure|evaluate|review|discuss|examine|strengthen|enhance|optimise|optimize|monitor",
				"<modal>|to|and ~ consider|investigate|explore|improve|ensure|evaluate|strengthen|enhance",
				"look|looking|think into|about|at",
				"make sure",
				"as needed|appropriate|required|necessary|possible",
				"where|when|if|whenever possible|appropriate|needed|necessary|feasible",
				"ongoing|tbd|tba|continuously",
				"better communication|communicate|documentation|monitoring|testing|training|understanding|process|processes|tooling|visibility|awareness",
				"double-check|doublecheck",
			},
			Why: "Nobody can tell when it is done; a bounded step can be tested.",
			Ask: []Question{
				{"", "Which step on {object} shows that it is done, and by when?"},
				{"", "Which first step shows that it is done, and by when?"},
			},
		},
		{
			ID: "N1", Category: Normative, Weights: softThenOff(),
			Patterns: []string{
				"inadequate|inadequately|inappropriate|inappropriately|improper|improperly|mismanaged|unacceptable|unacceptably|suboptimal|sub-optimal|non-compliant|noncompliant|substandard|deficient|unreasonable",
				"poor|poorly|insufficient|insufficiently",
				"violated|violating|deviated|deviating ..3 policy|procedure|procedures|process|rule|rules|standard|standards|guideline|guidelines|norm|norms|practice|practices|protocol|runbook",
				"{person} too slow|slowly",
				"<process>|response|reaction|detection|escalation|diagnosis|mitigation|recovery|rollback <be> too slow|slowly",
			},
			Unless: []string{
				"insufficient ..2 capacity|memory|disk|space|permissions|permission|privileges|resources|cpu|quota|storage|funds|bandwidth|balance|replicas|nodes|ip|ips|addresses",
			},
			Why: "It grades what was done; a measurement, or the rule's text beside what was done, tells more.",
			Ask: []Question{
				{"", "What was done{at}, in numbers, and what does the rule say?"},
			},
		},
	}
}
