package edit

import (
	"debrief/model"
	"debrief/model/meeting"
	"slices"
	"time"
)

// NewPostmortem returns a record that begins: a draft with an unscheduled incident and a first
// session of an hour, its minutes planned by Agenda. Times are shown in the zone, an IANA name.
func (ed Editor) NewPostmortem(title, zone string) (model.Postmortem, error) {
	id := ed.NewID()
	p := model.Postmortem{
		Header:   model.Header{ID: id, Title: model.Tidy(title), Status: model.StatusDraft, Created: ed.now(), Zone: zone},
		Incident: model.Incident{ID: id, Kind: model.Unscheduled},
	}
	p, err := ed.Set(p, p.Header)
	if err != nil {
		return model.Postmortem{}, err
	}
	p, _, err = ed.AddSession(p, meeting.FirstLength, "")
	return p, err
}

// SetMilestone says when the milestone was; the zero Moment takes it away. A time that
// contradicts another is recorded all the same: Contradictions says it in words.
func (ed Editor) SetMilestone(p model.Postmortem, kind model.MilestoneKind, when model.Moment) (model.Postmortem, error) {
	if when.IsZero() {
		p.Milestones = slices.DeleteFunc(slices.Clone(p.Milestones), func(m model.Milestone) bool { return m.Kind == kind })
		return p, nil
	}
	m := model.Milestone{Kind: kind, When: when}
	if err := check(m); err != nil {
		return p, err
	}
	p.Milestones = Put(p.Milestones, m)
	return p, nil
}

// Publish notes that the page was written now, and where. The status stays: writing a file is not
// publishing, and the page that was written tells the status that the record still has.
func (ed Editor) Publish(p model.Postmortem, to string) (model.Postmortem, error) {
	h := p.Header
	h.PublishedAt, h.PublishedTo = ed.now(), to
	return ed.Set(p, h)
}

// Delete marks the whole post-mortem as deleted; Restore brings it back. Its rows stay.
func (ed Editor) Delete(p model.Postmortem) (model.Postmortem, error) {
	p.Header.Deleted = ed.now()
	return p, nil
}

// Restore takes back that the post-mortem was deleted.
func (ed Editor) Restore(p model.Postmortem) (model.Postmortem, error) {
	p.Header.Deleted = time.Time{}
	return p, nil
}
