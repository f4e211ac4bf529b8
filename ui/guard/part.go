package guard

import (
	"fmt"
	"hash/fnv"

	"debrief/ui/screen"
)

// Part is a text of the panel's own, typed in the line while the panel is in front.
type Part string

// The parts.
const (
	Fact   Part = "fact"
	Idea   Part = "idea"
	Who    Part = "who"
	Reason Part = "reason"
)

// Of names a stopped text: the field that it was typed in, and the text itself by its hash. What is
// typed in the panel waits under this name, so Esc loses none of it, and another text of the same
// field does not find it.
func Of(field screen.Key, text string) screen.Key {
	h := fnv.New64a()
	h.Write([]byte(text))
	field.Hash = fmt.Sprintf("%x", h.Sum64())
	return field
}

// key is the field in which a part waits.
func (p Part) key(of screen.Key) screen.Key {
	of.Part = string(p)
	return of
}
