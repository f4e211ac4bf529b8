package cli

import (
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"debrief/model"
	"debrief/model/wording"
	"debrief/ui/config"
)

// The exit codes of lint, which are its own because a hook asks only whether a text may pass.
const (
	foundWords = 1 // a firm finding, or any with --strict
	notLinted  = 2 // something was not read, or the command was not understood
)

// linting is one run of lint.
type linting struct {
	run     *run
	guard   *wording.Guard
	context wording.Context
	asJSON  bool

	results []lintResult // kept for JSON alone, which is one array
	found   int
	firm    int
	unread  bool
}

func (r *run) lintCommand() *cobra.Command {
	var o struct {
		json, strict, rules bool
		phase               string
	}
	c := &cobra.Command{
		Use:   "lint [FILE|FOLDER|-]",
		Short: "Look for words that lead away from what happened, in any text",
		Long: "Reads texts and Markdown, in a folder all *.md, *.markdown and *.txt that are not hidden, and stdin for - " +
			"or without a name. Each place where another wording is asked for is a line:\n\n" +
			"file:line:column: category: text: question\n\n" +
			"Lines and columns count from 1, and columns count characters. Code, quotations, addresses and log lines " +
			"are left alone.\n\n" +
			"Exit codes: 0 no firm finding (soft ones are printed), 1 a firm one (with --strict any), 2 something was not " +
			"read or not understood; what can be read is read all the same.",
		Example: "debrief lint reviews/\ngit log -1 --format=%B | debrief lint\ndebrief lint --json --phase timeline page.md\ndebrief lint --rules",
		RunE: func(_ *cobra.Command, args []string) error {
			phase, err := lintPhase(o.phase)
			if err != nil {
				return err
			}
			settings, guard, err := r.guard()
			if err != nil {
				return err
			}
			l := &linting{run: r, guard: guard, context: wording.Context{Phase: phase}, asJSON: o.json}
			if o.rules {
				if len(args) > 0 {
					return wrong("--rules reads no text, so %q is one word too many", args[0])
				}
				return l.told(l.printRules(settings, phase))
			}
			if len(args) == 0 {
				if onTerminal(r.In) {
					return wrong("debrief lint needs a file or a folder, or - to read what you type")
				}
				args = []string{"-"}
			}
			return l.lint(args, o.strict)
		},
	}
	c.Flags().BoolVar(&o.json, "json", false, "as JSON, for programs")
	c.Flags().BoolVar(&o.strict, "strict", false, "soft findings count as well")
	c.Flags().StringVar(&o.phase, "phase", "", "weigh as in the timeline, discretion or countermeasures")
	c.Flags().BoolVar(&o.rules, "rules", false, "print the rules in force")
	err := c.RegisterFlagCompletionFunc("phase", cobra.FixedCompletions(phaseFlags(), cobra.ShellCompDirectiveNoFileComp))
	if err != nil {
		panic(err) // cannot be: the flag stands above
	}
	return c
}

// guard returns the settings, and the guard with the words of the team in them.
func (r *run) guard() (s config.Settings, g *wording.Guard, err error) {
	if s, err = r.settings(); err != nil {
		return s, nil, err
	}
	if g, err = wording.New(append(wording.Default(), s.Rules...)); err != nil {
		return s, nil, wrong("%w", err)
	}
	return s, g, nil
}

// phases are those that a rule weighs in, by the names that flags and settings have for them.
func phases() []wording.Phase {
	return []wording.Phase{wording.AnyPhase, wording.Timeline, wording.Discretion, wording.Countermeasures}
}

// phaseFlags are the phases that a person may name; a text outside a meeting needs no name.
func phaseFlags() []string {
	var names []string
	for _, p := range phases()[1:] {
		names = append(names, config.PhaseName(p))
	}
	return names
}

func lintPhase(name string) (wording.Phase, error) {
	if name == "" {
		return wording.AnyPhase, nil
	}
	if i := slices.Index(phaseFlags(), name); i >= 0 {
		return phases()[i+1], nil
	}
	return 0, wrong("--phase is timeline, discretion or countermeasures, not %q", name)
}

// lint reads everything that was named. What cannot be read is told at once, and the rest is read.
func (l *linting) lint(args []string, strict bool) error {
	for _, name := range args {
		if err := l.named(name); err != nil {
			return l.told(err)
		}
	}
	if l.asJSON {
		if err := l.printResults(); err != nil {
			return l.told(err)
		}
	}
	switch {
	case l.unread:
		l.run.code = notLinted
	case l.firm > 0, strict && l.found > 0:
		l.run.code = foundWords
	}
	if !l.asJSON && l.found > 0 { // the lines do not say which are firm
		l.run.say("%s, %d firm", count(l.found, "finding"), l.firm)
	}
	return nil
}

// count says how many there are of what takes an s.
func count(n int, name string) string { return model.Count(n, name, name+"s") }

// text looks through one text.
func (l *linting) text(name, text string) error {
	found := l.guard.Check(text, l.context)
	if len(found) == 0 {
		return nil
	}
	l.found += len(found)
	results := resultsOf(name, text, found)
	for _, f := range found {
		if f.Firm {
			l.firm++
		}
	}
	if l.asJSON {
		l.results = append(l.results, results...)
		return nil
	}
	return l.run.print(lines(results))
}

// told is an error with the code that lint has for everything that goes wrong.
func (l *linting) told(err error) error {
	var f failure
	if err == nil || errors.As(err, &f) && f.code == notLinted {
		return err
	}
	return failure{notLinted, err}
}

// skip tells what was not read, and goes on.
func (l *linting) skip(format string, args ...any) {
	l.unread = true
	l.run.say("debrief: %s", fmt.Sprintf(format, args...))
}
