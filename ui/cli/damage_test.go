package cli

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/edit"
	"debrief/model/rescue"
	"debrief/storage"
	rescuefile "debrief/storage/rescue"
)

// library is what belongs in no sentence for a person.
var library = regexp.MustCompile(`sql: |Scan error|\(\d+\)|SQLITE_|malformed|database is|converting driver|save entry`) // constant

// plain fails where what was said holds words of a library, or doctor sends to doctor.
func (d *desk) plain(args ...string) {
	d.t.Helper()
	said := d.out.String() + d.err.String()
	if found := library.FindString(said); found != "" {
		d.t.Errorf("%q says %q in\n%s", args, found, said)
	}
	if args[0] == "doctor" && strings.Contains(said, "debrief doctor") {
		d.t.Errorf("doctor sends to doctor:\n%s", said)
	}
}

// spoil changes the store behind its back.
func (d *desk) spoil(statements ...string) {
	d.t.Helper()
	db, err := sql.Open("sqlite", "file:"+d.db)
	if err != nil {
		d.t.Fatal(err)
	}
	defer db.Close()
	for _, statement := range statements {
		if _, err := db.Exec(statement); err != nil {
			d.t.Fatal(err)
		}
	}
}

func TestDamageIsSaidInPlainWordsWithAWayOn(t *testing.T) {
	for _, c := range []struct {
		name        string
		spoil       func(d *desk)
		show, check string // what show and doctor say
	}{
		{"a time", func(d *desk) { d.spoil("UPDATE milestones SET when_at = 'garbage'") },
			`the file is damaged: the time of milestone began in post-mortem ID is "garbage"; debrief doctor says what is damaged and what to do`,
			`is "garbage"; its history still says "2026-03-19T09:00:00.000Z"`},
		{"an entry of the history", func(d *desk) {
			d.spoil("INSERT INTO purging (open) VALUES (1)", "UPDATE changes SET at = 'soon' WHERE seq = 2", "DELETE FROM purging")
		}, "", "entry 2 of the log is not as it was written"},
		{"a table", func(d *desk) { d.spoil("DROP TABLE milestones") },
			"the file is damaged; debrief doctor says", "the file is damaged"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			id := strings.TrimSpace(d.must("new", "The pool ran full"))
			var kept string
			d.open(func(s *storage.Store) (err error) {
				p, seq, err := s.Read(context.Background(), model.ID(id))
				if err != nil {
					return err
				}
				next, err := (edit.Editor{NewID: d.program.NewID, Now: d.program.Now}).SetMilestone(p, model.Began, model.Moment{At: noon.Add(-3 * 3600e9)})
				if err != nil {
					return err
				}
				if err := s.Save(context.Background(), p.Header.ID, model.Entry{Seq: seq + 1, At: noon, Kind: model.Edit, Change: model.Diff("x", p, next)}); err != nil {
					return err
				}
				kept, err = s.Backup(context.Background())
				return err
			})
			c.spoil(d)
			if c.show != "" {
				d.fails(failed, strings.ReplaceAll(c.show, "ID", id), "show", id)
				d.plain("show")
			}
			d.fails(stopped, "the rows marked ! say what, and what to do", "doctor")
			d.plain("doctor")
			if got := d.out.String(); !strings.Contains(got, c.check) || !strings.Contains(got, "put in its place the latest backup that can be read, "+kept+"; ") {
				t.Errorf("doctor says\n%s", got)
			}
		})
	}
}

func TestWhatIsLeftOfAStoreThatCannotBeOpenedIsNamed(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(t *testing.T, path string)
		want  string
	}{
		{"its end is missing", func(t *testing.T, path string) {
			if err := os.Truncate(path, 5000); err != nil {
				t.Fatal(err)
			}
		}, "its end is missing"},
		{"pages are overwritten", func(t *testing.T, path string) {
			b, err := os.ReadFile(path)
			if err == nil {
				copy(b[100:], strings.Repeat("x", 3900))
				err = os.WriteFile(path, b, 0o600)
			}
			if err != nil {
				t.Fatal(err)
			}
		}, "the file is damaged"},
		{"a text stands there", func(t *testing.T, path string) {
			if err := os.WriteFile(path, []byte(strings.Repeat("a shopping list ", 50)), 0o600); err != nil {
				t.Fatal(err)
			}
		}, "the file is not a debrief store: it is no SQLite file; name another file with --db; or, where the store should stand there, "},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			d.must("new", "The pool ran full")
			var kept, left string
			d.open(func(s *storage.Store) (err error) {
				if kept, err = s.Backup(context.Background()); err != nil {
					return err
				}
				left, err = rescuefile.Write(rescue.Rescue{At: noon, Store: s.Path(), Drafts: []model.Draft{{Text: "half a row", At: noon}}})
				return err
			})
			c.spoil(t, d.db)
			for _, args := range [][]string{{"list"}, {"show", "abcde"}, {"new", "x"}, {"doctor"}} {
				code := d.run(args...)
				said := d.out.String() + d.err.String()
				for _, want := range []string{c.want, "put in its place the latest backup that can be read, " + kept, "The rescue file " + left + " holds what was not on disk",
					"the next start offers it"} {
					if !strings.Contains(said, want) {
						t.Errorf("%q ended with %d and says\n%s\nwant %q in it", args, code, said, want)
					}
				}
				d.plain(args...)
			}
			// What was said is so.
			if err := os.Rename(d.db, d.db+".away"); err != nil {
				t.Fatal(err)
			}
			d.must("new", "The next start")
			if found, err := rescuefile.List(d.db); err != nil || len(found) != 1 {
				t.Errorf("the next start finds %v, %v", found, err)
			}
		})
	}
}

func TestAStoreThatAnotherProgramHoldsIsSaidInPlainWords(t *testing.T) {
	d := newDesk(t)
	d.must("new", "The pool ran full")
	db, err := sql.Open("sqlite", "file:"+d.db+"?_txlock=exclusive")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	held, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer held.Rollback()
	d.fails(failed, "another program is using the file; close it, then try again", "new", "Another")
	d.plain("new")
}

func TestARescueFileIsNoExportAndSaysHowItIsTakenIn(t *testing.T) {
	d := newDesk(t)
	for _, r := range []rescue.Rescue{
		{At: noon, Store: d.db, Drafts: []model.Draft{{Text: "half a row", At: noon}}},
		{At: noon, Store: d.db, Record: model.Postmortem{Header: model.Header{ID: "recordoftherescu", Title: "x"}}, Drafts: []model.Draft{{Text: "half a row", At: noon}}},
	} {
		path, err := rescuefile.Write(r, t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		d.fails(misused, filepath.Base(path)+" is a rescue file of debrief, which is not imported: start debrief with its store, "+d.db+
			", and it offers to take it in", "import", path)
	}
}

// A backup of no bytes was named as the way back.
func TestAWayBackThatCannotBeReadIsNotNamed(t *testing.T) {
	d := newDesk(t)
	d.must("new", "The pool ran full")
	s, err := storage.Open(t.Context(), d.db, storage.Options{Now: func() time.Time { return noon }})
	if err != nil {
		t.Fatal(err)
	}
	kept, err := s.Backup(t.Context())
	if err = errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	later := strings.Replace(kept, "2026", "2027", 1)
	if err := errors.Join(os.WriteFile(later, []byte("garbage"), 0o600), os.Truncate(d.db, 5000)); err != nil {
		t.Fatal(err)
	}
	d.fails(failed, "put in its place the latest backup that can be read, "+kept+";", "list")
	if err := os.Remove(kept); err != nil {
		t.Fatal(err)
	}
	d.fails(failed, "none that can be read is known", "list")
}

// Beside a store that was gone lay all that was left of it, and doctor called it "not there yet".
func TestAStoreThatIsGoneIsNoNewOne(t *testing.T) {
	d := newDesk(t)
	d.must("new", "The pool ran full")
	s, err := storage.Open(t.Context(), d.db, storage.Options{Now: func() time.Time { return noon }})
	if err != nil {
		t.Fatal(err)
	}
	kept, err := s.Backup(t.Context())
	if err = errors.Join(err, s.Close(), os.Rename(d.db, d.db+".moved")); err != nil {
		t.Fatal(err)
	}
	left, err := rescuefile.Write(rescue.Rescue{At: noon, Store: d.db, Drafts: []model.Draft{{Window: "w", Text: "half", At: noon}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range [][]string{{"list"}, {"doctor"}} {
		code := d.run(c...)
		if said := d.out.String() + d.err.String(); code == 0 || !strings.Contains(said, kept) || !strings.Contains(said, left) {
			t.Errorf("%v ended with %d and says %s", c, code, said)
		}
	}
}
