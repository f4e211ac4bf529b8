// Package handover is the page "you are here": where a meeting stands, on one screen, so that
// another person can take it over in a minute when the facilitator is called away.
package handover

import (
	"debrief/model"
	"debrief/ui/safe"
)

// State is what the frame knows of the meeting beyond the record.
type State struct {
	Index *model.Index // what may be drawn
	Phase model.Phase  // whose screen is in front
	// Minutes of the meeting, and of this phase; Of is 0 where none are planned. Begun tells that
	// the clock has run.
	Spent, Of         int
	PhaseSpent, Share int
	Begun             bool

	Missing safe.Text // what the phase still lacks, "" for nothing
	Ask     safe.Text // the question to read out next

	Latest []model.Entry // the latest of the log, newest first
	Unread bool          // the log is still being read

	Private int     // texts that wait and are not for the room, which sees the page
	Drafts  []Draft // what was typed and not recorded, in the order of the phases
	Unsaved int     // changes that are not on disk
}

// Draft is a text that was typed in a phase and is not recorded.
type Draft struct {
	Phase model.Phase
	Text  string
}
