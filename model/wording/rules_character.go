package wording

// characterRule finds words for what somebody is like.
func characterRule() Rule {
	return Rule{
		ID: "B2", Category: Blame, Weights: firm(),
		Patterns: []string{
			"careless|carelessly|carelessness|negligent|negligence|negligently|sloppy|sloppily|sloppiness|incompetent|incompetence|reckless|recklessly|recklessness",
			"stupid|stupidly|stupidity|dumb|idiotic|idiot|idiots|moron|morons|clueless|foolish|foolishly|inattentive|inattention|complacent|complacency|unprofessional|lazily|laziness|sloth|lousy|irresponsible|irresponsibly|ignorant|ignorance|amateurish|half-assed|half-arsed|half-hearted|cavalier|inexcusable|unforgivable",
			"inept|ineptitude|ineptly|undisciplined|indiscipline|inattentiveness|thoughtlessness|culpable|culpability|blameworthy|reprehensible|hubris|daft|dozy|plonker|pillock|dimwit|bonehead|boneheaded|hare-brained|harebrained|cack-handed|brainless|slackers|slacker|lackadaisical|gullible|arrogant|arrogance|numpty|numpties|muppet|muppets|cowboy|cowboys|dumbass|jackass|dunce|noob|imbecile|thick-headed|pig-headed|absent-minded|absentminded|braindead|brain-dead|dereliction",
			"lazy !load|loaded|loading|loader|loaders|loads|evaluation|init|initialization|initialisation|import|imports|migration|deletion|eval|object|objects|extension|extensions|mount|mode|fetch|pull|restore|delete|free|unmount|umount|<machine>|<code>",
			"rogue <adj>? <who> !<machine>",
			"<who>|<name>|<pronoun> <be>|went|gone|go ~ rogue|lazy",
			"not|n't paying|paid|pay ..1 attention",
			"not|n't ~ careful|attentive|vigilant|diligent|thorough|paying ~ enough?",
			"too careless|hasty|lazy|confident|trusting|casual|proud|stubborn|cocky|impatient|eager|greedy",
			"hastily|overconfident|over-confident|overconfidence|thoughtless|thoughtlessly",
			"<pronoun>|<name>|<who> <be> ~ useless|hopeless|impatient|stubborn|slack|naive",
		},
		Unless: []string{
			"lazy|lazily load|loaded|loading|evaluated|initialised|initialized", "dumb terminal|pipe|proxy|terminals|luck", "cowboy builder", "sloppy <machine>|<code>|quorum|regex|matching|mode|phrase",
		},
		Why: "It describes a character; load, signals and time describe the situation.",
		Ask: []Question{
			{"", "What load, signals and time pressure were there{at}?"},
		},
	}
}
