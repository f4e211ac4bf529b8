package widget_test

import (
	"fmt"
	"strings"
	"testing"

	"debrief/ui/widget"
)

// fill makes three sections of two rows each, blank lines between them.
func fill(s *widget.Sections) *widget.Sections {
	s.Clear()
	for section := range 3 {
		if section > 0 {
			s.Gap(section)
		}
		s.Head(section)
		s.Add(section)
		s.Add(section)
	}
	return s
}

func told(lines []widget.SectionLine) string {
	var words []string
	for _, l := range lines {
		switch l.Row {
		case widget.HeadingLine:
			words = append(words, string(rune('A'+l.Section)))
		case widget.BlankLine:
			words = append(words, "-")
		case widget.UnderLine:
			words = append(words, fmt.Sprint("u", l.Under))
		default:
			words = append(words, fmt.Sprint(l.Row))
		}
	}
	return strings.Join(words, " ")
}

func TestSectionsShowTheMarkedRowUnderItsHeading(t *testing.T) {
	s := fill(&widget.Sections{})
	for _, c := range []struct {
		marked, under, height int
		want                  string
	}{
		{0, 0, 20, "A 0 1 - B 2 3 - C 4 5"},
		{0, 0, 4, "A 0 1 -"},
		{2, 0, 4, "A - B 2"}, // the heading stays over what is left of its rows
		{2, 2, 6, "A - B 2 u0 u1"},
		{5, 0, 5, "B - C 4 5"},
		{5, 2, 4, "C 5 u0 u1"},
		{4, 0, 4, "- C 4 5"},
		{3, 0, 3, "3 - C"}, // too low for a heading
		{1, 0, 1, "1"},
		{1, 0, 0, ""},
		{0, 0, 5, "A 0 1 - B"},
	} {
		if got := told(s.View(c.marked, c.under, c.height)); got != c.want {
			t.Errorf("row %d with %d under it in %d: got %q, want %q", c.marked, c.under, c.height, got, c.want)
		}
	}
}

func TestSectionsWithoutARowShowNothing(t *testing.T) {
	s := &widget.Sections{}
	s.Head(0)
	if got := s.View(0, 0, 5); got != nil {
		t.Errorf("got %v", got)
	}
}

func TestSectionsMadeAnewStayWhereTheyWere(t *testing.T) {
	s := fill(&widget.Sections{})
	before := told(s.View(4, 0, 4))
	if got := told(fill(s).View(4, 0, 4)); got != before {
		t.Errorf("got %q, want %q", got, before)
	}
	s.Home()
	if got := told(s.View(1, 0, 4)); got != "A 0 1 -" {
		t.Errorf("after Home: %q", got)
	}
}
