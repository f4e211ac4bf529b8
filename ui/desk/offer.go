package desk

import (
	"context"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/jsonfile"
	"debrief/model/names"
	"debrief/model/rescue"
	"debrief/ui/entry"
)

// Found is a rescue file that an earlier window left behind.
type Found struct {
	Rescued
	Words []string // what is in it, a line each, as the room may see it
	More  int      // how many further files there are
}

// rescuesFound is what earlier windows left behind.
type rescuesFound struct {
	files []Rescued
	err   error
}

// FindRescues looks for what earlier windows left behind.
func (d *Desk) FindRescues() {
	if !d.keepsRescues() {
		return
	}
	rescues, store := d.o.Rescues, d.store
	d.o.Run(func() tea.Msg {
		files, err := rescues.List()
		ctx, cancel := readContext()
		defer cancel()
		files = slices.DeleteFunc(files, func(f Rescued) bool {
			return f.Err == nil && onDisk(ctx, store, f.Rescue) && rescues.Remove(f.Path) == nil
		})
		return rescuesFound{files: files, err: err}
	})
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

func (d *Desk) rescuesFound(msg rescuesFound) {
	if msg.err != nil {
		d.check(Sentence(msg.err))
	}
	d.rescues = msg.files
	d.o.Tell(RescuesFound{})
}

// Offer is the oldest rescue file about which nobody has decided. There is none while one is taken in.
func (d *Desk) Offer() (f Found, there bool) {
	if len(d.rescues) == 0 || d.takingIn != "" {
		return Found{}, false
	}
	return Found{Rescued: d.rescues[0], Words: rescuedWords(d.rescues[0].Rescue), More: len(d.rescues) - 1}, true
}

// rescuedWords describes what is in a rescue file as the room may see it.
func rescuedWords(r rescue.Rescue) []string {
	people := (*names.Names)(nil)
	if r.Record.Header.NamesOff {
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
		case d.Text == "":
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

// decided takes the rescue file that was offered from those about which nobody has decided.
func (d *Desk) decided() (f Rescued, there bool) {
	if len(d.rescues) == 0 {
		return Rescued{}, false
	}
	f, d.rescues = d.rescues[0], d.rescues[1:]
	return f, true
}

// TakeIn puts on disk what the rescue file that was offered holds, and opens its record.
func (d *Desk) TakeIn() {
	if f, there := d.decided(); there {
		d.whenIdle(func() { d.readRescue(f.Path) })
	}
}

// RemoveRescue removes the rescue file that was offered.
func (d *Desk) RemoveRescue() {
	if f, there := d.decided(); there {
		d.removeRescue(f.Path)
	}
}

// rescueKept tells whether a file that was put off is still there: a purge may have reached it.
type rescueKept struct {
	path  string
	there bool
}

// KeepRescue leaves the rescue file that was offered where it is.
func (d *Desk) KeepRescue() {
	f, there := d.decided()
	if !there {
		return
	}
	read := d.o.Rescues.Read
	d.o.Run(func() tea.Msg {
		_, there := read(f.Path)
		return rescueKept{path: f.Path, there: there}
	})
}

func (d *Desk) rescueKept(msg rescueKept) {
	if msg.there {
		d.done("Kept: " + d.o.PathShown(msg.path) + "; the next start offers it again")
	} else {
		d.check(errRescueGone.Error())
	}
	d.o.Tell(RescueDone{})
}

type rescueRemoved struct{ err error }

func (d *Desk) removeRescue(path string) {
	remove := d.o.Rescues.Remove
	d.o.Run(func() tea.Msg { return rescueRemoved{remove(path)} })
}

func (d *Desk) rescueRemoved(msg rescueRemoved) {
	if msg.err != nil {
		d.check(Sentence(msg.err))
		return
	}
	d.o.Tell(RescueDone{})
}
