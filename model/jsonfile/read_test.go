package jsonfile

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/sample"
)

func known(zone string) bool { return zone == "Europe/Berlin" || zone == "UTC" }

// document is an export of a few rows, with what is named put in another's place.
func document(t *testing.T, old, text string) []byte {
	t.Helper()
	const good = `{
  "debrief": 1,
  "postmortem": {
    "postmortems": [{"id": "aaaaaaaaaaaaaaaa", "title": "x", "status": "draft", "zone": "UTC"}],
    "incidents": [{"id": "aaaaaaaaaaaaaaaa", "kind": "unscheduled"}],
    "sessions": [{"id": "cccccccccccccccc", "start": "2026-03-12T13:00:00Z", "minutes": 60, "pos": "a0"}],
    "events": [
      {"id": "bbbbbbbbbbbbbbbb", "what": "x",
       "when": {"at": "2026-03-12T13:09:00Z"}, "pos": "a0"}
    ],
    "learnings": [{"id": "dddddddddddddddd", "kind": "question", "text": "why?", "by": "2026-03-27", "pos": "a0"}]
  }
}
`
	if !strings.Contains(good, old) {
		t.Fatalf("%q is not in the document", old)
	}
	return []byte(strings.Replace(good, old, text, 1))
}

func TestAValueThatNoRecordKeepsIsRefusedWithItsLineAndField(t *testing.T) {
	const at = `"2026-03-12T13:09:00Z"`
	for _, c := range []struct{ name, old, new, want string }{
		{"no JSON", `"what": "x",`, `"what": "x"`, "x.json, line 9, column 8: this is not JSON from here on"},
		{"another file", `"debrief"`, `"version"`, "x.json is no export of debrief; debrief export --json ID makes one"},
		{"a year that leaves in UTC", at, `"9998-12-31T23:30:00-05:00"`, `x.json, line 9, column 23, events[0].when.at: this time lies in the year 9999; give one in the years 1900 to 9998, or leave the field out`},
		{"a year before all", at, `"0001-01-01T00:10:00+09:00"`, "events[0].when.at: this time lies in the year 0; give one in"},
		{"the time that means none", at, `"0001-01-01T00:00:00Z"`, "events[0].when.at: this time lies in the year 1; give one in"},
		{"a slip", at, `"0226-03-12T13:09:00Z"`, "events[0].when.at: this time lies in the year 226; give one in"},
		{"nanoseconds", at, `"2026-03-12T13:09:00.123456789Z"`, `line 9, column 23, events[0].when.at: this time is finer than a millisecond; write "2026-03-12T13:09:00.123Z"`},
		{"an end before", at, at + `, "end": "2026-03-12T13:08:00Z"`, "line 9, column 16, events[0].when: When ends before it begins; give the earlier time first"},
		{"an end alone", `"at": ` + at, `"end": ` + at, "line 9, column 16, events[0].when: When has an end but no beginning; give both times"},
		{"words of no time", `"at": ` + at, `"typed": "later"`, "line 9, column 16, events[0].when: When says more about a time that is not given; give the time, or leave all of it out"},
		{"a date", "2026-03-27", "9999-03-27", "line 11, column 88, learnings[0].by: this date lies in the year 9999; give one in the years 1900 to 9998, or leave the field out"},
		{"minutes", "60", "4611686018427387904", "line 6, column 89, sessions[0].minutes: Minutes is 4611686018427387904; type a number from 0 to 1440"},
		{"minutes that no machine counts", "60", "99999999999999999999", "sessions[0].minutes: a whole number is expected here, not 99999999999999999999"},
		{"a length", "60", "1e2", "sessions[0].minutes: a whole number is expected here"},
		{"hands", `"minutes": 60`, `"hands": -1`, "line 6, column 87, sessions[0].hands: Hands is -1; type a number from 0 to 100000"},
		{"NUL", `"what": "x"`, `"what": "x\u0000"`, "line 8, column 42, events[0].what: What holds a NUL character; take it out"},
		{"a zone", `"zone": "UTC"`, `"zone": "Mars/Base"`, `line 4, column 89, postmortems[0].zone: Time zone "Mars/Base" is not known; type an IANA name`},
		{"a position", `"pos": "a0"}` + "\n    ]", `"pos": "00"}` + "\n    ]", `line 9, column 55, events[0].pos: Position "00" of events bbbbbbbbbbbbbbbb is none`},
		{"a link", `"what": "x"`, `"what": "x", "after": "zzzzzzzzzzzzzzzz"`, `line 8, column 56, events[0].after: After of events bbbbbbbbbbbbbbbb is "zzzzzzzzzzzzzzzz", which is not in events`},
		{"what is missing", `"what": "x",`, ``, "line 8, column 7, events[0]: What is empty; say what happened"},
		{"two faults", `"what": "x"`, `"what": " ", "kind": "", "after": "zzzzzzzzzzzzzzzz"`, "; there is 1 more such place"},
	} {
		_, err := Read("x.json", document(t, c.old, c.new), known)
		var e *Error
		if !errors.As(err, &e) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q in it", c.name, err, c.want)
		}
	}
	if _, err := Read("x.json", document(t, "x", "x"), known); err != nil {
		t.Error(err)
	}
}

func TestATimeWithAnOffsetIsTheSameMomentInUTC(t *testing.T) {
	p, err := Read("x.json", document(t, "2026-03-12T13:09:00Z", "2026-03-12T14:09:00.250+01:00"), known)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := p.Events[0].When.At, time.Date(2026, 3, 12, 13, 9, 0, 250e6, time.UTC); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestAMarkAtTheBeginningOfTheFileIsPassedOver(t *testing.T) {
	if _, err := Read("x.json", append([]byte("\ufeff"), document(t, "x", "x")...), known); err != nil {
		t.Error(err)
	}
}

// Every text and every number of every row, spoiled: the fault stands at that very field.
func TestAFaultStandsAtTheFieldThatIsSpoiled(t *testing.T) {
	good := sample.Postmortem(time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC))
	b := encode(t, good)
	if _, err := Read("", b, func(string) bool { return true }); err != nil {
		t.Fatal(err)
	}
	spoiled := 0
	tables := reflect.ValueOf(good)
	for i := range tables.NumField() {
		row := tables.Field(i)
		if row.Kind() == reflect.Slice {
			if row.Len() == 0 {
				t.Errorf("the sample has no %s", tables.Type().Field(i).Name)
				continue
			}
			row = row.Index(0)
		}
		for j := range row.NumField() {
			p := good
			bad := reflect.New(row.Type()).Elem()
			bad.Set(row)
			name := fieldName(row.Type().Field(j))
			if !spoil(bad.Field(j)) {
				continue
			}
			into := reflect.ValueOf(&p).Elem().Field(i)
			if into.Kind() == reflect.Slice {
				rows := reflect.MakeSlice(into.Type(), 0, into.Len())
				rows = reflect.Append(rows, bad)
				into.Set(reflect.AppendSlice(rows, into.Slice(1, into.Len())))
			} else {
				into.Set(bad)
			}
			spoiled++
			doc := encode(t, p)
			_, err := Read("", doc, func(string) bool { return true })
			var e *Error
			if !errors.As(err, &e) || !strings.HasSuffix(strings.TrimSuffix(e.Field, ".typed"), "]."+name) {
				t.Errorf("%s.%s: got %v", row.Type().Name(), name, err)
				continue
			}
			line := bytes.Split(doc, []byte("\n"))[e.Line-1]
			if !bytes.Contains(line, []byte(fmt.Sprintf("%q:", name))) {
				t.Errorf("%s.%s: line %d is %q", row.Type().Name(), name, e.Line, line)
			}
		}
	}
	if spoiled < 75 {
		t.Errorf("only %d fields were spoiled", spoiled)
	}
}

// spoil gives a field a value that no record keeps, where it has one besides those of its kind.
func spoil(f reflect.Value) bool {
	switch v := f.Interface().(type) {
	case model.ID:
		return false
	case model.Moment:
		v.At, v.Typed = time.Date(2026, 3, 12, 13, 0, 0, 0, time.UTC), "\x00"
		f.Set(reflect.ValueOf(v))
		return true
	case model.List:
		f.SetString(strings.Repeat("x", model.MaxLine+1))
		return true
	case model.Table:
		return false
	}
	switch {
	case model.Choices(f.Interface()) != nil:
		return false
	case f.Kind() == reflect.String:
		f.SetString("a\x00b")
		return true
	case f.Kind() == reflect.Int:
		f.SetInt(1 << 40)
		return true
	}
	return false
}
