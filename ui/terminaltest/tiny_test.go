package terminaltest_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"debrief/ui/terminaltest"
)

// asProgram, in the environment, turns this test binary into the program that
// the tests run.
const asProgram = "TERMINALTEST_TINY"

func TestMain(m *testing.M) {
	if how := os.Getenv(asProgram); how != "" {
		os.Exit(tinyMain(how))
	}
	os.Exit(m.Run())
}

func tinyMain(how string) int {
	final, err := tea.NewProgram(tiny{how: how}).Run()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return final.(tiny).code
}

// start runs the tiny program.
func start(t *testing.T, how string, o terminaltest.Options) *terminaltest.Program {
	t.Helper()
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	o.Patience = 5 * time.Second
	o.Path, o.Env = path, append(o.Env, asProgram+"="+how)
	p := terminaltest.Start(t, o)
	p.Wait(t, "ready")
	return p
}

// tiny shows each key that reached it, its size, and a footer.
type tiny struct {
	how           string
	width, height int
	keys          []string
	background    string
	code          int
}

func (m tiny) Init() tea.Cmd { return tea.RequestBackgroundColor }

func (m tiny) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
	case tea.BackgroundColorMsg:
		m.background = "light"
		if msg.IsDark() {
			m.background = "dark"
		}
	case tea.PasteMsg:
		m.keys = append(m.keys, "paste:"+msg.Content)
	case tea.KeyPressMsg:
		switch msg.String() {
		case "q":
			m.code = 3
			return m, tea.Quit
		case "Y":
			return m, tea.Sequence(tea.SetClipboard("copied"), tea.Quit)
		}
		m.keys = append(m.keys, msg.String())
	}
	return m, nil
}

func (m tiny) View() tea.View {
	lines := make([]string, max(1, m.height))
	lines[0] = fmt.Sprintf("ready %dx%d %s", m.width, m.height, m.background)
	if m.height > 2 {
		lines[1] = strings.Join(m.keys, " ")
		lines[m.height-1] = "q leaves"
	}
	view := tea.NewView(strings.Join(lines, "\n"))
	view.AltScreen = true
	view.WindowTitle = "tiny"
	if m.how == "evil" {
		view.WindowTitle = "\x1b]52;c;aGk=\a"
	}
	view.Cursor = tea.NewCursor(3, 1)
	return view
}
