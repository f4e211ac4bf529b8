package meeting

import (
	"debrief/model"
	"slices"
)

// Lane is a column of the incident as several people lived it.
type Lane struct {
	// Name is the team or the role; it is empty for a person, who is the one of People.
	Name string
	// People are those whose views stand in it, in the order of the attendees. An empty id is
	// accounts where nobody is named.
	People []model.ID
}

// The lanes of those who belong to no team or hold no role.
const (
	noTeam = "no team"
	noRole = "no role"
)

// Lanes returns a lane for each person who has a view: who gave an account, or of whom it is said
// when they learned of something. Where that is more than so many, a lane is a team, and where
// even those are more, a role; whoever holds several roles is in the lane of each.
func Lanes(x *model.Index, most int) []Lane {
	people := viewers(x)
	if len(people) <= most {
		lanes := make([]Lane, len(people))
		for i, id := range people {
			lanes[i].People = []model.ID{id}
		}
		return lanes
	}
	var teams []string
	for _, a := range x.Attendees {
		if a.Team != "" && !slices.Contains(teams, a.Team) {
			teams = append(teams, a.Team)
		}
	}
	byTeam := lanesOf(people, append(teams, noTeam), func(id model.ID) []string {
		if team := x.Person(id).Team; team != "" {
			return []string{team}
		}
		return []string{noTeam}
	})
	if len(byTeam) <= most {
		return byTeam
	}
	return lanesOf(people, append(model.RoleWords(), noRole), func(id model.ID) []string {
		if words := x.Person(id).Roles.Words(); len(words) > 0 {
			return words
		}
		return []string{noRole}
	})
}

// viewers returns the attendees who have a view, and then nobody named.
func viewers(x *model.Index) []model.ID {
	has := make(map[model.ID]bool)
	for _, a := range x.Accounts {
		has[a.Attendee] = true
	}
	for _, k := range x.Knowings {
		if k.Attendee != "" && k.State != model.NobodySaid {
			has[k.Attendee] = true
		}
	}
	var people []model.ID
	for _, a := range x.Attendees {
		if has[a.ID] {
			people = append(people, a.ID)
		}
	}
	if has[""] {
		people = append(people, "")
	}
	return people
}

// lanesOf puts people into lanes of these names, and leaves out the empty ones.
func lanesOf(people []model.ID, names []string, of func(model.ID) []string) []Lane {
	lanes := make([]Lane, len(names))
	for i, name := range names {
		lanes[i].Name = name
	}
	for _, id := range people {
		for _, name := range of(id) {
			i := slices.Index(names, name)
			lanes[i].People = append(lanes[i].People, id)
		}
	}
	return slices.DeleteFunc(lanes, func(l Lane) bool { return len(l.People) == 0 })
}
