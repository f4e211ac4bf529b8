package entry

import "debrief/model"

// MarkAt marks the field whose text stands there, if the form has it.
func (f *Form) MarkAt(at model.ProseAt) {
	for i := range f.rows.Len() {
		if key := f.rows.Key(i); at != (model.ProseAt{}) && f.fields[key].At == at {
			f.Mark(key)
			return
		}
	}
}

// MarkHolding marks the field whose text holds what is looked for, the marked one first, so that
// the line holds it too. It reports whether there is one.
func (f *Form) MarkHolding(holds func(text string) bool) bool {
	if _, _, ok := f.list.Marked(f.rows); ok && holds(f.typed) {
		return true
	}
	for i := range f.rows.Len() {
		field := f.fields[f.rows.Key(i)]
		if text, ok := f.value(field); ok && field.Choices == nil && text != field.Text && holds(text) {
			f.Mark(field.Key)
			return true
		}
	}
	return false
}
