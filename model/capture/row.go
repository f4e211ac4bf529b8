package capture

import (
	"slices"
	"strings"

	"debrief/model"
)

// markedRow reads what follows a first >.
func (r *reader) markedRow() {
	switch r.c.Phase {
	case model.PhaseAttendees:
		r.markedAttendee()
	case model.PhaseTimeline, model.PhaseDiscretion:
		r.markedEvent()
	case model.PhaseLearning:
		r.trailingDate()
		r.readTags()
		r.readPeople(0)
	case model.PhaseCountermeasures, model.PhaseClose:
		r.markedCountermeasure()
	}
}

// markedEvent reads a new time, when the event became known, its kind, or an account of it.
func (r *reader) markedEvent() {
	if r.rowKnown() {
		return
	}
	r.readTags()
	// A time alone is the row's. Before words it is theirs: "14:15 I saw the change".
	switch m := moment(r.raw, r.c.base()); {
	case m.words > 0 && r.free(0) && r.onlySigned(m.words):
		r.leadingTime(0)
	case m.words == 0 && len(r.words) == 1 && r.free(0) && strings.Contains(r.raw[0], ":") && strings.Trim(r.raw[0], "~+0123456789:-") == "":
		// Typed behind the time that was there: 14:0914:04 is nobody's account.
		w := r.words[0]
		r.take(0, 1, TokenTime)
		r.fault(w.start, w.end, "this is no time; type one alone, such as 14:04", r.cursorEnds(w))
	}
	r.readPeople(0)
}

// rowKnown reads >known 14:21 @ben, >k 14:21, >known @ben at once.
func (r *reader) rowKnown() bool {
	if len(r.words) == 0 || !r.free(0) || !strings.EqualFold(r.raw[0], "known") && !strings.EqualFold(r.raw[0], "k") {
		return false
	}
	i := 1
	for i < len(r.words) && r.isPerson(i) {
		i++
	}
	known, m := r.knownPhrase(i, true)
	if m.words == 0 {
		if !r.knownBegun(i) {
			return false // known issue at the vendor
		}
		r.take(0, 1, TokenKnown)
		end := r.words[len(r.words)-1].end
		r.fault(r.words[0].start, end, "known since when? Type 14:21, at once, or nobody", r.cursor >= end)
		for k := i; k < len(r.words); k++ {
			r.take(k, k+1, TokenKnown)
		}
		r.knowers = 0
		r.readPeople(1)
		return true
	}
	r.take(0, 1, TokenKnown)
	r.line.Known = known
	r.takeTime(i, i+m.words, TokenKnown, m)
	r.knowers = 0
	r.readPeople(1)
	r.leftover("known takes a time and names; words go in a line of their own", nil)
	return true
}

// knownBegun tells whether the words from i on, which are no time, may be the beginning of one:
// nothing yet, "14:2", "at", "at on", "nob".
func (r *reader) knownBegun(i int) bool {
	switch len(r.words) - i {
	case 0:
		return true
	case 1:
		w := strings.ToLower(r.raw[i])
		return w == "~" || strings.TrimLeft(w, "~+0123456789:-") == "" || begins([]string{"at", "since", "nobody"}, w)
	case 2:
		return strings.EqualFold(r.raw[i], "at") && begins([]string{"once"}, r.raw[i+1])
	}
	return false
}

// trailingDate takes "by fri" where it ends the line, before or after @people and #tags. Any
// other "by" belongs to the sentence.
func (r *reader) trailingDate() {
	for i := len(r.words) - 2; i >= 0; i-- {
		if !r.free(i) || !strings.EqualFold(r.raw[i], "by") {
			continue
		}
		if d := datePhrase(r.raw[i+1:], r.c.today()); d.words > 0 && r.onlySigned(i+1+d.words) {
			r.takeDate(i, i+1+d.words, d)
		}
		return
	}
}

func (r *reader) takeDate(i, j int, d dateRead) {
	r.take(i, j, TokenDate)
	r.line.By = d.day
	if d.bad != "" {
		r.fault(r.words[i].start, r.words[j-1].end, d.bad, false)
	}
}

// markedCountermeasure reads owner, date, kind, state and ticket, in any order. Every word has a
// meaning here; what has none is asked about.
func (r *reader) markedCountermeasure() {
	today := r.c.today()
	for i := 0; i < len(r.words); i++ {
		if !r.free(i) {
			continue
		}
		word := strings.ToLower(tail(r.raw[i]))
		switch word {
		case "by":
			i = r.rowDate(i, today)
		case "rest", "resting":
			i = r.rowRest(i, today)
		case "declined", "decline":
			r.line.State = model.Declined
			r.line.Reason = r.remainder(i, r.after(i+1, "because", "as"), TokenState, "say why: declined because ..., in a few words")
			i = len(r.words)
		case "done":
			if i+1 < len(r.raw) && strings.EqualFold(tail(r.raw[i+1]), "when") {
				r.line.DoneWhen = r.remainder(i, i+2, TokenDone, "how will the room see that it is done? done when ...")
				i = len(r.words)
				continue
			}
			r.line.State = model.Done
			r.take(i, i+1, TokenState)
		default:
			if isTicket(r.raw[i]) || isURL(r.raw[i]) {
				r.line.Ticket = clean(strings.TrimRight(r.raw[i], ",;"))
				r.take(i, i+1, TokenTicket)
			} else if d := datePhrase(r.raw[i:], today); d.words > 0 {
				r.takeDate(i, i+d.words, d)
				i += d.words - 1
			}
		}
	}
	r.readTags()
	r.readPeople(0)
	r.leftover("here: @ana, by fri, done when, rest, declined because, done, OPS-1",
		[]string{"by", "rest", "declined", "done", "when", "in", "next", "end", "today", "tomorrow"})
}

// rowDate reads the date after "by" at word i and returns the last word it took.
func (r *reader) rowDate(i int, today model.Date) int {
	d := datePhrase(r.raw[i+1:], today)
	if d.words > 0 {
		r.takeDate(i, i+1+d.words, d)
		return i + d.words
	}
	j := i + 1
	for j < len(r.words) && r.free(j) && !r.isPerson(j) && tagWord(r.raw[j]) == "" {
		j++
	}
	what := "by when? " + dateForms
	if j > i+1 {
		what = excerpt(strings.Join(r.raw[i+1:j], " ")) + " is no date: " + dateForms
	}
	r.unfinished(i, j, what)
	return j - 1
}

// rowRest reads "rest", or "rest until" and a date, at word i and returns the last word it took.
func (r *reader) rowRest(i int, today model.Date) int {
	r.line.State = model.Resting
	j := r.after(i+1, "until", "till", "for")
	d := datePhrase(r.raw[j:], today)
	if d.words == 0 && j > i+1 {
		r.unfinished(i, j, "rest until when? Or rest alone; "+dateForms)
		return j - 1
	}
	j += d.words
	r.take(i, j, TokenState)
	if r.line.RestUntil = d.day; d.bad != "" {
		r.fault(r.words[i].start, r.words[j-1].end, d.bad, false)
	}
	return j - 1
}

// after is where the line goes on behind one of these words at i; i itself where none is there.
func (r *reader) after(i int, words ...string) int {
	if i < len(r.raw) && slices.Contains(words, strings.ToLower(r.raw[i])) {
		return i + 1
	}
	return i
}

// unfinished takes words that want more behind them; while the cursor ends them, more may come.
func (r *reader) unfinished(i, j int, what string) {
	r.take(i, j, TokenDate)
	end := r.words[j-1].end
	r.fault(r.words[i].start, end, what, j == len(r.words) && r.cursor >= end)
}

// remainder takes the rest of the line from word i on and returns its words from j on; ask is
// said where there are none.
func (r *reader) remainder(i, j int, kind TokenKind, ask string) string {
	for k := i; k < len(r.words); k++ {
		r.words[k].literal = true
	}
	r.take(i, len(r.words), kind)
	end := r.words[len(r.words)-1].end
	said := clean(strings.Join(r.raw[min(j, len(r.raw)):], " "))
	if said == "" {
		r.fault(r.words[i].start, end, ask, r.cursor >= end)
	}
	return said
}

// leftover makes a fault of the words that nothing took. The last may still become one of those
// that can be completed.
func (r *reader) leftover(what string, becoming []string) {
	first, last := -1, -1
	for i := range r.words {
		if r.words[i].use == asText {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 {
		return
	}
	open := false
	if first == last && last == len(r.words)-1 && r.cursorEnds(r.words[last]) {
		open = begins(becoming, r.raw[last]) || r.raw[last] == "@" || r.raw[last] == "#"
	}
	r.fault(r.words[first].start, r.words[last].end, what, open)
}

// isTicket tells OPS-123 and #123.
func isTicket(s string) bool {
	s = strings.TrimRight(s, ",;")
	if n, ok := strings.CutPrefix(s, "#"); ok {
		return isDigits(n)
	}
	project, n, ok := strings.Cut(s, "-")
	if !ok || len(project) < 2 || !isDigits(n) || project[0] < 'A' || project[0] > 'Z' {
		return false
	}
	for _, c := range []byte(project) {
		if (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '_' {
			return false
		}
	}
	return true
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
