package sampletest

import (
	"bytes"
	"debrief/model"
	"encoding/binary"
	"time"
)

// Start is the time at which the tests' meetings begin.
func Start() time.Time { return time.Date(2026, 3, 12, 14, 0, 0, 0, time.UTC) }

// ID returns the n-th id, the same in every run.
func ID(n int) model.ID {
	var b [10]byte
	binary.BigEndian.PutUint64(b[:], uint64(n)*0x9e3779b97f4a7c15)
	b[8], b[9] = byte(n>>8), byte(n)
	id, err := model.NewID(bytes.NewReader(b[:]))
	if err != nil {
		panic(err) // ten bytes were there
	}
	return id
}

// Full is a post-mortem with a row in every table and a value in every field. The rows' ids
// begin with ID(first).
func Full(id model.ID, first int) model.Postmortem {
	n := first
	next := func() model.ID { n++; return ID(n) }
	when := model.Moment{At: Start(), End: Start().Add(6 * time.Minute), About: true, Typed: "~14:00-14:06", Zone: "Europe/Berlin"}
	ana := model.Attendee{ID: next(), Handle: "ana", Name: "Ana Souza", Other: model.ListOf("anas"), Team: "payments",
		Roles: model.Responded | model.Diagnosed, Away: true, New: true, Private: true, Pos: "a0", Seat: 1}
	session := model.Session{ID: next(), Start: Start(), End: Start().Add(time.Hour), Facilitator: ana.ID, Minutes: 60,
		Gate: model.GateConfirmed, GateAt: Start().Add(time.Minute), Hands: 8, Learned: 7, Differently: 3, ComesAgain: 1,
		HandsAsked: model.LearnedSomething | model.ComesAgain,
		TryNext:    "a smaller canary", Pos: "a0", PlannedAt: Start().Add(-time.Hour), Where: "room 4", ClockAt: Start().Add(time.Minute)}
	first1 := model.Event{ID: next(), When: when, What: "alert fires", Kind: model.Detection, Starred: true, Private: true, Pos: "a0"}
	second := model.Event{ID: next(), What: "somebody looks at `graph` & <b>", Kind: model.Observed, After: first1.ID, Pos: "a1"}
	card := model.DecisionPoint{ID: next(), Event: first1.ID, Attendee: ana.ID, Private: true, Pos: "a0"}
	learning := model.Learning{ID: next(), Kind: model.OpenQuestion, Text: "why was the limit 80?", Event: first1.ID, Attendee: ana.ID,
		By: model.Date{Year: 2026, Month: 4, Day: 1}, Seen: "on the dashboard", Answer: "nobody knows", Private: true, Pos: "a0"}
	measure := model.Countermeasure{ID: next(), Text: "alert on queue depth", Owner: ana.ID, By: model.Date{Year: 2026, Month: 3, Day: 27},
		Kind: model.Detect, DoneWhen: "it fired in a game day", Ticket: "PAY-118", Condition: learning.ID, Event: first1.ID, State: model.Open,
		RestUntil: model.Date{Year: 2026, Month: 4, Day: 2}, Reason: "none", DoneOn: model.Date{Year: 2026, Month: 4, Day: 3},
		Closing: "works", TestedOn: model.Date{Year: 2026, Month: 4, Day: 4}, TestResult: "fired", ReadBack: Start(), Private: true, Pos: "a0"}
	log := model.Artefact{ID: next(), Kind: model.ChatLog, Title: "#payments", URL: "https://example.com/?a=1&b=2", Text: "two\nlines",
		Private: true, Pos: "a0"}
	return model.Postmortem{
		Header: model.Header{ID: id, Title: "Checkout down — “payments” 日本", Status: model.StatusHeld, Created: Start(), Deleted: Start(),
			Owner: ana.ID, Facilitator: ana.ID, NoteTaker: ana.ID, Zone: "Europe/Berlin", Tags: model.ListOf("db", "on call"),
			TLDR: "it was full", Summary: "one\n\n- two", DriftSignal: "a bell", PublishTo: "wiki", ToldDirect: "support",
			Phase: model.PhaseLearning, NamesOff: true, Unshared: true, PublishedAt: Start(), PublishedTo: "/tmp/page.md", WorkingWord: "learning review", PageNamesOff: true},
		Incident: model.Incident{ID: id, Kind: model.NearMiss, Severity: 2, DetectedBy: model.ByCustomer, DetectedByWhat: "a call",
			Impact: "12 %", CustomerContact: "40", Measure: "orders", Systems: model.ListOf("checkout", "db")},
		Milestones:   []model.Milestone{{Kind: model.Began, When: when}},
		Attendees:    []model.Attendee{ana},
		Sessions:     []model.Session{session},
		PhaseMinutes: []model.PhaseMinutes{{ID: next(), Session: session.ID, Phase: model.PhaseTimeline, Planned: 20, Actual: 1201, Visited: true, Given: 3}},
		Events:       []model.Event{first1, second},
		Accounts: []model.Account{{ID: next(), Event: first1.ID, Attendee: ana.ID, Text: "I saw\n\nit", Source: model.FromForm, Quoted: true,
			Private: true, Pos: "a0"}},
		Knowings:        []model.Knowing{{ID: next(), Event: first1.ID, Attendee: ana.ID, State: model.KnownAt, When: when, Pos: "a0"}},
		DecisionPoints:  []model.DecisionPoint{card},
		CardLines:       []model.CardLine{{ID: next(), DecisionPoint: card.ID, Field: model.Teaches, Text: "how to read it", Attendee: ana.ID, Private: true, Pos: "a0"}},
		Learnings:       []model.Learning{learning},
		Countermeasures: []model.Countermeasure{measure},
		ParkedIdeas: []model.ParkedIdea{{ID: next(), Text: "an idea", Attendee: ana.ID, Phase: model.PhaseTimeline, Of: model.Events, OfID: first1.ID,
			ParkedAt: Start(), State: model.Merged, Countermeasure: measure.ID, Reason: "same", Private: true, Pos: "a0"}},
		Artefacts: []model.Artefact{log},
		Evidence: []model.Evidence{{ID: next(), Of: model.Events, OfID: first1.ID, Artefact: log.ID, Lines: "118-130", URL: "https://example.com",
			At: Start(), Quote: "it is down", Attendee: ana.ID, Private: true, Pos: "a0"}},
		Notes: []model.Note{{ID: next(), Phase: model.PhaseOpen, Of: model.Events, OfID: first1.ID, Text: "ask again", Private: true, Pos: "a0"}},
		Findings: []model.Finding{{ID: next(), Of: model.Accounts, OfID: first1.ID, Field: "text", Category: "counterfactual", Rule: "would have",
			Firm: true, Text: "would have", Outcome: model.Reworded, Reason: "quoted", At: Start(), Private: true, Pos: "a0"}},
	}
}

// FullSettings are settings with a row in every table and a value in every field.
func FullSettings() model.Settings {
	return model.Settings{
		Values:   []model.Setting{{Name: "threshold", Value: "3"}},
		Signals:  []model.Signal{{ID: ID(1), Text: "disk at 80 %", Source: "Ana", Severity: 4, At: Start(), Postmortem: ID(5), Reason: "known", Private: true, Pos: "a0"}},
		Searches: []model.SavedSearch{{ID: ID(2), Name: "mine", Query: "disk", Pos: "a0"}},
	}
}
