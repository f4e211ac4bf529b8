package ui

import (
	"database/sql"
	"path/filepath"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/sample"
	"debrief/ui/screen"
)

// A time that no record keeps is said, nothing is recorded, and the line stays as it was typed.
func TestATimeThatLeavesTheYearsStaysInTheLine(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	before := len(d.record().Events)
	d.kind("9999-12-31 23:30 x")
	d.press("enter")
	d.want("lies outside the years 1900 to 9998", "9999-12-31 23:30 x")
	if n := len(d.record().Events); n != before {
		t.Errorf("%d events, want %d", n, before)
	}
}

// A post-mortem that cannot be read is said in one sentence; the one beside it opens.
func TestARecordThatCannotBeReadIsSaidAndTheOthersOpen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "debrief.db")
	s := openStore(t, path)
	good := sample.Postmortem(time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC))
	save(t, s, good)
	bad := model.Postmortem{Header: model.Header{ID: "zzzzzzzzzzzzzzzz", Title: "Login slow", Status: model.StatusDraft,
		Created: time.Date(2026, 3, 30, 9, 0, 0, 0, time.UTC)}, Incident: model.Incident{ID: "zzzzzzzzzzzzzzzz", Kind: model.Unscheduled}}
	save(t, s, bad)
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	for _, statement := range []string{"UPDATE summaries SET began_at = '20000-01-01' WHERE postmortem_id = ?", "UPDATE postmortems SET created_at = 'soon' WHERE id = ?"} {
		if _, err := db.Exec(statement, string(bad.Header.ID)); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	d := driverOn(t, s, screen.Place{})
	d.want("zzzzzzzzzz  cannot be read: its date is \"20000-01-01\"; debrief doctor", "Checkout errors")
	d.press("down", "enter")
	d.want("the file is damaged; debrief doctor says what can be read")
	d.press("up", "enter")
	if d.record().Header.ID != good.Header.ID {
		t.Errorf("the other record is not open:\n%s", d.text())
	}
}
