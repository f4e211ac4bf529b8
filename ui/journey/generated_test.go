package journey

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/edit"
	"debrief/model/jsonfile"
	"debrief/model/names"
	"debrief/model/sample/sampletest"
	"debrief/storage"
	"debrief/storage/storagetest"
	"debrief/ui/cli"
)

// TestAnyRecordTravelsWholeOrIsRefusedAtTheDoor sends records of any content the whole way:
// debrief import, the store, edits, undo, doctor, debrief export, debrief import into another
// store, debrief export. What comes in comes back equal; what cannot is refused at the door in a
// sentence that says where.
//
// Record n follows from n alone. The short form takes some seconds; with DEBRIEF_LONG it is 20,000
// records, which go on where DEBRIEF_SEED says when go test's time is over.
func TestAnyRecordTravelsWholeOrIsRefusedAtTheDoor(t *testing.T) {
	const together = 50 // records a store: looking at the whole of it once costs less
	first, last := 0, 150
	if os.Getenv("DEBRIEF_LONG") != "" {
		last = 20_000
	}
	if from := os.Getenv("DEBRIEF_SEED"); from != "" {
		n, err := strconv.Atoi(from)
		if err != nil {
			t.Fatal(err)
		}
		first, last = n, max(last, n+1)
	}
	deadline, limited := t.Deadline()
	var sum journey
	for n := first; n < last; n += together {
		if limited && time.Until(deadline) < time.Minute {
			t.Logf("the time is over; go on with DEBRIEF_SEED=%d", n)
			break
		}
		j := newJourney(t)
		for seed := n; seed < min(n+together, last); seed++ {
			j.travel(seed)
			if t.Failed() {
				t.Fatalf("go on with DEBRIEF_SEED=%d", seed)
			}
		}
		j.end(n)
		if t.Failed() {
			t.Fatalf("go on with DEBRIEF_SEED=%d", n)
		}
		sum.add(j)
	}
	t.Logf("%d records: %d whole, %d refused; %d edits, %d refused; %d undone", sum.whole+sum.refused, sum.whole, sum.refused, sum.edits, sum.kept, sum.undone)
	if n := last - first; n >= 150 && (sum.whole < 50 || sum.refused < 20 || sum.edits < 100 || sum.undone < 40) {
		t.Error("the generator makes too few of one kind")
	}
}

// journey is two stores, and the command line on either.
type journey struct {
	t        *testing.T
	folder   string
	from, to *storage.Store

	whole, refused, edits, kept, undone int
}

func newJourney(t *testing.T) *journey {
	t.Helper()
	j := &journey{t: t}
	// In memory where that can be: what is tried is values, not the disk, which takes ten times as
	// long. Not t.TempDir, which keeps every store until the test is over.
	base := "/dev/shm"
	if is, err := os.Stat(base); err != nil || !is.IsDir() {
		base = ""
	}
	var err error
	if j.folder, err = os.MkdirTemp(base, "debrief-generated-"); err != nil {
		t.Fatal(err)
	}
	for _, s := range []struct {
		name string
		into **storage.Store
	}{{"from.db", &j.from}, {"to.db", &j.to}} {
		if *s.into, err = storage.Open(context.Background(), filepath.Join(j.folder, s.name), storage.Options{Now: sampletest.Start}); err != nil {
			t.Fatal(err)
		}
	}
	return j
}

func (j *journey) add(o *journey) {
	j.whole, j.refused, j.edits, j.kept, j.undone = j.whole+o.whole, j.refused+o.refused, j.edits+o.edits, j.kept+o.kept, j.undone+o.undone
}

// end asks doctor about both stores and puts them away.
func (j *journey) end(n int) {
	j.t.Helper()
	for _, s := range []*storage.Store{j.from, j.to} {
		h, err := s.Health(context.Background())
		if err != nil || !h.Sound() {
			j.t.Errorf("records from %d: doctor says %v, %v", n, h.Damage, err)
		}
		if list, err := s.Summaries(context.Background(), model.SummaryQuery{}); err != nil || slices.ContainsFunc(list, func(l model.Summary) bool { return l.Unreadable != "" }) {
			j.t.Errorf("records from %d: the list has rows that cannot be read, %v", n, err)
		}
		if _, err := s.Dues(context.Background(), model.Date{Year: model.LastYear, Month: 12, Day: 31}, 0); err != nil {
			j.t.Errorf("records from %d: %v", n, err)
		}
		if err := s.Close(); err != nil {
			j.t.Error(err)
		}
	}
	if err := os.RemoveAll(j.folder); err != nil {
		j.t.Error(err)
	}
}

// stays is a store that stays open from one command to the next.
type stays struct{ *storage.Store }

func (stays) Close() error { return nil }

// command runs a command line on a store and returns its exit code and what it printed.
func (j *journey) command(s *storage.Store, in []byte, args ...string) (code int, out []byte, said string) {
	var stdout, stderr bytes.Buffer
	p := commandLine(sampletest.Start)
	p.In, p.Out, p.Err = bytes.NewReader(in), &stdout, &stderr
	p.ConfigPath = filepath.Join(j.folder, "config.yaml")
	p.Getenv = func(string) string { return "" }
	p.Open = func(context.Context, string) (cli.Store, error) { return stays{s}, nil }
	code = p.Run(context.Background(), append(args, "--db", s.Path()))
	return code, stdout.Bytes(), stderr.String()
}

// travel sends the record of that seed the whole way.
func (j *journey) travel(seed int) {
	t := j.t
	t.Helper()
	random := rand.New(rand.NewPCG(7, uint64(seed)))
	g := &storagetest.Generator{Pick: random.IntN}
	p := g.Record(random.IntN(5))
	document, err := jsonfile.Encode(p)
	if err != nil {
		t.Errorf("seed %d: %v", seed, err)
		return
	}
	spoiled := random.IntN(3) == 0
	if spoiled {
		document = spoil(t, document, random)
	}
	code, _, said := j.command(j.from, document, "import", "-")
	if code != 0 {
		j.refused++
		if _, _, err := j.from.Read(context.Background(), p.Header.ID); !errors.Is(err, model.ErrNotFound) {
			t.Errorf("seed %d: refused with %q, but something was recorded: %v", seed, said, err)
		}
		if !spoiled || code != 2 || !strings.HasPrefix(said, "debrief: stdin") || strings.Count(said, "\n") != 1 ||
			!strings.Contains(said, "line ") && !strings.Contains(said, "no export of debrief") {
			t.Errorf("seed %d: ended with %d and %q", seed, code, said)
		}
		return
	}
	want, err := jsonfile.Decode(document)
	if err != nil {
		t.Errorf("seed %d: %v", seed, err)
		return
	}
	id := want.Header.ID
	if !j.stands(seed, "after import", want) || !j.edit(seed, id, random) {
		return
	}
	j.leave(seed, id)
	j.whole++
}

// stands tells that the store holds the record as it is.
func (j *journey) stands(seed int, when string, want model.Postmortem) bool {
	j.t.Helper()
	got, _, err := j.from.Read(context.Background(), want.Header.ID)
	if err != nil {
		j.t.Errorf("seed %d, %s: %v", seed, when, err)
		return false
	}
	if d := storagetest.Differs(got, want); d != "" {
		j.t.Errorf("seed %d, %s: %s", seed, when, d)
	}
	return !j.t.Failed()
}

// edit makes a few edits, each saved and read back, and takes some of them back.
func (j *journey) edit(seed int, id model.ID, random *rand.Rand) bool {
	t, ctx := j.t, context.Background()
	t.Helper()
	now, seq, err := j.from.Read(ctx, id)
	if err != nil {
		t.Errorf("seed %d: %v", seed, err)
		return false
	}
	before := now
	type state struct {
		p   model.Postmortem
		seq int64
	}
	var states []state
	ed := editor(random)
	g := &storagetest.Generator{Pick: random.IntN, Outside: 20}
	for range 1 + random.IntN(3) {
		label, next, err := edited(ed, now, g, random)
		if err != nil {
			j.kept++
			var problem model.Problem
			if !errors.As(err, &problem) && !errors.Is(err, model.ErrGone) || strings.Contains(err.Error(), "\n") {
				t.Errorf("seed %d, %s: %v", seed, label, err)
			}
			continue
		}
		change := model.Diff(label, now, next)
		if change.IsEmpty() {
			continue
		}
		seq++
		e := model.Entry{Seq: seq, At: sampletest.Start(), Kind: model.Edit, Change: change}
		// What the Editor makes can be stored: nobody is told "recorded" and then no.
		if err := errors.Join(j.from.Storable(id, e), j.from.Save(ctx, id, e)); err != nil {
			t.Errorf("seed %d, %s: %v", seed, label, err)
			return false
		}
		states = append(states, state{now, seq})
		now = next
		j.edits++
		if !j.stands(seed, label, now) {
			return false
		}
	}
	log, err := j.from.History(ctx, id)
	if err != nil {
		t.Errorf("seed %d: %v", seed, err)
		return false
	}
	h, err := model.NewHistory(log)
	if err != nil {
		t.Errorf("seed %d: %v", seed, err)
		return false
	}
	back := random.IntN(len(states) + 1)
	for range back {
		e, err := h.Undo(now, sampletest.Start())
		if err == nil {
			err = errors.Join(j.from.Storable(id, e), j.from.Save(ctx, id, e), h.Append(e))
		}
		if err == nil {
			now, err = model.Apply(now, e.Change)
		}
		if err != nil {
			t.Errorf("seed %d, undo: %v", seed, err)
			return false
		}
		j.undone++
		want := states[len(states)-1]
		states = states[:len(states)-1]
		if d := storagetest.Differs(now, want.p); d != "" {
			t.Errorf("seed %d, undo: %s", seed, d)
			return false
		}
	}
	if len(states) == 0 {
		now = before
	}
	return j.stands(seed, "after undo", now)
}

// leave exports the record, imports it into the other store and exports it there.
func (j *journey) leave(seed int, id model.ID) {
	t := j.t
	t.Helper()
	code, first, said := j.command(j.from, nil, "export", string(id), "--json", "--private", "--allow-findings")
	if code != 0 {
		t.Errorf("seed %d: export ended with %d and %q", seed, code, said)
		return
	}
	if code, _, said := j.command(j.to, first, "import", "-"); code != 0 {
		t.Errorf("seed %d: import of an export ended with %d and %q", seed, code, said)
		return
	}
	if seed%5 == 0 { // that equal records give equal bytes is tested in package jsonfile
		_, again, _ := j.command(j.to, nil, "export", string(id), "--json", "--private", "--allow-findings")
		if !bytes.Equal(first, again) {
			t.Errorf("seed %d: the second export is another one than the first:\n%s", seed, differsAt(first, again))
		}
	}
	now, _, err := j.from.Read(context.Background(), id)
	if err != nil {
		t.Errorf("seed %d: %v", seed, err)
	}
	there, _, err := j.to.Read(context.Background(), id)
	if err != nil {
		t.Errorf("seed %d: %v", seed, err)
	}
	if d := storagetest.Differs(there, names.For(now, model.ForKeepingAll)); d != "" {
		t.Errorf("seed %d, in the second store: %s", seed, d)
	}
}

func differsAt(a, b []byte) string {
	one, two := bytes.Split(a, []byte("\n")), bytes.Split(b, []byte("\n"))
	for i := range min(len(one), len(two)) {
		if !bytes.Equal(one[i], two[i]) {
			return fmt.Sprintf("line %d: %s\n%s", i+1, one[i], two[i])
		}
	}
	return fmt.Sprintf("%d lines, %d lines", len(one), len(two))
}

func editor(random *rand.Rand) edit.Editor {
	return edit.Editor{
		NewID: func() model.ID {
			var b strings.Builder
			for range 16 {
				b.WriteByte("abcdefghijklmnopqrstuvwxyz234567"[random.IntN(32)])
			}
			return model.ID(b.String())
		},
		Now:       func() time.Time { return sampletest.Start().Add(123456789 * time.Nanosecond) },
		KnownZone: func(zone string) bool { _, err := time.LoadLocation(zone); return err == nil },
	}
}

// edited makes one edit with values of the generator, which may well be refused.
func edited(ed edit.Editor, p model.Postmortem, g *storagetest.Generator, random *rand.Rand) (label string, next model.Postmortem, err error) {
	v := g.Record(2) // a record whose values are borrowed
	next = p
	switch random.IntN(16) {
	case 0:
		fields := model.Fields()
		f := fields[random.IntN(len(fields))]
		next, err = ed.SetField(p, f, v.Header.Summary+v.Header.Title)
		return "set " + string(f), next, err
	case 1:
		next, _, err = ed.AddEvent(p, model.Event{What: v.Header.TLDR, When: moment(v)}, "")
		return "add an event", next, err
	case 2:
		if len(p.Events) > 0 {
			next, err = edit.Change(ed, p, p.Events[random.IntN(len(p.Events))].ID, func(e *model.Event) { e.When = moment(v) })
		}
		return "set the time of an event", next, err
	case 3:
		next, err = ed.SetMilestone(p, model.MilestoneKinds()[random.IntN(6)], moment(v))
		return "set a milestone", next, err
	case 4:
		next, _, err = ed.EnsurePerson(p, v.Header.TLDR)
		return "ensure a person", next, err
	case 5:
		if len(p.Attendees) > 0 {
			a := p.Attendees[random.IntN(len(p.Attendees))]
			if len(v.Attendees) > 0 {
				a.Name, a.Team, a.Roles = v.Attendees[0].Name, v.Attendees[0].Team, v.Attendees[0].Roles
			}
			next, err = ed.Set(p, a)
		}
		return "set a person", next, err
	case 6:
		next, err = ed.StartClock(p)
		return "start the clock", next, err
	case 7:
		next, err = ed.StopClock(p, v.Header.Created)
		return "stop the clock", next, err
	case 8:
		next, err = ed.SetLength(p, v.Incident.Severity*100)
		return "set the length", next, err
	case 9:
		next, err = ed.Extend(p, 1+random.IntN(2000))
		return "extend", next, err
	case 10:
		next, err = ed.SetMeeting(p, v.Header.Created, 45)
		return "set the meeting", next, err
	case 11:
		if len(p.Countermeasures) > 0 && len(v.Countermeasures) > 0 {
			c := p.Countermeasures[random.IntN(len(p.Countermeasures))]
			c.By, c.Text, c.DoneWhen = v.Countermeasures[0].By, v.Countermeasures[0].Text, v.Countermeasures[0].DoneWhen
			next, err = ed.Set(p, c)
		}
		return "set a countermeasure", next, err
	case 12:
		if len(p.Events) > 0 {
			next, err = ed.Remove(p, model.Events, p.Events[random.IntN(len(p.Events))].ID)
		}
		return "remove an event", next, err
	case 13:
		if len(p.Attendees) > 0 {
			next, err = ed.Remove(p, model.Attendees, p.Attendees[random.IntN(len(p.Attendees))].ID)
		}
		return "remove a person", next, err
	case 14:
		next, err = ed.CountHands(p, model.LearnedSomething, random.IntN(10), random.IntN(200_000))
		return "count hands", next, err
	}
	next, err = ed.Visit(p, model.Phase(random.IntN(9)))
	return "visit a phase", next, err
}

func moment(v model.Postmortem) model.Moment {
	if len(v.Events) > 0 {
		return v.Events[0].When
	}
	return model.Moment{At: v.Header.Created}
}

// spoil puts into one or two places of a document what may not be there, or only just may.
func spoil(t *testing.T, document []byte, random *rand.Rand) []byte {
	t.Helper()
	if random.IntN(8) == 0 { // not even the form of an export
		return [][]byte{
			document[:random.IntN(len(document))],
			bytes.Replace(document, []byte(`"debrief"`), []byte(`"other"`), 1),
			append([]byte("["), append(slices.Clone(document), ']')...),
			append(slices.Clone(document), document...),
			bytes.Replace(document, []byte(`"`), []byte("\xff"), 1+random.IntN(30)),
		}[random.IntN(5)]
	}
	var top map[string]any
	d := json.NewDecoder(bytes.NewReader(document))
	d.UseNumber()
	if err := d.Decode(&top); err != nil {
		t.Fatal(err)
	}
	tables := top["postmortem"].(map[string]any)
	for range 1 + random.IntN(2) {
		name := pick(tables, random)
		rows := tables[name].([]any)
		row := rows[random.IntN(len(rows))].(map[string]any)
		field := pick(row, random)
		if when, ok := row[field].(map[string]any); ok && len(when) > 0 && random.IntN(4) > 0 {
			row, field = when, pick(when, random)
		}
		row[field] = spoiledValue(row[field], random)
		if random.IntN(10) == 0 {
			delete(row, field)
		}
	}
	spoiled, err := json.Marshal(top)
	if err != nil {
		t.Fatal(err)
	}
	return spoiled
}

// pick returns one of the names, the same for the same draw.
func pick(m map[string]any, random *rand.Rand) string {
	names := make([]string, 0, len(m))
	for name := range m {
		names = append(names, name)
	}
	slices.Sort(names)
	return names[random.IntN(len(names))]
}

func spoiledValue(was any, random *rand.Rand) any {
	texts := []any{"", "a\x00b", "\ufffd", "a\nb", strings.Repeat("x", model.MaxBody+1), "zzzzzzzzzzzzzzzz", "z", "A" + strings.Repeat("0", 26), "drafty",
		strings.Repeat("é", model.MaxTitle), "Mars/Base", " "}
	times := []any{"0001-01-01T00:00:00Z", "0000-01-01T00:00:00Z", "0001-01-01T00:10:00+09:00", "1899-12-31T23:59:59.999Z", "1900-01-01T00:10:00+09:00",
		"1900-01-01T00:00:00Z", "9998-12-31T23:59:59.999Z", "9998-12-31T23:30:00-05:00", "9999-12-31T23:30:00-05:00", "10000-01-01T00:00:00Z",
		"2026-03-12T14:00:00.1234Z", "2026-03-12T14:00:00.123456789Z", "2026-03-12T14:00:00.5+05:30", "2026-03-12T14:00:00-23:59", "2026-02-30T14:00:00Z",
		"2026-03-12T24:00:00Z", "2016-12-31T23:59:60Z", "2026-03-12", "now", "1900-01-01", "1899-12-31", "9998-12-31", "9999-01-01", "0000-00-00", "2026-02-29"}
	numbers := []any{json.Number("4611686018427387904"), json.Number("-1"), json.Number("9223372036854775808"), json.Number("1e2"), json.Number("0.5"),
		json.Number("1440"), json.Number("1441"), json.Number("100000"), json.Number("31622401"), json.Number("-0"), json.Number("8"), json.Number("6")}
	others := []any{nil, true, []any{}, []any{"a  b", ""}, map[string]any{}, map[string]any{"at": "2026-03-12T14:00:00Z"}, []any{"a", 1}}
	of := [][]any{texts, times, numbers, others}[random.IntN(4)]
	switch v := was.(type) { // mostly of the same kind
	case json.Number:
		of = numbers
	case string:
		if _, err := time.Parse("2006-01-02", v[:min(len(v), 10)]); err == nil {
			of = times
		} else if random.IntN(3) > 0 {
			of = texts
		}
	}
	return of[random.IntN(len(of))]
}
