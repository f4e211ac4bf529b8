package cli

import (
	"io"
	"strings"

	"charm.land/fang/v2"
	"github.com/spf13/cobra"
)

// help draws the help of a command with fang. Nothing else goes through it: before it draws an
// error it asks the terminal for its background, which on one that answers nothing takes
// seconds, and puts the error into a box.
func (r *run) help(c *cobra.Command, _ []string) {
	again := (&run{Program: r.Program}).root()
	again.SetArgs(append(strings.Fields(c.CommandPath())[1:], "--help"))
	err := fang.Execute(c.Context(), again, fang.WithoutVersion(), fang.WithoutManpage(),
		fang.WithColorSchemeFunc(fang.AnsiColorScheme),
		fang.WithErrorHandler(func(io.Writer, fang.Styles, error) {}))
	if err != nil {
		_, words := explain(err)
		r.say("debrief: %s", words)
	}
}
