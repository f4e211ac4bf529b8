package timeline

import (
	"debrief/model/capture"
	"debrief/ui/entry"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// ctx is what a line is read against, with the mark where it is now.
func (s *Screen) ctx() capture.Context {
	c := s.context.At(s.env.Now())
	if _, i, ok := s.marked(); ok {
		c.Marked = s.base[i]
	}
	return c
}

// Read says how Enter would understand the text.
func (s *Screen) Read(text string, cursor int) screen.Reading {
	marked, _, any := s.marked()
	s.typed = screen.Typed{Empty: text == ""}
	if text == "" {
		words := "a time and what happened make the first row"
		if any {
			words = "words add a row; > about " + s.rows().Name(marked) + "; Enter opens it"
		}
		return screen.Reading{Words: safe.Line(words)}
	}
	c := s.ctx()
	l := capture.Read(text, cursor, c)
	r := entry.Reading(l, c, s.describe(l, c))
	if l.Target == capture.Row && !any {
		r.Words, r.Fault = noRow, true
	}
	s.typed.Open = len(r.Candidates) > 0
	return r
}

const noRow = safe.Text("no row is marked yet; begin with a time and what happened")

// describe puts into words what Enter makes of the line. People in the middle of a sentence are
// spoken of and give no account.
func (s *Screen) describe(l capture.Line, c capture.Context) string {
	var around capture.Around
	if marked, _, ok := s.marked(); ok {
		around.Row = s.rows().Name(marked)
		around.After = around.Row
	}
	if !l.When.IsZero() {
		around.After = ""
		if e, ok := s.before(l.When.At); ok {
			around.After = s.rows().Name(e)
		}
	}
	described := l
	described.People = nil
	fresh := ""
	for _, p := range l.People {
		switch {
		case !p.InText:
			described.People = append(described.People, p)
		case !p.Known:
			fresh += "; @" + p.Handle + " joins the attendees"
		}
	}
	return capture.Says(described, c, around) + fresh
}
