// Package sample holds a made-up record: one incident told in full, for people who look around and
// for examples.
package sample

import (
	"crypto/sha256"
	"encoding/base32"
	"strconv"
	"strings"
	"time"

	"debrief/model"
)

// Zone is the zone in which the sample incident took place.
const Zone = "Europe/Berlin"

// ID returns the fixed id of a row of the sample by its name, such as "ben" or "pool". Ids are
// spread like random ones, so that lists can shorten them.
func ID(name string) model.ID {
	sum := sha256.Sum256([]byte("debrief sample " + name))
	return model.ID(strings.ToLower(base32.StdEncoding.EncodeToString(sum[:10])))
}

// Postmortem returns the sample incident as it stands near the end of its meeting: a week after
// the incident, with a few things still missing. The incident lies seven days before the day of
// now, read in Berlin, and target dates lie after it; everything else is the same at each call.
func Postmortem(now time.Time) model.Postmortem {
	b := builder{today: model.DateOf(now.Add(offset(now)).UTC()), now: model.UTC(now.Truncate(time.Minute))}
	b.header()
	b.attendees()
	b.timeline()
	b.cards()
	b.learnings()
	b.countermeasures()
	b.parked()
	b.artefacts()
	b.meeting()
	return b.p
}

// builder puts rows into the record and gives each table's rows their positions in turn.
type builder struct {
	p     model.Postmortem
	today model.Date // the day of the meeting
	now   time.Time
	pos   map[model.Table]string
	rows  int
}

// next returns the position of the next row of the table.
func (b *builder) next(table model.Table) string {
	if b.pos == nil {
		b.pos = make(map[model.Table]string)
	}
	b.pos[table] = model.After(b.pos[table])
	return b.pos[table]
}

// id returns a fixed id for a row that nothing refers to.
func (b *builder) id(table model.Table) model.ID {
	b.rows++
	return ID(string(table) + " " + strconv.Itoa(b.rows))
}

// at returns a time of day, "14:09", on the day of the incident.
func (b *builder) at(clock string) time.Time {
	t, err := time.Parse("15:04", clock)
	if err != nil {
		return time.Time{}
	}
	local := b.today.AddDays(-7).Time().Add(time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute)
	return model.UTC(local.Add(-offset(local)))
}

// when reads "14:09", "~14:25" and "14:12-14:18".
func (b *builder) when(typed string) model.Moment {
	from, to, _ := strings.Cut(strings.TrimPrefix(typed, "~"), "-")
	m := model.Moment{At: b.at(from), About: strings.HasPrefix(typed, "~"), Typed: typed, Zone: Zone}
	if to != "" {
		m.End = b.at(to)
	}
	return m
}

// minute returns the time m minutes into the meeting, which began 57 minutes before now.
func (b *builder) minute(m int) time.Time { return b.now.Add(time.Duration(m-57) * time.Minute) }

// offset is Berlin's distance from UTC: summer time from the last Sunday of March to the last
// of October. The rule is written out because a zone database lies on a disk, which no package
// of the model touches.
func offset(day time.Time) time.Duration {
	lastSunday := func(m time.Month) time.Time {
		d := time.Date(day.Year(), m+1, 0, 1, 0, 0, 0, time.UTC)
		return d.AddDate(0, 0, -int(d.Weekday()))
	}
	if day.Before(lastSunday(time.March)) || !day.Before(lastSunday(time.October)) {
		return time.Hour
	}
	return 2 * time.Hour
}
