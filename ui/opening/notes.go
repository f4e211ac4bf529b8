package opening

import (
	"debrief/model"
	"debrief/model/meeting"
	"debrief/ui/safe"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

const (
	// withAloud is the least height at which the words to read out stand above the fields.
	withAloud = 13
	// withNote is the least height at which a note stands there.
	withNote = 6
	// aloudRows is how many rows they take at most.
	aloudRows = 4
	// aloudWidth is how wide they stand at most.
	aloudWidth = 78
)

// wholeOpening says where the rest of the words is.
const wholeOpening = safe.Text("Esc v: all of it")

// layAbove draws what stands above the fields: the beginning of what is read out, and who or what
// to think of at an opening. It is made once a change, never a key.
func (s *Screen) layAbove() {
	s.above = nil
	if s.x == nil || s.width <= 0 {
		return
	}
	t, notes := s.env.Theme, s.notes()
	add := func(text safe.Text, style theme.Style, end safe.Text) {
		room := max(min(s.width-2, aloudWidth), 0)
		cells := []widget.Cell{{Width: 2}}
		if gap := room - safe.Width(text) - safe.Width(end) - 1; end != "" && gap > 1 {
			cells = append(cells, widget.Cell{Text: text, Width: room - safe.Width(end) - 1, Style: style}, widget.Cell{Text: end, Width: safe.Width(end), Style: t.Faint})
		} else {
			cells = append(cells, widget.Cell{Text: text, Width: room, Style: style})
		}
		s.above = append(s.above, widget.Row(s.width, theme.Style{}, cells...))
	}
	if s.height < withAloud {
		if s.height >= withNote && len(notes) > 0 {
			add(notes[0], t.Text, "")
		}
		return
	}
	words := safe.Wrap("To read out: "+safe.Line(s.env.Opening.Short(s.x, s.env.Word)), max(min(s.width-3, aloudWidth), 1))
	for _, text := range words[:min(len(words), aloudRows)] {
		add(text, t.Dim, "")
	}
	if len(notes) == 0 {
		notes = []safe.Text{""}
	}
	for i, n := range notes {
		end := safe.Text("")
		if i == len(notes)-1 {
			end = wholeOpening
		}
		add(n, t.Text, end)
	}
}

// notes are what to think of at the opening, the most pressing first; none where there is nothing.
func (s *Screen) notes() []safe.Text {
	var all []safe.Text
	if back := comesBack(s.x, model.DateOf(s.env.Now())); back != "" {
		all = append(all, back)
	}
	if names := meeting.FirstTime(s.x); names != "" {
		all = append(all, "First time here: "+safe.Line(names))
	}
	return all
}

func (s *Screen) fieldRows() int { return max(s.height-len(s.above), 0) }
