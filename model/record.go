package model

// The tables of the two records, as Diff and Apply walk them.

func (p Postmortem) diff(after Postmortem, add func(RowChange)) {
	diffRow(p.Header, after.Header, add)
	diffRow(p.Incident, after.Incident, add)
	diffRows(p.Milestones, after.Milestones, add)
	diffRows(p.Attendees, after.Attendees, add)
	diffRows(p.Sessions, after.Sessions, add)
	diffRows(p.PhaseMinutes, after.PhaseMinutes, add)
	diffRows(p.Events, after.Events, add)
	diffRows(p.Accounts, after.Accounts, add)
	diffRows(p.Knowings, after.Knowings, add)
	diffRows(p.DecisionPoints, after.DecisionPoints, add)
	diffRows(p.CardLines, after.CardLines, add)
	diffRows(p.Learnings, after.Learnings, add)
	diffRows(p.Countermeasures, after.Countermeasures, add)
	diffRows(p.ParkedIdeas, after.ParkedIdeas, add)
	diffRows(p.Artefacts, after.Artefacts, add)
	diffRows(p.Evidence, after.Evidence, add)
	diffRows(p.Notes, after.Notes, add)
	diffRows(p.Findings, after.Findings, add)
}

func (p Postmortem) apply(rows map[Table][]RowChange) (Postmortem, error) {
	var err error
	set := func(e error) {
		if err == nil {
			err = e
		}
	}
	next := p
	next.Header = keepRow(p.Header, rows[Headers], set)
	next.Incident = keepRow(p.Incident, rows[Incidents], set)
	next.Milestones = keepRows(p.Milestones, rows[Milestones], set)
	next.Attendees = keepRows(p.Attendees, rows[Attendees], set)
	next.Sessions = keepRows(p.Sessions, rows[Sessions], set)
	next.PhaseMinutes = keepRows(p.PhaseMinutes, rows[PhaseMinuteRows], set)
	next.Events = keepRows(p.Events, rows[Events], set)
	next.Accounts = keepRows(p.Accounts, rows[Accounts], set)
	next.Knowings = keepRows(p.Knowings, rows[Knowings], set)
	next.DecisionPoints = keepRows(p.DecisionPoints, rows[DecisionPoints], set)
	next.CardLines = keepRows(p.CardLines, rows[CardLines], set)
	next.Learnings = keepRows(p.Learnings, rows[Learnings], set)
	next.Countermeasures = keepRows(p.Countermeasures, rows[Countermeasures], set)
	next.ParkedIdeas = keepRows(p.ParkedIdeas, rows[ParkedIdeas], set)
	next.Artefacts = keepRows(p.Artefacts, rows[Artefacts], set)
	next.Evidence = keepRows(p.Evidence, rows[EvidenceRows], set)
	next.Notes = keepRows(p.Notes, rows[Notes], set)
	next.Findings = keepRows(p.Findings, rows[Findings], set)
	return next, err
}

func (s Settings) diff(after Settings, add func(RowChange)) {
	diffRows(s.Values, after.Values, add)
	diffRows(s.Signals, after.Signals, add)
	diffRows(s.Searches, after.Searches, add)
}

func (s Settings) apply(rows map[Table][]RowChange) (Settings, error) {
	var err error
	set := func(e error) {
		if err == nil {
			err = e
		}
	}
	next := Settings{
		Values:   keepRows(s.Values, rows[SettingRows], set),
		Signals:  keepRows(s.Signals, rows[Signals], set),
		Searches: keepRows(s.Searches, rows[SavedSearches], set),
	}
	return next, err
}

func keepRow[R comparableRow](now R, changes []RowChange, failed func(error)) R {
	next, err := applyRow(now, changes)
	if err != nil {
		failed(err)
	}
	return next
}

func keepRows[R comparableRow](now []R, changes []RowChange, failed func(error)) []R {
	next, err := applyRows(now, changes)
	if err != nil {
		failed(err)
	}
	return next
}
