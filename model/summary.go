package model

import (
	"strings"
	"time"
)

// Summary is what a list shows of one post-mortem, read without opening it.
type Summary struct {
	ID       ID
	Title    string
	Date     Date // when the incident began, or when the record was made
	Kind     IncidentKind
	Severity int
	Status   Status
	Phase    Phase // where its meeting stands
	Open     int   // countermeasures decided and not done
	Overdue  int   // of these, past their date
	Updated  time.Time
	Deleted  bool
	// Unreadable says why the row cannot be read as it stands in the file, "" where it can. What
	// could be read of it is there all the same, its id at least.
	Unreadable string
}

// Unread is the sentence for a row of a list that cannot be read for that reason.
func Unread(reason string) string {
	return "cannot be read: " + reason + "; debrief doctor says more"
}

// Stage is where a post-mortem stands, in a word for a list: its phase while the meeting is
// not over, its status after that.
func (s Summary) Stage() string {
	if s.Status == StatusDraft && s.Phase != 0 {
		return s.Phase.Short()
	}
	return string(s.Status)
}

// Due is a countermeasure that waits for somebody: overdue, or resting until a day that has come.
type Due struct {
	Postmortem     ID
	Countermeasure ID
	Text           string
	Owner          string // the owner's name
	By             Date
	Resting        bool
	Unreadable     string // as in Summary
}

// Draft is text that is being typed and is not recorded yet. It outlives a crash; the save that
// stores what it became removes it.
type Draft struct {
	Postmortem ID     // empty at home
	Window     string // which window of the program typed it
	Place      string // the screen
	Field      string // the field there, with its row and whether it is private, as the window writes it
	Text       string
	At         time.Time
	// Base is the latest entry of the record's log that the window knows. A draft is refused, as an
	// ErrConflict, where a text was removed for good behind it: it may hold that text. 0 is not checked.
	Base int64
}

// PurgedWindow is under which name a draft of the window waits, once a purge took words out of it.
func PurgedWindow(window string) string {
	const mark = "purged "
	if strings.HasPrefix(window, mark) {
		return window
	}
	return mark + window
}

// SummaryQuery says which post-mortems a list wants.
type SummaryQuery struct {
	Deleted bool // those that were deleted, instead of the others
	Today   Date // what counts as overdue
	Limit   int  // how many, 0 for all
}
