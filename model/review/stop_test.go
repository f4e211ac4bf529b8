package review

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"debrief/model"
	"debrief/model/capture"
	"debrief/model/wording"
)

// stopped is the stop of an edit that has to be stopped.
func stopped(t *testing.T, by *wording.Guard, p, after model.Postmortem) Stop {
	t.Helper()
	v := Change(by, edited(p, after))
	if v.Stop == nil {
		t.Fatal("nothing is stopped")
	}
	return *v.Stop
}

// recorded is the stop of a text that is recorded.
func recorded(t *testing.T, by *wording.Guard, p model.Postmortem, row model.Row, field string) Stop {
	t.Helper()
	s, ok := Recorded(p, model.ProseAt{Table: row.Table(), ID: row.Key(), Field: field}, by.Check(textOf(row, field), contextOf(row)))
	if !ok || len(s.Found) == 0 {
		t.Fatalf("%t, found is %v", ok, s.Found)
	}
	return s
}

func TestAStopProposesAFactAndAnIdea(t *testing.T) {
	by, ed, p := setting(t)
	parked, _, err := ed.Park(p, model.ParkedIdea{Text: "We could have alerted on replica lag", Phase: model.PhaseTimeline})
	if err != nil {
		t.Fatal(err)
	}
	soft := event(p, "Ana did not check the graph")
	firm := event(p, ifWeHad)
	for _, c := range []struct {
		name       string
		stop       Stop
		fact, idea string
	}{
		{"an event", stopped(t, by, p, firm), "At 13:52 there was no alert on replica lag.", "Alert on replica lag"},
		{"recorded", recorded(t, by, firm, firm.Events[2], "what"), "At 13:52 there was no alert on replica lag.", "Alert on replica lag"},
		{"soft words: the text is the fact, to be changed", recorded(t, by, soft, soft.Events[2], "what"), "Ana did not check the graph", ""},
		{"an idea: what did not happen is none", stopped(t, by, p, parked), "", "Alert on replica lag"},
	} {
		if fact, idea := c.stop.Halves(by); fact != c.fact || idea != c.idea {
			t.Errorf("%s: got %q and %q, want %q and %q", c.name, fact, idea, c.fact, c.idea)
		}
	}
	if _, ok := Recorded(p, model.ProseAt{Table: model.Events, ID: "gone", Field: "what"}, nil); ok {
		t.Error("words of a row that is gone are there")
	}
}

func TestAnAnswerSaysWhatItLacks(t *testing.T) {
	by, ed, p := setting(t)
	people := capture.NewPeople(p.Attendees)
	firm := event(p, ifWeHad)
	line := stopped(t, by, p, firm)
	declined, err := ed.Decline(p, p.Countermeasures[0].ID, "We would have seen it")
	if err != nil {
		t.Fatal(err)
	}
	p.Findings[0].Reason = "We would have seen it"
	for _, c := range []struct {
		name   string
		stop   Stop
		answer Answer
		fault  string // its beginning, "" where it may be carried out
	}{
		{"rewording is done in the line", line, Answer{Way: Reword}, "change the words in the line"},
		{"a line that cannot be recorded", Stop{Row: line.Row, Fault: "too long"}, Answer{Way: Dismiss}, "too long"},
		{"no idea", line, Answer{Way: Park, Fact: "It was seen"}, "there is no idea yet"},
		{"the idea alone", line, Answer{Way: Park, Idea: "Page on lag"}, ""},
		{"the idea alone of a recorded text", recorded(t, by, firm, firm.Events[2], "what"), Answer{Way: Park, Idea: "Page on lag"}, "there is no fact for the place"},
		{"declined without a reason", stopped(t, by, p, declined), Answer{Way: Park, Idea: "Page on lag"}, "a declined row says why"},
		{"a fact with the words", line, Answer{Way: Park, Fact: "We would have seen it", Idea: "Page on lag"}, "the fact still tells"},
		{"an idea with the words", line, Answer{Way: Park, Fact: "It was seen", Idea: "We would have seen it"}, "the idea still holds"},
		{"a quotation of nobody", line, Answer{Way: Quote}, ""},
		{"of one person", line, Answer{Way: Quote, Who: "@ben"}, ""},
		{"of somebody unknown", line, Answer{Way: Quote, Who: "@nobody"}, "who said it?"},
		{"no reason", line, Answer{Way: Dismiss}, "say the reason in a few words"},
		{"a reason with the words", line, Answer{Way: Dismiss, Reason: "we would have seen it"}, "say the reason in other words"},
		{"a reason", line, Answer{Way: Dismiss, Reason: "his own words"}, ""},
		{"a reason for a reason", recorded(t, by, p, p.Findings[0], "reason"), Answer{Way: Dismiss, Reason: "his own words"}, "these words are a reason themselves"},
	} {
		if _, fault := c.stop.Settle(by, people, c.answer); !strings.HasPrefix(fault, c.fault) || fault != "" && c.fault == "" {
			t.Errorf("%s: got %q, want %q", c.name, fault, c.fault)
		}
	}
}

func TestAnAnswerIsCarriedOutInTheSameChange(t *testing.T) {
	by, ed, p := setting(t)
	ben := p.Attendees[1]
	people := capture.NewPeople(p.Attendees)
	const words = "We would have seen it"
	next := func(p model.Postmortem, _ model.ID, err error) model.Postmortem { return must(t)(p, err) }
	place := model.ProseAt{Table: model.Events, ID: p.Events[1].ID}
	park := Answer{Way: Park, Fact: "Nobody saw it", Idea: "Page on lag"}
	quote := Answer{Way: Quote, Who: "@ben"}
	recordedImpact := p
	recordedImpact.Incident.Impact = "Many were slow. " + words + "."
	texts := func(table model.Table, after model.Postmortem) string { // that are not in the sample
		var all []string
		after.Rows(func(r model.Row) {
			if _, had := p.Row(r.Table(), r.Key()); !had && r.Table() == table {
				switch r := r.(type) {
				case model.Event:
					all = append(all, r.What)
				case model.ParkedIdea:
					all = append(all, string(r.Of)+": "+r.Text)
				case model.Account:
					all = append(all, ben.Handle+": "+r.Text)
					if r.Attendee != ben.ID || !r.Quoted {
						all = append(all, "not of ben, or no quotation")
					}
				case model.Evidence:
					all = append(all, string(r.Of)+": "+r.Quote)
				}
			}
		})
		return strings.Join(all, "; ")
	}
	for _, c := range []struct {
		name                             string
		before, after                    model.Postmortem
		answer                           Answer
		in                               model.ProseAt
		events, ideas, accounts, receipt string
		evidence                         string
		dropped                          bool
	}{
		{name: "a new event is parked", before: p, after: next(ed.AddEvent(p, model.Event{What: words}, "")), answer: park, in: place,
			events: "Nobody saw it", ideas: "events: Page on lag", receipt: "parked would have seen"},
		{name: "the idea of a new event alone", before: p, after: next(ed.AddEvent(p, model.Event{What: words}, "")), answer: Answer{Way: Park, Idea: "Page on lag"}, in: place,
			ideas: "events: Page on lag", receipt: "parked would have seen", dropped: true},
		{name: "the idea of an old event alone: it keeps its words", before: p, after: event(p, words), answer: Answer{Way: Park, Idea: "Page on lag"}, in: place,
			ideas: "events: Page on lag", receipt: "parked would have seen"},
		{name: "an account is parked at its event", before: p, after: next(ed.AddAccount(p, model.Account{Event: p.Events[2].ID, Attendee: ben.ID, Text: words, Source: model.SaidInRoom, Quoted: false})),
			answer: Answer{Way: Park, Fact: "Nobody saw it", Idea: "Page on lag"}, in: place, ideas: "events: Page on lag", accounts: "ben: Nobody saw it; not of ben, or no quotation", receipt: "parked would have seen"},
		{name: "a card line is parked at the event of its card", before: p, after: next(ed.AddCardLine(p, model.CardLine{DecisionPoint: p.DecisionPoints[0].ID, Field: model.CardFields()[0], Text: words}, "")),
			answer: park, in: model.ProseAt{}, ideas: "events: Page on lag", receipt: "parked would have seen"},
		{name: "a field of the record is parked at the marked row", before: p, after: func() model.Postmortem { p := p; p.Incident.Impact = words; return p }(), answer: park,
			in: model.ProseAt{Table: model.Attendees, ID: ben.ID}, ideas: ": Page on lag", receipt: "parked would have seen"},
		{name: "an idea is parked as it is", before: p, after: next(ed.Park(p, model.ParkedIdea{Text: "We could have paged", Phase: model.PhaseTimeline})), answer: Answer{Way: Park, Idea: "Page on lag"}, in: place,
			ideas: ": Page on lag", receipt: "parked could have paged"},
		{name: "a new event is quoted at the marked one", before: p, after: next(ed.AddEvent(p, model.Event{What: words}, "")), answer: quote, in: place,
			accounts: "ben: " + words, receipt: "quoted would have seen", dropped: true},
		{name: "an account is quoted as one", before: p, after: next(ed.AddAccount(p, model.Account{Event: p.Events[2].ID, Text: words, Source: model.SaidInRoom})), answer: quote, in: place,
			accounts: "ben: " + words, receipt: "quoted would have seen"},
		{name: "a learning is quoted as evidence of the marked one", before: p, after: next(ed.Add(p, model.Learning{Kind: model.Surprise, Text: words})), answer: quote,
			in: model.ProseAt{Table: model.Learnings, ID: p.Learnings[0].ID}, evidence: "learnings: " + words, receipt: "quoted would have seen", dropped: true},
		{name: "where no row is marked it is evidence of the record", before: p, after: next(ed.Add(p, model.Learning{Kind: model.Surprise, Text: words})), answer: quote,
			in: model.ProseAt{}, evidence: "postmortems: " + words, receipt: "quoted would have seen", dropped: true},
		{name: "a learning in other words keeps its own", before: p, after: func() model.Postmortem {
			l := p.Learnings[0]
			l.Text = words
			return must(t)(ed.Set(p, l))
		}(), answer: quote, in: place, evidence: "learnings: " + words, receipt: "quoted would have seen"},
		{name: "dismissed words stay", before: p, after: next(ed.AddEvent(p, model.Event{What: words}, "")), answer: Answer{Way: Dismiss, Reason: "his own words"}, in: place,
			events: words, receipt: "dismissed would have seen"},
	} {
		s := stopped(t, by, c.before, c.after)
		settlement, fault := s.Settle(by, people, c.answer)
		if fault != "" {
			t.Errorf("%s: %s", c.name, fault)
			continue
		}
		got, dropped, err := settlement.Make(ed, c.before, c.after, c.in, model.PhaseTimeline)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if texts(model.Events, got) != c.events || texts(model.ParkedIdeas, got) != c.ideas || texts(model.Accounts, got) != c.accounts ||
			texts(model.EvidenceRows, got) != c.evidence || outcomes(c.before, got) != c.receipt || dropped != c.dropped {
			t.Errorf("%s: events %q, ideas %q, accounts %q, evidence %q, receipt %q, dropped %t", c.name, texts(model.Events, got), texts(model.ParkedIdeas, got),
				texts(model.Accounts, got), texts(model.EvidenceRows, got), outcomes(c.before, got), dropped)
		}
		if problems := model.Check(got); len(problems) > len(model.Check(c.before)) {
			t.Errorf("%s: %v", c.name, problems)
		}
	}
}

func TestInAFieldAQuotationStaysInPlace(t *testing.T) {
	by, ed, p := setting(t)
	people := capture.NewPeople(p.Attendees)
	after := p
	after.Incident.Impact = "Many were slow. It would have been worse. Support had mail."
	s := stopped(t, by, p, after)
	settlement, fault := s.Settle(by, people, Answer{Way: Quote, Who: "@ben"})
	got, _, err := settlement.Make(ed, p, after, model.ProseAt{}, model.PhaseTimeline)
	if want := "Many were slow. Ben Okafor: “It would have been worse.” Support had mail."; got.Incident.Impact != want || fault != "" || err != nil {
		t.Errorf("%s, %v, the impact is %q", fault, err, got.Incident.Impact)
	}
	// Recorded words are quoted where they stand also in the text that a row consists of; soft ones too.
	before := event(p, "Page: checkout slow. Ben missed the page.")
	s = recorded(t, by, before, before.Events[2], "what")
	settlement, _ = s.Settle(by, people, Answer{Way: Quote})
	got, _, err = settlement.Make(ed, before, before, model.ProseAt{}, model.PhaseTimeline)
	if want := "Page: checkout slow. “Ben missed the page.”"; got.Events[2].What != want || err != nil {
		t.Errorf("%v, the event is %q", err, got.Events[2].What)
	}
	if got := outcomes(before, got); got != "quoted missed" {
		t.Errorf("the receipt says %q", got)
	}
}

func TestAnAnswerToWordsThatChangedMeanwhileIsRefused(t *testing.T) {
	by, ed, p := setting(t)
	after := event(p, "We would have seen it")
	dismiss := Answer{Way: Dismiss, Reason: "his own words"}
	settlement, _ := stopped(t, by, p, after).Settle(by, capture.People{}, dismiss)
	if got, _, err := settlement.Make(ed, p, event(p, "It was seen"), model.ProseAt{}, model.PhaseTimeline); !errors.Is(err, model.ErrGone) || len(got.Findings) != len(p.Findings) {
		t.Errorf("in another edit: %v", err)
	}
	settlement, _ = recorded(t, by, after, after.Events[2], "what").Settle(by, capture.People{}, dismiss)
	if _, _, err := settlement.Make(ed, p, p, model.ProseAt{}, model.PhaseTimeline); !errors.Is(err, model.ErrGone) {
		t.Errorf("of recorded words that are others now: %v", err)
	}
	var problem model.Problem
	settlement, _ = stopped(t, by, p, after).Settle(by, capture.People{}, Answer{Way: Park, Fact: strings.Repeat("x ", 5000), Idea: "Page on lag"})
	if got, _, err := settlement.Make(ed, p, after, model.ProseAt{}, model.PhaseTimeline); !errors.As(err, &problem) || slices.ContainsFunc(got.ParkedIdeas, func(i model.ParkedIdea) bool { return i.Text == "Page on lag" }) {
		t.Errorf("with a fact that is too long: %v", err)
	}
}

func TestTheLabelSaysWhatTheAnswerRecords(t *testing.T) {
	for _, c := range []struct {
		answer Answer
		want   string
	}{
		{Answer{Way: Park, Fact: "x"}, "Fact recorded, idea parked"},
		{Answer{Way: Park}, "Idea parked"},
		{Answer{Way: Quote}, "Quotation kept"},
		{Answer{Way: Dismiss}, "Row added"},
	} {
		if got := c.answer.Label("Row added"); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
