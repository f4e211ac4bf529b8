package screen

import (
	"slices"
	"strings"

	"debrief/model"
)

// Key names a field of a place; text that is typed into it waits under this name. Most fields are the
// screen's or the panel's own, such as {Field: "event"}; others are of a row.
type Key struct {
	Row   model.ID // the row that the text is of, empty where the field is of none
	Field string
	Form  bool // it is a field of the row's form

	// A text that the wording guard stopped is answered in parts. Each is a text of its own, beside
	// the field that it is about, and Hash tells which text was stopped there.
	Part, Hash string
}

// Whole is the field that a part is about; every other field is its own.
func (k Key) Whole() Key {
	k.Part, k.Hash = "", ""
	return k
}

// String is the key as one text, in which drafts have it on disk:
//
//	event                      a field of the screen or the panel
//	line:ROW                   a field of a row; so are card, then, hands and row
//	new:ROW:FIELD              any other field of a row
//	form:ROW:FIELD             a field of a row's form
//	guard:PART:KEY:HASH        what the wording guard asks of a text that was stopped at KEY
func (k Key) String() string {
	text := k.Field
	switch row := string(k.Row); {
	case k.Form:
		text = "form:" + row + ":" + text
	case row != "" && short(text):
		text += ":" + row
	case row != "":
		text = "new:" + row + ":" + text
	}
	if k.Part != "" {
		text = "guard:" + k.Part + ":" + text + ":" + k.Hash
	}
	return text
}

// ParseKey reads what String wrote, and what earlier versions wrote:
//
//	recorded:ROW:FIELD         a field of a row
//	form:ROW:FIELD:OTHER, form:note ABOUT:OTHER
//	                           a field of the row OTHER in the form of another row, or of notes
//
// Any other text is the name of a field.
func ParseKey(text string) Key {
	kind, rest, _ := strings.Cut(text, ":")
	first, second, two := strings.Cut(rest, ":")
	k := Key{Row: model.ID(first), Field: second, Form: kind == "form"}
	i := strings.LastIndexByte(second, ':')
	switch {
	case first == "":
	case kind == "guard" && i >= 0:
		k = ParseKey(second[:i])
		k.Part, k.Hash = first, second[i+1:]
		return k
	case k.Form && i >= 0 && i+1 < len(second):
		k.Row, k.Field = model.ID(second[i+1:]), second[:i+1]
		return k
	case k.Form && strings.HasPrefix(first, "note ") && i < 0 && second != "" && second != "new":
		k.Row, k.Field = model.ID(second), first+":"
		return k
	case two && (k.Form || kind == "new" || kind == "recorded"):
		return k
	case short(kind):
		return Key{Row: model.ID(rest), Field: kind}
	}
	return Key{Field: text}
}

// short tells that a field of a row stands before the row in a text, and nothing else does.
func short(field string) bool {
	return slices.Contains([]string{"line", "card", "then", "hands", "row"}, field)
}
