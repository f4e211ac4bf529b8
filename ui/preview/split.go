package preview

import "strings"

const (
	// pieceBytes is about how much Markdown is drawn at once. Glamour takes some 7 ms a KiB, so a screen full comes in
	// a few pieces.
	pieceBytes = 2 << 10
	// tableRows is how many rows of a table share a head. Each piece of a table is laid out for itself.
	tableRows = 40
)

// piece is a part of a page that is drawn for itself.
type piece struct {
	source string
	joined bool // it goes on with the block before: no empty row between
}

// split cuts Markdown between its top-level blocks, and long tables, lists and fences inside. It only reads lines, in
// one pass, because parsing a page of 800 KB takes longer than drawing what is seen of it. Where it is mistaken about
// a rare construct, that place looks different from the published page; nothing gets lost.
func split(source string) []piece {
	var s splitter
	for line := range strings.Lines(source) {
		for len(line) > pieceBytes { // one line as long as a page: cut where a word ends
			cut := strings.LastIndexByte(line[:pieceBytes], ' ')
			if cut <= 0 {
				cut = runeEdge(line, pieceBytes)
			}
			s.line(line[:cut] + "\n")
			s.cut(true)
			line = line[cut:]
		}
		s.line(line)
	}
	s.cut(false)
	return s.pieces
}

// splitter is the place in the text that split has come to.
type splitter struct {
	pieces []piece
	now    strings.Builder
	joined bool // the piece in now goes on with the one before

	fence  string // the line that opened the fence we are in
	head   string // head and delimiter row of the table we are in
	rows   int    // rows of it in this piece
	before string // the line before
}

func (s *splitter) line(line string) {
	bare := strings.TrimLeft(line, " ")
	indent := len(line) - len(bare)
	blank := strings.TrimSpace(bare) == ""
	if s.fence == "" && s.head == "" && s.now.Len() >= 4*pieceBytes {
		s.cut(true) // no good place came: one endless paragraph or list
	}
	switch {
	case s.fence != "":
		if s.now.Len() >= pieceBytes {
			opening := s.fence
			s.now.WriteString(fenceEnd(opening))
			s.cut(true)
			s.now.WriteString(opening)
		}
		if closesFence(s.fence, bare) {
			s.fence = ""
		}
	case s.head != "" && !blank:
		if s.rows >= tableRows || s.now.Len() >= 4*pieceBytes {
			s.cut(true)
			s.now.WriteString(s.head)
			s.rows = 0
		}
		s.rows++
	case indent < 4 && (strings.HasPrefix(bare, "```") || strings.HasPrefix(bare, "~~~")):
		s.fence = line
	case strings.Contains(s.before, "|") && isDelimiterRow(bare):
		s.head, s.rows = s.before+line, 0
	case blank:
		s.head = ""
	case indent == 0 && s.now.Len() >= pieceBytes:
		afterBlank := strings.TrimSpace(s.before) == ""
		listed := isListed(bare)
		if afterBlank || listed || strings.HasPrefix(bare, "#") {
			s.cut(listed && !afterBlank)
		}
	}
	s.now.WriteString(line)
	s.before = line
}

// cut ends the piece. The next one goes on with the same block if joined is true.
func (s *splitter) cut(joined bool) {
	if strings.TrimSpace(s.now.String()) != "" {
		s.pieces = append(s.pieces, piece{s.now.String(), s.joined})
		s.joined = joined
	}
	s.now.Reset()
}

// fenceEnd closes a fence that was opened by a line.
func fenceEnd(opening string) string {
	bare := strings.TrimLeft(opening, " ")
	marks := len(bare) - len(strings.TrimLeft(bare, bare[:1]))
	return opening[:len(opening)-len(bare)] + bare[:marks] + "\n"
}

func closesFence(opening, bare string) bool {
	end := strings.TrimSpace(fenceEnd(opening))
	line := strings.TrimRight(bare, " \r\n")
	return len(line) >= len(end) && strings.Trim(line, end[:1]) == ""
}

// isDelimiterRow reports whether a line parts the head of a table from its rows: "|---|:--|".
func isDelimiterRow(bare string) bool {
	row := strings.TrimRight(bare, " \r\n")
	return strings.Contains(row, "-") && strings.Trim(row, "|:- \t") == ""
}

// isListed reports whether a line begins an entry of a list.
func isListed(bare string) bool {
	if strings.HasPrefix(bare, "- ") || strings.HasPrefix(bare, "* ") || strings.HasPrefix(bare, "+ ") {
		return true
	}
	digits := len(bare) - len(strings.TrimLeft(bare, "0123456789"))
	return digits > 0 && digits < 10 && (strings.HasPrefix(bare[digits:], ". ") || strings.HasPrefix(bare[digits:], ") "))
}

// maxDepth is how many quotations and lists may stand in each other at the beginning of one line. Each level costs
// Glamour a copy of all below it: a thousand of them take minutes.
const maxDepth = 12

// isTooDeep reports whether a line of a piece nests deeper than Glamour can take.
func isTooDeep(source string) bool {
	for line := range strings.Lines(source) {
		depth := 0
		prefix := len(line) - len(strings.TrimLeft(line, "> \t-*+.)0123456789"))
		for i := range prefix {
			if line[i] == '>' || line[i] != ' ' && i+1 < len(line) && line[i+1] == ' ' {
				depth++
			}
		}
		if depth > maxDepth {
			return true
		}
	}
	return false
}

// runeEdge is the last place up to at where no character is split.
func runeEdge(s string, at int) int {
	for at > 1 && s[at]&0xc0 == 0x80 {
		at--
	}
	return at
}
