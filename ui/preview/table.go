package preview

import (
	"regexp"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// readable is how many cells a column that is wrapped needs at least.
const readable = 14

// table draws a table as one, where no word of it is broken at this width. Else each row becomes a
// block: its first cell, and below it "Head: text" for each cell that is not empty.
func (p *Page) table(lines []string, width int) ([]string, error) {
	if width < narrowest {
		return p.prose(lines, width)
	}
	if !p.wide[lines[0]] {
		rows, err := p.prose(lines, width)
		if err != nil || fits(lines, rows) {
			return rows, err
		}
		p.wide[lines[0]] = true // its later pieces are laid out alike
	}
	heads := cells(lines[0])
	var rows []string
	for _, line := range lines[2:] {
		if len(rows) > 0 {
			rows = append(rows, "")
		}
		block, err := p.block(heads, cells(line), width)
		if err != nil {
			return nil, err
		}
		rows = append(rows, block...)
	}
	return rows, nil
}

func (p *Page) block(heads, row []string, width int) ([]string, error) {
	var rows []string
	for i, cell := range row {
		if cell == "" {
			continue
		}
		first, rest := "", "  "
		switch {
		case i == 0 && !strings.ContainsAny(cell, "*_`[<\\"):
			cell = "**" + cell + "**"
		case i > 0:
			if i < len(heads) && heads[i] != "" {
				cell = "**" + heads[i] + ":** " + cell
			}
			first, rest = "  ", "    "
		}
		for _, part := range strings.Split(cell, "<br>") {
			drawn, err := p.prose([]string{strings.TrimSpace(part)}, max(width-len(rest), 1))
			if err != nil {
				return nil, err
			}
			rows = append(rows, hang(drawn, first, rest)...)
			first = rest
		}
	}
	return rows, nil
}

// cells parts a row of a table; \| is no border.
func cells(line string) []string {
	line = strings.TrimSpace(line)
	line = strings.TrimPrefix(line, "|")
	var all []string
	from := 0
	for i := range len(line) {
		if line[i] == '|' && (i == 0 || line[i-1] != '\\') {
			all = append(all, strings.TrimSpace(line[from:i]))
			from = i + 1
		}
	}
	if rest := strings.TrimSpace(line[from:]); rest != "" {
		all = append(all, rest)
	}
	return all
}

// fits reports whether the columns of a drawn table hold the longest word of each, and those that
// are wrapped have room to read in.
func fits(lines, drawn []string) bool {
	var widths []int
	for _, row := range drawn {
		if bare := ansi.Strip(row); strings.Contains(bare, "-") && strings.Trim(bare, "-|") == "" {
			for _, column := range strings.Split(bare, "|") {
				widths = append(widths, len(column)-2) // a space on either side
			}
			break
		}
	}
	markup := regexp.MustCompile("[*`\\\\]|<br>")
	for i, line := range lines {
		if i == 1 {
			continue
		}
		for c, cell := range cells(line) {
			if c >= len(widths) {
				break
			}
			cell = markup.ReplaceAllString(cell, "")
			words := strings.Fields(strings.NewReplacer("[", "", "](", " ", ")", "").Replace(cell))
			for _, word := range words {
				if ansi.StringWidth(word) > widths[c] {
					return false
				}
			}
			if i > 0 && ansi.StringWidth(strings.Join(words, " ")) > widths[c] && widths[c] < readable {
				return false
			}
		}
	}
	return true
}
