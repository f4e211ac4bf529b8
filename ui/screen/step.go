package screen

import "debrief/ui/widget"

// Step moves the mark of a list of which a page has so many rows.
func Step[K comparable](list *widget.List[K], rows widget.Source[K], to Move, page int) {
	switch to {
	case Up:
		list.Move(rows, -1)
	case Down:
		list.Move(rows, 1)
	case PageUp:
		list.Page(rows, -1, page)
	case PageDown:
		list.Page(rows, 1, page)
	case First:
		list.Home(rows)
	case Last:
		list.End(rows)
	}
}
