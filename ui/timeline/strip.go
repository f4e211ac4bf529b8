package timeline

import (
	"strings"

	"debrief/model"
	"debrief/ui/safe"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

// strip tells the marked event below the list. Its height is fixed, so the list never moves.
func (s *Screen) strip() []string {
	if s.at.strip == 0 {
		return nil
	}
	rows := s.drawnDetail(func(e model.Event) []string {
		if s.at.strip <= 2 {
			return s.shortStrip(e)
		}
		return append([]string{"", s.stripTitle(e)}, s.stripRows(e, s.at.strip-2)...)
	})
	out := make([]string, s.at.strip)
	copy(out, rows)
	return out
}

// shortStrip is what has room in two rows: the event in full, and the first account.
func (s *Screen) shortStrip(e model.Event) []string {
	t := s.env.Theme
	what := piece{text: safe.Lines(e.What, max(s.width-5, 1)), style: t.Strong}
	rows := s.pieceRows(what, 4, 0, s.width, 1)
	label := s.labelCells(e) + 2
	accounts := s.accounts(e, max(s.width-4-label-1, 1))
	if len(accounts) == 0 {
		return append(rows, s.faint(noAccount))
	}
	return append(rows, s.pieceRows(accounts[0], 4, label, s.width, 1)...)
}

const noAccount = safe.Text("nobody told of it yet; for example >@ana I saw the page")

func (s *Screen) stripTitle(e model.Event) string {
	t := s.env.Theme
	clock := s.clock(e)
	left := safe.Width(clock) + 2
	counts := s.counts(e)
	right := max(23, safe.Width(counts))
	return widget.Row(s.width, theme.Style{}, widget.Cell{Width: 2},
		widget.Cell{Text: clock, Width: left, Style: t.Accent},
		widget.Cell{Text: s.about(e), Width: max(s.width-right-1-2-left, 0), Style: t.Dim},
		widget.Cell{Text: counts, Width: right, Style: t.Faint})
}

// stripRows shares so many rows among what is told of the event: each thing gets one, and what
// is left lets the first of them wrap.
func (s *Screen) stripRows(e model.Event, rows int) []string {
	t := s.env.Theme
	label := s.labelCells(e) + 2
	var all []piece
	labels := []int{}
	add := func(label int, pieces ...piece) {
		for _, p := range pieces {
			if len(p.text) > 0 {
				all, labels = append(all, p), append(labels, label)
			}
		}
	}
	if safe.Width(safe.Line(e.What)) > s.at.what-2 { // the list shows it cut
		add(0, piece{text: safe.Lines(e.What, max(s.width-5, 1)), style: t.Strong})
	}
	accounts := s.accounts(e, max(s.width-4-label-1, 1))
	if len(accounts) == 0 {
		accounts = []piece{{text: []safe.Text{noAccount}, style: t.Faint}}
		label = 0
	}
	add(label, accounts...)
	if links := s.links(e); len(links) > 0 {
		add(0, piece{text: safe.Wrap(safe.Line(strings.Join(links, ", ")), max(s.width-5, 1)), style: t.Link})
	}
	if knew := s.knew(e); len(knew) > 0 {
		add(7, piece{label: "known", labelStyle: t.Dim,
			text: safe.Wrap(safe.Line(strings.Join(knew, "; ")), max(s.width-4-7-1, 1)), style: t.Text})
	}
	for _, n := range s.x.NotesOf(e.ID) {
		add(7, piece{label: "note", labelStyle: t.Dim, text: safe.Lines(n.Text, max(s.width-4-7-1, 1)), style: t.Text})
	}
	more := 0
	if len(all) > rows {
		more = len(all) - rows + 1
		all = all[:max(rows-1, 0)]
	}
	left := rows - len(all)
	if more > 0 {
		left = 0
	}
	var out []string
	for i, p := range all {
		n := 1 + min(left, len(p.text)-1)
		left -= n - 1
		out = append(out, s.pieceRows(p, 4, labels[i], s.width, n)...)
	}
	if more > 0 {
		out = append(out, s.faint("and "+safe.Line(count(more, "more row"))+"; Enter on the empty line opens all"))
	}
	return out
}

func (s *Screen) faint(text safe.Text) string {
	return widget.Row(s.width, theme.Style{}, widget.Cell{Width: 4},
		widget.Cell{Text: text, Width: max(s.width-5, 0), Style: s.env.Theme.Faint})
}
