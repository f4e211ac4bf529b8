package timeline_test

import (
	"strings"
	"testing"

	"debrief/model"
	"debrief/ui/screen/screentest"
)

// heard is the sample incident with nothing told but what these people say, row by row.
func heard(t *testing.T, rows ...[2]string) *screentest.Stage {
	t.Helper()
	p := screentest.Sample()
	p.Accounts = nil
	b := with(t, p)
	for _, row := range rows {
		for who := range strings.FieldsSeq(row[1]) {
			b.Mark(row[0]).Type(">@" + who + " I had it open")
		}
	}
	return b
}

func TestAStretchThatOnePersonSawHasABarAndTheWordOnly(t *testing.T) {
	b := heard(t, [2]string{"rebuild", "chao"}, [2]string{"lag", "ben"}, [2]string{"messages", "ben"}, [2]string{"pool", "ben"},
		[2]string{"dashboard", "ben"}, [2]string{"pause", "chao ben"}, [2]string{"normal", "chao"}).Mark("pool")
	b.Want("rows", strings.Join(strings.Split(b.Text(), "\n")[:10], "\n"), screentest.Drawing(`
  When         Known  What                                          Account by
  13:40               Planned index rebuild starts on the replicas  chao
  13:52        14:21  Replica lag passes 90 s, mail to the db list  | ben only
  14:02               Page: checkout latency above 2 s              | -
  14:04               Support receives first messages on payments   | ben only
> 14:09               Checkout pool lowered from 200 to 120         | ben only
  14:12-14:18         Error share on checkout rises from 2 to 11 %  | -
  14:21               Database dashboard opened, lag reads 9 min    | ben only
  ~14:25              Index rebuild paused                          chao ben
  14:31               Lag back under 5 s, latency normal            chao`))
	if !strings.Contains(b.Text(), "decision, starred, Thu 12 Mar                ben only, 4 rows, 2 links") {
		t.Errorf("the strip does not say so:\n%s", b.Text())
	}
	b.Resize(140, 20)
	if !strings.Contains(b.Text(), "| Seen by   ben only, 4 rows") {
		t.Errorf("the pane does not say so:\n%s", b.Text())
	}
	b.Resize(60, 9)
	b.Want("at 60 columns", rowOf(b, "14:09"), "> 14:09       Checkout pool lowered from 200»  | ben only")
	b.Mark("messages").Type(">@ana I saw the messages too")
	if strings.Contains(b.Text(), "only") {
		t.Errorf("a second view does not end it:\n%s", b.Text())
	}
}

func TestAStretchOfOneRoleHasTheBarAndIsNamedInTheStrip(t *testing.T) {
	b := heard(t, [2]string{"rebuild", "chao"}, [2]string{"lag", "omar"}, [2]string{"page", "lena"}, [2]string{"messages", "omar lena"},
		[2]string{"pool", "ben"})
	p := b.Record
	p.Attendees = append([]model.Attendee(nil), p.Attendees...)
	for i := range p.Attendees {
		if h := p.Attendees[i].Handle; h == "omar" || h == "lena" {
			p.Attendees[i].Roles = model.Responded
		}
	}
	b.Hand(p)
	b.Mark("page")
	b.Want("rows", strings.Join(strings.Split(b.Text(), "\n")[1:6], "\n"), screentest.Drawing(`
  13:40               Planned index rebuild starts on the replicas  chao
  13:52        14:21  Replica lag passes 90 s, mail to the db list  | omar
> 14:02               Page: checkout latency above 2 s              | lena
  14:04               Support receives first messages on payments   | omar lena
  14:09               Checkout pool lowered from 200 to 120         ben`))
	if !strings.Contains(b.Text(), "role responded only, 3 rows") {
		t.Errorf("the strip does not say so:\n%s", b.Text())
	}
}
