package cli

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"debrief/model/wording"
	"debrief/ui/safe"
)

// lintResult is a finding in the JSON form of lint. Line and column are where its words begin;
// end is the column plus the number of characters found, a line break in them included.
type lintResult struct {
	File     string           `json:"file"`
	Line     int              `json:"line"`
	Column   int              `json:"column"`
	End      int              `json:"end"`
	Category wording.Category `json:"category"`
	Rule     string           `json:"rule"`
	Firm     bool             `json:"firm"`
	Text     string           `json:"text"`
	Why      string           `json:"why"`
	Ask      string           `json:"ask"`
}

// resultsOf gives the findings of a text their places. They come in its order, so the text is
// counted through once.
func resultsOf(name, text string, found []wording.Finding) []lintResult {
	results := make([]lintResult, len(found))
	line, column, at := 1, 1, 0 // the place of at
	for i, f := range found {
		passed := text[at:f.Start]
		if n := strings.Count(passed, "\n"); n > 0 {
			line += n
			column = 1
			passed = passed[strings.LastIndexByte(passed, '\n')+1:]
		}
		column += utf8.RuneCountInString(passed)
		at = f.Start
		results[i] = lintResult{
			File: name, Line: line, Column: column, End: column + utf8.RuneCountInString(f.Text),
			Category: f.Category, Rule: f.Rule, Firm: f.Firm, Text: f.Text, Why: f.Why, Ask: f.Ask,
		}
	}
	return results
}

// lines is a line for each result. Whatever stands in a name or a text, it stays one line.
func lines(results []lintResult) string {
	var b strings.Builder
	for _, r := range results {
		place := fmt.Sprintf("%s:%d:%d", safe.Line(r.File), r.Line, r.Column)
		b.WriteString(place + ": " + asked(r.Category, r.Text, r.Ask) + "\n")
	}
	return b.String()
}

func (l *linting) printResults() error {
	if l.results == nil {
		l.results = []lintResult{} // an array even where nothing was found
	}
	return l.run.printJSON(l.results)
}

// asked is a finding as lint and export print it, in one line.
func asked(category wording.Category, text, ask string) string {
	return string(safe.Line(fmt.Sprintf("%s: %s: %s", category, strings.Join(strings.Fields(text), " "), ask)))
}
