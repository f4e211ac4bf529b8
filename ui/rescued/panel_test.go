package rescued_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"debrief/model/rescue"
	"debrief/ui/desk"
	"debrief/ui/keymap"
	"debrief/ui/rescued"
	"debrief/ui/screen"
	"debrief/ui/theme"
)

func panel(t *testing.T, f desk.Found) *rescued.Panel {
	t.Helper()
	look, err := theme.Choose(theme.Light, false, theme.ASCII())
	if err != nil {
		t.Fatal(err)
	}
	return rescued.New(screen.Env{Theme: look}, f)
}

// rows does what the frame does: the height is asked for in every frame.
func rows(p *rescued.Panel, width, body int) []string {
	n, whole := p.Height(body)
	if !whole {
		n--
	}
	p.Resize(width, n)
	p.Height(body)
	out := p.Body()
	for i := range out {
		out[i] = strings.TrimRight(ansi.Strip(out[i]), " ")
	}
	return out
}

func found(words ...string) desk.Found {
	return desk.Found{Title: "Checkout errors", Words: words, Rescued: desk.Rescued{Path: "/home/ana/debrief.db-rescue-1.json", Rescue: rescue.Rescue{
		At: time.Date(2026, 3, 12, 14, 9, 0, 0, time.Local), Cause: "the disk is full",
	}}}
}

func TestItSaysWhatWasFoundAndTheWaysOn(t *testing.T) {
	want := []string{
		"  Thu 12 Mar 14:09, in “Checkout errors”: the disk is full.",
		"  Event added: 15:01 one",
		"  Half typed: 15:02 two",
		"",
		"> Take it in    on top of what is on disk; undo takes back change by change",
		"  Look at it    all that is in it, line by line",
		"  Keep for now  the file stays, and the next start offers it again",
		"  Remove it     for good: what is in it is then nowhere",
	}
	if got := rows(panel(t, found("Event added: 15:01 one", "Half typed: 15:02 two")), 80, 16); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestOfManyTheFirstAreShownAndLookingShowsAll(t *testing.T) {
	var words []string
	for range 30 {
		words = append(words, "Event added: 15:01 "+strings.Repeat("long words ", 9))
	}
	p := panel(t, found(words...))
	if got := strings.Join(rows(p, 80, 16), "\n"); !strings.Contains(got, "and 57 rows more") {
		t.Errorf("got\n%s", got)
	}
	p.Move(screen.Down)
	p.Enter("")
	if got := rows(p, 80, 16); len(got) != 16 || p.Position() != "1-16 of 60" {
		t.Errorf("%d rows, position %q", len(got), p.Position())
	}
	p.Move(screen.Last)
	if p.Position() != "45-60 of 60" {
		t.Errorf("position %q", p.Position())
	}
	if out := p.Do(keymap.Back); out.Close {
		t.Error("Esc closes instead of going back to the ways on")
	}
	if out := p.Do(keymap.Back); out.Run != rescued.Keep || !out.Close {
		t.Errorf("the second Esc: got %+v", out)
	}
}

func TestInTheSmallestTerminalOneSeesWhatIsDecidedAboutAndTheWaysScroll(t *testing.T) {
	p := panel(t, found("one", "two"))
	if got := strings.Join(rows(p, 60, 8), "\n"); !strings.Contains(got, "  one") || !strings.Contains(got, "> Take it in") {
		t.Errorf("got\n%s", got)
	}
	p.Move(screen.Last)
	if got := strings.Join(rows(p, 60, 8), "\n"); !strings.Contains(got, "  one") || !strings.Contains(got, "> Remove it") {
		t.Errorf("at the last way: got\n%s", got)
	}
}

// Removing cannot be taken back, so one key too many must not do it.
func TestRemovingAsksOnceMore(t *testing.T) {
	p := panel(t, found("one"))
	p.Move(screen.Last)
	for range 3 {
		p.Move(screen.Down)
	}
	if out := p.Enter(""); out.Run != "" || out.Close {
		t.Errorf("the first Enter: got %+v", out)
	}
	if out := p.Do(keymap.Back); out.Close {
		t.Errorf("Esc: got %+v", out)
	}
	p.Enter("")
	if out := p.Enter(""); out.Run != rescued.Remove || !out.Close {
		t.Errorf("the second Enter: got %+v", out)
	}
}

func TestAFileThatCannotBeReadIsKeptOrRemoved(t *testing.T) {
	f := found()
	f.Err = errors.New("it ends in the middle")
	got := strings.Join(rows(panel(t, f), 80, 16), "\n")
	if strings.Contains(got, "Take it in") || !strings.Contains(got, "cannot be read: it ends in the") || !strings.Contains(got, "> Keep for now") {
		t.Errorf("got\n%s", got)
	}
}

func TestWithTextInTheLineEnterIsNoAnswer(t *testing.T) {
	p := panel(t, found("one"))
	if !p.Chosen() {
		t.Error("words that stood in the line before are taken for an answer")
	}
	p.Typed()
	if out := p.Enter("A new post-mortem"); out.Run != "" || out.Close || !p.PassesText() {
		t.Errorf("got %+v", out)
	}
}
