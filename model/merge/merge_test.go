package merge

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"debrief/model"
	"debrief/model/edit"
	"debrief/model/names"
	"debrief/model/sample"
)

var noon = time.Date(2026, 3, 19, 13, 55, 0, 0, time.UTC) // constant: when the sample was made

// edits are what each side of a test may do to a record.
type editing func(p *model.Postmortem)

func title(to string) editing { return func(p *model.Postmortem) { p.Header.Title = to } }
func tldr(to string) editing  { return func(p *model.Postmortem) { p.Header.TLDR = to } }

func what(row int, to string) editing {
	return func(p *model.Postmortem) {
		p.Events = slices.Clone(p.Events)
		p.Events[row].What = to
	}
}

func starred(row int) editing {
	return func(p *model.Postmortem) {
		p.Events = slices.Clone(p.Events)
		p.Events[row].Starred = true
	}
}

func added(name, what string) editing {
	return func(p *model.Postmortem) {
		p.Learnings = append(slices.Clone(p.Learnings), model.Learning{ID: sample.ID(name), Kind: model.Lucky, Text: what, Pos: "b01"})
	}
}

// removed takes out the last learning, on which nothing hangs.
func removed(p *model.Postmortem) {
	p.Learnings = p.Learnings[: len(p.Learnings)-1 : len(p.Learnings)-1]
}

func lastLearning(to string) editing {
	return func(p *model.Postmortem) {
		p.Learnings = slices.Clone(p.Learnings)
		p.Learnings[len(p.Learnings)-1].Text = to
	}
}

func both(edits ...editing) editing {
	return func(p *model.Postmortem) {
		for _, e := range edits {
			e(p)
		}
	}
}

func after(p model.Postmortem, e editing) model.Postmortem {
	if e != nil {
		e(&p)
	}
	return p
}

func TestWhatEachSideChangedIsMerged(t *testing.T) {
	base := sample.Postmortem(noon)
	last := base.Learnings[len(base.Learnings)-1].ID
	for _, c := range []struct {
		name      string
		now, file editing
		want      editing
		conflicts []Conflict // compared by table, id and field
	}{
		{"nobody", nil, nil, nil, nil},
		{"only the file", nil, title("a"), title("a"), nil},
		{"only the record", title("b"), nil, title("b"), nil},
		{"other fields of a row", title("b"), tldr("a"), both(title("b"), tldr("a")), nil},
		{"other rows", what(0, "b"), what(1, "a"), both(what(0, "b"), what(1, "a")), nil},
		{"the same to the same", title("c"), title("c"), title("c"), nil},
		{"the same to the same, and more", both(title("c"), what(0, "b")), both(title("c"), tldr("a")), both(title("c"), what(0, "b"), tldr("a")), nil},
		{"the same field", title("b"), title("a"), nil, []Conflict{{Table: model.Headers, ID: base.Header.ID, Field: "Title"}}},
		{"two rows at once", both(title("b"), what(0, "b")), both(title("a"), what(0, "a")), nil,
			[]Conflict{{Table: model.Headers, ID: base.Header.ID, Field: "Title"}, {Table: model.Events, ID: base.Events[0].ID, Field: "What"}}},
		{"a row added here", added("new", "b"), nil, added("new", "b"), nil},
		{"a row added in the file", nil, added("new", "a"), added("new", "a"), nil},
		{"rows added on both sides", added("new", "b"), added("other", "a"), both(added("new", "b"), added("other", "a")), nil},
		{"the same row added alike", added("new", "b"), added("new", "b"), added("new", "b"), nil},
		{"the same row added otherwise", added("new", "b"), added("new", "a"), nil, []Conflict{{Table: model.Learnings, ID: sample.ID("new")}}},
		{"a row removed here", removed, nil, removed, nil},
		{"a row removed in the file", nil, removed, removed, nil},
		{"removed on both sides", removed, removed, removed, nil},
		{"removed here, edited in the file", removed, lastLearning("a"), nil, []Conflict{{Table: model.Learnings, ID: last}}},
		{"edited here, removed in the file", lastLearning("b"), removed, nil, []Conflict{{Table: model.Learnings, ID: last}}},
		{"a flag and a text", starred(0), what(0, "a"), both(starred(0), what(0, "a")), nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			now := after(base, c.now)
			change, conflicts := Merge("read", Base{Whole: base, Shown: base}, now, after(base, c.file))
			for i := range conflicts {
				conflicts[i].Base, conflicts[i].Now, conflicts[i].File = nil, nil, nil
			}
			if !slices.Equal(conflicts, c.conflicts) {
				t.Fatalf("conflicts %+v, want %+v", conflicts, c.conflicts)
			}
			if len(conflicts) > 0 {
				if !change.IsEmpty() {
					t.Error("a change in spite of conflicts")
				}
				return
			}
			got, err := model.Apply(now, change)
			if err != nil {
				t.Fatal(err)
			}
			if d := model.Diff("", after(base, c.want), got); !d.IsEmpty() {
				t.Errorf("the merged record is another one: %+v", d.Rows)
			}
			if problems := model.Check(got); len(problems) > 0 {
				t.Error(problems[0])
			}
		})
	}
}

// A file that was exported for everybody knows nothing of private rows, and of links to them.
func TestWhatAFileLeftOutByRuleStays(t *testing.T) {
	base := sample.Postmortem(noon)
	both(added("secret", "for two people"), added("open", "for all"))(&base)
	base.Learnings[len(base.Learnings)-2].Private = true
	base.Countermeasures = slices.Clone(base.Countermeasures)
	base.Countermeasures[0].Condition = sample.ID("secret")
	shown := names.For(base, model.ForKeeping)
	file := after(shown, title("by hand"))
	file.Countermeasures = slices.Clone(file.Countermeasures)
	file.Countermeasures[0].Ticket = "X-1"
	now := after(base, what(0, "here"))
	change, conflicts := Merge("read", Base{Whole: base, Shown: shown}, now, file)
	if len(conflicts) > 0 {
		t.Fatalf("conflicts %+v", conflicts)
	}
	got, err := model.Apply(now, change)
	if err != nil {
		t.Fatal(err)
	}
	want := after(now, title("by hand"))
	want.Countermeasures = slices.Clone(want.Countermeasures)
	want.Countermeasures[0].Ticket = "X-1"
	if d := model.Diff("", want, got); !d.IsEmpty() {
		t.Errorf("the merged record is another one: %+v", d.Rows)
	}
	// A row that took the id of one that was left out is shown, and not written over it.
	file.Learnings = append(slices.Clone(file.Learnings), model.Learning{ID: sample.ID("secret"), Kind: model.Lucky, Text: "mine", Pos: "b02"})
	if _, conflicts = Merge("read", Base{Whole: base, Shown: shown}, now, file); len(conflicts) != 1 {
		t.Errorf("conflicts %+v", conflicts)
	}
}

// dice draws edits of any row of a record: another text, or the row removed with what hangs on it.
type dice struct {
	*rand.Rand
	made int
}

func (d *dice) edited(p model.Postmortem) model.Postmortem {
	d.made++
	words := fmt.Sprintf("edit %d", d.made)
	private := d.IntN(6) == 0
	pos := fmt.Sprintf("b%04d1", d.made)
	switch d.IntN(12) {
	case 8:
		p.Accounts = slices.Clone(p.Accounts)
		p.Accounts[d.IntN(len(p.Accounts))].Text = words
	case 9:
		p.Learnings = slices.Clone(p.Learnings)
		i := d.IntN(len(p.Learnings))
		p.Learnings[i].Text, p.Learnings[i].Event = words, p.Events[d.IntN(len(p.Events))].ID
	case 10:
		p.Events = slices.Clone(p.Events)
		p.Events[d.IntN(len(p.Events))].What = words
	case 11:
		p.Events = slices.Clone(p.Events)
		i := d.IntN(len(p.Events))
		p.Events[i].When = model.Moment{}
		if j := d.IntN(len(p.Events)); d.IntN(2) == 0 && j < i && p.Events[j].After == "" {
			p.Events[i].After = p.Events[j].ID
		}
	case 0:
		p.Header.Title = words
	case 1:
		p.Header.TLDR = words
	case 2:
		p.Events = slices.Clone(p.Events)
		i := d.IntN(len(p.Events))
		p.Events[i].What, p.Events[i].Private = words, private
	case 3:
		e := model.Event{ID: sample.ID(words), What: words, Private: private, Kind: model.Action, Pos: pos}
		if d.IntN(2) == 0 {
			e.When = model.Moment{At: noon.Add(time.Duration(d.IntN(3600)) * time.Second), Typed: "x", Zone: "UTC"}
		} else if d.IntN(2) == 0 {
			e.After = p.Events[d.IntN(len(p.Events))].ID
		}
		p.Events = append(slices.Clone(p.Events), e)
	case 4:
		p.Learnings = append(slices.Clone(p.Learnings), model.Learning{ID: sample.ID(words), Kind: model.Lucky, Text: words, Private: private,
			Event: p.Events[d.IntN(len(p.Events))].ID, Pos: pos})
	case 5:
		p.Notes = append(slices.Clone(p.Notes), model.Note{ID: sample.ID(words), Text: words, Private: private,
			Of: model.Events, OfID: p.Events[d.IntN(len(p.Events))].ID, Pos: pos})
	case 6:
		if len(p.Events) > 5 {
			ed := edit.Editor{NewID: func() model.ID { return "" }, Now: func() time.Time { return noon }}
			if q, err := ed.Remove(p, model.Events, p.Events[d.IntN(len(p.Events))].ID); err == nil {
				return q
			}
		}
	case 7:
		p.Attendees = slices.Clone(p.Attendees)
		i := d.IntN(len(p.Attendees))
		p.Attendees[i].Name, p.Attendees[i].Private = words, private
	}
	return p
}

// run makes a log of n edits, and the record after each.
func (d *dice) run(p model.Postmortem, n int) (states []model.Postmortem, log []model.Entry) {
	states = []model.Postmortem{p}
	for range n {
		next := d.edited(p)
		log = append(log, model.Entry{Seq: int64(len(log)) + 1, Kind: model.Edit, Change: model.Diff("edit", p, next)})
		p = next
		states = append(states, p)
	}
	return states, log
}

// Whatever stands in the log, private or not: the export of any point of it is found again, for
// both audiences, and the latest point that had this content.
func TestThePointOfTheLogThatAFileCameFromIsFound(t *testing.T) {
	for seed := range uint64(12) {
		d := &dice{Rand: rand.New(rand.NewPCG(seed, 1))}
		states, log := d.run(sample.Postmortem(noon), 40)
		now := states[len(states)-1]
		for at, state := range states {
			for _, audience := range []model.Audience{model.ForKeeping, model.ForKeepingAll} {
				shown := names.For(state, audience)
				base, found := Find(now, log, Of(shown))
				if !found {
					t.Fatalf("seed %d: the export at %d for %d is not found", seed, at, audience)
				}
				if d := model.Diff("", shown, base.Shown); !d.IsEmpty() {
					t.Fatalf("seed %d: the export at %d has another content: %+v", seed, at, d.Rows)
				}
				if base.Seq < int64(at) {
					t.Fatalf("seed %d: the export at %d is found at %d, and stood later too", seed, at, base.Seq)
				}
				if d := model.Diff("", states[base.Seq], base.Whole); !d.IsEmpty() {
					t.Fatalf("seed %d: the record at %d was another: %+v", seed, base.Seq, d.Rows)
				}
			}
		}
		if _, found := Find(now, log, Of(after(now, title("of nobody")))); found {
			t.Fatal("a content that never was is found")
		}
	}
}

// What two sides changed is either merged so that each side's rows are there, or shown.
func TestNothingOfEitherSideIsLost(t *testing.T) {
	merged := 0
	for seed := range uint64(200) {
		d := &dice{Rand: rand.New(rand.NewPCG(seed, 2))}
		states, _ := d.run(sample.Postmortem(noon), 10)
		whole := states[len(states)-1]
		audience := []model.Audience{model.ForKeeping, model.ForKeepingAll}[d.IntN(2)]
		base := Base{Whole: whole, Shown: names.For(whole, audience)}
		ours, _ := d.run(whole, d.IntN(5))
		theirs, _ := d.run(base.Shown, d.IntN(5))
		now, file := ours[len(ours)-1], theirs[len(theirs)-1]
		change, conflicts := Merge("read", base, now, file)
		if len(conflicts) > 0 {
			continue
		}
		got, err := model.Apply(now, change)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		merged++
		rows := index(got)
		// What our side changed is there, in fields that the file did not change …
		mine := model.Diff("", whole, now)
		yours := model.Diff("", base.Shown, file)
		edited := make(map[place]model.RowChange)
		for _, r := range yours.Rows {
			edited[place{r.Table, r.ID}] = r
		}
		for _, r := range mine.Rows {
			e, also := edited[place{r.Table, r.ID}]
			if row := rows[place{r.Table, r.ID}]; !also && row != r.After {
				t.Fatalf("seed %d: of our side %+v became %+v", seed, r, row)
			} else if also && (row == nil) != (e.After == nil && r.After == nil) {
				t.Fatalf("seed %d: both sides changed %+v, it became %+v", seed, r, row)
			}
			delete(edited, place{r.Table, r.ID})
		}
		// … what only the file changed too, and nothing else is another.
		for where, r := range edited {
			if row := rows[where]; (row == nil) != (r.After == nil) {
				t.Fatalf("seed %d: of the file %+v became %+v", seed, r, row)
			}
		}
		touched := make(map[place]bool)
		for _, r := range append(mine.Rows, yours.Rows...) {
			touched[place{r.Table, r.ID}] = true
		}
		for where, row := range index(whole) {
			if !touched[where] && rows[where] != row {
				t.Fatalf("seed %d: nobody touched %+v", seed, row)
			}
		}
	}
	if merged < 50 {
		t.Errorf("only %d merges came without a conflict", merged)
	}
}

func TestASumIsReadAsItIsWritten(t *testing.T) {
	s := Of(sample.Postmortem(noon))
	if got, err := ParseSum(s.String()); err != nil || got != s {
		t.Errorf("got %s, %v, want %s", got, err, s)
	}
	for _, text := range []string{"", "abc", s.String()[2:], s.String() + "00", "g" + s.String()[1:]} {
		if _, err := ParseSum(text); err == nil {
			t.Errorf("%q is read as a sum", text)
		}
	}
	// It is written into files that people keep: what it is made of stays.
	p := model.Postmortem{Header: model.Header{ID: "aaaaaaaaaaaaaaaa", Title: "Disk full", Status: model.StatusDraft}}
	if got, want := Of(p).String(), "1afe8523322c2791011a57397bf08e421afe8523322c2791011a57397bf08e42"; got != want {
		t.Errorf("the sum is %s, want %s", got, want)
	}
}
