package preview

import (
	"strconv"
	"strings"
)

// narrowest is the width below which lists and tables are Glamour's: an indent takes more than it gives.
const narrowest = 16

// list draws a list with a hanging indent, which Glamour does not know: a second row of an entry
// stands below the words of the first, not below its mark.
func (p *Page) list(lines []string, width int) ([]string, error) {
	if width < narrowest {
		return p.prose(lines, width)
	}
	var rows []string
	number := 0
	for len(lines) > 0 {
		bare := strings.TrimLeft(lines[0], " ")
		indent := len(lines[0]) - len(bare)
		n := 1
		for n < len(lines) && !(len(lines[n])-len(strings.TrimLeft(lines[n], " ")) < indent+2 && isEntry(strings.TrimLeft(lines[n], " "))) {
			n++
		}
		mark, words := "- ", strings.TrimLeft(afterMark(bare), " ")
		if digits := strings.TrimRight(bare[:strings.IndexByte(bare, ' ')], ".)"); digits != "" && strings.Trim(digits, "0123456789") == "" {
			if number++; number == 1 {
				number, _ = strconv.Atoi(digits) // Markdown counts on from the first
			}
			mark = strconv.Itoa(number) + ". "
		}
		for _, task := range [...]string{"[ ] ", "[x] ", "[X] "} {
			if strings.HasPrefix(words, task) {
				mark, words = strings.ToLower(task), words[len(task):]
			}
		}
		entry := append([]string{words}, lines[1:n]...)
		for i := 1; i < n; i++ {
			entry[i] = dedent(entry[i], len(bare)-len(strings.TrimLeft(afterMark(bare), " "))+indent)
		}
		drawn, err := p.lay(strings.Join(entry, "\n"), width-len(mark))
		if err != nil {
			return nil, err
		}
		rows = append(rows, hang(drawn, mark, strings.Repeat(" ", len(mark)))...)
		lines = lines[n:]
	}
	return rows, nil
}

// dedent drops up to n spaces at the beginning of a line.
func dedent(line string, n int) string {
	for n > 0 && strings.HasPrefix(line, " ") {
		line, n = line[1:], n-1
	}
	return line
}

// hang puts one prefix before the first row and another before those that follow.
func hang(rows []string, first, rest string) []string {
	if len(rows) == 0 {
		return []string{strings.TrimRight(first, " ")}
	}
	out := make([]string, len(rows))
	for i, row := range rows {
		switch {
		case i == 0:
			out[i] = first + row
		case row != "":
			out[i] = rest + row
		}
	}
	return out
}
