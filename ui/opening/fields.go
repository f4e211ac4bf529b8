package opening

import (
	"cmp"

	"debrief/model"
	"debrief/ui/safe"
)

// fieldWords are what belongs into a field while it is empty, and its name before the capture line where
// that is another one: of two long words the second says enough.
type fieldWords struct {
	field       model.Field
	hint, label safe.Text
}

func wordsOf(f model.Field) fieldWords {
	if _, ok := f.Milestone(); ok {
		return fieldWords{hint: "14:02, ~14:02 or 2026-03-12 14:02"}
	}
	for _, w := range [...]fieldWords{
		{model.FieldSeverity, "1 to 5, 1 is the most severe", ""},
		{model.FieldOwner, "who looks after it until it is closed", ""},
		{model.FieldFacilitator, "who leads the talk today", ""},
		{model.FieldNoteTaker, "who takes notes", ""},
		{model.FieldImpact, "who felt it, how many, how long, what they noticed", ""},
		{model.FieldSystems, "words, parted by commas", ""},
		{model.FieldTags, "words, parted by commas", ""},
		{model.FieldDriftSignal, "what one does when the talk drifts", "Signal"},
		{model.FieldMeeting, "fri 14:00, or fri 14:00-15:00; ctrl+k invite writes the text", ""},
		{model.FieldWhere, "a room, the address of a call", ""},
		{model.FieldDetectedBy, "alert, person or customer, and which", ""},
		{model.FieldContacts, "how many wrote or called", "Contacts"},
		{model.FieldMeasure, "orders, messages, minutes lost", "Measure"},
		{model.FieldTLDR, "one sentence", ""},
		{model.FieldSummary, "a paragraph; ctrl+x opens your editor", ""},
		{model.FieldWord, "post-mortem, learning review, retrospective", ""},
	} {
		if w.field == f {
			return w
		}
	}
	return fieldWords{}
}

func label(f model.Field) safe.Text { return cmp.Or(wordsOf(f).label, safe.Line(string(f))) }
func hint(f model.Field) safe.Text  { return wordsOf(f).hint }
