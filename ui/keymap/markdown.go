package keymap

import "strings"

// Markdown returns the key map as the page docs/keys.md: each key with what it does and why it
// is this one, by scope, and what is not a key but has to be known (typing, first signs, mouse,
// paste). A test keeps the page equal to the table.
func (t *Table) Markdown() string {
	var b strings.Builder
	b.WriteString(pageHead)
	for _, s := range scopesOnPage() {
		b.WriteString("\n## " + s.title + "\n\n" + s.intro + "\n")
		t.writeScope(&b, s.scope)
		switch s.scope {
		case Everywhere:
			b.WriteString(pasteAndMouse)
		case EmptyLine:
			writeSigns(&b)
		}
	}
	b.WriteString(panels)
	return b.String()
}

// pageScope is a section of the page.
type pageScope struct {
	scope        Scope
	title, intro string
}

func scopesOnPage() []pageScope {
	return []pageScope{
		{Everywhere, "Everywhere", "These work while one types, in the list and in panels."},
		{EmptyLine, "Typing", "Whatever is typed goes to the capture line; the row under it says how it is understood, and Enter does what that row says. Left, Right, Home, End and Delete move and delete in the line, and so do ctrl+a, ctrl+e, ctrl+b, ctrl+f, ctrl+u, ctrl+w, ctrl+d, alt+b, alt+f, alt+d and alt+Backspace of readline, where the terminal lets them through. On an empty line these keys are free for something else:"},
		{List, "List", "After Esc each letter is a command, the same in all phases. One that has no use here and now says why. A digit, `@`, `~`, `+`, `>`, `!` or `\"` types again and begins the line, so `14:05 @ben` works from the list too. `!` does so beside a line that holds other text: that waits, and is back when the idea is parked."},
		{AfterGo, "After g", "The footer lists these once `g` was pressed. The text in the line waits in its phase."},
		{NoKey, "Without a key", "These are in the list of all commands. The config file can give them a key, which then works in the list."},
	}
}

func (t *Table) writeScope(b *strings.Builder, s Scope) {
	if s == NoKey {
		b.WriteString("\n| what it does | name |\n| --- | --- |\n")
	} else {
		b.WriteString("\n| key | what it does | why this key | name |\n| --- | --- | --- | --- |\n")
	}
	for _, row := range t.bindings {
		if row.Scope != s {
			continue
		}
		cells := []string{row.Help, "`" + string(row.Command) + "`"}
		if s != NoKey {
			cells = []string{written(row.Keys), row.Help, row.Why, "`" + string(row.Command) + "`"}
		}
		for _, c := range cells {
			b.WriteString("| " + strings.ReplaceAll(c, "|", `\|`) + " ")
		}
		b.WriteString("|\n")
	}
}

func written(keys []string) string {
	out := make([]string, len(keys))
	for i, k := range keys {
		out[i] = code(Written(k))
	}
	return strings.Join(out, ", ")
}

// code is s as code in Markdown, also where s is a backtick.
func code(s string) string {
	if strings.Contains(s, "`") {
		return "`` " + s + " ``"
	}
	return "`" + s + "`"
}

func writeSigns(b *strings.Builder) {
	b.WriteString("\nThe first sign of the line says what the line is:\n\n| sign | what the line is then |\n| --- | --- |\n")
	for _, s := range Signs() {
		b.WriteString("| " + code(s.Sign) + " | " + s.Long + " |\n")
	}
}

const pageHead = `# Keys

This page is written by ` + "`go test ./ui/keymap -update`" + ` from the table in ui/keymap, and a test compares the two.
Inside the program ` + "`?`" + ` shows the same keys, and ` + "`ctrl+k`" + ` lists all commands.

The config file may move a key by the name in the last column. A key that would do two things at once is refused, with both names:

` + "```yaml" + `
keys:
  undo: [ctrl+z, ctrl+y]
  decision-card: [D]
` + "```" + `
`

const pasteAndMouse = `
**Paste** goes to the line as text, in any focus. Several lines ask first: one row each, or into the line as they are. A paste is never read as commands.

**Mouse** is off, so that the terminal's own selection works; ` + "`M`" + ` in the list or the setting turns it on. A click then marks a row, a click on a word of the footer does it, and the wheel scrolls. shift+drag still selects.

**Left alone**, for terminals, tmux, screen and browsers: ctrl+a, b, g, h, n, o, p, q, s, t, ctrl+Space, ctrl with arrows, ctrl+shift, alt with digits, and F2 to F12. alt with a letter does in the line what the letter does in the list, but for readline's b, d and f.
`

const panels = `
## Card and form

The line holds the marked field.

| key | what it does |
| --- | --- |
| ` + "`Enter`" + ` | Open: record, and go to the next empty field. Card: record, an empty line below; on the empty line the next field. Form: record all changed fields as one change, and close |
| ` + "`Tab`, `shift+Tab`" + ` | in a form the next and the previous field; a field left half-changed shows ` + "`*`" + ` |
| letters, ` + "`Tab`" + ` on a choice (kind, severity) | the line is empty there: first letters choose, Tab steps through |
| ` + "`Esc`" + ` | close; what is not recorded waits and is there on opening again |

## Panel

Help, all commands, length and minutes, the wording guard, the question before Countermeasures, what is not saved, a paste of several lines.

| key | what it does |
| --- | --- |
| ` + "`Up`, `Down`, `Enter`, `Esc`" + ` | choose, do it, step back. Letters are never answers, so that text typed ahead cannot decide |
| characters | filter in help and in the list of all commands; in length and minutes they are what the marked way needs; go to the line at the wording guard and at what is not saved, where Enter records while the line has text; do nothing before Countermeasures |

A panel that opens by itself ignores keys for 300 ms: a fast typist's next word is not an answer.
`
