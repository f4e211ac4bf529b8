package wording

// Default are the built-in rules, in the order in which they are listed. The categories and most patterns come from
// the method's wording table: C counterfactual, B blame, H hindsight, A agent-as-cause, N normative, W weak.
func Default() []Rule {
	var rules []Rule
	rules = append(rules, counterfactualRules()...)
	rules = append(rules, intendedRule(), unaskedRule())
	rules = append(rules, failingRules()...)
	rules = append(rules, mannerRule())
	rules = append(rules, blameRules()...)
	rules = append(rules, hindsightRules()...)
	rules = append(rules, measuredRule())
	rules = append(rules, causeRules()...)
	rules = append(rules, originRule())
	rules = append(rules, weakRules()...)
	return append(rules, quietRules()...)
}

// The weights most rules have: any phase, timeline, discretionary space, countermeasures.
func firm() Weights         { return Weights{Firm, Firm, Firm, Firm} }
func firmThenSoft() Weights { return Weights{Firm, Firm, Firm, Soft} }
func soft() Weights         { return Weights{Soft, Soft, Soft, Soft} }
func softThenOff() Weights  { return Weights{Soft, Soft, Soft, Off} }
