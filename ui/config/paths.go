package config

import (
	"path/filepath"

	"github.com/adrg/xdg"
)

// Path returns where the file of settings is looked for.
func Path() string { return filepath.Join(xdg.ConfigHome, "debrief", "config.yaml") }

// StorePath returns where the store is unless a flag or DEBRIEF_DB names another file.
func StorePath() string { return filepath.Join(xdg.DataHome, "debrief", "debrief.db") }

// TraceFolder returns where the trace of a mistake of the program's own goes.
func TraceFolder() string { return filepath.Join(xdg.StateHome, "debrief") }
