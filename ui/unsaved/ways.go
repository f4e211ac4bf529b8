package unsaved

import (
	"strings"

	"debrief/ui/desk"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// What the panel asks for.
const (
	TryAgain   keymap.Command = "try-again"   // save what waits, now
	KeepBoth   keymap.Command = "keep-both"   // of a conflict: theirs stays, ours becomes a row beside it
	TakeTheirs keymap.Command = "take-theirs" // of a conflict: ours goes to the history
	TakeOurs   keymap.Command = "take-ours"   // of a conflict: theirs goes to the history
	SaveCopy   keymap.Command = "copy-to"     // with Text: write everything to another file
	LeaveNow   keymap.Command = "leave-now"   // leave, although something is not on disk
	LeaveOut   keymap.Command = "leave-out"   // give up the change that the store cannot hold
)

// ways returns what is offered, first what changes least.
func ways(t desk.NotOnDisk) []screen.Way {
	var out []screen.Way
	saveCopy := screen.Way{Ask: SaveCopy, Name: "Save a copy", Words: "write everything to another file, then go on here"}
	switch {
	case t.Conflict != nil:
		if t.Conflict.Both {
			out = append(out, screen.Way{Ask: KeepBoth, Name: "Keep both", Words: "theirs stays, and ours becomes a second row beside it"})
		}
		out = append(out,
			screen.Way{Ask: TakeTheirs, Name: "Take theirs", Words: "ours goes to the history; undo brings it back"},
			screen.Way{Ask: TakeOurs, Name: "Take ours", Words: "theirs goes to the history; undo brings it back"},
			saveCopy)
		if t.Leaving {
			out = append(out, stay())
		}
	case t.Refused != "":
		out = append(out, screen.Way{Ask: LeaveOut, Name: "Leave it out", Words: safe.Line("a file keeps “" + t.Refused + "”; the rest is saved")}, saveCopy)
		if t.Leaving {
			out = append(out, stay())
		}
	case t.Count == 0:
		return []screen.Way{saveCopy, {Name: "Not now", Words: "back to where you were"}}
	default:
		if !t.Slow {
			out = append(out, screen.Way{Ask: TryAgain, Name: "Try again", Words: "save now, without waiting for the next try"})
		}
		out = append(out, saveCopy)
		if t.Leaving {
			out = append(out, stay())
		} else {
			words := safe.Text("it is tried again by itself; NOT SAVED stays in the header")
			if t.Slow {
				words = "the answer is waited for; NOT SAVED stays in the header"
			}
			out = append(out, screen.Way{Name: "Leave it for now", Words: words})
		}
	}
	if t.Leaving {
		out = append(out, screen.Way{Ask: LeaveNow, Name: "Leave anyway", Words: safe.Line(lost(t))})
	}
	return out
}

func stay() screen.Way {
	return screen.Way{Name: "Stay here", Words: "back to the meeting; what is not on disk waits"}
}

// lost says what becomes of it when one leaves: here nothing may be left unsaid.
func lost(t desk.NotOnDisk) string {
	switch {
	case t.Conflict != nil:
		return "your words wait in the line of this post-mortem"
	case t.Kept:
		return "what is not on disk goes to a file; the next start offers it"
	}
	if t.Count <= 1 {
		return "the change that is not on disk is lost"
	}
	return "the " + strings.ToLower(number(t.Count)) + " changes that are not on disk are lost"
}
