package safe

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// maxMarks is how many combining marks one character may carry: Vietnamese needs two, pointed Hebrew four.
	maxMarks = 4
	// maxRunes is how many code points one cluster may hold. The longest emoji in use has ten; without a limit a whole
	// page of joined signs counts as one character two cells wide.
	maxRunes = 16

	replacement = "�"
	dottedRing  = "◌" // carries a mark that has nothing to stand on
	joiner      = '\u200d'
)

// cleaner replaces what may not reach a terminal. It remembers the character before, so one cleaner may be given a text
// piece by piece.
type cleaner struct {
	lineBreak string

	base  rune // the character that a mark would join; 0 at the start of a row
	marks int  // how many marks base carries
	after byte // the last byte was CR: a LF that follows belongs to it
}

// text is s cleaned. It is s itself when nothing had to change.
func (c *cleaner) text(s string) string {
	var out strings.Builder
	copied := 0 // s[:copied] is in out
	long := false
	for i := 0; i < len(s); {
		if b := s[i]; b >= ' ' && b < 0x7f {
			c.base, c.marks, c.after = rune(b), 0, 0
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		long = long || r >= 0x300
		with, keep := c.rune(r, size)
		if !keep {
			out.WriteString(s[copied:i])
			out.WriteString(with)
			copied = i + size
		}
		i += size
	}
	if copied > 0 {
		out.WriteString(s[copied:])
		s = out.String()
	}
	if long {
		s = splitLongClusters(s)
	}
	return s
}

// rune says whether r may stay, and else what stands in its place.
func (c *cleaner) rune(r rune, size int) (with string, keep bool) {
	wasReturn := c.after != 0
	c.after = 0
	switch {
	case r == '\n' && wasReturn:
		return "", false
	case isBreak(r):
		if r == '\r' {
			c.after = 1
		}
		c.start()
		return c.lineBreak, c.lineBreak == string(r)
	case r == '\t':
		c.begin(' ')
		return tabSpaces, false
	case r < ' ':
		c.begin(r)
		return string(0x2400 + r), false // the picture of the control: ESC is ␛
	case r == 0x7f:
		c.begin(r)
		return "␡", false
	case r == utf8.RuneError && size == 1:
		c.begin(utf8.RuneError)
		return replacement, false
	case r < 0xa0:
		c.begin(utf8.RuneError)
		return replacement, false
	case r == joiner:
		if c.base < 0xa0 || c.marks > maxMarks {
			c.begin(utf8.RuneError)
			return replacement, false
		}
		return "", true
	case isHidden(r):
		c.begin(utf8.RuneError)
		return replacement, false
	case unicode.IsMark(r):
		return c.mark(r)
	}
	c.begin(r)
	return "", true
}

// mark decides on a combining mark or one of the two variation selectors that choose between text and emoji.
func (c *cleaner) mark(r rune) (with string, keep bool) {
	if c.base == 0 {
		c.base, c.marks = []rune(dottedRing)[0], 1
		return dottedRing + string(r), false
	}
	if (r == 0xfe0e || r == 0xfe0f) && c.base < 0x80 && !strings.ContainsRune("0123456789#*", c.base) {
		// On a letter it would only make our count of cells differ from the terminal's.
		c.begin(utf8.RuneError)
		return replacement, false
	}
	c.marks++
	switch {
	case c.marks <= maxMarks:
		return "", true
	case c.marks == maxMarks+1:
		return replacement, false
	}
	return "", false // the sign before stands for the whole run
}

func (c *cleaner) begin(r rune) { c.base, c.marks = r, 0 }

// start begins a row. Where the break is shown as a sign, that sign can carry a mark.
func (c *cleaner) start() {
	c.base, c.marks = 0, 0
	if c.lineBreak != "\n" {
		c.base = utf8.RuneError
	}
}

// isBreak reports whether r ends a line in some program or other.
func isBreak(r rune) bool {
	switch r {
	case '\n', '\r', '\v', '\f', 0x85, 0x2028, 0x2029:
		return true
	}
	return false
}

// isHidden reports whether r draws nothing of its own, or changes the order of what is read.
func isHidden(r rune) bool {
	switch {
	case r < 0x300:
		return r == 0xad
	case r == 0xfe0e || r == 0xfe0f:
		return false
	case r == 0x115f || r == 0x1160 || r == 0x3164 || r == 0xffa0: // Hangul fillers
		return true
	}
	return unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point,
		unicode.Noncharacter_Code_Point)
}

// splitLongClusters puts a sign into clusters of more than maxRunes code points, so that each piece counts.
func splitLongClusters(s string) string {
	var out strings.Builder
	copied := 0
	for i := 0; i < len(s); {
		n, _ := Cluster(s[i:])
		if n <= maxRunes || utf8.RuneCountInString(s[i:i+n]) <= maxRunes {
			i += n
			continue
		}
		count := 0
		for at := range s[i : i+n] {
			if count == maxRunes-1 { // one place is left: some scripts join even the sign that follows
				out.WriteString(s[copied : i+at])
				out.WriteString(replacement)
				copied = i + at
				count = 1 // the sign itself begins the next cluster
			}
			count++
		}
		i += n
	}
	if copied == 0 {
		return s
	}
	out.WriteString(s[copied:])
	return out.String()
}

// fold is the head of s that is shown, and how many bytes are not. It never splits a character.
func fold(s string, limit int) (head string, rest int) {
	if len(s) <= limit {
		return s, 0
	}
	cut := limit
	for back := 0; back < utf8.UTFMax-1 && cut > 0 && !utf8.RuneStart(s[cut]); back++ {
		cut--
	}
	return s[:cut], len(s) - cut
}

// folded says how much is not shown.
func folded(bytes int) string {
	if bytes < 1024 {
		return fmt.Sprintf(" %s %d bytes more", Cutoff, bytes)
	}
	return fmt.Sprintf(" %s %d KiB more", Cutoff, (bytes+1023)/1024)
}
