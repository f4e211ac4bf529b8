package capture

import (
	"errors"
	"strings"

	"debrief/model"
)

// ParseMoment reads the time in a form field: every form that may begin a line, and nothing
// behind it. A blank field is the zero Moment. The error is one sentence that says what to type.
func ParseMoment(text string, c Context) (model.Moment, error) {
	words := strings.Fields(text)
	if len(words) == 0 {
		return model.Moment{}, nil
	}
	r := moment(words, c.base())
	switch {
	case r.bad != "":
		return model.Moment{}, errors.New(r.bad)
	case r.words == 0:
		return model.Moment{}, errors.New(excerpt(text) + " is no time: type 14:09, ~14:09, 14:09-14:12 or 12 mar 14:09")
	case r.words < len(words):
		return model.Moment{}, errors.New("after the time, " + excerpt(strings.Join(words[r.words:], " ")) + " is not understood: type the time alone")
	}
	return r.when, nil
}

// ParseDate reads the date in a form field: every phrase that may follow "by", with or without
// that word. A blank field is the zero Date. The error is one sentence that says what to type.
func ParseDate(text string, c Context) (model.Date, error) {
	words := strings.Fields(text)
	if len(words) > 0 && strings.EqualFold(words[0], "by") {
		words = words[1:]
	}
	if len(words) == 0 {
		if strings.TrimSpace(text) != "" {
			return model.Date{}, errors.New("by when? " + dateForms)
		}
		return model.Date{}, nil
	}
	d := datePhrase(words, c.today())
	switch {
	case d.bad != "":
		return model.Date{}, errors.New(d.bad)
	case d.words < len(words):
		return model.Date{}, errors.New(excerpt(text) + " is no date: " + dateForms)
	}
	return d.day, nil
}

// excerpt shortens what was typed for a sentence about it.
func excerpt(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 24 {
		return string(r[:23]) + "~"
	}
	return s
}
