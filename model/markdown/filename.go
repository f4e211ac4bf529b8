package markdown

import (
	"strings"

	"debrief/model"
)

// nameBytes is how long a file name may be, with its ending: short enough for every file system
// and for a line of the screen.
const nameBytes = 80

// FileName returns a name for the page's file, of small letters, digits and dashes:
// "2026-03-12-checkout-errors.md". The date is that on which the incident began, in the zone
// of the page, or on which the record was made.
func FileName(p model.Postmortem, o Options) string {
	w := writer{zone: o.Zone}
	date := p.Milestone(model.Began).At
	if date.IsZero() {
		date = p.Header.Created
	}
	const ending = ".md"
	name := slug(p.Header.Title)
	if !date.IsZero() {
		if w.zone != nil {
			date = date.In(w.zone)
		}
		name = model.DateOf(date).String() + "-" + name
	} else if name == "" || isDevice(name) {
		name = "post-mortem-" + name
	}
	if len(name) > nameBytes-len(ending) {
		name = name[:nameBytes-len(ending)]
		if cut := strings.LastIndexByte(name, '-'); cut > nameBytes/2 {
			name = name[:cut]
		}
	}
	return strings.Trim(name, "-") + ending
}

// slug returns the words of a title as small letters and digits with dashes between them.
// Letters with accents lose these; letters of other scripts are left out.
func slug(title string) string {
	var b strings.Builder
	dash := false
	for _, r := range strings.ToLower(title) {
		letters := string(r)
		if r >= 0x80 {
			letters = latin(r)
		} else if !isAlphanumeric(byte(r)) {
			if r != '\'' {
				dash = true
			}
			continue
		}
		if letters == "" {
			dash = true
			continue
		}
		if dash && b.Len() > 0 {
			b.WriteByte('-')
		}
		dash = false
		b.WriteString(letters)
	}
	return b.String()
}

// latin returns the plain letters for a small letter of the Latin alphabets of Europe, "" for
// any other.
func latin(r rune) string {
	for _, row := range [][2]string{
		{"àáâãåāăą", "a"}, {"çćĉċč", "c"}, {"ďđð", "d"}, {"èéêëēĕėęě", "e"}, {"ĝğġģ", "g"}, {"ĥħ", "h"},
		{"ìíîïĩīĭįı", "i"}, {"ĵ", "j"}, {"ķ", "k"}, {"ĺļľŀł", "l"}, {"ñńņňŋ", "n"}, {"òóôõøōŏő", "o"},
		{"ŕŗř", "r"}, {"śŝşšș", "s"}, {"ţťŧț", "t"}, {"ùúûũūŭůűų", "u"}, {"ŵ", "w"}, {"ýÿŷ", "y"}, {"źżž", "z"},
		{"äæ", "ae"}, {"öœ", "oe"}, {"ü", "ue"}, {"ß", "ss"}, {"þ", "th"},
	} {
		if strings.ContainsRune(row[0], r) {
			return row[1]
		}
	}
	return ""
}

// isDevice tells that Windows takes the name for a device, with any ending.
func isDevice(name string) bool {
	switch name {
	case "con", "prn", "aux", "nul":
		return true
	}
	return len(name) == 4 && (strings.HasPrefix(name, "com") || strings.HasPrefix(name, "lpt")) && isDigit(name[3])
}
