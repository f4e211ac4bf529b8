package names

import "strings"

// isCommonWord tells that a word which is somebody's name is an ordinary word as well, in small
// letters. Such a name counts only with its capital, and not where it is clearly the word.
func isCommonWord(word string) bool { return strings.Contains(commonWords, " "+word+" ") }

// commonWords are given and family names, and handles, that stand in reports as words.
const commonWords = " " +
	"ace admin agent al amber an angel app april art august baker ball banks bell bill bishop black bond bot bridge bridges brook " +
	"brown buck burns camp cap case cash cassandra charity chase chef chip clay clean cliff close cook crane cross crystal curt " +
	"dale dart dash data dawn day dean delta demo dev django don dot drake drew duty east echo english eve faith fern field " +
	"fields fish flint ford forest fox france frank free french frost gold good grace grant gray green grey guest guy hall hand " +
	"harmony head heath hill home honor hood hope host house hunt hunter iris ivy jack jan jasmine jenkins jet jewel joy june " +
	"justice kafka ken key king lake lance lane law lead lily link little lock long lord love low major march mark marks marsh " +
	"marshal mason max may mercury mick miles mill min mint monitor moon nick night noble north oak olive oncall ops page pages " +
	"park parker parks pascal pat patience pearl penny perl pierce pike pole pool porter post power powers price prince prod " +
	"queen rain ranger ray rayon read red reed rice rich river rivers rob robin rock rod root rose ruby rush sage savage scott " +
	"search server service shade sharp short silver skip sky small smart snow solar spring star steel sterling stern stone storm " +
	"strong sue summer sun sunny support swift system tab tang team test trace travis turner van violet walker wall ward waters " +
	"way web webb wells west wheeler white will winter wise wood woods work worker worth yard young "

// isParticle tells that a word of a name names nobody alone.
func isParticle(word string) bool {
	return strings.Contains(" al ap bin da das de del della den der di do dos du e el i ibn la las le los of san st ten ter the van von y zu ", " "+word+" ")
}

// isGroupWord tells that a name with this word is that of a team.
func isGroupWord(word string) bool {
	return strings.Contains(" crew department dept desk group guild office on-call oncall ops people shift squad staff support team teams tribe unit ", " "+word+" ")
}

// isTheWord tells that a common word with a capital is clearly not the name of somebody, from the
// words around it, in small letters; begins tells that it begins a sentence, where no family name
// stands alone.
func (f form) isTheWord(word, before, after string, begins bool) bool {
	if isMonth(word) && (isNumber(before) || isNumber(after) ||
		strings.Contains(" in since until till early late mid last next this during ", " "+before+" ")) {
		return true
	}
	return begins && (!f.given || strings.Contains(" a all an any be been each every have he her his i it its more most my no not of our she some"+
		" that the their them there these they this those us we what when where which who you your ", " "+after+" "))
}

func isMonth(word string) bool {
	return strings.Contains(" april august jan june march may ", " "+word+" ")
}

func isNumber(word string) bool {
	return word != "" && strings.Trim(word, "0123456789") == ""
}
