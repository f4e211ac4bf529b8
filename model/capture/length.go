package capture

import (
	"strings"
	"time"
)

// Length reads how many minutes something takes: 45, 45 min, 1h, 1 h 30, 1:30. It is false where
// that is not a number of whole minutes.
func Length(text string) (minutes int, ok bool) {
	s := strings.ToLower(strings.Join(strings.Fields(text), ""))
	if n := number(s); n >= 0 {
		return n, true
	}
	if h, m, hasColon := strings.Cut(s, ":"); hasColon {
		hours, rest := number(h), number(m)
		return 60*hours + rest, hours >= 0 && len(m) == 2 && rest >= 0 && rest < 60
	}
	s = strings.NewReplacer("hours", "h", "hour", "h", "minutes", "m", "minute", "m", "mins", "m").Replace(s)
	if strings.ContainsAny(s, "sd") {
		return 0, false // of seconds and days no meeting is made
	}
	if strings.HasSuffix(s, "h") || strings.HasSuffix(s, "m") || strings.HasSuffix(s, "min") {
		d, known := span(s)
		return int(d / time.Minute), known
	}
	d, known := span(s + "m") // 1h30
	return int(d / time.Minute), known
}
