package wording

import "strings"

// lineStart looks at a whole line before its words: fenced code, block quotes and log lines are left alone, and a
// list mark, a heading or a blank line ends the sentence before it. It tells whether it moved the position.
func (s *scanner) lineStart() bool {
	line := s.text[s.pos:]
	if i := strings.IndexByte(line, '\n'); i >= 0 {
		line = line[:i]
	}
	body := strings.TrimLeft(line, " \t\r")
	indent := len(line) - len(body)
	next := min(s.pos+len(line)+1, len(s.text))
	switch {
	case body == "":
		s.mark(s.pos, s.pos, stop)
		s.pos = next
		return true
	case strings.HasPrefix(body, "```") || strings.HasPrefix(body, "~~~"):
		s.mark(s.pos, s.pos, stop)
		s.pos = s.fenceEnd(next, body[:3])
		return true
	case body[0] == '>' || isLog(body):
		s.mark(s.pos, s.pos, stop)
		s.pos = next
		return true
	}
	if n := listMark(body); n > 0 {
		s.mark(s.pos, s.pos, stop)
		s.pos += indent + n
		return true
	}
	if s.pos > 0 && s.afterHeading() {
		s.mark(s.pos, s.pos, stop)
	}
	return false
}

// afterHeading tells whether the line before the position is a heading, which is a sentence of its own.
func (s *scanner) afterHeading() bool {
	line := s.text[:s.pos-1]
	if i := strings.LastIndexByte(line, '\n'); i >= 0 {
		line = line[i+1:]
	}
	return strings.HasPrefix(strings.TrimLeft(line, " "), "#")
}

// fenceEnd is the position after the line that closes a fence, or the end of the text.
func (s *scanner) fenceEnd(from int, fence string) int {
	for from < len(s.text) {
		line := s.text[from:]
		next := len(s.text)
		if i := strings.IndexByte(line, '\n'); i >= 0 {
			line, next = line[:i], from+i+1
		}
		from = next
		if strings.HasPrefix(strings.TrimLeft(line, " \t"), fence) {
			break
		}
	}
	return from
}

// listMark is the length of a list mark or of the signs of a heading at the start of a line.
func listMark(body string) int {
	i := 0
	switch c := body[0]; {
	case c == '#':
		for i < len(body) && body[i] == '#' {
			i++
		}
	case c == '-' || c == '*' || c == '+':
		i = 1
	case c >= '0' && c <= '9':
		for i < len(body) && body[i] >= '0' && body[i] <= '9' {
			i++
		}
		if i > 3 || i >= len(body) || body[i] != '.' && body[i] != ')' {
			return 0
		}
		i++
	}
	if i == 0 || i >= len(body) || body[i] != ' ' && body[i] != '\t' {
		return 0
	}
	return i + 1
}

// isLog tells whether a line was written by a machine: a structured line, a stack frame, or a time with seconds
// and a level, a process or key=value pairs behind it. "14:55: Logs show" was written by a person.
func isLog(body string) bool {
	if strings.HasPrefix(body, `{"`) || strings.HasPrefix(body, "Traceback (") || strings.HasPrefix(body, "goroutine ") ||
		strings.HasPrefix(body, "panic: ") || strings.HasPrefix(body, "thread '") {
		return true
	}
	if strings.Contains(body, "level=") || strings.Contains(body, "msg=") {
		return true
	}
	head := body[:min(len(body), 120)]
	if len(head) > 10 && strings.IndexByte("IWEF", head[0]) >= 0 && digits(head[1:]) == 4 && head[5] == ' ' {
		return true // klog: E0312 10:00:00.000000
	}
	if !hasSeconds(head[:min(len(head), 48)]) {
		return false
	}
	for _, level := range [...]string{"ERROR", "WARN", "INFO", "DEBUG", "FATAL", "TRACE", "CRITICAL", "PANIC", "NOTICE", "[error]", "[warn", "[info]"} {
		if strings.Contains(head, level) {
			return true
		}
	}
	if i := strings.Index(head, "]: "); i > 0 && strings.IndexByte(head[:i], '[') > 0 {
		return true // syslog: process[pid]:
	}
	return false
}

// hasSeconds finds hh:mm:ss.
func hasSeconds(text string) bool {
	for i := 0; i+8 <= len(text); i++ {
		if digits(text[i:i+2]) == 2 && text[i+2] == ':' && digits(text[i+3:i+5]) == 2 && text[i+5] == ':' && digits(text[i+6:i+8]) == 2 {
			return true
		}
	}
	return false
}

// digits is how many digits a text begins with.
func digits(text string) int {
	n := 0
	for n < len(text) && text[n] >= '0' && text[n] <= '9' {
		n++
	}
	return n
}
