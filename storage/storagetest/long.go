package storagetest

import (
	"os"
	"strconv"
	"testing"
	"time"
)

// Long tells that the long form of tests was asked for: DEBRIEF_LONG is set.
func Long() bool { return os.Getenv("DEBRIEF_LONG") != "" }

// From is the number of the case with which a long test begins: DEBRIEF_SEED, or 0.
func From(t testing.TB) int {
	t.Helper()
	said := os.Getenv("DEBRIEF_SEED")
	if said == "" {
		return 0
	}
	n, err := strconv.Atoi(said)
	if err != nil {
		t.Fatalf("DEBRIEF_SEED: %v", err)
	}
	return n
}

// Ending tells that the time of go test is nearly over, so that no further case is begun; the next
// run goes on with case n, and the log says how.
func Ending(t *testing.T, n int) bool {
	t.Helper()
	end, limited := t.Deadline()
	if !limited || time.Until(end) > time.Minute {
		return false
	}
	t.Logf("the time is nearly over: go on with DEBRIEF_LONG=1 DEBRIEF_SEED=%d go test -run '%s'", n, t.Name())
	return true
}
