package wording

import "strings"

const vowels = "aeiou"

func vowel(c byte) bool { return strings.IndexByte(vowels, c) >= 0 }

// doubles tells whether a verb doubles its last consonant: stop, stopped. Longer verbs do when the stress is on the
// end, which spelling does not tell, so those few are named.
func doubles(v string) bool {
	n := len(v)
	if n < 3 || strings.IndexByte("bdglmnprt", v[n-1]) < 0 || !vowel(v[n-2]) || vowel(v[n-3]) && v[n-3:n-1] != "ui" {
		return false
	}
	if strings.Contains(" admit commit omit submit permit refer prefer defer transfer occur forget regret upset cancel label signal equip debug ", " "+v+" ") {
		return v != "cancel" && v != "label" && v != "signal"
	}
	count := 0
	for i := range len(v) {
		if vowel(v[i]) && (i == 0 || !vowel(v[i-1])) {
			count++
		}
	}
	return count == 1
}

// regular is the past of a regular verb.
func regular(v string) string {
	n := len(v)
	switch {
	case v[n-1] == 'e':
		return v + "d"
	case v[n-1] == 'y' && !vowel(v[n-2]):
		return v[:n-1] + "ied"
	case doubles(v):
		return v + v[n-1:] + "ed"
	}
	return v + "ed"
}

// thirdPerson is the form after "he".
func thirdPerson(v string) string {
	n := len(v)
	switch {
	case v == "have":
		return "has"
	case v == "be":
		return "is"
	case v[n-1] == 'y' && !vowel(v[n-2]):
		return v[:n-1] + "ies"
	case strings.HasSuffix(v, "s") || strings.HasSuffix(v, "x") || strings.HasSuffix(v, "ch") || strings.HasSuffix(v, "sh") || strings.HasSuffix(v, "o"):
		return v + "es"
	}
	return v + "s"
}

// presentParticiple is the -ing form.
func presentParticiple(v string) string {
	n := len(v)
	switch {
	case v == "be" || strings.HasSuffix(v, "ee") || strings.HasSuffix(v, "ye"):
		return v + "ing"
	case strings.HasSuffix(v, "ie"):
		return v[:n-2] + "ying"
	case v[n-1] == 'e':
		return v[:n-1] + "ing"
	case doubles(v) || v == "begin":
		return v + v[n-1:] + "ing"
	}
	return v + "ing"
}

// infinitive is the base form of a past or participle: from the lexicon, else by its ending.
func (g *Guard) infinitive(form string) string {
	form = strings.ToLower(form)
	if v, ok := g.bases[form]; ok {
		return v
	}
	stem, ok := strings.CutSuffix(form, "ed")
	if !ok {
		stem, ok = strings.CutSuffix(form, "ing")
	}
	if !ok || len(stem) < 2 {
		return form
	}
	n := len(stem)
	switch {
	case strings.HasSuffix(stem, "i"):
		return stem[:n-1] + "y"
	case stem[n-1] == stem[n-2] && strings.IndexByte("bdgmnprt", stem[n-1]) >= 0:
		return stem[:n-1]
	case strings.IndexByte("cvuz", stem[n-1]) >= 0, strings.HasSuffix(stem, "at"), strings.HasSuffix(stem, "bl"),
		strings.HasSuffix(stem, "iz"), strings.HasSuffix(stem, "is"), strings.HasSuffix(stem, "ur"), strings.HasSuffix(stem, "ng"),
		strings.HasSuffix(stem, "dg"), strings.HasSuffix(stem, "us"), strings.HasSuffix(stem, "id"), strings.HasSuffix(stem, "ir"):
		return stem + "e"
	}
	return stem
}
