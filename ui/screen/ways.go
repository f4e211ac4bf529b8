package screen

import (
	"slices"

	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

// wayCells is how wide the names of ways stand, unless one needs more.
const wayCells = 14

// Way is one way on that a panel offers. Its command is also its mark; one without leaves everything as it is.
type Way struct {
	Ask         keymap.Command
	Name, Words safe.Text
}

// Ways are the ways on that a panel offers, of which one is marked.
type Ways struct {
	all  []Way
	rows *widget.Slice[keymap.Command]
	list widget.List[keymap.Command]
}

// Offer takes other ways. The marked one stays marked where it is among them.
func (w *Ways) Offer(all ...Way) {
	keys := make([]keymap.Command, len(all))
	for i, way := range all {
		keys[i] = way.Ask
	}
	w.all, w.rows = all, widget.NewSlice(keys)
}

// MarkFirst marks the first way.
func (w *Ways) MarkFirst() { w.list.Home(w.rows) }

// Len is how many there are.
func (w *Ways) Len() int { return len(w.all) }

// Has tells that a way is offered.
func (w *Ways) Has(ask keymap.Command) bool {
	return slices.ContainsFunc(w.all, func(way Way) bool { return way.Ask == ask })
}

// Marked is the command of the marked way.
func (w *Ways) Marked() keymap.Command {
	ask, _, _ := w.list.Marked(w.rows)
	return ask
}

// Move marks another way.
func (w *Ways) Move(to Move) { Step(&w.list, w.rows, to, w.rows.Len()) }

// View draws so many rows of the ways. Instead is what the marked one says in place of its words, "" for nothing.
func (w *Ways) View(t *theme.Theme, width, rows int, instead safe.Text) []string {
	cells := wayCells
	for _, way := range w.all {
		cells = max(cells, safe.Width(way.Name)+2)
	}
	return w.list.View(w.rows, rows, func(i int, marked bool) string {
		way := w.all[i]
		if marked && instead != "" {
			way.Words = instead
		}
		return widget.Choice(t, width, cells, way.Name, way.Words, marked)
	})
}
