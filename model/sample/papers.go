package sample

import "debrief/model"

func (b *builder) artefacts() {
	for _, a := range []model.Artefact{
		{ID: ID("chat"), Kind: model.ChatLog, Title: "chat #ops", URL: "https://chat.example.org/ops/archive"},
		{ID: ID("graph"), Kind: model.Graph, Title: "pool-graph.png", URL: "https://graphs.example.org/checkout/pool?from=13:30&to=15:00"},
		{ID: ID("forum"), Kind: model.CustomerPost, Title: "Forum: payment page says try again", URL: "https://forum.example.org/t/4711"},
		{ID: ID("message"), Kind: model.ExternalMessage, Title: "Status page, 14:40",
			Text: "Between 13:58 and 14:31 some orders ended on an error page. Orders work again. If you were charged and have no confirmation, please write to us."},
		{ID: ID("ticket"), Kind: model.Ticket, Title: "OPS-1412", URL: "https://tickets.example.org/OPS-1412"},
	} {
		a.Pos = b.next(model.Artefacts)
		b.p.Artefacts = append(b.p.Artefacts, a)
	}
	for _, e := range []model.Evidence{
		{OfID: ID("pool"), Artefact: ID("graph"), At: b.at("14:09")},
		{OfID: ID("pool"), Artefact: ID("chat"), Lines: "118-128", At: b.at("14:08"), Attendee: ID("ben"),
			Quote: "14:08 ben: pool is flat at 200 since 14:03\n14:09 ben: lowering it to 120, can go back any time\n14:16 ana: seen. provider status page is green"},
		{OfID: ID("messages"), Artefact: ID("forum"), At: b.at("14:06"),
			Quote: "Third time I press pay and it says try again. Is it my card?"},
	} {
		e.ID, e.Of, e.Pos = b.id(model.EvidenceRows), model.Events, b.next(model.EvidenceRows)
		b.p.Evidence = append(b.p.Evidence, e)
	}
	b.p.Notes = []model.Note{
		{ID: b.id(model.Notes), Phase: model.PhaseTimeline, Of: model.Events, OfID: ID("errors"),
			Text: "Nobody in the room saw this graph live; ask Mia which messages came in then.", Pos: b.next(model.Notes)},
		{ID: b.id(model.Notes), Phase: model.PhaseAttendees,
			Text: "Mia is on leave today; read her form aloud and call her tomorrow.", Private: true, Pos: b.next(model.Notes)},
	}
}

func (b *builder) meeting() {
	session := model.Session{
		ID: ID("session"), Start: b.minute(0), Facilitator: ID("priya"), Minutes: 60,
		PlannedAt: b.minute(0), Where: "Room 4 and https://meet.example/review",
		Gate: model.GateConfirmed, GateAt: b.minute(42),
		Hands: 6, Learned: 5, Differently: 4, ComesAgain: 6, HandsAsked: model.LearnedSomething | model.WorksDifferently | model.ComesAgain,
		TryNext: "run the next rebuild with the lag on the shared screen", Pos: b.next(model.Sessions),
	}
	b.p.Sessions = []model.Session{session}
	for _, m := range []struct {
		phase           model.Phase
		planned, actual int // minutes, seconds
	}{
		{model.PhaseOpen, 4, 235},
		{model.PhaseAttendees, 2, 130},
		{model.PhaseTimeline, 21, 1330},
		{model.PhaseDiscretion, 9, 465},
		{model.PhaseLearning, 6, 360},
		{model.PhaseCountermeasures, 14, 840},
		{model.PhaseClose, 4, 60},
	} {
		b.p.PhaseMinutes = append(b.p.PhaseMinutes, model.PhaseMinutes{
			ID: b.id(model.PhaseMinuteRows), Session: session.ID, Phase: m.phase, Planned: m.planned, Actual: m.actual, Visited: true,
		})
	}
	for _, f := range []model.Finding{
		{OfID: ID("lag"), Category: "counterfactual", Rule: "C3", Firm: true, Text: "if we had", Outcome: model.ParkedIf, At: b.minute(21)},
		{OfID: ID("lag"), Category: "hindsight", Rule: "H1", Text: "obviously", Outcome: model.Reworded, At: b.minute(13)},
		{OfID: ID("pool"), Category: "hindsight", Rule: "H1", Text: "simply", Outcome: model.Reworded, At: b.minute(15)},
		{OfID: ID("pool"), Category: "agent as cause", Rule: "A2", Text: "the root cause", Outcome: model.Reworded, At: b.minute(17)},
		{OfID: ID("errors"), Category: "hindsight", Rule: "H3", Text: "wrong", Outcome: model.Reworded, At: b.minute(19)},
		{OfID: ID("status"), Category: "hindsight", Rule: "H1", Text: "clearly", Outcome: model.Quoted, Reason: "said by a customer", At: b.minute(26)},
		{OfID: ID("pause"), Category: "hindsight", Rule: "H1", Text: "of course", Outcome: model.Dismissed, Reason: "an answer to a question", At: b.minute(27)},
	} {
		f.ID, f.Of, f.Field, f.Pos = b.id(model.Findings), model.Events, "what", b.next(model.Findings)
		b.p.Findings = append(b.p.Findings, f)
	}
}
