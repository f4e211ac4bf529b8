package capture

import (
	"fmt"
	"strings"
	"time"

	"debrief/model"
)

// dateRead is what a date phrase was read as: words is how many words it took, 0 where there
// is none. Bad says what is wrong with one that looks like a date and is none.
type dateRead struct {
	day   model.Date
	words int
	bad   string
}

// dateForms is what to type where a date was not understood.
const dateForms = "type fri, 3 apr or 2026-04-03"

// datePhrase reads the longest date phrase at the beginning of words. Phrases without a year
// mean the next such day from today on; a weekday is never today.
func datePhrase(words []string, today model.Date) dateRead {
	if len(words) == 0 {
		return dateRead{}
	}
	var buf [5]string
	p := buf[:min(len(words), len(buf))]
	for i := range p {
		p[i] = strings.TrimRight(strings.ToLower(words[i]), ",;")
	}
	if len(p[0]) > 16 {
		return dateRead{}
	}
	if d := dayPhrase(p, today); d.words > 0 {
		return d
	}
	return calendarPhrase(p, func(d model.Date) bool { return !d.Before(today) }, today.Year)
}

// dayPhrase reads the phrases that count from today.
func dayPhrase(p []string, today model.Date) dateRead {
	one := func(d model.Date, n int) dateRead { return dateRead{day: d, words: n} }
	at := func(i int) string {
		if i < len(p) {
			return bare(p[i])
		}
		return ""
	}
	switch at(0) {
	case "today":
		return one(today, 1)
	case "tomorrow":
		return one(today.AddDays(1), 1)
	case "eow":
		return one(friday(today), 1)
	case "eom":
		return one(monthEnd(today.Year, today.Month), 1)
	case "eoq":
		return one(quarterEnd(today), 1)
	case "eoy":
		return one(model.Date{Year: today.Year, Month: time.December, Day: 31}, 1)
	case "in", "within":
		if d := spanPhrase(p[1:], today); d.words > 0 {
			d.words++
			return d
		}
		return dateRead{}
	case "this":
		switch at(1) {
		case "week":
			return one(friday(today), 2)
		case "month":
			return one(monthEnd(today.Year, today.Month), 2)
		}
		if w, ok := weekday(at(1)); ok {
			return one(next(today, w), 2)
		}
		return dateRead{}
	case "next":
		return nextPhrase(at(1), today)
	case "end", "the":
		return endPhrase(at, today)
	}
	if w, ok := weekday(at(0)); ok {
		return one(next(today, w), 1)
	}
	return spanPhrase(p, today)
}

// nextPhrase reads what follows "next". By next week means by its last working day.
func nextPhrase(what string, today model.Date) dateRead {
	monday := next(today, time.Monday)
	switch what {
	case "week":
		return dateRead{day: monday.AddDays(4), words: 2}
	case "month":
		return dateRead{day: monthEnd(today.Year, today.Month+1), words: 2}
	case "quarter":
		return dateRead{day: quarterEnd(quarterEnd(today).AddDays(1)), words: 2}
	case "year":
		return dateRead{day: model.Date{Year: today.Year + 1, Month: time.December, Day: 31}, words: 2}
	}
	if w, ok := weekday(what); ok {
		return dateRead{day: monday.AddDays((int(w) + 6) % 7), words: 2}
	}
	return dateRead{}
}

// endPhrase reads "end of [the|this|next] week, month, quarter, year" and "end of March".
func endPhrase(at func(int) string, today model.Date) dateRead {
	i := 0
	if at(i) == "the" {
		i++
	}
	if at(i) != "end" || at(i+1) != "of" {
		return dateRead{}
	}
	i += 2
	switch at(i) {
	case "next":
		d := nextPhrase(at(i+1), today)
		if d.words > 0 {
			d.words = i + 2
		}
		return d
	case "the", "this":
		i++
	}
	d := dateRead{words: i + 1}
	switch what := at(i); what {
	case "week":
		d.day = friday(today)
	case "month":
		d.day = monthEnd(today.Year, today.Month)
	case "quarter":
		d.day = quarterEnd(today)
	case "year":
		d.day = model.Date{Year: today.Year, Month: time.December, Day: 31}
	default:
		m, ok := month(what)
		if !ok {
			return dateRead{}
		}
		d.day = monthEnd(today.Year, m)
		if d.day.Before(today) {
			d.day = monthEnd(today.Year+1, m)
		}
	}
	return d
}

// spanPhrase reads "10 days", "a week", "two weeks", "3 months", "2w".
func spanPhrase(p []string, today model.Date) dateRead {
	if len(p) == 0 {
		return dateRead{}
	}
	d := dateRead{words: 2}
	n, unit := count(p[0]), ""
	if n < 0 {
		last := len(p[0]) - 1
		if n = number(p[0][:max(last, 0)]); n < 0 {
			return dateRead{}
		}
		unit, d.words = p[0][last:], 1
		if unit != "d" && unit != "w" {
			return dateRead{}
		}
	} else if len(p) > 1 {
		unit = bare(p[1])
	}
	far := n > 1000
	if far {
		n = 0
	}
	switch unit {
	case "d", "day", "days":
		d.day = today.AddDays(n)
	case "w", "week", "weeks":
		d.day = today.AddDays(7 * n)
	case "month", "months":
		// The 31st of a month that has none is its last day, not the next month's first.
		end := monthEnd(today.Year, today.Month+time.Month(n))
		d.day = model.Date{Year: end.Year, Month: end.Month, Day: min(today.Day, end.Day)}
	default:
		return dateRead{}
	}
	if far {
		d.bad = "that is too far away: " + dateForms
	}
	return d
}

// calendarPhrase reads dates of the calendar: 2026-03-27, 27.3.2026, 27.3., 3 apr, 3rd of April,
// 27 March 2026, March 27, 2026. Where no year is given it is the first one from year on
// that fits.
func calendarPhrase(p []string, fits func(model.Date) bool, year int) dateRead {
	s := p[0]
	if iso := bare(s); len(iso) == 10 && (iso[4] == '-' || iso[4] == '/') && iso[7] == iso[4] {
		return givenDate(number(iso[:4]), number(iso[5:7]), number(iso[8:]), 1, iso)
	}
	if strings.Count(s, ".") == 2 {
		d, rest, _ := strings.Cut(s, ".")
		m, y, _ := strings.Cut(rest, ".")
		if y == "" {
			return anyYear(number(d), number(m), 1, fits, year, s)
		}
		if len(y) == 4 {
			return givenDate(number(y), number(m), number(d), 1, s)
		}
		return dateRead{}
	}
	if len(p) < 2 {
		return dateRead{}
	}
	words, d := 2, ordinal(s)
	second := p[1]
	if d >= 0 && second == "of" && len(p) > 2 {
		second, words = p[2], 3
	}
	m, ok := month(bare(second))
	if !ok || d < 0 {
		if m, ok = month(bare(s)); !ok {
			return dateRead{}
		}
		if d = ordinal(p[1]); d < 0 {
			return dateRead{}
		}
		words = 2
	}
	if words < len(p) && len(bare(p[words])) == 4 {
		if y := number(bare(p[words])); y >= model.FirstYear {
			return givenDate(y, int(m), d, words+1, strings.Join(p[:words+1], " "))
		}
	}
	return anyYear(d, int(m), words, fits, year, strings.Join(p[:words], " "))
}

func givenDate(y, m, d, words int, typed string) dateRead {
	if y < 0 || m < 0 || d < 0 {
		return dateRead{}
	}
	if y < model.FirstYear || y > model.LastYear {
		return dateRead{words: words, bad: fmt.Sprintf("%s lies outside %s: %s", typed, model.Years(), dateForms)}
	}
	if m < 1 || m > 12 || d < 1 || d > monthEnd(y, time.Month(m)).Day {
		return dateRead{words: words, bad: fmt.Sprintf("there is no day %s: %s", typed, dateForms)}
	}
	return dateRead{day: model.Date{Year: y, Month: time.Month(m), Day: d}, words: words}
}

func anyYear(d, m, words int, fits func(model.Date) bool, year int, typed string) dateRead {
	if d < 0 || m < 0 {
		return dateRead{}
	}
	if m >= 1 && m <= 12 && d >= 1 {
		for y := year; y < year+9; y++ { // 29 Feb is at most eight years away
			day := model.Date{Year: y, Month: time.Month(m), Day: d}
			if d <= monthEnd(y, day.Month).Day && fits(day) {
				return dateRead{day: day, words: words}
			}
		}
	}
	return dateRead{words: words, bad: fmt.Sprintf("there is no day %s: %s", typed, dateForms)}
}

// bare drops the full stop that ends a sentence or an abbreviation.
func bare(s string) string { return strings.TrimSuffix(s, ".") }

// ordinal reads the day of a month: 3, 3., 3rd.
func ordinal(s string) int {
	s = bare(s)
	if len(s) > 2 {
		switch s[len(s)-2:] {
		case "st", "nd", "rd", "th":
			s = s[:len(s)-2]
		}
	}
	if len(s) > 2 {
		return -1
	}
	return number(s)
}

func count(s string) int {
	for i, w := range [...]string{"a", "one", "two", "three", "four", "five", "six"} {
		if s == w || i == 0 && s == "an" {
			return max(i, 1)
		}
	}
	return number(s)
}

func weekday(s string) (time.Weekday, bool) {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if named(s, d.String(), 3) {
			return d, true
		}
	}
	return 0, false
}

func month(s string) (time.Month, bool) {
	for m := time.January; m <= time.December; m++ {
		if named(s, m.String(), 3) {
			return m, true
		}
	}
	return 0, false
}

// named tells whether s is the beginning of a name, of least letters or more: fri, tues, sept.
func named(s, full string, least int) bool {
	return len(s) >= least && len(s) <= len(full) && strings.EqualFold(s, full[:len(s)])
}

// next is the first such weekday after today.
func next(today model.Date, w time.Weekday) model.Date {
	days := (int(w) - int(today.Time().Weekday()) + 7) % 7
	if days == 0 {
		days = 7
	}
	return today.AddDays(days)
}

// friday is the last working day of today's week, or of the coming one at a weekend.
func friday(today model.Date) model.Date {
	if today.Time().Weekday() == time.Friday {
		return today
	}
	return next(today, time.Friday)
}

func monthEnd(y int, m time.Month) model.Date {
	return model.DateOf(time.Date(y, m+1, 0, 0, 0, 0, 0, time.UTC))
}

func quarterEnd(d model.Date) model.Date { return monthEnd(d.Year, (d.Month+2)/3*3) }
