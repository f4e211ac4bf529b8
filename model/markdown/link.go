package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// allowed tells that a link may lead to the address: a web page or a mail, and nothing that a
// reader's browser or machine would run.
func allowed(url string) bool {
	for _, scheme := range []string{"https://", "http://", "mailto:"} {
		if len(url) > len(scheme) && strings.EqualFold(url[:len(scheme)], scheme) {
			r, _ := utf8.DecodeRuneInString(url[len(scheme):])
			return unicode.IsLetter(r) || unicode.IsDigit(r)
		}
	}
	return false
}

// address finds the web address whose scheme ends at the colon i: where it starts and ends, or
// 0, 0. Punctuation behind it belongs to the sentence.
func address(s string, i int) (start, end int) {
	start = -1
	for _, scheme := range []string{"https", "http", "mailto"} {
		if wordEnds(s, i, scheme) {
			start = i - len(scheme)
		}
	}
	if start < 0 || !allowed(s[start:]) {
		return 0, 0
	}
	end = i + 1
	for end < len(s) && (inAddress(s[end]) || s[end] == '|' && pipeInAddress(s, i, end)) {
		if s[end] < utf8.RuneSelf {
			end++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[end:])
		if r == utf8.RuneError || unicode.IsSpace(r) || !unicode.IsPrint(r) {
			break
		}
		end += n
	}
	open := strings.Count(s[start:end], "(") - strings.Count(s[start:end], ")")
	for end > i {
		switch c := s[end-1]; {
		case strings.IndexByte("?!.,:;*_~'&|", c) >= 0:
		case c == ')' && open < 0:
			open++
		default:
			if !allowed(s[start:end]) {
				return 0, 0
			}
			return start, end
		}
		end--
	}
	return 0, 0
}

// inAddress tells that c may stand in a web address. Square brackets may not: "[[" is a link
// for wikis even there.
func inAddress(c byte) bool {
	return c >= utf8.RuneSelf || isAlphanumeric(c) || strings.IndexByte("-._~:/?#@!$&'()*+,;=%", c) >= 0
}

// pipeInAddress tells that the pipe at end belongs to the address whose scheme ends at the colon i:
// queries of dashboards have some. It does not within the host, and not where it parts two addresses.
func pipeInAddress(s string, i, end int) bool {
	host := strings.TrimPrefix(s[i+1:end], "//")
	rest := strings.ToLower(s[end+1 : min(len(s), end+9)])
	return strings.ContainsAny(host, "/?#") && !strings.HasPrefix(rest, "http://") && !strings.HasPrefix(rest, "https://")
}

// appendAddress appends an address that stands for itself. One with a pipe is a link with a text,
// because in a cell the pipe of <…> would part the row.
func appendAddress(dst []byte, url string, at position) []byte {
	if strings.IndexByte(url, '|') >= 0 {
		return appendLink(dst, url, url, at)
	}
	for i := range len(url) {
		if url[i] == '&' && isEntity(url[i:]) {
			return appendLink(dst, url, url, at) // whether entities count in <…> differs
		}
	}
	return append(append(append(dst, '<'), url...), '>')
}

// appendLink appends a link to an allowed address; to any other it appends the text alone.
func appendLink(dst []byte, text, url string, at position) []byte {
	url = strings.TrimSpace(url)
	if strings.TrimSpace(text) == "" {
		text = url
	}
	if !allowed(url) {
		return appendLine(dst, text, at)
	}
	dst = append(dst, '[')
	dst = appendLine(dst, text, at&^lineStart|inLink)
	dst = append(dst, "]("...)
	dst = appendTarget(dst, url)
	return append(dst, ')')
}

// appendTarget appends an address with everything percent-encoded that would end the target
// of a link or a cell.
func appendTarget(dst []byte, url string) []byte {
	const hex = "0123456789ABCDEF"
	for i := 0; i < len(url); i++ {
		c := url[i]
		if c >= utf8.RuneSelf {
			if r, n := utf8.DecodeRuneInString(url[i:]); r != utf8.RuneError && unicode.IsPrint(r) {
				dst = append(dst, url[i:i+n]...)
				i += n - 1
				continue
			}
		}
		switch {
		case c == '&' && isEntity(url[i:]):
			dst = append(dst, "&amp;"...)
		case c <= ' ' || c >= 127 || strings.IndexByte("()<>\"\\`|[]{}*^", c) >= 0:
			dst = append(dst, '%', hex[c>>4], hex[c&15])
		default:
			dst = append(dst, c)
		}
	}
	return dst
}
