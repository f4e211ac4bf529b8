package countermeasures

import "debrief/ui/widget"

const (
	// withDetails is the least height at which lines stand under the marked row.
	withDetails = 7
	// indent is where the rows begin, under their headings.
	indent = 4
)

// layout is the columns in cells, each with its gap.
type layout struct {
	width                 int // of the list
	pane                  int // of the pane with its divider; 0 where there is none
	text, owner, by, kind int
}

func layOut(width int) layout {
	l := layout{owner: 7, by: 12, kind: 8}
	if l.width, l.pane = widget.Split(width); l.pane > 0 {
		l.kind = 9
	}
	switch {
	case l.width >= 93:
		l.owner = 14
	case l.width < 40:
		l.owner, l.by, l.kind = 0, 11, 0
	case l.width < 72:
		l.by, l.kind = 11, 0
	}
	if l.width < 24 {
		l.by = 0
	}
	l.text = max(l.width-indent-l.owner-l.by-l.kind, 0)
	return l
}
