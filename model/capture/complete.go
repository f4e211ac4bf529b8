package capture

import (
	"cmp"
	"slices"
	"strings"

	"debrief/model"
)

// Candidate is a way to complete an open word.
type Candidate struct {
	Text string // what replaces the word, with its sign: "@chao"
	Hint string // what it stands for: "Chao Lin"
}

// Candidates returns the completions of an open word, the best first; Tab goes through them. People
// come by handle, then name, then any other name or part of one; nobody and no kind is
// offered that does not begin as typed.
func Candidates(o Open, c Context) []Candidate {
	switch o.Kind {
	case TokenPerson:
		return c.People.candidates(o.Prefix)
	case TokenTag, TokenRole:
		list, _ := tags(c.Phase, Row)
		var all []Candidate
		for _, w := range list {
			if begins([]string{w}, o.Prefix) || strings.HasPrefix(w, strings.ToLower(o.Prefix)) {
				all = append(all, Candidate{Text: "#" + tight(w), Hint: hint(w, o.Kind)})
			}
		}
		return all
	}
	return nil
}

func hint(w string, kind TokenKind) string {
	if kind == TokenRole {
		if role, ok := model.ParseRole(w); ok {
			return role.Long()
		}
	}
	return w
}

func (p People) candidates(prefix string) []Candidate {
	prefix = fold(prefix)
	if p.quiet && prefix == "" {
		return nil
	}
	from, _ := slices.BinarySearchFunc(p.names, prefix, func(n name, w string) int { return strings.Compare(n.word, w) })
	end := from
	for end < len(p.names) && strings.HasPrefix(p.names[end].word, prefix) {
		end++
	}
	fits := slices.Clone(p.names[from:end])
	slices.SortStableFunc(fits, func(a, b name) int {
		return cmp.Or(
			-compareBool(a.word == prefix, b.word == prefix),
			cmp.Compare(a.rank, b.rank),
			compareBool(p.list[a.who].Away, p.list[b.who].Away),
			cmp.Compare(a.who, b.who))
	})
	seen := make(map[int]bool, len(fits))
	var all []Candidate
	for _, n := range fits {
		if !n.unoffered && !seen[n.who] && p.list[n.who].Handle != "" {
			seen[n.who] = true
			all = append(all, Candidate{Text: "@" + p.list[n.who].Handle, Hint: p.list[n.who].Name})
		}
	}
	return all
}

// compareBool sorts false before true.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
