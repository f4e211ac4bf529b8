package preview

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"debrief/ui/theme"
)

// A dollar that begins no formula stands on the page within an element, which is not to be read.
func TestADollarOnThePageIsADollarOnTheScreen(t *testing.T) {
	th, err := theme.Choose("dark", true, theme.ASCII())
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range []string{"cost <span>&#36;</span> and $5\n", "| a |\n| --- |\n| cost <span>&#36;</span> and $5 |\n"} {
		rows := ansi.Strip(strings.Join(New(page, 40, th).Rows(0, 20), "\n"))
		if !strings.Contains(rows, "cost $ and $5") {
			t.Errorf("%q is drawn as\n%s", page, rows)
		}
	}
}
