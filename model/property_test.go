package model

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func seededRecord(t *rapid.T) (Editor, Postmortem) {
	ed := seeded(t)
	p, err := ed.NewPostmortem("Checkout errors", "UTC")
	if err != nil {
		t.Fatal(err)
	}
	return ed, p
}

func TestAnyEditIsItsDiffAndLeavesAGoodRecord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ed, p := seededRecord(t)
		for range 40 {
			var was []Row
			p.Rows(func(r Row) { was = append(was, r) })
			next := editRandomly(t, ed, p)

			var is []Row
			p.Rows(func(r Row) { is = append(is, r) })
			if !slices.Equal(was, is) {
				t.Fatal("the edit wrote through to the record it was made on")
			}
			if found := Check(next); len(found) > 0 {
				t.Fatalf("the edited record has problems: %v", found)
			}
			c := Diff("edit", p, next)
			made, err := Apply(p, c)
			if err != nil {
				t.Fatal(err)
			}
			wantSame(t, made, next)
			back, err := Apply(made, c.Inverse())
			if err != nil {
				t.Fatal(err)
			}
			wantSame(t, back, p)
			p = next
		}
	})
}

func TestWhatAnAudienceSeesIsAGoodRecordInTheSameOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ed, p := seededRecord(t)
		for range 60 {
			p = editRandomly(t, ed, p)
		}
		shown := For(p, ForRoom)
		if found := Check(shown); len(found) > 0 {
			t.Fatalf("the projection has problems: %v", found)
		}
		var want, got []ID
		for _, e := range NewIndex(p).Events {
			if !e.Private {
				want = append(want, e.ID)
			}
		}
		for _, e := range NewIndex(shown).Events {
			got = append(got, e.ID)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("shown rows stand as %v, want %v", got, want)
		}
	})
}

// 100 runs of 60 steps: edits, undos and redos over all tables, each state compared with the
// one that was kept, and the log read back from its JSON form at the end.
func TestUndoAndRedoLeaveEveryStateRight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ed, p := seededRecord(t)
		start := p
		h, _ := NewHistory(nil)
		var past, future []Postmortem
		for range 60 {
			entry := Entry{Seq: h.Next(), At: meeting, Kind: Edit}
			var want Postmortem
			switch rapid.IntRange(0, 5).Draw(t, "step") {
			case 0, 1:
				e, err := h.Undo(p, meeting)
				if errors.Is(err, ErrNothingToUndo) != (len(past) == 0) {
					t.Fatalf("undo: %v with %d edits", err, len(past))
				}
				if err != nil {
					continue
				}
				entry, want = e, past[len(past)-1]
				past, future = past[:len(past)-1], append(future, p)
			case 2:
				e, err := h.Redo(p, meeting)
				if errors.Is(err, ErrNothingToRedo) != (len(future) == 0) {
					t.Fatalf("redo: %v with %d undone", err, len(future))
				}
				if err != nil {
					continue
				}
				entry, want = e, future[len(future)-1]
				past, future = append(past, p), future[:len(future)-1]
			default:
				want = editRandomly(t, ed, p)
				entry.Change = Diff("edit", p, want)
				if entry.Change.IsEmpty() {
					continue
				}
				past, future = append(past, p), nil
			}
			next, err := Apply(p, entry.Change)
			if err != nil {
				t.Fatal(err)
			}
			if err := h.Append(entry); err != nil {
				t.Fatal(err)
			}
			wantSame(t, next, want)
			p = next
		}
		replayed := start
		for _, e := range h.Entries() {
			b, err := json.Marshal(e.Change)
			if err != nil {
				t.Fatal(err)
			}
			var c Change
			if err := json.Unmarshal(b, &c); err != nil {
				t.Fatal(err)
			}
			if replayed, err = Apply(replayed, c); err != nil {
				t.Fatal(err)
			}
		}
		wantSame(t, replayed, p)
	})
}

// Facts are noted between edits, undos and redos; none of these ever takes one back.
func TestUndoAndRedoKeepFacts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ed, p := seededRecord(t)
		h, _ := NewHistory(nil)
		visited := Phase(0)
		hands := 0
		session := p.Sessions[0].ID
		for range 40 {
			entry := Entry{Seq: h.Next(), At: meeting, Kind: Edit}
			var err error
			switch rapid.IntRange(0, 4).Draw(t, "step") {
			case 0:
				visited = Phase(rapid.IntRange(1, 7).Draw(t, "phase"))
				next, _ := ed.Visit(p, visited)
				entry.Kind, entry.Change = Fact, Diff("visit", p, next)
			case 1:
				hands++
				s, _ := find(p.Sessions, session)
				s.Hands = hands
				next, _ := ed.SetSession(p, s)
				entry.Kind, entry.Change = Fact, Diff("hands", p, next)
			case 2:
				entry, err = h.Undo(p, meeting)
			case 3:
				entry, err = h.Redo(p, meeting)
			default:
				next, _ := ed.SetField(p, rapid.SampledFrom([]Field{FieldTitle, FieldTLDR}).Draw(t, "field"), drawText(t))
				entry.Change = Diff("title", p, next)
			}
			if err != nil {
				continue
			}
			if p, err = Apply(p, entry.Change); err != nil {
				t.Fatal(err)
			}
			if err := h.Append(entry); err != nil {
				t.Fatal(err)
			}
			s, _ := find(p.Sessions, session)
			if p.Header.Phase != visited || s.Hands != hands {
				t.Fatalf("phase %d, hands %d; want %d, %d", p.Header.Phase, s.Hands, visited, hands)
			}
		}
	})
}

func TestRedoBringsARowBackWithItsFacts(t *testing.T) {
	ed := testEditor()
	p := begun(t, ed)
	h, _ := NewHistory(nil)
	do := func(kind EntryKind, next Postmortem) {
		t.Helper()
		e := Entry{Seq: h.Next(), Kind: kind, Change: Diff("x", p, next)}
		if err := h.Append(e); err != nil {
			t.Fatal(err)
		}
		p = next
	}
	replay := func(e Entry, err error) {
		t.Helper()
		if err == nil {
			err = h.Append(e)
		}
		if err == nil {
			p, err = Apply(p, e.Change)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	next, id := mustID(t)(ed.AddCountermeasure(p, Countermeasure{Text: "alert"}))
	do(Edit, next)
	do(Fact, must(t)(ed.TickReadBack(p, id, true)))
	ticked := p
	for range 2 {
		replay(h.Undo(p, meeting))
		if len(p.Countermeasures) != 0 {
			t.Fatal("the countermeasure is still there")
		}
		replay(h.Redo(p, meeting))
		wantSame(t, p, ticked)
	}
}

// The timeline is compared with a plain list on which the same is done.
func TestUntimedRowsKeepTheirPlaceThroughMovesAndRemovals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ed, p := seededRecord(t)
		var list []ID
		minute := 0
		check := func(did string) {
			t.Helper()
			var got []ID
			for _, e := range NewIndex(p).Events {
				got = append(got, e.ID)
			}
			if !slices.Equal(got, list) {
				t.Fatalf("after %s the rows stand as %v, want %v", did, got, list)
			}
		}
		timed := func(i int) bool { e, _ := find(p.Events, list[i]); return !e.When.IsZero() }
		for range 50 {
			i := rapid.IntRange(-1, len(list)-1).Draw(t, "row")
			switch do := rapid.SampledFrom([]string{"add", "add", "add timed", "move", "place", "remove", "lose time"}).Draw(t, "do"); {
			case do == "add":
				after := ID("")
				if i >= 0 {
					after = list[i]
				}
				next, id, err := ed.AddEvent(p, Event{What: "x"}, after)
				if err != nil {
					t.Fatal(err)
				}
				p, list = next, slices.Insert(list, i+1, id)
				check(do)
			case do == "add timed":
				minute++
				next, id, err := ed.AddEvent(p, Event{What: "x", When: at(minute)}, "")
				if err != nil {
					t.Fatal(err)
				}
				p, list = next, append(list, id)
				check(do)
			case i < 0:
			case do == "move":
				by := rapid.SampledFrom([]int{-1, 1}).Draw(t, "by")
				next, err := ed.Move(p, Events, list[i], by)
				edge := i+by < 0 || i+by >= len(list)
				if (err != nil) != (edge || timed(i)) {
					t.Fatalf("moving row %d by %d: %v", i, by, err)
				}
				if err != nil {
					break
				}
				if n := len(Diff("", p, next).Rows); n != 1 {
					t.Fatalf("a move rewrote %d rows", n)
				}
				p = next
				list[i], list[i+by] = list[i+by], list[i]
				check(do)
			case do == "place" && !timed(i):
				j := rapid.IntRange(-1, len(list)-1).Draw(t, "behind")
				if i == j {
					break
				}
				id, after := list[i], ID("")
				if j >= 0 {
					after = list[j]
				}
				next, err := ed.PlaceAfter(p, Events, id, after)
				if err != nil {
					t.Fatal(err)
				}
				p, list = next, slices.Delete(list, i, i+1)
				list = slices.Insert(list, slices.Index(list, after)+1, id)
				check(do)
			case do == "remove":
				next, err := ed.RemoveEvent(p, list[i])
				if err != nil {
					t.Fatal(err)
				}
				p, list = next, slices.Delete(list, i, i+1)
				check(do)
			case do == "lose time":
				next, err := ed.SetEventTime(p, list[i], Moment{})
				if err != nil {
					t.Fatal(err)
				}
				p = next
				check(do)
			}
		}
	})
}

// Records made elsewhere may chain untimed rows to each other and repeat positions.
func TestChainedRowsAreMovedAndRemovedLikeAnyOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ed, p := seededRecord(t)
		for i := range rapid.IntRange(1, 12).Draw(t, "rows") {
			e := Event{ID: ed.NewID(), What: "x", Pos: rapid.SampledFrom([]string{"a0", "a1"}).Draw(t, "pos")}
			if i > 0 {
				e.After = p.Events[rapid.IntRange(0, i-1).Draw(t, "after")].ID
			}
			if rapid.IntRange(0, 2).Draw(t, "timed") == 0 {
				e.When = at(i)
			}
			p.Events = append(p.Events, e)
		}
		ids := func(p Postmortem) []ID {
			var all []ID
			for _, e := range NewIndex(p).Events {
				all = append(all, e.ID)
			}
			return all
		}
		list := ids(p)
		i := rapid.IntRange(0, len(list)-1).Draw(t, "row")
		removed, err := ed.RemoveEvent(p, list[i])
		if err != nil {
			t.Fatal(err)
		}
		if got, want := ids(removed), slices.Delete(slices.Clone(list), i, i+1); !slices.Equal(got, want) {
			t.Fatalf("after a removal the rows stand as %v, want %v", got, want)
		}
		if moved, err := ed.Move(p, Events, list[i], 1); err == nil {
			e, _ := find(p.Events, list[i])
			if e.When.IsZero() {
				list[i], list[i+1] = list[i+1], list[i]
			}
			if got := ids(moved); !slices.Equal(got, list) {
				t.Fatalf("after a move the rows stand as %v, want %v", got, list)
			}
		}
	})
}

func TestArrangingRewritesAsFewRowsAsItCan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 30).Draw(t, "n")
		rows := make([]Note, n)
		p := ""
		for i := range rows {
			p = After(p)
			rows[i] = Note{ID: ID(p), Pos: p}
		}
		from, to := rapid.IntRange(0, n-1).Draw(t, "from"), rapid.IntRange(0, n-1).Draw(t, "to")
		r := rows[from]
		rows = slices.Insert(slices.Delete(rows, from, from+1), to, r)
		arrange(rows, func(r *Note) *string { return &r.Pos })
		changed := 0
		for i := range rows {
			if rows[i].Pos != string(rows[i].ID) {
				changed++
			}
			if i > 0 && rows[i-1].Pos >= rows[i].Pos {
				t.Fatalf("%q does not sort before %q", rows[i-1].Pos, rows[i].Pos)
			}
		}
		if changed > 1 {
			t.Fatalf("one row moved, %d were rewritten", changed)
		}
	})
}
