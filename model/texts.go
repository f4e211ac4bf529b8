package model

import "reflect"

// ReplaceTexts returns the row with its texts as replace leaves them: all that people type but names,
// choices and times. They come in the same order at every call.
func ReplaceTexts(r Row, replace func(string) string) Row {
	var replaced reflect.Value
	for _, f := range fields()[r.Table()] {
		if !f.naming {
			continue
		}
		text := reflect.ValueOf(r).Field(f.index).String()
		now := replace(text)
		if now == text {
			continue
		}
		if !replaced.IsValid() {
			replaced = reflect.New(reflect.TypeOf(r)).Elem()
			replaced.Set(reflect.ValueOf(r))
		}
		replaced.Field(f.index).SetString(now)
	}
	if replaced.IsValid() {
		return replaced.Interface().(Row)
	}
	return r
}

// OwnWords is the first text of the row that people typed, by which they know it; "" where it has none.
func OwnWords(r Row) string {
	words := ""
	ReplaceTexts(r, func(text string) string {
		if words == "" {
			words = text
		}
		return text
	})
	return words
}
