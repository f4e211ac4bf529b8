package journey

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"debrief/model"
	"debrief/storage"
	"debrief/storage/storagetest"
	"debrief/storage/storagetest/strace"
	"debrief/ui/terminaltest"
)

// TestTheScreenSaysSavedOnlyOfWhatIsOnDisk lets calls of the store fail under the running screen,
// while somebody records rows. Each row is shown as saved and is on disk, or the header says NOT
// SAVED; when the disk works again all is saved by itself.
//
// A write that strace calls successful without doing it would be a disk that lies, which nobody
// can notice; short writes are those of a disk that fills up, in the test below.
func TestTheScreenSaysSavedOnlyOfWhatIsOnDisk(t *testing.T) {
	strace.Need(t)
	const rooms = 4
	faults := screenFaults()
	for room := range rooms {
		t.Run(fmt.Sprint(room), func(t *testing.T) {
			t.Parallel()
			m := &faulty{room: sit(t, meetingAtHome(t))}
			m.open("Timeline")
			runs := 0
			for n := room + storagetest.From(t)/rooms*rooms; n < len(faults) && !storagetest.Ending(t, n); n += rooms {
				f := faults[n]
				if f.Calls == openCalls {
					f.Paths = besides(m.p.Home)
				}
				m.under(f, n)
				runs++
			}
			m.check()
			t.Logf("%d runs, %d with a call that failed, NOT SAVED in %d", runs, m.failed, m.refused)
			if m.refused == 0 {
				t.Error("nothing was ever refused: the test says too little")
			}
		})
	}
}

// screenFaults are those of one commit after the other. The short form takes some of those that a
// commit of one row is sure to meet.
func screenFaults() []strace.Fault {
	var all []strace.Fault
	for _, call := range []struct {
		names string
		often []string // how often a commit makes it, at most
	}{
		{"pwrite64", []string{"1", "2", "3", "5", "9", "14", "20", "27", "35", "44"}},
		{"fsync,?fdatasync", []string{"1", "2", "3", "4"}},
		{"?unlink,unlinkat", []string{"1"}},
		{openCalls, []string{"1", "2"}},
	} {
		for _, n := range call.often {
			for _, what := range []string{"EIO", "ENOSPC", "EACCES", "EINTR"} {
				f := strace.Fault{Calls: call.names, Do: "error=" + what, When: n}
				all = append(all, f)
				if what != "EINTR" { // what is interrupted for ever is tried for ever
					f.When += "+"
					all = append(all, f)
				}
			}
		}
	}
	if !storagetest.Long() {
		return some(all, 16)
	}
	for len(all) < 240 {
		all = append(all, all...)
	}
	return all
}

// faulty is a meeting whose disk fails now and then.
type faulty struct {
	*room
	rows            []string
	failed, refused int
}

// under records a row while the fault is there, and waits until it is on disk once it is gone.
func (m *faulty) under(f strace.Fault, n int) {
	m.t.Helper()
	row := fmt.Sprintf("row number %d", n)
	detach := strace.Attach(m.t, m.p.PID(), f)
	m.p.Type("09:00 " + row)
	m.p.Keys("Enter")
	said := m.p.WaitFor(m.t, fmt.Sprintf("saved or NOT SAVED under %s", f), func(s *terminaltest.Screen) bool {
		return notSaved(s) && saidWhy(s) || m.saved(s, row)
	})
	if notSaved(said) {
		m.refused++
	} else {
		m.rows = append(m.rows, row)
		m.check()
	}
	hit := detach()
	if hit > 0 {
		m.failed++
	}
	m.t.Logf("%s: %d calls failed, NOT SAVED %v", f, hit, notSaved(said))
	s := m.p.WaitFor(m.t, fmt.Sprintf("all to be saved after %s", f), func(s *terminaltest.Screen) bool { return isSaved(s) })
	if strings.Contains(typedText(s), squeezed(row)) { // the panel took the Enter
		m.p.Keys("Enter")
		m.p.WaitFor(m.t, "the row to be saved", func(s *terminaltest.Screen) bool { return m.saved(s, row) })
	}
	if notSaved(said) {
		m.rows = append(m.rows, row)
	}
	m.check()
	if m.t.Failed() {
		m.t.Fatalf("with %s; go on with DEBRIEF_SEED=%d", f, n)
	}
}

// notSaved tells that the header says so; the panel then says why.
func notSaved(s *terminaltest.Screen) bool { return strings.Contains(s.Row(0), "NOT SAVED") }

// saidWhy tells that the screen gives a cause that a person understands.
func saidWhy(s *terminaltest.Screen) bool {
	return s.Has("disk is full") || s.Has("disk answered with an error") || s.Has("file may not be written")
}

// saved tells that the row is recorded and shown as saved.
func (m *faulty) saved(s *terminaltest.Screen, row string) bool {
	label, _ := stands(s)
	return label == "Done" && isSaved(s) && !strings.Contains(typedText(s), squeezed(row)) && s.Has(row)
}

// check reads the file beside the program: every row that was shown as saved is there, once.
func (m *faulty) check() {
	m.t.Helper()
	err := inStore(m.p.Home, func(s *storage.Store) error {
		list, err := s.Summaries(m.t.Context(), model.SummaryQuery{})
		if err != nil || len(list) != 1 {
			return fmt.Errorf("%d records, %w", len(list), err)
		}
		p, _, err := s.Read(m.t.Context(), list[0].ID)
		times := texts(p)
		for _, row := range m.rows {
			if times[row] != 1 {
				m.t.Errorf("%q was shown as saved and is on disk %d times", row, times[row])
			}
		}
		return err
	})
	if err != nil {
		m.t.Fatal(err)
	}
}

// TestTheScreenLosesNothingOnAFullDisk fills a small disk up to some bytes, so that writes are cut
// short at another place in each round, and makes room again.
func TestTheScreenLosesNothingOnAFullDisk(t *testing.T) {
	home := meetingAtHome(t)
	folder := filepath.Dir(storePath(home))
	b, err := os.ReadFile(storePath(home))
	if err != nil {
		t.Fatal(err)
	}
	const size = 2 << 20
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, fmt.Sprintf("size=%d,mode=0700", size)); err != nil {
		t.Skip("a small disk cannot be made here (needs root): ", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(folder, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	if err := os.WriteFile(storePath(home), b, 0o600); err != nil {
		t.Fatal(err)
	}
	m := &faulty{room: sit(t, home)}
	defer m.p.Kill()
	m.open("Timeline")
	rounds := 4
	if storagetest.Long() {
		rounds = 40
	}
	ballast := filepath.Join(folder, "ballast")
	for n := range rounds {
		is, err := os.Stat(storePath(home))
		if err != nil {
			t.Fatal(err)
		}
		free := int64(n%20) * 4096 // too little for a journal, and for the journal but not the file
		if err := os.WriteFile(ballast, make([]byte, size-is.Size()-free-8192), 0o600); err != nil && !isFull(err) {
			t.Fatal(err)
		}
		row := fmt.Sprintf("row number %d", n)
		m.p.Type("09:00 " + row)
		m.p.Keys("Enter")
		said := m.p.WaitFor(t, "saved or NOT SAVED", func(s *terminaltest.Screen) bool { return notSaved(s) && s.Has("disk is full") || m.saved(s, row) })
		if notSaved(said) {
			m.refused++
		} else {
			m.rows = append(m.rows, row)
			m.check()
		}
		if err := os.Remove(ballast); err != nil {
			t.Fatal(err)
		}
		s := m.p.WaitFor(t, "all to be saved once there is room", func(s *terminaltest.Screen) bool { return isSaved(s) })
		if strings.Contains(typedText(s), squeezed(row)) {
			m.p.Keys("Enter")
			m.p.WaitFor(t, "the row to be saved", func(s *terminaltest.Screen) bool { return m.saved(s, row) })
		}
		if notSaved(said) {
			m.rows = append(m.rows, row)
		}
		m.check()
	}
	t.Logf("%d rounds, NOT SAVED in %d", rounds, m.refused)
	if m.refused == 0 {
		t.Error("the disk was never full: the test says too little")
	}
}

func isFull(err error) bool { return errors.Is(err, syscall.ENOSPC) }
