package widget

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// A pasted log may hold anything. The limit is far above what is measured (a few ms a key), so that only work that
// grows with the square of the text fails.
func TestAKeyStaysQuickInHostileText(t *testing.T) {
	for _, unit := range []string{"\u0301", "👨\u200d", "\u1100", "🇩", "日", " ", "\n", "a\u0301\u0301", "\u0d4e"} {
		for _, most := range []int{1, 3} {
			l := NewLine()
			l.Insert(strings.Repeat(unit, MaxLen/len(unit)-1))
			begin := time.Now()
			for _, key := range []tea.KeyPressMsg{{Code: 'x', Text: "x"}, {Code: tea.KeyBackspace}, {Code: tea.KeyLeft}, {Code: tea.KeyHome}, {Code: tea.KeyRight},
				{Code: tea.KeyDelete}, {Code: 'x', Text: "x"}, {Code: tea.KeyEnd}} {
				l.Update(key)
				l.Rows(drawing(68, most))
			}
			if took := time.Since(begin); took > 2*time.Second {
				t.Errorf("eight keys in 64 KiB of %q took %v", unit, took)
			}
		}
	}
}
