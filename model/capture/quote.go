package capture

import "strings"

// quotation reads what follows a first ". The speakers stand behind the closing sign, or end a
// quotation that has none; a name inside is part of what was said.
func (r *reader) quotation() {
	end := len(r.words)
	for end > 0 && r.isPerson(end-1) {
		end--
	}
	inner := 0
	for i := range end {
		inner += strings.Count(r.raw[i], `"`)
	}
	switch {
	case end > 0 && inner == 1 && strings.HasSuffix(r.raw[end-1], `"`):
		w := &r.words[end-1]
		w.end--
		r.raw[end-1] = r.text[w.start:w.end]
		r.token(w.end, w.end+1, TokenSign, false)
	case inner > 0:
		// Words follow the closing sign: the signs are theirs, and the whole is kept.
		r.opening = true
		r.line.Tokens[0].Kept = true
	}
	r.readPeople(end)
}
