package ui

import (
	"testing"

	"debrief/model"
	"debrief/model/sample"
	"debrief/ui/screen"
)

// An idea is one key away wherever the talk is, while one types and in the list, and it is linked
// to what was talked about. A person is no such thing: an idea is nobody's fault.
func TestAnIdeaIsParkedFromEveryPhaseWithOneKey(t *testing.T) {
	tables := map[screen.Name]model.Table{screen.Timeline: model.Events, screen.Discretion: model.Events,
		screen.Learning: model.Learnings, screen.Countermeasures: model.Countermeasures, screen.Close: model.Countermeasures}
	for _, name := range phaseScreens() {
		for _, focus := range []string{"typing", "list"} {
			d := sampleDriver(t, name)
			before := d.record()
			if focus == "list" {
				d.press("esc")
			}
			keys := d.keys
			d.press("!")
			d.kind("alert on lag")
			d.want("Idea ", "idea for Countermeasures")
			d.press("enter")
			if got := d.keys - keys; got != 2 {
				t.Errorf("%s, %s: %d keys", name, focus, got)
			}
			idea := only(t, before.ParkedIdeas, d.record().ParkedIdeas)
			if idea.Text != "alert on lag" || idea.Phase != name.Phase() || idea.Of != tables[name] || (idea.OfID == "") != (idea.Of == "") {
				t.Errorf("%s, %s: parked %+v", name, focus, idea)
			}
		}
	}
}

// Half a row stood in the line when somebody called an idea; "!" went to its end.
func TestAnIdeaIsParkedBesideAHalfTypedLine(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	before := d.record()
	marked := d.app.current().Marked()
	d.kind("14:31 lag back under 5 s")
	d.press("esc", "!")
	d.kind("alert on lag @mia")
	d.want("Idea      !alert on lag @mia")
	d.press("esc")
	d.want("Event ", "14:31 lag back under 5 s")
	d.elapse() // both are drafts on disk
	again := driverOn(t, d.store, screen.Place{Screen: screen.Timeline, Postmortem: d.app.desk.ID(), Row: marked.ID})
	again.want("14:31 lag back under 5 s")
	again.press("esc", "!")
	again.want("Idea      !alert on lag @mia")
	again.press("home", "delete", "enter")
	again.want("14:31 lag back under 5 s", "Idea parked")
	idea := only(t, before.ParkedIdeas, again.record().ParkedIdeas)
	if idea.Text != "alert on lag" || idea.OfID != marked.ID || again.app.desk.Index.Person(idea.Attendee).Handle != "mia" {
		t.Errorf("parked %+v", idea)
	}
	again.press("esc", "!")
	again.want("Idea      !", "idea for Countermeasures")
	if got := again.app.line.Value(); got != "!" {
		t.Errorf("the line holds %q", got)
	}
	again.press("backspace")
	again.want("Event ", "14:31 lag back under 5 s")
}

func TestAnIdeaBesideAFilledFieldPassesTheGuard(t *testing.T) {
	d := sampleDriver(t, screen.Open)
	before := d.record()
	d.press("esc", "home")
	d.press("!")
	d.kind("We could have alerted on lag")
	d.press("enter")
	d.want("Not recorded yet", "only the idea is kept")
	d.press("down", "enter")
	if idea := only(t, before.ParkedIdeas, d.record().ParkedIdeas); idea.Text != "Alert on lag" || idea.OfID != "" {
		t.Errorf("parked %+v", idea)
	}
	if got := d.record().Header.Title; got != before.Header.Title {
		t.Errorf("the title is %q", got)
	}
	d.want("Title ")
}

func TestOGoesFromAnIdeaToWhereItWasSaidAndGLeadsBack(t *testing.T) {
	for _, name := range []screen.Name{screen.Open, screen.Attendees, screen.Timeline, screen.Discretion, screen.Learning, screen.Close} {
		d := sampleDriver(t, name)
		d.press("down", "down")
		marked := d.app.current().Marked()
		d.press("esc", "!")
		d.kind("alert on lag")
		d.press("enter")
		idea := only(t, sample.Postmortem(d.now).ParkedIdeas, d.record().ParkedIdeas)
		d = driverOn(t, d.store, screen.Place{Screen: screen.Countermeasures, Postmortem: d.app.desk.ID(), Row: idea.ID})
		d.press("esc", "o")
		d.want("[" + name.Phase().Short() + "]")
		if got := d.app.current().Marked(); idea.OfID != "" && got != marked && idea.Of != model.Countermeasures {
			t.Errorf("%s: marked is %+v, want %+v", name, got, marked)
		}
		d.press("esc", "g", "6")
		if got := d.app.current().Marked().ID; got != idea.ID {
			t.Errorf("%s: back in Countermeasures %q is marked", name, got)
		}
	}
}
