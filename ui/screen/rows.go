package screen

import (
	"debrief/model"
	"debrief/ui/safe"
)

// Fill puts a text into the line, to go on from there.
func Fill(text string) Outcome { return Outcome{Line: &text} }

// Refuse says what was not understood and what to type; the line keeps its text.
func Refuse(words string) Outcome { return Outcome{Check: safe.Line(words)} }

// Add is an edit that adds a row and marks it.
func Add(label string, add func(model.Postmortem) (model.Postmortem, model.ID, error)) *Edit {
	return &Edit{Label: label, Adds: add}
}

// Remove takes a row out of the record; words name it in the answer.
func (e Env) Remove(label string, row Row, words safe.Text) Outcome {
	return Outcome{
		Edit: &Edit{Label: label, Make: func(p model.Postmortem) (model.Postmortem, error) {
			return e.Editor.Remove(p, row.Table, row.ID)
		}},
		Done: "Removed " + words + ". u brings it back",
	}
}

// Reorder moves a row by one place, up for -1 and down for 1.
func (e Env) Reorder(label string, row Row, by int) Outcome {
	return Outcome{Edit: &Edit{Label: label, Mark: row.ID, Make: func(p model.Postmortem) (model.Postmortem, error) {
		return e.Editor.Move(p, row.Table, row.ID, by)
	}}}
}

// Change makes an edit of one row, which may have gone meanwhile.
func Change[R model.Row](id model.ID, change func(model.Postmortem, R) (model.Postmortem, error)) func(model.Postmortem) (model.Postmortem, error) {
	return func(p model.Postmortem) (model.Postmortem, error) {
		var table R
		row, ok := p.Row(table.Table(), id)
		if !ok {
			return p, model.ErrGone
		}
		return change(p, row.(R))
	}
}
