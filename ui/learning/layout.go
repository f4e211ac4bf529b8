package learning

const (
	// paneFrom is the width from which the details stand in a pane at the right.
	paneFrom = 110
	// withTeachers is the least height at which the teachers have a row.
	withTeachers = 10
	// indent is where the rows begin, under their headings.
	indent = 4
	// clockWidth is the time of the row at which something came up, with its gap.
	clockWidth = 7
)

// layout is the columns in cells, each with its gap.
type layout struct {
	width      int // of the list
	pane       int // of the pane with its divider; 0 where there is none
	list       int // rows
	text, told int // told is who said it and when it came up
}

func layOut(width, height int) layout {
	l := layout{width: max(width, 0), list: max(height, 0), told: 14}
	if width >= paneFrom {
		l.pane = min(width-80, 44+max(width-140, 0)/2)
		l.width = width - l.pane
	}
	if height >= withTeachers && l.pane == 0 {
		l.list = height - 1
	}
	switch {
	case l.width >= 93:
		l.told = 21
	case l.width < 36:
		l.told = 0
	}
	l.text = max(l.width-indent-l.told, 0)
	return l
}
