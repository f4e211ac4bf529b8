package jsonfile

import (
	"reflect"
	"strconv"
	"strings"
	"time"

	"debrief/model"
)

// fieldName returns the name of a row's field in the document.
func fieldName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}

func quoted(words []string) []string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = strconv.Quote(w)
	}
	return all
}

// expected says what kind of value a field takes, with an example where the form matters.
func expected(v reflect.Value) string {
	switch v.Interface().(type) {
	case time.Time:
		return `a time such as "2026-03-12T13:09:00Z"`
	case model.Date:
		return `a date such as "2026-03-27"`
	case model.List:
		return `a list of texts such as ["checkout", "search"]`
	case model.Roles:
		return "a list of roles (" + strings.Join(roleNames(), ", ") + ")"
	}
	switch v.Kind() {
	case reflect.Bool:
		return "true or false"
	case reflect.Int:
		return "a whole number"
	}
	return "a text in quotation marks"
}

func roleNames() []string {
	var names []string
	for _, r := range model.AllRoles() {
		names = append(names, r.String())
	}
	return names
}

// short returns the beginning of a piece of the document, for a sentence about it.
func short(raw []byte) string {
	s := strings.Join(strings.Fields(string(raw[:min(len(raw), 200)])), " ")
	if r := []rune(s); len(r) > 30 {
		s = string(r[:30]) + "…"
	}
	if s == "" {
		return "nothing"
	}
	return s
}
