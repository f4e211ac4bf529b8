package ui

import (
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"debrief/ui/screen"
	"debrief/ui/theme"
)

// Update routes a message, in this order and nowhere else: results of commands, window and
// theme, the panel in front, keys that work everywhere, the current screen.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	a.debug(msg)
	a.update(msg)
	for _, f := range a.followUps() {
		f.do()
	}
	return a, a.takeEffects()
}

// followUp is what comes after every message, whatever that was.
type followUp struct {
	name   string
	do     func()
	behind []string // the names of those that have to come before it
}

// followUps are in the order in which they come. Why one has to come behind another stands beside it; all
// others could change places.
func (a *App) followUps() []followUp {
	all := []followUp{
		{"parking", a.endParking, nil},
		{"names", a.desk.FollowNames, nil},
		// What was drawn for one person is closed by whether names are off by now.
		{"shared", a.desk.FollowShared, []string{"names"}},
		// Words are given back into the marked field, which is another one once an idea is parked, and only to
		// a screen that the room does not see.
		{"private words", a.givePrivateBack, []string{"parking", "names", "shared"}},
		// It says what is not on disk as it may be shown.
		{"unsaved", func() {
			if a.isOpen(a.unsaved) {
				a.unsaved.Refresh()
			}
		}, []string{"names", "shared"}},
		// The line holds the field that is marked by now, and all that was typed before it is safe there.
		{"line", a.holdField, []string{"parking", "names", "shared", "private words"}},
	}
	for _, f := range a.features { // among them in the order of newFeatures
		if f.Follow != nil {
			// A paste goes on into the field that the line holds; the guard looks at the text that stands there in the end.
			all = append(all, followUp{"features", f.Follow, []string{"line"}})
		}
	}
	return append(all,
		// What any of them wants saved leaves with this message.
		followUp{"desk", a.desk.Follow, []string{"private words", "features"}},
	)
}

func (a *App) update(msg tea.Msg) {
	switch msg := msg.(type) {
	case editorClosed:
		a.editorClosed(msg)
	case Terminate:
		a.desk.Leaving.Terminate(msg.Code)

	case tea.WindowSizeMsg:
		first := a.width == 0
		a.resize(msg.Width, msg.Height)
		if !first {
			a.effect(tea.Raw(wholeScreenScrolls))
		}
	case tea.RawMsg:
		a.effect(tea.ClearScreen) // whatever the terminal cut or scrolled in between is drawn anew
	case tea.ColorProfileMsg:
		if few := msg.Profile < colorprofile.TrueColor; few != a.few {
			a.few = few
			a.setTheme(a.chosen)
		}
	case tea.BackgroundColorMsg:
		if a.dark = msg.IsDark(); a.chosen == "" {
			a.setTheme("")
		}

	case tea.PasteMsg:
		a.said = said{}
		a.attended(func() { a.hand(msg) })
	case tea.KeyPressMsg:
		a.attended(func() { a.key(msg) })
	case tea.MouseClickMsg:
		a.attended(func() { a.click(msg) })
	case tea.MouseWheelMsg:
		a.attended(func() { a.wheel(msg) })
	default:
		a.desk.Update(msg)
		a.hand(msg)
	}
}

func (a *App) resize(width, height int) {
	a.width, a.height = width, height
	a.layout = layOut(width, height)
	a.resizeBodies()
}

// resizeBodies tells the screens and panels how much room they have; also after a change of
// theme, because what they drew is drawn anew then.
func (a *App) resizeBodies() {
	for _, s := range a.screens {
		s.Resize(a.width, a.layout.body)
	}
	for i := range a.panels {
		a.resizePanel(a.panels[i].Panel)
	}
}

func (a *App) resizePanel(p screen.Panel) {
	rows, whole := p.Height(a.layout.body)
	if !whole {
		rows = max(min(rows, a.layout.body)-1, 0)
	} else {
		rows = a.layout.body
	}
	p.Resize(a.width, rows)
}

func (a *App) setTheme(name string) {
	choose := theme.Choose
	if a.few {
		choose = theme.ChooseFew
	}
	t, err := choose(name, a.dark, a.options.Glyphs)
	if err != nil {
		a.say(check, err.Error())
		return
	}
	a.chosen = name
	*a.env.Theme = *t
	a.resizeBodies()
}

// debug writes a line a message: its type, and for a command key which; never what was typed.
func (a *App) debug(msg tea.Msg) {
	if a.options.Debug == nil {
		return
	}
	if k, ok := msg.(tea.KeyPressMsg); ok && k.Text == "" {
		fmt.Fprintf(a.options.Debug, "%s key %s\n", a.options.Now().Format(time.RFC3339Nano), k.String())
		return
	}
	fmt.Fprintf(a.options.Debug, "%s %T\n", a.options.Now().Format(time.RFC3339Nano), msg)
}

// wholeScreenScrolls lets the terminal scroll all its rows again and leaves the cursor where it is. A
// frame that was on its way while the terminal grew ends with the margins of the old height; all
// that is drawn below them would scroll the rows above away.
const wholeScreenScrolls = "\x1b7\x1b[r\x1b8"

const (
	done  = "Done"
	check = "Check"
)

// say puts words into the row "Reads" until the next key. While names are off it names nobody.
func (a *App) say(label, words string) { a.said = said{label, a.desk.Names().Hide(words)} }
