package model

// Words lists the words that people use for a post-mortem, the first where nobody chose one.
func Words() []string { return []string{"post-mortem", "learning review", "retrospective"} }

// Word returns what this record is called: its own word, else that of the setting, which may
// be empty.
func (h Header) Word(setting string) string {
	switch {
	case h.WorkingWord != "":
		return h.WorkingWord
	case setting != "":
		return setting
	}
	return Words()[0]
}

// Offices are what the person does in the meeting itself, none for most: "facilitator", "owner",
// "note-taker". Whoever has one belongs in the room without one of the six roles.
func (h Header) Offices(person ID) []string {
	var all []string
	for _, office := range []struct {
		id   ID
		name string
	}{{h.Facilitator, "facilitator"}, {h.Owner, "owner"}, {h.NoteTaker, "note-taker"}} {
		if person != "" && office.id == person {
			all = append(all, office.name)
		}
	}
	return all
}

// Stage is where the post-mortem stands, in a word for a list: its phase while the meeting is
// not over, its status after that.
func (h Header) Stage() string {
	return Summary{Status: h.Status, Phase: h.Phase}.Stage()
}
