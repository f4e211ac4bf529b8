package model

import (
	"time"
	"unicode/utf8"
)

// Header is the post-mortem's own row.
type Header struct {
	ID          ID        `json:"id"`
	Title       string    `json:"title"`
	Status      Status    `json:"status"`
	Created     time.Time `json:"created,omitzero"`
	Deleted     time.Time `json:"deleted,omitzero"` // zero while it is not deleted
	Owner       ID        `json:"owner,omitzero"`   // an attendee, like the two below
	Facilitator ID        `json:"facilitator,omitzero"`
	NoteTaker   ID        `json:"note_taker,omitzero"`
	Zone        string    `json:"zone,omitzero"` // IANA name; times are shown in it
	Tags        List      `json:"tags,omitzero"`
	TLDR        string    `json:"tldr,omitzero"`
	Summary     string    `json:"summary,omitzero"`      // body
	DriftSignal string    `json:"drift_signal,omitzero"` // what the room does when the talk drifts
	PublishTo   string    `json:"publish_to,omitzero"`
	ToldDirect  string    `json:"told_directly,omitzero"`
	Phase       Phase     `json:"phase,omitzero"`        // where the meeting stands
	NamesOff    bool      `json:"names_off,omitzero"`    // roles instead of names on the screen, when it is opened; kept, no longer written
	Unshared    bool      `json:"unshared,omitzero"`     // the room does not see the screen; kept, no longer written
	PublishedAt time.Time `json:"published_at,omitzero"` // when the page was last written
	PublishedTo string    `json:"published_to,omitzero"` // where that page was written
	WorkingWord string    `json:"word_for_it,omitzero"`  // "post-mortem", "learning review", "retrospective"; empty follows the setting
	// PageNamesOff is NamesOff for the page, chosen separately.
	PageNamesOff bool `json:"page_names_off,omitzero"`
}

// Table returns Headers.
func (Header) Table() Table { return Headers }

// Key returns the row's id.
func (r Header) Key() ID { return r.ID }

// Visit shows v every field.
func (r Header) Visit(v Visitor) Row { r.Fields(v); return r }

// Fields shows v every field, in the order of the store.
func (r *Header) Fields(v Visitor) {
	v.Key(&r.ID)
	v.Text(&r.Title, Line("Title").Needed("say in a few words what happened").As("Title"))
	v.Word(letters(&r.Status), Word("Status"))
	v.Time(&r.Created, Word("Created"))
	v.Time(&r.Deleted, Word("Deleted"))
	v.Link(&r.Owner, Attendees, Refers("Owner"))
	v.Link(&r.Facilitator, Attendees, Refers("Facilitator"))
	v.Link(&r.NoteTaker, Attendees, Refers("Note-taker"))
	v.Text(&r.Zone, Word("Time zone"))
	v.List(&r.Tags, Line("Tags"))
	v.Text(&r.TLDR, Line("In short").As("In short"))
	v.Text(&r.Summary, Body("Summary").As("Summary"))
	v.Text(&r.DriftSignal, Line("Drift signal").As("Drift signal"))
	v.Text(&r.PublishTo, Line("Publish to").Unsought())
	v.Text(&r.ToldDirect, Line("Told directly").As("Told directly"))
	v.Number(number(&r.Phase), 0, int(PhaseClose), Word("Phase").Outside(phaseRange))
	v.Flag(&r.NamesOff)
	v.Flag(&r.Unshared)
	v.Time(&r.PublishedAt, Word("Published at"))
	v.Text(&r.PublishedTo, Line("Published to").Unsought())
	v.Text(&r.WorkingWord, Line("Word for it").Unsought().Nameless())
	v.Flag(&r.PageNamesOff)
}

func (r Header) rules(say report) {
	if utf8.RuneCountInString(r.Title) > MaxTitle {
		say.of("Title", "is longer than %d letters; shorten it and put the rest into the summary.", MaxTitle)
	}
}

// Incident is the facts of what is reviewed. There is one a record, with the record's own id.
type Incident struct {
	ID              ID           `json:"id"`
	Kind            IncidentKind `json:"kind"`
	Severity        int          `json:"severity,omitzero"` // 1 is worst, 5 least; 0 is not said
	DetectedBy      Detector     `json:"detected_by,omitzero"`
	DetectedByWhat  string       `json:"detected_by_what,omitzero"` // which alert, who
	Impact          string       `json:"impact,omitzero"`           // body
	CustomerContact string       `json:"customer_contacts,omitzero"`
	Measure         string       `json:"business_measure,omitzero"`
	Systems         List         `json:"systems,omitzero"`
}

// Table returns Incidents.
func (Incident) Table() Table { return Incidents }

// Key returns the row's id.
func (r Incident) Key() ID { return r.ID }

// Visit shows v every field.
func (r Incident) Visit(v Visitor) Row { r.Fields(v); return r }

// Fields shows v every field, in the order of the store.
func (r *Incident) Fields(v Visitor) {
	v.Key(&r.ID)
	v.Word(letters(&r.Kind), Word("Kind"))
	v.Number(number(&r.Severity), 0, 5, Word("Severity").Outside(severityRange))
	v.Word(letters(&r.DetectedBy), Word("Detected by").Optional())
	v.Text(&r.DetectedByWhat, Line("Detected by what").As("Detected by"))
	v.Text(&r.Impact, Body("Impact").As("Impact"))
	v.Text(&r.CustomerContact, Line("Customer contacts").As("Customer contacts"))
	v.Text(&r.Measure, Line("Business measure").As("Business measure"))
	v.List(&r.Systems, Line("Systems"))
}

// Milestone is one of the times of an incident: began, detected, declared, publicly noticed,
// mitigated, resolved. Its id is its kind, so there is one of each at most.
type Milestone struct {
	Kind MilestoneKind `json:"kind"`
	When Moment        `json:"when"`
}

// Table returns Milestones.
func (Milestone) Table() Table { return Milestones }

// Key returns the row's id.
func (r Milestone) Key() ID { return ID(r.Kind) }

// Visit shows v every field.
func (r Milestone) Visit(v Visitor) Row { r.Fields(v); return r }

// Fields shows v every field, in the order of the store.
func (r *Milestone) Fields(v Visitor) {
	v.Word(letters(&r.Kind), Word("Kind"))
	v.Moment(&r.When, Line("Milestone"))
}

func (r Milestone) rules(say report) {
	if r.When.IsZero() {
		say.of("Milestone", "%s has no time; give one or leave it out.", r.Kind)
	}
}
