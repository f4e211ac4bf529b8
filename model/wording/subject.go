package wording

// subjectKind tells who a verb speaks of.
type subjectKind uint8

const (
	noSubject      subjectKind = 1 << iota // left out, or it could not be told
	personSubject                          // one who acted: a pronoun, a role, an attendee
	machineSubject                         // anything else: a service, a review, the customers
)

// subject says who does what begins at token i. It walks left over the verb's own words to the head of the noun
// before it: "the engineer on call" is a person, "Ana's script" is not.
func (m *matcher) subject(i int) subjectKind { return m.subjectWithin(i, 3) }

// subjectWithin is subject, over at most so many verbs that share it.
func (m *matcher) subjectWithin(i, verbs int) subjectKind {
	j := m.overVerb(i - 1)
	if j < 0 || m.tokens[j].is(stop|breaker) {
		return noSubject
	}
	t := m.tokens[j]
	if t.is(comma) {
		if before := m.beforeAside(j); before >= 0 {
			return m.nounKind(before)
		}
		return noSubject
	}
	if t.is(conjunction) && !t.is(otherPronoun|determiner) {
		return m.sharedSubject(j-1, verbs-1)
	}
	return m.nounKind(j)
}

// overVerb skips the adverbs, auxiliaries and "not" that belong to a verb, going left from token j.
func (m *matcher) overVerb(j int) int {
	for n := 0; n < 12 && j >= 0 && m.tokens[j].is(adverb|negation|modal|haveForm|doForm|beForm) && !m.tokens[j].is(subjectPronoun|personNoun|machineNoun|attendee); n++ {
		j--
	}
	return j
}

// beforeAside is the token before the comma that opened an aside which token j closes, or -1.
func (m *matcher) beforeAside(j int) int {
	for k := j - 1; k > 0 && k > j-14 && !m.tokens[k].is(stop); k-- {
		if m.tokens[k].is(comma | breaker) {
			return k - 1
		}
	}
	return -1
}

// nounKind tells the kind of the noun that ends at token j.
func (m *matcher) nounKind(j int) subjectKind {
	t := m.tokens[j]
	if t.is(whWord) {
		if j == 0 || m.tokens[j-1].is(stop|breaker) {
			return personOr(t.is(subjectPronoun), machineSubject)
		}
		if j > 0 && m.tokens[j-1].is(comma) {
			j--
		}
		if j == 0 {
			return machineSubject
		}
		return m.nounKind(j - 1)
	}
	if t.is(anaphor) {
		return m.named(j - 1)
	}
	if t.is(subjectPronoun | attendee) {
		return personSubject
	}
	if t.is(otherPronoun) {
		if j > 0 && m.tokens[j-1].is(personNoun|attendee) {
			return personSubject
		}
		return machineSubject
	}
	head := m.head(j)
	if head < 0 {
		return noSubject
	}
	return m.kindAt(head)
}

// named is what "they" stands for: the kind of the last noun before it that tells. Alone it means people.
func (m *matcher) named(j int) subjectKind {
	for k := j; k >= 0 && k > j-30; k-- {
		switch t := m.tokens[k]; {
		case t.is(personNoun|attendee) && !t.is(subjectPronoun):
			return personSubject
		case t.is(machineNoun|userNoun|code) && !t.is(base|gerund|past):
			return machineSubject
		}
	}
	return personSubject
}

func personOr(person bool, other subjectKind) subjectKind {
	if person {
		return personSubject
	}
	return other
}

// sharedSubject is the subject of the verb before "and", going left from token j in the same sentence.
func (m *matcher) sharedSubject(j, verbs int) subjectKind {
	for k := j; k >= 0 && k > j-40 && !m.tokens[k].is(stop|breaker); k-- {
		t := m.tokens[k]
		switch {
		case t.is(subjectPronoun|attendee) && !t.is(otherPronoun):
			return personSubject
		case t.is(personNoun) && k+1 <= j && m.tokens[k+1].is(past|third|modal|beForm|haveForm|doForm):
			return personSubject
		case t.is(otherPronoun) && !t.is(determiner):
			return machineSubject
		case t.is(machineNoun) && k+1 <= j && m.tokens[k+1].is(modal|beForm|haveForm|doForm):
			return machineSubject
		case verbs > 0 && t.is(past|beForm|doForm|haveForm|modal) && m.verbAt(k) && !m.relative(k):
			if kind := m.subjectWithin(k, verbs); kind != noSubject {
				return kind
			}
		}
	}
	return noSubject
}

// relative tells whether the verb at token k stands behind a "which" or "who": its clause tells of a noun, not of the deed.
func (m *matcher) relative(k int) bool {
	j := m.overVerb(k - 1)
	return j >= 0 && m.tokens[j].is(whWord)
}
