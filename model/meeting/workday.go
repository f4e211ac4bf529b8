package meeting

import (
	"debrief/model"
	"time"
)

// RestDays is how many working days an idea rests before it is decided, unless another day is
// named: time to sleep on it, short enough to be remembered.
const RestDays = 2

// WorkingDays returns the day that lies n working days (Monday to Friday) after d. Public
// holidays differ by place and are not known here.
func WorkingDays(d model.Date, n int) model.Date {
	for n > 0 {
		d = d.AddDays(1)
		if day := d.Time().Weekday(); day != time.Saturday && day != time.Sunday {
			n--
		}
	}
	return d
}
