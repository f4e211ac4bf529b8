package preview

import "strings"

// segment is a run of lines that is laid out in one way.
type segment struct {
	kind  segmentKind
	lines []string // without their line ends
}

type segmentKind int

const (
	prose  segmentKind = iota // Glamour's
	listed                    // a list, for its hanging indent
	table                     // a table, which may be too wide
)

// segments parts cleaned Markdown. Whatever it is not sure of is prose.
func segments(source string) []segment {
	lines := strings.Split(strings.TrimRight(source, "\n"), "\n")
	var all []segment
	add := func(kind segmentKind, from, to int) {
		if n := len(all); n > 0 && kind == prose && all[n-1].kind == prose {
			all[n-1].lines = append(all[n-1].lines, lines[from:to]...)
		} else if to > from {
			all = append(all, segment{kind, lines[from:to:to]})
		}
	}
	for i := 0; i < len(lines); {
		from := i
		bare := strings.TrimLeft(lines[i], " ")
		switch {
		case strings.HasPrefix(bare, "```") || strings.HasPrefix(bare, "~~~"):
			i = pastFence(lines, i)
			add(prose, from, i)
		case i+1 < len(lines) && strings.Contains(bare, "|") && isDelimiterRow(strings.TrimLeft(lines[i+1], " ")):
			for i < len(lines) && !isBlank(lines[i]) {
				i++
			}
			add(table, from, i)
		case len(lines[i])-len(bare) < 4 && isEntry(bare):
			i = pastList(lines, i)
			add(listed, from, i)
		default:
			i++
			add(prose, from, i)
		}
	}
	return all
}

func isBlank(line string) bool { return strings.TrimSpace(line) == "" }

// pastFence is the line behind the fence that opens at i.
func pastFence(lines []string, i int) int {
	opening := lines[i] + "\n"
	for i++; i < len(lines); i++ {
		if closesFence(opening, strings.TrimLeft(lines[i], " ")) {
			return i + 1
		}
	}
	return i
}

// pastList is the line behind the list that begins at i: after a blank line neither an entry nor
// indented, or the beginning of another block.
func pastList(lines []string, i int) int {
	for i++; i < len(lines); i++ {
		bare := strings.TrimLeft(lines[i], " ")
		indent := len(lines[i]) - len(bare)
		switch {
		case bare == "" || indent > 1 || isEntry(bare):
		case isBlank(lines[i-1]) || strings.HasPrefix(bare, "#") || strings.HasPrefix(bare, ">") || strings.HasPrefix(bare, "```"):
			return i
		}
	}
	return i
}

// isEntry reports whether a line begins an entry of a list that has words, and is no rule such as
// "- - -".
func isEntry(bare string) bool {
	return isListed(bare) && !isBlank(afterMark(bare)) && strings.Trim(bare, bare[:1]+" ") != ""
}

// afterMark is what stands behind the mark of an entry.
func afterMark(bare string) string {
	_, words, _ := strings.Cut(bare, " ")
	return words
}
