package wording

// head is the head of the noun phrase that ends at token j, or -1. It goes left over what hangs on a noun:
// prepositions ("the engineer on call"), participles ("the person running the migration", "the engineer paged at
// 02:10") and relative clauses ("the developer who wrote the script", "the job that the team owns").
func (m *matcher) head(j int) int {
	head := -1
	for range 6 {
		if j < 0 || m.tokens[j].is(stop|breaker|comma) {
			return head
		}
		next := -1
		if m.verbAt(j) {
			if next = m.objectOf(j); next < 0 {
				next = m.hangsOn(j)
			}
			if next < 0 && head < 0 {
				head = j // "Testing did not", "the failed did not"
			}
		} else {
			start := m.nounStart(j)
			head = j
			next = m.beyond(start)
		}
		if next < 0 {
			return head
		}
		j = next
	}
	return head
}

// nounStart is the first token of the noun phrase that ends at token j.
func (m *matcher) nounStart(j int) int {
	k := j
	for ; k > 0 && k > j-8; k-- {
		t := m.tokens[k]
		if t.is(determiner|possessive) && !t.is(number) || t.is(subjectPronoun|attendee) && k < j {
			return k
		}
		left := m.tokens[k-1]
		if left.is(stop|breaker|comma|preposition|toward|conjunction|whWord|modal|beForm|haveForm|doForm|negation|subjectPronoun) && !left.is(determiner|number) || m.verbAt(k-1) {
			return k
		}
	}
	return k
}

// verbAt tells whether token k is a verb in its place: "failed" in "the pod failed", not in "the failed pod".
func (m *matcher) verbAt(k int) bool {
	t := m.tokens[k]
	if t.is(beForm | haveForm | doForm | modal) {
		return !t.is(personNoun | attendee)
	}
	if !t.is(past|participle|gerund|third|base|sloppyPast) || t.is(personNoun|attendee|code|number|determiner|preposition|conjunction) {
		return false
	}
	if k == 0 {
		return t.is(past) && !t.is(machineNoun|processNoun|failureNoun|userNoun)
	}
	left := m.tokens[k-1]
	if left.is(determiner|possessive) && !left.is(otherPronoun&^determiner) && !left.is(otherPronoun) || left.is(adjective) && !left.is(adverb) {
		return false
	}
	if t.is(machineNoun | processNoun | failureNoun | userNoun | adjective | participial) {
		return t.is(past|participle) && left.is(personNoun|attendee|subjectPronoun|whWord|beForm|haveForm)
	}
	switch {
	case t.is(past | participle):
		return !left.is(stop|breaker|comma|preposition) || t.is(past) && left.is(stop|breaker)
	case t.is(gerund):
		return !left.is(stop | breaker | comma | preposition | conjunction)
	case t.is(third):
		return left.is(whWord|otherPronoun|adverb|personNoun|subjectPronoun|attendee) || left.is(conjunction)
	}
	return left.is(subjectPronoun|toward|modal|doForm|whWord) || left.is(negation) // a base form
}

// beyond is the token at which the noun ends that a phrase beginning at token start hangs on, or -1.
func (m *matcher) beyond(start int) int {
	b := m.overAdverbs(start - 1)
	if b < 0 {
		return -1
	}
	t := m.tokens[b]
	switch {
	case m.verbAt(b):
		return m.hangsOn(b)
	case t.is(particle) && b > 0 && m.verbAt(b-1):
		return m.hangsOn(b - 1) // "who set up the alert"
	case t.is(preposition|toward) && !t.is(conjunction):
		c := m.overAdverbs(b - 1)
		if c < 0 || m.tokens[c].is(stop|breaker|comma|conjunction|preposition|subjectPronoun|negation) && !m.tokens[c].is(personNoun) {
			return -1
		}
		left := m.tokens[c]
		switch {
		case left.is(quantity) || left.is(number|determiner) && !left.is(personNoun):
			return -1 // "one of our engineers", "the rest of the team"
		case m.verbAt(c):
			return m.hangsOn(c)
		case left.is(adjective):
			d := m.overAdverbs(c - 1)
			if d < 0 || m.tokens[d].is(stop|breaker|comma|conjunction|preposition|determiner) {
				return -1
			}
			if m.verbAt(d) {
				return m.hangsOn(d) // "who was responsible for the change"
			}
			return d // "the engineer responsible for the change"
		}
		return c
	}
	return -1
}

// hangsOn is the noun that the clause of a verb hangs on: the one before "who" or "that", or right before a participle.
func (m *matcher) hangsOn(v int) int {
	u := v - 1
	finite := m.tokens[v].is(beForm | haveForm | doForm | modal)
	for n := 0; n < 6 && u >= 0 && m.tokens[u].is(adverb|negation|modal|haveForm|doForm|beForm) && !m.tokens[u].is(personNoun|subjectPronoun); n++ {
		finite = finite || m.tokens[u].is(modal|haveForm|doForm|beForm)
		u--
	}
	if u < 0 {
		return -1
	}
	t := m.tokens[u]
	switch {
	case t.is(whWord) || t.is(otherPronoun) && t.is(conjunction): // who, which, that
		if t.is(personNoun) {
			return u // whoever
		}
		a := u - 1
		if a >= 0 && m.tokens[a].is(comma) {
			a--
		}
		if a < 0 || m.tokens[a].is(stop|breaker|comma|conjunction|preposition) || m.verbAt(a) && !m.tokens[a].is(gerund) {
			return -1
		}
		return a
	case finite, !m.tokens[v].is(gerund | participle), t.is(stop|breaker|comma|conjunction|preposition|determiner|subjectPronoun) && !t.is(personNoun), m.verbAt(u),
		t.is(attendee) && !m.tokens[v].is(gerund):
		return -1
	}
	return u
}

// objectOf is the noun that is the object of the verb at token v: the script in "the script we wrote", or -1.
func (m *matcher) objectOf(v int) int {
	u := m.overVerb(v - 1)
	if u < 1 || m.tokens[u].is(stop|breaker|comma|conjunction|preposition) || m.verbAt(u) {
		return -1
	}
	s := m.nounStart(u)
	if s < 1 || !m.tokens[s].is(subjectPronoun|attendee|determiner|possessive|capital|personNoun) {
		return -1
	}
	a := s - 1
	if m.tokens[a].is(whWord) || m.tokens[a].is(otherPronoun) && m.tokens[a].is(conjunction) {
		a--
	}
	if a < 0 || m.tokens[a].is(stop|breaker|comma|conjunction|preposition|adverb|negation|whWord) || m.verbAt(a) {
		return -1
	}
	return a
}

// overAdverbs skips adverbs, going left from token j.
func (m *matcher) overAdverbs(j int) int {
	for n := 0; n < 6 && j >= 0 && m.tokens[j].is(adverb) && !m.tokens[j].is(adjective|determiner|personNoun|preposition); n++ {
		j--
	}
	return j
}
