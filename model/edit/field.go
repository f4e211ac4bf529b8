package edit

import (
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
	case model.FieldKind, model.FieldSeverity, model.FieldDetectedBy:
		if err := setChoice(&i, f, typed); err != nil {
			return p, err
		}
		return ed.SetIncident(p, i)
	case model.FieldImpact:
		i.Impact = typed
		return ed.SetIncident(p, i)
	case model.FieldSystems:
		i.Systems = model.ParseList(typed)
		return ed.SetIncident(p, i)
	case model.FieldContacts:
		i.CustomerContact = typed
		return ed.SetIncident(p, i)
	case model.FieldMeasure:
		i.Measure = typed
		return ed.SetIncident(p, i)
	case model.FieldOwner, model.FieldFacilitator, model.FieldNoteTaker:
		next, id, err := p, model.ID(""), error(nil)
		if typed != "" {
			if next, id, err = ed.EnsurePerson(p, typed); err != nil {
				return p, err
			}
			// Who leads the talk or takes notes is in the room; so is a new owner, who is named
			// by those who begin. Another owner may well be away.
			if f != model.FieldOwner || len(next.Attendees) > len(p.Attendees) {
				if next, err = ed.SetAway(next, id, false); err != nil {
					return p, err
				}
			}
		}
		switch f {
		case model.FieldOwner:
			h.Owner = id
		case model.FieldFacilitator:
			h.Facilitator = id
		default:
			h.NoteTaker = id
		}
		return ed.SetHeader(next, h)
	case model.FieldTitle:
		h.Title = typed
	case model.FieldDriftSignal:
		h.DriftSignal = typed
	case model.FieldWhere:
		return ed.changeMeeting(p, func(s *model.Session) { s.Where = typed })
	case model.FieldTLDR:
		h.TLDR = typed
	case model.FieldSummary:
		h.Summary = typed
	case model.FieldTags:
		h.Tags = model.ParseList(typed)
	case model.FieldZone:
		h.Zone = typed
	case model.FieldWord:
		h.WorkingWord = typed
	case model.FieldStatus:
		status, ok := model.Match(model.Statuses(), typed)
		if !ok {
			return p, notAChoice(f, typed)
		}
		return ed.SetStatus(p, status)
	case model.FieldPublishTo:
		h.PublishTo = typed
	case model.FieldTold:
		h.ToldDirect = typed
	default:
		if kind, ok := f.Milestone(); ok && typed == "" {
			return ed.SetMilestone(p, kind, model.Moment{})
		}
		if f == model.FieldMeeting && typed == "" {
			return ed.SetMeeting(p, time.Time{}, 0)
		}
		return p, model.Problem{Field: string(f), Words: string(f) + " is not a field of text; choose one of those listed."}
	}
	return ed.SetHeader(p, h)
}

func setChoice(i *model.Incident, f model.Field, typed string) error {
	switch f {
	case model.FieldKind:
		kind, ok := model.Match(model.IncidentKinds(), typed)
		if !ok {
			return notAChoice(f, typed)
		}
		i.Kind = kind
	case model.FieldSeverity:
		if typed == "" {
			i.Severity = 0
			return nil
		}
		n, err := strconv.Atoi(typed)
		if err != nil || n < 1 || n > 5 {
			return model.Problem{Field: "Severity", Words: "Severity " + strconv.Quote(typed) + " is not known; type a number from 1 (worst) to 5."}
		}
		i.Severity = n
	case model.FieldDetectedBy:
		first, what, _ := strings.Cut(typed, " ")
		by, ok := model.Match(model.Detectors(), first)
		if !ok && typed != "" {
			return notAChoice(f, first)
		}
		i.DetectedBy, i.DetectedByWhat = by, model.Tidy(what)
	}
	return nil
}

func notAChoice(f model.Field, typed string) model.Problem {
	words := f.Choices()
	return model.Problem{Field: string(f), Words: string(f) + " " + strconv.Quote(typed) + " is not known; type one of " + strings.Join(words, ", ") + "."}
}
