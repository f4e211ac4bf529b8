package ui

import (
	"cmp"
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
	if asked := a.wordingAsk(); asked != "" && a.guardPanel() == nil && (own == "" || !sudden) {
		return asked
	}
	if own != "" {
		return own
	}
	at, scene := a.scene()
	return safe.Line(a.asker.Ask(at, scene, a.saidInLine()))
}

// softAsk is the question about words that the guard only marks: that of the table, where it has
// one for these very words, since a team may have written it.
func (a *App) softAsk(f wording.Finding) string {
	return cmp.Or(a.asker.About(f.Text, a.phaseInLine(a.line.Value())), f.Ask)
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
	if _, ok := a.proseInLine(text); !ok && !a.quoted(text) {
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
	return a.desk.Sheet != nil && a.at.Screen != screen.Home && a.front() == nil && !a.finding && strings.HasPrefix(text, `"`)
}

// asksFirst tells that the words in the line are asked about before any question. The question of a row
// that was walked to has been read out.
func (a *App) asksFirst() bool {
	if a.line.Empty() {
		a.guarding.walk.ask = ""
	}
	return a.wordingAsk() != ""
}
