package theme

import (
	"math"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"debrief/ui/safe"
)

// backgrounds are the usual grounds of terminals, after the themes that people install most.
func backgrounds(name string) []string {
	if name == Dark {
		return []string{"#0d1117", "#000000", "#1e1e1e"}
	}
	return []string{"#ffffff", "#fdf6e3"}
}

// contrast is the ratio of WCAG 2.1, between 1 and 21.
func contrast(a, b string) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(hex string) float64 {
	channel := func(at int) float64 {
		n, err := strconv.ParseUint(hex[at:at+2], 16, 8)
		if err != nil {
			panic(err)
		}
		c := float64(n) / 255
		if c <= 0.03928 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(1) + 0.7152*channel(3) + 0.0722*channel(5)
}

func TestEveryTextColourCanBeReadOnEveryGround(t *testing.T) {
	for _, c := range []struct {
		name string
		p    palette
	}{
		{Dark, darkPalette()}, {Light, lightPalette()},
		{Dark, darkPalette().few(true)}, {Light, lightPalette().few(false)},
	} {
		name, p := c.name, c.p
		inks := map[string]string{
			"text": p.text, "dim": p.dim, "faint": p.faint, "accent": p.accent, "ok": p.ok, "look": p.look, "stop": p.stop,
			"detection": p.detection, "diagnosis": p.diagnosis, "decision": p.decision, "action": p.action,
			"impact": p.impact, "message": p.message, "observed": p.observed,
		}
		for role, ink := range inks {
			for _, ground := range append(backgrounds(name), p.band, p.selected) {
				if got := contrast(ink, ground); got < 4.5 {
					t.Errorf("%s: %s (%s) on %s has a contrast of %.2f, want 4.5", name, role, ink, ground, got)
				}
			}
		}
		if got := contrast(p.onAccent, p.accent); got < 4.5 {
			t.Errorf("%s: text on the accent has a contrast of %.2f, want 4.5", name, got)
		}
		for _, ground := range backgrounds(name) { // the accent as a mark: the ground of the current phase
			if got := contrast(p.accent, ground); got < 3 {
				t.Errorf("%s: the accent on %s has a contrast of %.2f, want 3", name, ground, got)
			}
		}
	}
}

// styles are all styles of a theme with their names.
func styles(theme *Theme) map[string]Style {
	found := make(map[string]Style)
	for _, part := range []reflect.Value{reflect.ValueOf(*theme), reflect.ValueOf(theme.Kinds)} {
		for i := range part.NumField() {
			if part.Field(i).Type() == reflect.TypeFor[Style]() {
				s := part.Field(i)
				found[part.Type().Field(i).Name] = Style{on: s.Field(0).String(), off: s.Field(1).String()}
			}
		}
	}
	return found
}

func TestHighContrastHasNoColour(t *testing.T) {
	theme, err := Choose(HighContrast, true, ASCII())
	if err != nil {
		t.Fatal(err)
	}
	for name, style := range styles(theme) {
		for code := range strings.SplitSeq(strings.TrimSuffix(strings.TrimPrefix(style.on, "\x1b["), "m"), ";") {
			switch code {
			case "", "1", "4", "7":
			default:
				t.Errorf("%s writes %q", name, style.on)
			}
		}
	}
}

func TestBodyTextIsTheTerminalsOwn(t *testing.T) {
	for _, name := range []string{Dark, Light, HighContrast} {
		theme, err := Choose(name, true, Lines())
		if err != nil {
			t.Fatal(err)
		}
		if got := theme.Text.Render("as it is"); got != "as it is" {
			t.Errorf("%s: body text is drawn as %q", name, got)
		}
	}
}

func TestEveryRoleOfAColouredThemeHasAStyleThatIsClosed(t *testing.T) {
	for _, name := range []string{Dark, Light} {
		theme, err := Choose(name, true, Lines())
		if err != nil {
			t.Fatal(err)
		}
		for role, style := range styles(theme) {
			if role == "Text" {
				continue
			}
			got := style.Render("word")
			if style.on == "" || got != style.on+"word\x1b[m" {
				t.Errorf("%s: %s draws %q", name, role, got)
			}
		}
	}
}

func TestAutoFollowsTheBackground(t *testing.T) {
	for _, c := range []struct {
		name string
		dark bool
		want string
	}{{Auto, true, Dark}, {Auto, false, Light}, {"", false, Light}, {Dark, false, Dark}, {Light, true, Light}, {HighContrast, true, HighContrast}} {
		got, err := Choose(c.name, c.dark, Lines())
		if err != nil || got.Name != c.want {
			t.Errorf("Choose(%q, %v) = %v, %v; want %s", c.name, c.dark, got, err, c.want)
		}
	}
}

func TestAnUnknownThemeIsAnErrorThatListsTheKnownOnes(t *testing.T) {
	_, err := Choose("solarized", true, Lines())
	if err == nil || !strings.Contains(err.Error(), "auto, dark, light or contrast") {
		t.Errorf("got %v", err)
	}
}

func TestAStyleOverAGroundKeepsBoth(t *testing.T) {
	theme, err := Choose(Dark, true, Lines())
	if err != nil {
		t.Fatal(err)
	}
	got := theme.OK.Over(theme.Band).Render("saved")
	if want := theme.Band.on + theme.OK.on + "saved" + off; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if (Style{}).Over(theme.Band) != theme.Band || theme.OK.Over(Style{}) != theme.OK {
		t.Error("a style without escapes is not neutral")
	}
}

func TestEveryGlyphTakesOneCellAndASCIIIsASCII(t *testing.T) {
	for _, g := range []Glyphs{Lines(), ASCII()} {
		for _, sign := range []safe.Text{g.Rule, g.Divider, g.Full, g.Empty, g.Break} {
			if safe.Width(sign) != 1 {
				t.Errorf("%q is %d cells wide", sign, safe.Width(sign))
			}
			if g == ASCII() && sign[0] > '~' {
				t.Errorf("%q is not ASCII", sign)
			}
		}
	}
}

func TestTheWordsOfTheMarkedRowAreStrong(t *testing.T) {
	look, err := Choose(Dark, true, ASCII())
	if err != nil {
		t.Fatal(err)
	}
	if look.Words(true, look.Dim) != look.Strong || look.Words(false, look.Dim) != look.Dim {
		t.Error("the words of a row have another style")
	}
}
