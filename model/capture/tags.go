package capture

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"debrief/model"
)

// tags lists what a #word may be, and as what kind of token; nil where # has no meaning.
func tags(phase model.Phase, target Target) ([]string, TokenKind) {
	if target != New && target != Row {
		return nil, 0
	}
	switch phase {
	case model.PhaseAttendees:
		var roles []string
		for _, r := range model.AllRoles() {
			roles = append(roles, r.String())
		}
		return roles, TokenRole
	case model.PhaseTimeline:
		return plain(model.EventKinds()), TokenTag
	case model.PhaseLearning:
		return plain(model.LearningKinds()), TokenTag
	case model.PhaseCountermeasures:
		return plain(model.CountermeasureKinds()), TokenTag
	case model.PhaseClose:
		if target == Row {
			return plain(model.CountermeasureKinds()), TokenTag
		}
	}
	return nil, 0
}

func plain[W ~string](list []W) []string {
	words := make([]string, len(list))
	for i, w := range list {
		words[i] = string(w)
	}
	return words
}

// tagWord returns the word behind a #, "" where it is a number, a colour or no word at all.
func tagWord(raw string) string {
	if len(raw) < 2 || raw[0] != '#' {
		return ""
	}
	w := strings.TrimRight(raw[1:], ",;:.")
	if r, _ := utf8.DecodeRuneInString(w); !unicode.IsLetter(r) || handleEnd(w) != len(w) {
		return ""
	}
	return w
}

// readTags takes every #word. The phase says what it may be.
func (r *reader) readTags() {
	var list []string
	var kind TokenKind
	for i := range r.words {
		w := r.words[i]
		if !r.free(i) || r.raw[i][0] != '#' {
			continue
		}
		typed := tagWord(r.raw[i])
		if typed == "" {
			continue
		}
		if list == nil {
			if list, kind = tags(r.c.Phase, r.line.Target); list == nil {
				return
			}
		}
		found, ok := model.Match(list, typed)
		if also := alsoCalled(typed); !ok && slices.Contains(list, also) {
			found, ok = also, true
		}
		r.take(i, i+1, kind)
		switch {
		case !ok:
			r.fault(w.start, w.end, noTag(list, typed, kind), r.cursorEnds(w) && begins(list, typed))
		case kind == TokenRole:
			role, _ := model.ParseRole(found)
			r.line.Attendee.Roles |= role
		case r.line.Kind != "" && r.line.Kind != found:
			r.fault(w.start, w.end, "one kind fits a row: #"+tight(r.line.Kind)+" or #"+tight(found), false)
		default:
			r.line.Kind = found
		}
	}
}

// alsoCalled is the kind that people mean by another word, "" where there is none.
func alsoCalled(typed string) string {
	switch strings.ToLower(typed) {
	case "observation":
		return string(model.Observed)
	case "mitigation", "recovery":
		return string(model.Action)
	case "detected":
		return string(model.Detection)
	case "decided":
		return string(model.Decision)
	case "well":
		return string(model.WentWell)
	}
	return ""
}

// noTag says which kinds there are, or which of them a #word fits.
func noTag(list []string, typed string, kind TokenKind) string {
	var fits []string
	for _, w := range list {
		if strings.HasPrefix(tight(w), strings.ToLower(typed)) {
			fits = append(fits, w)
		}
	}
	if len(fits) > 0 {
		return "#" + typed + " fits " + model.ListWords(fits) + ": type more of it"
	}
	is := " is no kind:"
	if kind == TokenRole {
		is = " is no role:"
	}
	var b strings.Builder
	b.WriteString("#" + excerpt(typed) + is)
	for _, w := range list {
		b.WriteString(" #" + shortest(list, w))
	}
	b.WriteString(`; \#` + excerpt(typed) + " is text")
	return b.String()
}

func begins(list []string, typed string) bool {
	typed = strings.ToLower(typed)
	for _, w := range list {
		if strings.HasPrefix(tight(w), typed) {
			return true
		}
	}
	return false
}

// shortest is the fewest letters of a kind that mean it alone, two at least: #lu, #det.
func shortest(list []string, w string) string {
	for n := 2; n < len(w); n++ {
		if found, ok := model.Match(list, w[:n]); ok && found == w {
			return w[:n]
		}
	}
	return tight(w)
}

// tight is how a kind of two words is typed: #wentwell.
func tight(w string) string { return strings.ReplaceAll(w, " ", "") }
