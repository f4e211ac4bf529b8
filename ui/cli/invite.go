package cli

import (
	"github.com/spf13/cobra"

	"debrief/model"
	"debrief/model/invitation"
	"debrief/model/names"
)

func (r *run) inviteCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "invite ID",
		Short: "Print the invitation, to paste into a mail or a chat",
		Long: "Prints who is asked to come, when and where, what is reviewed and whose view is still missing. When and where " +
			"people meet is filled in on the first screen of the post-mortem. Private rows are left out, and nothing in the " +
			"text calls anybody in a chat: @ana is written as @ ana.",
		Example:           "debrief invite abcde | mail -s \"Learning review on Friday\" all@example.org",
		Args:              oneID,
		ValidArgsFunction: r.completeID(false),
		RunE: func(c *cobra.Command, args []string) error {
			settings, err := r.settings()
			if err != nil {
				return err
			}
			return r.record(c.Context(), args[0], func(_ Store, p model.Postmortem, _ int64) error {
				p.Header.NamesOff = false // it is for those who are named
				x := model.NewIndex(names.For(p, model.ForRoom))
				x.Zone = zoneOf(x.Header)
				return r.print(invitation.Text(x, settings.Word))
			})
		},
	}
}
