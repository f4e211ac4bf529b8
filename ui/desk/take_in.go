package desk

import (
	"errors"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/meeting"
	"debrief/model/rescue"
	"debrief/ui/entry"
	"debrief/ui/queue"
	"debrief/ui/screen"
)

// errRescueGone is why a rescue file is not there any more.
var errRescueGone = errors.New("the file is gone, as after a purge, or another window took it in")

// rescueRead is the record of a rescue file as it stands on disk, and its drafts there.
type rescueRead struct {
	file    Rescued
	record  model.Postmortem
	entries []model.Entry
	drafts  []model.Draft
	err     error
}

// readRescue reads how the record of the rescue file stands on disk by now.
// The file itself is read again: a purge may have taken words out of it, or all of it.
func (d *Desk) readRescue(path string) {
	store, read := d.store, d.o.Rescues.Read
	d.o.Run(func() tea.Msg {
		ctx, cancel := readContext()
		defer cancel()
		f, there := read(path)
		msg := rescueRead{file: f, err: f.Err}
		if !there {
			msg.err = errRescueGone
		}
		id := f.Rescue.Record.Header.ID
		if id == "" && len(f.Rescue.Waiting) > 0 {
			id = f.Rescue.Waiting[0].Record
		}
		if msg.err != nil || id == "" { // only texts that were typed at home
			return msg
		}
		msg.record, msg.entries, msg.err = store.Reread(ctx, id)
		if errors.Is(msg.err, model.ErrNotFound) {
			msg.err = nil
		}
		if msg.err == nil {
			msg.drafts, msg.err = store.Drafts(ctx, id)
		}
		return msg
	})
}

// rescueRead takes the rescue file in, as far as it can.
func (d *Desk) rescueRead(msg rescueRead) {
	err := msg.err
	var saves []queue.Save
	if err == nil {
		saves, err = d.savesOf(msg.file.Rescue, msg.record, msg.entries)
	}
	if err == nil {
		err = d.takeIn(msg, saves)
	}
	if err != nil {
		d.check("not taken in: " + strings.TrimSuffix(Sentence(err), "."))
	}
}

// takeIn opens the record, puts the changes of the rescue file on top of it and its texts into
// the lines where they were typed. What is on disk by now is not made twice.
func (d *Desk) takeIn(msg rescueRead, saves []queue.Save) error {
	r := msg.file.Rescue
	mine, writes := d.typedThere(r)
	if r.Record.Header.ID == "" && len(saves) == 0 { // typed at home
		d.restore(mine)
		d.queue.Push(queue.Save{Drafts: writes})
		d.takingIn, d.takenIn = msg.file.Path, rescuedCount(r, saves)
		return nil
	}
	s := newSheet(msg.record, int64(len(msg.entries)))
	if s.ID() == "" {
		s.History = &model.History{}
	} else if err := s.remember(msg.entries); err != nil {
		s.HistoryErr = err
	}
	onTop, conflicts, err := putOnTop(s, msg.entries, saves)
	if err != nil {
		return err
	}
	d.takingIn, d.takenIn = msg.file.Path, rescuedCount(r, saves)
	d.take(s)
	d.queue.Replace(onTop)
	if c := meeting.ClockOf(s.Record, d.o.Now()); c.Runs() {
		d.Heard = meeting.HeardUntil(msg.entries, c.Session.ClockAt)
	}
	if len(writes) > 0 {
		d.queue.Push(queue.Save{Record: s.ID(), Drafts: writes})
	}
	there := slices.DeleteFunc(msg.drafts, func(there model.Draft) bool {
		return slices.ContainsFunc(r.Drafts, func(of model.Draft) bool { return sameDraft(there, of) })
	})
	d.restore(append(there, mine...))
	d.o.Tell(Opened{screen.Place{}, TakenIn})
	d.hush() // what was taken in is told once it is on disk
	if len(conflicts) > 0 {
		d.contradicted(conflicts)
	}
	d.watchLater()
	if d.Deleted() {
		d.o.Tell(LeftDeleted{"Taken in, and still deleted"})
	}
	return nil
}

// rescuedCount counts what a person did that is taken in: facts, such as that a phase was visited,
// come along and are not counted.
func rescuedCount(r rescue.Rescue, saves []queue.Save) string {
	changes, texts := 0, 0
	for _, s := range saves {
		if s.Entry.Kind != model.Fact || s.Entry.Seq == 1 {
			changes++
		}
	}
	for _, d := range r.Drafts {
		if d.Text != "" {
			texts++
		}
	}
	typed := model.Count(texts, "half-typed text", "half-typed texts")
	if changes == 0 && texts > 0 {
		return typed
	}
	words := model.Count(changes, "change", "changes")
	if texts > 0 {
		words += " and " + typed
	}
	return words
}

// putOnTop is rebase, also for a record that the saves make.
func putOnTop(s *Sheet, log []model.Entry, saves []queue.Save) (onTop []queue.Save, conflicts []conflict, err error) {
	if s.ID() != "" {
		onTop, conflicts = rebase(s, log, saves)
		return onTop, conflicts, nil
	}
	for _, w := range saves {
		if err := s.add(w.Entry); err != nil {
			return nil, nil, err
		}
	}
	return saves, nil, nil
}

// savesOf returns the changes of a rescue file that are not in the log yet, as saves. Of a record
// that is not in the store at all, the whole record is one.
// Of one whose store was lost, what an older copy that stands there now has otherwise is one.
func (d *Desk) savesOf(r rescue.Rescue, there model.Postmortem, log []model.Entry) ([]queue.Save, error) {
	id, diff := r.Record.Header.ID, model.Diff("Read from a rescue file", there, r.Record)
	switch {
	case len(log) == 0 && r.Base > 0 && id == "":
		return nil, errors.New("the post-mortem that it belongs to is not in this store")
	case len(log) == 0 && r.Base > 0:
		return []queue.Save{{Record: id, Entry: model.Entry{Seq: 1, At: r.At, Kind: model.Fact, Change: diff}}}, nil
	case r.Lost && int64(len(log)) < r.Base && (diff.IsEmpty() || id == ""):
		return nil, nil
	case r.Lost && int64(len(log)) < r.Base:
		e := model.Entry{Seq: int64(len(log)) + 1, At: r.At, Kind: model.Edit, Change: diff}
		return []queue.Save{{Record: id, Entry: e}}, d.store.Storable(id, e)
	}
	var saves []queue.Save
	for _, w := range r.Waiting {
		if !slices.ContainsFunc(log, w.Is) {
			if err := d.store.Storable(w.Record, w.Entry); err != nil {
				return nil, err
			}
			saves = append(saves, queue.Save{Record: w.Record, Entry: w.Entry})
		}
	}
	return saves, nil
}

// forgetRescue removes rescue files of which everything is on disk by now: the one that was taken in,
// which is said, and those that were written while the disk was in trouble. What waits for a person's
// answer is not on disk.
func (d *Desk) forgetRescue() {
	if d.takingIn == "" && len(d.needless) == 0 || !d.allSaved() || len(d.conflicts) > 0 {
		return
	}
	for _, path := range d.needless {
		d.removeRescue(path)
	}
	d.needless = nil
	if d.takingIn == "" {
		return
	}
	d.removeRescue(d.takingIn)
	d.takingIn = ""
	if d.Deleted() {
		d.check("taken in, and on disk; the post-mortem itself is deleted, and ctrl+z brings it back")
		return
	}
	d.done("Taken in, and on disk: " + d.takenIn)
}

// typedThere are the texts of a rescue file that wait as this window's own, and what is to be written
// to disk for it: what the window that has ended had there is removed, also where it waits no more.
func (d *Desk) typedThere(r rescue.Rescue) (mine, writes []model.Draft) {
	for _, draft := range r.Drafts {
		was := draft
		was.Text = ""
		writes = append(writes, was)
		if draft.Text != "" {
			s, private := entry.SlotOf(draft) // an earlier version may have named it otherwise
			draft.Field = s.Draft("", private).Field
			draft.Window, draft.At = d.window, model.UTC(d.o.Now())
			mine = append(mine, draft)
		}
	}
	return mine, append(writes, mine...)
}
