package cli

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/edit"
	"debrief/model/jsonfile"
	"debrief/model/merge"
	"debrief/model/names"
	"debrief/model/sample"
	"debrief/storage"
	"debrief/storage/files"
)

// desk is a program with a store of its own and what it printed last.
type desk struct {
	t        *testing.T
	program  Program
	db       string
	out, err bytes.Buffer
	ids      int
	env      map[string]string
}

var noon = time.Date(2026, 3, 19, 12, 0, 0, 0, time.UTC) // constant: the day of every test

func newDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{t: t, db: filepath.Join(t.TempDir(), "meetings", "debrief.db"), env: map[string]string{}}
	d.program = Program{
		Version: "1.2.3",
		In:      strings.NewReader(""),
		Out:     &d.out,
		Err:     &d.err,
		Now:     func() time.Time { return noon },
		NewID: func() model.ID {
			d.ids++
			return sample.ID("row " + string(rune('a'+d.ids)))
		},
		Getenv: func(name string) string { return d.env[name] },
		Zone:   func() string { return "Europe/Berlin" },

		ConfigPath: filepath.Join(t.TempDir(), "config.yaml"),
		Open: func(ctx context.Context, path string) (Store, error) {
			s, err := storage.Open(ctx, path, storage.Options{Now: func() time.Time { return noon }})
			if err != nil {
				return nil, err
			}
			return s, nil
		},
		Left: func(ctx context.Context, path string) model.UnopenedError {
			return storage.Left(ctx, path, storage.Options{})
		},
		Screen: func(context.Context, View) (int, error) {
			t.Error("the screen was opened without a terminal")
			return 0, nil
		},
		WriteFile: func(path string, data []byte, replace bool) error {
			return files.Write(path, data, files.Options{Overwrite: replace})
		},
	}
	return d
}

// run runs a command and returns its exit code.
func (d *desk) run(args ...string) int {
	d.t.Helper()
	d.out.Reset()
	d.err.Reset()
	return d.program.Run(context.Background(), append(args, "--db", d.db))
}

// must is run for what has to succeed; it returns what was printed.
func (d *desk) must(args ...string) string {
	d.t.Helper()
	if code := d.run(args...); code != 0 {
		d.t.Fatalf("%q ended with %d: %s", args, code, d.err.String())
	}
	return d.out.String()
}

// fails is run for what has to end with a code and one sentence that holds the words.
func (d *desk) fails(code int, words string, args ...string) {
	d.t.Helper()
	got := d.run(args...)
	text := d.err.String()
	if got != code || !strings.Contains(text, words) || !strings.HasPrefix(text, "debrief: ") || strings.Count(text, "\n") != 1 {
		d.t.Errorf("%q ended with %d and %q; want %d and one line with %q", args, got, text, code, words)
	}
}

// record reads a post-mortem from the store.
func (d *desk) record(id model.ID) (model.Postmortem, int64) {
	d.t.Helper()
	s, err := storage.Open(context.Background(), d.db, storage.Options{})
	if err != nil {
		d.t.Fatal(err)
	}
	defer s.Close()
	p, seq, err := s.Read(context.Background(), id)
	if err != nil {
		d.t.Fatal(err)
	}
	return p, seq
}

// file writes a record as an export.
func (d *desk) file(p model.Postmortem) string {
	d.t.Helper()
	document, err := jsonfile.Encode(p)
	if err != nil {
		d.t.Fatal(err)
	}
	path := filepath.Join(d.t.TempDir(), "export.json")
	if err := os.WriteFile(path, document, 0o600); err != nil {
		d.t.Fatal(err)
	}
	return path
}

// edited writes what a person made of an export of base: the sum in it is still that of base.
func (d *desk) edited(base, p model.Postmortem) string {
	d.t.Helper()
	path := d.file(p)
	document, err := os.ReadFile(path)
	if err != nil {
		d.t.Fatal(err)
	}
	document = bytes.Replace(document, []byte(merge.Of(p).String()), []byte(merge.Of(base).String()), 1)
	if err := os.WriteFile(path, document, 0o600); err != nil {
		d.t.Fatal(err)
	}
	return path
}

// private returns the sample with a private note on its first event, and a private learning.
func private(t *testing.T) (p model.Postmortem, note model.ID) {
	t.Helper()
	p = sample.Postmortem(noon)
	ed := edit.Editor{NewID: func() model.ID { return sample.ID("a private note") }, Now: func() time.Time { return noon }}
	p, note, err := ed.Add(p, model.Note{Of: model.Events, OfID: p.Events[0].ID, Text: "ask Chao alone", Private: true})
	if err != nil {
		t.Fatal(err)
	}
	ed.NewID = func() model.ID { return sample.ID("a private learning") }
	p, _, err = ed.Add(p, model.Learning{Kind: model.Lucky, Text: "for two people only", Private: true})
	if err != nil {
		t.Fatal(err)
	}
	return p, note
}

func TestAnExportThatIsImportedIsExportedAlike(t *testing.T) {
	whole, _ := private(t)
	from := newDesk(t)
	from.must("import", from.file(whole))
	var to *desk
	for _, flags := range [][]string{{"--json"}, {"--json", "--private"}} {
		export := append([]string{"export", string(whole.Header.ID)}, flags...)
		first := from.must(export...)
		path := filepath.Join(t.TempDir(), "first.json")
		from.must(append(export, "-o", path)...)
		written, err := os.ReadFile(path)
		if err != nil || string(written) != first {
			t.Errorf("%q: the file and what is printed differ (%v)", flags, err)
		}
		to = newDesk(t)
		to.must("import", path)
		if second := to.must(export...); second != first {
			t.Errorf("%q: the second export differs from the first", flags)
		}
	}
	got, _ := to.record(whole.Header.ID)
	if change := model.Diff("", names.For(whole, model.ForKeepingAll), got); !change.IsEmpty() {
		t.Errorf("with --private something was lost: %d rows", len(change.Rows))
	}
}

func TestWhatIsPrivateIsExportedOnlyWhenAsked(t *testing.T) {
	whole, _ := private(t)
	d := newDesk(t)
	d.must("import", d.file(whole))
	id := string(whole.Header.ID)
	for _, args := range [][]string{{"export", id}, {"export", id, "--json"}, {"show", id}, {"show", id, "--json"}, {"list"}} {
		if out := d.must(args...); strings.Contains(out, "ask Chao alone") || strings.Contains(out, "for two people only") {
			t.Errorf("%q prints what is private", args)
		}
	}
	for _, args := range [][]string{{"export", id, "--private"}, {"export", id, "--json", "--private"}} {
		out := d.must(args...)
		if !strings.Contains(out, "for two people only") {
			t.Errorf("%q leaves out what is private", args)
		}
		if strings.Contains(out, "ask Chao alone") {
			t.Errorf("%q prints the private note", args)
		}
	}
}

func TestPrivateNotesStayWhenWhatIsPrivateIsImportedAgain(t *testing.T) {
	whole, note := private(t)
	d := newDesk(t)
	d.must("import", d.file(whole))
	shown := names.For(whole, model.ForKeepingAll)
	shown.Header.Title = "Checkout errors, as corrected by hand"
	d.must("import", d.edited(names.For(whole, model.ForKeepingAll), shown), "--update")
	got, _ := d.record(whole.Header.ID)
	if _, kept := got.Row(model.Notes, note); !kept || got.Header.Title != shown.Header.Title {
		t.Errorf("the note is kept: %t; the title is %q", kept, got.Header.Title)
	}
	// A file of an older version has the note in it, and may have it otherwise.
	older := whole
	older.Notes = slices.Clone(whole.Notes)
	for i := range older.Notes {
		older.Notes[i].Text = "another text"
	}
	older.Header.Title = "As it is said in an older file"
	d.must("import", d.edited(names.For(got, model.ForKeepingAll), older), "--update")
	if got, _ = d.record(whole.Header.ID); got.Header.Title != older.Header.Title {
		t.Errorf("the title is %q", got.Header.Title)
	}
	if row, _ := got.Row(model.Notes, note); row.(model.Note).Text != "ask Chao alone" {
		t.Errorf("the note became %q", row.(model.Note).Text)
	}
}

func TestNamesGiveWayToRolesOnOnePageWhenAsked(t *testing.T) {
	p := sample.Postmortem(noon)
	p.Header.Title = "The call of Ben Okafor"
	d := newDesk(t)
	d.must("import", d.file(p))
	id := string(p.Header.ID)
	named := func(args ...string) bool { return strings.Contains(d.must(args...), "Omar Haddad") }
	if !named("export", id) || !named("export", id, "--names") || named("export", id, "--names-off") {
		t.Error("a flag says for one export whether people are named")
	}
	page := d.must("export", id, "--names-off")
	for _, want := range []string{"# The call of Responder B", "that is when I called Analyst C.", "owners of countermeasures by name"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not hold %q", want)
		}
	}
	folder := t.TempDir() + "/"
	d.must("export", id, "--names-off", "-o", folder)
	if names, _ := filepath.Glob(folder + "*responder-b.md"); len(names) != 1 {
		t.Error("the file is named after Ben")
	}

	on, seq := d.record(p.Header.ID)
	on = names.For(on, model.ForKeepingAll)
	off := on
	off.Header.PageNamesOff = true
	d.must("import", d.edited(on, off), "--update")
	if named("export", id) || !named("export", id, "--names") || !named("export", id, "--json") {
		t.Error("the record says whether people are named, a flag goes before it, and JSON names them always")
	}
	if _, now := d.record(p.Header.ID); now != seq+1 {
		t.Errorf("an export changed the record: %d entries more", now-seq)
	}
	d.fails(misused, "contradict each other", "export", id, "--names", "--names-off")
	d.fails(misused, "the names stay in it", "export", id, "--json", "--names-off")
}

func TestAnUpdateKeepsThePrivateRowsThatTheFileCannotKnow(t *testing.T) {
	whole, note := private(t)
	d := newDesk(t)
	d.must("import", d.file(whole))
	shown := names.For(whole, model.ForKeeping)
	shown.Header.Title = "Checkout errors, as corrected by hand"
	file := d.edited(names.For(whole, model.ForKeeping), shown)

	d.fails(existing, "is there already; add --update", "import", file)
	if got := d.out.String(); !strings.Contains(got, "as corrected by hand") || strings.Contains(got, "note") || strings.Count(got, "\n") != 1 {
		t.Errorf("the difference is said as %q", got)
	}
	_, before := d.record(whole.Header.ID)
	d.must("import", file, "--update")
	got, seq := d.record(whole.Header.ID)
	if got.Header.Title != shown.Header.Title || seq != before+1 {
		t.Errorf("got the title %q in entry %d, want one entry more than %d", got.Header.Title, seq, before)
	}
	if _, kept := got.Row(model.Notes, note); !kept {
		t.Error("the private note is gone")
	}
	d.must("import", file, "--update")
	if _, again := d.record(whole.Header.ID); again != seq {
		t.Error("an update that changes nothing was saved")
	}
	d.fails(existing, "says the same", "import", file)
}

func TestAnUpdateIsRefusedWherePrivateRowsHangOnWhatItRemoves(t *testing.T) {
	whole, _ := private(t)
	d := newDesk(t)
	d.must("import", d.file(whole))
	ed := edit.Editor{NewID: func() model.ID { return "" }, Now: func() time.Time { return noon }}
	shown, err := ed.Remove(names.For(whole, model.ForKeeping), model.Events, whole.Events[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	d.fails(misused, "export with --private", "import", d.edited(names.For(whole, model.ForKeeping), shown), "--update")
	if got, _ := d.record(whole.Header.ID); len(got.Events) != len(whole.Events) {
		t.Error("the event is gone all the same")
	}
}

func TestHostileTextNeverReachesTheTerminalRaw(t *testing.T) {
	hostile := "ring \a\x1b]52;c;QUFB\a \u009b2J \u202efdp \x7f \U000e0041 " + strings.Repeat("a\u0301\u0302\u0303\u0304\u0305\u0306", 2)
	p := sample.Postmortem(noon)
	p.Header.Title = hostile
	p.Events[0].What = hostile
	d := newDesk(t)
	d.must("import", d.file(p))
	id := string(p.Header.ID)
	var printed []string
	for _, args := range [][]string{
		{"list"}, {"list", "--json"}, {"show", id}, {"show", id, "--json"}, {"export", id}, {"export", id, "--json"},
		{"__complete", "show", ""}, {"delete", id}, {"restore", id}, {"new", hostile},
	} {
		printed = append(printed, d.must(args...), d.err.String())
	}
	for _, args := range [][]string{{"show", hostile}, {hostile}, {"list", "--" + hostile}, {"export", id, "-o", hostile + "/x"}, {"import", hostile}} {
		d.run(args...)
		printed = append(printed, d.out.String(), d.err.String())
	}
	for _, text := range printed {
		for _, raw := range []string{"\a", "\x1b", "\u009b", "\u202e", "\x7f", "\U000e0041", "\u0304\u0305\u0306"} {
			if strings.Contains(text, raw) {
				t.Errorf("%q reached the terminal in %q", raw, text)
			}
		}
	}
	// The JSON says all the same what the record holds.
	d.must("export", id, "--json")
	back, err := jsonfile.Decode(d.out.Bytes())
	if err != nil || back.Header.Title != hostile {
		t.Errorf("read back: %q, %v", back.Header.Title, err)
	}
}

func TestADeletedPostmortemIsListedApartAndComesBack(t *testing.T) {
	d := newDesk(t)
	id := strings.TrimSpace(d.must("new", "Disk full"))
	d.must("delete", id[:5])
	if got := d.must("list"); got != "" {
		t.Errorf("list shows %q", got)
	}
	if got := d.must("list", "--deleted"); !strings.Contains(got, "Disk full") {
		t.Errorf("list --deleted shows %q", got)
	}
	_, seq := d.record(model.ID(id))
	d.must("delete", id)
	if _, again := d.record(model.ID(id)); again != seq {
		t.Error("deleting it twice was saved twice")
	}
	d.must("restore", id)
	if got := d.must("list"); !strings.Contains(got, "Disk full") {
		t.Errorf("list shows %q", got)
	}
}

func TestPurgeNeedsAYesAndAWholeWish(t *testing.T) {
	d := newDesk(t)
	id := strings.TrimSpace(d.must("new", "Password hunter2 in the log"))
	d.fails(misused, "add --yes", "purge", id)
	d.fails(misused, "--text needs --with", "purge", id, "--text", "hunter2", "--yes")
	d.fails(misused, "--text needs the text", "purge", id, "--with", "x", "--yes")
	d.fails(misused, "add --yes", "purge", id, "--text", "hunter2", "--with", "[password]")
	d.fails(unknown, "is not in", "purge", id, "--text", "hunter3", "--with", "x", "--yes")
	d.must("purge", id, "--text", "hunter2", "--with", "[password]", "--yes")
	if got, _ := d.record(model.ID(id)); got.Header.Title != "Password [password] in the log" {
		t.Errorf("the title is %q", got.Header.Title)
	}
	d.must("purge", id[:6], "--yes")
	d.fails(unknown, "there is no post-mortem", "purge", id, "--yes")
}

func TestAMissingStoreIsNotMadeByLookingIntoIt(t *testing.T) {
	d := newDesk(t)
	for _, args := range [][]string{{"list"}, {"show", "abcde"}, {"export", "abcde"}, {"delete", "abcde"}, {"restore", "abcde"}, {"purge", "abcde", "--yes"}} {
		d.fails(unknown, "there is no store at", args...)
	}
	d.must("doctor")
	if _, err := os.Stat(filepath.Dir(d.db)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder was made: %v", err)
	}
}

func TestTheStoreIsNamedByFlagThenEnvironment(t *testing.T) {
	d := newDesk(t)
	other := filepath.Join(t.TempDir(), "other.db")
	d.env["DEBRIEF_DB"] = other
	if code := d.program.Run(context.Background(), []string{"new", "By the environment"}); code != 0 {
		t.Fatal(d.err.String())
	}
	if _, err := os.Stat(other); err != nil {
		t.Error(err)
	}
	d.must("new", "By the flag")
	if _, err := os.Stat(d.db); err != nil {
		t.Error(err)
	}
	d.db = " "
	d.fails(misused, "--db needs the name of a file", "list")
}

func TestWithoutATerminalTheScreenSaysWhatToUseInstead(t *testing.T) {
	d := newDesk(t)
	d.fails(misused, "use debrief new, list, show, export or import")
	d.fails(misused, "the screen needs a terminal", "demo")
}

func TestARefusalOfTheStoreIsOneLineThatSaysWhatToDo(t *testing.T) {
	for _, c := range []struct {
		err  error
		code int
		want string
	}{
		{model.ErrReadOnly, failed, "name another file with --db"},
		{model.ErrFull, failed, "make room, then try again"},
		{model.ErrBusy, failed, "close it, then try again"},
		{model.ErrConflict, failed, "try again"},
		{model.ErrRemoved, failed, "it is gone, and nothing stands in its place; put it or a copy of it back"},
		{model.ErrReplaced, failed, "the file is not the one that was opened; try again"},
		{model.ErrDamaged, failed, "debrief doctor says what is damaged and what to do"},
		{errors.New("something\nelse"), failed, "something else"},
	} {
		d := newDesk(t)
		open := d.program.Open
		d.program.Open = func(ctx context.Context, path string) (Store, error) {
			s, err := open(ctx, path)
			return refusing{s, c.err}, err
		}
		d.fails(c.code, c.want, "new", "Disk full")
		if d.out.Len() > 0 {
			t.Errorf("%v: printed %q all the same", c.err, d.out.String())
		}
	}
}

type refusing struct {
	Store
	err error
}

func (s refusing) Save(context.Context, model.ID, model.Entry, ...model.Draft) error { return s.err }

func TestWhatCannotBePrintedIsAnError(t *testing.T) {
	d := newDesk(t)
	d.must("new", "Disk full")
	d.program.Out = full{}
	for _, args := range [][]string{{"list"}, {"list", "--json"}, {"doctor"}} {
		d.fails(failed, "no space left", args...)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

func TestAnImportIsReadFromStdin(t *testing.T) {
	d := newDesk(t)
	document, err := os.ReadFile(d.file(sample.Postmortem(noon)))
	if err != nil {
		t.Fatal(err)
	}
	d.program.In = bytes.NewReader(document)
	if got := d.must("import", "-"); got != string(sample.Postmortem(noon).Header.ID)+"\n" {
		t.Errorf("printed %q", got)
	}
}

func TestAnEndlessInputIsRefused(t *testing.T) {
	d := newDesk(t)
	d.program.In = zeros{}
	d.fails(misused, "more than 64 MiB", "import", "-")
}

type zeros struct{}

func (zeros) Read(b []byte) (int, error) { return len(b), nil }

var _ io.Reader = zeros{}

func TestTheSampleIsShownInFull(t *testing.T) {
	d := newDesk(t)
	p := sample.Postmortem(noon)
	d.must("import", d.file(p))
	got := d.must("show", p.Header.ID.Short(5))
	for _, want := range []string{p.Header.Title, "Kind", "severity", "Began", "To resolve", "events", "Countermeasures: "} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
}

func TestDoctorEndsWithFiveWhereSomethingIsWrong(t *testing.T) {
	d := newDesk(t)
	d.must("new", "Disk full")
	if got := d.must("doctor"); !strings.Contains(got, "1 post-mortem, 1 edit") || !strings.Contains(got, "sound") {
		t.Errorf("doctor says %q", got)
	}
	d.db = filepath.Join(t.TempDir(), "text.db")
	if err := os.WriteFile(d.db, []byte("a shopping list"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.fails(stopped, "something is not as it should be", "doctor")
	if got := d.out.String(); !strings.Contains(got, "not a debrief store") {
		t.Errorf("doctor says %q", got)
	}
}
