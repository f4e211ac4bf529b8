package opening

import (
	"slices"
	"strings"

	"debrief/model"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

const (
	noteWidth = 20
	// markWidth is what a contradiction takes where computed times have no column.
	markWidth = 18
	// withNotes is the least width at which computed times have a column.
	withNotes = 76
)

// Body draws the words to read out and the fields.
func (s *Screen) Body() []string {
	if s.x == nil || s.width <= 0 || s.height <= 0 {
		return nil
	}
	if s.reading.open {
		return s.aloudPage()
	}
	rows := slices.Clone(s.above)
	_, marked, _ := s.marks.Marked(s.fields)
	for i, last := s.window(); i < last; i++ {
		rows = append(rows, s.drawField(i, i == marked))
	}
	return rows
}

// window is which fields are shown. A long text takes further rows of the capture line, which
// moves up over the body's last rows; the marked field stands above them.
func (s *Screen) window() (first, last int) {
	height := s.fieldRows()
	f := s.field()
	text, waits := s.pending(f)
	if !waits {
		text = s.text(f)
	}
	more := min(safe.Width(safe.Line(text))/max(s.width-lineMargin, 1), 2)
	first, _ = s.marks.Window(s.fields, max(height-more, min(height, 1)))
	return first, min(first+height, s.fields.Len())
}

// lineMargin is about how much narrower than the screen the capture line is.
const lineMargin = 16

func (s *Screen) drawField(i int, marked bool) string {
	f := s.fields.Key(i)
	if text, waits := s.pending(f); marked || waits {
		return s.drawNow(f, text, waits, marked)
	}
	key := widget.RowKey[model.Field]{Key: f}
	return s.drawn.Row(key, func() string { return s.drawNow(f, "", false, false) })
}

// pending is what was typed into the field and is not recorded.
func (s *Screen) pending(f model.Field) (string, bool) {
	return s.env.Waiting(screen.Key{Field: string(f)})
}

func (s *Screen) drawNow(f model.Field, typed string, waits, marked bool) string {
	t := s.env.Theme
	ground, sign, name := theme.Style{}, safe.Text(""), t.Dim
	value := t.Text
	if marked {
		ground, sign, name, value = t.Selected, ">", t.Strong, t.Strong
	}
	if waits {
		sign += "*"
		if !marked {
			sign = " *"
		}
	}
	note, noteStyle := s.note(f)
	against := s.against(f)
	notes := 0
	switch {
	case s.width >= withNotes:
		notes = noteWidth
	case against != "":
		notes = markWidth
	}
	if against != "" {
		note, noteStyle = against, t.Look
	}
	w := widget.Columns(max(s.width-2, 0), s.names, -1, notes)
	cells := []widget.Cell{{Text: sign, Width: 2, Style: t.Accent}, {Text: safe.Line(string(f)), Width: w[0], Style: name}}
	text := s.value(f)
	if waits {
		text = typed
	}
	if text == "" {
		cells = append(cells, widget.Cell{Text: "-", Width: min(13, w[1]), Style: t.Dim})
		if h := hint(f); h != "" && (note == "" || s.width >= 100) {
			cells = append(cells, widget.Cell{Text: h, Width: max(s.width-2-w[0]-min(13, w[1]), 0), Style: t.Dim})
			return widget.Row(s.width, ground, cells...)
		}
		cells = append(cells, widget.Cell{Width: max(w[1]-13, 0)})
	} else {
		room := w[1]
		if note == "" {
			room += w[2]
		}
		cells = append(cells, widget.Cell{Text: safe.Line(text), Width: max(room-1, 0), Style: value}, widget.Cell{Width: 1})
	}
	if note != "" {
		cells = append(cells, widget.Cell{Text: note, Width: w[2], Style: noteStyle})
	}
	return widget.Row(s.width, ground, cells...)
}

// value is the field as it is shown: a time with the zone behind the first of them.
func (s *Screen) value(f model.Field) string {
	text := s.text(f)
	if f == model.FieldBegan && text != "" {
		text += "  " + s.x.Header.Zone
	}
	return text
}

// note is the time computed from a milestone.
func (s *Screen) note(f model.Field) (safe.Text, theme.Style) {
	kind, ok := f.Milestone()
	if !ok {
		return "", theme.Style{}
	}
	for _, d := range s.x.Durations() {
		if d.To == kind {
			return safe.Line(d.Short()), s.env.Theme.Dim
		}
	}
	return "", theme.Style{}
}

// against says, in at most 18 cells, before which milestone this one stands although it comes
// later: "! before detected". It is "" where nothing contradicts.
func (s *Screen) against(f model.Field) safe.Text {
	kind, ok := f.Milestone()
	if !ok {
		return ""
	}
	for _, words := range s.x.Contradictions() {
		if then, first, ok := strings.Cut(words, " stands before "); ok && then == string(kind) {
			if first == string(model.Began) {
				first = "it began"
			}
			return safe.Line("! before " + first)
		}
	}
	return ""
}
