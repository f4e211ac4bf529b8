package capture

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"debrief/model"
)

// handleEnd returns where the letters end of which a handle is made.
func handleEnd(s string) int {
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '_' && r != '-' && r != '.' {
			return i
		}
	}
	return len(s)
}

// handleWord returns the handle behind an @; possessive tells that 's follows, which belongs to
// the sentence. It is "" for @10:30, @scope/package and a lone @.
func handleWord(raw string) (handle string, possessive bool) {
	if len(raw) < 2 || raw[0] != '@' {
		return "", false
	}
	s := strings.TrimLeft(raw, "@") // @@ana is what comes of typing @ana behind an @
	end := handleEnd(s)
	handle, rest := strings.TrimRight(s[:end], "._-"), s[end:]
	if r, _ := utf8.DecodeRuneInString(handle); !unicode.IsLetter(r) || r == utf8.RuneError || len(handle) > 64 {
		return "", false
	}
	possessive = strings.HasPrefix(rest, "'s") || strings.HasPrefix(rest, "’s")
	if !possessive && strings.Trim(rest, ",;:!?") != "" {
		return "", false
	}
	return handle, possessive
}

// readPeople takes the @names from a word on. One in the middle of a sentence stays in it.
func (r *reader) readPeople(from int) {
	var people []int
	first, last := len(r.words), -1 // of the words of the sentence
	for i := range r.words {
		switch {
		case i >= from && r.isPerson(i):
			people = append(people, i)
		case r.words[i].use == asText:
			first, last = min(first, i), i
		}
	}
	for _, i := range people {
		r.readPerson(i, first < i && i < last)
	}
}

// readPerson takes the @name at i, which may stand within the sentence.
func (r *reader) readPerson(i int, within bool) {
	w := r.words[i]
	handle, possessive := handleWord(r.raw[i])
	inText := possessive || within
	if inText {
		r.words[i].use = asKept
		r.token(w.start, w.end, TokenPerson, true)
	} else {
		r.take(i, i+1, TokenPerson)
	}
	p, who := r.person(handle)
	if len(who) > 1 {
		fits := names(who)
		if r.c.People.quiet {
			fits = "several people"
		}
		r.fault(w.start, w.end, "@"+handle+" fits "+fits+": type more of it", r.cursorEnds(w))
		return
	}
	p.InText = inText
	list, people := &r.line.People, []Person{p}
	if i >= r.knowers {
		list = &r.line.Known.People
		if team := r.c.People.team(handle); len(who) == 0 && len(team) > 0 {
			people = team
		}
	}
	for _, p := range people {
		// Who is spoken of in the sentence and stands behind it too is meant by the latter.
		if at := listed(*list, p); at < 0 {
			*list = append(*list, p)
		} else if !p.InText {
			(*list)[at].InText = false
		}
	}
}

func (r *reader) isPerson(i int) bool {
	if !r.free(i) || r.raw[i] == "" || r.raw[i][0] != '@' {
		return false
	}
	handle, _ := handleWord(r.raw[i])
	return handle != ""
}

func (r *reader) person(word string) (Person, []model.Attendee) {
	who := r.c.People.Find(word)
	if len(who) == 1 {
		p := listedPerson(who[0])
		p.Word = word
		return p, who
	}
	return Person{Word: word, Handle: strings.ToLower(word), Name: NameOf(word)}, who
}

func listedPerson(a model.Attendee) Person {
	return Person{Word: a.Handle, ID: a.ID, Handle: a.Handle, Name: a.Name, Known: true}
}

// team returns everybody of the team of that name: when something became known is said person by
// person, so a team that learned of it together is each of them.
func (p People) team(name string) []Person {
	var all []Person
	for _, a := range p.list {
		if a.Team != "" && fold(a.Team) == fold(name) {
			all = append(all, listedPerson(a))
		}
	}
	return all
}

// listed is where the person stands in the list, -1 where they do not.
func listed(people []Person, p Person) int {
	return slices.IndexFunc(people, func(o Person) bool { return o.Known == p.Known && o.ID == p.ID && o.Handle == p.Handle })
}

// names says who fits, three at most.
func names(who []model.Attendee) string {
	var list []string
	for i, a := range who {
		if i == 3 {
			return strings.Join(list, ", ") + " and others"
		}
		list = append(list, shownName(a.Name, a.Handle))
	}
	return model.ListWords(list)
}

func shownName(name, handle string) string {
	if name != "" {
		return name
	}
	return "@" + handle
}
