package cli

import (
	"database/sql"
	"strings"
	"testing"
)

// One bad row is listed as such, with its id; the others are as ever, and doctor names it.
func TestAPostmortemThatCannotBeReadIsListedAsSuch(t *testing.T) {
	d := newDesk(t)
	good := strings.TrimSpace(d.must("new", "Checkout errors"))
	bad := strings.TrimSpace(d.must("new", "Login slow"))
	db, err := sql.Open("sqlite", "file:"+d.db)
	if err != nil {
		t.Fatal(err)
	}
	for _, statement := range []string{"UPDATE summaries SET updated_at = 'soon' WHERE postmortem_id = ?", "UPDATE postmortems SET created_at = 'soon' WHERE id = ?"} {
		if _, err := db.Exec(statement, bad); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	got := d.must("list")
	for _, want := range []string{good[:5] + "  2026-03-19  unscheduled  draft  0     Checkout errors\n",
		bad[:5] + strings.Repeat(" ", 40) + `cannot be read: its time of the last change is "soon"; debrief doctor says more` + "\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	if got := d.must("list", "--json"); !strings.Contains(got, `"unreadable": "its time of the last change is \"soon\""`) || strings.Count(got, "unreadable") != 1 {
		t.Errorf("got %s", got)
	}
	d.fails(1, "the field “created at” of post-mortem "+bad+` is "soon"; debrief doctor says what is damaged`, "show", bad)
	d.must("show", good)
	if code := d.run("doctor"); code != stopped || !strings.Contains(d.out.String(), "of post-mortem "+bad+` is "soon"; its history still says "2026-03-19T12:00:00.000Z"`) {
		t.Errorf("doctor ended with %d and\n%s", code, d.out.String())
	}
}

func TestAnEmptyListSaysThatPostmortemsWereDeleted(t *testing.T) {
	d := newDesk(t)
	d.must("delete", strings.TrimSpace(d.must("new", "One")))
	if d.must("list"); !strings.Contains(d.err.String(), "The only post-mortem is deleted; debrief list --deleted") {
		t.Errorf("it says %q", d.err.String())
	}
	d.must("delete", strings.TrimSpace(d.must("new", "Two")))
	if d.must("list"); !strings.Contains(d.err.String(), "All 2 post-mortems are deleted; debrief list --deleted") {
		t.Errorf("it says %q", d.err.String())
	}
}
