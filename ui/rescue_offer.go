package ui

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
	"debrief/ui/keymap"
	"debrief/ui/rescued"
)

// findRescues looks for what earlier windows left behind.
func (a *App) findRescues() {
	if !a.keepsRescues() {
		return
	}
	rescues, store := a.options.Rescues, a.store
	a.effect(func() tea.Msg {
		files, err := rescues.List()
		ctx, cancel := a.context()
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
	people := (*names.Names)(nil)
	if r.Record.Header.NamesOff {
		people = names.Of(r.Record)
	}
	var words []string
	for i, told := range toldChanges(r) {
		if e := r.Waiting[i].Entry; e.Kind != model.Fact || e.Seq == 1 {
			words = append(words, people.Hide(e.Label()))
			for _, t := range told {
				words = append(words, "  "+people.Hide(t))
			}
		}
	}
	for _, d := range r.Drafts {
		if d.Text == "" {
			continue
		}
		if _, private := entry.SlotOf(d); private {
			words = append(words, "Half typed: a private text")
			continue
		}
		words = append(words, "Half typed: "+people.Hide(d.Text))
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
func (a *App) answerRescue(choice keymap.Command) {
	if len(a.rescues) == 0 {
		return
	}
	f := a.rescues[0]
	a.rescues = a.rescues[1:]
	switch choice {
	case rescued.TakeIn:
		a.whenIdle(func() { a.readRescue(f.Path) })
		return
	case rescued.Remove:
		a.removeRescue(f.Path)
		return
	}
	read := a.options.Rescues.Read
	a.effect(func() tea.Msg {
		_, there := read(f.Path)
		return rescueKept{path: f.Path, there: there}
	})
}

// rescueKept says whether a file that was put off is still there: a purge may have reached it.
func (a *App) rescueKept(msg rescueKept) {
	if msg.there {
		a.say(done, "Kept: "+a.pathShown(msg.path)+"; the next start offers it again")
	} else {
		a.say(check, "the file is gone, as after a purge, or another window took it in")
	}
	a.offerRescue()
}

func (a *App) removeRescue(path string) {
	remove := a.options.Rescues.Remove
	a.effect(func() tea.Msg { return rescueRemoved{path: path, err: remove(path)} })
}

func (a *App) rescueRemoved(msg rescueRemoved) {
	if msg.err != nil {
		a.say(check, sentence(msg.err))
		return
	}
	a.offerRescue()
}
