//go:build unix

package storage_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"debrief/model"
	"debrief/model/sample/sampletest"
	"debrief/storage"
	"debrief/storage/storagetest"
)

// victim is set in the process that the tests below start and kill: the path of its store.
const victim = "DEBRIEF_TEST_VICTIM"

// TestVictim is no test but that process: it saves one edit after the other and says the number
// of each that Save returned nil for.
func TestVictim(t *testing.T) {
	path := os.Getenv(victim)
	if path == "" {
		t.Skip("runs only as the process that is killed")
	}
	fmt.Println("opening")
	ctx := context.Background()
	s, err := storage.Open(ctx, path, storage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	id := sampletest.ID(1)
	p, seq, err := s.Read(ctx, id)
	if errors.Is(err, model.ErrNotFound) {
		p = storagetest.Begun(id, "one")
		err, seq = s.Save(ctx, id, storagetest.First(p)), 1
	}
	for ; err == nil; seq++ {
		fmt.Println("saved", seq)
		draft := model.Draft{Postmortem: id, Window: "1", Place: "timeline", Field: "what", Text: strconv.FormatInt(seq+1, 10), At: sampletest.Start()}
		if err = s.SaveDraft(ctx, draft); err != nil {
			break
		}
		fmt.Println("draft", seq+1)
		q := p
		q.Events = append(p.Events[:len(p.Events):len(p.Events)], model.Event{ID: sampletest.ID(int(seq) + 10), Pos: "a0",
			What: fmt.Sprintf("event %d of many words", seq+1)})
		err = s.Save(ctx, id, storagetest.Next(seq+1, p, q), draft)
		p = q
	}
	t.Fatal(err)
}

// start starts the victim and calls line for each line it says until line returns false; then it
// is killed, and what it still said is handed to line as well.
func start(t *testing.T, path string, line func(string) bool) {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^TestVictim$")
	child.Env = append(os.Environ(), victim+"="+path)
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	killed := false
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if strings.HasPrefix(lines.Text(), "---") {
			t.Errorf("the victim stopped by itself: %s", lines.Text())
		}
		if !line(lines.Text()) && !killed {
			killed = true
			if err := child.Process.Signal(syscall.SIGKILL); err != nil {
				t.Error(err)
			}
		}
	}
	if err := child.Wait(); err == nil || child.ProcessState.Sys().(syscall.WaitStatus).Signal() != syscall.SIGKILL {
		t.Errorf("the victim ended otherwise: %v", err)
	}
}

func TestNothingSavedIsLostWhenTheProgramIsKilled(t *testing.T) {
	path := filepath.Join(t.TempDir(), "debrief.db")
	ctx := context.Background()
	id := sampletest.ID(1)
	for round := range 20 {
		var saved, drafted int64
		n := 0
		start(t, path, func(line string) bool {
			word, number, _ := strings.Cut(line, " ")
			seq, _ := strconv.ParseInt(number, 10, 64)
			switch word {
			case "saved":
				saved = seq
			case "draft":
				drafted = seq
			}
			n++
			return n < 3+round%7
		})
		s := open(t, path)
		p, seq, err := s.Read(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		// The save after the last one that was acknowledged may have taken place.
		if seq < saved || seq > saved+1 {
			t.Errorf("round %d: %d was acknowledged, the log ends with %d", round, saved, seq)
		}
		if int64(len(p.Events)) != seq-1 {
			t.Errorf("round %d: %d events after %d entries", round, len(p.Events), seq)
		}
		drafts, err := s.Drafts(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		if drafted > seq && (len(drafts) != 1 || drafts[0].Text != strconv.FormatInt(drafted, 10)) {
			t.Errorf("round %d: draft %d is lost: %+v", round, drafted, drafts)
		}
		h, err := s.Health(ctx)
		if err != nil || !h.Sound() {
			t.Errorf("round %d: %q, %v", round, h.Damage, err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// Whenever the first start is killed, the next one either finds a whole store or none.
func TestAKilledFirstStartCanBeRepeated(t *testing.T) {
	for range 10 {
		path := filepath.Join(t.TempDir(), "debrief.db")
		start(t, path, func(line string) bool { return line != "opening" })
		if is, err := os.Stat(path); err == nil && is.Size() == 0 {
			t.Error("an empty file was left behind")
		} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Error(err)
		}
		s := open(t, path)
		if h, err := s.Health(context.Background()); err != nil || !h.Sound() {
			t.Errorf("%q, %v", h.Damage, err)
		}
	}
}

// TestIntruder is no test but another process: it tries at once to write to the store.
func TestIntruder(t *testing.T) {
	path := os.Getenv("DEBRIEF_TEST_INTRUDES")
	if path == "" {
		t.Skip("runs only as the other process")
	}
	db := rawOpen(t, path)
	defer db.Close()
	if _, err := db.Exec("BEGIN IMMEDIATE"); err != nil {
		fmt.Println("refused:", err)
		return
	}
	fmt.Println("let in")
}

// The locks that a process has on a file are gone as soon as it closes any handle of that file.
// Open looks at the header without losing those of another store in the same process.
func TestOpeningAFileTwiceKeepsOtherProcessesOut(t *testing.T) {
	path := filepath.Join(t.TempDir(), "debrief.db")
	open(t, path)
	release := hold(t, path)
	defer release()
	open(t, path)
	child := exec.Command(os.Args[0], "-test.run=^TestIntruder$")
	child.Env = append(os.Environ(), "DEBRIEF_TEST_INTRUDES="+path)
	out, err := child.Output()
	if err != nil || !strings.HasPrefix(string(out), "refused: database is locked") {
		t.Errorf("another process in the middle of a transaction: %s, %v", out, err)
	}
}
