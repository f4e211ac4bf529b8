package journey

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"debrief/model"
	"debrief/storage/storagetest"
	"debrief/ui/terminaltest"
)

// A campaign is many lives of the program under a typist's hands, each ended at a random moment in
// a random way, on what the ends before have left. Life n follows from n and from the earlier lives
// in its home. Where the time limit of go test comes near, the campaign says with which DEBRIEF_SEED
// it goes on.
const (
	shortCampaign = 60
	longCampaign  = 1200
	livesAHome    = 20 // then the next life begins in a new home
	campaignRooms = 3  // homes at a time: a person waits more than the machine works
	// campaignRest is left of the time limit for what other tests still do.
	campaignRest = 90 * time.Second
)

// TestNothingIsLostHoweverTheProgramEnds is the campaign. What the screen called saved is on disk,
// no row is there twice, of the line being typed all but the last half second is back, the store is
// sound, and the latest change can be taken back at once after each start.
func TestNothingIsLostHoweverTheProgramEnds(t *testing.T) {
	t.Parallel()
	first, lives := storagetest.From(t), shortCampaign
	if storagetest.Long() {
		lives = longCampaign
	}
	last := max(lives, first+livesAHome) - 1
	began := time.Now()
	c := &campaign{next: first, last: last}
	var rooms sync.WaitGroup
	for range campaignRooms {
		rooms.Go(func() {
			for {
				from, to, ok := c.home(t)
				if !ok {
					return
				}
				t.Run(fmt.Sprintf("lives %d to %d", from, to), func(t *testing.T) { c.live(t, from, to) })
			}
		})
	}
	rooms.Wait()
	t.Logf("in %v\n%s", time.Since(began).Round(time.Millisecond), &c.tally)
	if c.next <= c.last {
		t.Logf("go on with DEBRIEF_SEED=%d", c.next)
	}
}

// campaign hands out the homes.
type campaign struct {
	tally
	next, last int
}

// home is the next home: the lives that are lived in it; false at the end, and where there is no
// time left for one more.
func (c *campaign) home(t *testing.T) (from, to int, ok bool) {
	c.Lock()
	defer c.Unlock()
	if limit, limited := t.Deadline(); c.next > c.last || limited && time.Until(limit) < campaignRest {
		return 0, 0, false
	}
	from = c.next
	to = min(from+livesAHome-1, c.last)
	c.next = to + 1
	return from, to, true
}

const meetingTitle = "A meeting with a bad cable"

// live lives the lives of a home.
func (c *campaign) live(t *testing.T, from, to int) {
	y := &scribe{t: t, home: t.TempDir(), tally: &c.tally, ledger: newLedger()}
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("in life %d of the home that begins with %d: DEBRIEF_SEED=%d tries it again\n%s", y.life, from, from, strings.Join(y.trace, "\n"))
			if y.r != nil {
				t.Logf("the screen at the end:\n%s", y.r.p.Screen())
			}
		}
	})
	for n := from; n <= to; n++ {
		y.liveOnce(n)
		if t.Failed() {
			return
		}
	}
	if len(y.rescues()) == 0 {
		y.mustSettle("after the last life")
	}
}

// tally counts what happened, by all rooms at once.
type tally struct {
	sync.Mutex
	counts map[string]int
}

func (c *tally) add(what string, n int) {
	c.Lock()
	defer c.Unlock()
	if c.counts == nil {
		c.counts = make(map[string]int)
	}
	c.counts[what] += n
}

func (c *tally) acknowledged(n int) { c.add("changes seen as saved", n) }

func (c *tally) String() string {
	c.Lock()
	defer c.Unlock()
	var b strings.Builder
	for _, what := range slices.Sorted(maps.Keys(c.counts)) {
		fmt.Fprintf(&b, "%6d %s\n", c.counts[what], what)
	}
	return b.String()
}

// liveOnce is life n: it looks at what the end before has left, starts the program, takes the
// latest change back, does some things, and ends.
func (y *scribe) liveOnce(n int) {
	y.t.Helper()
	y.life, y.words, y.at = n, 0, 0
	y.say("life %d", n)
	y.chance = rand.New(rand.NewPCG(uint64(n), 31))
	end := y.choose()
	y.tally.add("lives", 1)
	// Whether the test or the program is the first to open what was left is left to chance, but
	// for what waits at home, where Enter is to open the record.
	waits := len(y.rescues()) > 0
	looked := !waits && (y.half[""] != nil || y.chance.IntN(2) == 0)
	if looked {
		y.mustSettle("before the start")
	}
	y.start(end)
	if waits && !end.starting && y.chance.IntN(4) == 0 {
		y.tally.add("ended by kill -9 while a rescue file is taken in", 1)
		y.killAtTakingIn()
		return
	}
	if end.starting {
		left := y.last
		y.end(end)
		if waits {
			y.last = left // what counts is the end that left the file
		}
		return
	}
	switch {
	case waits:
		y.takeIn()
	case y.begun:
		y.openFirst()
	}
	if !looked && !waits {
		y.mustSettle("after the start")
	}
	if y.begun {
		y.undoAtOnce()
	} else {
		y.begin()
	}
	acts := deeds()
	for range 1 + y.chance.IntN(4) {
		y.act(acts[y.chance.IntN(len(acts))])
	}
	y.end(end)
}

func (y *scribe) end(e ending) {
	y.t.Helper()
	y.say("end by %s", e.name)
	y.tally.add("ended by "+e.name, 1)
	e.do(y)
}

func (y *scribe) act(a deed) {
	y.t.Helper()
	if a.phase != 0 {
		y.goTo(a.phase)
	} else {
		y.finish()
	}
	y.tally.add("did: "+a.name, 1)
	y.say("do %s at %d", a.name, y.at)
	a.do(y)
}

// start starts the program and waits for home.
func (y *scribe) start(end ending) {
	y.t.Helper()
	o := terminaltest.Options{Path: built(y.t), Home: y.home}
	if end.falls {
		o = y.fallingProgram()
	}
	y.r = &room{y.t, terminaltest.Start(y.t, o)}
	if !end.starting {
		y.r.p.Wait(y.t, "  Home", "  Ask ")
	}
}

// begin makes the record of a new home.
func (y *scribe) begin() {
	y.t.Helper()
	y.r.write(meetingTitle)
	y.r.p.Keys("Enter")
	y.arrive(model.PhaseOpen)
	y.begun = true
	y.goTo(model.PhaseTimeline)
	text := y.text()
	y.record("2026-03-12 07:55 "+text, text)
}

// openFirst opens the record after a start. What was half typed at home is wiped first.
func (y *scribe) openFirst() {
	y.t.Helper()
	if y.half[""] != nil {
		y.finish()
		y.r.mark("Up", meetingTitle) // with a title in the line a new one is marked
	}
	y.open()
}

// open opens the record from home.
func (y *scribe) open() {
	y.t.Helper()
	y.r.p.Keys("Enter")
	y.arrive(0)
}

// undoAtOnce takes the latest change back with the first key after a start, looks for it on disk,
// and now and then has it again.
func (y *scribe) undoAtOnce() {
	y.t.Helper()
	y.undo()
	y.agrees("undo after the start")
	if y.chance.IntN(2) == 0 {
		y.clearSaid()
		y.redo()
		y.agrees("redo after the start")
	}
}

// agrees fails where the disk does not hold what the screen says beside the running program.
func (y *scribe) agrees(when string) {
	y.t.Helper()
	d, err := lookAt(storePath(y.home))
	if err != nil {
		y.t.Fatalf("%s: %v", when, err)
	}
	if wrong := difference(y.texts, d.texts); wrong != "" {
		y.t.Fatalf("%s: the screen says saved, and %s", when, wrong)
	}
}

// mustSettle compares what the end before has left with the ledger.
func (y *scribe) mustSettle(when string) {
	y.t.Helper()
	d, err := lookAt(storePath(y.home))
	if err == nil && y.begun != (d.records == 1) {
		err = fmt.Errorf("%d records", d.records)
	}
	if err == nil {
		err = y.settle(d, y.last)
	}
	if err != nil {
		y.t.Fatalf("%s, after an end by %s: %v", when, y.last.how, err)
	}
}
