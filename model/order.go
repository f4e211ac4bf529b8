package model

import (
	"errors"
	"fmt"
	"strings"
)

// ErrPosition reports two positions between which nothing fits, because they are equal, in the
// wrong order or not positions at all.
var ErrPosition = errors.New("no position between these two")

// Positions are text that sorts by bytes; between any two there is always a third, so a move
// rewrites one row. The scheme is that of David Greenspan's "Implementing Fractional Indexing"
// (CC0), as used by Figma: an integer part whose first letter gives its length, then a
// fraction. Appending n times costs about log n letters.
const positionDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

// FirstPosition is where the first row of a table stands.
const FirstPosition = "a0"

// longestPosition is how many letters a position may have.
const longestPosition = 512

// lowest is the integer part before which there is none. It is no position by itself, or nothing
// could ever stand before it.
func lowest() string { return "A" + strings.Repeat("0", 26) }

// Between returns a position after a and before b. An empty a means the very beginning, an
// empty b the very end; both empty gives the first position of an empty list. The error is an
// ErrPosition, also where the one between would be longer than a position may be.
func Between(a, b string) (string, error) {
	p, err := between(a, b)
	if err == nil && len(p) > longestPosition {
		return "", fmt.Errorf("%w: it would have more than %d letters", ErrPosition, longestPosition)
	}
	return p, err
}

func between(a, b string) (string, error) {
	for _, p := range []string{a, b} {
		if p != "" && !ValidPosition(p) {
			return "", fmt.Errorf("%w: %q is not a position", ErrPosition, p)
		}
	}
	if a != "" && b != "" && a >= b {
		return "", fmt.Errorf("%w: %q does not sort before %q", ErrPosition, a, b)
	}
	switch {
	case a == "" && b == "":
		return FirstPosition, nil
	case a == "":
		ib := integerPart(b)
		if ib == lowest() {
			f, err := midpoint("", b[len(ib):])
			return ib + f, err
		}
		if ib < b {
			return ib, nil
		}
		before := step(ib, -1)
		if before == lowest() {
			f, err := midpoint("", "")
			return before + f, err
		}
		return before, nil
	case b == "":
		ia := integerPart(a)
		if next := step(ia, +1); next != "" {
			return next, nil
		}
		f, err := midpoint(a[len(ia):], "")
		return ia + f, err
	}
	ia, ib := integerPart(a), integerPart(b)
	if ia == ib {
		f, err := midpoint(a[len(ia):], b[len(ib):])
		return ia + f, err
	}
	if next := step(ia, +1); next != "" && next < b {
		return next, nil
	}
	f, err := midpoint(a[len(ia):], "")
	return ia + f, err
}

// After returns a position behind all of those given. Malformed ones are passed over, so that
// a row that came from elsewhere cannot stop a person from adding another.
func After(positions ...string) string {
	last := ""
	for _, p := range positions {
		if p > last && ValidPosition(p) {
			last = p
		}
	}
	next, err := Between(last, "")
	if err != nil {
		return FirstPosition
	}
	return next
}

// ValidPosition tells that a position is one that positions can be made between.
func ValidPosition(p string) bool {
	n := integerLength(p[0])
	if n == 0 || len(p) < n || len(p) > longestPosition || p == lowest() {
		return false
	}
	for i := 1; i < len(p); i++ {
		if strings.IndexByte(positionDigits, p[i]) < 0 {
			return false
		}
	}
	return len(p) == n || p[len(p)-1] != '0'
}

func integerLength(head byte) int {
	switch {
	case head >= 'a' && head <= 'z':
		return int(head-'a') + 2
	case head >= 'A' && head <= 'Z':
		return int('Z'-head) + 2
	}
	return 0
}

func integerPart(p string) string { return p[:integerLength(p[0])] }

// step returns the integer part one further in direction by (+1 or -1), or "" past the end.
func step(integer string, by int) string {
	head, digits := integer[0], []byte(integer[1:])
	first, last := byte('0'), byte('z')
	if by < 0 {
		first, last = last, first
	}
	for i := len(digits) - 1; i >= 0; i-- {
		if digits[i] != last {
			digits[i] = positionDigits[strings.IndexByte(positionDigits, digits[i])+by]
			return string(head) + string(digits)
		}
		digits[i] = first
	}
	switch {
	case by > 0 && head == 'Z':
		return FirstPosition
	case by > 0 && head == 'z', by < 0 && head == 'A':
		return ""
	case by < 0 && head == 'a':
		return "Zz"
	}
	head += byte(by)
	return string(head) + strings.Repeat(string(first), integerLength(head)-1)
}

// midpoint returns a fraction between a and b, where an empty b stands for 1.
func midpoint(a, b string) (string, error) {
	if b != "" && a >= b {
		return "", ErrPosition
	}
	if b != "" {
		n := 0
		for n < len(b) && digitAt(a, n) == b[n] {
			n++
		}
		if n > 0 {
			rest := ""
			if n < len(a) {
				rest = a[n:]
			}
			f, err := midpoint(rest, b[n:])
			return b[:n] + f, err
		}
	}
	low, high := 0, len(positionDigits)
	if a != "" {
		low = strings.IndexByte(positionDigits, a[0])
	}
	if b != "" {
		high = strings.IndexByte(positionDigits, b[0])
	}
	if high-low > 1 {
		return string(positionDigits[(low+high+1)/2]), nil
	}
	if len(b) > 1 {
		return b[:1], nil
	}
	rest := ""
	if a != "" {
		rest = a[1:]
	}
	f, err := midpoint(rest, "")
	return string(positionDigits[low]) + f, err
}

func digitAt(s string, i int) byte {
	if i < len(s) {
		return s[i]
	}
	return '0'
}
