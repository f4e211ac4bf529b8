package learning

import "debrief/ui/widget"

const (
	// withTeachers is the least height at which the teachers have a row.
	withTeachers = 10
	// indent is where the rows begin, under their headings.
	indent = 4
	// clockWidth is the time of the row at which something came up, with its gap.
	clockWidth = 7
)

// layout is the columns in cells, each with its gap.
type layout struct {
	width        int // of the list
	pane         int // of the pane with its divider; 0 where there is none
	list         int // rows
	text, source int // source is who said it and when it came up
}

func layOut(width, height int) layout {
	l := layout{list: max(height, 0), source: 14}
	l.width, l.pane = widget.Split(width)
	if height >= withTeachers && l.pane == 0 {
		l.list = height - 1
	}
	switch {
	case l.width >= 93:
		l.source = 21
	case l.width < 36:
		l.source = 0
	}
	l.text = max(l.width-indent-l.source, 0)
	return l
}
