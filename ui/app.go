package ui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/edit"
	"debrief/model/prompt"
	"debrief/ui/entry"
	"debrief/ui/feature"
	"debrief/ui/home"
	"debrief/ui/keymap"
	"debrief/ui/queue"
	"debrief/ui/screen"
	"debrief/ui/theme"
)

// App is the program's only tea.Model. It is used by pointer and from the event loop alone.
type App struct {
	options  Options
	env      screen.Env
	keys     *keymap.Table
	commands map[keymap.Command]feature.Command // what is not a screen's
	window   string                             // names this window in drafts

	store   Store // the one in use: the person's, or the sample's
	own     Store // the person's, while the sample is open
	queue   *queue.Queue
	effects []tea.Cmd // to be run once the message in hand is done with
	session *session
	line    *entry.Line
	screens map[screen.Name]screen.Screen
	home    *home.Screen // is also one of the screens
	at      screen.Place
	panels  []panel

	width, height int
	layout        layout
	dark          bool   // the terminal's background
	few           bool   // the terminal has 256 colours or fewer
	chosen        string // the name of the theme, "" while it follows the background
	mouse         bool

	typing                 bool              // the focus is in the capture line
	finding                bool              // the line holds words to find
	going                  bool              // the next key says where to go
	parking                bool              // the line holds an idea, while other text waits in the field
	said                   said              // stands in the row "Reads" until the next key
	homeTicket, openTicket int               // of the latest reads: late answers are dropped
	homeLoaded             bool              // the list of post-mortems is there
	early                  []tea.KeyPressMsg // keys that were pressed before it was
	homeRestored           bool              // what waited at home when the program ended is back

	guarding *guarding     // the wording guard
	asker    *prompt.Asker // the question to read out
	gating   gating        // the question before Countermeasures

	conflicts  []conflict
	undone     []undone // what ctrl+z took back, the latest last: redo has it again in this order
	pasted     pasted
	recent     []keymap.Command // run from the list of all commands, latest first
	leaveAsked time.Time
	tickAt     time.Time // when the minute is over of which the screen is to be drawn anew
	heard      time.Time // the last sign of life of the meeting
	asleep     []func()  // what a person asked for while it was unclear whether anybody was there
	stopped    bool      // the key in hand found the clock unattended
	leaving    leaving
	leaveStep  int           // how far leaving has got, see leaveFurther
	checked    bool          // the store's file was looked at on the way out
	loss       loss          // what became of the store's file
	shorter    int           // how often in a row the log was shorter than what was saved
	refusals   int           // how often a save was refused although nothing is new
	farewell   string        // is said when the screen is gone
	rescues    []Rescued     // what earlier windows left behind and nobody has decided about
	takingIn   string        // the rescue file whose content is on its way to disk
	takenIn    string        // what there is in it
	needless   []string      // further rescue files that go once everything is on disk
	draftTicks bool          // a draftTick is on its way
	watching   bool          // a watchTick is on its way
	waiting    []func()      // to be done when everything is on disk
	undecided  []model.Draft // words of changes that another window's stood against, not given back yet
	unshared   bool          // the room did not see the screen when it was last asked
	rereading  bool
	readOnly   bool // nothing can be saved in this file, as it stood when it was last looked at
	exit       int  // the code to leave with
}

// panel is a panel in front, with the time it opened.
type panel struct {
	screen.Panel
	opened time.Time
}

// undone is one thing that was taken back: typing in the line, or a recorded change.
type undone int

const (
	typedWords undone = iota
	recordedChange
)

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
	a := &App{options: o, keys: o.Keys, store: o.Store, typing: true, dark: true, chosen: o.Theme, mouse: o.Mouse}
	t, err := theme.Choose(o.Theme, true, o.Glyphs)
	if err != nil {
		return nil, err
	}
	if a.guarding, err = newGuarding(o.Rules); err != nil {
		return nil, err
	}
	questions, err := prompt.New(o.Questions)
	if err != nil {
		return nil, err
	}
	a.asker = prompt.NewAsker(questions)
	a.window = string(o.NewID())
	a.queue = queue.New(o.Store, o.After)
	a.line = entry.NewLine()
	a.env = screen.Env{
		Theme: t,
		Keys:  o.Keys,
		Now:   o.Now,
		NewID: o.NewID,
		Word:  o.Word, Opening: o.Opening,
		Editor: edit.Editor{NewID: o.NewID, Now: o.Now, KnownZone: func(z string) bool {
			_, err := time.LoadLocation(z)
			return err == nil && z != "" && z != "Local"
		}},
		Pending: func(field screen.Key) (string, bool) {
			t := a.line.Text(a.slot(field))
			return t.Words, t.Waits
		},
		Typed: func(field screen.Key) (string, bool) {
			s := a.slot(field)
			t := a.line.Text(s)
			return a.asTyped(s, t.Words), t.Waits
		},
		Unseen:  func(field screen.Key) bool { return a.hides(a.slot(field)) },
		Unsaved: a.unsaved,
	}
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
func (a *App) ExitCode() int { return a.exit }

// warn says once what is unusual about the file: it may only be read; it lies in a synced folder or on
// a network drive.
func (a *App) warn() {
	if a.lookWhetherReadOnly(); a.readOnly {
		a.say(check, "this file may only be read, so nothing typed is saved in it; change the permissions of it and its folder, or open another with --db")
		return
	}
	if s, ok := a.store.(interface{ Warnings() []string }); ok {
		if w := s.Warnings(); len(w) > 0 {
			a.say(check, w[0])
		}
	}
}

// lookWhetherReadOnly asks the store whether anything can be saved: people mend permissions while the
// program runs. A store that cannot say is one that can be written.
func (a *App) lookWhetherReadOnly() {
	s, says := a.store.(interface{ ReadOnly() bool })
	a.readOnly = says && s.ReadOnly()
}

// Init asks for the terminal's background and reads what the first screen shows.
func (a *App) Init() tea.Cmd {
	a.warn()
	a.readHome(firstSummaries)
	a.findRescues()
	if a.options.Theme == "" {
		a.effect(tea.RequestBackgroundColor)
	}
	if a.options.Start.Postmortem != "" {
		a.open(a.options.Start)
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
	f.Unseen = f.Unseen || a.hides(slot)
	return f, slot
}

// ownField is field as the screen or the panel in front names it.
func (a *App) ownField() (screen.Field, entry.Slot) {
	var f screen.Field
	switch {
	case a.finding:
		f = screen.NewField("find", "Find")
	case a.ownsLine():
		f, _ = a.front().Field()
	case a.parking:
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
	a.line.KeepFromRoom(f.Unseen || a.private())
}

// understood says how the text in the line is understood.
func (a *App) understood() screen.Reading {
	text := a.line.Value()
	if a.finding {
		return screen.Reading{Words: a.current().Find(text)}
	}
	if p := a.front(); p != nil {
		if g := a.guardPanel(); g != nil && !g.Editing() {
			return a.understoodStopped(g, text)
		}
		if _, own := p.Field(); own || text == "" || !a.passesText() {
			return p.Read(text)
		}
	}
	return a.readLine(text)
}

// atHome tells that no record is in front.
func (a *App) atHome() bool { return a.at.Screen == screen.Home }

func (a *App) context() (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.Background(), readLimit)
}
