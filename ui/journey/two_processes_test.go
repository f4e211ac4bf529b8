package journey

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/jsonfile"
	"debrief/model/merge"
	"debrief/model/sample"
	"debrief/storage"
	"debrief/storage/backup"
)

// The environment of a process that is one side of TestTwoProcessesLoseNothingInSilence.
const (
	sideName  = "DEBRIEF_TEST_SIDE"
	sideStore = "DEBRIEF_TEST_SIDE_STORE"
	sideSeed  = "DEBRIEF_TEST_SIDE_SEED"
	sideSteps = "DEBRIEF_TEST_SIDE_STEPS"
)

// ack is what a side says once the program has told it that something took place.
type ack struct {
	Op   string // set, removed, field, secret, made, unmade, imported, refused, made anew, done
	ID   string
	Text string
}

// side is one of two processes at the same store: a window, and commands that are typed beside it.
// It changes rows of its own and a field of its own, and reads and writes whole records, as an import
// does, in which the other side's rows are.
type side struct {
	t     *testing.T
	name  string
	db    string
	dir   string
	store *storage.Store
	dice  *rand.Rand
	out   *json.Encoder
	id    model.ID

	rows   map[model.ID]string // what of its own should be there
	order  []model.ID
	files  []held
	others []string // post-mortems of its own
	made   int
}

// held is an export that lies about, and what its own rows were then.
type held struct {
	path string
	rows map[model.ID]string
}

var shared = sample.ID("two processes") // constant: the record that both sides change

func (s *side) say(op string, id model.ID, text string) {
	if err := s.out.Encode(ack{op, string(id), text}); err != nil {
		s.t.Fatal(err)
	}
}

// debrief runs the program with these arguments in this process.
func (s *side) debrief(args ...string) (code int, out, said string) {
	var o, e bytes.Buffer
	p := commandLine(time.Now)
	p.Out, p.Err, p.In = &o, &e, strings.NewReader("")
	code = p.Run(context.Background(), append(args, "--db", s.db))
	return code, o.String(), e.String()
}

// again runs a command until no other program is in its way.
func (s *side) again(args ...string) (code int, out, said string) {
	for range 20 {
		code, out, said = s.debrief(args...)
		if code != 1 {
			break
		}
		s.say("made anew", "", said)
	}
	return code, out, said
}

// save makes an edit of the record as it is now, as often as the other side is faster.
func (s *side) save(label string, edit func(p *model.Postmortem) bool) {
	ctx := context.Background()
	for range 200 {
		now, log, err := s.store.Reread(ctx, shared)
		if err == nil {
			next := now
			next.Learnings = slices.Clone(now.Learnings)
			if !edit(&next) {
				return
			}
			e := model.Entry{Seq: log[len(log)-1].Seq + 1, At: model.UTC(time.Now()), Kind: model.Edit, Change: model.Diff(label, now, next)}
			err = s.store.Save(ctx, shared, e)
		}
		switch {
		case err == nil:
			return
		case errors.Is(err, model.ErrConflict), errors.Is(err, model.ErrBusy):
			s.say("made anew", "", "")
		default:
			s.t.Fatalf("%s: %v", label, err)
		}
	}
	s.t.Fatalf("%s: 200 times in vain", label)
}

func (s *side) words() string {
	s.made++
	return fmt.Sprintf("%s says %d secret-%s-%d-end", s.name, s.made, s.name, s.made)
}

func (s *side) learning(id model.ID, words string) model.Learning {
	return model.Learning{ID: id, Kind: model.Lucky, Text: words, Pos: fmt.Sprintf("b%05d1", s.made)}
}

// own draws a row of its own that is there.
func (s *side) own() (model.ID, bool) {
	if len(s.order) == 0 {
		return "", false
	}
	return s.order[s.dice.IntN(len(s.order))], true
}

func (s *side) set(id model.ID, words string) {
	if _, there := s.rows[id]; !there {
		s.order = append(s.order, id)
	}
	s.rows[id] = words
	s.say("set", id, words)
}

func (s *side) gone(id model.ID) {
	delete(s.rows, id)
	s.order = slices.DeleteFunc(s.order, func(o model.ID) bool { return o == id })
	s.say("removed", id, "")
}

func (s *side) step() {
	id, some := s.own()
	switch n := s.dice.IntN(100); {
	case n < 35 || !some:
		words := s.words()
		id := sample.ID(words)
		s.save("added", func(p *model.Postmortem) bool { p.Learnings = append(p.Learnings, s.learning(id, words)); return true })
		s.set(id, words)
	case n < 50:
		words := s.words()
		s.save("changed", func(p *model.Postmortem) bool {
			for i := range p.Learnings {
				if p.Learnings[i].ID == id {
					p.Learnings[i].Text = words
					return true
				}
			}
			s.t.Fatalf("%s is gone: the row %s", s.name, id)
			return false
		})
		s.set(id, words)
	case n < 56:
		s.save("removed", func(p *model.Postmortem) bool {
			p.Learnings = slices.DeleteFunc(p.Learnings, func(l model.Learning) bool { return l.ID == id })
			return true
		})
		s.gone(id)
	case n < 64:
		words := s.words()
		s.save("field", func(p *model.Postmortem) bool {
			if s.name == "left" {
				p.Header.TLDR = words
			} else {
				p.Header.Summary = words
			}
			return true
		})
		s.say("field", "", words)
	case n < 76:
		s.export()
	case n < 93:
		s.takeIn()
	case n < 95:
		s.purgeText(id)
	default:
		s.other()
	}
}

func (s *side) export() {
	h := held{path: filepath.Join(s.dir, fmt.Sprintf("%s-%d.json", s.name, len(s.files))), rows: map[model.ID]string{}}
	if code, _, said := s.again("export", string(shared), "--json", "--allow-findings", "--force", "-o", h.path); code != 0 {
		s.t.Fatalf("export: %d, %s", code, said)
	}
	for id, words := range s.rows {
		h.rows[id] = words
	}
	s.files = append(s.files, h)
}

// takeIn edits an export by hand, one of the latest, and imports it.
func (s *side) takeIn() {
	if len(s.files) == 0 {
		return
	}
	h := s.files[len(s.files)-1-s.dice.IntN(min(3, len(s.files)))]
	text, err := os.ReadFile(h.path)
	if err != nil {
		s.t.Fatal(err)
	}
	p, err := jsonfile.Decode(text)
	if err != nil {
		s.t.Fatal(err)
	}
	id, words := model.ID(""), s.words()
	var candidates []model.ID
	for _, l := range p.Learnings {
		if _, mine := h.rows[l.ID]; mine {
			candidates = append(candidates, l.ID)
		}
	}
	action := s.dice.IntN(4) // 0 adds, 1 removes, else another text
	if len(candidates) > 0 {
		id = candidates[s.dice.IntN(len(candidates))]
	} else {
		action = 0
	}
	switch action {
	case 0:
		id = sample.ID(words)
		p.Learnings = append(p.Learnings, s.learning(id, words))
	case 1:
		p.Learnings = slices.DeleteFunc(p.Learnings, func(l model.Learning) bool { return l.ID == id })
	default:
		for i := range p.Learnings {
			if p.Learnings[i].ID == id {
				p.Learnings[i].Text = words
			}
		}
	}
	edited, err := jsonfile.Encode(p)
	if err != nil {
		s.t.Fatal(err)
	}
	edited = bytes.Replace(edited, []byte(merge.Of(p).String()), []byte(jsonfile.SumIn(text).String()), 1)
	path := filepath.Join(s.dir, s.name+"-edited.json")
	if err := os.WriteFile(path, edited, 0o600); err != nil {
		s.t.Fatal(err)
	}
	was, before := h.rows[id]
	is, now := s.rows[id]
	code, _, said := s.again("import", path, "--update")
	switch {
	case code == 5:
		why := "refused: both changed"
		if strings.Contains(said, "nobody knows") {
			why = "refused: of unknown origin"
		}
		s.say(why, id, said)
	case code != 0:
		s.t.Fatalf("import: %d, %s", code, said)
	case action == 0:
		s.set(id, words)
		s.say("imported", id, "")
	case (before != now || was != is) && (action != 1 || now):
		// It was changed since: only the same could be taken over in silence.
		s.t.Fatalf("an import overwrote %q, which was %q in the file: %s", is, was, said)
	case action == 1:
		s.gone(id)
		s.say("imported", id, "")
	default:
		s.set(id, words)
		s.say("imported", id, "")
	}
}

func (s *side) purgeText(id model.ID) {
	words := s.rows[id]
	at := strings.Index(words, "secret-")
	if at < 0 {
		return // it was purged before
	}
	secret := words[at:]
	for n := 0; ; n++ {
		code, _, said := s.debrief("purge", string(shared), "--text", secret, "--with", "[gone]", "--yes")
		if code == 0 || code == 3 && n > 0 {
			break
		}
		if code != 1 || n == 20 {
			s.t.Fatalf("purge %s: %d, %s", secret, code, said)
		}
		s.say("made anew", "", said)
	}
	s.set(id, strings.ReplaceAll(words, secret, "[gone]"))
	s.say("secret", "", secret)
}

// other makes a post-mortem, or removes one of its own for good.
func (s *side) other() {
	if len(s.others) == 0 || s.dice.IntN(2) == 0 {
		code, out, said := s.again("new", s.words())
		if code != 0 {
			s.t.Fatalf("new: %d, %s", code, said)
		}
		id := strings.TrimSpace(out)
		s.others = append(s.others, id)
		s.say("made", model.ID(id), "")
		return
	}
	i := s.dice.IntN(len(s.others))
	id := s.others[i]
	s.others = slices.Delete(s.others, i, i+1)
	if code, _, said := s.again("purge", id, "--yes"); code != 0 && code != 3 {
		s.t.Fatalf("purge %s: %d, %s", id, code, said)
	}
	s.say("unmade", model.ID(id), "")
}

// TestASide is one of the two processes, where a test has started it so.
func TestASide(t *testing.T) {
	name := os.Getenv(sideName)
	if name == "" {
		t.Skip("a test starts it")
	}
	seed, _ := strconv.ParseUint(os.Getenv(sideSeed), 10, 64)
	steps, _ := strconv.Atoi(os.Getenv(sideSteps))
	db := os.Getenv(sideStore)
	s := &side{t: t, name: name, db: db, dir: filepath.Dir(filepath.Dir(db)), id: shared, out: json.NewEncoder(os.Stderr),
		dice: rand.New(rand.NewPCG(seed, uint64(len(name)))), rows: map[model.ID]string{}}
	var err error
	if s.store, err = storage.Open(context.Background(), db, storage.Options{}); err != nil {
		t.Fatal(err)
	}
	defer s.store.Close()
	for range steps {
		s.step()
	}
	s.say("done", "", "")
}

// Two processes on one file, each a window and a command line, edit, export, import what they
// exported earlier, and purge, all in turn as the dice fall. In the end every row that one of them
// was told is saved is there, nothing that was purged, and nothing else.
//
// A round takes 80 steps a side, in about 4 seconds; with DEBRIEF_LONG in the environment 1,000, in
// about three minutes. DEBRIEF_SEED says with which round it begins.
func TestTwoProcessesLoseNothingInSilence(t *testing.T) {
	rounds, steps := 1, 80
	if os.Getenv("DEBRIEF_LONG") != "" {
		rounds, steps = 1, 1000
	}
	from, _ := strconv.Atoi(os.Getenv("DEBRIEF_SEED"))
	counts := map[string]int{}
	for n := from; n < from+rounds; n++ {
		if end, limited := t.Deadline(); limited && time.Until(end) < time.Duration(steps)*300*time.Millisecond {
			t.Logf("the time is nearly over: go on with DEBRIEF_SEED=%d", n)
			return
		}
		if !t.Run(fmt.Sprint("round ", n), func(t *testing.T) { twoProcesses(t, n, steps, counts) }) {
			t.Fatalf("go on with DEBRIEF_SEED=%d", n)
		}
	}
	t.Logf("acknowledged: %v", counts)
	if counts["imported"] == 0 || counts["secret"] == 0 {
		t.Errorf("nothing was imported, or nothing purged: %v", counts)
	}
}

func twoProcesses(t *testing.T, seed, steps int, counts map[string]int) {
	ctx := context.Background()
	db := filepath.Join(t.TempDir(), "share", "debrief.db")
	s, err := storage.Open(ctx, db, storage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	begun := sample.Postmortem(time.Date(2026, 3, 19, 14, 0, 0, 0, time.UTC))
	first := model.Postmortem{Header: begun.Header, Incident: begun.Incident}
	first.Header.ID, first.Incident.ID = shared, shared
	first.Header.Owner, first.Header.Facilitator, first.Header.NoteTaker = "", "", ""
	e := model.Entry{Seq: 1, At: model.UTC(time.Now()), Kind: model.Edit, Change: model.Diff("made", model.Postmortem{}, first)}
	if err := errors.Join(s.Save(ctx, shared, e), s.Close()); err != nil {
		t.Fatal(err)
	}

	names := []string{"left", "right"}
	type told struct {
		acks []ack
		err  error
	}
	answers := make(chan told)
	for _, name := range names {
		c := exec.CommandContext(t.Context(), os.Args[0], "-test.run", "^TestASide$", "-test.timeout", "9m")
		c.Env = append(os.Environ(), sideName+"="+name, sideStore+"="+db, sideSeed+"="+strconv.Itoa(seed), sideSteps+"="+strconv.Itoa(steps))
		var said bytes.Buffer
		c.Stdout = &said
		lines, err := c.StderrPipe()
		if err == nil {
			err = c.Start()
		}
		if err != nil {
			t.Fatal(err)
		}
		go func() {
			acks, err := read(lines)
			if ended := c.Wait(); ended != nil {
				err = fmt.Errorf("%s: %w: %s", name, ended, said.String())
			}
			answers <- told{acks, err}
		}()
	}
	want := map[model.ID]string{}
	fields := map[string]bool{}
	var secrets []string
	records := map[model.ID]bool{shared: true}
	for range names {
		a := <-answers
		if a.err != nil {
			t.Error(a.err)
			continue
		}
		last := ""
		for _, a := range a.acks {
			counts[a.Op]++
			switch id := model.ID(a.ID); a.Op {
			case "set":
				want[id] = a.Text
			case "removed":
				delete(want, id)
			case "field":
				last = a.Text
			case "secret":
				secrets = append(secrets, a.Text)
			case "made":
				records[id] = true
			case "unmade":
				delete(records, id)
			}
		}
		if last != "" {
			fields[last] = true
		}
		if n := len(a.acks); n == 0 || a.acks[n-1].Op != "done" {
			t.Error("a side ended early")
		}
	}
	if t.Failed() {
		return
	}

	s, err = storage.Open(ctx, db, storage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	p, _, err := s.Read(ctx, shared)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range p.Learnings {
		if words, there := want[l.ID]; !there || words != l.Text {
			t.Errorf("%s is %q, want %q", l.ID, l.Text, words)
		}
		delete(want, l.ID)
	}
	for id, words := range want {
		t.Errorf("%s is lost: %q", id, words)
	}
	for words := range fields {
		if words != p.Header.TLDR && words != p.Header.Summary {
			t.Errorf("%q is lost: %q, %q", words, p.Header.TLDR, p.Header.Summary)
		}
	}
	list, err := s.Summaries(ctx, model.SummaryQuery{})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range list {
		if !records[m.ID] {
			t.Errorf("%s was purged, and is there", m.ID)
		}
		delete(records, m.ID)
	}
	if len(records) > 0 {
		t.Errorf("post-mortems that are lost: %v", records)
	}
	if h, err := s.Health(ctx); err != nil || !h.Sound() {
		t.Errorf("%+v, %v", h.Damage, err)
	}
	all, err := backup.List(db)
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range append(all, db) {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, secret := range secrets {
			if bytes.Contains(b, []byte(secret)) {
				t.Errorf("%s still holds %s", path, secret)
			}
		}
	}
}

// read returns what a side says until it ends.
func read(from io.Reader) ([]ack, error) {
	var acks []ack
	lines := bufio.NewScanner(from)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var a ack
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			return acks, fmt.Errorf("it says %q", lines.Text())
		}
		acks = append(acks, a)
	}
	return acks, lines.Err()
}
