package capture

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"debrief/model"
)

// momentRead is what a time was read as: words is how many words it took, 0 where there is
// none. Bad is the fault of one that looks like a time and cannot be one.
type momentRead struct {
	when  model.Moment
	shift int // days from the one it would naturally stand on
	words int
	bad   string
}

// rollover is how near a clock time must lie to the marked row, beyond midnight, to belong to the
// next day (or the one before): 00:03 after 23:58, but not 02:00 after 14:09.
const rollover = 6 * time.Hour

// longest is the longest stretch that 23:50-00:10 may be; a longer one has its ends swapped.
const longest = 12 * time.Hour

// base is where a time is counted from.
type base struct {
	zone *time.Location
	at   time.Time  // zero: nothing to count from
	day  model.Date // serves while at is zero
	// today ends the past, in which every incident lies: a day that is not wholly typed is no later.
	today model.Date
}

func (c *Context) zone() *time.Location {
	if c.Zone == nil {
		return time.UTC
	}
	return c.Zone
}

func (c *Context) base() base {
	b := base{zone: c.zone(), at: c.Marked, day: c.Day, today: c.today()}
	if b.day.IsZero() {
		b.day = b.today
	}
	return b
}

func (c *Context) today() model.Date { return model.DateOf(c.Now.In(c.zone())) }

// moment reads a time at the beginning of words.
func moment(words []string, b base) momentRead {
	if len(words) == 0 {
		return momentRead{}
	}
	first, p, about := words[0], words[1:], false
	if strings.HasPrefix(first, "~") {
		about, first = true, first[1:]
		if first == "" && len(p) > 0 {
			first, p = p[0], p[1:]
		}
	}
	r := plainMoment(tail(first), p, b)
	if r.words == 0 {
		return r
	}
	r.words += len(words) - len(p) - 1
	r.when.About = r.when.About || about
	r.when.Typed = tail(strings.Join(words[:r.words], " "))
	r.when.Zone = b.zone.String()
	if r.bad == "" {
		r.bad = r.outside(r.when.Typed)
	}
	return r
}

// outside says that what was read lies outside the years of a record, "" where it does not: a
// day of the last year may be one of the next in UTC.
func (r momentRead) outside(typed string) string {
	if model.InYears(r.when.At) && (r.when.End.IsZero() || model.InYears(r.when.End)) {
		return ""
	}
	return fmt.Sprintf("%s lies outside %s in UTC: type another year", typed, model.Years())
}

// plainMoment reads a time without its ~; rest is the words after the first.
func plainMoment(first string, rest []string, b base) momentRead {
	if first == "" {
		return momentRead{}
	}
	if first[0] == '+' {
		return laterMoment(first, b)
	}
	if len(first) > 11 && first[10] == 'T' && first[4] == '-' {
		day := calendarPhrase([]string{first[:10]}, nil, 0)
		if t, err := time.Parse(time.RFC3339, first); err == nil {
			return momentRead{when: model.Moment{At: model.UTC(t)}, words: 1}
		}
		return dated(day, first[11:], rest, b, 0)
	}
	if r := clockMoment(first, rest, b, model.Date{}); r.words > 0 {
		return r
	}
	var buf [4]string
	p := append(buf[:0], first)
	p = append(p, rest[:min(len(rest), 3)]...)
	for i := range p {
		p[i] = strings.ToLower(tail(p[i]))
	}
	day := b.pastDay(p)
	if day.words == 0 || day.words > len(rest) {
		return momentRead{}
	}
	clock, about := strings.CutPrefix(rest[day.words-1], "~")
	r := dated(day, clock, rest[day.words:], b, day.words)
	r.when.About = about && r.words > 0
	return r
}

// pastDay reads the day before a clock time. Of the weeks or years that were not typed, the one
// nearest to the timeline's day is meant, but none that has yet to come: fri is last Friday, and
// a game day that is planned for tomorrow is typed with its year.
func (b base) pastDay(p []string) dateRead {
	near := b.day
	if !b.at.IsZero() {
		near = model.DateOf(b.at.In(b.zone))
	}
	// A timeline that lies ahead was given with its year, and its other days follow it.
	limit := b.today
	if limit.Before(near) {
		limit = near
	}
	if w, ok := weekday(bare(p[0])); ok {
		day := near.AddDays(-3)
		day = day.AddDays((int(w) - int(day.Time().Weekday()) + 7) % 7)
		if limit.Before(day) {
			day = day.AddDays(-7)
		}
		return dateRead{day: day, words: 1}
	}
	guessed := false
	day := calendarPhrase(p, func(d model.Date) bool {
		guessed = true
		return !d.Before(near.AddDays(-183))
	}, near.Year-1)
	for guessed && day.bad == "" && (limit.Before(day.day) || monthEnd(day.day.Year, day.day.Month).Before(day.day)) {
		day.day.Year--
	}
	return day
}

// dated reads the clock time after a date of so many words; without one the date is text.
func dated(day dateRead, clock string, rest []string, b base, words int) momentRead {
	if day.words == 0 {
		return momentRead{}
	}
	on := day.day
	if day.bad != "" {
		on = b.day
	}
	r := clockMoment(tail(clock), rest, b, on)
	if r.words == 0 {
		return r
	}
	r.words += words
	if day.bad != "" {
		r.bad = day.bad
	}
	return r
}

// laterMoment reads +5m, counted from the marked row.
func laterMoment(s string, b base) momentRead {
	d, ok := span(s[1:])
	switch {
	case !ok:
		return momentRead{}
	case b.at.IsZero():
		return momentRead{words: 1, bad: s + " needs a marked row with a time: type a time such as 14:09"}
	}
	at := b.at.Add(d)
	return momentRead{when: model.Moment{At: model.UTC(at)}, shift: b.shift(at), words: 1}
}

// span reads 5m, 90s, 1h, 1h30m, 5min.
func span(s string) (time.Duration, bool) {
	var total time.Duration
	for s != "" {
		i := 0
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		n := number(s[:i])
		s = s[i:]
		unit := time.Minute
		switch {
		case n < 0 || s == "":
			return 0, false
		case strings.HasPrefix(s, "min"):
			s = s[3:]
		case s[0] == 'm':
			s = s[1:]
		case s[0] == 'h':
			unit, s = time.Hour, s[1:]
		case s[0] == 's':
			unit, s = time.Second, s[1:]
		case s[0] == 'd':
			unit, s = 24*time.Hour, s[1:]
		default:
			return 0, false
		}
		total += time.Duration(n) * unit
	}
	return total, total > 0
}

// clockMoment reads 14:09, 14:09:30, 14:12-14:18 and the zone behind it. on is the day where one
// was typed; else the day follows from the marked row.
func clockMoment(first string, rest []string, b base, on model.Date) momentRead {
	w, left, ok := clockTime(first)
	if !ok {
		return momentRead{}
	}
	r := momentRead{words: 1}
	var said which
	var end wall
	stretch := false
	left = r.suffix(left, &w, &said)
	if left == "" && len(rest) > 0 {
		left = r.parted(rest, &w, &said)
	}
	if cut, ok := dash(left); ok && said.loc == nil {
		if end, left, ok = clockTime(cut); !ok {
			return momentRead{}
		}
		stretch = true
		left = r.suffix(left, &end, &said)
	}
	if left == "a" || left == "b" {
		w.day = b.dayOf(w, b.zone, on)
		if !w.twice(b.zone) {
			return momentRead{}
		}
		said.later, left = 1+int(left[0]-'a'), ""
	}
	if left != "" {
		return momentRead{}
	}
	if bad := cmp.Or(w.wrong(), end.wrong()); bad != "" {
		r.bad = bad
		return r
	}
	w.day = b.dayOf(w, b.zone, on)
	if said.loc == nil && said.later == 0 && r.words-1 < len(rest) {
		if loc, ok := saidZone(tail(rest[r.words-1]), w.day, b.zone); ok {
			said.loc = loc
			r.words++
		}
	}
	if said.loc != nil {
		w.day = b.dayOf(w, said.loc, on)
	}
	at, bad := w.instant(b.zone, said)
	r.when.At, r.bad = model.UTC(at), bad
	if on.IsZero() {
		r.shift = b.shift(at)
	}
	if stretch && bad == "" {
		r.until(w, end, b.zone, said)
	}
	return r
}

// until ends the stretch that begins at w: on its day, or past midnight.
func (r *momentRead) until(w, end wall, zone *time.Location, said which) {
	end.day = w.day
	until, bad := end.instant(zone, said)
	if until.Before(r.when.At) {
		end.day = w.day.AddDays(1)
		until, bad = end.instant(zone, said)
		if until.Sub(r.when.At) > longest {
			bad = fmt.Sprintf("%s ends before it begins: type %s-%s", w.String()+"-"+end.String(), end, w)
		}
	}
	r.when.End, r.bad = model.UTC(until), bad
}

// parted reads what stands behind a clock time and a space: am, pm, or the dash of a stretch, which it
// returns as if it had no spaces.
func (r *momentRead) parted(rest []string, w *wall, said *which) (left string) {
	switch next := tail(rest[0]); {
	case next == "am" || next == "pm":
		r.suffix(next, w, said)
		r.words++
	case len(rest) > 1 && (next == "-" || next == "–"):
		if _, _, ok := clockTime(tail(rest[1])); ok {
			r.words += 2
			return "-" + tail(rest[1])
		}
	}
	return ""
}

// suffix reads what may stand right behind a clock time: am, pm, Z, +0200. It returns what it
// could not read.
func (r *momentRead) suffix(left string, w *wall, said *which) string {
	switch left {
	case "am", "pm", "AM", "PM":
		if w.h < 1 || w.h > 12 {
			return left
		}
		w.h %= 12
		if left[0]|0x20 == 'p' {
			w.h += 12
		}
		return ""
	case "Z":
		said.loc = time.UTC
		return ""
	}
	// -14:18 is the end of a stretch; only -0500 is an offset.
	if loc, ok := parseOffset(left); ok && len(left) > 3 && !(left[0] == '-' && len(left) == 6) {
		said.loc = loc
		return ""
	}
	return left
}

// clockTime reads one or two digits, a colon and two digits, perhaps seconds. Anything else,
// such as 10:1, is no clock time. The numbers may be out of range: see wrong.
func clockTime(s string) (w wall, left string, ok bool) {
	h, i := pair(s, 0)
	if i == 0 || i >= len(s) || s[i] != ':' {
		return w, s, false
	}
	m, j := pair(s, i+1)
	if j != i+3 {
		return w, s, false
	}
	w.h, w.m = h, m
	if j < len(s) && s[j] == ':' {
		sec, k := pair(s, j+1)
		if k != j+3 {
			return w, s, false
		}
		w.s, j = sec, k
	}
	if j < len(s) && s[j] >= '0' && s[j] <= '9' {
		return w, s, false
	}
	return w, s[j:], true
}

// pair reads one or two digits at i and returns where they end.
func pair(s string, i int) (n, end int) {
	for end = i; end < len(s) && end < i+2 && s[end] >= '0' && s[end] <= '9'; end++ {
		n = 10*n + int(s[end]-'0')
	}
	return n, end
}

// wrong says why a clock time cannot be one, "" where it can.
func (w wall) wrong() string {
	switch {
	case w.h == 24 && w.m == 0 && w.s == 0:
		return "24:00 is the next day's 00:00: type 00:00"
	case w.h > 23:
		return w.String() + " is no time of day: hours go from 00 to 23"
	case w.m > 59 || w.s > 59:
		return w.String() + " is no time of day: minutes and seconds go to 59"
	}
	return ""
}

// dayOf is the day on which a clock time falls: the given one, else the marked row's, or its
// neighbour where midnight lies between the two and they are near.
func (b base) dayOf(w wall, loc *time.Location, on model.Date) model.Date {
	if !on.IsZero() {
		return on
	}
	if b.at.IsZero() {
		return b.day
	}
	w.day = model.DateOf(b.at.In(loc))
	gap := b.at.Sub(w.in(loc))
	switch {
	case gap >= 24*time.Hour-rollover:
		return w.day.AddDays(1)
	case gap <= rollover-24*time.Hour:
		return w.day.AddDays(-1)
	}
	return w.day
}

// shift counts the days from the marked row's day to at.
func (b base) shift(at time.Time) int {
	if b.at.IsZero() {
		return 0
	}
	from, to := model.DateOf(b.at.In(b.zone)), model.DateOf(at.In(b.zone))
	return int(to.Time().Sub(from.Time()) / (24 * time.Hour))
}

// dash cuts the - or – of a stretch off.
func dash(s string) (string, bool) {
	if cut, ok := strings.CutPrefix(s, "-"); ok {
		return cut, true
	}
	return strings.CutPrefix(s, "–")
}

// tail drops the comma, colon or semicolon that people put behind a time.
func tail(s string) string { return strings.TrimRight(s, ",;:") }
