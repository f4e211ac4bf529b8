package opening

import (
	"fmt"

	"debrief/model"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

const (
	// readWidth is how wide the words to read out stand at most: the eye finds the next row.
	readWidth = 66
	// readMargin is the empty cells at their left where there is room.
	readMargin = 6
)

// reading is the view of the words to read out, page by page. While it is open the line holds the
// drift signal, which the room agrees on then.
type reading struct {
	open  bool
	pages [][]safe.Text
	page  int
	from  model.Field // that was marked when it opened
}

// read opens the words to read out, or goes back to the field that was marked.
func (s *Screen) read(open bool) screen.Outcome {
	if s.reading.open == open {
		return screen.Outcome{}
	}
	s.reading.open = open
	if !open {
		s.marks.Mark(s.reading.from)
		return screen.Outcome{}
	}
	s.reading.from, s.reading.page = s.field(), 0
	s.marks.Mark(model.FieldDriftSignal)
	s.paginate()
	return screen.Outcome{}
}

// Leave goes back to the fields when another screen comes to the front.
func (s *Screen) Leave() { s.read(false) }

// paginate lays the words out in pages. A paragraph stays whole where it fits on a page.
func (s *Screen) paginate() {
	r := &s.reading
	r.pages = nil
	rows := max(s.height-1, 1) // the first stays empty
	var page []safe.Text
	turn := func() {
		if len(page) > 0 {
			r.pages = append(r.pages, page)
		}
		page = nil
	}
	for _, p := range s.env.Opening.Say(s.x, s.env.Word) {
		lines := safe.Wrap(safe.Line(p), max(min(s.width-s.readMargin()-2, readWidth), 1))
		if len(page) > 0 {
			if len(page)+1+len(lines) > rows {
				turn()
			} else {
				page = append(page, "")
			}
		}
		for len(lines) > rows {
			page = append(page, lines[:rows]...)
			lines = lines[rows:]
			turn()
		}
		page = append(page, lines...)
	}
	turn()
	r.page = max(min(r.page, len(r.pages)-1), 0)
}

func (s *Screen) readMargin() int {
	if s.width < 80 {
		return 2
	}
	return readMargin
}

// aloudPage draws the page of the words to read out.
func (s *Screen) aloudPage() []string {
	if len(s.reading.pages) == 0 {
		return nil
	}
	rows := []string{""}
	if s.height < 2 {
		rows = nil
	}
	for _, text := range s.reading.pages[s.reading.page] {
		rows = append(rows, widget.Row(s.width, theme.Style{}, widget.Cell{Width: s.readMargin()},
			widget.Cell{Text: text, Width: max(s.width-s.readMargin(), 0), Style: s.env.Theme.Text}))
	}
	return rows[:min(len(rows), s.height)]
}

func (s *Screen) lastPage() bool { return s.reading.page >= len(s.reading.pages)-1 }

// turn goes to another page.
func (s *Screen) turn(to screen.Move) {
	switch r := &s.reading; to {
	case screen.Up, screen.PageUp:
		r.page = max(r.page-1, 0)
	case screen.Down, screen.PageDown:
		r.page = max(min(r.page+1, len(r.pages)-1), 0)
	case screen.First:
		r.page = 0
	case screen.Last:
		r.page = max(len(r.pages)-1, 0)
	}
}

// enterReading is Enter while nothing was typed: the next page, and behind the last the fields.
func (s *Screen) enterReading() screen.Outcome {
	if s.lastPage() {
		s.read(false)
	} else {
		s.turn(screen.PageDown)
	}
	return screen.Outcome{}
}

func (s *Screen) readingWords() safe.Text {
	if s.lastPage() {
		return "Enter goes back to the fields"
	}
	return "Enter turns the page; Esc: back to the fields"
}

func (s *Screen) readingPosition() safe.Text {
	return safe.Line(fmt.Sprintf("%d of %d", s.reading.page+1, max(len(s.reading.pages), 1)))
}

func (s *Screen) readingHints(typing bool) []screen.Hint {
	enter := safe.Text("next page")
	if s.lastPage() {
		enter = "fields"
	}
	hints := []screen.Hint{{Command: keymap.Enter, Word: enter}, {Command: keymap.PageDown}}
	if !typing {
		hints = append(hints, screen.Hint{Command: keymap.Type, Word: "type the signal"})
	}
	return append(hints, screen.Hint{Command: keymap.Back, Word: "fields"}, screen.Hint{Command: keymap.Help})
}
