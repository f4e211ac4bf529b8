package review

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/edit"
	"debrief/model/names"
	"debrief/model/sample"
	"debrief/model/wording"
)

// setting is the guard of the sample incident, an editor, and the record.
func setting(t *testing.T) (*wording.Guard, edit.Editor, model.Postmortem) {
	t.Helper()
	by, err := wording.New(wording.Default())
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC)
	p := sample.Postmortem(now)
	n := 0
	ed := edit.Editor{NewID: func() model.ID { n++; return sample.ID(string(rune('A' + n))) }, Now: func() time.Time { return now }}
	return by.For(People(p)), ed, p
}

// must returns a record that was to be made without an error.
func must(t *testing.T) func(model.Postmortem, error) model.Postmortem {
	return func(p model.Postmortem, err error) model.Postmortem {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
}

func TestFindingsFollowEveryChange(t *testing.T) {
	by, ed, p := setting(t)
	found := Look(by, p)
	step := func(what string, after model.Postmortem, err error) {
		t.Helper()
		for _, c := range model.Diff("", p, must(t)(after, err)).Rows {
			found.Follow(by, c)
		}
		p = after
		if want := Look(by, p); !reflect.DeepEqual(found, want) {
			t.Errorf("after a text %s: got %v, want %v", what, found, want)
		}
	}
	made, event, err := ed.AddEvent(p, model.Event{What: "We could have paged, and Ana did not check the graph"}, "")
	step("was made", made, err)
	reworded, err := ed.SetProse(p, model.Events, event, "what", "We would have paged")
	step("was reworded", reworded, err)
	clean, err := ed.SetProse(p, model.Events, event, "what", "Nobody was paged")
	step("was made clean", clean, err)
	again, err := ed.SetProse(p, model.Events, event, "what", "We could have paged")
	step("has marks again", again, err)
	removed, err := ed.Remove(p, model.Events, event)
	step("was removed", removed, err)
}

func TestWhatChangesWhileTheRecordIsLookedThroughIsNotOverwritten(t *testing.T) {
	by, ed, p := setting(t)
	p.Events[0].What, p.Events[1].What = "We would have seen it", "We could have paged"
	var r Record
	r.Begin()
	before := Look(by, p)
	after := must(t)(ed.SetProse(p, model.Events, p.Events[0].ID, "what", "It was seen"))
	after = must(t)(ed.SetProse(after, model.Events, p.Events[2].ID, "what", "We could have waited"))
	for _, c := range model.Diff("", p, after).Rows {
		r.Follow(by, c)
	}
	r.Take(before)
	if got, want := r.Findings, Look(by, after); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestWhatIsLeftIsWhatNobodyGaveAReasonFor(t *testing.T) {
	by, _, p := setting(t)
	p.Events[0].What, p.Events[1].What, p.Events[1].Private = "We would have seen it", "We could have paged", true
	p.Header.ToldDirect = "support, who would have asked"
	found := Look(by, p)
	all := found.Count(p)
	if all.Phases[model.PhaseTimeline] != 1 || all.Phases[model.PhaseClose] != 1 || all.Firm != 2 || all.Left != 2 {
		t.Errorf("while the room sees the screen %+v are left", all)
	}
	p.Header.Unshared = true
	if got := found.Count(p); got.Phases[model.PhaseTimeline] != 2 {
		t.Errorf("on a private screen %+v are left", got)
	}
	private := p.Events[0]
	private.Private = true
	changed := p
	changed.Events = append([]model.Event{private}, p.Events[1:]...)
	changed.Header.Unshared = false
	for _, c := range model.Diff("", p, changed).Rows {
		found.Follow(by, c)
	}
	if got := found.Count(changed); got.Phases[model.PhaseTimeline] != 0 {
		t.Errorf("a row that became private is counted while the room sees the screen: %+v", got)
	}
	texts := func(left []Left) (texts []string) {
		for _, l := range left {
			texts = append(texts, string(l.At.Table)+" "+l.Text)
		}
		return texts
	}
	want := []string{"postmortems would have asked", "events would have seen", "events could have paged"}
	if got := texts(found.Left(p, p.Findings)); !slices.Equal(got, want) {
		t.Errorf("left are %q, want %q", got, want)
	}
	page := names.For(p, model.ForInternalPage)
	if got := texts(found.Left(page, p.Findings)); !slices.Equal(got, want[:2]) {
		t.Errorf("on the page are left %q", got)
	}
	p.Findings = append(p.Findings, model.Finding{Of: model.Events, OfID: p.Events[0].ID, Field: "what", Rule: "C1", Text: "would have seen", Outcome: model.Dismissed})
	if got := found.Count(p); got.Left != 2 {
		t.Errorf("with a reason %+v are left", got)
	}
	if got := texts(found.Left(page, p.Findings)); !slices.Equal(got, want[:1]) {
		t.Errorf("with a reason are left %q", got)
	}
	if Findings(nil).Left(p, nil) != nil {
		t.Error("nothing is found, and something is left")
	}
}
