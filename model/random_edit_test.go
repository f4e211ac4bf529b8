package model

import (
	"errors"
	"math/rand/v2"

	"pgregory.net/rapid"
)

// seeded returns an editor whose ids depend on the draw alone, so that a failure can be had again.
func seeded(t *rapid.T) Editor {
	ed := testEditor()
	random := rand.NewChaCha8([32]byte{byte(rapid.IntRange(0, 255).Draw(t, "seed"))})
	ed.NewID = func() ID { id, _ := NewID(random); return id }
	return ed
}

// some draws one of the rows' ids, sometimes none.
func some[R Row](t *rapid.T, rows []R) ID {
	i := rapid.IntRange(-1, len(rows)-1).Draw(t, "row")
	if i < 0 {
		return ""
	}
	return rows[i].Key()
}

func drawText(t *rapid.T) string {
	return rapid.SampledFrom([]string{"pool lowered", "lag 9 min", "Zoë's graph", "a | b", "x"}).Draw(t, "text")
}

func drawMoment(t *rapid.T) Moment {
	m := rapid.IntRange(-3, 6).Draw(t, "minute") // few minutes, so that rows share them
	if m < 0 {
		return Moment{}
	}
	return at(m)
}

// editRandomly makes one edit on any table. Edits that the record refuses change nothing.
func editRandomly(t *rapid.T, ed Editor, p Postmortem) Postmortem {
	next, err := drawEdit(t, ed, p)
	var problem Problem
	if err != nil && !errors.As(err, &problem) && !errors.Is(err, ErrGone) {
		t.Fatalf("edit: %v", err)
	}
	return next
}

func drawEdit(t *rapid.T, ed Editor, p Postmortem) (Postmortem, error) {
	private := rapid.IntRange(0, 4).Draw(t, "private") == 0
	var next Postmortem
	var err error
	switch rapid.IntRange(0, 29).Draw(t, "edit") {
	case 0, 1, 2:
		next, _, err = ed.AddEvent(p, Event{What: drawText(t), When: drawMoment(t), Private: private}, some(t, p.Events))
	case 3:
		next, err = ed.SetEventTime(p, some(t, p.Events), drawMoment(t))
	case 4:
		next, err = ed.SetEventKind(p, some(t, p.Events), rapid.SampledFrom(EventKinds()).Draw(t, "kind"))
	case 5:
		next, _, err = ed.AddAccount(p, Account{Event: some(t, p.Events), Attendee: some(t, p.Attendees), Text: drawText(t), Private: private})
	case 6:
		next, err = ed.SetKnowing(p, some(t, p.Events), some(t, p.Attendees), KnownAt, drawMoment(t))
	case 7:
		next, _, err = ed.AddCard(p, some(t, p.Events), some(t, p.Attendees))
	case 8, 9:
		next, _, err = ed.AddCardLine(p, CardLine{DecisionPoint: some(t, p.DecisionPoints), Field: rapid.SampledFrom(CardFields()[:2]).Draw(t, "field"),
			Text: drawText(t), Attendee: some(t, p.Attendees), Private: private}, "")
	case 10:
		next, _, err = ed.AddAttendee(p, Attendee{Name: drawText(t), Private: private})
	case 11:
		next, err = ed.SetRoles(p, some(t, p.Attendees), Roles(rapid.IntRange(0, 63).Draw(t, "roles")))
	case 12:
		next, _, err = ed.AddLearning(p, Learning{Kind: rapid.SampledFrom(LearningKinds()[:3]).Draw(t, "kind"), Text: drawText(t),
			Event: some(t, p.Events), Attendee: some(t, p.Attendees), Private: private})
	case 13:
		next, _, err = ed.AddCountermeasure(p, Countermeasure{Text: drawText(t), Owner: some(t, p.Attendees),
			Condition: some(t, p.Learnings), Event: some(t, p.Events), Private: private})
	case 14:
		next, err = ed.Assign(p, some(t, p.Countermeasures), some(t, p.Attendees), Date{Year: 2026, Month: 4, Day: rapid.IntRange(1, 30).Draw(t, "day")})
	case 15:
		next, err = ed.Rest(p, some(t, p.Countermeasures), Date{})
	case 16:
		next, _, err = ed.Park(p, ParkedIdea{Text: drawText(t), Of: Events, OfID: some(t, p.Events), Private: private})
	case 17:
		next, _, err = ed.Unpark(p, some(t, p.ParkedIdeas))
	case 18:
		from := some(t, p.ParkedIdeas)
		if rapid.Bool().Draw(t, "of countermeasures") {
			from = some(t, p.Countermeasures)
		}
		next, err = ed.Merge(p, from, some(t, p.Countermeasures))
	case 19:
		next, _, err = ed.AddArtefact(p, Artefact{Kind: Graph, Title: drawText(t), Private: private})
	case 20:
		next, _, err = ed.Attach(p, Evidence{Of: Events, OfID: some(t, p.Events), Artefact: some(t, p.Artefacts), Attendee: some(t, p.Attendees)})
	case 21:
		next, _, err = ed.AddNote(p, Note{Of: Learnings, OfID: some(t, p.Learnings), Text: drawText(t), Private: private})
	case 22:
		next, _, err = ed.AddFinding(p, Finding{Of: Events, OfID: some(t, p.Events), Text: drawText(t), Outcome: Reworded})
	case 23:
		next, err = ed.SetField(p, rapid.SampledFrom([]Field{FieldTitle, FieldImpact, FieldOwner, FieldSystems, FieldWhere}).Draw(t, "field"), drawText(t))
	case 24:
		next, err = ed.SetMilestone(p, rapid.SampledFrom(MilestoneKinds()).Draw(t, "milestone"), drawMoment(t))
	case 25:
		next, _, err = ed.AddSession(p, 45, some(t, p.Attendees))
	case 26:
		table, id := drawRow(t, p)
		next, err = ed.Move(p, table, id, rapid.SampledFrom([]int{-1, 1}).Draw(t, "by"))
	case 27:
		next, err = ed.SetMeeting(p, drawMoment(t).At, rapid.SampledFrom([]int{0, 30, 90}).Draw(t, "minutes"))
	case 28:
		next, err = ed.TakeOver(p, drawText(t))
	default:
		table, id := drawRow(t, p)
		next, err = ed.Remove(p, table, id)
	}
	if err != nil {
		return p, err
	}
	return next, nil
}

func drawRow(t *rapid.T, p Postmortem) (Table, ID) {
	table := rapid.SampledFrom(Tables()).Draw(t, "table")
	var ids []ID
	p.Rows(func(r Row) {
		if r.Table() == table {
			ids = append(ids, r.Key())
		}
	})
	if len(ids) == 0 {
		return table, ""
	}
	return table, rapid.SampledFrom(ids).Draw(t, "id")
}
