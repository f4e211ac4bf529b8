package screentest

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"debrief/model"
	"debrief/ui/screen"
)

// FitsEverySize draws the screen from 1x0 to 170x40 while the mark moves about: never more rows
// or cells than there are, and, where a row is marked, that one in sight and no other.
func (s *Stage) FitsEverySize(record string, marks bool) {
	s.T.Helper()
	moves := []screen.Move{screen.Down, screen.Last, screen.PageUp, screen.Up, screen.First, screen.PageDown, screen.Down}
	n := 0
	for width := 1; width <= 170; width += 1 + width/12 {
		for height := range 41 {
			s.Resize(width, height)
			for range 2 {
				s.fits(record, width, height, marks && height > 0)
				s.Move(moves[n%len(moves)])
				n++
			}
			s.Click(height / 2)
		}
	}
}

func (s *Stage) fits(record string, width, height int, marks bool) {
	s.T.Helper()
	rows := s.Body()
	if len(rows) > height {
		s.T.Fatalf("%s at %dx%d: %d rows", record, width, height, len(rows))
	}
	marked := 0
	for _, row := range rows {
		if w := ansi.StringWidth(row); w > width {
			s.T.Fatalf("%s at %dx%d: a row of %d cells: %q", record, width, height, w, ansi.Strip(row))
		}
		if strings.HasPrefix(ansi.Strip(row), ">") {
			marked++
		}
	}
	if marks && marked != 1 {
		s.T.Fatalf("%s at %dx%d: %d rows are marked\n%s", record, width, height, marked, Text(rows))
	}
}

// KeepsItsFrame fails where a frame in which nothing changed allocates more than so many times,
// or more than a third of one that is drawn anew.
func (s *Stage) KeepsItsFrame(most float64) {
	s.T.Helper()
	s.Resize(80, 16)
	fresh := testing.AllocsPerRun(20, func() { s.Resize(80, 16); s.Body() })
	same := testing.AllocsPerRun(20, func() { s.Body() })
	if same > most || same > fresh/3 {
		s.T.Errorf("a frame in which nothing changed allocates %v times, a new one %v times", same, fresh)
	}
}

// KeyCost is how often a typed key and a move of the mark allocate.
func (s *Stage) KeyCost(text string) float64 {
	return testing.AllocsPerRun(20, func() { s.Read(text, len(text)); s.Move(screen.Down); s.Scene() })
}

// BenchmarkKey measures a typed key, a move of the mark and the frame after it.
func (s *Stage) BenchmarkKey(b *testing.B, text string) {
	s.Body()
	b.ReportAllocs()
	for b.Loop() {
		s.Read(text, len(text))
		s.Move(screen.Down)
		s.Scene()
		s.Body()
	}
}

// BenchmarkShow measures what a change of the record costs the screen.
func (s *Stage) BenchmarkShow(b *testing.B) {
	x := model.NewIndex(s.Record)
	for b.Loop() {
		s.Show(x)
	}
}
