package journey

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"debrief/ui/terminaltest"
)

// drivenBy, in the environment of the driven program, names the file that holds its time.
const drivenBy = "DEBRIEF_TEST_CLOCK"

// drivenClock drives the clock of programs that are started with it.
type drivenClock struct {
	t    *testing.T
	file string
	now  time.Time
}

func newClock(t *testing.T, at time.Time) *drivenClock {
	t.Helper()
	c := &drivenClock{t: t, file: filepath.Join(t.TempDir(), "clock")}
	c.set(at)
	return c
}

// set moves the clock. The file is replaced as a whole: the program may be reading it.
func (c *drivenClock) set(at time.Time) {
	c.t.Helper()
	c.now = at
	next := c.file + ".next"
	if err := os.WriteFile(next, []byte(at.Format(time.RFC3339Nano)), 0o600); err != nil {
		c.t.Fatal(err)
	}
	if err := os.Rename(next, c.file); err != nil {
		c.t.Fatal(err)
	}
}

// sit starts the program for the person with this home, with this clock.
func (c *drivenClock) sit(home string, args ...string) *room {
	c.t.Helper()
	r := &room{c.t, terminaltest.Start(c.t, terminaltest.Options{Path: drivenProgram(c.t), Args: args, Home: home, Env: []string{drivenBy + "=" + c.file}})}
	r.p.Wait(c.t, "  Ask ")
	return r
}

// A facilitator looks up after an hour: home tells the time of now.
func TestTheDrivenClockIsTheClockOfTheProgram(t *testing.T) {
	t.Parallel()
	c := newClock(t, time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC))
	r := c.sit("")
	r.p.Wait(t, "Thu 19 Mar 14:55")
	c.set(c.now.Add(65 * time.Minute))
	r.p.Type("x") // any key draws anew
	r.p.Wait(t, "Thu 19 Mar 16:00")
}
