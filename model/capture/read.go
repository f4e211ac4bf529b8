package capture

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"debrief/model"
)

// reader takes words out of a line until only its text is left.
type reader struct {
	text   string
	cursor int
	c      *Context
	words  []word
	raw    []string // the words' text, in step with words
	line   Line
	// Of the people, those from this word on are who knew.
	knowers int
	// opening says that the first sign of a quotation stays in its text.
	opening bool
}

// Read reads a line with the cursor at a byte offset of it; -1 is a line that is not being typed.
// It understands any bytes. What a line says more than once, the first time counts.
func Read(text string, cursor int, c Context) Line {
	r := reader{text: text, cursor: cursor, c: &c}
	r.begin()
	switch r.line.Target {
	case New:
		r.newRow()
	case Row:
		r.markedRow()
	case Idea:
		r.readPeople(0)
	case Quote:
		r.quotation()
	}
	r.finish()
	return r.line
}

// begin reads the first sign, splits what follows, and sets words aside that a \ protects.
func (r *reader) begin() {
	from := 0
	for from < len(r.text) {
		c, n := utf8.DecodeRuneInString(r.text[from:])
		if !unicode.IsSpace(c) {
			break
		}
		from += n
	}
	r.line.Target = New
	switch r.c.Phase {
	case 0, model.PhaseOpen, model.PhaseClose:
		r.line.Target = Plain
	}
	literal := false
	if rest := r.text[from:]; rest != "" && r.c.Phase != 0 {
		sign := true
		switch rest[0] {
		case '>':
			r.line.Target = Row
		case '!':
			r.line.Target = Idea
		case '"':
			r.line.Target = Quote
		default:
			// A \ with nothing behind it says as little as any other sign.
			sign = strings.TrimSpace(rest) == `\` ||
				len(rest) > 1 && rest[0] == '\\' && (strings.IndexByte(`>!"~+(@#`, rest[1]) >= 0 || rest[1] >= '0' && rest[1] <= '9')
			literal = sign
		}
		if sign {
			r.token(from, from+1, TokenSign, false)
			from++
		}
	}
	r.words = split(r.text, from)
	r.raw = make([]string, len(r.words))
	for i := range r.words {
		w := &r.words[i]
		if i == 0 && literal {
			w.literal = true
		} else if r.line.Target != Plain && r.line.Target != Quote && w.end-w.start > 2 && r.text[w.start] == '\\' &&
			(r.text[w.start+1] == '@' || r.text[w.start+1] == '#') {
			r.token(w.start, w.start+1, TokenSign, false)
			w.start++
			w.literal = true
		}
		r.raw[i] = r.text[w.start:w.end]
	}
	r.knowers = len(r.words)
}

// newRow reads a line that makes a row of the phase.
func (r *reader) newRow() {
	switch r.c.Phase {
	case model.PhaseAttendees:
		r.attendee()
		return
	case model.PhaseTimeline:
		i := r.leadingTime(0)
		if i = r.leadingKnown(i); r.line.Known.State == "" {
			r.trailingKnown(i)
		}
	case model.PhaseLearning, model.PhaseCountermeasures:
		r.trailingDate()
	}
	r.readTags()
	r.readPeople(0)
}

// free tells whether word i still may have a meaning.
func (r *reader) free(i int) bool {
	w := r.words[i]
	return w.use == asText && !w.code && !w.literal
}

// take makes one token of the words from i up to j.
func (r *reader) take(i, j int, kind TokenKind) {
	for k := i; k < j; k++ {
		r.words[k].use = asToken
	}
	start, end := r.words[i].start, r.words[j-1].end
	// A \ inside, as in a reason that names \@ben, is part of the larger token.
	r.line.Tokens = slices.DeleteFunc(r.line.Tokens, func(t Token) bool { return t.Start >= start && t.End <= end })
	r.token(start, end, kind, false)
}

func (r *reader) token(start, end int, kind TokenKind, kept bool) {
	r.line.Tokens = append(r.line.Tokens, Token{Start: start, End: end, Kind: kind, Kept: kept})
}

func (r *reader) fault(start, end int, words string, open bool) {
	r.line.Faults = append(r.line.Faults, Fault{Start: start, End: end, Words: words, Open: open})
}

func (r *reader) cursorEnds(w word) bool { return r.cursor == w.end }

// finish marks what stays text, puts the text together and finds the open word.
func (r *reader) finish() {
	var b strings.Builder
	b.Grow(len(r.text))
	if r.opening {
		b.WriteByte('"')
	}
	for i := range r.words {
		w := r.words[i]
		if w.use == asToken || w.start >= w.end {
			continue
		}
		if b.Len() > 0 && !(r.opening && b.Len() == 1) {
			b.WriteByte(' ')
		}
		b.WriteString(r.raw[i])
		if w.use == asText && !w.literal {
			switch {
			case w.code:
				r.token(w.start, w.end, TokenCode, true)
			case isURL(r.raw[i]):
				r.token(w.start, w.end, TokenURL, true)
			}
		}
	}
	r.line.Text = clean(b.String())
	slices.SortFunc(r.line.Tokens, func(a, b Token) int { return cmp.Compare(a.Start, b.Start) })
	slices.SortStableFunc(r.line.Faults, func(a, b Fault) int { return cmp.Compare(a.Start, b.Start) })
	r.open()
}

// clean is text as the store takes it: valid UTF-8 without NUL.
func clean(s string) string {
	if utf8.ValidString(s) && strings.IndexByte(s, 0) < 0 {
		return s
	}
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "\uFFFD")
}

func isURL(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}

// open finds the @ or # word that ends at the cursor.
func (r *reader) open() {
	if r.line.Target == Plain {
		return
	}
	for i, w := range r.words {
		if !r.cursorEnds(w) || w.code || w.literal || r.raw[i] == "" {
			continue
		}
		prefix := r.raw[i][1:]
		kind := TokenPerson
		switch r.raw[i][0] {
		case '@':
			if r.line.Target == New && r.c.Phase == model.PhaseAttendees {
				return // the handle of a new person has nothing to complete it
			}
		case '#':
			if _, kind = tags(r.c.Phase, r.line.Target); kind == 0 {
				return
			}
		default:
			return
		}
		if handleEnd(prefix) == len(prefix) {
			r.line.Open = Open{Kind: kind, Start: w.start, End: w.end, Prefix: prefix}
		}
		return
	}
}
