package safe

import (
	"strconv"
	"strings"
)

const (
	maxParams  = 64      // bytes between ESC [ and m; true colour for text, ground and underline takes about 50
	maxAddress = 2 << 10 // bytes of a link's address
	maxActive  = 16      // styles that may be open at once
	linkOpen   = "\x1b]8;;"
	linkEnd    = "\x1b\\"
	allOff     = "\x1b[m"
)

// Styled is text drawn by another library (Glamour) with nothing left in it but print, line feeds, colours and
// attributes (SGR), and links to http, https and mailto. It reads the escapes it allows and writes them anew; every
// other escape character becomes ␛ and what follows it is plain text. Each row ends with its styles closed and the
// next one opens them again, so rows may be shown one by one.
func Styled(s string) string {
	f := filter{in: s, clean: cleaner{lineBreak: "\n"}}
	return f.run()
}

// filter rebuilds a styled text.
type filter struct {
	in    string
	out   strings.Builder
	clean cleaner

	active []string // SGR parameters since the last reset
	link   string   // address of the open link
}

func (f *filter) run() string {
	for f.in != "" {
		esc := strings.IndexByte(f.in, '\x1b')
		switch {
		case esc < 0:
			f.print(f.in)
			f.in = ""
		case esc > 0:
			f.print(f.in[:esc])
			f.in = f.in[esc:]
		case f.sgr() || f.hyperlink():
		default:
			f.print("\x1b")
			f.in = f.in[1:]
		}
	}
	f.suspend()
	return f.out.String()
}

// print writes text without escapes, closing the open styles round each line break.
func (f *filter) print(s string) {
	s = f.clean.text(s)
	for {
		row, rest, broken := strings.Cut(s, "\n")
		f.out.WriteString(row)
		if !broken {
			return
		}
		f.suspend()
		f.out.WriteByte('\n')
		f.resume()
		s = rest
	}
}

func (f *filter) suspend() {
	if f.link != "" {
		f.out.WriteString(linkOpen + linkEnd)
	}
	if len(f.active) > 0 {
		f.out.WriteString(allOff)
	}
}

func (f *filter) resume() {
	for _, params := range f.active {
		f.out.WriteString("\x1b[" + params + "m")
	}
	if f.link != "" {
		f.out.WriteString(linkOpen + f.link + linkEnd)
	}
}

// sgr reads ESC [ digits m and writes the attributes that we allow. Concealed and blinking text are not among them.
func (f *filter) sgr() bool {
	if len(f.in) < 3 || f.in[1] != '[' {
		return false
	}
	end := 2
	for end < len(f.in) && end < 2+maxParams && (f.in[end] >= '0' && f.in[end] <= '9' || f.in[end] == ';') {
		end++
	}
	if end >= len(f.in) || f.in[end] != 'm' {
		return false
	}
	params := f.in[2:end]
	f.in = f.in[end+1:]

	reset, allowed := allowedStyles(params)
	if reset {
		f.active = f.active[:0]
		f.out.WriteString(allOff)
	}
	if allowed != "" && len(f.active) < maxActive {
		f.active = append(f.active, allowed)
		f.out.WriteString("\x1b[" + allowed + "m")
	}
	return true
}

// allowedStyles is what is left of the parameters after the last reset in them.
func allowedStyles(params string) (reset bool, allowed string) {
	codes := strings.Split(params, ";")
	var keep []string
	for i := 0; i < len(codes); i++ {
		code, err := strconv.Atoi(codes[i])
		switch {
		case codes[i] == "" || err == nil && code == 0:
			reset, keep = true, nil
		case err != nil:
		case code == 38 || code == 48 || code == 58:
			n := colourLength(codes[i+1:])
			if n == 0 {
				return reset, strings.Join(keep, ";")
			}
			keep = append(keep, codes[i:i+1+n]...)
			i += n
		case code <= 4 || code == 7 || code == 9, code >= 22 && code <= 24, code == 27 || code == 29,
			code >= 30 && code <= 37, code >= 39 && code <= 47, code == 49, code == 59,
			code >= 90 && code <= 97, code >= 100 && code <= 107:
			keep = append(keep, strconv.Itoa(code))
		}
	}
	return reset, strings.Join(keep, ";")
}

// colourLength is how many parameters a colour takes after 38, 48 or 58: "5;n" or "2;r;g;b", each at most 255. 0 means
// that it is not a colour.
func colourLength(codes []string) int {
	n := 0
	switch {
	case len(codes) >= 2 && codes[0] == "5":
		n = 2
	case len(codes) >= 4 && codes[0] == "2":
		n = 4
	}
	for _, code := range codes[:n] {
		if _, err := strconv.ParseUint(code, 10, 8); err != nil {
			return 0
		}
	}
	return n
}

// hyperlink reads OSC 8 with its end and writes it anew. A link with another scheme is dropped and its text stays: the
// address is in the text as well, as Glamour draws it.
func (f *filter) hyperlink() bool {
	const prefix = "\x1b]8;"
	if !strings.HasPrefix(f.in, prefix) {
		return false
	}
	body := f.in[len(prefix):]
	body = body[:min(len(body), maxAddress)]
	end, after := -1, 0
	for i := 0; i < len(body); i++ {
		switch c := body[i]; {
		case c == '\a':
			end, after = i, i+1
		case c == '\x1b' && i+1 < len(body) && body[i+1] == '\\':
			end, after = i, i+2
		case c > ' ' && c < 0x7f:
			continue
		default:
			return false
		}
		break
	}
	if end < 0 {
		return false
	}
	_, address, ok := strings.Cut(body[:end], ";")
	if !ok {
		return false
	}
	f.in = f.in[len(prefix)+after:]
	if !isAllowedAddress(address) {
		address = ""
	}
	if address != "" || f.link != "" {
		f.out.WriteString(linkOpen + address + linkEnd)
	}
	f.link = address
	return true
}

// isAllowedAddress reports whether a terminal may open the address: http, https and mailto only.
func isAllowedAddress(address string) bool {
	scheme, rest, ok := strings.Cut(address, ":")
	if !ok {
		return false
	}
	switch strings.ToLower(scheme) {
	case "http", "https":
		return strings.HasPrefix(rest, "//") && len(rest) > 2
	case "mailto":
		return rest != ""
	}
	return false
}
