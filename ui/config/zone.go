package config

import (
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Zone returns the IANA name of the machine's time zone, for new post-mortems. Go knows the
// zone's rules but not its name, so the places are asked where systems keep it: TZ, then the
// link /etc/localtime, then /etc/timezone. Where none tells, it is UTC.
func Zone(getenv func(string) string) string {
	link, _ := filepath.EvalSymlinks("/etc/localtime") // absent or no link: the next one is asked
	text, _ := os.ReadFile("/etc/timezone")
	return zoneOf(getenv("TZ"), link, string(text))
}

func zoneOf(variable, link, text string) string {
	if variable != "" {
		if name := inZoneinfo(strings.TrimPrefix(variable, ":")); KnownZone(name) {
			return name
		}
		return "UTC" // so does Go read a TZ that it does not know
	}
	for _, name := range []string{inZoneinfo(link), strings.TrimSpace(text)} {
		if KnownZone(name) {
			return name
		}
	}
	return "UTC"
}

// inZoneinfo takes the name from the path of a zone's file.
func inZoneinfo(path string) string {
	if i := strings.LastIndex(path, "zoneinfo/"); i >= 0 {
		return path[i+len("zoneinfo/"):]
	}
	return path
}

// KnownZone tells whether an IANA zone of that name exists.
func KnownZone(name string) bool {
	if name == "" || name == "Local" || strings.HasPrefix(name, "/") {
		return false
	}
	_, err := time.LoadLocation(name)
	return err == nil
}
