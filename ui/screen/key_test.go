package screen_test

import (
	"testing"

	"debrief/ui/screen"
)

func TestAKeyIsReadAsItWasWritten(t *testing.T) {
	for text, key := range map[string]screen.Key{
		"event":                          {Field: "event"},
		"invite:file":                    {Field: "invite:file"},
		"minutes:from Close":             {Field: "minutes:from Close"},
		"row":                            {Field: "row"},
		"row:aa":                         {Row: "aa", Field: "row"},
		"hands:heard":                    {Row: "heard", Field: "hands"},
		"line:aa":                        {Row: "aa", Field: "line"},
		"new:aa:known then":              {Row: "aa", Field: "known then"},
		"form:aa:when":                   {Row: "aa", Field: "when", Form: true},
		"form:bb:account:":               {Row: "bb", Field: "account:", Form: true},
		"form:note Close:new":            {Row: "note Close", Field: "new", Form: true},
		"form:bb:note aa:":               {Row: "bb", Field: "note aa:", Form: true},
		"form:file:path":                 {Row: "file", Field: "path", Form: true},
		"guard:fact:event:1f":            {Field: "event", Part: "fact", Hash: "1f"},
		"guard:who:line:aa:1f":           {Row: "aa", Field: "line", Part: "who", Hash: "1f"},
		"guard:idea:form:bb:account::1f": {Row: "bb", Field: "account:", Form: true, Part: "idea", Hash: "1f"},
		"guard:reason:new:aa:text:1f":    {Row: "aa", Field: "text", Part: "reason", Hash: "1f"},
	} {
		if got := key.String(); got != text {
			t.Errorf("%+v is written as %q, want %q", key, got, text)
		}
		if got := screen.ParseKey(text); got != key {
			t.Errorf("%q is read as %+v, want %+v", text, got, key)
		}
	}
}

func TestAKeyOfAnEarlierVersionIsRead(t *testing.T) {
	for text, want := range map[string]screen.Key{
		"form:aa:account:bb":               {Row: "bb", Field: "account:", Form: true},
		"form:aa:evidence:bb":              {Row: "bb", Field: "evidence:", Form: true},
		"form:note aa:bb":                  {Row: "bb", Field: "note aa:", Form: true},
		"guard:fact:form:aa:account:bb:1f": {Row: "bb", Field: "account:", Form: true, Part: "fact", Hash: "1f"},
		"guard:fact:recorded:aa:text:1f":   {Row: "aa", Field: "text", Part: "fact", Hash: "1f"},
	} {
		if got := screen.ParseKey(text); got != want {
			t.Errorf("%q is read as %+v, want %+v", text, got, want)
		}
	}
}

func TestAPartIsOfAWholeField(t *testing.T) {
	field := screen.Key{Row: "aa", Field: "when", Form: true}
	part := field
	part.Part, part.Hash = "fact", "1f"
	if part.Whole() != field || field.Whole() != field {
		t.Errorf("%v is of %v", part, part.Whole())
	}
}
