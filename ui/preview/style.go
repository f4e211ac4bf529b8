package preview

import (
	"charm.land/glamour/v2/ansi"

	"debrief/ui/theme"
)

// styleFor is Glamour's look in the roles of a theme. Text has no colour of its own, code is not coloured by language,
// and every sign that stands left of something is ASCII, so that columns line up in each terminal.
func styleFor(th *theme.Theme) ansi.StyleConfig {
	yes, margin, indent := true, uint(0), uint(1)
	ink := func(colour string) *string {
		if colour == "" {
			return nil
		}
		return &colour
	}
	text := func(s string) *string { return &s }
	accent, dim, look := ink(th.Inks.Accent), ink(th.Inks.Dim), ink(th.Inks.Look)
	heading := func(prefix string) ansi.StyleBlock {
		return ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Prefix: prefix, Bold: &yes, Color: accent}}
	}
	return ansi.StyleConfig{
		Document:      ansi.StyleBlock{Margin: &margin},
		BlockQuote:    ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Color: dim}, Indent: &indent, IndentToken: text("| ")},
		List:          ansi.StyleList{LevelIndent: 2},
		Heading:       ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{BlockSuffix: "\n", Bold: &yes}},
		H1:            ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Bold: &yes, Underline: &yes, Color: accent}},
		H2:            heading(""),
		H3:            heading(""),
		H4:            heading(""),
		H5:            heading(""),
		H6:            heading(""),
		Strikethrough: ansi.StylePrimitive{CrossedOut: &yes},
		Emph:          ansi.StylePrimitive{Italic: &yes},
		Strong:        ansi.StylePrimitive{Bold: &yes},

		HorizontalRule: ansi.StylePrimitive{Color: ink(th.Inks.Faint), Format: "\n--------\n"},
		Item:           ansi.StylePrimitive{BlockPrefix: "- "},
		Enumeration:    ansi.StylePrimitive{BlockPrefix: ". "},
		Task:           ansi.StyleTask{Ticked: "[x] ", Unticked: "[ ] "},
		Link:           ansi.StylePrimitive{Color: dim, Underline: &yes},
		LinkText:       ansi.StylePrimitive{Color: accent},
		Image:          ansi.StylePrimitive{Color: dim, Underline: &yes},
		ImageText:      ansi.StylePrimitive{Format: "Image: {{.text}}"},
		Code:           ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Color: look}},
		CodeBlock: ansi.StyleCodeBlock{StyleBlock: ansi.StyleBlock{
			StylePrimitive: ansi.StylePrimitive{Color: dim}, Margin: &indent,
		}},
		Table:                 ansi.StyleTable{CenterSeparator: text("|"), ColumnSeparator: text("|"), RowSeparator: text("-")},
		DefinitionDescription: ansi.StylePrimitive{BlockPrefix: "\n* "},
	}
}
