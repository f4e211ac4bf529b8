package config

import (
	"strings"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/sample"
)

func TestATeamWritesTheWordsThatOpenItsMeetings(t *testing.T) {
	x := model.NewIndex(sample.Postmortem(time.Date(2026, 3, 19, 14, 0, 0, 0, time.UTC)))
	for text, want := range map[string]string{
		"opening: |\n  Hello from {facilitator}.\n\n  The signal is {signal}.\ntheme: dark\n": "Hello from Priya Nair.|The signal is a raised pen.",
		"opening: |\n  No \"would have\" and no blame.\n":                                     "No \"would have\" and no blame.",
		"opening: Hello.\n":           "Hello.",
		"opening:\ntheme: dark\n":     "Welcome, and thank you",
		"# opening: nothing is set\n": "Welcome, and thank you",
	} {
		s, err := settled(t, text)
		if err != nil {
			t.Errorf("%q: %v", text, err)
		}
		if got := strings.Join(s.Opening.Say(x, ""), "|"); !strings.HasPrefix(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestASlipInTheOpeningIsToldWithItsLine(t *testing.T) {
	for text, want := range map[string]string{
		"theme: dark\nopening: |\n  Hello.\n  {boss} speaks.\n": "config.yaml, line 4: opening: there is no {boss}; there are {word}, ",
		"opening: Hello {boss\n":                                "config.yaml, line 1: opening: the { is not closed in its line",
		"opening: |\n  Hello.\n\n  We could have begun.\n":      `config.yaml, line 4: opening: the wording guard stops "could have begun"; in quotation marks`,
		"opening: [a, b]\n":                                     `config.yaml, line 1: opening is a text: write "opening: |" and its lines below, indented`,
		"opening: \" \"\n":                                      "config.yaml, line 1: opening: an opening has words",
	} {
		_, err := settled(t, text)
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: got %v, want %s", text, err, want)
		}
	}
}
