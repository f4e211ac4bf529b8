package ui

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

// readRescue reads how the record of the rescue file stands on disk by now.
// The file itself is read again: a purge may have taken words out of it, or all of it.
func (a *App) readRescue(path string) {
	store, read := a.store, a.options.Rescues.Read
	a.effect(func() tea.Msg {
		ctx, cancel := a.context()
		defer cancel()
		f, there := read(path)
		msg := rescueRead{file: f, err: f.Err}
		if !there {
			msg.err = errors.New("the file is gone, as after a purge, or another window took it in")
		}
		if msg.err != nil {
			return msg
		}
		id := f.Rescue.Record.Header.ID
		if id == "" && len(f.Rescue.Waiting) > 0 {
			id = f.Rescue.Waiting[0].Record
		}
		if id == "" { // only texts that were typed at home
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

// rescueRead opens the record, puts the changes of the rescue file on top of it and its texts into
// the lines where they were typed. What is on disk by now is not made twice.
func (a *App) rescueRead(msg rescueRead) {
	if msg.err != nil {
		a.notTakenIn(msg.err)
		return
	}
	r := msg.file.Rescue
	saves, err := a.savesOf(r, msg.record, msg.entries)
	if err != nil {
		a.notTakenIn(err)
		return
	}
	a.takingIn, a.takenIn = msg.file.Path, rescuedCount(r, saves)
	mine, writes := a.typedThere(r)
	if r.Record.Header.ID == "" && len(saves) == 0 { // typed at home
		a.restore(mine)
		a.queue.Push(queue.Save{Drafts: writes})
		return
	}
	s := newSession(msg.record, int64(len(msg.entries)))
	if msg.record.Header.ID == "" {
		s.history = &model.History{}
	} else if err := s.remember(msg.entries); err != nil {
		s.historyErr = err
	}
	onTop, conflicts, err := putOnTop(s, msg.entries, saves)
	if err != nil {
		a.takingIn = ""
		a.notTakenIn(err)
		return
	}
	a.forgetRecord()
	a.session = s
	a.queue.Replace(onTop)
	if c := a.clock(); c.Runs() {
		a.heard = meeting.HeardUntil(msg.entries, c.Session.ClockAt)
	}
	a.resumeClock()
	if len(writes) > 0 {
		a.queue.Push(queue.Save{Record: s.id(), Drafts: writes})
	}
	there := slices.DeleteFunc(msg.drafts, func(d model.Draft) bool {
		return slices.ContainsFunc(r.Drafts, func(of model.Draft) bool { return sameDraft(d, of) })
	})
	a.restore(append(there, mine...))
	a.giveBack()
	a.enterPlace(screen.Place{Screen: screen.OfPhase(max(s.record.Header.Phase, model.PhaseOpen))})
	a.said = said{} // what was taken in is told once it is on disk
	if len(conflicts) > 0 {
		a.contradicted(conflicts)
	}
	if a.deletedJustNow() {
		a.watchLater()
		a.leaveDeleted("Taken in, and still deleted")
		return
	}
	a.watchLater()
}

func (a *App) notTakenIn(err error) {
	a.say(check, "not taken in: "+strings.TrimSuffix(sentence(err), "."))
}

// rescuedCount counts what a person did that is taken in: facts, such as that a phase was visited,
// come along and are not told.
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
	switch {
	case texts == 0:
		return model.Count(changes, "change", "changes")
	case changes == 0:
		return model.Count(texts, "half-typed text", "half-typed texts")
	}
	return model.Count(changes, "change", "changes") + " and " + model.Count(texts, "half-typed text", "half-typed texts")
}

// putOnTop is rebase, also for a record that the saves make.
func putOnTop(s *session, log []model.Entry, saves []queue.Save) (onTop []queue.Save, conflicts []conflict, err error) {
	if s.id() != "" {
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
func (a *App) savesOf(r rescue.Rescue, there model.Postmortem, log []model.Entry) ([]queue.Save, error) {
	if len(log) == 0 && r.Base > 0 {
		if r.Record.Header.ID == "" {
			return nil, errors.New("the post-mortem that it belongs to is not in this store")
		}
		whole := model.Entry{Seq: 1, At: r.At, Kind: model.Fact, Change: model.Diff("Read from a rescue file", model.Postmortem{}, r.Record)}
		return []queue.Save{{Record: r.Record.Header.ID, Entry: whole}}, nil
	}
	if c := model.Diff("Read from a rescue file", there, r.Record); r.Lost && len(log) > 0 && int64(len(log)) < r.Base {
		if c.IsEmpty() || r.Record.Header.ID == "" {
			return nil, nil
		}
		e := model.Entry{Seq: int64(len(log)) + 1, At: r.At, Kind: model.Edit, Change: c}
		return []queue.Save{{Record: r.Record.Header.ID, Entry: e}}, a.store.Storable(r.Record.Header.ID, e)
	}
	var saves []queue.Save
	for _, w := range r.Waiting {
		if !slices.ContainsFunc(log, w.Is) {
			if err := a.store.Storable(w.Record, w.Entry); err != nil {
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
func (a *App) forgetRescue() {
	if a.takingIn == "" && len(a.needless) == 0 || !a.queue.Idle() || len(a.line.Unsaved()) > 0 || len(a.conflicts) > 0 {
		return
	}

	for _, path := range a.needless {
		a.removeRescue(path)
	}
	a.needless = nil
	if a.takingIn != "" {
		a.removeRescue(a.takingIn)
		a.say(done, "Taken in, and on disk: "+a.takenIn)
		if a.deletedJustNow() {
			a.say(check, "taken in, and on disk; the post-mortem itself is deleted, and ctrl+z brings it back")
		}
		a.takingIn = ""
	}
}

// typedThere are the texts of a rescue file that wait as this window's own, and what is to be written
// to disk for it: what the window that has ended had there is removed, also where it waits no more.
func (a *App) typedThere(r rescue.Rescue) (mine, writes []model.Draft) {
	for _, d := range r.Drafts {
		was := d
		was.Text = ""
		writes = append(writes, was)
		if d.Text != "" {
			s, private := entry.SlotOf(d) // an earlier version may have named it otherwise
			d.Field = s.Draft("", private).Field
			d.Window, d.At = a.window, model.UTC(a.options.Now())
			mine = append(mine, d)
		}
	}
	return mine, append(writes, mine...)
}
