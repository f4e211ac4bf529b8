package markdown

import "strings"

// appendMarkup appends one line of a body, which the person may have written as Markdown: a
// backslash makes the next sign plain, code and links survive, an image becomes a link.
func appendMarkup(dst []byte, s string, at position) []byte {
	if !strings.ContainsAny(s, "\\`[<") {
		return appendText(dst, s, at)
	}
	var text []byte // what came since the latest code or link, without its backslashes
	flush := func(next position) {
		dst = appendText(dst, string(text), at|next)
		if len(text) > 0 {
			at &^= lineStart
		}
		text = text[:0]
	}
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c == '\\' && i+1 < len(s) && isPunctuation(s[i+1]):
			text = append(text, s[i+1])
			i += 2
			continue
		case c == '`':
			n := run(s, i)
			if start, content, end := findCode(s, i); start == i {
				if code, ok := appendCode(nil, content, at); ok {
					flush(beforeMore)
					dst = append(dst, code...)
					at &^= lineStart
					i = end
					continue
				}
			}
			text = append(text, s[i:i+n]...)
			i += n
			continue
		case c == '<':
			if end := strings.IndexByte(s[i:min(len(s), i+4<<10)], '>'); end > 0 {
				url := s[i+1 : i+end]
				if start, stop := address(url, strings.IndexByte(url, ':')); allowed(url) && start == 0 && stop == len(url) {
					flush(0)
					dst = appendAddress(dst, url, at)
					at &^= lineStart
					i += end + 1
					continue
				}
			}
		case c == '[' || c == '!' && i+1 < len(s) && s[i+1] == '[':
			if l, ok := readLink(s[i:]); ok {
				flush(beforeMore)
				dst = appendLink(dst, l.text, l.url, at)
				at &^= lineStart
				i += l.length
				continue
			}
		}
		text = append(text, c)
		i++
	}
	flush(0)
	return dst
}

type link struct {
	text, url string
	length    int // bytes of source
}

// readLink reads [text](address), with a title or as an image, where the address is allowed.
func readLink(s string) (link, bool) {
	i := 1
	if s[0] == '!' {
		i = 2
	}
	var text []byte
	for ; i < len(s) && s[i] != ']'; i++ {
		if s[i] == '[' || i > 1<<10 { // no link in a link; a bound keeps many "[" linear
			return link{}, false
		}
		if s[i] == '\\' && i+1 < len(s) && isPunctuation(s[i+1]) {
			i++
		}
		text = append(text, s[i])
	}
	if i+1 >= len(s) || s[i+1] != '(' {
		return link{}, false
	}
	i += 2
	closing := i
	for depth := 0; ; closing++ {
		if closing >= len(s) || closing-i > 4<<10 {
			return link{}, false
		}
		if s[closing] == '(' {
			depth++
		}
		if s[closing] == ')' {
			if depth == 0 {
				break
			}
			depth--
		}
	}
	url, _, _ := strings.Cut(strings.TrimSpace(s[i:closing]), " ")
	url = strings.TrimSuffix(strings.TrimPrefix(url, "<"), ">")
	return link{text: string(text), url: url, length: closing + 1}, allowed(url)
}

func isPunctuation(c byte) bool {
	return c > ' ' && c < 127 && !isAlphanumeric(c)
}
