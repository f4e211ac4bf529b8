package cli

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"debrief/model"
)

func (r *run) newCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "new TITLE",
		Short:   "Make a post-mortem and print its id",
		Example: "debrief new \"Checkout errors on 12 March\"",
		Args:    exactly(1, "debrief new needs a title, such as \"Checkout errors on 12 March\""),
		RunE: func(c *cobra.Command, args []string) error {
			ctx := c.Context()
			p, err := r.editor().NewPostmortem(args[0], r.Zone())
			if err != nil {
				return problem(err)
			}
			return r.store(ctx, func(s Store) error {
				change := model.Diff("Post-mortem made", model.Postmortem{}, p)
				if err := r.save(ctx, s, 0, change, p.Header.ID); err != nil {
					return err
				}
				r.say("Made “%s”. %s opens it on the screen.", p.Header.Title, r.call(""))
				return r.print(string(p.Header.ID) + "\n")
			})
		},
	}
}

// problem is what a field refuses, as wrong input.
func problem(err error) error {
	var p model.Problem
	if errors.As(err, &p) {
		return wrong("%s", said(p))
	}
	return err
}

// said is a problem as a part of a sentence. Its words name the field.
func said(p model.Problem) string { return strings.TrimSuffix(p.Words, ".") }
