package cli

import (
	"io"
	"strings"

	"charm.land/fang/v2"
	"charm.land/lipgloss/v2"
	"github.com/spf13/cobra"
)

// help draws the help of a command with fang. Nothing else goes through it: before it draws an
// error it asks the terminal for its background, which on one that answers nothing takes
// seconds, and puts the error into a box. Help waits for that answer too, which is why no other
// command shows any of it.
func (r *run) help(c *cobra.Command, _ []string) {
	again := (&run{Program: r.Program}).root()
	again.SetArgs(append(strings.Fields(c.CommandPath())[1:], "--help"))
	err := fang.Execute(c.Context(), again, fang.WithoutVersion(), fang.WithoutManpage(),
		fang.WithColorSchemeFunc(plain),
		fang.WithErrorHandler(func(io.Writer, fang.Styles, error) {}))
	if err != nil {
		_, words := explain(err)
		r.say("debrief: %s", words)
	}
}

func (r *run) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [command]",
		Short: "Show what a command does",
		RunE: func(c *cobra.Command, args []string) error {
			about, rest, err := c.Root().Find(args)
			if err != nil {
				return wrong("%w", err)
			}
			if len(rest) > 0 {
				return noCommand(c.Root(), strings.Join(args, " "))
			}
			return about.Help()
		},
	}
}

// plain has one colour, of the terminal's own sixteen, for what one looks for. The rest is in
// the terminal's own foreground, which can be read whatever its background is.
func plain(lipgloss.LightDarkFunc) fang.ColorScheme {
	own := lipgloss.NoColor{}
	return fang.ColorScheme{
		Base: own, Description: own, DimmedArgument: own, Comment: own, FlagDefault: own, QuotedString: own,
		Argument: own, Help: own, Dash: own, ErrorDetails: own, Program: own,
		Title: lipgloss.Magenta, Command: lipgloss.Magenta, Flag: lipgloss.Magenta,
	}
}
