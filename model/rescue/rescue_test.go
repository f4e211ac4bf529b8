package rescue_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/rescue"
	"debrief/model/sample"
)

var at = time.Date(2026, 3, 12, 14, 9, 0, 123e6, time.UTC) // constant

// full is a window with a change, an undo and two half-typed texts.
func full(t *testing.T) rescue.Rescue {
	t.Helper()
	before := sample.Postmortem(at)
	after := before
	after.Header.Title = "The canary <sings> \x1b[31m"
	change := model.Diff("Title changed: canary", before, after)
	id := before.Header.ID
	return rescue.Rescue{
		At: at, Cause: "the disk is full", Store: "/home/ana/debrief.db", Record: after, Base: 41,
		Waiting: []rescue.Waiting{
			{id, model.Entry{Seq: 42, At: at, Kind: model.Edit, Change: change}},
			{id, model.Entry{Seq: 43, At: at, Kind: model.Undo, Target: 42, Change: change.Inverse()}},
		},
		Drafts: []model.Draft{
			{Postmortem: id, Window: "w", Place: "timeline", Field: "new", Text: "14:09 half a canary", At: at},
			{Window: "w", Field: "new", Text: "at home", At: at},
		},
	}
}

func TestWhatWasWrittenIsReadBackEqual(t *testing.T) {
	want := full(t)
	b, err := rescue.Encode(want)
	if err != nil {
		t.Fatal(err)
	}
	got, err := rescue.Decode(b)
	if err != nil {
		t.Fatal(err)
	}
	if d := model.Diff("", want.Record, got.Record); !d.IsEmpty() {
		t.Errorf("the record differs: %+v", d.Rows)
	}
	got.Record = want.Record // its rows come in another order
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
}

// A record that nobody can write as an export must not cost the changes that wait.
func TestABrokenRecordDoesNotCostWhatWaits(t *testing.T) {
	want := full(t)
	want.Record.Header.Title = "\xff"
	b, err := rescue.Encode(want)
	if err != nil {
		t.Fatal(err)
	}
	got, err := rescue.Decode(b)
	if err != nil || len(got.Waiting) != 2 || got.Record.Header.ID != "" {
		t.Errorf("got %d changes and the record %q, %v", len(got.Waiting), got.Record.Header.ID, err)
	}
}

func TestMapReachesEveryText(t *testing.T) {
	r, err := full(t).Map(func(_ model.ID, row model.Row) model.Row {
		if h, ok := row.(model.Header); ok {
			h.Title = strings.ReplaceAll(h.Title, "canary", "bird")
			return h
		}
		return row
	}, func(_ model.ID, s string) string { return strings.ReplaceAll(s, "canary", "bird") })
	if err != nil {
		t.Fatal(err)
	}
	b, err := rescue.Encode(r)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(b), "canary") {
		t.Errorf("the word is still there:\n%s", b)
	}
}

func TestWithoutARecordNothingOfItIsLeft(t *testing.T) {
	r := full(t)
	r = r.Without(r.Record.Header.ID)
	if r.Record.Header.ID != "" || len(r.Waiting) != 0 || len(r.Drafts) != 1 || r.IsEmpty() {
		t.Errorf("left: %+v", r)
	}
	if !r.Without("").IsEmpty() {
		t.Error("the text typed at home is still there")
	}
}

func TestWhatIsNoRescueFileIsRefused(t *testing.T) {
	for _, text := range []string{"", "[]", "{}", `{"debrief_rescue": 2}`, `{"debrief_rescue": 1, "at": "now"}`, `{"debrief": 1}`} {
		if _, err := rescue.Decode([]byte(text)); !errors.Is(err, rescue.ErrForeign) {
			t.Errorf("%q: got %v, want ErrForeign", text, err)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"debrief_rescue": 1, "at": "2026-03-12T14:09:00.000Z", "store": "x", "waiting": [{"record": "a", "seq": 1, "at": "", "kind": "edit", "label": "", "rows": [{"table": "events", "id": "a", "after": {"id": "a"}}]}]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		r, err := rescue.Decode(b)
		if err != nil {
			return
		}
		again, err := rescue.Encode(r)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := rescue.Decode(again); err != nil {
			t.Errorf("what was written is not read: %v", err)
		}
	})
}
