package ui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/sample"
	"debrief/ui/keymap"
	"debrief/ui/preview"
	"debrief/ui/screen"
)

func TestCopyingThePageAsksWhileAFirmFindingIsLeft(t *testing.T) {
	p := sample.Postmortem(time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC))
	p.Events[0].What = "We would have seen it"
	d := recordDriver(t, p, screen.Timeline)
	if want := fmt.Sprintf("%d left", d.app.guard.Count().Left); d.app.guard.Count().Firm != 1 || !strings.Contains(string(preview.Markdown(d.app.frame(), d.app.desk.Record)), want) {
		t.Errorf("the page does not say %q, with %d firm marks", want, d.app.guard.Count().Firm)
	}
	d.does(func() { d.app.command(keymap.Copy) })
	d.want("a firm wording mark is left, ", "copy once more to")
	d.kind("14:50 The page is read")
	d.press("enter")
	d.does(func() { d.app.command(keymap.Copy) })
	d.want("a firm wording mark is left") // of another record than it was asked about
	d.does(func() { d.app.command(keymap.Copy) })
	d.want("Copied")
	if findings := d.receipt(); len(findings) != 0 {
		t.Errorf("copying changed the record: %+v", findings)
	}
	d.does(func() { d.app.command(keymap.Copy) })
	d.want("a firm wording mark is left")
}

func TestAPrivateFindingIsNotCountedOnThePage(t *testing.T) {
	p := sample.Postmortem(time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC))
	p.Events[0].What, p.Events[0].Private = "We would have seen it", true
	d := recordDriver(t, p, screen.Timeline)
	d.share()
	if left := preview.FirmLeft(d.app.frame()); d.app.guard.Count().Firm != 1 || len(left) != 0 {
		t.Errorf("%d firm marks, on the page %v; want 1 and none", d.app.guard.Count().Firm, left)
	}
}

func TestFieldsThatThePagePrintsAreStopped(t *testing.T) {
	for _, c := range []struct {
		at    screen.Name
		field model.Field
		typed string
	}{
		{screen.Open, model.FieldDriftSignal, "; without it we would have lost an hour"},
		{screen.Open, model.FieldDetectedBy, "alert that could have come earlier"},
		{screen.Close, model.FieldTold, ", who would have asked"},
	} {
		d := sampleDriver(t, c.at)
		before := d.record().Field(c.field)
		place := screen.Place{Screen: c.at, Postmortem: d.app.desk.ID(), Field: string(c.field)}
		d.does(func() { d.app.goTo(place) })
		d.kind(c.typed)
		if len(d.app.guard.InLine()) == 0 {
			t.Errorf("%s: the words are not marked while they are typed", c.field)
		}
		d.press("enter")
		d.want("Not recorded yet")
		d.press("down", "down", "down", "enter")
		d.kind("words of the page")
		d.press("enter")
		if got := d.record().Field(c.field); !strings.HasSuffix(got, c.typed) || got == before {
			t.Errorf("%s: recorded was %q, before it %q:\n%s", c.field, got, before, d.text())
		}
	}
}

func TestAReasonInTheReceiptCountsAtTheClose(t *testing.T) {
	p := sample.Postmortem(time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC))
	for i := range p.Findings {
		if p.Findings[i].Outcome == model.Dismissed {
			p.Findings[i].Reason = "it could have been worse"
		}
	}
	p.Header.ToldDirect = "support, who would have asked"
	d := recordDriver(t, p, screen.Timeline)
	if got := d.app.guard.Count().Phases[model.PhaseClose]; got != 2 {
		t.Fatalf("%d marks at the close, want 2", got)
	}
	var walk []string
	d.press("esc")
	for range 2 + d.app.guard.Count().Left {
		d.press("f")
		walk = append(walk, string(d.app.at.Screen)+" "+d.app.guard.Here().Field)
	}
	if !strings.Contains(strings.Join(walk, ", "), "close "+string(model.FieldTold)) {
		t.Errorf("the walk is %q", walk)
	}
	d.app.options.WriteFile = func(string, []byte, bool) error { return nil }
	d.does(func() { d.app.run(keymap.Preview, "") })
	d.press("enter", "enter")
	n := 0
	for _, f := range d.receipt() {
		if f.Outcome == model.Flagged && f.Firm {
			n++
		}
	}
	if n != 2 {
		t.Errorf("%d firm findings are noted as left, want 2", n)
	}
}
