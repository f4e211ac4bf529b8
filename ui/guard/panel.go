// Package guard is the panel that stands before a text which tells what did not happen, or looks
// for somebody: nothing is recorded yet, nothing is lost, and there are four ways on. The focus
// stays in the line, so whoever types on is rewording already.
package guard

import (
	"strings"

	"debrief/model"
	"debrief/model/review"
	"debrief/model/wording"
	"debrief/ui/keymap"
	"debrief/ui/safe"
	"debrief/ui/screen"
	"debrief/ui/widget"
)

// Stopped is a text that is not recorded.
type Stopped struct {
	Of       screen.Key        // its name, made by the function of that name
	At       model.ProseAt     // the text of a row that it is, without an id
	Text     string            // as it is about to be recorded
	Findings []wording.Finding // the firm ones in it, at least one
	Fact     string            // proposed, "" for none
	Idea     string            // proposed, "" for none
	Who      string            // who said it, as @handle; "" where nobody is named
	InPlace  bool              // as a quotation it stays where it is
	Recorded bool              // nothing was stopped: the text is recorded, and the line is not about it
}

// Panel asks how to go on.
type Panel struct {
	env     screen.Env
	stopped Stopped
	behind  screen.Panel // the form that the text stands in; nil for the line of a screen

	ways    *widget.Slice[review.Way]
	list    widget.List[review.Way]
	edits   Part // what the line holds, "" while it holds the stopped text
	covered int  // rows of the panel that a long line lies over

	width, height int
}

// NewPanel returns the panel with Reword marked. Behind is the form that the text stands in, if any.
func NewPanel(env screen.Env, s Stopped, behind screen.Panel) *Panel {
	return &Panel{env: env, stopped: s, behind: behind, ways: widget.NewSlice([]review.Way{review.Reword, review.Park, review.Quote, review.Dismiss})}
}

// Update takes the text as it was typed on. Typing is rewording, so that way is marked again.
func (p *Panel) Update(s Stopped) {
	p.stopped = s
	p.list = widget.List[review.Way]{}
}

// Cover says how many rows of the panel a long line lies over; it then keeps that many free.
func (p *Panel) Cover(rows int) { p.covered = rows }

// Editing tells that the line holds a text of the panel, not the one that was stopped.
func (p *Panel) Editing() bool { return p.edits != "" }

// Chosen returns the marked way.
func (p *Panel) Chosen() review.Way {
	w, _, _ := p.list.Marked(p.ways)
	return w
}

// text returns what is typed for a part, as it may be shown, else what is proposed.
func (p *Panel) text(part Part) string { return p.textFrom(p.env.Pending, part) }

func (p *Panel) textFrom(waits func(screen.Key) (string, bool), part Part) string {
	if text, ok := waits(part.key(p.stopped.Of)); ok {
		return strings.TrimSpace(text)
	}
	return p.proposed(part)
}

func (p *Panel) proposed(part Part) string {
	switch part {
	case Fact:
		return p.stopped.Fact
	case Idea:
		return p.stopped.Idea
	case Who:
		return p.stopped.Who
	}
	return ""
}

// Answer returns what Enter means; false where it only goes a step on in the panel.
func (p *Panel) Answer() (review.Answer, bool) {
	text := func(part Part) string { return p.textFrom(p.env.Typed, part) }
	a := review.Answer{Way: p.Chosen(), Fact: text(Fact), Idea: text(Idea), Who: text(Who), Reason: text(Reason)}
	if a.Way == review.Dismiss && p.edits == "" {
		p.edits = Reason
		return a, false
	}
	return a, true
}

// Title says what matters most.
func (p *Panel) Title() safe.Text {
	if p.stopped.Recorded {
		return "These words are recorded"
	}
	return "Not recorded yet"
}

// Position is empty: there is one question.
func (p *Panel) Position() safe.Text { return "" }

// Ask leads back to facts.
func (p *Panel) Ask() safe.Text {
	switch p.edits {
	case Reason:
		return "Why do these words belong here, in a few words?"
	case Who:
		return "Who said it?"
	}
	if len(p.stopped.Findings) == 0 {
		return ""
	}
	return safe.Line(p.stopped.Findings[0].Ask)
}

// Field is the text of the panel that is edited, else what the form behind holds; else the line
// stays with the screen.
func (p *Panel) Field() (screen.Field, bool) {
	fields := map[Part]screen.Field{
		Fact:   {Label: "Fact", At: p.stopped.At},
		Idea:   {Label: "Idea", At: model.ProseAt{Table: model.ParkedIdeas, Field: "text"}},
		Who:    {Label: "Who"},
		Reason: {Label: "Reason", At: model.ProseAt{Table: model.Findings, Field: "reason"}},
	}
	if f, own := fields[p.edits]; own {
		f.Key, f.Text = p.edits.key(p.stopped.Of), p.proposed(p.edits)
		return f, true
	}
	if p.behind != nil {
		return p.behind.Field()
	}
	return screen.Field{}, false
}

// PassesText tells that characters go to the line while the panel is in front.
func (p *Panel) PassesText() bool { return !p.stopped.Recorded }

// Read says what Enter does. The form behind sees what is typed in its field.
func (p *Panel) Read(text string) screen.Reading {
	switch p.edits {
	case Fact:
		switch {
		case p.stopped.Recorded:
			return screen.Reading{Words: "stands in place of the words"}
		case p.isNarrow():
			return screen.Reading{Words: "in place of the line; empty: the idea alone"}
		}
		return screen.Reading{Words: "recorded in place of the line; empty: the idea alone"}
	case Idea:
		return screen.Reading{Words: "waits for Countermeasures, linked to its place"}
	case Who:
		return screen.Reading{Words: "@name of who said it; empty names nobody"}
	case Reason:
		return screen.Reading{Words: "Enter records the words, with this reason"}
	}
	if p.behind != nil {
		p.behind.Read(text)
	}
	words := [...]safe.Text{
		review.Reword:  "cursor stays in the line; nothing lost, nothing recorded yet",
		review.Park:    "Enter records the fact and parks the idea; Tab edits them",
		review.Quote:   "Enter keeps it word for word, as what was said; Tab says by whom",
		review.Dismiss: "Enter asks for a reason of a few words",
	}
	if p.isNarrow() {
		words = [...]safe.Text{
			review.Reword:  "nothing lost, nothing recorded yet",
			review.Park:    "Enter records the fact, parks the idea",
			review.Quote:   "Enter keeps it; Tab says who said it",
			review.Dismiss: "Enter asks for a reason of a few words",
		}
	}
	if w := p.Chosen(); p.stopped.Recorded && w == review.Reword {
		return screen.Reading{Words: "Enter goes to the words, to change them there"}
	}
	return screen.Reading{Words: words[p.Chosen()]}
}

// Enter does nothing by itself: the frame asks for the Answer, because only it can record.
func (p *Panel) Enter(string) screen.Outcome { return screen.Outcome{} }

// Move marks another way; the line goes back to the stopped text.
func (p *Panel) Move(to screen.Move) {
	p.edits = ""
	screen.Step(&p.list, p.ways, to, p.ways.Len())
}

// Do edits the texts of a way with Tab, and goes one step back with Esc.
func (p *Panel) Do(c keymap.Command) screen.Outcome {
	switch c {
	case keymap.Back:
		if p.edits == "" {
			return screen.Outcome{Close: true}
		}
		p.edits = ""
	case keymap.Next, keymap.Previous:
		p.tab()
	}
	return screen.Outcome{}
}

// tab goes round in the texts that the marked way needs; from Reword it goes to those of Park.
func (p *Panel) tab() {
	switch p.Chosen() {
	case review.Reword:
		p.list.Mark(review.Park)
		p.edits = Fact
	case review.Park:
		p.edits = map[Part]Part{"": Fact, Fact: Idea, Idea: ""}[p.edits]
	case review.Quote:
		p.edits = map[Part]Part{"": Who, Who: ""}[p.edits]
	case review.Dismiss:
		p.edits = map[Part]Part{"": Reason, Reason: ""}[p.edits]
	}
}

// Hints are the commands for the footer.
func (p *Panel) Hints() []screen.Hint {
	enter := screen.Hint{Command: keymap.Enter, Word: "do it"}
	choose := screen.Hint{Command: keymap.Up, Word: "choose"}
	if p.edits != "" {
		next := map[Part]safe.Text{Fact: "edit the idea"}[p.edits]
		if next == "" {
			next = "back to the line"
		}
		return []screen.Hint{enter, choose, {Command: keymap.Next, Word: next}, {Command: keymap.Back, Word: "back"}}
	}
	tab := map[review.Way]safe.Text{review.Quote: "who said it", review.Dismiss: "reason"}[p.Chosen()]
	if tab == "" {
		tab = "edit fact and idea"
	}
	back := screen.Hint{Command: keymap.Back, Word: "back to the line"}
	if p.isNarrow() || p.stopped.Recorded {
		back.Word = "back"
		if tab == "edit fact and idea" {
			tab = "fact and idea"
		}
	}
	return []screen.Hint{enter, choose, {Command: keymap.Next, Word: tab}, back}
}

// isNarrow tells that sentences have to be short.
func (p *Panel) isNarrow() bool { return p.width > 0 && p.width < 80 }

// Sudden tells that the panel opened by itself: a fast typist's next Enter is no answer.
func (p *Panel) Sudden() bool { return !p.stopped.Recorded }
