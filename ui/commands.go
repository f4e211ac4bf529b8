package ui

import (
	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/ui/desk"
	"debrief/ui/feature"
	"debrief/ui/keymap"
	"debrief/ui/rescued"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/unsaved"
)

// run runs a command, whatever is in front: the frame's own, or the screen's. Text is what a panel asks
// for it with.
func (a *App) run(c keymap.Command, text string) {
	if why := a.off(c); why != "" {
		a.say(check, string(why))
		return
	}
	if own, ok := a.commands[c]; ok {
		a.do(own.Do(text))
		return
	}
	a.do(a.current().Commands().Do(c, a.keys))
}

// off says why a command has no use now, "" where it has.
func (a *App) off(c keymap.Command) safe.Text {
	if own, ok := a.commands[c]; ok {
		if own.Off == nil {
			return ""
		}
		return own.Off()
	}
	own := a.current().Commands()
	if a.atHome() && !own.Has(c) {
		return "this works inside a post-mortem; Enter opens the marked one"
	}
	return own.Off(c, a.keys)
}

// inRecord is the Off of what needs a record in front.
func (a *App) inRecord() safe.Text {
	if a.atHome() {
		return "this is home; open a post-mortem first"
	}
	return ""
}

// newCommands are the commands that are not a screen's: the frame's own, and those of the features.
func (a *App) newCommands() map[keymap.Command]feature.Command {
	all := make(map[keymap.Command]feature.Command)
	add := func(over bool, off func() safe.Text, commands map[keymap.Command]func()) {
		for c, do := range commands {
			all[c] = feature.Command{Name: c, Over: over, Off: off, Do: feature.Act(do)}
		}
	}
	add(true, nil, map[keymap.Command]func(){
		keymap.Enter: a.enter, keymap.Back: a.back, keymap.Leave: func() { a.desk.Leaving.Ask(a.keys.Key("leave"), a.runsOn()) },
		keymap.Up: func() { a.move(screen.Up) }, keymap.Down: func() { a.move(screen.Down) },
		keymap.PageUp: func() { a.move(screen.PageUp) }, keymap.PageDown: func() { a.move(screen.PageDown) },
		keymap.First: func() { a.move(screen.First) }, keymap.Last: func() { a.move(screen.Last) },
		keymap.Next: func() { a.tab(keymap.Next) }, keymap.Previous: func() { a.tab(keymap.Previous) },
		keymap.Undo: func() { a.desk.Undo.TakeBack(false, a.focus.isTyping() || a.ownsLine()) }, keymap.Redo: func() { a.desk.Undo.TakeBack(true, a.focus.isTyping() || a.ownsLine()) },
		keymap.Redraw: func() { a.effect(tea.ClearScreen) },
		keymap.Editor: a.openEditor,
		keymap.Type:   func() { a.focus.typeOn() },
	})
	add(true, a.inRecord, map[keymap.Command]func(){
		keymap.Roles: a.desk.TurnNames, keymap.PageNames: a.turnPageNames, keymap.ShareScreen: a.desk.Share,
	})
	add(false, nil, map[keymap.Command]func(){
		keymap.Find: func() {
			a.focus.begin(finding)
			_, slot := a.field()
			a.line.Settle(slot) // each search begins empty
		},
		keymap.Mouse: func() {
			a.mouse = !a.mouse
			a.say(done, map[bool]string{true: "Mouse on; shift and drag selects text", false: "Mouse off"}[a.mouse])
		},
		keymap.Suspend:   func() { a.effect(tea.Suspend) },
		keymap.ThemeDark: func() { a.setTheme("dark") }, keymap.ThemeLight: func() { a.setTheme("light") },
		keymap.ThemeHigh: func() { a.setTheme("contrast") }, keymap.SaveCopy: func() { a.openUnsaved(false) },

		screen.Sample:    a.desk.OpenSample,
		unsaved.TryAgain: a.desk.TryAgain, unsaved.LeaveNow: a.desk.Leaving.Now, unsaved.LeaveOut: a.desk.LeaveOut,
	})
	add(false, a.inRecord, map[keymap.Command]func(){
		keymap.Go: func() { a.focus.begin(going) }, keymap.Home: a.goHome,
	})
	for _, p := range model.Phases() {
		add(false, a.inRecord, map[keymap.Command]func(){keymap.Phase(int(p)): func() {
			a.goTo(screen.Place{Screen: screen.OfPhase(p), Postmortem: a.desk.ID()})
		}})
	}
	add(false, screen.Needs(nil, a.atHome, "g 0 is home, ctrl+c twice leaves"), map[keymap.Command]func(){
		keymap.Quit: func() { a.desk.Leaving.LeaveOrAsk(a.keys.Key("leave"), a.runsOn()) },
	})
	add(false, screen.Needs(nil, func() bool { return !a.atHome() }, "open the post-mortem first; from there it can be deleted"),
		map[keymap.Command]func(){keymap.DeleteRecord: a.deleteRecord})
	for c, choice := range map[keymap.Command]desk.Choice{unsaved.KeepBoth: desk.KeepBoth, unsaved.TakeTheirs: desk.TakeTheirs, unsaved.TakeOurs: desk.TakeOurs} {
		add(false, nil, map[keymap.Command]func(){c: func() { a.desk.Conflicts.Resolve(choice, a.at.Screen.Phase()) }})
	}
	for c, choice := range map[keymap.Command]desk.Decision{rescued.TakeIn: desk.TakeIn, rescued.Keep: desk.Keep, rescued.Remove: desk.Remove} {
		add(false, nil, map[keymap.Command]func(){c: func() { a.desk.RescueFiles.Decide(choice) }})
	}
	for c, do := range map[keymap.Command]func(string){
		unsaved.SaveCopy: func(path string) { a.desk.SaveCopy(a.expand(path)) },
		screen.NewRecord: func(title string) {
			_, slot := a.field()
			a.desk.Make(title, a.options.Zone, slot)
		},
		screen.Import: func(path string) {
			_, slot := a.field()
			a.desk.Import(a.expand(path), slot)
		},
	} {
		all[c] = feature.Command{Name: c, Do: feature.With(do)}
	}
	for _, f := range a.features {
		for _, c := range f.Commands {
			all[c.Name] = c
		}
	}
	return all
}
