package aloud

import (
	"errors"
	"strings"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/sample"
)

func index(change func(*model.Postmortem)) *model.Index {
	p := sample.Postmortem(time.Date(2026, 3, 19, 14, 0, 0, 0, time.UTC))
	if change != nil {
		change(&p)
	}
	return model.NewIndex(p)
}

func TestOurOpeningIsFilledInFromTheRecord(t *testing.T) {
	said := strings.Join(Opening{}.Say(index(nil), "learning review"), "\n")
	for _, want := range []string{
		"This is a learning review: Checkout errors while the search index rebuilt. Priya Nair leads the talk. Lena Holt takes notes.",
		"14 of our 60 minutes are kept for them.",
		"When the talk drifts, our signal is: a raised pen.",
		"Here for the first time: Lena Holt. Please ask",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not in\n%s", want, said)
		}
	}
	if strings.ContainsAny(said, "{}") {
		t.Errorf("a place is left open:\n%s", said)
	}
}

func TestASentenceWhosePlaceIsEmptyIsLeftOut(t *testing.T) {
	said := Opening{}.Say(index(func(p *model.Postmortem) {
		p.Header.Facilitator, p.Header.DriftSignal, p.Sessions, p.PhaseMinutes = "", "", nil, nil
		for i := range p.Attendees {
			p.Attendees[i].Away = true
		}
	}), "")
	all := strings.Join(said, "\n")
	for _, gone := range []string{"leads the talk", "signal", "first time", "minutes"} {
		if strings.Contains(all, gone) {
			t.Errorf("%q is said:\n%s", gone, all)
		}
	}
	if want := "search index rebuilt. Lena Holt takes notes."; !strings.HasSuffix(said[0], want) {
		t.Errorf("the first paragraph is %q", said[0])
	}
	if want := "Please ask whatever is not clear."; said[len(said)-1] != want {
		t.Errorf("the last paragraph is %q, want %q", said[len(said)-1], want)
	}
}

func TestATeamSaysItInItsOwnWords(t *testing.T) {
	o, err := ReadOpening("Hello, {facilitator} here.\n  We look at {title}.\n\n\nSignal: {signal}\n")
	if err != nil {
		t.Fatal(err)
	}
	x := index(func(p *model.Postmortem) { p.Header.Title = "A title. With {signal} in it" })
	got := o.Say(x, "")
	want := []string{"Hello, Priya Nair here. We look at A title. With {signal} in it.", "Signal: a raised pen"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got %q, want %q", got, want)
	}
	if short := o.Short(x, ""); short != want[0] {
		t.Errorf("short it is %q", short)
	}
	if short := (Opening{}).Short(x, ""); short != shortest {
		t.Errorf("ours is short %q", short)
	}
}

func TestWhatCannotBeReadOutIsToldWithItsLine(t *testing.T) {
	for text, want := range map[string]Fault{
		"one\ntwo {boss}":          {1, "there is no {boss}; there are {word}, {title}, {facilitator}, {note-taker}, {signal}, {first time}, {minutes}, {kept}"},
		"one {signal":              {0, "the { is not closed in its line"},
		"\n\nsignal} one":          {2, "a } stands there without its {"},
		" \n \n":                   {0, "an opening has words; leave the setting out for those of debrief"},
		strings.Repeat("a ", 3000): {0, "an opening of 6000 characters is too long to be read out; 5000 are enough"},
	} {
		_, err := ReadOpening(text)
		var got Fault
		if !errors.As(err, &got) || got != want {
			t.Errorf("%.20q: got %+v, want %+v", text, got, want)
		}
	}
}
