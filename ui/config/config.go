// Package config reads what a person has settled for every start: the file
// $XDG_CONFIG_HOME/debrief/config.yaml and the environment. What must travel with the data lies
// in the store instead.
//
// A flag wins over the environment, the environment over the file, the file over the default.
package config

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"debrief/model/aloud"
	"debrief/model/prompt"
	"debrief/model/wording"
	"debrief/ui"
	"debrief/ui/keymap"
	"debrief/ui/theme"
)

// The variables of the environment. NO_COLOR, where it is not empty, asks for the theme without
// colours (no-color.org); a theme that was named for debrief itself goes before it.
const (
	EnvStore   = "DEBRIEF_DB"
	EnvTheme   = "DEBRIEF_THEME"
	EnvGlyphs  = "DEBRIEF_GLYPHS"
	EnvReviews = "DEBRIEF_REVIEWS"
	EnvNoColor = "NO_COLOR"
)

// limit is how many bytes the file may have. A full one has two hundred lines.
const limit = 256 << 10

// Settings is what is settled. The values are checked.
type Settings struct {
	Theme   string // a name of package theme, "" asks the terminal
	Glyphs  string // AutoGlyphs, ASCII or Lines
	Keys    *keymap.Table
	Mouse   bool
	FPS     int    // frames a second: 120, or 60 to save the battery
	Reviews string // the folder for pages, "" for the current one
	Word    string // what a post-mortem is called, "" where nobody chose
	Opening aloud.Opening
	// Rules are those of the wording guard that the team added or changed; they follow the built-in
	// ones, and take the place of those with the same id.
	Rules []wording.Rule
	// Questions are those that the team added or changed; one without words is silenced.
	Questions []prompt.Prompt
}

// The settings of glyphs: by the locale, or one of the two in any case.
const (
	AutoGlyphs = "auto"
	ASCII      = "ascii"
	Lines      = "lines"
)

// Default returns the settings where nothing is settled.
func Default() (Settings, error) {
	keys, err := keymap.New(ui.Bindings())
	return Settings{Glyphs: AutoGlyphs, Keys: keys, FPS: 120}, err
}

// Read returns the settings of the file and the environment. A file that is not there settles
// nothing. The error is one sentence: it names the file and line, or the variable, and what to
// write instead.
func Read(path string, getenv func(string) string) (Settings, error) {
	s, err := Default()
	if err != nil {
		return s, err
	}
	text, err := load(path)
	if err != nil {
		return s, err
	}
	f := file{path: path, home: getenv("HOME")}
	if err := f.read(text, &s); err != nil {
		return s, err
	}
	return s, s.environment(getenv)
}

func load(path string) (_ []byte, err error) {
	if path == "" {
		return nil, nil
	}
	is, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("read the settings: %w", err)
	case !is.Mode().IsRegular(): // opening a pipe would wait for somebody to write
		return nil, fmt.Errorf("the settings %s are %s, not a file; move it away, or put a file there", path, kind(is.Mode()))
	}
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrPermission) {
		return nil, fmt.Errorf("the settings %s may not be read; change its permissions", path)
	}
	if err != nil {
		return nil, fmt.Errorf("read the settings: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	text, err := io.ReadAll(io.LimitReader(f, limit+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("read the settings: %w", err)
	case len(text) > limit:
		return nil, fmt.Errorf("%s has more than %d KiB and is no file of settings", path, limit>>10)
	}
	return text, nil
}

// kind is what a file is that is no regular one.
func kind(mode fs.FileMode) string {
	switch {
	case mode.IsDir():
		return "a folder"
	case mode&fs.ModeNamedPipe != 0:
		return "a pipe"
	case mode&fs.ModeSocket != 0:
		return "a socket"
	case mode&fs.ModeDevice != 0:
		return "a device"
	}
	return "something else"
}

func (s *Settings) environment(getenv func(string) string) error {
	if getenv(EnvNoColor) != "" {
		s.Theme = theme.HighContrast
	}
	for _, v := range []struct {
		name string
		set  func(string) error
	}{
		{EnvTheme, s.SetTheme},
		{EnvGlyphs, s.setGlyphs},
		{EnvReviews, func(folder string) error { s.Reviews = inHome(folder, getenv("HOME")); return nil }},
	} {
		if value := getenv(v.name); value != "" {
			if err := v.set(value); err != nil {
				return fmt.Errorf("the variable %s: %w", v.name, err)
			}
		}
	}
	return nil
}

// SetTheme chooses the theme of that name. The error lists the known ones.
func (s *Settings) SetTheme(name string) error {
	if _, err := theme.Choose(name, true, theme.ASCII()); err != nil {
		return err
	}
	if s.Theme = name; name == theme.Auto {
		s.Theme = ""
	}
	return nil
}

func (s *Settings) setGlyphs(name string) error {
	switch name {
	case AutoGlyphs, ASCII, Lines:
		s.Glyphs = name
		return nil
	}
	return fmt.Errorf("glyphs are auto, ascii or lines, not %q", name)
}

// Drawn returns the glyphs to draw with, on a terminal whose locale is UTF-8 or not.
func (s Settings) Drawn(utf8 bool) theme.Glyphs {
	if s.Glyphs == Lines || s.Glyphs == AutoGlyphs && utf8 {
		return theme.Lines()
	}
	return theme.ASCII()
}

// inHome replaces a leading ~/ by the home folder: nobody else does it in a file.
func inHome(path, home string) string {
	if rest, ok := strings.CutPrefix(path, "~/"); ok && home != "" {
		return home + "/" + rest
	}
	if path == "~" && home != "" {
		return home
	}
	return path
}
