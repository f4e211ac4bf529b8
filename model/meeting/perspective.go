package meeting

import (
	"debrief/model"
	"slices"
)

// Tellers returns who gave an account of the event, each once, in the order of the accounts;
// an empty id is an account where nobody is named.
func Tellers(x *model.Index, event model.ID) []model.ID {
	var who []model.ID
	for _, a := range x.AccountsOf(event) {
		if !slices.Contains(who, a.Attendee) {
			who = append(who, a.Attendee)
		}
	}
	return who
}

// OneSide is a stretch of the timeline that was seen from one side only: one person told of all
// of it, or only people who hold the same one role. A row with one account is common and says
// little; a stretch of them is a view that the room may still be missing.
type OneSide struct {
	First, Last int      // its rows in the timeline
	Rows        int      // how many of them have an account; those without have no side
	Person      model.ID // who alone told of them; empty for a role
	Role        model.Roles
}

// leastStretch is how many rows in a row make a stretch: two happen by themselves.
const leastStretch = 3

// OneSided returns the stretches that one person saw, then those that one role did, each in the
// order of the timeline. A row may be in one of either. There is none while nobody else is in the
// record, and an account of nobody named may be from any side.
func OneSided(x *model.Index) []OneSide {
	if len(x.Attendees) < 2 {
		return nil
	}
	all := stretches(x, func(who []model.ID) (OneSide, bool) {
		return OneSide{Person: who[0]}, len(who) == 1 && who[0] != ""
	})
	byRole := stretches(x, func(who []model.ID) (OneSide, bool) {
		roles := model.Roles(0)
		for _, id := range who {
			one := x.Person(id).Roles
			if one == 0 {
				return OneSide{}, false
			}
			roles |= one
		}
		return OneSide{Role: roles}, len(roles.Words()) == 1
	})
	for _, s := range byRole {
		alone := func(o OneSide) bool { return o.Person != "" && o.First == s.First && o.Last == s.Last }
		if !slices.ContainsFunc(all, alone) {
			all = append(all, s)
		}
	}
	return all
}

// stretches finds rows one after the other that are of one side; side tells whose the tellers of
// a row are, false for a row that several sides saw.
func stretches(x *model.Index, side func(who []model.ID) (OneSide, bool)) []OneSide {
	var all []OneSide
	var open OneSide
	end := func() {
		if open.Rows >= leastStretch {
			all = append(all, open)
		}
		open = OneSide{}
	}
	for i, e := range x.Events {
		who := Tellers(x, e.ID)
		if len(who) == 0 {
			continue
		}
		s, ok := side(who)
		if !ok || s.Person != open.Person || s.Role != open.Role {
			end()
		}
		if !ok {
			continue
		}
		if open.Rows == 0 {
			open = s
			open.First = i
		}
		open.Last = i
		open.Rows++
	}
	end()
	return all
}
