package merge

import (
	"slices"
	"testing"

	"debrief/model"
	"debrief/model/edit"
	"debrief/model/sample"
)

// windows is a record that two windows change: what was saved of it, and what waits in the other one.
type windows struct {
	t            *testing.T
	theirs, ours model.Postmortem
	log, waiting []model.Entry
}

func newWindows(t *testing.T) *windows {
	p := sample.Postmortem(noon)
	made := model.Entry{Seq: 1, Kind: model.Fact, Change: model.Diff("made", model.Postmortem{}, p)}
	return &windows{t: t, theirs: p, ours: p, log: []model.Entry{made}}
}

func change(p *model.Postmortem, do editing) model.Change {
	before := *p
	do(p)
	return model.Diff("changed", before, *p)
}

// saved is a change of theirs.
func (w *windows) saved(kind model.EntryKind, do editing) {
	w.log = append(w.log, model.Entry{Seq: int64(len(w.log)) + 1, Kind: kind, Change: change(&w.theirs, do)})
}

// waits is a change of ours, made without knowing of theirs.
func (w *windows) waits(kind model.EntryKind, do editing) {
	w.waiting = append(w.waiting, model.Entry{Seq: int64(len(w.waiting)) + 2, Kind: kind, Change: change(&w.ours, do)})
}

// takenBack takes back the latest of ours, which is still waiting.
func (w *windows) takenBack() {
	last := w.waiting[len(w.waiting)-1]
	e := model.Entry{Seq: last.Seq + 1, Kind: model.Undo, Target: last.Seq, Change: last.Change.Inverse()}
	var err error
	if w.ours, err = model.Apply(w.ours, e.Change); err != nil {
		w.t.Fatal(err)
	}
	w.waiting = append(w.waiting, e)
}

// rebase returns what became of ours, and the record with it. What comes behind theirs has to fit the
// log.
func (w *windows) rebase() ([]Rebased, model.Postmortem) {
	w.t.Helper()
	p, log := w.theirs, slices.Clone(w.log)
	rebased := Rebase(w.theirs, w.log, w.waiting)
	if len(rebased) != len(w.waiting) {
		w.t.Fatalf("%d entries of %d", len(rebased), len(w.waiting))
	}
	for _, r := range rebased {
		if r.Clash != nil {
			continue
		}
		var err error
		if p, err = model.Apply(p, r.Entry.Change); err != nil {
			w.t.Fatal(err)
		}
		log = append(log, r.Entry)
	}
	if _, err := model.NewHistory(log); err != nil {
		w.t.Error(err)
	}
	return rebased, p
}

func learning(name, what string, event model.ID) editing {
	return func(p *model.Postmortem) {
		p.Learnings = append(slices.Clone(p.Learnings), model.Learning{ID: sample.ID(name), Kind: model.Lucky, Text: what, Event: event, Pos: "b01"})
	}
}

func eventGone(p *model.Postmortem) {
	ed := edit.Editor{}
	next, err := ed.Remove(*p, model.Events, p.Events[len(p.Events)-1].ID)
	if err != nil {
		panic(err)
	}
	*p = next
}

func phase(to model.Phase) editing { return func(p *model.Postmortem) { p.Header.Phase = to } }

func TestChangesOfOtherRowsComeBehindTheirs(t *testing.T) {
	w := newWindows(t)
	w.saved(model.Edit, what(0, "theirs"))
	w.saved(model.Edit, what(1, "theirs too"))
	w.waits(model.Edit, what(2, "ours"))
	w.takenBack()
	w.waits(model.Edit, what(3, "ours again"))
	rebased, p := w.rebase()
	for i, r := range rebased {
		if r.Clash != nil || r.Entry.Seq != int64(i)+4 {
			t.Errorf("entry %d is %d, clash %+v", i, r.Entry.Seq, r.Clash)
		}
	}
	if undo := rebased[1].Entry; undo.Kind != model.Undo || undo.Target != rebased[0].Entry.Seq {
		t.Errorf("what was taken back is %+v", undo)
	}
	if p.Events[0].What != "theirs" || p.Events[3].What != "ours again" || p.Events[2].What != w.theirs.Events[2].What {
		t.Errorf("the events are %q, %q, %q", p.Events[0].What, p.Events[2].What, p.Events[3].What)
	}
}

func TestAChangeOfTheSameRowIsAClash(t *testing.T) {
	w := newWindows(t)
	w.saved(model.Edit, what(0, "theirs"))
	w.saved(model.Edit, removed)
	w.waits(model.Edit, what(0, "ours"))
	w.waits(model.Edit, lastLearning("ours"))
	w.waits(model.Edit, what(1, "ours"))
	rebased, p := w.rebase()
	if c := rebased[0].Clash; c == nil || c.There != model.Row(w.theirs.Events[0]) || c.Row.ID != p.Events[0].ID || c.Adrift {
		t.Errorf("an edit of both is %+v", c)
	}
	if c := rebased[1].Clash; c == nil || c.There != nil {
		t.Errorf("an edit of what they removed is %+v", c)
	}
	if rebased[2].Clash != nil || rebased[2].Entry.Seq != 4 || p.Events[1].What != "ours" {
		t.Errorf("what comes behind a clash is %+v", rebased[2])
	}
}

func TestFactsAndFieldsBesideThemAreNoClash(t *testing.T) {
	w := newWindows(t)
	w.saved(model.Fact, phase(model.PhaseLearning))
	w.waits(model.Edit, title("ours"))
	w.waits(model.Fact, phase(model.PhaseClose))
	rebased, p := w.rebase()
	if rebased[0].Clash != nil || rebased[1].Clash != nil || p.Header.Title != "ours" || p.Header.Phase != model.PhaseClose {
		t.Errorf("the header is %+v", p.Header)
	}
	w = newWindows(t)
	w.saved(model.Edit, title("theirs"))
	w.waits(model.Edit, both(title("ours"), tldr("ours")))
	if rebased, _ := w.rebase(); rebased[0].Clash == nil {
		t.Error("a field that both changed is no clash")
	}
	w = newWindows(t)
	w.saved(model.Edit, starred(0))
	w.waits(model.Edit, what(0, "ours"))
	if rebased, _ := w.rebase(); rebased[0].Clash == nil {
		t.Error("facts are not kept in events: two fields of one are a clash")
	}
}

func TestARowThatHangsOnWhatIsGoneIsAdrift(t *testing.T) {
	w := newWindows(t)
	event := w.theirs.Events[len(w.theirs.Events)-1].ID
	w.saved(model.Edit, eventGone)
	w.waits(model.Edit, learning("ours", "it was seen", event))
	rebased, _ := w.rebase()
	if c := rebased[0].Clash; c == nil || !c.Adrift || c.Row.ID != sample.ID("ours") {
		t.Errorf("got %+v", c)
	}
}

func TestWhatTakesBackAnEditThatIsNoLongerTheLatestIsAnEdit(t *testing.T) {
	w := newWindows(t)
	w.saved(model.Edit, what(0, "ours, saved"))
	w.ours = w.theirs
	back := model.Entry{Seq: 3, Kind: model.Undo, Target: 2, Change: w.log[1].Change.Inverse()}
	w.saved(model.Edit, what(1, "theirs"))
	w.waiting = []model.Entry{back}
	rebased, _ := w.rebase()
	if e := rebased[0].Entry; rebased[0].Clash != nil || e.Kind != model.Edit || e.Target != 0 || e.Change.Label != "Taken back: changed" {
		t.Errorf("got %+v, clash %+v", e, rebased[0].Clash)
	}
	// A log that cannot be taken back holds nothing against it.
	w.log[0].Seq = 7
	if r := Rebase(w.theirs, w.log, w.waiting)[0]; r.Clash != nil || r.Entry.Kind != model.Undo || r.Entry.Seq != 4 {
		t.Errorf("behind an unread log: %+v", r)
	}
}
