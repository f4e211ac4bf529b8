package preview

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/markdown"
	"debrief/model/meeting"
	"debrief/model/names"
	"debrief/model/review"
	"debrief/ui/desk"
	"debrief/ui/feature"
	"debrief/ui/keymap"
	"debrief/ui/screen"
)

// publishing is the feature.
type publishing struct {
	feature.Frame
	panel   *Panel       // opened last
	growing bool         // more of it is being drawn
	asked   bool         // it was not written: it was asked whether it should be
	copying *model.Index // the record of which it was asked whether its page should be copied
}

// Written is the answer of the disk to the page of a record.
type Written struct {
	Record model.ID
	Path   string
	also   string // what is to be said before
	err    error
}

// Feature is the page as it is published: shown, written and copied.
func Feature(f feature.Frame) feature.Feature {
	p := &publishing{Frame: f}
	return feature.Feature{Update: p.update, Follow: p.follow, Commands: []feature.Command{
		{Name: keymap.Preview, Off: f.InRecord, Do: feature.Act(p.open)},
		{Name: keymap.Copy, Off: f.InRecord, Do: feature.Act(p.copy)},
		{Name: Write, Do: feature.With(p.write)},
	}}
}

func options(f feature.Frame) markdown.Options {
	return markdown.Options{Zone: f.Desk.Index.Zone, Word: f.Word, Named: f.Desk.Record.Attendees}
}

// Markdown is the page of a record, which is the open one or what is shown of it, with what the wording
// guard has left in it now.
func Markdown(f feature.Frame, p model.Postmortem) []byte {
	p.Findings = review.WithLeft(p.Findings, f.Left(names.For(p, model.ForInternalPage)))
	return markdown.Page(names.For(p, model.ForInternalPage), options(f))
}

// FirmLeft is the firm findings that the page as it is now would hold.
func FirmLeft(f feature.Frame) []review.Left {
	return slices.DeleteFunc(f.Left(names.For(f.Desk.Record, model.ForInternalPage)), func(l review.Left) bool { return !l.Firm })
}

// open shows the page as the screen may show it: without names while they are off there, whatever the
// page itself says.
func (p *publishing) open() {
	r := p.Desk.Record
	hidden := p.Desk.Look.NamesOff && !r.Header.PageNamesOff
	r.Header.PageNamesOff = r.Header.PageNamesOff || p.Desk.Look.NamesOff
	file := markdown.FileName(names.For(r, model.ForInternalPage), options(p.Frame))
	p.panel, p.growing = NewPanel(p.Env, string(Markdown(p.Frame, r)), file, p.Reviews(), hidden), false
	p.Open(p.panel)
	p.follow()
}

func (p *publishing) inFront() bool { return p.panel != nil && p.Front() == screen.Panel(p.panel) }

// follow draws what scrolling brought into view.
func (p *publishing) follow() {
	if !p.inFront() {
		p.asked = false
		return
	}
	if grow := p.panel.Grow(); grow != nil && !p.growing {
		p.growing = true
		p.Run(grow)
	}
}

// write writes the page to a new file; one that exists is replaced only when it was said. Where a firm
// finding is left it asks once more before it does; what is left is noted with the record, so that the page
// can say so.
func (p *publishing) write(name string) {
	if left := FirmLeft(p.Frame); len(left) > 0 && !p.asked {
		p.asked = true
		p.Check(firm(left) + "; Enter writes all the same, f in the list goes there")
		return
	}
	p.Edit(&screen.Edit{Label: "wording noted", Fact: true, Make: func(r model.Postmortem) (model.Postmortem, error) {
		return review.NoteLeft(p.Editor, r, p.Left(names.For(r, model.ForInternalPage)))
	}})
	w := Written{Record: p.Desk.ID(), Path: p.Path(p.Reviews(), name)}
	replace := p.inFront() && p.panel.Replaces()
	w.also = p.endSitting()
	page := Markdown(p.Frame, p.Desk.Record)
	p.Run(func() tea.Msg {
		w.err = p.WriteFile(w.Path, page, replace)
		return w
	})
}

func firm(left []review.Left) string {
	if len(left) == 1 {
		return fmt.Sprintf("a firm wording mark is left, %q", left[0].Text)
	}
	return fmt.Sprintf("%d firm wording marks are left, %q first", len(left), left[0].Text)
}

// endSitting stops the clock when the page leaves the house: that is the last thing a meeting
// does, and the page tells when it ended and how long each phase took. It returns the words that
// say so, "" where no clock ran or the meeting stands before its close.
func (p *publishing) endSitting() (words string) {
	c, now := p.Clock(), p.Now()
	if p.At().Screen != screen.Close || !c.Runs() {
		return ""
	}
	p.Edit(&screen.Edit{Label: "clock stopped", Fact: true, Make: func(r model.Postmortem) (model.Postmortem, error) {
		return p.Editor.StopClock(r, now)
	}})
	return "The clock stands at " + meeting.HoursMinutes(c.Minutes()) + ". "
}

func (p *publishing) update(msg tea.Msg) {
	switch msg := msg.(type) {
	case Grown:
		p.growing = false
	case Written:
		p.written(msg)
	}
}

func (p *publishing) written(w Written) {
	switch {
	case errors.Is(w.err, fs.ErrExist):
		if p.inFront() {
			p.panel.SetExists(true)
		}
		p.Check("a file of this name is there; Enter once more replaces it, or type another name")
	case errors.Is(w.err, fs.ErrNotExist):
		p.Check("there is no folder " + p.Shown(filepath.Dir(w.Path)) + "; make it, or type another path")
	case w.err != nil:
		p.Check("the page is not written: " + reasonOf(w.err))
	}
	here := w.Record == p.Desk.ID() // else another record is open by now
	if w.err != nil {
		if w.also != "" && here { // the page that ended the sitting was not written, so the clock runs as if it had never stopped
			p.Edit(&screen.Edit{Label: "clock goes on", Fact: true, Make: p.Editor.CountPause})
		}
		return
	}
	if p.inFront() {
		_, slot := p.Field()
		p.Desk.Settle(slot)
		p.Close(p.panel)
	}
	if !here {
		p.Done("Written: " + p.Shown(w.Path))
		return
	}
	p.Edit(&screen.Edit{Label: "page written", Fact: true, Make: func(r model.Postmortem) (model.Postmortem, error) {
		return p.Editor.Publish(r, w.Path)
	}})
	p.Done(w.also + "Written: " + p.Shown(w.Path))
}

// reasonOf is why the system refused something with a file, without the path, which the person knows.
func reasonOf(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error() + ", in " + filepath.Dir(p.Path)
	}
	return desk.Sentence(err)
}

// copy copies the page to the clipboard, where the terminal lets it. Where a firm finding is left it asks
// whether it should be copied all the same: from the clipboard it is published as soon as from a file.
// Copying once more is the answer, as long as the record stays as it was.
func (p *publishing) copy() {
	if left := FirmLeft(p.Frame); len(left) > 0 && p.copying != p.Desk.Index {
		p.copying = p.Desk.Index
		p.Check(firm(left) + "; copy once more to copy all the same, f in the list goes there")
		return
	}
	p.copying = nil
	also := p.endSitting()
	cmd, err := p.Copy(string(Markdown(p.Frame, p.Desk.Record)))
	if err != nil {
		p.Check(also + desk.Sentence(err))
		return
	}
	p.Done(also + "Copied, where the terminal lets programs copy")
	p.Run(cmd)
}
