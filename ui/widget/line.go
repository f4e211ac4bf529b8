package widget

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"debrief/ui/safe"
)

// MaxLen is how many bytes a line takes: the largest field of a record.
const MaxLen = 64 << 10

// Line edits one text. Bubbles' text input does the editing, with the keys of readline; drawing, undo and what is kept
// of the text are ours. A text may have line breaks (the fields that hold paragraphs do); they are drawn as a sign.
//
// Offsets are bytes in Value. The zero Line is not ready: make one with NewLine.
type Line struct {
	input  textinput.Model
	value  string
	cursor int

	past, future []edit
	sealed       bool // the next edit begins a step of its own

	top int // first byte drawn when the text is scrolled
}

// NewLine is an empty line that takes keys.
func NewLine() *Line {
	input := textinput.New()
	input.Prompt = ""
	input.SetVirtualCursor(false)
	input.KeyMap.Paste = key.Binding{}            // it would start a program to read the clipboard
	input.KeyMap.AcceptSuggestion = key.Binding{} // completion is the caller's, through Replace
	input.KeyMap.NextSuggestion = key.Binding{}
	input.KeyMap.PrevSuggestion = key.Binding{}
	input.KeyMap.DeleteAfterCursor = key.Binding{} // ctrl+k lists all commands
	// The input's own alt+d panics on the last character (bubbles v2.2.1, deleteWordForward); press does it.
	input.KeyMap.DeleteWordForward.SetEnabled(false)
	input.Focus()
	return &Line{input: input}
}

// Value is the text.
func (l *Line) Value() string { return l.value }

// Cursor is where the next character goes.
func (l *Line) Cursor() int { return l.cursor }

// Empty reports whether there is no text.
func (l *Line) Empty() bool { return l.value == "" }

// Reset begins with another text, the cursor at its end, and forgets the steps of the one before.
func (l *Line) Reset(text string) {
	l.put(clean(text), -1)
	l.past, l.future, l.sealed, l.top = nil, nil, false, 0
}

// SetValue puts text in the place of all there is, the cursor at its end, as one step that can be undone. Text that is
// longer than MaxLen stays whole; it only cannot grow.
func (l *Line) SetValue(text string) {
	l.Replace(0, len(l.value), text)
}

// SetCursor moves the cursor to the beginning of the character that holds the byte at.
func (l *Line) SetCursor(at int) {
	l.moveTo(clusterStart(l.value, min(max(at, 0), len(l.value))))
	l.sealed = true
}

// Replace puts text in the place of the bytes from start to end, the cursor behind it, as one step that can be undone.
// It serves completion and corrections of the wording.
func (l *Line) Replace(start, end int, text string) {
	start = min(max(start, 0), len(l.value))
	end = min(max(end, start), len(l.value))
	text = clean(text)
	if l.value[start:end] == text {
		l.moveTo(start + len(text))
		return
	}
	e := edit{at: start, old: l.value[start:end], new: text, before: l.cursor}
	l.put(l.value[:start]+text+l.value[end:], start+len(text))
	l.sealed = true
	l.record(e)
	l.sealed = true
}

// Insert types text at the cursor, as a paste does, and gives back what found no room below MaxLen.
func (l *Line) Insert(text string) (rest string) {
	text = clean(text)
	if room := max(MaxLen-len(l.value), 0); len(text) > room {
		cut := room
		for cut > 0 && !utf8.RuneStart(text[cut]) {
			cut--
		}
		text, rest = text[:cut], text[cut:]
	}
	if text == "" {
		return rest
	}
	l.Replace(l.cursor, l.cursor, text)
	return rest
}

// Update takes a key or a paste and reports whether the text changed. Of a paste that finds no room, what fits is
// taken; a caller who wants to say so asks Insert.
func (l *Line) Update(msg tea.Msg) (changed bool) {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		before := len(l.value)
		l.Insert(msg.Content)
		return len(l.value) != before
	case tea.KeyPressMsg:
		return l.press(msg)
	}
	return false
}

func (l *Line) press(msg tea.KeyPressMsg) (changed bool) {
	if msg.Text != "" {
		msg.Text = encode(clean(msg.Text))
		if len(l.value)+len(msg.Text) > MaxLen {
			return false
		}
	}
	before, was := l.value, l.cursor
	switch keys := l.input.KeyMap; {
	case key.Matches(msg, keys.DeleteCharacterBackward) && l.cursor > 0:
		// What was typed as one key goes with one key: an emoji of seven code points.
		if start := clusterStart(l.value, l.cursor-1); isPicture(l.value[start:l.cursor]) {
			l.erase(start, l.cursor)
			return true
		}
	case key.Matches(msg, keys.DeleteCharacterForward) && l.cursor < len(l.value):
		// Marks without the character that carried them would jump to the one before.
		n, _ := safe.Cluster(l.value[l.cursor:])
		l.erase(l.cursor, l.cursor+n)
		return true
	case isDeleteWord(msg) && l.cursor < len(l.value):
		l.erase(l.cursor, wordEnd(l.value, l.cursor))
		return true
	}
	l.input, _ = l.input.Update(msg)
	l.value = decode(l.input.Value())
	l.cursor = byteAt(l.value, l.input.Position())
	if l.value == before {
		if l.cursor != was {
			l.land(l.cursor > was)
			l.sealed = true
		}
		return false
	}
	l.record(keyEdit(before, l.value, was, l.cursor))
	return true
}

// isDeleteWord reports whether a key takes out the next word.
func isDeleteWord(msg tea.KeyPressMsg) bool {
	switch msg.String() {
	case "alt+d", "alt+delete", "ctrl+delete":
		return true
	}
	return false
}

// wordEnd is the end of the word that begins at a byte, or behind the spaces there.
func wordEnd(s string, at int) int {
	inWord := false
	for i, r := range s[at:] {
		if unicode.IsSpace(r) && inWord {
			return at + i
		}
		inWord = inWord || !unicode.IsSpace(r)
	}
	return len(s)
}

// land brings the cursor to an edge between characters, since the input moves by code points.
func (l *Line) land(forward bool) {
	start := clusterStart(l.value, l.cursor)
	if start == l.cursor {
		return
	}
	if forward {
		n, _ := safe.Cluster(l.value[start:])
		start += n
	}
	l.moveTo(start)
}

// erase takes the bytes from start to end away, as a part of a run of erasing keys.
func (l *Line) erase(start, end int) {
	e := edit{at: start, old: l.value[start:end], before: l.cursor}
	l.put(l.value[:start]+l.value[end:], start)
	l.record(e)
}

// put makes text the value. A negative cursor is the end.
func (l *Line) put(text string, cursor int) {
	l.input.SetValue(encode(text))
	l.value = text
	if cursor < 0 {
		cursor = len(text)
	}
	l.moveTo(cursor)
}

func (l *Line) moveTo(cursor int) {
	l.cursor = cursor
	l.input.SetCursor(utf8.RuneCountInString(l.value[:cursor]))
}

// byteAt is the byte at which the rune of this number begins.
func byteAt(s string, runes int) int {
	for i := range s {
		if runes == 0 {
			return i
		}
		runes--
	}
	return len(s)
}

// clusterStart is the beginning of the character that holds the byte at. It looks back a little way only, so that it
// costs the same in a long text.
func clusterStart(s string, at int) int {
	if at <= 0 || at >= len(s) || s[at] < utf8.RuneSelf && s[at-1] < utf8.RuneSelf {
		return at
	}
	from := at
	for from > 0 && at-from < 256 && s[from-1] >= utf8.RuneSelf {
		from--
	}
	if from > 0 && s[from-1] < utf8.RuneSelf {
		from-- // an ASCII character may carry the marks that follow
	}
	for from < at && !utf8.RuneStart(s[from]) {
		from++
	}
	for from < at {
		n, _ := safe.Cluster(s[from:])
		if from+n > at {
			return from
		}
		from += n
	}
	return at
}

// isPicture reports whether a character is an emoji that is made of several code points.
func isPicture(cluster string) bool {
	if utf8.RuneCountInString(cluster) < 2 {
		return false
	}
	return strings.ContainsFunc(cluster, func(r rune) bool { return r >= 0x1f000 || r == 0x200d || r == 0xfe0f })
}
