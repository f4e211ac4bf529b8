package model

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Limits of text. A title must fit in lists; the others keep one entry from filling the file.
const (
	MaxTitle = 200      // letters
	MaxLine  = 4 << 10  // bytes of a line
	MaxBody  = 64 << 10 // bytes of a body
	MaxHours = 24       // hours of one session
)

// RowProblems returns what is wrong with the row by itself: texts that are too long or not
// text, values that are not in their list, empty fields that must be filled.
func RowProblems(r Row) []Problem {
	var all []Problem
	problems(r, func(p Problem) { all = append(all, p) })
	return all
}

type report func(Problem)

func (say report) of(field, format string, args ...any) {
	say(Problem{Field: field, Words: field + " " + fmt.Sprintf(format, args...)})
}

func (say report) text(field, s string, limit int, size string) bool {
	switch {
	case !utf8.ValidString(s):
		say.of(field, "holds bytes that are not text (UTF-8); type it anew.")
	case strings.ContainsRune(s, 0):
		say.of(field, "holds a NUL character; take it out.")
	case len(s) > limit:
		say.of(field, "is longer than %s; shorten it or put a part into a note.", size)
	default:
		return true
	}
	return false
}

func (say report) line(field, s string) {
	if say.text(field, s, MaxLine, "4 KiB") && strings.ContainsAny(s, "\n\r") {
		say.of(field, "is one line; take the line break out.")
	}
}

func (say report) body(field, s string) { say.text(field, s, MaxBody, "64 KiB") }

func (say report) list(field string, l List) {
	if say.text(field, string(l), MaxLine, "4 KiB") && ListOf(l.Words()...) != l {
		say.of(field, "holds an empty word, or space around one; type the words anew.")
	}
}

func (say report) needed(field, s, what string) {
	if strings.TrimSpace(s) == "" {
		say.of(field, "is empty; %s.", what)
	}
}

func (say report) when(field string, m Moment) {
	say.line(field, m.Typed)
	say.line(field, m.Zone)
	say.instant(field, m.At)
	say.instant(field, m.End)
	switch {
	case m.IsZero() && !m.End.IsZero():
		say.of(field, "has an end but no beginning; give both times.")
	case m.IsZero() && m != Moment{}:
		say.of(field, "says more about a time that is not given; give the time, or leave all of it out.")
	case !m.End.IsZero() && m.End.Before(m.At):
		say.of(field, "ends before it begins; give the earlier time first.")
	}
}

func oneOf[W ~string](say report, field string, value W, list []W, empty bool) {
	if (value == "" && empty) || slices.Contains(list, value) {
		return
	}
	words := make([]string, len(list))
	for i, w := range list {
		words[i] = string(w)
	}
	say.of(field, "%q is not one of %s.", string(value), strings.Join(words, ", "))
}

func (say report) severity(n int) {
	if n < 0 || n > 5 {
		say.of("Severity", "is %d; type a number from 1 (worst) to 5.", n)
	}
}

func (say report) phase(n Phase) {
	if n < 0 || n > PhaseClose {
		say.of("Phase", "is %d; type a number from 1 (Open) to 7 (Close).", int(n))
	}
}

func (say report) roles(r Roles) {
	if r&^union(AllRoles()) != 0 {
		say.of("Roles", "holds a role that is not known; choose from those listed.")
	}
}

func unknownZone(zone string) Problem {
	return Problem{Field: "Time zone", Words: fmt.Sprintf("Time zone %q is not known; type an IANA name such as Europe/Berlin or UTC.", zone)}
}

// problems reports what is wrong with the row by itself.
func problems(r Row, add func(Problem)) {
	say := report(add)
	switch r := r.(type) {
	case Header:
		say.needed("Title", r.Title, "say in a few words what happened")
		say.line("Title", r.Title)
		if utf8.RuneCountInString(r.Title) > MaxTitle {
			say.of("Title", "is longer than %d letters; shorten it and put the rest into the summary.", MaxTitle)
		}
		oneOf(say, "Status", r.Status, Statuses(), false)
		say.line("Time zone", r.Zone)
		say.list("Tags", r.Tags)
		say.line("In short", r.TLDR)
		say.body("Summary", r.Summary)
		say.line("Drift signal", r.DriftSignal)
		say.line("Publish to", r.PublishTo)
		say.line("Told directly", r.ToldDirect)
		say.line("Published to", r.PublishedTo)
		say.line("Word for it", r.WorkingWord)
		say.phase(r.Phase)
		say.instant("Created", r.Created)
		say.instant("Deleted", r.Deleted)
		say.instant("Published at", r.PublishedAt)
	case Incident:
		oneOf(say, "Kind", r.Kind, IncidentKinds(), false)
		say.severity(r.Severity)
		oneOf(say, "Detected by", r.DetectedBy, Detectors(), true)
		say.line("Detected by what", r.DetectedByWhat)
		say.body("Impact", r.Impact)
		say.line("Customer contacts", r.CustomerContact)
		say.line("Business measure", r.Measure)
		say.list("Systems", r.Systems)
	case Milestone:
		oneOf(say, "Kind", r.Kind, MilestoneKinds(), false)
		if r.When.IsZero() {
			say.of("Milestone", "%s has no time; give one or leave it out.", r.Kind)
		}
		say.when("Milestone", r.When)
	case Session:
		oneOf(say, "Gate", r.Gate, []GateAnswer{GateConfirmed, GateGoOn}, true)
		say.number("Minutes", r.Minutes, 0, MaxMinutes)
		say.number("Hands", r.Hands, 0, MaxPeople)
		say.number("Learned", r.Learned, 0, MaxPeople)
		say.number("Works differently", r.Differently, 0, MaxPeople)
		say.number("Comes again", r.ComesAgain, 0, MaxPeople)
		if r.HandsAsked&^union(AllHandQuestions()) != 0 {
			say.of("Hands asked", "holds a question that is not known; leave it out.")
		}
		say.instant("Start", r.Start)
		say.instant("End", r.End)
		say.instant("Gate at", r.GateAt)
		say.instant("Planned at", r.PlannedAt)
		say.instant("Clock at", r.ClockAt)
		say.line("Try next", r.TryNext)
		say.line("Where", r.Where)
		if !r.End.IsZero() && r.End.Before(r.Start) {
			say.of("End", "lies before the start of the session; give the later time.")
		}
	case PhaseMinutes:
		say.phase(r.Phase)
		say.number("Planned", r.Planned, 0, MaxMinutes)
		say.number("Actual seconds", r.Actual, 0, MaxSeconds)
		say.number("Given", r.Given, -MaxMinutes, MaxMinutes)
		if r.Planned >= 0 && r.Given >= -MaxMinutes && r.Planned+r.Given < 0 {
			say.of("Given", "takes %d of %d minutes away; take fewer.", -r.Given, r.Planned)
		}
	case Attendee:
		say.number("Seat", r.Seat, 0, MaxPeople)
		say.roles(r.Roles)
		say.needed("Name", r.Name, "type the person's name")
		say.line("Name", r.Name)
		say.handle(r.Handle)
		say.list("Other names", r.Other)
		say.line("Team", r.Team)
	case Event:
		say.needed("What", r.What, "say what happened")
		say.line("What", r.What)
		say.when("When", r.When)
		oneOf(say, "Kind", r.Kind, EventKinds(), true)
	case Account:
		say.body("Account", r.Text)
		oneOf(say, "Source", r.Source, []Source{SaidInRoom, FromForm, FromLog}, false)
	case Knowing:
		oneOf(say, "Known", r.State, []KnowingState{KnownAtOnce, KnownAt, NobodySaid}, false)
		if r.State == KnownAt && r.When.IsZero() {
			say.of("Known", "has no time; type one, such as 14:21.")
		}
		say.when("When", r.When)
	case CardLine:
		oneOf(say, "Card field", r.Field, CardFields(), false)
		say.needed("Line", r.Text, "say it in a few words")
		say.line("Line", r.Text)
	case Learning:
		oneOf(say, "Kind", r.Kind, LearningKinds(), false)
		say.needed("Learning", r.Text, "say it in a few words")
		say.line("Learning", r.Text)
		say.line("Seen", r.Seen)
		say.line("Answer", r.Answer)
		say.date("By", r.By)
	case Countermeasure:
		say.needed("Countermeasure", r.Text, "say what will change")
		say.line("Countermeasure", r.Text)
		oneOf(say, "Kind", r.Kind, CountermeasureKinds(), true)
		oneOf(say, "State", r.State, []CountermeasureState{Open, Resting, Declined, Done}, false)
		say.line("Done when", r.DoneWhen)
		say.line("Ticket", r.Ticket)
		say.line("Reason", r.Reason)
		say.line("Closing note", r.Closing)
		say.line("Test result", r.TestResult)
		say.date("By", r.By)
		say.date("Rest until", r.RestUntil)
		say.date("Done on", r.DoneOn)
		say.date("Tested on", r.TestedOn)
		say.instant("Read back", r.ReadBack)
	case ParkedIdea:
		say.needed("Idea", r.Text, "say it in a few words")
		say.line("Idea", r.Text)
		oneOf(say, "State", r.State, []IdeaState{Waiting, Unparked, Merged, IdeaDeclined}, false)
		say.phase(r.Phase)
		oneOf(say, "Of", r.Of, Tables(), true)
		say.instant("Parked at", r.ParkedAt)
		say.line("Reason", r.Reason)
	case Artefact:
		oneOf(say, "Kind", r.Kind, ArtefactKinds(), false)
		say.needed("Artefact", r.Title+r.URL+r.Text, "give a title or an address")
		say.line("Title", r.Title)
		say.line("Address", r.URL)
		say.body("Text", r.Text)
	case Evidence:
		say.hangs(r.Of, EvidenceRows)
		say.line("Lines", r.Lines)
		say.line("Address", r.URL)
		say.body("Quotation", r.Quote)
		say.instant("At", r.At)
	case Note:
		say.hangs(r.Of, Notes)
		say.phase(r.Phase)
		say.needed("Note", r.Text, "say it in a few words")
		say.body("Note", r.Text)
	case Finding:
		say.hangs(r.Of, Findings)
		oneOf(say, "Outcome", r.Outcome, []FindingOutcome{Flagged, Reworded, ParkedIf, Quoted, Dismissed}, false)
		say.line("Field", r.Field)
		say.line("Category", r.Category)
		say.line("Rule", r.Rule)
		say.body("Found words", r.Text)
		say.line("Reason", r.Reason)
		say.instant("At", r.At)
	case Setting:
		say.needed("Name", r.Name, "name the setting")
		say.line("Name", r.Name)
		say.body("Value", r.Value)
	case Signal:
		say.needed("Signal", r.Text, "say what was noticed")
		say.line("Signal", r.Text)
		say.line("Source", r.Source)
		say.severity(r.Severity)
		say.line("Reason", r.Reason)
		say.instant("At", r.At)
	case SavedSearch:
		say.line("Name", r.Name)
		say.line("Query", r.Query)
	}
}

// hangs checks what a row of the table hangs on: only on rows of the tables before its own, so
// that no two hang on each other.
func (say report) hangs(on, table Table) {
	if on != "" && !slices.Contains(Tables()[:slices.Index(Tables(), table)], on) {
		say.of("Of", "%q is not a table that %s can be about; name another.", string(on), table)
	}
}

func (say report) handle(h string) {
	switch {
	case h == "":
		say.of("Handle", "is empty; type one, such as @ana.")
	case !utf8.ValidString(h):
		say.of("Handle", "holds bytes that are not text (UTF-8); type it anew.")
	case utf8.RuneCountInString(h) > maxHandle:
		say.of("Handle", "is longer than %d letters; shorten it.", maxHandle)
	case strings.ContainsFunc(h, func(r rune) bool { return !handleRune(r) }):
		say.of("Handle", "@%s may hold letters, digits, dots, dashes and underscores; leave the rest out.", strings.ToValidUTF8(h, ""))
	}
}
