package names

import (
	"debrief/model"
	"strings"
)

// roleName is what a person is called while names are off: "Responder B". The letter is the
// person, whatever else changes; the word says which role the person has now.
type roleName struct {
	model.Attendee
	word   string
	letter string
}

// called is the role and the letter with the gap between them.
func (r roleName) called(gap string) string { return r.word + gap + r.letter }

// handle is the letter as a handle, without @.
func (r roleName) handle() string { return strings.ToLower(r.letter) }

// Unbroken is the gap on the screen: a space at which no row ends and no name is cut.
const Unbroken = "\u00a0"

// roleNames returns what each person is called, in the order of the people.
func roleNames(p model.Postmortem) []roleName {
	letters := model.LettersOf(p.Attendees)
	all := make([]roleName, len(p.Attendees))
	for i, a := range p.Attendees {
		all[i] = roleName{a, RoleWord(p.Header, a), letters[a.ID]}
	}
	return all
}

// RoleWord is the word for a person with several roles: what they did in the incident goes before
// that they felt it, a deed before a decision, and any of these before who leads the
// meeting. No word says that somebody decided.
func RoleWord(h model.Header, a model.Attendee) string {
	for _, r := range []struct {
		role model.Roles
		word string
	}{{model.Responded, "Responder"}, {model.Diagnosed, "Analyst"}, {model.Identified, "Observer"}, {model.Affected, "Affected"}, {model.Decisions, "Involved"}} {
		if a.Roles.Has(r.role) {
			return r.word
		}
	}
	switch {
	case a.ID == h.Facilitator:
		return "Moderator"
	case a.Roles.Has(model.Interested):
		return "Guest"
	}
	return someone
}

// someone is the word for a person of whom no role is said, and for one of several.
const someone = "Person"

// IsRoleWord tells that a word is one of those that stand for people.
func IsRoleWord(word string) bool {
	switch word {
	case "Responder", "Analyst", "Observer", "Affected", "Involved", "Moderator", "Guest", someone:
		return true
	}
	return false
}
