// Package aloud holds what the facilitator reads out when a meeting opens: what it is for, the
// rules of the talk, and who does what today. A team may write words of its own.
package aloud

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"debrief/model"
	"debrief/model/meeting"
)

// Opening is the words that open a meeting: paragraphs with places such as {facilitator}, which
// the record fills in. The zero Opening is ours.
type Opening struct{ paragraphs []string }

// paragraphs are ours. Two sentences that need something of the record stand alone, because one
// whose place is not filled in is left out.
func paragraphs() []string {
	return []string{
		"Welcome, and thank you for coming. This is a {word}: {title}. {facilitator} leads the talk. {note-taker} takes notes.",
		"We are here to learn how normal work led here. Nobody is on trial. What people did made sense to them then, with what they saw and knew.",
		"We tell what happened as it looked from where each of us stood, at that minute. Please be as kind to yourself as to others.",
		`Two phrases stay outside: "would have" and "could have". They tell of something that did not happen. Whoever hears one names it lightly, and we find other words.`,
		"Ideas for what to change are welcome. Say: park it. They are written down and wait for the last part. {kept} of our {minutes} minutes are kept for them.",
		"Whatever is written down stands on the screen, and everybody may correct it.",
		"When the talk drifts, our signal is: {signal}.",
		"Here for the first time: {first time}. Please ask whatever is not clear.",
	}
}

// shortest is our opening in two sentences, for where there is no room for more.
const shortest = "We learn how normal work led here; nobody is on trial. We tell what happened, as it looked from where we stood. Ideas wait until later."

// Places are what may stand between braces in an opening.
func Places() []string {
	return []string{"word", "title", "facilitator", "note-taker", "signal", "first time", "minutes", "kept"}
}

// limit is how many characters an opening may have: more than five minutes of reading.
const limit = 5000

// Fault is what is wrong with a text that a team wrote, and in which of its lines.
type Fault struct {
	Line  int // 0 for the first
	Words string
}

// Error says what is wrong.
func (f Fault) Error() string { return f.Words }

// ReadOpening reads the words of a team; a blank line parts two paragraphs. The error is a Fault.
func ReadOpening(text string) (Opening, error) {
	if n := utf8.RuneCountInString(text); n > limit {
		return Opening{}, Fault{Words: fmt.Sprintf("an opening of %d characters is too long to be read out; %d are enough", n, limit)}
	}
	var o Opening
	var words []string
	end := func() {
		if len(words) > 0 {
			o.paragraphs = append(o.paragraphs, strings.Join(words, " "))
		}
		words = nil
	}
	for i, line := range strings.Split(text, "\n") {
		if err := checkPlaces(line); err != "" {
			return Opening{}, Fault{Line: i, Words: err}
		}
		fields := strings.Fields(line)
		if len(fields) == 0 {
			end()
		}
		words = append(words, fields...)
	}
	end()
	if len(o.paragraphs) == 0 {
		return Opening{}, Fault{Words: "an opening has words; leave the setting out for those of debrief"}
	}
	return o, nil
}

// checkPlaces says what is wrong with the places of a line, "" where nothing is.
func checkPlaces(line string) string {
	for {
		before, rest, opens := strings.Cut(line, "{")
		if strings.Contains(before, "}") {
			return "a } stands there without its {"
		}
		if !opens {
			return ""
		}
		name, after, closes := strings.Cut(rest, "}")
		if !closes {
			return "the { is not closed in its line"
		}
		if !slices.Contains(Places(), name) {
			return fmt.Sprintf("there is no {%s}; there are {%s}", name, strings.Join(Places(), "}, {"))
		}
		line = after
	}
}

// Say returns the paragraphs as they are read out. Setting is what a record is called that has no
// word of its own; it may be empty. A sentence whose place is not filled in yet is left out.
func (o Opening) Say(x *model.Index, setting string) []string {
	all := o.paragraphs
	if len(all) == 0 {
		all = paragraphs()
	}
	filled := places(x, setting)
	var said []string
	for _, p := range all {
		if p = fill(p, filled); p != "" {
			said = append(said, p)
		}
	}
	return said
}

// Short is the opening in a sentence or two: of a team's words the first paragraph.
func (o Opening) Short(x *model.Index, setting string) string {
	if len(o.paragraphs) == 0 {
		return shortest
	}
	return fill(o.paragraphs[0], places(x, setting))
}

// places is what the record fills in.
func places(x *model.Index, setting string) map[string]string {
	h := x.Header
	minutes, kept := planned(x)
	return map[string]string{
		"word": h.Word(setting), "title": h.Title, "signal": h.DriftSignal,
		"facilitator": x.Person(h.Facilitator).Name, "note-taker": x.Person(h.NoteTaker).Name,
		"first time": meeting.FirstTime(x), "minutes": minutes, "kept": kept,
	}
}

// planned is how many minutes the sitting has, and how many of them are kept for countermeasures.
func planned(x *model.Index) (minutes, kept string) {
	s, all := x.Session(), 0
	for _, m := range x.PhaseMinutes {
		if m.Session != s.ID {
			continue
		}
		all += m.Planned + m.Given
		if m.Phase == model.PhaseCountermeasures {
			kept = strconv.Itoa(m.Planned + m.Given)
		}
	}
	if s.ID == "" || all == 0 {
		return "", ""
	}
	return strconv.Itoa(all), kept
}

// fill fills the places of a paragraph in, and leaves out the sentences in which one stays empty.
func fill(paragraph string, filled map[string]string) string {
	var said []string
	for _, sentence := range sentences(paragraph) {
		whole := true
		var b strings.Builder
		for rest := sentence; rest != ""; {
			before, from, _ := strings.Cut(rest, "{")
			name, after, place := strings.Cut(from, "}")
			b.WriteString(before)
			if !place {
				break
			}
			b.WriteString(filled[name])
			whole = whole && filled[name] != ""
			rest = after
		}
		if whole {
			said = append(said, b.String())
		}
	}
	return strings.Join(said, " ")
}

// sentences parts a paragraph behind each full stop, question mark and exclamation mark.
func sentences(paragraph string) []string {
	var all, words []string
	for _, word := range strings.Fields(paragraph) {
		words = append(words, word)
		bare := strings.TrimRight(word, `"')`)
		if bare != strings.TrimRight(bare, ".!?") {
			all, words = append(all, strings.Join(words, " ")), nil
		}
	}
	if len(words) > 0 {
		all = append(all, strings.Join(words, " "))
	}
	return all
}
