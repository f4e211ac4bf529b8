package journey

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"os"

	"debrief/model"
	"debrief/model/meeting"
	"debrief/ui/terminaltest"
)

// hour is a meeting of an hour at a real terminal, its clock driven.
type hour struct {
	*room
	clock *drivenClock
	began time.Time
}

// at lets the meeting be so many minutes old. A key draws anew what the clock shows.
func (h *hour) at(minutes int, texts ...string) {
	h.t.Helper()
	h.clock.set(h.began.Add(time.Duration(minutes)*time.Minute + 10*time.Second))
	h.p.Keys("ctrl+l")
	h.p.Wait(h.t, append(texts, meeting.HoursMinutes(minutes)+" of 1:")...)
}

// list presses keys of the list, from wherever the focus is.
func (h *hour) list(keys ...string) {
	h.t.Helper()
	h.p.Keys("Esc")
	h.p.Wait(h.t, "letters are commands now")
	h.p.Keys(keys...)
}

// choose marks the row of the panel that shows the words.
func (h *hour) choose(words string) {
	h.t.Helper()
	for range 12 {
		row, y := markedRow(h.p.Screen())
		if strings.Contains(row, words) {
			return
		}
		h.p.Keys("Down")
		h.p.WaitFor(h.t, "another way to be marked", func(s *terminaltest.Screen) bool {
			_, at := markedRow(s)
			return at != y
		})
	}
	h.t.Fatalf("there is no way %q\n%s", words, h.p.Screen())
}

// noticed lets as much time go by as a panel that opened by itself needs to be seen.
func (h *hour) noticed() { h.clock.set(h.clock.now.Add(time.Second)) }

// The meeting of an hour as it is led by somebody who has never led one: the timeline overruns and
// borrows, the gate asks the room, ideas are parked and taken up, one rests, another person takes
// over from a program that was killed, hands go up, and the page tells the minutes.
func TestAnHourWithTheClock(t *testing.T) {
	t.Parallel()
	began := time.Date(2026, 3, 19, 14, 0, 0, 0, time.UTC)
	clock := newClock(t, began)
	h := &hour{clock.sit(""), clock, began}
	home := h.p.Home
	h.write("Checkout errors on 12 March")
	h.p.Keys("Enter")
	h.p.Wait(t, "[Open]", "Esc c starts the clock")
	h.list("c")
	h.p.Wait(t, "0:00 of 1:00", "0 of 4 min, 14 kept for countermeasures", "  saved")
	h.p.Keys("i")
	h.field("Facilitator", "Priya Nair")
	h.at(4, "4 of 4 min")

	h.p.Keys("Tab")
	h.p.Wait(t, "[Attendees]", "0 of 2 min")
	for _, who := range []string{"Ana Silva @ana #responded #identified", "Ben Okafor @ben #decisions", "Chao Lin @chao #diagnosed", "Jo Brandt @jo #affected new"} {
		h.record(who)
	}
	h.at(6, "2 of 2 min")

	h.p.Keys("Tab")
	h.p.Wait(t, "[Timeline]", "0 of 30 min, 14 kept for countermeasures")
	h.record("2026-03-12 13:52 Replica lag passes 90 s @ben")
	h.record("14:02 Page: checkout latency above 2 s #detection @ana")
	h.record("!Alert on replica lag @chao")
	h.record("14:09 Checkout pool lowered from 200 to 120 #decision @ben")
	h.record("!Call the support lead at 5 % error share")
	h.at(22, "16 of 30 min, 14 kept for countermeasures")
	h.at(38, "32 of 30 min: takes 2 of the 6 for Learning")

	// The talk goes on: two minutes are borrowed from Close, and what was asked of Learning is back.
	h.list("l")
	h.p.Wait(t, "Borrow from Close", "protected: 14 min kept for it")
	h.choose("Borrow from Close")
	h.p.Keys("Enter")
	h.p.Wait(t, "2 min borrowed from Close", "32 of 32 min, 14 kept for countermeasures", "  saved")

	h.list("d")
	h.p.Wait(t, "[Discretion]", "32 of 32 min")
	h.record("Pool graph flat at its limit since 14:03")
	h.p.Keys("Esc", "g", "5")
	h.p.Wait(t, "[Learning]", "0 of 6 min")
	h.record("Stock reads at checkout go to the replicas #surprise")
	h.at(43, "5 of 6 min")

	// The room is asked before countermeasures, first not ready, then agreed.
	h.p.Keys("Tab")
	h.p.Wait(t, "Before Countermeasures: does the room agree on the timeline?", "3 rows", "Is anything missing?")
	h.noticed()
	h.p.Keys("Esc")
	h.p.Wait(t, "[Timeline]", "  saved")
	h.p.WaitGone(t, "Before Countermeasures")
	h.list("g", "6")
	h.p.Wait(t, "Before Countermeasures")
	h.noticed()
	h.p.Keys("Enter")
	h.p.Wait(t, "[Countermeasures]", "timeline confirmed 0:43", "Parked, waiting to be looked at (2)", "  saved")
	h.mark("Down", "Alert on replica lag")
	h.record(">@ben by fri #detect")
	h.p.Wait(t, "Decided (1)", "Parked, waiting to be looked at (1)")
	h.at(47, "4 of 15 min")

	// In the middle of a line the machine goes off; the second person has another.
	const half, rest = "Reject rebuilds between 12:00 ", "and 20:00 @chao by 27 mar"
	h.write(half)
	drafted(t, home, half)
	h.p.Kill()
	clock.set(began.Add(49*time.Minute + 10*time.Second))
	h.room = clock.sit(home)
	h.p.Keys("Enter")
	h.p.Wait(t, "[Countermeasures]", "0:49 of 1:00")
	h.p.WaitFor(t, "the half-typed line", func(s *terminaltest.Screen) bool { return strings.Contains(typedText(s), squeezed(half)) })
	h.p.Keys("Esc", "h")
	h.p.Wait(t, "You are here", "Countermeasures, 6 of 7", "0:49 of 1:00", "Priya Nair", "Half typed", "Jo Brandt")
	h.record("@jo")
	h.p.WaitGone(t, "You are here")
	h.p.Keys("i")
	h.record(rest)
	h.p.Wait(t, "Decided (2)")

	h.mark("Down", "Call the support lead")
	h.list("s")
	h.p.Wait(t, "who decides it on Mon 23 Mar?")
	h.record("ana")
	h.p.Wait(t, "Resting, to be decided on the date shown (1)")
	h.at(56, "13 of 15 min")

	// Read back, hands, what to try next, and the page.
	h.p.Keys("Tab")
	h.p.Wait(t, "[Close]", "Read back, owner by owner")
	for n := range 3 {
		h.p.Keys("Enter")
		h.p.Wait(t, fmt.Sprintf("%d of 3 read back", n+1))
	}
	for _, count := range []string{"5", "4", "3"} {
		h.record(count)
	}
	h.record("run the next rebuild with the lag on the screen")
	h.record("team wiki, payments")
	h.record("support, search")
	h.mark("Up", "Status")
	h.p.Keys("Enter")
	h.p.Wait(t, "the meeting was held, and the page says so", "  saved")
	h.at(58, "2 of 4 min")
	h.mark("Down", "Preview")
	h.p.Keys("Enter")
	h.p.Wait(t, "Preview of the page")
	h.p.Keys("Enter")
	h.p.Wait(t, "Written:", "The clock stands at 0:58", "0:58 of 1:00 paused")
	h.p.Keys("ctrl+c")
	h.p.Wait(t, "ctrl+c again")
	h.p.Keys("ctrl+c")
	if code := h.p.ExitCode(t); code != 0 {
		t.Errorf("exit code %d", code)
	}
	h.p.CheckSequences(t, terminaltest.Allowed{Titles: []string{"debrief"}})

	page, err := os.ReadFile(filepath.Join(home, "2026-03-19-checkout-errors-on-12-march.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"- **Held:** 2026-03-19 14:00-14:58, UTC\n",
		"- **Timeline:** confirmed by the room, 14:43\n",
		"| Open | 4 min | 4 min |\n",
		"| Timeline | 21 min (+2) | 32 min |\n",
		"| Learning | 6 min | 5 min |\n",
		"| Countermeasures | 14 min | 13 min |\n",
		"| Close | 4 min (-2) | 2 min |\n",
		"- **Hands up:** of 5 people, 5 learned something, 4 will work differently, 3 come again\n",
		"- **To try next:** run the next rebuild with the lag on the screen\n",
		"- **Facilitator:** Jo Brandt\n",
	} {
		if !strings.Contains(string(page), want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if t.Failed() {
		t.Logf("%s", page)
	}
	p := stored(t, home)
	if s := p.Sessions[0]; !s.ClockAt.IsZero() || s.Start != began.Truncate(time.Second) || s.Hands != 5 || p.Header.Status != model.StatusHeld {
		t.Errorf("on disk the session is %+v, the status %s", s, p.Header.Status)
	}
}
