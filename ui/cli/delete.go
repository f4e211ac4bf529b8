package cli

import (
	"github.com/spf13/cobra"

	"debrief/model"
)

func (r *run) deleteCommand() *cobra.Command {
	return &cobra.Command{
		Use:               "delete ID",
		Short:             "Delete a post-mortem; restore brings it back",
		Args:              oneID,
		ValidArgsFunction: r.completeID(false),
		RunE: func(c *cobra.Command, args []string) error {
			ctx := c.Context()
			return r.record(ctx, args[0], func(s Store, p model.Postmortem, seq int64) error {
				id := p.Header.ID
				short := id.Short(model.ShortID)
				if !p.Header.Deleted.IsZero() {
					r.say("%s is deleted already; %s brings it back.", short, r.call("restore "+short))
					return nil
				}
				gone, err := r.editor().Delete(p)
				if err != nil {
					return problem(err)
				}
				if err := r.save(ctx, s, seq, model.Diff("Post-mortem deleted", p, gone), id); err != nil {
					return err
				}
				r.say("Deleted “%s”; %s brings it back.", p.Header.Title, r.call("restore "+short))
				return nil
			})
		},
	}
}

func (r *run) restoreCommand() *cobra.Command {
	return &cobra.Command{
		Use:               "restore ID",
		Short:             "Bring back a post-mortem that was deleted",
		Args:              oneID,
		ValidArgsFunction: r.completeID(true),
		RunE: func(c *cobra.Command, args []string) error {
			ctx := c.Context()
			return r.record(ctx, args[0], func(s Store, p model.Postmortem, seq int64) error {
				if p.Header.Deleted.IsZero() {
					r.say("%s is not deleted.", p.Header.ID.Short(model.ShortID))
					return nil
				}
				back, err := r.editor().Restore(p)
				if err != nil {
					return problem(err)
				}
				if err := r.save(ctx, s, seq, model.Diff(model.RestoredLabel, p, back), p.Header.ID); err != nil {
					return err
				}
				r.say("Restored “%s”.", p.Header.Title)
				return nil
			})
		},
	}
}
