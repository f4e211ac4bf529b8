package storage

import (
	"database/sql"
	"database/sql/driver"
	"fmt"
	"strings"
	"time"

	"debrief/model"
)

// A column ties one column of a table to one field of a row struct: the same value is the
// argument of a write and the destination of a read.
type column struct {
	name  string
	value interface {
		sql.Scanner
		driver.Valuer
	}
	words   typedText // the text that a person typed, nil where the field holds none
	indexed bool      // whether search finds it
}

// typedText is text of a person's own, which search may find and purge may replace.
type typedText interface {
	text() string
	replace(old, replacement string) int
}

// text is a field of a person's own words, which search finds.
func text[T ~string](name string, p *T) column {
	v := letters[T]{p}
	return column{name: name, value: v, words: v, indexed: true}
}

// typed is a field of a person's own words that search passes over.
func typed[T ~string](name string, p *T) column {
	v := letters[T]{p}
	return column{name: name, value: v, words: v}
}

// word is a field that holds one of a closed list, a zone or a position.
func word[T ~string](name string, p *T) column { return column{name: name, value: letters[T]{p}} }

// ref is an optional reference to a row of the same record; the empty id is NULL.
func ref(name string, p *model.ID) column { return column{name: name, value: reference{p}} }

func number[T ~int | ~uint8](name string, p *T) column {
	return column{name: name, value: integer[T]{p}}
}

func flag(name string, p *bool) column         { return column{name: name, value: boolean{p}} }
func instant(name string, p *time.Time) column { return column{name: name, value: point{p}} }
func day(name string, p *model.Date) column    { return column{name: name, value: date{p}} }

// moment is the five columns of a Moment.
func moment(m *model.Moment) []column {
	return []column{
		instant("when_at", &m.At),
		instant("when_end", &m.End),
		flag("when_about", &m.About),
		typed("when_typed", &m.Typed),
		word("when_zone", &m.Zone),
	}
}

type letters[T ~string] struct{ p *T }

func (v letters[T]) Scan(src any) (err error) {
	s, err := stringOf(src)
	*v.p = T(s)
	return err
}

func (v letters[T]) Value() (driver.Value, error) { return clean(string(*v.p)), nil }
func (v letters[T]) text() string                 { return clean(string(*v.p)) }

func (v letters[T]) replace(old, replacement string) int {
	s, n := replaceAll(string(*v.p), old, replacement)
	*v.p = T(s)
	return n
}

// replaceAll returns s without old, and how often it stood there. What stood around it may make
// it anew, so it looks again; a replacement that makes it for ever is given up, and found by the
// search of the bytes that ends a purge.
func replaceAll(s, old, replacement string) (string, int) {
	n := 0
	for range 16 {
		found := strings.Count(s, old)
		if found == 0 {
			break
		}
		n += found
		s = strings.ReplaceAll(s, old, replacement)
	}
	return s, n
}

type reference struct{ p *model.ID }

func (v reference) Scan(src any) error {
	if src == nil {
		*v.p = ""
		return nil
	}
	s, err := stringOf(src)
	*v.p = model.ID(s)
	return err
}

func (v reference) Value() (driver.Value, error) {
	if *v.p == "" {
		return nil, nil
	}
	return clean(string(*v.p)), nil
}

type integer[T ~int | ~uint8] struct{ p *T }

func (v integer[T]) Scan(src any) error {
	n, ok := src.(int64)
	if !ok {
		return fmt.Errorf("%w: %T where a number stands", model.ErrDamaged, src)
	}
	*v.p = T(n)
	return nil
}

func (v integer[T]) Value() (driver.Value, error) { return int64(*v.p), nil }

type boolean struct{ p *bool }

func (v boolean) Scan(src any) error {
	n, ok := src.(int64)
	if !ok {
		return fmt.Errorf("%w: %T where yes or no stands", model.ErrDamaged, src)
	}
	*v.p = n != 0
	return nil
}

func (v boolean) Value() (driver.Value, error) {
	if *v.p {
		return int64(1), nil
	}
	return int64(0), nil
}

type point struct{ p *time.Time }

func (v point) Scan(src any) error {
	s, err := stringOf(src)
	if err != nil {
		return err
	}
	if *v.p, err = model.ParseTime(s); err != nil {
		return fmt.Errorf("%w: time %q", model.ErrDamaged, s)
	}
	return nil
}

func (v point) Value() (driver.Value, error) { return model.FormatTime(*v.p), nil }

type date struct{ p *model.Date }

func (v date) Scan(src any) error {
	s, err := stringOf(src)
	if err != nil {
		return err
	}
	if *v.p, err = model.ParseDate(s); err != nil {
		return fmt.Errorf("%w: %w", model.ErrDamaged, err)
	}
	return nil
}

func (v date) Value() (driver.Value, error) { return v.p.String(), nil }

// tolerant lets a row of a list be scanned to its end: the first value that cannot be read is
// noted in why, and the others are there.
type tolerant struct {
	sql.Scanner
	name string
	why  *string
}

func (v tolerant) Scan(src any) error {
	if err := v.Scanner.Scan(src); err != nil && *v.why == "" {
		*v.why = "its " + v.name + " is " + shown(src)
	}
	return nil
}

// shown is a value of the file for a sentence.
func shown(src any) string {
	if src == nil {
		return "missing"
	}
	s := []rune(fmt.Sprintf("%q", fmt.Sprintf("%s", src)))
	if n, ok := src.(int64); ok {
		s = []rune(fmt.Sprint(n))
	}
	if len(s) > 40 {
		s = append(s[:39], '…')
	}
	return string(s)
}

func stringOf(src any) (string, error) {
	switch s := src.(type) {
	case string:
		return s, nil
	case []byte:
		return string(s), nil
	}
	return "", fmt.Errorf("%w: %T where text stands", model.ErrDamaged, src)
}

// clean keeps text as it came, but for what neither SQLite's text functions nor JSON could keep:
// bytes that are not UTF-8 become the replacement character, as in the log's JSON, and NUL goes.
func clean(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] == 0 || s[i] >= 0x80 {
			return strings.ReplaceAll(string([]rune(s)), "\x00", "")
		}
	}
	return s
}
