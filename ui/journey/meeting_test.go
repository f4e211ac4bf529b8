package journey

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extended "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"debrief/model"
	"debrief/storage"
	"debrief/ui/terminaltest"
)

// The main job on real input: the database incident of GitLab.com on 31 January 2017, whose
// timeline is public (about.gitlab.com/blog/2017/02/10/postmortem-of-database-outage-of-january-31/).
// The facts are told in our own words; all people are invented, and what they say is ours.
//
// The program knows no other clock than the machine's, so every date is typed in full, and the
// page is compared without the id of its record, which is random, and without the minute in which
// the room confirmed the timeline. Nothing else in it depends on when or where the test runs: the
// time zone is UTC.

// room is a person at the keyboard of the running program.
type room struct {
	t *testing.T
	p *terminaltest.Program
}

// sit starts the program for the person with this home; "" is somebody new.
func sit(t *testing.T, home string) *room {
	t.Helper()
	r := &room{t, terminaltest.Start(t, terminaltest.Options{Path: built(t), Home: home})}
	r.p.Wait(t, "  Home", "  Ask ")
	return r
}

// storePath is where the program keeps its file.
func storePath(home string) string {
	return filepath.Join(home, ".local", "share", "debrief", "debrief.db")
}

// stands is the row under the capture line: Reads, Done or Check, and what it says.
func stands(s *terminaltest.Screen) (label, words string) {
	rows := s.Text()
	row := strings.TrimSpace(strings.Join(rows[answerAt(rows):len(rows)-1], " "))
	label, words, _ = strings.Cut(row, " ")
	return label, strings.TrimSpace(words)
}

// typedText is what the capture line shows, without blanks: a long text takes several rows and
// is cut between them.
func typedText(s *terminaltest.Screen) string {
	rows := s.Text()
	from := len(rows) - 3
	for from > 0 && !strings.HasPrefix(rows[from], "  Ask ") {
		from--
	}
	return squeezed(strings.Join(rows[from+1:answerAt(rows)], ""))
}

// answerAt is the row of Reads, Done or Check; a long answer takes the row below it too.
func answerAt(rows []string) int {
	at := len(rows) - 2
	for _, label := range []string{"  Reads ", "  Done ", "  Check "} {
		if strings.HasPrefix(rows[at-1], label) {
			return at - 1
		}
	}
	return at
}

func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// lastSigns is the end of a text, as typedText shows it.
func lastSigns(words string) string {
	signs := []rune(squeezed(words))
	return string(signs[max(0, len(signs)-12):])
}

func isSaved(s *terminaltest.Screen) bool {
	return strings.Contains(s.Row(0), "  saved") && !strings.Contains(s.Row(0), "NOT SAVED")
}

// write types words and waits until they stand in the line.
func (r *room) write(words string) {
	r.t.Helper()
	r.p.Type(words)
	r.p.WaitFor(r.t, "the line to hold "+words, func(s *terminaltest.Screen) bool {
		label, _ := stands(s)
		return label == "Reads" && strings.Contains(typedText(s), lastSigns(words))
	})
}

// record types a line and Enter, and waits until the program has said that it did so and that it
// is on disk.
func (r *room) record(words string) {
	r.t.Helper()
	r.write(words)
	r.p.Keys("Enter")
	r.done(words)
}

// done waits for the answer "Done" to what was pressed last, saved.
func (r *room) done(what string) *terminaltest.Screen {
	r.t.Helper()
	s := r.p.WaitFor(r.t, "an answer to "+what, func(s *terminaltest.Screen) bool {
		label, _ := stands(s)
		return label == "Check" || label == "Done" && isSaved(s)
	})
	if label, words := stands(s); label != "Done" {
		r.t.Fatalf("%s was answered with %q\n%s", what, words, s)
	}
	return s
}

// phase goes to a phase by its number.
func (r *room) phase(n, name string) {
	r.t.Helper()
	r.p.Keys("Esc", "g", n)
	r.arrive(name)
}

// arrive waits for a phase that was gone to. Before Countermeasures the room is asked first.
func (r *room) arrive(name string) {
	r.t.Helper()
	const asked = "does the room agree on the timeline?"
	s := r.p.WaitFor(r.t, "the phase "+name, func(s *terminaltest.Screen) bool {
		return s.Has(asked) || strings.Contains(s.Row(1), "["+name+"]") && isSaved(s)
	})
	if s.Has(asked) {
		r.confirm()
	}
}

// confirm answers before Countermeasures that the room agrees on the timeline. The question opens
// by itself and ignores keys for a moment, as people do.
func (r *room) confirm() {
	r.t.Helper()
	r.p.Wait(r.t, "does the room agree on the timeline?")
	seen := time.Now()
	eventually(r.t, "the question to take keys", func() bool { return time.Since(seen) > 300*time.Millisecond })
	r.p.Keys("Enter")
	r.p.WaitFor(r.t, "the phase Countermeasures", func(s *terminaltest.Screen) bool {
		return strings.Contains(s.Row(1), "[Countermeasures]") && strings.Contains(s.Row(2), "timeline confirmed") && isSaved(s)
	})
}

// markedRow is the row of the body that is marked, with its place; the zero value where none is.
func markedRow(s *terminaltest.Screen) (row string, y int) {
	for y := 2; y < len(s.Text())-4; y++ {
		if row := s.Row(y); strings.HasPrefix(row, ">") {
			return row, y
		}
	}
	return "", 0
}

// mark presses a key until the marked row of the body shows the words.
func (r *room) mark(key, words string) {
	r.t.Helper()
	if key == "Down" { // from the first row on: a list ends at its last one
		r.p.Keys("Esc")
		r.p.Wait(r.t, "letters are commands now")
		r.p.Keys("Home", "i")
		r.p.WaitGone(r.t, "letters are commands now")
	}
	for range 80 {
		row, y := markedRow(r.p.Screen())
		if strings.Contains(row, words) {
			return
		}
		r.p.Keys(key)
		r.p.WaitFor(r.t, "another row to be marked, on the way to "+words, func(s *terminaltest.Screen) bool {
			next, at := markedRow(s)
			return next != "" && (next != row || at != y)
		})
	}
	r.t.Fatalf("%s never reaches a row with %q\n%s", key, words, r.p.Screen())
}

// field fills a field of Open, which is marked first.
func (r *room) field(name, value string) {
	r.t.Helper()
	r.mark("Down", name)
	r.record(value)
}

// open opens the post-mortem marked at home.
func (r *room) open(phase string) {
	r.t.Helper()
	r.p.Keys("Enter")
	r.p.Wait(r.t, "["+phase+"]")
}

// meetingAtHome is a home with a meeting in it, at its timeline.
func meetingAtHome(t *testing.T) string {
	t.Helper()
	r := sit(t, "")
	r.write("A meeting that ends early")
	r.p.Keys("Enter")
	r.p.Wait(t, "[Open]")
	r.phase("3", "Timeline")
	r.record("2026-03-12 08:00 the first row")
	r.p.Kill()
	return r.p.Home
}

// stored reads the only record of a store that no program has open.
func stored(t *testing.T, home string) model.Postmortem {
	t.Helper()
	ctx := context.Background()
	s, err := storage.Open(ctx, storePath(home), storage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	list, err := s.Summaries(ctx, model.SummaryQuery{})
	if err != nil || len(list) != 1 {
		t.Fatalf("%d records in the store, %v; want one", len(list), err)
	}
	p, _, err := s.Read(ctx, list[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// incident is what is known about the record itself, a field each.
var incident = [][2]string{ // constant table
	{"Severity", "1"},
	{"Owner", "Ana Ruiz"},
	{"Facilitator", "Ines Costa"},
	{"Note-taker", "Jon Berg"},
	{"Began", "2017-01-31 19:00"},
	{"Detected", "2017-01-31 19:20"},
	{"Mitigated", "2017-02-01 18:00"},
	{"Resolved", "2017-02-01 18:14"},
	{"Impact", "GitLab.com was not to be reached for about 18 hours, and six hours of database changes are gone: about 5,000 projects, 5,000 comments and 700 accounts. Git repositories and wikis are whole."},
	{"Systems", "PostgreSQL primary db1, secondary db2, staging, backups"},
	{"Drift signal", "a raised pen"},
	{"Detected by", "alert"},
	{"Declared", "2017-01-31 23:30"},
	{"Noticed", "~2017-01-31 21:00"},
	{"Customer", "several thousand, in the forum, by mail and in the chat of the live stream"},
	{"In short", "A data directory was emptied on the primary instead of the secondary, and of five ways back only a snapshot taken by hand for a test was left."},
	{"Summary", "Spam put the database under load until replication stood still. While the secondary was set up anew, its data directory was removed on the other host. Daily dumps and disk snapshots turned out not to be there; a snapshot of 17:20 in staging was."},
	{"Tags", "database, backup, replication"},
}

// people are those who sit in the meeting. Names are invented.
var people = []string{ // constant table
	"Ana Ruiz again @anna databases #responded #diagnosed", // taken back: she is there already
	"Ben Adeyemi @ben production #identified #responded",
	"Chao Lin @chao production #diagnosed",
	"Dina Roth @dina support #affected",
	"Emil Nowak @emil backend #decisions #identified",
	"Greta Holm @greta customers #affected",
	"Hana Sato @hana platform #interested away",
	"Lena Vogel @lena databases #interested first time",
}

// evening is the timeline up to the moment when the program is killed; a line each, as it is
// said in the room.
var evening = []string{ // constant table
	"2017-01-31 17:20 Production is copied to staging with an LVM snapshot, for a test of load balancing #action @ana",
	"19:00 Load on db1 rises; a wave of spam snippets is suspected #det @emil",
	">@emil The graphs looked like the spam wave of the week before",
	"~20:00 Addresses that create snippets are blocked one by one #action @emil",
	"21:00 Locks pile up on db1; saving a comment takes minutes #impact @dina",
	"21:00-22:00 Some people see error pages when they sign in #impact @greta",
	">@greta Six messages in the forum within a quarter of an hour",
	"~21:40 A job removes an account that was reported as abuse, with all its data #obs",
	">k 22:10 @emil",
	"22:00 Page: db2 lags too far behind and has stopped to replicate #det @ben",
	"22:20 db2 is about 4 GB behind; segments it needs are gone from db1 #diag @ben @ana",
	">@ana Starting again from nothing was the way in the runbook",
	"22:25 The data directory of db2 is emptied to start replication anew #decision @ana",
	"!Keep the segments that a secondary still needs @ben",
	"22:35 db2 is refused: max_wal_senders on db1 is too low #diag @ana",
	"22:40 max_wal_senders goes up to 32 and db1 is restarted #action @ana",
	"22:45 db1 does not start: too many semaphores for 8,000 connections #obs @ana",
	"+5m max_connections goes down from 8,000 to 2,000; db1 starts #decision @ana",
}

// halfTyped is in the line when the program is killed; what follows is typed after the restart.
const halfTyped, otherHalf = "22:55 pg_basebackup on db2 waits ", "and says nothing #obs @ana"

// night is the timeline behind that moment.
var night = []string{ // constant table
	"~23:15 Two people look at db2 together; nothing says why it waits #diag @ana @ben",
	"23:25 To let pg_basebackup begin, its empty directory is removed; the shell is on db1 #action @ana",
	">@ana Both windows had the same prompt; I read the name of the host from memory",
	">k 23:27 @ana",
	"!Show the name and the role of the host in every prompt @ana",
	"23:27 The removal is stopped; 4.5 of about 310 GB are left #det @ana",
	`"Of five ways to get data back, not one answers right now" @chao`,
	"23:30 GitLab.com is taken off the net; the status page says so #message @ben",
	"23:50 The bucket for daily dumps is empty #diag @chao",
	">@chao We looked in another bucket first, for twenty minutes",
	"!Restore a dump every day on a spare host @chao",
	"00:36 The snapshot of 17:20 in staging is kept for the way back #decision @ben",
	">@ben It was six hours old, and it was there",
	"00:55 The copy in staging is mounted on db1; copying begins #action @ben",
	"~01:20 Dumps were made with pg_dump 9.2 against a 9.6 server and ended at once #diag @chao",
	">@chao The mails about it were refused, since they were not signed for DMARC",
	"02:00 The notes of the recovery are opened to everybody #message @greta",
	"03:00 A live stream shows the recovery; up to 5,000 people watch #message @greta",
	"02:00-15:00 Copying runs at about 60 Mbit/s: the disks in staging are of a slower class #obs @ben",
	"!Buy faster disks for staging @ben",
	"17:50 Sequences are moved 100,000 ahead, so that no number is given twice #action @ana",
	"18:14 GitLab.com is back with the data of 17:20 #impact @ben",
}

// a card is a decision card: the row it comes from, and its lines field by field.
type card struct {
	row    string
	fields [8][]string
}

var cards = []card{ // constant table
	{"22:25", [8][]string{
		{"The lag of db2 grew by the minute, and it asked for segments that db1 no longer had"},
		{"db1 was healthy", "The runbook begins with an empty directory"},
		{"A secondary that replicates again before the night"},
		{"Spam still came in", "It was past the end of the shift"},
		{"wait for the spam to end", "start again from an empty directory", "ask the database team on Wednesday"},
		{"An empty secondary costs nothing while the primary is whole"},
		{"A runbook that says what a healthy start looks like"},
		{"How replication slots keep segments @ana"},
	}},
	{"22:50", [8][]string{
		{"db1 did not come up after the restart"},
		{"8,000 connections had worked for a year"},
		{"The site back within minutes"},
		{"Every minute was an outage now"},
		{"more semaphores in the kernel", "fewer connections"},
		{"Fewer connections need no restart of the host"},
		{"Limits of the kernel beside the settings of the database"},
		{"What a connection costs on the host @emil"},
	}},
	{"00:36", [8][]string{
		{"The buckets were empty, and staging had a copy"},
		{"The snapshot was six hours old", "Nobody knew of another copy"},
		{"Lose as little as possible, and lose nothing more"},
		{"The world was reading along"},
		{"search on for dumps", "repair files on db1", "take the snapshot of staging"},
		{"It was the only copy that we had seen with our own eyes"},
		{"A list of what can be restored, with the day of the last try"},
		{"How an LVM snapshot becomes a database again @ben"},
	}},
}

// learned is what the room takes along, of every kind.
var learned = []string{ // constant table
	"Five ways back, and each was thought to be covered by another #su @chao",
	"The snapshot of the afternoon was made by hand, for something else #lucky @ana",
	"Notes and stream were open; people outside offered help #went @greta",
	"Prompts of primary and secondary look the same #co @ana",
	"Mails of failing jobs leave the company unsigned #co @chao",
	"Who looks at the dumps each morning? #qu @ben by 2030-02-01",
	"A staging copy took a day in the autumn as well #signal @lena",
	"The dump job takes the oldest pg_dump it finds #defect",
}

// measures are decided in the meeting; the first words of each are its row.
var measures = []string{ // constant table
	"Page when the newest dump is older than a day @chao by 2030-02-15 #detect",
	"Take a disk snapshot of db1 every hour @ben by 2030-02-20 #recover",
	"Sign the mails of all hosts for DMARC @emil by 2030-02-28 #detect",
	"Rehearse the whole way back in a game day @lena by 2030-05-15 #learn",
	"Write down which hosts may be emptied, and by which command @ana by 2030-03-06 #prevent",
}

func TestTheMeetingAboutAPublicIncident(t *testing.T) {
	t.Parallel()
	r := sit(t, "")
	home := r.p.Home
	r.write("GitLab.com database outage of 31 January 2017")
	r.p.Keys("Enter")
	r.p.Wait(t, "[Open]")
	for _, f := range incident {
		r.field(f[0], f[1])
	}

	r.phase("2", "Attendees")
	for i, line := range people {
		r.record(line)
		if i == 0 {
			r.p.Keys("ctrl+z")
			r.p.Wait(t, "Taken back")
			r.mark("Down", "Ana Ruiz")
			r.record(">#responded #diagnosed #decisions")
		}
	}

	r.p.Keys("Tab")
	r.p.Wait(t, "[Timeline]")
	for _, line := range evening {
		r.record(line)
	}

	// Half-way, in the middle of a line, the machine goes off.
	r.write(halfTyped)
	drafted(t, home, halfTyped)
	r.p.Kill()
	before := stored(t, home)
	if got, want := len(before.Events), 13; got != want {
		t.Errorf("%d events are on disk after kill -9, want %d", got, want)
	}
	r = sit(t, home)
	r.open("Timeline")
	r.p.WaitFor(t, "the half-typed line to be back", func(s *terminaltest.Screen) bool {
		return strings.Contains(typedText(s), squeezed(halfTyped))
	})
	if after := stored(t, home); len(after.Events) != len(before.Events) || len(after.Accounts) != len(before.Accounts) {
		t.Error("the restart changed the record")
	}
	// What was taken down before the end of the other process can be taken back in this one.
	r.p.Keys("ctrl+z")
	r.done("undo after the restart")
	r.p.Keys("ctrl+r")
	r.done("redo after the restart")
	r.record(otherHalf)
	for _, line := range night {
		r.record(line)
	}
	r.editRows()

	for _, c := range cards {
		r.fillCard(c)
	}

	r.phase("5", "Learning")
	for _, line := range learned {
		r.record(line)
	}
	r.decide()
	page := r.close()
	r.p.Keys("ctrl+c")
	r.p.Wait(t, "ctrl+c again")
	r.p.Keys("ctrl+c")
	if code := r.p.ExitCode(t); code != 0 {
		t.Errorf("exit code %d, want 0", code)
	}
	r.p.CheckSequences(t, terminaltest.Allowed{Titles: []string{"debrief"}})

	record := stored(t, home)
	for _, f := range record.Findings {
		t.Errorf("the wording of %s %s is asked about: %q", f.Of, f.Field, f.Text)
	}
	checkGolden(t, page, record.Header.ID)
	checkPage(t, page, record)
	checkRoundTrip(t, home, record.Header.ID)
}

// drafted waits until the text that is being typed is on disk.
func drafted(t *testing.T, home, words string) {
	t.Helper()
	var last []model.Draft
	eventually(t, "a draft of "+words, func() bool {
		last = drafts(t, home)
		for _, d := range last {
			if d.Text == words {
				return true
			}
		}
		return false
	})
}

// drafts reads the typed texts that are on disk, beside a program that may be writing.
func drafts(t *testing.T, home string) []model.Draft {
	t.Helper()
	ctx := context.Background()
	s, err := storage.Open(ctx, storePath(home), storage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	list, err := s.Summaries(ctx, model.SummaryQuery{})
	if err != nil {
		t.Fatal(err)
	}
	all, err := s.Drafts(ctx, "")
	for _, summary := range list {
		if err == nil {
			var of []model.Draft
			of, err = s.Drafts(ctx, summary.ID)
			all = append(all, of...)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// eventually asks until the answer is yes: a file says nothing by itself.
func eventually(t *testing.T, what string, ask func() bool) {
	t.Helper()
	deadline := time.After(20 * time.Second)
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for !ask() {
		select {
		case <-tick.C:
		case <-deadline:
			t.Fatalf("no sign of %s", what)
		}
	}
}

// editRows corrects what was recorded: by >, in a form, from the list of all commands, by undo.
func (r *room) editRows() {
	r.t.Helper()
	r.mark("Down", "Sequences are moved")
	r.record(">17:15")

	r.mark("Down", "The copy in staging")
	r.p.Keys("Enter")
	r.p.Wait(r.t, "Event 00:55", "When        00:55")
	r.p.Keys("Tab")
	r.write(" with rsync")
	r.p.Keys("Enter")
	r.done("the form")

	r.mark("Down", "Production is copied")
	r.p.Keys("ctrl+k")
	r.p.Wait(r.t, "All commands")
	r.write("star")
	r.p.Keys("Enter")
	r.done("the command that stars a row")

	r.record("21:15 A row that nobody meant #obs")
	r.p.Keys("ctrl+z")
	r.p.Wait(r.t, "Taken back: Event added")
	r.p.Keys("ctrl+r")
	r.p.Wait(r.t, "Back again")
	r.p.Keys("ctrl+z")
	r.p.Wait(r.t, "Taken back: Event added")
}

// fillCard makes a decision card of a row of the timeline and fills its eight fields.
func (r *room) fillCard(c card) {
	r.t.Helper()
	r.phase("3", "Timeline")
	row, _ := markedRow(r.p.Screen())
	if !strings.Contains(row, c.row) {
		r.p.Keys("Esc", "Home")
		r.p.WaitFor(r.t, "the first row to be marked", func(s *terminaltest.Screen) bool {
			row, _ := markedRow(s)
			return strings.Contains(row, "17:20")
		})
		r.mark("j", c.row)
	}
	r.p.Keys("Esc", "d")
	r.p.Wait(r.t, "[Discretion]", c.row)
	for i, lines := range c.fields {
		for _, line := range lines {
			r.record(line)
		}
		if i < len(c.fields)-1 {
			r.goOn()
		}
	}
}

// goOn presses Enter and waits until the mark has gone on: to the next field, the next row.
func (r *room) goOn() {
	r.t.Helper()
	row, y := markedRow(r.p.Screen())
	r.p.Keys("Enter")
	r.p.WaitFor(r.t, "the next row to be marked", func(s *terminaltest.Screen) bool {
		next, at := markedRow(s)
		return next != "" && (next != row || at != y)
	})
}

// decide takes the parked ideas up, one by one, and adds what else will change.
func (r *room) decide() {
	r.t.Helper()
	r.phase("6", "Countermeasures")
	for _, m := range measures {
		r.record(m)
	}
	r.mark("Down", "Show the name and the role")
	r.record(">@ana by 2030-02-08 #prevent")
	r.record(">done when every shell on a database host says primary or secondary")
	r.mark("Down", "Restore a dump every day")
	r.record(">@chao by 2030-03-01 #recover DB-2045")
	r.mark("Down", "Buy faster disks")
	r.record(">declined because a snapshot in the same zone comes back in minutes")
	r.mark("Down", "Keep the segments")
	r.record(">@ben rest until 2030-02-11")
	r.record("Tell the on-call lead before a second person works on the same host #mitigate @dina")
}

// close reads back, counts hands, says where the page goes, and writes it.
func (r *room) close() []byte {
	r.t.Helper()
	r.phase("7", "Close")
	r.p.Keys("Home")
	r.mark("Down", "[ ]")
	for {
		if row, _ := markedRow(r.p.Screen()); !strings.Contains(row, "[ ]") {
			break
		}
		r.goOn()
	}
	r.mark("Down", "learned something")
	r.record("8")
	r.record("6")
	r.record("9")
	r.record("take one of the five ways back on a spare host, on a working day")
	r.mark("Down", "Publish to")
	r.record("the public blog and the forum")
	r.record("everybody who opened a ticket")
	r.mark("Down", "Preview")
	r.p.Keys("Enter")
	r.p.Wait(r.t, "Preview of the page", "File ")
	r.p.Keys("PgDn", "PgDn", "Enter")
	const name = "2017-01-31-gitlab-com-database-outage-of-31-january-2017.md"
	r.p.Wait(r.t, "Written: ")
	page, err := os.ReadFile(filepath.Join(r.p.Home, name))
	if err != nil {
		r.t.Fatal(err)
	}
	return page
}

// checkGolden compares the page with the one that was looked at. With UPDATE_GOLDEN=1 in the
// environment it is written anew; look at it before you keep it.
func checkGolden(t *testing.T, page []byte, id model.ID) {
	t.Helper()
	got := bytes.ReplaceAll(page, []byte(id), []byte("aaaaaaaaaaaaaaaa"))
	got = regexp.MustCompile(`(confirmed by the room, )\d\d:\d\d`).ReplaceAll(got, []byte("${1}14:42")) // the machine's clock
	golden := filepath.Join("testdata", "meeting", "gitlab.md")
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("the page is not %s; UPDATE_GOLDEN=1 writes it anew\n%s", golden, firstDifference(got, want))
	}
}

func firstDifference(got, want []byte) string {
	a, b := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
	for i := range max(len(a), len(b)) {
		var x, y string
		if i < len(a) {
			x = a[i]
		}
		if i < len(b) {
			y = b[i]
		}
		if x != y {
			return "first in line " + strconv.Itoa(i+1) + "\ngot  " + x + "\nwant " + y
		}
	}
	return ""
}

// checkPage reads the page as GitHub does, and counts what must be there.
func checkPage(t *testing.T, page []byte, p model.Postmortem) {
	t.Helper()
	var titles, rows, tasks int
	part := ""
	inPart := map[string]int{}
	root := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser().Parse(text.NewReader(page))
	err := ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			if n.Level == 1 {
				titles++
			}
			if n.Level == 2 {
				part = string(n.Lines().Value(page))
			}
		case *extended.TableRow:
			if part == "Timeline" {
				rows++
			}
		case *ast.ListItem:
			inPart[part]++
		case *extended.TaskCheckBox:
			if part != "Countermeasures" {
				t.Errorf("there is a task under %q", part)
			}
			tasks++
		case *ast.RawHTML:
			// A break is the only way to a second line in a cell.
			if html := string(n.Segments.Value(page)); html != "<br>" {
				t.Errorf("the page holds %s under %q", html, part)
			}
		case *ast.HTMLBlock:
			t.Errorf("the page holds HTML under %q", part)
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	decided := 0
	for _, c := range p.Countermeasures {
		if c.Standing() == model.Decided {
			decided++
		}
	}
	for _, c := range []struct {
		what      string
		got, want int
	}{
		{"titles", titles, 1},
		{"rows of the timeline, one an event", rows, len(p.Events)},
		{"tasks, one a decided countermeasure", tasks, decided},
	} {
		if c.got != c.want {
			t.Errorf("%d %s, want %d", c.got, c.what, c.want)
		}
	}
	var roles model.Roles
	for _, a := range p.Attendees {
		if !a.Away {
			roles |= a.Roles
		}
	}
	for _, c := range []struct {
		what       string
		got, least int
	}{
		{"events", len(p.Events), 20},
		{"attendees", len(p.Attendees), 8},
		{"decision cards", len(p.DecisionPoints), 3},
		{"lines on the cards", len(p.CardLines), 24},
		{"decided countermeasures", decided, 6},
		{"learnings", len(p.Learnings), len(model.LearningKinds())},
	} {
		if c.got < c.least {
			t.Errorf("%d %s, want at least %d", c.got, c.what, c.least)
		}
	}
	for _, disallowed := range []string{"would have", "could have", "should have", "failed to"} {
		if strings.Contains(strings.ToLower(string(page)), disallowed) {
			t.Errorf("the page says %q", disallowed)
		}
	}
}

// run runs the program without a screen, and gives what it printed.
func run(t *testing.T, home string, env []string, args ...string) (stdout, stderr []byte, code int) {
	t.Helper()
	cmd := exec.Command(built(t), args...)
	cmd.Dir = home
	cmd.Env = append([]string{"HOME=" + home, "XDG_DATA_HOME=" + filepath.Join(home, ".local", "share"),
		"XDG_CONFIG_HOME=" + filepath.Join(home, ".config"), "TZ=UTC", "LANG=C.UTF-8", "TERM=xterm-256color"}, env...)
	var out, failed bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &failed
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return out.Bytes(), failed.Bytes(), cmd.ProcessState.ExitCode()
}

// checkRoundTrip exports the record as JSON, imports it into another store and exports it again.
func checkRoundTrip(t *testing.T, home string, id model.ID) {
	t.Helper()
	first, said, code := run(t, home, nil, "export", string(id), "--json")
	if code != 0 {
		t.Fatalf("export --json ended with %d: %s", code, said)
	}
	file := filepath.Join(home, "record.json")
	if err := os.WriteFile(file, first, 0o600); err != nil {
		t.Fatal(err)
	}
	other := []string{"DEBRIEF_DB=" + filepath.Join(t.TempDir(), "other.db")}
	if _, said, code := run(t, home, other, "import", file); code != 0 {
		t.Fatalf("import ended with %d: %s", code, said)
	}
	second, said, code := run(t, home, other, "export", string(id), "--json")
	if code != 0 {
		t.Fatalf("the second export ended with %d: %s", code, said)
	}
	if !bytes.Equal(first, second) {
		t.Errorf("the export of what was imported differs, %s", firstDifference(second, first))
	}
}
