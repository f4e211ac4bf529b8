package preview

import (
	"path/filepath"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"debrief/model/prompt"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
)

// Write asks, with a name as text, for the page to be written to that file.
const Write keymap.Command = "write-page"

// Panel shows the page as it is published, and writes it to the file named in the line.
type Panel struct {
	env      screen.Env
	markdown string
	file     string // the name that is offered
	folder   string // where it goes
	hidden   bool   // names stand in the file, and not in what is shown

	page          *Page
	width, height int
	at            screen.Scroll
	exists        bool // the file was there; Enter once more replaces it
}

// Grown is the message that tells that more of a page is drawn.
type Grown struct{}

// NewPanel returns the preview of a page. Its first rows are drawn by Grow. Hidden tells that the
// file will name people whom the page, as it is shown here, does not.
func NewPanel(env screen.Env, markdown, file, folder string, hidden bool) *Panel {
	return &Panel{env: env, markdown: markdown, file: file, folder: folder, hidden: hidden}
}

// Grow is the command that draws what the panel shows now, and a page more.
func (p *Panel) Grow() tea.Cmd {
	if p.page == nil || p.page.Has(p.at.Top, 2*p.height) {
		return nil
	}
	page, rows := p.page, p.at.Top+2*p.height
	return func() tea.Msg {
		page.Grow(rows)
		return Grown{}
	}
}

// Title says what is shown.
func (p *Panel) Title() safe.Text {
	if p.hidden {
		return "Preview without names; the file has them"
	}
	return "Preview of the page, Markdown for GitHub"
}

// Height takes the whole body.
func (p *Panel) Height(most int) (int, bool) { return most, true }

// Resize gives the rows and cells of the body.
func (p *Panel) Resize(width, height int) {
	p.height = height
	if p.page == nil || p.width != width || p.page.Theme() != p.env.Theme.Name {
		p.width = width
		p.page = New(p.markdown, max(width-3, 1), p.env.Theme)
	}
}

// Body returns the visible rows; while they are being drawn, a word instead.
func (p *Panel) Body() []string {
	if p.page == nil {
		return nil
	}
	if !p.page.Has(p.at.Top, p.height) {
		return []string{"  " + p.env.Theme.Dim.Render("The page is being drawn.")}
	}
	rows := p.page.Rows(p.at.Top, p.height)
	out := make([]string, len(rows))
	for i, r := range rows {
		out[i] = "  " + r
	}
	return out
}

// Position is how far down one is.
func (p *Panel) Position() safe.Text {
	if p.page == nil {
		return ""
	}
	total, _ := p.page.Total()
	if total <= p.height {
		return "all of it"
	}
	return safe.Line(strconv.Itoa(min(100*(p.at.Top+p.height)/total, 100)) + " %")
}

// Ask leaves the question to the scene.
func (p *Panel) Ask() safe.Text { return "" }

// Scene is that the page is read.
func (p *Panel) Scene() prompt.Scene { return prompt.Holding(prompt.Page) }

// Field is the name of the file.
func (p *Panel) Field() (screen.Field, bool) {
	return screen.Field{Key: screen.Key{Field: "preview:file"}, Label: "File", Text: p.file}, true
}

// Read says where Enter writes.
func (p *Panel) Read(text string) screen.Reading {
	if text == "" {
		return screen.Reading{Words: "type the name of a file to write; Esc goes back", Fault: true}
	}
	folder := p.folder
	if filepath.IsAbs(text) {
		folder = filepath.Dir(text)
	}
	if folder == "" {
		folder = "the current folder"
	}
	if p.exists {
		return screen.Reading{Words: safe.Line("Enter replaces the file that is in " + folder)}
	}
	return screen.Reading{Words: safe.Line("Enter writes a new file in " + folder + "; it replaces nothing")}
}

// Enter asks the frame to write the page.
func (p *Panel) Enter(text string) screen.Outcome {
	if text == "" {
		return screen.Outcome{Check: "the file has no name; type one, such as review.md"}
	}
	return screen.Outcome{Run: Write, Text: text}
}

// Move scrolls.
func (p *Panel) Move(to screen.Move) {
	total, exact := 0, false
	if p.page != nil {
		total, exact = p.page.Total()
	}
	end := total
	if exact {
		end = total - p.height
	}
	p.at.Move(to, p.height, end)
}

// Do goes back on Esc.
func (p *Panel) Do(c keymap.Command) screen.Outcome {
	switch c {
	case keymap.Back:
		return screen.Outcome{Close: true}
	case keymap.Copy:
		return screen.Outcome{Run: keymap.Copy}
	}
	return screen.Outcome{}
}

// Hints are the keys of the preview.
func (p *Panel) Hints() []screen.Hint {
	return []screen.Hint{
		{Command: keymap.Enter, Word: "write"},
		{Command: keymap.Up, Word: "scroll"},
		{Command: keymap.Commands, Word: "copy, other forms"},
		{Command: keymap.Back, Word: "back"},
	}
}

// Sudden is false: a person asked for the page.
func (p *Panel) Sudden() bool { return false }

// Markdown returns the page.
func (p *Panel) Markdown() string { return p.markdown }

// SetExists tells that the file is there already, so that the next Enter replaces it.
func (p *Panel) SetExists(exists bool) { p.exists = exists }

// Replaces tells that Enter may replace the file.
func (p *Panel) Replaces() bool { return p.exists }
