// Package sampletest makes records of any size, for benchmarks and overfull screens.
package sampletest

import (
	"fmt"
	"strconv"
	"time"

	"debrief/model"
	"debrief/model/sample"
)

// Large returns a record with that many events, the same at each call: 60 attendees, two accounts
// for each tenth event, and cards, learnings, countermeasures, parked ideas and evidence in
// proportion, at least one of each. Its meeting is that of the sample.
func Large(events int) model.Postmortem {
	began := time.Date(2026, 3, 12, 12, 40, 0, 0, time.UTC)
	b := builder{now: began.AddDate(0, 0, 7), pos: make(map[model.Table]string)}
	id := sample.ID("large")
	b.p.Header = model.Header{
		ID: id, Title: "A long night of " + strconv.Itoa(events) + " rows", Status: model.StatusDraft,
		Created: began, Owner: person(0), Facilitator: person(1), NoteTaker: person(2), Zone: sample.Zone,
		Phase: model.PhaseTimeline, Summary: "Made to measure: many rows of every table.",
	}
	b.p.Incident = model.Incident{ID: id, Kind: model.Unscheduled, Severity: 1, Impact: "Many people, for a long time.", Systems: model.ListOf("checkout", "search")}
	b.p.Milestones = []model.Milestone{
		{Kind: model.Began, When: model.Moment{At: began, Zone: sample.Zone}},
		{Kind: model.Resolved, When: model.Moment{At: began.Add(30 * time.Hour), Zone: sample.Zone}},
	}
	for i := range 60 {
		b.p.Attendees = append(b.p.Attendees, model.Attendee{
			ID: person(i), Handle: fmt.Sprintf("person%02d", i), Name: fmt.Sprintf("%s %s", pick(firstNames(), i), pick(lastNames(), i/8)),
			Team: pick([]string{"payments", "search", "platform", "support"}, i), Roles: model.AllRoles()[i%6], Away: i%11 == 10, Pos: b.next(model.Attendees),
		})
	}
	for i := range events {
		b.event(i, began.Add(time.Duration(i)*17*time.Second))
	}
	if events > 0 {
		b.talk(events)
	}
	meeting := sample.Postmortem(b.now)
	b.p.Sessions, b.p.PhaseMinutes = meeting.Sessions, meeting.PhaseMinutes
	b.p.Sessions[0].Facilitator = person(1)
	return b.p
}

// builder puts rows into the record and gives each table's rows their positions in turn.
type builder struct {
	p    model.Postmortem
	now  time.Time // when the meeting is
	pos  map[model.Table]string
	rows int
}

// next returns the position of the next row of the table.
func (b *builder) next(table model.Table) string {
	b.pos[table] = model.After(b.pos[table])
	return b.pos[table]
}

// id returns a fixed id for a row that nothing refers to.
func (b *builder) id(table model.Table) model.ID {
	b.rows++
	return nth(string(table), b.rows)
}

func (b *builder) event(i int, at time.Time) {
	kinds := model.EventKinds()
	e := model.Event{
		ID: nth("event", i), When: model.Moment{At: at, Zone: sample.Zone}, Kind: kinds[i%len(kinds)],
		What: fmt.Sprintf("%s of %s, reading %d", pick(happenings(), i), pick(systems(), i/3), i*37%991), Pos: b.next(model.Events),
	}
	b.p.Events = append(b.p.Events, e)
	if i%10 == 0 {
		for j := range 2 {
			b.p.Accounts = append(b.p.Accounts, model.Account{
				ID: b.id(model.Accounts), Event: e.ID, Attendee: person(i/10 + j), Source: model.SaidInRoom,
				Text: fmt.Sprintf("The graph of %s stood at %d; I read it as a peak.", pick(systems(), i+j), i%200), Pos: b.next(model.Accounts),
			})
		}
	}
	if i%20 == 0 {
		b.p.Knowings = append(b.p.Knowings, model.Knowing{
			ID: b.id(model.Knowings), Event: e.ID, Attendee: person(i / 20), State: model.KnownAt,
			When: model.Moment{At: at.Add(12 * time.Minute), Zone: sample.Zone}, Pos: b.next(model.Knowings),
		})
	}
	if i%50 == 0 {
		card := model.DecisionPoint{ID: nth("card", i), Event: e.ID, Attendee: person(i / 50), Pos: b.next(model.DecisionPoints)}
		b.p.DecisionPoints = append(b.p.DecisionPoints, card)
		for _, field := range model.CardFields() {
			b.p.CardLines = append(b.p.CardLines, model.CardLine{
				ID: b.id(model.CardLines), DecisionPoint: card.ID, Field: field,
				Text: fmt.Sprintf("What stood on the screen of %s then", pick(systems(), i/50)), Pos: b.next(model.CardLines),
			})
		}
	}
}

// talk adds what follows from the events: a tenth as many learnings and countermeasures,
// a twentieth as many parked ideas, a fiftieth as many pieces of evidence.
func (b *builder) talk(events int) {
	kinds := model.LearningKinds()
	for i := range max(1, events/10) {
		b.p.Learnings = append(b.p.Learnings, model.Learning{
			ID: nth("learning", i), Kind: kinds[i%len(kinds)], Event: nth("event", i*10%events), Attendee: person(i),
			Text: fmt.Sprintf("Reads of %s share a limit with %s", pick(systems(), i), pick(systems(), i+1)), Pos: b.next(model.Learnings),
		})
		c := model.Countermeasure{
			ID: nth("countermeasure", i), Text: fmt.Sprintf("Page the shift when %s lags %d s", pick(systems(), i), 10+i%90),
			Owner: person(i), By: model.DateOf(b.now).AddDays(1 + i%60), Kind: model.CountermeasureKinds()[i%5], State: model.Open,
			Event: nth("event", i*10%events), Condition: nth("learning", i), Pos: b.next(model.Countermeasures),
		}
		switch i % 7 {
		case 1:
			c.By = model.Date{}
		case 3:
			c.State, c.RestUntil = model.Resting, model.DateOf(b.now).AddDays(2)
		case 5:
			c.State, c.DoneOn = model.Done, model.DateOf(b.now)
		case 6:
			c.State, c.Reason = model.Declined, "covered by another row"
		}
		b.p.Countermeasures = append(b.p.Countermeasures, c)
	}
	for i := range max(1, events/20) {
		b.p.ParkedIdeas = append(b.p.ParkedIdeas, model.ParkedIdea{
			ID: nth("idea", i), Text: fmt.Sprintf("A graph of %s beside the progress bar", pick(systems(), i)), Attendee: person(i),
			Phase: model.PhaseTimeline, Of: model.Events, OfID: nth("event", i*20%events), ParkedAt: b.now, State: model.Waiting, Pos: b.next(model.ParkedIdeas),
		})
	}
	b.p.Artefacts = []model.Artefact{{ID: sample.ID("large chat"), Kind: model.ChatLog, Title: "chat #ops", URL: "https://chat.example.org/ops", Pos: b.next(model.Artefacts)}}
	for i := range max(1, events/50) {
		b.p.Evidence = append(b.p.Evidence, model.Evidence{
			ID: nth("evidence", i), Of: model.Events, OfID: nth("event", i*50%events), Artefact: sample.ID("large chat"),
			Lines: strconv.Itoa(i*7 + 1), Quote: "the graph is flat since a while", Attendee: person(i), Pos: b.next(model.EvidenceRows),
		})
	}
}

func nth(name string, i int) model.ID { return sample.ID("large " + name + " " + strconv.Itoa(i)) }

func person(i int) model.ID { return nth("person", i%60) }

func pick(words []string, i int) string { return words[i%len(words)] }

func firstNames() []string {
	return []string{"Ana", "Ben", "Chao", "Dana", "Emre", "Farah", "Goran", "Hana"}
}

func lastNames() []string {
	return []string{"Silva", "Okafor", "Lin", "Holt", "Berg", "Haddad", "Nair", "Brandt"}
}

func happenings() []string {
	return []string{"Latency graph", "Restart", "Page on error share", "Pool change", "Message from users", "Dashboard view", "Replica lag"}
}

func systems() []string { return []string{"checkout", "stock", "search index", "payments", "login"} }
