package wording

// agent tells whom or what the noun phrase names that begins at token i: "the on-call engineer" is a person, "the
// team's script" is not.
func (m *matcher) agent(i int) subjectKind {
	head := -1
	for k := i; k < len(m.tokens) && k < i+12; k++ {
		t := m.tokens[k]
		switch {
		case t.is(attendee|subjectPronoun) && head < 0 && !m.owns(k):
			return personSubject
		case t.is(subjectPronoun) && head >= 0 && !t.is(personNoun):
			return m.kindAt(head)
		case t.is(objectPronoun) && !t.is(otherPronoun) && (head < 0 && !t.is(possessive) || t.is(possessive) && m.ends(k+1)):
			return personSubject // "by us", and "by her", but "by her script"
		case t.is(otherPronoun) && !t.is(determiner):
			return machineSubject
		case t.is(preposition) && !t.is(toward) && k > i && m.tokens[k-1].is(quantity):
			continue // "one of the engineers"
		case head >= 0 && t.is(determiner|possessive) && t.start > m.tokens[k-1].end:
			return m.kindAt(head) // "due to the holiday the team was small"; but "the team's script"
		case t.is(determiner|possessive|number|quantity) && !t.is(personNoun), t.is(adjective|adverb) && head < 0, t.is(past|gerund) && head < 0:
			continue
		case t.is(stop | breaker | comma | preposition | conjunction | whWord | modal | beForm | haveForm | doForm | negation | adverb | clock):
			return m.kindAt(head)
		case head >= 0 && m.tokens[head].is(personNoun) && t.is(past|gerund|third) && !t.is(personNoun):
			return personSubject // "an engineer running a script"
		}
		head = k
	}
	return m.kindAt(head)
}

// owns tells whether the noun at token k only says whose the next one is: "Ana's script".
func (m *matcher) owns(k int) bool { return k+1 < len(m.tokens) && m.tokens[k+1].is(possessive) }

// ends tells whether a phrase ends before token k.
func (m *matcher) ends(k int) bool {
	return k >= len(m.tokens) || m.tokens[k].is(stop|breaker|comma|preposition|conjunction|modal|beForm|haveForm|past|adverb)
}

// kindAt is the kind of the noun at token head, which is -1 where there is none.
func (m *matcher) kindAt(head int) subjectKind {
	if head < 0 {
		return noSubject
	}
	t := m.tokens[head]
	if t.is(tooled) && head > 0 && m.tokens[head-1].is(capital|code) && m.tokens[head-1].id == 0 {
		return machineSubject
	}
	return personOr(t.is(personNoun|attendee|subjectPronoun), machineSubject)
}
