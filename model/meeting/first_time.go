package meeting

import "debrief/model"

// FirstTime names those in the room who are at such a meeting for the first time, "" where nobody
// is: "Jo Brandt and Kim Sato". It is for the facilitator, who explains; no page tells it.
func FirstTime(x *model.Index) string {
	var names []string
	for _, a := range x.Attendees {
		if a.New && !a.Away {
			names = append(names, a.Name)
		}
	}
	return model.ListWords(names)
}
