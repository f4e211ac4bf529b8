package wording

// quietRules are known and silent until a team turns them on: in a room they would speak too often.
func quietRules() []Rule {
	return []Rule{
		{
			ID: "H2", Category: Hindsight, Weights: soft(), Disabled: true,
			Patterns: []string{"always|never|everyone|everybody|nobody", "no one", "no-one"},
			Why:      "An absolute is seldom a count.",
			Ask:      []Question{{"", "How often was it, or what is one example?"}},
		},
		{
			ID: "A3", Category: AgentCause, Weights: soft(), Disabled: true,
			Patterns: []string{
				"process|procedure|runbook|policy ~ <be>? ~ not followed|adhered",
				"lack of ..2 awareness|training|ownership|discipline|accountability",
				"loss of situational? awareness",
			},
			Why: "It is a person as the cause in other words.",
			Ask: []Question{{"", "Which step was done instead, and what made that reasonable{at}?"}},
		},
		{
			ID: "N1-should", Category: Normative, Weights: softThenOff(), Disabled: true,
			Patterns: []string{"should|shall|ought|must"},
			Why:      "A norm says what is wanted, not what was done.",
			Ask:      []Question{{"", "What was done{at}, and what made it sensible?"}},
		},
		{
			ID: "M1", Category: Normative, Weights: soft(), Disabled: true,
			Patterns: []string{"weak|weakest link", "breakdown|failure in|of ..1 communication|coordination|process"},
			Why:      "It speaks of people as parts of a machine.",
			Ask:      []Question{{"", "Which message went from whom to whom, by what channel, and when was it seen?"}},
		},
		{
			ID: "L1", Category: Normative, Weights: soft(), Disabled: true,
			Patterns: []string{"breach|breached|leak|leaked|unlawful|violation|negligent|illegal"},
			Why:      "A legal word says more than is established.",
			Ask:      []Question{{"", "What is established so far, in plain words?"}},
		},
		{
			ID: "W2", Category: Weak, Weights: Weights{Countermeasures: Firm}, Disabled: true,
			Patterns: []string{"owner ..2 tbd|team|everyone|all|nobody|none", "assigned to everyone|all|nobody|the team", "no owner|date|deadline"},
			Why:      "A countermeasure has one owner and one date.",
			Ask:      []Question{{"", "Who owns it, and by what date?"}},
		},
	}
}
