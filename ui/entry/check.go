package entry

import (
	"strings"

	"debrief/model"
	"debrief/model/capture"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// Filled is the Check of a field that is never empty; fault says what to do.
func Filled(fault safe.Text) func(text string) screen.Reading {
	return func(text string) screen.Reading {
		if strings.TrimSpace(text) == "" {
			return screen.Reading{Words: fault, Fault: true}
		}
		return screen.Reading{}
	}
}

// CheckPerson says whom the text of a field means, by name or handle. One who is not on the list
// yet joins it.
func CheckPerson(people capture.People, text string) screen.Reading {
	typed := strings.TrimSpace(text)
	if strings.TrimPrefix(typed, "@") == "" {
		return screen.Reading{}
	}
	found := people.Find(typed)
	switch len(found) {
	case 0:
		return screen.Reading{Words: safe.Line(typed + ", who joins the attendees")}
	case 1:
		r := screen.Reading{Words: safe.Line(found[0].Name)}
		if handle := "@" + found[0].Handle; typed != handle {
			r.Candidates = []screen.Candidate{{End: len(text), Text: handle}}
		}
		return r
	}
	return screen.Reading{Fault: true, Words: safe.Line("several people are called so; type the handle, such as @" + found[0].Handle)}
}

// CheckDate says which day the text of a field means.
func CheckDate(text string, c capture.Context) screen.Reading {
	day, err := capture.ParseDate(text, c)
	switch {
	case err != nil:
		return screen.Reading{Fault: true, Words: safe.Line(err.Error())}
	case day.IsZero():
		return screen.Reading{}
	}
	return screen.Reading{Words: safe.Line(day.Time().Format("Mon 2 Jan 2006"))}
}

// Clocks are the events by the times that the timeline shows them with, with and without their
// end. Of two with one time the first is meant.
type Clocks map[string]model.ID

// NewClocks reads the events of a record.
func NewClocks(x *model.Index) Clocks {
	clocks := make(Clocks, len(x.Events))
	for i := len(x.Events) - 1; i >= 0; i-- {
		if e := x.Events[i]; !e.When.IsZero() {
			clocks[e.When.Clock(x.Zone)] = e.ID
			clocks[model.Moment{At: e.When.At}.Clock(x.Zone)] = e.ID
		}
	}
	return clocks
}

// Check says which event the time in a field means.
func (c Clocks) Check(text string, x *model.Index) screen.Reading {
	at := strings.TrimSpace(text)
	if id, ok := c[at]; ok {
		return screen.Reading{Words: safe.Line(at + "  " + x.Event(id).What)}
	}
	if at != "" {
		return screen.Reading{Fault: true, Words: "no row has this time; type it as the timeline shows it: 14:09"}
	}
	return screen.Reading{}
}
