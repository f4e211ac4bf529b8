package guard

import (
	"fmt"
	"hash/fnv"
	"strings"
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

// prefix begins the slots of all parts.
const prefix = "guard:"

// Of names a stopped text: the slot that it was typed in, and the text itself by its hash. What is
// typed in the panel waits under this name, so Esc loses none of it, and another text of the same
// slot does not find it.
func Of(slot, text string) string {
	h := fnv.New64a()
	h.Write([]byte(text))
	return fmt.Sprintf("%s:%x", slot, h.Sum64())
}

// slot is the slot in which a part waits.
func (p Part) slot(of string) string { return prefix + string(p) + ":" + of }

// IsProse tells that a slot holds a part that is recorded as sentences.
func IsProse(slot string) bool {
	part, _, ok := split(slot)
	return ok && part != Who
}

// Belongs tells that a slot holds a part of what was typed in the other one.
func Belongs(slot, to string) bool {
	_, of, ok := split(slot)
	i := strings.LastIndexByte(of, ':')
	return ok && i >= 0 && of[:i] == to
}

func split(slot string) (part Part, of string, ok bool) {
	rest, ok := strings.CutPrefix(slot, prefix)
	if !ok {
		return "", "", false
	}
	name, of, ok := strings.Cut(rest, ":")
	return Part(name), of, ok
}
