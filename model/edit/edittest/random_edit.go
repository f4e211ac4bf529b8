package edittest

import (
	"debrief/model"
	"debrief/model/edit"
	"errors"
	"math/rand/v2"

	"pgregory.net/rapid"
)

// Seeded returns an editor whose ids depend on the draw alone, so that a failure can be had again.
func Seeded(t *rapid.T) edit.Editor {
	ed := Editor()
	random := rand.NewChaCha8([32]byte{byte(rapid.IntRange(0, 255).Draw(t, "seed"))})
	ed.NewID = func() model.ID { id, _ := model.NewID(random); return id }
	return ed
}

// Some draws one of the rows' ids, sometimes none.
func Some[R model.Row](t *rapid.T, rows []R) model.ID {
	i := rapid.IntRange(-1, len(rows)-1).Draw(t, "row")
	if i < 0 {
		return ""
	}
	return rows[i].Key()
}

// DrawText draws what somebody might type.
func DrawText(t *rapid.T) string {
	return rapid.SampledFrom([]string{"pool lowered", "lag 9 min", "Zoë's graph", "a | b", "x"}).Draw(t, "text")
}

func drawMoment(t *rapid.T) model.Moment {
	m := rapid.IntRange(-3, 6).Draw(t, "minute") // few minutes, so that rows share them
	if m < 0 {
		return model.Moment{}
	}
	return At(m)
}

// EditRandomly makes one edit on any table. Edits that the record refuses change nothing.
func EditRandomly(t *rapid.T, ed edit.Editor, p model.Postmortem) model.Postmortem {
	next, err := drawEdit(t, ed, p)
	var problem model.Problem
	if err != nil && !errors.As(err, &problem) && !errors.Is(err, model.ErrGone) {
		t.Fatalf("edit: %v", err)
	}
	return next
}

func drawEdit(t *rapid.T, ed edit.Editor, p model.Postmortem) (model.Postmortem, error) {
	private := rapid.IntRange(0, 4).Draw(t, "private") == 0
	var next model.Postmortem
	var err error
	n := rapid.IntRange(0, 29).Draw(t, "edit")
	switch n {
	case 0, 1, 2:
		next, _, err = ed.AddEvent(p, model.Event{What: DrawText(t), When: drawMoment(t), Private: private}, Some(t, p.Events))
	case 3:
		next, err = edit.Change(ed, p, Some(t, p.Events), func(e *model.Event) { e.When = drawMoment(t) })
	case 4:
		next, err = edit.Change(ed, p, Some(t, p.Events), func(e *model.Event) { e.Kind = rapid.SampledFrom(model.EventKinds()).Draw(t, "kind") })
	case 5:
		next, _, err = ed.AddAccount(p, model.Account{Event: Some(t, p.Events), Attendee: Some(t, p.Attendees), Text: DrawText(t), Private: private})
	case 6:
		next, err = ed.SetKnowing(p, Some(t, p.Events), Some(t, p.Attendees), model.KnownAt, drawMoment(t))
	case 7:
		next, _, err = ed.AddCard(p, Some(t, p.Events), Some(t, p.Attendees))
	case 8, 9:
		next, _, err = ed.AddCardLine(p, model.CardLine{DecisionPoint: Some(t, p.DecisionPoints), Field: rapid.SampledFrom(model.CardFields()[:2]).Draw(t, "field"),
			Text: DrawText(t), Attendee: Some(t, p.Attendees), Private: private}, "")
	case 10:
		next, _, err = ed.AddAttendee(p, model.Attendee{Name: DrawText(t), Private: private})
	case 11:
		next, err = edit.Change(ed, p, Some(t, p.Attendees), func(a *model.Attendee) { a.Roles = model.Roles(rapid.IntRange(0, 63).Draw(t, "roles")) })
	case 12:
		next, _, err = ed.Add(p, model.Learning{Kind: rapid.SampledFrom(model.LearningKinds()[:3]).Draw(t, "kind"), Text: DrawText(t),
			Event: Some(t, p.Events), Attendee: Some(t, p.Attendees), Private: private})
	case 13:
		next, _, err = ed.Add(p, model.Countermeasure{Text: DrawText(t), Owner: Some(t, p.Attendees),
			Condition: Some(t, p.Learnings), Event: Some(t, p.Events), Private: private})
	case 14:
		next, err = ed.Assign(p, Some(t, p.Countermeasures), Some(t, p.Attendees), model.Date{Year: 2026, Month: 4, Day: rapid.IntRange(1, 30).Draw(t, "day")})
	case 15:
		next, err = ed.Rest(p, Some(t, p.Countermeasures), model.Date{})
	default:
		next, err = drawOtherEdit(t, ed, p, n, private)
	}
	if err != nil {
		return p, err
	}
	return next, nil
}

// drawOtherEdit is the edit of a number that drawEdit does not know.
func drawOtherEdit(t *rapid.T, ed edit.Editor, p model.Postmortem, n int, private bool) (next model.Postmortem, err error) {
	switch n {
	case 16:
		next, _, err = ed.Park(p, model.ParkedIdea{Text: DrawText(t), Of: model.Events, OfID: Some(t, p.Events), Private: private})
	case 17:
		next, _, err = ed.Unpark(p, Some(t, p.ParkedIdeas))
	case 18:
		from := Some(t, p.ParkedIdeas)
		if rapid.Bool().Draw(t, "of countermeasures") {
			from = Some(t, p.Countermeasures)
		}
		next, err = ed.Merge(p, from, Some(t, p.Countermeasures))
	case 19:
		next, _, err = ed.Add(p, model.Artefact{Kind: model.Graph, Title: DrawText(t), Private: private})
	case 20:
		next, _, err = ed.Add(p, model.Evidence{Of: model.Events, OfID: Some(t, p.Events), Artefact: Some(t, p.Artefacts), Attendee: Some(t, p.Attendees)})
	case 21:
		next, _, err = ed.Add(p, model.Note{Of: model.Learnings, OfID: Some(t, p.Learnings), Text: DrawText(t), Private: private})
	case 22:
		next, _, err = ed.Add(p, model.Finding{Of: model.Events, OfID: Some(t, p.Events), Text: DrawText(t), Outcome: model.Reworded})
	case 23:
		next, err = ed.SetField(p, rapid.SampledFrom([]model.Field{model.FieldTitle, model.FieldImpact, model.FieldOwner, model.FieldSystems, model.FieldWhere}).Draw(t, "field"), DrawText(t))
	case 24:
		next, err = ed.SetMilestone(p, rapid.SampledFrom(model.MilestoneKinds()).Draw(t, "milestone"), drawMoment(t))
	case 25:
		next, _, err = ed.AddSession(p, 45, Some(t, p.Attendees))
	case 26:
		table, id := drawRow(t, p)
		next, err = ed.Move(p, table, id, rapid.SampledFrom([]int{-1, 1}).Draw(t, "by"))
	case 27:
		next, err = ed.SetMeeting(p, drawMoment(t).At, rapid.SampledFrom([]int{0, 30, 90}).Draw(t, "minutes"))
	case 28:
		next, err = ed.TakeOver(p, DrawText(t))
	default:
		table, id := drawRow(t, p)
		next, err = ed.Remove(p, table, id)
	}
	return next, err
}

func drawRow(t *rapid.T, p model.Postmortem) (model.Table, model.ID) {
	table := rapid.SampledFrom(model.Tables()).Draw(t, "table")
	var ids []model.ID
	p.Rows(func(r model.Row) {
		if r.Table() == table {
			ids = append(ids, r.Key())
		}
	})
	if len(ids) == 0 {
		return table, ""
	}
	return table, rapid.SampledFrom(ids).Draw(t, "id")
}

// SeededRecord is an empty record, and an editor whose ids and clock are drawn.
func SeededRecord(t *rapid.T) (edit.Editor, model.Postmortem) {
	ed := Seeded(t)
	p, err := ed.NewPostmortem("Checkout errors", "UTC")
	if err != nil {
		t.Fatal(err)
	}
	return ed, p
}
