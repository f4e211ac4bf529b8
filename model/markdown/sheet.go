package markdown

import "debrief/model"

// sheet is what a page is written on.
type sheet struct{ out []byte }

// raw puts down text of our own, which needs no escape.
func (s *sheet) raw(words string) { s.out = append(s.out, words...) }

// line puts down a field of one line behind something on the same line.
func (s *sheet) line(text string) { s.text(text, inline) }

// text puts down a field of one line at that position.
func (s *sheet) text(text string, at position) { s.out = appendLine(s.out, text, at) }

// said puts down what somebody said, in a line, between quotation marks where it is one.
func (s *sheet) said(a model.Account, at position) {
	before, behind := "", ""
	if a.Quoted {
		before, behind = "“", "”"
	}
	s.raw(before)
	s.out = appendMarkup(s.out, trimmed(a.Text), at)
	s.raw(behind)
}

// body puts down a field of several lines as blocks of their own, each line behind the prefix.
func (s *sheet) body(text, prefix string) { s.out = appendBody(s.out, text, prefix) }

const (
	part    = "##"
	subpart = "###"
)

// heading begins a part.
func (s *sheet) heading(level, title string) { s.raw("\n" + level + " " + title + "\n\n") }

// part returns a function that begins the part of that title at its first call.
func (s *sheet) part(title string) func() {
	begun := false
	return func() {
		if !begun {
			s.heading(part, title)
			begun = true
		}
	}
}

// item begins a point of a list with a field of one line.
func (s *sheet) item(text string) {
	s.raw("- ")
	s.text(text, lineStart)
}

// entry begins a point of a list whose words stand behind a name: "- **Name:** ".
func (s *sheet) entry(name string) { s.raw("- **" + name + ":** ") }

// field puts down "- **Name:** value" for a line that has content.
func (s *sheet) field(name, value string) {
	if value != "" {
		s.entry(name)
		s.line(value)
		s.raw("\n")
	}
}

// trimBlank takes back an empty line at the end, since the next part begins with one.
func (s *sheet) trimBlank() {
	for n := len(s.out); n > 1 && s.out[n-1] == '\n' && s.out[n-2] == '\n'; n = len(s.out) {
		s.out = s.out[:n-1]
	}
}

// details are short remarks in parentheses behind a line: "(at 13:52; Omar Haddad)".
type details struct {
	*sheet
	begun bool
}

// details begins remarks behind the line that was put down last.
func (s *sheet) details() details { return details{sheet: s} }

// add begins the next remark with the words before it.
func (d *details) add(before string) {
	if d.begun {
		d.raw("; " + before)
	} else {
		d.raw(" (" + before)
	}
	d.begun = true
}

// field adds a remark that has content.
func (d *details) field(before, text string) {
	if text != "" {
		d.add(before)
		d.line(text)
	}
}

func (d *details) end() {
	if d.begun {
		d.raw(")")
	}
}
