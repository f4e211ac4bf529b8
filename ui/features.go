package ui

import (
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/review"
	"debrief/ui/commands"
	"debrief/ui/feature"
	"debrief/ui/gate"
	"debrief/ui/handover"
	"debrief/ui/help"
	"debrief/ui/invite"
	"debrief/ui/keymap"
	"debrief/ui/minutes"
	"debrief/ui/notes"
	"debrief/ui/paste"
	"debrief/ui/preview"
	"debrief/ui/questions"
	"debrief/ui/screen"
	"debrief/ui/terminal"
)

// newFeatures makes the features, in the order in which they hear what happened and follow a message.
func newFeatures(f feature.Frame) []feature.Feature {
	return []feature.Feature{
		commands.Feature(f),
		help.Feature(f),
		paste.Feature(f),
		minutes.Feature(f),
		gate.Feature(f),
		handover.Feature(f),
		invite.Feature(f),
		notes.Feature(f),
		preview.Feature(f),
		questions.Feature(f),
	}
}

// Bindings are the rows of the key map: its own, and behind them those that features bring.
func Bindings() []keymap.Binding {
	rows := keymap.Default()
	for _, f := range newFeatures(feature.Frame{}) {
		for _, c := range f.Commands {
			for _, row := range c.Rows {
				row.Command = c.Name
				rows = append(rows, row)
			}
		}
	}
	return rows
}

// frame is what a feature may ask.
func (a *App) frame() feature.Frame {
	return feature.Frame{
		Env: a.env, Desk: a.desk, Line: a.line, Asker: a.asker, Wording: a.wording,
		At: func() screen.Place { return a.at }, Screen: a.current, Front: a.front, Scene: a.scene,
		Behind: func() screen.Panel {
			if n := len(a.panels); n > 1 {
				return a.panels[n-2].Panel
			}
			return nil
		},
		AsksFirst: func() bool { return a.guard.AsksFirst() },
		Lacks:     func() string { return a.lackLine(0) },
		Quiet:     func() bool { return a.front() == nil && a.focus.mode != finding && !a.line.Changed() },
		TakesText: func() bool { return a.front() == nil || a.ownsLine() || a.passesText() },
		Field:     a.field, Slot: a.slot,
		Open: a.openPanel, Close: a.close, Enter: a.enterPlace, GoTo: a.goTo,
		Edit:      func(e *screen.Edit) bool { return a.edit(e, nil, nil) },
		Do:        a.do,
		EnterLine: a.enterLine, ReadLine: a.readLine, Prose: a.prose, Taken: func() int { return a.lower(a.read()).taken },
		PhaseInLine: func() model.Phase { return a.phaseInLine(a.line.Value()) },
		Hold:        a.holdField, List: func() { a.focus.to(listing) },
		Type: func() {
			a.focus.typeOn()
			a.holdField()
		},
		Done: func(words string) { a.say(done, words) }, Check: func(words string) { a.say(check, words) },
		Reads: func(words string) { a.say("Reads", words) },
		Said:  func() (string, bool) { return a.said.words, a.said.label == done },
		Unsaid: func(do func()) {
			said := a.said
			do()
			a.said = said
		},
		Run: a.effect, After: a.options.After,
		Off: a.off, Press: a.command, InRecord: a.inRecord, Key: a.fromHere,
		Left: func(shown model.Postmortem) []review.Left { return a.guard.Left(shown) }, Reviews: func() string { return a.options.ReviewsDir },
		Copy: terminal.Clipboard, Path: a.whole, Shown: a.pathShown,
		WriteFile: func(path string, content []byte, replace bool) error {
			return a.options.WriteFile(path, content, replace)
		},
	}
}

// whole is a path that was typed, as a whole one: "in the current folder" tells nobody where.
func (a *App) whole(folder, path string) string {
	if path = a.expand(path); !filepath.IsAbs(path) {
		path = filepath.Join(folder, path)
	}
	if whole, err := filepath.Abs(path); err == nil {
		return whole
	}
	return path
}

// tell tells the features what happened.
func (a *App) tell(event any) {
	for _, f := range a.features {
		if f.Happened != nil {
			f.Happened(event)
		}
	}
}

// attended does what a person at the keyboard asks for.
func (a *App) attended(do func()) {
	for _, f := range a.features {
		if f.Attend != nil {
			f.Attend(do)
		}
	}
}

// hand hands a message to the features.
func (a *App) hand(msg tea.Msg) {
	for _, f := range a.features {
		if f.Update != nil {
			f.Update(msg)
		}
	}
}
