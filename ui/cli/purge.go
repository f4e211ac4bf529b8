package cli

import (
	"context"
	"errors"
	"fmt"

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
			"1. --forget-copy takes a copy that is no more off the list. Exports and pages are yours: nobody keeps a list of them.",
		Example:           "debrief purge abcde --yes\ndebrief purge abcde --text hunter2 --with \"[password]\" --yes",
		Args:              oneID,
		ValidArgsFunction: r.completeID(true),
		RunE: func(c *cobra.Command, args []string) error {
			some := c.Flags().Changed("text") || c.Flags().Changed("with")
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
			ctx := c.Context()
			there, err := r.present(ctx, func(s Store) error {
				id, err := purgeable(ctx, s, args[0])
				if err != nil {
					return idError(err, args[0])
				}
				for _, path := range gone {
					if err := s.ForgetCopy(ctx, path); err != nil {
						return err
					}
				}
				if some {
					return r.purgeText(ctx, s, id, text, with)
				}
				if err := s.Purge(ctx, id); err != nil {
					return r.unreached(idError(err, args[0]), id)
				}
				r.say("Removed %s for good, from backups, copies and rescue files too.", id.Short(model.ShortID))
				return nil
			})
			if err == nil && !there {
				return idError(model.ErrNotFound, args[0])
			}
			return err
		},
	}
	c.Flags().StringVar(&text, "text", "", "remove only this text")
	c.Flags().StringVar(&with, "with", "", "what stands there instead")
	c.Flags().StringArrayVar(&gone, "forget-copy", nil, "a copy that is no more, or was cleaned by hand: it is not looked for again")
	c.Flags().BoolVar(&yes, "yes", false, "it cannot be taken back, and that is meant")
	return c
}

// purgeable finds the post-mortem. A whole id is taken as it is: it may stand in backups alone.
func purgeable(ctx context.Context, s Store, id string) (model.ID, error) {
	found, err := s.Find(ctx, id)
	if errors.Is(err, model.ErrNotFound) && model.ValidID(id) {
		return model.ID(id), nil
	}
	return found, err
}

func (r *run) purgeText(ctx context.Context, s Store, id model.ID, text, with string) error {
	n, err := s.PurgeText(ctx, id, text, with)
	if err != nil {
		return r.unreached(err, id)
	}
	switch n {
	case 0:
		return notFound("the text is not in %s; nothing was changed there, and backups, copies and rescue files were looked through", id.Short(model.ShortID))
	case 1:
		r.say("Replaced it once, in backups, copies and rescue files too.")
	default:
		r.say("Replaced it %d times, in backups, copies and rescue files too.", n)
	}
	return nil
}

// unreached names each file that a purge could not clean, a line each.
func (r *run) unreached(err error, id model.ID) error {
	var left model.UnreachedError
	if !errors.As(err, &left) {
		return err
	}
	if len(left) == 1 && left[0].Kind == "the store" {
		return fmt.Errorf("purge %s: %w", id.Short(model.ShortID), left[0].Err) // one sentence, with what to do
	}
	for _, file := range left {
		r.say("%s", file.Error())
	}
	words := "1 file was not reached"
	if len(left) > 1 {
		words = fmt.Sprintf("%d files were not reached", len(left))
	}
	return failure{failed, fmt.Errorf("%s; all others are clean. See to what is named above, then run this again, with the id %s", words, id)}
}
