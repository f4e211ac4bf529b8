package model

import "reflect"

// WithID returns the row under another id: how a second version of a row is kept beside the
// first. A row whose id is its meaning (header, incident, milestone) comes back as it was.
func WithID(r Row, id ID) Row {
	v := reflect.New(reflect.TypeOf(r)).Elem()
	v.Set(reflect.ValueOf(r))
	if f := v.FieldByName("ID"); f.IsValid() && r.Table() != Headers && r.Table() != Incidents {
		f.SetString(string(id))
	}
	return v.Interface().(Row)
}
