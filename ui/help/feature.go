package help

import (
	"debrief/ui/feature"
	"debrief/ui/keymap"
	"debrief/ui/screen"
)

// Feature is the help of the screen in front. Its key closes it again.
func Feature(f feature.Frame) feature.Feature {
	return feature.Feature{Commands: []feature.Command{{Name: keymap.Help, Over: true, Do: f.Toggles(func() screen.Panel {
		title := "Help: home"
		if p := f.At().Screen.Phase(); p != 0 {
			title = "Help: " + p.String()
		}
		return New(f.Env, title, f.Off)
	})}}}
}
