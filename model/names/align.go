package names

// mostCompared is how many pairs of words are compared at most. Beyond it, what lies between the
// common beginning and end of two texts counts as typed anew.
const mostCompared = 1 << 20

// align says of each word of now which word of was it is, -1 for one that was typed. The common
// beginning and end are the same words; between them it is the longest common sequence.
func align(was, now []shownWord) []int {
	kept := make([]int, len(now))
	first := 0
	for first < len(was) && first < len(now) && was[first].same(now[first]) {
		kept[first] = first
		first++
	}
	a, b := len(was), len(now)
	for a > first && b > first && was[a-1].same(now[b-1]) {
		a, b = a-1, b-1
		kept[b] = a
	}
	for i := first; i < b; i++ {
		kept[i] = -1
	}
	rows, columns := a-first, b-first
	if rows == 0 || columns == 0 || rows*columns > mostCompared {
		return kept
	}
	// common[i][j] is how many words was[first+i:a] and now[first+j:b] have in common.
	common := make([][]int32, rows+1)
	for i := range common {
		common[i] = make([]int32, columns+1)
	}
	for i := rows - 1; i >= 0; i-- {
		for j := columns - 1; j >= 0; j-- {
			if was[first+i].same(now[first+j]) {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	for i, j := 0, 0; i < rows && j < columns; {
		switch {
		case was[first+i].same(now[first+j]):
			kept[first+j] = first + i
			i, j = i+1, j+1
		case common[i+1][j] >= common[i][j+1]:
			i++
		default:
			j++
		}
	}
	return kept
}
