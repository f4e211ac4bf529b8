package jsonfile

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"debrief/model"
	"debrief/model/merge"
)

// Limits of a document that is read. A record that a meeting can make stays far below.
const (
	MaxBytes = 64 << 20
	MaxDepth = 64
)

// Kinds of fault that callers tell apart.
var (
	// ErrNewer reports a document that a later version of debrief wrote.
	ErrNewer = errors.New("a later version of debrief wrote this file")
	// ErrForeign reports what debrief did not write: another program's JSON, a page, a picture.
	ErrForeign = errors.New("the file is no export of debrief")
)

// Error is a fault of a document: where it stands and, in one sentence, what is wrong and what
// to do about it.
type Error struct {
	File         string // what the caller of Read called it
	Line, Column int    // from 1; the column counts characters
	Field        string // "events[3].when.at", "" where the fault is in no field
	Reason       string
	More         int   // how many more faults Read found behind this one
	Err          error // ErrNewer, ErrForeign or nil
}

// Error returns the sentence with its place. What is no export at all has none.
func (e *Error) Error() string {
	if errors.Is(e.Err, ErrForeign) {
		return cmp.Or(e.File, "this") + " " + e.Reason
	}
	at := fmt.Sprintf("line %d, column %d", e.Line, e.Column)
	if e.File != "" {
		at = e.File + ", " + at
	}
	if e.Field != "" {
		at += ", " + e.Field
	}
	at += ": " + e.Reason
	switch e.More {
	case 0:
		return at
	case 1:
		return at + "; there is 1 more such place"
	}
	return at + fmt.Sprintf("; there are %d more such places", e.More)
}

// Unwrap returns the kind of fault, for errors.Is.
func (e *Error) Unwrap() error { return e.Err }

// Decode reads a document that Encode wrote or a person has edited. It is strict: a field that
// it does not know, a value of another kind and a row that stands twice are refused, so that
// nothing of a file is silently lost. A time may stand in any zone and comes back in UTC; one
// that is finer than a millisecond or outside model.Years is refused. The error is an *Error.
// What fits no row of a store may be in it still: see Read.
func Decode(b []byte) (model.Postmortem, error) {
	p, err := newDecoder(b).document()
	if err != nil {
		return model.Postmortem{}, err
	}
	return p, nil
}

// SumIn returns the sum of the content that a document was exported with, before anybody edited it;
// the zero Sum where it has none, or is no document that Decode reads.
func SumIn(b []byte) merge.Sum {
	var top struct {
		Sum string `json:"sum"`
	}
	if err := json.Unmarshal(trimmed(b), &top); err != nil {
		return merge.Sum{}
	}
	sum, err := merge.ParseSum(top.Sum)
	if err != nil {
		return merge.Sum{}
	}
	return sum
}

// trimmed returns the document without the mark that some editors put before it.
func trimmed(b []byte) []byte { return bytes.TrimPrefix(b, []byte("\ufeff")) }

type decoder struct {
	source []byte
	json   *json.Decoder
	places places
	row    *rowPlace // the one that is read
}

func newDecoder(b []byte) *decoder {
	b = trimmed(b)
	d := &decoder{source: b, json: json.NewDecoder(bytes.NewReader(b)), places: make(places)}
	d.json.UseNumber()
	return d
}

func (d *decoder) document() (model.Postmortem, error) {
	var p model.Postmortem
	if err := d.check(); err != nil {
		return p, err
	}
	read := false
	err := d.object("", func(name string, at int) error {
		switch name {
		case "debrief":
			return d.skip()
		case "sum":
			return d.checkSum()
		case "postmortem":
			read = true
			return d.tables(&p)
		}
		return d.fault(at, name, "this field is not known; remove it, or use the version of debrief that wrote it")
	})
	if err != nil {
		return p, err
	}
	if !read {
		return p, d.fault(0, "", `there is no "postmortem" in this file; export the record again`)
	}
	if p.Header.ID == "" {
		return p, d.fault(0, string(model.Headers), "the post-mortem's own row is missing; export the record again")
	}
	return p, nil
}

// check refuses what need not be read: too long, too deep, no UTF-8, no JSON, or of a version
// that comes later. The version is looked at before the fields, which a later one may add.
func (d *decoder) check() error {
	if len(d.source) > MaxBytes {
		return d.fault(0, "", fmt.Sprintf("the file has %d MiB, more than the %d that can be read; choose a debrief export", len(d.source)>>20, MaxBytes>>20))
	}
	if f := d.rescued(); f != nil {
		return f
	}
	if text := bytes.TrimSpace(d.source); len(text) == 0 || text[0] != '{' || !bytes.Contains(text, []byte(`"debrief"`)) {
		return d.foreign()
	}
	if !utf8.Valid(d.source) {
		i := 0
		for i < len(d.source) {
			r, n := utf8.DecodeRune(d.source[i:])
			if r == utf8.RuneError && n == 1 {
				break
			}
			i += n
		}
		return d.fault(i, "", "this byte is not UTF-8 text; save the file as UTF-8")
	}
	if at := tooDeep(d.source); at >= 0 {
		return d.fault(at, "", fmt.Sprintf("more than %d brackets are open here; choose a debrief export", MaxDepth))
	}
	var top map[string]json.RawMessage
	if err := json.Unmarshal(d.source, &top); err != nil {
		return d.syntax(err)
	}
	raw, ok := top["debrief"]
	if !ok {
		return d.foreign()
	}
	at := max(bytes.Index(d.source, []byte(`"debrief"`)), 0)
	version, err := strconv.Atoi(string(raw))
	switch {
	case err != nil || version < 1:
		return d.fault(at, "debrief", fmt.Sprintf("the version must be a number from 1 to %d, not %s", Version, short(raw)))
	case version > Version:
		f := d.fault(at, "debrief", fmt.Sprintf("a later version of debrief wrote this file (format %d, this one reads up to %d); update debrief to read it", version, Version))
		f.Err = ErrNewer
		return f
	}
	return nil
}

// rescued says of a rescue file, which holds what was not on disk when a window ended, how it is taken
// in; nil where the document is none.
func (d *decoder) rescued() *Error {
	var top struct {
		Version int    `json:"debrief_rescue"`
		Store   string `json:"store"`
	}
	if !bytes.Contains(d.source, []byte(`"debrief_rescue"`)) || json.Unmarshal(d.source, &top) != nil || top.Version < 1 {
		return nil
	}
	f := d.fault(0, "", "is a rescue file of debrief, which is not imported: start debrief with its store, "+top.Store+", and it offers to take it in")
	f.Err = ErrForeign
	return f
}

// foreign says what the file is not, and how to get one that is.
func (d *decoder) foreign() *Error {
	f := d.fault(0, "", "is no export of debrief; debrief export --json ID makes one")
	f.Err = ErrForeign
	return f
}

// tooDeep returns where brackets open beyond MaxDepth, or -1.
func tooDeep(b []byte) int {
	depth, inString := 0, false
	for i := 0; i < len(b); i++ {
		c := b[i]
		switch {
		case inString && c == '\\':
			i++
		case c == '"':
			inString = !inString
		case inString:
		case c == '{' || c == '[':
			if depth++; depth > MaxDepth {
				return i
			}
		case c == '}' || c == ']':
			depth--
		}
	}
	return -1
}

func (d *decoder) tables(p *model.Postmortem) error {
	known := tables(p)
	return d.object("postmortem", func(name string, at int) error {
		rows, ok := known[model.Table(name)]
		if !ok {
			return d.fault(at, name, "this table is not known; remove it, or use the version of debrief that wrote it")
		}
		return d.rows(name, rows)
	})
}

// tables returns where the rows of each table go: a slice, or the one row itself.
func tables(p *model.Postmortem) map[model.Table]reflect.Value {
	known := make(map[model.Table]reflect.Value)
	v := reflect.ValueOf(p).Elem()
	for i := range v.NumField() {
		f := v.Field(i)
		row := f.Type()
		if f.Kind() == reflect.Slice {
			row = row.Elem()
		}
		known[reflect.Zero(row).Interface().(model.Row).Table()] = f
	}
	return known
}

func (d *decoder) rows(table string, into reflect.Value) error {
	start := d.next()
	if t, err := d.json.Token(); err != nil {
		return d.syntax(err)
	} else if t != json.Delim('[') {
		return d.fault(start, table, "the rows of a table stand in [ ], not in "+short(d.source[start:]))
	}
	seen := make(map[model.ID]bool)
	for i := 0; d.json.More(); i++ {
		at := d.next()
		path := fmt.Sprintf("%s[%d]", table, i)
		row := into
		if into.Kind() == reflect.Slice {
			row = reflect.New(into.Type().Elem()).Elem()
		} else if i > 0 {
			return d.fault(at, path, "there is one row of this table in a record; remove the others")
		}
		d.row = &rowPlace{at: at, path: path}
		if err := d.fields(path, row); err != nil {
			return err
		}
		key := row.Interface().(model.Row).Key()
		switch {
		case key == "":
			return d.fault(at, path, "this row has no id; give it one of 16 letters, or remove it")
		case seen[key]:
			return d.fault(at, path, fmt.Sprintf("the id %s stands twice in this table; remove one of the two rows", key))
		}
		seen[key] = true
		d.places[place{model.Table(table), key}] = d.row
		if into.Kind() == reflect.Slice {
			into.Set(reflect.Append(into, row))
		}
	}
	_, err := d.json.Token()
	return d.syntax(err)
}

// fields reads an object into a struct: a row, or a Moment within one.
func (d *decoder) fields(path string, into reflect.Value) error {
	return d.object(path, func(name string, at int) error {
		full := path + "." + name
		for i := range into.NumField() {
			if fieldName(into.Type().Field(i)) == name {
				return d.value(full, into.Field(i))
			}
		}
		return d.fault(at, full, "this field is not known; remove it, or use the version of debrief that wrote it")
	})
}

func (d *decoder) value(path string, into reflect.Value) error {
	at := d.next()
	d.row.add(path, at)
	if into.Type() == reflect.TypeFor[model.Moment]() {
		return d.fields(path, into)
	}
	var raw json.RawMessage
	if err := d.json.Decode(&raw); err != nil {
		return d.syntax(err)
	}
	if string(raw) == "null" {
		return d.fault(at, path, "null says nothing here; leave the field out")
	}
	if err := json.Unmarshal(raw, into.Addr().Interface()); err != nil {
		return d.fault(at, path, fmt.Sprintf("%s is expected here, not %s", expected(into), short(raw)))
	}
	if allowed := model.Choices(into.Interface()); allowed != nil && into.String() != "" && !slices.Contains(allowed, into.String()) {
		return d.fault(at, path, fmt.Sprintf("%s is not one of %s", short(raw), strings.Join(quoted(allowed), ", ")))
	}
	if reason := outside(into); reason != "" {
		return d.fault(at, path, reason)
	}
	if phase, ok := into.Interface().(model.Phase); ok && (phase < 0 || phase > model.PhaseClose) {
		return d.fault(at, path, "a phase is a number from 1 to 7")
	}
	return nil
}

// object reads an object and calls field for each name, with the place of that name. A name
// that stands twice is refused.
func (d *decoder) object(path string, field func(name string, at int) error) error {
	start := d.next()
	t, err := d.json.Token()
	if err != nil {
		return d.syntax(err)
	}
	if t != json.Delim('{') {
		return d.fault(start, path, "an object in { } is expected here, not "+short(d.source[start:]))
	}
	seen := make(map[string]bool)
	for d.json.More() {
		at := d.next()
		t, err := d.json.Token()
		if err != nil {
			return d.syntax(err)
		}
		name, _ := t.(string)
		if seen[name] {
			return d.fault(at, strings.TrimPrefix(path+"."+name, "."), "this field stands twice; remove one of the two")
		}
		seen[name] = true
		if err := field(name, at); err != nil {
			return err
		}
	}
	_, err = d.json.Token()
	return d.syntax(err)
}

func (d *decoder) checkSum() error {
	at := d.next()
	var text string
	var other *json.UnmarshalTypeError
	err := d.json.Decode(&text)
	if err != nil && !errors.As(err, &other) {
		return d.syntax(err)
	}
	if err == nil {
		_, err = merge.ParseSum(text)
	}
	if err != nil {
		return d.fault(at, "sum", "this says from which state of the post-mortem the file was exported, in 64 letters of 0-9 and a-f; put back what stood here, or remove the field")
	}
	return nil
}

func (d *decoder) skip() error {
	var raw json.RawMessage
	return d.syntax(d.json.Decode(&raw))
}

// next returns where the next value or name begins.
func (d *decoder) next() int {
	at := int(d.json.InputOffset())
	for at < len(d.source) && strings.IndexByte(" \t\r\n,:", d.source[at]) >= 0 {
		at++
	}
	return at
}

func (d *decoder) fault(at int, field, reason string) *Error {
	at = min(at, len(d.source))
	before := d.source[:at]
	line := bytes.Count(before, []byte("\n")) + 1
	column := utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
	return &Error{Line: line, Column: column, Field: field, Reason: reason}
}

// syntax places a fault of the JSON itself. It returns nil for nil.
func (d *decoder) syntax(err error) error {
	if err == nil {
		return nil
	}
	var s *json.SyntaxError
	var t *json.UnmarshalTypeError
	switch {
	case errors.As(err, &s):
		return d.fault(max(int(s.Offset)-1, 0), "", "this is not JSON from here on ("+s.Error()+"); correct it or export the record again")
	case errors.As(err, &t):
		return d.foreign()
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return d.fault(len(d.source), "", "the file ends in the middle; export the record again")
	}
	return d.fault(int(d.json.InputOffset()), "", "this cannot be read ("+err.Error()+"); export the record again")
}
