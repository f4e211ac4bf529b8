package terminaltest_test

import (
	"testing"

	"debrief/ui/terminaltest"
)

func TestStrangeSequences(t *testing.T) {
	tests := map[string]struct {
		stream string
		found  int
	}{
		"text, colours and emoji":          {"a\x1b[1;38;5;8mé\x1b[m 👨‍👩‍👧 ☎️\r\n", 0},
		"colours with colons":              {"\x1b[4:3m\x1b[38:2::8:8:8mx", 0},
		"cursor and erasing":               {"\x1b[2;3H\x1b[K\x1b[2J\x1b[3X\x1b[A\x1bM", 0},
		"modes of Bubble Tea":              {"\x1b[?1049h\x1b[?25l\x1b[?2026$p\x1b[?1002;1006h", 0},
		"kitty keyboard":                   {"\x1b[>1u\x1b[?u\x1b[=1;1u\x1b[<1u\x1b[>4;2m", 0},
		"asking for the background":        {"\x1b]11;?\x1b\\", 0},
		"an empty title":                   {"\x1b]2;\a", 0},
		"a known title":                    {"\x1b]2;known\a", 0},
		"an unknown title":                 {"\x1b]2;other\a", 1},
		"an unknown mode":                  {"\x1b[?47h", 1},
		"a known and an unknown mode":      {"\x1b[?25;9h", 1},
		"asking where the cursor is":       {"\x1b[6n", 1},
		"asking what the terminal is":      {"\x1b[c\x1b[>c\x1b[>q", 3},
		"asking for the title":             {"\x1b[21t", 1},
		"putting the title aside and back": {"\x1b[22;0t\x1b[23;0t", 0},
		"moving the window":                {"\x1b[3;0;0t\x1b[2t\x1b[22t", 3},
		"reset":                            {"\x1bc", 1},
		"a character set":                  {"\x1b(0", 1},
		"clipboard":                        {"\x1b]52;c;aGk=\a", 1},
		"reading the clipboard":            {"\x1b]52;c;?\a", 1},
		"working directory":                {"\x1b]7;file:///x\x1b\\", 1},
		"notification":                     {"\x1b]777;notify;a;b\a", 1},
		"DCS, APC, PM and SOS":             {"\x1bP+q\x1b\\\x1b_x\x1b\\\x1b^x\x1b\\\x1bXx\x1b\\", 4},
		"title string of screen":           {"\x1bkname\x1b\\", 1},
		"an OSC without end, then another": {"\x1b]2;known\x1b]2;known\a", 1},
		"an OSC string cut short":          {"\x1b]2;known", 1},
		"an escape cut short":              {"a\x1b", 1},
		"CSI as one character":             {"\u009b6n", 1},
		"CSI as one byte":                  {"\x9b6n", 1},
		"bell, shift out, delete":          {"\a\x0e\x7f", 3},
		"turned text":                      {"\u202e\u2066", 2},
		"tags and fillers":                 {"\U000e0041\u3164\ufeff", 3},
		"concealed":                        {"\x1b[1;8m", 1},
		"a link":                           {"\x1b]8;;https://x\x1b\\a\x1b]8;;\x1b\\", 2},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			allow := terminaltest.Allowed{Titles: []string{"known"}}
			if found := terminaltest.Strange([]byte(test.stream), allow); len(found) != test.found {
				t.Errorf("Strange(%q) = %q, want %d", test.stream, found, test.found)
			}
		})
	}
}

func TestLinksThatAreAllowed(t *testing.T) {
	allow := terminaltest.Allowed{Links: true}
	for url, want := range map[string]int{
		"https://x": 0, "HTTP://x": 0, "mailto:a@b": 0, "": 0,
		"file:///etc/passwd": 1, "javascript:x": 1, "https": 1,
	} {
		stream := "\x1b]8;;" + url + "\x1b\\"
		if found := terminaltest.Strange([]byte(stream), allow); len(found) != want {
			t.Errorf("link to %q: %q, want %d", url, found, want)
		}
	}
}

func FuzzStrangeReadsEveryByte(f *testing.F) {
	for _, s := range []string{"\x1b[", "\x1b]8;;\x1b\\", "\x1b[38;5m", "\x9b", "\x1b(", "\x1bP\x1b"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, stream []byte) {
		// It ends, and a lone control byte in front is always found beside
		// whatever follows.
		before := len(terminaltest.Strange(stream, terminaltest.Allowed{}))
		after := len(terminaltest.Strange(append([]byte{0x07}, stream...), terminaltest.Allowed{}))
		if after != before+1 {
			t.Errorf("a bell in front of %q: found %d, then %d", stream, before, after)
		}
	})
}
