package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"debrief/model"
	"debrief/model/jsonfile"
	"debrief/model/merge"
	"debrief/ui/config"
)

func (r *run) importCommand() *cobra.Command {
	update := false
	c := &cobra.Command{
		Use:   "import FILE.json",
		Short: "Read what export --json wrote and print its id",
		Long: "Reads a file that debrief export --json wrote (- for stdin). A post-mortem that is there already is not " +
			"touched: what the file would change is shown. With --update it takes over what was changed in the file " +
			"since it was exported, as one edit that can be taken back; what was changed here since then stays, and so " +
			"do rows that are private and not in the file.\n\n" +
			"Where both changed the same, and where it cannot be told from which state of the post-mortem the file was exported, " +
			"nothing is written, and what differs is shown.\n\n" +
			"The exit code is 4 where the post-mortem is there already and --update is missing, whatever the file says, and 5 " +
			"where --update wrote nothing because of what differs. That there is nothing to change is 0 with --update.",
		Args: exactly(1, "debrief import needs a file, such as review.json"),
		RunE: func(c *cobra.Command, args []string) error {
			file, err := r.readExport(args[0])
			if err != nil {
				return err
			}
			ctx := c.Context()
			return r.store(ctx, func(s Store) error { return r.take(ctx, s, file, update) })
		},
	}
	c.Flags().BoolVar(&update, "update", false, "take over what differs in a post-mortem that is there already")
	return c
}

// export is a file that was read: the record in it, and the sum of what it was exported with.
type export struct {
	record model.Postmortem
	sum    merge.Sum
}

// attempts is how often an import reads the record again where another window saves just then.
const attempts = 20

// take puts the file into the store: as a new record, or on top of the one that is there.
func (r *run) take(ctx context.Context, s Store, file export, update bool) (err error) {
	for range attempts {
		now, log, err := s.Reread(ctx, file.record.Header.ID)
		switch {
		case errors.Is(err, model.ErrNotFound):
			err = r.add(ctx, s, file.record)
		case err != nil && len(log) == 0:
			return err
		default: // entries that cannot be read any more keep nobody from the others
			err = r.update(ctx, s, now, log, file, update)
		}
		if !errors.Is(err, model.ErrConflict) {
			return err
		}
	}
	return model.ErrConflict
}

func (r *run) readExport(path string) (file export, err error) {
	in, name := r.In, "stdin"
	if path != "-" {
		name = path
		f, err := os.Open(path)
		if errors.Is(err, fs.ErrNotExist) {
			return file, notFound("there is no file %s; look at the name", path)
		}
		if err != nil {
			return file, fmt.Errorf("import: %w", err)
		}
		defer f.Close() // it was only read
		in = f
	}
	text, err := readAll(in, jsonfile.MaxBytes)
	if err != nil {
		return file, fmt.Errorf("import %s: %w", name, err)
	}
	if file.record, err = jsonfile.Read(name, text, config.KnownZone); err != nil {
		return file, wrong("%w", err)
	}
	file.sum = jsonfile.SumIn(text)
	return file, nil
}

func (r *run) add(ctx context.Context, s Store, p model.Postmortem) error {
	change := model.Diff(model.ImportedLabel, model.Postmortem{}, p)
	if err := r.save(ctx, s, 0, change, p.Header.ID); err != nil {
		return err
	}
	r.say("Imported “%s”.", p.Header.Title)
	return r.print(string(p.Header.ID) + "\n")
}
