package preview

import (
	"os"
	"strings"
	"testing"
)

// At 80 columns the timeline of the sample was six columns with heads cut and words broken:
// "paymen" above "t page" above "says".
func TestATableTooWideForTheScreenIsReadRowByRow(t *testing.T) {
	page, err := os.ReadFile("../../model/markdown/testdata/sample.md")
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Join(all(t, string(page), 77), "\n")
	for _, want := range []string{`
13:40
  What: Planned index rebuild starts on the replicas
  Kind: action
  Accounts: Chao Lin: The afternoon is when we rebuild; the night has the
    stock import.

13:52
  Known: 14:21 to Ben Okafor, 29 min later
  What: Replica lag passes 90 s, mail to the db list
`, `
  Evidence: Forum: payment page says try again
    https://forum.example.org/t/4711
`, `
  Accounts: Ben Okafor: Connections stood at the limit; I read it as a
    traffic peak.
    Ana Silva: I was on the payment provider's status page; saw the change at
    14:15.
`} {
		if !strings.Contains(got, want) {
			t.Errorf("the page does not read\n%s\nit reads\n%s", want, got)
		}
	}
}

func TestATableThatFitsStaysATable(t *testing.T) {
	const page = "| Phase | Planned | Actual |\n| --- | --- | --- |\n| Countermeasures | 14 min | 13 min |\n\n" +
		"| When | What |\n| --- | --- |\n| 14:09 | Checkout pool lowered from 200 to 120, after the graph had stood flat for six minutes on end |\n"
	got := strings.Join(all(t, page, 60), "\n")
	if !strings.Contains(got, "Countermeasures") || strings.Contains(got, "Planned:") || strings.Contains(got, "What:") {
		t.Errorf("got\n%s", got)
	}
}

// The pieces of one table are drawn apart; a piece of short rows does not become a table again.
func TestALongTableIsLaidOutInOneWay(t *testing.T) {
	var b strings.Builder
	b.WriteString("| When | Known | What | Kind | Accounts |\n| --- | --- | --- | --- | --- |\n")
	b.WriteString("| 13:00 | 14:21 to Ben Okafor | " + strings.Repeat("characteristically long words ", 5) + " | observed | Chao Lin: yes |\n")
	b.WriteString(strings.Repeat("| 14:00 | | short | | |\n", 100))
	got := strings.Join(all(t, b.String(), 50), "\n")
	if n := strings.Count(got, "  What: short"); n != 100 || strings.Contains(got, "|") {
		t.Errorf("%d of 100 short rows are blocks:\n%.600s", n, got)
	}
}

// "- Responded: Ana Silva (payments), Omar Haddad" had "(payments)" below its mark.
func TestASecondRowOfAnEntryStandsBelowItsWords(t *testing.T) {
	const page = `Said before:

- Responded: Ana Silva (payments), Omar Haddad (payments)
- [x] Send the replica lag alert to the on-call pager
- Known then:
  - The rebuild before took two hours, with lag
  - short
1. One, and a second row for it, as it is long
2. Two

   A paragraph of the second entry, on two rows.

Said behind.
`
	want := `Said before:

- Responded: Ana Silva (payments), Omar
  Haddad (payments)
[x] Send the replica lag alert to the
    on-call pager
- Known then:
  - The rebuild before took two hours,
    with lag
  - short
1. One, and a second row for it, as it
   is long
2. Two

   A paragraph of the second entry, on
   two rows.

Said behind.`
	if got := strings.Join(all(t, page, 40), "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
