package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"debrief/model"
	"debrief/model/capture"
	"debrief/ui/feature"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

// View draws the frame: header, body, the capture line and the keys, and puts the terminal's
// cursor into the line.
func (a *App) View() tea.View {
	v := tea.NewView("")
	v.AltScreen = true
	v.WindowTitle = "debrief"
	if a.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	if a.width == 0 || a.height == 0 {
		return v
	}
	if !a.layout.enough {
		rows, cursor := a.tooSmall()
		v.Content, v.Cursor = strings.Join(rows, "\n"), cursor
		return v
	}
	rows, cursor := a.rows()
	v.Content, v.Cursor = strings.Join(rows, "\n"), cursor
	return v
}

// ownCursor is the cursor in the shape that the person has given it. The shapes of Bubble Tea begin
// with a blinking block, which it sets and does not take back; the one before that is shape 0 of
// DECSCUSR, the terminal's own, and is never written at all.
func ownCursor(x, y int) *tea.Cursor {
	at := tea.NewCursor(x, y)
	at.Shape, at.Blink = tea.CursorBlock-1, false
	return at
}

// tooSmall asks for more room. Typing and saving go on, so the line stays where there is a row.
func (a *App) tooSmall() ([]string, *tea.Cursor) {
	rows := []string{string(safe.Cut("debrief needs 60x16; typing goes on", a.width))}
	if a.height < 2 {
		return rows, nil
	}
	f, _ := a.field()
	line, at := a.line.Rows(a.env.Theme, screen.Reading{Unseen: f.Unseen}, a.width, 1)
	return append(rows, line[0]), ownCursor(at.Col, 1)
}

func (a *App) rows() ([]string, *tea.Cursor) {
	l, t := a.layout, a.env.Theme
	reading := a.read()
	rows := make([]string, 0, l.height)
	rows = append(rows, a.header(), a.phases())
	whole := false
	panelRows := 0
	if p := a.front(); p != nil {
		panelRows, whole = p.Height(l.body)
	}
	if l.missing {
		rows = append(rows, a.missing(whole))
	}

	low := a.lower(reading)
	rows = append(rows, uncovered(a.body(l.body, panelRows, whole), low.taken)...)
	if l.rule {
		rows = append(rows, strings.Repeat(" ", margin)+widget.Rule(l.width-margin-1, a.position(), t))
	}
	rows = append(rows, low.ask...)
	lineAt := len(rows)
	for i, text := range low.line {
		head := safe.Text("")
		if i == 0 {
			head = low.label
		}
		rows = append(rows, widget.Row(margin+labelCells(low.label), theme.Style{}, widget.Cell{Width: margin}, widget.Cell{Text: head, Width: labelCells(low.label), Style: t.Accent})+text)
	}
	rows = append(rows, low.reads...)
	rows = append(rows, a.footer())

	var at *tea.Cursor
	if a.focus.isTyping() || a.focus.mode == finding || a.ownsLine() {
		at = ownCursor(margin+labelCells(low.label)+low.cursor.Col, lineAt+low.cursor.Row)
	}
	return rows, at
}

// lower is what stands between the body and the keys.
type lower struct {
	ask, line, reads []string
	cursor           widget.CursorAt
	label            safe.Text // of the line
	taken            int       // rows that it takes from the body, being longer than its room
}

// lower draws the question, the line and how it is read. What one of them leaves of its room the
// others take before they take a row of the body.
func (a *App) lower(r screen.Reading) lower {
	var l lower
	l.line, l.cursor, l.label = a.captureLine(r)
	l.ask, l.reads = a.ask(), a.readsRows(r)
	l.taken = len(l.ask) + len(l.line) + len(l.reads) - (a.layout.ask + 2)
	for ; l.taken < 0; l.taken++ {
		l.ask = append(l.ask, "")
	}
	return l
}

// uncovered is the body without the rows that longer texts below take from it: its last ones, but
// never the marked one.
func uncovered(body []string, taken int) []string {
	left := max(len(body)-taken, 0)
	for i := left; i < len(body); i++ {
		if strings.HasPrefix(ansi.Strip(body[i]), ">") {
			return body[len(body)-left:]
		}
	}
	return body[:left]
}

// labelCells is how wide a label stands: all texts begin in the same column unless a label is
// longer than the column.
func labelCells(label safe.Text) int { return max(labelWidth, safe.Width(label)+1) }

// header is row 1. The clock stands at its end, beside its ground and not on it: a minute that is over
// then costs half the bytes. At home it is the time of day.
func (a *App) header() string {
	t := a.env.Theme
	title := safe.Text("debrief")
	if a.desk.Sheet != nil && a.at.Screen != screen.Home {
		title = safe.Line(a.desk.Index.Header.Title)
	}
	var right []widget.Cell
	add := func(text safe.Text, style theme.Style) {
		if text == "" {
			return
		}
		if len(right) > 0 {
			right = append(right, widget.Cell{Width: 3})
		}
		right = append(right, widget.Cell{Text: text, Width: safe.Width(text), Style: style})
	}
	private := a.desk.Private()
	if private {
		add("PRIVATE", t.Stop)
	}
	if a.desk.Names() != nil && a.at.Screen != screen.Home && !(private && a.width < 80) { // what is not saved needs the room
		add("names off", t.Dim)
	}
	add(a.saveState())
	taken := 1
	for _, c := range right {
		taken += c.Width
	}
	clock, style := safe.Line(a.options.Now().Format("Mon _2 Jan 15:04")), t.Strong
	for _, f := range a.features {
		if f.Header != nil && !a.atHome() {
			clock, style = f.Header()
		}
	}
	end := 0
	if clock != "" {
		end = min(safe.Width(clock)+3, a.width) // two cells before it, one behind
	}
	width := a.width - end
	room := max(width-margin-taken-2, 0)
	cells := []widget.Cell{{Width: margin}, {Text: title, Width: room, Style: t.Strong}, {Width: max(width-margin-taken-room, 0)}}
	return widget.Row(width, t.Band, append(cells, right...)...) +
		widget.Row(end, theme.Style{}, widget.Cell{Width: 2}, widget.Cell{Text: clock, Width: end - 3, Style: style})
}

func (a *App) saveState() (safe.Text, theme.Style) {
	t := a.env.Theme
	switch {
	case a.desk.Throwaway():
		return "sample, not kept", t.Dim
	case a.desk.InTrouble():
		return safe.Line(fmt.Sprintf("NOT SAVED (%d)", max(a.desk.Waiting(), 1))), t.Stop
	case a.desk.Saving():
		return "saving", t.Dim
	case a.desk.ReadOnly:
		return "READ ONLY", t.Stop
	}
	return "saved", t.OK
}

func (a *App) phases() string {
	t := a.env.Theme
	if a.at.Screen == screen.Home {
		line := a.home.Line()
		return widget.Row(a.width, theme.Style{}, widget.Cell{Width: margin}, widget.Cell{Text: "Home", Width: 7, Style: t.Strong},
			widget.Cell{Text: line, Width: safe.Width(line), Style: t.Dim})
	}
	here := a.at.Screen.Phase()
	if a.width < 80 {
		cells := []widget.Cell{{Width: margin}, {Text: safe.Line(fmt.Sprintf("< %d of 7  ", here)), Width: 10, Style: t.Dim}}
		name := safe.Line("[" + here.Short() + "]")
		cells = append(cells, widget.Cell{Text: name, Width: safe.Width(name), Style: t.Here})
		next := safe.Text(" >")
		if here < model.PhaseClose {
			next = safe.Line("  " + (here + 1).Short() + " >")
		}
		return a.withMinutes(append(cells, widget.Cell{Text: next, Width: safe.Width(next), Style: t.Faint}))
	}
	between := 1
	if a.width >= 100 {
		between = 2
	}
	var cells []widget.Cell
	for i, p := range model.Phases() {
		name, style := p.Short(), t.Faint
		if a.width >= 90 {
			name = p.String()
		}
		before, after := " ", " "
		switch {
		case p == here:
			before, after, style = "[", "]", t.Here
		case a.visited(p):
			style = t.Dim
			if len(a.desk.Lacks[p]) > 0 {
				after = "*"
			}
		}
		text := safe.Line(before + name + after)
		gap := 1
		if i > 0 {
			gap = between
		}
		cells = append(cells, widget.Cell{Width: gap}, widget.Cell{Text: text, Width: safe.Width(text), Style: style})
	}
	return a.withMinutes(cells)
}

// withMinutes draws row 2. Where there is no row 3, the minutes of the phase stand at its end.
func (a *App) withMinutes(cells []widget.Cell) string {
	if a.layout.missing {
		return widget.Row(a.width, theme.Style{}, cells...)
	}
	if half := a.rightHalf(); len(half.Words) > 0 {
		room, words := a.width-1, half.Words[len(half.Words)-1]
		for _, c := range cells {
			room -= c.Width
		}
		if gap := room - safe.Width(words); gap > 0 {
			cells = append(cells, widget.Cell{Width: gap}, widget.Cell{Text: words, Width: safe.Width(words), Style: half.Style})
		}
	}
	return widget.Row(a.width, theme.Style{}, cells...)
}

func (a *App) missing(whole bool) string {
	t, width := a.env.Theme, max(a.width-margin-1, 0)
	if p := a.front(); whole && p != nil {
		covered := safe.Text("")
		for _, f := range a.features {
			if f.Covered != nil {
				covered = f.Covered()
			}
		}
		return a.halves([]widget.Cell{{Text: p.Title(), Width: safe.Width(p.Title()), Style: t.Strong}}, covered, t.Text)
	}
	right, wording := a.rightHalf(), a.guard.Row()
	words, left, fits := safe.Text(""), []widget.Cell(nil), false
	for _, words = range right.Words {
		left, fits = a.lackCells(width-safe.Width(words)-2, wording)
		if fits || right.Urges && safe.Width(words) <= width {
			break
		}
	}
	switch {
	case len(right.Words) == 0:
		left, _ = a.lackCells(width, wording)
	case right.Urges && !fits:
		left = nil
	}
	return a.halves(left, words, right.Style)
}

// rightHalf is what the features have to say there, such as the minutes of this phase. Row 3 is the only place
// that nags, and says one thing at a time: what is missing gives way to minutes that are taken.
func (a *App) rightHalf() feature.Half {
	var h feature.Half
	for _, f := range a.features {
		if f.Half == nil || h.Urges {
			continue
		}
		switch more := f.Half(); {
		case len(more.Words) == 0:
		case len(h.Words) == 0:
			h = more
		default:
			last := more.Words[0]
			h.Words = append([]safe.Text{h.Words[0] + "   " + last, last}, h.Words...)
		}
	}
	return h
}

// halves draws row 3: what stands at its left, and at its end.
func (a *App) halves(left []widget.Cell, right safe.Text, style theme.Style) string {
	room := max(a.width-margin-1, 0)
	for _, c := range left {
		room -= c.Width
	}
	end := min(safe.Width(right), max(room, 0))
	cells := append([]widget.Cell{{Width: margin}}, left...)
	return widget.Row(a.width, theme.Style{}, append(cells, widget.Cell{Width: max(room-end, 0)}, widget.Cell{Text: right, Width: end, Style: style})...)
}

// lackCells is what the phase lacks and the words on its wording, in so many cells, and whether
// both fit there whole.
func (a *App) lackCells(width int, words safe.Text) (cells []widget.Cell, fits bool) {
	if a.desk.Sheet == nil || a.at.Screen == screen.Home {
		return nil, true
	}
	t, room := a.env.Theme, width
	if words != "" {
		room -= safe.Width(words) + 2
	}
	if lack := safe.Line(a.lackLine(max(room, 1))); lack != "" {
		fits = safe.Width(lack) <= room
		cells = append(cells, widget.Cell{Text: lack, Width: min(safe.Width(lack), max(room, 0)), Style: t.Look}, widget.Cell{Width: 2})
	} else {
		fits = room >= 0
	}
	return append(cells, widget.Cell{Text: words, Width: min(safe.Width(words), max(width, 0)), Style: t.Dim}), fits
}

// body draws the screen's rows and, over its lower part, the panel in front.
func (a *App) body(height, panelRows int, whole bool) []string {
	rows := make([]string, height)
	if !whole {
		for i, row := range a.current().Body() {
			if i < height {
				rows[i] = row
			}
		}
	}
	p := a.front()
	if p == nil {
		return rows
	}
	if whole {
		copy(rows, p.Body())
		return rows
	}
	from := max(height-panelRows, 0)
	for i := range rows[:from] {
		rows[i] = a.behind(rows[i])
	}
	for i := range rows[from:] {
		rows[from+i] = ""
	}
	if from < height {
		rows[from] = strings.Repeat(" ", margin) + widget.TitledRule(a.width-margin-1, p.Title(), a.env.Theme)
		copy(rows[from+1:], p.Body())
	}
	return rows
}

// behind draws a row that a panel stands before: dim, and without its mark.
func (a *App) behind(row string) string {
	plain := ansi.Strip(row)
	if strings.HasPrefix(plain, ">") {
		plain = " " + plain[1:]
	}
	return a.env.Theme.Faint.Render(safe.Line(plain))
}

func (a *App) position() safe.Text {
	if p := a.front(); p != nil {
		return p.Position()
	}
	return a.current().Position()
}

func (a *App) ask() []string {
	t := a.env.Theme
	text := a.question()
	width := max(a.width-margin-labelWidth-1, 1)
	parts := safe.Wrap(text, width)
	rows := make([]string, max(1, min(len(parts), askRows)))
	for i := range rows {
		label, part := safe.Text(""), safe.Text("")
		if i == 0 {
			label = "Ask"
		}
		if i < len(parts) {
			part = parts[i]
		}
		rows[i] = widget.Row(a.width, theme.Style{}, widget.Cell{Width: margin},
			widget.Cell{Text: label, Width: labelWidth, Style: t.Dim}, widget.Cell{Text: part, Width: width, Style: t.Ask})
	}
	return rows
}

func (a *App) captureLine(r screen.Reading) (rows []string, at widget.CursorAt, label safe.Text) {
	f, _ := a.field()
	label = f.Label
	if r.Label != "" {
		label = r.Label
	}
	width := max(a.width-margin-labelCells(label)-1, 1)
	if !a.focus.isTyping() && a.focus.mode != finding && !a.ownsLine() {
		text := safe.Text("(i to type)")
		if !a.line.Empty() {
			text = safe.Line(a.line.Value())
			if f.Unseen {
				text = safe.Repeat("*", safe.Width(text))
			}
		}
		return []string{a.env.Theme.Faint.Render(safe.Cut(text, width))}, at, label
	}
	rows, at = a.line.Rows(a.env.Theme, r, width, lineRows)
	return rows, at, label
}

// readsRows says how the line is understood, or what was done, or what is not understood. It takes
// a second row where it needs one.
func (a *App) readsRows(r screen.Reading) []string {
	t := a.env.Theme
	label, text, style, labelStyle := safe.Text("Reads"), r.Words, t.Dim, t.Dim
	switch {
	case a.said.words != "":
		label, text, style, labelStyle = safe.Line(a.said.label), safe.Line(a.said.words), t.Text, t.OK
		if a.said.label == check {
			labelStyle, style = t.Look, t.Look
		}
	case a.focus.mode == going:
		text = "a digit goes there"
	case !a.focus.isTyping() && a.front() == nil && a.focus.mode != finding && a.current().Commands().Off(keymap.Back, a.keys) == "":
		// A step of the screen's own is under way, such as a merge: its words stand.
	case !a.focus.isTyping() && a.front() == nil && a.focus.mode != finding:
		text = "letters are commands now"
	case r.Fault:
		label, labelStyle, style = check, t.Look, t.Look
	}
	width := max(a.width-margin-labelWidth-1, 1)
	parts := []safe.Text{text}
	if safe.Width(text) > width {
		parts = safe.Wrap(text, width)
		if len(parts) > readsRows {
			parts[readsRows-1] = safe.Cut(parts[readsRows-1]+" "+parts[readsRows], width)
			parts = parts[:readsRows]
		}
	}
	rows := make([]string, len(parts))
	for i, part := range parts {
		if i > 0 {
			label = ""
		}
		rows[i] = widget.Row(a.width, theme.Style{}, widget.Cell{Width: margin},
			widget.Cell{Text: label, Width: labelWidth, Style: labelStyle}, widget.Cell{Text: part, Width: width, Style: style})
	}
	return rows
}

// hint is a key of the footer with the command that it asks for.
type hint struct {
	command keymap.Command
	widget.Hint
}

func (a *App) footer() string {
	hints := a.hints()
	drawn := make([]widget.Hint, len(hints))
	for i, h := range hints {
		drawn[i] = h.Hint
	}
	return widget.Footer(a.width, a.env.Theme, drawn...)
}

// hints are the keys that work now, the most needed first.
func (a *App) hints() []hint {
	var hints []hint
	switch {
	case a.focus.mode == going:
		for _, b := range a.keys.Bindings() {
			if b.Scope == keymap.AfterGo && len(b.Keys) > 0 {
				hints = append(hints, hint{b.Command, widget.Hint{Key: safe.Line(b.Keys[0]), Does: safe.Line(b.Word)}})
			}
		}
	case a.focus.mode == finding:
		hints = append(hints, a.hint(screen.Hint{Command: keymap.Enter, Word: "next match"}, 0), a.hint(screen.Hint{Command: keymap.Back, Word: "done"}, 0))
	default:
		wanted := a.current().Hints(a.focus.isTyping())
		if p := a.front(); p != nil {
			wanted = p.Hints()
		}
		for i, h := range wanted {
			hints = append(hints, a.hint(a.worded(h), i))
		}
	}
	return hints
}

// worded gives Enter and Tab the word for what they do with this very line.
func (a *App) worded(h screen.Hint) screen.Hint {
	chosen, _ := a.front().(interface{ Chosen() bool })
	panel := a.front() != nil && (a.guard.Panel() != nil || !a.passesText() || a.line.Empty() || chosen != nil && chosen.Chosen())
	switch {
	case h.Command == keymap.Next && (a.focus.isTyping() || a.ownsLine()) && len(a.read().Candidates) > 0:
		h.Word = "complete"
		if a.line.Empty() {
			h.Word = "choose"
		}
	case h.Command == keymap.Next && a.focus.isTyping() && a.front() == nil && a.line.Changed():
		h.Word = "after Enter"
	case h.Command != keymap.Enter || panel || !a.focus.isTyping():
	case a.front() != nil:
		h.Word = "record"
	case a.line.Empty() && h.Word == "record":
		h.Word = "open"
	default:
		if target, shared := a.sharedSign(a.line.Value()); shared && target == capture.Idea {
			h.Word = "park"
		} else if shared {
			h.Word = "keep"
		}
	}
	return h
}

func (a *App) hint(h screen.Hint, drop int) hint {
	b, _ := a.keys.Binding(h.Command)
	key := a.keys.Key(h.Command)
	switch {
	case !a.focus.isTyping() && a.front() == nil && a.letter(h.Command) != "":
		key = a.letter(h.Command)
	case h.Command == keymap.Help:
		key = "?"
	}
	if h.Command == keymap.Up || h.Command == keymap.Down {
		key = "Up/Dn"
	}
	if h.Command == keymap.Help || h.Command == keymap.Back {
		drop = 1 // whoever is lost needs it in the narrowest terminal too
	}
	word := h.Word
	if word == "" {
		word = safe.Line(b.Word)
	}
	return hint{h.Command, widget.Hint{Key: safe.Line(key), Does: word, Drop: drop}}
}

// hintAt returns the command whose hint is drawn at a column of the footer.
func (a *App) hintAt(column int) (keymap.Command, bool) {
	drawn := ansi.Strip(a.footer())
	from := 0
	for _, h := range a.hints() {
		text := string(h.Key)
		at := strings.Index(drawn[from:], text)
		if at < 0 {
			continue
		}
		start := from + at
		end := start + len(text)
		if rest := drawn[end:]; h.Does != "" && strings.HasPrefix(rest, " "+string(h.Does)) {
			end += 1 + len(h.Does)
		}
		if left := ansi.StringWidth(drawn[:start]); column >= left && column < left+ansi.StringWidth(drawn[start:end]) {
			return h.command, true
		}
		from = end
	}
	return "", false
}

// fromHere is the key of a command of the list, with Esc before it while one types.
func (a *App) fromHere(c keymap.Command) string {
	key := a.letter(c)
	if a.focus.isTyping() {
		key = a.keys.Key(keymap.Back) + " " + key
	}
	return key
}

// letter returns the key that a command has in list focus.
func (a *App) letter(c keymap.Command) string {
	for _, b := range a.keys.Bindings() {
		if b.Command == c && b.Scope == keymap.List && len(b.Keys) > 0 {
			switch c {
			case keymap.Up, keymap.Down:
				return "Up/Dn"
			}
			return keymap.Written(b.Keys[0])
		}
	}
	return ""
}

// ownsLine tells that the panel in front has a field of its own in the line.
func (a *App) ownsLine() bool {
	if p := a.front(); p != nil {
		_, own := p.Field()
		return own
	}
	return false
}
