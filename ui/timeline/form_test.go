package timeline_test

import (
	"slices"
	"strings"
	"testing"

	"debrief/model"
	"debrief/model/sample"
	"debrief/ui/keymap"
	"debrief/ui/screen"
	"debrief/ui/screen/screentest"
)

// opened is the form of a row of the sample, as Enter on the empty line opens it.
func opened(t *testing.T, name string) *screentest.Stage {
	t.Helper()
	b := room(t).Mark(name).Type("")
	if b.Out.Open == nil {
		t.Fatalf("no form: %+v", b.Out)
	}
	b.Out.Open.Resize(80, 10)
	return b
}

func TestTheFormShowsTheWholeEvent(t *testing.T) {
	b := opened(t, "pool")
	b.Want("title", string(b.Out.Open.Title()), "Event 14:09")
	b.Want("form", screentest.Text(b.Out.Open.Body()), strings.Trim(`
> When        14:09                         14:09, ~14:09, 14:09-14:12 or empty
  What        Checkout pool lowered from 200 to 120
  Kind        decision
  Known       at once @ben; 14:15 @ana
  Account     @ben Connections stood at the limit; I read it as a traffic peak.
  Account     @ana I was on the payment provider's status page; saw the change»
  Account     -     one more: @name and words
  Evidence    pool-graph.png
  Evidence    chat #ops 118-128
  Evidence    -     a link, a file name or an artefact
`, "\n"))
}

// The rows of the form of "pool", from the top.
const (
	when = iota
	what
	kind
	known
	byBen
	byAna
	oneMore
	graph
	chat
	oneMoreLink
	note
)

func TestTheFormChangesAField(t *testing.T) {
	pool := sample.ID("pool")
	for _, c := range []struct {
		name  string
		field int
		text  string
		holds func(b *screentest.Stage, e model.Event) bool
	}{
		{"a time", when, "~14:10", func(b *screentest.Stage, e model.Event) bool {
			return e.When.Clock(screentest.Zone(b.T)) == "~14:10" && e.When.About
		}},
		{"no time", when, "", func(b *screentest.Stage, e model.Event) bool { return e.When.IsZero() && b.Index.EventAt(pool) == 4 }},
		{"words", what, "Pool lowered", func(b *screentest.Stage, e model.Event) bool { return e.What == "Pool lowered" }},
		{"a kind by its first letters", kind, "act", func(b *screentest.Stage, e model.Event) bool { return e.Kind == model.Action }},
		{"no kind", kind, "none", func(b *screentest.Stage, e model.Event) bool { return e.Kind == "" }},
		{"who knew", known, "14:12 @ana; 14:20 @mia", func(b *screentest.Stage, e model.Event) bool {
			k := b.Index.KnowingsOf(pool)
			return len(k) == 2 && k[0].Attendee == sample.ID("ana") && k[0].When.Clock(screentest.Zone(b.T)) == "14:12" && k[1].Attendee == sample.ID("mia")
		}},
		{"nobody knew", known, "", func(b *screentest.Stage, e model.Event) bool { return len(b.Index.KnowingsOf(pool)) == 0 }},
		{"an account", byAna, "@ana I saw it\n\nat 14:15 #ops", func(b *screentest.Stage, e model.Event) bool {
			a := b.Index.AccountsOf(pool)
			return len(a) == 2 && a[1].Text == "I saw it\n\nat 14:15 #ops" && a[1].Attendee == sample.ID("ana")
		}},
		{"an account taken away", byBen, "", func(b *screentest.Stage, e model.Event) bool { return len(b.Index.AccountsOf(pool)) == 1 }},
		{"one more account", oneMore, "@jo I read it in the channel", func(b *screentest.Stage, e model.Event) bool {
			jo, ok := b.Index.Handle("jo")
			a := b.Index.AccountsOf(pool)
			return ok && len(a) == 3 && a[2].Attendee == jo.ID && a[2].Text == "I read it in the channel"
		}},
		{"another place in a log", chat, "chat #ops 120-121", func(b *screentest.Stage, e model.Event) bool {
			v := b.Index.EvidenceOf(pool)
			return len(v) == 2 && v[1].Lines == "120-121" && v[1].Artefact == sample.ID("chat") && v[1].Quote != ""
		}},
		{"evidence taken away", graph, "", func(b *screentest.Stage, e model.Event) bool {
			return len(b.Index.EvidenceOf(pool)) == 1 && len(b.Index.Artefacts) == 5
		}},
		{"a new link", oneMoreLink, "https://graphs.example.org/lag", func(b *screentest.Stage, e model.Event) bool {
			v := b.Index.EvidenceOf(pool)
			return len(v) == 3 && b.Index.Artefacts[5].Kind == model.Link && v[2].Artefact == b.Index.Artefacts[5].ID
		}},
		{"an artefact of the record", oneMoreLink, "ops-1412", func(b *screentest.Stage, e model.Event) bool {
			v := b.Index.EvidenceOf(pool)
			return len(v) == 3 && v[2].Artefact == sample.ID("ticket") && len(b.Index.Artefacts) == 5
		}},
		{"a note, which the room does not see", note, "ask Omar about the pool", func(b *screentest.Stage, e model.Event) bool {
			n := b.Record.Notes[len(b.Record.Notes)-1]
			return n.Private && n.OfID == pool && len(b.Index.NotesOf(pool)) == 0
		}},
	} {
		b := opened(t, "pool")
		b.Put(c.field, c.text)
		if b.Edits != 1 || !b.Out.Close || !c.holds(b, b.Index.Event(pool)) {
			t.Errorf("%s: %s, %d edits, %+v", c.name, b.Said, b.Edits, b.Index.Event(pool))
		}
	}
}

func TestTheFormRefusesWhatItDoesNotUnderstand(t *testing.T) {
	for _, c := range []struct {
		field int
		text  string
	}{{when, "half past"}, {when, "14:61"}, {what, "  "}, {kind, "x"}, {known, "some time"}, {known, "14:15 @ana and others"}} {
		b := opened(t, "pool")
		b.Put(c.field, c.text)
		if b.Edits != 0 || b.Out.Check == "" || b.Out.Close {
			t.Errorf("field %d %q: %+v", c.field, c.text, b.Out)
		}
	}
}

func TestTheFormLeavesWhatItDidNotShow(t *testing.T) {
	p := screentest.Sample()
	for i := range p.Accounts {
		if p.Accounts[i].Attendee == sample.ID("ana") && p.Accounts[i].Event == sample.ID("pool") {
			p.Accounts[i].Private = true
		}
	}
	for i := range p.Attendees {
		p.Attendees[i].Private = p.Attendees[i].ID == sample.ID("ana")
	}
	b := with(t, p).Mark("pool").Type("")
	b.Put(known, "14:30 @ben")
	accounts, knowings := 0, 0
	for _, a := range b.Record.Accounts {
		if a.Event == sample.ID("pool") {
			accounts++
		}
	}
	for _, k := range b.Record.Knowings {
		if k.Event == sample.ID("pool") && k.Attendee == sample.ID("ana") {
			knowings++
		}
	}
	if b.Edits != 1 || accounts != 2 || knowings != 1 {
		t.Errorf("%s: %d accounts, %d knowings of the hidden person", b.Said, accounts, knowings)
	}
}

func TestTheFormCompletesAName(t *testing.T) {
	b := opened(t, "pool")
	r := b.Down(oneMore).Read("@ch")
	if i := slices.IndexFunc(r.Candidates, func(c screen.Candidate) bool { return c.Text == "@chao" }); i != 0 || r.Candidates[0].Start != 0 || r.Candidates[0].End != 3 {
		t.Errorf("candidates of @ch: %+v", r.Candidates)
	}
	if r := b.Out.Open.Read("@chao"); len(r.Candidates) != 0 {
		t.Errorf("a whole name keeps Tab: %+v", r.Candidates)
	}
}

func TestWhatTheFormShowsIsReadBackAsItStands(t *testing.T) {
	for _, name := range []string{"rebuild", "lag", "page", "messages", "pool", "errors", "pause"} {
		b := opened(t, name)
		// One field is changed and back again, so that every text goes through the form once.
		b.Put(what, marked(b).What+" ")
		if b.Edits != 0 || b.Out.Check != "" {
			t.Errorf("%s: %s, %d edits", name, b.Said, b.Edits)
		}
	}
}

func TestOpenIsALetterToo(t *testing.T) {
	if b := room(t).Mark("pool").Command(keymap.Open); b.Out.Open == nil {
		t.Errorf("e opens nothing: %+v", b.Out)
	}
}

func TestAnOpenFormFollowsTheRecord(t *testing.T) {
	b := opened(t, "pool")
	accounts := strings.Count(screentest.Text(b.Out.Open.Body()), "Account")
	open := b.Follows(func(p *model.Postmortem) {
		p.Accounts = slices.DeleteFunc(slices.Clone(p.Accounts), func(a model.Account) bool { return a.Attendee == sample.ID("ana") })
	})
	if got := strings.Count(screentest.Text(b.Out.Open.Body()), "Account"); !open || got != accounts-1 {
		t.Errorf("open %v, %d accounts, want %d", open, got, accounts-1)
	}
	if b.Follows(func(p *model.Postmortem) { p.Events = nil }) {
		t.Error("the form of a row that is gone stays open")
	}
}
