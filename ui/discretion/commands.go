package discretion

import (
	"slices"
	"strings"

	"debrief/model"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// newCommands are the commands about the marked row of the card. In the other view some work on the row
// of the timeline that is marked there, and each other one says where it works.
func (s *Screen) newCommands() screen.Commands {
	is := func(kinds ...kind) func() bool {
		return func() bool { r, _, ok := s.marked(); return ok && slices.Contains(kinds, r.kind) }
	}
	card := screen.Needs(nil, is(head, line, blank, other), "there is no card yet; g 3 goes to the timeline, where d makes one")
	removes := screen.Needs(card, is(head, line, other), "nothing is recorded here; mark another line, or the card's head")
	isLine := screen.Needs(card, is(line, blank), "cards stand in the order of the timeline")
	const moment = safe.Text("the moment of this card is a row of the timeline; g 3 goes there")
	cs := append(s.env.Moves("Card line moved", screen.Needs(isLine, is(line), "nothing is recorded in this line yet"), func() screen.Row {
		r, _, _ := s.marked()
		return screen.Row{Table: model.CardLines, ID: r.id}
	}), screen.Commands{
		{Name: keymap.View, Off: card, Do: s.then.turn},
		{Name: keymap.Open, Off: card, Do: s.openRow},
		screen.Fills(keymap.WhenKnown, func() safe.Text { return moment }, ">known "),
		screen.Fills(keymap.Perspective, card, ">@"),
		{Name: keymap.Remove, Off: removes, Do: func() screen.Outcome { r, _, _ := s.marked(); return s.remove(r) }},
	}...)
	cs = append(cs, screen.Never("a card comes from a row of the timeline; g 3 goes there, then d", keymap.Decide)...)
	cs = append(cs, screen.Never(moment, keymap.Time, keymap.Star)...)
	const onRow = safe.Text("this works on a row of the timeline; Enter on the empty line goes there")
	inThen := map[keymap.Command]safe.Text{keymap.View: "", keymap.Open: "", keymap.WhenKnown: "", keymap.Decide: onRow, keymap.Time: onRow, keymap.Star: onRow}
	for i, c := range cs {
		then, ok := inThen[c.Name]
		if !ok {
			then = safe.Line(s.env.Keys.Key(keymap.View)) + " goes back to the card, where this works on its lines"
		}
		cs[i].Off = func() safe.Text {
			if s.then.open {
				return then
			}
			return c.Off()
		}
	}
	return cs
}

// openRow puts the text of the marked line into the capture line; any other row it opens as Enter does.
func (s *Screen) openRow() screen.Outcome {
	r, _, _ := s.marked()
	switch {
	case s.then.open:
		return s.then.enter("")
	case r.kind == line:
		return screen.Fill(s.held(s.texts[r.id]))
	case r.kind == blank:
		text, _ := s.waiting(r)
		return screen.Fill(text)
	}
	return s.Enter("")
}

// remove removes a line, or a card.
func (s *Screen) remove(r row) screen.Outcome {
	if r.kind == line {
		return s.env.Remove("Card line removed", screen.Row{Table: model.CardLines, ID: r.id}, screen.Quoted(s.texts[r.id].Text))
	}
	return s.env.Remove("Card removed", screen.Row{Table: model.DecisionPoints, ID: r.id}, "the card "+screen.Quoted(s.title(r.id)))
}

// Hints are the commands for the footer. Below 80 columns their words are shorter.
func (s *Screen) Hints(typing bool) []screen.Hint {
	if s.then.open {
		return s.then.hints(typing)
	}
	r, _, ok := s.marked()
	if !typing {
		hints := []screen.Hint{{Command: keymap.Type}, {Command: keymap.View, Word: "known then"}, {Command: keymap.Perspective, Word: "whose"}}
		switch {
		case !ok:
			hints = hints[:1]
		case r.kind == head || r.kind == other:
			hints = append(hints, screen.Hint{Command: keymap.Remove, Word: "remove card"})
		case r.kind == line:
			hints = append(hints, screen.Hint{Command: keymap.Remove, Word: "remove line"})
		}
		return append(hints, screen.Hint{Command: keymap.Down, Word: "field"}, screen.Hint{Command: keymap.PageDown, Word: "next card"},
			screen.Hint{Command: keymap.Undo}, screen.Hint{Command: keymap.Help}, screen.Hint{Command: keymap.Open})
	}
	enter := safe.Text("go on")
	switch {
	case !ok:
		enter = "to the timeline"
	case strings.TrimSpace(s.typed) != "" && isOwner(s.typed):
		enter = "record"
	case r.kind == other:
		enter = "open card"
	case r.kind == line && s.typed == s.held(s.texts[r.id]):
		enter = "line below"
	case strings.TrimSpace(s.typed) != "":
		enter = "fill in"
	case r.kind == line:
		enter = "take away"
	}
	hints := screen.Typing(s.width, enter, false)
	hints[1].Word = "field"
	if ok && s.width >= 80 {
		hints[3].Word = safe.Line(s.env.Keys.Key(keymap.View) + " known then")
	}
	if len(s.x.DecisionPoints) > 1 {
		hints = append(hints, screen.Hint{Command: keymap.PageDown, Word: "card"})
	}
	return hints
}
