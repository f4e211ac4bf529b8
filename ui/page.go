package ui

import (
	"errors"
	"io/fs"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"debrief/model"
	"debrief/model/markdown"
	"debrief/model/names"
	"debrief/model/review"
	"debrief/ui/desk"
	"debrief/ui/preview"
	"debrief/ui/screen"
	"debrief/ui/terminal"
)

func (a *App) pageOptions() markdown.Options {
	return markdown.Options{Zone: a.desk.Index.Zone, Word: a.options.Word, Named: a.desk.Record.Attendees}
}

// page returns the post-mortem as it is published, with what the wording guard has left in it now.
func (a *App) page() []byte { return a.pageOf(a.desk.Record) }

func (a *App) pageOf(p model.Postmortem) []byte {
	p.Findings = review.WithLeft(p.Findings, a.leftIn(names.For(p, model.ForInternalPage)))
	return markdown.Page(names.For(p, model.ForInternalPage), a.pageOptions())
}

// pageShown is the page as the screen may show it: without names while they are off there, whatever
// the page itself says. It is the page itself where hidden is false.
func (a *App) pageShown() (page []byte, file string, hidden bool) {
	p := a.desk.Record
	hidden = a.desk.Look.NamesOff && !p.Header.PageNamesOff
	p.Header.PageNamesOff = p.Header.PageNamesOff || a.desk.Look.NamesOff
	return a.pageOf(p), markdown.FileName(names.For(p, model.ForInternalPage), a.pageOptions()), hidden
}

func (a *App) openPreview() {
	if a.desk.Sheet == nil {
		return
	}
	page, file, hidden := a.pageShown()
	p := preview.NewPanel(a.env, string(page), file, a.options.ReviewsDir, hidden)
	a.openPanel(p)
	a.effect(p.Grow())
}

func (a *App) previewPanel() *preview.Panel {
	p, _ := a.front().(*preview.Panel)
	return p
}

// growPreview draws what scrolling brought into view.
func (a *App) growPreview() {
	if p := a.previewPanel(); p != nil {
		a.effect(p.Grow())
	}
}

// writePage writes the page to a new file; one that exists is replaced only when it was said.
func (a *App) writePage(name string) {
	replace := false
	if p := a.previewPanel(); p != nil {
		replace = p.Replaces()
	}
	path := a.expand(name)
	if !filepath.IsAbs(path) {
		path = filepath.Join(a.options.ReviewsDir, path)
	}
	if whole, err := filepath.Abs(path); err == nil {
		path = whole // "in the current folder" tells nobody where
	}
	also := a.endSitting()
	id, page, write := a.desk.ID(), a.page(), a.options.WriteFile
	a.effect(func() tea.Msg { return pageWritten{id: id, path: path, also: also, err: write(path, page, replace)} })
}

func (a *App) pageWritten(msg pageWritten) {
	p := a.previewPanel()
	if errors.Is(msg.err, fs.ErrExist) {
		if p != nil {
			p.SetExists(true)
		}
		a.say(check, "a file of this name is there; Enter once more replaces it, or type another name")
		a.sittingGoesOn(msg)
		return
	}
	if errors.Is(msg.err, fs.ErrNotExist) {
		a.say(check, "there is no folder "+a.pathShown(filepath.Dir(msg.path))+"; make it, or type another path")
		a.sittingGoesOn(msg)
		return
	}
	if msg.err != nil {
		a.say(check, "the page is not written: "+reasonOf(msg.err))
		a.sittingGoesOn(msg)
		return
	}
	if p != nil {
		_, slot := a.field()
		a.desk.Settle(slot)
		a.closePanel()
	}
	if msg.id != a.desk.ID() {
		a.say(done, "Written: "+a.pathShown(msg.path))
		return // another record is open by now
	}
	ed := a.env.Editor
	a.edit(&screen.Edit{Label: "page written", Fact: true, Make: func(p model.Postmortem) (model.Postmortem, error) {
		return ed.Publish(p, msg.path)
	}}, nil)
	a.say(done, msg.also+"Written: "+a.pathShown(msg.path))
}

// sittingGoesOn lets the clock run as if it had never stopped, because the page that ended the
// sitting was not written.
func (a *App) sittingGoesOn(msg pageWritten) {
	if msg.also == "" || msg.id != a.desk.ID() {
		return
	}
	a.tellClock("clock goes on", a.env.Editor.CountPause)
}

// pathShown is a path in one row: the home folder as ~, and of a long one its end, which tells most.
func (a *App) pathShown(path string) string {
	if home := a.options.Getenv("HOME"); home != "" && strings.HasPrefix(path, home+"/") {
		path = "~" + path[len(home):]
	}
	const most = 58
	if r := []rune(path); len(r) > most {
		path = "«" + string(r[len(r)-most+1:])
	}
	return path
}

// copyPage copies the page to the clipboard, where the terminal lets it.
func (a *App) copyPage() {
	if a.asksToCopy() {
		return
	}
	also := a.endSitting()
	cmd, err := terminal.Clipboard(string(a.page()))
	if err != nil {
		a.say(check, also+desk.Sentence(err))
		return
	}
	a.say(done, also+"Copied, where the terminal lets programs copy")
	a.effect(cmd)
}

// openEditor opens the line, or the field in it, in the person's editor.
func (a *App) openEditor() {
	a.holdField()
	f, _ := a.field()
	if f.Unseen {
		a.say(check, "the room must not see this text, and an editor shows it; mark the screen as private first")
		return
	}
	cmd, read, err := terminal.Editor("line.md", a.line.Value(), a.options.Getenv)
	if err != nil {
		a.say(check, desk.Sentence(err))
		return
	}
	body := f.Body
	a.effect(terminal.InFront(cmd, func(err error) tea.Msg {
		text, err := read(err)
		return editorClosed{text: text, body: body, err: err}
	}))
}

func (a *App) editorClosed(msg editorClosed) {
	if msg.err != nil {
		a.say(check, desk.Sentence(msg.err))
		return
	}
	text := trimmed(msg.text, msg.body)
	a.holdField()
	a.line.Set(text)
	a.typing = true
	a.say(done, "Back from the editor; Enter records the line")
}

// reasonOf is why the system refused something with a file, without the path, which the person knows.
func reasonOf(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error() + ", in " + filepath.Dir(p.Path)
	}
	return desk.Sentence(err)
}
