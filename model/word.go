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

// Stage is where the post-mortem stands, in a word for a list: its phase while the meeting is
// not over, its status after that.
func (h Header) Stage() string {
	return Summary{Status: h.Status, Phase: h.Phase}.Stage()
}
