package timeline

import (
	"errors"
	"strings"

	"debrief/model"
	"debrief/model/capture"
	"debrief/ui/entry"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// accountText is an account as the form shows it: "@ben Connections stood at the limit".
func (s *Screen) accountText(a model.Account) string {
	handle := s.x.Person(a.Attendee).Handle
	if handle == "" {
		return a.Text
	}
	return strings.TrimSpace("@" + handle + " " + a.Text)
}

// splitAccount parts the person from the words. The words stay as they are: an account may have
// paragraphs, and nothing in it has a meaning of its own.
func splitAccount(text string, c capture.Context) (who []capture.Person, words string, err error) {
	text = strings.TrimSpace(text)
	if !strings.HasPrefix(text, "@") {
		return nil, text, nil
	}
	end := strings.IndexAny(text, " \t\n")
	if end < 0 {
		end = len(text)
	}
	l := capture.Read(">"+text[:end], -1, c)
	if words := l.Check(true); words != "" {
		return nil, "", errors.New(words)
	}
	if len(l.People) == 0 {
		return nil, text, nil
	}
	return l.People[:1], strings.TrimSpace(text[end:]), nil
}

func (f *eventForm) checkAccount(field entry.FormField, text string) screen.Reading {
	c := f.ctx()
	who, words, err := splitAccount(text, c)
	r := screen.Reading{Candidates: candidates(field.Text, text, c)}
	switch {
	case err != nil:
		r.Words, r.Fault = safe.Line(err.Error()), true
	case len(who) == 0 && words == "" && field.Row != "":
		r.Words = "takes this account away"
	case len(who) == 0 && words == "":
	case len(who) == 0:
		r.Words = "an account, nobody named; @name before it says who"
	case !who[0].Known:
		r.Words = safe.Line("by @" + who[0].Handle + ", who joins the attendees")
	case words == "":
		r.Words = safe.Line(who[0].Name + " was there; no words yet")
	default:
		r.Words = safe.Line("account by " + who[0].Name)
	}
	return r
}

// candidates completes the @word that ends a changed text.
func candidates(recorded, text string, c capture.Context) []screen.Candidate {
	if text == recorded {
		return nil
	}
	start := strings.LastIndexAny(text, " \t\n;") + 1
	if start >= len(text) || text[start] != '@' {
		return nil
	}
	found := capture.Candidates(capture.Open{Kind: capture.TokenPerson, Start: start, End: len(text), Prefix: text[start+1:]}, c)
	if len(found) == 1 && strings.EqualFold(found[0].Text, text[start:]) {
		return nil // whole already, so Tab goes on
	}
	all := make([]screen.Candidate, len(found))
	for i, one := range found {
		all[i] = screen.Candidate{Start: start, End: len(text), Text: one.Text}
	}
	return all
}

func (f *eventForm) setAccount(p model.Postmortem, id model.ID, text string) (model.Postmortem, error) {
	ed := f.s.env.Editor
	who, words, err := splitAccount(text, f.ctx())
	if err != nil {
		return p, err
	}
	if id != "" && text == "" {
		return ed.Remove(p, model.Accounts, id)
	}
	p, ids, err := entry.People(ed, p, who)
	if err != nil {
		return p, err
	}
	a := model.Account{Event: f.event.ID}
	if id != "" {
		row, ok := p.Row(model.Accounts, id)
		if !ok {
			return p, model.ErrGone
		}
		a = row.(model.Account)
	}
	a.Text, a.Attendee = words, ""
	if len(ids) > 0 {
		a.Attendee = ids[0]
	}
	if id != "" {
		return ed.Set(p, a)
	}
	p, _, err = ed.AddAccount(p, a)
	return p, err
}

// knownText is who knew of the event and when: "at once @ben; 14:15 @ana".
func (f *eventForm) knownText() string {
	var parts []string
	for _, k := range f.s.x.KnowingsOf(f.event.ID) {
		words := ""
		switch k.State {
		case model.KnownAtOnce:
			words = "at once"
		case model.KnownAt:
			words = f.s.full(k.When, f.event)
		default:
			words = "nobody has said yet"
		}
		if handle := f.s.x.Person(k.Attendee).Handle; handle != "" {
			words += " @" + handle
		}
		parts = append(parts, words)
	}
	return strings.Join(parts, "; ")
}

// full is a time as the form takes it back: with its date where it is on another day than the row.
func (s *Screen) full(m model.Moment, e model.Event) string {
	at := e.When.At
	if i := s.x.EventAt(e.ID); i >= 0 {
		at = s.base[i]
	}
	if model.DateOf(at.In(s.x.Zone)) == model.DateOf(m.At.In(s.x.Zone)) {
		return m.Clock(s.x.Zone)
	}
	return m.Full(s.x.Zone)
}

// readKnown reads the field by the rules of the line: each part is what may follow ">known ".
func readKnown(text string, c capture.Context) ([]capture.Known, error) {
	var all []capture.Known
	for part := range strings.SplitSeq(text, ";") {
		if strings.TrimSpace(part) == "" {
			continue
		}
		l := capture.Read(">known "+strings.TrimSpace(part), -1, c)
		if fault := l.Check(true); fault != "" {
			return nil, errors.New(fault)
		}
		if l.Known.State == "" {
			return nil, errors.New("type 14:21 @ben or at once @ana, with ; between them")
		}
		all = append(all, l.Known)
	}
	return all, nil
}

func (f *eventForm) checkKnown(text string) screen.Reading {
	c := f.ctx()
	all, err := readKnown(text, c)
	r := screen.Reading{Candidates: candidates(f.knownText(), text, c)}
	if err != nil {
		r.Words, r.Fault = safe.Line(err.Error()), true
		return r
	}
	if len(all) == 0 {
		r.Words = "nobody has said when it became known"
		return r
	}
	var parts []string
	for _, k := range all {
		l := capture.Line{Target: capture.Row, Known: k}
		parts = append(parts, capture.Says(l, c, capture.Around{}))
	}
	r.Words = safe.Line(strings.Join(parts, "; "))
	return r
}

// setKnown replaces the knowings that the form showed; those it did not show stay.
func (f *eventForm) setKnown(p model.Postmortem, text string) (model.Postmortem, error) {
	ed := f.s.env.Editor
	all, err := readKnown(text, f.ctx())
	if err != nil {
		return p, err
	}
	named := make(map[model.ID]bool) // "" is the people at work on it in general
	for _, k := range all {
		if p, err = entry.Know(ed, p, f.event.ID, k); err != nil {
			return p, err
		}
		var ids []model.ID
		if p, ids, err = entry.People(ed, p, k.People); err != nil {
			return p, err
		}
		if len(ids) == 0 {
			named[""] = true
		}
		for _, id := range ids {
			named[id] = true
		}
	}
	for _, id := range f.known {
		row, ok := p.Row(model.Knowings, id)
		if !ok || named[row.(model.Knowing).Attendee] {
			continue
		}
		if p, err = ed.Remove(p, model.Knowings, id); err != nil {
			return p, err
		}
	}
	return p, nil
}
