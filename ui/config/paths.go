package config

import (
	"os"
	"path/filepath"

	"github.com/adrg/xdg"
)

// Path returns where the file of settings is looked for, "" where there is no place for it.
func Path() string { return place("XDG_CONFIG_HOME", xdg.ConfigHome, "config.yaml") }

// StorePath returns where the store is unless a flag or DEBRIEF_DB names another file; "" where there
// is no place for it.
func StorePath() string { return place("XDG_DATA_HOME", xdg.DataHome, "debrief.db") }

// TraceFolder returns where the trace of a mistake of the program's own goes, "" for nowhere.
func TraceFolder() string { return place("XDG_STATE_HOME", xdg.StateHome, "") }

// place is a name in our folder. Without a home folder there is no such place: the library would take
// the root of the machine for it, where a person looks for nothing.
func place(variable, folder, name string) string {
	home, err := os.UserHomeDir()
	if !filepath.IsAbs(os.Getenv(variable)) && (err != nil || !filepath.IsAbs(home)) {
		return ""
	}
	return filepath.Join(folder, "debrief", name)
}
