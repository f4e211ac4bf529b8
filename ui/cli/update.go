package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"debrief/model"
	"debrief/model/jsonfile"
	"debrief/model/merge"
	"debrief/model/names"
)

// update puts what was changed in the file since it was exported on the record that is there, or
// shows what that would change.
func (r *run) update(ctx context.Context, s Store, now model.Postmortem, log []model.Entry, file export, write bool) error {
	short := now.Header.ID.Short(model.ShortID)
	// Private notes are in no export: those that are there stay as they are.
	file.record.Notes = slices.DeleteFunc(slices.Clone(file.record.Notes), func(n model.Note) bool {
		_, there := now.Row(model.Notes, n.ID)
		return n.Private && there
	})
	base, found := merge.Find(now, log, file.sum)
	if !found {
		return r.unknown(now, log, file, write)
	}
	change, conflicts := merge.Merge(model.ImportedLabel, base, now, file.record)
	if len(conflicts) > 0 {
		if err := r.lines(jsonfile.Conflicts(conflicts, now, file.record)); err != nil {
			return err
		}
		return r.stop(write, "%s and the file were both changed, and differ in what is named above; nothing was written. Take what is right over by "+
			"hand: in %s, or in a new export of it", short, short)
	}
	next, err := model.Apply(now, change)
	if err != nil {
		return fmt.Errorf("import: %w", err)
	}
	differences := jsonfile.Differences(names.For(now, base.Audience), names.For(next, base.Audience))
	if change.IsEmpty() {
		return r.nothing(now, file.record, base.Audience, write)
	}
	if problems := model.Check(next); len(problems) > 0 {
		if alone, err := model.Onto(base.Whole, model.Diff("", base.Shown, file.record)); err == nil {
			if was, err := model.Apply(base.Whole, alone); err == nil && len(model.Check(was)) > 0 {
				return wrong("what is private hangs on rows that the file leaves out (%s); export with --private, and import that; "+
					"a row with a private note is removed on the screen", said(problems[0]))
			}
		}
		if err := r.lines(differences); err != nil {
			return err
		}
		return r.stop(write, "what was changed in the file no longer fits %s (%s); nothing was written. Take it over by hand", short, said(problems[0]))
	}
	if !write {
		if err := r.lines(differences); err != nil {
			return err
		}
		return exists("%s is there already; add --update to take over what the file says", short)
	}
	if err := r.save(ctx, s, log[len(log)-1].Seq, change, now.Header.ID); err != nil {
		return err
	}
	if next.Header.Deleted.IsZero() {
		r.say("Updated “%s”; in it, undo takes this back.", next.Header.Title)
	} else {
		r.say("Updated “%s”, which is deleted; %s brings it back.", next.Header.Title, r.call("restore "+next.Header.ID.Short(model.ShortID)))
	}
	return r.print(string(now.Header.ID) + "\n")
}

// unknown is update for a file that says not, or not so that this store knows it, from which point
// of the record it came. What it lacks may be newer than the file.
func (r *run) unknown(now model.Postmortem, log []model.Entry, file export, write bool) error {
	short := now.Header.ID.Short(model.ShortID)
	// A file without private rows was exported without them: that they are not in it says nothing.
	to := model.ForKeepingAll
	if !holdsPrivate(names.For(file.record, model.ForKeepingAll)) {
		to = model.ForKeeping
	}
	differences := jsonfile.Compared(names.For(now, to), file.record)
	if len(differences) == 0 {
		return r.nothing(now, file.record, to, write)
	}
	if err := r.lines(differences); err != nil {
		return err
	}
	why := "it was exported from another store"
	switch {
	case file.sum == (merge.Sum{}):
		why = "it does not say from which state of the post-mortem it was exported"
	case slices.ContainsFunc(log, func(e model.Entry) bool { return e.Change.Label == model.PurgedLabel }):
		why = "it was exported before a text was purged here, or from another store"
	}
	return r.stop(write, "it cannot be told whether %s or the file is newer, for %s; nothing was written. Export %s with --json, make the "+
		"change in that file, and import it", short, why, short)
}

// nothing says that the file would change nothing: it says the same, or nobody has edited it since
// it was exported.
func (r *run) nothing(now, file model.Postmortem, to model.Audience, write bool) error {
	short := now.Header.ID.Short(model.ShortID)
	same := model.Diff("", names.For(now, to), file).IsEmpty()
	switch {
	case !write && same:
		return exists("%s is there already, and the file says the same", short)
	case !write:
		return exists("%s is there already, and nothing was changed in the file since it was exported", short)
	case same:
		r.say("Nothing to change: %s is as the file says.", short)
	default:
		r.say("Nothing to change: %s was edited since the file was exported, and the file was not.", short)
	}
	return r.print(string(now.Header.ID) + "\n")
}

// stop ends an import that has shown why it writes nothing.
func (r *run) stop(write bool, format string, args ...any) error {
	if write {
		return stoppedBy(format, args...)
	}
	return exists("it is there already; "+format, args...)
}

func (r *run) lines(of []string) error { return r.print(strings.Join(of, "\n") + "\n") }

// holdsPrivate tells that some row of the record is not for everybody.
func holdsPrivate(p model.Postmortem) bool {
	rows := func(p model.Postmortem) (n int) {
		p.Rows(func(model.Row) { n++ })
		return n
	}
	return rows(p) != rows(names.For(p, model.ForKeeping))
}
