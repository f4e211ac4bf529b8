package timeline

import "debrief/ui/widget"

// layout says how the body is shared: a row of heads, the list, and the strip below it or the
// pane at its right. Columns are in cells, each with its gap.
type layout struct {
	head, list, strip int // rows
	width             int // of the list
	pane              int // of the pane with its divider; 0 where there is none

	when, known, what, kind, accounts int
}

// layOut shares a body; lanes take the whole width, so what tells the marked row stands below
// them.
func layOut(width, height int, lanes bool) layout {
	l := layout{width: max(width, 0)}
	if height >= 3 {
		l.head = 1
	}
	if list, pane := widget.Split(width); pane > 0 && !lanes {
		l.width, l.pane = list, pane
	} else {
		l.strip = stripRows(height)
	}
	l.list = max(height-l.head-l.strip, 0)

	l.when, l.known, l.accounts = 13, 7, 12
	switch {
	case l.width >= 93:
		l.kind, l.accounts = 13, 11
	case l.width < 80:
		l.when, l.known, l.accounts = 12, 0, 13
	}
	if l.width < 40 {
		l.accounts = 0
	}
	l.what = max(l.width-2-l.when-l.known-l.kind-l.accounts, 0)
	return l
}

// stripRows is fixed for a height, so that nothing moves when the mark does.
func stripRows(height int) int {
	switch {
	case height >= 15:
		return 6
	case height >= 12:
		return 4
	case height >= 6:
		return 2
	}
	return 0
}
