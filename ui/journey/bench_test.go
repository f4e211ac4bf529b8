package journey

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/markdown"
	"debrief/model/sample"
	"debrief/model/sample/sampletest"
	"debrief/storage"
	"debrief/ui/terminaltest"
)

// The program beside its peers, each in a real pseudo-terminal of 120 by 40, in turn round by
// round, so that a busy machine slows all of them. docs/benchmarks.md tells how to run these and
// what came out; the ratio is the verdict, not the milliseconds.
//
// A round is one iteration: choose their number with -benchtime, such as 30x.

// peer is the path of a small program to measure against, by name; they live beside package
// terminaltest. Our own is "debrief", stripped like them.
func peer(b *testing.B, name string) string {
	b.Helper()
	if err := peers(); err != nil {
		b.Fatal(err)
	}
	return filepath.Join(must(b, binaries), "peers", name)
}

var peers = sync.OnceValue(func() error { // made once in a test process
	for name, source := range map[string]string{
		"floor": "./ui/terminaltest/testdata/peers/floor", "textinput": "./ui/terminaltest/testdata/peers/textinput",
		"pages": "./ui/terminaltest/testdata/peers/pages", "linked": "./ui/terminaltest/testdata/peers/linked", "debrief": ".",
	} {
		if _, err := build(filepath.Join("peers", name), "-trimpath", "-ldflags=-s -w", source); err != nil {
			return err
		}
	}
	return nil
})

// benchHome is a home folder whose store holds what fill saves. Fill gets a function that saves a
// record as its first entry.
func benchHome(b *testing.B, fill func(save func(model.Postmortem))) string {
	b.Helper()
	home := b.TempDir()
	ctx := context.Background()
	s, err := storage.Open(ctx, benchStore(home), storage.Options{})
	if err != nil {
		b.Fatal(err)
	}
	fill(func(p model.Postmortem) {
		e := model.Entry{Seq: 1, At: p.Header.Created, Kind: model.Edit, Change: model.Diff("Made", model.Postmortem{}, p)}
		if err := s.Save(ctx, p.Header.ID, e); err != nil {
			b.Fatal(err)
		}
	})
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	return home
}

func benchStore(home string) string {
	return filepath.Join(home, ".local", "share", "debrief", "debrief.db")
}

// many saves that many post-mortems of a few rows each, a countermeasure among them.
func many(n int) func(func(model.Postmortem)) {
	return func(save func(model.Postmortem)) {
		p := sample.Postmortem(time.Date(2026, 3, 19, 14, 0, 0, 0, time.UTC))
		p.Accounts, p.Knowings, p.DecisionPoints, p.CardLines, p.Learnings, p.ParkedIdeas = nil, nil, nil, nil, nil, nil
		p.Artefacts, p.Evidence, p.Notes, p.Findings, p.Sessions, p.PhaseMinutes = nil, nil, nil, nil, nil, nil
		p.Events = p.Events[:3]
		for i := range p.Events {
			p.Events[i].After = ""
		}
		measure := p.Countermeasures[0]
		measure.Event, measure.Condition = "", ""
		for i := range n {
			p.Header.ID = sample.ID(fmt.Sprint("bench ", i))
			p.Incident.ID = p.Header.ID
			p.Header.Title = fmt.Sprint("Checkout errors, review ", i)
			p.Header.Created = p.Header.Created.Add(time.Minute)
			p.Milestones = []model.Milestone{{Kind: model.Began, When: model.Moment{At: p.Header.Created, Zone: sample.Zone}}}
			measure.State, measure.DoneOn = model.Done, measure.By
			if i%10 == 0 { // a tenth is open
				measure.State, measure.DoneOn = model.Open, model.Date{}
			}
			p.Countermeasures = []model.Countermeasure{measure}
			save(p)
		}
	}
}

// one saves one post-mortem of that many events, whose meeting has not begun.
func one(events int) func(func(model.Postmortem)) {
	return func(save func(model.Postmortem)) {
		p := sampletest.Large(events)
		p.Sessions[0].Start = time.Time{}
		for i := range p.PhaseMinutes {
			p.PhaseMinutes[i].Actual = 0
		}
		save(p)
	}
}

// spread is what was measured of one program.
type spread []float64

func (s spread) at(q float64) float64 {
	if len(s) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(s))
	return sorted[min(int(q*float64(len(sorted))), len(sorted)-1)]
}

func (s spread) median() float64 { return s.at(0.5) }

// series are spreads by name, reported in the order in which they came up.
type series struct {
	names []string
	of    map[string]spread
}

func (s *series) add(name string, value float64) {
	if s.of == nil {
		s.of = map[string]spread{}
	}
	if _, ok := s.of[name]; !ok {
		s.names = append(s.names, name)
	}
	s.of[name] = append(s.of[name], value)
}

func (s *series) reportMedians(b *testing.B, unit string) {
	for _, name := range s.names {
		b.ReportMetric(s.of[name].median(), name+"-"+unit)
	}
}

// ratio reports the median of the ratios of rounds: both values of a round come from the same
// second.
func (s *series) ratio(b *testing.B, name, to string) {
	x, y := s.of[name], s.of[to]
	if len(y) == 0 {
		return
	}
	var ratios spread
	for i := range min(len(x), len(y)) {
		ratios = append(ratios, x[i]/y[i])
	}
	b.ReportMetric(ratios.median(), name+"/"+to)
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// BenchmarkStart is the time from exec to the usable first screen.
func BenchmarkStart(b *testing.B) {
	home := benchHome(b, many(10000))
	page := filepath.Join(b.TempDir(), "page.md")
	if err := os.WriteFile(page, markdown.Page(sample.Postmortem(time.Date(2026, 3, 19, 14, 0, 0, 0, time.UTC)), markdown.Options{}), 0o600); err != nil {
		b.Fatal(err)
	}
	type program struct {
		name, shows string
		options     terminaltest.Options
	}
	programs := []program{
		{"floor", "ready", terminaltest.Options{Path: peer(b, "floor")}},
		{"bubbletea", "ready", terminaltest.Options{Path: peer(b, "textinput"), Args: []string{"120"}}},
		{"bubbletea+glamour", "ready", terminaltest.Options{Path: peer(b, "pages"), Args: []string{"120"}}},
		{"debrief", "review 9999", terminaltest.Options{Path: peer(b, "debrief"), Home: home}},
		{"debrief-silent", "review 9999", terminaltest.Options{Path: peer(b, "debrief"), Home: home, Silent: true}},
	}
	if vim, err := exec.LookPath("vim"); err == nil {
		programs = append(programs, program{"vim", "Checkout", terminaltest.Options{Path: vim, Args: []string{"-u", "NONE", page}}})
	}
	if glow, err := exec.LookPath("glow"); err == nil {
		programs = append(programs, program{"glow", "Checkout", terminaltest.Options{Path: glow, Args: []string{"-t", page}}})
	}
	if lazygit, err := exec.LookPath("lazygit"); err == nil {
		folder, config := b.TempDir(), filepath.Join(b.TempDir(), "lazygit.yml")
		if out, err := exec.Command("git", "init", "-q", folder).CombinedOutput(); err != nil {
			b.Fatalf("git init: %v\n%s", err, out)
		}
		if err := os.WriteFile(config, []byte("disableStartupPopups: true\nupdate: {method: never}\n"), 0o600); err != nil {
			b.Fatal(err)
		}
		programs = append(programs, program{"lazygit", "No changed files", terminaltest.Options{Path: lazygit, Args: []string{"--use-config-file", config}, Dir: folder}})
	}
	start := func(p program) (*terminaltest.Timed, time.Duration) {
		for range 5 { // glow sometimes draws an empty page for ever
			timed := terminaltest.Time(b, p.options)
			if took, ok := timed.ShowsWithin(p.shows, 3*time.Second); ok {
				return timed, took
			}
			timed.Stop()
		}
		b.Fatalf("%s never draws %q", p.name, p.shows)
		return nil, 0
	}
	for i := range programs { // once unmeasured, so that all files are in memory; and one home each
		if programs[i].options.Home == "" {
			programs[i].options.Home = b.TempDir()
		}
		p, _ := start(programs[i])
		p.Stop()
	}
	var times, memory series
	for b.Loop() {
		for _, program := range programs {
			p, took := start(program)
			times.add(program.name, milliseconds(took))
			p.Settle(30 * time.Millisecond)
			memory.add(program.name, float64(p.PeakMemory())/(1<<20))
			p.Stop()
		}
	}
	times.reportMedians(b, "ms")
	memory.reportMedians(b, "MiB")
	for _, to := range []string{"floor", "bubbletea+glamour", "glow", "lazygit"} {
		times.ratio(b, "debrief", to)
	}
	times.ratio(b, "debrief-silent", "debrief")
}

// BenchmarkCommands is the time from exec to exit of commands without the screen.
func BenchmarkCommands(b *testing.B) {
	lists, exports := benchHome(b, many(10000)), benchHome(b, one(5000))
	id := string(sample.ID("large"))
	run := func(home, path string, args ...string) time.Duration {
		cmd := exec.Command(path, args...)
		cmd.Env = append(os.Environ(), "HOME="+home, "XDG_CONFIG_HOME="+filepath.Join(home, ".config"), "DEBRIEF_DB=", "XDG_DATA_HOME="+filepath.Join(home, ".local", "share"))
		var said, out bytes.Buffer
		cmd.Stderr, cmd.Stdout = &said, &out
		began := time.Now()
		if err := cmd.Run(); err != nil {
			b.Fatalf("%s %q: %v\n%s", path, args, err, said.String())
		}
		took := time.Since(began)
		if out.Len() == 0 {
			b.Fatalf("%s %q wrote nothing", path, args)
		}
		return took
	}
	cases := []struct {
		name, home   string
		ours, theirs []string
	}{
		{"version", lists, []string{"--version"}, []string{"version"}},
		{"list", lists, []string{"list"}, []string{"list", benchStore(lists)}},
		{"export", exports, []string{"export", id}, []string{"export", benchStore(exports)}},
	}
	for _, c := range cases {
		b.Run(c.name, func(b *testing.B) {
			var times series
			for b.Loop() {
				times.add("debrief", milliseconds(run(c.home, peer(b, "debrief"), c.ours...)))
				times.add("linked", milliseconds(run(c.home, peer(b, "linked"), c.theirs...)))
			}
			times.reportMedians(b, "ms")
			times.ratio(b, "debrief", "linked")
		})
	}
}

// typist is a program in which words are typed.
type typist struct {
	name string
	p    *terminaltest.Timed
}

// typists starts the program with records of several lengths beside the smallest text input, all
// at the same frame rate.
func typists(b *testing.B, fps int) []*typist {
	var all []*typist
	for _, events := range []int{1, 5000} {
		home := benchHome(b, one(events))
		config := filepath.Join(home, ".config", "debrief")
		if err := os.MkdirAll(config, 0o700); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(config, "config.yaml"), fmt.Appendf(nil, "fps: %d\n", fps), 0o600); err != nil {
			b.Fatal(err)
		}
		p := terminaltest.Time(b, terminaltest.Options{Path: peer(b, "debrief"), Home: home})
		p.Shows(fmt.Sprintf("%d rows", events))
		p.Settle(200 * time.Millisecond)
		p.Press("\r", "[Timeline]")
		p.Settle(300 * time.Millisecond)
		all = append(all, &typist{name: fmt.Sprintf("%d-events", events), p: p})
	}
	p := terminaltest.Time(b, terminaltest.Options{Path: peer(b, "textinput"), Args: []string{fmt.Sprint(fps)}})
	p.Shows("ready")
	return append(all, &typist{name: "bubbletea", p: p})
}

// BenchmarkKey is the time from a key to its glyph, one key in each program in turn, at moments
// that fall anywhere between two frames. Its iterations are keys.
func BenchmarkKey(b *testing.B) {
	for _, fps := range []int{120, 60} {
		b.Run(fmt.Sprint(fps), func(b *testing.B) {
			programs := typists(b, fps)
			var times, written, cpu series
			random := uint32(1)
			pause := func() { // one frame at 60 or two at 120, so that keys fall evenly on all phases of a frame
				random = random*1664525 + 1013904223
				time.Sleep(10*time.Millisecond + time.Duration(random>>16)*(time.Second/60)>>16)
			}
			ran := make([]time.Duration, len(programs))
			for i, t := range programs {
				ran[i] = t.p.CPU()
			}
			lines := []string{"14:31 @person07 the lag is back under 5 s, latency normal ", "~14:40 queue drained #impact by hand ", "restart of the search index seen on the wall ", "the shift would have seen it sooner "}
			line, typed, keys := 0, 0, 0
			for b.Loop() {
				if typed == len(lines[line]) {
					for _, t := range programs {
						t.p.Press("\x15", "")
						t.p.Settle(60 * time.Millisecond)
					}
					line, typed = (line+1)%len(lines), 0
				}
				key := lines[line][typed : typed+1]
				typed++
				keys++
				for _, t := range programs {
					before := t.p.Written()
					if key == " " { // it has no glyph to wait for
						t.p.Press(key, "")
						t.p.Settle(30 * time.Millisecond)
					} else {
						times.add(t.name, milliseconds(t.p.Press(key, key)))
					}
					pause()
					written.add(t.name, float64(t.p.Written()-before))
				}
			}
			for i, t := range programs {
				cpu.add(t.name, milliseconds(t.p.CPU()-ran[i])/float64(keys))
			}
			for _, s := range []struct {
				series
				unit string
			}{{times, "ms"}, {written, "bytes"}} {
				for _, t := range programs {
					b.ReportMetric(s.of[t.name].median(), t.name+"-p50-"+s.unit)
					b.ReportMetric(s.of[t.name].at(0.99), t.name+"-p99-"+s.unit)
				}
			}
			cpu.reportMedians(b, "CPU-ms")
			for _, q := range []struct {
				name string
				at   float64
			}{{"p50", 0.5}, {"p99", 0.99}} {
				b.ReportMetric(times.of["5000-events"].at(q.at)/times.of["bubbletea"].at(q.at), q.name+"-5000/bubbletea")
				b.ReportMetric(times.of["5000-events"].at(q.at)/times.of["1-events"].at(q.at), q.name+"-5000/1")
			}
		})
	}
}

// BenchmarkIdle leaves the programs alone for six seconds an iteration: 10x is a minute, in which
// a clock that runs draws anew once. The bytes of the iteration with the most are what that costs.
func BenchmarkIdle(b *testing.B) {
	for _, c := range []struct {
		name  string
		fps   int
		clock bool
	}{{"120", 120, false}, {"120-clock", 120, true}, {"60", 60, false}, {"60-clock", 60, true}} {
		b.Run(c.name, func(b *testing.B) {
			programs := typists(b, c.fps)
			for _, t := range programs {
				if c.clock && t.name != "bubbletea" {
					t.p.Press("\x1bc", "pauses it")
				}
				t.p.Settle(time.Second)
			}
			var cpu, written series
			for b.Loop() {
				ran, wrote := make([]time.Duration, len(programs)), make([]int, len(programs))
				for i, t := range programs {
					ran[i], wrote[i] = t.p.CPU(), t.p.Written()
				}
				time.Sleep(6 * time.Second)
				for i, t := range programs {
					cpu.add(t.name, milliseconds(t.p.CPU()-ran[i])/6)
					written.add(t.name, float64(t.p.Written()-wrote[i]))
				}
			}
			for _, name := range cpu.names {
				sum := 0.0
				for _, w := range written.of[name] {
					sum += w
				}
				b.ReportMetric(sum, name+"-bytes")
				b.ReportMetric(written.of[name].at(1), name+"-most-bytes")
			}
			cpu.reportMedians(b, "CPU-ms/s")
			cpu.ratio(b, "5000-events", "bubbletea")
			cpu.ratio(b, "1-events", "bubbletea")
		})
	}
}

// BenchmarkOpen opens a post-mortem of 5,000 events from home, and then its preview.
func BenchmarkOpen(b *testing.B) {
	home := benchHome(b, one(5000))
	var times, memory series
	for b.Loop() {
		p := terminaltest.Time(b, terminaltest.Options{Path: peer(b, "debrief"), Home: home})
		p.Shows("5000 rows")
		p.Settle(100 * time.Millisecond)
		memory.add("home", float64(p.PeakMemory())/(1<<20))
		times.add("open", milliseconds(p.Press("\r", "[Timeline]")))
		p.Settle(100 * time.Millisecond)
		memory.add("record", float64(p.PeakMemory())/(1<<20))
		p.Press("\x0b", "")
		p.Settle(100 * time.Millisecond)
		p.Press("preview", "")
		p.Settle(100 * time.Millisecond)
		times.add("preview", milliseconds(p.Press("\r", "Made to measure")))
		p.Settle(200 * time.Millisecond)
		memory.add("preview", float64(p.PeakMemory())/(1<<20))
		p.Stop()
	}
	times.reportMedians(b, "ms")
	for _, name := range times.names {
		b.ReportMetric(times.of[name].at(0.9), name+"-p90-ms")
	}
	memory.reportMedians(b, "MiB")
}

// BenchmarkSize is the size of the stripped program.
func BenchmarkSize(b *testing.B) {
	for b.Loop() {
		is, err := os.Stat(peer(b, "debrief"))
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(is.Size())/1e6, "MB")
	}
}

// BenchmarkSaveBesideTheShell edits one event at a time, and has the sqlite3 shell do the same
// statements on a copy of the same file. An iteration is 100 commits of each, in turn.
func BenchmarkSaveBesideTheShell(b *testing.B) {
	shell, err := exec.LookPath("sqlite3")
	if err != nil {
		b.Skip("the sqlite3 shell is not installed")
	}
	ctx := context.Background()
	home := benchHome(b, one(1000))
	copied := filepath.Join(b.TempDir(), "copy.db")
	whole, err := os.ReadFile(benchStore(home))
	if err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(copied, whole, 0o600); err != nil {
		b.Fatal(err)
	}
	s, err := storage.Open(ctx, benchStore(home), storage.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	p := sampletest.Large(1000)
	seq := int64(1)
	var times series
	for b.Loop() {
		var entries []model.Entry
		var script strings.Builder
		script.WriteString("PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA; PRAGMA foreign_keys=1;\n")
		for range 100 {
			seq++
			e := &p.Events[int(seq*7)%len(p.Events)]
			before := *e
			e.What = fmt.Sprintf("Edited as number %d, while the room looks on", seq)
			entry := model.Entry{Seq: seq, At: p.Header.Created.Add(time.Duration(seq) * time.Second), Kind: model.Edit,
				Change: model.Change{Label: "Edited", Rows: []model.RowChange{{Table: model.Events, ID: e.ID, Before: before, After: *e}}}}
			entries = append(entries, entry)
			script.WriteString(statements(p.Header.ID, entry, *e))
		}
		began := time.Now()
		for _, e := range entries {
			if err := s.Save(ctx, p.Header.ID, e); err != nil {
				b.Fatal(err)
			}
		}
		times.add("debrief", milliseconds(time.Since(began))/100)
		cmd := exec.Command(shell, "-bail", copied)
		cmd.Stdin = strings.NewReader(script.String())
		began = time.Now()
		if out, err := cmd.CombinedOutput(); err != nil {
			b.Fatalf("%v\n%s", err, out)
		}
		times.add("shell", milliseconds(time.Since(began))/100)
	}
	times.reportMedians(b, "ms")
	times.ratio(b, "debrief", "shell")
}

// statements are what a save of an edited event says, as a script for the shell.
func statements(record model.ID, entry model.Entry, e model.Event) string {
	text := func(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }
	values := func(list ...string) string { return strings.Join(list, ", ") }
	key := text(string(record))
	at := text(model.FormatTime(entry.At))
	rows := strings.Repeat("x", 600) // about what the log keeps of an event before and after
	return fmt.Sprintf(`BEGIN IMMEDIATE;
SELECT seq, hash FROM changes WHERE record = %[1]s ORDER BY seq DESC LIMIT 1;
INSERT INTO changes (record, seq, at, kind, target, label, rows, prev_hash, hash) VALUES (%[1]s, %[2]d, %[3]s, 'edit', 0, 'Edited', %[4]s, zeroblob(32), zeroblob(32));
INSERT INTO events (postmortem_id, id, when_at, when_end, when_about, when_typed, when_zone, what, kind, starred, private, after_id, pos) VALUES (%[5]s)
ON CONFLICT (postmortem_id, id) DO UPDATE SET when_at = excluded.when_at, when_end = excluded.when_end, when_about = excluded.when_about, when_typed = excluded.when_typed,
when_zone = excluded.when_zone, what = excluded.what, kind = excluded.kind, starred = excluded.starred, private = excluded.private, after_id = excluded.after_id, pos = excluded.pos;
INSERT INTO documents (postmortem_id, kind, row_id, private, text) VALUES (%[1]s, 'events', %[6]s, 0, %[7]s)
ON CONFLICT (postmortem_id, kind, row_id) DO UPDATE SET private = excluded.private, text = excluded.text;
UPDATE summaries SET updated_at = %[3]s WHERE postmortem_id = %[1]s;
COMMIT;
`, key, entry.Seq, at, text(rows),
		values(key, text(string(e.ID)), text(model.FormatTime(e.When.At)), "''", "0", "''", text(e.When.Zone), text(e.What), text(string(e.Kind)), "0", "0", "NULL", text(e.Pos)),
		text(string(e.ID)), text(e.What))
}
