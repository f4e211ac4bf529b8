package discretion

import (
	"cmp"

	"debrief/model"
	"debrief/ui/safe"
)

// fieldWords are how a field is called beside its lines, and before the capture line where that is
// shorter; and what belongs into it while it is empty.
type fieldWords struct {
	field             model.CardField
	name, label, hint safe.Text
}

func wordsOf(f model.CardField) fieldWords {
	for _, w := range [...]fieldWords{
		{model.Cue, "Cue", "", "what was seen or heard that called for a decision"},
		{model.KnownThen, "Known then", "Known", "what was on the screen, and what was in mind"},
		{model.Goal, "Goal", "", "what was to be achieved or protected"},
		{model.Pressure, "Pressure", "", "time, load, other work, limits"},
		{model.Options, "Options seen", "Options", "each way that was in sight, a line each"},
		{model.Sensible, "Sensible", "", "what made this choice sensible at that moment"},
		{model.Needed, "Needed", "", "what any colleague in this seat needs"},
	} {
		if w.field == f {
			return w
		}
	}
	return fieldWords{model.Teaches, "Teaches", "", "what others learn from it, and who teaches it"}
}

func name(f model.CardField) safe.Text  { return wordsOf(f).name }
func label(f model.CardField) safe.Text { return cmp.Or(wordsOf(f).label, name(f)) }
func hint(f model.CardField) safe.Text  { return wordsOf(f).hint }
