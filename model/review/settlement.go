package review

import (
	"debrief/model"
	"debrief/model/edit"
)

// Settlement carries out an answer in the same change as the edit that the text belongs to: one step
// back takes back all of it.
type Settlement struct {
	stop   Stop
	answer Answer
	who    model.ID // who said the quotation, "" where the change itself knows or nobody does
	quoted string   // the text with its quotation in it, "" where the quotation is a row of its own

	// While it is made:
	ed      edit.Editor
	p       model.Postmortem
	change  model.Change    // of the edit
	row     model.RowChange // of the stopped text in it
	marked  model.ProseAt
	dropped bool
}

// Make returns the record after the edit, which made next of before, with the text settled. Marked is
// the row that is marked in the phase of the meeting, without a field. Dropped tells that the new row
// of the text was not made. The error is model.ErrGone where the record changed meanwhile, or one of
// the editor.
func (s Settlement) Make(ed edit.Editor, before, next model.Postmortem, marked model.ProseAt, phase model.Phase) (after model.Postmortem, dropped bool, err error) {
	s.ed, s.p, s.change, s.marked = ed, next, model.Diff("", before, next), marked
	if err := s.settle(before, phase); err != nil {
		return before, false, err
	}
	return s.p, s.dropped, nil
}

func (s *Settlement) settle(before model.Postmortem, phase model.Phase) error {
	if !s.find(before) {
		return model.ErrGone // the record changed under the panel
	}
	if s.answer.Way == Park || s.stop.Who != "" && s.answer.Who == "@"+s.stop.Who {
		s.who = speaker(s.p, s.change, s.row) // who is new in the meeting has another id each time the change is made
	}
	at, became, err := s.place(), model.Dismissed, error(nil)
	switch s.answer.Way {
	case Park:
		became = model.ParkedIf
		if s.stop.isIdea() && (s.row.Table == model.ParkedIdeas || s.stop.Recorded) {
			err = s.set(s.answer.Idea) // it is being parked as it is
			break
		}
		if at, err = s.fact(); err == nil {
			err = s.park(at, phase)
		}
	case Quote:
		became = model.Quoted
		at, err = s.quote()
	}
	if err != nil {
		return err
	}
	if at.ID == s.row.ID {
		at.Field = s.stop.Field
	}
	for _, w := range s.stop.Found {
		f := row(w, at, became)
		if became == model.Dismissed {
			f.Reason = s.answer.Reason
		}
		if s.p, err = add(s.ed, s.p, f); err != nil {
			return err
		}
	}
	return nil
}

// find finds the change of the row that was stopped: by its id, or, where it is new and has another
// id each time it is made, by its words.
func (s *Settlement) find(before model.Postmortem) bool {
	was := s.stop
	if was.Recorded {
		s.row = was.Row
		now, ok := before.Row(was.Row.Table, was.Row.ID)
		return ok && textOf(now, was.Field) == was.Text
	}
	for _, r := range s.change.Rows {
		if r.Table == was.Row.Table && textOf(r.After, was.Field) == was.Text && (r.Before == nil || r.ID == was.Row.ID) {
			s.row = r
			return true
		}
	}
	return false
}

// place is the row of the text.
func (s *Settlement) place() model.ProseAt { return model.ProseAt{Table: s.row.Table, ID: s.row.ID} }

// set puts another text into the place of the one that was stopped.
func (s *Settlement) set(text string) (err error) {
	s.p, err = s.ed.SetProse(s.p, s.row.Table, s.row.ID, s.stop.Field, text)
	return err
}

// fact puts the fact in the place of the text. Without a fact an old row keeps its words, and a new
// one is not made. It returns the row that the idea is linked to.
func (s *Settlement) fact() (model.ProseAt, error) {
	switch {
	case s.answer.Fact != "":
		return s.place(), s.set(s.answer.Fact)
	case s.row.Before != nil:
		return s.place(), s.set(textOf(s.row.Before, s.stop.Field))
	}
	return s.marked, s.drop()
}

// park keeps the idea, linked to the place where it was said: the event, where there is one.
func (s *Settlement) park(at model.ProseAt, phase model.Phase) (err error) {
	now, _ := s.p.Row(at.Table, at.ID)
	switch now := now.(type) {
	case model.Account:
		at = model.ProseAt{Table: model.Events, ID: now.Event}
	case model.CardLine:
		card, _ := s.p.Row(model.DecisionPoints, now.DecisionPoint)
		if card, ok := card.(model.DecisionPoint); ok {
			at = model.ProseAt{Table: model.Events, ID: card.Event}
		}
	case model.Header, model.Incident, model.Session, model.ParkedIdea, model.Note:
		at = s.marked
	}
	s.p, _, err = s.ed.Park(s.p, model.ParkedIdea{Text: s.answer.Idea, Attendee: s.who, Phase: phase, Of: at.Table, OfID: at.ID})
	return err
}

// quote keeps the text as what somebody said: an account as one, in a field of a row as a quotation
// in it, else as evidence of the row that it was typed in, or of the marked one where it made a new
// row. It returns the row that speaks for it.
func (s *Settlement) quote() (at model.ProseAt, err error) {
	at = s.place()
	if account, ok := s.row.After.(model.Account); ok {
		account.Quoted = true
		if s.who != "" {
			account.Attendee = s.who
		}
		s.p, err = s.ed.Set(s.p, account)
		return at, err
	}
	if s.quoted != "" {
		return at, s.set(s.quoted)
	}
	if s.row.Before == nil {
		at, err = s.marked, s.drop()
	} else {
		err = s.set(textOf(s.row.Before, s.stop.Field))
	}
	if err != nil {
		return at, err
	}
	if at.ID == "" {
		at = model.ProseAt{Table: model.Headers, ID: s.p.Header.ID} // no row is marked: it speaks for the record
	}
	if at.Table == model.Events {
		s.p, _, err = s.ed.AddAccount(s.p, model.Account{Event: at.ID, Attendee: s.who, Text: s.stop.Text, Source: model.SaidInRoom, Quoted: true})
	} else {
		s.p, _, err = s.ed.Add(s.p, model.Evidence{Of: at.Table, OfID: at.ID, Quote: s.stop.Text, Attendee: s.who})
	}
	return at, err
}

// drop takes the new rows out again, but not the people who joined.
func (s *Settlement) drop() (err error) {
	s.dropped = true
	var out model.Change
	for _, r := range s.change.Rows {
		if r.Before == nil && r.Table != model.Attendees {
			out.Rows = append(out.Rows, model.RowChange{Table: r.Table, ID: r.ID, Before: r.After})
		}
	}
	s.p, err = model.Apply(s.p, out)
	return err
}
