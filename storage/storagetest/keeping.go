package storagetest

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"debrief/model"
	"debrief/model/sample/sampletest"
)

func copies(t *testing.T, open opener) {
	s, path := fresh(t, open)
	want := sampletest.Full(sampletest.ID(1), 1)
	save(t, s, sampletest.ID(1), First(want))
	target := filepath.Join(filepath.Dir(path), "a copy #1.db")
	if err := s.Copy(patient(t), target); err != nil {
		t.Fatal(err)
	}
	if err := s.Copy(patient(t), target); !errors.Is(err, fs.ErrExist) {
		t.Errorf("copied over a file: got %v, want ErrExist", err)
	}
	got, _ := read(t, open(t, target), sampletest.ID(1))
	if d := Differs(got, want); d != "" {
		t.Error(d)
	}
	if err := s.Copy(patient(t), filepath.Join(filepath.Dir(path), "missing", "x.db")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("copied to a missing folder: %v", err)
	}
}

// holders returns the files below the store's folder that hold the text.
func holders(t *testing.T, store, text string) []string {
	t.Helper()
	var found []string
	err := filepath.WalkDir(filepath.Dir(store), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		if bytes.Contains(bytes.ToLower(b), []byte(strings.ToLower(text))) {
			found = append(found, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func purge(t *testing.T, open opener) {
	s, path := fresh(t, open)
	gone, stays := sampletest.Full(sampletest.ID(1), 1), sampletest.Full(sampletest.ID(100), 100)
	gone.Header.Title = "zanzibarfish"
	gone.Accounts[0].Text = "quokkamoon " + strings.Repeat("long ", 3000)
	save(t, s, sampletest.ID(1), First(gone))
	save(t, s, sampletest.ID(100), First(stays))
	if err := s.SaveDraft(patient(t), model.Draft{Postmortem: sampletest.ID(1), Field: "f", Text: "quokkamoon", At: sampletest.Start()}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Backup(patient(t)); err != nil {
		t.Fatal(err)
	}
	if len(holders(t, path, "quokkamoon")) != 2 {
		t.Fatal("the store and its backup should hold it before the purge")
	}
	if _, err := s.Purge(patient(t), sampletest.ID(1)); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"zanzibarfish", "quokkamoon", string(sampletest.ID(1))} {
		if found := holders(t, path, text); len(found) > 0 {
			t.Errorf("%s still holds %q", found, text)
		}
	}
	if _, _, err := s.Read(patient(t), sampletest.ID(1)); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("got %v, want ErrNotFound", err)
	}
	got, _ := read(t, s, sampletest.ID(100))
	if d := Differs(got, stays); d != "" {
		t.Error("the other record: ", d)
	}
	if _, err := s.Purge(patient(t), sampletest.ID(1)); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("purged twice: got %v, want ErrNotFound", err)
	}
	sound(t, s)
}

func purgeText(t *testing.T, open opener) {
	s, path := fresh(t, open)
	const secret = `hunter2 <"quokka">` // its form in the log's JSON is another one
	one := sampletest.Full(sampletest.ID(1), 1)
	one.Events[0].What = "typed " + secret + " twice: " + secret
	one.Header.Tags = model.ListOf("db", secret)
	save(t, s, sampletest.ID(1), First(one))
	two := one
	two.Events = append([]model.Event{}, one.Events...)
	two.Events[0].What = "nothing to see"
	e := Next(2, one, two)
	e.Change.Label = "Removed “" + secret + "”"
	save(t, s, sampletest.ID(1), e)
	if err := s.SaveDraft(patient(t), model.Draft{Postmortem: sampletest.ID(1), Field: "f", Text: secret, At: sampletest.Start()}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Backup(patient(t)); err != nil {
		t.Fatal(err)
	}
	n, err := s.PurgeText(patient(t), sampletest.ID(1), secret, "[removed]")
	if err != nil || n.Times != 1+3+1+2+1 { // tags, rows of two entries, a label, a draft
		t.Errorf("replaced %+v, %v", n, err)
	}
	for _, text := range []string{secret, "hunter2", "quokka"} {
		if found := holders(t, path, text); len(found) > 0 {
			t.Errorf("%s still holds %q", found, text)
		}
	}
	got, seq := read(t, s, sampletest.ID(1))
	want := two
	want.Header.Tags = model.ListOf("db", "[removed]")
	if d := Differs(got, want); d != "" || seq != 3 {
		t.Errorf("entry %d, %s", seq, d)
	}
	log, err := s.History(patient(t), sampletest.ID(1))
	if err != nil || len(log) != 3 || log[2].Kind != model.Fact || log[1].Change.Label != "Removed “[removed]”" {
		t.Errorf("the log is %+v, %v", log, err)
	}
	sound(t, s)
}

// purgeTextOfOne purges a text that stands in several records, and one that comes anew of what stands around it.
func purgeTextOfOne(t *testing.T, open opener) {
	s, _ := fresh(t, open)
	for _, n := range []int{1, 200} {
		save(t, s, sampletest.ID(n), First(Begun(sampletest.ID(n), "xylophone")))
	}
	if n, err := s.PurgeText(patient(t), sampletest.ID(1), "xylophone", "x"); err != nil || n.Times == 0 || !slices.Equal(n.Others, []model.ID{sampletest.ID(200)}) {
		t.Errorf("another record holds it still: got %+v, %v", n, err)
	}
	if n, err := s.PurgeText(patient(t), "", "xylophone", "x"); err != nil || n.Times != 2 || n.Others != nil {
		t.Errorf("from all records: %+v, %v", n, err)
	}
	// What stands around a text may make it anew.
	fourth := Begun(sampletest.ID(300), "a zzzzyxyx b")
	save(t, s, sampletest.ID(300), First(fourth))
	if _, err := s.PurgeText(patient(t), sampletest.ID(300), "zzyx", ""); err != nil {
		t.Error(err)
	}
	if p, _ := read(t, s, sampletest.ID(300)); p.Header.Title != "a  b" {
		t.Errorf("the title is %q", p.Header.Title)
	}
	if _, err := s.PurgeText(patient(t), "", "", "x"); err == nil {
		t.Error("an empty text was replaced")
	}
	sound(t, s)
}

func sound(t *testing.T, s Store) {
	t.Helper()
	h, err := s.Health(patient(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range h.Damage {
		t.Error(d)
	}
}

func health(t *testing.T, open opener) {
	s, path := fresh(t, open)
	save(t, s, sampletest.ID(1), First(sampletest.Full(sampletest.ID(1), 1)))
	backup, err := s.Backup(patient(t))
	if err != nil {
		t.Fatal(err)
	}
	sound(t, s)
	h, err := s.Health(patient(t))
	if err != nil {
		t.Fatal(err)
	}
	if h.Path != path || h.Size == 0 || h.Schema < 1 || h.SQLite == "" || h.Postmortems != 1 || h.Entries != 1 ||
		len(h.Backups) != 1 || h.Backups[0] != backup {
		t.Errorf("got %+v", h)
	}
}
