package journey

import (
	"bytes"
	"strings"
	"testing"

	"debrief/ui/terminaltest"
)

// The help asked the terminal for its background: two seconds of waiting where nothing answered,
// and over a slow line the answer stood behind the next prompt as if it had been typed.
func TestWithoutTheScreenTheTerminalIsAskedNothing(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	run := func(wantCode int, args ...string) string {
		t.Helper()
		p := terminaltest.Start(t, terminaltest.Options{Path: built(t), Args: args, Home: home, Silent: true})
		code := p.ExitCode(t)
		out := p.Output()
		if at := bytes.IndexByte(out, 0x1b); at >= 0 || code != wantCode || len(out) == 0 {
			t.Errorf("debrief %s: left with %d, wrote %q", strings.Join(args, " "), code, out)
		}
		return string(out)
	}
	made := strings.Fields(run(0, "new", "Checkout \u202e errors \x1b]11;?\a"))
	id := made[len(made)-1]
	for _, args := range [][]string{
		{"--help"}, {"help", "export"}, {"purge", "--help"}, {"completion", "--help"}, {"--version"}, {"list"}, {"list", "--json"},
		{"show", id}, {"invite", id}, {"export", id}, {"export", id, "--json"}, {"doctor"}, {"lint", "--rules"}, {"completion", "bash"},
	} {
		run(0, args...)
	}
	run(2, "exprot")
	run(3, "show", "zzzzz")
}
