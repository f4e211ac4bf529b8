package screen_test

import (
	"testing"
	"time"

	"debrief/model"
	"debrief/ui/screen"
	"debrief/ui/screen/screentest"
)

func TestARowHangsOnItsEvent(t *testing.T) {
	p := screentest.Sample()
	first, last := p.Events[0].ID, p.Events[len(p.Events)-1].ID
	p.Accounts = append(p.Accounts, model.Account{ID: "account", Event: last})
	p.Knowings = append(p.Knowings, model.Knowing{ID: "knowing", Event: last})
	p.DecisionPoints = append(p.DecisionPoints, model.DecisionPoint{ID: "card", Event: last})
	p.Evidence = append(p.Evidence, model.Evidence{ID: "evidence", Of: model.Events, OfID: last})
	p.Notes = append(p.Notes, model.Note{ID: "note", Of: model.Learnings, OfID: first})
	events := screen.Events{X: model.NewIndex(p)}
	tables := []model.Table{model.Accounts, model.Knowings, model.DecisionPoints, model.EvidenceRows, model.Notes}
	for row, want := range map[model.ID]model.ID{first: first, "account": last, "knowing": last, "card": last, "evidence": last, "note": "", "gone": ""} {
		if got := events.Of(row, tables...); got != want {
			t.Errorf("%s hangs on %q, want %q", row, got, want)
		}
	}
	if got := events.Of("card", model.Accounts); got != "" {
		t.Errorf("a row of another table hangs on %q", got)
	}
}

func TestAnEventWithoutATimeHasItsWordsAndTheTimeBefore(t *testing.T) {
	at := time.Date(2026, time.March, 12, 13, 40, 0, 0, time.UTC)
	events := screen.Events{X: model.NewIndex(model.Postmortem{Events: []model.Event{
		{ID: "a", Pos: "a", What: "first"}, {ID: "b", Pos: "b", When: model.Moment{At: at}}, {ID: "c", Pos: "c", What: "third", After: "b"},
		{ID: "d", Pos: "d", When: model.Moment{At: at.AddDate(0, 0, 1)}},
	}})}
	base := events.Base()
	if !base[0].IsZero() || base[1] != at || base[2] != at {
		t.Errorf("got %v", base)
	}
	for i, want := range []string{`"first"`, "13:40", `"third"`} {
		if got := events.Name(events.X.Events[i]); got != want {
			t.Errorf("%d is called %s, want %s", i, got, want)
		}
	}
	if events.Len() != 4 || !events.NewDay(3) || events.NewDay(1) || events.Clock(3) != "Fri 13:40" || events.Clock(1) != "13:40" {
		t.Errorf("got %q and %q", events.Clock(1), events.Clock(3))
	}
	if i, ok := events.Index(events.Key(2)); !ok || i != 2 {
		t.Errorf("got %d, %v", i, ok)
	}
}

func TestAPhaseHasOneScreenAndAnyOtherScreenNoPhase(t *testing.T) {
	for _, p := range model.Phases() {
		if name := screen.OfPhase(p); name.Phase() != p {
			t.Errorf("%s has the screen %q, which is of %s", p, name, name.Phase())
		}
	}
	for _, p := range []model.Phase{-1, 0, model.PhaseClose + 1} {
		if name := screen.OfPhase(p); name != screen.Home {
			t.Errorf("phase %d has the screen %q", int(p), name)
		}
	}
	if screen.Home.Phase() != 0 || screen.Name("library").Phase() != 0 {
		t.Error("a screen of no phase has one")
	}
}
