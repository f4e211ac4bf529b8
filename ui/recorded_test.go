package ui

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/jsonfile"
	"debrief/model/markdown"
	"debrief/model/names"
	"debrief/model/sample"
	"debrief/storage"
	"debrief/ui/screen"
)

// The recorded set: a meeting that is played by its keys, and all that came of it. A change that is to
// leave what people see as it is leaves the set as it is; one that is to change it writes it anew, with
//
//	go test ./ui -run TestAPlayedMeetingIsAsItWasRecorded -update
//
// and its difference is looked at. Of a frame that differs only its sum tells; with the environment
// variable DEBRIEF_FRAMES the frames themselves are written to the folder that it names, so that those
// of two versions can be put side by side.

var update = flag.Bool("update", false, "write the recorded set anew")

const recordedSet = "testdata/recorded"

// step is a line of a play.
type step struct {
	line       int
	act, words string
}

func stepsOf(t *testing.T, path string) []step {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var all []step
	for i, line := range strings.Split(string(b), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		act, words, _ := strings.Cut(line, " ")
		all = append(all, step{i + 1, act, words})
	}
	return all
}

func (s step) play(d *driver) {
	switch s.act {
	case "type":
		d.kind(s.words)
	case "key":
		d.press(strings.Fields(s.words)...)
	case "paste":
		d.send(tea.PasteMsg{Content: strings.ReplaceAll(s.words, `\n`, "\n")})
	case "minutes":
		n, err := strconv.Atoi(s.words)
		if err != nil {
			d.t.Fatal(err)
		}
		d.now = d.now.Add(time.Duration(n) * time.Minute)
		d.elapse()
	case "wait":
		d.elapse()
	default:
		d.t.Fatalf("line %d: there is no step %q", s.line, s.act)
	}
}

// frameSum is a sum of all that a frame gives to the terminal.
func frameSum(v tea.View) string {
	sum := sha256.New()
	fmt.Fprintf(sum, "%s\n%s\n%t %v\n", v.WindowTitle, v.Content, v.AltScreen, v.MouseMode)
	if v.Cursor != nil {
		fmt.Fprintf(sum, "%d %d\n", v.Cursor.X, v.Cursor.Y)
	}
	return fmt.Sprintf("%x", sum.Sum(nil)[:6])
}

func TestAPlayedMeetingIsAsItWasRecorded(t *testing.T) {
	for _, play := range []string{"meeting", "sample"} {
		t.Run(play, func(t *testing.T) { compareRecorded(t, recorded(t, play)) })
	}
}

// recorded plays a meeting in every look and returns what came of it, by the name of its file.
func recorded(t *testing.T, play string) map[string]string {
	t.Helper()
	steps := stepsOf(t, filepath.Join(recordedSet, play+".play"))
	recorded := make(map[string]string)
	columns := []string{"line"}
	sums := make([][]string, len(steps))
	for _, look := range []string{"dark", "light"} {
		for _, size := range [][2]int{{60, 16}, {80, 24}, {140, 40}} {
			name := fmt.Sprintf("%s-%dx%d", look, size[0], size[1])
			columns = append(columns, name)
			path := filepath.Join(t.TempDir(), "debrief.db")
			store := openStore(t, path)
			at := screen.Place{}
			if play == "sample" {
				p := sample.Postmortem(time.Date(2026, time.March, 19, 14, 55, 0, 0, time.UTC))
				e := model.Entry{Seq: 1, At: model.UTC(p.Header.Created), Kind: model.Fact, Change: model.Diff("made", model.Postmortem{}, p)}
				if err := store.Save(context.Background(), p.Header.ID, e); err != nil {
					t.Fatal(err)
				}
				at = screen.Place{Screen: screen.Timeline, Postmortem: p.Header.ID}
			}
			d := newDriverOn(t, store, at)
			d.app.setTheme(look)
			d.app.options.ReviewsDir = "/reviews" // nothing is written there: the play never writes a page
			d.run(d.app.Init())
			d.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			var frames strings.Builder
			for i, s := range steps {
				s.play(d)
				sums[i] = append(sums[i], frameSum(d.app.View()))
				fmt.Fprintf(&frames, "==> line %d: %s %s\n%s\n", s.line, s.act, s.words, strings.Join(d.rows(), "\n"))
			}
			if !d.quit {
				t.Errorf("%s: the meeting did not end", name)
			}
			if folder := os.Getenv("DEBRIEF_FRAMES"); folder != "" {
				if err := os.WriteFile(filepath.Join(folder, play+"-"+name+".txt"), []byte(frames.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if look == "dark" && size[0] == 80 {
				recorded[play+"-80x24.txt"] = frames.String()
			}
			kept := pagesOf(t, path)
			kept["store.txt"] = contents(t, path)
			for file, now := range kept {
				if was, ok := recorded[play+"-"+file]; ok && was != now {
					t.Errorf("%s: %s is not as after the play at another size", name, file)
				}
				recorded[play+"-"+file] = now
			}
		}
	}
	var table strings.Builder
	fmt.Fprintln(&table, strings.Join(columns, " "))
	for i, s := range steps {
		fmt.Fprintln(&table, s.line, strings.Join(sums[i], " "))
	}
	recorded[play+"-frames.txt"] = table.String()
	return recorded
}

// compareRecorded holds what came of a play against what is recorded, or records it.
func compareRecorded(t *testing.T, recorded map[string]string) {
	t.Helper()
	for name, got := range recorded {
		path := filepath.Join(recordedSet, name)
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		want := strings.Split(string(b), "\n")
		for i, line := range strings.Split(got, "\n") {
			if i >= len(want) || line != want[i] {
				t.Errorf("%s is not as it was recorded, from line %d on: %q", path, i+1, line)
				break
			}
		}
		if len(got) != len(b) {
			t.Errorf("%s: %d bytes, recorded were %d", path, len(got), len(b))
		}
	}
}

// pagesOf are the pages and the documents of every record of a store, for each who may read them.
func pagesOf(t *testing.T, path string) map[string]string {
	t.Helper()
	s, err := storage.Open(context.Background(), path, storage.Options{Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	list, err := s.Summaries(context.Background(), model.SummaryQuery{})
	if err != nil || len(list) != 1 {
		t.Fatalf("%d records, want one: %v", len(list), err)
	}
	p, _, err := s.Read(context.Background(), list[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	all := make(map[string]string)
	for name, to := range map[string]model.Audience{"internal": model.ForInternalPage, "external": model.ForExternalPage, "own": model.ForOwnPage} {
		all["page-"+name+".md"] = string(markdown.Page(names.For(p, to), markdown.Options{Zone: time.UTC, Named: p.Attendees}))
	}
	b, err := jsonfile.Encode(p)
	if err != nil {
		t.Fatal(err)
	}
	all["record.json"] = string(b)
	return all
}

// contents is every row of every table of a store, but for what is about the file itself.
func contents(t *testing.T, path string) string {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var names []string
	rows, err := db.Query("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%' ORDER BY name")
	if err != nil {
		t.Fatal(err)
	}
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, name := range names {
		fmt.Fprintf(&b, "==> %s\n", name)
		rows, err := db.Query(fmt.Sprintf("SELECT * FROM %s", name))
		if err != nil {
			t.Fatal(err)
		}
		columns, err := rows.Columns()
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		for rows.Next() {
			values, into := make([]any, len(columns)), make([]any, len(columns))
			for i := range values {
				into[i] = &values[i]
			}
			if err := rows.Scan(into...); err != nil {
				t.Fatal(err)
			}
			var row strings.Builder
			for i, v := range values {
				if b64, ok := v.([]byte); ok {
					v = fmt.Sprintf("%x", b64)
				}
				fmt.Fprintf(&row, "%s=%q ", columns[i], fmt.Sprint(v))
			}
			all = append(all, row.String())
		}
		if err := errors.Join(rows.Err(), rows.Close()); err != nil {
			t.Fatal(err)
		}
		slices.Sort(all)
		for _, row := range all {
			fmt.Fprintln(&b, row)
		}
	}
	return b.String()
}
