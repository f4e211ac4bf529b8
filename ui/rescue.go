package ui

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/jsonfile"
	"debrief/model/rescue"
	"debrief/ui/queue"
	"debrief/ui/rescued"
	"debrief/ui/screen"
)

// keepsRescues tells that what is not on disk when the program leaves goes to a file.
func (a *App) keepsRescues() bool {
	return a.options.Rescues != nil && a.own == nil && !a.options.Throwaway
}

// inMemory is what this window holds that is not known to be on disk.
func (a *App) inMemory() rescue.Rescue {
	r := rescue.Rescue{At: model.UTC(a.options.Now()), Store: a.store.Path()}
	if a.session != nil {
		r.Record, r.Base = a.session.record, a.session.seq-int64(a.queue.Changes())
	}
	switch err := a.queue.Err(); {
	case err != nil:
		r.Cause, _, _ = strings.Cut(sentence(err), ";") // what to do was said then
	case a.queue.Slow():
		r.Cause = "the disk did not answer"
	}
	for _, s := range a.queue.Waiting() {
		if s.Entry.Seq != 0 {
			r.Waiting = append(r.Waiting, rescue.Waiting{Record: s.Record, Entry: s.Entry})
		}
		for _, d := range slices.Concat(s.Settled, s.Drafts) {
			r.Drafts = slices.DeleteFunc(r.Drafts, func(old model.Draft) bool { return sameDraft(old, d) })
			r.Drafts = append(r.Drafts, d)
		}
	}
	return r
}

// sameDraft tells that two drafts are one to the store.
func sameDraft(a, b model.Draft) bool {
	return a.Postmortem == b.Postmortem && a.Window == b.Window && a.Place == b.Place && a.Field == b.Field
}

// typedThere are the texts of a rescue file that wait as this window's own, and what is to be written
// to disk for it: what the window that has ended had there is removed, also where it waits no more.
func (a *App) typedThere(r rescue.Rescue) (mine, writes []model.Draft) {
	for _, d := range r.Drafts {
		was := d
		was.Text = ""
		writes = append(writes, was)
		if d.Text != "" {
			d.Window, d.At = a.window, model.UTC(a.options.Now())
			mine = append(mine, d)
		}
	}
	return mine, append(writes, mine...)
}

// writeRescue writes what is not on disk to a rescue file, and then leaves.
func (a *App) writeRescue(elsewhere bool) tea.Cmd {
	if a.leaveStep > 0 && !elsewhere {
		return nil // it is being written
	}
	r := a.inMemory()
	if !a.keepsRescues() || r.IsEmpty() {
		return tea.Quit
	}
	a.leaveStep++
	write := a.options.Rescues.Write
	if elsewhere {
		write = a.options.Rescues.WriteElsewhere
	}
	return tea.Batch(a.leaveLater(), func() tea.Msg {
		path, err := write(r)
		return rescueWritten{path: path, err: err}
	})
}

// leftBehind is what is said of a rescue file when the screen is gone.
func leftBehind(path string) string {
	return "What was not on disk is in " + path + "; the next start offers it."
}

// rescueWritten leaves, with a word on where everything is.
func (a *App) rescueWritten(msg rescueWritten) tea.Cmd {
	if a.exit == 0 {
		a.exit = 1
	}
	if msg.err != nil {
		cause, _, _ := strings.Cut(sentence(msg.err), ";") // nothing is tried again now
		a.farewell = "What was not on disk could not be written anywhere: " + cause + lastWords(a.inMemory())
		return tea.Quit
	}
	a.farewell = leftBehind(msg.path)
	sync := a.options.Rescues.Sync
	return func() tea.Msg {
		_ = sync(msg.path) // the file is there; only a power cut could take it, and nothing more can be done
		return tea.QuitMsg{}
	}
}

// lastWords are the texts that could be written nowhere, but for those that are not for everybody:
// the terminal keeps them a little longer.
func lastWords(r rescue.Rescue) string {
	x := model.NewIndex(r.Record)
	var b strings.Builder
	for _, w := range r.Waiting {
		for _, c := range w.Entry.Change.Rows {
			if c.After != nil && !model.IsPrivate(c.After) {
				fmt.Fprintf(&b, "\n  %s", model.Tell(c.After, x))
			}
		}
	}
	for _, d := range r.Drafts {
		if d.Text != "" && !strings.HasPrefix(d.Field, privateField) {
			fmt.Fprintf(&b, "\n  %s", d.Text)
		}
	}
	return b.String()
}

// findRescues looks for what earlier windows left behind.
func (a *App) findRescues() tea.Cmd {
	if !a.keepsRescues() {
		return nil
	}
	rescues, store := a.options.Rescues, a.store
	return func() tea.Msg {
		files, err := rescues.List()
		ctx, cancel := a.context()
		defer cancel()
		files = slices.DeleteFunc(files, func(f Rescued) bool {
			return f.Err == nil && onDisk(ctx, store, f.Rescue) && rescues.Remove(f.Path) == nil
		})
		return rescuesFound{files: files, err: err}
	}
}

// onDisk tells that the store holds all that is in a rescue file: its save succeeded after all.
func onDisk(ctx context.Context, store Store, r rescue.Rescue) bool {
	logs, drafts := make(map[model.ID][]model.Entry), make(map[model.ID][]model.Draft)
	for _, w := range r.Waiting {
		if _, read := logs[w.Record]; !read {
			log, err := store.History(ctx, w.Record)
			if err != nil {
				return false
			}
			logs[w.Record] = log
		}
		if !slices.ContainsFunc(logs[w.Record], w.Is) {
			return false
		}
	}
	for _, d := range r.Drafts {
		if _, read := drafts[d.Postmortem]; !read {
			there, err := store.Drafts(ctx, d.Postmortem)
			if err != nil {
				return false
			}
			drafts[d.Postmortem] = there
		}
		there := slices.ContainsFunc(drafts[d.Postmortem], func(of model.Draft) bool { return sameDraft(d, of) && of.Text == d.Text })
		gone := !slices.ContainsFunc(drafts[d.Postmortem], func(of model.Draft) bool { return sameDraft(d, of) })
		if d.Text != "" && !there || d.Text == "" && !gone {
			return false
		}
	}
	return true
}

// rescuesFound offers the oldest of them.
func (a *App) rescuesFound(msg rescuesFound) {
	if msg.err != nil {
		a.say(check, sentence(msg.err))
	}
	a.rescues = msg.files
	a.panels = slices.DeleteFunc(a.panels, func(p panel) bool {
		_, asked := p.Panel.(*rescued.Panel)
		return asked // a purge may have changed the file
	})
	a.offerRescue()
}

// offerRescue asks what is to become of the next rescue file.
func (a *App) offerRescue() {
	if len(a.rescues) == 0 || !a.atHome() || a.front() != nil || a.takingIn != "" {
		return
	}
	f := a.rescues[0]
	a.openPanel(rescued.New(a.env, rescued.Found{Path: f.Path, Rescue: f.Rescue, Err: f.Err, Words: a.rescuedWords(f.Rescue), More: len(a.rescues) - 1}))
}

// rescuedWords tells what is in a rescue file as the room may see it.
func (a *App) rescuedWords(r rescue.Rescue) []string {
	names := (*model.Names)(nil)
	if r.Record.Header.NamesOff {
		names = model.NamesOf(r.Record)
	}
	var words []string
	for i, told := range toldChanges(r) {
		if e := r.Waiting[i].Entry; e.Kind != model.Fact || e.Seq == 1 {
			words = append(words, names.Hide(labelOf(e)))
			for _, t := range told {
				words = append(words, "  "+names.Hide(t))
			}
		}
	}
	for _, d := range r.Drafts {
		if d.Text == "" {
			continue
		}
		if strings.HasPrefix(d.Field, privateField) {
			words = append(words, "Half typed: a private text")
			continue
		}
		words = append(words, "Half typed: "+names.Hide(d.Text))
	}
	return words
}

// toldChanges tells of each change of a rescue file what it made: a new row as it stands on the screen,
// and of every other one what was and what becomes of it.
func toldChanges(r rescue.Rescue) [][]string {
	told := make([][]string, len(r.Waiting))
	after := r.Record
	for i := len(r.Waiting) - 1; i >= 0; i-- {
		c := r.Waiting[i].Entry.Change
		x := model.NewIndex(after)
		if zone, err := time.LoadLocation(after.Header.Zone); err == nil {
			x.Zone = zone
		}
		private := false
		for _, row := range c.Rows {
			switch {
			case model.IsPrivate(row.Before) || model.IsPrivate(row.After):
				private = true
				told[i] = append(told[i], "a private row")
			case row.Before == nil && row.Table != model.Headers && row.Table != model.Incidents:
				told[i] = append(told[i], model.Tell(row.After, x))
			}
		}
		before, err := model.Apply(after, c.Inverse())
		if err != nil {
			continue // what was there before is not known
		}
		if !private {
			for _, d := range jsonfile.Differences(before, after) {
				if !strings.HasPrefix(d, "new ") {
					told[i] = append(told[i], d)
				}
			}
		}
		after = before
	}
	return told
}

// answerRescue does what a person chose for the rescue file in front.
func (a *App) answerRescue(choice screen.Request) tea.Cmd {
	if len(a.rescues) == 0 {
		return nil
	}
	f := a.rescues[0]
	a.rescues = a.rescues[1:]
	switch choice {
	case screen.TakeIn:
		return a.whenIdle(func() tea.Cmd { return a.readRescue(f.Path) })
	case screen.RemoveRescue:
		return a.removeRescue(f.Path)
	}
	a.say(done, "Kept: "+a.pathShown(f.Path)+"; the next start offers it again")
	a.offerRescue()
	return nil
}

func (a *App) removeRescue(path string) tea.Cmd {
	remove := a.options.Rescues.Remove
	return func() tea.Msg { return rescueRemoved{path: path, err: remove(path)} }
}

func (a *App) rescueRemoved(msg rescueRemoved) {
	if msg.err != nil {
		a.say(check, sentence(msg.err))
		return
	}
	a.offerRescue()
}

// readRescue reads how the record of the rescue file stands on disk by now.
// The file itself is read again: a purge may have taken words out of it, or all of it.
func (a *App) readRescue(path string) tea.Cmd {
	store, read := a.store, a.options.Rescues.Read
	return func() tea.Msg {
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
	}
}

// rescueRead opens the record, puts the changes of the rescue file on top of it and its texts into
// the lines where they were typed. What is on disk by now is not made twice.
func (a *App) rescueRead(msg rescueRead) tea.Cmd {
	if msg.err != nil {
		a.notTakenIn(msg.err)
		return nil
	}
	r := msg.file.Rescue
	saves, err := a.savesOf(r, msg.entries)
	if err != nil {
		a.notTakenIn(err)
		return nil
	}
	a.takingIn, a.takenIn = msg.file.Path, rescuedCount(r, saves)
	mine, writes := a.typedThere(r)
	if r.Record.Header.ID == "" && len(saves) == 0 { // typed at home
		a.restore(mine)
		a.queue.Push(queue.Save{Drafts: writes})
		return nil
	}
	s := newSession(msg.record, int64(len(msg.entries)))
	if msg.record.Header.ID == "" {
		s.history = &model.History{}
	} else if err := s.remember(msg.entries); err != nil {
		s.historyErr = err
	}
	onTop, conflicts, err := putOnTop(s, saves)
	if err != nil {
		a.takingIn = ""
		a.notTakenIn(err)
		return nil
	}
	a.forgetRecord()
	a.session = s
	a.queue.Replace(onTop)
	if c := a.clock(); c.Runs() {
		a.heard = model.HeardUntil(msg.entries, c.Session.ClockAt)
	}
	a.resumeClock()
	if len(writes) > 0 {
		a.queue.Push(queue.Save{Record: s.id(), Drafts: writes})
	}
	there := slices.DeleteFunc(msg.drafts, func(d model.Draft) bool {
		return slices.ContainsFunc(r.Drafts, func(of model.Draft) bool { return sameDraft(d, of) })
	})
	a.giveBack(a.restore(append(there, mine...)))
	a.enterPlace(screen.Place{Screen: screen.OfPhase(max(s.record.Header.Phase, model.PhaseOpen))})
	a.said = said{} // what was taken in is told once it is on disk
	if len(conflicts) > 0 {
		a.contradicted(conflicts)
	}
	if a.deletedJustNow() {
		return tea.Batch(a.watchLater(), a.leaveDeleted("Taken in, and still deleted"))
	}
	return a.watchLater()
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
		return counted(changes, "change", "changes")
	case changes == 0:
		return counted(texts, "half-typed text", "half-typed texts")
	}
	return counted(changes, "change", "changes") + " and " + counted(texts, "half-typed text", "half-typed texts")
}

// putOnTop is rebase, also for a record that the saves make.
func putOnTop(s *session, saves []queue.Save) (onTop []queue.Save, conflicts []conflict, err error) {
	if s.id() != "" {
		onTop, conflicts = rebase(s, saves)
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
func (a *App) savesOf(r rescue.Rescue, log []model.Entry) ([]queue.Save, error) {
	if len(log) == 0 && r.Base > 0 {
		if r.Record.Header.ID == "" {
			return nil, errors.New("the post-mortem that it belongs to is not in this store")
		}
		whole := model.Entry{Seq: 1, At: r.At, Kind: model.Fact, Change: model.Diff("Read from a rescue file", model.Postmortem{}, r.Record)}
		return []queue.Save{{Record: r.Record.Header.ID, Entry: whole}}, nil
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
func (a *App) forgetRescue() tea.Cmd {
	if a.takingIn == "" && len(a.needless) == 0 || !a.queue.Idle() || a.line.HasDrafts() || len(a.conflicts) > 0 {
		return nil
	}
	var cmds []tea.Cmd
	for _, path := range a.needless {
		cmds = append(cmds, a.removeRescue(path))
	}
	a.needless = nil
	if a.takingIn != "" {
		cmds = append(cmds, a.removeRescue(a.takingIn))
		a.say(done, "Taken in, and on disk: "+a.takenIn)
		a.takingIn = ""
	}
	return tea.Batch(cmds...)
}

// forgetRecord lets go of the record that was open, of its texts and of what was to be done in it.
func (a *App) forgetRecord() {
	a.line.Forget()
	a.hiding = nil // drafts are on disk as they were meant
	clear(a.privately)
	clear(a.tookOver)
	a.session, a.undone, a.conflicts, a.panels = nil, nil, nil, nil
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

func (a *App) context() (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.Background(), readLimit)
}
