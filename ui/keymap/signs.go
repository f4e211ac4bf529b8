package keymap

// Sign is a first character of the capture line that gives the line another meaning. It is text
// and not a key, so it stands outside the table and no config file moves it.
type Sign struct {
	Sign  string
	Words string // what it does, in a few words
	Long  string // with examples, for docs/keys.md; Markdown
}

// Signs returns the first signs of the line, most needed first.
func Signs() []Sign {
	return []Sign{
		{">", "about the marked row", "about the marked row: `>@ben graph stood flat` an account; `>14:04` its time; `>known 14:21 @ben`, or short `>k 14:21`; `>#decision`; `>@ana by fri`"},
		{"!", "park an idea", "an idea for the parking lot, with a link to the marked row"},
		{`"`, "keep as a quotation", "a quotation, kept word for word as evidence of what was said"},
		{`\`, "the next sign is plain text", "the next sign is plain text"},
	}
}
