package edit

import (
	"debrief/model"
	"slices"
)

// Arrange gives the rows positions in which they sort as they stand in the list. It rewrites as
// few rows as it can: those on the longest rising run keep theirs.
func Arrange[R any](rows []R, pos func(*R) *string) {
	kept := risingRun(rows, pos)
	before := ""
	for i := range rows {
		p := pos(&rows[i])
		if len(kept) > 0 && kept[0] == i {
			kept = kept[1:]
			before = *p
			continue
		}
		next := ""
		if len(kept) > 0 {
			next = *pos(&rows[kept[0]])
		}
		if between, err := model.Between(before, next); err == nil {
			*p = between
		}
		before = *p
	}
}

// risingRun returns which rows make the longest strictly rising run of valid positions.
func risingRun[R any](rows []R, pos func(*R) *string) []int {
	ends := []int{} // ends[n]: the row with the least position that ends a run of n+1
	from := make([]int, len(rows))
	for i := range rows {
		p := *pos(&rows[i])
		if p == "" || !model.ValidPosition(p) {
			continue
		}
		n, _ := slices.BinarySearchFunc(ends, p, func(j int, p string) int {
			if *pos(&rows[j]) < p {
				return -1
			}
			return 1
		})
		from[i] = -1
		if n > 0 {
			from[i] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, i)
		} else {
			ends[n] = i
		}
	}
	run := make([]int, len(ends))
	if len(ends) > 0 {
		for n, i := len(ends)-1, ends[len(ends)-1]; n >= 0; n, i = n-1, from[i] {
			run[n] = i
		}
	}
	return run
}
