package learning

import (
	"debrief/model"
	"debrief/ui/safe"
)

// heading is what stands above the rows of a kind.
func heading(k model.LearningKind) safe.Text {
	switch k {
	case model.Surprise:
		return "What surprised us"
	case model.WentWell:
		return "What went well"
	case model.Lucky:
		return "Where we were lucky"
	case model.Condition:
		return "Contributing conditions"
	case model.OpenQuestion:
		return "Open questions"
	case model.WeakerSignal:
		return "Weaker signals"
	case model.LatentDefect:
		return "Latent defects"
	}
	return safe.Line(string(k))
}

// example is what may stand under a heading that has no row yet.
func example(k model.LearningKind) safe.Text {
	switch k {
	case model.Surprise:
		return "the alert goes to a list nobody reads at night"
	case model.WentWell:
		return "support had a text for customers in ten minutes"
	case model.Lucky:
		return "it was over before the evening peak"
	case model.Condition:
		return "a rebuild has no limit tied to replica lag"
	case model.OpenQuestion:
		return "Who reads the list at night? @ben by mon #qu"
	case model.WeakerSignal:
		return "lag of 40 s during the January rebuild"
	}
	return "a retry that never ends, found on the way"
}

// lacked tells that the phase lacks something while the kind has no row.
func lacked(k model.LearningKind) bool {
	return k == model.Surprise || k == model.WentWell || k == model.Lucky || k == model.Condition
}
