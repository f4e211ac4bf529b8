package edit_test

import (
	"debrief/model"
	"debrief/model/edit"
	"debrief/model/edit/edittest"
	"debrief/model/names"
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestAnyEditIsItsDiffAndLeavesAGoodRecord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ed, p := edittest.SeededRecord(t)
		for range 40 {
			var was []model.Row
			p.Rows(func(r model.Row) { was = append(was, r) })
			next := edittest.EditRandomly(t, ed, p)

			var is []model.Row
			p.Rows(func(r model.Row) { is = append(is, r) })
			if !slices.Equal(was, is) {
				t.Fatal("the edit wrote through to the record it was made on")
			}
			if found := model.Check(next); len(found) > 0 {
				t.Fatalf("the edited record has problems: %v", found)
			}
			c := model.Diff("edit", p, next)
			made, err := model.Apply(p, c)
			if err != nil {
				t.Fatal(err)
			}
			edittest.WantSame(t, made, next)
			back, err := model.Apply(made, c.Inverse())
			if err != nil {
				t.Fatal(err)
			}
			edittest.WantSame(t, back, p)
			p = next
		}
	})
}

func TestWhatAnAudienceSeesIsAGoodRecordInTheSameOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ed, p := edittest.SeededRecord(t)
		for range 60 {
			p = edittest.EditRandomly(t, ed, p)
		}
		shown := names.For(p, model.ForRoom)
		if found := model.Check(shown); len(found) > 0 {
			t.Fatalf("the projection has problems: %v", found)
		}
		var want, got []model.ID
		for _, e := range model.NewIndex(p).Events {
			if !e.Private {
				want = append(want, e.ID)
			}
		}
		for _, e := range model.NewIndex(shown).Events {
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
		ed, p := edittest.SeededRecord(t)
		start := p
		h, _ := model.NewHistory(nil)
		var past, future []model.Postmortem
		for range 60 {
			entry := model.Entry{Seq: h.Next(), At: edittest.Start, Kind: model.Edit}
			var want model.Postmortem
			switch rapid.IntRange(0, 5).Draw(t, "step") {
			case 0, 1:
				e, err := h.Undo(p, edittest.Start)
				if errors.Is(err, model.ErrNothingToUndo) != (len(past) == 0) {
					t.Fatalf("undo: %v with %d edits", err, len(past))
				}
				if err != nil {
					continue
				}
				entry, want = e, past[len(past)-1]
				past, future = past[:len(past)-1], append(future, p)
			case 2:
				e, err := h.Redo(p, edittest.Start)
				if errors.Is(err, model.ErrNothingToRedo) != (len(future) == 0) {
					t.Fatalf("redo: %v with %d undone", err, len(future))
				}
				if err != nil {
					continue
				}
				entry, want = e, future[len(future)-1]
				past, future = append(past, p), future[:len(future)-1]
			default:
				want = edittest.EditRandomly(t, ed, p)
				entry.Change = model.Diff("edit", p, want)
				if entry.Change.IsEmpty() {
					continue
				}
				past, future = append(past, p), nil
			}
			next, err := model.Apply(p, entry.Change)
			if err != nil {
				t.Fatal(err)
			}
			if err := h.Append(entry); err != nil {
				t.Fatal(err)
			}
			edittest.WantSame(t, next, want)
			p = next
		}
		replayed := start
		for _, e := range h.Entries() {
			b, err := json.Marshal(e.Change)
			if err != nil {
				t.Fatal(err)
			}
			var c model.Change
			if err := json.Unmarshal(b, &c); err != nil {
				t.Fatal(err)
			}
			if replayed, err = model.Apply(replayed, c); err != nil {
				t.Fatal(err)
			}
		}
		edittest.WantSame(t, replayed, p)
	})
}

// Facts are noted between edits, undos and redos; none of these ever takes one back.
func TestUndoAndRedoKeepFacts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ed, p := edittest.SeededRecord(t)
		h, _ := model.NewHistory(nil)
		visited := model.Phase(0)
		hands := 0
		session := p.Sessions[0].ID
		for range 40 {
			entry := model.Entry{Seq: h.Next(), At: edittest.Start, Kind: model.Edit}
			var err error
			switch rapid.IntRange(0, 4).Draw(t, "step") {
			case 0:
				visited = model.Phase(rapid.IntRange(1, 7).Draw(t, "phase"))
				next, _ := ed.Visit(p, visited)
				entry.Kind, entry.Change = model.Fact, model.Diff("visit", p, next)
			case 1:
				hands++
				s, _ := model.Find(p.Sessions, session)
				s.Hands = hands
				next, _ := ed.Set(p, s)
				entry.Kind, entry.Change = model.Fact, model.Diff("hands", p, next)
			case 2:
				entry, err = h.Undo(p, edittest.Start)
			case 3:
				entry, err = h.Redo(p, edittest.Start)
			default:
				next, _ := ed.SetField(p, rapid.SampledFrom([]model.Field{model.FieldTitle, model.FieldTLDR}).Draw(t, "field"), edittest.DrawText(t))
				entry.Change = model.Diff("title", p, next)
			}
			if err != nil {
				continue
			}
			if p, err = model.Apply(p, entry.Change); err != nil {
				t.Fatal(err)
			}
			if err := h.Append(entry); err != nil {
				t.Fatal(err)
			}
			s, _ := model.Find(p.Sessions, session)
			if p.Header.Phase != visited || s.Hands != hands {
				t.Fatalf("phase %d, hands %d; want %d, %d", p.Header.Phase, s.Hands, visited, hands)
			}
		}
	})
}

func TestRedoBringsARowBackWithItsFacts(t *testing.T) {
	ed := edittest.Editor()
	p := edittest.Begun(t, ed)
	h, _ := model.NewHistory(nil)
	do := func(kind model.EntryKind, next model.Postmortem) {
		t.Helper()
		e := model.Entry{Seq: h.Next(), Kind: kind, Change: model.Diff("x", p, next)}
		if err := h.Append(e); err != nil {
			t.Fatal(err)
		}
		p = next
	}
	replay := func(e model.Entry, err error) {
		t.Helper()
		if err == nil {
			err = h.Append(e)
		}
		if err == nil {
			p, err = model.Apply(p, e.Change)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	next, id := edittest.MustID(t)(ed.Add(p, model.Countermeasure{Text: "alert"}))
	do(model.Edit, next)
	do(model.Fact, edittest.Must(t)(ed.TickReadBack(p, id, true)))
	ticked := p
	for range 2 {
		replay(h.Undo(p, edittest.Start))
		if len(p.Countermeasures) != 0 {
			t.Fatal("the countermeasure is still there")
		}
		replay(h.Redo(p, edittest.Start))
		edittest.WantSame(t, p, ticked)
	}
}

// The timeline is compared with a plain list on which the same is done.
func TestUntimedRowsKeepTheirPlaceThroughMovesAndRemovals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ed, p := edittest.SeededRecord(t)
		var list []model.ID
		minute := 0
		check := func(did string) {
			t.Helper()
			var got []model.ID
			for _, e := range model.NewIndex(p).Events {
				got = append(got, e.ID)
			}
			if !slices.Equal(got, list) {
				t.Fatalf("after %s the rows stand as %v, want %v", did, got, list)
			}
		}
		timed := func(i int) bool { e, _ := model.Find(p.Events, list[i]); return !e.When.IsZero() }
		for range 50 {
			i := rapid.IntRange(-1, len(list)-1).Draw(t, "row")
			switch do := rapid.SampledFrom([]string{"add", "add", "add timed", "move", "place", "remove", "lose time"}).Draw(t, "do"); {
			case do == "add":
				after := model.ID("")
				if i >= 0 {
					after = list[i]
				}
				next, id, err := ed.AddEvent(p, model.Event{What: "x"}, after)
				if err != nil {
					t.Fatal(err)
				}
				p, list = next, slices.Insert(list, i+1, id)
				check(do)
			case do == "add timed":
				minute++
				next, id, err := ed.AddEvent(p, model.Event{What: "x", When: edittest.At(minute)}, "")
				if err != nil {
					t.Fatal(err)
				}
				p, list = next, append(list, id)
				check(do)
			case i < 0:
			case do == "move":
				by := rapid.SampledFrom([]int{-1, 1}).Draw(t, "by")
				next, err := ed.Move(p, model.Events, list[i], by)
				edge := i+by < 0 || i+by >= len(list)
				if (err != nil) != (edge || timed(i)) {
					t.Fatalf("moving row %d by %d: %v", i, by, err)
				}
				if err != nil {
					break
				}
				if n := len(model.Diff("", p, next).Rows); n != 1 {
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
				id, after := list[i], model.ID("")
				if j >= 0 {
					after = list[j]
				}
				next, err := ed.PlaceAfter(p, model.Events, id, after)
				if err != nil {
					t.Fatal(err)
				}
				p, list = next, slices.Delete(list, i, i+1)
				list = slices.Insert(list, slices.Index(list, after)+1, id)
				check(do)
			case do == "remove":
				next, err := ed.Remove(p, model.Events, list[i])
				if err != nil {
					t.Fatal(err)
				}
				p, list = next, slices.Delete(list, i, i+1)
				check(do)
			case do == "lose time":
				next, err := edit.Change(ed, p, list[i], func(e *model.Event) { e.When = model.Moment{} })
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
		ed, p := edittest.SeededRecord(t)
		for i := range rapid.IntRange(1, 12).Draw(t, "rows") {
			e := model.Event{ID: ed.NewID(), What: "x", Pos: rapid.SampledFrom([]string{"a0", "a1"}).Draw(t, "pos")}
			if i > 0 {
				e.After = p.Events[rapid.IntRange(0, i-1).Draw(t, "after")].ID
			}
			if rapid.IntRange(0, 2).Draw(t, "timed") == 0 {
				e.When = edittest.At(i)
			}
			p.Events = append(p.Events, e)
		}
		ids := func(p model.Postmortem) []model.ID {
			var all []model.ID
			for _, e := range model.NewIndex(p).Events {
				all = append(all, e.ID)
			}
			return all
		}
		list := ids(p)
		i := rapid.IntRange(0, len(list)-1).Draw(t, "row")
		removed, err := ed.Remove(p, model.Events, list[i])
		if err != nil {
			t.Fatal(err)
		}
		if got, want := ids(removed), slices.Delete(slices.Clone(list), i, i+1); !slices.Equal(got, want) {
			t.Fatalf("after a removal the rows stand as %v, want %v", got, want)
		}
		if moved, err := ed.Move(p, model.Events, list[i], 1); err == nil {
			e, _ := model.Find(p.Events, list[i])
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
		rows := make([]string, n)
		p := ""
		for i := range rows {
			p = model.After(p)
			rows[i] = p
		}
		from, to := rapid.IntRange(0, n-1).Draw(t, "from"), rapid.IntRange(0, n-1).Draw(t, "to")
		r := rows[from]
		rows = slices.Insert(slices.Delete(rows, from, from+1), to, r)
		arranged := edit.Arrange(rows)
		changed := 0
		for i := range rows {
			if arranged[i] != rows[i] {
				changed++
			}
			if i > 0 && arranged[i-1] >= arranged[i] {
				t.Fatalf("%q does not sort before %q", arranged[i-1], arranged[i])
			}
		}
		if changed > 1 {
			t.Fatalf("one row moved, %d were rewritten", changed)
		}
	})
}
