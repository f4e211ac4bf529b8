package screen

import "debrief/ui/keymap"

// Elsewhere says why a command has no use on a screen that does not know it: where it works,
// or that it comes later.
func Elsewhere(c keymap.Command) string {
	switch c {
	case keymap.View:
		return "this phase has one view"
	case keymap.Perspective, keymap.Time, keymap.WhenKnown, keymap.Decide, keymap.Star:
		return "this works on a row of the timeline; g 3 goes there"
	case keymap.Rest, keymap.Decline, keymap.Merge, keymap.Origin:
		return "this works on an idea; g 6 goes to Countermeasures"
	case keymap.Remove, keymap.Open:
		return "mark a row first"
	case keymap.MoveUp, keymap.MoveDown:
		return "the rows of this phase have a fixed order"
	case keymap.ReadFile:
		return "g 0 goes home, where a file can be read"
	}
	return "this has no use here"
}
