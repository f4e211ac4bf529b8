package ui

import (
	"slices"

	"debrief/ui/desk"
	"debrief/ui/gone"
	"debrief/ui/rescued"
	"debrief/ui/screen"
	"debrief/ui/unsaved"
)

// happened shows what happened at the desk.
func (a *App) happened(event any) {
	switch e := event.(type) {
	case desk.Said:
		label := done
		if e.Check {
			label = check
		}
		a.say(label, e.Words)
	case desk.Hushed:
		a.said = said{}
	case desk.Trouble:
		a.openUnsaved(e.Sudden)
	case desk.Settled:
		if a.isOpen(a.unsaved) && !a.unsaved.Copying() { // else a path is being typed into it
			a.close(a.unsaved)
		}
	case desk.Copied:
		a.copied(e)
	case desk.Changed:
		a.show()
	case desk.HomeRead:
		a.homeRead(e)
	case desk.Opened:
		a.opened(e)
	case desk.HistoryRead:
		a.refreshPanels()
	case desk.TookBack:
		a.tookBack(e)
	case desk.BringBack:
		a.bringBack()
	case desk.BroughtBack:
		a.close(a.gone)
		a.say(done, "the post-mortem was brought back outside this window")
	case desk.LeftDeleted:
		a.leaveDeleted(e.How)
	case desk.Gone:
		a.recordGone(e)
	case desk.Purged:
		a.purged()
	case desk.NamesTurned:
		a.closeTexts()
	case desk.RescuesFound:
		a.close(a.rescued) // a purge may have changed the file
		a.offerRescue()
	case desk.RescueDone:
		a.offerRescue()
	}
	if _, told := event.(desk.Opened); !told {
		a.tell(event)
	}
}

func (a *App) openUnsaved(sudden bool) {
	if a.isOpen(a.unsaved) {
		a.unsaved.Refresh()
		return
	}
	a.unsaved = unsaved.New(a.env, a.desk.NotOnDisk, sudden)
	if n := len(a.panels); sudden && n > 0 {
		// Whoever writes into a form goes on writing there. It stands behind it, and the header says what is wrong.
		a.panels = slices.Insert(a.panels, n-1, panel{Panel: a.unsaved})
		a.resizePanel(a.unsaved)
		return
	}
	a.openPanel(a.unsaved)
}

// copied goes back to the ways on, or closes the panel where nothing is in the way any more.
func (a *App) copied(e desk.Copied) {
	if !a.isOpen(a.unsaved) || !a.unsaved.Copying() {
		return
	}
	_, slot := a.ownField()
	a.unsaved.Copied()
	a.desk.Settle(slot)
	if e.Over {
		a.close(a.unsaved)
	}
}

// homeRead shows the lists of home, and runs the keys that were pressed before they were there.
func (a *App) homeRead(e desk.HomeRead) {
	a.homeLoaded = true
	if e.Err != nil {
		a.say(check, desk.Sentence(e.Err))
	} else {
		a.home.Load(e.List, e.Dues, e.Today)
	}
	a.replayEarly()
}

// opened goes to the place in the record that was opened. The features hear of it first, while it stands as
// it was left.
func (a *App) opened(e desk.Opened) {
	if e.How == desk.TakenIn {
		a.panels = nil
	}
	a.tell(e)
	a.enterPlace(e.Place)
	a.holdField()
	a.desk.GiveBack()
}

// recordGone goes home from a record that went away outside this window.
func (a *App) recordGone(e desk.Gone) {
	if e.Deleted {
		a.goHome()
		a.said = said{}
	} else {
		a.at, a.panels = screen.Place{}, nil
		a.focus = focus{mode: typing}
	}
	if e.Title != "" {
		a.gone = gone.New(a.env, e.Title, e.Words)
		a.openPanel(a.gone)
	}
}

// purged closes what may hold what was removed for good.
func (a *App) purged() {
	if a.focus.mode == finding { // nobody misses words to find
		_, slot := a.ownField()
		a.line.Settle(slot)
		a.focus.end(finding)
	}
	a.closeTexts()
}

// closeTexts closes the forms and questions, which hold texts of their own; what waits in them is the line's.
func (a *App) closeTexts() {
	a.panels = slices.DeleteFunc(a.panels, func(p panel) bool { return p.Panel != screen.Panel(a.unsaved) })
}

// offerRescue asks at home what is to become of the next rescue file.
func (a *App) offerRescue() {
	if found, there := a.desk.RescueFiles.Offer(); there && a.atHome() && a.front() == nil {
		a.rescued = rescued.New(a.env, found)
		a.openPanel(a.rescued)
	}
}

func (a *App) isOpen(p screen.Panel) bool {
	return slices.ContainsFunc(a.panels, func(open panel) bool { return open.Panel == p })
}

func (a *App) close(p screen.Panel) {
	a.panels = slices.DeleteFunc(a.panels, func(open panel) bool { return open.Panel == p })
}
