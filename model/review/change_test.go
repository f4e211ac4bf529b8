package review

import (
	"slices"
	"strings"
	"testing"

	"debrief/model"
	"debrief/model/wording"
)

// edit is the edit from p to after, of which all texts were typed.
func edited(p, after model.Postmortem) Edit {
	return Edit{Before: p, After: after, Change: model.Diff("edit", p, after), Typed: true}
}

// event is p with other words in its third event.
func event(p model.Postmortem, what string) model.Postmortem {
	p.Events = slices.Clone(p.Events)
	p.Events[2].What = what
	return p
}

// outcomes are what became of the findings that came to the receipt.
func outcomes(before, after model.Postmortem) string {
	var all []string
	for _, f := range after.Findings {
		if i := slices.IndexFunc(before.Findings, func(b model.Finding) bool { return b.ID == f.ID }); i < 0 {
			all = append(all, string(f.Outcome)+" "+f.Text)
		}
	}
	slices.Sort(all)
	return strings.Join(all, "; ")
}

func TestFirmWordsThatWereTypedStopAnEdit(t *testing.T) {
	by, _, p := setting(t)
	const words = "We would have seen it"
	for _, c := range []struct {
		name  string
		line  string
		typed bool
		what  string
		stops bool
	}{
		{"in the line", "14:02 " + words, false, words, true},
		{"in another case", "WE WOULD HAVE SEEN IT", false, words, true},
		{"in a form", "", true, words, true},
		{"from another row", ">merge", false, words, false},
		{"nothing typed", "", false, words, false},
		{"soft ones", "Ana did not check the graph", false, "Ana did not check the graph", false},
		{"none", "The pool was full", true, "The pool was full", false},
	} {
		e := edited(p, event(p, c.what))
		e.Line, e.Typed = c.line, c.typed
		v := Change(by, e)
		if v.Stop == nil == c.stops {
			t.Errorf("%s: stopped is %t", c.name, v.Stop != nil)
		}
		if v.Stop != nil && (v.Stop.Field != "what" || v.Stop.Text != words || v.Stop.Row.ID != p.Events[2].ID || len(v.Stop.Found) != 1) {
			t.Errorf("%s: stopped was %+v", c.name, v.Stop)
		}
	}
}

func TestWhatStandsAlreadyOrHasAReasonStopsNothing(t *testing.T) {
	by, _, p := setting(t)
	bad := event(p, "We would have seen it")
	starred := event(bad, "We would have seen it")
	starred.Events[2].Starred = true
	if v := Change(by, edited(bad, starred)); v.Stop != nil {
		t.Errorf("words that do not change are stopped: %+v", v.Stop)
	}
	reason := model.Finding{Of: model.Events, OfID: p.Events[2].ID, Field: "what", Rule: "C1", Text: "would have seen", Outcome: model.Dismissed, Reason: "(we could have) his words"}
	bad.Findings = append(slices.Clone(p.Findings), reason)
	if v := Change(by, edited(p, bad)); v.Stop != nil {
		t.Errorf("words with a reason are stopped, or the receipt is: %+v", v.Stop)
	}
	if v := Change(by, edited(bad, p)); v.Stop != nil {
		t.Errorf("a row that goes back is stopped: %+v", v.Stop)
	}
	without := p
	without.Events = p.Events[:2]
	if v := Change(by, edited(p, without)); v.Stop != nil {
		t.Errorf("a row that is removed is stopped: %+v", v.Stop)
	}
}

func TestAStopKnowsWhoSpeaks(t *testing.T) {
	by, ed, p := setting(t)
	ben, chao := p.Attendees[1], p.Attendees[2]
	const words = "We would have seen it"
	made := func(p model.Postmortem, _ model.ID, err error) model.Postmortem { return must(t)(p, err) }
	card := slices.IndexFunc(p.DecisionPoints, func(d model.DecisionPoint) bool { return d.Attendee == chao.ID })
	withEvent, id, err := ed.AddEvent(p, model.Event{What: words}, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		of    string
		after model.Postmortem
		who   string
	}{
		{"an account", made(ed.AddAccount(p, model.Account{Event: p.Events[2].ID, Attendee: ben.ID, Text: words, Source: model.SaidInRoom})), "ben"},
		{"a line of a card", made(ed.AddCardLine(p, model.CardLine{DecisionPoint: p.DecisionPoints[card].ID, Field: model.CardFields()[0], Text: words}, "")), "chao"},
		{"a line of a card of somebody else", made(ed.AddCardLine(p, model.CardLine{DecisionPoint: p.DecisionPoints[card].ID, Attendee: ben.ID, Field: model.CardFields()[0], Text: words}, "")), "ben"},
		{"a learning", made(ed.Add(p, model.Learning{Kind: model.Surprise, Attendee: ben.ID, Text: words})), "ben"},
		{"an idea", made(ed.Park(p, model.ParkedIdea{Attendee: ben.ID, Text: "We could have paged", Phase: model.PhaseTimeline})), "ben"},
		{"a new event", made(ed.AddAccount(withEvent, model.Account{Event: id, Attendee: chao.ID, Text: "so it was", Source: model.SaidInRoom})), "chao"},
		{"a new event of nobody", withEvent, ""},
		{"an old event", event(p, words), ""},
		{"a field", func() model.Postmortem { p := p; p.Incident.Impact = words; return p }(), ""},
	} {
		v := Change(by, edited(p, c.after))
		if v.Stop == nil || v.Stop.Who != c.who {
			t.Errorf("%s is stopped as %+v, want it said by %q", c.of, v.Stop, c.who)
		}
	}
}

func TestWhatWasRewordedIsNotedInTheReceipt(t *testing.T) {
	by, ed, p := setting(t)
	before := event(p, "We would have seen it, and Ana did not check the graph")
	receipt := func(before, after model.Postmortem, stopped ...wording.Finding) string {
		t.Helper()
		next, noted := Change(by, edited(before, after)).Receipt(ed, after, stopped)
		if came := len(next.Findings) - len(after.Findings); noted != (came > 0) {
			t.Errorf("noted is %t, and %d findings came to the receipt", noted, came)
		}
		return outcomes(before, next)
	}
	if got, want := receipt(before, event(p, "It was seen, and Ana did not check the graph")), "reworded would have seen"; got != want {
		t.Errorf("the receipt says %q, want %q", got, want)
	}
	if got, want := receipt(before, event(p, "It was seen")), "reworded did not check; reworded would have seen"; got != want {
		t.Errorf("the receipt says %q, want %q", got, want)
	}
	gone := wording.Finding{Rule: "C1", Text: "would have paged", Firm: true}
	if got, want := receipt(p, event(p, "Nobody was paged"), gone), "reworded would have paged"; got != want {
		t.Errorf("of words that stopped the line: %q, want %q", got, want)
	}
	if got := receipt(p, p, gone); got != "" {
		t.Errorf("of an edit that changes no words: %q", got)
	}
	// What the edit itself says of the words is not said twice.
	settled := event(p, "It was seen, and Ana did not check the graph")
	settled.Findings = append(slices.Clone(p.Findings), model.Finding{ID: "x", Of: model.Events, OfID: p.Events[2].ID, Field: "what", Rule: "C1", Text: "would have seen", Outcome: model.ParkedIf})
	if got, want := receipt(before, settled), "parked would have seen"; got != want {
		t.Errorf("of words that were parked: %q, want %q", got, want)
	}
	// A mark that was noted as left is the same mark.
	left := event(p, before.Events[2].What)
	left = must(t)(NoteLeft(ed, left, Look(by, left).Left(left, left.Findings)))
	after := left
	after.Events = p.Events
	next, _ := Change(by, edited(left, after)).Receipt(ed, after, nil)
	for _, f := range next.Findings {
		if f.Outcome == model.Flagged {
			t.Errorf("still noted as left: %+v", f)
		}
	}
	if len(next.Findings) != len(left.Findings) {
		t.Errorf("%d findings, want %d", len(next.Findings), len(left.Findings))
	}
}
