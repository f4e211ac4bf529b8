package guard

import (
	"slices"
	"testing"

	"debrief/model/wording"
	"debrief/ui/screen"
)

func TestAFindingTakesItsWordsFromTheStretchesOfTheLine(t *testing.T) {
	person := func(start, end int) screen.Stretch {
		return screen.Stretch{Start: start, End: end, Kind: screen.Person}
	}
	mark := func(start, end int) screen.Stretch {
		return screen.Stretch{Start: start, End: end, Kind: screen.Flagged}
	}
	for _, c := range []struct {
		name      string
		stretches []screen.Stretch
		found     []wording.Finding
		want      []screen.Stretch
	}{
		{"beside it", []screen.Stretch{person(0, 4)}, []wording.Finding{{Start: 6, End: 9}}, []screen.Stretch{person(0, 4), mark(6, 9)}},
		{"inside it", []screen.Stretch{person(0, 9)}, []wording.Finding{{Start: 3, End: 5}}, []screen.Stretch{person(0, 3), mark(3, 5), person(5, 9)}},
		{"over its end", []screen.Stretch{person(0, 5)}, []wording.Finding{{Start: 3, End: 8}}, []screen.Stretch{person(0, 3), mark(3, 8)}},
		{"over all of it", []screen.Stretch{person(2, 4)}, []wording.Finding{{Start: 0, End: 8}}, []screen.Stretch{mark(0, 8)}},
		{"two that overlap", nil, []wording.Finding{{Start: 0, End: 5}, {Start: 3, End: 8}, {Start: 4, End: 6}}, []screen.Stretch{mark(0, 5), mark(5, 8)}},
	} {
		if got := flagged(c.stretches, c.found); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}
