package journey

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/jsonfile"
	"debrief/model/sample"
	"debrief/storage"
	"debrief/ui/terminaltest"
)

// payloads are texts that terminals, or readers, have been caught with. No terminal may get one
// of them from us as it stands; as text they are recorded like any other.
func payloads() []string {
	return []string{
		// Operating system commands: title, folder, links, colours, clipboard, notices.
		"a\x1b]0;PWNED\ab", "a\x1b]2;PWNED\x1b\\b", "\x1b]1;icon\a", "\x1b]4;1;?\a", "\x1b]7;file:///etc\a",
		"\x1b]8;;file:///etc/passwd\x1b\\x\x1b]8;;\x1b\\", "\x1b]8;;http://x", "\x1b]9;hi\a", "\x1b]10;?\a", "\x1b]11;#000000\a",
		"\x1b]50;?\a", "\x1b]52;c;UFdORUQ=\a", "\x1b]52;c;UFdORUQ=\x1b\\", "\x1b]52;p;?\a", "\x1b]52;c;!\a",
		"\x1b]133;A\a", "\x1b]777;notify;a;b\a", "\x1b]1337;File=inline=1:AA==\a", "\x1b]1337;ClearScrollback\a",
		// Control sequences: cursor, erasing, modes, questions, colour that hides.
		"\x1b[31mred", "\x1b[8mhidden\x1b[0m", "\x1b[7m", "\x1b[2A\x1b[10D", "\x1b[2J\x1b[3J", "\x1b[1;1Hoverwritten",
		"\x1b[?1049h", "\x1b[?1049l", "\x1b[?1003h", "\x1b[?25l", "\x1b[?2004l", "\x1b[?2026h", "\x1b[4h", "\x1b[20h",
		"\x1b[6n", "\x1b[c", "\x1b[>c", "\x1b[21t", "\x1b[8;1;1t", "\x1b[5n", "\x1b[>q", "\x1b[?u", "\x1b[<9u", "\x1b[!p",
		"\x1b[38;2;13;17;23mthe colour of the background", "\x1b[1000b", "\x1b[", "\x1b[31", "\x1b",
		// Strings: DCS, APC, PM, SOS, and the title of screen.
		"\x1bP$q\"p\x1b\\", "\x1bP+q544e\x1b\\", "\x1bPq#0\x1b\\", "\x1bP0;1|17/6c73\x1b\\", "\x1bPabc",
		"\x1b_TITLE\x1b\\", "\x1b_Gf=100;AAAA\x1b\\", "\x1b^x\x1b\\", "\x1bXx\x1b\\", "\x1bkPWNED\x1b\\",
		"\x1bPtmux;\x1b\x1b]52;c;AA==\a\x1b\\", "\x1b\x1b]0;PWNED\a",
		// Single escapes and C0.
		"\x1bc", "\x1b#8", "\x1b(0", "\x1b7\x1b8", "\x1bM", "\x1bN\x1bO", "\x1b=\x1b>",
		"a\ab", "abc\b\b\bxyz", "safe\rEVIL", "a\vb", "a\fb", "\x05", "\x11\x13", "\x0eabc\x0f", "a\x7fb", "\x18\x1a",
		// C1, as characters.
		"\u009b2J", "\u009d0;PWNED\u009c", "\u009d52;c;UFdORUQ=\a", "\u0090q#0\u009c", "\u009fTITLE\u009c", "\u0085", "\u008d", "\u0084",
		// What turns or hides text.
		"user\u202egnp.exe", "\u202dleft", "\u202b\u202a\u202c", "\u2066a\u2069", "\u2067a\u2069", "\u2068a", "a\u200eb\u200fc", "a\u061cb",
		"a\u200bb", "a\u200cb", "a\u2060b", "\ufeffa", "a\u00adb", "a\u2028b", "a\u2029b", "a\u180eb",
		"a\U000e0041\U000e0042\U000e007f", "a\ufe00b", "a\U000e0100b", "a\u3164b", "\u115f\u1160", "\uffa0", "\ufff9a\ufffab\ufffb",
		// Floods.
		"e" + strings.Repeat("\u0301", 400), "\u0301\u0302a", strings.Repeat("\u202e", 200), strings.Repeat("\u200d", 300),
		strings.Repeat("👨\u200d", 200), strings.Repeat("\u0915\u094d", 300), strings.Repeat("\u1100", 300), strings.Repeat("\x1b[", 200),
		strings.Repeat("\u009b", 200), strings.Repeat("🏳\ufe0f", 200), strings.Repeat("ﷺ", 200),
		// What becomes hostile on a page: entities, autolinks, HTML.
		"&#27;]52;c;UFdORUQ=&#7;", "&#x1b;_TITLE&#x1b;\\", "&#155;2J", "&#xe0041;", "&rlm;&lrm;&#8238;exe", "<a href=\"file:///etc/passwd\">x</a>",
		"[x](file:///etc/passwd)", "![x](http://x/\x1b]0;P\a)", "<http://x/\u202e>", "`\x1b]0;PWNED\a`", "~~~\x1b[2J\n~~~",
	}
}

// allowed is what the program may write while it shows hostile text: nothing that is not its own.
func allowed() terminaltest.Allowed {
	return terminaltest.Allowed{Titles: []string{"debrief"}, Links: true}
}

// filled is the sample incident with the payload in every text that can hold it.
func filled(payload string, n int) model.Postmortem {
	p := sample.Postmortem(time.Date(2026, 3, 19, 14, 55, 0, 0, time.UTC))
	v := reflect.ValueOf(&p).Elem()
	for i := range v.NumField() {
		if f := v.Field(i); f.Kind() == reflect.Slice {
			rows := reflect.MakeSlice(f.Type(), f.Len(), f.Len())
			reflect.Copy(rows, f)
			for j := range rows.Len() {
				fillRow(rows.Index(j), payload)
			}
			f.Set(rows)
		} else {
			fillRow(f, payload)
		}
	}
	// Ids are unique in a store, and the first letters tell the records apart.
	id := func(old model.ID) model.ID {
		if old == "" {
			return ""
		}
		return model.ID(letters(n)) + old[2:]
	}
	return renamed(p, id)
}

func letters(n int) string { return string(rune('a'+n/26)) + string(rune('a'+n%26)) }

// renamed gives every row another id, wherever it is spoken of.
func renamed(p model.Postmortem, id func(model.ID) model.ID) model.Postmortem {
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				if v.Type().Field(i).IsExported() {
					walk(v.Field(i))
				}
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case reflect.String:
			if v.Type() == reflect.TypeFor[model.ID]() {
				v.SetString(string(id(model.ID(v.String()))))
			}
		}
	}
	walk(reflect.ValueOf(&p).Elem())
	return p
}

// fillRow puts the payload into the texts of a row that a person types; into a line without its
// line breaks.
func fillRow(row reflect.Value, payload string) {
	line := strings.Join(strings.FieldsFunc(payload, func(r rune) bool { return r == '\n' || r == '\r' }), " ")
	set := func(f reflect.Value, texts ...string) {
		was := f.String()
		for _, text := range texts {
			if f.SetString(text); sound(row) {
				return
			}
		}
		f.SetString(was)
	}
	for i := range row.NumField() {
		f, name := row.Field(i), row.Type().Field(i).Name
		switch {
		case !row.Type().Field(i).IsExported():
		case f.Type() == reflect.TypeFor[model.List]():
			f.Set(reflect.ValueOf(model.ListOf(line)))
		case f.Type() != reflect.TypeFor[string]() || name == "Pos" || name == "Zone" || name == "Handle":
		default:
			short := []rune("x" + line)
			set(f, payload, line, "x"+line, string(short[:min(len(short), model.MaxTitle)]))
		}
	}
}

func sound(row reflect.Value) bool {
	r, ok := row.Interface().(model.Row)
	return !ok || len(model.RowProblems(r)) == 0
}

// hostileHome is a home whose store holds a record for each of these payloads, imported as JSON.
func hostileHome(t *testing.T, wanted func(n int) bool) (home string, records int) {
	t.Helper()
	home = t.TempDir()
	for n, payload := range payloads() {
		if !wanted(n) {
			continue
		}
		document, err := jsonfile.Encode(filled(payload, n))
		if err != nil {
			t.Fatalf("%q: %v", payload, err)
		}
		file := filepath.Join(home, "hostile.json")
		if err := os.WriteFile(file, document, 0o600); err != nil {
			t.Fatal(err)
		}
		out, said, code := inProcess(t, home, "import", file)
		if code != 0 {
			t.Fatalf("%q is refused with %d: %s", payload, code, said)
		}
		harmless(t, "import", out, said)
		records++
	}
	return home, records
}

// inProcess runs the command line on the store of this home, in this process.
func inProcess(t *testing.T, home string, args ...string) (stdout, stderr []byte, code int) {
	t.Helper()
	var out, said bytes.Buffer
	p := commandLine(time.Now)
	p.Out, p.Err = &out, &said
	p.Getenv = func(name string) string { return map[string]string{"DEBRIEF_DB": storePath(home)}[name] }
	code = p.Run(t.Context(), args)
	return out.Bytes(), said.Bytes(), code
}

// harmless fails the test for everything in an output that a terminal must not get.
func harmless(t *testing.T, what string, outputs ...[]byte) {
	t.Helper()
	for _, out := range outputs {
		for _, strange := range terminaltest.Strange(out, terminaltest.Allowed{}) {
			t.Errorf("%s wrote %s", what, strange)
		}
	}
}

// sparsely is of how many payloads one is taken.
func sparsely() int {
	if testing.Short() {
		return 8
	}
	return 1
}

func TestHostileRecordsAreHarmlessOnEveryScreen(t *testing.T) {
	if n := len(payloads()); n < 80 {
		t.Fatalf("only %d payloads", n)
	}
	const rooms = 3 // a person waits more than the machine works
	for room := range rooms {
		t.Run(fmt.Sprint("room ", room), func(t *testing.T) {
			t.Parallel()
			hostileRoom(t, func(n int) bool { return n%sparsely() == 0 && n/sparsely()%rooms == room })
		})
	}
}

// hostileRoom looks at a record for each of these payloads.
func hostileRoom(t *testing.T, wanted func(n int) bool) {
	home, records := hostileHome(t, wanted)
	r := sit(t, home)
	r.p.Keys("Esc", "Home")
	for range records {
		r.p.Keys("Enter")
		r.p.WaitFor(t, "a post-mortem to open", func(s *terminaltest.Screen) bool { return strings.Contains(s.Row(1), "[") })
		r.seeAll()
		r.p.Keys("Esc", "Esc", "g", "0")
		r.p.WaitFor(t, "home", func(s *terminaltest.Screen) bool { return strings.HasPrefix(s.Row(1), "  Home") })
		r.p.Keys("Esc", "Down")
	}
	r.p.Keys("ctrl+c", "ctrl+c")
	if code := r.p.ExitCode(t); code != 0 {
		t.Errorf("exit code %d", code)
	}
	r.p.CheckSequences(t, allowed())
	if title := r.p.Screen().Title(); title != "" && title != "debrief" {
		t.Errorf("the title of the terminal is %q", title)
	}

	out, _, _ := run(t, home, nil, "list", "--json")
	var list []struct{ ID model.ID }
	if err := json.Unmarshal(out, &list); err != nil {
		t.Fatal(err)
	}
	for _, one := range list {
		if p := storedRecord(t, home, one.ID); p.Header.Phase != model.PhaseClose {
			t.Errorf("record %s was left in %s: not all of it was shown", one.ID, p.Header.Phase)
		}
	}
}

// seeAll goes through all phases of a record in three sizes, with its forms and its page.
func (r *room) seeAll() {
	r.t.Helper()
	for n, phase := range model.Phases() {
		r.p.Keys("Esc", "Esc", "g", strconv.Itoa(n+1))
		r.arrive(phase.Short())
		r.p.Keys("Esc", "PgDn", "Down", "Down")
		switch phase {
		case model.PhaseOpen:
			r.p.Keys("v", "PgDn", "Esc", "h")
			r.p.Wait(r.t, "You are here")
			r.p.Keys("PgDn", "Esc", "ctrl+k")
			r.p.Type("invite")
			r.p.Keys("Enter")
			r.p.Wait(r.t, "Invitation, to paste")
			r.p.Keys("PgDn", "Esc")
			r.p.WaitGone(r.t, "Invitation, to paste")
		case model.PhaseAttendees, model.PhaseTimeline, model.PhaseLearning, model.PhaseCountermeasures:
			r.p.Keys("e", "Down", "Down", "Tab", "Esc")
			r.p.Resize(r.t, 140, 40)
			r.p.Keys("Esc", "Home", "Down")
			r.p.Resize(r.t, 60, 16)
			r.p.WaitFor(r.t, "the small screen", func(s *terminaltest.Screen) bool { return strings.Contains(s.Row(1), " of 7  [") })
			r.p.Resize(r.t, 80, 24)
		case model.PhaseClose:
			r.p.Keys("v", "PgDn", "PgDn", "PgDn", "PgDn")
			r.p.Wait(r.t, "Preview of the page")
			r.p.Keys("Esc")
			r.p.WaitGone(r.t, "Preview of the page")
		}
	}
}

func storedRecord(t *testing.T, home string, id model.ID) model.Postmortem {
	t.Helper()
	ctx := context.Background()
	s, err := storage.Open(ctx, storePath(home), storage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	p, _, err := s.Read(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Text that comes by the keyboard and by a paste goes through the line, the row that says how it
// is understood, the marked row, the notices, and the list of all that was recorded.
func TestHostileTextIsHarmlessWhileItIsTypedAndPasted(t *testing.T) {
	t.Parallel()
	r := sit(t, "")
	r.write("A meeting with a guest")
	r.p.Keys("Enter")
	r.p.Wait(t, "[Open]")
	for n, phase := range model.Phases() {
		r.p.Keys("Esc", "Esc", "Esc", "g", strconv.Itoa(n+1))
		r.arrive(phase.Short())
		for i, payload := range payloads() {
			if (i+n)%(3*sparsely()) != 0 {
				continue // each in two phases or three
			}
			back := []string{"Esc", "Esc", "Esc", "i", "ctrl+u"}
			for _, sign := range []string{"", "!", ">"} {
				if sign != "" {
					r.p.Keys(sign)
				}
				r.p.Paste(payload)
				r.p.Keys("Enter")
				r.p.Keys(back...)
			}
			r.listens(payload)
			if !strings.ContainsAny(payload, "\n\r\t\x1b") {
				r.p.Type("15:04 " + payload + " @" + payload)
				r.p.Keys("Enter")
				r.p.Keys(back...)
				r.p.Keys("Esc", "/")
				r.p.Type(payload)
				r.p.Keys("Enter")
				r.listens(payload)
			}
		}
	}
	r.p.Keys("Esc", "Esc", "Esc", "g", "0")
	r.p.WaitFor(t, "home", func(s *terminaltest.Screen) bool { return strings.HasPrefix(s.Row(1), "  Home") })
	r.p.CheckSequences(t, allowed())
}

// listens goes back to the empty line, and waits until it takes words. A panel that opened by
// itself ignores keys for a moment, so they are pressed again after a while.
func (r *room) listens(after string) {
	r.t.Helper()
	asked := 0
	eventually(r.t, "the line to take words after "+strconv.Quote(after), func() bool {
		word := "heard" + strconv.Itoa(r.p.Keystrokes())
		if asked++; asked%20 == 1 {
			r.p.Keys("Esc", "Esc", "Esc", "i", "ctrl+u")
			word = "heard" + strconv.Itoa(r.p.Keystrokes())
			r.p.Type(word)
		}
		return strings.HasSuffix(typedText(r.p.Screen()), word)
	})
	r.p.Keys("ctrl+u")
}

func TestHostileRecordsAreHarmlessOnTheCommandLine(t *testing.T) {
	t.Parallel()
	home, _ := hostileHome(t, func(n int) bool { return n%sparsely() == 0 })
	all, said, _ := inProcess(t, home, "list", "--json")
	harmless(t, "list --json", all, said)
	var list []struct{ ID string }
	if err := json.Unmarshal(all, &list); err != nil {
		t.Fatal(err)
	}
	commands := [][]string{{"list"}, {"doctor"}, {"list", "--deleted"}}
	for _, one := range list {
		commands = append(commands, []string{"show", one.ID}, []string{"show", one.ID, "--json"}, []string{"export", one.ID}, []string{"export", one.ID, "--json"}, []string{"invite", one.ID})
	}
	for _, args := range commands {
		out, said, code := inProcess(t, home, args...)
		if code != 0 {
			t.Errorf("%v ended with %d: %s", args, code, said)
		}
		harmless(t, strings.Join(args, " "), out, said)
	}
	// The same on a terminal, where colours and widths are asked for.
	for _, args := range commands[:min(len(commands), 24)] {
		p := terminaltest.Start(t, terminaltest.Options{Path: built(t), Home: home, Args: args})
		p.ExitCode(t)
		p.CheckSequences(t, terminaltest.Allowed{})
	}
}

func TestHostileArgumentsAreHarmlessInErrors(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	for n, payload := range payloads() {
		if n%(2*sparsely()) != 0 || strings.Contains(payload, "/") {
			continue
		}
		broken := filepath.Join(home, "broken"+payload+".json")
		if len(broken) > 200 {
			broken = filepath.Join(home, "broken.json")
		}
		if err := os.WriteFile(broken, []byte(`{"`+payload+`": "`+payload+`"`+payload), 0o600); err != nil {
			t.Fatal(err)
		}
		for _, args := range [][]string{
			{"show", payload}, {payload}, {"--" + payload}, {"import", broken}, {"--db", filepath.Join(home, "no", payload), "list"},
			{"export", payload, "-o", payload}, {"new", payload},
		} {
			out, said, _ := inProcess(t, home, args...)
			harmless(t, strconv.Quote(strings.Join(args, " ")), out, said)
		}
	}
	for _, variable := range []string{"DEBRIEF_THEME", "DEBRIEF_GLYPHS", "DEBRIEF_DB", "EDITOR"} {
		out, said, _ := run(t, home, []string{variable + "=\x1b]0;PWNED\a/x"}, "list")
		harmless(t, variable, out, said)
	}
}
