package timeline

import (
	"strconv"

	"debrief/model"
	"debrief/model/meeting"
)

// sides is the stretches of the timeline that were seen from one side only, by row.
type sides struct {
	all []meeting.OneSide
	of  map[int]int // per row that is in one: which; a person goes before a role
}

func newSides(x *model.Index) sides {
	s := sides{all: meeting.OneSided(x), of: make(map[int]int)}
	for n := len(s.all) - 1; n >= 0; n-- {
		for i := s.all[n].First; i <= s.all[n].Last; i++ {
			s.of[i] = n
		}
	}
	return s
}

// at is the stretch that a row is in; false where it is in none.
func (s sides) at(row int) (meeting.OneSide, bool) {
	n, ok := s.of[row]
	if !ok {
		return meeting.OneSide{}, false
	}
	return s.all[n], true
}

// side says who alone saw a stretch: "ben only, 4 rows".
func (s *Screen) side(one meeting.OneSide) string {
	who := string(s.handle(one.Person))
	if one.Person == "" {
		who = "role " + one.Role.String()
	}
	return who + " only, " + strconv.Itoa(one.Rows) + " rows"
}
