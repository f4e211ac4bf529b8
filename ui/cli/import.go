package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"debrief/model"
	"debrief/model/jsonfile"
	"debrief/ui/config"
)

func (r *run) importCommand() *cobra.Command {
	update := false
	c := &cobra.Command{
		Use:   "import FILE.json",
		Short: "Read what export --json wrote and print its id",
		Long: "Reads a file that debrief export --json wrote (- for stdin). A post-mortem that is there already is not " +
			"touched: the difference is shown. With --update the file takes its place, as one edit that can be taken " +
			"back; rows that are private and not in the file stay.",
		Args: exactly(1, "debrief import needs a file, such as review.json"),
		RunE: func(c *cobra.Command, args []string) error {
			p, err := r.readExport(args[0])
			if err != nil {
				return err
			}
			ctx := c.Context()
			return r.store(ctx, func(s Store) error {
				now, seq, err := s.Read(ctx, p.Header.ID)
				switch {
				case errors.Is(err, model.ErrNotFound):
					return r.add(ctx, s, p)
				case err != nil:
					return err
				}
				return r.replace(ctx, s, now, seq, p, update)
			})
		},
	}
	c.Flags().BoolVar(&update, "update", false, "take over what differs in a post-mortem that is there already")
	return c
}

func (r *run) readExport(path string) (p model.Postmortem, err error) {
	in, name := r.In, "stdin"
	if path != "-" {
		name = path
		f, err := os.Open(path)
		if errors.Is(err, fs.ErrNotExist) {
			return p, notFound("there is no file %s; look at the name", path)
		}
		if err != nil {
			return p, fmt.Errorf("import: %w", err)
		}
		defer f.Close() // it was only read
		in = f
	}
	text, err := readAll(in, jsonfile.MaxBytes)
	if err != nil {
		return p, fmt.Errorf("import %s: %w", name, err)
	}
	if p, err = jsonfile.Read(name, text, config.KnownZone); err != nil {
		return p, wrong("%w", err)
	}
	return p, nil
}

func (r *run) add(ctx context.Context, s Store, p model.Postmortem) error {
	change := model.Diff(model.ImportedLabel, model.Postmortem{}, p)
	if err := r.save(ctx, s, 0, change, p.Header.ID); err != nil {
		return err
	}
	r.say("Imported “%s”.", p.Header.Title)
	return r.print(string(p.Header.ID) + "\n")
}

// replace makes the record that is there what the file says, or shows what that would change.
func (r *run) replace(ctx context.Context, s Store, now model.Postmortem, seq int64, file model.Postmortem, update bool) error {
	short := now.Header.ID.Short(model.ShortID)
	// A file without private rows was exported without them: that they are not in it is no wish
	// to lose them. Private notes are in no export: those that are there stay as they are.
	known := model.For(now, model.ForKeepingAll)
	if !holdsPrivate(model.For(file, model.ForKeepingAll)) {
		known = model.For(now, model.ForKeeping)
	}
	file.Notes = slices.DeleteFunc(slices.Clone(file.Notes), func(n model.Note) bool {
		_, there := now.Row(model.Notes, n.ID)
		return n.Private && there
	})
	differences := jsonfile.Differences(known, file)
	if !update {
		if len(differences) == 0 {
			return exists("%s is there already, and the file says the same", short)
		}
		if err := r.print(strings.Join(differences, "\n") + "\n"); err != nil {
			return err
		}
		return exists("%s is there already; add --update to take over what the file says", short)
	}
	if len(differences) == 0 {
		r.say("Nothing to change: %s is as the file says.", short)
		return r.print(string(now.Header.ID) + "\n")
	}
	change, err := model.Onto(now, model.Diff(model.ImportedLabel, known, file))
	if err != nil {
		return fmt.Errorf("import: %w; export it with --private first, and import that", err)
	}
	next, err := model.Apply(now, change)
	if err != nil {
		return fmt.Errorf("import: %w", err)
	}
	if problems := model.Check(next); len(problems) > 0 {
		return wrong("what is private hangs on rows that the file leaves out (%s); export with --private, and import that; "+
			"a row with a private note is removed on the screen", said(problems[0]))
	}
	if err := r.save(ctx, s, seq, change, now.Header.ID); err != nil {
		return err
	}
	r.say("Updated “%s”; in it, undo takes this back.", next.Header.Title)
	return r.print(string(now.Header.ID) + "\n")
}

// holdsPrivate tells that some row of the record is not for everybody.
func holdsPrivate(p model.Postmortem) bool {
	rows := func(p model.Postmortem) (n int) {
		p.Rows(func(model.Row) { n++ })
		return n
	}
	return rows(p) != rows(model.For(p, model.ForKeeping))
}
