package cli

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"debrief/ui/config"
)

// root makes the command tree. A new one is made for each use, because cobra keeps what it has
// read of flags in it.
func (r *run) root() *cobra.Command {
	cobra.MousetrapHelpText = "" // on Windows a double click opens the screen like anywhere else
	root := &cobra.Command{
		Use:   "debrief",
		Short: "Carries a facilitator through a blameless post-mortem meeting",
		Long: "debrief carries a facilitator through a blameless post-mortem meeting. Without a command it opens " +
			"the screen; the commands do the same without it. An id may be shortened while it is unique.\n\n" +
			"Exit codes: 0 done, 1 failed, 2 wrong usage or input, 3 not there, 4 there already, 5 stopped by a check; " +
			"debrief lint has its own.",
		Example: "debrief\n" +
			"debrief demo\n" +
			"debrief new \"Checkout errors on 12 March\"\n" +
			"debrief export abcde -o review.md",
		Version:       r.Version,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			return noCommand(c, args[0])
		},
		PersistentPreRun: func(c *cobra.Command, _ []string) {
			r.dbGiven, r.mouseGiven = c.Flags().Changed("db"), c.Flags().Changed("mouse")
		},
		RunE: func(c *cobra.Command, _ []string) error { return r.screen(c, false) },
	}
	root.SuggestionsMinimumDistance = 2
	root.SetOut(r.Out)
	root.SetErr(r.Err)
	root.SetIn(r.In)
	root.SetVersionTemplate("debrief {{.Version}}\n")
	root.SetHelpFunc(r.help)
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return wrong("%w; %s --help lists the flags", err, c.CommandPath())
	})
	flags := root.PersistentFlags()
	flags.StringVar(&r.db, "db", "", "the store to use instead of the usual one, also DEBRIEF_DB")
	flags.StringVar(&r.theme, "theme", "", "auto, dark, light or contrast, also DEBRIEF_THEME")
	flags.StringVar(&r.debug, "debug", "", "a file for one line a message, never text of the meeting")
	flags.BoolVar(&r.mouse, "mouse", false, "let the mouse mark rows")
	root.AddCommand(
		r.newCommand(), r.listCommand(), r.showCommand(), r.inviteCommand(), r.exportCommand(), r.importCommand(), r.lintCommand(),
		r.deleteCommand(), r.restoreCommand(), r.purgeCommand(), r.demoCommand(), r.doctorCommand(),
	)
	root.SetHelpCommand(r.helpCommand())
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		if c.Name() == "completion" { // cobra shows help, and success, for a shell that it does not know
			c.Args = knownShell
			c.RunE = func(c *cobra.Command, _ []string) error { return c.Help() }
		}
	}
	return root
}

// noCommand says that there is no such command, and which one may be meant.
func noCommand(root *cobra.Command, name string) error {
	near := "debrief --help lists the commands"
	if found := root.SuggestionsFor(name); len(found) > 0 {
		near = "is it \"debrief " + config.Nearest(name, found) + "\"?"
	}
	return wrong("there is no command %q; %s", name, near)
}

func knownShell(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return wrong("there is no completion for %q; it is bash, zsh, fish or powershell", args[0])
	}
	return nil
}

func (r *run) demoCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "demo",
		Short: "Open a sample incident to look around; nothing of it is kept",
		Args:  exactly(0, ""),
		RunE:  func(c *cobra.Command, _ []string) error { return r.screen(c, true) },
	}
}

// screen opens the screen. Whatever can be wrong is found before the terminal is touched.
func (r *run) screen(c *cobra.Command, sample bool) (err error) {
	if !onTerminal(r.In) || !onTerminal(r.Out) {
		return wrong("the screen needs a terminal; without one use debrief new, list, show, export or import (debrief --help)")
	}
	v := View{Sample: sample}
	if !sample {
		if v.StorePath, _, err = r.storePath(); err != nil {
			return err
		}
	}
	if v.Settings, err = r.settings(); err != nil {
		return err
	}
	if r.debug != "" {
		f, err := os.OpenFile(r.debug, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
		if err != nil {
			return fmt.Errorf("--debug: %w", err)
		}
		defer f.Close() // nothing of a person's is in it
		v.Debug = io.Writer(f)
	}
	r.code, err = r.Screen(c.Context(), v)
	return err
}
