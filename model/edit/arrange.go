package edit

import (
	"debrief/model"
	"slices"
)

// Arrange returns positions that sort as they stand in the list. It changes as few as it can: those
// on the longest rising run stay.
func Arrange(positions []string) []string {
	stay := risingRun(positions)
	arranged := slices.Clone(positions)
	before := ""
	for i := range arranged {
		if len(stay) > 0 && stay[0] == i {
			stay = stay[1:]
		} else {
			next := ""
			if len(stay) > 0 {
				next = arranged[stay[0]]
			}
			if between, err := model.Between(before, next); err == nil {
				arranged[i] = between
			}
		}
		before = arranged[i]
	}
	return arranged
}

// risingRun returns which of the positions make the longest strictly rising run of valid ones.
func risingRun(positions []string) []int {
	ends := []int{} // ends[n]: the least position that ends a run of n+1
	from := make([]int, len(positions))
	for i, p := range positions {
		if p == "" || !model.ValidPosition(p) {
			continue
		}
		n, _ := slices.BinarySearchFunc(ends, p, func(j int, p string) int {
			if positions[j] < p {
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
