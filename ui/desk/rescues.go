package desk

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"debrief/model"
	"debrief/model/jsonfile"
	"debrief/model/meeting"
	"debrief/model/names"
	"debrief/model/rescue"
	"debrief/ui/entry"
	"debrief/ui/queue"
	"debrief/ui/screen"
)

// Found is a rescue file that an earlier window left behind.
type Found struct {
	Rescued
	Title string   // of the post-mortem, "" where names are off: it may name people
	Words []string // what is in it, a line each, as the room may see it
	More  int      // how many further files there are
	Fit   Fit
}

// Fit is how what is in a rescue file goes on top of what is on disk.
type Fit int

// The ways.
const (
	ChangeByChange Fit = iota // each change is made again, and is taken back by itself
	AsOne                     // an older copy of the store stands there: what it lacks is one change
	Whole                     // the post-mortem is not there at all, and comes as it stood
)

// fitOf tells how a rescue file fits the log of its record on disk, of which latest is the newest entry; 0 where
// the record is not there.
func fitOf(r rescue.Rescue, latest int64) Fit {
	switch {
	case latest == 0 && r.Base > 0:
		return Whole
	case r.Lost && latest < r.Base:
		return AsOne
	}
	return ChangeByChange
}

// RescueFiles are what earlier windows left behind, and what becomes of it.
type RescueFiles struct {
	d        *Desk
	found    []Rescued      // about which nobody has decided
	fits     map[string]Fit // of those, by path
	takingIn string         // the file whose content is on its way to disk
	takenIn  string         // what there is in it
	needless []string       // further files that go once everything is on disk
}

// kept tells that what is not on disk when the program leaves goes to a file.
func (rs *RescueFiles) kept() bool { return rs.d.o.Rescues != nil && !rs.d.Throwaway() }

// inMemory is what this window holds that is not known to be on disk.
func (rs *RescueFiles) inMemory() rescue.Rescue {
	r := rescue.Rescue{At: model.UTC(rs.d.o.Now()), Store: rs.d.store.Path()}
	if rs.d.Sheet != nil {
		r.Record, r.Base = rs.d.Record, rs.d.onDiskSeq()
	}
	r.Lost = rs.d.loss != kept && rs.d.Sheet != nil
	switch err := rs.d.queue.Err(); {
	case rs.d.loss != kept:
		r.Cause = brief(rs.d.loss.words())
	case err != nil:
		r.Cause = brief(Sentence(err)) // what to do was said then
	case rs.d.queue.Slow():
		r.Cause = "the disk did not answer"
	}
	for _, s := range rs.d.queue.Waiting() {
		if s.Entry.Seq != 0 {
			r.Waiting = append(r.Waiting, rescue.Waiting{Record: s.Record, Entry: s.Entry})
		}
		for _, draft := range slices.Concat(s.Settled, s.Drafts) {
			if !isLook(draft) {
				r.Drafts = withDraft(r.Drafts, draft)
			}
		}
	}
	if rs.d.loss != kept { // so are the drafts that were on disk
		for s, t := range rs.d.line.Waiting() {
			r.Drafts = withDraft(r.Drafts, rs.d.draft(s, rs.d.withNames(rs.d.line.Names, s, t.Words), t.Private))
		}
	}
	if rs.d.Sheet != nil && rs.d.Look.NamesOff && !r.IsEmpty() { // whoever offers the file names nobody
		r.Drafts = append(r.Drafts, rs.d.draft(lookSlot(), namesOff, false))
	}
	return r
}

// Find looks for what earlier windows left behind.
func (rs *RescueFiles) Find() {
	if !rs.kept() {
		return
	}
	rescues, store := rs.d.o.Rescues, rs.d.store
	rs.d.ask(readLimit, func(ctx context.Context) func() {
		files, err := rescues.List()
		files = slices.DeleteFunc(files, func(r Rescued) bool {
			return r.Err == nil && onDisk(ctx, store, r.Rescue) && rescues.Remove(r.Path) == nil
		})
		fits := make(map[string]Fit)
		for _, f := range files {
			if id := f.Rescue.Record.Header.ID; id != "" {
				latest, _, wrong := store.Latest(ctx, id)
				if wrong == nil || errors.Is(wrong, model.ErrNotFound) {
					fits[f.Path] = fitOf(f.Rescue, latest)
				}
			}
		}
		return func() {
			rs.fits = fits
			if err != nil {
				rs.d.check(Sentence(err))
			}
			rs.found = files
			rs.d.o.Tell(RescuesFound{})
		}
	})
}

// findAgain looks again for the files about which nobody has decided: a purge reaches them.
func (rs *RescueFiles) findAgain() {
	if len(rs.found) > 0 {
		rs.Find()
	}
}

// onDisk tells that the store holds all that is in a rescue file: its save succeeded after all.
func onDisk(ctx context.Context, store Store, r rescue.Rescue) bool {
	if r.Lost {
		return false
	}
	logs, drafts := make(map[model.ID][]model.Entry), make(map[model.ID][]model.Draft)
	for _, w := range r.Waiting {
		if log, err := readOnce(ctx, logs, w.Record, store.History); err != nil || !slices.ContainsFunc(log, w.Is) {
			return false
		}
	}
	for _, d := range r.Drafts {
		there, err := readOnce(ctx, drafts, d.Postmortem, store.Drafts)
		if err != nil {
			return false
		}
		i := slices.IndexFunc(there, func(of model.Draft) bool { return sameDraft(d, of) })
		if d.Text == "" && i >= 0 || d.Text != "" && (i < 0 || there[i].Text != d.Text) {
			return false
		}
	}
	return true
}

// readOnce is what a store holds of a record, read when it is asked for first.
func readOnce[T any](ctx context.Context, known map[model.ID][]T, id model.ID, read func(context.Context, model.ID) ([]T, error)) ([]T, error) {
	if there, ok := known[id]; ok {
		return there, nil
	}
	there, err := read(ctx, id)
	known[id] = there
	return there, err
}

// Offer is the oldest rescue file about which nobody has decided. There is none while one is taken in.
func (rs *RescueFiles) Offer() (f Found, there bool) {
	if len(rs.found) == 0 || rs.takingIn != "" {
		return Found{}, false
	}
	f = Found{Rescued: rs.found[0], Words: rescuedWords(rs.found[0].Rescue), More: len(rs.found) - 1, Fit: rs.fits[rs.found[0].Path]}
	if p := f.Rescue.Record; f.Fit != ChangeByChange {
		f.Words = slices.Insert(f.Words, 0, "The post-mortem as it stood: "+model.Count(len(p.Events), "event", "events")+", "+
			model.Count(len(p.Attendees), "person", "people")+", "+model.Count(len(p.Countermeasures), "countermeasure", "countermeasures"))
	}
	if r := f.Rescue; !lookOf(r.Record, r.Drafts).NamesOff {
		f.Title = r.Record.Header.Title
	}
	return f, true
}

// rescuedWords describes what is in a rescue file as the room may see it.
func rescuedWords(r rescue.Rescue) []string {
	people := (*names.Names)(nil)
	if lookOf(r.Record, r.Drafts).NamesOff {
		people = names.Of(r.Record)
	}
	var words []string
	for i, changed := range describeChanges(r) {
		if e := r.Waiting[i].Entry; e.Kind != model.Fact || e.Seq == 1 {
			words = append(words, people.Hide(e.Label()))
			for _, w := range changed {
				words = append(words, "  "+people.Hide(w))
			}
		}
	}
	for _, d := range r.Drafts {
		switch _, private := entry.SlotOf(d); {
		case d.Text == "" || isLook(d):
		case private:
			words = append(words, "Half typed: a private text")
		default:
			words = append(words, "Half typed: "+people.Hide(d.Text))
		}
	}
	return words
}

// describeChanges says of each change of a rescue file what it made: a new row as it stands on the screen,
// and of every other one what was and what becomes of it.
func describeChanges(r rescue.Rescue) [][]string {
	said := make([][]string, len(r.Waiting))
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
				said[i] = append(said[i], "a private row")
			case row.Before == nil && row.Table != model.Headers && row.Table != model.Incidents:
				said[i] = append(said[i], model.Tell(row.After, x))
			}
		}
		before, err := model.Apply(after, c.Inverse())
		if err != nil {
			continue // what was there before is not known
		}
		if !private {
			for _, d := range jsonfile.Differences(before, after) {
				if !strings.HasPrefix(d, "new ") {
					said[i] = append(said[i], d)
				}
			}
		}
		after = before
	}
	return said
}

// Decide ends the question about the file that was offered: it is taken in, removed, or left where it is.
func (rs *RescueFiles) Decide(about Decision) {
	if len(rs.found) == 0 {
		return
	}
	path, read := rs.found[0].Path, rs.d.o.Rescues.Read
	rs.found = rs.found[1:]
	switch about {
	case TakeIn:
		rs.d.whenIdle(func() { rs.read(path) })
	case Remove:
		rs.remove(path)
	case Keep:
		rs.d.ask(readLimit, func(context.Context) func() {
			_, there := read(path)
			return func() {
				if there {
					rs.d.done("Kept: " + rs.d.o.PathShown(path) + "; the next start offers it again")
				} else {
					rs.d.check(errRescueGone.Error())
				}
				rs.d.o.Tell(RescueDone{})
			}
		})
	}
}

// Decision is what becomes of a rescue file.
type Decision int

// The decisions.
const (
	TakeIn Decision = iota // its content is put on disk, and its record is opened
	Keep                   // it stays, and the next start offers it again
	Remove
)

func (rs *RescueFiles) remove(path string) {
	remove := rs.d.o.Rescues.Remove
	rs.d.ask(readLimit, func(context.Context) func() {
		err := remove(path)
		return func() {
			if err != nil {
				rs.d.check(Sentence(err))
				return
			}
			rs.d.o.Tell(RescueDone{})
		}
	})
}

// errRescueGone is why a rescue file is not there any more.
var errRescueGone = errors.New("the file is gone, as after a purge, or another window took it in")

// atHand is a rescue file, and how its record and its drafts stand on disk by now.
type atHand struct {
	Rescued
	record  model.Postmortem
	entries []model.Entry
	drafts  []model.Draft
}

// read reads the rescue file and its record, and takes it in as far as it can.
// The file itself is read again: a purge may have taken words out of it, or all of it.
func (rs *RescueFiles) read(path string) {
	store, read := rs.d.store, rs.d.o.Rescues.Read
	rs.d.ask(readLimit, func(ctx context.Context) func() {
		f, err := readAtHand(ctx, store, read, path)
		return func() {
			var saves []queue.Save
			if err == nil {
				saves, err = rs.savesOf(f)
			}
			if err == nil {
				err = rs.takeIn(f, saves)
			}
			if err != nil {
				rs.d.check("not taken in: " + strings.TrimSuffix(Sentence(err), "."))
			}
		}
	})
}

func readAtHand(ctx context.Context, store Store, read func(string) (Rescued, bool), path string) (f atHand, err error) {
	there := false
	if f.Rescued, there = read(path); !there {
		return f, errRescueGone
	}
	id := f.Rescue.Record.Header.ID
	if id == "" && len(f.Rescue.Waiting) > 0 {
		id = f.Rescue.Waiting[0].Record
	}
	if f.Err != nil || id == "" { // only texts that were typed at home
		return f, f.Err
	}
	f.record, f.entries, err = store.Reread(ctx, id)
	if errors.Is(err, model.ErrNotFound) {
		err = nil
	}
	if err == nil {
		f.drafts, err = store.Drafts(ctx, id)
	}
	return f, err
}

// takeIn opens the record, puts the changes of the rescue file on top of it and its texts into
// the lines where they were typed. What is on disk by now is not made twice.
func (rs *RescueFiles) takeIn(f atHand, saves []queue.Save) error {
	r := f.Rescue
	mine, writes := rs.typedThere(r)
	if r.Record.Header.ID == "" && len(saves) == 0 { // typed at home
		rs.d.restore(mine)
		rs.d.queue.Push(queue.Save{Drafts: writes})
		rs.takingIn, rs.takenIn = f.Path, rescuedCount(r, saves)
		return nil
	}
	s := newSheet(f.record, int64(len(f.entries)), lookOf(f.record, slices.Concat(f.drafts, mine)))
	if s.ID() == "" {
		s.History = &model.History{}
	} else {
		s.HistoryErr = s.remember(f.entries)
	}
	onTop, conflicts, err := putOnTop(s, f.entries, saves)
	if err != nil {
		return err
	}
	rs.takingIn, rs.takenIn = f.Path, rescuedCount(r, saves)
	switch fitOf(r, int64(len(f.entries))) {
	case Whole:
		rs.takenIn = "the whole post-mortem, as it stood"
	case AsOne:
		rs.takenIn = "what was not there, as one change"
	}
	rs.d.take(s)
	rs.d.queue.Replace(onTop)
	if c := meeting.ClockOf(s.Record, rs.d.o.Now()); c.Runs() {
		rs.d.Heard = meeting.HeardUntil(f.entries, c.Session.ClockAt)
	}
	if len(writes) > 0 {
		rs.d.queue.Push(queue.Save{Record: s.ID(), Drafts: writes})
	}
	there := slices.DeleteFunc(f.drafts, func(there model.Draft) bool {
		return slices.ContainsFunc(r.Drafts, func(of model.Draft) bool { return sameDraft(there, of) })
	})
	rs.d.restore(append(there, mine...))
	rs.d.o.Tell(Opened{screen.Place{}, TakenIn})
	rs.d.hush() // what was taken in is told once it is on disk
	if len(conflicts) > 0 {
		rs.d.Conflicts.add(conflicts)
	}
	rs.d.watchLater()
	if rs.d.Deleted() {
		rs.d.o.Tell(LeftDeleted{"Taken in, and still deleted"})
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
		if d.Text != "" && !isLook(d) {
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
func (rs *RescueFiles) savesOf(f atHand) ([]queue.Save, error) {
	r, log := f.Rescue, f.entries
	id, diff := r.Record.Header.ID, model.Diff("Read from a rescue file", f.record, r.Record)
	switch {
	case len(log) == 0 && r.Base > 0 && id == "":
		return nil, errors.New("the post-mortem that it belongs to is not in this store")
	case len(log) == 0 && r.Base > 0:
		return []queue.Save{{Record: id, Entry: model.Entry{Seq: 1, At: r.At, Kind: model.Fact, Change: diff}}}, nil
	case r.Lost && int64(len(log)) < r.Base && (diff.IsEmpty() || id == ""):
		return nil, nil
	case r.Lost && int64(len(log)) < r.Base:
		e := model.Entry{Seq: int64(len(log)) + 1, At: r.At, Kind: model.Edit, Change: diff}
		return []queue.Save{{Record: id, Entry: e}}, rs.d.store.Storable(id, e)
	}
	var saves []queue.Save
	for _, w := range r.Waiting {
		if !slices.ContainsFunc(log, w.Is) {
			if err := rs.d.store.Storable(w.Record, w.Entry); err != nil {
				return nil, err
			}
			saves = append(saves, queue.Save{Record: w.Record, Entry: w.Entry})
		}
	}
	return saves, nil
}

// forget removes rescue files of which everything is on disk by now: the one that was taken in,
// which is said, and those that were written while the disk was in trouble. What waits for a person's
// answer is not on disk.
func (rs *RescueFiles) forget() {
	if rs.takingIn == "" && len(rs.needless) == 0 || !rs.d.allSaved() || len(rs.d.Conflicts.waiting) > 0 {
		return
	}
	for _, path := range rs.needless {
		rs.remove(path)
	}
	rs.needless = nil
	if rs.takingIn == "" {
		return
	}
	rs.remove(rs.takingIn)
	rs.takingIn = ""
	if rs.d.Deleted() {
		rs.d.check("taken in, and on disk; the post-mortem itself is deleted, and ctrl+z brings it back")
		return
	}
	rs.d.done("Taken in, and on disk: " + rs.takenIn)
}

// typedThere are the texts of a rescue file that wait as this window's own, and what is to be written
// to disk for it: what the window that has ended had there is removed, also where it waits no more.
func (rs *RescueFiles) typedThere(r rescue.Rescue) (mine, writes []model.Draft) {
	for _, draft := range r.Drafts {
		was := draft
		was.Text = ""
		writes = append(writes, was)
		if draft.Text != "" {
			s, private := entry.SlotOf(draft) // an earlier version may have named it otherwise
			draft.Field = s.Draft("", private).Field
			draft.Window, draft.At = rs.d.window, model.UTC(rs.d.o.Now())
			mine = append(mine, draft)
		}
	}
	return mine, append(writes, mine...)
}

// withDraft returns the drafts with this one in the place of what waited there before.
func withDraft(drafts []model.Draft, d model.Draft) []model.Draft {
	drafts = slices.DeleteFunc(drafts, func(old model.Draft) bool { return sameDraft(old, d) })
	return append(drafts, d)
}

// sameDraft tells that two drafts are one to the store.
func sameDraft(a, b model.Draft) bool {
	return a.Postmortem == b.Postmortem && a.Window == b.Window && a.Place == b.Place && a.Field == b.Field
}
