package model

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// Status says how far a post-mortem has come.
type Status string

// The statuses of a post-mortem.
const (
	StatusDraft     Status = "draft"
	StatusHeld      Status = "held"
	StatusPublished Status = "published"
	StatusClosed    Status = "closed"
)

// Statuses lists the statuses in the order in which a post-mortem goes through them.
func Statuses() []Status {
	return []Status{StatusDraft, StatusHeld, StatusPublished, StatusClosed}
}

// IncidentKind says what is reviewed. Scheduled and unscheduled are Morgue's two kinds; near
// misses and game days lower the threshold of what is worth a review (The DevOps Handbook, 19).
type IncidentKind string

// The kinds of incident.
const (
	Unscheduled IncidentKind = "unscheduled"
	Scheduled   IncidentKind = "scheduled"
	NearMiss    IncidentKind = "near miss"
	GameDay     IncidentKind = "game day"
)

// IncidentKinds lists the kinds in the order in which they are offered.
func IncidentKinds() []IncidentKind {
	return []IncidentKind{Unscheduled, Scheduled, NearMiss, GameDay}
}

// Detector is who or what noticed the incident first.
type Detector string

// The detectors.
const (
	ByAlert    Detector = "alert"
	ByPerson   Detector = "person"
	ByCustomer Detector = "customer"
)

// Detectors lists the detectors in the order in which they are offered.
func Detectors() []Detector { return []Detector{ByAlert, ByPerson, ByCustomer} }

// MilestoneKind is one of the times that tell the course of an incident.
type MilestoneKind string

// The milestones in the order in which they are expected to happen.
const (
	Began     MilestoneKind = "began"
	Detected  MilestoneKind = "detected"
	Declared  MilestoneKind = "declared"
	Noticed   MilestoneKind = "noticed" // publicly noticed
	Mitigated MilestoneKind = "mitigated"
	Resolved  MilestoneKind = "resolved"
)

// MilestoneKinds lists the milestones in their expected order.
func MilestoneKinds() []MilestoneKind {
	return []MilestoneKind{Began, Detected, Declared, Noticed, Mitigated, Resolved}
}

// EventKind says what sort of thing an event of the timeline is. The empty kind means that
// nobody has said.
type EventKind string

// The kinds of event.
const (
	Detection EventKind = "detection"
	Diagnosis EventKind = "diagnosis"
	Decision  EventKind = "decision"
	Action    EventKind = "action"
	Impact    EventKind = "impact"
	Message   EventKind = "message"
	Observed  EventKind = "observed"
)

// EventKinds lists the kinds of event in the order in which they are offered.
func EventKinds() []EventKind {
	return []EventKind{Detection, Diagnosis, Decision, Action, Impact, Message, Observed}
}

// Source says where an account comes from.
type Source string

// The sources of an account.
const (
	SaidInRoom Source = "room"
	FromForm   Source = "form"
	FromLog    Source = "log"
)

// KnowingState says what is known about when a person learned of an event.
type KnowingState string

// The states of knowing. "Nobody has said yet" is an answer of its own: it is a question for
// the room, not a gap in the record.
const (
	KnownAtOnce KnowingState = "at once"
	KnownAt     KnowingState = "at"
	NobodySaid  KnowingState = "nobody has said yet"
)

// CardField is one of the questions of a decision card.
type CardField string

// The fields of a decision card, in the order in which they are asked.
const (
	Cue       CardField = "cue"
	KnownThen CardField = "known then"
	Goal      CardField = "goal"
	Pressure  CardField = "pressure"
	Options   CardField = "options seen"
	Sensible  CardField = "sensible"
	Needed    CardField = "needed"
	Teaches   CardField = "teaches"
)

// CardFields lists the fields of a decision card in the order in which they are asked.
func CardFields() []CardField {
	return []CardField{Cue, KnownThen, Goal, Pressure, Options, Sensible, Needed, Teaches}
}

// LearningKind says which heading a learning stands under.
type LearningKind string

// The kinds of learning.
const (
	Surprise     LearningKind = "surprise"
	WentWell     LearningKind = "went well"
	Lucky        LearningKind = "lucky"
	Condition    LearningKind = "condition" // contributing condition
	OpenQuestion LearningKind = "question"
	WeakerSignal LearningKind = "signal"
	LatentDefect LearningKind = "defect"
)

// LearningKinds lists the kinds of learning in the order of the screen and the page.
func LearningKinds() []LearningKind {
	return []LearningKind{Surprise, WentWell, Lucky, Condition, OpenQuestion, WeakerSignal, LatentDefect}
}

// CountermeasureKind says what a countermeasure does about the next time.
type CountermeasureKind string

// The kinds of countermeasure.
const (
	Prevent  CountermeasureKind = "prevent"
	Detect   CountermeasureKind = "detect"
	Mitigate CountermeasureKind = "mitigate"
	Recover  CountermeasureKind = "recover"
	Learn    CountermeasureKind = "learn"
)

// CountermeasureKinds lists the kinds of countermeasure in the order in which they are offered.
func CountermeasureKinds() []CountermeasureKind {
	return []CountermeasureKind{Prevent, Detect, Mitigate, Recover, Learn}
}

// CountermeasureState is what a person has said about a countermeasure. Whether an open one is
// decided is never said but follows: see Countermeasure.Standing.
type CountermeasureState string

// The states of a countermeasure.
const (
	Open     CountermeasureState = "open"
	Resting  CountermeasureState = "resting"
	Declined CountermeasureState = "declined"
	Done     CountermeasureState = "done"
)

// IdeaState says what became of a parked idea.
type IdeaState string

// The states of a parked idea.
const (
	Waiting      IdeaState = "waiting"
	Unparked     IdeaState = "unparked" // became a countermeasure
	Merged       IdeaState = "merged"
	IdeaDeclined IdeaState = "declined"
)

// ArtefactKind says what an artefact is.
type ArtefactKind string

// The kinds of artefact.
const (
	ChatLog         ArtefactKind = "chat log"
	Ticket          ArtefactKind = "ticket"
	Graph           ArtefactKind = "graph"
	CustomerPost    ArtefactKind = "customer post"
	ExternalMessage ArtefactKind = "external message"
	File            ArtefactKind = "file"
	Link            ArtefactKind = "link"
)

// ArtefactKinds lists the kinds of artefact in the order in which they are offered.
func ArtefactKinds() []ArtefactKind {
	return []ArtefactKind{ChatLog, Ticket, Graph, CustomerPost, ExternalMessage, File, Link}
}

// FindingOutcome says what became of a finding of the wording guard.
type FindingOutcome string

// The outcomes of a finding.
const (
	Flagged   FindingOutcome = "flagged"
	Reworded  FindingOutcome = "reworded"
	ParkedIf  FindingOutcome = "parked"
	Quoted    FindingOutcome = "quoted"
	Dismissed FindingOutcome = "dismissed"
)

// GateAnswer is what the room said when it was asked whether it agrees on the timeline.
type GateAnswer string

// The answers at the gate; the empty one means that the gate has not opened yet.
const (
	GateConfirmed GateAnswer = "confirmed"
	GateGoOn      GateAnswer = "go on" // opened all the same; the page says "not confirmed by the room"
)

// Roles is a set of the six kinds of stakeholder that belong in the room (The DevOps Handbook,
// chapter 19). The zero value is the empty set.
type Roles uint8

// The six roles.
const (
	Decisions  Roles = 1 << iota // took part in decisions that may have contributed
	Identified                   // identified the problem
	Responded                    // responded to it
	Diagnosed                    // diagnosed it
	Affected                     // was affected by it
	Interested                   // anyone else who is interested
)

// AllRoles lists the six roles in the book's order.
func AllRoles() []Roles {
	return []Roles{Decisions, Identified, Responded, Diagnosed, Affected, Interested}
}

// Has tells whether every role of r is in the set.
func (s Roles) Has(r Roles) bool { return s&r == r }

// Words returns the short names of the roles in the set, in the book's order.
func (s Roles) Words() []string { return wordsOf(RoleWords(), uint8(s)) }

// String returns the short names parted by commas.
func (s Roles) String() string { return strings.Join(s.Words(), ", ") }

// Long returns what one role means, as the meter of the room says it.
func (s Roles) Long() string {
	if s == Decisions {
		return "took part in decisions"
	}
	return s.String()
}

// Someone is who stands for one role, for a sentence that says who is missing.
func (s Roles) Someone() string {
	switch s {
	case Decisions:
		return "someone who took part in decisions"
	case Identified:
		return "someone who noticed it"
	case Responded:
		return "someone who responded"
	case Diagnosed:
		return "someone who diagnosed it"
	case Affected:
		return "someone affected"
	}
	return "someone interested"
}

// ParseRole reads one role by its short name or the beginning of it.
func ParseRole(word string) (Roles, bool) {
	i, ok := matchWord(RoleWords(), word)
	if !ok {
		return 0, false
	}
	return 1 << i, true
}

// MarshalJSON writes the set as an array of short names.
func (s Roles) MarshalJSON() ([]byte, error) { return json.Marshal(s.Words()) }

// UnmarshalJSON reads an array of short names.
func (s *Roles) UnmarshalJSON(b []byte) error {
	bits, err := setOf("role", RoleWords(), b)
	*s = Roles(bits)
	return err
}

// RoleWords lists the short names of the six roles, in the book's order.
func RoleWords() []string {
	return []string{"decisions", "identified", "responded", "diagnosed", "affected", "interested"}
}

// wordsOf returns the names of the bits that are set, in their order.
func wordsOf(names []string, bits uint8) []string {
	words := []string{}
	for i, name := range names {
		if bits&(1<<i) != 0 {
			words = append(words, name)
		}
	}
	return words
}

// setOf reads a JSON array of names as bits.
func setOf(what string, names []string, b []byte) (uint8, error) {
	var words []string
	if err := json.Unmarshal(b, &words); err != nil {
		return 0, err
	}
	var bits uint8
	for _, w := range words {
		i := slices.Index(names, w)
		if i < 0 {
			return 0, fmt.Errorf("%s %q is not one of %s", what, w, strings.Join(names, ", "))
		}
		bits |= 1 << i
	}
	return bits, nil
}

// Match finds the one word of a closed list that typed is, or begins as the only one. It is how
// every #word is read: "#obs" is observed, "#d" is nothing yet where three begin so.
func Match[W ~string](list []W, typed string) (W, bool) {
	words := make([]string, len(list))
	for i, w := range list {
		words[i] = string(w)
	}
	i, ok := matchWord(words, typed)
	if !ok {
		return "", false
	}
	return list[i], true
}

func matchWord(words []string, typed string) (int, bool) {
	typed = strings.ToLower(typed)
	if typed == "" {
		return 0, false
	}
	found := -1
	for i, w := range words {
		if w == typed {
			return i, true
		}
		if strings.HasPrefix(w, typed) || strings.HasPrefix(strings.ReplaceAll(w, " ", ""), typed) {
			if found >= 0 {
				return 0, false
			}
			found = i
		}
	}
	return max(found, 0), found >= 0
}
