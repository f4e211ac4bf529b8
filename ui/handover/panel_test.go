package handover_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"debrief/model"
	"debrief/model/edit"
	"debrief/model/names"
	"debrief/model/sample"
	"debrief/ui/handover"
	"debrief/ui/keymap"
	"debrief/ui/screen"
	"debrief/ui/screen/screentest"
	"debrief/ui/theme"
)

// standing is a meeting at its timeline with half a line typed.
func standing(t testing.TB) handover.State {
	t.Helper()
	x := model.NewIndex(names.For(screentest.Sample(), model.ForRoom))
	x.Zone = screentest.Zone(t)
	at := time.Date(2026, 3, 19, 13, 23, 0, 0, time.UTC)
	added := model.RowChange{Table: model.Events, ID: sample.ID("normal"), After: x.Event(sample.ID("normal"))}
	return handover.State{
		Index: x, Phase: model.PhaseTimeline, Spent: 25, Of: 60, PhaseSpent: 18, Share: 21, Begun: true,
		Missing: "an account for 1 row", Ask: "What happened in between?",
		Latest: []model.Entry{
			{At: at.Add(2 * time.Minute), Kind: model.Undo, Change: model.Change{Label: "Account added"}},
			{At: at, Kind: model.Edit, Change: model.Change{Label: "Event added", Rows: []model.RowChange{added}}},
		},
		Drafts: []handover.Draft{{Phase: model.PhaseTimeline, Text: "14:33 half a sen"}}, Unsaved: 1,
	}
}

func page(t testing.TB, s handover.State, width, height int) *handover.Panel {
	t.Helper()
	return pageOf(t, func() handover.State { return s }, width, height)
}

func pageOf(t testing.TB, state func() handover.State, width, height int) *handover.Panel {
	t.Helper()
	look, err := theme.Choose(theme.Dark, true, theme.ASCII())
	if err != nil {
		t.Fatal(err)
	}
	ids := 0
	newID := func() model.ID { ids++; return sample.ID(fmt.Sprint("new ", ids)) }
	p := handover.New(screen.Env{Theme: look, Editor: edit.Editor{NewID: newID, Now: screentest.Now}}, state)
	p.Resize(width, height)
	return p
}

func TestOnePageTellsWhereTheMeetingStands(t *testing.T) {
	got := screentest.Text(page(t, standing(t), 80, 16).Body())
	want := screentest.Drawing(`
  We review     unscheduled, severity 2, Thu 12 Mar: About 1,900 of 17,000
                checkouts ended on an error page between 13:58 and 14:31. Most»
  We stand at   Timeline, 3 of 7; 0:25 of 1:00, 18 min here, 3 left
  Leads         Priya Nair; Lena Holt takes notes; the signal for drift: a
                raised pen
  Missing       an account for 1 row
  Next to ask   What happened in between?
  Half typed    Timeline: 14:33 half a sen
  Waiting       2 parked ideas, 1 undecided, 1 resting, 1 change is not on disk
  Latest        14:25  Taken back: Account added
                14:23  Event added: 14:31  Lag back under 5 s, latency normal
                observed
  Here          Ana Silva (owner, identified, responded), Ben Okafor
                (decisions, responded, diagnosed), Chao Lin (decisions,
                diagnosed), Lena Holt (note-taker, interested), Omar Haddad (r»
  Away          Mia Berg (affected)
`)
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestAMeetingThatHasNotBegunTellsWhatIsKnown(t *testing.T) {
	s := handover.State{Index: model.NewIndex(model.Postmortem{}), Phase: model.PhaseOpen, Unread: true}
	got := screentest.Text(page(t, s, 80, 16).Body())
	for _, want := range []string{"Open, 1 of 7; the clock has not run yet", "Leads         nobody is named yet", "the history is being read"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}

// The log holds the words of rows that the room does not see, and names that are off.
func TestWhatIsPrivateOrGoneIsNotTold(t *testing.T) {
	s := standing(t)
	row := model.Note{ID: sample.ID("quiet"), Text: "between Ana and me", Private: true}
	gone := s.Latest[1].Change.Rows[0].After.(model.Event)
	gone.ID, gone.What = sample.ID("gone"), "a row that was removed"
	s.Latest = []model.Entry{
		{Kind: model.Edit, Change: model.Change{Label: "Note added", Rows: []model.RowChange{{Table: model.Notes, ID: row.ID, After: row}}}},
		{Kind: model.Edit, Change: model.Change{Label: "Event removed", Rows: []model.RowChange{{Table: model.Events, ID: gone.ID, Before: gone}}}},
	}
	got := screentest.Text(page(t, s, 80, 30).Body())
	if strings.Contains(got, "Ana and me") || strings.Contains(got, "was removed") || !strings.Contains(got, "Note added") {
		t.Errorf("the latest are told as\n%s", got)
	}
}

func TestANameTakesTheMeetingOver(t *testing.T) {
	for typed, want := range map[string]string{
		"@omar":      "Omar Haddad leads the talk from here on",
		"ben okafor": "Ben Okafor leads the talk from here on",
		"Jo Brandt":  "Jo Brandt, who joins the attendees, leads the talk",
	} {
		p := page(t, standing(t), 80, 16)
		if got := string(p.Read(typed).Words); got != want {
			t.Errorf("%q reads %q, want %q", typed, got, want)
		}
		out := p.Enter(typed)
		if out.Edit == nil || !out.Close {
			t.Fatalf("%q: %+v", typed, out)
		}
		after, err := out.Edit.Make(screentest.Sample())
		name, _, _ := strings.Cut(want, " leads")
		name = strings.TrimSuffix(name, ", who joins the attendees,")
		if err != nil || after.Attendee(after.Header.Facilitator).Name != name || after.Sessions[0].Facilitator != after.Header.Facilitator {
			t.Errorf("%q: %v, the facilitator is %+v", typed, err, after.Attendee(after.Header.Facilitator))
		}
	}
}

func TestWithoutANameTheMeetingGoesOnAsItIs(t *testing.T) {
	p := page(t, standing(t), 80, 16)
	if out := p.Enter(" "); out.Edit != nil || !out.Close {
		t.Errorf("Enter: %+v", out)
	}
	if out := p.Do(keymap.Back); !out.Close {
		t.Errorf("Esc: %+v", out)
	}
}

func TestTwoPeopleOfOneNameAreAskedAbout(t *testing.T) {
	s := standing(t)
	p := s.Index.Postmortem
	p.Attendees = append(p.Attendees, model.Attendee{ID: sample.ID("ben2"), Handle: "ben2", Name: "Ben Okafor", Pos: "zz"})
	s.Index = model.NewIndex(p)
	if out := page(t, s, 80, 16).Enter("Ben Okafor"); out.Edit != nil || !strings.Contains(string(out.Check), "type the handle") {
		t.Errorf("got %+v", out)
	}
}

func TestThePageFitsEverySizeAndScrolls(t *testing.T) {
	s := standing(t)
	s.Drafts = append(s.Drafts, make([]handover.Draft, 5)...)
	for width := 1; width <= 150; width += 1 + width/10 {
		for height := range 41 {
			p := page(t, s, width, height)
			for _, to := range []screen.Move{screen.Down, screen.PageDown, screen.Last, screen.PageUp, screen.Up, screen.First} {
				rows := p.Body()
				if len(rows) > height {
					t.Fatalf("%dx%d: %d rows", width, height, len(rows))
				}
				for _, row := range rows {
					if w := ansi.StringWidth(row); w > width {
						t.Fatalf("%dx%d: a row of %d cells", width, height, w)
					}
				}
				p.Move(to)
			}
		}
	}
	p := page(t, s, 60, 9)
	if p.Position() == "" {
		t.Error("nobody is told that there is more")
	}
	p.Move(screen.Last)
	if got := screentest.Text(p.Body()); !strings.Contains(got, "Away") {
		t.Errorf("the end is\n%s", got)
	}
}

func TestThePageFollowsTheMeeting(t *testing.T) {
	s := standing(t)
	p := pageOf(t, func() handover.State { return s }, 80, 16)
	s.Missing = "an account for 2 rows"
	if !p.Refresh() || !strings.Contains(screentest.Text(p.Body()), "an account for 2 rows") {
		t.Errorf("got\n%s", screentest.Text(p.Body()))
	}
}
