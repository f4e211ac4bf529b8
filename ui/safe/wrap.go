package safe

import "strings"

// appendWrapped adds one cleaned paragraph in rows of at most width cells. A row ends at the last space that fits, and
// the spaces there are not drawn; the indent of the first row stays.
func appendWrapped(rows []Text, s string, width int) []Text {
	width = max(width, 1)
	if len(s) <= width && isPlain(s) {
		return append(rows, Text(s))
	}
	start, used := 0, 0  // the row so far is s[start:i], used cells wide
	space, wide := -1, 0 // after the last space of the row, and the cells up to there
	seenWord := false    // a space before the first word is an indent, not a place to end the row
	for i := 0; i < len(s); {
		n, w := Cluster(s[i:])
		if w > width { // a wide character in a row of one cell
			if used > 0 {
				rows = append(rows, Text(strings.TrimRight(s[start:i], " ")))
			}
			rows = append(rows, Cutoff)
			i += n
			start, used, space, seenWord = i, 0, -1, false
			continue
		}
		blank := n == 1 && s[i] == ' '
		if used+w > width && !blank {
			if space > start {
				rows = append(rows, Text(strings.TrimRight(s[start:space], " ")))
				start, used = space, used-wide
			} else {
				rows = append(rows, Text(strings.TrimRight(s[start:i], " ")))
				start, used = i, 0
			}
			space, seenWord = -1, true
			continue
		}
		i += n
		if blank && used >= width {
			// A space past the edge is not drawn; the next word begins the next row.
			if seenWord {
				space, wide = i, used
			}
			if space < 0 {
				rows = append(rows, Text(strings.TrimRight(s[start:i], " ")))
				start, used = i, 0
			}
			continue
		}
		used += w
		if blank && seenWord {
			space, wide = i, used
		}
		seenWord = seenWord || !blank
	}
	if start < len(s) || s == "" {
		last := s[start:]
		if used >= width {
			last = strings.TrimRight(last, " ")
		}
		rows = append(rows, Text(last))
	}
	return rows
}
