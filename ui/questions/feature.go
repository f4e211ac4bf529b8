package questions

import (
	"debrief/ui/feature"
	"debrief/ui/keymap"
	"debrief/ui/screen"
)

// Feature is the questions to read out.
func Feature(f feature.Frame) feature.Feature {
	return feature.Feature{Commands: []feature.Command{
		{Name: keymap.Question, Off: f.InRecord, Do: func(string) screen.Outcome {
			if f.AsksFirst() {
				return screen.Outcome{Check: "the words in the line are asked about first; Enter records them, or i changes them"}
			}
			f.Asker.Next(f.Scene())
			return screen.Outcome{}
		}},
		{Name: keymap.AllQuestions, Off: f.InRecord, Do: feature.Opens(func() *Panel { return New(f.Env, f.Asker.All(f.Scene())) })},
		{Name: Put, Do: feature.With(func(id string) {
			at, scene := f.Scene()
			f.Asker.Put(id, at, scene)
		})},
	}}
}
