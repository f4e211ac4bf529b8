package safe

import "strings"

// appendWrapped adds one cleaned paragraph in rows of at most width cells. A row ends at the last space that fits, and
// the spaces there are not drawn; the indent of the first row stays.
func appendWrapped(rows []Text, s string, width int) []Text {
	width = max(width, 1)
	if len(s) <= width && isPlain(s) {
		return append(rows, Text(s))
	}
	row := func(s string) { rows = append(rows, Text(strings.TrimRight(s, " "))) }
	start, used := 0, 0  // the row so far is s[start:i], used cells wide
	space, wide := -1, 0 // after the last space of the row, and the cells up to there
	seenWord := false    // a space before the first word is an indent, not a place to end the row
	for i := 0; i < len(s); {
		n, w := Cluster(s[i:])
		if w > width { // a wide character in a row of one cell
			if used > 0 {
				row(s[start:i])
			}
			rows = append(rows, Cutoff)
			i += n
			start, used, space, seenWord = i, 0, -1, false
			continue
		}
		blank := n == 1 && s[i] == ' '
		if used+w > width && !blank {
			if space <= start { // a word longer than the row
				space, wide = i, used
			}
			row(s[start:space])
			start, used, space, seenWord = space, used-wide, -1, true
			continue
		}
		i += n
		past := blank && used >= width // such a space is not drawn; the next word begins the next row
		if !past {
			used += w
		}
		if blank && seenWord {
			space, wide = i, used
		}
		if past && space < 0 {
			row(s[start:i])
			start, used = i, 0
		}
		seenWord = seenWord || !blank
	}
	switch {
	case start == len(s) && s != "":
	case used >= width:
		row(s[start:])
	default:
		rows = append(rows, Text(s[start:]))
	}
	return rows
}
