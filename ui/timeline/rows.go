package timeline

import (
	"slices"
	"strings"
	"time"

	"debrief/model"
	"debrief/model/meeting"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/theme"
	"debrief/ui/widget"
)

// Body draws heads and list, and the marked event below or beside them.
func (s *Screen) Body() []string {
	if s.height <= 0 || s.width <= 0 {
		return nil
	}
	rows := make([]string, 0, s.height)
	switch {
	case s.at.head > 0 && s.lanes.page > 0:
		rows = append(rows, s.lanes.heads())
	case s.at.head > 0:
		rows = append(rows, s.heads())
	}
	if len(s.x.Events) == 0 {
		rows = append(rows, s.teach()...)
		return rows[:min(len(rows), s.height)]
	}
	rows = append(rows, s.marks.View(s.rows(), s.at.list, s.row)...)
	e, _, _ := s.marked()
	v := eventView{s, e}
	if s.at.pane > 0 {
		return widget.Beside(s.env.Theme, rows, s.at.width, s.detail.Rows(e.ID, v.pane), s.height)
	}
	rows = append(rows, make([]string, s.at.head+s.at.list-len(rows))...)
	if s.at.strip > 0 {
		rows = append(rows, s.detail.Rows(e.ID, v.strip)...)
	}
	return append(rows, make([]string, s.height-len(rows))...)
}

func (s *Screen) heads() string {
	t := s.env.Theme
	return s.cells(theme.Style{}, []widget.Cell{{Width: 2}},
		widget.Cell{Text: "When", Style: t.Faint}, widget.Cell{Text: "Known", Style: t.Faint},
		widget.Cell{Text: "What", Style: t.Faint}, widget.Cell{Text: "Kind", Style: t.Faint},
		widget.Cell{Text: "Account by", Style: t.Faint})
}

// cells draws the columns of a row, each cut so that its gap stays.
func (s *Screen) cells(ground theme.Style, signs []widget.Cell, when, known, what, kind, accounts widget.Cell) string {
	gap := 2
	if s.at.accounts == 0 {
		gap = 0
	}
	return widget.Row(s.at.width, ground, append(signs, when.Fit(s.at.when, 1), known.Fit(s.at.known, 2), what.Fit(s.at.what, gap),
		kind.Fit(s.at.kind, 2), accounts.Fit(s.at.accounts, 1))...)
}

// row draws one event, unless it stands drawn already.
func (s *Screen) row(i int, marked bool) string {
	e := s.x.Events[i]
	unsaved := s.env.Unsaved(e.ID) || s.drafted(e)
	key := widget.RowKey[model.ID]{Key: e.ID, Marked: marked, Unsaved: unsaved}
	return s.drawn.Row(key, func() string {
		if s.lanes.page > 0 {
			return s.lanes.draw(i, marked, unsaved)
		}
		return s.draw(i, marked, unsaved)
	})
}

// drafted tells that the event's form holds text that is not recorded. It is asked for the rows
// in sight, in every frame.
func (s *Screen) drafted(e model.Event) bool {
	waits := func(row model.ID, field string) bool {
		_, waits := s.env.Pending(screen.Key{Row: row, Field: field, Form: true})
		return waits
	}
	for _, field := range []string{keyWhen, keyWhat, keyKind, keyKnown, keyAccount, keyEvidence, keyNote} {
		if waits(e.ID, field) {
			return true
		}
	}
	return slices.ContainsFunc(s.x.AccountsOf(e.ID), func(a model.Account) bool { return waits(a.ID, keyAccount) }) ||
		slices.ContainsFunc(s.x.EvidenceOf(e.ID), func(v model.Evidence) bool { return waits(v.ID, keyEvidence) })
}

func (s *Screen) draw(i int, marked, unsaved bool) string {
	t, e := s.env.Theme, s.x.Events[i]
	ground, signs := widget.Signs(t, marked, unsaved)
	words := t.Words(marked, t.Text)
	known, what := s.known(e), safe.Line(e.What)
	if s.at.known == 0 && known != "" {
		what = "(" + known + ") " + what
	}
	by, byStyle := s.accountBy(i)
	return s.cells(ground, signs,
		widget.Cell{Text: safe.Line(s.rows().Clock(i)), Style: screen.KindStyle(s.env.Theme, e.Kind)},
		widget.Cell{Text: known, Style: t.Look},
		widget.Cell{Text: what, Style: words},
		widget.Cell{Text: safe.Line(string(e.Kind)), Style: t.Dim},
		widget.Cell{Text: by, Style: byStyle})
}

// known is when the event became known, where that was not at once: the earliest time that
// anybody gave; of another day, the day. It is "" where somebody knew at once.
func (s *Screen) known(e model.Event) safe.Text {
	var first time.Time
	for _, k := range s.x.KnowingsOf(e.ID) {
		switch {
		case k.State == model.KnownAtOnce:
			return ""
		case k.State != model.KnownAt || k.When.IsZero() || k.When.At.Equal(e.When.At):
		case first.IsZero() || k.When.At.Before(first):
			first = k.When.At
		}
	}
	if first.IsZero() {
		return ""
	}
	words := model.Moment{At: first}.ClockBeside(e.When.At, s.x.Zone)
	if day := strings.LastIndexByte(words, ' '); day > 0 && s.at.known > 0 {
		words = words[:day] // the column has no room for more; the strip has the time
	}
	return safe.Line(words)
}

// accountBy is the handles of those who gave an account, each once; "-" where nobody has yet. A
// bar runs along rows that were seen from one side only.
func (s *Screen) accountBy(i int) (safe.Text, theme.Style) {
	var names []string
	for _, id := range meeting.Tellers(s.x, s.x.Events[i].ID) {
		names = append(names, string(s.handle(id)))
	}
	side, ok := s.sides.at(i)
	bar := ""
	if ok {
		bar = "| "
	}
	if len(names) == 0 {
		return safe.Line(bar + "-"), s.env.Theme.Look
	}
	by := safe.Line(bar + strings.Join(names, " "))
	if only := by + " only"; ok && side.Person != "" && safe.Width(only) < s.at.accounts {
		by = only
	}
	return by, s.env.Theme.Dim
}

// handle is how a person is called in lists; nobody named is "?".
func (s *Screen) handle(id model.ID) safe.Text {
	if h := s.x.Person(id).Handle; h != "" {
		return safe.Line(h)
	}
	return "?"
}

// teach is what an empty timeline says: what to type here, with an example.
func (s *Screen) teach() []string {
	return widget.Teach(s.env.Theme, s.width,
		"",
		"Nothing here yet. Type when something happened, and what:",
		"",
		"  14:05 Page: checkout latency above 2 s @ana #detection",
		"",
		"Enter records it. Then > adds to that row, for example:",
		"",
		"  >@ben the graph stood flat, I read it as a peak",
	)
}
