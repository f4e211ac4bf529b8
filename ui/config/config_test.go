package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"debrief/ui/keymap"
	"debrief/ui/theme"
)

func environment(pairs ...string) func(string) string {
	return func(name string) string {
		for _, pair := range pairs {
			if key, value, _ := strings.Cut(pair, "="); key == name {
				return value
			}
		}
		return ""
	}
}

// settled reads the lines of a file of settings.
func settled(t *testing.T, text string, env ...string) (Settings, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "config.yaml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := Read(path, environment(env...))
	if err != nil {
		text := strings.ReplaceAll(err.Error(), path, "config.yaml")
		if strings.Contains(text, "\n") {
			t.Errorf("the error has several lines: %q", text)
		}
		err = plainError(text)
	}
	return s, err
}

type plainError string

func (e plainError) Error() string { return string(e) }

func TestAFileThatIsNotThereSettlesNothing(t *testing.T) {
	s, err := Read(filepath.Join(t.TempDir(), "no", "config.yaml"), environment())
	if err != nil {
		t.Fatal(err)
	}
	if s.Theme != "" || s.Glyphs != AutoGlyphs || s.Mouse || s.FPS != 120 || s.Reviews != "" || s.Word != "" {
		t.Errorf("got %+v", s)
	}
	if c, _ := s.Keys.Lookup(keymap.Everywhere, "ctrl+z"); c != keymap.Undo {
		t.Errorf("ctrl+z is %q", c)
	}
}

func TestTheFileSettlesEverything(t *testing.T) {
	s, err := settled(t, `# mine
theme: light
glyphs: ascii
mouse: yes
fps: 60
reviews: ~/reviews
word: learning review
keys:
  undo: Ctrl+U
  find: ["/", ctrl+f]
  star: "*"
  page-down: [PgDn, alt+N]
`, "HOME=/home/ana")
	if err != nil {
		t.Fatal(err)
	}
	if s.Theme != "light" || s.Glyphs != ASCII || !s.Mouse || s.FPS != 60 || s.Reviews != "/home/ana/reviews" || s.Word != "learning review" {
		t.Errorf("got %+v", s)
	}
	for _, c := range []struct {
		scope keymap.Scope
		key   string
		want  keymap.Command
	}{
		{keymap.Everywhere, "ctrl+u", keymap.Undo},
		{keymap.Everywhere, "ctrl+z", ""},
		{keymap.List, "ctrl+f", keymap.Find},
		{keymap.List, "*", keymap.Star},
		{keymap.Everywhere, "pgdown", keymap.PageDown},
		{keymap.Everywhere, "alt+n", keymap.PageDown},
	} {
		if got, _ := s.Keys.Lookup(c.scope, c.key); got != c.want {
			t.Errorf("%s: got %q, want %q", c.key, got, c.want)
		}
	}
}

func TestKeysMayBeSwapped(t *testing.T) {
	s, err := settled(t, "keys:\n  decision-card: n\n  decline: d\n")
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := s.Keys.Lookup(keymap.List, "d"); got != keymap.Decline {
		t.Errorf("d is %q", got)
	}
}

func TestAFaultIsOneSentenceWithItsLineAndWhatToWrite(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"theme: dark\nthmee: x\n", `config.yaml, line 2: there is no setting "thmee"; the nearest is "theme"`},
		{"theme: pink", `config.yaml, line 1: no theme is called "pink"; choose auto, dark, light or contrast`},
		{"\nglyphs: unicode", `config.yaml, line 2: glyphs are auto, ascii or lines, not "unicode"`},
		{"mouse: perhaps", `config.yaml, line 1: mouse is true or false, not "perhaps"`},
		{"fps: 90", `config.yaml, line 1: fps is 120, or 60 to save the battery, not "90"`},
		{"word: autopsy", `config.yaml, line 1: word is one of post-mortem, learning review, retrospective, not "autopsy"`},
		{"theme: [dark]", `config.yaml, line 1: theme needs one value, such as "theme: dark"`},
		{"theme: dark\nmouse: no\ntheme: light", "config.yaml, line 3"},
		{"- theme", `config.yaml, line 1: settings are lines such as "theme: dark"`},
		{"keys: ctrl+u", `config.yaml, line 1: keys needs a line for each command, such as "undo: ctrl+u"`},
		{"keys:\n  undo: ctrl+u\n  udno: f5", `config.yaml, line 3: keys: there is no command "udno"; the nearest is "undo"`},
		{"keys:\n  undo: ctrl+k", `config.yaml, line 2: key ctrl+k asks for`},
		{"keys:\n  find: ctrl+f\n  star: ctrl+f\n  mouse: f9", `config.yaml, line 3: key ctrl+f asks for find and for star`},
		{"keys:\n  undo: strg+u", `config.yaml, line 2: keys of undo: "strg+u" is no key: before the + stand ctrl, alt or shift`},
		{"keys:\n  undo: banana", `config.yaml, line 2: keys of undo: "banana" is no key: write it as ctrl+k, shift+tab, pgup, f5 or space`},
		{"keys:\n  undo: u", `config.yaml, line 2: undo works while one types, so u is needed for text`},
		{"keys:\n  leave: []", `config.yaml, line 2: leave needs at least one key`},
		{"keys:\n  undo: [[a]]", `config.yaml, line 2: keys of undo are a key or a list`},
		{"theme: \"dark", "config.yaml, line 1"},
		{"theme: dark\n\tmouse: yes", "config.yaml"},
	} {
		_, err := settled(t, c.text)
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%q:\n got %v\nwant %s", c.text, err, c.want)
		}
	}
}

func TestHarmlessOddFilesSettleNothing(t *testing.T) {
	for _, text := range []string{"", "\n", "# theme: dark\n", "---\n", "keys:\n"} {
		if _, err := settled(t, text); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestTheEnvironmentGoesBeforeTheFile(t *testing.T) {
	for _, c := range []struct {
		name string
		env  []string
		want string
	}{
		{"the file alone", nil, "light"},
		{"no colours asked of every program", []string{"NO_COLOR=1"}, theme.HighContrast},
		{"an empty wish is none", []string{"NO_COLOR="}, "light"},
		{"one named for debrief", []string{"NO_COLOR=1", "DEBRIEF_THEME=dark"}, "dark"},
		{"back to asking", []string{"DEBRIEF_THEME=auto"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := settled(t, "theme: light", c.env...)
			if err != nil || s.Theme != c.want {
				t.Errorf("got %q, %v; want %q", s.Theme, err, c.want)
			}
		})
	}
	if _, err := settled(t, "", "DEBRIEF_GLYPHS=x"); err == nil || !strings.HasPrefix(err.Error(), "the variable DEBRIEF_GLYPHS: ") {
		t.Errorf("got %v", err)
	}
}

func TestAFileThatIsNoTextIsRefused(t *testing.T) {
	if _, err := settled(t, strings.Repeat("#\n", limit)); err == nil || !strings.Contains(err.Error(), "no file of settings") {
		t.Errorf("got %v", err)
	}
	if _, err := Read(t.TempDir(), environment()); err == nil {
		t.Error("a folder was read as a file")
	}
}

func TestLinesAreDrawnWhereTheLocaleAllowsItUnlessSaidOtherwise(t *testing.T) {
	for _, c := range []struct {
		glyphs string
		utf8   bool
		want   theme.Glyphs
	}{
		{AutoGlyphs, true, theme.Lines()},
		{AutoGlyphs, false, theme.ASCII()},
		{ASCII, true, theme.ASCII()},
		{Lines, false, theme.Lines()},
	} {
		if got := (Settings{Glyphs: c.glyphs}).Drawn(c.utf8); got != c.want {
			t.Errorf("%s, UTF-8 %v: got %+v", c.glyphs, c.utf8, got)
		}
	}
}

func TestTheZoneIsFoundByItsName(t *testing.T) {
	for _, c := range []struct{ variable, link, text, want string }{
		{"Europe/Berlin", "", "", "Europe/Berlin"},
		{":America/New_York", "", "", "America/New_York"},
		{"/usr/share/zoneinfo/Asia/Tokyo", "", "", "Asia/Tokyo"},
		{"CET-1CEST", "/usr/share/zoneinfo/Asia/Tokyo", "", "UTC"},
		{"", "/usr/share/zoneinfo/Asia/Tokyo", "Europe/Berlin\n", "Asia/Tokyo"},
		{"", "/var/db/timezone/zoneinfo/Europe/Rome", "", "Europe/Rome"},
		{"", "/etc/localtime", "Europe/Berlin\n", "Europe/Berlin"},
		{"", "", "", "UTC"},
		{"", "", "Local", "UTC"},
	} {
		if got := zoneOf(c.variable, c.link, c.text); got != c.want {
			t.Errorf("%+v: got %q", c, got)
		}
	}
}

// What the guide shows can be copied as it stands.
func TestTheSettingsInTheGuideAreRead(t *testing.T) {
	guide, err := os.ReadFile(filepath.Join("..", "..", "docs", "guide.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, block, _ := strings.Cut(string(guide), "```yaml\n")
	block, _, found := strings.Cut(block, "```")
	if !found {
		t.Fatal("the guide shows no settings")
	}
	for _, name := range fieldNames(file{}.settings(&Settings{}, nil)) {
		if !strings.Contains("\n"+block, "\n"+name+":") {
			t.Errorf("%s is not shown", name)
		}
	}
	s, err := settled(t, block, "HOME=/home/ana")
	if err != nil {
		t.Fatal(err)
	}
	if c, _ := s.Keys.Lookup(keymap.Everywhere, "ctrl+y"); c != keymap.Undo {
		t.Errorf("ctrl+y is %q", c)
	}
}
