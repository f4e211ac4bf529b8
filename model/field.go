package model

import (
	"slices"
	"strconv"
	"strings"
)

// Field is one field of the post-mortem's own facts, by the name that stands beside it on the
// screen.
type Field string

// The fields of the header and the incident, and the milestones.
const (
	FieldTitle       Field = "Title"
	FieldKind        Field = "Kind"
	FieldSeverity    Field = "Severity"
	FieldOwner       Field = "Owner"
	FieldFacilitator Field = "Facilitator"
	FieldNoteTaker   Field = "Note-taker"
	FieldBegan       Field = "Began"
	FieldDetected    Field = "Detected"
	FieldDeclared    Field = "Declared"
	FieldNoticed     Field = "Noticed"
	FieldMitigated   Field = "Mitigated"
	FieldResolved    Field = "Resolved"
	FieldImpact      Field = "Impact"
	FieldSystems     Field = "Systems"
	FieldDriftSignal Field = "Drift signal"
	FieldMeeting     Field = "Meeting"
	FieldWhere       Field = "Where"
	FieldDetectedBy  Field = "Detected by"
	FieldContacts    Field = "Customer contacts"
	FieldMeasure     Field = "Business measure"
	FieldTLDR        Field = "In short"
	FieldSummary     Field = "Summary"
	FieldTags        Field = "Tags"
	FieldZone        Field = "Time zone"
	FieldWord        Field = "Word for it"
	FieldStatus      Field = "Status"
	FieldPublishTo   Field = "Publish to"
	FieldTold        Field = "Told directly"
)

// Fields lists the fields in the order of the Open screen. Those of the close, where the page
// goes and who is told, stand last.
func Fields() []Field {
	return []Field{FieldTitle, FieldKind, FieldSeverity, FieldOwner, FieldFacilitator, FieldNoteTaker,
		FieldBegan, FieldDetected, FieldMitigated, FieldResolved, FieldImpact, FieldSystems, FieldDriftSignal,
		FieldMeeting, FieldWhere, FieldDetectedBy, FieldDeclared, FieldNoticed, FieldContacts, FieldMeasure,
		FieldTLDR, FieldSummary, FieldTags, FieldZone, FieldWord, FieldStatus, FieldPublishTo, FieldTold}
}

// Milestone returns which milestone the field holds, false for a field of text. Its time is
// read and written as a Moment, with SetMilestone.
func (f Field) Milestone() (MilestoneKind, bool) {
	kind := MilestoneKind(strings.ToLower(string(f)))
	return kind, slices.Contains(MilestoneKinds(), kind)
}

// Body tells that the field holds paragraphs, not a line.
func (f Field) Body() bool { return f == FieldImpact || f == FieldSummary }

// Choices lists the words from which the field is chosen, none where any text will do.
func (f Field) Choices() []string {
	var words []string
	switch f {
	case FieldKind:
		for _, k := range IncidentKinds() {
			words = append(words, string(k))
		}
	case FieldSeverity:
		words = []string{"1", "2", "3", "4", "5"}
	case FieldDetectedBy:
		for _, d := range Detectors() {
			words = append(words, string(d))
		}
	case FieldWord:
		words = Words()
	case FieldStatus:
		for _, s := range Statuses() {
			words = append(words, string(s))
		}
	}
	return words
}

// Field returns what the field holds as a person types it, "" where it is empty. A milestone
// and the time of the meeting are shown in the record's zone by who draws them; here a milestone
// is what was typed, and the meeting stands in UTC.
func (p Postmortem) Field(f Field) string {
	switch f {
	case FieldTitle:
		return p.Header.Title
	case FieldKind:
		return string(p.Incident.Kind)
	case FieldSeverity:
		if p.Incident.Severity == 0 {
			return ""
		}
		return strconv.Itoa(p.Incident.Severity)
	case FieldOwner:
		return p.Attendee(p.Header.Owner).Name
	case FieldFacilitator:
		return p.Attendee(p.Header.Facilitator).Name
	case FieldNoteTaker:
		return p.Attendee(p.Header.NoteTaker).Name
	case FieldImpact:
		return p.Incident.Impact
	case FieldSystems:
		return p.Incident.Systems.String()
	case FieldDriftSignal:
		return p.Header.DriftSignal
	case FieldMeeting:
		return FormatTime(p.Meeting().PlannedAt)
	case FieldWhere:
		return p.Meeting().Where
	case FieldDetectedBy:
		return Tidy(string(p.Incident.DetectedBy) + " " + p.Incident.DetectedByWhat)
	case FieldContacts:
		return p.Incident.CustomerContact
	case FieldMeasure:
		return p.Incident.Measure
	case FieldTLDR:
		return p.Header.TLDR
	case FieldSummary:
		return p.Header.Summary
	case FieldTags:
		return p.Header.Tags.String()
	case FieldZone:
		return p.Header.Zone
	case FieldWord:
		return p.Header.WorkingWord
	case FieldStatus:
		return string(p.Header.Status)
	case FieldPublishTo:
		return p.Header.PublishTo
	case FieldTold:
		return p.Header.ToldDirect
	}
	if kind, ok := f.Milestone(); ok {
		return p.Milestone(kind).Typed
	}
	return ""
}
