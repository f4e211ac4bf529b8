package cli

import (
	"github.com/spf13/cobra"

	"debrief/model"
	"debrief/ui/safe"
)

// completeID offers the ids in the shell, with their titles beside them.
func (r *run) completeID(deleted bool) cobra.CompletionFunc {
	return func(c *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		r.dbGiven = c.Flags().Changed("db")
		var offered []cobra.Completion
		err := r.present(c.Context(), nil, func(s Store) error {
			all, err := s.Summaries(c.Context(), model.SummaryQuery{Deleted: deleted, Today: r.today()})
			for _, p := range all {
				offered = append(offered, cobra.CompletionWithDesc(string(p.ID), string(safe.Line(p.Title))))
			}
			return err
		})
		if err != nil {
			return nil, cobra.ShellCompDirectiveError
		}
		return offered, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
	}
}
