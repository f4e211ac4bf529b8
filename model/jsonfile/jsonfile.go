// Package jsonfile is a whole post-mortem as one JSON document, to keep, send and read back.
//
//	{
//	  "debrief": 1,
//	  "sum": "…",
//	  "postmortem": {
//	    "postmortems": [{"id": "…", "title": "…", …}],
//	    "events": [{…}, …],
//	    …
//	  }
//	}
//
// Rows stand under the names of their tables, in the order of their position, then id; tables
// without rows are left out. The same record always gives the same bytes, and reading them back
// gives the same record.
//
// The sum is that of the rows below it (see merge.Sum). Whoever edits the file by hand leaves it as
// it is: by it a store finds the point in its log from which the file came, and takes over only
// what was changed in the file since. A file without it can be read as well; the field came after
// the format's first release, whose program asks to remove a field that it does not know. So the
// version stays: without that line the same file is one that it reads.
package jsonfile

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"unicode/utf8"

	"debrief/model"
	"debrief/model/merge"
)

// Version is the version of the format that this package writes, and the newest that it reads.
const Version = 1

// Encode returns the record as an indented document with a line break at its end. It refuses
// text that is not UTF-8, since JSON cannot hold it unchanged.
func Encode(p model.Postmortem) ([]byte, error) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "{\n  \"debrief\": %d,\n  \"sum\": %q,\n  \"postmortem\": {", Version, merge.Of(p))
	first := true
	for _, table := range model.Tables() {
		rows := rowsOf(p, table)
		if len(rows) == 0 {
			continue
		}
		if !first {
			b.WriteByte(',')
		}
		first = false
		fmt.Fprintf(&b, "\n    %q: [", table)
		for i, row := range rows {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString("\n      ")
			if err := encodeRow(&b, row); err != nil {
				return nil, fmt.Errorf("write %s %s: %w", table, row.Key(), err)
			}
		}
		b.WriteString("\n    ]")
	}
	if !first {
		b.WriteString("\n  ")
	}
	b.WriteString("}\n}\n")
	return b.Bytes(), nil
}

func encodeRow(b *bytes.Buffer, row model.Row) error {
	if field := brokenText(reflect.ValueOf(row)); field != "" {
		return fmt.Errorf("%s holds bytes that are not UTF-8 text", field)
	}
	var line bytes.Buffer
	e := json.NewEncoder(&line)
	e.SetEscapeHTML(false) // the document is no web page, and people read it
	if err := e.Encode(row); err != nil {
		return err
	}
	return json.Indent(b, bytes.TrimRight(line.Bytes(), "\n"), "      ", "  ")
}

// brokenText returns the name of a field whose text is not UTF-8, "" where all are.
func brokenText(v reflect.Value) string {
	for i := range v.NumField() {
		f := v.Field(i)
		name := fieldName(v.Type().Field(i))
		switch f.Kind() {
		case reflect.String:
			if !utf8.ValidString(f.String()) {
				return name
			}
		case reflect.Struct:
			if m, ok := f.Interface().(model.Moment); ok {
				if inner := brokenText(reflect.ValueOf(m)); inner != "" {
					return name + "." + inner
				}
			}
		}
	}
	return ""
}

// rowsOf returns the rows of a table in the order of the document.
func rowsOf(p model.Postmortem, table model.Table) []model.Row {
	var rows []model.Row
	p.Rows(func(r model.Row) {
		if r.Table() == table {
			rows = append(rows, r)
		}
	})
	slices.SortStableFunc(rows, func(a, b model.Row) int {
		return cmp.Or(cmp.Compare(position(a), position(b)), cmp.Compare(a.Key(), b.Key()))
	})
	return rows
}

// position returns the row's position, "" for the tables whose order follows from their keys.
func position(r model.Row) string {
	if f := reflect.ValueOf(r).FieldByName("Pos"); f.IsValid() {
		return f.String()
	}
	return ""
}
