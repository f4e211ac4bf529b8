package sample

import "debrief/model"

// cardLine is one line of a card of the sample; who is the teacher, where it teaches.
type cardLine struct {
	field model.CardField
	text  string
	who   string
}

func (b *builder) cards() {
	b.card("rebuild", "chao", []cardLine{
		{model.Cue, "The new field for sizes was merged the day before; it needs a rebuild", ""},
		{model.KnownThen, "The earlier rebuild took two hours, with 40 s of lag", ""},
		{model.KnownThen, "The stock import runs from 22:00 to 04:00", ""},
		{model.Goal, "Sizes can be searched before the campaign", ""},
		{model.Pressure, "The campaign mail of the next day names the new search", ""},
		{model.Options, "rebuild at once", ""},
		{model.Options, "rebuild after the campaign", ""},
		{model.Sensible, "Four rebuilds went well in the afternoon, with people at hand", ""},
		{model.Needed, "The lag beside the rebuild's own progress bar", ""},
		{model.Teaches, "How a rebuild runs and how to pause it", "chao"},
	})
	b.card("pool", "ben", []cardLine{
		{model.Cue, "Pool graph flat at its limit since 14:03", ""},
		{model.KnownThen, "Latency 2.4 s, error share 2 %, one page open", ""},
		{model.KnownThen, "Payment provider had trouble two days before", ""},
		{model.Goal, "Keep checkout up for the evening peak", ""},
		{model.Pressure, "Second page of the day; alone on the shift until 14:15", ""},
		{model.Options, "wait for more data", ""},
		{model.Options, "lower the pool", ""},
		{model.Options, "restart the workers", ""},
		{model.Sensible, "It is reversible in seconds, and it worked two days before", ""},
		{model.Teaches, "What a pool at its limit can mean: a peak, or slow answers behind it", "ben"},
	})
	b.card("pause", "chao", []cardLine{
		{model.Cue, "Ben on the phone: lag reads 9 min", ""},
		{model.KnownThen, "A paused rebuild goes on where it stopped", ""},
		{model.Goal, "Let the replicas catch up", ""},
	})
}

func (b *builder) card(event, who string, lines []cardLine) {
	card := model.DecisionPoint{ID: ID("card " + event), Event: ID(event), Attendee: ID(who), Pos: b.next(model.DecisionPoints)}
	b.p.DecisionPoints = append(b.p.DecisionPoints, card)
	for _, l := range lines {
		row := model.CardLine{ID: b.id(model.CardLines), DecisionPoint: card.ID, Field: l.field, Text: l.text, Pos: b.next(model.CardLines)}
		if l.who != "" {
			row.Attendee = ID(l.who)
		}
		b.p.CardLines = append(b.p.CardLines, row)
	}
}

func (b *builder) learnings() {
	for _, l := range []model.Learning{
		{Kind: model.Surprise, Text: "Stock reads at checkout go to the replicas", Event: ID("lag"), Attendee: ID("omar")},
		{Kind: model.Surprise, Text: "The lag alert goes to a mailing list since the spring", Event: ID("lag"), Attendee: ID("chao")},
		{Kind: model.WentWell, Text: "Lowering the pool kept two thirds of checkouts working", Event: ID("pool")},
		{Kind: model.Lucky, Text: "The evening campaign had been moved to the next day"},
		{Kind: model.Condition, Text: "Rebuild speed has no limit tied to replica lag", Event: ID("rebuild"), Attendee: ID("chao")},
		{ID: ID("late answer"), Kind: model.Condition, Text: "Checkout treats a late stock answer as an error", Event: ID("errors"), Attendee: ID("ana")},
		{Kind: model.OpenQuestion, Text: "Who reads the db mailing list outside working hours?", Event: ID("lag"), Attendee: ID("ben"), By: b.today.AddDays(4)},
		{Kind: model.WeakerSignal, Text: "Lag of 40 s during the earlier rebuild", Seen: b.today.AddDays(-56).String()},
	} {
		if l.ID == "" {
			l.ID = b.id(model.Learnings)
		}
		l.Pos = b.next(model.Learnings)
		b.p.Learnings = append(b.p.Learnings, l)
	}
}

func (b *builder) countermeasures() {
	day := b.today.AddDays
	for _, c := range []model.Countermeasure{
		{ID: ID("send alert"), Text: "Send the replica lag alert to the on-call pager", Owner: ID("ben"), By: day(8), Kind: model.Detect,
			DoneWhen: "a lag of 60 s in staging pages the shift", Ticket: "OPS-1412", Event: ID("lag"), State: model.Open, ReadBack: b.minute(57)},
		{Text: "Reject rebuilds between 12:00 and 20:00", Owner: ID("chao"), By: day(4), Kind: model.Prevent,
			DoneWhen: "a rebuild started at 13:00 in staging stops with a message", Event: ID("rebuild"), State: model.Open},
		{Text: "Stock reads at checkout use the primary", Owner: ID("ana"), Kind: model.Mitigate,
			DoneWhen: "lag of 10 min in staging leaves checkout below 1 s", Condition: ID("late answer"), State: model.Open},
		{ID: ID("tie"), Text: "Tie rebuild speed to replica lag", Owner: ID("chao"), Kind: model.Prevent, Event: ID("rebuild"),
			State: model.Resting, RestUntil: day(4)},
		{Text: "Show planned rebuilds in the shift calendar", Owner: ID("chao"), By: day(-1), Kind: model.Detect, Event: ID("rebuild"),
			State: model.Done, DoneOn: day(-2), Closing: "the next three rebuilds stand in it", TestedOn: day(-1), TestResult: "the next shift saw the entry"},
		{ID: ID("post"), Text: "Post each pool change in the ops channel", Owner: ID("ben"), Kind: model.Detect, Event: ID("pool"),
			State: model.Declined, Reason: "the deploy log shows them already, in the same channel"},
	} {
		if c.ID == "" {
			c.ID = b.id(model.Countermeasures)
		}
		c.Pos = b.next(model.Countermeasures)
		b.p.Countermeasures = append(b.p.Countermeasures, c)
	}
}

func (b *builder) parked() {
	for _, i := range []model.ParkedIdea{
		{Text: "Alert on replica lag", OfID: ID("lag"), ParkedAt: b.minute(21), State: model.Merged, Countermeasure: ID("send alert")},
		{Text: "Show pool changes in the ops channel", Attendee: ID("omar"), OfID: ID("pool"), ParkedAt: b.minute(17), State: model.Unparked, Countermeasure: ID("post")},
		{Text: "Tie rebuild speed to replica lag", Attendee: ID("chao"), OfID: ID("rebuild"), ParkedAt: b.minute(12), State: model.Unparked, Countermeasure: ID("tie")},
		{Text: "Call the support lead at 5 % error share", Attendee: ID("ana"), OfID: ID("messages"), ParkedAt: b.minute(26), State: model.Waiting},
		{Text: "A graph of lag on the checkout dashboard", Attendee: ID("omar"), OfID: ID("dashboard"), ParkedAt: b.minute(27), State: model.Waiting},
	} {
		i.ID, i.Phase, i.Of, i.Pos = b.id(model.ParkedIdeas), model.PhaseTimeline, model.Events, b.next(model.ParkedIdeas)
		b.p.ParkedIdeas = append(b.p.ParkedIdeas, i)
	}
}
