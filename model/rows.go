package model

import "time"

// A Row is one line of one table of a record. Every row type is a flat struct that is compared
// with ==: that is how Diff sees what changed. A text field is either a line (one row of plain
// text) or a body (paragraphs, lists, code and links); a comment says "body" where it is one.
type Row interface {
	Table() Table
	// Key is the row's id, unique within its table and record.
	Key() ID
}

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
	NamesOff    bool      `json:"names_off,omitzero"`    // roles instead of names on the screen
	Unshared    bool      `json:"unshared,omitzero"`     // the room does not see the screen; shared is the default
	PublishedAt time.Time `json:"published_at,omitzero"` // when the page was last written
	PublishedTo string    `json:"published_to,omitzero"` // where that page was written
	WorkingWord string    `json:"word_for_it,omitzero"`  // "post-mortem", "learning review", "retrospective"; empty follows the setting
	// PageNamesOff is NamesOff for the page, chosen separately.
	PageNamesOff bool `json:"page_names_off,omitzero"`
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

// Milestone is one of the times of an incident: began, detected, declared, publicly noticed,
// mitigated, resolved. Its id is its kind, so there is one of each at most.
type Milestone struct {
	Kind MilestoneKind `json:"kind"`
	When Moment        `json:"when"`
}

// Session is one sitting of a post-mortem.
type Session struct {
	ID          ID            `json:"id"`
	Start       time.Time     `json:"start,omitzero"`
	End         time.Time     `json:"end,omitzero"`
	Facilitator ID            `json:"facilitator,omitzero"`
	Minutes     int           `json:"minutes,omitzero"` // planned length
	Gate        GateAnswer    `json:"gate,omitzero"`
	GateAt      time.Time     `json:"gate_at,omitzero"`
	Hands       int           `json:"hands,omitzero"` // people counted when the hands went up
	Learned     int           `json:"learned,omitzero"`
	Differently int           `json:"works_differently,omitzero"`
	ComesAgain  int           `json:"comes_again,omitzero"`
	HandsAsked  HandQuestions `json:"hands_asked,omitzero"` // the questions whose count is known
	TryNext     string        `json:"try_next,omitzero"`    // what the room tries out next as a calculated risk
	Pos         string        `json:"pos"`
	PlannedAt   time.Time     `json:"planned_at,omitzero"` // when it is to begin
	Where       string        `json:"where,omitzero"`      // a room, or the address of a call
	ClockAt     time.Time     `json:"clock_at,omitzero"`   // since when the clock runs; zero while it stands
}

// PhaseMinutes is the plan and the clock of one phase in one session.
type PhaseMinutes struct {
	ID      ID    `json:"id"`
	Session ID    `json:"session"`
	Phase   Phase `json:"phase"`
	Planned int   `json:"planned,omitzero"`        // minutes
	Actual  int   `json:"actual_seconds,omitzero"` // seconds
	Visited bool  `json:"visited,omitzero"`
	Given   int   `json:"given,omitzero"` // minutes moved here after planning; less than 0 where they were taken away
}

// Attendee is a person of the record.
type Attendee struct {
	ID      ID     `json:"id"`
	Handle  string `json:"handle"` // unique in the record, without @
	Name    string `json:"name"`
	Other   List   `json:"other_names,omitzero"`
	Team    string `json:"team,omitzero"`
	Roles   Roles  `json:"roles,omitzero"`
	Away    bool   `json:"away,omitzero"`
	New     bool   `json:"first_time,omitzero"` // is at a post-mortem for the first time
	Private bool   `json:"private,omitzero"`
	Pos     string `json:"pos"`
	// Seat numbers the people in the order in which they came, from 1; it never changes, so that
	// "Responder B" stays the same person while names are off. 0 is not given yet.
	Seat int `json:"seat,omitzero"`
}

// Event is a row of the timeline.
type Event struct {
	ID      ID        `json:"id"`
	When    Moment    `json:"when,omitzero"`
	What    string    `json:"what"`
	Kind    EventKind `json:"kind,omitzero"`
	Starred bool      `json:"starred,omitzero"`
	Private bool      `json:"private,omitzero"`
	After   ID        `json:"after,omitzero"` // for an untimed event: the row it follows
	Pos     string    `json:"pos"`
}

// Account is one attendee's perspective on an event.
type Account struct {
	ID       ID     `json:"id"`
	Event    ID     `json:"event"`
	Attendee ID     `json:"attendee,omitzero"` // empty: nobody is named
	Text     string `json:"text,omitzero"`     // body; empty: "this person was there", no words yet
	Source   Source `json:"source"`
	Quoted   bool   `json:"quoted,omitzero"` // kept as a quotation, word for word
	Private  bool   `json:"private,omitzero"`
	Pos      string `json:"pos"`
}

// Knowing says when one attendee learned of an event.
type Knowing struct {
	ID       ID           `json:"id"`
	Event    ID           `json:"event"`
	Attendee ID           `json:"attendee,omitzero"` // empty: the people at work on it in general
	State    KnowingState `json:"state"`
	When     Moment       `json:"when,omitzero"` // only where State is KnownAt
	Pos      string       `json:"pos"`
}

// DecisionPoint is a card on the discretionary space: one person at one moment, who decided to
// act or not. Judging that decision lies in hindsight; the card asks how it looked then.
type DecisionPoint struct {
	ID       ID     `json:"id"`
	Event    ID     `json:"event"`
	Attendee ID     `json:"attendee,omitzero"`
	Private  bool   `json:"private,omitzero"`
	Pos      string `json:"pos"`
}

// CardLine is one short line in one field of a decision card.
type CardLine struct {
	ID            ID        `json:"id"`
	DecisionPoint ID        `json:"decision_point"`
	Field         CardField `json:"field"`
	Text          string    `json:"text"`
	Attendee      ID        `json:"attendee,omitzero"` // for Teaches: who teaches it
	Private       bool      `json:"private,omitzero"`
	Pos           string    `json:"pos"`
}

// Learning is something the room learned.
type Learning struct {
	ID       ID           `json:"id"`
	Kind     LearningKind `json:"kind"`
	Text     string       `json:"text"`
	Event    ID           `json:"event,omitzero"`    // the row it came up at
	Attendee ID           `json:"attendee,omitzero"` // who said it; for a question: who answers it
	By       Date         `json:"by,omitzero"`       // for a question: until when
	Seen     string       `json:"seen,omitzero"`     // for a weaker signal: where and when it was seen
	Answer   string       `json:"answer,omitzero"`   // for a question
	Private  bool         `json:"private,omitzero"`
	Pos      string       `json:"pos"`
}

// Countermeasure is what will change.
type Countermeasure struct {
	ID         ID                  `json:"id"`
	Text       string              `json:"text"`
	Owner      ID                  `json:"owner,omitzero"` // an attendee: a person, or a team that agreed
	By         Date                `json:"by,omitzero"`    // target date
	Kind       CountermeasureKind  `json:"kind,omitzero"`
	DoneWhen   string              `json:"done_when,omitzero"` // how we know it is done
	Ticket     string              `json:"ticket,omitzero"`
	Condition  ID                  `json:"condition,omitzero"` // the learning it addresses
	Event      ID                  `json:"event,omitzero"`     // the row it came up at
	State      CountermeasureState `json:"state"`
	RestUntil  Date                `json:"rest_until,omitzero"` // the day on which a resting one is decided
	Reason     string              `json:"reason,omitzero"`     // why it was declined
	DoneOn     Date                `json:"done_on,omitzero"`
	Closing    string              `json:"closing_note,omitzero"`
	TestedOn   Date                `json:"tested_on,omitzero"` // tested again
	TestResult string              `json:"test_result,omitzero"`
	ReadBack   time.Time           `json:"read_back,omitzero"` // when its owner and date were read out and agreed to
	Private    bool                `json:"private,omitzero"`
	Pos        string              `json:"pos"`
}

// ParkedIdea is an idea said before its phase; it waits, linked to its place.
type ParkedIdea struct {
	ID             ID        `json:"id"`
	Text           string    `json:"text"`
	Attendee       ID        `json:"attendee,omitzero"` // who said it
	Phase          Phase     `json:"phase,omitzero"`    // where it was said
	Of             Table     `json:"of,omitzero"`       // the row it is linked to, with OfID
	OfID           ID        `json:"of_id,omitzero"`
	ParkedAt       time.Time `json:"parked_at,omitzero"`
	State          IdeaState `json:"state"`
	Countermeasure ID        `json:"countermeasure,omitzero"` // what it became or was merged with
	Reason         string    `json:"reason,omitzero"`         // why it was declined
	Private        bool      `json:"private,omitzero"`
	Pos            string    `json:"pos"`
}

// Artefact is a chat log, ticket, graph, customer post, external message, file or link.
type Artefact struct {
	ID      ID           `json:"id"`
	Kind    ArtefactKind `json:"kind"`
	Title   string       `json:"title"`
	URL     string       `json:"url,omitzero"`  // address or path
	Text    string       `json:"text,omitzero"` // body: the words of a message, where they are short
	Private bool         `json:"private,omitzero"`
	Pos     string       `json:"pos"`
}

// Evidence ties a row to a place in an artefact.
type Evidence struct {
	ID       ID        `json:"id"`
	Of       Table     `json:"of"` // the row it speaks for, with OfID
	OfID     ID        `json:"of_id"`
	Artefact ID        `json:"artefact,omitzero"`
	Lines    string    `json:"lines,omitzero"` // "118-130"
	URL      string    `json:"url,omitzero"`
	At       time.Time `json:"at,omitzero"`
	Quote    string    `json:"quote,omitzero"`    // body: the quoted text
	Attendee ID        `json:"attendee,omitzero"` // who answers for it
	Private  bool      `json:"private,omitzero"`
	Pos      string    `json:"pos"`
}

// Note is the facilitator's text, of a row or of a phase.
type Note struct {
	ID      ID     `json:"id"`
	Phase   Phase  `json:"phase,omitzero"`
	Of      Table  `json:"of,omitzero"`
	OfID    ID     `json:"of_id,omitzero"`
	Text    string `json:"text"` // body
	Private bool   `json:"private,omitzero"`
	Pos     string `json:"pos"`
}

// Finding is a place in a text where the wording guard asked for another wording, and what
// became of it; the findings together are the wording receipt.
type Finding struct {
	ID       ID             `json:"id"`
	Of       Table          `json:"of,omitzero"`
	OfID     ID             `json:"of_id,omitzero"`
	Field    string         `json:"field,omitzero"`
	Category string         `json:"category"`
	Rule     string         `json:"rule"`
	Firm     bool           `json:"firm,omitzero"`
	Text     string         `json:"text"` // the words that were found
	Outcome  FindingOutcome `json:"outcome"`
	Reason   string         `json:"reason,omitzero"`
	At       time.Time      `json:"at,omitzero"`
	Private  bool           `json:"private,omitzero"`
	Pos      string         `json:"pos"`
}
