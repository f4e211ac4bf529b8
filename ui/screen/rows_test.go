package screen_test

import (
	"errors"
	"testing"

	"debrief/model"
	"debrief/model/edit"
	"debrief/model/sample"
	"debrief/ui/keymap"
	"debrief/ui/screen"
	"debrief/ui/screen/screentest"
	"debrief/ui/theme"
)

func TestARowIsRemovedMovedAndChangedByItsID(t *testing.T) {
	p := screentest.Sample()
	first, second := p.Events[0], p.Events[1]
	row := screen.Row{Table: model.Events, ID: first.ID}
	var env screen.Env

	out := env.Remove("Event removed", row, screen.Quoted("Page"))
	if next, err := out.Edit.Make(p); err != nil || len(next.Events) != len(p.Events)-1 || next.Events[0].ID != second.ID {
		t.Errorf("removed: %v, the first is %q", err, next.Events[0].What)
	}
	if out.Done != `Removed "Page". u brings it back` || out.Edit.Mark != "" {
		t.Errorf("got %q, marks %q", out.Done, out.Edit.Mark)
	}

	attendee := screen.Row{Table: model.Attendees, ID: p.Attendees[0].ID}
	out = env.Reorder("Person moved", attendee, 1)
	if next, err := out.Edit.Make(p); err != nil || model.NewIndex(next).Attendees[1].ID != attendee.ID || out.Edit.Mark != attendee.ID {
		t.Errorf("moved: %v, marks %q", err, out.Edit.Mark)
	}

	change := func(id model.ID) (model.Postmortem, error) {
		return screen.Change(id, func(p model.Postmortem, e model.Event) (model.Postmortem, error) {
			e.What = "changed"
			return edit.Editor{}.Set(p, e)
		})(p)
	}
	if next, err := change(first.ID); err != nil || next.Events[0].What != "changed" {
		t.Errorf("changed: %v, %q", err, next.Events[0].What)
	}
	if _, err := change(sample.ID("gone")); !errors.Is(err, model.ErrGone) {
		t.Errorf("a row that has gone: %v", err)
	}
}

func TestWhatIsRefusedKeepsTheLineAndWhatIsFilledReplacesIt(t *testing.T) {
	if out := screen.Refuse("type a name"); out.Check != "type a name" || out.Line != nil {
		t.Errorf("got %+v", out)
	}
	if out := screen.Fill(">@"); out.Check != "" || *out.Line != ">@" {
		t.Errorf("got %+v", out)
	}
}

func TestAFilterClosesWhereItOpened(t *testing.T) {
	f := screen.Filter{Slot: "help", Label: "Find", Opens: keymap.Help}
	for c, want := range map[keymap.Command]bool{keymap.Back: true, keymap.Help: true, keymap.Commands: false} {
		if out := f.Do(c); out.Close != want || want && out.Settled[0].Field != "help" {
			t.Errorf("%s: got %+v", c, out)
		}
	}
	if out := f.Run(keymap.Undo, ""); out.Run != screen.Press || out.Text != string(keymap.Undo) || !out.Close {
		t.Errorf("got %+v", out)
	}
	if out := f.Run(keymap.Undo, "nothing to undo"); out.Check != "nothing to undo" || out.Close {
		t.Errorf("got %+v", out)
	}
	if field, typed := f.Field(); !typed || field.Key.Field != "help" || field.Label != "Find" || f.Ask() != "" || f.Sudden() {
		t.Errorf("got %+v", field)
	}
}

func TestEachKindOfEventHasItsTint(t *testing.T) {
	look, err := theme.Choose(theme.Dark, true, theme.ASCII())
	if err != nil {
		t.Fatal(err)
	}
	kinds := look.Kinds
	want := map[model.EventKind]theme.Style{
		model.Detection: kinds.Detection, model.Diagnosis: kinds.Diagnosis, model.Decision: kinds.Decision, model.Action: kinds.Action,
		model.Impact: kinds.Impact, model.Message: kinds.Message, model.Observed: kinds.Observed, "": look.Dim,
	}
	for _, k := range append(model.EventKinds(), "") {
		if style, known := want[k]; !known || screen.KindStyle(look, k) != style {
			t.Errorf("%q has another tint", k)
		}
	}
}
