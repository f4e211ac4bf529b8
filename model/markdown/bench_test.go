package markdown

import (
	"bytes"
	"strings"
	"testing"

	"debrief/model"
	"debrief/model/sample/sampletest"
)

// BenchmarkPage writes the page of a record of 5,000 events. The measure beside it is the
// plain builder below, which escapes the same fields but sorts and looks up nothing.
func BenchmarkPage(b *testing.B) {
	p := sampletest.Large(5000)
	b.SetBytes(int64(len(Page(p, Options{}))))
	b.ReportAllocs()
	for b.Loop() {
		Page(p, Options{})
	}
}

func BenchmarkPlainBuilder(b *testing.B) {
	p := sampletest.Large(5000)
	b.SetBytes(int64(len(plainBuilder(p))))
	b.ReportAllocs()
	for b.Loop() {
		plainBuilder(p)
	}
}

// plainBuilder joins the texts of the record as they come, with the usual ReplaceAll style of
// escaping: one pass of a Replacer over each field.
func plainBuilder(p model.Postmortem) []byte {
	escape := strings.NewReplacer("|", `\|`, "*", `\*`, "_", `\_`, "`", "\\`", "#", `\#`, "<", "&lt;", "&", "&amp;",
		"[", `\[`, "]", `\]`, "~", `\~`, "@", "@"+nothing, "\n", " ", `\`, `\\`)
	names := make(map[model.ID]string)
	for _, a := range p.Attendees {
		names[a.ID] = a.Name
	}
	accounts := make(map[model.ID][]model.Account)
	for _, a := range p.Accounts {
		accounts[a.Event] = append(accounts[a.Event], a)
	}
	var out bytes.Buffer
	for _, e := range p.Events {
		out.WriteString("| ")
		out.WriteString(e.When.At.Format("2006-01-02 15:04:05"))
		out.WriteString(" | ")
		_, _ = escape.WriteString(&out, e.What)
		out.WriteString(" | ")
		out.WriteString(string(e.Kind))
		out.WriteString(" | ")
		for _, a := range accounts[e.ID] {
			_, _ = escape.WriteString(&out, names[a.Attendee])
			out.WriteString(": ")
			_, _ = escape.WriteString(&out, a.Text)
			out.WriteString(" <br>")
		}
		out.WriteString(" |\n")
	}
	for _, l := range p.CardLines {
		out.WriteString("- ")
		_, _ = escape.WriteString(&out, l.Text)
		out.WriteString("\n")
	}
	for _, l := range p.Learnings {
		out.WriteString("- ")
		_, _ = escape.WriteString(&out, l.Text)
		out.WriteString("\n")
	}
	for _, c := range p.Countermeasures {
		out.WriteString("- [ ] ")
		_, _ = escape.WriteString(&out, c.Text)
		out.WriteString(" — " + names[c.Owner] + ", by " + c.By.String() + "\n")
	}
	for _, i := range p.ParkedIdeas {
		out.WriteString("- ")
		_, _ = escape.WriteString(&out, i.Text)
		out.WriteString("\n")
	}
	return out.Bytes()
}

// BenchmarkEscape is the escape alone, on ordinary text.
func BenchmarkEscape(b *testing.B) {
	s := strings.Repeat("At 14:09 the checkout pool was lowered from 200 to 120, see #ops and pool_size; ", 10)
	b.SetBytes(int64(len(s)))
	var out []byte
	for b.Loop() {
		out = appendLine(out[:0], s, inCell)
	}
}

// BenchmarkHostileBody is text made to be slow, 64 KiB of it: no sign may look at the rest of
// the text each time it comes up.
func BenchmarkHostileBody(b *testing.B) {
	const size = 64 << 10
	for _, unit := range []string{"`", "` `` ", "[", "![a](", "<", "<https:", "0", ":a", "&a", "http://a:", "> ", "- a\n", "\\`", "*", "@"} {
		s := strings.Repeat(unit, size/len(unit))
		b.Run(unit, func(b *testing.B) {
			b.SetBytes(size)
			for b.Loop() {
				appendBody(appendLine(nil, s, inCell), s, "")
			}
		})
	}
}
