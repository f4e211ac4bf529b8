package jsonfile

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"debrief/model"
	"debrief/model/merge"
	"debrief/model/sample"
	"debrief/model/sample/sampletest"
)

func record() model.Postmortem {
	return sample.Postmortem(time.Date(2026, 3, 19, 13, 55, 0, 0, time.UTC))
}

func encode(t testing.TB, p model.Postmortem) []byte {
	t.Helper()
	b, err := Encode(p)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestARecordComesBackAsItWas(t *testing.T) {
	for name, p := range map[string]model.Postmortem{"sample": record(), "large": sampletest.Large(500), "small": {Header: model.Header{ID: "aaaaaaaaaaaaaaaa"}}} {
		b := encode(t, p)
		back, err := Decode(b)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if d := Differences(p, back); len(d) > 0 {
			t.Errorf("%s: %s", name, strings.Join(d, "\n"))
		}
		if again := encode(t, back); !bytes.Equal(b, again) {
			t.Errorf("%s: the second document differs from the first", name)
		}
		if !bytes.HasSuffix(b, []byte("}\n")) {
			t.Errorf("%s: no line break at the end", name)
		}
	}
}

func TestAnyRecordComesBackAsItWas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyRecord(t)
		b, err := Encode(p)
		if err != nil {
			t.Fatal(err)
		}
		back, err := Decode(b)
		if err != nil {
			t.Fatalf("%v\n%s", err, b)
		}
		if d := Differences(p, back); len(d) > 0 {
			t.Fatalf("%s\n%s", strings.Join(d, "\n"), b)
		}
		if again, _ := Encode(back); !bytes.Equal(b, again) {
			t.Fatal("the second document differs from the first")
		}
	})
}

// anyRecord draws a few rows of every table with every field filled with what it may hold.
func anyRecord(t *rapid.T) model.Postmortem {
	var p model.Postmortem
	v := reflect.ValueOf(&p).Elem()
	for i := range v.NumField() {
		f := v.Field(i)
		if f.Kind() != reflect.Slice {
			anyRow(t, f, 0)
			continue
		}
		for n := range rapid.IntRange(0, 3).Draw(t, "rows") {
			row := reflect.New(f.Type().Elem()).Elem()
			anyRow(t, row, n)
			f.Set(reflect.Append(f, row))
		}
	}
	return p
}

func anyRow(t *rapid.T, row reflect.Value, n int) {
	for i := range row.NumField() {
		f := row.Field(i)
		name := fieldName(row.Type().Field(i))
		when := func() time.Time {
			if rapid.Bool().Draw(t, "no time") {
				return time.Time{}
			}
			return model.UTC(time.UnixMilli(rapid.Int64Range(0, 4e12).Draw(t, name)))
		}
		switch f.Interface().(type) {
		case model.ID:
			f.SetString(rapid.StringMatching(`[a-z2-7]{15}`).Draw(t, name) + string(rune('a'+n)))
		case time.Time:
			f.Set(reflect.ValueOf(when()))
		case model.Date:
			f.Set(reflect.ValueOf(model.DateOf(when())))
			if f.Interface().(model.Date).Year == 1 {
				f.SetZero()
			}
		case model.Moment:
			if at := when(); !at.IsZero() { // a Moment without a time says nothing else either
				f.Set(reflect.ValueOf(model.Moment{At: at, End: when(), About: rapid.Bool().Draw(t, "about"), Typed: rapid.String().Draw(t, "typed")}))
			}
		case model.List:
			f.Set(reflect.ValueOf(model.ListOf(rapid.SliceOf(rapid.String()).Draw(t, name)...)))
		case model.Roles:
			f.SetUint(rapid.Uint64Range(0, 63).Draw(t, name))
		case model.Phase:
			f.SetInt(rapid.Int64Range(0, 7).Draw(t, name))
		case model.MilestoneKind:
			f.SetString(string(model.MilestoneKinds()[n]))
		default:
			switch allowed := model.Choices(f.Interface()); {
			case allowed != nil:
				f.SetString(rapid.SampledFrom(append(allowed, "")).Draw(t, name))
			case f.Kind() == reflect.String:
				f.SetString(rapid.String().Draw(t, name))
			case f.Kind() == reflect.Bool:
				f.SetBool(rapid.Bool().Draw(t, name))
			case f.Kind() == reflect.Int:
				f.SetInt(rapid.Int64Range(0, 100).Draw(t, name))
			}
		}
	}
}

func TestTheSumOfADocumentStaysThatOfItsExport(t *testing.T) {
	p := record()
	b := encode(t, p)
	edited := bytes.Replace(b, []byte("Checkout errors"), []byte("Checkout faults"), 1)
	got, err := Decode(edited)
	if sum := SumIn(edited); err != nil || sum != merge.Of(p) || sum == merge.Of(got) {
		t.Errorf("edited by hand: the sum is %s, %v; want %s, that of what was exported", sum, err, merge.Of(p))
	}
	line := regexp.MustCompile(`(?m)^  "sum": .*\n`)
	if !line.Match(b) {
		t.Fatal("the document has no line with the sum")
	}
	b = line.ReplaceAll(b, nil)
	got, err = Decode(b)
	if sum := SumIn(b); err != nil || sum != (merge.Sum{}) || len(Differences(p, got)) > 0 {
		t.Errorf("without the line: the sum is %s, %v", sum, err)
	}
}

func TestTheOrderOfRowsDoesNotChangeTheDocument(t *testing.T) {
	p := record()
	want := encode(t, p)
	p.Events = slices.Clone(p.Events)
	slices.Reverse(p.Events)
	if !bytes.Equal(encode(t, p), want) {
		t.Error("the document depends on the order of rows")
	}
}

func TestTextThatIsNoUTF8IsRefusedInBothDirections(t *testing.T) {
	p := record()
	p.Header.Title = "broken \xff"
	if _, err := Encode(p); err == nil || !strings.Contains(err.Error(), "title") {
		t.Errorf("got %v", err)
	}
	b := bytes.Replace(encode(t, record()), []byte("Checkout errors"), []byte("Checkout \xff"), 1)
	if _, err := Decode(b); err == nil || !strings.Contains(err.Error(), "line 8, column 28: this byte is not UTF-8") {
		t.Errorf("got %v", err)
	}
}

func TestAFaultNamesItsPlaceItsFieldAndWhatToDo(t *testing.T) {
	good := `{
  "debrief": 1,
  "postmortem": {
    "postmortems": [{"id": "aaaaaaaaaaaaaaaa", "title": "x", "status": "draft"}],
    "events": [
      {"id": "bbbbbbbbbbbbbbbb", "what": "x", "when": {"at": "2026-03-12T13:09:00Z"}, "pos": "a0"}
    ]
  }
}
`
	if _, err := Decode([]byte(good)); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, old, new, want string }{
		{"unknown field", `"what": "x"`, `"whta": "x"`, "line 6, column 34, events[0].whta: this field is not known; remove it"},
		{"unknown table", `"events"`, `"evnets"`, "line 5, column 5, evnets: this table is not known; remove it"},
		{"a sum that is none", `"debrief": 1,`, `"debrief": 1, "sum": "abc",`, "line 2, column 24, sum: this says from which state of the post-mortem the file was exported"},
		{"a sum of another kind", `"debrief": 1,`, `"debrief": 1, "sum": 3,`, "line 2, column 24, sum: this says from which state"},
		{"unknown top", `"debrief": 1,`, `"debrief": 1, "x": 2,`, "line 2, column 17, x: this field is not known; remove it"},
		{"number for text", `"what": "x"`, `"what": 7`, "line 6, column 42, events[0].what: a text in quotation marks is expected here, not 7"},
		{"no time", `2026-03-12T13:09:00Z`, `yesterday`, `line 6, column 62, events[0].when.at: a time such as "2026-03-12T13:09:00Z" is expected here, not "yesterday"`},
		{"text for object", `{"at": "2026-03-12T13:09:00Z"}`, `"14:09"`, `events[0].when: an object in { } is expected here, not "14:09"`},
		{"unknown word", `"draft"`, `"drafty"`, `postmortems[0].status: "drafty" is not one of "draft", "held", "published", "closed"`},
		{"null", `"what": "x"`, `"what": null`, "null says nothing here; leave the field out"},
		{"field twice", `"what": "x"`, `"what": "x", "what": "y"`, "events[0].what: this field stands twice; remove one"},
		{"row twice", `"pos": "a0"}`, `"pos": "a0"}, {"id": "bbbbbbbbbbbbbbbb", "what": "y", "pos": "a1"}`, "events[1]: the id bbbbbbbbbbbbbbbb stands twice"},
		{"no id", `"id": "bbbbbbbbbbbbbbbb", `, ``, "line 6, column 7, events[0]: this row has no id"},
		{"two headers", `"status": "draft"}]`, `"status": "draft"}, {"id": "cccccccccccccccc"}]`, "postmortems[1]: there is one row of this table"},
		{"no header", `"postmortems": [{"id": "aaaaaaaaaaaaaaaa", "title": "x", "status": "draft"}],`, ``, "the post-mortem's own row is missing"},
		{"later version", `"debrief": 1`, `"debrief": 2`, "line 2, column 3, debrief: a later version of debrief wrote this file (format 2, this one reads up to 1); update debrief"},
		{"no version", `"debrief": 1`, `"debrief": "one"`, `debrief: the version must be a number from 1 to 1, not "one"`},
		{"rows as object", `"events": [`, `"events": {"x": [`, ""},
		{"broken", `"what": "x",`, `"what": "x"`, "line 6, column 46: this is not JSON from here on"},
		{"cut off", "\n    ]\n  }\n}\n", "", "this is not JSON from here on"},
		{"no post-mortem", good, `{"debrief": 1}`, `there is no "postmortem" in this file; export the record again`},
		{"too deep", `"x", "when"`, strings.Repeat("[", 100), "more than 64 brackets are open here"},
		{"two documents", good, good + good, "line 10, column 1: this is not JSON from here on"},
	} {
		_, err := Decode([]byte(strings.Replace(good, c.old, c.new, 1)))
		if err == nil {
			t.Errorf("%s: no error", c.name)
			continue
		}
		if !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %q, want %q in it", c.name, err, c.want)
		}
		if strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: more than a line: %q", c.name, err)
		}
		if (c.name == "later version") != errors.Is(err, ErrNewer) {
			t.Errorf("%s: ErrNewer is wrong for %v", c.name, err)
		}
	}
}

func TestAnotherProgramsFileIsNoExportOfDebrief(t *testing.T) {
	for name, text := range map[string]string{
		"a list":              `[1, 2]`,
		"a Slack export":      `[{"type": "message", "user": "U02", "text": "debrief", "ts": "1710249720.0"}]`,
		"package.json":        `{"name": "web", "version": "1.0.0"}`,
		"nothing in it":       `{}`,
		"empty":               "",
		"blank":               " \n",
		"a page":              "# Checkout errors\n",
		"a picture":           "\x89PNG\r\n\x1a\n\x00\xff",
		"JSON lines":          `{"a": 1}` + "\n" + `{"b": 2}` + "\n",
		"a word in its texts": `{"tool": "\"debrief\""}`,
		"a name within":       `{"tools": {"debrief": 1}}`,
	} {
		_, err := Decode([]byte(text))
		if !errors.Is(err, ErrForeign) || err.Error() != "this is no export of debrief; debrief export --json ID makes one" {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestAFileBeyondTheLimitIsNotRead(t *testing.T) {
	if _, err := Decode(make([]byte, MaxBytes+1)); err == nil || !strings.Contains(err.Error(), "more than the 64") {
		t.Errorf("got %v", err)
	}
}

func TestDifferencesAreSaidInWords(t *testing.T) {
	a, b := record(), record()
	b.Header.Title = "Another title"
	b.Countermeasures[0].By = model.Date{Year: 2026, Month: 4, Day: 3}
	b.Countermeasures[0].Owner = sample.ID("ana")
	b.Events = append(b.Events, model.Event{ID: "new", What: "Lag alert tested"})
	b.Attendees = b.Attendees[:6]
	got := Differences(a, b)
	want := []string{
		"post-mortem “Checkout errors while the search index rebuilt”: title was “Checkout errors while the search index rebuilt”, becomes “Another title”",
		"removed attendee: “Priya Nair”",
		"new event: “Lag alert tested”",
		"countermeasure “Send the replica lag alert to the on-call pager”: owner was “Ben Okafor”, becomes “Ana Silva”",
		"countermeasure “Send the replica lag alert to the on-call pager”: by was 2026-03-27, becomes 2026-04-03",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if d := Differences(a, a); len(d) != 0 {
		t.Errorf("a record differs from itself: %v", d)
	}
}

func FuzzWhatIsReadCanBeWrittenAndReadAgain(f *testing.F) {
	p := record() // a row of each table: short inputs change faster
	v := reflect.ValueOf(&p).Elem()
	for i := range v.NumField() {
		if f := v.Field(i); f.Kind() == reflect.Slice {
			f.Set(f.Slice(0, 1))
		}
	}
	p.Header.Summary, p.Incident.Impact = "short", "short"
	f.Add(encode(f, p))
	f.Add([]byte(`{"debrief": 1, "postmortem": {"postmortems": [{"id": "a"}]}}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := Decode(b)
		if err != nil {
			var e *Error
			if !errors.As(err, &e) || e.Line < 1 || e.Column < 1 || e.Reason == "" {
				t.Fatalf("not a fault with a place: %#v", err)
			}
			return
		}
		once := encode(t, p)
		back, err := Decode(once)
		if err != nil {
			t.Fatalf("%v\n%s", err, once)
		}
		if again := encode(t, back); !bytes.Equal(once, again) {
			t.Fatalf("the second document differs\n%s\n%s", once, again)
		}
	})
}

func BenchmarkEncode(b *testing.B) {
	p := sampletest.Large(5000)
	for b.Loop() {
		b.SetBytes(int64(len(encode(b, p))))
	}
}

func BenchmarkDecode(b *testing.B) {
	doc := encode(b, sampletest.Large(5000))
	b.SetBytes(int64(len(doc)))
	for b.Loop() {
		if _, err := Decode(doc); err != nil {
			b.Fatal(fmt.Errorf("decode: %w", err))
		}
	}
}
