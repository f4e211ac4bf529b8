package ui

import (
	"time"

	"debrief/model"
	"debrief/model/capture"
	"debrief/model/meeting"
	"debrief/model/names"
	"debrief/ui/keymap"
)

// session is the open post-mortem: the record as it stands in memory, which is what the screen
// shows, and the log that leads there, of which the end may still be on its way to disk.
type session struct {
	record  model.Postmortem
	index   *model.Index // of the projection that is drawn
	people  capture.People
	names   *names.Names                   // nil while names are on
	lacks   map[model.Phase][]meeting.Lack // what each phase still lacks
	seq     int64                          // of the latest entry, in memory
	history *model.History
	early   []model.Entry // made before the history was read
	// historyErr says why the history, or its older part, cannot be read.
	historyErr error
	// asked is what was to be taken back, or had again, before the history was there.
	asked []asked

	changed []model.RowChange // whose words were not looked through yet
}

// asked is an undo or redo that waits for the history, and the entry that was the latest then.
type asked struct {
	command keymap.Command
	latest  int64
}

func newSession(p model.Postmortem, seq int64) *session {
	s := &session{record: p, seq: seq}
	s.show()
	return s
}

// show makes the projection anew after a change.
func (s *session) show() {
	to := model.ForRoom
	if s.record.Header.Unshared {
		to = model.ForFacilitator
	}
	s.index, s.names = names.IndexFor(s.record, to), nil
	if s.record.Header.NamesOff {
		s.names = names.Of(s.record)
	}
	if zone, err := time.LoadLocation(s.record.Header.Zone); err == nil {
		s.index.Zone = zone
	}
	s.people = capture.PeopleOf(s.index)
	s.lacks = make(map[model.Phase][]meeting.Lack, 7)
	for _, p := range model.Phases() {
		s.lacks[p] = meeting.Lacks(s.index, p)
	}
}

// id returns the id of the record, "" where there is none.
func (s *session) id() model.ID {
	if s == nil {
		return ""
	}
	return s.record.Header.ID
}

// add makes the entry the latest one and the record what it leads to.
func (s *session) add(e model.Entry) error {
	next, err := model.Apply(s.record, e.Change)
	if err != nil {
		return err
	}
	if s.history != nil {
		if err := s.history.Append(e); err != nil {
			return err
		}
	} else {
		s.early = append(s.early, e)
	}
	s.record, s.seq = next, e.Seq
	s.changed = append(s.changed, e.Change.Rows...)
	s.show()
	return nil
}

// remember takes the log that was read from disk. What was done meanwhile comes behind it.
func (s *session) remember(entries []model.Entry) error {
	h, err := model.NewHistory(entries)
	if err != nil {
		return err
	}
	for _, e := range s.early {
		if e.Seq < h.Next() {
			continue // it was on disk already when the log was read
		}
		if err := h.Append(e); err != nil {
			return err
		}
	}
	s.history, s.early = h, nil
	return nil
}
