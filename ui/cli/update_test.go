package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"debrief/model"
	"debrief/model/edit"
	"debrief/model/jsonfile"
	"debrief/model/sample"
	"debrief/storage"
)

// elsewhere saves an edit of the record as another window does.
func (d *desk) elsewhere(id model.ID, edit func(p *model.Postmortem)) model.Postmortem {
	d.t.Helper()
	ctx := context.Background()
	s, err := storage.Open(ctx, d.db, storage.Options{})
	if err != nil {
		d.t.Fatal(err)
	}
	defer s.Close()
	p, seq, err := s.Read(ctx, id)
	if err != nil {
		d.t.Fatal(err)
	}
	next := p
	next.Events, next.Learnings = slices.Clone(p.Events), slices.Clone(p.Learnings)
	edit(&next)
	e := model.Entry{Seq: seq + 1, At: noon, Kind: model.Edit, Change: model.Diff("elsewhere", p, next)}
	if err := s.Save(ctx, id, e); err != nil {
		d.t.Fatal(err)
	}
	return next
}

// exported is what an export holds, and the file that it is edited in.
func (d *desk) exported(id model.ID, flags ...string) (path string, text []byte) {
	d.t.Helper()
	path = filepath.Join(d.t.TempDir(), "export.json")
	d.must(append([]string{"export", string(id), "--json", "-o", path}, flags...)...)
	text, err := os.ReadFile(path)
	if err != nil {
		d.t.Fatal(err)
	}
	return path, text
}

// write makes a file of the text with old replaced, as a person edits it.
func (d *desk) write(text []byte, old, replacement string) string {
	d.t.Helper()
	if !strings.Contains(string(text), old) {
		d.t.Fatalf("the export does not hold %q", old)
	}
	path := filepath.Join(d.t.TempDir(), "edited.json")
	if err := os.WriteFile(path, []byte(strings.Replace(string(text), old, replacement, 1)), 0o600); err != nil {
		d.t.Fatal(err)
	}
	return path
}

func learning(n int) model.Learning {
	return model.Learning{ID: sample.ID(fmt.Sprintf("learning %d", n)), Kind: model.Lucky, Text: fmt.Sprintf("number %d", n), Pos: fmt.Sprintf("b%03d1", n)}
}

// An export of a record of some rows was imported with --update after the meeting had added 68
// more, and they were gone without a word.
func TestAnOlderFileTakesNoRowsAway(t *testing.T) {
	p := sample.Postmortem(noon)
	d := newDesk(t)
	d.must("import", d.file(p))
	older, text := d.exported(p.Header.ID)
	var now model.Postmortem
	for n := range 68 {
		now = d.elsewhere(p.Header.ID, func(p *model.Postmortem) { p.Learnings = append(p.Learnings, learning(n)) })
	}
	d.fails(existing, "nothing was changed in the file", "import", older)
	if out := d.must("import", older, "--update"); !strings.Contains(d.err.String(), "Nothing to change") || !strings.HasPrefix(out, string(p.Header.ID)) {
		t.Errorf("it says %q and %q", out, d.err.String())
	}
	got, seq := d.record(p.Header.ID)
	if c := model.Diff("", now, got); !c.IsEmpty() || seq != 69 {
		t.Errorf("entry %d: %+v", seq, c.Rows)
	}

	// With something edited in it, that is taken over and all else stays.
	edited := d.write(text, p.Events[0].What, "as corrected by hand")
	d.fails(existing, "add --update", "import", edited)
	if got := d.out.String(); strings.Count(got, "\n") != 1 || !strings.Contains(got, "as corrected by hand") {
		t.Errorf("the difference is said as %q", got)
	}
	d.must("import", edited, "--update")
	got, seq = d.record(p.Header.ID)
	now.Events = slices.Clone(now.Events)
	for i := range now.Events {
		if now.Events[i].ID == p.Events[0].ID {
			now.Events[i].What = "as corrected by hand"
		}
	}
	if c := model.Diff("", now, got); !c.IsEmpty() || seq != 70 {
		t.Errorf("entry %d: %+v", seq, c.Rows)
	}
	d.must("import", edited, "--update")
	if _, again := d.record(p.Header.ID); again != seq {
		t.Error("an update that changes nothing was saved")
	}
}

func TestWhatBothChangedIsShownAndNothingIsWritten(t *testing.T) {
	p := sample.Postmortem(noon)
	gone := p.Learnings[len(p.Learnings)-1].Text
	d := newDesk(t)
	d.must("import", d.file(p))
	_, text := d.exported(p.Header.ID)
	d.elsewhere(p.Header.ID, func(q *model.Postmortem) {
		for i := range q.Events {
			if q.Events[i].What == p.Events[0].What {
				q.Events[i].What = "as it was edited here"
			}
		}
		q.Learnings = slices.DeleteFunc(q.Learnings, func(l model.Learning) bool { return l.Text == gone })
	})
	_, seq := d.record(p.Header.ID)
	for _, c := range []struct{ old, is, words string }{
		{p.Events[0].What, "as it was edited there", "what is “as it was edited here” here, “as it was edited there” in the file"},
		{gone, "other words", "removed here, and edited in the file"},
	} {
		file := d.write(text, c.old, c.is)
		for _, update := range []bool{false, true} {
			args, code := []string{"import", file}, existing
			if update {
				args, code = append(args, "--update"), stopped
			}
			d.fails(code, "nothing was written", args...)
			if got := d.out.String(); !strings.HasPrefix(got, "both changed: ") || !strings.Contains(got, c.words) || strings.Count(got, "\n") != 1 {
				t.Errorf("it shows %q, want %q", got, c.words)
			}
		}
	}
	if _, now := d.record(p.Header.ID); now != seq {
		t.Errorf("%d entries were written", now-seq)
	}
}

func TestAFileOfUnknownOriginDropsNothing(t *testing.T) {
	p := sample.Postmortem(noon)
	d := newDesk(t)
	d.must("import", d.file(p))
	_, text := d.exported(p.Header.ID)
	sum := regexp.MustCompile(`(?m)^  "sum": .*\n`)
	same := d.write(text, string(sum.Find(text)), "")
	d.must("import", same, "--update")
	if !strings.Contains(d.err.String(), "is as the file says") {
		t.Errorf("it says %q", d.err.String())
	}

	d.elsewhere(p.Header.ID, func(q *model.Postmortem) { q.Learnings = append(q.Learnings, learning(1)) })
	_, seq := d.record(p.Header.ID)
	strange := regexp.MustCompile(`"sum": "[0-9a-f]{64}"`).ReplaceAll(text, []byte(`"sum": "`+strings.Repeat("0123456789abcdef", 4)+`"`))
	for _, c := range []struct {
		name, path, why string
	}{
		{"without a sum", same, "or the file is newer, for it does not say from which state of the post-mortem it was exported"},
		{"of another store", d.write(strange, p.Events[0].What, "other words"), "for it was exported from another store; nothing"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d.fails(stopped, c.why, "import", c.path, "--update")
			got := d.out.String()
			if !strings.HasPrefix(got, "not in the file: learning “number 1”\n") {
				t.Errorf("it shows %q", got)
			}
			if c.path != same && !strings.Contains(got, "“other words” in the file") {
				t.Errorf("it shows %q", got)
			}
			d.fails(existing, c.why, "import", c.path)
		})
	}
	if _, now := d.record(p.Header.ID); now != seq {
		t.Errorf("%d entries were written", now-seq)
	}
}

// A purge makes another content of every earlier state: a file from before it was exported from this
// very store all the same, and is not told otherwise.
func TestAFileFromBeforeAPurgeIsSaidToBeThat(t *testing.T) {
	p := sample.Postmortem(noon)
	d := newDesk(t)
	d.must("import", d.file(p))
	_, text := d.exported(p.Header.ID)
	file := d.write(text, p.Events[0].What, "other words")
	d.must("purge", string(p.Header.ID), "--text", p.Learnings[0].Text, "--with", "[gone]", "--yes")
	d.fails(stopped, "for it was exported before a text was purged here, or from another store; nothing was written", "import", file, "--update")
	d.fails(existing, "for it was exported before a text was purged here", "import", file)
}

func TestAFileThatNoLongerFitsIsShown(t *testing.T) {
	p := sample.Postmortem(noon)
	d := newDesk(t)
	d.must("import", d.file(p))
	_, text := d.exported(p.Header.ID)
	file, err := jsonfile.Decode(text)
	if err != nil {
		t.Fatal(err)
	}
	base := file
	file.Accounts = append(slices.Clone(file.Accounts), model.Account{ID: sample.ID("mine"), Event: file.Events[0].ID,
		Text: "typed by hand", Source: model.SaidInRoom, Pos: "b01"})
	ed := edit.Editor{NewID: func() model.ID { return "" }}
	d.elsewhere(p.Header.ID, func(q *model.Postmortem) {
		next, err := ed.Remove(*q, model.Events, file.Events[0].ID)
		if err != nil {
			t.Fatal(err)
		}
		*q = next
	})
	d.fails(stopped, "no longer fits", "import", d.edited(base, file), "--update")
}

// meanwhile is a store to which another window saves just before each of the first saves.
type meanwhile struct {
	Store
	d    *desk
	left *int
}

func (s meanwhile) Save(ctx context.Context, id model.ID, e model.Entry, done ...model.Draft) error {
	if *s.left--; *s.left >= 0 {
		s.d.elsewhere(id, func(p *model.Postmortem) { p.Learnings = append(p.Learnings, learning(*s.left)) })
	}
	return s.Store.Save(ctx, id, e, done...)
}

func TestAnImportIsMadeAnewWhereAnotherWindowSavesJustThen(t *testing.T) {
	p := sample.Postmortem(noon)
	d := newDesk(t)
	d.must("import", d.file(p))
	_, text := d.exported(p.Header.ID)
	open, left := d.program.Open, 3
	d.program.Open = func(ctx context.Context, path string) (Store, error) {
		s, err := open(ctx, path)
		return meanwhile{s, d, &left}, err
	}
	d.must("import", d.write(text, p.Events[0].What, "as corrected by hand"), "--update")
	got, seq := d.record(p.Header.ID)
	edited := slices.ContainsFunc(got.Events, func(e model.Event) bool { return e.What == "as corrected by hand" })
	if seq != 1+3+1 || len(got.Learnings) != len(p.Learnings)+3 || !edited {
		t.Errorf("entry %d, %d learnings, edited: %t", seq, len(got.Learnings), edited)
	}
}
