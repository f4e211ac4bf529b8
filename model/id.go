package model

import (
	"encoding/base32"
	"fmt"
	"io"
	"strings"
)

// ID names a record or a row within it: 80 random bits as 16 letters of lower-case base32.
// Ids carry no time and no order, so that a few of their first letters are soon unique.
type ID string

const (
	idBytes   = 10
	idLetters = 16
	// ShortID is the least number of letters of an id that lists show.
	ShortID = 5
)

// NewID reads 80 bits from random and returns them as an id. It fails only when random does.
func NewID(random io.Reader) (ID, error) {
	var b [idBytes]byte
	if _, err := io.ReadFull(random, b[:]); err != nil {
		return "", fmt.Errorf("read random bytes for an id: %w", err)
	}
	return ID(strings.ToLower(base32.StdEncoding.EncodeToString(b[:]))), nil
}

// ValidID tells whether s has the form of an id: 16 letters of lower-case base32.
func ValidID(s string) bool {
	if len(s) != idLetters {
		return false
	}
	return ValidIDPrefix(s)
}

// ValidIDPrefix tells whether s may be the beginning of an id.
func ValidIDPrefix(s string) bool {
	if s == "" || len(s) > idLetters {
		return false
	}
	for _, c := range []byte(s) {
		if (c < 'a' || c > 'z') && (c < '2' || c > '7') {
			return false
		}
	}
	return true
}

// Shorten returns how many first letters of each id tell all of them apart, at least ShortID.
func Shorten(ids []ID) int {
	for n := ShortID; n < idLetters; n++ {
		seen := make(map[string]bool, len(ids))
		unique := true
		for _, id := range ids {
			if len(id) < n {
				continue
			}
			if seen[string(id[:n])] {
				unique = false
				break
			}
			seen[string(id[:n])] = true
		}
		if unique {
			return n
		}
	}
	return idLetters
}

// Short returns the first n letters of the id, or the whole of a shorter one.
func (id ID) Short(n int) string {
	if len(id) <= n {
		return string(id)
	}
	return string(id[:n])
}
