package unsaved

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"debrief/ui/safe"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

const (
	margin    = 2
	sideCells = 8 // "there", "here"
	// causeRows is how many rows the cause takes at most, sideRows each of the two versions.
	causeRows, sideRows = 3, 4
)

// aboutRow is a row above the ways: of the cause, or of one of the versions.
type aboutRow struct {
	label  safe.Text
	text   safe.Text
	strong bool
}

// about returns what is said above the ways, in at most so many rows: the cause first, then as
// much of each version as there is room for.
func (p *Panel) about(most int) []aboutRow {
	if most <= 0 {
		return nil
	}
	width := p.width
	if width <= 0 {
		width = 80 // before the first Resize
	}
	cause := p.trouble.Cause
	c := p.trouble.Conflict
	if c != nil && c.Where != "" {
		if cause == "" {
			cause = "Changed in another window. Nothing is overwritten."
		}
		joint := ": "
		if strings.HasPrefix(cause, "Changed ") || strings.HasPrefix(cause, "Removed ") {
			joint = " was " // one sentence: "Row ~14:25 was changed in another window."
		}
		cause = withFirst(unicode.ToUpper, c.Where) + joint + withFirst(unicode.ToLower, cause)
	}
	var out []aboutRow
	if cause != "" {
		for _, text := range safe.Wrap(safe.Line(cause), max(width-margin-1, 1)) {
			if len(out) == min(causeRows, most) {
				break
			}
			out = append(out, aboutRow{text: text, strong: true})
		}
	}
	if c == nil {
		return out
	}
	room := max(most-len(out), 0)
	there, here := sideNeeds(c.There), sideNeeds(c.Here)
	there = min(there, max(room/2, room-here))
	here = min(here, room-there)
	out = append(out, side("there", c.There, there)...)
	return append(out, side("here", c.Here, here)...)
}

func withFirst(change func(rune) rune, s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(change(first)) + s[size:]
}

// sideNeeds is how many rows a version takes where there is room.
func sideNeeds(lines []string) int { return min(max(len(lines), 1), sideRows) }

// side is the rows of a version; where they are too many, the last one says how many are left.
func side(label safe.Text, lines []string, most int) []aboutRow {
	if most <= 0 {
		return nil
	}
	if len(lines) == 0 {
		return []aboutRow{{label: label, text: "removed"}}
	}
	shown := lines
	if len(lines) > most {
		shown = lines[:max(most-1, 1)]
	}
	out := make([]aboutRow, 0, most)
	for _, line := range shown {
		out = append(out, aboutRow{label: label, text: safe.Line(line)})
		label = ""
	}
	if rest := len(lines) - len(shown); rest > 0 && len(out) < most {
		out = append(out, aboutRow{text: safe.Line("and " + strconv.Itoa(rest) + " more")})
	}
	return out
}

// aboutLeast is how many rows what is asked about takes before the ways scroll: nobody chooses between
// two texts that are not shown.
const aboutLeast = 4

// Body draws what is wrong and the ways on. In little room the ways scroll.
func (p *Panel) Body() []string {
	ways := widget.Share(p.height, len(p.about(aboutLeast)), p.ways.Len())
	about := p.about(p.height - ways - 1)
	rows := make([]string, 0, p.height)
	for _, row := range about {
		rows = append(rows, p.aboutRow(row))
	}
	if len(about) > 0 {
		rows = append(rows, "")
	}
	instead := safe.Text("")
	if p.copying {
		instead = "to the file in the line below"
	}
	return append(rows, p.ways.View(p.env.Theme, p.width, ways, instead)...)
}

func (p *Panel) aboutRow(row aboutRow) string {
	t := p.env.Theme
	style := t.Text
	if row.strong {
		style = t.Look
	}
	cells := []widget.Cell{{Width: margin}}
	if p.trouble.Conflict != nil && !row.strong {
		cells = append(cells, widget.Cell{Width: margin}, widget.Cell{Text: row.label, Width: sideCells, Style: t.Dim})
	}
	return widget.Row(p.width, theme.Style{}, append(cells, widget.Cell{Text: row.text, Width: p.width - margin - 1, Style: style})...)
}
