package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model/edit"
	"debrief/model/prompt"
	"debrief/model/wording"
	"debrief/ui/desk"
	"debrief/ui/entry"
	"debrief/ui/feature"
	"debrief/ui/gone"
	"debrief/ui/guard"
	"debrief/ui/home"
	"debrief/ui/keymap"
	"debrief/ui/rescued"
	"debrief/ui/screen"
	"debrief/ui/theme"
	"debrief/ui/unsaved"
)

// App is the program's only tea.Model. It is used by pointer and from the event loop alone.
type App struct {
	options  Options
	env      screen.Env
	keys     *keymap.Table
	features []feature.Feature
	commands map[keymap.Command]feature.Command // what is not a screen's
	desk     *desk.Desk
	effects  []tea.Cmd // to be run once the message in hand is done with
	line     *entry.Line
	screens  map[screen.Name]screen.Screen
	home     *home.Screen // is also one of the screens
	at       screen.Place
	panels   []panel

	width, height int
	layout        layout
	dark          bool   // the terminal's background
	few           bool   // the terminal has 256 colours or fewer
	chosen        string // the name of the theme, "" while it follows the background
	mouse         bool

	focus      focus
	said       said              // stands in the row "Reads" until the next key
	homeLoaded bool              // the list of post-mortems is there
	early      []tea.KeyPressMsg // keys that were pressed before it was

	wording *wording.Guard // knows no people yet
	guard   *guard.Guard   // of this meeting
	asker   *prompt.Asker  // the question to read out

	// The panels of what the desk told last, which may be closed by now.
	unsaved *unsaved.Panel
	gone    *gone.Panel
	rescued *rescued.Panel
}

// panel is a panel in front, with the time it opened.
type panel struct {
	screen.Panel
	opened time.Time
}

// said is what the row "Reads" says instead, until the next key.
type said struct {
	label string // "Done" or "Check"
	words string
}

// New returns the frame with all its screens.
func New(o Options) (*App, error) {
	if o.Theme == theme.Auto {
		o.Theme = ""
	}
	if o.After == nil {
		o.After = after
	}
	a := &App{options: o, keys: o.Keys, focus: focus{mode: typing}, dark: true, chosen: o.Theme, mouse: o.Mouse}
	t, err := theme.Choose(o.Theme, true, o.Glyphs)
	if err != nil {
		return nil, err
	}
	if a.wording, err = wording.New(append(wording.Default(), o.Rules...)); err != nil {
		return nil, err
	}
	questions, err := prompt.New(o.Questions)
	if err != nil {
		return nil, err
	}
	a.asker = prompt.NewAsker(questions)
	a.line = entry.NewLine()
	editor := edit.Editor{NewID: o.NewID, Now: o.Now, KnownZone: func(z string) bool {
		_, err := time.LoadLocation(z)
		return err == nil && z != "" && z != "Local"
	}}
	a.desk = desk.New(desk.Options{
		Store: o.Store, Reopen: o.Reopen, Rescues: o.Rescues, Sample: o.Sample, Throwaway: o.Throwaway, ReadFile: o.ReadFile,
		Now: o.Now, NewID: o.NewID, Editor: editor, Line: a.line,
		Run: a.effect, After: o.After, Tell: a.happened, AtHome: a.atHome, PathShown: a.pathShown,
	})
	a.env = screen.Env{
		Theme: t,
		Keys:  o.Keys,
		Now:   o.Now,
		NewID: o.NewID,
		Word:  o.Word, Opening: o.Opening,
		Editor: editor,
		Pending: func(field screen.Key) (string, bool) {
			t := a.line.Text(a.slot(field))
			return t.Words, t.Waits
		},
		Typed: func(field screen.Key) (string, bool) {
			s := a.slot(field)
			t := a.line.Text(s)
			return a.desk.AsTyped(s, t.Words), t.Waits
		},
		Unseen:  func(field screen.Key) bool { return a.desk.Hides(a.slot(field)) },
		Unsaved: a.desk.Unsaved,
	}
	f := a.frame()
	a.guard = guard.New(f)
	a.features = append(newFeatures(f), a.guard.Feature())
	a.commands = a.newCommands()
	a.home, a.screens = newScreens(a.env)
	a.at = screen.Place{}
	a.holdField()
	return a, nil
}

func after(d time.Duration, msg tea.Msg) tea.Cmd {
	return tea.Tick(d, func(time.Time) tea.Msg { return msg })
}

// ExitCode is what the program leaves with: 0, or 128 and the number of the signal that ended it.
func (a *App) ExitCode() int { return a.desk.Leaving.Exit }

// Init asks for the terminal's background and reads what the first screen shows.
func (a *App) Init() tea.Cmd {
	a.desk.Warn()
	a.desk.ReadHome(desk.FirstSummaries)
	a.desk.RescueFiles.Find()
	if a.options.Theme == "" {
		a.effect(tea.RequestBackgroundColor)
	}
	if a.options.Start.Postmortem != "" {
		a.desk.Open(a.options.Start)
	}
	return a.takeEffects()
}

// effect has the command run: it is handed to Bubble Tea when the message in hand is done with, in one
// place, so that no branch can drop it. Nil is none.
func (a *App) effect(cmd tea.Cmd) {
	if cmd != nil {
		a.effects = append(a.effects, cmd)
	}
}

// takeEffects returns what is to be run and forgets it.
func (a *App) takeEffects() tea.Cmd {
	effects := a.effects
	a.effects = nil
	return tea.Batch(effects...)
}

// front returns the panel in front, nil where none is open.
func (a *App) front() screen.Panel {
	if len(a.panels) == 0 {
		return nil
	}
	return a.panels[len(a.panels)-1].Panel
}

// current returns the screen in front.
func (a *App) current() screen.Screen { return a.screens[a.at.Screen] }

// slot names a field of the current place, for the line and its drafts.
func (a *App) slot(field screen.Key) entry.Slot { return entry.Slot{Place: a.at.Screen, Key: field} }

// field returns what the line holds now, and its slot. Text that is not for the room is not drawn while
// the room sees the screen.
func (a *App) field() (screen.Field, entry.Slot) {
	f, slot := a.ownField()
	f.Unseen = f.Unseen || a.desk.Hides(slot)
	return f, slot
}

// ownField is field as the screen or the panel in front names it.
func (a *App) ownField() (screen.Field, entry.Slot) {
	var f screen.Field
	switch {
	case a.focus.mode == finding:
		f = screen.NewField("find", "Find")
	case a.ownsLine():
		f, _ = a.front().Field()
	case a.focus.base() == parking:
		f = screen.NewField(ideaField, "Idea")
	default:
		f = a.current().Field()
	}
	return f, a.slot(f.Key)
}

// holdField gives the line the field that is marked now.
func (a *App) holdField() {
	f, slot := a.ownField()
	a.line.Hold(slot, f.Text)
	a.line.KeepFromRoom(f.Unseen || a.desk.Private())
}

// understood says how the text in the line is understood.
func (a *App) understood() screen.Reading {
	text := a.line.Value()
	if a.focus.mode == finding {
		return screen.Reading{Words: a.current().Find(text)}
	}
	if p := a.front(); p != nil {
		if g := a.guard.Panel(); g != nil && !g.Editing() {
			return a.guard.Read(text)
		}
		if _, own := p.Field(); own || text == "" || !a.passesText() {
			return p.Read(text)
		}
	}
	return a.readLine(text)
}

// read says how the text in the line is understood, with the words marked that the guard found.
func (a *App) read() screen.Reading {
	r := a.understood()
	switch f, _ := a.ownField(); {
	case f.Unseen:
		r.Unseen = true
		return r
	case a.desk.Hides(a.line.Slot()):
		return screen.Reading{Label: r.Label, Words: screen.NotForRoom, Unseen: true}
	}
	return a.guard.Mark(r)
}

// atHome tells that no record is in front.
func (a *App) atHome() bool { return a.at.Screen == screen.Home }
