package storagetest

import (
	"fmt"
	"reflect"
	"strings"
	"time"

	"debrief/model"
	"debrief/model/sample/sampletest"
)

// Generator makes whole records of any content: every table, every field, texts that programs
// have been caught with, times and numbers at the edge of what a record keeps. Pick returns a
// number from 0 up to and without n; all else follows from it.
type Generator struct {
	Pick func(n int) int
	// Outside is how many of a thousand values lie just outside of what a record keeps.
	Outside int

	made int
}

// Record returns a record with up to most rows a table. Its links lead to rows that are there.
func (g *Generator) Record(most int) model.Postmortem {
	var p model.Postmortem
	v := reflect.ValueOf(&p).Elem()
	for i := range v.NumField() {
		f := v.Field(i)
		if f.Kind() != reflect.Slice {
			g.row(f, 0)
			continue
		}
		n := g.Pick(most + 1)
		if row := f.Type().Elem(); row == reflect.TypeFor[model.Milestone]() {
			n = min(n, len(model.MilestoneKinds()))
		} else if row == reflect.TypeFor[model.PhaseMinutes]() {
			n = min(n, int(model.PhaseClose))
		}
		for j := range n {
			row := reflect.New(f.Type().Elem()).Elem()
			g.row(row, j)
			f.Set(reflect.Append(f, row))
		}
	}
	p.Header.ID = g.id()
	p.Incident.ID = p.Header.ID
	g.link(&p)
	return p
}

func (g *Generator) id() model.ID {
	var b strings.Builder
	for range 16 {
		b.WriteByte("abcdefghijklmnopqrstuvwxyz234567"[g.Pick(32)])
	}
	return model.ID(b.String())
}

// row fills every field that is no link; n is how many rows of the table come before.
func (g *Generator) row(row reflect.Value, n int) {
	for i := range row.NumField() {
		name := row.Type().Field(i).Name
		g.field(row.Type().Name(), name, row.Field(i), n)
	}
	switch r := row.Addr().Interface().(type) {
	case *model.Session:
		if !r.End.IsZero() && r.End.Before(r.Start) {
			r.Start, r.End = r.End, r.Start
		}
	case *model.PhaseMinutes:
		if r.Planned+r.Given < 0 && !g.outside() {
			r.Given = -r.Given
		}
	case *model.Knowing:
		if r.State == model.KnownAt && r.When.IsZero() {
			r.State = model.KnownAtOnce
		}
	case *model.Milestone:
		if r.When.IsZero() {
			r.When.At = sampletest.Start()
		}
	}
}

func (g *Generator) outside() bool { return g.Outside > 0 && g.Pick(1000) < g.Outside }

func (g *Generator) field(table, name string, f reflect.Value, n int) {
	switch f.Interface().(type) {
	case model.ID:
		if name == "ID" {
			f.SetString(string(g.id()))
		}
	case time.Time:
		f.Set(reflect.ValueOf(g.time()))
	case model.Date:
		f.Set(reflect.ValueOf(g.date()))
	case model.Moment:
		f.Set(reflect.ValueOf(g.moment()))
	case model.List:
		var words []string
		for range g.Pick(4) {
			words = append(words, g.text(false))
		}
		for len(model.ListOf(words...)) > model.MaxLine {
			words = words[1:]
		}
		f.SetString(string(model.ListOf(words...)))
		if g.outside() {
			f.SetString("a  b")
		}
	case model.Roles:
		f.SetUint(uint64(g.bits(6)))
	case model.HandQuestions:
		f.SetUint(uint64(g.bits(3)))
	case model.Phase:
		f.SetInt(int64(g.Pick(8)))
		if table == "PhaseMinutes" {
			f.SetInt(int64(n + 1))
		}
		if g.outside() {
			f.SetInt(8)
		}
	case model.MilestoneKind:
		f.SetString(string(model.MilestoneKinds()[n]))
	case model.Table: // with its row, when there are rows
	default:
		switch f.Kind() {
		case reflect.Bool:
			f.SetBool(g.Pick(2) == 0)
		case reflect.Int:
			f.SetInt(g.number(name))
		case reflect.String:
			f.SetString(g.string(table, name, f, n))
		}
	}
}

func (g *Generator) bits(n int) int {
	if g.outside() {
		return 1 << n
	}
	return g.Pick(1 << n)
}

func (g *Generator) number(name string) int64 {
	least, most := 0, model.MaxPeople
	switch name {
	case "Severity":
		most = 5
	case "Minutes", "Planned":
		most = model.MaxMinutes
	case "Given":
		least, most = -model.MaxMinutes, model.MaxMinutes
	case "Actual":
		most = model.MaxSeconds
	}
	if g.outside() {
		return []int64{int64(least) - 1, int64(most) + 1, 1 << 62, -1 << 62}[g.Pick(4)]
	}
	switch g.Pick(4) {
	case 0:
		return int64(least)
	case 1:
		return int64(most)
	}
	return int64(least + g.Pick(most-least+1))
}

func (g *Generator) time() time.Time {
	if g.outside() {
		return []time.Time{
			time.Date(model.FirstYear-1, 12, 31, 23, 59, 59, 999e6, time.UTC),
			time.Date(model.LastYear+1, 1, 1, 0, 0, 0, 0, time.UTC),
			time.Date(1, 1, 1, 0, 0, 0, 1e6, time.UTC),
			time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC),
			sampletest.Start().Add(1),
			sampletest.Start().In(time.FixedZone("", 2*3600)),
			time.Time{}.In(time.FixedZone("", -3600)),
		}[g.Pick(7)]
	}
	switch g.Pick(6) {
	case 0:
		return time.Time{}
	case 1:
		return time.Date(model.FirstYear, 1, 1, 0, 0, 0, 0, time.UTC)
	case 2:
		return time.Date(model.LastYear, 12, 31, 23, 59, 59, 999e6, time.UTC)
	case 3:
		return model.UTC(time.Unix(0, 0))
	}
	return model.UTC(sampletest.Start().Add(time.Duration(g.Pick(1<<31)-1<<30) * time.Millisecond))
}

func (g *Generator) date() model.Date {
	if g.outside() {
		return []model.Date{{Year: model.FirstYear - 1, Month: 12, Day: 31}, {Year: model.LastYear + 1, Month: 1, Day: 1},
			{Year: 2026, Month: 2, Day: 29}, {Year: 2026}, {Year: 12026, Month: 1, Day: 1}}[g.Pick(5)]
	}
	switch g.Pick(5) {
	case 0:
		return model.Date{}
	case 1:
		return model.Date{Year: model.FirstYear, Month: 1, Day: 1}
	case 2:
		return model.Date{Year: model.LastYear, Month: 12, Day: 31}
	case 3:
		return model.Date{Year: 2024, Month: 2, Day: 29}
	}
	return model.DateOf(sampletest.Start()).AddDays(g.Pick(2000) - 1000)
}

func (g *Generator) moment() model.Moment {
	m := model.Moment{At: g.time(), End: g.time(), About: g.Pick(3) == 0, Typed: g.text(false),
		Zone: []string{"", "UTC", "America/New_York", "Asia/Tokyo", "Pacific/Kiritimati"}[g.Pick(5)]}
	switch {
	case g.outside():
	case m.At.IsZero():
		return model.Moment{}
	case m.End.Before(m.At):
		m.End = time.Time{}
	}
	return m
}

func (g *Generator) string(table, name string, f reflect.Value, n int) string {
	if g.outside() {
		return []string{"a\x00b", "a\xffb", "\xed\xa0\x80", strings.Repeat("x", model.MaxBody+1), "\ud7ff\xc0\x80"}[g.Pick(5)]
	}
	if kinds := model.Choices(f.Interface()); kinds != nil {
		switch f.Interface().(type) {
		case model.Detector, model.EventKind, model.CountermeasureKind, model.GateAnswer: // or nobody has said
			kinds = append(kinds, "")
		}
		return kinds[g.Pick(len(kinds))]
	}
	switch name {
	case "Zone":
		return []string{"", "UTC", "America/New_York", "Asia/Tokyo"}[g.Pick(4)]
	case "Pos":
		return g.position(n)
	case "Handle":
		g.made++
		return fmt.Sprintf("%s%d", []string{"ana", "z.o-e_", "日本", "É"}[g.Pick(4)], g.made)
	case "Title":
		letters := []rune("t " + g.text(false) + ".")
		return string(letters[:min(len(letters), model.MaxTitle)])
	case "Summary", "Impact", "Quote":
		return g.text(true)
	case "Text":
		body := table == "Account" || table == "Artefact" || table == "Note" || table == "Finding"
		return g.text(body) + "."
	case "Name", "What":
		return g.text(false) + "."
	}
	return g.text(false)
}

func (g *Generator) position(n int) string {
	switch g.Pick(8) {
	case 0:
		return "A" + strings.Repeat("0", 25) + "1"
	case 1:
		return "z" + strings.Repeat("z", 26)
	case 2:
		return "a0" + strings.Repeat("V", 1+g.Pick(500))
	}
	return "a" + string("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"[n%62])
}

// text returns a line, or a body, that may be stored and is hard to keep as it is.
func (g *Generator) text(body bool) string {
	hard := []string{"", "x", " x ", "O'Brien; DROP TABLE events--", `"quoted" \ back\slash \u0041`, "Zoë 日本 \U0001F469\u200d\U0001F692",
		"e\u0301\u0302\u0303", "user\u202egnp.exe", "\u2028\u2029", "\ufeffmark", "\ufffd", "\uffff\ufffe", "\U0010ffff", "a\tb", "\x1b]0;P\a\x1b[2J", "\x7f\u0085\u009b",
		"| * _ # ` ~~~ $x$ <b> &#27; [x](file:///etc) \\", "%s %d \\n {{.}}", "null", "-0", "1e999", "=1+1", "NaN", "'", "\u00a0", "\u0130\u0131\u017f\u212a"}
	s := hard[g.Pick(len(hard))]
	switch g.Pick(24) {
	case 0:
		s += strings.Repeat("é", 1000)
	case 1:
		s += hard[g.Pick(len(hard))] + hard[g.Pick(len(hard))]
	}
	if body && g.Pick(2) == 0 {
		s += "\n\n- " + hard[g.Pick(len(hard))] + "\r\n```\r" + s + "\n"
	}
	return s
}

// link lets every link lead to a row that is there; where there is none, an optional link stays
// empty and a row that needs one goes.
func (g *Generator) link(p *model.Postmortem) {
	people, events := ids(p.Attendees), ids(p.Events)
	one := func(of []model.ID) model.ID { return g.one(of) }
	p.Header.Owner, p.Header.Facilitator, p.Header.NoteTaker = one(people), one(people), one(people)
	p.Sessions = each(p.Sessions, func(r *model.Session) bool { r.Facilitator = one(people); return true })
	sessions := ids(p.Sessions)
	first := model.ID("")
	if len(sessions) > 0 {
		first = sessions[g.Pick(len(sessions))]
	}
	p.PhaseMinutes = each(p.PhaseMinutes, func(r *model.PhaseMinutes) bool { r.Session = first; return first != "" })
	var before []model.ID
	p.Events = each(p.Events, func(r *model.Event) bool { r.After = one(before); before = append(before, r.ID); return true })
	needed := func(of []model.ID, link *model.ID) bool {
		if len(of) > 0 {
			*link = of[g.Pick(len(of))]
		}
		return len(of) > 0
	}
	p.Accounts = each(p.Accounts, func(r *model.Account) bool { r.Attendee = one(people); return needed(events, &r.Event) })
	p.Knowings = each(p.Knowings, func(r *model.Knowing) bool { r.Attendee = one(people); return needed(events, &r.Event) })
	p.DecisionPoints = each(p.DecisionPoints, func(r *model.DecisionPoint) bool {
		r.Attendee = one(people)
		return needed(events, &r.Event)
	})
	cards := ids(p.DecisionPoints)
	p.CardLines = each(p.CardLines, func(r *model.CardLine) bool { r.Attendee = one(people); return needed(cards, &r.DecisionPoint) })
	p.Learnings = each(p.Learnings, func(r *model.Learning) bool { r.Attendee, r.Event = one(people), one(events); return true })
	learnings := ids(p.Learnings)
	p.Countermeasures = each(p.Countermeasures, func(r *model.Countermeasure) bool {
		r.Owner, r.Condition, r.Event = one(people), one(learnings), one(events)
		return true
	})
	measures := ids(p.Countermeasures)
	p.ParkedIdeas = each(p.ParkedIdeas, func(r *model.ParkedIdea) bool {
		r.Attendee, r.Countermeasure = one(people), one(measures)
		if id := one(events); id != "" {
			r.Of, r.OfID = model.Events, id
		}
		return true
	})
	artefacts := ids(p.Artefacts)
	p.Evidence = each(p.Evidence, func(r *model.Evidence) bool {
		r.Artefact, r.Attendee, r.Of = one(artefacts), one(people), model.Events
		return needed(events, &r.OfID)
	})
	p.Notes = each(p.Notes, func(r *model.Note) bool {
		if id := one(learnings); id != "" {
			r.Of, r.OfID = model.Learnings, id
		}
		return true
	})
	p.Findings = each(p.Findings, func(r *model.Finding) bool {
		if id := one(measures); id != "" {
			r.Of, r.OfID = model.Countermeasures, id
		}
		return true
	})
}

func (g *Generator) one(of []model.ID) model.ID {
	if i := g.Pick(len(of) + 1); i < len(of) {
		return of[i]
	}
	return ""
}

func ids[R model.Row](rows []R) []model.ID {
	all := make([]model.ID, len(rows))
	for i, r := range rows {
		all[i] = r.Key()
	}
	return all
}
