// Package wording is the guard that keeps a post-mortem on what happened: text in, findings out.
//
// Its heart is one rule of the book (The DevOps Handbook, chapter 19): "would have" and "could have" are
// disallowed, because they tell of a world that was not. Around it stand softer rules against blame, hindsight,
// persons named as causes, and weak countermeasures. Each finding carries a question that leads back to facts.
//
// The rules are data (see Default and Rule); New compiles them once, Check runs over the words of a text without
// disk, clock or network. The package never changes a text; Halves only proposes.
package wording

// Category says what kind of wording a finding is about.
type Category string

// The categories of the built-in rules. A team may name others in its own rules.
const (
	// Counterfactual tells what did not happen, or what other worlds held.
	Counterfactual Category = "counterfactual"
	// Blame puts a failing of a person or a team where the account of the event belongs.
	Blame Category = "blame"
	// Hindsight judges with knowledge that nobody had at the time.
	Hindsight Category = "hindsight"
	// AgentCause names a person, or people in general, as the cause.
	AgentCause Category = "agent-as-cause"
	// Weak marks a countermeasure that nobody can finish or test.
	Weak Category = "weak"
	// Normative measures what was done against a norm instead of describing it.
	Normative Category = "normative"
)

// Phase is the part of a meeting that a text belongs to, as far as the guard cares.
type Phase int

// The phases. Learning, Open and Attendees count as Timeline, Close as Countermeasures.
const (
	// AnyPhase is for a text outside a meeting: a file, a page, a commit message.
	AnyPhase Phase = iota
	// Timeline asks for what happened, and for nothing else.
	Timeline
	// Discretion is the discretionary space: what a decision looked like at the time.
	Discretion
	// Countermeasures is where ideas belong, so wishes pass and vague promises do not.
	Countermeasures
)

// Weight is how strongly a rule speaks in one phase.
type Weight int

// The weights, from silent to stopping.
const (
	// Off keeps the rule silent.
	Off Weight = iota
	// Soft marks the words and asks; it never stops anything.
	Soft
	// Firm stops an entry in its line until a way on is chosen.
	Firm
)

// Finding is a place in a text where the guard asks for another wording.
type Finding struct {
	Start, End int // byte range in the text, on rune borders
	Category   Category
	Rule       string // the rule's ID
	Firm       bool
	Text       string // the found words as they stand in the text
	Why        string // one sentence
	Ask        string // a question that leads back to facts, made with the found words
}

// Context says where a text stands.
type Context struct {
	Phase Phase
	// Quotations has the guard read what stands between quotation marks too: for a record of speech, where
	// everything is quoted. Otherwise what somebody said is evidence, and left alone.
	Quotations bool
}
