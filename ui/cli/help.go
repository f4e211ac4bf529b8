package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"debrief/ui/safe"
)

// helpWidth is the width that help is wrapped to: what every terminal has. It has no colours, so
// it asks the terminal for nothing, and reads the same in a file.
const helpWidth = 80

// help prints what a command does: its purpose, how it is called, examples, commands and flags.
func (r *run) help(c *cobra.Command, _ []string) {
	_, _ = io.WriteString(r.Out, helpOf(c)) // an error of it has nowhere to be told
}

func helpOf(c *cobra.Command) string {
	about := c.Long
	if about == "" {
		about = c.Short + "."
	}
	var b strings.Builder
	for _, row := range safe.Lines(about, helpWidth) {
		b.WriteString(string(row) + "\n")
	}
	section := func(name string, rows []string) {
		if len(rows) > 0 {
			fmt.Fprintf(&b, "\n%s\n  %s\n", name, strings.Join(rows, "\n  "))
		}
	}
	section("Usage", []string{usage(c)})
	if c.Example != "" {
		section("Examples", strings.Split(c.Example, "\n"))
	}
	var commands, flags [][2]string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() || sub.Name() == "help" {
			commands = append(commands, [2]string{sub.Use, sub.Short})
		}
	}
	add := func(f *pflag.Flag) {
		if !f.Hidden {
			flags = append(flags, [2]string{flagName(f), sentenceCase(f.Usage)})
		}
	}
	c.InitDefaultHelpFlag()
	c.InitDefaultVersionFlag()
	c.LocalFlags().VisitAll(add)
	c.InheritedFlags().VisitAll(add)
	section("Commands", beside(commands))
	section("Flags", beside(flags))
	return b.String()
}

// usage is the line that calls the command.
func usage(c *cobra.Command) string {
	line := c.UseLine()
	line = strings.TrimSuffix(line, " [flags]")
	if c.HasAvailableSubCommands() {
		line += " [command]"
	}
	return line + " [flags]"
}

func flagName(f *pflag.Flag) string {
	name := "    --" + f.Name
	if f.Shorthand != "" {
		name = "-" + f.Shorthand + ", --" + f.Name
	}
	if f.Value.Type() == "string" {
		name += " " + strings.ToUpper(f.Name)
	}
	return name
}

func sentenceCase(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// beside sets names beside what they mean, which is wrapped within its column.
func beside(rows [][2]string) []string {
	width := 0
	for _, row := range rows {
		width = max(width, len(row[0]))
	}
	var out []string
	for _, row := range rows {
		for i, line := range safe.Lines(row[1], helpWidth-width-4) {
			name := row[0]
			if i > 0 {
				name = ""
			}
			out = append(out, fmt.Sprintf("%-*s  %s", width, name, line))
		}
	}
	return out
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
