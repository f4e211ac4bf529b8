package model_test

import (
	"testing"

	"debrief/model"
)

func TestTheLabelOfAnEntrySaysWhatItTakesBackOrHasAgain(t *testing.T) {
	for kind, want := range map[model.EntryKind]string{model.Edit: "Row added", model.Fact: "Row added", model.Undo: "Taken back: Row added", model.Redo: "Back again: Row added"} {
		if got := (model.Entry{Kind: kind, Change: model.Change{Label: "Row added"}}).Label(); got != want {
			t.Errorf("%s: got %q, want %q", kind, got, want)
		}
	}
}
