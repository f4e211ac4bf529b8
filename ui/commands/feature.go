package commands

import (
	"slices"

	"debrief/ui/feature"
	"debrief/ui/keymap"
	"debrief/ui/screen"
)

// recentCommands is how many commands the list shows first.
const recentCommands = 8

// Feature is the list of all commands. Its key closes it again.
func Feature(f feature.Frame) feature.Feature {
	var recent []keymap.Command // run from the list or from help, latest first
	return feature.Feature{Commands: []feature.Command{
		{Name: keymap.Commands, Over: true, Do: f.Toggles(func() screen.Panel { return New(f.Env, recent, f.Off) })},
		{Name: screen.Press, Do: feature.With(func(name string) {
			c := keymap.Command(name)
			recent = append([]keymap.Command{c}, slices.DeleteFunc(slices.Clone(recent), func(r keymap.Command) bool { return r == c })...)
			recent = recent[:min(len(recent), recentCommands)]
			f.Press(c)
		})},
	}}
}
