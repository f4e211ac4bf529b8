package learning

import (
	"debrief/model"
	"debrief/ui/safe"
)

// kindWords are what stands above the rows of a kind, and what may stand there while it has none. The
// phase lacks something while a kind that is asked for has no row.
type kindWords struct {
	kind             model.LearningKind
	heading, example safe.Text
	asked            bool
}

func wordsOf(k model.LearningKind) kindWords {
	for _, w := range [...]kindWords{
		{model.Surprise, "What surprised us", "the alert goes to a list nobody reads at night", true},
		{model.WentWell, "What went well", "support had a text for customers in ten minutes", true},
		{model.Lucky, "Where we were lucky", "it was over before the evening peak", true},
		{model.Condition, "Contributing conditions", "a rebuild has no limit tied to replica lag", true},
		{model.OpenQuestion, "Open questions", "Who reads the list at night? @ben by mon #qu", false},
		{model.WeakerSignal, "Weaker signals", "lag of 40 s during the January rebuild", false},
		{model.LatentDefect, "Latent defects", "a retry that never ends, found on the way", false},
	} {
		if w.kind == k {
			return w
		}
	}
	return kindWords{kind: k, heading: safe.Line(string(k))}
}

func heading(k model.LearningKind) safe.Text { return wordsOf(k).heading }
