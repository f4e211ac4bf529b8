package queue

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
)

type memory struct {
	saved []int64
	fail  error
}

func (m *memory) Save(_ context.Context, _ model.ID, e model.Entry, _ ...model.Draft) error {
	if m.fail != nil {
		return m.fail
	}
	m.saved = append(m.saved, e.Seq)
	return nil
}

func (m *memory) SaveDraft(context.Context, model.Draft) error   { return m.fail }
func (m *memory) RemoveDraft(context.Context, model.Draft) error { return m.fail }

func later(_ time.Duration, msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } }

func entry(seq int64) Save { return Save{Entry: model.Entry{Seq: seq}} }

// drain runs commands the way the event loop does, one after the other.
func drain(q *Queue, cmd tea.Cmd) {
	for cmd != nil {
		cmd, _ = q.Update(cmd())
	}
}

func TestSavesRunInOrder(t *testing.T) {
	store := &memory{}
	q := New(store, later)
	first := q.Push(entry(1))
	for seq := int64(2); seq <= 20; seq++ {
		if q.Push(entry(seq)) != nil {
			t.Fatalf("save %d was started while another is under way", seq)
		}
	}
	drain(q, first)
	if !slices.IsSorted(store.saved) || len(store.saved) != 20 || len(q.Waiting()) != 0 {
		t.Errorf("saved %v, %d still wait; want 1 to 20 in order, none waiting", store.saved, len(q.Waiting()))
	}
}

func TestAFailedSaveStaysAtTheHeadUntilItSucceeds(t *testing.T) {
	store := &memory{fail: model.ErrFull}
	q := New(store, later)
	first := q.Push(entry(1))
	q.Push(entry(2))
	retry, saved := q.Update(first())
	if saved || retry == nil || !errors.Is(q.Err(), model.ErrFull) || len(q.Waiting()) != 2 {
		t.Fatalf("after a failure: saved %v, retry %v, error %v, %d waiting; want two waiting and a retry", saved, retry != nil, q.Err(), len(q.Waiting()))
	}
	store.fail = nil
	drain(q, q.TryAgain())
	if !slices.Equal(store.saved, []int64{1, 2}) || q.Err() != nil {
		t.Errorf("saved %v, error %v after space came back; want [1 2], none", store.saved, q.Err())
	}
}

func TestALateAnswerIsNotTakenForAnother(t *testing.T) {
	store := &memory{fail: model.ErrBusy}
	q := New(store, later)
	late := q.Push(entry(1))()
	q.Update(late)
	store.fail = nil
	again := q.TryAgain()
	if _, saved := q.Update(late); saved || len(q.Waiting()) != 1 {
		t.Fatal("the answer of the first attempt ended the second")
	}
	drain(q, again)
	if !slices.Equal(store.saved, []int64{1}) {
		t.Errorf("saved %v, want [1] once", store.saved)
	}
}

func TestAConflictWaitsForTheFrame(t *testing.T) {
	store := &memory{fail: model.ErrConflict}
	q := New(store, later)
	next, _ := q.Update(q.Push(entry(1))())
	if next != nil {
		t.Error("a conflict was tried again by itself")
	}
	store.fail = nil
	drain(q, q.Replace([]Save{entry(7)}))
	if !slices.Equal(store.saved, []int64{7}) {
		t.Errorf("saved %v, want [7]", store.saved)
	}
}
