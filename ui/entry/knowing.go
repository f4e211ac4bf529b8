package entry

import (
	"debrief/model"
	"debrief/model/capture"
	"debrief/model/edit"
)

// Know notes when the event became known to the people that are named, or in general where nobody
// is. Those who are not on the list yet join it.
func Know(ed edit.Editor, p model.Postmortem, event model.ID, k capture.Known) (model.Postmortem, error) {
	if k.State == "" {
		return p, nil
	}
	p, ids, err := People(ed, p, k.People)
	if err != nil {
		return p, err
	}
	if len(ids) == 0 {
		ids = []model.ID{""}
	}
	for _, id := range ids {
		if p, err = ed.SetKnowing(p, event, id, k.State, k.When); err != nil {
			return p, err
		}
	}
	return p, nil
}
