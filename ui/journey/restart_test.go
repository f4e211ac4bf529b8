package journey

import (
	"testing"
	"time"
)

// The machine goes off in the middle of a meeting, with nothing said to the clock.
func TestTheClockOutlivesAKill(t *testing.T) {
	t.Parallel()
	c := newClock(t, time.Date(2026, 3, 19, 14, 0, 0, 0, time.UTC))
	r := c.sit("")
	home := r.p.Home
	r.p.Type("Checkout errors on 12 March")
	r.p.Keys("Enter")
	r.p.Wait(t, "[Open]", "0:00 of 1:00", "Esc c starts the clock")
	r.p.Keys("Esc")
	r.p.Wait(t, "letters are commands now")
	r.p.Keys("c")
	r.p.Wait(t, "0 of 4 min, 14 kept for countermeasures", "c pauses it", "  saved")
	c.set(c.now.Add(6 * time.Minute))
	r.p.Keys("g", "3")
	r.p.Wait(t, "[Timeline]", "0:06 of 1:00", "0 of 30 min", "  saved")
	c.set(c.now.Add(9 * time.Minute))
	r.p.Kill()

	c.set(c.now.Add(3 * time.Minute))
	r = c.sit(home)
	r.p.Keys("Enter")
	r.p.Wait(t, "[Timeline]", "0:18 of 1:00", "12 of 30 min", "The clock ran on", "  saved")
	r.p.Kill()

	c.set(c.now.Add(20 * time.Hour))
	r = c.sit(home)
	r.p.Keys("Enter")
	r.p.Wait(t, "[Timeline]", "0:18 of 1:00 ended", "the clock stands since 14:18")
}
