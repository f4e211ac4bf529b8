package cli

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"debrief/model"
)

func (r *run) purgeCommand() *cobra.Command {
	var text, with string
	var gone []string
	yes := false
	c := &cobra.Command{
		Use:   "purge ID",
		Short: "Remove a post-mortem, or a text in it, for good",
		Long: "Removes a post-mortem for good: rows, history, drafts, search, backups, copies that were saved on the " +
			"screen, and rescue files. With --text and --with only that text is replaced, letter by letter, wherever it " +
			"stands in the post-mortem. Neither can be taken back, so --yes is needed.\n\n" +
			"Whatever cannot be reached, such as a copy that was moved, is named, all else is clean, and the exit code is " +
			"1; so it is where the text stands in other post-mortems too. --forget-copy, by itself, takes a copy that is no " +
			"more off the list and purges nothing. Exports, pages, and copies that you made without debrief are yours: " +
			"nobody keeps a list of them.",
		Example: "debrief purge abcde --yes\ndebrief purge abcde --text hunter2 --with \"[password]\" --yes\n" +
			"debrief purge --forget-copy ~/copy.db",
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: r.completeID(true),
		RunE: func(c *cobra.Command, args []string) error {
			some := c.Flags().Changed("text") || c.Flags().Changed("with")
			ctx := c.Context()
			if c.Flags().Changed("forget-copy") {
				if some || len(args) > 0 {
					return wrong("--forget-copy only takes a copy off the list and purges nothing, so it stands alone: debrief purge --forget-copy FILE")
				}
				return r.forget(ctx, gone)
			}
			if err := oneID(c, args); err != nil {
				return err
			}
			switch {
			case some && text == "":
				return wrong("--text needs the text that is to go")
			case some && !c.Flags().Changed("with"):
				return wrong("--text needs --with, and after it what is to stand there instead")
			case !model.ValidIDPrefix(args[0]):
				return wrong("%q is no id; debrief list shows them", args[0])
			case !yes:
				return wrong("purge cannot be taken back; add --yes if that is what you want, or use debrief delete")
			}
			return r.present(ctx, idError(model.ErrNotFound, args[0]), func(s Store) error {
				id, err := purgeable(ctx, s, args[0])
				if err != nil {
					return idError(err, args[0])
				}
				if some {
					return r.purgeText(ctx, s, id, text, with)
				}
				return r.purgeRecord(ctx, s, id, args[0])
			})
		},
	}
	c.Flags().StringVar(&text, "text", "", "remove only this text")
	c.Flags().StringVar(&with, "with", "", "what stands there instead")
	c.Flags().StringArrayVar(&gone, "forget-copy", nil, "purge nothing; this copy is no more, or was cleaned by hand: it is not looked for again")
	c.Flags().BoolVar(&yes, "yes", false, "it cannot be taken back, and that is meant")
	return c
}

// purgeRecord removes a post-mortem, which was named by the letters, and says from where.
func (r *run) purgeRecord(ctx context.Context, s Store, id model.ID, letters string) error {
	cleaned, err := s.Purge(ctx, id)
	if len(cleaned) > 0 {
		r.say("Removed %s for good, %s.", id.Short(model.ShortID), model.ListWords(inFiles("from ", cleaned)))
	}
	if err != nil {
		return r.unreached(idError(err, letters), id)
	}
	if len(cleaned) == 1 && cleaned[0].Kind == "the store" {
		r.say("It was in no backup, copy or rescue file that is known.")
	}
	return nil
}

// forget takes copies off the list of those that a purge looks for.
func (r *run) forget(ctx context.Context, copies []string) error {
	absent := notFound("there is no store here, so it has no copies; name the store with --db")
	return r.present(ctx, absent, func(s Store) error {
		for _, path := range copies {
			err := s.ForgetCopy(ctx, path)
			if errors.Is(err, model.ErrNotFound) {
				return notFound("there is no copy %s on the list of this store; name it as the purge did", path)
			}
			if err != nil {
				return err
			}
			r.say("A purge no longer looks for the copy %s.", path)
		}
		return nil
	})
}

// purgeable finds the post-mortem. A whole id is taken as it is: it may stand in backups alone.
func purgeable(ctx context.Context, s Store, id string) (model.ID, error) {
	found, err := s.Find(ctx, id)
	if errors.Is(err, model.ErrNotFound) && model.ValidID(id) {
		return model.ID(id), nil
	}
	return found, err
}
