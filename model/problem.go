package model

// Problem says in one sentence which field cannot be recorded as it is, and what to do. It is
// shown under the field.
type Problem struct {
	Field string // by the name that people read
	Words string
	// The row, where Check found the problem; zero where it is one of the record as a whole, or
	// of what somebody types.
	Table Table
	ID    ID
}

func (p Problem) Error() string { return p.Words }

// Name returns the field's name in the JSON form, "" for none of the row's.
func (p Problem) Name() string {
	for _, f := range fields()[p.Table] {
		if f.name == p.Field {
			return f.json
		}
	}
	return ""
}
