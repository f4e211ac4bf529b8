package queue

import (
	"context"
	"errors"
	"fmt"
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

// never is a clock whose pauses do not end.
func never(time.Duration, tea.Msg) tea.Cmd { return func() tea.Msg { return nil } }

// at once is a clock whose pauses are over at once.
func atOnce(_ time.Duration, msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } }

func entry(seq int64) Save { return Save{Entry: model.Entry{Seq: seq}} }

// answers runs a command, and all that it is made of, and returns the messages.
func answers(cmd tea.Cmd) []tea.Msg {
	if cmd == nil {
		return nil
	}
	switch msg := cmd().(type) {
	case nil:
		return nil
	case tea.BatchMsg:
		var all []tea.Msg
		for _, c := range msg {
			all = append(all, answers(c)...)
		}
		return all
	default:
		return []tea.Msg{msg}
	}
}

// drain does what the frame does until nothing is left to do, at most so many times.
func drain(q *Queue) {
	for range 100 {
		waiting := answers(q.Next())
		if len(waiting) == 0 {
			return
		}
		for _, msg := range waiting {
			q.Update(msg)
		}
	}
}

func TestSavesRunInOrder(t *testing.T) {
	store := &memory{}
	q := New(store, never)
	q.Push(entry(1))
	first := q.Next()
	for seq := int64(2); seq <= 20; seq++ {
		q.Push(entry(seq))
		if q.Next() != nil {
			t.Fatalf("save %d was started while another is under way", seq)
		}
	}
	for _, msg := range answers(first) {
		q.Update(msg)
	}
	drain(q)
	if !slices.IsSorted(store.saved) || len(store.saved) != 20 || len(q.Waiting()) != 0 {
		t.Errorf("saved %v, %d still wait; want 1 to 20 in order, none waiting", store.saved, len(q.Waiting()))
	}
}

func TestAFailedSaveStaysAtTheHeadUntilItSucceeds(t *testing.T) {
	store := &memory{fail: model.ErrFull}
	q := New(store, never)
	q.Push(entry(1))
	q.Push(entry(2))
	drain(q)
	if !errors.Is(q.Err(), model.ErrFull) || len(q.Waiting()) != 2 || !q.Trouble() {
		t.Fatalf("after a failure: error %v, %d waiting; want two waiting", q.Err(), len(q.Waiting()))
	}
	if q.Next() != nil {
		t.Error("it was tried again without a pause")
	}
	store.fail = nil
	q.TryAgain()
	drain(q)
	if !slices.Equal(store.saved, []int64{1, 2}) || q.Err() != nil {
		t.Errorf("saved %v, error %v after space came back; want [1 2], none", store.saved, q.Err())
	}
}

func TestAFailedSaveIsTriedAgainAfterAPause(t *testing.T) {
	store := &memory{fail: model.ErrBusy}
	q := New(store, atOnce)
	q.Push(entry(1))
	for _, msg := range answers(q.Next()) {
		q.Update(msg)
	}
	store.fail = nil
	drain(q)
	if !slices.Equal(store.saved, []int64{1}) {
		t.Errorf("saved %v, want [1]", store.saved)
	}
}

func TestALateAnswerIsNotTakenForAnother(t *testing.T) {
	store := &memory{fail: model.ErrBusy}
	q := New(store, never)
	q.Push(entry(1))
	late := answers(q.Next())
	for _, msg := range late {
		q.Update(msg)
	}
	store.fail = nil
	q.TryAgain()
	again := answers(q.Next())
	for _, msg := range late {
		if q.Update(msg) || len(q.Waiting()) != 1 {
			t.Fatal("the answer of the first attempt ended the second")
		}
	}
	for _, msg := range again {
		q.Update(msg)
	}
	drain(q)
	if !slices.Equal(store.saved, []int64{1}) {
		t.Errorf("saved %v, want [1] once", store.saved)
	}
}

// Neither helps by waiting: a conflict is put in order by the frame, and what the store cannot hold
// is for a person to decide.
func TestWhatWaitingDoesNotHelpIsNotTriedAgainByItself(t *testing.T) {
	for _, refused := range []error{model.ErrConflict, model.ErrStale, model.ErrUnstorable} {
		store := &memory{fail: fmt.Errorf("save: %w", refused)}
		q := New(store, atOnce)
		q.Push(entry(1))
		for _, msg := range answers(q.Next()) {
			q.Update(msg)
		}
		if q.Next() != nil {
			t.Errorf("%v: it was tried again by itself", refused)
		}
		store.fail = nil
		q.Replace([]Save{entry(7)})
		drain(q)
		if !slices.Equal(store.saved, []int64{7}) {
			t.Errorf("%v: saved %v, want [7]", refused, store.saved)
		}
	}
}

func TestEveryErrorHasAClass(t *testing.T) {
	for err, want := range map[error]Class{
		model.ErrBusy: Later, model.ErrFull: Later, model.ErrReadOnly: Later, model.ErrReplaced: Later,
		model.ErrDamaged: Later, context.DeadlineExceeded: Later, errors.New("disk I/O error"): Later,
		model.ErrConflict: InOrder, model.ErrStale: InOrder, model.ErrUnstorable: Never,
	} {
		if got := ClassOf(fmt.Errorf("save entry 1: %w", err)); got != want {
			t.Errorf("%v: got %v, want %v", err, got, want)
		}
	}
}

// A disk that does not answer at all, such as a network drive that is gone, says nothing by itself.
func TestASaveWithoutAnAnswerIsToldAfterAWhile(t *testing.T) {
	var pauses []tea.Msg
	q := New(&memory{}, func(d time.Duration, msg tea.Msg) tea.Cmd {
		if d != Patience {
			t.Errorf("a pause of %v, want %v", d, Patience)
		}
		pauses = append(pauses, msg)
		return nil
	})
	q.Push(entry(1))
	answer := q.Next()
	q.Update(pauses[0])
	if !q.Slow() || !q.Trouble() || q.Err() != nil {
		t.Errorf("slow %v, trouble %v, error %v; want the first two", q.Slow(), q.Trouble(), q.Err())
	}
	for _, msg := range answers(answer) {
		q.Update(msg)
	}
	q.Update(pauses[0])
	if q.Slow() || q.Trouble() || !q.Idle() {
		t.Error("the answer came, and it is still told")
	}
}
