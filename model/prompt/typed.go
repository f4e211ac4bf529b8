package prompt

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"debrief/model"
	"debrief/model/wording"
)

// Line is what is being typed: the text, and the phase whose questions it may call for. The zero
// Line calls for none.
type Line struct {
	Text  string
	Phase model.Phase
}

// reaction is what the words of the line call for. It stays while they stand there: letters of a
// word that is not complete yet change nothing.
type reaction struct {
	line   Line
	prompt int // -1 for none
	term   string
	passed bool            // the person went on to another question
	heard  map[string]bool // terms that were asked about
}

// follow looks through the line where it changed by more than letters at its end.
func (r *reaction) follow(t *Table, l Line) {
	if l == r.line {
		return
	}
	added, grew := strings.CutPrefix(l.Text, r.line.Text)
	same := grew && l.Phase == r.line.Phase && r.line.Text != "" && strings.IndexFunc(added, isNoLetter) < 0
	r.line = l
	if same {
		return
	}
	now, term := t.called(l, r.heard, r.term)
	if now == r.prompt && term == r.term {
		return
	}
	if r.term != "" && term != r.term {
		if r.heard == nil {
			r.heard = make(map[string]bool)
		}
		r.heard[r.term] = true // said once in a meeting is enough
	}
	r.prompt, r.term, r.passed = now, term, false
}

func isNoLetter(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// called returns the question that the first complete words of the line call for, -1 where none
// do, with the abbreviation that it is about. Those that were heard call for nothing, but for the
// one that is asked about now.
func (t *Table) called(l Line, heard map[string]bool, asked string) (prompt int, term string) {
	text := spoken(l.Text)
	if strings.IndexFunc(text, isNoLetter) < 0 {
		return -1, "" // no word is complete
	}
	prompt, end := -1, len(text)
	for _, f := range t.find(text) {
		if i := t.index(f.Rule); f.End < end && t.prompts[i].in(l.Phase) {
			prompt, end = i, f.End
			break
		}
	}
	i := slices.IndexFunc(t.prompts, func(p Prompt) bool { return slices.Contains(p.Typed, Acronym) && p.in(l.Phase) })
	if i < 0 {
		return prompt, ""
	}
	if word, at := acronym(text, func(w string) bool { return heard[w] && w != asked }); word != "" && at < end {
		return i, word
	}
	return prompt, ""
}

// find returns where words of the text call for a question, whatever the phase.
func (t *Table) find(text string) []wording.Finding {
	if t.words == nil {
		t.words = t.compile()
	}
	return t.words.Check(text, wording.Context{Quotations: true})
}

// About returns the question of the phase that these words by themselves call for, "" where none
// does.
func (a *Asker) About(words string, phase model.Phase) string {
	for _, f := range a.table.find(words) {
		if p := a.table.prompts[a.table.index(f.Rule)]; f.Start == 0 && f.End == len(words) && p.in(phase) {
			return p.Words
		}
	}
	return ""
}

// spoken is the text without the sign that says what the line is about: a guard reads a line
// that begins with ">" as a quotation from elsewhere.
func spoken(text string) string {
	text = strings.TrimLeft(text, " ")
	if text != "" && strings.IndexByte(`>!"\`, text[0]) >= 0 {
		return text[1:]
	}
	return text
}

// acronym returns the first abbreviation in capitals behind which something stands, and where it
// ends. A ticket, a tag, a name, and what every engineer knows is none.
func acronym(text string, skip func(string) bool) (word string, end int) {
	if strings.IndexFunc(text, unicode.IsLower) < 0 {
		return "", 0 // all of it is in capitals
	}
	for start := 0; start < len(text); {
		r, n := utf8.DecodeRuneInString(text[start:])
		if isNoLetter(r) {
			start += n
			continue
		}
		end := start
		for end < len(text) {
			r, n := utf8.DecodeRuneInString(text[end:])
			if isNoLetter(r) {
				break
			}
			end += n
		}
		if word := text[start:end]; end < len(text) && isAcronym(word) && stands(text, start, end) && !skip(word) {
			return word, end
		}
		start = end
	}
	return "", 0
}

// isAcronym tells that a word is an abbreviation that needs a word of explanation: two to five
// capitals, perhaps with digits.
func isAcronym(word string) bool {
	capitals := 0
	for i, r := range word {
		switch {
		case r >= 'A' && r <= 'Z':
			capitals++
		case i == 0 || r < '0' || r > '9':
			return false
		}
	}
	return capitals >= 2 && len(word) <= 5 && !slices.Contains(common(), word)
}

// stands tells that a word stands alone: "OPS-123", "@BEN", "a/B" and "X.509" are parts of
// something else.
func stands(text string, start, end int) bool {
	if start > 0 && strings.IndexByte("@#/-_.:'`", text[start-1]) >= 0 {
		return false
	}
	return strings.IndexByte("-_/'`=", text[end]) < 0
}

// common is the abbreviations that nobody asks about.
func common() []string {
	return []string{
		"AM", "API", "CET", "CEST", "CPU", "CSS", "CSV", "DB", "DNS", "EU", "EUR", "FAQ", "GB", "GMT", "HTML", "HTTP", "HTTPS",
		"ID", "IDS", "IO", "IP", "IT", "JSON", "KB", "MB", "OK", "OS", "PC", "PDF", "PM", "PR", "PST", "QA", "RAM", "SMS", "SQL",
		"SSD", "SSH", "SSL", "TB", "TCP", "TLS", "TODO", "TV", "UI", "UK", "URL", "US", "USA", "USB", "USD", "UTC", "VM", "VPN", "XML", "YAML",
	}
}
