package journey

import (
	"bytes"
	"fmt"
	"html"
	"image/color"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"debrief/ui/terminaltest"
)

// scene is a screen and how long it stands in the picture.
type scene struct {
	screen *terminaltest.Screen
	stands time.Duration
}

// movie is a person at the keyboard whose screens are kept.
type movie struct {
	*room
	scenes []scene
}

// lineStart is the column of the first letter of the capture line.
const lineStart = 12

// show keeps the screen as it is when it has the texts, and everything is saved.
func (m *movie) show(stands time.Duration, texts ...string) {
	m.t.Helper()
	m.scenes = append(m.scenes, scene{m.p.Wait(m.t, append(texts, "  saved")...), stands})
}

// types types a line, a word a scene.
func (m *movie) types(line string) {
	m.t.Helper()
	typed := ""
	for i, word := range strings.SplitAfter(line, " ") {
		typed += word
		m.p.Type(word)
		// The cursor tells what is typed from what Tab completes.
		s := m.p.WaitFor(m.t, "the line to hold "+typed, func(s *terminaltest.Screen) bool {
			label, _ := stands(s)
			return label == "Reads" && s.Cursor().X == lineStart+len([]rune(typed))
		})
		if i > 0 || strings.TrimSpace(word) == strings.TrimSpace(line) {
			m.scenes = append(m.scenes, scene{s, 260 * time.Millisecond})
		}
	}
	m.scenes[len(m.scenes)-1].stands = 1800 * time.Millisecond // to read how it is understood
}

// records types a line and records it.
func (m *movie) records(line string) {
	m.t.Helper()
	m.types(line)
	m.p.Keys("Enter")
	m.scenes = append(m.scenes, scene{m.done(line), 1500 * time.Millisecond})
}

// noticed lets a second go by: a panel that opened by itself ignores keys for a moment.
func (m *movie) noticed(clock *drivenClock) { clock.set(clock.now.Add(time.Second)) }

// The picture of the README is played by the program itself, and is what it looks like today.
// docs/pictures/make.sh writes it.
func TestTheMovingPictureIsOfTheProgram(t *testing.T) {
	t.Parallel()
	clock := newClock(t, time.Date(2026, 3, 19, 14, 0, 0, 0, time.UTC))
	m := &movie{room: clock.sit("")}
	m.scenes = append(m.scenes, scene{m.p.Wait(t, "no post-mortem yet"), 1500 * time.Millisecond})
	m.types("Checkout errors on 12 March")
	m.p.Keys("Enter")
	m.show(2*time.Second, "[Open]")
	m.p.Keys("Esc", "c", "i")
	m.p.Wait(t, "0:00 of 1:00", "  saved")
	m.phase("3", "Timeline")
	m.show(1500 * time.Millisecond)
	m.records("2026-03-12 13:52 replica lag passes 90 s @ben")
	m.records("14:02 page: checkout latency above 2 s #detection @ana")
	m.records("14:09 pool lowered from 200 to 120 #decision @ben")
	m.types("ana should have called support")
	m.p.Keys("Enter")
	m.show(4*time.Second, "Not recorded yet", "Reword")
	m.noticed(clock)
	m.p.Keys("Down")
	m.show(1500*time.Millisecond, "> Park")
	m.p.Keys("Enter")
	m.show(2500*time.Millisecond, "Support was not called")
	m.p.Keys("Esc", "g", "6")
	m.show(2*time.Second, "does the room agree on the timeline?")
	m.noticed(clock)
	m.p.Keys("Enter")
	m.show(1500*time.Millisecond, "[Countermeasures]", "timeline confirmed")
	m.records("send the lag alert to the pager @ben by fri")
	m.scenes[len(m.scenes)-1].stands = 4 * time.Second
	got := moving(m.scenes)

	const path = "docs/pictures/meeting.svg"
	file := filepath.Join(must(t, moduleFolder), filepath.FromSlash(path))
	if os.Getenv("DEBRIEF_MOVIE") != "" {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if len(got) > 300_000 {
		t.Errorf("the picture has %d bytes, more than a README should load", len(got))
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not what the program looks like; docs/pictures/make.sh writes it anew", path)
	}
}

// The size of a cell in the picture, in its own units.
const cellWidth, cellHeight = 8.4, 18.0

// moving draws the scenes as an animated SVG: all below each other on a strip that is moved on from one
// to the next. A row that stands on several scenes is drawn once.
func moving(scenes []scene) []byte {
	width, height := scenes[0].screen.Size()
	w, h := float64(width)*cellWidth, float64(height)*cellHeight
	var total time.Duration
	for _, s := range scenes {
		total += s.stands
	}
	var colours colourNames
	var rows []string // drawn, by number
	var strip, steps strings.Builder
	var at time.Duration
	for i, s := range scenes {
		fmt.Fprintf(&steps, "%.3f%%{transform:translateY(-%gpx)}", 100*float64(at)/float64(total), float64(i)*h)
		at += s.stands
		for y := range height {
			row := drawRow(s.screen, y, &colours)
			if row == "" {
				continue
			}
			n := slices.Index(rows, row)
			if n < 0 {
				n, rows = len(rows), append(rows, row)
			}
			fmt.Fprintf(&strip, `<use href="#r%d" y="%g"/>`, n, float64(i)*h+float64(y)*cellHeight)
		}
		if c := s.screen.Cursor(); c.Visible {
			fmt.Fprintf(&strip, `<rect class="k" x="%.1f" y="%g" width="%g" height="%g"/>`, float64(c.X)*cellWidth, float64(i)*h+float64(c.Y)*cellHeight, cellWidth, cellHeight)
		}
		strip.WriteByte('\n')
	}
	ground := colours.name(scenes[0].screen.Cell(0, 2).Background)
	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %g %g" role="img" aria-label="debrief: a meeting begins, rows of the timeline are recorded, and the wording guard stops a sentence">`+"\n", w, h)
	fmt.Fprintf(&b, "<style>text{font:14px ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace;white-space:pre}.b{font-weight:bold}.i{font-style:italic}.u{text-decoration:underline}.k{fill:#fff;opacity:.5}\n")
	for i, c := range colours {
		fmt.Fprintf(&b, ".c%d{fill:%s}", i, c)
	}
	fmt.Fprintf(&b, "\n@keyframes m{%s}\n#m{animation:m %.2fs step-end infinite}\n@media(prefers-reduced-motion:reduce){#m{animation:none;transform:translateY(-%gpx)}}</style>\n<defs>\n", steps.String(), total.Seconds(), float64(len(scenes)-1)*h)
	for i, row := range rows {
		fmt.Fprintf(&b, `<g id="r%d">%s</g>`+"\n", i, row)
	}
	fmt.Fprintf(&b, `</defs>`+"\n"+`<rect class="%s" width="%g" height="%g"/>`+"\n"+`<g id="m">`+"\n%s</g>\n</svg>\n", ground, w, h, strip.String())
	return b.Bytes()
}

// colourNames are the colours that were used, by number.
type colourNames []string

func (n *colourNames) name(c color.Color) string {
	r, g, b, _ := c.RGBA()
	hex := fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
	i := slices.Index(*n, hex)
	if i < 0 {
		i, *n = len(*n), append(*n, hex)
	}
	return fmt.Sprint("c", i)
}

// drawRow draws a row of a screen at its own top: the backgrounds that differ from that of the body, then
// the texts; "" for an empty row.
func drawRow(s *terminaltest.Screen, y int, colours *colourNames) string {
	width, _ := s.Size()
	ground := s.Cell(0, 2).Background
	var b strings.Builder
	run := func(same func(a, b terminaltest.Cell) bool, draw func(from, cells int, text string)) {
		for from := 0; from < width; {
			to, text := from, ""
			for ; to < width && same(s.Cell(from, y), s.Cell(to, y)); to++ {
				text += s.Cell(to, y).Text
			}
			draw(from, to-from, text)
			from = to
		}
	}
	run(func(a, b terminaltest.Cell) bool { return a.Background == b.Background }, func(from, cells int, _ string) {
		if c := s.Cell(from, y); c.Background != ground {
			fmt.Fprintf(&b, `<rect class="%s" x="%.1f" width="%.1f" height="%g"/>`, colours.name(c.Background), float64(from)*cellWidth, float64(cells)*cellWidth, cellHeight)
		}
	})
	run(alike, func(from, _ int, text string) {
		shown := strings.TrimLeft(text, " ")
		from += len(text) - len(shown)
		if shown = strings.TrimRight(shown, " "); shown == "" {
			return
		}
		c := s.Cell(from, y)
		class := colours.name(c.Foreground)
		for _, style := range []struct {
			name string
			is   bool
		}{{" b", c.Bold}, {" i", c.Italic}, {" u", c.Underline}} {
			if style.is {
				class += style.name
			}
		}
		cells := len([]rune(shown))
		fmt.Fprintf(&b, `<text class="%s" x="%.1f" y="14" textLength="%.1f">%s</text>`, class, float64(from)*cellWidth, float64(cells)*cellWidth, html.EscapeString(shown))
	})
	return b.String()
}

// alike reports whether two cells are drawn in one text.
func alike(a, b terminaltest.Cell) bool {
	return a.Foreground == b.Foreground && a.Bold == b.Bold && a.Italic == b.Italic && a.Underline == b.Underline
}
