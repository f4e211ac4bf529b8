package wording

// class is a set of word classes, a bit each. A word can be in many: "cut" is a base form, a past and a participle.
type class uint64

const (
	base class = 1 << iota
	past
	participle
	gerund
	third // he sees
	adverb
	negation
	determiner
	possessive
	preposition
	beForm
	haveForm
	doForm
	modal
	conjunction
	whWord
	subjectPronoun // I, we, he, she, they, you
	otherPronoun   // it, this, that, there
	objectPronoun
	personNoun
	attendee // a name that the caller handed in
	userNoun // customers, users: people, but not those who acted
	machineNoun
	processNoun // what people do for safety: testing, review, communication
	failureNoun
	perceive // verbs: see, notice, catch, detect
	foresee  // predict, anticipate, consider
	prevent
	human    // verbs of what only people do: check, page, review
	observed // verbs that state something observable: receive, see, get
	mental
	adjective
	number
	clock
	code // masked: code, quotation, URL
	capital
	comma
	breaker // ; : – — ( ) |
	stop    // end of a sentence
	word
	sloppyPast // a past used as participle: "could have went"
	question
	participial // an -ed word that can also be an adjective before a noun
	outcome     // past forms and outcomes that only make sense for a result: made, prevented
	accident    // delete, commit, push: acts that people do by accident
	operate     // what people do to systems: deploy, restart, set
	anaphor     // they: whoever, or whatever, was named before
	toward      // "to": a preposition that can also open an infinitive
	quantity    // so many of: one, most, the rest
	percent     // "100%"
	hedge       // what a speaker puts between words: like, sort of
	compound    // stands before a verb and belongs to it: double check, load test
	givenName   // a name that many people have; with a capital it is one
	inner       // verbs of what happens in people or to them, and is no act: know, feel, manage
	remedy      // what a review thinks of afterwards: a canary, an alert, a second pair of eyes
	act         // what a person did, as a noun: change, deploy, decision
	blunder     // mistake, oversight, lapse
	virtue      // what people are said to lack: care, discipline, skill
	particle    // belongs to the verb before it: set up
	rescue      // verbs of what helps somebody: save, protect
	timeNoun    // minute, day, Monday: what begins with it tells when, and is no object
	tooled      // a person, or a program with a name of its own before it: the Kubernetes operator
)

// classNames are the names that a pattern may use between angle brackets.
func classNames() map[string]class {
	return map[string]class{
		"base": base, "past": past, "pp": participle | sloppyPast, "strictpp": participle, "ing": gerund, "third": third,
		"adv": adverb, "not": negation, "det": determiner | possessive, "poss": possessive, "prep": preposition,
		"be": beForm, "have": haveForm, "do": doForm, "modal": modal, "conj": conjunction, "wh": whWord,
		"pronoun": subjectPronoun, "it": otherPronoun, "me": objectPronoun,
		"person": subjectPronoun | personNoun | attendee, "who": personNoun | attendee, "name": attendee,
		"user": userNoun, "machine": machineNoun, "process": processNoun, "failure": failureNoun,
		"perceive": perceive, "foresee": foresee, "prevent": prevent, "human": human, "operate": operate, "observed": observed,
		"mental": mental, "adj": adjective, "num": number, "time": clock, "code": code, "capital": capital,
		"inner": inner, "remedy": remedy, "act": act, "blunder": blunder, "virtue": virtue, "compound": compound, "quantity": quantity,
		"comma": comma, "break": breaker | comma, "end": stop, "word": word,
		"participial": participial, "outcome": outcome, "accident": accident, "question": question,
	}
}
