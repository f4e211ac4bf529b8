package breath_test

import (
	"testing"

	"debrief/ui/breath"
	"debrief/ui/feature"
)

func TestAPauseEndsWithEnter(t *testing.T) {
	open := breath.Feature(feature.Frame{}).Commands[0].Do("").Open
	if open == nil || open.Title() != "A pause" || !open.Enter("").Close {
		t.Errorf("got %+v", open)
	}
}
