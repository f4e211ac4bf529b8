package edit

import "debrief/model"

// SetProse puts another text into a field of a row.
func (ed Editor) SetProse(p model.Postmortem, table model.Table, id model.ID, field, text string) (model.Postmortem, error) {
	row, ok := p.Row(table, id)
	if !ok {
		return p, model.Gone(table, id)
	}
	next := model.ReplaceProse(row, field, model.Tidy(text))
	if next == row {
		return p, nil
	}
	if err := ed.check(next); err != nil {
		return p, err
	}
	return model.Apply(p, model.Change{Rows: []model.RowChange{{Table: table, ID: id, Before: row, After: next}}})
}
