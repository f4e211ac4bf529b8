package capture

import (
	"strings"
	"time"

	"debrief/model"
)

// Appointment is when people meet again.
type Appointment struct {
	At      time.Time
	Minutes int    // 0 where no length was typed
	Fault   string // what is not understood and what to type instead, "" where all is
}

// appointmentForm is how an appointment is typed.
const appointmentForm = "type day, time and minutes, such as fri 14:00 45"

// ReadAppointment reads "fri 14:00 45", "27 mar 14:00-14:45", "tomorrow 9:30am 1h" or "16:00",
// which lies ahead, read in the zone. A day without a time is none.
func ReadAppointment(text string, now time.Time, zone *time.Location) Appointment {
	today := model.DateOf(now.In(zone))
	words := strings.Fields(text)
	day := datePhrase(words, today)
	if day.bad != "" {
		return Appointment{Fault: day.bad}
	}
	words = without(words[day.words:], "at")
	if len(words) == 0 {
		return Appointment{Fault: appointmentForm}
	}
	on := day.day
	if day.words == 0 {
		on = today
	}
	read := func(on model.Date) momentRead {
		return clockMoment(tail(words[0]), words[1:], base{zone: zone, day: on, today: today}, on)
	}
	r := read(on)
	if day.words == 0 && r.words > 0 && r.bad == "" && !r.when.At.After(now) {
		r = read(today.AddDays(1)) // at that time today is over
	}
	switch {
	case r.words == 0:
		return Appointment{Fault: appointmentForm}
	case r.bad != "":
		return Appointment{Fault: r.bad}
	case r.outside(text) != "":
		return Appointment{Fault: r.outside(text)}
	case !r.when.At.After(now):
		return Appointment{Fault: "that lies behind us; " + appointmentForm}
	}
	a := Appointment{At: r.when.At}
	if !r.when.End.IsZero() {
		a.Minutes = int(r.when.End.Sub(r.when.At) / time.Minute)
	}
	if rest := without(words[r.words:], "for"); len(rest) > 0 {
		n, ok := Length(strings.Join(rest, " "))
		if !ok || n == 0 {
			return Appointment{Fault: appointmentForm}
		}
		a.Minutes = n
	}
	return a
}

// without drops a word that people put between.
func without(words []string, word string) []string {
	if len(words) > 0 && strings.EqualFold(words[0], word) {
		return words[1:]
	}
	return words
}
