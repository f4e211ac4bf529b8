package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// composed returns a word of small letters with each Latin letter and the mark behind it as one letter:
// a name that was pasted from some systems has them apart, and looks the same.
func composed(word string) string {
	if strings.IndexFunc(word, isMark) < 0 {
		return word
	}
	var whole []rune
	for _, r := range word {
		if n := len(whole); n > 0 && isMark(r) {
			if letter, ok := withMark(whole[n-1], r); ok {
				whole[n-1] = letter
				continue
			}
		}
		whole = append(whole, r)
	}
	return string(whole)
}

func isMark(r rune) bool { return r >= '\u0300' && r < '\u0370' }

// withMark is the letter and its mark as one, in the case of the letter; false where there is none.
func withMark(letter, mark rune) (rune, bool) {
	small := unicode.ToLower(letter)
	for _, m := range markedLetters() {
		if m.mark != mark {
			continue
		}
		for pairs := m.pairs; pairs != ""; {
			plain, size := utf8.DecodeRuneInString(pairs)
			marked, next := utf8.DecodeRuneInString(pairs[size:])
			pairs = pairs[size+next:]
			if plain == small && letter != small {
				return unicode.ToUpper(marked), true
			}
			if plain == small {
				return marked, true
			}
		}
	}
	return 0, false
}

// plainLetter is the letter without its marks.
func plainLetter(letter rune) rune {
	if letter < '\u00c0' {
		return letter
	}
	for _, m := range markedLetters() {
		var before rune
		for i, r := range []rune(m.pairs) {
			if i%2 == 1 && r == letter {
				return plainLetter(before)
			}
			before = r
		}
	}
	return letter
}

// marked are the letters that a mark is written over or under: each without it, then with it.
type marked struct {
	mark  rune
	pairs string
}

func markedLetters() []marked {
	return []marked{
		{'\u0300', "aàeèiìoòuùüǜnǹēḕōṑwẁâầăằêềôồơờưừyỳ"},
		{'\u0301', "aáeéiíoóuúyýcćlĺnńrŕsśzźüǘgǵåǻæǽøǿçḉēḗïḯkḱmḿõṍōṓpṕũṹwẃâấăắêếôốơớưứ"},
		{'\u0302', "aâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷzẑạậẹệọộ"},
		{'\u0303', "aãnñoõiĩuũvṽâẫăẵeẽêễôỗơỡưữyỹ"},
		{'\u0304', "aāeēiīoōuūüǖäǟȧǡæǣǫǭöȫõȭȯȱyȳgḡḷḹṛṝ"},
		{'\u0306', "aăeĕgğiĭoŏuŭȩḝạặ"},
		{'\u0307', "cċeėgġzżaȧoȯbḃdḋfḟhḣmṁnṅpṗrṙsṡśṥšṧṣṩtṫwẇxẋyẏſẛ"},
		{'\u0308', "aäeëiïoöuüyÿhḧõṏūṻwẅxẍtẗ"},
		{'\u0309', "aảâẩăẳeẻêểiỉoỏôổơởuủưửyỷ"},
		{'\u030a', "aåuůwẘyẙ"},
		{'\u030b', "oőuű"},
		{'\u030c', "cčdďeělľnňrřsštťzžaǎiǐoǒuǔüǚgǧkǩʒǯjǰhȟ"},
		{'\u030f', "aȁeȅiȉoȍrȑuȕ"},
		{'\u0311', "aȃeȇiȋoȏrȓuȗ"},
		{'\u031b', "oơuư"},
		{'\u0323', "bḅdḍhḥkḳlḷmṃnṇrṛsṣtṭvṿwẉzẓaạeẹiịoọơợuụưựyỵ"},
		{'\u0324', "uṳ"},
		{'\u0325', "aḁ"},
		{'\u0326', "sștț"},
		{'\u0327', "cçgģkķlļnņrŗsştţeȩdḑhḩ"},
		{'\u0328', "aąeęiįuųoǫ"},
		{'\u032d', "dḓeḙlḽnṋtṱuṷ"},
		{'\u032e', "hḫ"},
		{'\u0330', "eḛiḭuṵ"},
		{'\u0331', "bḇdḏkḵlḻnṉrṟtṯzẕhẖ"},
	}
}
