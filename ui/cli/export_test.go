package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"debrief/model"
	"debrief/model/edit"
	"debrief/model/rescue"
	"debrief/model/sample"
	rescuefile "debrief/storage/rescue"
)

func TestThePageSaysWhatIsLeftWhenItIsWritten(t *testing.T) {
	d := newDesk(t)
	p := sample.Postmortem(noon)
	p.Header.DriftSignal = "a bell; without it we would have lost an hour"
	ed := edit.Editor{NewID: func() model.ID { return sample.ID("left then") }, Now: func() time.Time { return noon }}
	p, _, err := ed.Add(p, model.Finding{Category: "counterfactual", Rule: "C1", Firm: true, Text: "could have gone", Outcome: model.Flagged})
	if err != nil {
		t.Fatal(err)
	}
	d.must("import", d.file(p))
	id := string(p.Header.ID)
	if code := d.run("export", id); code != 5 || !strings.Contains(d.err.String(), "drift signal: counterfactual: would have lost") {
		t.Errorf("ended with %d:\n%s", code, d.err.String())
	}
	left := d.wording(id, "--allow-findings")
	was := p
	was.Header.DriftSignal = "a bell"
	was.Header.ID = sample.ID("another record")
	was.Incident.ID = was.Header.ID
	d.must("import", d.file(was))
	clean := d.wording(string(was.Header.ID))
	if !strings.HasSuffix(left, "1 left") || !strings.HasSuffix(clean, "0 left") {
		t.Errorf("with the words %q, without them %q", left, clean)
	}
	if page := d.must("export", id, "--json", "--allow-findings"); !strings.Contains(page, "could have gone") {
		t.Error("the record of everything keeps what was noted")
	}
}

// wording is what the page says of the wording guard.
func (d *desk) wording(id string, flags ...string) string {
	d.t.Helper()
	_, rest, found := strings.Cut(d.must(append([]string{"export", id}, flags...)...), "**Wording:** ")
	if !found {
		d.t.Error("the page has no receipt")
	}
	line, _, _ := strings.Cut(rest, "\n")
	return line
}

func TestAReasonInTheReceiptIsLookedThroughToo(t *testing.T) {
	d := newDesk(t)
	p := sample.Postmortem(noon)
	for i := range p.Findings {
		if p.Findings[i].Outcome == model.Dismissed {
			p.Findings[i].Reason = "it could have been worse"
		}
	}
	d.must("import", d.file(p))
	if code := d.run("export", string(p.Header.ID)); code != 5 || !strings.Contains(d.err.String(), "reason for “") {
		t.Errorf("ended with %d:\n%s", code, d.err.String())
	}
}

// The page went to stdout with signs in place of what no eye sees, and into a file with the
// characters themselves: nobody saw in a diff why the two were not the same.
func TestThePageIsTheSameOnStdoutAndInAFile(t *testing.T) {
	d := newDesk(t)
	p := sample.Postmortem(noon)
	p.Header.Title = "pay\u202eslip\u200b \u00adgone \x1b[2J\u009b e" + strings.Repeat("\u0301", 40) + " $x$"
	p.Header.Summary = "One \u2066two\u2069 three\ufeff\n\n- \U000e0041 four\n\n```\nfi\u202dve \x07\n```\n"
	d.must("import", d.file(p))
	id := string(p.Header.ID)
	for _, form := range [][]string{{"--allow-findings"}, {"--json", "--allow-findings"}} {
		page := d.must(append([]string{"export", id}, form...)...)
		file := filepath.Join(t.TempDir(), "page")
		d.must(append([]string{"export", id, "-o", file}, form...)...)
		written, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if page != string(written) {
			t.Errorf("%q: stdout and the file differ", form)
		}
		for _, r := range page {
			if unicode.Is(unicode.Cf, r) || unicode.IsControl(r) && r != '\n' {
				t.Errorf("%q: %U stands in the page, which nobody sees", form, r)
			}
		}
	}
}

func TestAnExportThatStopsPointsAtEachTextAsAPersonWould(t *testing.T) {
	d := newDesk(t)
	p := sample.Postmortem(noon)
	const words = "We would have seen it"
	p.Incident.Impact, p.Events[0].What, p.Accounts[0].Text, p.CardLines[0].Text = words, words, words, words
	p.Accounts[0].Quoted = false
	p.Learnings[0].Text, p.Countermeasures[0].DoneWhen, p.ParkedIdeas[0].Text = words, words, "We could have alerted on replica lag"
	d.must("import", d.file(p))
	if code := d.run("export", string(p.Header.ID)); code != 5 || d.out.Len() > 0 {
		t.Errorf("ended with %d, and printed %q", code, d.out.String())
	}
	for _, want := range []string{
		"impact: counterfactual: would have seen", "event 13:40: ", "account of Chao Lin at 13:40: ", "card of Chao Lin, cue: ", "learning “We would have seen it”: ",
		"countermeasure “Send the replica lag alert to the on-ca»”, done when: ", "\nidea “We could have alerted on replica lag”: ", "firm findings left, so nothing was written",
	} {
		if !strings.Contains(d.err.String(), want) {
			t.Errorf("%q is not in\n%s", want, d.err.String())
		}
	}
}

// debrief export -o STORE --force took the store's place, and said "Written".
func TestNoExportReplacesAStoreOrARescueFile(t *testing.T) {
	d := newDesk(t)
	id := strings.TrimSpace(d.must("new", "The pool ran full"))
	left, err := rescuefile.Write(rescue.Rescue{At: noon, Store: d.db, Drafts: []model.Draft{{Window: "w", Text: "half", At: noon}}})
	if err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "page.md")
	if err := os.Symlink(d.db, link); err != nil {
		t.Skip("no links here: ", err)
	}
	for _, target := range []string{d.db, left, link} {
		before, err := os.ReadFile(target)
		if err != nil {
			t.Fatal(err)
		}
		for _, more := range [][]string{nil, {"--force"}, {"--json", "--force"}} {
			d.fails(existing, "no export replaces it; take another name", append([]string{"export", id, "-o", target}, more...)...)
		}
		if after, err := os.ReadFile(target); err != nil || !bytes.Equal(before, after) {
			t.Errorf("%s was changed, %v", target, err)
		}
	}
}
