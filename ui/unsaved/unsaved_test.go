package unsaved_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"debrief/ui/desk"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/theme"
	"debrief/ui/unsaved"
)

func panelOf(t *testing.T, trouble *desk.NotOnDisk) *unsaved.Panel {
	t.Helper()
	look, err := theme.Choose(theme.Light, false, theme.ASCII())
	if err != nil {
		t.Fatal(err)
	}
	p := unsaved.New(screen.Env{Theme: look}, func() desk.NotOnDisk { return *trouble }, true)
	resize(p, 80, 16)
	return p
}

// panel is the panel of what stays as it is.
func panel(t *testing.T, trouble desk.NotOnDisk) *unsaved.Panel {
	t.Helper()
	return panelOf(t, &trouble)
}

// resize does what the frame does.
func resize(p *unsaved.Panel, width, body int) {
	p.Resize(width, 0)
	rows, _ := p.Height(body)
	p.Resize(width, rows-1)
}

func rows(p *unsaved.Panel) []string {
	p.Height(16)
	out := p.Body()
	for i := range out {
		out[i] = strings.TrimRight(ansi.Strip(out[i]), " ")
	}
	return out
}

func fullDisk() desk.NotOnDisk {
	return desk.NotOnDisk{Count: 2, Cause: "The disk is full; make room, then try again, or save a copy elsewhere"}
}

func conflict() desk.NotOnDisk {
	return desk.NotOnDisk{Count: 2, Cause: "Changed in another window. Nothing is overwritten.", Conflict: &desk.Conflict{
		Where: "row ~14:25", Both: true,
		There: []string{"~14:25  Index rebuild paused by hand            chao"},
		Here:  []string{"~14:25  Index rebuild paused                    chao ben"},
	}}
}

func TestAConflictShowsBothVersionsAndTheWaysOn(t *testing.T) {
	p := panel(t, conflict())
	want := []string{
		"  Row ~14:25 was changed in another window. Nothing is overwritten.",
		"    there   ~14:25  Index rebuild paused by hand            chao",
		"    here    ~14:25  Index rebuild paused                    chao ben",
		"",
		"> Keep both     theirs stays, and ours becomes a second row beside it",
		"  Take theirs   ours goes to the history; undo brings it back",
		"  Take ours     theirs goes to the history; undo brings it back",
		"  Save a copy   write everything to another file, then go on here",
	}
	if got := rows(p); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if p.Title() != "Two changes are not on disk" || p.Position() != "2 waiting" || !p.Sudden() {
		t.Errorf("got title %q, position %q, sudden %v", p.Title(), p.Position(), p.Sudden())
	}
}

func TestAFailedSaveShowsItsCause(t *testing.T) {
	p := panel(t, fullDisk())
	want := []string{
		"  The disk is full; make room, then try again, or save a copy elsewhere",
		"",
		"> Try again         save now, without waiting for the next try",
		"  Save a copy       write everything to another file, then go on here",
		"  Leave it for now  it is tried again by itself; NOT SAVED stays in the header",
	}
	if got := rows(p); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestEnterDoesTheMarkedWay(t *testing.T) {
	leaving := func(t desk.NotOnDisk) desk.NotOnDisk { t.Leaving = true; return t }
	alone := conflict()
	alone.Conflict = &desk.Conflict{Where: "Row ~14:25", Here: []string{"~14:25"}}
	for _, c := range []struct {
		name    string
		trouble desk.NotOnDisk
		want    []screen.Outcome
	}{
		{"a conflict", conflict(), []screen.Outcome{{Run: unsaved.KeepBoth}, {Run: unsaved.TakeTheirs}, {Run: unsaved.TakeOurs}, {}}},
		{"one without room for both", alone, []screen.Outcome{{Run: unsaved.TakeTheirs}, {Run: unsaved.TakeOurs}, {}}},
		{"a failed save", fullDisk(), []screen.Outcome{{Run: unsaved.TryAgain}, {}, {Close: true}}},
		{"a failed save while leaving", leaving(fullDisk()), []screen.Outcome{{Run: unsaved.TryAgain}, {}, {Close: true}, {Run: unsaved.LeaveNow}}},
		{"a conflict while leaving", leaving(alone), []screen.Outcome{{Run: unsaved.TakeTheirs}, {Run: unsaved.TakeOurs}, {}, {Close: true}, {Run: unsaved.LeaveNow}}},
		{"no trouble", desk.NotOnDisk{}, []screen.Outcome{{}, {Close: true}}},
	} {
		for i, want := range c.want {
			p := panel(t, c.trouble)
			for range i {
				p.Move(screen.Down)
			}
			got := p.Enter("")
			if got.Run != want.Run || got.Close != want.Close {
				t.Errorf("%s, way %d: got %+v, want %+v", c.name, i, got, want)
			}
			if _, own := p.Field(); own != (want.Run == "" && !want.Close) {
				t.Errorf("%s, way %d: owns the line: %v", c.name, i, own)
			}
		}
		p := panel(t, c.trouble)
		p.Move(screen.Last)
		p.Move(screen.First)
		if got := p.Enter(""); got.Run != c.want[0].Run {
			t.Errorf("%s: %d ways, got %+v at the first", c.name, len(c.want), got)
		}
	}
}

func TestWithTextInTheLineEnterIsNoAnswer(t *testing.T) {
	p := panel(t, conflict())
	if _, own := p.Field(); own || !p.PassesText() {
		t.Error("the panel takes the line from the screen")
	}
	if out := p.Enter("14:31 lag back"); out.Run != "" || out.Close || out.Check != "" {
		t.Errorf("got %+v", out)
	}
}

func TestACopyAsksForItsPath(t *testing.T) {
	p := panel(t, fullDisk())
	p.Move(screen.Down)
	p.Enter("")
	f, own := p.Field()
	if !own || f.Label != "Copy to" || f.Text != "" || p.PassesText() {
		t.Errorf("got %+v, %v", f, own)
	}
	p.Move(screen.Down) // the way is chosen already
	if out := p.Enter("  "); out.Check == "" || out.Run != "" {
		t.Errorf("without a path: got %+v", out)
	}
	out := p.Enter(" /tmp/copy.db ")
	if out.Run != unsaved.SaveCopy || out.Text != "/tmp/copy.db" || out.Close || len(out.Settled) > 0 {
		t.Errorf("got %+v", out)
	}
	if f, own := p.Field(); !own || f.Label != "Copy to" {
		t.Error("the path cannot be mended where it is refused")
	}
	p.Copied()
	if _, own := p.Field(); own {
		t.Error("the line is not given back once the copy is written")
	}
}

func TestACopyWithoutTroubleIsAskedFor(t *testing.T) {
	p := panel(t, desk.NotOnDisk{})
	p.Enter("")
	if out := p.Enter("/tmp/copy.db"); out.Run != unsaved.SaveCopy || out.Close {
		t.Errorf("got %+v", out)
	}
}

func TestEscGoesBackOneStep(t *testing.T) {
	p := panel(t, fullDisk())
	p.Move(screen.Down)
	p.Enter("")
	if out := p.Do(keymap.Back); out.Close {
		t.Errorf("from the path: got %+v", out)
	}
	if out := p.Do(keymap.Back); !out.Close {
		t.Errorf("from the ways: got %+v", out)
	}
}

func TestAnUpdateKeepsTheChoiceButNotForAnotherRow(t *testing.T) {
	trouble := conflict()
	p := panelOf(t, &trouble)
	p.Move(screen.Down)
	p.Move(screen.Down)
	trouble.Count = 3
	p.Refresh()
	if out := p.Enter(""); out.Run != unsaved.TakeOurs {
		t.Errorf("the same row: got %+v", out)
	}
	trouble = conflict()
	trouble.Conflict.Where = "Row 14:31"
	p.Refresh()
	if out := p.Enter(""); out.Run != unsaved.KeepBoth {
		t.Errorf("another row: got %+v", out)
	}
	trouble = fullDisk()
	p.Refresh()
	if got := rows(p); len(got) != 5 || !strings.HasPrefix(got[2], "> Try again") {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}

func TestLeavingSaysWhatItCosts(t *testing.T) {
	for count, want := range map[int]string{
		1:  "the change that is not on disk is lost",
		3:  "the three changes that are not on disk are lost",
		12: "the 12 changes that are not on disk are lost",
	} {
		got := rows(panel(t, desk.NotOnDisk{Count: count, Leaving: true}))
		if last := got[len(got)-1]; !strings.HasSuffix(last, want) {
			t.Errorf("%d: got %q, want %q", count, last, want)
		}
	}
}

func TestALongVersionIsShortened(t *testing.T) {
	trouble := conflict()
	trouble.Conflict.There = nil
	trouble.Conflict.Here = []string{"one", "two", "three", "four", "five", "six"}
	got := rows(panel(t, trouble))
	want := []string{"    there   removed", "    here    one", "            two", "            and 4 more"}
	if len(got) < 5 || !slices.Equal(got[1:5], want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestThePanelFitsEverySizeAndShowsItsMark(t *testing.T) {
	long := conflict()
	long.Leaving = true
	long.Cause = strings.Repeat("a long cause \x1b]52;c;eA==\a 検索 ", 40)
	long.Conflict.Here = []string{strings.Repeat("検索 ", 2000), "two", "three", "four", "five"}
	long.Conflict.There = long.Conflict.Here
	for _, trouble := range []desk.NotOnDisk{{}, fullDisk(), conflict(), long} {
		p := panel(t, trouble)
		for width := 1; width <= 140; width++ {
			for height := 1; height <= 40; height += 3 {
				resize(p, width, height)
				p.Move(screen.Down)
				rows, whole := p.Height(height)
				body, marks := p.Body(), 0
				for _, row := range body {
					if w := ansi.StringWidth(row); w > width {
						t.Fatalf("%dx%d: %d cells: %q", width, height, w, row)
					}
					if strings.HasPrefix(ansi.Strip(row), ">") {
						marks++
					}
				}
				if rows > height || whole || len(body) > max(rows-1, 0) || rows > 1 && marks != 1 {
					t.Fatalf("%dx%d: %d rows wanted, %d drawn, %d marks", width, height, rows, len(body), marks)
				}
			}
		}
	}
}

func TestTheRowReadsSaysWhatEnterDoes(t *testing.T) {
	for _, c := range []struct {
		trouble desk.NotOnDisk
		want    safe.Text
	}{
		{conflict(), "the save waits for this answer; typing works on"},
		{fullDisk(), "it is tried again by itself; typing works on"},
		{desk.NotOnDisk{}, "Enter does what is marked; typing works on"},
	} {
		if got := panel(t, c.trouble).Read("").Words; got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
