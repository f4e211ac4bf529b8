package ui

import (
	"errors"
	"io/fs"
	"strings"
	"testing"

	"debrief/ui/keymap"
	"debrief/ui/preview"
	"debrief/ui/screen"
)

func TestAPageThatIsNotWrittenSaysWhyAndChangesNothing(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{fs.ErrExist, "a file of this name is there; Enter once more replaces it"},
		{fs.ErrNotExist, "there is no folder "},
		{errors.New("disk full"), "the page is not written: disk full"},
	} {
		d := sampleDriver(t, screen.Close)
		d.app.options.WriteFile = func(string, []byte, bool) error { return c.err }
		d.does(func() { d.app.run(keymap.Preview, "") })
		d.press("enter")
		if !strings.HasPrefix(d.app.said.words, c.want) {
			t.Errorf("%v: said is %q, want %q", c.err, d.app.said.words, c.want)
		}
		if !previews(d.app) || d.record().Header.PublishedTo != "" {
			t.Errorf("%v: written to %q, the preview is closed: %t", c.err, d.record().Header.PublishedTo, !previews(d.app))
		}
		var replaced bool
		d.app.options.WriteFile = func(_ string, _ []byte, replace bool) error { replaced = replace; return nil }
		d.press("enter")
		d.want("Written: ")
		if previews(d.app) || d.record().Header.PublishedTo == "" || replaced != (c.err == fs.ErrExist) {
			t.Errorf("%v: once more, it replaces: %t, written to %q", c.err, replaced, d.record().Header.PublishedTo)
		}
	}
}

func TestAPageOfARecordThatWasLeftIsNotedInNoOtherOne(t *testing.T) {
	d := sampleDriver(t, screen.Close)
	d.app.hand(preview.Written{Record: "another record", Path: "/reviews/other.md"})
	d.want("Written: /reviews/other.md")
	if got := d.record().Header.PublishedTo; got != "" {
		t.Errorf("noted as written to %q", got)
	}
}

func TestOfALongPathTheEndIsShown(t *testing.T) {
	d := sampleDriver(t, screen.Close)
	d.app.options.Getenv = func(string) string { return "/home/ana" }
	for _, c := range []struct{ path, want string }{
		{"/home/ana/reviews/page.md", "~/reviews/page.md"},
		{"/home/anabel/page.md", "/home/anabel/page.md"},
		{"/srv/" + strings.Repeat("x", 60) + "/page.md", "«" + strings.Repeat("x", 49) + "/page.md"},
	} {
		if got := d.app.pathShown(c.path); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestWhatComesBackFromTheEditorStandsInTheLine(t *testing.T) {
	d := sampleDriver(t, screen.Timeline)
	events := len(d.record().Events)
	d.send(editorClosed{err: errors.New("editor ended with 1")})
	d.want("editor ended with 1")
	d.send(editorClosed{text: "14:50 The page\nis read\n"})
	d.want("Back from the editor; Enter records the line")
	if !strings.HasPrefix(d.app.line.Value(), "14:50 The page") || len(d.record().Events) != events {
		t.Errorf("the line holds %q, %d events", d.app.line.Value(), len(d.record().Events))
	}
	d.press("enter")
	if got := len(d.record().Events); got != events+1 {
		t.Errorf("%d events, want %d", got, events+1)
	}
}

// previews tells that the page is in front.
func previews(a *App) bool {
	_, open := a.front().(*preview.Panel)
	return open
}
