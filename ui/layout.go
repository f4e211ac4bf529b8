package ui

// layout says which rows of the terminal belong to what. The order from the top: header,
// phases, what is missing, body, rule, question, capture line, reading, keys.
type layout struct {
	width, height int
	enough        bool // below 60x16 one line asks for more room
	missing       bool // row 3 is there
	rule          bool // the rule under the body is there
	ask           int  // rows of the question
	body          int  // rows of the body
}

const (
	leastWidth  = 60
	leastHeight = 16
	// fullHeight is the least height at which no row of the frame is left out.
	fullHeight = 20
	// lineRows is how many rows a long text in the capture line takes at most.
	lineRows = 3
	// askRows is how many rows a long question takes at most; it moves up over the body's last row.
	askRows = 2
	// readsRows is how many rows the reading of the line takes at most.
	readsRows = 2
	// labelWidth is where the texts of the lower rows begin, behind their labels.
	labelWidth = 10
	// margin is the empty cells at the left of every row but those of the list.
	margin = 2
)

func layOut(width, height int) layout {
	l := layout{width: width, height: height, enough: width >= leastWidth && height >= leastHeight, missing: true, rule: true, ask: 1}
	if height < fullHeight {
		l.missing, l.rule, l.ask = false, false, 2
	}
	used := 2 + l.ask + 3
	if l.missing {
		used++
	}
	if l.rule {
		used++
	}
	l.body = max(height-used, 0)
	return l
}
