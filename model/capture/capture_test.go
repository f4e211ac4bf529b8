package capture_test

import (
	"strings"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/capture"
)

// The meeting of the mocks: the timeline is at 14:09 on 12 March 2026, the room sits together
// a week later, on Thursday 19 March.
func context(t testing.TB, phase model.Phase) capture.Context {
	t.Helper()
	zone := berlin(t)
	return capture.Context{
		Phase:  phase,
		Now:    time.Date(2026, 3, 19, 14, 55, 0, 0, zone),
		Zone:   zone,
		Day:    model.Date{Year: 2026, Month: 3, Day: 12},
		Marked: time.Date(2026, 3, 12, 14, 9, 0, 0, zone),
		People: people(),
	}
}

func berlin(t testing.TB) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

func people() capture.People {
	return capture.NewPeople([]model.Attendee{
		{ID: "ana", Handle: "ana", Name: "Ana Silva"},
		{ID: "ben", Handle: "ben", Name: "Ben Okafor", Other: model.ListOf("benno", "okaf77")},
		{ID: "chao", Handle: "chao", Name: "Chao Lin"},
		{ID: "lena", Handle: "lena", Name: "Lena Holt"},
		{ID: "mia", Handle: "mia", Name: "Mia Berg", Away: true},
		{ID: "omar", Handle: "omar", Name: "Omar Haddad"},
		{ID: "priya", Handle: "priya", Name: "Priya Nair"},
		{ID: "lin2", Handle: "lindsay", Name: "Lindsay Berger"},
	})
}

// told writes down what a line says, field by field and only what is there, so that a table can
// hold it: "new 'words' at 2026-03-12 14:31 @chao #observed".
func told(l capture.Line, zone *time.Location) string {
	parts := []string{[...]string{"plain", "new", "row", "idea", "quote"}[l.Target]}
	say := func(ok bool, words string) {
		if ok {
			parts = append(parts, words)
		}
	}
	who := func(list []capture.Person) string {
		var all []string
		for _, p := range list {
			s := "@" + p.Handle
			if !p.Known {
				s += "(" + p.Name + ")"
			}
			if p.InText {
				s += "+"
			}
			all = append(all, s)
		}
		return strings.Join(all, " ")
	}
	say(l.Text != "", "'"+l.Text+"'")
	say(!l.When.IsZero(), "at "+l.When.Full(zone))
	say(l.DayShift > 0, "next day")
	say(l.DayShift < 0, "day before")
	if l.Known.State != "" {
		parts = append(parts, "known "+string(l.Known.State))
		say(!l.Known.When.IsZero(), l.Known.When.Full(zone))
		say(len(l.Known.People) > 0, "to "+who(l.Known.People))
	}
	say(len(l.People) > 0, who(l.People))
	say(l.Kind != "", "#"+l.Kind)
	if a := l.Attendee; a != (model.Attendee{}) {
		say(a.Handle != "", "handle "+a.Handle)
		say(a.Name != "", "name "+a.Name)
		say(a.Team != "", "team "+a.Team)
		say(a.Roles != 0, "roles "+a.Roles.String())
		say(a.Away, "away")
		say(a.New, "first time")
	}
	say(l.Presence == capture.Here, "here")
	say(l.Presence == capture.Away, "away")
	say(!l.By.IsZero(), "by "+l.By.String())
	say(l.State != "", "state "+string(l.State))
	say(!l.RestUntil.IsZero(), "until "+l.RestUntil.String())
	say(l.Reason != "", "because '"+l.Reason+"'")
	say(l.DoneWhen != "", "done when '"+l.DoneWhen+"'")
	say(l.Ticket != "", "ticket "+l.Ticket)
	for _, f := range l.Faults {
		parts = append(parts, "! "+f.Words)
	}
	return strings.Join(parts, " ")
}

func read(t *testing.T, phase model.Phase, text string) string {
	t.Helper()
	c := context(t, phase)
	return told(capture.Read(text, -1, c), c.Zone)
}

type example struct{ text, want string }

func examples(t *testing.T, phase model.Phase, list []example) {
	t.Helper()
	for _, e := range list {
		if got := read(t, phase, e.text); got != e.want {
			t.Errorf("%s: %s\n got %s\nwant %s", phase.Short(), e.text, got, e.want)
		}
	}
}

func TestAnEventHasATimeFirstAndPeopleAndAKindAnywhere(t *testing.T) {
	examples(t, model.PhaseTimeline, []example{
		{"", "new"},
		{"Index rebuild paused", "new 'Index rebuild paused'"},
		{"14:31 lag back under 5 s, latency normal #obs @ch", "new 'lag back under 5 s, latency normal' at 2026-03-12 14:31 @chao #observed"},
		{"14:05 @ben", "new at 2026-03-12 14:05 @ben"},
		{"@ben 14:05", "new '14:05' @ben"},
		{"13:52 (14:21) Replica lag passes 90 s", "new 'Replica lag passes 90 s' at 2026-03-12 13:52 known at 2026-03-12 14:21"},
		{"13:52 known 14:21 Replica lag passes 90 s @ben", "new 'Replica lag passes 90 s' at 2026-03-12 13:52 known at 2026-03-12 14:21 @ben"},
		{"13:52 Replica lag passes 90 s known 14:21 @ben @ana", "new 'Replica lag passes 90 s' at 2026-03-12 13:52 known at 2026-03-12 14:21 to @ben @ana"},
		{"13:52 @chao Replica lag known at once @ben", "new 'Replica lag' at 2026-03-12 13:52 known at once to @ben @chao"},
		{"the problem was known 14:21 already", "new 'the problem was known 14:21 already'"},
		{"known issue at the vendor", "new 'known issue at the vendor'"},
		{"14:09 Ana asked @ben to look #dec", "new 'Ana asked @ben to look' at 2026-03-12 14:09 @ben+ #decision"},
		{"14:09 @ben's graph stood flat", "new '@ben's graph stood flat' at 2026-03-12 14:09 @ben+"},
		{"14:09 pool lowered @ben, @ana: @ben", "new 'pool lowered' at 2026-03-12 14:09 @ben @ana"},
		{"14:09  spaces   are  tidied  ", "new 'spaces are tidied' at 2026-03-12 14:09"},
		{"14:09 ran `kill  -9  @ben` by hand", "new 'ran `kill  -9  @ben` by hand' at 2026-03-12 14:09"},
		{"14:09, pool lowered", "new 'pool lowered' at 2026-03-12 14:09"},
		{"14:09: pool lowered", "new 'pool lowered' at 2026-03-12 14:09"},
		{"14:09 mail to @joe.doe and", "new 'mail to @joe.doe and' at 2026-03-12 14:09 @joe.doe(Joe Doe)+"},
		{"pool lowered by fri", "new 'pool lowered by fri'"},
	})
}

func TestTimesAreReadInEveryFormThatMayBeginALine(t *testing.T) {
	examples(t, model.PhaseTimeline, []example{
		{"14:09:30 x", "new 'x' at 2026-03-12 14:09:30"},
		{"9:05 x", "new 'x' at 2026-03-12 09:05"},
		{"~14:25 x", "new 'x' at ~2026-03-12 14:25"},
		{"~ 14:25 x", "new 'x' at ~2026-03-12 14:25"},
		{"14:12-14:18 x", "new 'x' at 2026-03-12 14:12-14:18"},
		{"14:12–14:18 x", "new 'x' at 2026-03-12 14:12-14:18"},
		{"14:12 - 14:18 x", "new 'x' at 2026-03-12 14:12-14:18"},
		{"~14:12-14:18 x", "new 'x' at ~2026-03-12 14:12-14:18"},
		{"23:50-00:10 x", "new 'x' at 2026-03-12 23:50-00:10"},
		{"+5m x", "new 'x' at 2026-03-12 14:14"},
		{"+1h x", "new 'x' at 2026-03-12 15:09"},
		{"+90s x", "new 'x' at 2026-03-12 14:10:30"},
		{"+1h30m x", "new 'x' at 2026-03-12 15:39"},
		{"~+5min x", "new 'x' at ~2026-03-12 14:14"},
		{"2026-03-13 14:05 x", "new 'x' at 2026-03-13 14:05"},
		{"2026-03-13T14:05 x", "new 'x' at 2026-03-13 14:05"},
		{"2026-03-13T14:05:00Z x", "new 'x' at 2026-03-13 15:05"},
		{"2026-03-13T14:05:00-05:00 x", "new 'x' at 2026-03-13 20:05"},
		{"2026/03/13 14:05 x", "new 'x' at 2026-03-13 14:05"},
		{"12 mar 14:05 x", "new 'x' at 2026-03-12 14:05"},
		{"11 March 14:05 x", "new 'x' at 2026-03-11 14:05"},
		{"12 mar 2025 14:05 x", "new 'x' at 2025-03-12 14:05"},
		{"Mar 11 14:05 x", "new 'x' at 2026-03-11 14:05"},
		{"12.3. 14:05 x", "new 'x' at 2026-03-12 14:05"},
		{"30 dec 14:05 x", "new 'x' at 2025-12-30 14:05"},
		{"2:05pm x", "new 'x' at 2026-03-12 14:05"},
		{"2:05 pm x", "new 'x' at 2026-03-12 14:05"},
		{"12:05am x", "new 'x' at 2026-03-12 00:05"},
		{"13:09Z x", "new 'x' at 2026-03-12 14:09"},
		{"13:09 UTC x", "new 'x' at 2026-03-12 14:09"},
		{"15:09 CEST x", "new 'x' at 2026-03-12 14:09"},
		{"13:09+0000 x", "new 'x' at 2026-03-12 14:09"},
	})
}

func TestWhatOnlyLooksLikeATimeStaysText(t *testing.T) {
	for _, text := range []string{
		"1:1 with Ana", "10:1 odds", "1.2.3 released", "v14:09 of it", "latency at 14:09 rose",
		"+5 % errors", "+5 more", "2026-03-12 was a Thursday", "12 mar was quiet", "14:0 x", "14: x", "14 servers",
		"https://example.org:8080/14:09", "14:09/14:10 x", "14:09.5 x", "14:09a x", "host:1409 up", "~200 requests",
		"May 5 servers failed", "sun 10:1", "1234.0001.T14:05 x", "5m after",
	} {
		if got, want := read(t, model.PhaseTimeline, text), "new '"+text+"'"; got != want {
			t.Errorf("got %s\nwant %s", got, want)
		}
	}
	// A word behind a time belongs to the sentence unless the zone has that offset.
	examples(t, model.PhaseTimeline, []example{
		{"14:09 +1000 requests", "new '+1000 requests' at 2026-03-12 14:09"},
		{"14:09 DNS fails", "new 'DNS fails' at 2026-03-12 14:09"},
		{"14:09 - pool lowered", "new '- pool lowered' at 2026-03-12 14:09"},
	})
}

func TestATimeThatCannotBeIsAFault(t *testing.T) {
	examples(t, model.PhaseTimeline, []example{
		{"25:61 x", "new 'x' ! 25:61 is no time of day: hours go from 00 to 23"},
		{"14:75 x", "new 'x' ! 14:75 is no time of day: minutes and seconds go to 59"},
		{"24:00 x", "new 'x' ! 24:00 is the next day's 00:00: type 00:00"},
		{"14:12-14:05 x", "new 'x' ! 14:12-14:05 ends before it begins: type 14:05-14:12"},
		{"14:12-14:99 x", "new 'x' ! 14:99 is no time of day: minutes and seconds go to 59"},
		{"2026-02-30 14:05 x", "new 'x' ! there is no day 2026-02-30: type fri, 3 apr or 2026-04-03"},
		{">25:61", "row ! 25:61 is no time of day: hours go from 00 to 23"},
		{">known 25:61", "row known at ! 25:61 is no time of day: hours go from 00 to 23"},
	})
	c := context(t, model.PhaseTimeline)
	c.Marked = time.Time{}
	l := capture.Read("+5m x", -1, c)
	if got, want := l.Check(false), "+5m needs a marked row with a time: type a time such as 14:09"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestMidnightBetweenTwoNearRowsMovesTheDay(t *testing.T) {
	c := context(t, model.PhaseTimeline)
	at := func(h, m int) time.Time { return time.Date(2026, 3, 12, h, m, 0, 0, c.Zone) }
	for _, x := range []struct {
		marked time.Time
		text   string
		want   string
	}{
		{at(23, 58), "00:03 x", "new 'x' at 2026-03-13 00:03 next day"},
		{at(23, 58), "00:03-00:10 x", "new 'x' at 2026-03-13 00:03-00:10 next day"},
		{at(0, 3), "23:58 x", "new 'x' at 2026-03-11 23:58 day before"},
		{at(0, 3), ">23:58", "row at 2026-03-11 23:58 day before"},
		{at(14, 9), "02:00 x", "new 'x' at 2026-03-12 02:00"},
		{at(14, 9), "23:58 x", "new 'x' at 2026-03-12 23:58"},
		{at(23, 50), "23:58 x known 00:20", "new 'x' at 2026-03-12 23:58 known at 2026-03-13 00:20"},
		{at(23, 50), "2026-03-12 00:03 x", "new 'x' at 2026-03-12 00:03"},
		{time.Time{}, "00:03 x", "new 'x' at 2026-03-12 00:03"},
	} {
		c.Marked = x.marked
		if got := told(capture.Read(x.text, -1, c), c.Zone); got != x.want {
			t.Errorf("%s: got %s\nwant %s", x.text, got, x.want)
		}
	}
}

func TestAClockTimeThatDaylightSavingRepeatsOrSkipsIsAskedAbout(t *testing.T) {
	c := context(t, model.PhaseTimeline)
	c.Marked = time.Time{}
	autumn, spring := model.Date{Year: 2026, Month: 10, Day: 25}, model.Date{Year: 2026, Month: 3, Day: 29}
	for _, x := range []struct {
		day  model.Date
		text string
		want string // UTC, or the fault
	}{
		{autumn, "02:30 x", "02:30 came twice on Sun 25 Oct: type 02:30 CEST (first) or 02:30 CET"},
		{autumn, "02:30 CEST x", "2026-10-25T00:30:00.000Z"},
		{autumn, "02:30 CET x", "2026-10-25T01:30:00.000Z"},
		{autumn, "02:30 +0200 x", "2026-10-25T00:30:00.000Z"},
		{autumn, "02:30+0100 x", "2026-10-25T01:30:00.000Z"},
		{autumn, "02:30a x", "2026-10-25T00:30:00.000Z"},
		{autumn, "02:30b x", "2026-10-25T01:30:00.000Z"},
		{autumn, "00:30 UTC x", "2026-10-25T00:30:00.000Z"},
		{autumn, "01:59 x", "2026-10-24T23:59:00.000Z"},
		{autumn, "03:00 x", "2026-10-25T02:00:00.000Z"},
		{spring, "02:30 x", "the clocks skipped 02:30 on Sun 29 Mar: type 03:30, or 01:30 before it"},
		{spring, "02:30 CET x", "2026-03-29T01:30:00.000Z"},
		{spring, "01:59 x", "2026-03-29T00:59:00.000Z"},
		{spring, "03:00 x", "2026-03-29T01:00:00.000Z"},
	} {
		c.Day = x.day
		l := capture.Read(x.text, -1, c)
		got := l.Check(false)
		if got == "" {
			got = model.FormatTime(l.When.At)
		}
		if got != x.want {
			t.Errorf("%s on %s: got %s\nwant %s", x.text, x.day, got, x.want)
		}
		if l.Text != "x" {
			t.Errorf("%s: text is %q", x.text, l.Text)
		}
	}
}

func TestWhatIsProposedForARepeatedOrSkippedTimeIsUnderstood(t *testing.T) {
	for _, x := range []struct {
		zone, clock  string
		day          model.Date
		first, later string // the proposals, and the instants they stand for
		utc          [2]string
	}{
		{"America/New_York", "01:30", model.Date{Year: 2026, Month: 11, Day: 1}, "01:30 EDT", "01:30 EST", [2]string{"05:30", "06:30"}},
		{"Australia/Lord_Howe", "01:45", model.Date{Year: 2026, Month: 4, Day: 5}, "01:45 +1100", "01:45 +1030", [2]string{"14:45", "15:15"}},
		{"Europe/Dublin", "01:30", model.Date{Year: 2026, Month: 10, Day: 25}, "01:30 IST", "01:30 GMT", [2]string{"00:30", "01:30"}},
		{"America/Sao_Paulo", "00:30", model.Date{Year: 2018, Month: 11, Day: 4}, "01:30", "23:30", [2]string{"03:30", "02:30"}},
	} {
		zone, err := time.LoadLocation(x.zone)
		if err != nil {
			t.Fatal(err)
		}
		c := capture.Context{Zone: zone, Day: x.day}
		_, err = capture.ParseMoment(x.clock, c)
		if err == nil || !strings.Contains(err.Error(), x.first) || !strings.Contains(err.Error(), x.later) {
			t.Errorf("%s in %s: %v, want %s and %s proposed", x.clock, x.zone, err, x.first, x.later)
		}
		for i, typed := range []string{x.first, x.later} {
			if typed == "23:30" {
				typed = x.day.AddDays(-1).String() + " " + typed // half an hour before the midnight that was skipped
			}
			if m, err := capture.ParseMoment(typed, c); err != nil || m.At.Format("15:04") != x.utc[i] {
				t.Errorf("%s in %s is %s, %v; want %s UTC", typed, x.zone, m.At.Format("15:04"), err, x.utc[i])
			}
		}
	}
}

func TestAMomentKeepsWhatWasTypedAndTheZone(t *testing.T) {
	l := capture.Read("~ 14:12 - 14:18, x", -1, context(t, model.PhaseTimeline))
	if l.When.Typed != "~ 14:12 - 14:18" || l.When.Zone != "Europe/Berlin" {
		t.Errorf("typed %q in zone %q", l.When.Typed, l.When.Zone)
	}
	if l.When.At.Location() != time.UTC {
		t.Errorf("the time stands in %s, want UTC", l.When.At.Location())
	}
}

func TestAFirstSignSaysWhatALineIsAbout(t *testing.T) {
	examples(t, model.PhaseTimeline, []example{
		{">", "row"},
		{">@ben graph stood flat", "row 'graph stood flat' @ben"},
		{"> @ben graph stood flat", "row 'graph stood flat' @ben"},
		{">graph stood flat", "row 'graph stood flat'"},
		{">@ben", "row @ben"},
		{">14:04", "row at 2026-03-12 14:04"},
		{">~14:04", "row at ~2026-03-12 14:04"},
		{">+5m", "row at 2026-03-12 14:14"},
		{">14:04 #dec", "row at 2026-03-12 14:04 #decision"},
		{">14:15 I saw the change @ana", "row '14:15 I saw the change' @ana"},
		{">known 14:21 @ben", "row known at 2026-03-12 14:21 to @ben"},
		{">known @ben @ana 14:21", "row known at 2026-03-12 14:21 to @ben @ana"},
		{">k 14:21", "row known at 2026-03-12 14:21"},
		{">k 14:21 @ben", "row known at 2026-03-12 14:21 to @ben"},
		{">known at once @ben", "row known at once to @ben"},
		{">known nobody has said yet @ben", "row known nobody has said yet to @ben"},
		{">known @ben nobody", "row known nobody has said yet to @ben"},
		{">known issue at the vendor", "row 'known issue at the vendor'"},
		{">known", "row ! known since when? Type 14:21, at once, or nobody"},
		{">known 14:21 @ben on the board", "row 'on the board' known at 2026-03-12 14:21 to @ben ! known takes a time and names; words go in a line of their own"},
		{">#decision", "row #decision"},
		{"!Show pool changes in #ops", "idea 'Show pool changes in #ops'"},
		{"! Alert on replica lag @mia", "idea 'Alert on replica lag' @mia"},
		{`"I read it as a traffic peak" @mia`, "quote 'I read it as a traffic peak' @mia"},
		{`"I read it as a traffic peak." @ben @ana`, "quote 'I read it as a traffic peak.' @ben @ana"},
		{`"I read it as @ben did`, "quote 'I read it as @ben did'"},
		{`"I read it so @ben`, "quote 'I read it so' @ben"},
		{`"slow" is what she said`, `quote '"slow" is what she said'`},
		{`"she said "slow" twice" @mia`, `quote '"she said "slow" twice"' @mia`},
		{`\>not about the row`, "new '>not about the row'"},
		{`\"quoted" words`, `new '"quoted" words'`},
		{`\!important`, "new '!important'"},
		{`\14:09 is when it says`, "new '14:09 is when it says'"},
		{`\@ben`, "new '@ben'"},
		{`told \@ben in \#ops`, "new 'told @ben in #ops'"},
		{`\\server\share`, `new '\\server\share'`},
		{`\d+ matched`, `new '\d+ matched'`},
	})
}

func TestPeopleAreFoundByTheBeginningOfAnyOfTheirNames(t *testing.T) {
	p := people()
	for word, want := range map[string]string{
		"ana": "ana", "an": "ana", "@AN": "ana", "chao": "chao", "lin": "chao", "lind": "lindsay", "benno": "ben",
		"okaf77": "ben", "okaf": "ben", "berg": "mia", "l": "chao lena lindsay", "be": "ben mia lindsay", "zoe": "", "": "",
	} {
		var got []string
		for _, a := range p.Find(word) {
			got = append(got, a.Handle)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("@%s is %v, want %s", word, got, want)
		}
	}
}

func TestUnknownAndAmbiguousPeople(t *testing.T) {
	examples(t, model.PhaseTimeline, []example{
		{"x @jo", "new 'x' @jo(Jo)"},
		{"x @Jo.Brandt", "new 'x' @jo.brandt(Jo Brandt)"},
		{"x @zoë", "new 'x' @zoë(Zoë)"},
		{"x @be", "new 'x' ! @be fits Ben Okafor, Mia Berg and Lindsay Berger: type more of it"},
		{"mail to ben@example.org", "new 'mail to ben@example.org'"},
		{"@10:30 it was up", "new '@10:30 it was up'"},
		{"@ 5 requests", "new '@ 5 requests'"},
		{"uses @angular/core", "new 'uses @angular/core'"},
		{"x @", "new 'x @'"},
	})
}

func TestTagsAreKindsWhereThePhaseHasThem(t *testing.T) {
	examples(t, model.PhaseTimeline, []example{
		{"x #det", "new 'x' #detection"},
		{"x #OBS", "new 'x' #observed"},
		{"x #d", "new 'x' ! #d fits detection, diagnosis and decision: type more of it"},
		{"asked in #ops", `new 'asked in' ! #ops is no kind: #det #di #dec #ac #im #me #ob; \#ops is text`},
		{"x #obs #dec", "new 'x' #observed ! one kind fits a row: #observed or #decision"},
		{"issue #123 and # of errors, c#dec", "new 'issue #123 and # of errors, c#dec'"},
	})
	examples(t, model.PhaseDiscretion, []example{
		{"asked in #ops", "new 'asked in #ops'"},
		{"14:03 pool flat @ben", "new '14:03 pool flat' @ben"},
		{">known 14:15 @ana", "row known at 2026-03-12 14:15 to @ana"},
	})
	examples(t, model.PhaseLearning, []example{
		{"the evening campaign had been moved to Friday #lu", "new 'the evening campaign had been moved to Friday' #lucky"},
		{"x #su", "new 'x' #surprise"}, {"x #went", "new 'x' #went well"}, {"x #wentwell", "new 'x' #went well"},
		{"x #co", "new 'x' #condition"}, {"x #qu", "new 'x' #question"}, {"x #si", "new 'x' #signal"}, {"x #def", "new 'x' #defect"},
		{"Who reads the db list? @ben by mon #qu", "new 'Who reads the db list?' @ben #question by 2026-03-23"},
		{">@ben by mon", "row @ben by 2026-03-23"},
		{">the pager, since May", "row 'the pager, since May'"},
		{"done by hand", "new 'done by hand'"},
	})
	examples(t, 0, []example{{"Checkout #errors @ 14:05", "plain 'Checkout #errors @ 14:05'"}, {`>x`, "plain '>x'"}})
	examples(t, model.PhaseOpen, []example{{"About 1,900 of 17,000 @ben", "plain 'About 1,900 of 17,000 @ben'"}, {"!idea", "idea 'idea'"}})
	examples(t, model.PhaseClose, []example{{"5", "plain '5'"}, {">by 30 mar", "row by 2026-03-30"}})
}

func TestACountermeasureTakesOwnerDateAndKind(t *testing.T) {
	examples(t, model.PhaseCountermeasures, []example{
		{"Alert on replica lag", "new 'Alert on replica lag'"},
		{"Alert on replica lag @an by fri", "new 'Alert on replica lag' @ana by 2026-03-20"},
		{"Alert on replica lag by 3 apr @an #prevent", "new 'Alert on replica lag' @ana #prevent by 2026-04-03"},
		{"Do it by hand", "new 'Do it by hand'"},
		{"Have it by friday noon", "new 'Have it by friday noon'"},
		{"Replace what was made by Ben by fri", "new 'Replace what was made by Ben' by 2026-03-20"},
		{"x by 2026-02-30", "new 'x' ! there is no day 2026-02-30: type fri, 3 apr or 2026-04-03"},
		{"Show #123 in OPS-1", "new 'Show #123 in OPS-1'"},
	})
}

func TestWordsAboutAMarkedCountermeasure(t *testing.T) {
	const here = "! here: @ana, by fri, done when, rest, declined because, done, OPS-1"
	examples(t, model.PhaseCountermeasures, []example{
		{">@ana by fri", "row @ana by 2026-03-20"},
		{">by fri @ana", "row @ana by 2026-03-20"},
		{">by 3 apr", "row by 2026-04-03"},
		{">3 apr", "row by 2026-04-03"},
		{">in 2 weeks", "row by 2026-04-02"},
		{">done when lag of 10 min leaves @ben by fri", "row done when 'lag of 10 min leaves @ben by fri'"},
		{">@ana by fri done when the page comes", "row @ana by 2026-03-20 done when 'the page comes'"},
		{">rest", "row state resting"},
		{">rest until mon", "row state resting until 2026-03-23"},
		{">rest 3 days", "row state resting until 2026-03-22"},
		{">declined because it costs more than it saves", "row state declined because 'it costs more than it saves'"},
		{">declined", "row state declined ! say why: declined because ..., in a few words"},
		{">done", "row state done"},
		{">OPS-123", "row ticket OPS-123"},
		{">https://tickets.example/9", "row ticket https://tickets.example/9"},
		{">#123", "row ticket #123"},
		{">#prevent", "row #prevent"},
		{">by", "row ! by when? type fri, 3 apr or 2026-04-03"},
		{">by hook", "row ! hook is no date: type fri, 3 apr or 2026-04-03"},
		{">make it so", "row 'make it so' " + here},
	})
}

func TestDatesAreTheNextSuchDay(t *testing.T) {
	c := context(t, model.PhaseCountermeasures) // Thursday 19 March 2026
	for typed, want := range map[string]string{
		"fri": "2026-03-20", "Friday": "2026-03-20", "thu": "2026-03-26", "monday": "2026-03-23", "tues": "2026-03-24",
		"this fri": "2026-03-20", "next fri": "2026-03-27", "next mon": "2026-03-23", "next sunday": "2026-03-29",
		"today": "2026-03-19", "tomorrow": "2026-03-20", "3 apr": "2026-04-03", "3rd apr": "2026-04-03", "3. apr": "2026-04-03",
		"apr 3": "2026-04-03", "3 april 2027": "2027-04-03", "27 March 2026": "2026-03-27", "March 27, 2026": "2026-03-27",
		"3rd of April": "2026-04-03", "19 mar": "2026-03-19", "18 mar": "2027-03-18", "2026-03-27": "2026-03-27", "2026-03-27.": "2026-03-27",
		"2026-01-02": "2026-01-02", "27.3.": "2026-03-27", "27.03.2026": "2026-03-27", "29 feb": "2028-02-29", "30 sept": "2026-09-30",
		"next week": "2026-03-27", "this week": "2026-03-20", "end of week": "2026-03-20", "end of the week": "2026-03-20",
		"end of next week": "2026-03-27", "end of month": "2026-03-31", "the end of the month": "2026-03-31", "next month": "2026-04-30",
		"end of march": "2026-03-31", "end of feb": "2027-02-28", "eom": "2026-03-31", "eoq": "2026-03-31", "end of quarter": "2026-03-31",
		"next quarter": "2026-06-30", "end of next month": "2026-04-30", "end of year": "2026-12-31", "eow": "2026-03-20", "eoy": "2026-12-31",
		"next year": "2027-12-31", "in 2 weeks": "2026-04-02", "in 10 days": "2026-03-29", "in a week": "2026-03-26",
		"in two weeks": "2026-04-02", "in 1 month": "2026-04-19", "2w": "2026-04-02", "10d": "2026-03-29", "within 3 days": "2026-03-22",
		"by fri": "2026-03-20", "": "",
	} {
		got, err := capture.ParseDate(typed, c)
		if err != nil || got.String() != want {
			t.Errorf("%q is %s, %v; want %s", typed, got, err, want)
		}
	}
	for typed, want := range map[string]string{
		"2026-02-30":    "there is no day 2026-02-30: type fri, 3 apr or 2026-04-03",
		"31 jun":        "there is no day 31 jun: type fri, 3 apr or 2026-04-03",
		"soon":          "soon is no date: type fri, 3 apr or 2026-04-03",
		"fri noon":      "fri noon is no date: type fri, 3 apr or 2026-04-03",
		"3/4":           "3/4 is no date: type fri, 3 apr or 2026-04-03",
		"by":            "by when? type fri, 3 apr or 2026-04-03",
		"in 9999 weeks": "that is too far away: type fri, 3 apr or 2026-04-03",
	} {
		if _, err := capture.ParseDate(typed, c); err == nil || err.Error() != want {
			t.Errorf("%q: got %v, want %s", typed, err, want)
		}
	}
}

func TestAMonthAfterThe31stIsTheLastDayOfAShortOne(t *testing.T) {
	c := context(t, model.PhaseCountermeasures)
	c.Now = time.Date(2026, 1, 31, 12, 0, 0, 0, time.UTC)
	for typed, want := range map[string]string{"in 1 month": "2026-02-28", "in 12 months": "2027-01-31", "next month": "2026-02-28"} {
		if got, err := capture.ParseDate(typed, c); err != nil || got.String() != want {
			t.Errorf("%q is %s, %v; want %s", typed, got, err, want)
		}
	}
}

func TestAPersonLineHasNameHandleTeamAndRoles(t *testing.T) {
	examples(t, model.PhaseAttendees, []example{
		{"", "new"},
		{"Jo Brandt @jo support #aff", "new 'Jo Brandt support' handle jo name Jo Brandt team support roles affected"},
		{"Jo Brandt, @jo, customer support, #aff #int", "new 'Jo Brandt, customer support,' handle jo name Jo Brandt team customer support roles affected, interested"},
		{"Jo Brandt", "new 'Jo Brandt' handle jo name Jo Brandt"},
		{"Jo Brandt #aff support", "new 'Jo Brandt support' handle jo name Jo Brandt team support roles affected"},
		{"Ben Miller", "new 'Ben Miller' handle benm name Ben Miller"},
		{"@jo support", "new 'support' handle jo name Jo team support"},
		{"Jo @jo #aff away", "new 'Jo' handle jo name Jo roles affected away"},
		{"Jo @jo support away #aff", "new 'Jo support' handle jo name Jo team support roles affected away"},
		{"Jo @jo #aff first time", "new 'Jo' handle jo name Jo roles affected first time"},
		{"Jo Brandt @jo support new #aff", "new 'Jo Brandt support' handle jo name Jo Brandt team support roles affected first time"},
		{"New Person", "new 'New Person' handle new name New Person"},
		{"An Li @an search", "new 'An Li search' handle an name An Li team search"},
		{"Jo @ana", "new 'Jo' handle ana name Jo ! @ana is Ana Silva already: mark that row, or type another @name"},
		{"Ana Silva @ana payments #res", "new 'Ana Silva payments' handle ana name Ana Silva team payments roles responded"},
		{"Ana Silva #res", "new 'Ana Silva' handle ana name Ana Silva roles responded"},
		{"@ana #res", "new handle ana name Ana Silva roles responded"},
		{"Ana Other @ana #res", "new 'Ana Other' handle ana name Ana Other roles responded ! @ana is Ana Silva already: mark that row, or type another @name"},
		{"Ana Silva", "new 'Ana Silva' handle anas name Ana Silva ! Ana Silva is here as @ana: for somebody else give another @name"},
		{"Jo #boss", `new 'Jo' handle jo name Jo ! #boss is no role: #de #id #re #di #af #in; \#boss is text`},
		{"#aff", "new roles affected ! who? Type a name, @handle, team, #role; >#role is the marked row's"},
		{">away", "row away"},
		{">here", "row here"},
		{">#affected", "row roles affected"},
		{">#aff #int away", "row roles affected, interested away"},
		{">first time", "row first time"},
		{">new", "row first time"},
		{">ne", "row 'ne' ! type away, here, new or a #role; Enter alone opens the row"},
		{">support", "row 'support' ! type away, here, new or a #role; Enter alone opens the row"},
	})
}

func TestFormFieldsSayWhatToTypeInstead(t *testing.T) {
	c := context(t, model.PhaseOpen)
	for typed, want := range map[string]string{
		"": "", "14:09": "2026-03-12 14:09", " ~14:25 ": "~2026-03-12 14:25", "14:09-14:12": "2026-03-12 14:09-14:12",
		"2026-03-12 14:02": "2026-03-12 14:02", "12 mar 14:05": "2026-03-12 14:05", "14:09 UTC": "2026-03-12 15:09",
	} {
		if got, err := capture.ParseMoment(typed, c); err != nil || got.Full(c.Zone) != want {
			t.Errorf("%q is %s, %v; want %s", typed, got.Full(c.Zone), err, want)
		}
	}
	for typed, want := range map[string]string{
		"soon":        "soon is no time: type 14:09, ~14:09, 14:09-14:12 or 12 mar 14:09",
		"2026-03-12":  "2026-03-12 is no time: type 14:09, ~14:09, 14:09-14:12 or 12 mar 14:09",
		"14:09 or so": "after the time, or so is not understood: type the time alone",
		"25:61":       "25:61 is no time of day: hours go from 00 to 23",
	} {
		if _, err := capture.ParseMoment(typed, c); err == nil || err.Error() != want {
			t.Errorf("%q: got %v, want %s", typed, err, want)
		}
	}
}

// A line that spoke of Ben and ended with @ben lost the account, and its last word.
func TestWhoIsSpokenOfMayTellItToo(t *testing.T) {
	l := capture.Read("12:20 ping @ben pong @ben", -1, context(t, model.PhaseTimeline))
	if l.Text != "ping @ben pong" || len(l.People) != 1 || l.People[0].InText {
		t.Errorf("text %q, people %+v", l.Text, l.People)
	}
	l = capture.Read("12:20 ping @ben pong", -1, context(t, model.PhaseTimeline))
	if len(l.People) != 1 || !l.People[0].InText {
		t.Errorf("without an account: people %+v", l.People)
	}
}

// README puts the sign behind a new person as well.
func TestNewBehindAPersonMeansTheSameWithItsSign(t *testing.T) {
	for _, word := range []string{"new", ">new"} {
		l := capture.Read("Jo Brandt @jo support #affected "+word, -1, context(t, model.PhaseAttendees))
		if !l.Attendee.New || l.Attendee.Team != "support" {
			t.Errorf("%s: %+v", word, l.Attendee)
		}
	}
}

// screens and people say "observation"; the kind is called observed.
func TestAKindMayBeCalledAsPeopleCallIt(t *testing.T) {
	for _, c := range []struct {
		phase      model.Phase
		word, kind string
	}{
		{model.PhaseTimeline, "#observation", "observed"},
		{model.PhaseTimeline, "#Mitigation", "action"},
		{model.PhaseTimeline, "#decided", "decision"},
		{model.PhaseLearning, "#well", "went well"},
	} {
		l := capture.Read("two nodes are not ready "+c.word, -1, context(t, c.phase))
		if l.Kind != c.kind || l.Text != "two nodes are not ready" {
			t.Errorf("%s: kind %q, text %q", c.word, l.Kind, l.Text)
		}
	}
	if l := capture.Read("x #recovery", -1, context(t, model.PhaseLearning)); l.Kind != "" {
		t.Errorf("a kind of another phase is taken: %q", l.Kind)
	}
}

// t puts the row's time into the line; what is typed behind it is no account of that name.
func TestTimesRunTogetherAreNoAccount(t *testing.T) {
	l := capture.Read(">14:0914:04", -1, context(t, model.PhaseTimeline))
	if len(l.Faults) != 1 || l.Text != "" {
		t.Errorf("faults %+v, text %q", l.Faults, l.Text)
	}
	for _, fine := range []string{">14:04", ">14:04-14:09", ">14:15 I saw the change @ana", ">ratio 3:1 held"} {
		if l := capture.Read(fine, -1, context(t, model.PhaseTimeline)); len(l.Faults) != 0 {
			t.Errorf("%s: faults %+v", fine, l.Faults)
		}
	}
	l = capture.Read(">rest @@ana", -1, context(t, model.PhaseCountermeasures))
	if len(l.Faults) != 0 || len(l.People) != 1 || l.People[0].ID != "ana" {
		t.Errorf("@@ana: faults %+v, people %+v", l.Faults, l.People)
	}
}

func TestDatesCountFromTheMomentOfTheContext(t *testing.T) {
	c := context(t, model.PhaseCountermeasures)
	later := c.At(c.Now.AddDate(0, 0, 7))
	for _, at := range []capture.Context{c, later} {
		day, err := capture.ParseDate("tomorrow", at)
		if want := model.DateOf(at.Now).AddDays(1); err != nil || day != want {
			t.Errorf("got %v, %v, want %v", day, err, want)
		}
	}
}
