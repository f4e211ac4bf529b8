package sample

import "debrief/model"

func (b *builder) header() {
	id := ID("checkout")
	b.p.Header = model.Header{
		ID:          id,
		Title:       "Checkout errors while the search index rebuilt",
		Status:      model.StatusDraft,
		Created:     b.at("17:10"),
		Owner:       ID("ana"),
		Facilitator: ID("priya"),
		NoteTaker:   ID("lena"),
		Zone:        Zone,
		Tags:        model.ListOf("checkout", "search", "replication"),
		TLDR:        "A planned rebuild of the search index slowed the replicas that checkout reads stock from; for 33 minutes about one checkout in nine ended on an error page.",
		Summary: "In the afternoon a planned rebuild of the search index wrote faster than the database replicas could follow. " +
			"Checkout reads stock from these replicas and treats a late answer as an error.\n\n" +
			"The first page spoke of checkout latency. The lag itself was reported to a mailing list, and came into view at 14:21 on the database dashboard. " +
			"Latency was normal again at 14:31, six minutes after the rebuild had been paused. Three things made the afternoon hard to read:\n\n" +
			"- the payment provider had trouble two days before, with the same first signs\n" +
			"- the connection pool stood at its limit, as it does in a traffic peak\n" +
			"- replica lag appears on no checkout dashboard",
		DriftSignal: "a raised pen",
		PublishTo:   "team wiki, payments",
		ToldDirect:  "support, search",
		Phase:       model.PhaseTimeline,
	}
	b.p.Incident = model.Incident{
		ID:             id,
		Kind:           model.Unscheduled,
		Severity:       2,
		DetectedBy:     model.ByAlert,
		DetectedByWhat: "page on checkout latency above 2 s",
		Impact: "About 1,900 of 17,000 checkouts ended on an error page between 13:58 and 14:31. " +
			"Most people tried again within the hour; about 240 orders are not accounted for.",
		CustomerContact: "41 messages to support, 3 posts in the forum",
		Measure:         "240 orders, about 11,000 EUR",
		Systems:         model.ListOf("checkout", "stock", "search index"),
	}
	for _, m := range []struct {
		kind model.MilestoneKind
		at   string
	}{
		{model.Began, "13:58"},
		{model.Detected, "14:02"},
		{model.Declared, "14:11"},
		{model.Noticed, "14:04"},
		{model.Resolved, "14:31"},
	} {
		b.p.Milestones = append(b.p.Milestones, model.Milestone{Kind: m.kind, When: b.when(m.at)})
	}
}

func (b *builder) attendees() {
	for _, a := range []model.Attendee{
		{Handle: "ana", Name: "Ana Silva", Team: "payments", Roles: model.Identified | model.Responded},
		{Handle: "ben", Name: "Ben Okafor", Other: "bokafor", Team: "payments", Roles: model.Decisions | model.Responded | model.Diagnosed},
		{Handle: "chao", Name: "Chao Lin", Team: "search", Roles: model.Decisions | model.Diagnosed},
		{Handle: "lena", Name: "Lena Holt", Team: "platform", Roles: model.Interested, New: true},
		{Handle: "mia", Name: "Mia Berg", Team: "support", Roles: model.Affected, Away: true},
		{Handle: "omar", Name: "Omar Haddad", Team: "payments", Roles: model.Responded},
		{Handle: "priya", Name: "Priya Nair", Team: "platform"},
	} {
		a.ID, a.Pos = ID(a.Handle), b.next(model.Attendees)
		b.p.Attendees = append(b.p.Attendees, a)
	}
}

func (b *builder) timeline() {
	b.event("rebuild", "13:40", model.Action, "Planned index rebuild starts on the replicas")
	b.account("chao", "The afternoon is when we rebuild; the night has the stock import.", model.SaidInRoom)
	b.knowing("ben", model.NobodySaid, "")

	b.event("lag", "13:52", model.Observed, "Replica lag passes 90 s, mail to the db list")
	b.account("ben", "The list goes to a folder; I opened it when I searched for lag.", model.SaidInRoom)
	b.knowing("ben", model.KnownAt, "14:21")

	b.event("page", "14:02", model.Detection, "Page: checkout latency above 2 s")
	b.account("ana", "I opened the checkout dashboard: latency 2.4 s, errors 2 %.", model.SaidInRoom)
	b.knowing("ana", model.KnownAtOnce, "")
	b.knowing("ben", model.KnownAtOnce, "")

	b.event("messages", "14:04", model.Impact, "Support receives first messages on payments")
	b.account("mia", "Four people wrote within two minutes, all at the payment step.", model.FromForm)
	b.knowing("mia", model.KnownAtOnce, "")
	b.knowing("ben", model.KnownAt, "14:15")

	b.event("pool", "14:09", model.Decision, "Checkout pool lowered from 200 to 120")
	b.p.Events[len(b.p.Events)-1].Starred = true
	b.account("ben", "Connections stood at the limit; I read it as a traffic peak.", model.SaidInRoom)
	b.account("ana", "I was on the payment provider's status page; saw the change at 14:15.", model.SaidInRoom)
	b.knowing("ben", model.KnownAtOnce, "")
	b.knowing("ana", model.KnownAt, "14:15")

	b.event("errors", "14:12-14:18", model.Impact, "Error share on checkout rises from 2 to 11 %")

	b.event("dashboard", "14:21", model.Diagnosis, "Database dashboard opened, lag reads 9 min")
	b.account("ben", "Nine minutes: that is when I called Chao.", model.SaidInRoom)
	b.knowing("ben", model.KnownAtOnce, "")

	b.event("pause", "~14:25", model.Action, "Index rebuild paused")
	b.account("chao", "A pause costs us an hour of work and nothing else.", model.SaidInRoom)
	b.account("ben", "", model.SaidInRoom)
	b.knowing("chao", model.KnownAtOnce, "")

	b.event("normal", "14:31", model.Observed, "Lag back under 5 s, latency normal")
	b.account("chao", "I watched the lag for five minutes before I called it steady.", model.SaidInRoom)

	b.event("status", "14:40", model.Message, "Status page says resolved")
	b.account("mia", "We answered the open messages with the same text.", model.FromForm)
}

func (b *builder) event(name, at string, kind model.EventKind, what string) {
	b.p.Events = append(b.p.Events, model.Event{
		ID: ID(name), When: b.when(at), What: what, Kind: kind, Pos: b.next(model.Events),
	})
}

// account adds one to the latest event.
func (b *builder) account(who, text string, source model.Source) {
	b.p.Accounts = append(b.p.Accounts, model.Account{
		ID: b.id(model.Accounts), Event: b.p.Events[len(b.p.Events)-1].ID, Attendee: ID(who),
		Text: text, Source: source, Pos: b.next(model.Accounts),
	})
}

// knowing says of the latest event when that person learned of it.
func (b *builder) knowing(who string, state model.KnowingState, at string) {
	k := model.Knowing{
		ID: b.id(model.Knowings), Event: b.p.Events[len(b.p.Events)-1].ID, Attendee: ID(who),
		State: state, Pos: b.next(model.Knowings),
	}
	if at != "" {
		k.When = b.when(at)
	}
	b.p.Knowings = append(b.p.Knowings, k)
}
