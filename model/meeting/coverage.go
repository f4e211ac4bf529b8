package meeting

import "debrief/model"

// RoleCoverage says who stands for one of the six roles.
type RoleCoverage struct {
	Role    model.Roles
	Present []model.Attendee
	Away    []model.Attendee
}

// Coverage returns for each of the six roles, in the book's order, who is present and who away.
func Coverage(x *model.Index) []RoleCoverage {
	all := make([]RoleCoverage, 0, 6)
	for _, role := range model.AllRoles() {
		c := RoleCoverage{Role: role}
		for _, a := range x.Attendees {
			switch {
			case !a.Roles.Has(role):
			case a.Away:
				c.Away = append(c.Away, a)
			default:
				c.Present = append(c.Present, a)
			}
		}
		all = append(all, c)
	}
	return all
}
