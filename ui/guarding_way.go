package ui

import (
	"debrief/model"
	"debrief/model/wording"
	"debrief/ui/guard"
	"debrief/ui/screen"
)

// way carries out what a person chose for a text that was stopped, in the same change as the
// edit that the text belongs to: one step back takes back all of it.
type way struct {
	ed           model.Editor
	before, next model.Postmortem // next is what the edit makes of before
	stop         *stop
	answer       guard.Answer
	who          model.ID
	quoted       string // the text with its quotation in it, "" where the quotation is a row of its own
	marked       screen.Row
	phase        model.Phase
	dropped      bool // the new row was not made
}

// take returns the record after the edit, with the text settled.
func (w *way) take() (model.Postmortem, error) {
	c := model.Diff("", w.before, w.next)
	r, ok := w.find(c)
	if !ok {
		return w.before, model.ErrGone // the record changed under the panel
	}
	if w.answer.Way == guard.Park || w.stop.who != "" && w.answer.Who == "@"+w.stop.who {
		w.who = speaker(w.next, c, r) // who is new in the meeting has another id each time the change is made
	}
	p, link, became, err := w.next, screen.Row{Table: r.Table, ID: r.ID}, model.Dismissed, error(nil)
	switch w.answer.Way {
	case guard.Park:
		became = model.ParkedIf
		if w.stop.isIdea() && (r.Table == model.ParkedIdeas || w.stop.recorded != nil) {
			p, err = w.ed.SetProse(p, r.Table, r.ID, "text", w.answer.Idea) // it is being parked as it is
			break
		}
		if p, link, err = w.fact(p, c, r); err == nil {
			p, err = w.park(p, link)
		}
	case guard.Quote:
		became = model.Quoted
		p, link, err = w.quote(p, c, r)
	}
	if err != nil {
		return w.before, err
	}
	field := w.stop.field
	if link.ID != r.ID {
		field = ""
	}
	for _, f := range w.stop.found {
		kept := finding(f, link.Table, link.ID, field, became)
		kept.Reason = w.answer.Reason
		if became != model.Dismissed {
			kept.Reason = ""
		}
		if p, err = keep(w.ed, p, kept); err != nil {
			return w.before, err
		}
	}
	return p, nil
}

// inPlace tells that a quotation stays in the text: where it is recorded already, and in a field that
// says something of its row. The words that a row consists of are not replaced by what somebody said
// of it.
func (s *stop) inPlace() bool {
	return s.row.Before != nil && s.row.Table != model.Accounts && (s.recorded != nil || s.field != "what" && s.field != "text")
}

// isIdea tells that the text is what shall be, of which no fact can take the place.
func (s *stop) isIdea() bool {
	return (s.row.Table == model.Countermeasures || s.row.Table == model.ParkedIdeas) && s.field == "text"
}

// marks picks the findings that the stop is about: the firm ones, or all where nothing was stopped.
func (s *stop) marks() func([]wording.Finding) []wording.Finding {
	if s.recorded != nil {
		return every
	}
	return firm
}

// find returns the change of the row that was stopped: by its id, or, where it is new and has
// another id each time it is made, by its words.
func (w *way) find(c model.Change) (model.RowChange, bool) {
	if w.stop.recorded != nil {
		now, ok := w.before.Row(w.stop.row.Table, w.stop.row.ID)
		return w.stop.row, ok && textOf(now, w.stop.field) == w.stop.text
	}
	for _, r := range c.Rows {
		if r.Table == w.stop.row.Table && r.After != nil && textOf(r.After, w.stop.field) == w.stop.text &&
			(r.Before == nil || r.ID == w.stop.row.ID) {
			return r, true
		}
	}
	return model.RowChange{}, false
}

// fact puts the fact in the place of the text. Without a fact an old row keeps its words, and a
// new one is not made. It returns the row that the idea is linked to.
func (w *way) fact(p model.Postmortem, c model.Change, r model.RowChange) (model.Postmortem, screen.Row, error) {
	if w.answer.Fact == "" && r.Before == nil {
		p, err := w.drop(p, c)
		return p, w.marked, err
	}
	text := w.answer.Fact
	if text == "" {
		text = textOf(r.Before, w.stop.field)
	}
	p, err := w.ed.SetProse(p, r.Table, r.ID, w.stop.field, text)
	return p, screen.Row{Table: r.Table, ID: r.ID}, err
}

// park keeps the idea, linked to the place where it was said: the event, where there is one.
func (w *way) park(p model.Postmortem, link screen.Row) (model.Postmortem, error) {
	at := link
	now, _ := p.Row(link.Table, link.ID)
	switch now := now.(type) {
	case model.Account:
		at = screen.Row{Table: model.Events, ID: now.Event}
	case model.CardLine:
		card, _ := p.Row(model.DecisionPoints, now.DecisionPoint)
		if card, ok := card.(model.DecisionPoint); ok {
			at = screen.Row{Table: model.Events, ID: card.Event}
		}
	case model.Header, model.Incident, model.Session, model.ParkedIdea, model.Note:
		at = w.marked
	}
	at = ideaLink(at)
	p, _, err := w.ed.Park(p, model.ParkedIdea{Text: w.answer.Idea, Attendee: w.who, Phase: w.phase, Of: at.Table, OfID: at.ID})
	return p, err
}

// quote keeps the text as what somebody said: an account as one, in a field of a row as a quotation
// in it, else as evidence of the row that it was typed in, or of the marked one where it made a new
// row.
func (w *way) quote(p model.Postmortem, c model.Change, r model.RowChange) (model.Postmortem, screen.Row, error) {
	at := screen.Row{Table: r.Table, ID: r.ID}
	if account, ok := r.After.(model.Account); ok {
		account.Quoted = true
		if w.who != "" {
			account.Attendee = w.who
		}
		p, err := w.ed.SetAccount(p, account)
		return p, at, err
	}
	if w.quoted != "" {
		p, err := w.ed.SetProse(p, r.Table, r.ID, w.stop.field, w.quoted)
		return p, at, err
	}
	var err error
	if r.Before == nil {
		at = w.marked
		p, err = w.drop(p, c)
	} else {
		p, err = w.ed.SetProse(p, r.Table, r.ID, w.stop.field, textOf(r.Before, w.stop.field))
	}
	if err != nil {
		return p, at, err
	}
	if at.ID == "" {
		at = screen.Row{Table: model.Headers, ID: p.Header.ID} // no row is marked: it speaks for the record
	}
	if at.Table == model.Events {
		p, _, err = w.ed.AddAccount(p, model.Account{Event: at.ID, Attendee: w.who, Text: w.stop.text, Source: model.SaidInRoom, Quoted: true})
	} else {
		p, _, err = w.ed.Attach(p, model.Evidence{Of: at.Table, OfID: at.ID, Quote: w.stop.text, Attendee: w.who})
	}
	return p, at, err
}

// drop takes the new rows out again, but not the people who joined.
func (w *way) drop(p model.Postmortem, c model.Change) (model.Postmortem, error) {
	w.dropped = true
	var out model.Change
	for _, r := range c.Rows {
		if r.Before == nil && r.Table != model.Attendees {
			out.Rows = append(out.Rows, model.RowChange{Table: r.Table, ID: r.ID, Before: r.After})
		}
	}
	return model.Apply(p, out)
}
