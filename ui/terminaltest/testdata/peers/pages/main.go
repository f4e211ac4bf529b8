// Command pages is command textinput with Glamour linked and never called. Its argument is the
// frame rate.
package main

import (
	"os"
	"strconv"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	_ "charm.land/glamour/v2" // its package initialisation is what is measured
)

type model struct{ input textinput.Model }

func (m model) Init() tea.Cmd { return nil }

func (m model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if key, ok := msg.(tea.KeyPressMsg); ok {
		switch key.String() {
		case "ctrl+c":
			return m, tea.Quit
		case "ctrl+u":
			m.input.SetValue("")
			return m, nil
		}
	}
	var cmd tea.Cmd
	m.input, cmd = m.input.Update(msg)
	return m, cmd
}

func (m model) View() tea.View {
	v := tea.NewView("ready\n" + m.input.View())
	v.AltScreen = true
	v.Cursor = m.input.Cursor()
	if v.Cursor != nil {
		v.Cursor.Y++
	}
	return v
}

func main() {
	fps, err := strconv.Atoi(os.Args[1])
	if err != nil {
		os.Exit(2)
	}
	input := textinput.New()
	input.SetVirtualCursor(false) // no blinking
	input.Focus()
	if _, err := tea.NewProgram(model{input}, tea.WithFPS(fps)).Run(); err != nil {
		os.Exit(1)
	}
}
