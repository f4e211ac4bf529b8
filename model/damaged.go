package model

import (
	"fmt"
	"strings"
)

// DamagedError reports a value of the store that is none of its kind, such as a time that is no
// time. It is an ErrDamaged.
type DamagedError struct {
	Record ID     // empty where it is in no record
	Table  Table  // empty where it is in no row
	Row    ID     // the row's own id
	Field  string // as the file has it, such as "when_at"
	Value  string // in quotation marks, shortened where it is long; "missing" for none
}

// Error returns the sentence about the value.
func (e DamagedError) Error() string {
	field := "time"
	if e.Field != "when_at" {
		field = "field “" + strings.ReplaceAll(e.Field, "_", " ") + "”"
	}
	of := ""
	switch e.Table {
	case "":
	case Headers:
		of = " of post-mortem " + string(e.Record)
	default:
		row := strings.ReplaceAll(strings.TrimSuffix(string(e.Table), "s"), "_", " ") + " " + e.Row.Short(ShortID)
		of = fmt.Sprintf(" of %s in post-mortem %s", row, e.Record)
	}
	return fmt.Sprintf("%v: the %s%s is %s", ErrDamaged, field, of, e.Value)
}

// Unwrap returns ErrDamaged, for errors.Is.
func (e DamagedError) Unwrap() error { return ErrDamaged }
