package ui

import (
	"strings"

	"debrief/model"
	"debrief/model/prompt"
	"debrief/model/wording"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// question is the one thing to read out now: what the wording guard asks about the words in the
// line, what the panel in front asks, or the question of the moment. What a panel asks that opened by
// itself goes before the words in the line.
func (a *App) question() safe.Text {
	own, sudden := safe.Text(""), false
	if p := a.front(); p != nil {
		own, sudden = p.Ask(), p.Sudden()
	}
	if asked := a.guard.Ask(); asked != "" && a.guard.Panel() == nil && (own == "" || !sudden) {
		return asked
	}
	if own != "" {
		return own
	}
	at, scene := a.scene()
	return safe.Line(a.asker.Ask(at, scene, a.saidInLine()))
}

// scene is where the meeting stands, and what is on the screen there.
func (a *App) scene() (prompt.Place, prompt.Scene) {
	at := prompt.Place{Phase: a.at.Screen.Phase(), Record: a.desk.ID(), Row: a.current().Marked().ID}
	if p, ok := a.front().(screen.Scener); ok {
		if s := p.Scene(); len(s.Holds) > 0 {
			f, _ := a.front().Field()
			at.Field = f.Key.String()
			return at, s
		}
	}
	at.Field = a.current().Field().Key.String()
	return at, a.current().Scene()
}

// saidInLine is what is typed in sentences and is not recorded: words in it may call for a
// question. What somebody said word for word does so as well.
func (a *App) saidInLine() prompt.Line {
	text := a.line.Value()
	if !a.line.Changed() {
		return prompt.Line{}
	}
	if _, ok := a.prose(text); !ok && !a.quoted(text) {
		return prompt.Line{}
	}
	return prompt.Line{Text: text, Phase: a.phaseInLine(text)}
}

// phaseInLine is the phase to which the text in the line belongs: an idea is for Countermeasures.
func (a *App) phaseInLine(text string) model.Phase {
	if strings.HasPrefix(text, "!") && !a.ownsLine() {
		return model.PhaseCountermeasures
	}
	return a.at.Screen.Phase()
}

// quoted tells that the line is kept as a quotation of the marked row.
func (a *App) quoted(text string) bool {
	return a.desk.Sheet != nil && a.at.Screen != screen.Home && a.front() == nil && a.focus.mode != finding && strings.HasPrefix(text, `"`)
}

// prose tells whether the line takes sentences now, and of which phase. Names, times,
// addresses and file names are none; a quotation is what somebody said, and left alone.
func (a *App) prose(text string) (wording.Phase, bool) {
	if a.desk.Sheet == nil || a.at.Screen == screen.Home || a.focus.mode == finding || text == "" {
		return 0, false
	}
	switch own := a.ownsLine(); {
	case !own && (strings.HasPrefix(text, "!") || a.focus.base() == parking):
		return wording.Countermeasures, true // an idea
	case !own && strings.HasPrefix(text, `"`):
		return 0, false
	}
	f, _ := a.ownField()
	return wording.In(a.at.Screen.Phase()), !f.Unseen && model.TakesProse(f.At.Table, f.At.Field)
}
