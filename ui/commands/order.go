package commands

import (
	"slices"

	"debrief/ui/keymap"
	"debrief/ui/safe"
)

// wanted is the commands that people open this list for, most wanted first: what works on a row,
// then what has no key of its own, then ways to other places.
func wanted() []keymap.Command {
	all := []keymap.Command{
		keymap.Perspective, keymap.Time, keymap.WhenKnown, keymap.Decide, keymap.Rest, keymap.Decline, keymap.Merge,
		keymap.Origin, keymap.Star, keymap.Remove, keymap.AllQuestions, keymap.Question, keymap.ConfirmTimeline, keymap.Finding,
		keymap.Settle, keymap.Clock, keymap.Minutes, keymap.NextSession, keymap.Preview, keymap.Copy, keymap.Invite,
		keymap.ThemeDark, keymap.ThemeLight, keymap.ThemeHigh, keymap.Mouse, keymap.ShareScreen,
		keymap.SaveCopy, keymap.ReadFile, keymap.DeleteRecord, keymap.Find, keymap.Editor, keymap.Undo, keymap.Redo,
	}
	for n := 1; n <= 7; n++ {
		all = append(all, keymap.Phase(n))
	}
	return append(all, keymap.Home, keymap.View, keymap.Roles, keymap.HandOver)
}

// inOrder sorts the table: what is wanted and has a use now, what is wanted and has none, and at
// the end what nobody needs a list for: help, moving, leaving, drawing anew, typing again.
func inOrder(table []keymap.Binding, off func(keymap.Command) safe.Text) []keymap.Binding {
	places := make(map[keymap.Command]int)
	for i, c := range wanted() {
		places[c] = i
	}
	place := func(b keymap.Binding) int {
		i, isWanted := places[b.Command]
		switch {
		case !isWanted:
			i = 2 * len(places)
		case off != nil && off(b.Command) != "":
			i += len(places)
		}
		return i
	}
	sorted := slices.Clone(table)
	slices.SortStableFunc(sorted, func(a, b keymap.Binding) int { return place(a) - place(b) })
	return sorted
}
