package edit

import (
	"cmp"
	"debrief/model"
	"strconv"
	"strings"
	"time"
)

// SetField sets the field to what a person typed; empty text empties it. A choice may be typed
// by its first letters, a person by handle or name: one who is not in the record joins it
// without a role. For a milestone see SetMilestone, for the time of the meeting SetMeeting.
func (ed Editor) SetField(p model.Postmortem, f model.Field, typed string) (model.Postmortem, error) {
	typed = model.Tidy(typed)
	h, i := p.Header, p.Incident
	switch f {
	case model.FieldKind, model.FieldSeverity, model.FieldDetectedBy, model.FieldStatus:
		if err := setChoice(&h, &i, f, typed); err != nil {
			return p, err
		}
	case model.FieldOwner, model.FieldFacilitator, model.FieldNoteTaker:
		return ed.setOffice(p, f, typed)
	case model.FieldSystems:
		i.Systems = model.ParseList(typed)
	case model.FieldTags:
		h.Tags = model.ParseList(typed)
	case model.FieldWhere:
		return ed.changeMeeting(p, func(s *model.Session) { s.Where = typed })
	default:
		text, ok := map[model.Field]*string{
			model.FieldTitle: &h.Title, model.FieldDriftSignal: &h.DriftSignal, model.FieldTLDR: &h.TLDR,
			model.FieldSummary: &h.Summary, model.FieldZone: &h.Zone, model.FieldWord: &h.WorkingWord,
			model.FieldPublishTo: &h.PublishTo, model.FieldTold: &h.ToldDirect,
			model.FieldImpact: &i.Impact, model.FieldContacts: &i.CustomerContact, model.FieldMeasure: &i.Measure,
		}[f]
		if ok {
			*text = typed
			break
		}
		if kind, ok := f.Milestone(); ok && typed == "" {
			return ed.SetMilestone(p, kind, model.Moment{})
		}
		if f == model.FieldMeeting && typed == "" {
			return ed.SetMeeting(p, time.Time{}, 0)
		}
		return p, model.Problem{Field: string(f), Words: string(f) + " is not a field of text; choose one of those listed."}
	}
	if i != p.Incident {
		return ed.Set(p, i)
	}
	return ed.Set(p, h)
}

// setOffice gives an office to the person who is typed, or to nobody.
func (ed Editor) setOffice(p model.Postmortem, f model.Field, typed string) (model.Postmortem, error) {
	next, id, err := p, model.ID(""), error(nil)
	if typed != "" {
		if next, id, err = ed.EnsurePerson(p, typed); err != nil {
			return p, err
		}
		// Who leads the talk or takes notes is in the room; so is a new owner, who is named
		// by those who begin. Another owner may well be away.
		if f != model.FieldOwner || len(next.Attendees) > len(p.Attendees) {
			if next, err = Change(ed, next, id, func(a *model.Attendee) { a.Away = false }); err != nil {
				return p, err
			}
		}
	}
	return Change(ed, next, p.Header.ID, func(h *model.Header) {
		*map[model.Field]*model.ID{model.FieldOwner: &h.Owner, model.FieldFacilitator: &h.Facilitator, model.FieldNoteTaker: &h.NoteTaker}[f] = id
	})
}

func setChoice(h *model.Header, i *model.Incident, f model.Field, typed string) error {
	known := true
	switch f {
	case model.FieldKind:
		i.Kind, known = model.Match(model.IncidentKinds(), typed)
	case model.FieldStatus:
		h.Status, known = model.Match(model.Statuses(), typed)
	case model.FieldSeverity:
		n, err := strconv.Atoi(cmp.Or(typed, "0"))
		if err != nil || typed != "" && (n < 1 || n > 5) {
			return model.Problem{Field: "Severity", Words: "Severity " + strconv.Quote(typed) + " is not known; type a number from 1 (worst) to 5."}
		}
		i.Severity = n
	case model.FieldDetectedBy:
		first, what, _ := strings.Cut(typed, " ")
		i.DetectedBy, known = model.Match(model.Detectors(), first)
		i.DetectedByWhat = model.Tidy(what)
		known, typed = known || typed == "", first
	}
	if !known {
		return notAChoice(f, typed)
	}
	return nil
}

func notAChoice(f model.Field, typed string) model.Problem {
	words := f.Choices()
	return model.Problem{Field: string(f), Words: string(f) + " " + strconv.Quote(typed) + " is not known; type one of " + strings.Join(words, ", ") + "."}
}
