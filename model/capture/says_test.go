package capture_test

import (
	"strings"
	"testing"

	"debrief/model"
	"debrief/model/capture"
)

// typing reads a line in which _ is the cursor, as in the mocks.
func typing(text string, c capture.Context) capture.Line {
	cursor := strings.LastIndexByte(text, '_')
	return capture.Read(text[:cursor]+text[cursor+1:], cursor, c)
}

func TestReadsSaysWhatEnterWillDo(t *testing.T) {
	mock := capture.Around{After: "~14:25", Row: "14:09"}
	for _, x := range []struct {
		phase  model.Phase
		text   string
		around capture.Around
		want   string
	}{
		{model.PhaseTimeline, "14:31 lag back under 5 s, latency normal #obs @ch_", mock, "new row at 14:31, after ~14:25; observed; @chao Chao Lin: Tab"},
		{model.PhaseTimeline, "Index rebuild paused_", mock, "new row, after ~14:25"},
		{model.PhaseTimeline, "00:03 x_", capture.Around{}, "new row at 00:03"},
		{model.PhaseTimeline, "2026-03-13 00:03 x_", capture.Around{}, "new row at 00:03 on Fri 13 Mar"},
		{model.PhaseTimeline, "13:52 (14:21) lag_", mock, "new row at 13:52, after ~14:25; known at 14:21"},
		{model.PhaseTimeline, "x @jo_", mock, "new row, after ~14:25; @jo (new)"},
		{model.PhaseTimeline, "x @_", mock, "new row, after ~14:25; Tab: @ana, @ben, @chao, @lena ..."},
		{model.PhaseTimeline, "x #d_", mock, "new row, after ~14:25; Tab: #detection, #diagnosis, #decision"},
		{model.PhaseTimeline, "x #obs_", mock, "new row, after ~14:25; observed: Tab completes #observed"},
		{model.PhaseTimeline, "x @ana_", mock, "new row, after ~14:25; @ana Ana Silva"},
		{model.PhaseTimeline, ">_", mock, "about 14:09: words, @name, a time, known 14:21 or #kind"},
		{model.PhaseTimeline, ">@ben graph stood flat_", mock, "account by @ben Ben Okafor of 14:09"},
		{model.PhaseTimeline, ">@ben I asked @jo and @ana then_", mock, "account by @ben Ben Okafor of 14:09; @jo (new)"},
		{model.PhaseTimeline, ">graph stood flat_", mock, "account of 14:09, nobody named"},
		{model.PhaseTimeline, ">@ben_", mock, "was there at 14:09: @ben Ben Okafor"},
		{model.PhaseTimeline, ">14:04_", mock, "the time of 14:09 becomes 14:04"},
		{model.PhaseTimeline, ">k 14:21 @ben_", mock, "known to @ben Ben Okafor at 14:21"},
		{model.PhaseTimeline, ">known at once_", mock, "known at once"},
		// Reads stayed empty here, and a person did not know how to go on.
		{model.PhaseTimeline, ">known _", mock, "known since when? 14:21 @ben, or at once @ben"},
		{model.PhaseTimeline, "Fri 0:21 logins recover_", mock, "new row at 00:21 on Fri 13 Mar 2026, after ~14:25"},
		{model.PhaseTimeline, ">thu ~14:21_", mock, "the time of 14:09 becomes ~14:21 on Thu 12 Mar 2026"},
		{model.PhaseTimeline, ">#decision_", mock, "kind decision"},
		{model.PhaseTimeline, "!Alert on lag_", mock, "idea parked at 14:09"},
		{model.PhaseTimeline, `"I read it so" @mia_`, mock, "quotation by @mia Mia Berg at 14:09"},
		{model.PhaseAttendees, "Jo Brandt @jo support #aff_", mock, "new person @jo, team support, role affected: Tab completes #affected"},
		// A team without a handle became part of the name, and nothing said so.
		{model.PhaseAttendees, "Jo Brandt support_", mock, `new person "Jo Brandt support", @jo; a team stands after the @handle`},
		{model.PhaseAttendees, "Jo Brandt #aff support _", mock, `new person "Jo Brandt", @jo, team support, role affected`},
		{model.PhaseAttendees, "Jo_", mock, `new person "Jo", @jo`},
		{model.PhaseAttendees, "Ana Silva @ana payments #res away_", mock, "completes @ana: team payments, role responded, away"},
		{model.PhaseAttendees, "_", mock, "name, @handle, team and #role; only the name is needed"},
		{model.PhaseAttendees, ">away_", capture.Around{Row: "Mia Berg"}, "Mia Berg is away"},
		{model.PhaseLearning, "the evening campaign had been moved to Friday #lu_", mock, "joins Where we were lucky: Tab completes #lucky"},
		{model.PhaseLearning, "x_", capture.Around{Learning: model.OpenQuestion}, "joins Open questions"},
		{model.PhaseCountermeasures, ">by 3 apr_", capture.Around{Owner: "Ana Silva"}, "date Fri 3 Apr 2026; with Ana as owner this is decided"},
		{model.PhaseCountermeasures, ">by 3 apr_", mock, "date Fri 3 Apr 2026; undecided until it has an owner"},
		{model.PhaseCountermeasures, ">by 2026-01-02_", mock, "date Fri 2 Jan 2026, which has passed; undecided until it has an owner"},
		{model.PhaseCountermeasures, ">@an by fri_", mock, "owner Ana Silva; date Fri 20 Mar 2026; this is decided"},
		{model.PhaseCountermeasures, ">@an_", mock, "owner Ana Silva: Tab; undecided until it has a date"},
		{model.PhaseCountermeasures, ">rest until mon_", mock, "rests until Mon 23 Mar 2026"},
		{model.PhaseCountermeasures, "Alert on lag @an by fri_", mock, "new countermeasure; owner Ana Silva; date Fri 20 Mar 2026; decided"},
		{model.PhaseCountermeasures, "Tell @ben about lag_", mock, "new countermeasure; undecided until it has an owner and a date"},
		{model.PhaseCountermeasures, "Alert on lag_", mock, "new countermeasure; undecided until it has an owner and a date"},
		{model.PhaseClose, ">by 30 mar_", capture.Around{Owner: "Chao Lin"}, "date Mon 30 Mar 2026; with Chao as owner this is decided"},
		{model.PhaseClose, "5_", mock, ""},
	} {
		c := context(t, x.phase)
		l := typing(x.text, c)
		if got := capture.Says(l, c, x.around); got != x.want {
			t.Errorf("%s: %s\n got %s\nwant %s", x.phase, x.text, got, x.want)
		}
		if check := l.Check(false); check != "" {
			t.Errorf("%s: fault while typing: %s", x.text, check)
		}
	}
}

func TestTheNextDayIsSaid(t *testing.T) {
	c := context(t, model.PhaseTimeline)
	c.Marked = c.Marked.Add(9*60*60e9 + 49*60e9) // 23:58
	l := typing("00:03 x_", c)
	if got, want := capture.Says(l, c, capture.Around{After: "23:58"}), "new row at 00:03 on Fri 13 Mar, the next day, after 23:58"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestAFaultInTheWordAtTheCursorWaitsForEnter(t *testing.T) {
	for _, x := range []struct {
		phase model.Phase
		text  string
	}{
		{model.PhaseTimeline, "x #d_"},
		{model.PhaseTimeline, "x @be_"},
		{model.PhaseTimeline, ">known_"},
		{model.PhaseTimeline, ">known @ben_"},
		{model.PhaseTimeline, ">known nob_"},
		{model.PhaseTimeline, ">known 14:2_"},
		{model.PhaseTimeline, ">known @ben at on_"},
		{model.PhaseCountermeasures, ">by_"},
		{model.PhaseCountermeasures, ">by ne_"},
		{model.PhaseCountermeasures, ">decl_"},
		{model.PhaseCountermeasures, ">declined because_"},
		{model.PhaseCountermeasures, ">done when _"},
		{model.PhaseAttendees, ">aw_"},
		{model.PhaseAttendees, "#aff_"},
	} {
		c := context(t, x.phase)
		l := typing(x.text, c)
		if l.Check(false) != "" || l.Check(true) == "" {
			t.Errorf("%s: while typing %q, at Enter %q", x.text, l.Check(false), l.Check(true))
		}
	}
	for _, x := range []struct {
		phase model.Phase
		text  string
	}{
		{model.PhaseTimeline, "x #ops_"},
		{model.PhaseTimeline, "x #d y_"},
		{model.PhaseTimeline, "25:61_"},
		{model.PhaseCountermeasures, ">make it so_"},
	} {
		if l := typing(x.text, context(t, x.phase)); l.Check(false) == "" {
			t.Errorf("%s: no fault is shown", x.text)
		}
	}
}

func TestTheWordAtTheCursorIsOffered(t *testing.T) {
	for _, x := range []struct {
		phase model.Phase
		text  string
		want  string
	}{
		{model.PhaseTimeline, "14:31 lag @ch_", "@chao"},
		{model.PhaseTimeline, "14:31 lag @be_", "@ben @lindsay @mia"},
		{model.PhaseTimeline, "14:31 lag @l_", "@lena @lindsay @chao"},
		{model.PhaseTimeline, "14:31 lag @an_ and more", "@ana"},
		{model.PhaseTimeline, ">@_", "@ana @ben @chao @lena @omar @priya @lindsay @mia"},
		{model.PhaseTimeline, "x #de_", "#detection #decision"},
		{model.PhaseLearning, "x #we_", "#wentwell"},
		{model.PhaseAttendees, "Jo @jo #aff_", "#affected"},
		{model.PhaseAttendees, "Jo @an_", ""},
		{model.PhaseTimeline, "x #zz_", ""},
		{model.PhaseTimeline, "x @an _", ""},
		{model.PhaseTimeline, "x ben@an_", ""},
		{model.PhaseTimeline, "x `@an_`", ""},
		{model.PhaseDiscretion, "x #de_", ""},
		{model.PhaseCountermeasures, ">done when @an_", ""},
		{model.PhaseOpen, "x @an_", ""},
	} {
		c := context(t, x.phase)
		var got []string
		for _, k := range capture.Candidates(typing(x.text, c).Open, c) {
			got = append(got, k.Text)
		}
		if strings.Join(got, " ") != x.want {
			t.Errorf("%s: got %v, want %s", x.text, got, x.want)
		}
	}
}

func TestPeopleInSmallCompaniesGetHandlesOfTheirOwn(t *testing.T) {
	for name, want := range map[string]string{
		"Jo Brandt": "jo", "Ana Silva": "anas", "Ana": "ana2", "Žofie Ünal": "žofie", "J.-P. Roux": "jp", "007 Bond": "bond", "42": "", "Ben O'Hara": "beno",
	} {
		if got := people().NewHandle(name); got != want {
			t.Errorf("%s gets %s, want %s", name, got, want)
		}
	}
}

func TestNewcomersAreNamedOnceWhereverTheyStand(t *testing.T) {
	c := context(t, model.PhaseTimeline)
	l := capture.Read("13:52 @jo asked @zoe then @jo known 14:21 @jo @ann2", -1, c)
	var got []string
	for _, p := range l.Newcomers() {
		got = append(got, p.Handle)
	}
	if strings.Join(got, " ") != "jo zoe ann2" {
		t.Errorf("newcomers are %v", got)
	}
}
