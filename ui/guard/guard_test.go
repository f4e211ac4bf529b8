package guard

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"debrief/model"
	"debrief/model/review"
	"debrief/model/wording"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/theme"
)

func panel(t *testing.T, text string, waiting map[Part]string) *Panel {
	t.Helper()
	look, err := theme.Choose("dark", true, theme.ASCII())
	if err != nil {
		t.Fatal(err)
	}
	words, err := wording.New(wording.Default())
	if err != nil {
		t.Fatal(err)
	}
	found := words.Check(text, wording.Context{Phase: wording.Timeline})
	fact, idea := words.Halves(text, found[0])
	of := Of(screen.Key{Field: "event"}, text)
	waits := func(field screen.Key) (string, bool) {
		part := Part(field.Part)
		text, ok := waiting[part]
		return text, ok && field == part.key(of)
	}
	env := screen.Env{Theme: look, Pending: waits, Typed: waits}
	return NewPanel(env, Stopped{Of: of, Text: text, Findings: found, Fact: fact, Idea: idea, Who: "@ana"}, nil)
}

func drawn(p *Panel, width, most int) string {
	p.Resize(width, most)
	rows, _ := p.Height(most)
	p.Resize(width, rows-1)
	return ansi.Strip(strings.Join(p.Body(), "\n"))
}

func TestThePanelIsDrawnAsInTheMock(t *testing.T) {
	p := panel(t, "If we had alerted on replica lag we would have seen it at 13:52", nil)
	var got []string
	for row := range strings.Lines(drawn(p, 80, 16)) {
		got = append(got, strings.TrimRight(row, " \n"))
	}
	want := []string{
		"  [If we had] alerted on replica lag we [would have seen] it at 13:52",
		"  Counterfactual: it tells what did not happen; The DevOps Handbook rules these",
		"  two phrases out, in the meeting and in the resolution.",
		"",
		"> Reword   change the line below; Enter checks it again",
		"  Park     record the fact here, keep the idea for Countermeasures",
		"             fact   At 13:52 there was no alert on replica lag.",
		"             idea   Alert on replica lag",
		"  Quote    keep it as a quotation of what @ana said",
		"  Dismiss  record the words as they are, with a reason",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestInLittleRoomTheWaysStay(t *testing.T) {
	p := panel(t, "If we had alerted on replica lag we would have seen it at 13:52", nil)
	for range 4 {
		if got := drawn(p, 60, 9); !strings.Contains(got, "[If we had]") || !strings.Contains(got, "Dismiss") {
			t.Errorf("with %d marked:\n%s", p.Chosen(), got)
		}
		p.Move(screen.Down)
	}
}

func TestOfALongTextThePartWithTheFoundWordsIsShown(t *testing.T) {
	p := panel(t, strings.Repeat("The lag grew and nobody had a page open. ", 9)+"We would have seen it", nil)
	if got := drawn(p, 80, 16); !strings.Contains(got, "«grew and nobody had a page open. We [would have seen] it") {
		t.Errorf("got\n%s", got)
	}
	p = panel(t, "We would have seen it"+strings.Repeat(", as the lag grew and grew", 12), nil)
	p.Resize(80, 12)
	if rows := p.sentence(2); len(rows) != 2 || !strings.HasSuffix(strings.TrimSpace(ansi.Strip(rows[1])), "»") {
		t.Errorf("a text that goes on says so: %q", rows)
	}
}

func TestTabGoesRoundInTheTextsOfAWay(t *testing.T) {
	p := panel(t, "We would have seen it", map[Part]string{Idea: " Page on lag "})
	held := func() Part {
		f, _ := p.Field()
		return Part(f.Key.Part)
	}
	for _, want := range []Part{Fact, Idea, "", Fact} {
		if p.Do(keymap.Next); held() != want {
			t.Errorf("the line holds %q, want %q", held(), want)
		}
	}
	if p.Chosen() != review.Park {
		t.Error("editing the fact chooses Park")
	}
	if a, ready := p.Answer(); !ready || a.Idea != "Page on lag" {
		t.Errorf("the answer is %+v, %v", a, ready)
	}
	if o := p.Do(keymap.Back); o.Close || p.Editing() {
		t.Error("Esc goes back to the ways first")
	}
	if o := p.Do(keymap.Back); !o.Close {
		t.Error("a second Esc closes the panel")
	}
}

func TestDismissAsksForAReasonFirst(t *testing.T) {
	p := panel(t, "We would have seen it", nil)
	p.Move(screen.Last)
	if _, ready := p.Answer(); ready {
		t.Error("the words are kept without a reason")
	}
	if f, own := p.Field(); !own || f.Key != Reason.key(p.stopped.Of) {
		t.Errorf("the line holds %q", f.Key)
	}
	if _, ready := p.Answer(); !ready {
		t.Error("Enter on the reason does it")
	}
}

func TestFindingsInsideOthersAreBracketedOnce(t *testing.T) {
	found := []wording.Finding{{Start: 4, End: 9}, {Start: 0, End: 6}, {Start: 7, End: 9}}
	if got := Bracketed("abcdefghij", found); got != "[abcdef]g[hi]j" {
		t.Errorf("got %s", got)
	}
}

func TestWordsThatAreRecordedStopNobodyWhoTypes(t *testing.T) {
	p := panel(t, "We would have seen it", nil)
	if p.Title() != "Not recorded yet" || !p.PassesText() || !p.Sudden() || p.Ask() != safe.Line(p.stopped.Findings[0].Ask) {
		t.Errorf("stopped words: %q, passes %t, sudden %t, asks %q", p.Title(), p.PassesText(), p.Sudden(), p.Ask())
	}
	s := p.stopped
	s.Recorded, s.Findings = true, nil
	p.Update(s)
	if p.Title() != "These words are recorded" || p.PassesText() || p.Sudden() || p.Ask() != "" {
		t.Errorf("recorded words: %q, passes %t, sudden %t, asks %q", p.Title(), p.PassesText(), p.Sudden(), p.Ask())
	}
}

func TestEachTextOfThePanelSaysWhatOfARowItIs(t *testing.T) {
	p := panel(t, "We would have seen it", nil)
	p.stopped.At = model.ProseAt{Table: model.Events, Field: "what"}
	for _, c := range []struct {
		way  review.Way
		tabs int
		want model.ProseAt
	}{
		{review.Park, 1, p.stopped.At},
		{review.Park, 2, model.ProseAt{Table: model.ParkedIdeas, Field: "text"}},
		{review.Quote, 1, model.ProseAt{}}, // a name
		{review.Dismiss, 1, model.ProseAt{Table: model.Findings, Field: "reason"}},
	} {
		p.edits = ""
		p.list.Mark(c.way)
		for range c.tabs {
			p.Do(keymap.Next)
		}
		if f, own := p.Field(); !own || f.At != c.want {
			t.Errorf("way %d, text %d is %+v, want %+v", c.way, c.tabs, f.At, c.want)
		}
	}
}
