package desk

import (
	"time"

	"debrief/model"
	"debrief/model/capture"
	"debrief/model/meeting"
	"debrief/model/names"
)

// Sheet is the open post-mortem: the record as it stands in memory, which is what the screen
// shows, and the log that leads there, of which the end may still be on its way to disk.
type Sheet struct {
	Record  model.Postmortem
	Look    Look
	Index   *model.Index // of the projection that is drawn
	People  capture.People
	Lacks   map[model.Phase][]meeting.Lack // what each phase still lacks
	Seq     int64                          // of the latest entry, in memory
	History *model.History                 // nil until it was read
	// HistoryErr says why the history, or its older part, cannot be read.
	HistoryErr error
	Changed    []model.RowChange // whose words were not looked through yet

	names *names.Names
	early []model.Entry // made before the history was read
	asked []asked       // what was to be taken back, or had again, before the history was there
}

// asked is an undo or redo that waits for the history, and the entry that was the latest then.
type asked struct {
	redo   bool
	latest int64
}

func newSheet(p model.Postmortem, seq int64, look Look) *Sheet {
	s := &Sheet{Record: p, Seq: seq, Look: look}
	s.project()
	return s
}

// project makes the projection anew after a change.
func (s *Sheet) project() {
	to := model.ForRoom
	if s.Look.Private {
		to = model.ForFacilitator
	}
	s.Index, s.names = names.IndexFor(s.Look.Seen(s.Record), to), nil
	if s.Look.NamesOff {
		s.names = names.Of(s.Record)
	}
	if zone, err := time.LoadLocation(s.Record.Header.Zone); err == nil {
		s.Index.Zone = zone
	}
	s.People = capture.PeopleOf(s.Index)
	s.Lacks = make(map[model.Phase][]meeting.Lack, 7)
	for _, p := range model.Phases() {
		s.Lacks[p] = meeting.Lacks(s.Index, p)
	}
}

// ID returns the id of the record, "" where none is open.
func (s *Sheet) ID() model.ID {
	if s == nil {
		return ""
	}
	return s.Record.Header.ID
}

// Names knows who is called how, nil while names are on and where no record is open.
func (s *Sheet) Names() *names.Names {
	if s == nil {
		return nil
	}
	return s.names
}

// Deleted tells that the record is deleted: undo at home then means it, as the one that was left last.
func (s *Sheet) Deleted() bool { return s != nil && !s.Record.Header.Deleted.IsZero() }

// Latest returns the newest edits of the log, newest first. Facts, such as that a phase was visited, are
// left out.
func (s *Sheet) Latest(most int) []model.Entry {
	entries := s.early
	if s.History != nil {
		entries = s.History.Entries()
	}
	var found []model.Entry
	for i := len(entries) - 1; i >= 0 && len(found) < most; i-- {
		if e := entries[i]; e.Kind != model.Fact {
			e.Change.Label = s.names.Hide(e.Change.Label)
			found = append(found, e)
		}
	}
	return found
}

// add makes the entry the latest one and the record what it leads to.
func (s *Sheet) add(e model.Entry) error {
	next, err := model.Apply(s.Record, e.Change)
	if err != nil {
		return err
	}
	if s.History == nil {
		s.early = append(s.early, e)
	} else if err := s.History.Append(e); err != nil {
		return err
	}
	s.Record, s.Seq = next, e.Seq
	s.Changed = append(s.Changed, e.Change.Rows...)
	s.project()
	return nil
}

// remember takes the log that was read from disk. What was done meanwhile comes behind it.
func (s *Sheet) remember(entries []model.Entry) error {
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
	s.History, s.early = h, nil
	return nil
}
