package journey

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/jsonfile"
	"debrief/model/sample"
	"debrief/model/sample/sampletest"
	"debrief/storage"
	"debrief/storage/storagetest"
	"debrief/storage/storagetest/strace"
)

// The calls by which the store and whole files reach the disk.
const (
	diskCalls = "pwrite64,fsync,fdatasync,?unlink,unlinkat,ftruncate,linkat,?rename,renameat,?renameat2"
	openCalls = "?open,openat"
)

// command is one command of the program that writes, on a home of its own.
type command struct {
	name string
	args func(home string) []string
	// store tells that a store with the sample in it is there beforehand.
	store bool
	// there tells whether what the command is to do is done, wholly; the error, that it is half done.
	there func(home string) (bool, error)
	// twice is the exit code of the command where it was done already.
	twice int
}

// exported is the file that export writes, on the disk of the store.
func exported(home string) string { return filepath.Join(filepath.Dir(storePath(home)), "page.json") }

func sampleID() string { return string(sample.ID("checkout")) }

func commands() []command {
	return []command{
		{name: "new, no store yet", args: func(string) []string { return []string{"new", "A bad cable"} }, there: titled("A bad cable")},
		{name: "new", store: true, args: func(string) []string { return []string{"new", "A bad cable"} }, there: titled("A bad cable")},
		{name: "import", store: true, args: func(home string) []string { return []string{"import", filepath.Join(home, "brought.json")} },
			there: titled("Brought in"), twice: 4},
		{name: "export", store: true, args: func(home string) []string {
			return []string{"export", sampleID(), "--json", "-o", exported(home)}
		}, there: func(home string) (bool, error) {
			b, err := os.ReadFile(exported(home))
			if errors.Is(err, os.ErrNotExist) {
				return false, nil
			}
			if err == nil {
				_, err = jsonfile.Decode(b)
			}
			return err == nil, err
		}, twice: 4},
		{name: "delete", store: true, args: func(string) []string { return []string{"delete", sampleID()} }, there: func(home string) (bool, error) {
			p, err := recordOf(home, sample.ID("checkout"))
			return err == nil && !p.Header.Deleted.IsZero(), err
		}},
		{name: "purge", store: true, args: func(string) []string { return []string{"purge", sampleID(), "--yes"} }, there: func(home string) (bool, error) {
			_, err := recordOf(home, sample.ID("checkout"))
			if errors.Is(err, model.ErrNotFound) {
				return true, nil
			}
			return false, err
		}, twice: 3},
	}
}

// titled tells whether a record of that title is in the store and can be read.
func titled(title string) func(string) (bool, error) {
	return func(home string) (bool, error) {
		if _, err := os.Lstat(storePath(home)); errors.Is(err, os.ErrNotExist) {
			return false, nil
		}
		found := false
		err := inStore(home, func(s *storage.Store) error {
			list, err := s.Summaries(context.Background(), model.SummaryQuery{})
			for _, one := range list {
				if _, _, read := s.Read(context.Background(), one.ID); read != nil {
					err = errors.Join(err, read)
				}
				found = found || one.Title == title
			}
			return err
		})
		return found, err
	}
}

func recordOf(home string, id model.ID) (p model.Postmortem, err error) {
	err = inStore(home, func(s *storage.Store) (err error) {
		p, _, err = s.Read(context.Background(), id)
		return err
	})
	return p, err
}

// inStore opens the store and makes sure that it is sound.
func inStore(home string, do func(*storage.Store) error) (err error) {
	ctx := context.Background()
	s, err := storage.Open(ctx, storePath(home), storage.Options{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	h, err := s.Health(ctx)
	if err != nil {
		return err
	}
	if !h.Sound() {
		return fmt.Errorf("not sound: %q", h.Damage)
	}
	return do(s)
}

// homes makes homes in which the command has not been run yet.
type homes struct {
	command
	store, brought []byte
}

func homesOf(t *testing.T, c command) homes {
	t.Helper()
	h := homes{command: c}
	p := sample.Postmortem(sampletest.Start())
	if c.store {
		path := filepath.Join(t.TempDir(), "debrief.db")
		s, err := storage.Open(context.Background(), path, storage.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(s.Save(context.Background(), p.Header.ID, storagetest.First(p)), s.Close()); err != nil {
			t.Fatal(err)
		}
		if h.store, err = os.ReadFile(path); err != nil {
			t.Fatal(err)
		}
	}
	q := storagetest.Begun(sampletest.ID(7), "Brought in")
	for i := range 60 {
		q.Events = append(q.Events, model.Event{ID: sampletest.ID(100 + i), Pos: "a0", What: fmt.Sprintf("event %d", i)})
	}
	var err error
	if h.brought, err = jsonfile.Encode(q); err != nil {
		t.Fatal(err)
	}
	return h
}

func (h homes) make(t *testing.T) (home string) {
	t.Helper()
	home = t.TempDir()
	err := errors.Join(os.MkdirAll(filepath.Dir(storePath(home)), 0o700),
		os.WriteFile(filepath.Join(home, "brought.json"), h.brought, 0o600))
	if h.store != nil {
		err = errors.Join(err, os.WriteFile(storePath(home), h.store, 0o600))
	}
	if err != nil {
		t.Fatal(err)
	}
	return home
}

// tried runs the program in the home and returns its exit code and what it said on stderr.
func tried(t *testing.T, home string, command *exec.Cmd) (code int, said string) {
	t.Helper()
	var out, errs bytes.Buffer
	command.Env = []string{"HOME=" + home, "PATH=" + os.Getenv("PATH"), "TZ=UTC", "LANG=C.UTF-8"}
	command.Dir, command.Stdout, command.Stderr = home, &out, &errs
	timer := time.AfterFunc(time.Minute, func() { _ = command.Process.Kill() })
	defer timer.Stop()
	err := command.Run()
	var ended *exec.ExitError
	switch {
	case errors.As(err, &ended):
		return ended.ExitCode(), errs.String()
	case err != nil:
		t.Fatal(err)
	}
	return 0, errs.String()
}

// faults are those that a command is run with: each call of the disk fails by itself, and it and
// all that follow. The short form takes some of them.
func (h homes) faults(t *testing.T) []strace.Fault {
	t.Helper()
	var all []strace.Fault
	for _, calls := range []string{diskCalls, openCalls} {
		home := h.make(t)
		f := strace.Fault{Calls: calls, Do: "delay_enter=1us"}
		if calls == openCalls {
			f.Paths = besides(home)
		}
		log := filepath.Join(t.TempDir(), "log")
		if code, said := tried(t, home, strace.Command(t, f, log, built(t), h.args(home)...)); code != 0 {
			t.Fatalf("undisturbed: exit code %d, %s", code, said)
		}
		counts := strace.Calls(log)
		for _, name := range slices.Sorted(maps.Keys(counts)) {
			count, step := counts[name], 1
			if name == "pwrite64" {
				step = 3
			}
			for n := 1; n <= count; n += step {
				for _, what := range []string{"EIO", "ENOSPC", "EACCES", "EINTR"} {
					f := strace.Fault{Calls: name, Do: "error=" + what, When: strconv.Itoa(n), Paths: f.Paths}
					all = append(all, f)
					if what != "EINTR" { // what is interrupted for ever is tried for ever
						f.When += "+"
						all = append(all, f)
					}
				}
			}
		}
	}
	if storagetest.Long() {
		return all
	}
	return some(all, 9)
}

// some takes a few of the faults, by a chance that is the same in every run.
func some(all []strace.Fault, few int) []strace.Fault {
	var taken []strace.Fault
	for _, i := range rand.New(rand.NewPCG(8, 4)).Perm(len(all))[:min(few, len(all))] {
		taken = append(taken, all[i])
	}
	return taken
}

// besides are the files of the store whose names are known beforehand.
func besides(home string) []string {
	path := storePath(home)
	return []string{path, path + "-journal", filepath.Dir(path)}
}

// TestACommandSavesOrSaysSoWhicheverCallFails makes every call by which a command reaches the disk
// fail, once and from then on. The command has done what it was to do, or ends with a sentence and
// has done all or nothing; the store is sound; and without the fault it does it.
func TestACommandSavesOrSaysSoWhicheverCallFails(t *testing.T) {
	strace.Need(t)
	for _, c := range commands() {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			h := homesOf(t, c)
			faults := h.faults(t)
			failed, refused := 0, 0
			for n := storagetest.From(t); n < len(faults) && !storagetest.Ending(t, n); n++ {
				done, said := h.disturbed(t, faults[n])
				if t.Failed() {
					t.Fatalf("with %s; go on with DEBRIEF_SEED=%d", faults[n], n)
				}
				if done {
					failed++
				}
				if said {
					refused++
				}
			}
			t.Logf("%d runs, %d with a call that failed, %d refused", len(faults), failed, refused)
		})
	}
}

func (h homes) disturbed(t *testing.T, f strace.Fault) (injected, refused bool) {
	t.Helper()
	home := h.make(t)
	if f.Paths != nil {
		f.Paths = besides(home)
	}
	log := filepath.Join(t.TempDir(), "log")
	code, said := tried(t, home, strace.Command(t, f, log, built(t), h.args(home)...))
	h.settled(t, home, code, said)
	return strace.Done(log) > 0, code != 0
}

// TestACommandOnAFullDiskSavesOrSaysSo runs commands on a small disk with room for less and less,
// so that writes are cut short at another place each time.
func TestACommandOnAFullDiskSavesOrSaysSo(t *testing.T) {
	rounds := 3
	if storagetest.Long() {
		rounds = 60
	}
	for _, c := range commands() {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			h := homesOf(t, c)
			refused := 0
			for n := range rounds {
				home := h.make(t)
				folder := filepath.Dir(storePath(home))
				const size = 4 << 20
				if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, fmt.Sprintf("size=%d,mode=0700", size)); err != nil {
					t.Skip("a small disk cannot be made here (needs root): ", err)
				}
				t.Cleanup(func() {
					if err := syscall.Unmount(folder, syscall.MNT_DETACH); err != nil {
						t.Error(err)
					}
				})
				if h.store != nil {
					if err := os.WriteFile(storePath(home), h.store, 0o600); err != nil {
						t.Fatal(err)
					}
				}
				ballast := filepath.Join(folder, "ballast")
				free := (n*7 + 1) % 60 * 4096
				if err := os.WriteFile(ballast, make([]byte, size), 0o600); err != nil && !errors.Is(err, syscall.ENOSPC) {
					t.Fatal(err)
				}
				if is, err := os.Stat(ballast); err != nil {
					t.Fatal(err)
				} else if err := os.Truncate(ballast, is.Size()-int64(free)); err != nil {
					t.Fatal(err)
				}
				code, said := tried(t, home, exec.Command(built(t), h.args(home)...))
				if code != 0 {
					refused++
				}
				if code != 0 && (code != 1 || !oneSentence(said) || !strings.Contains(said, "the disk is full")) {
					t.Errorf("exit code %d, said %q", code, said)
				}
				if err := os.Remove(ballast); err != nil {
					t.Fatal(err)
				}
				h.settled(t, home, code, said)
			}
			t.Logf("%d rounds, %d refused", rounds, refused)
			if refused == 0 && c.name != "delete" {
				t.Error("the disk was never full: the test says too little")
			}
		})
	}
}

// settled checks what a command left that ended with the code, and that it can be done now.
func (h homes) settled(t *testing.T, home string, code int, said string) {
	t.Helper()
	there, err := h.there(home)
	switch {
	case err != nil:
		t.Errorf("exit code %d, and afterwards: %v", code, err)
	case code == 0 && !there:
		t.Errorf("it said that it had done it, and it is not there: %s", said)
	case code != 0 && (code != 1 || !oneSentence(said)):
		t.Errorf("exit code %d, said %q", code, said)
	}
	again, said := tried(t, home, exec.Command(built(t), h.args(home)...))
	if again != 0 && (!there || again != h.twice) {
		t.Errorf("once the disk works: exit code %d, %s", again, said)
	}
	if there, err := h.there(home); err != nil || !there {
		t.Errorf("once the disk works it is not there: %v", err)
	}
}

// oneSentence tells that what was said is a line of words for a person; where it points to what is
// named above it, each line above names a file.
func oneSentence(said string) bool {
	lines := strings.Split(strings.TrimSpace(said), "\n")
	last := lines[len(lines)-1]
	for _, line := range lines[:len(lines)-1] {
		if !strings.HasPrefix(line, "the ") || !strings.Contains(line, "/debrief") {
			return false
		}
	}
	return strings.HasPrefix(last, "debrief: ") && strings.Contains(last, "named above") == (len(lines) > 1) &&
		!strings.Contains(said, "goroutine ") && !strings.Contains(said, "panic")
}
